"""Names looked for in a text of another script, and offices beside names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article

from retold.checker.mentions.name_office import held
from retold.checker.mentions.name_trace import trail


@pytest.mark.parametrize(("language", "text", "there", "not_there"), [
    ("ru", "Волонтерка Оксана Щербаненко уехала.", "shcherbanenko", "petersen"),
    ("zh", "市长海伦·奥卡福星期一宣布了这一计划。", "okafor", "petersen"),
    ("ja", "ヘレン・オカフォー市長は月曜日に計画を発表した。", "okafor", "schubert"),
    ("ko", "헬렌 오카포 시장은 월요일 계획을 발표했다.", "okafor", "schubert"),
    ("ar", "أعلنت رئيسة البلدية هيلين أوكافور الخطة.", "okafor", "schubert"),
    ("hi", "मेयर हेलेन ओकाफोर ने योजना की घोषणा की।", "okafor", "schubert"),
    ("fr", "La lettre d'Okafor est arrivée.", "okafor", "schubert"),
    ("pl", "List Dworskiego przyszedł w maju.", "dworski", "schubert"),
])  # fmt: skip
def test_hears_a_name_in_any_script(language, text, there, not_there):
    heard = trail(article(text, language))
    assert heard.has_word(there)
    assert not heard.has_word(not_there)


def test_does_not_judge_a_japanese_name_among_characters():
    assert trail(article("増田巡査は月曜日に着いた。", "ja")).silent_on(["masuda"])


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=15))
def test_any_text_can_be_asked_for_any_word(text, word):
    for language in ("en", "zh", "ja", "ko", "ar"):
        assert trail(article(f"A {text}", language)).has_word(word) in (True, False)


@pytest.mark.parametrize(("language", "text", "kind", "marks"), [
    ("en", "Former president Martin Keller arrived.", "president", {"former"}),
    ("de", "Außenministerin Ruth Adeyemi kam.", "foreign-minister", set()),
    ("es", "El expresidente Martin Keller llegó.", "president", {"former"}),
    ("ja", "マーティン・ケラー首相が到着した。", "prime-minister", set()),
    ("ko", "마틴 켈러 대통령이 도착했다.", "president", set()),
    ("en", "Martin Keller, the mayor, arrived.", "mayor", set()),
])  # fmt: skip
def test_finds_the_office_beside_a_name(language, text, kind, marks):
    (office,) = held(article(text, language))
    assert kind in office.kinds
    assert office.marks == marks
    assert text[office.start : office.end]
