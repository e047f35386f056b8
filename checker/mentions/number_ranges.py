"""Two figures that make one: 10-15 %, between 20 and 30, 2 to 3 million, 20至30; three dollars and fifty cents."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from retold.checker.mentions import number_ratios
from retold.checker.mentions.number_digits import plain
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_labels import HIGHEST_SCORE
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_sums import Run

_COINS = frozenset(("cent", "penny", "kopeck", "sen"))
_PARTS_OF = {("foot", "inch"): 12, ("pound", "ounce"): 16}
"""Lengths and weights said in two units, and how many of the smaller make one of the larger."""
_DASHES = frozenset(("-", "–", "—", "~", "−"))


def join(text: str, words: str, found: list[tuple[Figure, Run]], lex: Lexicon) -> list[Figure]:
    """The figures of a text with the ranges among them put together. `text` is folded, `words` is as written."""
    out: list[Figure] = []
    place = 0
    while place < len(found):
        if place + 1 < len(found):
            pair = found[place][0], found[place + 1][0]
            joined = (
                _range(text, words, found[place], found[place + 1], lex)
                or _coins(text, words, *pair, lex)
                or _two_units(text, words, *pair, lex)
            )
            if joined is None and (joined := number_ratios.of_two(text, words, *pair, lex)) is not None:
                later = found[place + 1 : place + 3]
                if len(later) == 2 and _range(text, words, later[0], later[1], lex):  # "one in six or eight"
                    joined = None
            if joined is not None:
                out.append(joined)
                place += 2
                continue
            if _is_score(text, found[place][0], found[place + 1][0]):
                if not all(_is_goals(figure) for figure, _ in found[place : place + 2]):  # else a score, in `label`
                    out += [replace(found[place][0], loose=True), replace(found[place + 1][0], loose=True)]
                place += 2
                continue
        single = found[place][0]
        out.append(number_ratios.of_article(text, words, single, lex) or single)
        place += 1
    return out


def _coins(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """Three dollars and fifty cents: one sum."""
    gap = text[a.end : b.start]
    if a.kind != "money" or b.unit not in _COINS or a.unit in _COINS or a.value is None or b.value is None:
        return None
    spaced = gap.startswith(" ") and (gap == " " or gap.strip() in lex.glue)
    if not (spaced or (lex.han and gap == "")) or a.bound not in ("=", "~"):
        return None
    whole, rest = Decimal(a.value), Decimal(b.value)
    if whole != int(whole) or not 0 < rest < 100:
        return None
    value = plain(whole + rest / 100)
    return replace(a, end=b.end, text=words[a.start : b.end], value=value, alternates=(), counted=b.counted)


def _two_units(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """Six feet four inches: one length, in the larger unit."""
    count = _PARTS_OF.get((a.unit or "", b.unit or ""))
    gap = text[a.end : b.start].strip(" ,-")
    if count is None or b.start - a.end > 6 or (gap and gap not in lex.glue) or a.value is None or b.value is None:
        return None
    whole, rest = Decimal(a.value), Decimal(b.value)
    if whole != int(whole) or not 0 <= rest < count or b.bound != "=":
        return None
    value = plain((whole + rest / count).quantize(Decimal("1e-6")))
    return replace(a, end=b.end, text=words[a.start : b.end], value=value, alternates=(), counted=b.counted)


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
    if start is None or (a.unit and b.unit and a.unit != b.unit):
        return None
    low, high = Decimal(a.value), Decimal(b.value)
    shared = a.unit is None and first_run.scale == 1 and second_run.scale >= 1000
    if shared and first_run.coefficient < second_run.coefficient:  # "2 to 3 million"
        low *= second_run.scale
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


def _start(text: str, a: Figure, gap: str, lex: Lexicon) -> int | None:
    """Where the range begins, None when what stands between the figures does not make one."""
    between = lex.between.before(text, a.start)
    if between is not None and gap in between[1]:
        return between[0]
    return a.start if gap in _DASHES or gap in lex.to else None
