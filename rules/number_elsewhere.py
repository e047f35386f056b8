"""Whether the other text has a figure in a form that is no figure of its own: in a date, a label, a bare scale word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from retold.checker.language import load
from retold.checker.mentions.number_lexicon import lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.mentions.number_scan import WORD
from retold.checker.model import Article
from retold.rules.number_convert import reconverted
from retold.rules.number_equal import equal
from retold.rules.number_item import Item
from retold.rules.number_written import dated_figures, numerals, romans, times, without

_WORD = re.compile(WORD)

REACH = 2
"""Segments around a link that count as its neighbourhood."""

Items = Mapping[int, list[Item]]


class Elsewhere:
    """Looks for figures that found no counterpart. `items` are the figures of both sides by segment."""

    def __init__(self, original: Article, copy: Article, items: Mapping[str, Items], known: bool) -> None:
        self.original, self.copy, self.by_segment, self.known = original, copy, items, known

    def has(self, item: Item, side: str, segments: set[int], own: set[int]) -> bool:
        """Whether these segments of a side ("original", "copy") have the value of an item, in digits or in words.

        `own` are the segments of the item's own side.
        """
        article = self.copy if side == "copy" else self.original
        return self._in_digits(item, article, segments, own) or self._in_words(item, article, segments, own)

    def _in_digits(self, item: Item, article: Article, segments: set[int], own: set[int]) -> bool:
        """Whether the other side has the value in a form that is no figure of its own: in a date, a label, a name.

        What the item's own side says in a date or a label too, answers that and not the item.
        """
        wanted = item.numerals(self.known)
        mine, side = (self.original, "copy") if article is self.copy else (self.copy, "original")
        labels = item.figure.kind not in ("percent", "money")  # "COVID-19" does not answer 19 %
        written = not wanted.isdisjoint(self._written(article, segments, labels))
        if written and self.known:
            written = self._times(wanted, article, segments, labels) > self._times(wanted, mine, own, labels)
        if not written:
            spare = wanted & dated_figures(article, segments)
            if spare <= dated_figures(mine, own):
                return False
        others = (other for index in segments for other in self.by_segment[side].get(index, ()))
        return not any(equal(item, other, self.known) >= 2 for other in others)

    def _in_words(self, item: Item, article: Article, segments: set[int], own: set[int]) -> bool:
        """Whether the other side has the value as a bare scale: "die Million" for 1 million, "hundreds" for 370.

        The copy may be vaguer than the original, never more exact.
        """
        value = abs(item.value)
        if item.figure.kind == "ordinal" or value < 10:
            return False
        mine, side = (self.original, "copy") if article is self.copy else (self.copy, "original")
        others = (other for index in segments for other in self.by_segment[side].get(index, ()))
        if item.figure.kind == "quantity" and any(
            not other.matched and other.figure.unit == item.figure.unit for other in others
        ):
            return False  # it is that figure that renders 640 miles, not "hundreds" of something else
        for scale, vague in sorted(self._scales(article, segments)):
            reach = scale * (10 if scale < 1000 else 1000) if vague and article is self.copy else scale
            if value == scale or scale <= value < reach:
                return (scale, vague) not in self._scales(mine, own)
        return False

    def _scales(self, article: Article, segments: set[int]) -> set[tuple[float, bool]]:
        """The words for a scale that belong to no figure: their values, and whether they are vague ("hundreds")."""
        lex = lexicon(load(article.language))
        found: set[tuple[float, bool]] = set()
        for index in segments:
            text = fold(without(article, article.segments[index], "number"))
            for word in filter(text.__contains__, lex.rough) if lex.han else _WORD.findall(text):
                if word in lex.rough:
                    found.add((float(lex.rough[word]), True))
                elif word in lex.bare:
                    found.add((float(lex.bare[word]), False))
        return found

    def _written(self, article: Article, segments: set[int], labels: bool) -> frozenset[str]:
        """The strings of digits in some segments that belong to no figure and no date.

        Where number words are not read, the digits of a figure may stand for anything and count too.
        """
        written: set[str] = set()
        for index in sorted(segments):
            place = article.segments[index]
            text = without(article, place, "number", "date") if self.known else article.words_of(place)
            written |= numerals(text, labels) | romans(text)
        return frozenset(written)

    def _times(self, values: frozenset[str], article: Article, segments: set[int], labels: bool) -> int:
        """How often values stand in the digits of some segments that belong to no figure and no date."""
        texts = (without(article, article.segments[index], "number", "date") for index in segments)
        return sum(times(text, values, labels) + (not romans(text).isdisjoint(values)) for text in texts)

    def near(self, item: Item, side: str, segments: set[int]) -> bool:
        """Whether the other side has the value somewhere near, matched with another.

        One text may repeat itself, or add a conversion in brackets.
        """
        places = {index + step for index in segments for step in range(-REACH, REACH + 1)}
        near = (other for index in places for other in self.by_segment[side].get(index, ()))
        return any(equal(item, other, self.known) >= 2 or reconverted(item, other) for other in near)
