"""Attribution in languages that end the sentence with the verb of saying (Korean, Japanese, Turkish).

The source comes first, marked as the topic; what was said follows; a quotative particle or verb ending and the cue
close the sentence: `그는 "..."라고 말했다`, `首相は「...」と述べた`, `Bakan, "..." dedi`.
"""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.mentions.attribution import CLAUSE_MARKS, Cue, Found, Reading, count, trim, within_reach
from retold.checker.mentions.attribution_lexicon import AFTER, BEFORE
from retold.checker.mentions.quote import Quote
from retold.checker.model import Segment, Span

LONGEST_SOURCE = 12
_PARTICLES = 14
"""Characters that may stand between a quotation and the verb of saying that closes it."""


def search(reading: Reading, segment: Segment, cues: list[Cue]) -> Iterator[Found]:
    """The attributions of one sentence."""
    floor = segment.start
    for cue in cues:
        near = within_reach(segment, cue.start)
        if cue.name in (AFTER, BEFORE):
            found = _according(reading, near, cue)
        else:
            found = _spoken(reading, near, cue, max(floor, near.start))
        if found is not None:
            floor = cue.end
            yield found


def _according(reading: Reading, segment: Segment, cue: Cue) -> Found | None:
    source = trim(reading.text, _clause_start(reading, segment.start, cue.start), cue.start)
    content = trim(reading.text, cue.end, segment.end)
    if not _fits(reading, source) or count(reading.lexicon, reading.text[content.start : content.end]) < 2:
        return None
    return Found(cue, source, (content,))


def _spoken(reading: Reading, segment: Segment, cue: Cue, floor: int) -> Found | None:
    quote = _closed_by(reading, cue)
    if quote is not None:
        source, _ = topic(reading, max(min(floor, quote.start), segment.start), quote.start)
        if source is None:
            source, _ = topic(reading, quote.end, cue.start)
        if source is None and quote.start <= segment.start + 1:
            source = _behind(reading, cue, segment)
        return Found(cue, source, (Span(quote.start, quote.end),))
    thought = cue.name == "thinking" and not reading.lexicon.has("opinions", cue.form)
    if thought or not reading.lexicon.quotative.search(reading.low[floor : cue.start].rstrip()):
        return None
    source, start = topic(reading, floor, cue.start)
    content = trim(reading.text, start, cue.start)
    if count(reading.lexicon, reading.text[content.start : content.end]) < 2:
        return None
    return Found(cue, source, (content,))


def _closed_by(reading: Reading, cue: Cue) -> Quote | None:
    quote = reading.quote_until(cue.start)
    if quote is None or cue.start - quote.end > _PARTICLES:
        return None
    between = reading.text[quote.end : cue.start]
    return None if any(mark in between for mark in "\n.。;；") else quote


def _behind(reading: Reading, cue: Cue, segment: Segment) -> Span | None:
    """The source of an inverted sentence: "..." dedi Bakan."""
    span = trim(reading.text, cue.end, segment.end)
    words = reading.text[span.start : span.end]
    if not reading.lexicon.spaced or not 1 <= len(words.split()) <= 8 or any(m in words for m in ",;:"):
        return None
    return span


def topic(reading: Reading, start: int, end: int) -> tuple[Span | None, int]:
    """The words marked as topic or subject in a stretch, and the place where the rest begins."""
    for pattern in reading.lexicon.topics:
        match = pattern.search(reading.text, start, end)
        if match is None:
            continue
        source = trim(reading.text, _clause_start(reading, start, match.start()), match.start())
        if _fits(reading, source):
            return source, match.end()
    return None, start


def _fits(reading: Reading, source: Span) -> bool:
    return 0 < count(reading.lexicon, reading.text[source.start : source.end]) <= LONGEST_SOURCE


def _clause_start(reading: Reading, start: int, end: int) -> int:
    for at in range(end - 1, start - 1, -1):
        if reading.text[at] in CLAUSE_MARKS and not reading.text[at + 1 : at + 2].isdigit():
            return at + 1
    return start
