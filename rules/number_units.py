"""Units of measure that convert into one another, as CLDR's conversion data define them."""

from __future__ import annotations

from retold.checker.language import cldr

_SHARES: dict[str, tuple[str, float]] = {"percent": ("share", 0.01), "permille": ("share", 0.001)}

_TIMES: dict[str, tuple[str, float]] = {
    "day": ("day", 1.0), "week": ("day", 7.0), "month": ("day", 30.4375), "year": ("day", 365.25),
}  # fmt: skip
"""Units of age."""

_BY_HAND: dict[str, tuple[str, float]] = {
    "stone": ("kilogram", 6.35029318),
    "square-decimeter": ("meter2", 0.01),
    **{f"{prefix}watt-hour": ("kilogram meter2 second-2", 3600.0 * factor) for prefix, factor in (
        ("", 1.0), ("mega", 1e6), ("giga", 1e9), ("tera", 1e12),
    )},
}  # fmt: skip
"""Units that the language files name and CLDR's list does not hold."""

TO_BASE: dict[str, tuple[str, float]] = {
    **{unit: (dimension, factor) for unit, (dimension, factor) in cldr("units", "und")["factors"].items()},
    **_BY_HAND,
    **_SHARES,
    **_TIMES,
}
"""Units that convert into one another: dimension (base units with their powers) and factor to its base unit."""

METRIC = {
    "kilometer": ("mile",), "meter": ("foot", "yard"), "centimeter": ("inch",), "kilogram": ("pound",),
    "hectare": ("acre",), "square-kilometer": ("square-mile",), "liter": ("gallon",),
    "kilometer-per-hour": ("mile-per-hour",), "square-meter": ("square-foot",),
    "kilometer-per-second": ("mile-per-second",), "meter-per-second": ("foot-per-second",),
    "year": ("month",), "month": ("week",), "week": ("day",),
}  # fmt: skip
"""What a unit is usually converted to: for texts whose unit names are not read."""

COUNTERPARTS = {unit: TO_BASE[unit][1] / TO_BASE[metric][1] for metric, units in METRIC.items() for unit in units}
"""How many of the usual metric unit one of the others makes: 1.609344 for the mile."""
