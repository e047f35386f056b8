"""Bounds: the words and signs around a figure that say more, less, at least, at most, about; and two that make one.

"More than 70", "70 or fewer", ">= 70", and "more than 10 but less than 20", which is a range.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_han import counter_end, some_more
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_money import skip
from retold.checker.mentions.number_scan import WORD
from retold.checker.mentions.number_sums import Run

LOW, HIGH = (">", ">="), ("<", "<=")
"""Bounds that say the low end of what a figure may be, and the high end."""

SIGNS = "<>=≤≥≦≧"

_SIGN = re.compile(r"(?:([<>]) ?(=)?|([≤≥≦≧])) {0,2}$")
_WIDEST_SIGN = 5
_NO_SIGN = re.compile(r"(?:[<>=-]|<[a-z/][^<>]{0,60}|(?:^|\n) {0,3})$")  # an arrow, a tag, a quoted line
_CASE_ENDING = re.compile(rf"'{WORD} ")
_NEXT = re.compile(rf" ({WORD}) ({WORD}|[0-9])")
_APART = 48
"""Characters between two figures that may be the two ends of one statement."""


def bound(text: str, run: Run, start: int, end: int, lex: Lexicon) -> str:
    """The bound of the figure at a span: "=", "~", ">", ">=", "<" or "<="."""
    before = lex.bound_before.before(text, start)
    if before is not None and before[1] != "~":  # else 약 500개 이상, about 500 or more: 500 at least
        return str(before[1])
    if before is None and lex.han and some_more(text, run, lex):
        return ">"
    after = _after(text, end, lex)
    if after is not None:
        return after[1]
    return str(before[1]) if before is not None else _signed(text, start)


def _after(text: str, end: int, lex: Lexicon) -> tuple[int, str] | None:
    """Where the words of a bound behind a figure end, and the bound."""
    after = lex.bound_after.after(text, skip(text, end))
    if after is None and lex.han:
        place = skip(text, counter_end(text, end, lex))
        after = lex.bound_after.after(text, place)
        if after is not None and text[place : after[0]] in lex.han.get("over", ""):  # 40例多发性硬化症
            after = None
    elif after is None:
        after = lex.bound_after.after(text, end)
        if after is None and lex.endings and text.startswith("'", end):  # "30'dan fazla"
            case = _CASE_ENDING.match(text, end)
            after = lex.bound_after.after(text, case.end()) if case else None
    if lex.han and text.startswith(tuple(lex.han.get("no_bounds", ())), skip(text, end)):  # 15％強まった
        after = None
    return None if after is not None and _goes_on(text, after[0], lex) else after


def _goes_on(text: str, end: int, lex: Lexicon) -> bool:
    """Whether the words behind a figure are the bound of the next one: "200 or more than 300"."""
    match = _NEXT.match(text, end)
    if match is None or not (match[2].isdigit() or match[2] in lex.words):
        return False
    before = lex.bound_before.before(text, match.end(1))
    return before is not None and before[0] < end


def _signed(text: str, start: int) -> str:
    """The bound that a sign before a figure says: <5, > 10, >= 18, ≤ 3."""
    if text[start - 1 : start] not in SIGNS and text[max(0, start - 2) : start].strip() not in (*SIGNS,):
        return "="
    match = _SIGN.search(text, max(0, start - _WIDEST_SIGN), start)
    if match is None:
        return "="
    if match[3]:
        return ">=" if match[3] in "≥≧" else "<="
    if match[2]:
        return f"{match[1]}="
    if text[match.start() : start + 1] == "<3" and not text[start + 1 : start + 2].isdigit():  # a heart
        return "="
    spaced = match.end() - match.start() > 1
    no_sign = _NO_SIGN.search(text, max(0, match.start() - 64), match.start())
    return "=" if no_sign and (spaced or no_sign.group().strip()) else match[1]


def span(text: str, start: int, end: int, said: str, lex: Lexicon) -> tuple[int, int]:
    """The span of a figure with the words or the sign that say its bound; the figure alone where there are none."""
    before, after = lex.bound_before.before(text, start), _after(text, end, lex)
    if before is not None and before[1] != "~":
        return before[0], end
    if after is not None and after[1] == said:
        return start, after[0]
    sign = _SIGN.search(text, max(0, start - _WIDEST_SIGN), start)
    return (sign.start() if sign and _signed(text, start) == said else start), end


def two_ends(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """More than 10 but less than 20, at most 100 and at least 20: a range said by two bounds."""
    if not ((a.bound in LOW and b.bound in HIGH) or (a.bound in HIGH and b.bound in LOW)) or b.start - a.end > _APART:
        return None
    if a.value is None or b.value is None or (a.unit and a.unit != b.unit):
        return None
    low, high = sorted((a, b), key=lambda figure: figure.bound in HIGH)
    before, after = lex.bound_before.before(text, b.start), _after(text, a.end, lex)
    gap = text[after[0] if after else a.end : before[0] if before else b.start].strip(" ,،")
    if (gap and gap not in lex.joints) or Decimal(low.value or 0) >= Decimal(high.value or 0):
        return None
    first, last = lex.bound_before.before(text, a.start), _after(text, b.end, lex)
    start, end = first[0] if first else a.start, last[0] if last else b.end
    return replace(
        a, kind="range", start=start, end=end, text=words[start:end], value=None, alternates=(), low=low.value,
        high=high.value, bound="=", unit=b.unit or a.unit, counted=b.counted, loose=a.loose and b.loose,
    )  # fmt: skip
