"""Decimals said in words: "five point five million", "trois virgule deux", "null Komma acht"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_sums import Run


def joined(runs: Iterable[Run], text: str, lex: Lexicon) -> Iterator[Run]:
    """The runs of a folded text, those around a spoken decimal point made one."""
    if not any(word in text for word in lex.decimal_words):
        yield from runs
        return
    pending: Run | None = None
    places = 0
    for run in runs:
        if pending is not None:
            gap = text[pending.end : run.start]
            opens = not places and gap.strip() in lex.decimal_words and gap.startswith(" ") and gap.endswith(" ")
            if _spelled(run) and (opens or (places and gap == " " and run.coefficient < 10)):
                places += len(str(run.coefficient))
                _append(pending, run, places)
                if run.scale == 1:
                    continue
                yield pending
                pending, places = None, 0
                continue
            yield pending
        pending, places = (run, 0) if _whole(run) else (None, 0)
        if pending is None:
            yield run
    if pending is not None:
        yield pending


def _whole(run: Run) -> bool:
    """Whether a point may follow: a spelled whole number without a scale."""
    return not (run.digits or run.ordinal or run.fraction or run.article or run.scale > 100)


def _spelled(run: Run) -> bool:
    """Whether a run may be the digits after a point: five, twenty-five, five million."""
    coefficient = run.coefficient if run.scale > 1 else run.value
    if run.digits or run.ordinal or run.fraction or isinstance(coefficient, Decimal) or not 0 <= coefficient < 100:
        return False
    run.coefficient = coefficient
    return run.scale == 1 or run.value == coefficient * run.scale


def _append(pending: Run, run: Run, places: int) -> None:
    value = (Decimal(pending.value) + Decimal(run.coefficient).scaleb(-places)) * run.scale
    pending.items = [(int(value) if value == value.to_integral_value() else value, 0)]
    pending.end, pending.scale, pending.weak = run.end, run.scale, False
    pending.coefficient = pending.items[0][0]
