"""The time zone beside a clock time: 15:30 GMT, 9:30 (UTC+3), 北京时间14时40分, at 3 p.m. Eastern time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import Place


@dataclass(frozen=True)
class Zone:
    """A time zone as written, in small letters, and its hours ahead of UTC in winter, if they are known."""

    name: str
    hours: float | None


@dataclass(frozen=True)
class Patterns:
    """Zone names after a time (`name`), right before it (`before`), and their hours."""

    name: re.Pattern[str]
    before: re.Pattern[str]
    hours: dict[str, float]


NOWHERE = Zone("", None)
"""No zone is named."""

_BEFORE = 28
"""How far before a time the name of its zone may begin."""

_SHIFT = re.compile(r"\s?(?P<sign>[+-])\s?(?P<hours>1[0-4]|0?[0-9])(?::?(?P<minutes>[0-5][0-9]))?(?![0-9])")
_ANOTHER_TIME = re.compile(r"[\s:]*[0-9]{1,2}(?:[:.]?[0-5][0-9](?![0-9])|\s?[时時点點시])")
"""After the name of a zone: the time in that zone, so that the zone is not the one of the time before."""


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    names = lexicon.any_of("zones", "zone_hours", "zone_signs")
    tables = (lexicon.data.get(key, {}) for key in ("zone_sign_hours", "zone_hours"))
    day = r"(?:[0-9]{1,2}(?:日|号|號|일)\s?)?" if "signs" in lexicon.data else ""
    left = "" if "signs" in lexicon.data else r"(?:^|[^\w])"
    return Patterns(
        name=re.compile(f"[\\s,(]*(?P<zone>{names}){lexicon.right}"),
        before=re.compile(f"{left}(?P<zone>{names})[\\s:,]?{day}$"),
        hours={date_lexicon.fold(name): float(hours) for table in tables for name, hours in table.items()},
    )


def zone_at(place: Place, start: int, end: int, language: Language) -> Zone:
    """The zone named within a clock time, right after it, or right before it."""
    known = patterns(language)
    found = known.name.match(place.text, end)
    if found and _ANOTHER_TIME.match(place.text, found.end()):
        found = None
    if found is None:
        found = _within(place, start, end, known)
    if found is None:
        found = known.before.search(place.text, max(0, start - _BEFORE), start)
    return _zone(found, place, known) if found else NOWHERE


def _within(place: Place, start: int, end: int, known: Patterns) -> re.Match[str] | None:
    """The zone in 05:00 (EDT) in the afternoon, but not in 9:30 (0230 UTC) in the evening."""
    found = known.name.search(place.text, start, end)
    if found is None or _ANOTHER_TIME.match(place.text, found.end()):
        return None
    bracket = place.text.rfind("(", start, found.start("zone"))
    between = place.text[bracket : found.start("zone")] if bracket >= 0 else ""
    return None if any(letter.isdigit() for letter in between) else found


def _zone(found: re.Match[str], place: Place, known: Patterns) -> Zone:
    name = found["zone"]
    shift = _SHIFT.match(place.text, found.end())
    if known.hours.get(name) == 0 and shift and found.end() == shift.start():
        away = int(shift["hours"]) + int(shift["minutes"] or 0) / 60
        return Zone(name + shift.group(), away if shift["sign"] == "+" else -away)
    return Zone(name, known.hours.get(name))
