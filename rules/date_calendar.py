"""Dates that the calendar does not bear out, and words for days that need a publication date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.mentions import date_values
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article, Finding
from retold.checker.rule import Rule
from retold.rules.date import quoted
from retold.rules.date_match import outcome

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

GIVEN, NEAREST, NEIGHBOUR = 0.85, 0.7, 0.4
"""How sure a mismatch is an error: the year is written; it is the one nearest to publication; a year beside fits."""


FAR = timedelta(days=270)
"""From this far from publication on, a writer would name the year."""


class WeekdayDateMismatch(Rule):
    """The copy names a weekday beside a date that falls on another day.

    What it does
        Holds every weekday that is written beside a calendar date ("Tuesday, 29 October 2024") against the calendar.
        A date without a year is taken to be the one nearest to the publication date; without either the weekday is
        held against the one that the original writes beside the same date. Where the original has the same mismatch,
        this is only noted. Evidence: `value` (ISO 8601), `weekday` as the calendar or the original has it (1 Monday to
        7 Sunday).

    Why it matters
        One of the two is wrong, and readers cannot tell which: they will miss the day.

    Fires
        copy [en]: The court will rule on Tuesday, 30 October 2024.

        copy [fr]: La réunion aura lieu le lundi 29 octobre 2024.

    Stays silent
        copy [en]: The court will rule on Tuesday, 29 October 2024.

        copy [de]: Das Gericht entscheidet am Dienstag, 29. Oktober.
    """

    id = "weekday-date-mismatch"
    group = "date"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ()

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        known = {(day, m.weekday) for m in _named(comparison.original) for day, _ in [_day(m, comparison.original)]}
        ours = {_in_year(mention): mention for mention in _named(comparison.original)}
        for mention in _named(comparison.copy):
            day, confidence = _day(mention, comparison.copy)
            same = ours.get(_in_year(mention))
            other = same is not None and same.weekday != mention.weekday
            if day is None and same is not None and other:
                yield self._other(comparison, same, mention)
            if day is None or day.isoweekday() == mention.weekday:
                continue
            theirs = (day, mention.weekday) in known
            confidence = max(confidence, GIVEN) if other else confidence
            yield self.finding(
                f"The copy says {mention.text}, but that day is a {WEEKDAYS[day.weekday()]}."
                + (" The original says the same." if theirs else ""),
                confidence=confidence,
                severity="info" if theirs else None,
                copy=[comparison.copy.passage(mention.start, mention.end)],
                value=day.isoformat(),
                weekday=day.isoweekday(),
            )

    def _other(self, comparison: Comparison, ours: DateMention, theirs: DateMention) -> Finding:
        """Of a day whose year is not known: the original writes another weekday beside it."""
        original = cast(Article, comparison.original)
        return self.finding(
            f"The original says {quoted(ours)}; the copy says {quoted(theirs)}.",
            confidence=GIVEN,
            original=[original.passage(ours.start, ours.end)],
            copy=[comparison.copy.passage(theirs.start, theirs.end)],
            value=theirs.value,
            weekday=ours.weekday,
        )


def _in_year(mention: DateMention) -> str:
    """Month and day, for texts of which one may give the year: "-10-29"."""
    return (mention.value or "")[4:]


def _named(article: Article | None) -> Iterator[DateMention]:
    """The calendar days beside which a weekday is written."""
    if article is not None:
        for mention in cast("tuple[DateMention, ...]", mentions.in_story(article, "date")):
            if (
                mention.weekday is not None
                and mention.grain == "day"
                and not mention.relative
                and not mention.end_value
            ):
                yield mention


def _day(mention: DateMention, article: Article | None) -> tuple[date | None, float]:
    """The day meant, and how sure a weekday that does not fit it is an error."""
    values = [found for each in mention.readings if (found := date_values.point(each)) and found.family == "day"]
    if not values or article is None:
        return None, 0
    if values[0].year.isdigit():
        days = [day for each in values if (day := each.calendar_day())]
        fits = (day for day in days if day.isoweekday() == mention.weekday)
        return next(fits, days[0] if days else None), GIVEN
    published = date_values.published_day(article.published)
    if published is None:
        return None, 0
    years = range(published.year - 1, published.year + 2)
    days = [day for year in years for each in values if (day := each.calendar_day(frozenset((year,))))]
    if not days:
        return None, 0
    nearest = min(days, key=lambda day: (abs(day - published), day))
    beside = any(day.isoweekday() == mention.weekday and abs(day - published) < FAR for day in days)
    return nearest, NEIGHBOUR if beside and nearest.isoweekday() != mention.weekday else NEAREST


class RelativeDateUnresolved(Rule):
    """A weekday or a word like "yesterday" cannot be held against a date: the publication date is not known.

    What it does
        Notes where one side says a weekday or a relative word and the other a calendar date in its place, in articles
        without a publication date. Nothing is wrong with that; it could just not be checked. The option `--published`
        or a dateline gives the date.

    Why it matters
        "Tuesday" and "29 October" may be the same day or not; a check that was not made should not look like one.

    Fires
        original [en]: The talks broke down on Tuesday.
        copy [de]: Die Gespräche scheiterten am 29. Oktober.

    Stays silent
        original [en]: The talks broke down on Tuesday.
        copy [de]: Die Gespräche scheiterten am Dienstag.
    """

    id = "relative-date-unresolved"
    group = "date"
    severity = "info"
    mqm = "accuracy/mistranslation"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original = cast(Article, comparison.original)
        for pair in outcome(comparison).unresolved:
            yield self.finding(
                f"The original says {pair.original.text}; the copy says {pair.copy.text}. Whether that is the same day "
                "cannot be told: no publication date is known.",
                confidence=0.9,
                original=[original.passage(pair.original.start, pair.original.end)],
                copy=[comparison.copy.passage(pair.copy.start, pair.copy.end)],
            )
