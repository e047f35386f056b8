"""Builders of `date_phrase` for periods: quarters, weeks of a month, seasons, the past three months, this Friday."""

from __future__ import annotations

from datetime import date
from typing import Any

from retold.checker.mentions import date_period, date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_phrase_build import FEW, Groups, direction, length_of, made, mention_of, of_period
from retold.checker.mentions.date_words import Token

_MODS = {"E": "START", "Q": "START", "I": "MID", "L": "END", "Z": "END"}


def quarter(place: Place, groups: Groups) -> DateMention | None:
    """Q1 2018; 2019-H2; Q3 alone."""
    sign = next(token for token in groups[0] if not token.roles.isdisjoint("jy"))
    year = next((token.mention.value for token in groups[0] if token.mention), None)
    unit, number = sign.data
    return of_period(place, groups[0], date_period.year_part(unit, number, year or date_values.ANY_YEAR))


def part_of(place: Place, groups: Groups) -> DateMention | None:
    """the first week of May; the second half of 2019; the last day of October."""
    number = _rank(groups[1][0])
    whole = mention_of(groups[3])
    if whole.value is None or number is None:
        return None
    period = date_period.part_of(groups[2][0].data, number, whole.value)
    mod = ("START" if number == 1 else "END") if groups[2][0].data == "half" and len(whole.value) == 7 else None
    return of_period(place, groups[0], period, mod=mod)


def last_part(place: Place, groups: Groups) -> DateMention | None:
    """the last week of July, where "last week" was read as the week before publication."""
    told, whole = date_values.parse_relative(mention_of(groups[1]).relative), mention_of(groups[2]).value
    if (
        told is None
        or told[1] != -1
        or told[0] not in ("week", "month", "day")
        or mention_of(groups[1]).parts
        or not whole
    ):
        return None
    return of_period(place, groups[0], date_period.part_of(told[0], -1, whole))


def first_lengths(place: Place, groups: Groups) -> DateMention | None:
    """the first three months of 2019; the last 3 weeks of the year."""
    rank, length, whole = _rank(groups[1][0]), mention_of(groups[2]).timex or "", mention_of(groups[3]).value or ""
    period = date_period.whole(whole)
    if rank not in (1, -1) or period is None or period.start is None or period.end is None:
        return None
    edge = period.start if rank == 1 else period.end
    if length.endswith("W") and len(whole) == 4:  # weeks of a year are its ISO weeks
        edge = date.fromisocalendar(period.start.year if rank == 1 else period.end.year, 1, 1)
    other = date_period.away(edge, length, rank)
    if other is None:
        return None
    return of_period(place, groups[0], date_period.between(min(edge, other), max(edge, other), length, grain="stretch"))


def named_year(place: Place, groups: Groups) -> DateMention | None:
    """the year 2008: the word belongs to the figure."""
    year = mention_of(groups[2])
    if groups[1][0].data != "year" or year.end_value:
        return None
    return made(place, groups[0], "date", value=year.value, timex=year.timex, grain="year")


def nth_weekday(place: Place, groups: Groups) -> DateMention | None:
    """the last Sunday of October."""
    number, weekday, month = _rank(groups[1][0]), mention_of(groups[2]).weekday, mention_of(groups[3]).value
    if number is None or weekday is None or month is None or number > 5:
        return None
    return of_period(place, groups[0], date_period.nth_day(weekday, number, month))


def _rank(token: Token) -> int | None:
    """Which one: a number, or -1 for the last."""
    if isinstance(token.data, int):
        return token.data
    return -1 if "l" in token.roles else None


def season(place: Place, groups: Groups) -> DateMention | None:
    """summer 2019; this winter."""
    code = next(token.data for token in groups[0] if "s" in token.roles and not token.mention)
    year = next((token.mention.value for token in groups[0] if token.mention), None)
    pointer = next((token for token in groups[0] if not token.roles.isdisjoint("tln") and token.data != code), None)
    fields: dict[str, Any] = {}
    if pointer is not None:
        shift = direction(pointer)
        year = f"{place.published.year + shift:04d}" if place.published else None
        fields["relative"] = f"season{shift:+d}"
    elif year is None:
        return None
    value = f"{year}-{code}" if year else None
    return made(place, groups[0], "date", value=value, timex=value or code, grain="season", **fields)


def stretch(place: Place, groups: Groups) -> DateMention | None:
    """the past three months; the next five days."""
    pointer, length = sorted((groups[1][0], groups[2][0]), key=lambda token: token.mention is not None)
    return _stretch(place, groups[0], direction(pointer), mention_of([length]).timex or "")


def counted(place: Place, groups: Groups) -> DateMention | None:
    """the 2 next days; the last few weeks: the words of a number, a direction and a unit in any order."""
    pointer = next(token for token in groups[0] if not token.roles.isdisjoint("ln") and not isinstance(token.data, int))
    number = next((token.data for token in groups[0] if isinstance(token.data, int)), FEW)
    unit = next(token.data for token in groups[0] if isinstance(token.data, str))
    quarters = number if unit == "quarter" else None
    return _stretch(place, groups[0], direction(pointer), length_of(number, unit), quarters)


def _quarters(place: Place, tokens: list[Token], sign: int, number: int, **fields: Any) -> DateMention | None:
    """The last two quarters are those of the calendar."""
    assert place.published is not None
    now = date_period.shifted("quarter", 0, place.published)
    if now is None or now.start is None or now.end is None:
        return None
    edge = now.start if sign < 0 else now.end
    other = date_values.shift_months(edge, sign * 3 * number)
    return of_period(
        place, tokens, date_period.between(min(edge, other), max(edge, other), f"P{3 * number}M"), **fields
    )


def _stretch(
    place: Place, tokens: list[Token], sign: int, length: str, quarters: int | None = None
) -> DateMention | None:
    if not sign or "T" in length or not length.startswith("P"):
        return None
    fields: dict[str, Any] = {"grain": "stretch", "relative": f"{'past' if sign < 0 else 'coming'} {length}"}
    if place.published is None:
        return made(place, tokens, "date", value=None, timex=length, **fields)
    if quarters:
        return _quarters(place, tokens, sign, quarters, **fields)
    first = place.published if sign < 0 else date.fromordinal(place.published.toordinal() + 1)
    other = date_period.away(first, length, sign)
    if other is None:
        return None
    return of_period(place, tokens, date_period.between(min(first, other), max(first, other), length), **fields)


def shifted(place: Place, groups: Groups) -> DateMention | None:
    """this quarter, next weekend."""
    pointer, noun = sorted((groups[1][0], groups[2][0]), key=lambda token: token.data is not None)
    shift = direction(pointer)
    if noun.data in ("hour", "minute", "second"):
        return None
    relative = f"{noun.data}{shift:+d}"
    if place.published is None:
        return made(place, groups[0], "date", value=None, timex=None, grain=noun.data, relative=relative)
    return of_period(place, groups[0], date_period.shifted(noun.data, shift, place.published), relative=relative)


def pointed(place: Place, groups: Groups) -> DateMention | None:
    """this September, next Friday."""
    named = next(token.mention for token in groups[0] if token.mention)
    sign = direction(next(token for token in groups[0] if not token.mention))
    if place.published is None:
        return made(
            place, groups[0], "date", value=named.value, timex=named.timex, grain=named.grain, weekday=named.weekday
        )
    if named.weekday and named.grain == "weekday":
        monday = date_period.week(place.published).start
        day = date.fromordinal(monday.toordinal() + named.weekday - 1) if monday else place.published
        value = date_values.nearest_weekdays(named.weekday, place.published, sign)[0] if sign else day.isoformat()
        return made(place, groups[0], "date", value=value, timex=value, grain="day", weekday=named.weekday)
    point = date_values.point(named.value)
    if point is None or not point.month.isdigit() or point.year.isdigit():
        return None
    month = int(point.month)
    passed = (month > place.published.month) - (month < place.published.month)
    year = place.published.year + (sign if sign and passed != sign else 0)
    value = f"{year:04d}-{month:02d}"
    return made(place, groups[0], "date", value=value, timex=value, grain="month")


def pointed_day(place: Place, groups: Groups) -> DateMention | None:
    """next Easter; this 5 May: the word belongs to the day, and may choose among its readings."""
    day, sign = mention_of(groups[2]), direction(groups[1][0])
    value, timex = day.value, day.timex
    days = sorted(each for each in day.readings if date_values.point(each) and each[:4].isdigit() and len(each) == 10)
    if sign and place.published and len(days) > 2:
        now = place.published.isoformat()
        value = timex = next(each for each in (days if sign > 0 else days[::-1]) if (each > now) == (sign > 0))
    return made(place, groups[0], "date", value=value, timex=timex, grain=day.grain, weekday=day.weekday)


def numbered(place: Place, groups: Groups) -> DateMention | None:
    """week 10."""
    if groups[1][0].data != "week" or not 1 <= groups[2][0].data <= 53:
        return None
    year = f"{place.published.year:04d}" if place.published else date_values.ANY_YEAR
    return of_period(place, groups[0], date_period.whole(f"{year}-W{groups[2][0].data:02d}"))


def week_of(place: Place, groups: Groups) -> DateMention | None:
    """the week of 4 February; the week beginning 4 February."""
    day = mention_of(groups[2])
    if "J" not in groups[1][0].roles and groups[1][0].data != "week":
        return None
    start = date_period.whole(day.value or "")
    if start is None or start.start is None:
        return made(place, groups[0], "date", value=day.value, timex=day.timex, grain="week")
    return of_period(place, groups[0], date_period.week(start.start), timex=day.timex)


def last_weekday(place: Place, groups: Groups) -> DateMention | None:
    """the last Sunday of October, where "last Sunday" was read as a day of last week."""
    day, month = mention_of(groups[1]), mention_of(groups[2]).value
    if day.weekday is None or month is None or day.text[:1].isdigit() or day.parts or day.grain != "weekday":
        return None
    return of_period(place, groups[0], date_period.nth_day(day.weekday, -1, month))


def modified(place: Place, groups: Groups) -> DateMention | None:
    """early May; the end of the year; mid-2019."""
    token, mod = groups[2][0], next(_MODS[role] for role in "QZEIL" if role in groups[1][0].roles)
    if token.mention:
        inner = token.mention
        if inner.mod or (inner.grain in ("day", "weekday", "time") and inner.kind != "duration"):
            return None
        return made(
            place, groups[0], "date", value=inner.value, timex=inner.timex, grain=inner.grain, mod=mod,
            relative=inner.relative, start_value=inner.start_value, end_value=inner.end_value,
        )  # fmt: skip
    if place.published is None or token.data not in ("year", "month", "week", "quarter", "decade", "century"):
        return None
    return of_period(
        place, groups[0], date_period.shifted(token.data, 0, place.published), mod=mod, relative=f"{token.data}+0"
    )
