"""Builders of `date_phrase` for times of day, dates with times, ranges and open ends, and what comes again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.checker.mentions import date_period, date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_phrase_build import Groups, direction, length_of, made, mention_of
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
        start, end = (f"{bare.timex or ''}{each}" for each in _ends(time))
        timex = f"({start},{end},{(time.timex or ',,').strip('()').rpartition(',')[2]})"
        ends = {"start_value": _joined(day, time.start_value), "end_value": _joined(day, time.end_value)}
        return _on_day(
            place, groups[0], replace(bare, timex=None), timex, **ends, value=ends["start_value"], grain="time"
        )
    hour = _hour(token, part)
    if hour is None:
        return None
    zone = {"zone": time.zone} if time and time.zone else {}
    return _on_day(place, groups[0], bare, hour[1], value=_joined(day, hour[0]), grain="time", **zone)


def _ends(time: DateMention) -> tuple[str, str]:
    """Both ends of a span of hours as TIMEX3 writes them."""
    first, last = (time.timex or ",").strip("()").split(",")[:2]
    return first, last


def _joined(day: DateMention, value: str | None) -> str | None:
    return f"{day.value}{value}" if day.value and value else None


def at_open(place: Place, groups: Groups) -> DateMention | None:
    """Thursday before 5 p.m."""
    moment = at(place, [groups[0], groups[1], groups[3]])
    if moment is None:
        return None
    mod = next(meaning for role, meaning in _OPEN.items() if role in groups[2][0].roles)
    return replace(moment, mod=mod)


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


# Ranges and open ends ----------------------------------------------------------------------------------------------


def wider(place: Place, groups: Groups) -> DateMention | None:
    """from 27 to 28 October: the word that opens a range belongs to it."""
    inner = mention_of(groups[1])
    start, end = groups[0][0].start, groups[0][-1].end
    return replace(inner, start=start, end=end, text=place.written[start:end], parts=inner.parts or (inner,))


def _ranged(place: Place, tokens: list[Token], start: str, end: str, timex: str, **fields: Any) -> DateMention:
    return made(
        place, tokens, "date", value=start, timex=timex, start_value=start, end_value=end, **{"grain": "day", **fields}
    )  # fmt: skip


def days(place: Place, groups: Groups) -> DateMention | None:
    """from the 3rd to 12 September."""
    last, first = mention_of(groups[2]), groups[1][0].data
    end = last.value or ""
    if len(end) != 10 or last.end_value or not isinstance(first, int) or not end[8:].isdigit() or first >= int(end[8:]):
        return None
    start = f"{end[:8]}{first:02d}"
    return _ranged(place, groups[0], start, end, date_values.range_timex(start, end))


def listed_day(place: Place, groups: Groups) -> DateMention | None:
    """the 18th and the 19th of June: the first day is in the month of the second."""
    value, number = mention_of(groups[2]).value or "", groups[1][0].data
    if len(value) != 10 or not value[8:].isdigit() or not isinstance(number, int) or not 0 < number < int(value[8:]):
        return None
    day = f"{value[:8]}{number:02d}"
    return made(place, groups[0], "date", value=day, timex=day, grain="day")


def with_year(place: Place, groups: Groups) -> DateMention | None:
    """26 to 28 June, in 2020."""
    spread, year = mention_of(groups[1]), mention_of(groups[2]).value or ""
    if not (spread.start_value or "").startswith("XXXX-") or not spread.end_value:
        return None
    start, end = (year + (value or "")[4:] for value in (spread.start_value, spread.end_value))
    return _ranged(place, groups[0], start, end, date_values.range_timex(start, end), grain=spread.grain)


def spread(place: Place, groups: Groups) -> DateMention | None:
    """between May and July 2018; from March to date; from 2:00 to 4:00."""
    tokens = (groups[1][0], groups[2][0])
    first, last = (token.mention for token in tokens)
    if first and last and first.kind == last.kind == "time":
        return hours(place, [groups[0]])
    if not _names_end(first) or not _names_end(last):
        return None
    start, end = (_value(place, token) for token in tokens)
    if start is None or end is None or (start.startswith("XXXX-W") != end.startswith("XXXX-W")) or start == end:
        return None
    if start.startswith("XXXX-") and end[:4].isdigit():
        start = end[:4] + start[4:]
        if start > end[: len(start)]:
            start = f"{int(end[:4]) - 1:04d}{start[4:]}"
    if start[:4].isdigit() and end[:4].isdigit() and start > end:
        return None
    timex = _range_timex(_edge(first, start), _edge(last, end))
    return _ranged(place, groups[0], start, end, timex, grain=first.grain if first else "day")


def _range_timex(start: str, end: str) -> str:
    """TIMEX3 of a range whose ends need not be of one grain: (2014-01-01,2018-05-01,P52M)."""
    if "W" not in start + end and {len(start), len(end)} == {4, 7}:
        start, end = (value if len(value) == 7 else f"{value}-01" for value in (start, end))
    if len(start) == len(end) and "W" not in start:
        return date_values.range_timex(start, end)
    opened, closed = date_period.whole(start), date_period.whole(end)
    if opened is None or closed is None or opened.start is None or closed.start is None:
        return f"({start},{end})"
    return f"({opened.start.isoformat()},{closed.start.isoformat()},P{(closed.start - opened.start).days}D)"


def _edge(mention: DateMention | None, value: str) -> str:
    """Where a range begins or ends that is said to at the middle or the end of a month or year."""
    if mention is None or mention.mod not in ("MID", "END") or "W" in value or len(value) not in (4, 7):
        return value
    if len(value) == 4:
        return f"{value}-07" if mention.mod == "MID" else f"{int(value) + 1:04d}"
    if mention.mod == "MID":
        return f"{value}-16"
    month = int(value[5:]) % 12 + 1
    year = f"{int(value[:4]) + 1:04d}" if month == 1 and value[:4].isdigit() else value[:4]
    return f"{year}-{month:02d}"


def _names_end(mention: DateMention | None) -> bool:
    """Whether a date can be an end of a range: not one itself, and of the calendar."""
    if mention is None:
        return True
    whole = mention.mod in (None, "START", "MID", "END")
    return mention.kind == "date" and not (mention.start_value and mention.end_value) and whole


def _value(place: Place, token: Token) -> str | None:
    if token.mention is None:
        return place.published.isoformat() if place.published else None
    return token.mention.value


_OPEN = {"B": "BEFORE", "V": "UNTIL", "S": "SINCE", "A": "AFTER", "f": "SINCE"}


def open_ended(place: Place, groups: Groups) -> DateMention | None:
    """since 2010; after Easter; until Friday; 2018 or later: a range of which one end is told."""
    word = next(token for token in groups[0] if token.mention is None and not token.roles.isdisjoint(_OPEN))
    inner = next(token.mention for token in groups[0] if token.mention)
    if inner.kind == "duration" or inner.mod in _OPEN.values():
        return None
    mod = next(meaning for role, meaning in _OPEN.items() if role in word.roles)
    if inner.mod and not inner.value:
        return None
    ends = {"end_value": inner.end_value or inner.value} if mod in ("BEFORE", "UNTIL") else {"start_value": inner.value}
    return made(
        place, groups[0], inner.kind,
        **{"value": inner.value, "timex": inner.timex, "grain": inner.grain, "relative": inner.relative, "mod": mod},
        **ends,
    )  # fmt: skip


def every(place: Place, groups: Groups) -> DateMention | None:
    """every Monday; chaque année; every day at noon."""
    token = groups[2][0]
    if token.mention:
        inner = token.mention
        if (
            inner.kind == "date"
            and inner.grain not in ("weekday", "time")
            and not (inner.timex or "").startswith("XXXX")
        ):
            return None
        timex, kind = inner.timex, inner.kind
    elif "N" in token.roles and isinstance(token.data, str):
        timex, kind = length_of(1, token.data), "duration"
    else:
        timex, kind = f"T{token.data}", "time"
    grain = token.mention.grain if token.mention else "duration"
    return made(place, groups[0], kind, value=timex, timex=timex, grain=grain, mod="EVERY", vague=True)
