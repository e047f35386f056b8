"""A finding on sentences all over a text: each of them on a line of its own, cut at a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.checker.model import Article, Finding, Passage
from retold.reports.text_excerpt import Piece, excerpt

MOST_ROWS = 6
_ROOM = 150
"""Characters of one row."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence and its paragraph, counted from 1."""

    paragraph: int
    pieces: tuple[Piece, ...]


def listed(findings: Sequence[Finding], side: str, article: Article | None) -> tuple[Passage, ...]:
    """The passages to list when one finding quotes several whole segments of this side and nothing of the other."""
    if article is None or len(findings) != 1:
        return ()
    finding = findings[0]
    ours, theirs = (finding.original, finding.copy) if side == "original" else (finding.copy, finding.original)
    if len(ours) < 2 or theirs:
        return ()
    starts = {segment.start for segment in article.segments}
    ends = {segment.end for segment in article.segments}
    whole = all(passage.start in starts and passage.end in ends for passage in ours)
    return tuple(sorted(ours)) if whole else ()


def rows(article: Article, passages: Sequence[Passage]) -> tuple[Row, ...]:
    """The first passages, each with its paragraph."""
    out = []
    for passage in passages[:MOST_ROWS]:
        segment = article.segment_at(passage.start)
        paragraph = segment.paragraph + 1 if segment is not None else 1
        out.append(Row(paragraph, tuple(excerpt(article.text, passage.start, passage.end, (), _ROOM))))
    return tuple(out)
