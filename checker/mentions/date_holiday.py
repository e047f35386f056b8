"""Holidays that stand for a day: Christmas, the second Sunday of May, what hangs on Easter.

The section `dates.holidays` of a language file gives each name a rule: "12-25" is a day of every year, "easter-2" is
counted from Easter ("orthodox" from the Julian one), "11-WXX-4-#4" is the fourth Thursday of November, "#-1" the last,
and "+1" after it the day after.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_values import written

_FIXED = re.compile(r"(\d\d)-(\d\d)$")
_EASTER = re.compile(r"(easter|orthodox)([+-]\d+)?$")
_WEEKDAY = re.compile(r"(\d\d)-WXX-([1-7])-#(-?[1-5])([+-]\d+)?$")
_YEARS = range(1583, 4100)
"""Years of the Gregorian calendar for which the rule of Easter holds."""


def easter(year: int, *, orthodox: bool = False) -> date:
    """Easter Sunday in the Gregorian calendar: the rule of Meeus, Jones and Butcher, or the Julian one of Meeus."""
    if orthodox:
        shift = (19 * (year % 19) + 15) % 30
        month, day = divmod(shift + (2 * (year % 4) + 4 * (year % 7) - shift + 34) % 7 + 114, 31)
        return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    day = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    month, day = divmod(moon + day - 7 * ((golden + 11 * moon + 22 * day) // 451) + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date | None:
    """The first, second ... (or, -1, the last) Monday 1 - Sunday 7 of a month; None when there are not so many."""
    if which < 0:
        after = date(year + month // 12, month % 12 + 1, 1)
        return after - timedelta(days=(after.isoweekday() - weekday - 1) % 7 + 1 - 7 * (which + 1))
    first = date(year, month, 1)
    day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    return day if day.month == month else None


def day_of(rule: str, year: int) -> date | None:
    """The day of a year that a rule names."""
    if year not in _YEARS:
        return None
    if found := _FIXED.match(rule):
        return date(year, int(found[1]), int(found[2]))
    if found := _EASTER.match(rule):
        return easter(year, orthodox=found[1] == "orthodox") + timedelta(days=int(found[2] or 0))
    if found := _WEEKDAY.match(rule):
        day = nth_weekday(year, int(found[1]), int(found[2]), int(found[3]))
        return day + timedelta(days=int(found[4] or 0)) if day else None
    return None


@lru_cache(maxsize=None)
def _year(language: Language) -> re.Pattern[str]:
    lexicon = date_lexicon.of(language)
    words = lexicon.any_of("glue", "year_before", "year_glue")
    return re.compile(f"\\s*,?\\s*(?:(?:{words})\\s+)?(?P<year>[12][0-9]{{3}})(?![0-9]|[.,:/][0-9])")


def holiday(place: Place, start: int, end: int, rule: str, language: Language) -> DateMention | None:
    """Christmas Day; Easter 2018; without a year, the day in the year of publication where that moves it."""
    found = _year(language).match(place.text, end)
    if not found and not _is_name(place.written[start:end]):
        return None
    if found:
        day = day_of(rule, int(found["year"]))
        if day is None:
            return None
        value = day.isoformat()
        return place.mention("date", start, found.end(), value=value, timex=value, grain="day", vague=True)
    if fixed := _FIXED.match(rule):
        value = written(None, int(fixed[1]), int(fixed[2]))
        return place.mention("date", start, end, value=value, timex=value, grain="day", vague=True)
    if place.published is None:
        return place.mention("date", start, end, value=None, timex=f"XXXX-{rule.upper()}", grain="day", vague=True)
    days = [day_of(rule, place.published.year + shift) for shift in (0, -1, 1)]
    values = [day.isoformat() for day in days if day]
    if not values:
        return None
    timex = f"XXXX{values[0][4:]}"
    alternates = tuple(values[1:])
    return place.mention(
        "date", start, end, value=values[0], timex=timex, grain="day", alternates=alternates, vague=True
    )  # fmt: skip


def _is_name(words: str) -> bool:
    """False for a single word in small letters: it "natale", pt "natal", fr "ascension" have meanings of their own."""
    return " " in words.strip() or words != words.lower() or words.lower() == words.upper()
