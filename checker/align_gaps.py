"""Segments that nothing on the other side renders: those the alignment skipped, and those it let a block carry along.

A monotonic search likes to give a dropped sentence to its neighbour's link ("two sentences became one"). Whether the
sentence is really told there shows when it is taken out: if the rest of the link fits better without it, it is not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from retold.checker import calibration
from retold.checker.align import cosine, pooled
from retold.checker.model import Article, Link

if TYPE_CHECKING:
    from retold.checker.compare import Comparison
    from retold.checker.embed import Encoder

LEAST_GAIN = 0.09
"""What a link must gain in cosine and in evenness of lengths together for a segment to count as carried along."""
EVENNESS = 0.8
"""What the logarithm of the lengths' ratio counts against the cosine (a logistic fit on sentences cut from, and kept
in, human translations of news)."""
LOSS = 0.02
"""A link that loses more than this in cosine without a segment tells it, whatever the lengths say."""
STRANGER = 0.6
"""A segment this much like the other side by itself is told there, whatever the lengths say."""
OWN_RATIO = 5
"""Links of one segment each from which on they tell how long this copy is; with fewer, what is usual between the
languages does."""
CONTEXT = 2
"""With fewer links nothing shows that the two texts run side by side."""
ALONE_SURETY = 0.65
CARRIED_SURETY = 0.6
"""How sure a gap can be without such context; and inside a link, to which comes what the link gains without it."""
UNTOLD = 0.34
"""Without an encoder, a segment is one that nothing tells while no segment of the other text has more of its words."""

_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f])+")
"""Letters with the signs that are written on them: Python counts the vowels of Hindi as no letters."""


@dataclass(frozen=True)
class Gap:
    """A segment without a counterpart.

    `best` is the cosine of the best match that the whole other text has for it, None when there was no encoder to
    ask. `surety` is the highest confidence that the way it was found allows.
    """

    index: int
    best: float | None
    surety: float = 1.0


def gaps(comparison: Comparison) -> tuple[list[Gap], list[Gap]]:
    """Gaps of the original (omissions) and of the copy (additions), in text order."""
    assert comparison.original is not None
    original, copy, encoder = comparison.original, comparison.copy, comparison.encoder
    linked_original = {i for link in comparison.links if link.copy for i in link.original}
    linked_copy = {j for link in comparison.links if link.original for j in link.copy}
    missing = {i for link in comparison.links for i in link.original} - linked_original
    extra = {j for link in comparison.links for j in link.copy} - linked_copy
    if encoder is None:
        for link in comparison.links:
            if link.original and link.copy and comparison.same_language:
                missing |= _unlike(original, link.original, copy, link.copy)
                extra |= _unlike(copy, link.copy, original, link.original)
        return [Gap(i, None) for i in sorted(missing)], [Gap(j, None) for j in sorted(extra)]
    carried: tuple[dict[int, float], dict[int, float]] = ({}, {})
    if comparison.order == "monotonic":
        search = _Carried(comparison, encoder)
        for link in comparison.links:
            if link.original and link.copy and len(link.original) + len(link.copy) > 2:
                for side, index, gain in search.of(link):
                    carried[side][index] = min(1.0, CARRIED_SURETY + gain)
    ceiling = 1.0 if sum(bool(link.original and link.copy) for link in comparison.links) >= CONTEXT else ALONE_SURETY
    return (
        best_elsewhere(original, copy, {**dict.fromkeys(missing, 1.0), **carried[0]}, encoder, ceiling),
        best_elsewhere(copy, original, {**dict.fromkeys(extra, 1.0), **carried[1]}, encoder, ceiling),
    )


def _unlike(article: Article, indexes: tuple[int, ...], other: Article, opposite: tuple[int, ...]) -> set[int]:
    """Without an encoder, in one language: the segments of a block whose words stand nowhere in the other text, when
    the words of the rest of the block stand on its other side."""
    if len(indexes) < 2:
        return set()
    shares = {index: told(article.words_of(article.segments[index]), other, opposite) for index in indexes}
    if max(shares.values()) < 0.5:
        return set()
    return {
        index
        for index, share in shares.items()
        if share <= UNTOLD and told(article.words_of(article.segments[index]), other) <= UNTOLD
    }


def told(text: str, other: Article, indexes: Iterable[int] | None = None) -> float:
    """The largest share of a text's words that one segment of the other text (or of some of it) has."""
    words = set(_WORD.findall(text.casefold()))
    key = ("words", "by segment")
    if key not in other.memo:
        other.memo[key] = [frozenset(_WORD.findall(other.words_of(s).casefold())) for s in other.segments]
    known = other.memo[key]
    some = known if indexes is None else [known[index] for index in indexes]
    return max((len(words & theirs) for theirs in some), default=0) / max(1, len(words))


class _Carried:
    """Finds segments at the edges of a block's sides that the block is better off without, by meaning and by length:
    the second half of a long sentence is unlike the whole too, but without it the lengths no longer agree."""

    def __init__(self, comparison: Comparison, encoder: Encoder) -> None:
        from retold.checker.embed import vectors

        assert comparison.original is not None
        self.articles = comparison.original, comparison.copy
        self.rows = tuple(vectors(article, encoder) for article in self.articles)
        ratios = _length_ratios(comparison)
        self.ratio = (
            ratios[len(ratios) // 2]
            if len(ratios) >= OWN_RATIO
            else calibration.length_ratio(*(article.language for article in self.articles))
        )

    def of(self, link: Link) -> Iterator[tuple[int, int, float]]:
        """(side, index, what the link gains without it) of the segments that a link carries along."""
        sides = [list(link.original), list(link.copy)]
        while len(sides[0]) + len(sides[1]) > 2:
            best = max(filter(None, (self._gain(sides, side, end) for side in (0, 1) for end in (0, -1))), default=None)
            if best is None:
                break
            gain, side, index = best
            sides[side].remove(index)
            yield side, index, gain

    def _gain(self, sides: list[list[int]], side: int, end: int) -> tuple[float, int, int] | None:
        """What the link gains without that segment; None when it should keep it."""
        if len(sides[side]) < 2:
            return None
        index = sides[side][end]
        rest, alone = [*sides], [*sides]
        rest[side] = [other for other in sides[side] if other != index]
        alone[side] = [index]
        if self._fit(alone) >= STRANGER:
            return None
        closer = self._fit(rest) - self._fit(sides)
        gain = closer + EVENNESS * (self._uneven(sides) - self._uneven(rest))
        if gain <= LEAST_GAIN or closer < -LOSS:
            return None
        return gain, side, index

    def _fit(self, sides: list[list[int]]) -> float:
        one, other = (pooled(r, a, tuple(s)) for r, a, s in zip(self.rows, self.articles, sides, strict=True))
        return cosine(one, other) or 0.0

    def _uneven(self, sides: list[list[int]]) -> float:
        left, right = (
            sum(article.segments[i].end - article.segments[i].start for i in side)
            for article, side in zip(self.articles, sides, strict=True)
        )
        return abs(math.log(right / (left * self.ratio)))


def _length_ratios(comparison: Comparison) -> list[float]:
    """Characters of the copy for each of the original, sorted, of the links with one segment on each side."""
    return sorted(
        (theirs[0].end - theirs[0].start) / (ours[0].end - ours[0].start)
        for _, ours, theirs in comparison.linked_pairs()
        if len(ours) == len(theirs) == 1
    )


def best_elsewhere(
    article: Article, other: Article, indexes: Mapping[int, float], encoder: Encoder, ceiling: float = 1.0
) -> list[Gap]:
    """For each segment (with its surety, at most `ceiling`), the best cosine to any segment, or two neighbours, of the
    other text, boilerplate too."""
    from retold.checker.embed import unit_rows, vectors

    if not indexes:
        return []
    mine, theirs = vectors(article, encoder), vectors(other, encoder)
    order = sorted(indexes)
    if not len(theirs):
        return [Gap(i, 0.0, min(ceiling, indexes[i])) for i in order]
    found = (mine[order] @ theirs.T).max(axis=1)
    if len(theirs) > 1:
        found = found.clip(min=(mine[order] @ unit_rows(theirs[:-1] + theirs[1:]).T).max(axis=1))
    return [Gap(i, float(value), min(ceiling, indexes[i])) for i, value in zip(order, found, strict=True)]


def rivals(original: Article, copy: Article, link: Link, encoder: Encoder) -> tuple[float, float]:
    """The best cosine of a link's original side to a segment of the copy outside the link, and of its copy side to one
    of the original; -1 where there is none."""
    from retold.checker.embed import vectors

    mine, theirs = vectors(original, encoder), vectors(copy, encoder)
    one, other = pooled(mine, original, link.original), pooled(theirs, copy, link.copy)
    return (
        max((cosine(one, theirs[j]) or 0.0 for j in range(len(theirs)) if j not in link.copy), default=-1.0),
        max((cosine(other, mine[i]) or 0.0 for i in range(len(mine)) if i not in link.original), default=-1.0),
    )
