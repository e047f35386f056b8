"""When two figures say the same: by value, by share, by rounding; and how alike two that differ are."""

from __future__ import annotations

from dataclasses import replace
from math import floor, log10

from retold.rules.number_convert import converted, disagree, same_dimension, unread
from retold.rules.number_item import Item, same, significant
from retold.rules.number_money import coin_and_sum, in_coins

_SCALED = 3
"""Digits that stand before a scale word at most: 120 million, 5.25 million."""

_MAGNITUDES = (1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12)


def equal(a: Item, b: Item, known: bool) -> int:
    """3 the same value and unit (4 if the bound or the noun counted is the same too, 5 if both are), 2 the same value,
    1 the same by conversion or rounding, 0 another figure.

    `known` says that the number words of both languages are read; if not, a bare scale word may be missing.
    """
    alike = any(same(x, y) for x in (a.value, *a.others) for y in (b.value, *b.others))
    units = a.figure.unit, b.figure.unit
    if alike and _other_end(a, b):
        return 0
    alike = alike or (a.figure.bound, b.figure.bound, b.value - a.value) in ((">", ">=", 1), (">=", ">", -1))
    if alike:
        counted = a.figure.counted is not None and a.figure.counted == b.figure.counted
        return 2 if units[0] != units[1] else 3 + (a.figure.bound == b.figure.bound) + counted
    if any(converted(x, y) for x in readings(a, known) for y in readings(b, known)):
        return 1
    if in_coins(a, b) or _share(a, b) or _rounded(a, b) or _halved(a, b) or _some_ten(a, b):
        return 1
    return int(unread(a, b, known) or unread(b, a, known) or (not known and _scaled(a, b)))


def readings(item: Item, known: bool) -> tuple[Item, ...]:
    """An item, and in a language whose separators are not known the other values that its digits may have."""
    if known or not item.others:
        return (item,)
    return (item, *(replace(item, value=other, others=()) for other in item.others))


def _other_end(a: Item, b: Item) -> bool:
    """Whether two values are opposite ends of ranges in two units: 1 to 2 inches, 2 to 5 cm."""
    one, two = a.figure, b.figure
    if one.kind != "range" or two.kind != "range" or not same_dimension(one.unit, two.unit):
        return False
    return (a.key == one.low) != (b.key == two.low)


def _scaled(a: Item, b: Item) -> bool:
    """Whether one figure may be the other without its scale word."""
    small = min(a, b, key=lambda item: item.value)
    if small.figure.kind in ("quantity", "percent"):  # no word between it and its unit
        return False
    if small.figure.spelled or significant(small.value) > _SCALED:
        return False
    return any(same(max(a.value, b.value), min(a.value, b.value) * scale) for scale in _MAGNITUDES)


def _halved(a: Item, b: Item) -> bool:
    """3½ against 3 with the half further on: "3 horas y media"."""
    more, less = (a, b) if a.value > b.value else (b, a)
    return more.value - less.value == 0.5 and "½" in more.figure.text


def _some_ten(a: Item, b: Item) -> bool:
    """More than ten (十多), about a dozen."""
    return {(a.key, a.figure.bound), (b.key, b.figure.bound)} == {("10", ">"), ("12", "~")}


def _share(a: Item, b: Item) -> bool:
    """Half is 50 %, a third is 33 %; 20 % is one in five."""
    for x, y in ((a, b), (b, a)):
        if x.figure.unit != "percent" or y.figure.unit is not None or y.figure.kind != "number":
            continue
        share = 1 / y.value if y.figure.spelled and 2 < y.value <= 20 else y.value
        if 0 < share < 1 and abs(x.value / 100 - share) <= 0.01:
            return True
    return False


def is_rounding(exact: Item, rough: Item) -> bool:
    """Whether a figure is the other one, rounded at some place: 947, 900."""
    digits = significant(rough.value)
    if not exact.value or significant(exact.value) <= digits or disagree(exact.figure.unit, rough.figure.unit):
        return False
    return same(round(exact.value, digits - 1 - floor(log10(abs(exact.value)))), rough.value)


def _rounded(exact: Item, rough: Item) -> bool:
    """Whether the copy says less precisely what the original says ("about 13,000" for 12,874); never the reverse."""
    if exact.value * rough.value <= 0 or exact.figure.kind != rough.figure.kind or exact.figure.kind == "ordinal":
        return False
    digits = significant(rough.value)
    if disagree(exact.figure.unit, rough.figure.unit) or significant(exact.value) <= digits:
        return False
    if exact.figure.bound == rough.figure.bound != "=" or (abs(exact.value) < 10 and exact.figure.unit is None):
        return False
    below = rough.figure.bound in (">", ">=") and exact.value < rough.value
    above = rough.figure.bound in ("<", "<=") and exact.value > rough.value
    if below or above:
        return False
    nearest = round(exact.value, digits - 1 - floor(log10(abs(exact.value))))
    said = rough.figure.bound != "="
    if same(nearest, rough.value):
        return digits >= 2 or said or abs(exact.value) >= 1e5
    return said and abs(exact.value - rough.value) <= 0.1 * abs(exact.value)


def rescaled(a: Item, b: Item) -> float:
    """By which power of ten the second figure has the digits of the first; 0 when it has others, or the same value."""
    if a.value * b.value <= 0 or a.figure.kind == "ordinal" or coin_and_sum(a, b):
        return 0
    power = log10(b.value / a.value)
    step = round(power)
    return 10.0**step if step and abs(power - step) < 1e-9 else 0


def misread(a: Item, b: Item) -> bool:
    """Whether the copy's figure is the original's only if its separator is read as in another language."""
    if same(a.value, b.value) or a.figure.spelled or b.figure.spelled:
        return False
    # A separator makes a thousand of difference; other readings ("9.3m") differ by more.
    return any(same(a.value, other) and same(other, 1000 * b.value) for other in b.others) or any(
        same(a.value, other) and same(1000 * other, b.value) for other in b.others
    )


def is_year(item: Item) -> bool:
    """Four bare digits that look like a year."""
    return item.loose and not item.figure.spelled and 1500 <= item.value <= 2099


def likeness(a: Item, b: Item) -> float:
    """How likely two different figures stand for the same thing; 0 when they cannot."""
    one, two = a.figure, b.figure
    if disagree(one.unit, two.unit) and one.kind != "money" and not same_dimension(one.unit, two.unit):
        return 0
    if (one.kind == "money") != (two.kind == "money") and one.unit and two.unit:
        return 0
    if {one.kind, two.kind} in ({"ordinal", "money"}, {"ordinal", "percent"}, {"ordinal", "quantity"}):
        return 0
    if _pronoun(a) or _pronoun(b):
        return 0
    if (two.unit is None and one.unit is not None and b.loose) or (
        one.unit is None and two.unit is not None and a.loose
    ):
        return 0
    if any(_in_a_name(x, y) for x, y in ((a, b), (b, a))):
        return 0
    if (is_year(a) and two.spelled) or (is_year(b) and one.spelled):
        return 0
    if a.loose != b.loose and min(a.value, b.value) > 0 and abs(log10(a.value) - log10(b.value)) > 1:
        return 0
    score = 1.0
    score += 2 * (one.unit == two.unit and one.unit is not None)
    score += 1.0 * (one.kind == two.kind)
    score += 1.0 * (one.loose == two.loose)
    score += 1.0 * (one.counted is not None and one.counted == two.counted)
    score += 0.5 * (one.bound == two.bound and one.bound != "=")
    score += 1.5 * _look(a, b)
    return score


def _in_a_name(item: Item, other: Item) -> bool:
    """Whether a small number in words that measures nothing stands beside a measure: "Seven Sisters", 250 metres."""
    return item.figure.spelled and item.figure.unit is None and item.value <= 12 and other.figure.unit is not None


def _pronoun(item: Item) -> bool:
    """The word one, which counts nothing too often."""
    return item.loose and item.figure.spelled and item.value <= 1 and not _part(item)


def _part(item: Item) -> bool:
    """A fraction: half, a third."""
    return 0 < item.value < 1


def parts(a: Item, b: Item) -> bool:
    """Whether both figures are fractions."""
    return _part(a) and _part(b)


def _look(a: Item, b: Item) -> float:
    """0-1: whether the digits look alike (84 and 184, 45 and 54, 7.5 and 75) or the sizes do."""
    x, y = (f"{abs(item.value):.10g}".replace(".", "").strip("0") for item in (a, b))
    if x and y and (x == y or x.endswith(y) or y.endswith(x) or sorted(x) == sorted(y)):
        return 1
    if not a.value or not b.value:
        return 0
    distance = abs(log10(abs(a.value)) - log10(abs(b.value)))
    return max(0.0, 0.8 - distance / 3)
