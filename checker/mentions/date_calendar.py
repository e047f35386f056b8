"""Dates of other calendars, named as such: 9 رمضان 1445 هـ, Hicri 1446, विक्रम संवत 2081, 1403 هجري شمسي.

The table `dates.calendars.<name>` of a language has the words before (`before`) and after (`after`) a year of the
calendar and its `months`. Their figures are no years of ours, and are never read as such: a value begins with the
letters of the calendar ("AH1445-09-09"), which no Gregorian date has.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention, Lead, Place, led_by

SIGNS = {"hijri": "AH", "jalali": "AP", "buddhist": "BE", "vikram": "VS", "saka": "SE", "rumi": "RE"}
"""Islamic, Persian, Buddhist, the two Indian eras, and the Ottoman fiscal calendar."""


@dataclass(frozen=True)
class Calendar:
    """One calendar as a language writes it."""

    name: str
    months: Mapping[str, int]
    dated: re.Pattern[str]
    year: re.Pattern[str]
    before: Lead


@lru_cache(maxsize=None)
def calendars(language: Language) -> tuple[Calendar, ...]:
    lexicon = date_lexicon.of(language)
    out = []
    for name, words in lexicon.data.get("calendars", {}).items():
        months = {date_lexicon.fold(word): number for word, number in words.get("months", {}).items()}
        after = date_lexicon.trie(map(date_lexicon.fold, words.get("after", ())))
        marks, glue = lexicon.any_of("marks"), lexicon.any_of("glue")
        out.append(
            Calendar(
                name, months,
                re.compile(
                    f"(?P<day>[0-9]{{1,2}})(?:{marks})?\\s+(?:(?:{glue})\\s+)?(?P<month>{date_lexicon.trie(months)})"
                    f"{lexicon.right}(?:,?\\s*(?:(?:{glue})\\s+)?(?P<year>1[0-9]{{3}})(?![0-9])(?:\\s?(?:{after}){lexicon.right})?)?"
                ),
                re.compile(f"(?P<year>[12][0-9]{{3}})\\s?(?:{after}){lexicon.right}"),
                led_by(map(date_lexicon.fold, words.get("before", ()))),
            )
        )  # fmt: skip
    return tuple(out)


_YEAR = re.compile(r"(?P<year>[12][0-9]{3})(?![0-9]|[.,][0-9])")


def other_calendar(place: Place, start: int, language: Language) -> DateMention | None:
    """A day or a year of another calendar; of two that could be meant, the one with the longer name."""
    found = [mention for calendar in calendars(language) if (mention := _in(calendar, place, start))]
    return max(found, key=lambda mention: mention.end - mention.start, default=None)


def _in(calendar: Calendar, place: Place, start: int) -> DateMention | None:
    if found := calendar.dated.match(place.text, start):
        year, month, day = found["year"] or "XXXX", calendar.months[found["month"]], int(found["day"])
        return _mention(place, start, found.end(), calendar, f"{year}-{month:02d}-{day:02d}") if day <= 32 else None
    if found := calendar.year.match(place.text, start):
        return _mention(place, start, found.end(), calendar, found["year"])
    lead = place.lead(calendar.before, start)
    found = _YEAR.match(place.text, start) if lead is not None else None
    return _mention(place, lead or 0, found.end(), calendar, found["year"]) if found else None


def _mention(place: Place, start: int, end: int, calendar: Calendar, said: str) -> DateMention:
    value, grain = SIGNS[calendar.name] + said, "day" if "-" in said else "year"
    return place.mention(
        "date", start, end, value=value, timex=value, grain=grain, calendar=calendar.name, vague="X" in said
    )  # fmt: skip
