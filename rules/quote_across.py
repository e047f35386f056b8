"""What can be judged of a quotation in another language: whether it asks, how long it is, and what it is about.

Figures, names, dates, negations and hedges in a quotation have rules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import calibration
from retold.checker.compare import Comparison
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article
from retold.checker.segment import count_words
from retold.rules.quote_alone import is_sentence
from retold.rules.quote_limits import SENTENCE_END
from retold.rules.quote_link import QuoteLink, length, length_ratio, links, passages, quoted_share, segments_of, size

LONG, SHORT = 2.2, 0.4
"""Length of a quotation, for the one expected of a translation, from which it is another one: of 480 quotations that
people translated none was longer than the first, and one was shorter than the second (its end was left out)."""

_GONE = 0.5
"""Share of what a quotation lacks by which its passage must be too short, too."""

_LEAST = 24
"""Characters (of English) of the longer side from which a length says something."""

_LONGEST_QUESTION = 160
"""Characters (of English) up to which a sentence that asks has a question mark in any style."""

APART = 0.12
"""How far below the similarity of good translations a quotation says something else; of those 480, none was."""

_NOT_LIKE = 0.2
"""Above the same level by so much, the sentences around a quotation vouch for it."""

_ASKS = frozenset("?？؟")


@dataclass(frozen=True)
class Difference:
    """Quotations that render each other, and how they differ: "question", "length" or "meaning"."""

    link: QuoteLink
    kind: str
    message: str
    confidence: float
    value: float


def differences(comparison: Comparison) -> Iterator[Difference]:
    """The quotations of the copy, in another language, that are clearly not those of the original."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    doubtful: list[QuoteLink] = []
    for link in links(comparison):
        if not (_are_sentences(original, link.original) and _are_sentences(copy, link.copy)):
            continue
        found = _question(comparison, link) or _length(comparison, link)
        if found is not None:
            yield found
        elif comparison.encoder is not None and _is_doubtful(comparison, link):
            doubtful.append(link)
    yield from _meanings(comparison, doubtful)


def _are_sentences(article: Article, quotes: Sequence[Quote]) -> bool:
    """Whether quotations are sentences of the story, and no stray mark beside them leaves open where they end."""
    for quote in quotes:
        own = segments_of(article, quote)
        if not is_sentence(article, quote) or any(segment.kind not in ("body", "quote") for segment in own):
            return False
        if quoted_share(article, article.segments[max(0, own[0].index - 1) : own[-1].index + 2]) is None:
            return False
    return bool(quotes)


def _question(comparison: Comparison, link: QuoteLink) -> Difference | None:
    """One sentence that asks on one side and states on the other."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if not len(link.original) == len(link.copy) == 1:
        return None
    ours, theirs = link.original[0].words(original.text), link.copy[0].words(copy.text)
    if any(len(SENTENCE_END.findall(words)) > 1 for words in (ours, theirs)):
        return None
    if max(len(ours) / _scale(original), len(theirs) / _scale(copy)) > _LONGEST_QUESTION:
        return None
    asks, asked = (bool(_ASKS.intersection(words)) for words in (theirs, ours))
    if asks == asked or not (_ends(theirs) and _ends(ours)):
        return None
    said = "is a question; the copy’s is a statement" if asked else "is a statement; the copy’s is a question"
    return Difference(link, "question", f"The original’s quotation {said}.", 0.65, float(asks))


def _ends(words: str) -> bool:
    """Whether quoted words end as a sentence does, so that a question mark would stand among them."""
    return words[-1:] in tuple(".!?…,。！？，、؟।") or words[-1:].isalnum()


def _length(comparison: Comparison, link: QuoteLink) -> Difference | None:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    ours, theirs = length(link.original), length(link.copy)
    times = theirs / max(1.0, ours * length_ratio(comparison))
    if SHORT <= times <= LONG or max(ours / _scale(original), theirs / _scale(copy)) < _LEAST:
        return None
    if times < SHORT and not _is_short_around(comparison, link):
        return None
    than = "shorter" if times < SHORT else "longer"
    message = f"The copy’s quotation is much {than} than the original’s."
    return Difference(link, "length", message, 0.6, round(times, 2))


def _is_short_around(comparison: Comparison, link: QuoteLink) -> bool:
    """Whether the copy's passage is shorter as well: what the quotation lacks may be told beside it."""
    own, other = passages(comparison, link)
    missing = length(link.original) - length(link.copy) / length_ratio(comparison)
    return size(own) - size(other) / length_ratio(comparison) >= _GONE * missing


def _scale(article: Article) -> float:
    """Characters of an article's language for one of English."""
    return calibration.length_ratio("en", article.language)


def _is_doubtful(comparison: Comparison, link: QuoteLink) -> bool:
    """Whether the sentences around a quotation are not so alike that the quotation must be, too."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    level = calibration.low(original.language, copy.language)
    held = {segment.index for quote in link.original for segment in segments_of(original, quote)}
    found = [each.similarity for each in comparison.links if held.intersection(each.original)]
    return any(similarity is not None and similarity < level + _NOT_LIKE for similarity in found)


def _meanings(comparison: Comparison, doubtful: Sequence[QuoteLink]) -> Iterator[Difference]:
    original, copy, encoder = comparison.original, comparison.copy, comparison.encoder
    if not doubtful or encoder is None or original is None:
        return
    ours = [" ".join(quote.words(original.text) for quote in link.original) for link in doubtful]
    theirs = [" ".join(quote.words(copy.text) for quote in link.copy) for link in doubtful]
    rows, others = encoder.encode(ours), encoder.encode(theirs)
    for link, left, right, row, other in zip(doubtful, ours, theirs, rows, others, strict=True):
        words = min(count_words(left), count_words(right))
        below = calibration.low(original.language, copy.language, words) - float(row @ other)
        if below >= APART:
            message = "The copy’s quotation seems to say something else than the original’s."
            yield Difference(link, "meaning", message, min(0.85, 0.5 + below), round(float(row @ other), 3))
