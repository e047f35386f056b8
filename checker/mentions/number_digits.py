"""Figures written in digits: what "1.234,5", "12,34,567" or "1 000" may mean."""

from __future__ import annotations

import re
from decimal import Decimal

from retold.checker.mentions.number_lexicon import Value

DIGITS = (
    r"(?:[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?(?![.,]?[0-9])|[0-9]+(?:[.,'][0-9]+)*|(?<![^\s(])[.,][0-9]+)"
)
"""A string of digits with the separators of any language, in folded text."""

_VULGAR = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip


def share(above: Value, below: Value) -> Value:
    """A fraction to twelve places, as a whole number when it is one."""
    value = (Decimal(above) / Decimal(below)).quantize(Decimal("1e-12"))
    return int(value) if value == value.to_integral_value() else value.normalize()


VULGAR = {sign: share(*map(int, text.split("/"))) for sign, text in _VULGAR.items()}
"""Fractions that are one character."""

_LONGEST = 40
"""Characters of the longest digit string that may be a figure."""

_SPACED = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_GROUPS = {sep: re.compile(rf"[0-9]{{1,3}}(?:{sep}[0-9]{{3}})+") for sep in (r"\.", ",", "'")}
_INDIAN = re.compile(r"[0-9]{1,2}(?:([.,])[0-9]{2})(?:\1[0-9]{2})*\1[0-9]{3}")


def plain(value: Value) -> str:
    """Canonical decimal string: no exponent, no trailing zeros, no sign on zero."""
    if isinstance(value, int):
        return str(value)
    if value == value.to_integral_value():
        return str(int(value))
    return f"{value.normalize():f}"


def read(text: str, decimal: str) -> tuple[Value, tuple[Value, ...]] | None:
    """The value of a digit string and its other readings; None when it is no number (a version, an address, a list).

    `decimal` is the language's decimal mark: it decides which reading of "1.234" comes first, never which exist.
    """
    if len(text) > _LONGEST:
        return None
    if text.isdigit():
        return int(text), ()
    if text[0] in ".,":  # .08
        return (_decimal("0" + text), ()) if text[0] == decimal else None
    if " " in text:
        if not _SPACED.fullmatch(text):
            return None
        return _decimal(text.replace(" ", "")), ()
    marks = [c for c in text if not c.isdigit()]
    if len(set(marks)) == 1:
        return _one_mark(text, marks[0], len(marks), decimal)
    if marks[-1] == "'" or marks.count(marks[-1]) != 1:
        return None
    whole, fraction = text.rsplit(marks[-1], 1)
    if len(set(marks[:-1])) != 1 or not _grouped(whole, marks[0]):
        return None
    return _decimal(re.sub(r"[.,']", "", whole) + "." + fraction), ()


def _one_mark(text: str, mark: str, count: int, decimal: str) -> tuple[Value, tuple[Value, ...]] | None:
    grouped = int(text.replace(mark, "")) if _grouped(text, mark) and not text.startswith("0") else None
    if mark == "'" or count > 1:
        return None if grouped is None else (grouped, ())
    point = _decimal(text.replace(mark, "."))
    if grouped is None:
        return point, ()
    return (point, (grouped,)) if mark == decimal else (grouped, (point,))


def _grouped(text: str, mark: str) -> bool:
    pattern = _GROUPS[r"\." if mark == "." else mark]
    if pattern.fullmatch(text):
        return True
    return bool(_INDIAN.fullmatch(text))


def _decimal(text: str) -> Value:
    value = Decimal(text.replace(",", "."))
    return int(value) if value == value.to_integral_value() else value
