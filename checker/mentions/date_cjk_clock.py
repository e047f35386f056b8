"""Clock times in Chinese, Japanese and Korean: 午後3時30分, 下午三点半, 저녁 7시 반, 早上五到六点, 8:00."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_clock, date_lexicon, date_values, date_zone
from retold.checker.mentions.date_cjk_figures import KANJI, value_of
from retold.checker.mentions.date_cjk_length import TO
from retold.checker.mentions.date_mention import DateMention, Place

_BEFORE = 7
"""How far before the hour the part of the day may begin."""
_POINTS = "点點"
"""An hour, but also a point of a list or a score."""
_SINOGRAMS = "时時"
_ONCE = re.compile(r"一[时時]")
"""One o'clock, but nearly always "at one time"."""
_OTHER_WORD = "期代候間间段刻空速辰計计点給给価短差效限"
"""What makes 时 the beginning of another word: 3時点, 两时期."""


@dataclass(frozen=True)
class Patterns:
    """The patterns of one language; `tail` is what may follow an hour that another word could begin with (시즌)."""

    clock: re.Pattern[str]
    colon: re.Pattern[str]
    before: re.Pattern[str]
    tail: re.Pattern[str]
    lead: re.Pattern[str]
    colon_tail: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    signs = {key: date_lexicon.trie(words) for key, words in lexicon.data["signs"].items()}
    plain = "[0-9]{1,2}" if lexicon.small else f"(?:[0-9]{{1,2}}|[{KANJI}]{{1,3}})"
    hour = f"(?:[0-9]{{1,2}}|{date_lexicon.trie(lexicon.small)})" if lexicon.small else plain
    quarters = f"|(?P<quarter>{date_lexicon.trie(lexicon.data['quarters'])})" if "quarters" in lexicon.data else ""
    return Patterns(
        clock=re.compile(
            f"(?:(?P<from>{hour})\\s?(?:{TO})\\s?)?(?P<hour>{hour})\\s?{signs['hour']}(?![间間간])"
            f"(?:\\s?(?P<half>{signs['half']}){quarters}|"
            f"\\s?(?P<minute>{plain})\\s?(?:{signs['minute']})(?!之|の[0-9{KANJI}])(?:\\s?(?P<second>{plain})\\s?{signs['second']})?)?"
        ),
        colon=re.compile(
            r"(?P<hour>[01]?[0-9]|2[0-3]):(?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?(?![0-9:])"
            r"(?:\s?(?P<latin>[ap])\.?m\b\.?)?"
        ),
        before=re.compile(f"(?P<part>{lexicon.any_of('am', 'pm')})\\s?(?:{signs['about']})?\\s?$"),
        tail=re.compile(f"\\s?(?:{lexicon.any_of('hour_tail')})|[^\\w]|$"),
        colon_tail=re.compile(f"\\s?(?:{lexicon.any_of('hour_tail')}|[-~〜～∼]\\s?[0-9]{{1,2}}:[0-9]{{2}})"),
        lead=re.compile(f"(?:{lexicon.any_of('hour_lead')})\\s?(?:{signs['about']})?$"),
    )


def clock(place: Place, start: int, language: Language) -> DateMention | None:
    """An hour with its sign, or with the minutes after a colon."""
    known = patterns(language)
    before = known.before.search(place.text, max(0, start - _BEFORE), start)
    found = known.clock.match(place.text, start)
    if found is None:
        return None
    small = date_lexicon.of(language).small
    if not _is_hour(place.text, found, known, value_of(found["hour"], small), bool(before)):
        return None
    last = _mention(place, found, before, language)
    if last is None or not found["from"]:
        return last
    return _span(place, last, int(value_of(found["from"], small)))


def _is_hour(text: str, found: re.Match[str], known: Patterns, hour: float, before: bool) -> bool:
    """Whether the sign tells an hour: 3点 is also "three points", 一時 "once", 세 시 begins "three seasons"."""
    if before or found["minute"] or hour > 24:
        return hour <= 24
    sign, follows = text[found.end() - 1], text[found.end() : found.end() + 1]
    if sign in _SINOGRAMS:
        return not (follows and follows in _OTHER_WORD) and not _ONCE.match(text, found.start("hour"))
    ends = bool(found["half"] or known.tail.match(text, found.end()))
    if sign in _POINTS and hour <= 12:
        return ends and bool(known.lead.search(text, max(0, found.start() - _BEFORE), found.start()))
    return ends


def colon(place: Place, start: int, language: Language) -> DateMention | None:
    """昨天8:00, 8:00から: only beside a word that tells a time, for 21:15 may be a score."""
    known = patterns(language)
    found = known.colon.match(place.text, start)
    if not found:
        return None
    before = known.before.search(place.text, max(0, start - _BEFORE), start)
    told = before or known.lead.search(place.text, max(0, start - _BEFORE), start)
    if not told and not found["latin"] and not known.colon_tail.match(place.text, found.end()):
        return None
    return _mention(place, found, before, language)


def _mention(
    place: Place, found: re.Match[str], before: re.Match[str] | None, language: Language
) -> DateMention | None:
    small, groups = date_lexicon.of(language).small, found.groupdict()
    hour = int(value_of(found["hour"], small))
    minute = int(value_of(groups["minute"], small)) if groups["minute"] else 30 if groups.get("half") else 0
    if groups.get("quarter"):
        minute = date_lexicon.of(language).data["quarters"][groups["quarter"]]
    half = date_clock.half_of(before["part"] if before else None, language)
    if latin := groups.get("latin"):
        half = f"{latin}m"
    span = (before.start() if before else found.start(), found.end())
    zone = date_zone.zone_at(place, before.start() if before else found.start(), found.end(), language)
    precise = bool(minute) or ":" in found.group()
    mention = date_clock.time(place, span, hour, minute, half, precise=precise, zone=zone)
    if mention is None or not groups["second"]:
        return mention
    return replace(mention, timex=f"{mention.value}:{int(value_of(groups['second'], small)):02d}")


def _span(place: Place, last: DateMention, hour: int) -> DateMention | None:
    """早上五到六点: one part of the day and one sign for both hours."""
    if last.value is None or hour > 24:
        return None
    end = int(last.value[1:3])
    first = hour + 12 if hour < 12 <= end and hour + 12 < end else hour
    value = f"T{first:02d}:00"
    timex = date_values.hours_timex(f"T{first:02d}", last.timex or last.value)
    return replace(last, value=value, timex=timex, start_value=value, end_value=last.value)
