"""Percentages counted in tenths: 3割, 三成, 七成六, 3割2分, 5割半; prices cut: 八折, 8割引, 对折."""

from __future__ import annotations

from retold.checker.mentions.number_han_grammar import grammar
from retold.checker.mentions.number_lexicon import Lexicon, Value
from retold.checker.mentions.number_sums import Run

Tenths = tuple[int, Value, tuple[Value, ...]]
"""Where a percentage ends, its value, and its other readings."""


def tenths(text: str, run: Run, lex: Lexicon) -> Tenths | None:
    """The percentage that a figure is with the sign for tenths after it.

    A price cut (八折, 2割引) is what is left to pay; its other reading is what is taken off, as other languages say.
    """
    tables = grammar(lex)
    if text[run.end : run.end + 1] not in tables.goes_on:
        return None
    match = tables.tenth.match(text, run.end)
    if match is None or run.scale > 10 or run.value < 0:
        return None
    written = [c for c in run.text if c in tables.signs.digits or c.isdigit()]
    cut = match["tenth"] in lex.han.get("price_tenths", ())
    pair = len(written) == 2 and len(run.text) == 2 and run.value > 10
    if not (run.value <= 10 or (pair and cut)):
        return None
    percent = run.value if pair and cut else run.value * 10  # 九九折 is 99 %
    if match["half"]:
        percent += 5
    rest = match["part"] or match.groupdict().get("bare")
    if rest:
        percent += tables.signs.digits[rest] if rest in tables.signs.digits else int(rest)
    if not 0 < percent <= 100:
        return None
    percent = int(percent) if percent == int(percent) else percent
    if match["off"]:
        return match.end(), 100 - percent, (percent,)
    return match.end(), percent, (100 - percent,) if cut else ()
