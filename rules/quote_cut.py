"""Quotations that are cut so that what limits them is gone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.errors import NotChecked
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Finding, Segment, Span
from retold.checker.rule import Rule
from retold.rules.quote_compare import Places, tokens
from retold.rules.quote_limits import clause_of, conditions, dropped_after, dropped_before, limited
from retold.rules.quote_link import QuoteLink, length, length_ratio, links, passages, segments_of, size
from retold.rules.quote_wording import wordings

_STILL_TOLD = 0.5
"""Share of a clause's words that stand beside the copy's quotation, from which on the clause is told there."""

_SHORT_BY, _PASSAGE_SHORT_BY = 0.7, 0.5
"""Shares of a limiting clause by which the copy's quotation, and its passage, must be too short in another language."""

_LEAST_CLAUSE = 0.25
"""Share of a quotation that its limiting clause must have for its absence to show in the length."""

_LONG_WORD = 4


@dataclass(frozen=True)
class Cut:
    """A limiting clause of the original's quotation that the copy's lacks.

    `how` is "end", "start", "ellipsis" or "length".
    """

    quote: Quote
    clause: Span
    how: str
    confidence: float


class QuoteTruncated(Rule):
    """The copy's quotation is cut so that a condition or reservation of the speaker is hidden.

    What it does
        Looks at the words of the original's quotation that the copy's lacks: what follows the place where the copy's
        ends, what stands before the one where it begins, and what an ellipsis replaces. It speaks when they begin with
        a limiting word (but, if, unless, as long as, only) and nothing beside the copy's quotation tells them. In
        another language it looks for a limiting clause by which the copy's quotation and its passage are too short,
        when the copy has no limiting word there. Evidence: `how`, `clause`.

    Why it matters
        “We will stay if we are paid” and “We will stay” are not the same promise.

    Fires
        original [en]: “We will reopen the school in May, but only if the roof is repaired,” the mayor said.
        copy [en]: “We will reopen the school in May,” the mayor said.

        original [en]: “We will reopen the school in the first week of May, but only if the roof has been repaired by then,” the mayor said.
        copy [de]: „Wir werden die Schule in der ersten Maiwoche wieder öffnen“, sagte die Bürgermeisterin.

    Stays silent
        original [en]: “We will reopen the school in May, as we have promised to the parents,” the mayor said.
        copy [en]: “We will reopen the school in May,” the mayor said.

        original [en]: “We will reopen the school in May, but only if the roof is repaired,” the mayor said.
        copy [en]: “We will reopen the school in May,” the mayor said, provided that the roof is repaired.
    """  # noqa: E501

    id = "quote-truncated"
    group = "quote"
    severity = "major"
    mqm = "accuracy/omission"
    needs = ("original",)
    covers = ("quote-altered",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for cut in _verbatim_cuts(comparison) if comparison.same_language else _cuts_across(comparison):
            clause = " ".join(original.text[cut.clause.start : cut.clause.end].split())
            yield self.finding(
                _message(cut.how, clause),
                confidence=cut.confidence,
                original=[original.passage(cut.clause.start, cut.clause.end)],
                copy=[copy.passage(cut.quote.start, cut.quote.end)],
                how=cut.how,
                clause=clause,
            )


def _message(how: str, clause: str) -> str:
    if how == "end":
        return f"The speaker goes on in the original: “{clause}”; the copy ends the quotation before that."
    if how == "start":
        return f"The speaker says first in the original: “{clause}”; the copy begins the quotation after that."
    if how == "ellipsis":
        return f"Where the copy’s quotation has an ellipsis, the original’s says: “{clause}”."
    return f"The original’s quotation says “{clause}”; the copy’s is shorter and has no such reservation."


def _verbatim_cuts(comparison: Comparison) -> Iterator[Cut]:
    """Cuts of quotations whose very words are quoted in the original."""
    original = comparison.original
    assert original is not None
    for wording in wordings(comparison):
        if wording.same != "quoted":
            continue
        words = wording.quote.words(comparison.copy.text)
        for quote, stretches in Places.of(original).quoted_at(words):
            cut = _cut(original, quote, stretches)
            if cut is not None and not _told_beside(comparison, wording.quote, cut[0]):
                yield Cut(wording.quote, *cut)
                break


def _cut(original: Article, quote: Span, stretches: list[Span]) -> tuple[Span, str, float] | None:
    """What limits the words of one of the original's quotations beside the stretches that the copy has."""
    for one, other in pairwise(stretches):
        found = limited(original, one.end, other.start)
        if found:
            return Span(found[0].start, max(found[0].end, _trimmed(original, other.start))), "ellipsis", 0.75
    after = dropped_after(original, stretches[-1].end, quote.end)
    if after is not None:
        return after, "end", 0.75
    before = dropped_before(original, quote.start, stretches[0].start)
    return (before, "start", 0.65) if before is not None else None


def _trimmed(article: Article, end: int) -> int:
    while not article.text[end - 1].isalnum():
        end -= 1
    return end


def _told_beside(comparison: Comparison, quote: Quote, clause: Span) -> bool:
    """Whether a clause's words stand in the copy's passage around a quotation."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    words = {word for word in tokens(original.text[clause.start : clause.end]) if _tells(word)}
    near = set(tokens(" ".join(copy.words_of(segment) for segment in _beside(copy, quote))))
    return len(words & near) >= max(1, _STILL_TOLD * len(words))


def _tells(word: str) -> bool:
    return len(word) >= _LONG_WORD or not word.isascii()


def _beside(article: Article, quote: Quote) -> tuple[Segment, ...]:
    own = segments_of(article, quote)
    return article.segments[max(0, own[0].index - 1) : own[-1].index + 2] if own else ()


def _cuts_across(comparison: Comparison) -> Iterator[Cut]:
    """Cuts of quotations in another language: by length, and by the absence of any limiting word."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for article in (original, copy):
        if conditions(language.load(article.language)) is None:
            raise NotChecked(f"no limiting words known for the language {article.language!r}")
    for link in links(comparison):
        if not link.original or not link.copy or not all(quote.is_speech for quote in link.original):
            continue
        short_by = length(link.original) - length(link.copy) / length_ratio(comparison)
        if short_by < _LEAST_CLAUSE * length(link.original):
            continue
        clause = _missing_clause(comparison, link, short_by)
        if clause is not None:
            yield Cut(link.copy[0], clause, "length", 0.6)


def _missing_clause(comparison: Comparison, link: QuoteLink, short_by: float) -> Span | None:
    """The limiting clause that the copy's quotation is too short by."""
    original = comparison.original
    assert original is not None
    for quote in link.original:
        for span in quote.content:
            for mark in limited(original, span.start, span.end):
                clause = clause_of(original, span, mark)
                long = clause.end - clause.start
                if long < _LEAST_CLAUSE * length(link.original) or short_by < _SHORT_BY * long:
                    continue
                if _passage_lacks(comparison, link, long):
                    return clause
    return None


def _passage_lacks(comparison: Comparison, link: QuoteLink, clause: int) -> bool:
    """Whether the copy's passage has no limiting word and is too short for a clause of that many characters."""
    own, other = passages(comparison, link)
    if any(limited(comparison.copy, segment.start, segment.end) for segment in other):
        return False
    return size(own) - size(other) / length_ratio(comparison) >= _PASSAGE_SHORT_BY * clause
