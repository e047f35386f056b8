"""How sure it is that two dates which contradict each other were meant to be the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import cast

from retold.checker import language, mentions
from retold.checker.mentions import date_lexicon, date_values, grouping
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_relation import relation
from retold.checker.model import Article, Segment
from retold.rules.number_written import numerals

SAID_ELSEWHERE = 0.85
"""Factor when the original's date stands elsewhere in the copy too, or the copy is a free rewrite."""

HELD_ELSEWHERE = 0.75
"""Factor when, in a passage that is well linked, one of the two dates has an unused counterpart elsewhere."""

ZONED = 0.55
"""Factor for clock times when a time zone is named on one side only, or another one."""


CONVERTED = 0.8
"""Factor for clock times of two zones whose difference is known, and does not fit."""


@dataclass(frozen=True)
class Everything:
    """All dates of both texts: a date that only moved was not altered."""

    original: Article
    copy: Article
    settled: set[int]
    years: frozenset[int]

    def doubt(self, one: DateMention, other: DateMention, linked: bool) -> float:
        """How likely the two are a contradiction, seen from the rest of the texts.

        0 when they only moved: an unsettled counterpart elsewhere takes each of them, or one where the link is weak.
        In a well linked passage one such counterpart, and anywhere a settled one, leaves the contradiction standing.
        """
        factor, taken = 1.0, 0
        for mention, against, article in ((one, other, self.copy), (other, one, self.original)):
            found = self._elsewhere(mention, against, article)
            taken += found == HELD_ELSEWHERE
            factor = min(factor, found)
        return 0.0 if taken > 1 or (taken and not linked) else factor

    def _elsewhere(self, mention: DateMention, against: DateMention, article: Article) -> float:
        """What a counterpart of a date elsewhere in the other text takes from a contradiction."""
        factor = 1.0
        for each in cast("tuple[DateMention, ...]", mentions.in_story(article, "date")):
            if each is against or not relation(mention, each, self.years).agrees:
                continue
            alike = each.grain == mention.grain and not _only_within(mention, each)
            if id(each) not in self.settled and alike:
                return HELD_ELSEWHERE
            if id(each) not in self.settled or alike:  # another's calendar day is no stand-in for "Tuesday"
                factor = SAID_ELSEWHERE
        return factor


def _only_within(one: DateMention, other: DateMention) -> bool:
    """Whether one of the two is a range that the other lies in, and no end of it."""
    single, spread = (other, one) if one.end_value else (one, other)
    if single.end_value or not spread.end_value:
        return False
    return single.value not in (spread.start_value, spread.end_value)


def zone_doubt(part: str, one: DateMention, other: DateMention) -> float:
    """Times of two zones may differ and both be right: unless the zone is the same, the finding is a guess."""
    if part != "time" or one.zone == other.zone:
        return 1.0
    if one.zone_hours is None or other.zone_hours is None:
        return ZONED
    return 1.0 if one.zone_hours == other.zone_hours else CONVERTED


Side = tuple[Article, Sequence[Segment]]


def stands_unread(one: DateMention, other: DateMention, said: Side, says: Side) -> bool:
    """Whether the figure of a date does stand on the other side, read as something else ("70-year-old", 5 %)."""
    if one.kind == "date" and not (one.grain == "year" and other.grain == "year"):
        return False
    if one.kind == "time":
        return False
    return holds(says, one, other) or holds(said, other, one)


_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def holds(side: Side, mention: DateMention, besides: DateMention) -> bool:
    """Whether the figure of a mention stands on the other side, outside the mention it is held against.

    Of a range both figures have to.
    """
    article, segments = side
    lexicon = date_lexicon.of(language.load(article.language))
    figures = _FIGURE.findall(date_lexicon.fold(mention.text)) or _FIGURE.findall(mention.value or "")
    wanted = [figure.replace(",", ".") for figure in figures[: 2 if mention.end_value else 1]]
    stands = [_outside(article, segment, besides) for segment in segments]
    return bool(wanted) and all(any(_has(text, figure, lexicon) for text in stands) for figure in wanted)


def _outside(article: Article, segment: Segment, mention: DateMention) -> str:
    """The folded words of a segment without a mention and without the lengths that are read as such."""
    words, begin = article.words_of(segment), segment.start
    lengths = [each for each in grouping.inside(article, "date", [segment]) if each.kind == "duration"]
    taken = [(max(each.start, begin), min(each.end, segment.end)) for each in (*lengths, mention)]
    for start, end in taken:
        if start < end:
            words = words[: start - begin] + " " * (end - start) + words[end - begin :]
    return date_lexicon.fold(words)


def _has(text: str, figure: str, lexicon: date_lexicon.Lexicon) -> bool:
    """Whether a text has a figure, in digits or as a word."""
    if any(found.replace(",", ".") == figure for found in _FIGURE.findall(text)):
        return True
    words = {word for word, number in lexicon.small.items() if figure == date_values.number_text(number)}
    return bool(words) and not words.isdisjoint(re.findall(r"[^\W\d_]+", text))


def only_said(mention: DateMention, copy: Article, segments: Sequence[Segment], years: frozenset[int]) -> bool:
    """Whether a date of the original is nowhere in the copy: not as a date, and in the linked passage not in parts."""
    text = " ".join(copy.words_of(segment) for segment in segments)
    told = date_values.point(mention.value) if mention.grain == "day" and not mention.end_value else None
    wanted = numerals(told.day if told else f"{mention.text} {mention.value}") - {"0"}  # a 1 may be of anything
    if not wanted.isdisjoint(numerals(text)) or _names_month(mention, text, copy):
        return False
    return not any(relation(mention, each, years).agrees for each in _distinct(copy))


def _distinct(article: Article) -> tuple[DateMention, ...]:
    """The dates of an article, those that read alike once: a list of a thousand hours is asked 24 times."""
    if _DISTINCT not in article.memo:
        dates = cast("tuple[DateMention, ...]", mentions.in_story(article, "date"))
        read = {tuple(getattr(each, name) for name in _READINGS): each for each in dates}
        article.memo[_DISTINCT] = tuple(read.values())
    found: tuple[DateMention, ...] = article.memo[_DISTINCT]
    return found


_DISTINCT = "distinct dates"
_READINGS = tuple(each.name for each in fields(DateMention) if each.name not in ("start", "end", "text"))


def _names_month(mention: DateMention, text: str, copy: Article) -> bool:
    """Whether a text has a name of the month, one too that is another word as well ("Mart", "mar.")."""
    told = date_values.point(mention.value)
    if told is None or not told.month.isdigit():
        return False
    months = date_lexicon.of(language.load(copy.language)).months
    words = re.findall(r"[^\W\d_]+", date_lexicon.fold(text))
    return any(months.get(word) == int(told.month) for word in words)
