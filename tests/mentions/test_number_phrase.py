"""What `retold inspect` shows of a count with a bound: one range, with the figure as its part."""

import pytest
from support import article

from retold.checker import mentions


def shown(text, code):
    return [m for m in mentions.everything(article(text, code)) if m.kind not in ("name", "hedge", "attribution")]


@pytest.mark.parametrize(
    ("code", "text", "span", "ends"),
    [
        ("en", "They counted more than 900 birds.", "more than 900", ("900", None)),
        ("en", "They counted 900 or fewer birds.", "900 or fewer", (None, "900")),
        ("en", "They counted <=900 birds.", "<=900", (None, "900")),
        ("de", "Sie zählten mindestens 900 Vögel.", "mindestens 900", ("900", None)),
        ("fr", "On compta jusqu'à 900 oiseaux.", "jusqu'à 900", (None, "900")),
        ("ar", "وأقل من 900 طائر", "وأقل من 900", (None, "900")),
        ("hi", "900 से अधिक पक्षी", "900 से अधिक", ("900", None)),
        ("tr", "900'den fazla kuş", "900'den fazla", ("900", None)),
        ("ko", "새가 900 이상", "900 이상", ("900", None)),
        ("zh", "超过900只鸟", "超过900", ("900", None)),
    ],
)
def test_a_count_with_a_bound_is_shown_once_as_a_range(code, text, span, ends):
    whole, *others = shown(text, code)
    assert (others, whole.kind, whole.text, (whole.low, whole.high)) == ([], "range", span, ends)
    assert [(part.kind, part.value) for part in whole.parts] == [("number", "900")]
    assert [m.kind for m in mentions.of(article(text, code), "number")] == ["number"]  # what rules compare


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They counted 900 birds.", "number"),
        ("They counted about 900 birds.", "number"),
        ("They paid more than $900.", "money"),
        ("They walked over 900 km.", "quantity"),
        ("They won at least 9 percent.", "percent"),
    ],
)
def test_what_measures_keeps_its_kind(text, kind):
    assert [m.kind for m in shown(text, "en")] == [kind]
