"""Calendar dates with names: what stands at a figure before a month, at the name of a month or of a weekday.

Every function is tried at a trigger, matches anchored patterns from there, and gives a mention or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values
from retold.checker.mentions.date_digits import whole_date
from retold.checker.mentions.date_mention import DateMention, Place, led_by
from retold.checker.mentions.date_values import written

_BESIDE = 12
"""How near a word for night makes a weekday two: the night to Friday is Thursday night."""
_NO_FIGURE_AFTER = r"(?![0-9]|[.,:/][0-9])"


@dataclass(frozen=True)
class Patterns:
    """The anchored calendar patterns of one language; None where the language does not write dates so."""

    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month_year: re.Pattern[str]
    year_month_day: re.Pattern[str]
    bare_day: re.Pattern[str] | None
    month_lead: re.Pattern[str]
    last: re.Pattern[str]
    next: re.Pattern[str]
    last_after: re.Pattern[str]
    night: re.Pattern[str]
    next_after: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    name = f"(?:{date_lexicon.trie(lexicon.months)}){lexicon.right}"
    short = date_lexicon.trie(word for word in lexicon.months if word in lexicon.short)
    long = date_lexicon.trie(word for word in lexicon.months if word not in lexicon.short)
    # the full stop belongs to an abbreviation, after a full name it ends the sentence
    month = f"(?P<month>(?P<long>{long}){lexicon.right}|(?P<short>{short}){lexicon.right}\\.?)"
    glue = f"(?:(?:{lexicon.any_of('glue')}){lexicon.right}\\s*)?"
    marks = f"(?:(?:{lexicon.any_of('marks')})(?:,(?=\\s))?)?"
    to = f"\\s*(?:[-/]|(?:{lexicon.any_of('range')}){lexicon.right})\\s*"
    year = f"(?:\\s*,|[-/.])?\\s*{glue}(?P<year>[12][0-9]{{3}}){_NO_FIGURE_AFTER}"
    after = f"(?:\\s?(?:{lexicon.any_of('year_after')}){lexicon.right})?"
    day = f"(?P<day>[0-9]{{1,2}}|{date_lexicon.trie(lexicon.days)}){marks}"
    last = f"{to}(?P<last>[0-9]{{1,2}}){marks}"
    figure = f"(?P<day>[0-9]{{1,2}}){marks}"
    first = lexicon.data.get("month_first")
    # "October 23" is English; "Oct-23-2024" is written everywhere
    joint = f"[\\s/-]*{glue}" if first else "[/-]"
    follows = lexicon.any_of("year_before", "glue", "range", "bare_day_after")
    return Patterns(
        day_month=re.compile(
            f"{day}(?:{last})?\\.?[\\s/-]*{glue}{month}(?:{year}|[/-](?P<short_year>[0-9]{{2}})(?![0-9]))?{after}"
        ),
        month_day=re.compile(
            f"{month}{joint}{figure}(?:{last}(?!\\s*{name}))?{_NO_FIGURE_AFTER}(?!\\s?%)(?:{year})?{after}"
        ),
        month_year=re.compile(f"{month}{year}{after}"),
        year_month_day=re.compile(f"(?P<year>[12][0-9]{{3}})[-./]{month}[-./](?P<day>[0-9]{{1,2}})(?![0-9])"),
        bare_day=re.compile(
            f"(?P<day>[0-9]{{1,2}})(?:{lexicon.any_of('marks')})(?=\\s*(?:[.,;:)]|$)|\\s+(?:{follows}){lexicon.right})"
        ) if first else None,
        month_lead=re.compile(
            f"(?:(?:^|[^\\w])(?:{lexicon.any_of('year_before', 'last')})(?:\\s+|-)|{name}{to})$"
        ),
        last=led_by(lexicon.any_of("last")),
        next=led_by(lexicon.any_of("next")),
        night=re.compile(lexicon.any_of("night")),
        last_after=re.compile(f"\\s+(?:{lexicon.any_of('last')}){lexicon.right}"),
        next_after=re.compile(f"\\s+(?:{lexicon.any_of('next')}){lexicon.right}"),
    )  # fmt: skip


def day_month(place: Place, start: int, language: Language) -> DateMention | None:
    """23 October 2024; 27-28 October; 23. Oktober; 23 de octubre de 2024."""
    found = patterns(language).day_month.match(place.text, start)
    if not found:
        return None
    spelled = not (
        found["day"].isdigit() or found["year"] or place.text[found.end("day") : found.start("month")].strip()
    )
    if spelled and date_lexicon.of(language).data.get("month_first"):
        return None  # "the first March attack"
    return _day(place, found, language)


def year_month_day(place: Place, start: int, language: Language) -> DateMention | None:
    """2019/Aug/01."""
    found = patterns(language).year_month_day.match(place.text, start)
    if not found:
        return None
    month = date_lexicon.of(language).months[found["long"] or found["short"]]
    return whole_date(place, start, found.end(), int(found["year"]), month, int(found["day"]))


def month_day(place: Place, start: int, language: Language) -> DateMention | None:
    """October 23, 2024; Oct. 23-24."""
    found = patterns(language).month_day.match(place.text, start)
    if not found:
        return None
    lead = place.text[max(0, start - 8) : start].split()
    if lead and lead[-1] in date_lexicon.of(language).data.get("not_day_before", ()):
        return None
    return _day(place, found, language)


def _day(place: Place, found: re.Match[str], language: Language) -> DateMention | None:
    lexicon = date_lexicon.of(language)
    month, day = lexicon.months[found["long"] or found["short"]], lexicon.days.get(found["day"]) or int(found["day"])
    year = int(found["year"]) if found["year"] else None
    if short := found.groupdict().get("short_year"):
        year = date_values.full_year(int(short))
    if not date_values.possible(month, day):
        return None
    value = written(year, month, day)
    last = int(found["last"]) if found["last"] else None
    if last and last > day and date_values.possible(month, last):
        return place.span(found.start(), found.end(), value, written(year, month, last), "day")
    if last:
        return None
    return place.mention("date", found.start(), found.end(), value=value, timex=value, grain="day")


def month(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    """October 2024, or October alone where it cannot be another word."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    if found := known.month_year.match(place.text, start):
        value = written(int(found["year"]), lexicon.months[found["long"] or found["short"]])
        return place.mention("date", start, found.end(), value=value, timex=value, grain="month")
    word = place.text[start:end]
    if word in lexicon.short:
        return None
    if word in lexicon.guarded:
        upper = place.written[start].isupper()
        if upper != bool(lexicon.data.get("names_upper")) or not known.month_lead.search(place.before(start)):
            return None
    value = written(None, lexicon.months[word])
    return place.mention("date", start, end, value=value, timex=value, grain="month")


def weekday(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    """Tuesday; last Tuesday; mardi dernier."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    word = place.text[start:end]
    number = lexicon.weekdays[word]
    direction = None
    for sign, led, followed in ((-1, known.last, known.last_after), (1, known.next, known.next_after)):
        lead, tail = place.lead(led, start), followed.match(place.text, end)
        if lead is not None or tail:
            direction, start, end = sign, lead if lead is not None else start, tail.end() if tail else end
            break
    if direction is None and word in lexicon.guarded and not place.written[start].isupper():
        return None
    value = date_values.weekday_value(number)
    days = date_values.nearest_weekdays(number, place.published, direction)
    if direction is not None and days:
        value, days = days[0], ()
    return place.mention(
        "date", start, end, value=value, timex=value, grain="weekday", alternates=days, weekday=number,
        vague=word in lexicon.short or bool(known.night.search(place.text, max(0, start - _BESIDE), end + _BESIDE)),
    )  # fmt: skip


def bare_day(place: Place, start: int, language: Language) -> DateMention | None:
    """ "on the 25th", where no noun follows."""
    pattern = patterns(language).bare_day
    found = pattern.match(place.text, start) if pattern else None
    if not found or place.text[max(0, start - 4) : start] != "the " or not 1 <= int(found["day"]) <= 31:
        return None
    value = written(None, None, int(found["day"]))
    return place.mention("date", start, found.end(), value=value, timex=value, grain="day", vague=True)
