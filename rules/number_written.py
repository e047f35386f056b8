"""What stands in a text as digits or Roman numerals, whatever it is for: labels, dates, names."""

from __future__ import annotations

import re

from retold.checker.mentions.number_digits import plain, read
from retold.checker.mentions.number_phrases import fold

_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?<!\w)(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
_DIGITS = re.compile(r"[0-9]+(?:[.,'][0-9]+)*")


def numerals(text: str) -> set[str]:
    """The values of all digit strings of a text, each in canonical form, leading zeros dropped."""
    found: set[str] = set()
    for match in _DIGITS.finditer(fold(text)):
        reading = read(match.group(), ".")
        if reading is not None:
            found.update(plain(value) for value in (reading[0], *reading[1]))
        if reading is None or match.group().startswith("0"):  # 29.10.2024, 09.30
            found.update(str(int(part)) for part in re.split(r"[.,']", match.group()))
    return found


def romans(text: str) -> set[str]:
    """The values of Roman numerals of two letters and more, in capitals ("the starting XV"), as decimal strings."""
    return {str(_roman(match.group())) for match in _ROMAN.finditer(text)}


def _roman(text: str) -> int:
    values = [_ROMAN_LETTERS[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
