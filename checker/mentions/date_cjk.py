"""Chinese, Japanese and Korean: figures with the signs for year, month, day, hour written after them.

2024年10月23日 · 令和6年 · 二〇二四年 · 23일 · 3か月 · 两周 · 下午3点半 · 90年代 · 21世纪
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_clock, date_lexicon, date_span, date_values
from retold.checker.mentions.date_lexicon import Lexicon
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_values import written

_SIGNS = {"〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8,
          "九": 9}  # fmt: skip
_TENS = {"十": 10, "百": 100, "千": 1000}
_KANJI = "".join((*_SIGNS, *_TENS))
_MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8}
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")
_LONG_ENOUGH = 1000
_LAST_YEAR = 2200


@dataclass(frozen=True)
class Patterns:
    """The patterns of one language; `trigger` finds the places where one of the others may match."""

    trigger: str
    decade: re.Pattern[str]
    century: re.Pattern[str]
    lengths: tuple[tuple[str, re.Pattern[str]], ...]
    full: re.Pattern[str]
    clock: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    signs = lexicon.data["signs"]
    spelled = date_lexicon.trie(lexicon.small) if lexicon.small else f"[{_KANJI}]{{1,7}}"
    number = f"(?:[0-9]{{1,12}}(?:[.,][0-9]{{1,6}}){{0,4}}|{spelled})"
    plain = f"(?:[0-9]{{1,2}}|[{_KANJI}]{{1,3}})" if not lexicon.small else "[0-9]{1,2}"
    sign = {key: date_lexicon.trie(signs[key]) for key in signs}
    eras = date_lexicon.trie(lexicon.data.get("eras", ()))
    year = f"(?:(?P<era>{eras})\\s?)?(?P<year>[0-9]{{1,4}}|元|[{_KANJI}]{{1,4}})\\s?{sign['year']}"
    parts = lexicon.any_of("am", "pm")
    firsts = {word[0] for key in signs if key not in ("half", "counter", "after_day", "about") for word in signs[key]}
    return Patterns(
        trigger=f"(?:(?:{eras})\\s?)?(?:{number}|元)[万萬億亿만억]?\\s?[多余餘]?(?:{sign['counter']})?\\s?"
        f"(?=[{''.join(sorted(firsts))}])",
        decade=re.compile(f"(?P<figure>[0-9]{{2,4}}|[{_KANJI}]{{2,4}})\\s?{sign['decade']}"),
        century=re.compile(f"(?P<figure>{plain})\\s?{sign['century']}(?:\\s?(?P<decade>[0-9]0|[{_KANJI}]{{2}}){sign['decade']})?"),
        lengths=tuple((unit, _length_pattern(number, sign, unit)) for unit in _UNITS),
        full=re.compile(
            f"(?:{year}(?:\\s?{_month(plain, sign, 1)})?|{_month(plain, sign, 2)}|{_day(plain, sign, 3)})"
        ),
        clock=re.compile(
            f"(?P<hour>{plain if not lexicon.small else f'[0-9]{{1,2}}|{spelled}'})\\s?{sign['hour']}(?!间|間|간)"
            f"(?:(?P<half>{sign['half']})|\\s?(?P<minute>{plain})\\s?{sign['minute']})?"
        ),
        before=re.compile(f"(?P<part>{parts})\\s?(?:{sign['about']})?$"),
        after=re.compile(f"\\s?(?:{lexicon.any_of('ago_after')})"),
    )  # fmt: skip


def _length_pattern(number: str, sign: Mapping[str, str], unit: str) -> re.Pattern[str]:
    """3か月, 三个月, 10多年, 3.5万年, 3时间半."""
    counted = unit in ("month", "hour", "week")
    counter = f"(?P<counter>[多余餘数]?\\s?(?:{sign['counter']})?)" if counted else "(?P<counter>[多余餘]?)"
    units = f"(?P<unit>{sign[unit + 's']})(?P<half>{sign['half']})?"
    return re.compile(f"(?P<number>{number})(?P<myriad>[万萬億亿만억])?{counter}\\s?{units}")


def _month(plain: str, sign: Mapping[str, str], index: int) -> str:
    """10月, 10月23日, 10月27日至28日, 10月27~28日; the groups are numbered, as the pattern is used twice."""
    ahead = f"(?=\\s?[-~〜～至到]\\s?[0-9]{{1,2}}\\s?{sign['day']})"
    opened = f"(?P<o{index}>[0-9]{{1,2}}){ahead}{_last(plain, sign, f'p{index}')}"
    return f"(?P<m{index}>{plain})\\s?{sign['month']}(?:\\s?(?:{_day(plain, sign, index)}|{opened}))?"


def _day(plain: str, sign: Mapping[str, str], index: int) -> str:
    return f"(?P<d{index}>{plain})\\s?{sign['day']}{_no_length(sign)}{_last(plain, sign, f'l{index}')}"


def _last(plain: str, sign: Mapping[str, str], name: str) -> str:
    """The second day of a range."""
    to = "(?:[-~〜～至到、と]|부터)"
    return f"(?:\\s?{to}\\s?(?P<{name}>{plain})\\s?{sign['day']}{_no_length(sign)})?"


def _no_length(sign: Mapping[str, str]) -> str:
    """23日 names a day, 23日間 counts days."""
    return f"(?!{sign['after_day']})" if "after_day" in sign else ""


def value_of(text: str, small: Mapping[str, float]) -> float:
    """A figure in digits, Chinese signs (十二, 二〇二四, 百) or native Korean words."""
    if text in small:
        return small[text]
    if text == "元":
        return 1
    if text[0].isdigit():
        return date_span.amount_of(text, _NO_WORDS) if text.count(",") + text.count(".") <= 1 else 0
    if not any(letter in _TENS for letter in text):
        return float("".join(str(_SIGNS[letter]) for letter in text))
    total, digit = 0, 0
    for letter in text:
        if letter in _TENS:
            total += (digit or 1) * _TENS[letter]
            digit = 0
        else:
            digit = _SIGNS[letter]
    return float(total + digit)


_NO_WORDS = Lexicon({}, "ymd", {}, {}, {}, frozenset(), frozenset(), {}, {}, {}, False, frozenset(), "")


def find(place: Place, start: int, language: Language) -> DateMention | None:
    """What the figure at a trigger says, the most telling reading first."""
    known, text = patterns(language), place.text
    small = date_lexicon.of(language).small
    if start and text[start - 1] in "第제":
        return None  # an ordinal: 第二年
    if small and text[start] > "\u1100" and start and text[start - 1].isalpha():
        return None
    if found := known.century.match(text, start):
        number = int(value_of(found["figure"], small))
        if found["decade"]:
            figure = (number - 1) * 100 + int(value_of(found["decade"], small))
            return date_span.decade_of(place, start, found.end(), figure)
        value = f"{number - 1:02d}XX"
        return place.mention("date", start, found.end(), value=value, timex=value[:2], grain="century")
    if found := known.decade.match(text, start):
        return date_span.decade_of(place, start, found.end(), int(value_of(found["figure"], small)))
    return _length(place, start, language) or _full(place, start, language) or _clock(place, start, language)


def _length(place: Place, start: int, language: Language) -> DateMention | None:
    """A duration, unless the sign makes it a calendar date: 2024年 is a year, 3年 counts, 3日間 too."""
    known, lexicon = patterns(language), date_lexicon.of(language)
    small, others = lexicon.small, lexicon.words("not_units")
    for unit, pattern in known.lengths:
        found = pattern.match(place.text, start)
        if not found:
            continue
        if (
            place.text[found.end("myriad") if found["myriad"] else found.end("number") :][:4]
            .lstrip()
            .startswith(others)
        ):
            continue
        number = value_of(found["number"], small) * _MYRIADS.get(found["myriad"] or "", 1)
        bare = found["unit"] in _CALENDAR_SIGNS and not found["myriad"] and not found["counter"].strip()
        if bare and not _is_length(place.text, start, found, unit, number):
            continue
        if found["half"]:
            number += 0.5
        if number <= 0 or (place.text.startswith(("の", "分之"), found.end()) and unit == "minute"):
            return None
        if known.after.match(place.text, found.end()) and unit in ("year", "month", "week", "day") and number % 1 == 0:
            end = known.after.match(place.text, found.end()).end()  # type: ignore[union-attr]
            mention = date_span.ago(place, start, end, unit, -int(number))
            if mention:
                return mention
        return date_span.duration(
            place,
            start,
            found.end(),
            number,
            unit,
            vague=(bare and _maybe_a_year(unit, number)) or found["unit"] in _ANNIVERSARIES,
        )
    return None


def _maybe_a_year(unit: str, number: float) -> bool:
    """98年 may be 1998."""
    return unit == "year" and 80 <= number < 100


_ANNIVERSARIES = ("周年", "週年", "주년")
_CALENDAR_SIGNS = frozenset({"年", "년", "月", "월", "日", "일", "分", "분"})
_AFTER_LENGTH = re.compile(
    r"\s?(?:間|间|간|ぶり|以内|以上|连续|連続|동안|만에|이내|연속|後|后|후|뒤|余り|あまり|かけて|半|前|전|来|來|의\s|内)"
)  # fmt: skip


def _is_length(text: str, start: int, found: re.Match[str], unit: str, number: float) -> bool:
    """Whether a bare 年, 月, 日 or 分 counts instead of naming."""
    tail = _AFTER_LENGTH.match(text, found.end())
    if unit == "year":
        named = re.match(r"\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[月월]", text[found.end() : found.end() + 6])
        counts = number < _LONG_ENOUGH or "," in found["number"] or (bool(tail) and number > _LAST_YEAR)
        return counts and not named
    if unit == "minute":
        return (found["unit"] == "分" and not text.startswith(("之", "の", "野", "析", "别", "別"), found.end())) or (
            found["unit"] == "분" and not text.startswith(("기", "석", "야"), found.end())
        )
    return unit == "day" and bool(tail) and not re.search(r"[月월]\s?$", text[max(0, start - 3) : start])


def _full(place: Place, start: int, language: Language) -> DateMention | None:
    found = patterns(language).full.match(place.text, start)
    if not found:
        return None
    small = date_lexicon.of(language).small

    def part(*names: str) -> int | None:
        words = next((found[name] for name in names if found[name]), None)
        return int(value_of(words, small)) if words else None

    head: int | str | None
    year, month, day, last = (
        part("year"),
        part("m1", "m2"),
        part("d1", "o1", "d2", "o2", "d3"),
        part("l1", "l2", "l3", "p1", "p2"),
    )
    head = year
    if year is not None:
        if found["era"]:
            head = year = year + int(date_lexicon.of(language).data["eras"][found["era"]])
        elif year < 100 and month is not None:
            head = f"XX{year:02d}"  # 98年10月 is 1998, but 20年9月 may be of an era
        elif year < _LONG_ENOUGH:
            return None
        if year > 2200:
            return None
    if not date_values.possible(month or 1, day or 1):
        return None
    if found["d3"] in _SIGNS:
        return None  # 一日 is "a day" as often as the first
    value = written(head, month, day)
    grain = "day" if day else "month" if month else "year"
    if last and day and last > day and date_values.possible(month or 1, last):
        end_value = written(head, month, last)
        return place.mention(
            "date", start, found.end(), value=value, timex=date_values.range_timex(value, end_value), grain="day",
            start_value=value, end_value=end_value,
        )  # fmt: skip
    return place.mention("date", start, found.end(), value=value, timex=value, grain=grain)


def _clock(place: Place, start: int, language: Language) -> DateMention | None:
    known, lexicon = patterns(language), date_lexicon.of(language)
    found = known.clock.match(place.text, start)
    if not found:
        return None
    before = known.before.search(place.text[max(0, start - 6) : start])
    hour = int(value_of(found["hour"], lexicon.small))
    if hour > 24 or (place.text[found.end() - 1] in "点點" and not before and not found["minute"]):
        return None  # 3点 is also "three points"
    minute = 30 if found["half"] else int(value_of(found["minute"], lexicon.small)) if found["minute"] else 0
    half = None if not before else "am" if before["part"] in lexicon.words("am") else "pm"
    return date_clock.time(
        place, (before.start() + max(0, start - 6) if before else start, found.end()), hour, minute, half,
        precise=bool(minute), zone=date_clock.zone_at(date_clock.patterns(language), place, *found.span()),
    )  # fmt: skip
