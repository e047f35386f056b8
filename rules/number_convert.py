"""Figures in two units: what is a conversion, as writers round, and what is another quantity."""

from __future__ import annotations

from math import floor, log10

from retold.checker.mentions.number import Figure
from retold.rules.number_item import Item, same, significant
from retold.rules.number_money import coin_and_sum
from retold.rules.number_units import COUNTERPARTS, METRIC, TO_BASE

_CONVERSION = 0.06
"""A converted figure is rounded by its writer: how far it may be off in any case."""

_FIT = 0.012
"""How far a conversion from a unit that is not read may be off: any of many units may be meant."""

_USUAL = tuple(
    "millimeter centimeter meter kilometer inch foot yard mile nautical-mile gram kilogram tonne ton pound ounce liter "
    "gallon barrel cubic-meter hectare acre square-meter square-kilometer square-foot square-mile kilometer-per-hour "
    "mile-per-hour meter-per-second knot".split()
)
"""The units that a figure of the news is likely to be in when its unit is not read."""

_SCALES = {"celsius": (1.0, 0.0), "fahrenheit": (1.8, 32.0), "kelvin": (1.0, 273.15)}
"""Scales of temperature: degrees that make one of Celsius, and where water freezes."""

_CELSIUS = _SCALES["celsius"]

_TEMPERATURE, _RISE = 2.5, 0.6
"""Degrees Fahrenheit by which a converted temperature may be off, and a converted rise of temperature."""

_RISES = 20
"""Degrees from which on a temperature in kelvins is no rise."""

_TWINS = (
    frozenset(("tonne", "ton")), frozenset(("pound", "GBP")), frozenset(("degree", "celsius")),
    frozenset(("degree", "fahrenheit")), frozenset(("percent", "percentage-point")),
)  # fmt: skip
"""Units that a word may leave open."""


def converted(a: Item, b: Item) -> bool:
    """Whether one figure is the other in another unit of the same dimension, as writers round."""
    if not same_dimension(a.figure.unit, b.figure.unit):
        return False
    if a.figure.unit not in TO_BASE:
        return _degrees(a, b)
    first, second = TO_BASE[str(a.figure.unit)][1], TO_BASE[str(b.figure.unit)][1]
    there, back = a.value * first / second, b.value * second / first
    return _near(there, b.value) or _near(back, a.value) or _range_ends(a, b, there) or _range_ends(b, a, back)


def in_unit(figure: Figure, unit: str | None, near: float | None = None) -> tuple[float, ...]:
    """A quantity in another unit, a range by both ends; empty when the two do not convert.

    Where its separators leave more than one value, `near` tells which is meant.
    """
    own = figure.unit
    if unit is None or own is None or not same_dimension(own, unit):
        return ()
    ends = (figure.low, figure.high) if figure.kind == "range" else (figure.value,)
    if near and figure.value is not None and figure.kind != "range":
        values = (_in_unit(float(each), own, unit) for each in (figure.value, *figure.alternates))
        return (min(values, key=lambda value: abs(log10(abs(value / near) or 1e-9))),)
    return tuple(_in_unit(float(end), own, unit) for end in ends if end is not None)


def _in_unit(value: float, own: str, unit: str) -> float:
    if own in TO_BASE and unit in TO_BASE:
        return value * TO_BASE[own][1] / TO_BASE[unit][1]
    (size, zero), (wanted, freezing) = _SCALES.get(own, _CELSIUS), _SCALES.get(unit, _CELSIUS)
    return (value - zero) / size * wanted + freezing


def reconverted(a: Item, b: Item) -> bool:
    """Whether two figures are one quantity converted, or converted and back: 80 km, 50 miles, 49.7 miles."""
    return converted(a, b) or (a.figure.unit == b.figure.unit is not None and _near(a.value, b.value))


def unit_changed(a: Item, b: Item) -> bool:
    """Whether the value stayed while its unit became another: 40 miles, 40 km; 300 square metres, 300 metres; 5
    cents, 5 dollars.
    """
    one, two = a.figure.unit, b.figure.unit
    if one is None or two is None or one == two or frozenset((one, two)) in _TWINS or not same(a.value, b.value):
        return False
    if same_dimension(one, two):
        return "degree" not in (one, two) and not converted(a, b)
    if coin_and_sum(a, b):
        return True
    return _root(one) == _root(two) and "quantity" in (a.figure.kind, b.figure.kind)


def _root(unit: str) -> str:
    """The unit that a square, a cube or an hour was made of: square-meter -> meter, kilowatt-hour -> kilowatt."""
    return unit.removeprefix("square-").removeprefix("cubic-").removesuffix("-hour")


def points_confused(a: Item, b: Item) -> bool:
    """Whether percent became percentage points, or the reverse."""
    return {a.figure.unit, b.figure.unit} == {"percent", "percentage-point"} and same(a.value, b.value)


def misconverted(a: Item, b: Item) -> bool:
    """Whether two different figures differ in unit within one dimension: a doubtful conversion.

    Tons are tonnes in most languages; bare degrees may be of either scale, but a sign that was lost is no conversion.
    """
    units = a.figure.unit, b.figure.unit
    bare = "degree" in units and a.value != -b.value
    return same_dimension(*units) and (frozenset(units) not in _TWINS or bare)


def far_off(a: Item, b: Item) -> bool:
    """Whether a conversion is wrong by more than half."""
    if a.figure.unit not in TO_BASE or b.figure.unit not in TO_BASE or not a.value * b.value:
        return abs(a.value - b.value) > 50
    ratio = a.value * TO_BASE[a.figure.unit][1] / (b.value * TO_BASE[b.figure.unit][1])
    return not 2 / 3 <= ratio <= 1.5


def unread(bare: Item, other: Item, known: bool) -> bool:
    """Whether a figure without a unit may be a conversion of one with a unit ("2 inches": "unos 5").

    In a language whose units are not read (`known` false) it may be in any unit, but then the figures must fit well.
    """
    unit = other.figure.unit
    if bare.figure.unit is not None or unit is None:
        return False
    if unit in ("celsius", "fahrenheit", "degree"):
        return _degrees(bare, other)
    factors = [COUNTERPARTS[unit]] if unit in COUNTERPARTS else [1 / COUNTERPARTS[u] for u in METRIC.get(unit, ())]
    if any(_near(other.value * factor, bare.value) for factor in factors):
        return True
    if known or unit not in TO_BASE or not other.value:
        return False
    dimension, base = TO_BASE[unit]
    usual = (TO_BASE[name] for name in _USUAL if name != unit and name in TO_BASE)
    ratios = [factor / base for kind, factor in usual if kind == dimension]
    near = max(_FIT * abs(other.value), 0.5 * 10.0 ** -_decimals(other.value))
    return any(abs(value * ratio - other.value) <= near for value in (bare.value, *bare.others) for ratio in ratios)


def _decimals(value: float) -> int:
    """Digits after the decimal mark."""
    return len(f"{value:.10g}".partition(".")[2])


def bare_conversion(a: Item, b: Item) -> bool:
    """Whether two figures, one of them at least without a unit that is read, are to each other as two usual units."""
    if (a.figure.unit is not None and b.figure.unit is not None) or a.value * b.value <= 0:
        return False
    ratio = max(a.value, b.value) / min(a.value, b.value)
    return any(abs(ratio / max(factor, 1 / factor) - 1) <= _CONVERSION for factor in COUNTERPARTS.values())


def same_dimension(a: str | None, b: str | None) -> bool:
    """Whether two different units measure the same."""
    if a is None or b is None or a == b:
        return False
    if {a, b} <= {*_SCALES, "degree"}:
        return True
    return a in TO_BASE and b in TO_BASE and TO_BASE[a][0] == TO_BASE[b][0]


def disagree(a: str | None, b: str | None) -> bool:
    return a is not None and b is not None and a != b and frozenset((a, b)) not in _TWINS


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


def _degrees(a: Item, b: Item) -> bool:
    """Whether one is the other on another scale: a temperature (98 °F, 37 °C), or a rise of so many degrees."""
    return any(
        _same_heat(a.value, one, b.value, two)
        for one in _scales(a.figure.unit)
        for two in _scales(b.figure.unit)
        if one != two
    )


def _same_heat(a: float, one: tuple[float, float], b: float, two: tuple[float, float]) -> bool:
    (size, zero), (other_size, other_zero) = one, two
    if abs((a - zero) / size - (b - other_zero) / other_size) * 1.8 <= _TEMPERATURE:
        return True
    return (size != other_size or abs(a) < _RISES) and abs(a / size - b / other_size) * 1.8 <= _RISE


def _scales(unit: str | None) -> tuple[tuple[float, float], ...]:
    """The scales that a unit may be on: bare degrees and bare figures on both of daily life."""
    return (_SCALES[unit],) if unit in _SCALES else (_CELSIUS, _SCALES["fahrenheit"])
