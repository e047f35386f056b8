"""Figures of a headline that the story and the original give otherwise for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.number_figure import Figure
from retold.checker.model import Article, Passage, Segment
from retold.rules.headline_text import Clash, alike, headed, headlines, packed, story, telling

_CLAUSE = re.compile(r"[,;:.!?()/\n،؛。、，；：「」『』]|\s[-–—]\s")
_KINDS = ("number", "percent", "money", "quantity")
_BEHIND, _BEFORE = 24, 14
"""Characters behind and before a headline's figure in which the word for what it counts stands."""
_AROUND = 40
"""The same in the story, on either side."""
_PACKED = 4
"""The share of these that pairs of letters need: they are shorter words."""
_ROUGH = Decimal("0.25")
"""Two figures that are no further apart may be one, rounded."""
_SMALL = 10
"""Up to this value figures are not rounded."""
_YEARS = range(1800, 2100)


def figures(comparison: Comparison) -> Iterator[Clash]:
    """Figures of the headline that the story gives otherwise for the same, as the original does."""
    copy, original = comparison.copy, comparison.original
    if original is None:
        return
    for segment in headlines(copy):
        heads, whole = _figures(copy, (segment,)), _figures(copy, story(copy))
        free = [each for each in whole if not any(_one(head, each) for head in heads)]
        for head in heads:
            if head.spelled and head.value == "1":
                continue  # no more than an article
            if re.search(rf"(?<!\d){re.escape(head.text)}(?!\d)", original.text):
                continue
            before = _figures(original, original.body)
            if any(_one(head, each) for each in (*whole, *before)) or _is_sum(head, whole):
                continue
            other = _counterpart(copy, head, segment, free)
            source = next((each for each in before if other and _same(each, other)), None)
            if other is None or source is None:
                continue
            above = headed(original, source)
            yield Clash(
                "figure",
                _passage(copy, head),
                _passage(copy, other),
                _passage(original, source),
                0.85 if above else 0.75,
            )


def _figures(article: Article, segments: Sequence[Segment]) -> list[Figure]:
    return [
        each
        for each in inside(article, "number", segments)
        if isinstance(each, Figure) and each.kind in _KINDS and each.value and "." not in each.value[:1]
    ]


def _same(one: Figure, other: Figure) -> bool:
    return bool({one.value, *one.alternates} & {other.value, *other.alternates})


def _one(one: Figure, other: Figure) -> bool:
    """Whether two figures may be one: by value, by another reading, or rounded."""
    if _same(one, other):
        return True
    ours, theirs = Decimal(one.value or 0), Decimal(other.value or 0)
    least, most = sorted((abs(ours), abs(theirs)))
    if one.unit and other.unit and one.unit != other.unit:
        return True  # another measure, perhaps converted
    return most > _SMALL and most - least <= _ROUGH * most


def _is_sum(head: Figure, told: Sequence[Figure]) -> bool:
    values = [Decimal(each.value or 0) for each in told[:30]]
    wanted = Decimal(head.value or 0)
    return any(a + b == wanted for i, a in enumerate(values) for b in values[:i]) or sum(values) == wanted


def _counterpart(copy: Article, head: Figure, segment: Segment, told: Sequence[Figure]) -> Figure | None:
    """The story's figure for what the headline's figure counts: its word stands beside it."""
    text = copy.text
    size = _PACKED if packed(copy) else 1
    first, last = max(segment.start, head.start - _BEFORE // size), min(segment.end, head.end + _BEHIND // size)
    ours = _beside(copy, text[first : head.start], text[head.end : last])
    for each in told:
        if each.kind != head.kind or each.unit != head.unit or int(Decimal(each.value or 0)) in _YEARS:
            continue
        around = _AROUND // size
        place = copy.segment_at(each.start) or segment
        first, last = max(place.start, each.start - around), min(place.end, each.end + around)
        theirs = _beside(copy, text[first : each.start], text[each.end : last])
        if any(alike(one, other) for one in ours for other in theirs):
            return each
    return None


def _beside(article: Article, before: str, behind: str) -> frozenset[str]:
    """What tells in the words on either side of a figure, as far as no other clause begins."""
    parts = _CLAUSE.split(before)[-1], _CLAUSE.split(behind, maxsplit=1)[0]
    return frozenset(word for part in parts for word, _ in telling(article, part))


def _passage(article: Article, mention: Figure) -> Passage:
    return article.passage(mention.start, mention.end)
