"""Stretches of the calendar and how they are written: weeks, weekends, quarters, seasons, the last three months.

A period has an ISO 8601 or TIMEX3 value ("2018-W27", "2018-Q1", "2019-SU"), a TIMEX3 range where the standard has no
short form for it, and, when the calendar tells them, the first day and the day after the last.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from retold.checker.mentions import date_values
from retold.checker.mentions.date_holiday import nth_weekday

MONTHS = {"year": 12, "half": 6, "quarter": 3, "month": 1, "decade": 120, "century": 1200}
LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
_LENGTH = re.compile(r"P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")


@dataclass(frozen=True)
class Period:
    """A value, its TIMEX3 form, and its bounds (the end exclusive) when they are known."""

    value: str
    timex: str
    start: date | None = None
    end: date | None = None
    grain: str = "day"


def between(start: date, end: date, length: str, value: str | None = None, grain: str = "day") -> Period:
    """The period from one day up to another, of a length as TIMEX3 writes it."""
    timex = f"({start.isoformat()},{end.isoformat()},{length})"
    return Period(value or timex, timex, start, end, grain)


def months_from(year: int, month: int, count: int) -> tuple[date, date]:
    """First day of a month, and of the month `count` later."""
    first = date(year, month, 1)
    return first, date_values.shift_months(first, count)


def year_part(unit: str, number: int, year: str) -> Period | None:
    """A quarter or half of a year: "2018-Q1"; the year may be unknown."""
    size, letter = (3, "Q") if unit == "quarter" else (6, "H")
    if not 1 <= number <= 12 // size:
        return None
    value = f"{year}-{letter}{number}"
    if year.isdigit():
        start, end = months_from(int(year), (number - 1) * size + 1, size)
        return between(start, end, f"P{size}M", value, unit)
    first, last = (number - 1) * size + 1, number * size + 1
    return Period(value, f"({year}-{first:02d}-01,{year}-{last % 12:02d}-01,P{size}M)", grain=unit)


def week(day: date, shift: int = 0, *, weekend: bool = False) -> Period:
    """The ISO week a day is in, or the one some weeks away, or its weekend."""
    monday = day + timedelta(weeks=shift, days=1 - day.isoweekday())
    year, number, _ = monday.isocalendar()
    value = f"{year:04d}-W{number:02d}"
    if weekend:
        return Period(f"{value}-WE", f"{value}-WE", monday + timedelta(days=5), monday + timedelta(days=7), "weekend")
    return Period(value, value, monday, monday + timedelta(days=7), "week")


def shifted(unit: str, shift: int, day: date) -> Period | None:
    """This (0), last (-1) or next (1) week, weekend, month, quarter, year as seen from a day."""
    if unit in ("week", "weekend"):
        return week(day, shift, weekend=unit == "weekend")
    if unit in ("quarter", "half"):
        size = MONTHS[unit]
        index = day.year * (12 // size) + (day.month - 1) // size + shift
        return year_part(unit, index % (12 // size) + 1, f"{index // (12 // size):04d}")
    if unit == "day":
        moved = day + timedelta(days=shift)
        return Period(moved.isoformat(), moved.isoformat(), moved, moved + timedelta(days=1))
    if unit in ("decade", "century"):
        size = MONTHS[unit] // 12
        first = (day.year // size + shift) * size
        return between(date(first, 1, 1), date(first + size, 1, 1), f"P{size}Y", grain=unit)
    value = date_values.resolve(unit, shift, day) if unit in ("month", "year") else None
    return whole(value) if value else None


def whole(value: str) -> Period | None:
    """The period that a year, month, day or week value names."""
    if bounds := date_values.week_bounds(value):
        return Period(value, value, bounds[0], bounds[1] + timedelta(days=1), "week")
    grain = {4: "year", 7: "month", 10: "day"}.get(len(value), "day")
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        year, month, day = (*map(int, value.split("-")), 1, 1)[:3]
        start = date_values.valid(year, month, day)
        if start is None:
            return None
        end = start + timedelta(days=1) if grain == "day" else date_values.shift_months(start, MONTHS[grain])
        return Period(value, value, start, end, grain)
    return Period(value, value, grain=grain)


def part_of(unit: str, number: int, value: str) -> Period | None:
    """The first week of a month or year, the third month of a year, the second quarter; -1 is the last."""
    year_only, month_only = len(value) == 4, len(value) == 7
    if unit in ("quarter", "half") and year_only:
        return year_part(unit, number if number > 0 else {"quarter": 4, "half": 2}[unit], value)
    if unit == "half" and month_only:
        return Period(value, value, grain="month")
    if unit == "month" and year_only and 0 < number <= 12:
        return whole(f"{value}-{number:02d}")
    if unit == "week" and year_only and value.isdigit():
        if number < 0:
            return week(date(int(value), 12, 28))
        return week(date(int(value), 1, 4), number - 1) if number <= 53 else None
    if unit == "week" and month_only and -1 <= number <= 5:
        code = f"{value}-W{number:02d}" if number > 0 else f"{value}-W05"
        return Period(code, code, grain="week")
    if unit == "day" and month_only and 0 < number <= 31:
        return whole(f"{value}-{number:02d}")
    if unit == "day" and number < 0 and value.replace("-", "").isdigit() and (known := whole(value)) and known.end:
        return whole((known.end - timedelta(days=1)).isoformat())
    return None


def nth_day(weekday: int, number: int, value: str) -> Period | None:
    """The last Sunday of October: a day when the year is known, else "XXXX-10-WXX-7-#-1"."""
    if len(value) != 7:
        return None
    if value[:4].isdigit():
        day = nth_weekday(int(value[:4]), int(value[5:]), weekday, number)
        return whole(day.isoformat()) if day else None
    code = f"{value}-WXX-{weekday}-#{number}"
    return Period(code, code)


def away(day: date, length: str, sign: int) -> date | None:
    """The day some length ("P3M2W") after (1) or before (-1) another; None for hours and the like."""
    found = _LENGTH.match(length)
    if not found:
        return None
    years, months, weeks, days = (int(part or 0) for part in found.groups())
    try:
        return date_values.shift_months(day, sign * (12 * years + months)) + timedelta(days=sign * (7 * weeks + days))
    except OverflowError:
        return None
