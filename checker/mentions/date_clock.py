"""Clock times: 15:30, 3 p.m., 15 Uhr, 15h30, "alle 15", three o'clock."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values, date_zone
from retold.checker.mentions.date_mention import DateMention, Lead, Place, led_by

_HOUR = r"(?P<hour>2[0-4]|[01]?[0-9])(?![0-9])"


@dataclass(frozen=True)
class Patterns:
    """The anchored clock patterns of one language.

    `hour_units` are the words after an hour that also count hours ("20 heures"): only a word before tells a time;
    `weak_parts` are words for parts of the day that mean something else after a figure ("two evening events", 3 дня).
    """

    clock: re.Pattern[str]
    told: Lead
    alone: Lead
    sure: Lead
    after_hour: re.Pattern[str]
    late_hour: re.Pattern[str]
    range_before: re.Pattern[str]
    part_before: re.Pattern[str]
    zone: re.Pattern[str]
    part_after: re.Pattern[str]
    span: re.Pattern[str]
    offset_hour: re.Pattern[str]
    case: re.Pattern[str]
    am: frozenset[str]
    night: frozenset[str]
    hour_units: frozenset[str]
    weak_parts: frozenset[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    right = lexicon.right
    parts, told = lexicon.any_of("am", "pm"), lexicon.any_of("clock_before")
    after = f"(?P<after>{lexicon.any_of('clock_after')}){right}"
    clock_after = lexicon.any_of("clock_after")
    zone = f"(?:{lexicon.any_of('zones', 'zone_hours', 'zone_signs')}){right}"
    bracket = f"\\s?(?:{zone}|\\([^()\n]{{1,24}}\\))"
    part = f"(?P<part>{parts}){right}"
    offsets = lexicon.data.get("clock_offsets_after", {})
    late = f"(?:\\s(?P<offset>{date_lexicon.trie(map(date_lexicon.fold, offsets))}){right})?"
    to = f"\\s?-\\s?|\\s+(?:{lexicon.any_of('range')})\\s+"
    return Patterns(
        clock=re.compile(
            f"{_HOUR}(?:(?P<mark>[:.h]|\\s?h\\s?)(?P<minute>[0-5][0-9])(?![0-9])(?::(?P<second>[0-5][0-9])(?![0-9]))?)?"
            f"(?:\\s?{after}(?:\\s?(?P<late>[0-5][0-9])(?![0-9.,]))?)?(?:(?:{bracket})?\\s?{part})?"
        ),
        told=led_by(lexicon.words("clock_before")),
        alone=led_by(lexicon.words("clock_alone")),
        sure=led_by(lexicon.words("clock_sure")),
        after_hour=re.compile(f"(?:\\s{after})?{late}(?:\\s{part})?"),
        late_hour=re.compile(f"(?P<hour>[0-9]{{1,2}})(?:\\s{after})?{late}(?:\\s{part})?"),
        range_before=re.compile(f"(?:{date_lexicon.trie(lexicon.small)})(?:{to})$"),
        part_before=re.compile(f"(?:^|[^\\w])(?P<part>{parts})\\s+(?:(?:{told})\\s+)?$"),
        zone=date_zone.patterns(language).name,
        part_after=re.compile(f"\\)?\\s?{part}"),
        span=re.compile(
            f"(?P<hour>[0-9]{{1,2}})(?:[:.h](?P<minute>[0-5][0-9]))?(?:\\s?(?:{clock_after}){right})?(?:{to})(?:[^\\W\\d_]{{2,3}}\\s)?(?=[0-9])"
        ),
        offset_hour=re.compile(
            f"\\s(?:(?P<word>{date_lexicon.trie(lexicon.small)}){right}|(?P<hour>[0-9]{{1,2}})(?![0-9.,:]))(?:\\s{part})?"
        ),
        case=re.compile(f"(?:{lexicon.any_of('clock_cases')}){right}"),
        am=frozenset(lexicon.words("am")),
        night=frozenset(lexicon.words("night_parts")),
        hour_units=frozenset(word for word in lexicon.words("clock_after") if lexicon.units.get(word) == "hour"),
        weak_parts=frozenset({*lexicon.words("weak_parts"), *lexicon.units}),
    )


def clock(place: Place, start: int, language: Language) -> DateMention | None:
    """15:30; 3 p.m.; 15 Uhr; 15h30; "alle 15"; 5 to 6 p.m."""
    found = patterns(language).late_hour.match(place.text, start)
    if found and found["offset"] and (mention := _offset_after(place, start, found, int(found["hour"]), language)):
        return mention
    return zoned(place, start, language) or _single(place, start, language) or _span(place, start, language)


_FOUR = re.compile(r"(?P<hour>[01][0-9]|2[0-3])(?P<mark>[:.]?)(?P<minute>[0-5][0-9])(?![0-9.,:])")


def zoned(place: Place, start: int, language: Language) -> DateMention | None:
    """0300 GMT, 03:00 GMT: four figures with a time zone right after them."""
    known = patterns(language)
    found = _FOUR.match(place.text, start)
    named = known.zone.match(place.text, found.end()) if found else None
    if found is None or named is None or place.text[found.end() : named.start("zone")].strip(" ("):
        return None
    zone = date_zone.zone_at(place, *found.span(), language)
    hour, minute = int(found["hour"]), int(found["minute"])
    part = known.part_after.match(place.text, named.end())
    if zone is date_zone.NOWHERE or part:
        return None  # 9:30 (UTC 0230); 05:00 (EDT) in the afternoon
    mention = time(place, found.span(), hour, minute, None, zone=zone)
    if mention is None or found["mark"]:
        return mention
    return replace(mention, alternates=())  # 0300 is never 3 p.m.


def _single(place: Place, start: int, language: Language) -> DateMention | None:
    known = patterns(language)
    found = known.clock.match(place.text, start)
    if not found:
        return None
    before = place.before(start)
    part_before = known.part_before.search(before)
    if not _is_told(found, place, known, place.lead(known.told, start) is not None, bool(part_before)):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["late"] or 0)
    if place.text[found.end() : found.end() + 1].isdigit():
        return None
    part = found["part"] or (part_before["part"] if part_before else None)
    if part_before and not found["part"] and date_lexicon.of(language).data.get("postposed"):
        start -= len(before) - part_before.start("part")  # शाम 4 बजे: the part of the day stands before
    mention = time(
        place, (start, found.end()), hour, minute, half_of(part, language),
        precise=bool(found["minute"]), zone=date_zone.zone_at(place, *found.span(), language),
    )  # fmt: skip
    return replace(mention, timex=f"{mention.value}:{found['second']}") if mention and found["second"] else mention


def _span(place: Place, start: int, language: Language) -> DateMention | None:
    """5 to 6 p.m.; von 17 bis 18 Uhr: the second hour tells that the first is one."""
    opened = patterns(language).span.match(place.text, start)
    last = _single(place, opened.end(), language) if opened else None
    if opened is None or last is None or last.value is None or last.end_value or int(opened["hour"]) > 24:
        return None
    hour, minute = int(opened["hour"]), int(opened["minute"] or 0)
    end, told = last.value, last.timex or last.value
    before = patterns(language).part_before.search(place.before(start)) if last.alternates else None
    if before and half_of(before["part"], language) != "am":  # शाम 5 से 7 बजे
        end = last.alternates[0]
        told = end[: len(told)]
    readings = [f"T{each:02d}:{minute:02d}" for each in ((hour, hour + 12) if hour < 12 else (hour % 24,))]
    if not last.alternates or end != last.value:  # 9 to 5 p.m. begins in the morning, 11 to 1 a.m. in the evening
        readings = [max((each for each in readings if each < end), default=readings[-1])]
    first = readings[0]
    timex = date_values.hours_timex(first if minute else first[:3], told)
    return place.mention(
        "time", start, last.end, value=first, timex=timex, grain="time",
        alternates=(*readings[1:], *(last.alternates if end == last.value else ())), start_value=first, end_value=end,
        zone=last.zone, zone_hours=last.zone_hours,
    )  # fmt: skip


def _is_told(found: re.Match[str], place: Place, known: Patterns, told: bool, part_before: bool) -> bool:
    """Whether the figure is a clock time: by its form, by what follows, or by the words before it."""
    after, part = found["after"], found["part"]
    by_form = (found["mark"] or "").strip() in (":", "h")
    if by_form or (after and after not in known.hour_units) or (part and part not in known.weak_parts):
        return True
    if after:
        return told or part_before or bool(part or found["mark"])  # 20 heures is a time and a length
    if part_before and known.case.match(place.text, found.end()):
        return True  # akşam 8'de
    if part or found["minute"]:
        return told or bool(found["minute"] and known.zone.match(place.text, found.end()))  # 03.00 GMT
    return _stands_alone(place, *found.span(), known)


def spelled_clock(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    """three o'clock; eight in the morning; à huit heures du soir."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    hour = lexicon.small[place.text[start:end]]
    found = known.after_hour.match(place.text, end)
    if not found or not (found["after"] or found["part"] or found["offset"]) or hour not in range(1, 13):
        return None
    if found["offset"]:
        return _offset_after(place, start, found, int(hour), language)
    if known.range_before.search(place.before(start)):
        return None  # "six to eight in the evening" is no clock time
    part = found["part"]
    sure = found["after"] not in known.hour_units if found["after"] else part not in known.weak_parts
    if not sure and not (found["after"] and part) and place.lead(known.told, start) is None:
        return None
    return time(place, (start, found.end()), int(hour), 0, half_of(part, language), precise=False)


def offset_clock(place: Place, start: int, end: int, minutes: int, language: Language) -> DateMention | None:
    """half past three, a quarter to nine; halb vier (half an hour before four): an hour and the minutes before it."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    found = known.offset_hour.match(place.text, end)
    if not found or found["word"] in language.section("numbers").get("scales", ()):  # "een half dozijn" is six
        return None
    hour = int(lexicon.small[found["word"]]) if found["word"] else int(found["hour"])
    if hour not in range(1, 13):
        return None
    hour, minute = divmod(hour * 60 + minutes, 60)
    half = half_of(found["part"], language)
    return time(place, (start, found.end()), hour % 12 or 12, minute, half)


def _offset_after(place: Place, start: int, found: re.Match[str], hour: int, language: Language) -> DateMention | None:
    """a las ocho y media, sette meno un quarto, sept heures et demie: after a word that tells a time."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    if place.lead(known.told, start) is None or hour not in range(1, 25):
        return None
    offsets = {date_lexicon.fold(word): int(minutes) for word, minutes in lexicon.data["clock_offsets_after"].items()}
    hour, minute = divmod(hour * 60 + offsets[found["offset"]], 60)
    half = None if found["part"] is None else "am" if found["part"] in known.am else "pm"
    return time(place, (start, found.end()), hour % 24 or 12, minute, half)


def _stands_alone(place: Place, start: int, end: int, known: Patterns) -> bool:
    """Whether the words before tell a bare hour ("alle 15") and no counted thing follows ("alle 15 persone")."""
    rest = place.text[end : end + 2]
    if place.lead(known.sure, start) is not None:  # "klockan 20 var", "alle ore 20 di": nothing else is said so
        return rest[:1] not in ("%", "/", "-") and not (rest[:1] in (".", ",", ":") and rest[1:].isdigit())
    if place.lead(known.alone, start) is None:
        return False
    return not rest or (rest[0] in ".,;:)!?'" and not rest[1:].isdigit()) or bool(known.zone.match(place.text, end))


_SMALL_HOURS = 6


def half_of(part: str | None, language: Language) -> str | None:
    """The half of the day that a part of it is in: am, pm, or night, which is in both."""
    if part is None:
        return None
    known = patterns(language)
    return "am" if part in known.am else "night" if part in known.night else "pm"


def time(
    place: Place,
    span: tuple[int, int],
    hour: int,
    minute: int,
    half: str | None,
    *,
    precise: bool = True,
    zone: date_zone.Zone = date_zone.NOWHERE,
) -> DateMention | None:
    """A clock time; without am or pm an hour up to 12 has both readings."""
    if hour > 24 or minute > 59:
        return None
    alternates: tuple[str, ...] = ()
    if half == "night" and hour < _SMALL_HOURS:
        pass  # two at night is before the morning
    elif half == "night" and hour == 12:
        hour = 0
    elif half in ("pm", "night") and 0 < hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half is None and hour <= 12:
        alternates = (f"T{(hour + 12) % 24:02d}:{minute:02d}",)
    hour %= 24
    value = f"T{hour:02d}:{minute:02d}"
    return place.mention(
        "time", *span, value=value, timex=value if precise or minute else f"T{hour:02d}", grain="time",
        alternates=alternates, zone=zone.name or None, zone_hours=zone.hours,
    )  # fmt: skip
