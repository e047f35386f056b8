"""Decimals said in words: "five point five million", "trois virgule deux", "null Komma acht", "1 punto cinco"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from retold.checker.mentions.number_digits import whole
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_sums import Run

_BLANKS = 4
_FAR = 12
"""Characters that may stand between a number and its decimals: " virgule "."""


def alone(text: str, start: int, end: int) -> bool:
    """Whether nothing else stands in the line: a number there may be read more boldly."""
    before, after = text[max(0, start - _BLANKS) : start], text[end : end + _BLANKS]
    opens = not before.rpartition("\n")[2].strip() and (start < _BLANKS or "\n" in before)
    return opens and not after.partition("\n")[0].strip() and (len(after) < _BLANKS or "\n" in after)


def joined(runs: Iterable[Run], text: str, lex: Lexicon) -> Iterator[Run]:
    """The runs of a folded text, those around a spoken decimal point made one."""
    if not any(word in text for word in lex.decimal_words) and not any(word in text for word in lex.decimal_links):
        yield from runs
        return
    pending: Run | None = None
    places = 0
    for run in runs:
        if pending is None:
            if run.start <= _FAR:
                _lead(run, text, lex)
        elif run.start - pending.end <= _FAR and (digits := _follows(pending, run, places, text, lex)):
            places += len(digits)
            _append(pending, run, digits, places)
            if run.scale > 1 and run.value >= 1000 and int(digits) != run.value:  # five point five million
                yield pending
                pending, places = None, 0
            continue
        else:
            yield pending
        pending, places = run, 0
    if pending is not None:
        yield pending


def _follows(pending: Run, run: Run, places: int, text: str, lex: Lexicon) -> str:
    """The digits that a run adds behind a decimal point, or to `places` digits that stand there; "" when none."""
    gap = text[pending.end : run.start]
    if places:
        return _digits(run) if gap == " " and run.value < 10 else ""
    if gap[:1] != " " or gap[-1:] != " " or not _whole(pending, lex):
        return ""
    return _digits(run) if _opens(gap.strip(), pending, run, text, lex) else ""


def _opens(word: str, before: Run, run: Run, text: str, lex: Lexicon) -> bool:
    """Whether a word between two numbers is a decimal point ("siete con cincuenta": only where nothing is counted)."""
    if word in lex.decimal_words:
        return True
    if word not in lex.decimal_links or before.digits or run.digits or run.value < 10:
        return False
    rest = text[run.end : run.end + 2]
    return not (rest[:1] == " " and rest[1:].isalpha()) or lex.percent.after(text, run.end + 1) is not None


def _lead(run: Run, text: str, lex: Lexicon) -> None:
    """ "point seventy-seven": a decimal where nothing else stands in the line, else a point of an agenda."""
    word = text[: run.start].strip()
    digits = _digits(run) if word in lex.decimal_words else ""
    if digits and alone(text, 0, run.end):
        run.items, run.coefficient = [(0, 0)], 0
        _append(run, run, digits, len(digits))
        run.start = 0


def _whole(run: Run, lex: Lexicon) -> bool:
    """Whether a point may follow: a whole number without a scale."""
    if run.article:
        return run.text in lex.ones
    spelled = not run.digits or (run.text.isdigit() and len(run.text) <= 6)
    return spelled and not (run.ordinal or run.fraction or run.scale > 1000 or isinstance(run.value, Decimal))


def _digits(run: Run) -> str:
    """The digits that a run gives after a point: five, twenty-five, five million; "" when it gives none."""
    if run.ordinal or run.fraction or run.article or isinstance(run.value, Decimal):
        return ""
    if run.digits:
        return run.text if run.text.isdigit() and len(run.text) <= 6 and run.scale == 1 else ""
    coefficient = run.coefficient if run.scale > 1 else run.value
    if isinstance(coefficient, Decimal) or coefficient < 0:
        return ""
    if run.scale > 1 and run.value == coefficient * run.scale and coefficient < 100 and run.scale >= 1000:
        return str(coefficient)
    return str(run.value) if run.value < 10**6 else ""


def _append(pending: Run, run: Run, digits: str, places: int) -> None:
    scale = run.scale if int(digits) != run.value else 1
    before = 1 if pending.article else pending.value
    value = whole((Decimal(before) + Decimal(int(digits)).scaleb(-places)) * scale)
    pending.items, pending.coefficient = [(value, 0)], value
    pending.end, pending.scale, pending.counted = run.end, scale, True
    pending.weak, pending.article, pending.others = False, False, ()
