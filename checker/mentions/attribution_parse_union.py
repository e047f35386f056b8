"""Two readings of one text, the parse's and the cue lists', made one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import replace

from retold.checker.mentions.attribution import Found, Reading, source_form, trim
from retold.checker.mentions.attribution_lexicon import AFTER, BEFORE
from retold.checker.mentions.attribution_parse import ATTITUDE, Parsed
from retold.checker.model import Span


def unite(reading: Reading, parsed: Parsed, ruled: list[Found]) -> list[Found]:
    """All cues once: the parse's source, and its content too unless the other reading sees a whole quotation."""
    by_cue = {at: each for each in parsed.found for at in range(each.cue.start, each.cue.end)}
    better: dict[Found, Found] = {}
    alone: list[Found] = []
    for each in ruled:
        twin = next((by_cue[at] for at in range(each.cue.start, each.cue.end) if at in by_cue), None)
        if twin is None and _holds(reading, parsed, each):
            alone.append(replace(each, source=_source(each, parsed.sources.get(each.cue.start))))
        elif twin is not None and _is_quoted(reading, each):
            better[twin] = replace(each, source=_source(each, twin.source))
    found = [*(better.get(each, each) for each in parsed.found), *alone]
    return _outer(reading, [_completed(reading, parsed, each) for each in found])


def _holds(reading: Reading, parsed: Parsed, found: Found) -> bool:
    """Whether a reading that the parse does not share is kept: quotations, phrases, and plain verbs of saying."""
    if found.cue.name in (BEFORE, AFTER) or _is_quoted(reading, found):
        return True
    content = found.content[0]
    if found.cue.name in (ATTITUDE, "thinking") or content.end <= parsed.adverbials.get(content.start, 0):
        return False
    return found.cue.start not in parsed.dumb


def _completed(reading: Reading, parsed: Parsed, found: Found) -> Found:
    """With the second half of a statement whose first half has no verb: "The dam, he said on Monday, is safe." """
    lead = found.content[0]
    if len(found.content) > 1 or lead.start > found.cue.start or not found.states or _is_quoted(reading, found):
        return found
    after = max(found.cue.end, found.source.end if found.source else 0)
    place = bisect_right(parsed.ends, after)
    end = parsed.ends[place] if place < len(parsed.ends) else after
    comma = reading.text.find(",", after, end)
    if comma < 0 or _has_verb(parsed, lead) or not _has_verb(parsed, Span(comma, end)):
        return found
    return replace(found, content=(lead, trim(reading.text, comma + 1, end)))


def _has_verb(parsed: Parsed, span: Span) -> bool:
    place = bisect_left(parsed.finite, span.start)
    return place < len(parsed.finite) and parsed.finite[place] < span.end


def _source(found: Found, parsed: Span | None) -> Span | None:
    """The parse's source, unless it took words of the report for the subject of the verb behind it."""
    if parsed is None or any(parsed.overlaps(span) for span in found.content):
        return found.source
    return parsed


def _is_quoted(reading: Reading, found: Found) -> bool:
    return any(reading.quote_around(span.start) is not None for span in found.content)


def _outer(reading: Reading, found: list[Found]) -> list[Found]:
    """Without the wishes and views that are told inside what somebody says."""
    said = _Inside(span for each in found if each.cue.name not in (BEFORE, AFTER) for span in each.content)
    return [each for each in found if not (_is_inner(reading, each) and said.holds(each.cue.start))]


def _is_inner(reading: Reading, found: Found) -> bool:
    """Whether a cue inside what is said only tells a part of it: "he said she wants to", "that he thought"."""
    if not found.states or found.cue.name == ATTITUDE:
        return True
    return found.cue.name == "thinking" and reading.lexicon.has("pronouns", source_form(reading, found.source))


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
