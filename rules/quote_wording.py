"""What becomes of the words of the copy's quotations, in a copy in the original's language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.checker.compare import Comparison
from retold.checker.mentions.quote import Quote
from retold.checker.model import Segment
from retold.rules.quote_compare import LEAST_WORDS, Match, Places, tokens
from retold.rules.quote_link import outermost


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
            continue
        places = Places.of(original)
        match = places.closest(words)
        if match is not None:
            yield Wording(quote, match=match)
        elif places.quotes_these(words):
            yield Wording(quote, "quoted")
        else:
            held = tuple(original.body[number] for number in places.sentences_with(words))
            yield Wording(quote, "told" if held else "", sentences=held)
