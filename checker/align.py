"""Which segments of the copy render which segments of the original.

Two searches: `align_monotonic` for copies that keep the order (translations), `align_free` for those that do not
(rewrites). Both see a text as vectors, one a segment: an encoder's, with the shared words and figures beside them, or
the shared words and figures alone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from retold.checker import language
from retold.checker.model import Article, Link, Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from retold.checker.embed import Encoder

Links = tuple[Link, ...]

ANCHORS = 0.4
"""How much shared words and figures weigh beside an encoder's vectors (tuned on Text+Berg, German-French)."""
STRAY = 0.25
"""From this share of well-matched segments out of order, a same-language copy counts as reordered."""
LENGTH_RATIO = 1.6
"""A same-language copy that is this much longer or shorter is a rewrite, not a light edit."""
DEBRIS = 4
"""Letters up to which a lone word behind a sentence is debris ("Ta.") and belongs to its neighbour."""
LARGE = 100_000_000
"""Pairs of segments from which on only the search in linear time is affordable."""


def align(
    original: Article, copy: Article, encoder: Encoder | None, order: str = "auto"
) -> tuple[tuple[Link, ...], str]:
    """Links between the body segments of two articles, and the order that was used, "monotonic" or "free".

    Every body segment is in at least one link, boilerplate in none; a link's empty side is an omission or an addition.
    Indexes refer to `article.segments`. `order` "auto" is monotonic for a translation, and for a copy in the same
    language as long as its length and its best matches show the same order. It always is for texts of tens of
    thousands of segments, where the other takes minutes, and between languages without an encoder, where nothing else
    holds. `similarity` is the cosine of the pooled sides, None without an encoder.
    """
    left = [segment.index for segment in original.body if not _is_debris(original, segment)]
    right = [segment.index for segment in copy.body if not _is_debris(copy, segment)]
    if not left or not right:
        return _measured([*(((i,), ()) for i in left), *(((), (j,)) for j in right)], original, copy, None), _plain(
            order
        )
    if len(left) == len(right) == 1:
        return _measured([((left[0],), (right[0],))], original, copy, encoder), _plain(order)
    same = language.base(original.language) == language.base(copy.language)
    if len(left) * len(right) > LARGE or (encoder is None and not same):
        order = "monotonic"
    if encoder is None and order == "monotonic":
        blocks = _line_by_line(original, copy, left, right)
        if blocks is not None:
            return _measured(blocks, original, copy, None), order
    pair = _Pair.read(original, copy, left, right, encoder, same)
    if order == "auto":
        order = "free" if same and _is_reordered(pair) else "monotonic"
    return _measured(pair.blocks(order), original, copy, encoder), order


def _plain(order: str) -> str:
    return "monotonic" if order == "auto" else order


@dataclass(frozen=True)
class _Pair:
    """Two texts as the searches see them; `left` and `right` lead back to the articles' indexes."""

    left: list[int]
    right: list[int]
    original: np.ndarray
    copy: np.ndarray
    original_lengths: np.ndarray
    copy_lengths: np.ndarray
    encoded: bool
    same_language: bool

    @classmethod
    def read(
        cls, original: Article, copy: Article, left: list[int], right: list[int], encoder: Encoder | None, same: bool
    ) -> _Pair:
        from retold.checker import align_lexical
        from retold.checker.embed import numpy, unit_rows, vectors

        np = numpy()
        ours, theirs = (
            [article.words_of(article.segments[i]) for i in indexes]
            for article, indexes in ((original, left), (copy, right))
        )
        sides = [unit_rows(bag) for bag in align_lexical.bags(ours, theirs, same)]
        if encoder is not None:
            seen = vectors(original, encoder)[left], vectors(copy, encoder)[right]
            sides = [np.hstack([rows, ANCHORS * bag]) for rows, bag in zip(seen, sides, strict=True)]
        lengths = [np.array([len(text) for text in side], dtype=float) for side in (ours, theirs)]
        return cls(left, right, sides[0], sides[1], lengths[0], lengths[1], encoder is not None, same)

    def blocks(self, order: str) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
        from retold.checker import align_free, align_monotonic

        if order == "free":
            least, sure = (align_free.threshold(self.encoded, self.same_language, sure) for sure in (False, True))
            blocks = align_free.align(self.original, self.copy, least, sure)
        else:
            sides = (
                align_monotonic.Side(self.original, self.original_lengths),
                align_monotonic.Side(self.copy, self.copy_lengths),
            )
            blocks = align_monotonic.align(*sides, align_monotonic.ENCODED if self.encoded else align_monotonic.LEXICAL)
        return [(tuple(self.left[i] for i in a), tuple(self.right[j] for j in b)) for a, b in blocks]


def _is_debris(article: Article, segment: Segment) -> bool:
    """Whether a segment is one short word behind another sentence of its paragraph: what it means to an encoder is
    chance, and would link it to anything."""
    if segment.end - segment.start > DEBRIS + 2 or not segment.index:
        return False
    before, words = article.segments[segment.index - 1], article.words_of(segment)
    return (
        before.is_body
        and before.paragraph == segment.paragraph
        and " " not in words
        and 0 < sum(map(str.isalpha, words)) <= DEBRIS
    )


def _with_debris(indexes: tuple[int, ...], article: Article) -> tuple[int, ...]:
    """The segments of one side of a link, each with the debris behind it."""
    found: list[int] = []
    for index in indexes:
        found.append(index)
        while found[-1] + 1 < len(article.segments) and _is_debris(article, article.segments[found[-1] + 1]):
            found.append(found[-1] + 1)
    return tuple(found)


def _is_reordered(pair: _Pair) -> bool:
    """Whether a same-language copy is too long or short, or its best matches stray too far from the original's order,
    for a monotonic search."""
    from retold.checker import align_free

    ratio = pair.copy_lengths.sum() / max(1.0, pair.original_lengths.sum())
    if not 1 / LENGTH_RATIO <= ratio <= LENGTH_RATIO:
        return True
    places = align_free.best_places(
        pair.original, pair.copy, align_free.threshold(pair.encoded, pair.same_language, sure=True)
    )
    return len(places) >= 3 and longest_rise(places) < (1 - STRAY) * len(places)


def longest_rise(values: Sequence[int]) -> int:
    """Length of the longest subsequence that does not fall."""
    from bisect import bisect_right

    tails: list[int] = []
    for value in values:
        place = bisect_right(tails, value)
        tails[place : place + 1] = [value]
    return len(tails)


def _line_by_line(
    original: Article, copy: Article, left: list[int], right: list[int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]] | None:
    """Blocks of two texts that have as many paragraphs, each with one segment on both sides and of a fitting length:
    the common case of a translation made line by line, for which nothing need be computed. None for all else."""
    if len(left) != len(right):
        return None
    paragraphs = [[original.segments[i].paragraph for i in left], [copy.segments[j].paragraph for j in right]]
    if any(len(set(side)) != len(side) for side in paragraphs):
        return None
    lengths = [
        (original.segments[i].end - original.segments[i].start, copy.segments[j].end - copy.segments[j].start)
        for i, j in zip(left, right, strict=True)
    ]
    usual = math.log((sum(b for _, b in lengths) + 1) / (sum(a for a, _ in lengths) + 1))
    if any(abs(math.log((b + 20) / (a + 20)) - usual) > 0.7 for a, b in lengths):
        return None
    return [((i,), (j,)) for i, j in zip(left, right, strict=True)]


def _measured(
    blocks: list[tuple[tuple[int, ...], tuple[int, ...]]], original: Article, copy: Article, encoder: Encoder | None
) -> Links:
    blocks = [(_with_debris(a, original), _with_debris(b, copy)) for a, b in blocks]
    if encoder is None:
        return tuple(Link(a, b) for a, b in blocks)
    from retold.checker.embed import vectors

    mine, theirs = vectors(original, encoder), vectors(copy, encoder)
    return tuple(
        Link(a, b, cosine(pooled(mine, original, a), pooled(theirs, copy, b)) if a and b else None) for a, b in blocks
    )


def pooled(rows: Any, article: Article, indexes: tuple[int, ...]) -> Any:
    """The sum of the segments' vectors by their lengths."""
    return sum(rows[i] * (article.segments[i].end - article.segments[i].start) for i in indexes)


def cosine(one: Any, other: Any) -> float | None:
    """None when either side has no word to judge by."""
    size = float((one @ one) * (other @ other))
    return min(1.0, float(one @ other) / math.sqrt(size)) if size > 0 else None
