"""Joining neighbouring dates into one: weekday and day, year and month, both ends of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_beside, date_lexicon, date_span, date_values
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_values import ANY

_LONGEST_GAP = 12
_RANGED = ("year", "month", "day", "time", "duration")


@dataclass(frozen=True)
class Patterns:
    """What may stand between two dates that belong together."""

    beside: re.Pattern[str]
    of: re.Pattern[str]
    to: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]
    between_after: re.Pattern[str]
    sum: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    pairing = set(lexicon.words("pairing"))
    to = date_lexicon.trie(word for word in lexicon.words("range") if word not in pairing)
    gap = "\\s*" if "signs" in lexicon.data else "\\s+"
    return Patterns(
        beside=re.compile(f"[\\s,.(-]*(?:(?:{lexicon.any_of('day_before', 'beside_glue')}){gap})?$"),
        of=re.compile(f"[\\s,]*(?:(?:{lexicon.any_of('glue')}){gap})?$"),
        to=re.compile(f"\\s*(?:[-~〜～]|{to})\\s*(?:(?:{lexicon.any_of('day_before')})\\s+)?$"),
        both=re.compile(
            f"{gap}(?:{lexicon.any_of('range', 'pairing')})\\s*(?:(?:{lexicon.any_of('day_before')})\\s+)?$"
        ),
        between=re.compile(
            f"(?:^|[^\\w])(?:{lexicon.any_of('between')})\\s+(?:(?:{lexicon.any_of('day_before')})\\s+)?$"
        ),
        between_after=re.compile(f"(?:{lexicon.any_of('suffixes')})?\\s*(?:{lexicon.any_of('between_after')})"),
        sum=re.compile(
            f"\\s?(?:{lexicon.any_of('pairing')})?$"
            if "signs" in lexicon.data
            else f"\\s*,?\\s*(?:(?:{lexicon.any_of('pairing')})\\s+)?$"
        ),
    )


def joined(place: Place, mentions: list[DateMention], language: Language) -> Iterator[DateMention]:
    """The mentions with neighbours joined; abbreviated weekdays that belong to no date fall away ("Sun", "So")."""
    kept: DateMention | None = None
    for mention in mentions:
        if kept is None:
            kept = mention
            continue
        if mention.start < kept.end:  # a leading word ("since") was already part of the one before
            start = kept.end
            mention = replace(mention, start=start, text=place.written[start : mention.end])
        both = _join(place, kept, mention, language)
        if both is None:
            if not _stray(kept, language):
                yield kept
            kept = mention
        else:
            kept = both
    if kept is not None and not _stray(kept, language):
        yield kept


def _stray(mention: DateMention, language: Language) -> bool:
    return mention.grain == "weekday" and mention.text.lower() in date_lexicon.of(language).short


def _join(place: Place, first: DateMention, second: DateMention, language: Language) -> DateMention | None:
    gap = place.text[first.end : second.start]
    if len(gap) > _LONGEST_GAP or "\n\n" in gap or {first.kind, second.kind} - {first.kind}:
        return None
    known = patterns(language)
    if first.kind == "date":
        if known.beside.match(gap) and (dated := _weekday_beside(place, first, second)):
            return dated
        if known.of.match(gap) and (dated := _year_beside(place, first, second)):
            return dated
        if first.grain == "decade" and second.grain == "century" and known.of.match(gap):
            return _decade_of(place, first, second)
    if first.kind == "duration" and known.sum.match(gap) and (total := _sum(place, first, second)):
        return total
    if first.grain == second.grain in _RANGED and not first.end_value and not second.end_value:
        before = place.text[max(0, first.start - 20) : first.start]
        told = known.between.search(before) or known.between_after.match(place.text, second.end)
        if known.to.match(gap) or (known.both.match(gap) and told):
            return _range(place, first, second)
    return None


def _extended(
    place: Place, first: DateMention, second: DateMention, base: DateMention, **fields: object
) -> DateMention:
    start = min(first.start, second.start)
    end = date_beside.closed(place.text, max(first.end, second.end), place.text[first.end : second.start])
    return replace(base, start=start, end=end, text=place.written[start:end], **fields)  # type: ignore[arg-type]


def _weekday_beside(place: Place, first: DateMention, second: DateMention) -> DateMention | None:
    """Tuesday, 29 October · 10월 29일(화요일)."""
    for name, day in ((first, second), (second, first)):
        if name.grain == "weekday" and day.grain == "day" and day.weekday is None and not day.relative:
            weekday = name.weekday
            directed = (name.value or "X")[:1].isdigit()
            if directed and day is first and "," in place.text[first.end : second.start]:
                return None  # on 24 and 25 November, last Tuesday
            told = _on_weekday(day, weekday, place) if day.alternates else {}
            return _extended(place, first, second, day, weekday=weekday, vague=False, **told)
    return None


def _on_weekday(day: DateMention, weekday: int | None, place: Place) -> dict[str, str | tuple[str, ...] | None]:
    """Friday 7/6: of the two readings the one that is a Friday, nearest to the day of publication."""
    if place.published is None:
        return {}
    best: tuple[int, str] | None = None
    for value in day.readings:
        point = date_values.point(value)
        for year in (place.published.year + shift for shift in (-1, 0, 1)):
            exact = point.calendar_day(frozenset({year})) if point else None
            if exact and exact.isoweekday() == weekday:
                away = abs((exact - place.published).days)
                best = min(best or (away, value), (away, value))
    return {"value": best[1], "timex": best[1], "alternates": ()} if best else {}


def _year_beside(place: Place, first: DateMention, second: DateMention) -> DateMention | None:
    """去年10月 · October last year · 2024 yılı Ekim: the year word gives the date its year."""
    for year, day in ((first, second), (second, first)):
        if year.grain not in ("year", "month") or year.end_value or not (year.relative or year.grain == "year"):
            continue
        if day.relative or day.grain not in ("month", "day") or not (day.value or "").startswith("XXXX-"):
            continue
        if year.grain == "month" and not (day.value or "").startswith("XXXX-XX-"):
            continue
        if year.grain == "year" and not year.relative and first is day:
            continue  # "in October 2024 people": a year after a month was read by the grammar already
        if year.value is None:
            return _extended(place, first, second, day)
        head = len("XXXX-XX") if year.grain == "month" else len("XXXX")
        filled = {
            key: year.value + value[head:] if value else value
            for key in ("value", "start_value", "end_value")
            for value in (getattr(day, key),)
        }
        first_day, last_day = filled["start_value"], filled["end_value"]
        timex = date_values.range_timex(first_day, last_day) if first_day and last_day else filled["value"]
        return _extended(place, first, second, day, **filled, timex=timex)
    return None


def _decade_of(place: Place, decade: DateMention, century: DateMention) -> DateMention | None:
    """lata dwudzieste XX wieku; 20-е годы XX века: the century tells which decade."""
    hundreds, tens = (century.value or "")[:2], (decade.value or "")[:3]
    if not hundreds.isdigit() or not tens.startswith("XX"):
        return None
    whole = date_span.decade_of(place, decade.start, century.end, int(hundreds + tens[2]) * 10)
    return _extended(place, decade, century, whole)


def _sum(place: Place, first: DateMention, second: DateMention) -> DateMention | None:
    """One hour and ten minutes; two years and three months: a smaller unit completes the larger one."""
    ours, theirs = (date_values.duration_seconds(m.value or "") for m in (first, second))
    if ours is None or theirs is None or first.end_value or second.end_value or first.value is None:
        return None
    if ours[1] != theirs[1] or second.timex is None or theirs[0] >= date_values.unit_seconds(first.timex):
        return None
    value = date_values.duration_of_seconds(ours[0] + theirs[0], ours[1])
    timex = date_values.total_timex(first.timex or "", second.timex) or value
    return _extended(place, first, second, first, value=value, timex=timex, vague=False)


def _range(place: Place, first: DateMention, second: DateMention) -> DateMention | None:
    """The range of two dates; a year said only once holds for both."""
    if first.value is None or second.value is None or first.relative or second.relative or first.value == second.value:
        return None
    if first.kind == "time":
        return _hours(place, first, second)
    start, end = first.value, second.value
    if first.kind == "date" and start.startswith("XXXX-") and end[:4].isdigit():
        start = end[:4] + start[4:]
        if start > end:
            start = f"{int(end[:4]) - 1:04d}{start[4:]}"
    elif first.kind == "date" and start[:4].isdigit() and end.startswith("XXXX-") and ANY not in end[5:]:
        end = start[:4] + end[4:]
        if end < start:
            end = f"{int(start[:4]) + 1:04d}{end[4:]}"
    elif first.kind == "date" and start[:4].isdigit() and end[:4].isdigit() and start > end:
        return None
    timex = date_values.range_timex(start, end) if first.kind == "date" else f"({first.timex},{second.timex})"
    if first.kind == "time":
        timex = date_values.hours_timex(first.timex or start, second.timex or end)
    return _extended(
        place, first, second, first,
        value=start, timex=timex, start_value=start, end_value=end, **_zone(first, second),
    )  # fmt: skip


def _zone(first: DateMention, second: DateMention) -> dict[str, object]:
    """The zone of a range, which is named at either end."""
    named = first if first.zone else second
    return {"zone": named.zone, "zone_hours": named.zone_hours}


def _hours(place: Place, first: DateMention, second: DateMention) -> DateMention | None:
    """午後5時から6時: the half of the day that is said once holds for both; 9 to 5 ends in the other."""
    start, end = first.value or "", second.value or ""
    if second.alternates and (not first.alternates or end < start):
        end = next((each for each in sorted(second.readings) if each > start), end)
    if first.alternates and not second.alternates:
        start = max((each for each in first.readings if each < end), default=start)
    ends = [
        (said.timex if said.timex and value == said.value else value if value[4:] != "00" else value[:3]) or value
        for said, value in ((first, start), (second, end))
    ]
    return _extended(
        place, first, second, first, value=start, timex=date_values.hours_timex(*ends), start_value=start,
        end_value=end, alternates=first.alternates if second.alternates else (), **_zone(first, second),
    )  # fmt: skip
