"""Quotations that no quotation of the other text belongs to: whether they are speech, what stands in their place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.checker import calibration, language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.quote import Quote
from retold.checker.mentions.quote_scan import UNSPACED
from retold.checker.model import Article, Segment
from retold.rules.quote_compare import Places, tokens
from retold.rules.quote_link import length, length_ratio, linked_to, links, segments_of, size

SENTENCE_WORDS, SENTENCE_CHARACTERS = 6, 12
"""Words (characters, in scripts without spaces) of a quotation that can stand as a sentence."""

_WHOLE = 0.6
"""Share of its passage from which a quotation is all that the passage says."""

KEPT, LOST = 0.6, 0.75
"""Shares of a quotation by which the other text's passage is too short: up to which it may still tell what was said,
and from which it cannot."""

_UNEVEN = 0.35
"""Share by which a short passage may be shorter than expected and say the same; without a quotation and the words that
credit it, it is shorter by a half."""

LEAST_LOST = 30
"""Characters (of English) that a quotation must have for its absence to show in the length of a passage."""

BY_DESIGN = ("rewrite", "syndication")
"""Profiles of copies that tell in other words, and leave out, what they like."""

_LONGEST_NAME = 7
"""Words of a source that is named in a message."""

_SHARE = 0.3
"""Share of its passage that a quotation must have for its form or absence to be told."""

_LEAST_SAID = 9
"""Characters (of English) from which words that somebody is credited with, and nothing else, are a saying."""

_NEAR = 2
"""Segments before and after a passage in which its quotation may stand that the links miss."""


@dataclass(frozen=True)
class Alone:
    """A quotation without a partner, with its passage and the passage linked to it."""

    quote: Quote
    own: tuple[Segment, ...]
    other: tuple[Segment, ...]


def alone(comparison: Comparison, side: str) -> Iterator[Alone]:
    """The quotations of one text ("original" or "copy") that read as speech and have no partner in the other."""
    article = _text(comparison, side)
    for link in links(comparison):
        mine, others = (link.original, link.copy)[:: 1 if side == "original" else -1]
        if others or not mine:
            continue
        quote = mine[0]
        own = segments_of(article, quote)
        if own and is_speech(article, quote) and all(segment.kind in ("body", "quote") for segment in own):
            yield Alone(quote, own, linked_to(comparison, own, side))


def is_long(article: Article, quote: Quote) -> bool:
    """Whether quoted words are long enough to say something."""
    words = tokens(quote.words(article.text))
    return len(words) >= (SENTENCE_CHARACTERS if all(len(word) == 1 for word in words) else SENTENCE_WORDS)


def is_speech(article: Article, quote: Quote) -> bool:
    """Whether quoted words read as something said, however few they are."""
    return quote.is_speech or is_said(article, quote)


def is_said(article: Article, quote: Quote) -> bool:
    """Whether somebody is credited with just these words, and they stand as a sentence does."""
    words = quote.words(article.text)
    if len(words) < _LEAST_SAID * calibration.length_ratio("en", article.language) or words[:1].islower():
        return False
    if " " not in words and not UNSPACED.search(words):
        return False
    return any(mention.type == "direct" and mention.credits and mention.source for mention in crediting(article, quote))


def is_announced(article: Article, quote: Quote) -> bool:
    """Whether a colon stands before a quotation."""
    return article.text[max(0, quote.start - 4) : quote.start].rstrip()[-1:] in (":", "：")


def is_sentence(article: Article, quote: Quote) -> bool:
    """Whether quoted words are long enough to say something, and stand as speech: all that their passage says, behind
    a colon, or in somebody's mouth."""
    if is_said(article, quote):
        return True
    if not is_long(article, quote):
        return False
    own = segments_of(article, quote)
    if length([quote]) >= _WHOLE * size(own) or is_announced(article, quote):
        return True
    return any(mention.type != "indirect" for mention in crediting(article, quote))


def crediting(article: Article, quote: Quote) -> list[Attribution]:
    """The attributions whose content a quotation is, or is part of."""
    return [
        mention
        for mention in inside(article, "attribution", segments_of(article, quote))
        if isinstance(mention, Attribution)
        and any(span.start < quote.end and quote.start < span.end for span in mention.content)
    ]


def speaker(article: Article, quote: Quote) -> str:
    """The words that name who is quoted, fit for a message; empty when nobody is named, or only by a pronoun."""
    reading = read(article, language.load(article.language))
    for mention in crediting(article, quote):
        words = " ".join(article.text[span.start : span.end] for span in mention.source).strip(" ,;:—–-")
        if not words or len(words.split()) > _LONGEST_NAME or reading is None:
            continue
        if reading.lexicon.has("pronouns", mention.source_form) or reading.lexicon.has("pronouns", words.lower()):
            continue
        described = any(reading.lexicon.has("roles", word) for word in words.lower().split())
        if described or any(not letter.islower() for letter in words if letter.isalpha()):
            return words
    return ""


def is_stray(comparison: Comparison, each: Alone, side: str) -> bool:
    """Whether a quotation of the other text near the linked passage has no partner either, or shares one: the links may
    be wrong."""
    if not each.other:
        return False
    lonely = _lonely(comparison, "copy" if side == "original" else "original")
    around = range(each.other[0].index - _NEAR, each.other[-1].index + _NEAR + 1)
    return any(index in lonely for index in around)


def verbatim(comparison: Comparison, each: Alone) -> tuple[Segment, ...]:
    """The passage of a copy in the same language that has the very words of a quotation, without marks."""
    if not comparison.same_language:
        return ()
    assert comparison.original is not None
    places = Places.of(comparison.copy)
    words = each.quote.words(comparison.original.text)
    return tuple(comparison.copy.body[number] for number in places.sentences_with(words))


def keeps(comparison: Comparison, each: Alone, side: str) -> bool:
    """Whether the linked passage is long enough to tell what a quotation says. The words around a few quoted ones may
    be shorter by as much as those are long."""
    if too_short(comparison, each, side) <= KEPT:
        return True
    own = linked_to(comparison, each.other, "copy" if side == "original" else "original")
    few = length([each.quote]) < LEAST_LOST * calibration.length_ratio("en", _text(comparison, side).language)
    return few and missing(comparison, each, side) <= _UNEVEN * size(own) * _ratio(comparison, side)


def too_short(comparison: Comparison, each: Alone, side: str) -> float:
    """The share of a quotation by which the linked passage is too short to hold it: 0 when it is as long as expected,
    1 when the quotation seems to be missing from it."""
    return missing(comparison, each, side) / max(1.0, length([each.quote]) * _ratio(comparison, side))


def missing(comparison: Comparison, each: Alone, side: str) -> float:
    """Characters by which the linked passage is too short."""
    # a link may carry more than the quotation's own passage
    own = linked_to(comparison, each.other, "copy" if side == "original" else "original")
    return size(own) * _ratio(comparison, side) - size(each.other)


def _ratio(comparison: Comparison, side: str) -> float:
    return length_ratio(comparison) if side == "original" else 1 / length_ratio(comparison)


def weighs(each: Alone) -> bool:
    """Whether a quotation is a good part of its passage, not a few words in a long sentence."""
    return length([each.quote]) >= _SHARE * size(each.own)


def _lonely(comparison: Comparison, side: str) -> frozenset[int]:
    """The segments of one text in which a quotation without a partner of its own stands; made once."""
    memo = vars(comparison)
    key = f"lonely quotes of the {side}"
    if key not in memo:
        article = _text(comparison, side)
        flip = 1 if side == "original" else -1
        sides = [(link.original, link.copy)[::flip] for link in links(comparison)]
        lonely = [quote for mine, others in sides if len(mine) > len(others) for quote in mine]
        memo[key] = frozenset(segment.index for quote in lonely for segment in segments_of(article, quote))
    found: frozenset[int] = memo[key]
    return found


def _text(comparison: Comparison, side: str) -> Article:
    article = comparison.copy if side == "copy" else comparison.original
    assert article is not None
    return article
