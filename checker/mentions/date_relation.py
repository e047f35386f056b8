"""Whether two dates, times or durations say the same, contradict each other, or cannot be compared.

"Tuesday" agrees with "29 October" when the year tells that this was a Tuesday, "23 October" with "23.10.2024" and with
"October", "seven decades" with "70 years", "3 p.m." with "15 Uhr". What cannot be resolved is never a contradiction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from retold.checker.mentions import date_calendar, date_values
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_values import ANY, Point

_A_DAY = timedelta(days=1)
_MIXED_UNITS = 0.03
"""Share by which a length in days may miss one in months: 30 days for a month."""


class Relation(Enum):
    """What two mentions are to each other."""

    AGREE = "agree"
    CONTRADICT = "contradict"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A relation and, when it is a contradiction, in which part: day, weekday, time ..."""

    relation: Relation
    part: str = ""

    @property
    def agrees(self) -> bool:
        return self.relation is Relation.AGREE

    @property
    def contradicts(self) -> bool:
        return self.relation is Relation.CONTRADICT


OTHER_MONTHS = frozenset({"lunar", *date_calendar.SIGNS})
"""Calendars whose dates are not converted: they agree with their like, and with others nothing can be said."""

AGREE, UNKNOWN = Verdict(Relation.AGREE), Verdict(Relation.UNKNOWN)


def _against(part: str) -> Verdict:
    return Verdict(Relation.CONTRADICT, part)


def relation(one: DateMention, other: DateMention, years: frozenset[int] = frozenset()) -> Verdict:
    """How two mentions stand to each other. `years`: the years that a date without one may be in."""
    if one.kind != other.kind:
        return _across_kinds(one, other)
    if one.kind == "duration":
        return _durations(one, other)
    if one.kind == "time":
        return AGREE if _same_times(one, other) else _against("time")
    if not {one.calendar, other.calendar}.isdisjoint(OTHER_MONTHS):
        return AGREE if (one.calendar, one.value) == (other.calendar, other.value) else UNKNOWN
    if one.relative and other.relative:
        return _relatives(one, other)
    return _dates(one, other, years)


def _same_times(one: DateMention, other: DateMention) -> bool:
    """By value, or by the hours between two zones that are known.

    Hours of two ranges agree by both ends, where a side that tells no half of the day may mean either.
    """
    if one.zone_hours is not None and other.zone_hours is not None and one.zone_hours != other.zone_hours:
        return _across_zones(one, other)
    if one.end_value and other.end_value:
        loose = bool(one.alternates or other.alternates)
        return bool(set(one.readings) & set(other.readings)) and _same_hour(one.end_value, other.end_value, loose)
    return bool(set(_ends(one)) & set(_ends(other)))


_DAY_MINUTES = 24 * 60
_SUMMER = 60
"""Minutes by which the difference of two zones changes over the year, where they change their clocks on other days."""


def _across_zones(one: DateMention, other: DateMention) -> bool:
    """9 a.m. in New York is 14 h in London: any of the readings, an hour more or less for summer time."""
    shift = ((other.zone_hours or 0) - (one.zone_hours or 0)) * 60
    off = (
        (_minutes(theirs) - _minutes(ours) - shift) % _DAY_MINUTES for ours in one.readings for theirs in other.readings
    )
    return any(min(away, _DAY_MINUTES - away) <= _SUMMER for away in off)


def _minutes(value: str) -> int:
    """Of "T14:30", the minutes since midnight; a day before it does not matter here."""
    hour, _, minute = value.rpartition("T")[2].partition(":")
    return int(hour[:2]) * 60 + int(minute[:2] or 0)


def _same_hour(one: str, other: str, loose: bool) -> bool:
    return one == other or (loose and one[3:] == other[3:] and abs(int(one[1:3]) - int(other[1:3])) == 12)


def _ends(mention: DateMention) -> tuple[str, ...]:
    ends = tuple(value for value in (mention.start_value, mention.end_value) if value)
    return mention.readings + ends[1:]


def _across_kinds(one: DateMention, other: DateMention) -> Verdict:
    """ "three years ago" and "for three years" share the length: languages mix them (es hace, ar منذ)."""
    date_side, length = (one, other) if one.kind == "date" else (other, one)
    told = date_values.parse_relative(date_side.relative)
    if length.kind != "duration" or told is None:
        return UNKNOWN
    same = date_values.duration_value(abs(told[1]), told[0]) == length.value
    return AGREE if same else UNKNOWN


def _durations(one: DateMention, other: DateMention) -> Verdict:
    """A range agrees with a range by both ends, and with a single length that lies in it."""
    against = _against("duration")
    if one.end_value and other.end_value:
        pairs = ((one.start_value, other.start_value), (one.end_value, other.end_value))
        return AGREE if all(a and b and _same_length(a, b) for a, b in pairs) else against
    if any(_same_length(a, b) for a in _ends(one) for b in _ends(other)):
        return AGREE
    return AGREE if _length_within(one, other) or _length_within(other, one) else against


def _length_within(single: DateMention, spread: DateMention) -> bool:
    """Whether a length lies between the ends of a range: three weeks in two to four."""
    low, high, length = (
        date_values.duration_seconds(value or "") for value in (spread.start_value, spread.end_value, single.value)
    )
    return bool(low and high and length and not single.end_value and low[0] <= length[0] <= high[0])


def _same_length(one: str, other: str) -> bool:
    ours, theirs = date_values.duration_seconds(one), date_values.duration_seconds(other)
    if ours is None or theirs is None:
        return one == other
    slack = 1e-6 if ours[1] == theirs[1] else _MIXED_UNITS
    return abs(ours[0] - theirs[0]) <= slack * max(ours[0], theirs[0])


def _relatives(one: DateMention, other: DateMention) -> Verdict:
    ours, theirs = date_values.parse_relative(one.relative), date_values.parse_relative(other.relative)
    if ours is None or theirs is None or ours == theirs or (one.value and one.value == other.value):
        return AGREE
    if ours[0] != theirs[0] or not ours[1] or not theirs[1]:
        return UNKNOWN  # "today" is often "nowadays"; "12 months ago" may be "a year ago"
    if one.value and other.value and one.grain == "day" and _near(one.value, other.value):
        return AGREE
    # "three years ago" counts, "last year" and "yesterday" are words that shift with the day of the writer
    return _against("distance" if min(abs(ours[1]), abs(theirs[1])) > 1 else "relative")


def _near(one: str, other: str) -> bool:
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) <= _A_DAY


def _dates(one: DateMention, other: DateMention, years: frozenset[int]) -> Verdict:
    if one.end_value and other.end_value:
        return _ranges(one, other, years)
    worst = UNKNOWN
    for ours in _points(one):
        for theirs in _points(other):
            verdict = _points_relation(ours, theirs, years, slack=bool(one.relative or other.relative))
            if verdict.agrees:
                return verdict
            if verdict.contradicts and (not worst.contradicts):
                worst = verdict
    if worst.contradicts and (_inside(one, other) or _inside(other, one)):
        return AGREE
    if week := _week_relation(one, other, years):
        return week
    return worst


def _points(mention: DateMention) -> list[Point]:
    if mention.grain == "weekday" and not mention.relative:
        return [Point(weekday=mention.weekday)]
    values = _ends(mention)
    found = [each for each in map(date_values.point, values) if each is not None]
    return [replace(each, weekday=mention.weekday) for each in found] if mention.weekday else found


def _ranges(one: DateMention, other: DateMention, years: frozenset[int]) -> Verdict:
    for ours, theirs in ((one.start_value, other.start_value), (one.end_value, other.end_value)):
        first, second = date_values.point(ours), date_values.point(theirs)
        if first is None or second is None:
            return UNKNOWN
        verdict = _points_relation(first, second, years)
        if not verdict.agrees:
            return verdict
    return AGREE


def _inside(single: DateMention, spread: DateMention) -> bool:
    """Whether a date lies within a range: values of one form compare as text."""
    low, high, value = spread.start_value, spread.end_value, single.value
    if not (low and high and value) or single.end_value:
        return False
    if len(value) == len(low) == len(high) and ("X" in value) == ("X" in low):
        return low <= value <= high
    size = min(len(value), len(low), len(high))
    return "X" not in (value + low)[: size * 2] and low[:size] <= value[:size] <= high[:size]


def _week_relation(one: DateMention, other: DateMention, years: frozenset[int]) -> Verdict | None:
    for week, day in ((one, other), (other, one)):
        bounds = date_values.week_bounds(week.value or "")
        found = date_values.point(day.value)
        exact = found.calendar_day(years) if found else None
        if bounds and exact:
            return AGREE if bounds[0] - _A_DAY <= exact <= bounds[1] + _A_DAY else UNKNOWN
    return None


def _points_relation(one: Point, other: Point, years: frozenset[int], slack: bool = False) -> Verdict:
    """Part by part; agreement needs at least one part that both sides tell."""
    if slack and (verdict := _slack_relation(one, other, years)):
        return verdict
    if not unify(one.year, other.year):
        return _against("year")
    if not unify(one.month, other.month):
        return _against("month" if ANY in (one.day, other.day) else "day")
    if not unify(one.day, other.day):
        return _against("day")
    if one.weekday and other.weekday and (one.family == "weekday" or other.family == "weekday"):
        return AGREE if one.weekday == other.weekday else _against("weekday")
    if "weekday" in (one.family, other.family):
        return _weekday_of_day(one, other, years)
    return AGREE if _shared(one, other) else UNKNOWN


def _slack_relation(one: Point, other: Point, years: frozenset[int]) -> Verdict | None:
    """A relative word was resolved on one side: a day more or less is the time zone's."""
    ours, theirs = one.calendar_day(years), other.calendar_day(years)
    if ours is None or theirs is None:
        return None
    return AGREE if abs(ours - theirs) <= _A_DAY else _against("relative")


def _weekday_of_day(one: Point, other: Point, years: frozenset[int]) -> Verdict:
    name, day = (one, other) if one.family == "weekday" else (other, one)
    exact = day.calendar_day(years)
    return AGREE if exact is not None and exact.isoweekday() == name.weekday else UNKNOWN


def unify(one: str, other: str) -> bool:
    """Whether two parts agree letter by letter, X agreeing with any."""
    return all(a == b or a == "X" or b == "X" for a, b in zip(one, other, strict=True))


def _shared(one: Point, other: Point) -> bool:
    told = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return any(any(a != "X" and b != "X" for a, b in zip(ours, theirs, strict=True)) for ours, theirs in told)
