"""What becomes of the words of the copy's quotations, in a copy in the original's language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from retold.checker.compare import Comparison
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Segment
from retold.rules.quote_alone import crediting, is_said
from retold.rules.quote_compare import LEAST_WORDS, Match, Places, tokens
from retold.rules.quote_link import outermost, partners, segments_of
from retold.rules.quote_spelling import of as spelling_of

_FEW, _FEW_CHARACTERS = 4, 10
"""Words (characters, in scripts without spaces) of a quotation that is judged by what stands around it, too."""

_AROUND, _AROUND_SURE = 0.5, 0.7
"""Share of the words around a few quoted words that must stand in both texts; more when the quoted words share none."""

_SAME = 0.7
"""Share of words from which two quotations are not other words in the same place."""

_SHORT = 8
"""Words of a quotation up to which one of them may differ and leave no run of common words."""


@dataclass(frozen=True)
class Wording:
    """A quotation of the copy, and what of its words stands in the original.

    Attributes:
        same: "quoted" when the very words are quoted there, "told" when they stand there without marks, "" when not.
        match: the closest words, when the very words do not stand there.
        sentences: the original's segments that hold the very words.
    """

    quote: Quote
    same: str = ""
    match: Match | None = None
    sentences: tuple[Segment, ...] = ()


def wordings(comparison: Comparison) -> tuple[Wording, ...]:
    """The wording of each quotation of the copy that is speech of four words or more; made once."""
    memo = vars(comparison)
    if "quote wordings" not in memo:
        memo["quote wordings"] = tuple(_wordings(comparison))
    found: tuple[Wording, ...] = memo["quote wordings"]
    return found


def _wordings(comparison: Comparison) -> Iterator[Wording]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for quote in outermost(copy):
        words = quote.words(copy.text)
        if not quote.is_speech or len(tokens(words)) < LEAST_WORDS:
            match = _short(comparison, quote, words) or _in_its_place(comparison, quote, words)
            if match is not None:
                yield Wording(quote, match=match)
            continue
        places = Places.of(original)
        match = places.closest(words)
        if match is not None:
            yield Wording(quote, match=match)
        elif places.quotes_these(words):
            yield Wording(quote, "quoted")
        else:
            held = tuple(original.body[number] for number in places.sentences_with(words))
            match = None if held else _in_its_place(comparison, quote, words)
            yield Wording(quote, "told" if held else "", match, held)


def _short(comparison: Comparison, quote: Quote, words: str) -> Match | None:
    """The original's version of a few quoted words: they share a word with them, or all that stands around them."""
    original = comparison.original
    assert original is not None
    partner = partners(comparison).get(quote)
    places = Places.of(original)
    if partner is None or places.has(words) or any(each[:1].isupper() for each in words.split()[1:]):
        return None
    theirs = partner.words(original.text)
    ours, others = tokens(words, places.spelling), tokens(theirs, places.spelling)
    most, apart = (_FEW_CHARACTERS, 3) if all(len(word) == 1 for word in others) else (_FEW, 1)
    if not ours or not 0 < len(others) <= most or abs(len(ours) - len(others)) > apart or set(others) <= set(ours):
        return None
    shared = len(set(ours) & set(others)) / max(len(ours), len(others))
    around = _likeness_around(comparison, partner, quote)
    if around < _AROUND or (not shared and around < _AROUND_SURE):
        return None
    return Match(partner.content[0].start, partner.content[-1].end, theirs, shared, quoted=True)


def _in_its_place(comparison: Comparison, quote: Quote, words: str) -> Match | None:
    """The original's quotation in the same place of the same sentence, in other words: the same person is credited with
    both, and what stands around them is the same."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    partner = partners(comparison).get(quote)
    if partner is None or not (is_said(original, partner) and is_said(copy, quote)):
        return None
    theirs = partner.words(original.text)
    if Places.of(copy).has(theirs) or Places.of(original).has(words):
        return None
    if {each.source_form for each in crediting(original, partner)} != {
        each.source_form for each in crediting(copy, quote)
    } or _likeness_around(comparison, partner, quote) < _AROUND_SURE:
        return None
    ours, others = tokens(words, spelling_of(copy)), tokens(theirs, spelling_of(original))
    shared = (Counter(ours) & Counter(others)).total() / max(1, len(ours), len(others))
    if shared >= _SAME and len(others) > _SHORT:  # then it was found by its words, or differs in spelling
        return None
    return Match(partner.content[0].start, partner.content[-1].end, theirs, shared, quoted=True)


def _likeness_around(comparison: Comparison, one: Quote, other: Quote) -> float:
    """Share of the words around two quotations, in their sentences, that stand in both."""
    assert comparison.original is not None
    left, right = _around(comparison.original, one), _around(comparison.copy, other)
    return (left & right).total() / max(1, left.total(), right.total())


def _around(article: Article, quote: Quote) -> Counter[str]:
    own = segments_of(article, quote)
    before, after = article.text[own[0].start : quote.start], article.text[quote.end : own[-1].end]
    return Counter(tokens(f"{before} {after}"))
