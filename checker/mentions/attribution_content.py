"""What a verb of saying reports: the words before its clause, behind it, and the quotations that go on."""

from __future__ import annotations

from retold.checker.mentions.attribution import count, trim
from retold.checker.mentions.attribution_spans import FIRST_WORD, opens_aside
from retold.checker.mentions.attribution_verb import Clause
from retold.checker.mentions.quote import Quote
from retold.checker.model import Span


def has_object(clause: Clause) -> bool:
    """Whether the "that" behind a verb belongs to its object: "reveló el plan que preparaba"."""
    first = FIRST_WORD.match(clause.low, clause.cue.end, clause.run)
    if first is None or not clause.words.marks_clauses or not clause.words.has("articles", first.group(1)):
        return False
    near = clause.words.that.search(clause.low, first.end(), clause.run)
    return near is not None and not opens_aside(clause.reading, clause.cue.end, clause.run)


def rest_after(clause: Clause, at: int) -> tuple[Span, ...]:
    """The second half of a statement that the reporting clause interrupts: "That, they said, is new." """
    if clause.text[at : at + 1] not in (",", "—", "–", "،") or clause.following is not None:
        return ()
    return clause.statement(at + 1)


def content_before(clause: Clause, start: int) -> Span | None:
    quote = clause.quoted
    if quote is not None and start - quote.end <= 8 and not clause.low[quote.end : start].strip(' ,—–-\t.،”"'):
        lead = clause.low[clause.segment.start : quote.start] if quote.start > clause.segment.start else ""
        whole = not lead.strip() or lead.rstrip()[-1] in ",:—–،"
        start = quote.start if whole else trim(clause.text, clause.segment.start, quote.end).start
        return Span(start, quote.end)
    content = trim(clause.text, clause.segment.start, start)
    return content if count(clause.words, clause.text[content.start : content.end]) >= 2 else None


def continuation(clause: Clause, at: int) -> tuple[Span, ...]:
    """Quotes that go on after the reporting clause: "...," he said. "..." """
    quote = clause.reading.quote_from(at)
    if quote is None or clause.quoted is None:
        return ()
    if not (_is_next(clause, at, quote) or _is_next(clause, clause.segment.end, quote)):
        return ()
    return tuple(Span(each.start, each.end) for each in (quote, *clause.reading.adjacent(quote)))


def _is_next(clause: Clause, at: int, quote: Quote) -> bool:
    between = clause.text[at : quote.start]
    return len(between) <= 3 and "\n" not in between and not between.strip(" .,:;—–\u00a0")


def content_after(clause: Clause) -> tuple[Span, ...]:
    cue_end, run, end = clause.cue.end, clause.run, clause.segment.end
    that = clause.words.that.search(clause.low, cue_end, min(end, cue_end + 140))
    if that and _is_near(clause, that.start()) and not _has_clause_before(clause, that.start()):
        return clause.statement(that.start())
    quote = clause.reading.statement_from(cue_end)
    if quote is not None and quote.start <= end and _is_opened(clause, quote) and not _goes_on(clause, quote):
        return tuple(Span(each.start, each.end) for each in (quote, *clause.reading.adjacent(quote)))
    if clause.opens_infinitive():
        return clause.statement(cue_end)
    if clause.low[run : run + 1] in ":：" and run < end and len(clause.low[cue_end:run].split()) <= 10:
        return clause.statement(run + 1)
    if not clause.takes_bare_clause():
        return ()
    if clause.words.clause_after_comma:
        return clause.statement(run + 1) if clause.low[run : run + 1] == "," else ()
    return clause.statement(clause.bare_start())


def _goes_on(clause: Clause, quote: Quote) -> bool:
    """Whether a few marked words only open what is reported: said “surge” pricing was over."""
    if quote.is_speech or not clause.takes_bare_clause():
        return False
    return clause.text[quote.end : min(quote.end + 2, clause.segment.end)].lstrip()[:1].isalnum()


def _is_opened(clause: Clause, quote: Quote) -> bool:
    """Whether the cue introduces a quotation as a whole: said: "...", told reporters on Monday, "..." """
    between = clause.low[clause.cue.end : quote.start].rstrip()
    words = between.strip(",:،： \u00a0").split()
    if not words:
        return True
    if len(words) > 12:
        return False
    if between.rstrip(",:،：").count(","):  # "... said, not for the first time: «...»"
        return quote.is_speech and clause.words.marks_clauses and between[-1] in ":："
    if between[-1] in ",:،：":
        return not clause.takes_bare_clause() or clause.words.has("adjuncts", words[0]) or between[-1] in ":："
    hearer = clause.words.has("recipients", clause.cue.form) and len(words) <= 3
    return quote.is_speech and (hearer or clause.words.has("adjuncts", words[0]) or not clause.words.clause_follows)


def _has_clause_before(clause: Clause, place: int) -> bool:
    """Whether words of the statement itself stand before a "that", which then belongs to them."""
    if clause.words.has("recipients", clause.cue.form) or not clause.takes_bare_clause():
        return False
    first = FIRST_WORD.match(clause.low, clause.bare_start(), place)
    return first is not None and not clause.words.has("adjuncts", first.group(1))


def _is_near(clause: Clause, place: int) -> bool:
    between = clause.low[clause.cue.end : place]
    stops = ".;:!?" if clause.words.marks_clauses else '.;:!?"“”'
    if any(mark in between for mark in stops) or len(between.split()) > 12:
        return False
    if clause.words.marks_clauses and between.count(",") == 2:  # "said, without further comment, that"
        return between.rstrip().endswith(",") and len(between.split()) <= 8
    return "," not in between.rstrip().rstrip(",")
