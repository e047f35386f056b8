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

_POSTPOSED = 60
"""The same where the source stands between the two; also how far back a source behind a quotative is looked for."""

_INTRODUCED = 4
"""Characters between a verb of saying and the quotation that it announces."""


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
            cites = cue.name in (AFTER, BEFORE) and found.source is not None and found.source.start > segment.start
            floor = floor if cites else cue.end
            yield found


def _according(reading: Reading, segment: Segment, cue: Cue) -> Found | None:
    start = _clause_start(reading, segment.start, cue.start)
    outlet, behind = topic(reading, start, cue.start)  # "통신은 관리를 인용해": the outlet cites the official
    source = trim(reading.text, behind if outlet is not None and behind < cue.start else start, cue.start)
    content = trim(reading.text, cue.end, segment.end)
    if not _fits(reading, source) or count(reading.lexicon, reading.text[content.start : content.end]) < 2:
        return None
    return Found(cue, source, (content,))


def _spoken(reading: Reading, segment: Segment, cue: Cue, floor: int) -> Found | None:
    words = reading.lexicon
    if words.has("bound", cue.form) and not _is_bound(reading, cue):
        return None
    if words.has("closing_only", cue.form) and reading.text[cue.end : min(cue.end + 1, segment.end)].strip(
        "。．.！!?？」』"
    ):
        return None  # という名前 is no report
    quote = _closed_by(reading, cue)
    if quote is not None:
        source, _ = topic(reading, max(min(floor, quote.start), segment.start), quote.start)
        if source is None:
            source = _source_within(reading, quote.end, cue)
        if source is None and quote.start <= segment.start + 1:
            source = _behind(reading, cue, segment)
        return Found(cue, source, (Span(quote.start, quote.end), *_before_quote(reading, floor, quote, source)))
    if cue.name == "thinking" and not words.has("opinions", cue.form):
        return None
    return _opened_by(reading, segment, cue, floor) or _clause_before(reading, cue, floor)


def _clause_before(reading: Reading, cue: Cue, floor: int) -> Found | None:
    """What is reported without quotation marks: `首相は...と述べた`, `...と首相は述べた`."""
    words, lead = reading.lexicon, reading.low[floor : cue.start].rstrip()
    behind = words.postposed.search(lead[-_POSTPOSED:])
    if behind is not None:
        shift = floor + max(0, len(lead) - _POSTPOSED)
        start, source = floor, trim(reading.text, shift + behind.start("source"), shift + behind.end("source"))
        end = shift + behind.start("source")
    elif _is_quotative(reading, cue, lead):
        named, start = (None, floor) if words.has("impersonal", cue.form) else topic(reading, floor, cue.start)
        source, end = named or Span(floor, floor), cue.start
    else:
        return None
    content = trim(reading.text, start, end)
    if count(words, reading.text[content.start : content.end]) < 2:
        return None
    return Found(cue, source if source.end > source.start else None, (content,))


def _is_bound(reading: Reading, cue: Cue) -> bool:
    """Whether the quotative particle is part of a cue that means nothing without it: とした, but not をモデルとした."""
    starts = reading.low.startswith(tuple(reading.lexicon.words.get("particle", ())), cue.start)
    return starts and reading.lexicon.unquotative.search(reading.low[max(0, cue.start - 8) : cue.start]) is None


def _is_quotative(reading: Reading, cue: Cue, lead: str) -> bool:
    particle = reading.lexicon.words.get("particle", ())
    return reading.low.startswith(tuple(particle), cue.start) or reading.lexicon.quotative.search(lead) is not None


def _opened_by(reading: Reading, segment: Segment, cue: Cue, floor: int) -> Found | None:
    """A quotation that the cue introduces, also in the next sentence: `그는 이렇게 말했다. “...”`."""
    quote = reading.quote_from(cue.end)
    if quote is None or not quote.is_speech or quote.start - cue.end > _INTRODUCED:
        return None
    if reading.text[cue.end : quote.start].strip(" .。:：,、，") or "\n" in reading.text[cue.end : quote.start]:
        return None
    source, _ = topic(reading, floor, cue.start)
    if source is None and reading.lexicon.spaced:
        source = _unmarked(reading, floor, cue)
    content = tuple(Span(each.start, each.end) for each in (quote, *reading.adjacent(quote)))
    return Found(cue, source, content[:1], content[1:]) if source is not None else None


def _unmarked(reading: Reading, floor: int, cue: Cue) -> Span | None:
    """A subject without a mark before the words that announce a quotation: `Bakan şöyle dedi: "..."`."""
    span = trim(reading.text, floor, cue.start)
    found = reading.text[span.start : span.end].split()
    while found and reading.lexicon.has("announcing", found[-1].lower()):
        span = trim(reading.text, span.start, span.end - len(found.pop()))
    return span if 1 <= len(found) <= LONGEST_SOURCE and "," not in reading.text[span.start : span.end] else None


def _source_within(reading: Reading, start: int, cue: Cue) -> Span | None:
    """The source between a quotation and its verb: `「...」と首相は述べた`, `“...”라고 장관은 말했다`."""
    behind = reading.lexicon.postposed.search(reading.low[start : cue.start].rstrip())
    if behind is not None:
        return trim(reading.text, start + behind.start("source"), start + behind.end("source"))
    source, _ = topic(reading, start, cue.start)
    return source


def _before_quote(reading: Reading, floor: int, quote: Quote, source: Span | None) -> tuple[Span, ...]:
    """Quotations of the same sentence that stand before the one that the verb closes: `「...」「...」と述べた`."""
    start = source.end if source is not None and source.end <= quote.start else floor
    before = reading.quote_until(quote.start)
    if before is None or before.start < start or not before.is_speech:
        return ()
    between = reading.text[before.end : quote.start].strip(" 、，,")
    return () if len(between) > 2 else (Span(before.start, before.end),)


def _closed_by(reading: Reading, cue: Cue) -> Quote | None:
    quote = reading.quote_until(cue.start)
    if quote is None or cue.start - quote.end > _POSTPOSED:
        return None
    between = reading.text[quote.end : cue.start]
    if any(mark in between for mark in "\n.。;；"):
        return None
    near = cue.start - quote.end <= _PARTICLES
    if reading.lexicon.closing is not None:
        end = cue.start + reading.low.startswith(tuple(reading.lexicon.words.get("particle", ())), cue.start)
        return quote if reading.lexicon.closing.fullmatch(reading.low, quote.end, end) is not None else None
    return quote if near or reading.lexicon.postposed.match(between.lower().rstrip()) is not None else None


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
