"""The canonical record of a figure."""

from __future__ import annotations

from dataclasses import dataclass

from retold.checker.model import Mention


@dataclass(frozen=True, kw_only=True)
class Figure(Mention):
    """A number with what it measures.

    kind: number, ordinal, percent, money, quantity or range.
    value: canonical decimal string ("10000", "0.5"; percent as "12" for 12 %); None for a range of two figures.
    alternates: other readings of the same digits ("1.000" -> "1000" and "1").
    low, high: the ends of a range, or of an open bound (the other end None).
    bound: "=", "~", ">", ">=", "<" or "<=".
    unit: ISO 4217 for money, CLDR unit id for quantities, "percent", "permille" or "percentage-point".
    counted: the word after the figure, folded, where one is adjacent.
    spelled: written in words. loose: too often no figure (pronouns, small spelled numbers, bare years) to judge alone.
    direction: "up" or "down" where the clause says which way the figure went.
    parts: the figure in a range that a bound makes of it ("more than 30"); empty for all others.
    """

    alternates: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    bound: str = "="
    unit: str | None = None
    counted: str | None = None
    spelled: bool = False
    loose: bool = False
    direction: str | None = None
    parts: tuple[Figure, ...] = ()
