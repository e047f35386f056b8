"""A stretch of an article cut to what a reader needs: the marked words and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from retold.checker.model import Span, merge_spans
from retold.reports.text_clean import neutral

GAP = "…"
ROOM = 280
"""Characters of one side that are shown before words away from the marks are left out."""

_MOST_WINDOWS = 6
_LEAST_PAD = 40
_SNAP = 16


@dataclass(frozen=True, slots=True)
class Piece:
    """Words to print; `marked` ones are those that differ."""

    text: str
    marked: bool = False


def excerpt(text: str, start: int, end: int, marks: Iterable[Span], room: int = ROOM) -> list[Piece]:
    """`text[start:end]` as pieces, safe to print, shortened around the marks with `…` when longer than `room`."""
    start, end = _trim(text, start, end)
    inside = [Span(max(m.start, start), min(m.end, end)) for m in marks if m.start < end and m.end > start]
    marks = merge_spans(span for span in inside if span.start < span.end)
    windows = [Span(start, end)] if end - start <= room else _windows(text, start, end, marks, room)
    pieces: list[Piece] = []
    for number, window in enumerate(windows):
        before = windows[number - 1].end if number else start
        if window.start > before:
            across = any(mark.start < before and window.start < mark.end for mark in marks)
            pieces.append(Piece(f" {GAP} " if number else f"{GAP} ", marked=across))
        pieces += _marked(text, window, marks)
    if windows and windows[-1].end < end:
        pieces.append(Piece(f" {GAP}"))
    return list(_joined(pieces))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """A mark cut in the middle as one piece; marks that only touch stay apart."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if pieces[at + 1 : at + 2] and pieces[at + 1] == Piece(f" {GAP} ", marked=True):
            piece = Piece(piece.text.rstrip() + pieces[at + 1].text + pieces[at + 2].text.lstrip(), marked=True)
            at += 2
        yield piece
        at += 1


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _windows(text: str, start: int, end: int, marks: list[Span], room: int) -> list[Span]:
    """What to keep of a stretch longer than the room."""
    if not marks:
        return [Span(start, _snap_back(text, start, start + room))]
    kept: list[Span] = []
    for mark in marks:
        if mark.end - mark.start <= room:
            kept.append(mark)
        else:  # a whole sentence is marked: its beginning tells most, its end shows where it stops
            head = _snap_back(text, mark.start, mark.start + room * 2 // 3)
            tail = _snap_on(text, mark.end - room // 4, mark.start)
            kept += [Span(mark.start, head), Span(tail, mark.end)]
    kept = kept[:_MOST_WINDOWS]
    spare = room - sum(span.end - span.start for span in kept)
    pad = max(_LEAST_PAD, spare // (2 * len(kept)))
    wide = [_padded(text, span, pad, start, end, marks) for span in kept]
    return merge_spans(wide)


def _padded(text: str, span: Span, pad: int, start: int, end: int, marks: list[Span]) -> Span:
    """The span with some context, cut at spaces; inside an overlong mark nothing is added."""
    cut_left = any(m.start < span.start < m.end for m in marks)
    cut_right = any(m.start < span.end < m.end for m in marks)
    left = span.start if cut_left else _snap_on(text, max(start, span.start - pad), start)
    right = span.end if cut_right else _snap_back(text, span.end, min(end, span.end + pad), end)
    return Span(left, right)


def _snap_on(text: str, offset: int, start: int) -> int:
    """The next word's beginning, when it is near; scripts without spaces are cut where they stand."""
    if offset == start:
        return offset
    space = text.find(" ", offset, offset + _SNAP)
    return space + 1 if space >= 0 else offset


def _snap_back(text: str, start: int, offset: int, end: int | None = None) -> int:
    """The last word's end before the offset, when it is near."""
    if offset == end:
        return offset
    space = text.rfind(" ", max(start, offset - _SNAP), offset)
    return space if space >= 0 else offset


def _marked(text: str, window: Span, marks: list[Span]) -> list[Piece]:
    pieces: list[Piece] = []
    at = window.start
    for mark in marks:
        left, right = max(mark.start, window.start), min(mark.end, window.end)
        if left >= right:
            continue
        if left > at:
            pieces.append(Piece(neutral(text[at:left])))
        pieces.append(Piece(neutral(text[left:right]), marked=True))
        at = right
    if at < window.end:
        pieces.append(Piece(neutral(text[at : window.end])))
    return pieces
