"""Dates in figures alone: 2024-10-23, 23/10/2024, 23.10., 20241023."""

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
    """What may stand before two figures that are a day and a month, in one language."""

    lead: re.Pattern[str]
    follow: re.Pattern[str]
    pointing: re.Pattern[str]
    clock: re.Pattern[str]
    spoken: re.Pattern[str] | None


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    weekdays = date_lexicon.trie(lexicon.weekdays)
    to = lexicon.any_of("range", "pairing")
    listed = f"(?:[0-9]{{1,2}}/[0-9]{{1,2}}(?:,\\s*|\\s+(?:{to})\\s+|\\s?-\\s?)){{0,3}}"
    glue = lexicon.any_of("glue")
    return Patterns(
        lead=re.compile(f"(?:^|[^\\w])(?:(?:{lexicon.any_of('day_lead')})\\s+|(?:{weekdays})\\.?,?\\s*){listed}\\(?$"),
        follow=re.compile(f"\\s?(?:{lexicon.any_of('day_follow')}|{weekdays}){lexicon.right}"),
        pointing=re.compile(f"(?:^|[^\\w])(?:{lexicon.any_of('this', 'next')})\\s+$"),
        clock=re.compile(f"(?:^|[^\\w])(?:{lexicon.any_of('clock_before')})\\s+$"),
        spoken=re.compile(f"([0-3]?[0-9])\\s+(?:{glue})\\s+([01]?[0-9])\\s+(?:{glue})\\s+([12][0-9]{{3}})(?![0-9])")
        if lexicon.words("glue") else None,
    )  # fmt: skip


_ISO = re.compile(r"([12][0-9]{3})-([01]?[0-9])-([0-3]?[0-9])(?![0-9]|-[0-9])")
_YEAR_FIRST = re.compile(r"([12][0-9]{3})([./])\s?([01]?[0-9])\2\s?([0-3]?[0-9])\.?(?![0-9]|[./][0-9])")
_YEAR_LAST = re.compile(
    r"([0-3]?[0-9])([./-])([0-3]?[0-9])\2((?:[12][0-9])?[0-9]{2})(?![0-9]|[./:][0-9]|-[0-9]{1,2}(?![0-9./-]))"
)
_MARKED = re.compile(r"([0-3]?[0-9]) ?(/) ?([0-3]?[0-9]) ?/ ?([12][0-9]{3})(?![0-9]|[./:][0-9])")
"""With marks of direction between the figures, which are read as spaces."""
_DOTTED_YEAR = re.compile(r"([0-3]?[0-9])(\.) ([01]?[0-9])\. ((?:19|20)[0-9]{2})(?![0-9]|[./:][0-9])")
"""As Czech and formal German write it: 23. 10. 2024."""
_SPACED = re.compile(r"([12][0-9]{3}) ([01]?[0-9]) ([0-3]?[0-9])(?=[.,;)]?(?:\s|$)(?!\s*[0-9]))")
_SPACED_LAST = re.compile(r"([0-3]?[0-9]) ([01]?[0-9]) ((?:19|20)[0-9]{2})(?=[.,;)]?(?:\s|$)(?!\s*[0-9]))")
_PACKED = re.compile(r"((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])(?![0-9])")
_SLASHED = re.compile(r"([0-3]?[0-9])/([0-3]?[0-9])(?![0-9]|[./:,][0-9]|\s?%)")
_RANGE_AFTER = re.compile(r"\s?-\s?[0-3]?[0-9]/[0-3]?[0-9]/(?:[12][0-9])?[0-9]{2}(?![0-9/])")
_RANGE_BEFORE = re.compile(r"(?:^|[\s(])(?:1[3-9]|2[0-9]|3[01])/(?:0?[1-9]|1[0-2])\s?-\s?$")
_DOTTED = re.compile(r"([0-3]?[0-9])\.\s?([01]?[0-9])\.(?![0-9]|\s?[0-9])")
_CLOSED = re.compile(r"\s*(?:[.,;:!?)\]]|$)")
_SHAPES = frozenset({(16, 9), (16, 10), (21, 9), (24, 7), (22, 7)})
"""Screens, round the clock, and pi."""


def digits(place: Place, start: int, language: Language) -> DateMention | None:
    """2024-10-23; 23/10/2024 with both readings where both exist; 23.10.2024; 23.10.; 29/2; 2024 10 23."""
    text = place.text
    if found := _ISO.match(text, start):
        return whole_date(place, start, found.end(), int(found[1]), int(found[2]), int(found[3]))
    if found := _YEAR_FIRST.match(text, start):
        return whole_date(place, start, found.end(), int(found[1]), int(found[3]), int(found[4]))
    if found := _YEAR_LAST.match(text, start) or _MARKED.match(text, start) or _DOTTED_YEAR.match(text, start):
        return _year_last(place, found, date_lexicon.of(language).order)
    if (found := _SPACED.match(text, start)) and not place.before(start).rstrip()[-1:].isdigit():
        return whole_date(place, start, found.end(), int(found[1]), int(found[2]), int(found[3]))
    if (found := _SPACED_LAST.match(text, start)) and not place.before(start).rstrip()[-1:].isdigit():
        return whole_date(place, start, found.end(), int(found[3]), int(found[2]), int(found[1]))
    spoken = patterns(language).spoken
    if spoken and (found := spoken.match(text, start)):
        return whole_date(place, start, found.end(), int(found[3]), int(found[2]), int(found[1]))
    return _two_parts(place, start, language) or _dotted(place, start, language)


def in_a_name(place: Place, start: int) -> DateMention | None:
    """A whole date within a name: report-2024-10-23.pdf, archive_20241023."""
    if found := _ISO.match(place.text, start) or _PACKED.match(place.text, start):
        return whole_date(place, start, found.end(), int(found[1]), int(found[2]), int(found[3]))
    return None


def leads_to_day(place: Place, start: int, language: Language) -> bool:
    """Whether the words before say that a day follows: "am", "on", "vendredi"."""
    return patterns(language).lead.search(place.before(start)) is not None


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
    if short and order == "ymd" and date_values.possible(second, int(found[4])):
        possible.insert(0, written(date_values.full_year(first), second, int(found[4])))
    if not possible:
        return None
    return place.mention(
        "date", found.start(), found.end(), value=possible[0], timex=possible[0], grain="day",
        alternates=tuple(possible[1:]),
    )  # fmt: skip


def _dotted(place: Place, start: int, language: Language) -> DateMention | None:
    """ "am 21.3." - after a word that leads to a date, for 3.7. may also end a sentence; 06.11. and 28.10. may not."""
    if not date_lexicon.of(language).data.get("dotted_days"):
        return None
    found = _DOTTED.match(place.text, start)
    if not found:
        return None
    month, day = int(found[2]), int(found[1])
    before = place.before(start)
    padded = len(found[1]) == len(found[2]) == 2 and ("0" in (found[1][0], found[2][0]) or day > 12)
    sure = padded and found.group()[-1] == "." and not patterns(language).clock.search(before)
    led = patterns(language).lead.search(before) or patterns(language).follow.match(place.text, found.end())
    if not (sure or led) or not date_values.possible(month, day):
        return None
    value = written(None, month, day)
    return place.mention("date", start, found.end(), value=value, timex=value, grain="day")


def _two_parts(place: Place, start: int, language: Language) -> DateMention | None:
    """ "le 12/05", "vendredi 12/05", "11/5, 11/6 or 11/7" after such a word; 29/2 anywhere, for it is no fraction.

    24/7 and 9/11 never are dates.
    """
    found = _SLASHED.match(place.text, start)
    if not found or found.group() in ("24/7", "9/11"):
        return None
    first, second, known = int(found[1]), int(found[2]), patterns(language)
    day_first = date_lexicon.of(language).order != "mdy"
    led = known.lead.search(place.before(start)) or known.follow.match(place.text, found.end())
    led = led or _RANGE_AFTER.match(place.text, found.end()) or _RANGE_BEFORE.search(place.before(start))
    no_fraction = first > second or _CLOSED.match(place.text, found.end())
    if not led and not (known.pointing.search(place.before(start)) and no_fraction):
        alone = place.is_line(start, found.end())
        improper = day_first and first > 12 and (first, second) not in _SHAPES and not _is_counted(place, start, found)
        if not (improper or alone) or not _is_day(first, second, day_first, alone):
            return None
        if alone and max(first, second) < 13:
            return None  # a line that says 5/12 may be a fraction, a rating, a page
    pairs = [(second, first), (first, second)] if day_first else [(first, second), (second, first)]
    fits = [pair for pair in pairs if date_values.possible(*pair)] or [p for p in pairs if date_values.writable(*p)]
    if not fits:
        return None
    values = [written(None, *pair) for pair in dict.fromkeys(fits)]
    return place.mention(
        "date", start, found.end(), value=values[0], timex=values[0], grain="day", alternates=tuple(values[1:2])
    )


def _is_day(first: int, second: int, day_first: bool, alone: bool) -> bool:
    """Whether two figures are a day in the order of the language, or in the other where nothing else is said."""
    ordered, other = (second, first), (first, second)
    if not day_first:
        ordered, other = other, ordered
    return date_values.writable(*ordered) or (alone and date_values.writable(*other))


def _is_counted(place: Place, start: int, found: re.Match[str]) -> bool:
    """Whether a figure, a sign or a word stands right at it, as in 1 29/2, €29/2 and 29/2nd."""
    before, after = place.text[max(0, start - 1) : start], place.text[found.end() : found.end() + 1]
    return not (before in ("", " ", "(", "-") and after in ("", " ", ".", ",", ";", ":", ")", "-", "!", "?", "\n"))


def whole_date(place: Place, start: int, end: int, year: int, month: int, day: int) -> DateMention | None:
    """A date of which year, month and day are given; None when the calendar has no such day."""
    if not date_values.possible(month, day):
        return None
    value = written(year, month, day)
    return place.mention("date", start, end, value=value, timex=value, grain="day")
