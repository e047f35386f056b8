"""When two figures say the same: by value, by unit, by conversion, by rounding; and how alike two that differ are."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor, log10

from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_digits import plain
from retold.rules.number_units import COUNTERPARTS, METRIC, TO_BASE
from retold.rules.number_written import numerals

_CONVERSION = 0.06
"""A converted figure is rounded by its writer: how far it may be off in any case."""

_TWINS = (
    frozenset(("tonne", "ton")), frozenset(("pound", "GBP")), frozenset(("degree", "celsius")),
    frozenset(("degree", "fahrenheit")), frozenset(("percent", "percentage-point")),
)  # fmt: skip
"""Units that a word may leave open."""

_MAGNITUDES = (1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e12)


@dataclass(slots=True, eq=False)
class Item:
    """One value of a figure: a range has two, its ends."""

    figure: Figure
    value: float
    others: tuple[float, ...]
    segment: int
    key: str
    matched: bool = False

    @property
    def loose(self) -> bool:
        return self.figure.loose

    def numerals(self, known: bool) -> frozenset[str]:
        """How the value may stand in digits: its own, and in languages that are not read those it is written with."""
        written = set() if known else {*self.figure.alternates, *numerals(self.figure.text)}
        if self._decade_end():
            written.add(plain(int(self.value) - 9))
        return frozenset({self.key, *written} - {"0", "1"})

    def _decade_end(self) -> bool:
        """The 29 of "20-29", which may render "in his 20s"."""
        low = self.figure.low if self.figure.kind == "range" else None
        return low is not None and self.key == self.figure.high and low.endswith("0") and self.value - float(low) == 9


def items_of(figure: Figure, segment: int) -> list[Item]:
    if figure.kind == "range":
        return [Item(figure, float(end), (), segment, end) for end in (figure.low, figure.high) if end is not None]
    if figure.value is None:
        return []
    others = tuple(float(other) for other in figure.alternates)
    return [Item(figure, float(figure.value), others, segment, figure.value)]


def equal(a: Item, b: Item, known: bool) -> int:
    """3 the same value and unit, 2 the same value, 1 the same by conversion or rounding, 0 another figure.

    `known` says that the number words of both languages are read; if not, a bare scale word may be missing.
    """
    same = any(_same(x, y) for x in (a.value, *a.others) for y in (b.value, *b.others))
    units = a.figure.unit, b.figure.unit
    if same and _other_end(a, b):
        return 0
    same = same or (a.figure.bound, b.figure.bound, b.value - a.value) in ((">", ">=", 1), (">=", ">", -1))
    if same:
        return 3 if units[0] == units[1] else 2
    if converted(a, b) or _share(a, b) or _rounded(a, b) or _halved(a, b):
        return 1
    return int(_unread(a, b) or _unread(b, a) or (not known and _scaled(a, b)))


def _other_end(a: Item, b: Item) -> bool:
    """Whether two values are opposite ends of ranges in two units: 1 to 2 inches, 2 to 5 cm."""
    one, two = a.figure, b.figure
    if one.kind != "range" or two.kind != "range" or not _same_dimension(one.unit, two.unit):
        return False
    return (a.key == one.low) != (b.key == two.low)


def _same(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b)) or (a < 1 and b < 1 and abs(a - b) < 0.004)


def _scaled(a: Item, b: Item) -> bool:
    """Whether one figure may be the other without its scale word."""
    return any(_same(max(a.value, b.value), min(a.value, b.value) * scale) for scale in _MAGNITUDES)


def _unread(bare: Item, other: Item) -> bool:
    """Whether a figure without a unit may be a conversion of one with a unit ("2 inches": "unos 5")."""
    unit = other.figure.unit
    if bare.figure.unit is not None or unit is None:
        return False
    if unit in ("celsius", "fahrenheit", "degree"):
        return _degrees(bare.value, other.value)
    factors = [COUNTERPARTS[unit]] if unit in COUNTERPARTS else [1 / COUNTERPARTS[u] for u in METRIC.get(unit, ())]
    return any(_near(other.value * factor, bare.value) for factor in factors)


def _near(exact: float, written: float) -> bool:
    """Whether a writer may have rounded one to the other: by share, or to the last digit written, or to a five."""
    if abs(exact - written) <= _CONVERSION * max(abs(exact), abs(written)):
        return True
    step = _last_place(written)
    return step > 0 and abs(exact - written) <= step / 2 * (1 + 1e-9) and abs(exact - written) < 0.25 * abs(exact)


def _range_ends(a: Item, b: Item, exact: float) -> bool:
    """Whether an end of a range was converted as ends are, up or down to a whole step: 1 to 2 inches, 2 to 5 cm."""
    if a.figure.kind != "range" or b.figure.kind != "range":
        return False
    return abs(exact - b.value) < min(_last_place(b.value), 0.35 * abs(exact))


def _last_place(value: float) -> float:
    """What the last digit written counts: 100 for 300, 5 for 25, 1 for 27."""
    if not value:
        return 0
    place = 10.0 ** (floor(log10(abs(value))) - significant(value) + 1)
    return 5 * place if significant(value) >= 2 and round(abs(value) / place) % 5 == 0 else place


def _degrees(a: float, b: float) -> bool:
    return any(abs(x * 1.8 + 32 - y) <= 2.5 or abs(x * 1.8 - y) <= 2.5 for x, y in ((a, b), (b, a)))


def converted(a: Item, b: Item) -> bool:
    """Whether one figure is the other in another unit of the same dimension, as writers round."""
    if not _same_dimension(a.figure.unit, b.figure.unit):
        return False
    if a.figure.unit not in TO_BASE:
        return _degrees(a.value, b.value)
    first, second = TO_BASE[str(a.figure.unit)][1], TO_BASE[str(b.figure.unit)][1]
    there, back = a.value * first / second, b.value * second / first
    return _near(there, b.value) or _near(back, a.value) or _range_ends(a, b, there) or _range_ends(b, a, back)


def reconverted(a: Item, b: Item) -> bool:
    """Whether two figures are one quantity converted, or converted and back: 80 km, 50 miles, 49.7 miles."""
    return converted(a, b) or (a.figure.unit == b.figure.unit is not None and _near(a.value, b.value))


def _same_dimension(a: str | None, b: str | None) -> bool:
    """Whether two different units measure the same."""
    if a is None or b is None or a == b:
        return False
    if {a, b} <= {"celsius", "fahrenheit", "degree", "kelvin"}:
        return True
    return a in TO_BASE and b in TO_BASE and TO_BASE[a][0] == TO_BASE[b][0]


def _halved(a: Item, b: Item) -> bool:
    """3½ against 3 with the half further on: "3 horas y media"."""
    return abs(a.value - b.value) == 0.5 and "½" in a.figure.text + b.figure.text


def _share(a: Item, b: Item) -> bool:
    """Half is 50 %, a third is 33 %."""
    for x, y in ((a, b), (b, a)):
        bare = x.figure.unit == "percent" and y.figure.unit is None and 0 < y.value < 1
        if bare and abs(x.value / 100 - y.value) <= 0.01:
            return True
    return False


def significant(value: float) -> int:
    """Significant digits of a number, trailing zeros not counted: 12,874 has 5, 13,000 has 2."""
    return len(f"{abs(value):.10g}".split("e")[0].replace(".", "").strip("0")) or 1


def _rounded(exact: Item, rough: Item) -> bool:
    """Whether the copy says less precisely what the original says ("about 13,000" for 12,874); never the reverse."""
    if exact.value * rough.value <= 0 or exact.figure.kind != rough.figure.kind or exact.figure.kind == "ordinal":
        return False
    digits = significant(rough.value)
    if _disagree(exact.figure.unit, rough.figure.unit) or significant(exact.value) <= digits:
        return False
    if exact.figure.bound == rough.figure.bound != "=" or (abs(exact.value) < 10 and exact.figure.unit is None):
        return False
    nearest = round(exact.value, digits - 1 - floor(log10(abs(exact.value))))
    said = rough.figure.bound != "="
    if _same(nearest, rough.value):
        return digits >= 2 or said or abs(exact.value) >= 1e5
    below = rough.figure.bound in (">", ">=") and exact.value < rough.value
    above = rough.figure.bound in ("<", "<=") and exact.value > rough.value
    return said and not below and not above and abs(exact.value - rough.value) <= 0.1 * abs(exact.value)


def _disagree(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b and frozenset((a, b)) not in _TWINS


def unit_changed(a: Item, b: Item) -> bool:
    """Whether the value stayed while its unit became another of the same dimension: 40 miles, 40 kilometres."""
    one, two = a.figure.unit, b.figure.unit
    if not _same_dimension(one, two) or frozenset((one, two)) in _TWINS or not _same(a.value, b.value):
        return False
    return not converted(a, b) and a.figure.unit != "degree" != b.figure.unit


def misread(a: Item, b: Item) -> bool:
    """Whether the copy's figure is the original's only if its separator is read as in another language."""
    if _same(a.value, b.value):
        return False
    # A separator makes a thousand of difference; other readings ("9.3m") differ by more.
    return any(_same(a.value, other) and _same(other, 1000 * b.value) for other in b.others) or any(
        _same(a.value, other) and _same(1000 * other, b.value) for other in b.others
    )


def misconverted(a: Item, b: Item) -> bool:
    """Whether two different figures differ in unit within one dimension: a doubtful conversion."""
    return _same_dimension(a.figure.unit, b.figure.unit)


def far_off(a: Item, b: Item) -> bool:
    """Whether a conversion is wrong by more than half."""
    if a.figure.unit not in TO_BASE or b.figure.unit not in TO_BASE or not a.value * b.value:
        return abs(a.value - b.value) > 50
    ratio = a.value * TO_BASE[a.figure.unit][1] / (b.value * TO_BASE[b.figure.unit][1])
    return not 2 / 3 <= ratio <= 1.5


def likeness(a: Item, b: Item) -> float:
    """How likely two different figures stand for the same thing; 0 when they cannot."""
    one, two = a.figure, b.figure
    if _disagree(one.unit, two.unit) and one.kind != "money" and not _same_dimension(one.unit, two.unit):
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
