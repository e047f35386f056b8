"""What a pattern of roles means: the builders of `date_phrase` for lengths and for one day counted from another.

Every builder is given the tokens of the whole match and those of each group, and makes a mention or gives None.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from retold.checker.mentions import date_period, date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_period import Period
from retold.checker.mentions.date_words import Token

Groups = list[list[Token]]
FEW = 3
"""What "a few days" counts as in TIMEX3 practice."""


_SOON = 5
"""Years ahead that "in five years" tells."""


def made(place: Place, tokens: list[Token], kind: str, **fields: Any) -> DateMention:
    """A mention over some tokens, which keeps the dates in them as its parts."""
    inner = [token.mention for token in tokens if token.mention]
    parts = tuple(part for mention in inner for part in (mention.parts or (mention,)))
    return place.mention(kind, tokens[0].start, tokens[-1].end, parts=parts, **fields)


def of_period(place: Place, tokens: list[Token], period: Period | None, **fields: Any) -> DateMention | None:
    """A mention of a period, with its first and last day where it has no plain ISO value."""
    if period is None:
        return None
    start = end = None
    if period.start and period.end and period.grain not in ("day", "month", "year"):
        start, end = period.start.isoformat(), date.fromordinal(period.end.toordinal() - 1).isoformat()
    return made(
        place, tokens, "date",
        **{"value": period.value, "timex": period.timex, "grain": period.grain, "start_value": start, "end_value": end,
           **fields},
    )  # fmt: skip


def mention_of(tokens: list[Token]) -> DateMention:
    """The date, time or length a group consists of."""
    assert tokens[0].mention is not None
    return tokens[0].mention


def direction(token: Token) -> int:
    """-1 for "last", 1 for "next", 0 for "this"."""
    return -1 if "l" in token.roles else 1 if "n" in token.roles else 0


def day_in(mention: DateMention, published: date | None, sign: int = 1) -> date | None:
    """The day a date names; one without a year is the next or, with sign -1, the past one."""
    value = mention.value or ""
    period = date_period.whole(value)
    if period and period.start:
        return period.start
    point = date_values.point(value)
    if point is None or published is None:
        return None
    if point.weekday:
        return date.fromisoformat(date_values.nearest_weekdays(point.weekday, published, sign)[0])
    if point.month.isdigit() and point.day.isdigit():
        for year in (published.year, published.year + sign):
            day = date_values.valid(year, int(point.month), int(point.day))
            if day and (day - published).days * sign >= 0:
                return day
    return None


# Lengths -----------------------------------------------------------------------------------------------------------


def one(place: Place, groups: Groups) -> DateMention | None:
    """a week, une heure."""
    return _length(place, groups[0], 1, groups[2][0].data)


def few(place: Place, groups: Groups) -> DateMention | None:
    """a few days: three, and vague."""
    return _length(place, groups[0], FEW, groups[2][0].data)


def length_of(number: int, unit: str) -> str:
    """TIMEX3 of a number of units: "P3M", "P2WE" for two weekends."""
    if unit == "weekend":
        return f"P{number}WE"
    if unit in ("quarter", "half"):
        return f"P{number * date_period.MONTHS[unit]}M"
    return date_values.duration_timex(number, unit)


def _length(place: Place, tokens: list[Token], number: int, unit: str) -> DateMention | None:
    timex = length_of(number, unit)
    return made(place, tokens, "duration", value=timex, timex=timex, grain="duration", vague=True)


_LENGTH = re.compile(r"P((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$")


def total(place: Place, groups: Groups) -> DateMention | None:
    """3 months and 2 weeks and 2 days: P3M2W2D."""
    found = [_LENGTH.match(token.mention.timex or "") for token in groups[0] if token.mention]
    pieces = [(each[1] or "", each[2] or "") for each in found if each]
    if len(pieces) < len(found):
        return None
    days, hours = "".join(day for day, _ in pieces), "".join(hour for _, hour in pieces)
    letters = "".join(filter(str.isalpha, days)) + "".join(filter(str.isalpha, hours)).lower()
    order = [("YMWD" + "hms").index(letter) for letter in letters]
    if order != sorted(set(order)):
        return None  # "two days, three days"
    timex = f"P{days}" + (f"T{hours}" if hours else "")
    return made(place, groups[0], "duration", value=timex, timex=timex, grain="duration")


def recurring(place: Place, groups: Groups) -> DateMention | None:
    """daily, hebdomadaire."""
    value = groups[1][0].data
    return made(place, groups[0], "duration", value=value, timex=value, grain="duration", mod="EVERY", vague=True)


# From one day to another -------------------------------------------------------------------------------------------


def moved(place: Place, groups: Groups) -> DateMention | None:
    """3 days after 12 January; two weeks before Easter; 3 days from today."""
    sign = -1 if any("B" in token.roles for token in groups[0] if not token.mention) else 1
    anchor = groups[2][0].mention
    day = place.published if anchor is None else day_in(anchor, place.published, sign)
    return _arrived(place, groups, day, sign)


def ahead(place: Place, groups: Groups) -> DateMention | None:
    """in two weeks; three weeks from now. "In 40 years" looks back as often as ahead, and stays a length."""
    length = mention_of(groups[1]).timex or ""
    if length.endswith("Y") and length[1:-1].isdigit() and int(length[1:-1]) > _SOON:
        return None
    return _arrived(place, groups, place.published, 1)


def later(place: Place, groups: Groups) -> DateMention | None:
    """three weeks later: later than something that the text tells elsewhere, so that no day is known."""
    length = mention_of(groups[1]).timex
    return made(place, groups[0], "date", value=None, timex=length, grain="day", relative=f"{length}+")


def back(place: Place, groups: Groups) -> DateMention | None:
    """2 weeks and 2 days ago."""
    return _arrived(place, groups, place.published, -1)


def back_by_both(place: Place, groups: Groups) -> DateMention | None:
    """2 weeks and 2 days ago, where "2 days ago" was read already."""
    told = date_values.parse_relative(mention_of(groups[2]).relative)
    if told is None or told[1] >= 0 or mention_of(groups[2]).parts or place.published is None:
        return None
    smaller = date_period.away(place.published, date_values.duration_timex(-told[1], told[0]), -1)
    return _arrived(place, groups, smaller, -1)


def _arrived(place: Place, groups: Groups, day: date | None, sign: int) -> DateMention | None:
    length = mention_of(groups[1]).timex or ""
    if "T" in length or "(" in length:
        return None
    there = date_period.away(day, length, sign) if day else None
    value = there.isoformat() if there else None
    relative = f"{length}{'+' if sign > 0 else '-'}"
    return made(place, groups[0], "date", value=value, timex=value, grain="day", relative=relative)


def day_of_month(place: Place, groups: Groups) -> DateMention | None:
    """the 20th of next month."""
    month = mention_of(groups[2])
    if month.grain != "month" or month.value is None:
        return None
    period = date_period.part_of("day", groups[1][0].data, month.value)
    return of_period(place, groups[0], period, relative=month.relative)


def day_of_week(place: Place, groups: Groups) -> DateMention | None:
    """Tuesday of next week."""
    dates = [token.mention for token in groups[0] if token.mention]
    weekday, week = sorted(dates, key=lambda mention: mention.grain != "weekday")[:2]
    bounds = date_values.week_bounds(week.value or "")
    if weekday.weekday is None or bounds is None:
        return None
    value = date.fromordinal(bounds[0].toordinal() + weekday.weekday - 1).isoformat()
    time = "".join((weekday.timex or "").partition("T")[1:])
    return made(place, groups[0], "date", value=value, timex=value + time, grain="day", weekday=weekday.weekday)


def weekday_number(place: Place, groups: Groups) -> DateMention | None:
    """Friday the 26th, lundi 27: the month nearest to publication in which the day has that name."""
    weekday, number = mention_of(groups[1]).weekday, groups[2][0].data
    if place.text[groups[2][0].end : groups[2][0].end + 1] == "-":
        return None  # a span of hours, or a score
    if not isinstance(number, int) or not 1 <= number <= 31 or mention_of(groups[1]).grain != "weekday":
        return None
    value = date_values.written(None, None, number)
    if place.published is not None:
        months = (date_values.shift_months(place.published.replace(day=1), shift) for shift in range(-6, 7))
        days = [date_values.valid(month.year, month.month, number) for month in months]
        near = [day for day in days if day and day.isoweekday() == weekday]
        if not near:
            return None
        value = min(near, key=lambda day: abs(day.toordinal() - place_day(place))).isoformat()
    return made(place, groups[0], "date", value=value, timex=value, grain="day", weekday=weekday)


def place_day(place: Place) -> int:
    """The day of publication as a number of days."""
    return place.published.toordinal() if place.published else 0
