"""Which figure of the copy renders which figure of the original.

Figures are matched by value: first within linked segments, then in their neighbourhood, then anywhere. What is left
over on both sides of the same link, and could be the same thing, is one altered figure; the rest is missing or added.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.language import load
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_lexicon import lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.mentions.number_words import WORD
from retold.checker.model import Article
from retold.rules.number_bounds import bounded, bounds_opposed
from retold.rules.number_equal import (
    Item,
    equal,
    items_of,
    likeness,
    misread,
    reconverted,
    unit_changed,
)
from retold.rules.number_money import converted_beside, currency_changed, given
from retold.rules.number_written import dated_figures, numerals, romans, without

_WORD = re.compile(WORD)

_REACH = 2
"""Segments around a link that count as its neighbourhood."""


@dataclass(frozen=True, slots=True)
class Altered:
    """Two figures, in linked segments, that should be the same and are not."""

    original: Item
    copy: Item
    rivals: int
    """Other figures that either could have been paired with."""
    misread: bool = False
    """The copy has the right digits with the separator of another language: 4.700 for 4700 in English."""
    fault: str = ""
    """What differs although the value is the same: "currency" or "bound"."""


@dataclass(slots=True)
class Outcome:
    """What is left when all that agrees has been matched."""

    altered: list[Altered] = field(default_factory=list)
    missing: list[Item] = field(default_factory=list)
    added: list[Item] = field(default_factory=list)


def outcome(comparison: Comparison) -> Outcome:
    """The unmatched figures of a comparison; computed once, kept on the comparison as a cached property would be."""
    memo = vars(comparison)
    if "_figures" not in memo:
        memo["_figures"] = _Matching(comparison).result()
    found: Outcome = memo["_figures"]
    return found


def readable(comparison: Comparison) -> bool:
    """Whether number words of both languages are known."""
    assert comparison.original is not None
    return all(
        load(article.language).section("numbers").get("before") for article in (comparison.original, comparison.copy)
    )


class _Matching:
    def __init__(self, comparison: Comparison) -> None:
        assert comparison.original is not None
        self.comparison = comparison
        self.original, self.copy = comparison.original, comparison.copy
        self.known = readable(comparison)
        self.strict = bool(load(self.copy.language).section("numbers").get("strict_separators", False))
        self.changed: list[Altered] = []
        self.partners: dict[int, Item] = {}
        self.originals, self.copies = _items(self.original), _items(self.copy)
        self.by_segment = {"original": _by_segment(self.originals), "copy": _by_segment(self.copies)}
        self.units = _units(self.originals)

    def result(self) -> Outcome:
        out = Outcome()
        if not self.originals and not self.copies:
            return out
        groups = self._groups()
        for originals, copies, _ in groups:
            self._match(originals, copies)
            self._compare_matched(originals, copies)
        self._match_near()
        self._match_anywhere()
        for originals, copies, (left, right) in groups:
            left_over = [
                item
                for item in originals
                if not item.matched
                and not self._in_digits(item, self.copy, right, left)
                and not self._in_words(item, self.copy, right, left)
            ]
            right_over = [
                item
                for item in copies
                if not item.matched
                and not self._in_digits(item, self.original, left, right)
                and not self._in_words(item, self.original, left, right)
            ]
            left_only, right_only = _pair(left_over, right_over, out)
            out.missing += [
                item
                for item in left_only
                if not self._said_near(item, "copy", right) and not converted_beside(item, originals, self.original)
            ]
            out.added += [
                item
                for item in right_only
                if not _said(item, self.units)
                and not self._said_near(item, "original", left)
                and not converted_beside(item, copies, self.copy)
            ]
        out.altered += self.changed
        out.altered.sort(key=lambda pair: (pair.original.figure.start, pair.copy.figure.start))
        return out

    def _groups(self) -> list[tuple[list[Item], list[Item], tuple[set[int], set[int]]]]:
        """Items by linked pair; only links with both sides filled can be judged."""
        left, right = self.by_segment["original"], self.by_segment["copy"]
        groups = []
        for link, _, _ in self.comparison.linked_pairs():
            originals = [item for index in link.original for item in left.get(index, ())]
            copies = [item for index in link.copy for item in right.get(index, ())]
            if originals or copies:
                groups.append((originals, copies, (set(link.original), set(link.copy))))
        return groups

    def _match(self, originals: Iterable[Item], copies: Iterable[Item]) -> None:
        copies = list(copies)
        for strictness in (3, 2, 1):
            for item in originals:
                if item.matched:
                    continue
                for other in copies:
                    if not other.matched and equal(item, other, self.known) >= strictness:
                        item.matched = other.matched = True
                        self.partners[id(item)] = other
                        if self.strict and self.known and misread(item, other):
                            self.changed.append(Altered(item, other, 0, misread=True))
                        elif unit_changed(item, other):
                            self.changed.append(Altered(item, other, 0))
                        break

    def _compare_matched(self, originals: list[Item], copies: list[Item]) -> None:
        """What two figures of one value in linked segments still may contradict: the currency, the side of a bound."""
        for item in originals:
            other = self.partners.get(id(item))
            if other is None or item.figure.kind != other.figure.kind:
                continue
            if currency_changed(item, other):
                mine, theirs = other.figure.unit, item.figure.unit
                if not given(originals, item.key, mine) and not given(copies, item.key, theirs):
                    self.changed.append(Altered(item, other, 0, fault="currency"))
            elif bounds_opposed(item, other):
                rivals = sum(each.key == item.key for each in (*originals, *copies)) - 2
                spans = bounded(self.original, item.figure), bounded(self.copy, other.figure)
                if not rivals and None not in spans:
                    self.changed.append(Altered(item, other, 0, fault="bound"))

    def _match_near(self) -> None:
        """Figures that moved to the next sentence or the one before."""
        left = [item for item in self.originals if not item.matched]
        right = _by_segment([item for item in self.copies if not item.matched])
        for item in left:
            linked = [segment.index for segment in self.comparison.copy_segments(item.segment)]
            if linked and right:
                around = range(min(linked) - _REACH, max(linked) + _REACH + 1)
                self._match([item], [other for index in around for other in right.get(index, ())])

    def _match_anywhere(self) -> None:
        """Figures that moved further, by exact value only."""
        by_value: dict[str, list[Item]] = defaultdict(list)
        for item in self.copies:
            if not item.matched:
                by_value[item.key].append(item)
        for item in self.originals:
            if not item.matched:
                other = next((other for other in by_value.get(item.key, ()) if not other.matched), None)
                if other is not None and equal(item, other, self.known) >= 2:
                    item.matched = other.matched = True

    def _in_digits(self, item: Item, article: Article, segments: set[int], own: set[int]) -> bool:
        """Whether the other side has the value in a form that is no figure of its own: in a date, a label, a name.

        What the item's own side says in a date too, answers that date and not the item.
        """
        wanted = item.numerals(self.known)
        mine, side = (self.original, self.copies) if article is self.copy else (self.copy, self.originals)
        if wanted.isdisjoint(self._written(article, segments)):
            spare = wanted & dated_figures(article, segments)
            if spare <= dated_figures(mine, own):
                return False
        return not any(other.segment in segments and equal(item, other, self.known) >= 2 for other in side)

    def _in_words(self, item: Item, article: Article, segments: set[int], own: set[int]) -> bool:
        """Whether the other side has the value as a bare scale: "die Million" for 1 million, "hundreds" for 370.

        The copy may be vaguer than the original, never more exact.
        """
        value = abs(item.value)
        if item.figure.kind == "ordinal" or value < 10:
            return False
        mine = self.original if article is self.copy else self.copy
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

    def _written(self, article: Article, segments: set[int]) -> frozenset[str]:
        """The strings of digits in some segments that belong to no figure and no date.

        Where number words are not read, the digits of a figure may stand for anything and count too.
        """
        written: set[str] = set()
        for index in sorted(segments):
            place = article.segments[index]
            text = without(article, place, "number", "date") if self.known else article.words_of(place)
            written |= numerals(text) | romans(text)
        return frozenset(written)

    def _said_near(self, item: Item, side: str, segments: set[int]) -> bool:
        """Whether the other side has the value somewhere near, matched with another.

        One text may repeat itself, or add a conversion in brackets.
        """
        places = {index + step for index in segments for step in range(-_REACH, _REACH + 1)}
        near = (other for index in places for other in self.by_segment[side].get(index, ()))
        return any(equal(item, other, self.known) >= 2 or reconverted(item, other) for other in near)


def _units(side: list[Item]) -> dict[str, set[str | None]]:
    """The units in which a text gives each value, None for a bare figure."""
    units: dict[str, set[str | None]] = defaultdict(set)
    for item in side:
        units[item.key].add(item.figure.unit)
    return units


def _said(item: Item, units: dict[str, set[str | None]]) -> bool:
    """Whether a text gives the value of a figure anywhere, in the same unit or without one."""
    given, unit = units.get(item.key, set()), item.figure.unit
    return bool(given) if unit is None else bool(given & {unit, None})


def _pair(originals: list[Item], copies: list[Item], out: Outcome) -> tuple[list[Item], list[Item]]:
    """Pair what is left over in one link, likeliest first; what stays alone is returned."""
    pairs = sorted(
        ((likeness(a, b), -i, -j, a, b) for i, a in enumerate(originals) for j, b in enumerate(copies)),
        key=lambda entry: entry[:3],
        reverse=True,
    )
    taken: set[int] = set()
    for score, _, _, a, b in pairs:
        if score > 0 and id(a) not in taken and id(b) not in taken:
            taken.update((id(a), id(b)))
            out.altered.append(Altered(a, b, len(originals) + len(copies) - 2))
    return [a for a in originals if id(a) not in taken], [b for b in copies if id(b) not in taken]


def _items(article: Article) -> list[Item]:
    out: list[Item] = []
    for mention in mentions.in_story(article, "number"):
        assert isinstance(mention, Figure)
        segment = article.segment_at(mention.start)
        out.extend(items_of(mention, segment.index if segment else 0))
    return out


def _by_segment(items: Iterable[Item]) -> dict[int, list[Item]]:
    out: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        out[item.segment].append(item)
    return out
