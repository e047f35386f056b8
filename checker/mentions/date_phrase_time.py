"""Builders of `date_phrase` for times of day, and for dates with times."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.checker.mentions import date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_phrase_build import Groups, direction, made, mention_of
from retold.checker.mentions.date_words import Token

_AFTERNOON = ("AF", "EV", "NI")


def day_part(place: Place, groups: Groups) -> DateMention | None:
    """this evening; tomorrow morning; the night of 4 March."""
    part = next(token.data for token in groups[0] if "p" in token.roles and not token.mention)
    dated = next((token.mention for token in groups[0] if token.mention), None)
    if dated is not None:
        if dated.grain not in ("day", "weekday") or "T" in (dated.timex or ""):
            return None
        return _on_day(place, groups[0], dated, f"T{part}")
    shift = direction(groups[1][0])
    value = date_values.resolve("day", shift, place.published)
    timex = f"{value}T{part}" if value else f"T{part}"
    return made(place, groups[0], "date", value=value, timex=timex, grain="day", relative=f"day{shift:+d}")


def _on_day(place: Place, tokens: list[Token], day: DateMention, timex: str, **fields: Any) -> DateMention:
    return made(
        place, tokens, "date",
        **{"value": day.value, "timex": f"{day.timex or ''}{timex}", "grain": day.grain, "relative": day.relative,
           "alternates": day.alternates, "weekday": day.weekday, **fields},
    )  # fmt: skip


def part_of_day(place: Place, groups: Groups) -> DateMention | None:
    """in the morning: where a preposition makes it a time."""
    token = groups[1][0]
    if " " not in place.text[token.start : token.end].strip() and len(groups[0]) == 1:
        return None
    value = f"T{token.data}"
    return made(place, groups[0], "time", value=value, timex=value, grain="part", vague=True)


def _hour(token: Token, part: str | None) -> tuple[str, str] | None:
    """Value and TIMEX3 of an hour, in the half of the day that a part of it tells."""
    if token.mention:
        value, timex = token.mention.value or "", token.mention.timex or ""
        if value[1:3].isdigit() and token.mention.alternates and _is_later(int(value[1:3]), part):
            return _half_a_day_on((value, timex))
        return value, timex
    hour, minute = token.data if isinstance(token.data, tuple) else (token.data, None)
    if not isinstance(hour, int) or hour > 24:
        return None
    if _is_later(hour, part):
        hour += 12
    value = f"T{hour % 24:02d}:{minute or 0:02d}"
    return value, value[:3] if minute is None else value


def _is_later(hour: int, part: str | None) -> bool:
    """Whether an hour up to 12 is counted from noon: at 3 in the afternoon, at 8 at night, but not at 3 at night."""
    return (part == "AF" and hour < 12) or (part in ("EV", "NI") and 4 < hour < 12)


def _half_a_day_on(hour: tuple[str, str]) -> tuple[str, str]:
    later = f"T{int(hour[0][1:3]) + 12}"
    return later + hour[0][3:], later + hour[1][3:]


def clock(place: Place, groups: Groups) -> DateMention | None:
    """'s ochtends om 9; 5 this afternoon: a time and the part of the day it is in."""
    part = next(token.data for token in groups[0] if "p" in token.roles and not token.mention)
    hour = _hour(next(token for token in groups[0] if token.mention or isinstance(token.data, int)), part)
    if hour is None:
        return None
    return made(place, groups[0], "time", value=hour[0], timex=hour[1], grain="time")


def hours(place: Place, groups: Groups) -> DateMention | None:
    """from 5 to seven in the morning; 4:00 to 7."""
    part = next((token.data for token in groups[0] if "p" in token.roles and not token.mention), None)
    ends = [
        token for token in groups[0] if (token.mention and token.mention.kind == "time") or isinstance(token.data, int)
    ]
    read = [_hour(token, part) for token in ends]
    if len(read) != 2 or read[0] is None or read[1] is None:
        return None
    first, last = read[0], read[1]
    alternates = () if part else ends[0].mention.alternates if ends[0].mention else ("",)
    if not first[0].startswith("T") or not last[0].startswith("T") or not (first[0][1:3] + last[0][1:3]).isdigit():
        return None
    ambiguous = ends[1].mention is None or bool(ends[1].mention.alternates)
    if last[0] < first[0] and ambiguous and int(last[0][1:3]) < 12 and int(last[0][1:3]) + 12 > int(first[0][1:3]):
        last = _half_a_day_on(last)  # from 10:30 to 3
    timex = date_values.hours_timex(first[1], last[1])
    return made(
        place, groups[0], "time", value=first[0], timex=timex, grain="time", start_value=first[0], end_value=last[0],
        alternates=tuple(filter(None, alternates)),
    )  # fmt: skip


def at(place: Place, groups: Groups) -> DateMention | None:
    """Tuesday at 9 a.m.; 10h00 à 12h00 le lundi."""
    dated, token = sorted(
        (groups[1][0], groups[2][0]), key=lambda token: not (token.mention and token.mention.kind == "date")
    )
    day, time = mention_of([dated]), token.mention
    if day.grain not in ("day", "weekday") or day.end_value or (time and time.value is None):
        return None
    either = day.alternates and (day.timex or "X")[0].isdigit()  # कल
    if day.vague and day.grain == "day" and not either:
        return None  # a holiday is named, not counted: its hours stand beside it
    part = (day.timex or "").rpartition("T")[2] if "T" in (day.timex or "") else dated.data
    bare = replace(day, timex=(day.timex or "").partition("T")[0] or None)
    if time and time.end_value:
        time = _later_span(time, part)
        start, end = (f"{bare.timex or ''}{each}" for each in _ends(time))
        timex = f"({start},{end},{(time.timex or ',,').strip('()').rpartition(',')[2]})"
        ends = {"start_value": _joined(day, time.start_value), "end_value": _joined(day, time.end_value)}
        return _on_day(
            place, groups[0], replace(bare, timex=None), timex, **ends, value=ends["start_value"], grain="time"
        )
    hour = _hour(token, part)
    if hour is None:
        return None
    zone = {"zone": time.zone, "zone_hours": time.zone_hours} if time and time.zone else {}
    return _on_day(place, groups[0], bare, hour[1], value=_joined(day, hour[0]), grain="time", **zone)


def _later_span(time: DateMention, part: str | None) -> DateMention:
    """Tonight from 7 to 7:30: both hours are counted from noon when the day is told by its evening."""
    ends = [(time.start_value or "", _ends(time)[0]), (time.end_value or "", _ends(time)[1])]
    if not time.alternates or not all(value[1:3].isdigit() and _is_later(int(value[1:3]), part) for value, _ in ends):
        return time
    first, last = (_half_a_day_on(each) for each in ends)
    timex = date_values.hours_timex(first[1], last[1])
    return replace(time, start_value=first[0], end_value=last[0], timex=timex, alternates=())


def _ends(time: DateMention) -> tuple[str, str]:
    """Both ends of a span of hours as TIMEX3 writes them."""
    first, last = (time.timex or ",").strip("()").split(",")[:2]
    return first, last


def _joined(day: DateMention, value: str | None) -> str | None:
    return f"{day.value}{value}" if day.value and value else None


def at_bare(place: Place, groups: Groups) -> DateMention | None:
    """Tuesday at 9, where nothing follows that could be counted."""
    hour = next(token for token in groups[0] if token.mention is None and isinstance(token.data, int))
    if hour is groups[0][-1] and place.text[hour.end : hour.end + 2].lstrip(" ")[:1].isalnum():
        return None
    return at(place, groups) if "O" not in hour.roles else None


def at_hours(place: Place, groups: Groups) -> DateMention | None:
    """Tuesday from 7 to 9."""
    day = next(token for token in groups[0] if token.mention and token.mention.kind == "date")
    part = (mention_of([day]).timex or "").rpartition("T")[2]
    rest = [token for token in groups[0] if token is not day]
    span = hours(
        place, [[*rest, Token(frozenset("p"), day.start, day.end, None, part)]] if part in _AFTERNOON else [rest]
    )
    if span is None:
        return None
    return at(place, [groups[0], [day], [Token(frozenset("H"), span.start, span.end, span)]])
