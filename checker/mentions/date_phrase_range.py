"""Builders of `date_phrase` for ranges and open ends, and for what comes again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from retold.checker.mentions import date_period, date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_phrase_build import Groups, length_of, made, mention_of
from retold.checker.mentions.date_phrase_time import at, hours
from retold.checker.mentions.date_words import Token


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
    if start is None or end is None or start == end:
        return None
    end = _next_weekday(start, last, end)
    if start.startswith("XXXX-W") != end.startswith("XXXX-W"):
        return None
    if start.startswith("XXXX-") and end[:4].isdigit():
        start = end[:4] + start[4:]
        if start > end[: len(start)]:
            start = f"{int(end[:4]) - 1:04d}{start[4:]}"
    if start[:4].isdigit() and end[:4].isdigit() and start > end:
        return None
    timex = _range_timex(_edge(first, start), _edge(last, end))
    return _ranged(place, groups[0], start, end, timex, grain=first.grain if first else "day")


def _next_weekday(start: str, last: DateMention | None, end: str) -> str:
    """From 12 September to Saturday: the first Saturday after it."""
    opened = date_period.whole(start)
    if last is None or not end.startswith("XXXX-W") or opened is None or opened.grain != "day" or opened.start is None:
        return end
    return date_values.nearest_weekdays(int(end[-1]), opened.start, 1)[0]


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
        return f"{value}-07" if mention.mod == "MID" else f"{int(value) + 1:04d}-01"
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


def at_open(place: Place, groups: Groups) -> DateMention | None:
    """Thursday before 5 p.m."""
    moment = at(place, [groups[0], groups[1], groups[3]])
    if moment is None:
        return None
    mod = next(meaning for role, meaning in _OPEN.items() if role in groups[2][0].roles)
    return replace(moment, mod=mod)


def every_hour(place: Place, groups: Groups) -> DateMention | None:
    """every day at 3 p.m.: the hour is what comes again."""
    often, hour = sorted((mention_of(groups[1]), mention_of(groups[2])), key=lambda mention: mention.mod != "EVERY")
    timex = hour.timex if often.timex == "P1D" else f"{often.timex}{hour.timex}"
    if often.timex != "P1D" and not (often.timex or "").startswith("XXXX-WXX"):
        return None
    return made(place, groups[0], "time", value=timex, timex=timex, grain="time", mod="EVERY", vague=True)


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
