"""Two readings of one text, the parse's and the cue lists', made one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from retold.checker.mentions.attribution import Found, Reading
from retold.checker.mentions.attribution_parse import ATTITUDE
from retold.checker.model import Span

_INNER = frozenset({ATTITUDE, "thinking"})
"""Classes of cues that are part of what is said where they stand inside it: "he said she wants to"."""


def unite(reading: Reading, parsed: list[Found], ruled: list[Found]) -> list[Found]:
    """All cues once: the parse's source, and its content too unless the other reading sees a whole quotation."""
    by_cue = {at: each for each in parsed for at in range(each.cue.start, each.cue.end)}
    better: dict[Found, Found] = {}
    alone: list[Found] = []
    for each in ruled:
        twin = next((by_cue[at] for at in range(each.cue.start, each.cue.end) if at in by_cue), None)
        if twin is None:
            alone.append(each)
        elif _is_quoted(reading, each):
            better[twin] = replace(each, source=twin.source)
    return _outer([*(better.get(each, each) for each in parsed), *alone])


def _is_quoted(reading: Reading, found: Found) -> bool:
    return any(reading.quote_around(span.start) is not None for span in found.content)


def _outer(found: list[Found]) -> list[Found]:
    """Without the wishes and views that are told inside what somebody says."""
    said = _Inside(span for each in found for span in each.content)
    return [each for each in found if each.cue.name not in _INNER or not said.holds(each.cue.start)]


class _Inside:
    """Whether a place lies in one of many spans that may overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        for span in sorted(spans):
            self.starts.append(span.start)
            self.ends.append(max(span.end, self.ends[-1] if self.ends else 0))

    def holds(self, at: int) -> bool:
        place = bisect_right(self.starts, at) - 1
        return place >= 0 and at < self.ends[place]
