"""Quotations that have lost their speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Finding, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_speaker import stands_in
from retold.rules.quote_alone import is_announced, is_long, is_said, speaker
from retold.rules.quote_link import QuoteLink, links, segments_of

_REST = 3
"""Letters that may stand beside a quotation in its sentence without saying anything."""

_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 4
"""Sentences of its paragraph, on each side, in which somebody may be credited with a quotation."""


class QuoteUnattributed(Rule):
    """A quotation of the copy has no speaker, though the original names one.

    What it does
        Takes the quotations that stand in both texts and whose speaker the original names or describes. It speaks when
        the copy's is a sentence by itself, nothing in its paragraph credits anybody (no verb of saying, no colon), and
        the speaker is not named beside it; or when a verb of saying stands there, but nobody who may speak. It is less
        sure where a sentence beside the paragraph credits somebody.
        Evidence: `source`, who is quoted in the original.

    Why it matters
        The reader cannot tell who speaks, and takes the words for the reporter's or for those of the person named last.

    Fires
        original [en]: “The bridge was never safe, and everybody in the office knew it,” engineer Paul Brandt said.
        copy [de]: „Die Brücke war nie sicher, und das wusste jeder im Amt.“

    Stays silent
        original [en]: “The bridge was never safe, and everybody in the office knew it,” engineer Paul Brandt said.
        copy [de]: Ingenieur Paul Brandt: „Die Brücke war nie sicher, und das wusste jeder im Amt.“
    """

    id = "quote-unattributed"
    group = "quote"
    severity = "major"
    mqm = "accuracy/omission"
    needs = ("original", "original-data:attribution", "copy-data:attribution")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for link in links(comparison):
            source = _named(original, link.original) if link.copy else ""
            if not source or not _is_bare(comparison, link, source):
                continue
            yield self.finding(
                f"The original says who is quoted, {source}; the copy does not say whose words these are.",
                confidence=0.7 if _is_alone(copy, link.copy) else 0.6,
                original=[original.passage(link.original[0].start, link.original[-1].end)],
                copy=[copy.passage(link.copy[0].start, link.copy[-1].end)],
                source=source,
            )


def _named(article: Article, quotes: Sequence[Quote]) -> str:
    return next((words for quote in quotes if (words := speaker(article, quote))), "")


def _is_bare(comparison: Comparison, link: QuoteLink, source: str) -> bool:
    """Whether nothing around the copy's quotations says that somebody speaks."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    said = all(is_said(original, quote) for quote in link.original)
    for quote in link.copy:
        own = segments_of(copy, quote)
        if not own or any(segment.kind not in ("body", "quote") for segment in own):
            return False
        if is_announced(copy, quote) or not (is_long(copy, quote) or said):
            return False
        paragraph = _paragraph(copy, own)
        around = _with_neighbours(copy, paragraph)
        silent = _stands_alone(copy, own, link.copy) and not _speaks(copy, paragraph)
        if not (silent or (_is_person(original, source) and _is_nobody(copy, around))):
            return False
        if stands_in(source, copy, around):
            return False
    return True


def _is_person(article: Article, source: str) -> bool:
    """Whether a source has a name of two words: a report or an office may be told by a word that no list has."""
    reading = read(article, language.load(article.language))
    if reading is None:
        return False
    words = source.replace(",", " , ").split()
    capital = [word[0].isupper() and not reading.lexicon.has("roles", word.lower()) for word in words]
    return any(one and other for one, other in pairwise(capital))


def _is_alone(article: Article, quotes: Sequence[Quote]) -> bool:
    """Whether no word beside the quotations credits them, and no sentence beside their paragraph credits others."""
    own = (*segments_of(article, quotes[0]), *segments_of(article, quotes[-1]))
    return _stands_alone(article, own, quotes) and not _speaks(
        article, _with_neighbours(article, _paragraph(article, own))
    )


def _stands_alone(article: Article, own: Sequence[Segment], quotes: Sequence[Quote]) -> bool:
    """Whether a passage holds next to nothing but its quotations: any other word may credit them."""
    start, end = own[0].start, own[-1].end
    rest = article.text[start:end]
    for quote in reversed(quotes):
        rest = rest[: max(0, quote.start - start)] + rest[max(0, quote.end - start) :]
    return sum(letter.isalnum() for letter in rest) <= _REST


def _paragraph(article: Article, own: Sequence[Segment]) -> tuple[Segment, ...]:
    """The sentences of a passage's paragraph, as far as they are near."""
    first, last = own[0].index, own[-1].index
    while first and own[0].index - first < _NEAR and article.segments[first - 1].paragraph == own[0].paragraph:
        first -= 1
    while last + 1 < len(article.segments) and last - own[-1].index < _NEAR:
        if article.segments[last + 1].paragraph != own[-1].paragraph:
            break
        last += 1
    return article.segments[first : last + 1]


def _with_neighbours(article: Article, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    return article.segments[max(0, segments[0].index - 1) : segments[-1].index + 2]


def _is_nobody(article: Article, segments: Sequence[Segment]) -> bool:
    """Whether a passage with a verb of saying has nobody in it who may speak: "it was said at the meeting"."""
    reading = read(article, language.load(article.language))
    if reading is None or not reading.lexicon.spaced:
        return False
    lexicon = reading.lexicon
    for each in inside(article, "attribution", segments):
        named = isinstance(each, Attribution) and each.source_form.split()
        if named and not lexicon.has("time_nouns", named[-1]):  # an occasion ("hieß es bei einer Pressekonferenz")
            return False
    nobody = language.load(article.language).section("quotation").get("nobody", ())
    outside = (match for match in _WORD.finditer(reading.low, segments[0].start, segments[-1].end))
    words = [match.group() for match in outside if reading.quote_around(match.start()) is None]
    if any(lexicon.has(key, word) for word in words for key in ("pronouns", "roles") if word not in nobody):
        return False
    return not any(reading.quote_around(name.start) is None for name in inside(article, "name", segments))


def _speaks(article: Article, segments: Sequence[Segment]) -> bool:
    """Whether anything outside the quotations of a passage credits words to somebody."""
    reading = read(article, language.load(article.language))
    if reading is None or inside(article, "attribution", segments):
        return True
    start, end = segments[0].start, segments[-1].end
    lexicon = reading.lexicon
    cues = (
        m for m in lexicon.pattern.finditer(reading.low, start, end) if m.group(m.lastgroup or 0) in lexicon.classes
    )
    return any(
        reading.quote_around(match.start()) is None
        for matches in (cues, lexicon.nominal.finditer(reading.low, start, end))
        for match in matches
    )
