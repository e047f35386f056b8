"""What a numeral of Chinese, Japanese or Korean characters is worth: 三万五千, 5.5億, 二〇一八, 一千六点五, 23만 5천.

A numeral is a chain of digits, small multipliers (ten to thousand) and large ones (万, 億, 兆). Small multipliers add
up to a section; a large one multiplies the section before it, and what it is a part of (3万亿).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from retold.checker.mentions.number_digits import DIGITS, read
from retold.checker.mentions.number_lexicon import Value, number

LARGE = 10_000
"""From here on a multiplier counts sections."""

_LONGEST = 40  # characters of a numeral
_HUNDRED = 100


@dataclass(frozen=True)
class Signs:
    """The characters of a language: digits, multipliers, tens of one character (廿), decimal points.

    short_tail: a digit after a multiplier counts its tenths, so that 三万五 is 35,000.
    """

    digits: Mapping[str, int]
    multipliers: Mapping[str, int]
    tens: Mapping[str, int]
    points: str
    decimal: str
    short_tail: bool
    token: re.Pattern[str]
    pair: re.Pattern[str]


@dataclass
class _Sum:
    """A numeral while it is read."""

    parts: list[Value] = field(default_factory=list)
    section: Value = 0
    digit: Value | None = None
    room: int = 0  # the multiplier right before a lone digit; 0 when the digit cannot count its tenths
    after_large: bool = False

    def add_digit(self) -> None:
        if self.digit is not None:
            self.section += self.digit * self.room // 10 if self.room >= _HUNDRED else self.digit
            self.digit, self.room, self.after_large = None, 0, False

    def small(self, multiplier: int, short_tail: bool) -> None:
        self.section += (self.digit or 1) * multiplier  # 零十三 is 13
        self.digit, self.room, self.after_large = None, multiplier if short_tail else 0, False

    def large(self, multiplier: int, short_tail: bool) -> None:
        if self.room >= LARGE:  # 六億四万 is no 6.4
            self.room = 0
        self.add_digit()
        if self.after_large:  # 万亿, 万万
            self.parts[-1] *= multiplier
        else:
            group = self.section
            while self.parts and self.parts[-1] < multiplier:
                group += self.parts.pop()
            self.parts.append((group or 1) * multiplier)
        self.section, self.after_large, self.room = 0, True, multiplier if short_tail else 0

    def total(self) -> Value:
        self.add_digit()
        total = sum(self.parts, self.section)
        return int(total) if isinstance(total, Decimal) and total == total.to_integral_value() else total


def value(word: str, signs: Signs) -> Value | None:
    """The value of a numeral in folded text; None when its digits are no number or it is beyond all measure."""
    if len(word) > _LONGEST:
        return None
    sum_, pointed = _Sum(), False
    for token in signs.token.findall(word):
        first = token[0]
        if pointed:
            sum_.section += number("0." + _spell(token, signs))
            pointed = False
        elif first in signs.points:
            sum_.add_digit()
            sum_.room, pointed = 0, True
        elif first.isascii():
            reading = read(token, signs.decimal)
            if reading is None:
                return None
            sum_.digit, sum_.room = reading[0], 0
        elif first in signs.digits:
            sum_.digit = int(_spell(token, signs))
            if len(token) > 1 or sum_.digit == 0:
                sum_.room = 0
        elif first in signs.tens:
            sum_.section += signs.tens[first]
            sum_.room = 0
        elif signs.multipliers[first] < LARGE:
            sum_.small(signs.multipliers[first], signs.short_tail)
        else:
            sum_.large(signs.multipliers[first], signs.short_tail)
    return sum_.total()


def two_values(word: str, signs: Signs) -> tuple[Value, Value] | None:
    """The ends of what two digits in a row say: 二三十 is twenty to thirty, 十七八 is 17 or 18."""
    match = signs.pair.fullmatch(word)
    if match is None or not (match["head"] or match["scale"]):
        return None
    first, second = match["first"], match["second"]
    if signs.digits[second] != signs.digits[first] + 1 or not signs.digits[first]:
        return None
    ends = [value(match["head"] + digit + match["scale"], signs) for digit in (first, second)]
    return None if ends[0] is None or ends[1] is None else (ends[0], ends[1])


def _spell(token: str, signs: Signs) -> str:
    return "".join(c if c.isascii() else str(signs.digits[c]) for c in token)


def token_pattern(digits: str, multipliers: str, tens: str, points: str) -> re.Pattern[str]:
    """Splits a numeral; what is none of the four ("and some", spaces) is passed over."""
    tail = f"(?<=[{points}])[0-9]+|" if points else ""
    return re.compile(rf"{tail}{DIGITS}|[{digits}]+|[{multipliers}{tens}{points}]")


def pair_pattern(digits: str, multipliers: str, scales: str) -> re.Pattern[str]:
    """Two digits after a multiplier or before one. `scales` are the multipliers that two digits may stand before."""
    scale = f"(?:[{scales}][{multipliers}]{{0,4}})?" if scales else ""
    head = f"(?:[{digits}{multipliers}]{{0,16}}[{multipliers}])?"
    return re.compile(rf"(?P<head>{head})(?P<first>[{digits}])(?P<second>[{digits}])(?P<scale>{scale})")
