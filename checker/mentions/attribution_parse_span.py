"""Where a content begins and ends once its clause is known: quotations are taken whole, and go on after it."""

from __future__ import annotations

from retold.checker.mentions.attribution import Reading
from retold.checker.mentions.quote import Quote
from retold.checker.model import Segment, Span

_BETWEEN = " \u00a0,;:.—–-"
_FARTHEST = 4


def whole(reading: Reading, span: Span) -> Span:
    """A content grown over the quotations that it begins in, ends in or leads up to."""
    first = reading.quote_around(span.start)
    last = reading.quote_around(max(span.start, span.end - 1)) or _next(reading, span.end, ",:; ")
    return Span(first.start if first else span.start, max(span.end, last.end) if last else span.end)


def going_on(reading: Reading, segment: Segment, end: int) -> tuple[Span, ...]:
    """The quotations that go on with a report after its sentence: He said it was late. "We must act.\""""
    if reading.text[end : segment.end].strip(_BETWEEN + "\"'“”’"):
        return ()
    quote = _next(reading, max(end, segment.end), _BETWEEN)
    if quote is None or not quote.is_speech or not _stands_alone(reading, quote):
        return ()
    return tuple(Span(each.start, each.end) for each in (quote, *reading.adjacent(quote)))


def _next(reading: Reading, at: int, between: str) -> Quote | None:
    quote = reading.quote_from(at)
    if quote is None or quote.start - at > _FARTHEST or reading.text[at : quote.start].strip(between):
        return None
    return quote


def _stands_alone(reading: Reading, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own, that no clause behind it credits to somebody."""
    return reading.text[quote.end - 2] in ".!?…"
