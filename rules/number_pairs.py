"""The figures that linked segments share: one figure of the original, one of the copy, one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.number import Figure
from retold.checker.model import Link


@dataclass(frozen=True, slots=True)
class Shared:
    """Two figures of one value, which each side of their link gives once; one may be a range that ends in it."""

    original: Figure
    copy: Figure


@dataclass(frozen=True, slots=True)
class LinkFigures:
    """All figures of the two sides of a link, in text order, and those that both sides share."""

    link: Link
    originals: Sequence[Figure]
    copies: Sequence[Figure]
    shared: tuple[Shared, ...]


def shared_figures(comparison: Comparison) -> tuple[LinkFigures, ...]:
    """The links whose sides share figures; computed once, kept on the comparison as a cached property would be."""
    memo = vars(comparison)
    if "_shared_figures" not in memo:
        memo["_shared_figures"] = tuple(_links(comparison))
    found: tuple[LinkFigures, ...] = memo["_shared_figures"]
    return found


def _links(comparison: Comparison) -> list[LinkFigures]:
    assert comparison.original is not None
    out = []
    for link, ours, theirs in comparison.linked_pairs():
        originals = [mention for mention in inside(comparison.original, "number", ours) if isinstance(mention, Figure)]
        copies = [mention for mention in inside(comparison.copy, "number", theirs) if isinstance(mention, Figure)]
        if originals and copies:
            left, right = _once(originals), _once(copies)
            shared = tuple(Shared(figure, right[key]) for key, figure in left.items() if key in right)
            if shared:
                out.append(LinkFigures(link, originals, copies, shared))
    return out


def _once(figures: Sequence[Figure]) -> dict[str, Figure]:
    """Figures by their value, a range by both ends and by each, without those whose value stands there twice."""
    found: dict[str, Figure | None] = {}
    for figure in figures:
        ends = (f"{figure.low}..{figure.high}", figure.low, figure.high) if figure.kind == "range" else (figure.value,)
        for key in filter(None, ends):
            found[key] = None if key in found else figure
    return {key: figure for key, figure in found.items() if figure is not None}
