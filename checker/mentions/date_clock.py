"""Clock times: 15:30, 3 p.m., 15 Uhr, 15h30, "alle 15", three o'clock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention, Place, led_by

_HOUR = r"(?P<hour>2[0-4]|[01]?[0-9])(?![0-9])"


@dataclass(frozen=True)
class Patterns:
    """The anchored clock patterns of one language.

    `hour_units` are the words after an hour that also count hours ("20 heures"): only a word before tells a time;
    `weak_parts` are words for parts of the day that mean something else after a figure ("two evening events", 3 дня).
    """

    clock: re.Pattern[str]
    told: re.Pattern[str]
    alone: re.Pattern[str]
    after_hour: re.Pattern[str]
    range_before: re.Pattern[str]
    part_before: re.Pattern[str]
    zone: re.Pattern[str]
    am: frozenset[str]
    hour_units: frozenset[str]
    weak_parts: frozenset[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    right = lexicon.right
    parts, told = lexicon.any_of("am", "pm"), lexicon.any_of("clock_before")
    after = f"(?P<after>{lexicon.any_of('clock_after')}){right}"
    zone = f"(?:{lexicon.any_of('zones', 'zone_signs')}){right}"
    part = f"(?P<part>{parts}){right}"
    to = f"\\s?-\\s?|\\s+(?:{lexicon.any_of('range')})\\s+"
    return Patterns(
        clock=re.compile(
            f"{_HOUR}(?:(?P<mark>[:.h]|\\s?h\\s?)(?P<minute>[0-5][0-9])(?![0-9])(?::[0-5][0-9](?![0-9]))?)?"
            f"(?:\\s?{after}(?:\\s?(?P<late>[0-5][0-9])(?![0-9.,]))?)?(?:(?:\\s?\\(?{zone}\\)?)?\\s?{part})?"
        ),
        told=led_by(told),
        alone=led_by(lexicon.any_of("clock_alone")),
        after_hour=re.compile(f"(?:\\s{after})?(?:\\s{part})?"),
        range_before=re.compile(f"(?:{date_lexicon.trie(lexicon.small)})(?:{to})$"),
        part_before=re.compile(f"(?:^|[^\\w])(?P<part>{parts})\\s+(?:(?:{told})\\s+)?$"),
        zone=re.compile(f"[\\s,(]*(?P<zone>{zone})"),
        am=frozenset(lexicon.words("am")),
        hour_units=frozenset(word for word in lexicon.words("clock_after") if lexicon.units.get(word) == "hour"),
        weak_parts=frozenset({*lexicon.words("weak_parts"), *lexicon.units}),
    )


def clock(place: Place, start: int, language: Language) -> DateMention | None:
    """15:30; 3 p.m.; 15 Uhr; 15h30; "alle 15"."""
    known = patterns(language)
    found = known.clock.match(place.text, start)
    if not found:
        return None
    before = place.before(start)
    part_before = known.part_before.search(before)
    if not _is_told(found, place, known, bool(known.told.search(before)), bool(part_before)):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["late"] or 0)
    if place.text[found.end() : found.end() + 1].isdigit():
        return None
    part = found["part"] or (part_before["part"] if part_before else None)
    return time(
        place, (start, found.end()), hour, minute, None if part is None else "am" if part in known.am else "pm",
        precise=bool(found["minute"]), zone=zone_at(known, place, *found.span()),
    )  # fmt: skip


def _is_told(found: re.Match[str], place: Place, known: Patterns, told: bool, part_before: bool) -> bool:
    """Whether the figure is a clock time: by its form, by what follows, or by the words before it."""
    after, part = found["after"], found["part"]
    by_form = (found["mark"] or "").strip() in (":", "h")
    if by_form or (after and after not in known.hour_units) or (part and part not in known.weak_parts):
        return True
    if after:
        return told or part_before or bool(part or found["mark"])  # 20 heures is a time and a length
    if part or found["minute"]:
        return told
    return _stands_alone(place, *found.span(), known)


def spelled_clock(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    """three o'clock; eight in the morning; à huit heures du soir."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    hour = lexicon.small[place.text[start:end]]
    found = known.after_hour.match(place.text, end)
    if not found or not (found["after"] or found["part"]) or hour not in range(1, 13):
        return None
    if known.range_before.search(place.before(start)):
        return None  # "six to eight in the evening" is no clock time
    part = found["part"]
    sure = found["after"] not in known.hour_units if found["after"] else part not in known.weak_parts
    if not sure and not (found["after"] and part) and place.lead(known.told, start) is None:
        return None
    half = None if part is None else "am" if part in known.am else "pm"
    return time(place, (start, found.end()), int(hour), 0, half, precise=False)


def zone_at(known: Patterns, place: Place, start: int, end: int) -> str | None:
    """The time zone named within a clock time or just after it."""
    found = known.zone.match(place.text, end) or known.zone.search(place.text[start:end])
    return found["zone"] if found else None


def _stands_alone(place: Place, start: int, end: int, known: Patterns) -> bool:
    """Whether the words before tell a bare hour ("alle 15") and no counted thing follows ("alle 15 persone")."""
    if not known.alone.search(place.before(start)):
        return False
    rest = place.text[end : end + 2]
    return not rest or (rest[0] in ".,;:)!?'" and not rest[1:].isdigit()) or bool(known.zone.match(place.text, end))


def time(
    place: Place,
    span: tuple[int, int],
    hour: int,
    minute: int,
    half: str | None,
    *,
    precise: bool = True,
    zone: str | None = None,
) -> DateMention | None:
    """A clock time; without am or pm an hour up to 12 has both readings."""
    if hour > 24 or minute > 59:
        return None
    alternates: tuple[str, ...] = ()
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half is None and hour <= 12:
        alternates = (f"T{(hour + 12) % 24:02d}:{minute:02d}",)
    hour %= 24
    value = f"T{hour:02d}:{minute:02d}"
    return place.mention(
        "time", *span, value=value, timex=value if precise or minute else f"T{hour:02d}", grain="time",
        alternates=alternates, zone=zone,
    )  # fmt: skip
