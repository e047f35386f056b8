"""Dates in figures alone: 2024-10-23, 23/10/2024, 23.10., and the years 2024, 2019-2021, 2022/23."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_values import written


@dataclass(frozen=True)
class Patterns:
    """What may stand around a figure that is a date, in one language."""

    year_after: re.Pattern[str]
    year_followed: re.Pattern[str]
    year_lead: re.Pattern[str]
    year_word: re.Pattern[str]
    day_lead: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    weekdays = date_lexicon.trie(lexicon.weekdays)
    year_words = date_lexicon.trie(word for word, unit in lexicon.units.items() if unit == "year")
    return Patterns(
        year_after=re.compile(f"-?\\s?(?:{lexicon.any_of('year_after')}){lexicon.right}"),
        year_followed=re.compile(f"-?\\s?(?:{lexicon.any_of('year_followed')}){lexicon.right}"),
        year_lead=re.compile(f"(?:^|[^\\w])(?:{lexicon.any_of('year_before')})(?:\\s+|-)$"),
        year_word=re.compile(f"(?:^|[^\\w])(?:{year_words})\\s+$"),
        day_lead=re.compile(f"(?:^|[^\\w])(?:{lexicon.any_of('day_lead')}|{weekdays})\\.?,?\\s+\\(?$"),
    )


_YEAR = re.compile(
    r"(?P<year>[12][0-9]{3})(?:\s?[-/]\s?(?P<last>[12][0-9]{3}|[0-9]{2}(?=[^0-9]|$)))?(?![0-9]|[.,:/][0-9])"
)
_COUNTED = re.compile(r"\s?(?:%|‰|°|€|\$|£|¥|₽|₹|₺|₴|km\b|kg\b|m\b|км\b|кг\b|руб|евро|euro\b|zł|mb\b|tl\b|m²)")


_CLOSED = re.compile(r"\s*(?:[.,;:!?)\]'\"»”]|$)")
_PLAIN_YEARS = range(1901, 2040)


def year(place: Place, start: int, language: Language) -> DateMention | None:
    """2024; 2019-2021; 2022/23; only with a year word or preposition when the figure could be a round count."""
    known = patterns(language)
    found = _YEAR.match(place.text, start)
    if not found:
        return None
    text, first = place.text, int(found["year"])
    before = place.before(start)
    if before[-1:] and before[-1] in "$€£¥₹#№/+":
        return None
    after = known.year_after.match(text, found.end())
    followed = known.year_followed.match(text, found.end())
    lead = known.year_lead.search(before)
    sure = bool(after or followed or lead)
    end = after.end() if after else found.end()
    if _COUNTED.match(text, found.end()) or (not sure and first not in _PLAIN_YEARS):
        return None
    if first % 50 == 0 and not (after or known.year_word.search(before) or (sure and _CLOSED.match(text, found.end()))):
        return None  # a round figure before a word may count it: "to 2000 homes"
    if not sure and text[found.end() : found.end() + 1].isalpha():
        return None
    if found["last"]:
        last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
        if first < last <= first + 100:
            return place.span(start, end, written(first), written(last), "year")
        return None
    return place.mention("date", start, end, value=written(first), timex=written(first), grain="year")


_ISO = re.compile(r"([12][0-9]{3})-([01]?[0-9])-([0-3]?[0-9])(?![0-9-])")


_YEAR_FIRST = re.compile(r"([12][0-9]{3})([./])\s?([01]?[0-9])\2\s?([0-3]?[0-9])\.?(?![0-9]|[./][0-9])")


_YEAR_LAST = re.compile(r"([0-3]?[0-9])([./-])([0-3]?[0-9])\2((?:[12][0-9])?[0-9]{2})(?![0-9]|[./:-][0-9])")


_SLASHED = re.compile(r"([0-3]?[0-9])/([0-3]?[0-9])(?![0-9]|[./:,][0-9]|\s?%)")


_DOTTED = re.compile(r"([0-3]?[0-9])\.\s?([01]?[0-9])\.(?![0-9]|\s?[0-9])")


def digits(place: Place, start: int, language: Language) -> DateMention | None:
    """2024-10-23; 23/10/2024 with both readings where both exist; 23.10.2024; 23.10."""
    text = place.text
    if found := _ISO.match(text, start):
        return whole_date(place, start, found.end(), int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_FIRST.match(text, start):
        return whole_date(place, start, found.end(), int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.match(text, start):
        return _year_last(place, found, date_lexicon.of(language).order)
    return _two_parts(place, start, language) or _dotted(place, start, language)


def _year_last(place: Place, found: re.Match[str], order: str) -> DateMention | None:
    """23/10/2024 in the order of the language, the other order as an alternate; 23.10.2024 has one order everywhere."""
    dotted, short = found[2] == ".", len(found[4]) == 2
    if short and found[2] != "/" and order == "mdy":
        return None
    year = date_values.full_year(int(found[4])) if short else int(found[4])
    first, second = int(found[1]), int(found[3])
    readings = [(second, first)] if dotted else [(second, first), (first, second)]
    if order == "mdy" and not dotted:
        readings.reverse()
    possible = [written(year, *pair) for pair in dict.fromkeys(readings) if date_values.possible(*pair)]
    if not possible:
        return None
    return place.mention(
        "date", found.start(), found.end(), value=possible[0], timex=possible[0], grain="day",
        alternates=tuple(possible[1:]),
    )  # fmt: skip


def _dotted(place: Place, start: int, language: Language) -> DateMention | None:
    """ "am 21.3." - after a word that leads to a date, for 3.7. may also end a sentence; 06.11. may not."""
    if not date_lexicon.of(language).data.get("dotted_days"):
        return None
    found = _DOTTED.match(place.text, start)
    if not found:
        return None
    padded = len(found[1]) == len(found[2]) == 2 and "0" in (found[1][0], found[2][0]) and found.group()[-1] == "."
    if not padded and not patterns(language).day_lead.search(place.before(start)):
        return None
    month, day = int(found[2]), int(found[1])
    if not date_values.possible(month, day):
        return None
    value = written(None, month, day)
    return place.mention("date", start, found.end(), value=value, timex=value, grain="day")


def _two_parts(place: Place, start: int, language: Language) -> DateMention | None:
    """ "le 12/05", "vendredi 12/05": only after a weekday or a word that leads to a date; 24/7 and 9/11 never are."""
    found = _SLASHED.match(place.text, start)
    if not found or found.group() in ("24/7", "9/11"):
        return None
    if not patterns(language).day_lead.search(place.before(start)):
        return None
    pair = [(int(found[2]), int(found[1])), (int(found[1]), int(found[2]))]
    if date_lexicon.of(language).order == "mdy":
        pair.reverse()
    values = [written(None, month, day) for month, day in pair if date_values.possible(month, day)]
    if not values:
        return None
    return place.mention(
        "date", start, found.end(), value=values[0], timex=values[0], grain="day", alternates=tuple(values[1:2])
    )


def whole_date(place: Place, start: int, end: int, year: int, month: int, day: int) -> DateMention | None:
    """A date of which year, month and day are given; None when the calendar has no such day."""
    if not date_values.possible(month, day):
        return None
    value = written(year, month, day)
    return place.mention("date", start, end, value=value, timex=value, grain="day")
