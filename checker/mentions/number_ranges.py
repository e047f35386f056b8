"""Figures that make one: 10-15 %, between 20 and 30, 2 to 3 million, 20至30; three dollars and fifty cents."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from retold.checker.mentions import number_ratios
from retold.checker.mentions.number_bounds import two_ends
from retold.checker.mentions.number_digits import plain
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_labels import HIGHEST_SCORE
from retold.checker.mentions.number_lexicon import ARTICLE, Lexicon
from retold.checker.mentions.number_money import COINS
from retold.checker.mentions.number_phrases import fold
from retold.checker.mentions.number_sums import Run

_PARTS_OF = {("foot", "inch"): 12, ("pound", "ounce"): 16, ("stone", "pound"): 14}
"""Lengths and weights said in two units, and how many of the smaller make one of the larger."""

_TEMPERATURES = frozenset(("celsius", "fahrenheit", "degree"))
_DASHES = frozenset(("-", "–", "—", "~", "−"))


def join(text: str, words: str, found: list[tuple[Figure, Run]], lex: Lexicon) -> list[Figure]:
    """The figures of a text with the ranges among them put together. `text` is folded, `words` is as written."""
    out: list[Figure] = []
    place = 0
    while place < len(found):
        current, run = found[place]
        place += 1
        if place < len(found) and _is_article(current, found[place][0], lex):
            continue
        if place < len(found) and _apiece(text, current, run, found[place]):
            each, again = found[place]
            found[place] = replace(each, start=current.start, text=words[current.start : each.end]), again
            continue
        while place < len(found) and (sum_ := _sum(text, words, current, found[place][0], lex)) is not None:
            current, place = sum_, place + 1
        if place < len(found):
            following = found[place]
            if place + 1 < len(found) and _is_article(following[0], found[place + 1][0], lex):
                following = found[place + 1]
            joined = (
                _range(text, words, (current, run), following, lex)
                or two_ends(text, words, current, following[0], lex)
                or _ratio(text, words, current, found[place : place + 2], lex)
            )
            if joined is not None:
                out.append(joined)
                place += 1 + (following is not found[place])
                continue
            if _is_score(text, current, following[0]):
                if not (_is_goals(current) and _is_goals(following[0])):  # else a score, in `label`
                    out += [replace(current, loose=True), replace(following[0], loose=True)]
                place += 1
                continue
        out.append(number_ratios.of_article(text, words, current, lex) or current)
    return out


def _ratio(text: str, words: str, current: Figure, later: list[tuple[Figure, Run]], lex: Lexicon) -> Figure | None:
    """One in five; but "one in six or eight" is no ratio that can be told."""
    if len(later) == 2 and _range(text, words, later[0], later[1], lex):
        return None
    return number_ratios.of_two(text, words, current, later[0][0], lex)


def _sum(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """Two figures that are one sum of money, one length or one weight."""
    if a.value is None or b.value is None or b.start - a.end > 6:
        return None
    return _coins(text, words, a, b, lex) or _two_units(text, words, a, b, lex)


def _coins(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """Three dollars and fifty cents, five pounds twenty, two yuan five jiao: one sum."""
    sterling = a.unit == "pound" and b.unit in (None, "penny")  # "five pounds twenty"
    if not (a.kind == "money" or sterling) or a.unit in COINS or a.bound not in ("=", "~"):
        return None
    gap = text[a.end : b.start]
    word = gap.strip()
    tied = gap.startswith(" ") and (gap == " " or word in lex.glue or word in lex.coin_glue)
    if not (tied or (lex.han and (gap == "" or word in lex.coin_glue))):
        return None
    if b.unit is not None:
        parts = COINS.get(b.unit, 0)
    else:  # "15 USD 50", but neither "15 dollars 50 people" nor "$15 50"
        bare = b.kind == "number" and b.bound == "=" and b.counted is None and not b.alternates
        parts = 100 if bare and (gap != " " or not text[a.end - 1].isdigit()) and not lex.han else 0
    whole, rest = Decimal(a.value or 0), Decimal(b.value or 0)
    share = rest / parts if parts else Decimal(0)
    room = 1 if whole == int(whole) else Decimal("0.1")  # two yuan five jiao leave room for fen
    if rest != int(rest) or not 0 < share < room or (b.unit is None and rest < 10) or whole * 10 != int(whole * 10):
        return None
    value = plain(whole + share)
    return replace(
        a, kind="money", unit="GBP" if a.unit == "pound" else a.unit, end=b.end, text=words[a.start : b.end],
        value=value, alternates=(), counted=b.counted,
    )  # fmt: skip


def _two_units(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """Six feet four inches: one length, in the larger unit."""
    count = _PARTS_OF.get((a.unit or "", b.unit or ""))
    gap = text[a.end : b.start].strip(" ,-")
    if count is None or (gap and gap not in lex.glue):
        return None
    whole, rest = Decimal(a.value or 0), Decimal(b.value or 0)
    if whole != int(whole) or not 0 <= rest < count or b.bound != "=":
        return None
    value = plain((whole + rest / count).quantize(Decimal("1e-6")))
    return replace(a, end=b.end, text=words[a.start : b.end], value=value, alternates=(), counted=b.counted)


def _is_article(figure: Figure, later: Figure, lex: Lexicon) -> bool:
    """Whether a figure is the article of the next one: "entre un 20 y un 30 %"."""
    tied = figure.spelled and figure.value == "1" and later.start == figure.end + 1 and not later.spelled
    return tied and lex.words.get(fold(figure.text), ("",))[0] == ARTICLE


def _apiece(text: str, a: Figure, run: Run, following: tuple[Figure, Run]) -> bool:
    """25-25 लाख रुपये: a figure said twice is so much for each."""
    b, again = following
    same = run.digits and again.digits and run.coefficient == again.coefficient and run.scale == 1
    return same and text[a.end : b.start] == "-" and a.unit is None and (b.unit is not None or again.scale > 1)


def _is_score(text: str, a: Figure, b: Figure) -> bool:
    """3-2, 14-0: two small figures tied by a dash that are no range."""
    return text[a.end : b.start] in _DASHES and a.unit is None and b.unit is None and not (a.spelled or b.spelled)


def _is_goals(figure: Figure) -> bool:
    """Whether a figure may be one side of a match's result."""
    return figure.value is not None and figure.value.isdigit() and int(figure.value) < HIGHEST_SCORE


def _range(text: str, words: str, first: tuple[Figure, Run], second: tuple[Figure, Run], lex: Lexicon) -> Figure | None:
    (a, first_run), (b, second_run) = first, second
    gap = text[a.end : b.start]
    if len(gap) > 12 or a.value is None or b.value is None or "ordinal" in (a.kind, b.kind):
        return None
    start = _start(text, a, gap.strip(), lex)
    if start is not None and a.kind == "money":
        b = _in_millions(text, a, b, second_run, lex)
    if start is None or (a.unit and b.unit and a.unit != b.unit):
        return None
    low, high = Decimal(a.value), Decimal(b.value or 0)
    if first_run.coefficient < second_run.coefficient:
        low *= _shared_scale(a, first_run, b, second_run)
    if b.unit in _TEMPERATURES and high < 0:  # "5–7 градусов мороза", "between -5 and -7 degrees"
        below = text[b.start].isdigit()
        low, high = sorted((-abs(low) if below else low, high))
    if not low < high or (first_run.scale == 1 and high > 1000 * max(low, Decimal(1))):
        return None
    unit = b.unit or a.unit
    return replace(
        a,
        kind="range",
        start=start,
        end=b.end,
        text=words[start : b.end],
        value=None,
        alternates=(),
        low=plain(low),
        high=plain(high),
        bound="=",
        unit=unit,
        counted=b.counted,
        spelled=a.spelled and b.spelled,
        loose=a.loose and b.loose,
    )


def _in_millions(text: str, a: Figure, b: Figure, run: Run, lex: Lexicon) -> Figure:
    """The second of two sums with its m read as million, where no sign is repeated: "£10-15m"."""
    if b.unit != "meter" or text[run.end : b.end] != "m" or "m" not in lex.short_scales:
        return b
    return replace(b, unit=a.unit, value=plain(run.value * lex.short_scales["m"]))


def _shared_scale(a: Figure, first: Run, b: Figure, second: Run) -> Decimal:
    """The scale that the second figure gives the first too: "2 to 3 million", "$2 to $3 million"; else 1."""
    ahead = a.unit is None or (a.kind == "money" and a.end == first.end)  # not "2 $ to 3 million"
    if not ahead or first.scale != 1 or not second.value:
        return Decimal(1)
    letter = Decimal(b.value or 0) / Decimal(second.value)  # "£15m"
    scale = max(Decimal(second.scale), letter if letter == int(letter) else Decimal(1))
    return scale if scale >= 1000 else Decimal(1)


def _start(text: str, a: Figure, gap: str, lex: Lexicon) -> int | None:
    """Where the range begins, None when what stands between the figures does not make one."""
    between = lex.between.before(text, a.start)
    if between is not None and gap in between[1]:
        return between[0]
    return a.start if gap in _DASHES or gap in lex.to else None
