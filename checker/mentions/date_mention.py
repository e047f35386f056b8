"""The mention that dates, times and durations share, and the text it is read from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from retold.checker.mentions import date_lexicon, date_values
from retold.checker.model import Mention

WINDOW = 24
"""How far before a trigger a word may begin that belongs to it ("since", "vor")."""


@dataclass(frozen=True, kw_only=True)
class DateMention(Mention):
    """A date, a clock time or a duration (kind `date`, `time`, `duration`).

    Attributes:
        value: ISO 8601, `X` for what is not said (see `date_values`); None for a relative word ("yesterday") in an
            article whose publication date is unknown. Durations in base units: years and decades "P70Y", weeks and
            days "P14D".
        timex: the TIMEX3 value, which keeps the unit as written ("P2W").
        grain: century, decade, year, month, week, day, weekday, time or duration.
        alternates: other readings: 3/4 as 4 March, a weekday as the past and the next day of that name, 3 as 15 h.
        start_value, end_value: first and last value of a range ("27-28 October"), both included.
        relative: what a relative word says, "day-1", "week+0"; kept whether it could be resolved or not.
        weekday: the day of the week (1 Monday - 7 Sunday) that is written beside a date.
        zone: the time zone that is named beside the time, as written, in small letters ("gmt").
        zone_hours: its hours ahead of UTC in winter, if they are known.
        calendar: the calendar or era it is written in when not the plain Gregorian: an era as written ("令和"), whose
            years are converted in `value`; "lunar", "hijri" and others whose months are not (see `date_calendar`).
        mod: what a word beside the date makes of it, in terms of TIMEX3: START, MID, END, BEFORE, AFTER, SINCE, UNTIL,
            EVERY. With BEFORE and UNTIL only an end is known, with AFTER and SINCE only a start.
        parts: the dates, times and durations that a phrase is made of ("Tuesday at 9"); empty for one that is single.
        vague: found so that it can be a counterpart ("a year"), but never by itself a ground for a finding.
    """

    timex: str | None = None
    grain: str = "day"
    alternates: tuple[str, ...] = ()
    start_value: str | None = None
    end_value: str | None = None
    relative: str | None = None
    weekday: int | None = None
    zone: str | None = None
    zone_hours: float | None = None
    calendar: str | None = None
    vague: bool = False
    mod: str | None = None
    parts: tuple[DateMention, ...] = ()

    @property
    def readings(self) -> tuple[str, ...]:
        """All values it may have, the likeliest first."""
        return ((self.value,) if self.value else ()) + self.alternates


_BLANKS = "".join(sign for sign in map(chr, range(0x3001)) if sign.isspace()) + "'"


@dataclass(frozen=True, eq=False)
class Lead:
    """Words that stand before a date (group `lead` of the pattern); how they end tells most others at a glance."""

    pattern: re.Pattern[str]
    ends: frozenset[str]


class Lazily:
    """Patterns by name, each compiled when it is first asked for: most texts need few of them."""

    def __init__(self, **sources: Any) -> None:
        self._sources = sources

    def __getattr__(self, name: str) -> Any:
        source = self._sources[name]
        made = re.compile(source) if isinstance(source, str) else source
        setattr(self, name, made)
        return made


@dataclass(frozen=True)
class Place:
    """A text being read: as written, folded, and the day it was published."""

    written: str
    text: str
    published: date | None

    def before(self, start: int) -> str:
        """The folded text just before a trigger."""
        return self.text[max(0, start - WINDOW) : start]

    def is_line(self, start: int, end: int) -> bool:
        """Whether a span is all there is on its line."""
        before, after = self.text[max(0, start - 3) : start], self.text[end : end + 3]
        return not before.rpartition("\n")[2].strip() and not after.partition("\n")[0].strip(" .")

    def lead(self, words: Lead, start: int) -> int | None:
        """Where the word before a trigger begins, if it is one of those."""
        end, text = start, self.text
        while end and text[end - 1] in _BLANKS:
            end -= 1
        if text[end - 2 if end > 1 else 0 : end] not in words.ends and text[end - 1 : end] not in words.ends:
            return None
        found = words.pattern.search(self.before(start))
        return max(0, start - WINDOW) + found.start("lead") if found else None

    def mention(self, kind: str, start: int, end: int, **fields: Any) -> DateMention:
        return DateMention.made(kind=kind, start=start, end=end, text=self.written[start:end], **fields)

    def span(self, start: int, end: int, first: str, last: str, grain: str) -> DateMention:
        """A mention of a range of dates."""
        timex = date_values.range_timex(first, last)
        return self.mention(
            "date", start, end, value=first, timex=timex, grain=grain, start_value=first, end_value=last
        )  # fmt: skip


def led_by(words: Iterable[str], blanks: str = r"\s+") -> Lead:
    """The words of a list, as what ends the text before a trigger; `blanks` is what stands between them."""
    words = tuple(words)
    ends = frozenset(word.rstrip(_BLANKS)[-2:] for word in words)
    return Lead(re.compile(f"(?:^|[^\\w])(?P<lead>{date_lexicon.trie(words)}){blanks}$"), ends)
