"""The algebra of dates: how they are written as values, resolved against a publication date, and compared.

A value is ISO 8601 with `X` for what is not said: "2024-10-23", "2024-10", "2024", "XXXX-10-23", "XXXX-XX-25",
"XXXX-WXX-2" (a Tuesday), "199X" (the 1990s), "XX9X" (the nineties), "20XX" (the 21st century), "2024-W43".
Comparing is unifying: two values agree when no letter of one contradicts a letter of the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

ANY_YEAR, ANY = "XXXX", "XX"
_POINT = re.compile(r"([\dX]{4})(?:-(\d\d|XX))?(?:-(\d\d))?$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)$")
_RELATIVE = re.compile(r"(day|week|month|year)([+-]\d+)$")


@dataclass(frozen=True, slots=True)
class Point:
    """What a value says of the calendar; `X` letters (and weekday None) are left open."""

    year: str = ANY_YEAR
    month: str = ANY
    day: str = ANY
    weekday: int | None = None

    @property
    def family(self) -> str:
        """What kind of statement it is: only statements of one family can contradict each other."""
        if self.day != ANY:
            return "day"
        if self.weekday is not None:
            return "weekday"
        return "month" if self.month != ANY else "year"

    def calendar_day(self, years: frozenset[int] = frozenset()) -> date | None:
        """The day itself when year, month and day are known, or one year alone is possible."""
        if self.day == ANY or self.month == ANY:
            return None
        year = int(self.year) if self.year.isdigit() else next(iter(years)) if len(years) == 1 else None
        return valid(year, int(self.month), int(self.day)) if year else None


def written(year: int | str | None = None, month: int | None = None, day: int | None = None) -> str:
    """The value of a date of which some parts may be unknown."""
    head = ANY_YEAR if year is None else f"{year:04d}" if isinstance(year, int) else year
    if day is not None:
        return f"{head}-{ANY if month is None else f'{month:02d}'}-{day:02d}"
    return head if month is None else f"{head}-{month:02d}"


def weekday_value(number: int) -> str:
    return f"XXXX-WXX-{number}"


def point(value: str | None) -> Point | None:
    """The parts of a value; None for weeks, times, durations and unresolved words."""
    if not value:
        return None
    if found := _WEEKDAY.match(value):
        return Point(weekday=int(found[1]))
    if found := _POINT.match(value):
        return Point(found[1], found[2] or ANY, found[3] or ANY)
    return None


def valid(year: int, month: int, day: int) -> date | None:
    """The date, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(two: int) -> int:
    """The year meant by its last two figures: 24 is 2024, 95 is 1995."""
    return 2000 + two if two < 40 else 1900 + two


def possible(month: int, day: int) -> bool:
    """Whether some year has this day of this month."""
    return 1 <= month <= 12 and valid(2024, month, day) is not None


def writable(month: int, day: int) -> bool:
    """Whether a date can be written so: 30 February is a slip, but it is no other thing than a date."""
    return 1 <= month <= 12 and 1 <= day <= 31


def published_day(published: str | None) -> date | None:
    """The day an article appeared, from an ISO date or date-time."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date:
    """The same day some months away, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9998:
        return day
    last = (date(year + month // 11, (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def resolve(grain: str, offset: int, published: date | None) -> str | None:
    """The value of "yesterday" (day, -1) or "last year" (year, -1), None without a publication date."""
    if published is None:
        return None
    try:
        if grain == "day":
            return (published + timedelta(days=offset)).isoformat()
        if grain == "week":
            year, week, _ = (published + timedelta(weeks=offset)).isocalendar()
            return f"{year:04d}-W{week:02d}"
    except OverflowError:
        return None
    if grain == "month":
        return shift_months(published, offset).isoformat()[:7]
    return f"{published.year + offset:04d}"


def nearest_weekdays(number: int, published: date | None, direction: int | None = None) -> tuple[str, ...]:
    """The past and the next future day of that name, the day itself counting as both.

    `direction` -1 ("last Tuesday") leaves the past one, +1 the future one, both strictly.
    """
    if published is None:
        return ()
    try:
        back = (published.isoweekday() - number) % 7
        ahead = (number - published.isoweekday()) % 7
        if direction == -1:
            return ((published - timedelta(days=back or 7)).isoformat(),)
        if direction == 1:
            return ((published + timedelta(days=ahead or 7)).isoformat(),)
        days = {published - timedelta(days=back), published + timedelta(days=ahead)}
    except OverflowError:
        return ()
    return tuple(sorted(day.isoformat() for day in days))


def parse_relative(relative: str | None) -> tuple[str, int] | None:
    """ "week-1" -> ("week", -1)."""
    found = _RELATIVE.match(relative or "")
    return (found[1], int(found[2])) if found else None


def week_bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an ISO week value."""
    found = _WEEK.match(value)
    if not found:
        return None
    try:
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def range_timex(start: str, end: str) -> str:
    """TIMEX3 of a range: "(XXXX-10-27,XXXX-10-28,P1D)", with the first day of a month or year."""
    if len(start) != len(end) or len(start) not in (4, 7, 10) or "W" in start:
        return f"({start},{end})"
    (year, month, day), (last_year, last_month, last_day) = (_numbers(value) for value in (start, end))
    if start.startswith(ANY_YEAR) and end.startswith(ANY_YEAR):
        year = last_year = 2003 if (2, 29) not in ((month, day), (last_month, last_day)) else 2004
        last_year += (last_month, last_day) < (month, day)  # November to March
    if len(start) == 4:
        length = f"P{last_year - year}Y"
    elif len(start) == 7:
        length = f"P{(last_year - year) * 12 + last_month - month}M"
    else:
        first, last = valid(year, month, day), valid(last_year, last_month, last_day)
        if first is None or last is None:
            return f"({start},{end})"
        length = f"P{(last - first).days}D"
    tail = "-01-01"[len(start) - 4 :]
    return f"({start}{tail},{end}{tail},{length})"


def hours_timex(start: str, end: str) -> str:
    """TIMEX3 of a span of hours: "(T17,T18,PT1H)", over midnight if the end is earlier."""
    (hour, minute), (last, late) = ((int(value[1:3]), int(value[4:6] or 0)) for value in (start, end))
    minutes = (last * 60 + late - hour * 60 - minute) % 1440
    length = f"{minutes // 60}H" * (minutes >= 60) + f"{minutes % 60}M" * (minutes % 60 > 0)
    return f"({start},{end},PT{length or '24H'})"


def _numbers(value: str) -> tuple[int, int, int]:
    parts = [int(part) if part.isdigit() else 0 for part in value.split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return year or 2001, month or 1, day


# Durations ---------------------------------------------------------------------------------------------------------

MONTHS = {"year": 12, "decade": 120, "century": 1200, "month": 1}
SECONDS = {"week": 604800, "day": 86400, "hour": 3600, "minute": 60, "second": 1}
_DURATION = re.compile(r"P(T?)(\d+(?:\.\d+)?)([YMDHS])$")
_IN_SECONDS = {"Y": 31556952.0, "M": 2629746.0, "D": 86400.0, "TH": 3600.0, "TM": 60.0, "TS": 1.0}


def number_text(amount: float) -> str:
    """1.0 -> "1", 1.5 -> "1.5"."""
    return str(int(amount)) if amount == int(amount) else repr(round(amount, 6))


def duration_value(amount: float, unit: str) -> str:
    """The value in base units, so that 70 years and seven decades are the same "P70Y", two weeks "P14D"."""
    if unit in ("decade", "century"):
        return f"P{number_text(amount * (10 if unit == 'decade' else 100))}Y"
    if unit == "year":
        return f"P{number_text(amount)}Y" if amount == int(amount) else f"P{number_text(amount * 12)}M"
    if unit == "month":
        return f"P{number_text(amount)}M"
    if unit in ("week", "day"):
        return f"P{number_text(amount * (7 if unit == 'week' else 1))}D"
    if unit == "hour" and amount != int(amount):
        return f"PT{number_text(amount * 60)}M"
    return f"PT{number_text(amount)}{unit[0].upper()}"


def duration_timex(amount: float, unit: str) -> str:
    """TIMEX3 keeps the unit that was written: "P2W"."""
    if unit in ("decade", "century"):
        return duration_value(amount, unit)
    return f"P{'T' if unit in ('hour', 'minute', 'second') else ''}{number_text(amount)}{unit[0].upper()}"


def total_timex(larger: str, smaller: str) -> str | None:
    """TIMEX3 of two lengths said together: "P1Y" and "P3M" are "P1Y3M", "P1D" and "PT2H" "P1DT2H"."""
    if not larger.startswith("P") or not smaller.startswith("P") or "." in larger:
        return None
    if "T" not in smaller:
        return None if "T" in larger else larger + smaller[1:]
    return larger + (smaller[2:] if "T" in larger else smaller[1:])


def duration_seconds(value: str) -> tuple[float, str] | None:
    """Length in seconds (mean years and months) and whether it counts months ("M") or seconds ("S")."""
    found = _DURATION.match(value)
    if not found:
        return None
    unit = found[1] + found[3]
    return float(found[2]) * _IN_SECONDS[unit], "M" if unit in ("Y", "M") else "S"


def unit_seconds(timex: str | None) -> float:
    """Seconds in the unit a duration was written in: "P2W" -> 604800."""
    unit = (timex or "")[-1:]
    if unit == "W":
        return float(SECONDS["week"])
    key = ("T" if "T" in (timex or "") else "") + unit
    return _IN_SECONDS.get(key, 0.0)


def duration_of_seconds(seconds: float, family: str) -> str:
    """The value of a sum of durations: months for "M", minutes or days for "S"."""
    if family == "M":
        return f"P{number_text(round(seconds / _IN_SECONDS['M'], 3))}M"
    if seconds >= SECONDS["day"] and seconds % SECONDS["day"] == 0:
        return f"P{number_text(seconds / SECONDS['day'])}D"
    return f"PT{number_text(round(seconds / SECONDS['minute'], 3))}M"
