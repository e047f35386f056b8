"""A figure on one side against a year or a duration on the other: 1895 read as a number, July 1885 as a date.

What one language says so that it is read as a date, another says so that only the number is read: "2020湖南文化节" and
"the Hunan festival of 2022"; "17 dage", where the words of a language are not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_digits import plain
from retold.checker.model import Article
from retold.rules.number_equal import is_year
from retold.rules.number_item import Item
from retold.rules.number_written import numerals

_YEAR = re.compile(r"(\d{4})(?![\dX])")
_LENGTH = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMWDHS])$")

_RATIOS = {
    "S": (60, 3600), "M": (60, 1440, 1 / 60), "H": (24, 168, 1 / 60), "D": (7, 30, 30.4, 31, 365, 1 / 24),
    "W": (4.345, 52, 1 / 7), "MONTH": (12, 1 / 4.345, 1 / 30.4), "Y": (10, 100, 1000, 1 / 12),
}  # fmt: skip
"""How many of a measure of time make one of another: days of a week, hours of a day, years of a decade."""

_LIKE = 3
"""How many times larger a duration may be that stands for a figure in languages that are read."""

_FIT = 0.03
"""How far a converted duration may be off."""


@dataclass(frozen=True, slots=True)
class _Dated:
    value: float
    mention: DateMention
    unit: str = ""

    def item(self, segment: int, kind: str) -> Item:
        """The figure in a date, as if it stood alone."""
        mention, value = self.mention, _plain(self.value)
        figure = Figure(kind=kind, start=mention.start, end=mention.end, text=mention.text, value=value, loose=True)
        return Item(figure, self.value, (), segment, value)


def counterpart(item: Item, own: Article, mine: set[int], other: Article, theirs: set[int], known: bool) -> Item | None:
    """The year or the duration in these segments of the other text that stands in the place of a figure.

    None when there is none or more than one, or when it has its own counterpart in the item's text. Where both
    languages are read (`known`), a duration must be of like size: its words would have been read.
    """
    found = list(_years(other, theirs) if is_year(item) else _durations(other, theirs, item.figure.kind == "ordinal"))
    if len(found) != 1:
        return None
    (dated,) = found
    said = set().union(*(numerals(own.words_of(own.segments[index])) for index in mine))
    if not said.isdisjoint(_figures(dated)) or _converted(item.value, dated):
        return None
    if known and not is_year(item) and not 1 / _LIKE <= abs(item.value) / dated.value <= _LIKE:
        return None
    place = other.segment_at(dated.mention.start)
    return dated.item(place.index if place else 0, item.figure.kind)


def _plain(value: float) -> str:
    return plain(Decimal(str(value)))


def _figures(dated: _Dated) -> set[str]:
    """The strings of digits that say a year or a duration."""
    if not dated.unit:
        return {_plain(dated.value)}
    mention = dated.mention
    return numerals(" ".join(filter(None, (mention.text, mention.value, mention.timex, _plain(dated.value)))))


def _converted(value: float, dated: _Dated) -> bool:
    """Whether a duration may be the figure in another measure of time: 17 [days], 408 hours."""
    return any(abs(value * ratio - dated.value) <= _FIT * dated.value for ratio in _RATIOS.get(dated.unit, ()))


def _years(article: Article, segments: Iterable[int]) -> Iterable[_Dated]:
    for mention in _dates(article, segments):
        match = _YEAR.match(mention.value or "")
        if match and match.group(1) in mention.text and mention.start_value is None:
            yield _Dated(float(match.group(1)), mention)


def _durations(article: Article, segments: Iterable[int], vague: bool) -> Iterable[_Dated]:
    """The durations in figures; an anniversary (85周年), which is no ground by itself, only if `vague`."""
    for mention in _dates(article, segments):
        match = _LENGTH.match(mention.timex or "")
        if match and float(match.group(2)) and (vague or not mention.vague) and any(map(str.isdigit, mention.text)):
            unit = "MONTH" if match.group(3) == "M" and not match.group(1) else match.group(3)
            yield _Dated(float(match.group(2)), mention, unit)


def _dates(article: Article, segments: Iterable[int]) -> Iterable[DateMention]:
    places = [article.segments[index] for index in sorted(segments)]
    return (mention for mention in inside(article, "date", places) if isinstance(mention, DateMention))
