"""Units of measure that convert into one another."""

from __future__ import annotations

TO_BASE: dict[str, tuple[str, float]] = {
    "millimeter": ("m", 0.001), "centimeter": ("m", 0.01), "meter": ("m", 1), "kilometer": ("m", 1000),
    "inch": ("m", 0.0254), "foot": ("m", 0.3048), "yard": ("m", 0.9144), "mile": ("m", 1609.344),
    "nautical-mile": ("m", 1852), "square-centimeter": ("m2", 1e-4), "square-meter": ("m2", 1),
    "square-kilometer": ("m2", 1e6), "hectare": ("m2", 1e4), "acre": ("m2", 4046.86), "square-mile": ("m2", 2589988.0),
    "square-foot": ("m2", 0.092903), "milligram": ("g", 0.001), "gram": ("g", 1), "kilogram": ("g", 1000),
    "tonne": ("g", 1e6), "ton": ("g", 907184.7), "pound": ("g", 453.592), "ounce": ("g", 28.3495),
    "milliliter": ("l", 0.001), "liter": ("l", 1), "cubic-meter": ("l", 1000), "gallon": ("l", 3.78541),
    "barrel": ("l", 158.987), "cubic-foot": ("l", 28.3168), "cubic-kilometer": ("l", 1e12),
    "kilometer-per-hour": ("m/s", 1 / 3.6), "mile-per-hour": ("m/s", 0.44704), "meter-per-second": ("m/s", 1),
    "knot": ("m/s", 0.514444), "watt": ("w", 1), "kilowatt": ("w", 1e3), "megawatt": ("w", 1e6), "gigawatt": ("w", 1e9),
    "horsepower": ("w", 745.7), "byte": ("b", 1), "kilobyte": ("b", 1e3), "megabyte": ("b", 1e6),
    "gigabyte": ("b", 1e9), "terabyte": ("b", 1e12), "percent": ("share", 0.01), "permille": ("share", 0.001),
}  # fmt: skip
"""Units that convert into one another: dimension and factor to its base unit (exact or NIST values)."""

COUNTERPARTS = {
    "mile": 1.609344, "foot": 0.3048, "yard": 0.9144, "inch": 2.54, "pound": 0.453592, "acre": 0.404686,
    "square-mile": 2.589988, "gallon": 3.78541, "mile-per-hour": 1.609344, "square-foot": 0.092903,
}  # fmt: skip
METRIC = {
    "kilometer": ("mile",), "meter": ("foot", "yard"), "centimeter": ("inch",), "kilogram": ("pound",),
    "hectare": ("acre",), "square-kilometer": ("square-mile",), "liter": ("gallon",),
    "kilometer-per-hour": ("mile-per-hour",), "square-meter": ("square-foot",),
}  # fmt: skip
"""What a unit is usually converted to: for texts whose unit names are not read."""
