"""Attributions that need no verb of saying: "according to X", "the claim that", and reports inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from retold.checker.mentions.attribution import MOST_CUES, Cue, Found, Reading, count, trim, within_reach
from retold.checker.mentions.attribution_lexicon import AFTER
from retold.checker.mentions.attribution_spans import LONGEST_SOURCE, WORDS, clause_end, source_before, strip_forward
from retold.checker.model import Segment, Span


def inside(reading: Reading, cue: Cue) -> Found | None:
    """A report between the halves of a quotation that stays open: «..., — сказал он, — ...»."""
    quote = reading.quote_around(cue.start)
    assert quote is not None
    end = clause_end(reading, cue.end, quote.end)
    source = strip_forward(reading, cue.end, end)
    if source is None or count(reading.lexicon, reading.text[source.start : source.end]) > LONGEST_SOURCE:
        return None
    head = trim(reading.text, quote.start, cue.start)
    rest = reading.text[end : quote.end].lstrip(" .,—–")
    tail = Span(quote.end - len(rest), quote.end)
    return Found(cue, source, (head, tail) if len(rest) > 2 else (head,))


def according(reading: Reading, segment: Segment, cue: Cue) -> Found | None:
    """Phrases: "according to X, ...", "..., according to X", "X zufolge ..."."""
    low, words = reading.low, reading.lexicon
    if cue.name == AFTER:
        source = source_before(reading, segment.start, cue.start)
        start, end = (source.start if source else cue.start), cue.end
    else:
        end = _phrase_end(reading, cue.end, segment.end)
        source = strip_forward(reading, cue.end, end)
        start = cue.start
    if source is None or count(words, reading.text[source.start : source.end]) > LONGEST_SOURCE + 6:
        return None
    lead = trim(reading.text, segment.start, start)
    lead_words = low[lead.start : lead.end].split()
    if len(lead_words) > 2 or (lead_words and not words.spaced):
        return Found(cue, source, (lead,))
    content = trim(reading.text, end, segment.end)
    return Found(cue, source, (content,)) if count(words, reading.text[content.start : content.end]) >= 2 else None


def _phrase_end(reading: Reading, at: int, end: int) -> int:
    stop = clause_end(reading, at, end)
    if not reading.lexicon.spaced:
        tail = reading.lexicon.lead.search(reading.low[at:stop])
        return at + tail.start() if tail is not None and tail.start() else stop
    for place, match in enumerate(WORDS.finditer(reading.low, at, stop)):
        if place and reading.lexicon.has("finite", match.group()):
            return match.start()
    return stop


def nominal(reading: Reading, segment: Segment) -> Iterator[Found]:
    """Nouns of saying with a clause: "the claim that ..."."""
    low, words = reading.low, reading.lexicon
    for match in islice(words.nominal.finditer(low, segment.start, segment.end), MOST_CUES):
        that = words.that.match(low, match.end() + 1)
        if that is None or reading.quote_around(match.start()) is not None or match.group() in words.classes:
            continue
        near = within_reach(segment, match.start())
        content = trim(reading.text, that.start(), clause_end(reading, that.end(), near.end))
        if count(words, reading.text[content.start : content.end]) < 4:
            continue
        cue = Cue(match.start(), match.end(), match.group(), "neutral")
        yield Found(cue, _owner(reading, near, match.start()), (content,))


def _owner(reading: Reading, segment: Segment, at: int) -> Span | None:
    lead = reading.low[segment.start : at].rstrip()
    if not lead.endswith(("'s", "s'")):
        return None
    return source_before(reading, segment.start, segment.start + len(lead))
