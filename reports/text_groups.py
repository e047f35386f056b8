"""Findings gathered by the sentence of the copy they stand in, with that sentence and the original's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from retold.checker.model import Article, Finding, Passage, Result, Span
from retold.reports import ReportOptions
from retold.reports.text_clean import neutral
from retold.reports.text_excerpt import GAP, ROOM, Piece, excerpt
from retold.reports.text_list import Row, listed, rows

_MOST_SEGMENTS = 4
_SHORT = 60
"""Characters below which a sentence says too little alone: the one before it is shown too."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says: its words, and the paragraph (counted from 1) they stand in, None when not known.

    Sentences from all over the text are `rows` instead, and `more` says how many are not shown.
    """

    pieces: tuple[Piece, ...]
    paragraph: int | None = None
    rows: tuple[Row, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Findings on one sentence of the copy. A side is None when that text says nothing there, or was not given."""

    findings: tuple[Finding, ...]
    original: Side | None
    copy: Side | None


def sort_worst_first(result: Result, options: ReportOptions) -> list[Finding]:
    """The findings to show: those that count at the gate first, then the rest, the worst of each first."""
    shown = [finding for finding in result.findings if options.shows(finding)]
    return sorted(shown, key=lambda finding: (not options.at_gate(finding), finding.order))


def group(result: Result, findings: Sequence[Finding]) -> list[Group]:
    """The findings by passage, in the order of each passage's first finding.

    Findings on one sentence belong together, and on neighbouring sentences of a paragraph while both fit in a glance.
    A finding on many sentences says something of the whole text and stands alone.
    """
    places = _Places(result)
    groups: list[list[Finding]] = []
    by_segment: dict[tuple[str, int], list[Finding]] = {}
    for finding in findings:
        keys = places.keys(finding)
        if len(keys) > _MOST_SEGMENTS:
            groups.append([finding])
            continue
        together = next((by_segment[key] for key in (*keys, *places.neighbours(keys)) if key in by_segment), None)
        if together is None:
            together = []
            groups.append(together)
        together.append(finding)
        for key in keys:
            by_segment.setdefault(key, together)
    return [_group(places, found) for found in groups]


class _Places:
    """Where findings stand: segments by index, and the links between them."""

    def __init__(self, result: Result) -> None:
        self.original, self.copy = result.articles
        self.copies_of: dict[int, tuple[int, ...]] = {}
        self.originals_of: dict[int, tuple[int, ...]] = {}
        for link in result.links:
            for index in link.original:
                self.copies_of.setdefault(index, link.copy)
            for index in link.copy:
                self.originals_of.setdefault(index, link.original)

    def keys(self, finding: Finding) -> list[tuple[str, int]]:
        """The segments of the copy a finding stands in, else those of the original, else its first offset."""
        copy, original = segments_of(self.copy, finding.copy), segments_of(self.original, finding.original)
        copy = copy or self.linked(original, self.copies_of)
        if copy:
            return [("copy", index) for index in copy]
        if original:
            return [("original", index) for index in original]
        if finding.copy:
            return [("copy at", finding.copy[0].start)]
        return [("original at", finding.original[0].start if finding.original else -1)]

    def neighbours(self, keys: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
        """The segments before and after, when of the same paragraph and all is short enough to read at once."""
        side, first, last = keys[0][0], keys[0][1], keys[-1][1]
        article = {"copy": self.copy, "original": self.original}.get(side)
        if article is None:
            return
        for near, start, end in ((first - 1, first - 1, last), (last + 1, first, last + 1)):
            if 0 <= near < len(article.segments):
                same = article.segments[near].paragraph == article.segments[first].paragraph
                if same and article.segments[end].end - article.segments[start].start <= ROOM:
                    yield side, near

    @staticmethod
    def linked(segments: Sequence[int], links: dict[int, tuple[int, ...]]) -> list[int]:
        return sorted({other for index in segments for other in links.get(index, ())})


def segments_of(article: Article | None, passages: Iterable[Passage]) -> list[int]:
    """Indexes of the segments that the passages touch."""
    if article is None:
        return []
    found: set[int] = set()
    for passage in passages:
        first = article.segment_at(passage.start)
        last = article.segment_at(max(passage.start, passage.end - 1))
        if last is not None:
            found.update(range(first.index if first is not None else 0, last.index + 1))
    return sorted(found)


def _group(places: _Places, findings: list[Finding]) -> Group:
    sides = {"original": places.original, "copy": places.copy}
    for name, article in sides.items():
        passages = listed(findings, name, article)
        if article is not None and passages:
            shown = rows(article, passages)
            side = Side((), None, shown, len(passages) - len(shown))
            return Group(tuple(findings), *(side if name == other else None for other in sides))
    quoted_original = _unique(passage for finding in findings for passage in finding.original)
    quoted_copy = _unique(passage for finding in findings for passage in finding.copy)
    original, copy = segments_of(places.original, quoted_original), segments_of(places.copy, quoted_copy)
    if places.original is not None:
        original = original or places.linked(copy, places.originals_of)
    if places.copy is not None:
        copy = copy or places.linked(original, places.copies_of)
    return Group(
        tuple(findings),
        _side(places.original, original, quoted_original),
        _side(places.copy, copy, quoted_copy),
    )


def _unique(passages: Iterable[Passage]) -> list[Passage]:
    return sorted(set(passages))


def _side(article: Article | None, segments: list[int], passages: list[Passage]) -> Side | None:
    """The sentences with the quoted words marked; the quoted words alone when the article is not at hand."""
    if article is None or not segments:
        return Side(tuple(_quoted(passages))) if passages else None
    marks = _innermost([Span(passage.start, passage.end) for passage in passages])
    stretches = _stretches(_with_context(article, segments[:_MOST_SEGMENTS]))
    pieces: list[Piece] = []
    for first, last in stretches:
        if pieces:
            pieces.append(Piece(f" {GAP} "))
        start, end = article.segments[first].start, article.segments[last].end
        pieces += excerpt(article.text, start, end, marks, max(ROOM // len(stretches), 120))
    if len(segments) > _MOST_SEGMENTS:
        pieces.append(Piece(f" {GAP}"))
    return Side(tuple(pieces), article.segments[segments[0]].paragraph + 1)


def _innermost(marks: list[Span]) -> list[Span]:
    """Without the long marks that hold shorter ones: a whole sentence in brackets would hide the figure in it."""
    return [
        mark for mark in marks
        if mark.end - mark.start < _SHORT or not any(_holds(mark, other) for other in marks)
    ]  # fmt: skip


def _holds(mark: Span, other: Span) -> bool:
    return mark.start <= other.start and other.end <= mark.end and other != mark


def _with_context(article: Article, segments: list[int]) -> list[int]:
    """The segments, with the one before when they say too little alone and it is of the same paragraph."""
    first = article.segments[segments[0]]
    if first.index == 0 or article.segments[segments[-1]].end - first.start >= _SHORT:
        return segments
    before = article.segments[first.index - 1]
    return [before.index, *segments] if before.paragraph == first.paragraph else segments


def _stretches(segments: list[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring segments as (first, last)."""
    runs: list[tuple[int, int]] = []
    for index in segments:
        if runs and index == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], index)
        else:
            runs.append((index, index))
    return runs


def _quoted(passages: list[Passage]) -> Iterator[Piece]:
    for number, passage in enumerate(passages[:_MOST_SEGMENTS]):
        if number:
            yield Piece(f" {GAP} ")
        whole = Span(0, len(passage.text))
        yield from excerpt(neutral(passage.text), 0, len(passage.text), [whole])
    if len(passages) > _MOST_SEGMENTS:
        yield Piece(f" {GAP}")
