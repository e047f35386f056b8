"""Mentions by the segment they start in: rules ask segment by segment, and must not search all mentions each time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from retold.checker import mentions
from retold.checker.model import Article, Mention, Segment


def by_segment(article: Article, extractor: str) -> Mapping[int, list[Mention]]:
    """Segment index -> the mentions of one extractor that start in it, in text order; made once for an article."""
    key = ("mentions by segment", extractor)
    if key not in article.memo:
        groups: dict[int, list[Mention]] = {}
        for mention in mentions.in_story(article, extractor):
            segment = article.segment_at(mention.start)
            groups.setdefault(segment.index if segment else 0, []).append(mention)
        article.memo[key] = groups
    found: Mapping[int, list[Mention]] = article.memo[key]
    return found


def inside(article: Article, extractor: str, segments: Iterable[Segment]) -> list[Mention]:
    """The mentions of one extractor in some segments, in the order of the segments."""
    groups = by_segment(article, extractor)
    return [mention for segment in segments for mention in groups.get(segment.index, ())]
