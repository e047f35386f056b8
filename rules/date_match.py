"""Which date, time or duration of the copy renders which of the original.

Dates are matched by value within linked segments. One that has no counterpart there, beside another of its kind that
has none either, is altered; a calendar date or clock time that is nowhere in the copy is missing; a weekday or "today"
beside a calendar date, in an article without a publication date, cannot be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import cast

from retold.checker.compare import Comparison
from retold.checker.mentions import date_values, grouping
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_relation import relation
from retold.checker.model import Article, Link, Segment
from retold.rules.date_doubt import SAID_ELSEWHERE, Everything, holds, only_said, stands_unread, zone_doubt
from retold.rules.date_halves import slipped
from retold.rules.date_night import same_night
from retold.rules.date_once import spare_pairs
from retold.rules.date_order import exchanged
from retold.rules.date_spread import wrong_ends

CONFIDENCE = {
    "day": 0.9, "month": 0.9, "year": 0.85, "weekday": 0.8, "duration": 0.75, "time": 0.7, "distance": 0.75,
    "relative": 0.55, "order": 0.75,
}  # fmt: skip
"""How sure a contradiction in this part of a date is an error: measured on annotated pairs, see tests/benchmarks."""

HALF_A_DAY = 0.85
"""Factor for a single clock time twelve hours off: some writers do say "3 Uhr" for the afternoon."""

SAME_NIGHT = 0.4
"""Factor for two days in a row beside a word for night: the night to 12 March is that of 11 March."""

WELL_LINKED = 0.7
"""Similarity of a link from which on its passages say the same thing."""

MOST = 200
"""Dates of one passage that are compared: more stand in tables only, and every one meets every other."""

OTHER_GRAIN = 0.8
"""Factor when one side is more precise than the other: 2019 against 29 November 2020."""

TOLD = ("day", "month", "year", "time")
"""Grains of dates whose absence from the copy a reader would want to know of."""


@dataclass(frozen=True)
class Altered:
    """A date of the original, the one that stands in its place, the part in which they differ."""

    original: DateMention
    copy: DateMention
    part: str
    confidence: float


@dataclass(frozen=True)
class Unresolved:
    """A weekday or relative word on one side, a calendar date on the other, and no publication date to join them."""

    original: DateMention
    copy: DateMention


@dataclass(slots=True)
class Outcome:
    """What is left when all that agrees has been matched."""

    altered: list[Altered] = field(default_factory=list)
    missing: list[DateMention] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)


def outcome(comparison: Comparison) -> Outcome:
    """The unmatched dates of a comparison; computed once, kept on the comparison as a cached property would be."""
    memo = vars(comparison)
    if "_dates" not in memo:
        memo["_dates"] = _Matching(comparison).result()
    found: Outcome = memo["_dates"]
    return found


@dataclass(frozen=True)
class _Group:
    """One link: how sure it is, its segments and the dates in them."""

    sure: bool
    originals: tuple[Segment, ...]
    copies: tuple[Segment, ...]
    said: list[DateMention]
    says: list[DateMention]


Slips = Set[tuple[int, int]]


class _Matching:
    """The dates of two articles, held against each other link by link."""

    def __init__(self, comparison: Comparison) -> None:
        self.original, self.copy = cast(Article, comparison.original), comparison.copy
        self.free = comparison.order == "free"
        self.years = _years(self.original, self.copy)
        self.groups = [
            _Group(_sure(link, self.free), ours, theirs, _inside(self.original, ours), _inside(self.copy, theirs))
            for link, ours, theirs in comparison.linked_pairs()
        ]
        self.slips: Slips = {
            (id(one), id(other))
            for group in self.groups
            for one in group.said
            for other in group.says
            if slipped(one, other, self.copy, group.copies)
        }
        self.settled = self._settled()
        self.everything = Everything(self.original, self.copy, self.settled, self.years)
        self.spent: set[int] = set()

    def result(self) -> Outcome:
        out = Outcome()
        for group in self.groups:
            out.altered.extend(self._exchanged(group))
        for group in self.groups:
            out.altered.extend(self._altered(group))
        for group in self.groups:
            out.altered.extend(self._said_too_often(group))
            out.altered.extend(self._wrong_ends(group))
        for group in self.groups:
            out.unresolved.extend(self._unresolved(group))
        for group in self.groups:
            out.missing.extend(self._missing(group))
        return out

    def _settled(self) -> set[int]:
        """Ids of the dates that have a counterpart in the linked passage.

        A year within a decade or century, or a weekday for a day, is a counterpart only when neither of the two has a
        better one.
        """
        settled: set[int] = set()
        for group in self.groups:
            loose: list[tuple[int, int]] = []
            for one in group.said:
                for other in group.says:
                    if (id(one), id(other)) in self.slips or not relation(one, other, self.years).agrees:
                        continue
                    if any((one.grain in coarse) != (other.grain in coarse) for coarse in (_ERAS, _WEEKDAYS)):
                        loose.append((id(one), id(other)))
                    else:
                        settled.update((id(one), id(other)))
            settled.update(ident for pair in loose if settled.isdisjoint(pair) for ident in pair)
        return settled

    def _left(self, dates: list[DateMention]) -> list[DateMention]:
        """Those without a counterpart that a finding may rest on."""
        return [m for m in dates if id(m) not in self.settled and id(m) not in self.spent and not m.vague]

    def _altered(self, group: _Group) -> Iterator[Altered]:
        """The contradictions in linked passages, each date used once."""
        for one in self._left(group.said):
            best = self._contradicting(one, self._left(group.says))
            if best is None:
                continue
            other, part, factor = best
            factor *= self.everything.doubt(one, other, group.sure) * (SAID_ELSEWHERE if self.free else 1)
            confidence = CONFIDENCE[part] * factor * zone_doubt(part, one, other)
            if confidence > 0 and not self._stands_unread(one, other, group):
                self.spent.update((id(one), id(other)))
                yield Altered(one, other, part, round(confidence, 3))

    def _exchanged(self, group: _Group) -> Iterator[Altered]:
        """Beginning and end that changed places in a sentence; all dates of the sentence are spent with it."""
        if len(group.originals) != 1 or len(group.copies) != 1 or len(group.said) < 1 or len(group.says) < 1:
            return
        sides = ((self.original, group.originals[0]), (self.copy, group.copies[0]))
        for one, other in exchanged(group.said, group.says, sides, self._agree):
            found = (_of(one, group.said), _of(other, group.says))
            self.spent.update(id(m) for m in (*group.said, *group.says) if m.grain == one.grain)
            sure = CONFIDENCE["order"] * (SAID_ELSEWHERE if self.free else 1)
            yield Altered(*found, "order", round(sure, 3))

    def _agree(self, one: DateMention, other: DateMention) -> bool:
        return relation(one, other, self.years).agrees

    def _wrong_ends(self, group: _Group) -> Iterator[Altered]:
        """Two dates in a row that are not the ends of the range in their place."""
        for singles, others in ((group.said, group.says), (group.says, group.said)):
            for single, end, spread, half in wrong_ends(singles, others, self._agree):
                verdict = relation(single, end, self.years)
                if verdict.contradicts and self.spent.isdisjoint((id(single), id(spread))):
                    self.spent.update((id(single), id(spread)))
                    one, other = (single, spread) if singles is group.said else (spread, single)
                    sure = (
                        CONFIDENCE[verdict.part] * (1.0 if half else OTHER_GRAIN) * (SAID_ELSEWHERE if self.free else 1)
                    )
                    yield Altered(one, other, verdict.part, round(sure, 3))

    def _said_too_often(self, group: _Group) -> Iterator[Altered]:
        """A date that one side says twice, where the other has another one in its second place."""
        said, says = ([m for m in dates if not m.vague] for dates in (group.said, group.says))
        left = {id(m) for m in (*self._left(said), *self._left(says))}
        if not left:
            return
        for one, other in spare_pairs(said, says, left, self._agree):
            verdict = relation(one, other, self.years)
            if not verdict.contradicts or self.spent.intersection((id(one), id(other))):
                continue
            factor = self.everything.doubt(one, other, group.sure) * (SAID_ELSEWHERE if self.free else 1)
            confidence = CONFIDENCE[verdict.part] * factor * zone_doubt(verdict.part, one, other)
            spare_said = id(other) in left
            side = (self.original, group.originals) if spare_said else (self.copy, group.copies)
            new, old = (other, one) if spare_said else (one, other)
            if any(id(m) in left for m in (said if spare_said else says)):
                continue  # "two days later" may stand for the other date
            if confidence > 0 and not (new.kind == "duration" and holds(side, new, old)):
                self.spent.update((id(one), id(other)))
                yield Altered(one, other, verdict.part, round(confidence, 3))

    def _contradicting(self, one: DateMention, candidates: list[DateMention]) -> tuple[DateMention, str, float] | None:
        """The candidate that contradicts one date, the most alike first: same grain, then text order."""
        found = []
        for other in candidates:
            verdict = relation(one, other, self.years)
            if (id(one), id(other)) in self.slips:
                found.append((False, other.start, other, "time"))
            elif verdict.contradicts:
                found.append((one.grain != other.grain, other.start, other, verdict.part))
        if not found:
            return None
        unlike, _, other, part = min(found, key=lambda item: item[:2])
        if part == "day" and same_night(one, other, self.original, self.copy):
            return other, part, SAME_NIGHT
        if (id(one), id(other)) in self.slips and not one.end_value:
            return other, part, HALF_A_DAY
        return other, part, OTHER_GRAIN if unlike else 1.0

    def _stands_unread(self, one: DateMention, other: DateMention, group: _Group) -> bool:
        return stands_unread(one, other, (self.original, group.originals), (self.copy, group.copies))

    def _unresolved(self, group: _Group) -> Iterator[Unresolved]:
        """Pairs that would need a publication date, each date used once."""
        for one in self._left(group.said):
            for other in self._left(group.says):
                if _needs_date(one, other) or _needs_date(other, one):
                    self.spent.update((id(one), id(other)))
                    yield Unresolved(one, other)
                    break

    def _missing(self, group: _Group) -> Iterator[DateMention]:
        for one in self._left(group.said):
            if one.grain not in TOLD or one.relative or not one.value or not group.copies:
                continue
            if one.kind == "time" and not any(letter.isdigit() for letter in one.text):
                continue  # "until noon": there are more words for the parts of a day than clocks have hours
            if any(other.kind == one.kind for other in self._left(group.says)):
                continue  # something stands in its place, though it does not contradict
            if only_said(one, self.copy, group.copies, self.years):
                self.spent.add(id(one))
                yield one


_ERAS, _WEEKDAYS = ("decade", "century"), ("weekday",)


def _of(end: DateMention, dates: list[DateMention]) -> DateMention:
    """The mention as read that a date, perhaps one end of a range, is of."""
    return next(each for each in dates if each.start == end.start)


def _needs_date(word: DateMention, day: DateMention) -> bool:
    """Whether a publication date would tell if a weekday or relative word is this calendar day."""
    if day.kind != "date" or day.grain != "day" or day.relative or day.weekday is not None:
        return False
    if word.grain == "weekday":
        return not word.alternates and not word.relative
    return word.relative is not None and word.value is None and word.grain == "day"


def _sure(link: Link, free: bool) -> bool:
    """Whether a link is sure to pair passages that say the same."""
    return not free if link.similarity is None else link.similarity >= WELL_LINKED


def _years(*articles: Article) -> frozenset[int]:
    """The year a date without one most likely is in: that of publication."""
    days = (date_values.published_day(article.published) for article in articles)
    return frozenset(day.year for day in days if day is not None)


def _inside(article: Article, segments: Sequence[Segment]) -> list[DateMention]:
    return cast("list[DateMention]", grouping.inside(article, "date", segments)[:MOST])
