"""Figures written in digits: what "1.234,5", "12,34,567" or "1 000" may mean."""

from __future__ import annotations

import re
from decimal import Context, Decimal

Value = int | Decimal

DIGITS = (
    r"(?:[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?:[.,][0-9]+)?(?![.,]?[0-9])|[0-9]+(?:[.,'][0-9]+)*|(?<![^\s(-])[.,][0-9]+)"
)
"""A string of digits with the separators of any language, in folded text."""

POWER = r"e[+-]?[0-9]{1,2}(?!\w)|(?:[x×*]10)?\^[+-]{0,2}[0-9]{1,3}(?!\w)"
"""What may follow a string of digits: 1.5e9, 2^10, 6.02x10^23."""

_VULGAR = {
    "½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip


_PRECISION, _WORKING = Context(prec=15), Context(prec=40)


def whole(value: Value) -> Value:
    """A decimal as a whole number when it is one."""
    return int(value) if value == int(value) else value


def share(above: Value, below: Value) -> Value:
    """A fraction to fifteen significant digits, as a whole number when it is one."""
    value = whole(_PRECISION.divide(Decimal(above), Decimal(below)))
    return value.normalize() if isinstance(value, Decimal) else value


VULGAR = {sign: share(*map(int, text.split("/"))) for sign, text in _VULGAR.items()}
"""Fractions that are one character."""

_LONGEST = 40
"""Characters of the longest digit string that may be a figure."""

_POWER = re.compile(r"(.*?)(?:(e)|(?:[x×*](10))?\^)([+-]*)([0-9]+)")

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
    if text[0] in ".,":  # .08; a comma before digits is a slip where it is no decimal mark
        return (_decimal("0" + text), ()) if text[0] in (".", decimal) else None
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


def read_power(text: str, decimal: str) -> tuple[Value, tuple[Value, ...]] | None:
    """The value of digits with an exponent; None when they are no number or too large for one."""
    match = _POWER.fullmatch(text)
    base = read(match.group(1), decimal) if match else None
    if match is None or base is None:
        return None
    exponent = int(match.group(5)) * (-1) ** match.group(4).count("-")
    value = Decimal(base[0])
    if abs(exponent) > _LONGEST or (value == 0 and exponent < 0):
        return None
    value = (
        value.scaleb(exponent) if match.group(2) or match.group(3) else _PRECISION.plus(_WORKING.power(value, exponent))
    )
    return (whole(value), ()) if abs(value.adjusted()) <= _LONGEST else None


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
    return whole(Decimal(text.replace(",", ".")))
