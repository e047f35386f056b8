"""Words in quotation marks that are not the words of the original."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Finding, Span
from retold.checker.rule import Rule
from retold.rules.quote_across import Difference, differences
from retold.rules.quote_compare import Match, differing, in_other_figures, tokens
from retold.rules.quote_spelling import of as spelling_of
from retold.rules.quote_wording import wordings

_PARAPHRASED = 0.65
"""Share of common words below which a quotation is put in other words as a whole, not changed in one place."""

_SCATTERED = 0.9
"""The same where the versions differ in several places."""

_LONGEST = 80
"""Characters of differing words that a message quotes."""


class QuoteAltered(Rule):
    """The words between the copy's quotation marks are not those of the original.

    What it does
        In one language: takes each quotation and looks for its words in the original; a few words are compared with the
        quotation at the same place, and a single word is a minor matter. Typography, spelling (British and American,
        digits and number words, contractions), capitals at its start, ellipses, words in brackets and a shorter cut are
        equal. Words that are close but not the same are reported, less surely when few of them are the same. Evidence:
        `original_words`, `copy_words`, `ratio`.
        In two languages: takes the quotations that render each other and reports a question that became a statement, a
        quotation far longer or shorter than a translation of it, and, with an encoder, one that says something else.
        Figures, names, dates and negations in a quotation have their own rules. Evidence: `kind`, `value`.

    Why it matters
        Quotation marks promise the reader the speaker's very words.

    Fires
        original [en]: “It looks like most of the lines will be running again by noon,” the operator said.
        copy [en]: “It seems that most of the lines will be running again at noon,” the operator said.

        original [en]: “Did anybody ask the people who live here?” Keller said.
        copy [de]: „Jemand hat die Leute gefragt, die hier wohnen“, sagte Keller.

    Stays silent
        original [en]: “It looks like most of the lines will be running again by noon,” the operator said.
        copy [en]: The operator said: "... most of the lines will be running again by noon."
    """

    id = "quote-altered"
    group = "quote"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "encoder?")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        if not comparison.same_language:
            for difference in differences(comparison):
                yield self._across(comparison, difference)
            return
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for wording in wordings(comparison):
            quote, match = wording.quote, wording.match
            if match is None or not match.quoted:
                continue
            if match.is_only_contracted(quote.words(copy.text), spelling_of(copy)):
                continue
            start, end = quote.content[0].start, quote.content[-1].end
            if not in_other_figures(original, match.start, match.end, copy, start, end):
                yield self._finding(comparison, quote, match)

    def _across(self, comparison: Comparison, difference: Difference) -> Finding:
        """In another language: `kind` is "question", "length" or "meaning", `value` what was measured."""
        original, copy, link = comparison.original, comparison.copy, difference.link
        assert original is not None
        return self.finding(
            difference.message,
            confidence=difference.confidence,
            original=[original.passage(quote.start, quote.end) for quote in link.original],
            copy=[copy.passage(quote.start, quote.end) for quote in link.copy],
            kind=difference.kind,
            value=difference.value,
        )

    def _finding(self, comparison: Comparison, quote: Quote, match: Match) -> Finding:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        left, right = differing(match.words, quote.words(copy.text), spelling_of(copy))
        ours = _figure(original, left, Span(match.start, match.end))
        theirs = _figure(copy, right, Span(quote.start, quote.end))
        if ours is None or theirs is None:
            ours, theirs = Span(match.start, match.end), Span(quote.start, quote.end)
        return self.finding(
            _message(left, right),
            confidence=_confidence(match, quote.words(copy.text)),
            severity="minor" if len(tokens(match.words)) == 1 else None,
            original=[original.passage(ours.start, ours.end)],
            copy=[copy.passage(theirs.start, theirs.end)],
            original_words=left,
            copy_words=right,
            ratio=round(match.ratio, 3),
        )


def _figure(article: Article, words: str, within: Span) -> Span | None:
    """Where some words stand that are a figure or a date, or part of one: rules of their own speak of these, too."""
    start = article.text.find(words, within.start, within.end) if words else -1
    end = start + len(words)
    figures = (each for kind in ("number", "date") for each in mentions.of(article, kind)) if start >= 0 else ()
    return Span(start, end) if any(each.start <= start and end <= each.end for each in figures) else None


def _message(left: str, right: str) -> str:
    """What differs, as long as it can be quoted in a sentence."""
    if max(len(left), len(right)) > _LONGEST:
        return "The copy’s quotation is put in other words than the original’s."
    if not left:
        return f"The copy’s quotation has “{right}”, which the original’s has not."
    if not right:
        return f"The copy’s quotation lacks “{left}” of the original’s."
    return f"The copy’s quotation differs from the original’s: “{left}” has become “{right}”."


def _confidence(match: Match, words: str) -> float:
    """Two versions that share few words, or differ here and there, may be two translations of one quotation: no case
    for the gate."""
    share, places = match.share(words)
    if share < _PARAPHRASED or (places > 1 and share < _SCATTERED):
        return 0.6
    return 0.85 if match.ratio >= 0.65 else 0.7
