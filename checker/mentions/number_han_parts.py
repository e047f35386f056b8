"""Numbers put together of two numerals: 三分之二, 百分之五, 4と2分の1, 삼십오분의 마이너스 백, 1.1の23乗."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from retold.checker.mentions.number_digits import share
from retold.checker.mentions.number_han_grammar import Grammar, copula
from retold.checker.mentions.number_han_value import LARGE, two_values, value
from retold.checker.mentions.number_lexicon import Value
from retold.checker.mentions.number_sums import Run

_PLACES = Context(prec=28)
_MOST = 24
"""The highest power of ten that news counts in."""


def composed(text: str, first: re.Match[str], tables: Grammar) -> Run | None:
    """The fraction, mixed number or power that begins with a numeral; None when it stands for itself."""
    if text[first.end() : first.end() + 1] not in tables.goes_on:
        return None
    link = tables.mixed.match(text, first.end())
    if link and (below := tables.numeral.match(text, link.end())) and below.end() > link.end():
        part = _share(text, below, tables)
        whole = value(first.group(), tables.signs)
        if part is not None and whole is not None and part.fraction and part.value > 0:
            part.start, part.fraction = first.start(), False
            part.items.append((whole, 0))
            part.digits = first.group()[0].isascii()
            return part
    return _share(text, first, tables) or _power(text, first, tables)


def _share(text: str, first: re.Match[str], tables: Grammar) -> Run | None:
    """三分之二, 3分の2, 3분의 2; 百分之五 and 千分之三 are percentages."""
    mark = tables.share.match(text, first.end())
    if mark is None:
        return None
    minus = tables.minus.match(text, mark.end())
    second = tables.numeral.match(text, minus.end() if minus else mark.end())
    if second is None or second.end() == second.start():
        return None
    below, numerator = value(first.group(), tables.signs), second.group()
    if below is not None and below < LARGE and tables.hangul:  # 삼분의 일만: "only a third"
        numerator = numerator.rstrip("조만억 ")
    numerator = numerator.removesuffix(copula(text, second.start() + len(numerator), numerator, tables))
    end = second.start() + len(numerator)
    above = value(numerator, tables.signs) if numerator else None
    if not below or above is None or isinstance(below, Decimal) or not _ended(text, numerator, end, tables):
        return None
    if mark.group() == "分" and not 0 < above < below <= 10:  # 四分三 is three quarters, in Cantonese
        return None
    run = Run(first.start(), end, text=first.group(), weak=False)
    above = -above if minus else above
    if first.group() in tables.percent_heads:
        worth = share(above * 100, below)
        ends = two_values(numerator, tables.signs)
        if ends:  # 百分之二三十
            worth, run.high = (share(end * 100, below) for end in ends)
        run.unit, run.items, run.coefficient = "percent", [(worth, 0)], worth
        run.digits = numerator[0].isascii()
        return run
    run.items, run.fraction = [(share(above, below), 0)], True
    return run


def _ended(text: str, numerator: str, end: int, tables: Grammar) -> bool:
    """Whether a Korean numerator is a word: 이분의 이야기 is this person's story."""
    if not tables.hangul or numerator[0].isascii():
        return True
    return tables.ends.match(text, end) is not None or tables.counter.match(text, end) is not None


def _power(text: str, first: re.Match[str], tables: Grammar) -> Run | None:
    match = tables.power.match(text, first.end())
    base = value(first.group(), tables.signs) if match else None
    if match is None or base is None:
        return None
    name = next(name for name in ("said", "ten", "raised", "exp") if match[name])
    exponent = value(match[name], tables.signs)
    if not isinstance(exponent, int) or exponent > _MOST or not base:
        return None
    exponent = -exponent if match[name + "minus"] else exponent
    power = _raised(base, exponent) if name in ("said", "raised") else Decimal(base).scaleb(exponent)
    worth: Value = int(power) if power == power.to_integral_value() else power
    run = Run(first.start(), match.end(), text=match.group(), items=[(worth, 0)], weak=False)
    run.coefficient, run.digits = worth, first.group()[0].isascii()
    return run


def _raised(base: Value, exponent: int) -> Decimal:
    return _PLACES.power(Decimal(base), exponent)
