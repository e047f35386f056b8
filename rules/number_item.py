"""One value of a figure, as it is compared."""

from __future__ import annotations

from dataclasses import dataclass

from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_digits import plain
from retold.rules.number_written import numerals

_FRACTION = 0.03
"""The share by which a fraction may be off: 0.17 for a sixth, not 0.002 for 0.005."""


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


def same(a: float, b: float) -> bool:
    """Whether two values are equal, as floats are, or as a fraction is that was written with few digits: 0.33."""
    apart, size = abs(a - b), max(abs(a), abs(b))
    return apart <= 1e-9 * max(1.0, size) or (0 < a < 1 and 0 < b < 1 and apart < min(0.004, _FRACTION * size))


def significant(value: float) -> int:
    """Significant digits of a number, trailing zeros not counted: 12,874 has 5, 13,000 has 2."""
    return len(f"{abs(value):.10g}".split("e")[0].replace(".", "").strip("0")) or 1
