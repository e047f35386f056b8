"""Attributions that need no verb of saying: "according to X", "the claim that", and reports inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from retold.checker.mentions.attribution import MOST_CUES, Cue, Found, Reading, count, trim, within_reach
from retold.checker.mentions.attribution_lexicon import AFTER, BEFORE, OWN
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
    named = end = cue.end
    if cue.name == OWN:
        source, start, end = _holder(reading, cue), cue.start, cue.end
    elif cue.name == AFTER:
        source = source_before(reading, segment.start, cue.start)
        start, end = (source.start if source else cue.start), cue.end
    else:
        named, end = _phrase_end(reading, cue.end, segment.end)
        source = _without_verb(reading, strip_forward(reading, cue.end, named))
        start = cue.start
    if (source is None and cue.name != OWN) or _is_long(reading, source):
        return None
    if source is not None and _is_norm(reading, source):
        return None
    lead = trim(reading.text, segment.start, start)
    if cue.name == BEFORE and words.spaced and named < end:
        lead = Span(start, start)  # the verb is that of the subject before, and the content is shared
    lead_words = low[lead.start : lead.end].split()
    content = trim(reading.text, end, segment.end)
    goes_on = count(words, reading.text[content.start : content.end]) >= 2
    if len(lead_words) > 2 or (lead_words and not words.spaced):
        return Found(cue, source, (lead, content) if goes_on and words.spaced and words.marks_clauses else (lead,))
    if not goes_on:
        near = words.marks_clauses and len(lead_words) == 2 and content.end > content.start
        return Found(cue, source, (lead, content)) if near else None
    small = ("joins", "breaks", "adverbs")
    opens = not lead_words or any(words.has(key, lead_words[0]) for key in small if len(lead_words) == 1)
    return Found(cue, source, (content,) if opens or not words.marks_clauses else (lead, content))


def _without_verb(reading: Reading, source: Span | None) -> Span | None:
    """The source of "según explicó el ministro": without the verb that the phrase may hold."""
    words = reading.lexicon
    while source is not None and words.marks_clauses:
        first = WORDS.match(reading.low, source.start, source.end)
        if first is None or not (first.group() in words.classes or words.has("auxiliaries", first.group())):
            break
        if first.end() >= source.end or words.has("roles", first.group()) or words.has("articles", first.group()):
            break
        source = strip_forward(reading, first.end(), source.end)
    return source


def _is_long(reading: Reading, source: Span | None) -> bool:
    words = reading.text[source.start : source.end] if source is not None else ""
    return count(reading.lexicon, words) > LONGEST_SOURCE + 6


def _holder(reading: Reading, cue: Cue) -> Span | None:
    """The pronoun inside a phrase: "его" of "по его словам"."""
    for match in WORDS.finditer(reading.low, cue.start, cue.end):
        if reading.lexicon.has("possessives", match.group()):
            return Span(match.start(), match.end())
    return None


def _is_norm(reading: Reading, source: Span) -> bool:
    """Whether the phrase names a law, a plan or a contract: something is done by it, nothing is said."""
    if not reading.lexicon.spaced:
        return reading.lexicon.norms.match(reading.low, source.start) is not None
    first_words = islice(WORDS.finditer(reading.low, source.start, source.end), 3)
    return any(reading.lexicon.norms.fullmatch(match.group()) for match in first_words)


def _phrase_end(reading: Reading, at: int, end: int) -> tuple[int, int]:
    """Where the source of a phrase ends, and where the phrase does: 据警方称."""
    stop = clause_end(reading, at, end)
    if not reading.lexicon.spaced:
        tail = reading.lexicon.lead.search(reading.low[at:stop])
        return (at + tail.start() if tail is not None and tail.start() else stop), stop
    named = False
    for place, match in enumerate(WORDS.finditer(reading.low, at, stop)):
        if place and reading.lexicon.marks_clauses and match.group() in reading.lexicon.classes:
            return match.start(), match.end()  # "CNN со ссылкой на чиновников сообщил, что ..."
        if place and (reading.lexicon.has("finite", match.group()) or _ends_source(reading, match, named)):
            return match.start(), match.start()
        if any(reading.lexicon.has(key, match.group()) for key in ("articles", "joins", "cutters")):
            named = False
        else:
            named = named or reading.text[match.start()].isupper()
    return stop, stop


def _ends_source(reading: Reading, match: re.Match[str], named: bool) -> bool:
    """Whether a word ends a source that no comma ends: it has a verb's ending, or small letters behind a name."""
    words, word = reading.lexicon, match.group()
    endings = tuple(words.words.get("finite_endings", ()))
    if endings and words.has("adverbs", word):
        return True
    if not endings or not reading.text[match.start()].islower():
        return False
    if any(words.has(key, word) for key in ("roles", "joins", "cutters", "time_nouns", "articles", "relatives")):
        return False
    return named or (len(word) > 3 and word.endswith(endings))


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
