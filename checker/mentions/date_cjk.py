"""Chinese, Japanese and Korean: figures with the signs for year, month, day, hour written after them.

2024年10月23日 · 令和6年 · 二〇二四年 · 公元前221年 · 1995-1997年 · 5～6月 · 23일 · 农历八月十五 · 90年代 · 21世纪
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_cjk_clock, date_cjk_length, date_lexicon, date_span, date_values
from retold.checker.mentions.date_cjk_figures import FEW, KANJI, SIGNS, value_of
from retold.checker.mentions.date_cjk_length import TO
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_values import written

_LONG_ENOUGH = 1000
_LAST_YEAR = 2200
_HALVES = "上下前后後"
_NO_SIGNS = ("half", "counter", "after_day", "about")
"""Entries of `dates.signs` that no figure stands before."""


@dataclass(frozen=True)
class Patterns:
    """The patterns of one language; `trigger` finds the places where one of the others may match."""

    trigger: str
    decade: re.Pattern[str]
    century: re.Pattern[str]
    full: re.Pattern[str]
    spread: re.Pattern[str]
    before_christ: re.Pattern[str]
    lunar: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    signs = lexicon.data["signs"]
    spelled = date_lexicon.trie(lexicon.small) if lexicon.small else f"[{KANJI}]{{1,7}}"
    number = f"(?:[0-9]{{1,12}}(?:[.,][0-9]{{1,6}}){{0,4}}|{spelled}|[{FEW}]|半)"
    plain = f"(?:[0-9]{{1,2}}|[{KANJI}]{{1,3}})" if not lexicon.small else "[0-9]{1,2}"
    sign = {key: date_lexicon.trie(signs[key]) for key in signs}
    eras = date_lexicon.trie(lexicon.data.get("eras", ()))
    year = f"(?:(?P<era>{eras})\\s?)?(?P<year>[0-9]{{1,4}}|元|[{KANJI}]{{1,4}})\\s?{sign['year']}"
    firsts = {word[0] for key in signs if key not in _NO_SIGNS for word in signs[key]}
    return Patterns(
        trigger=f"(?:(?:{eras})\\s?)?(?:{number}\\s?(?:{TO})\\s?)?(?:{number}|元)[万萬億亿만억]?\\s?[多余餘]?"
        f"(?:{sign['counter']})?半?\\s?(?=[{''.join(sorted(firsts))}])",
        decade=re.compile(f"(?P<figure>[0-9]{{2,4}}|[{KANJI}]{{2,4}})\\s?{sign['decade']}"),
        century=re.compile(
            f"(?P<figure>{plain})\\s?{sign['century']}(?:の?\\s?(?P<decade>[0-9]0|[{KANJI}]{{2}})\\s?{sign['decade']})?"
        ),
        full=re.compile(
            f"(?:{year}(?:の?\\s?{_month(plain, sign, 1)})?|{_month(plain, sign, 2)}|{_day(plain, sign, _ALONE)})"
        ),
        spread=re.compile(
            f"(?P<first>[0-9]{{1,4}}|[{KANJI}]{{1,4}})\\s?(?:{TO})\\s?(?P<last>[0-9]{{1,4}}|[{KANJI}]{{1,4}})\\s?"
            f"(?:(?P<year>{sign['year']})|(?P<month>{sign['month']})|(?P<day>{sign['day']}){_no_length(sign)})"
        ),
        before_christ=re.compile(f"(?:{lexicon.any_of('before_christ')})\\s?$"),
        lunar=re.compile(f"(?P<lead>{lexicon.any_of('lunar')})\\s?$"),
    )  # fmt: skip


def _month(plain: str, sign: Mapping[str, str], index: int) -> str:
    """10月, 10月23日, 10月27日至28日, 10月27~28日; the groups are numbered, as the pattern is used twice."""
    ahead = f"(?=\\s?(?:{TO})\\s?[0-9]{{1,2}}\\s?{sign['day']})"
    opened = f"(?P<o{index}>[0-9]{{1,2}}){ahead}{_last(plain, sign, f'p{index}')}"
    return f"(?P<m{index}>{plain})\\s?{sign['month']}(?:の?\\s?(?:{_day(plain, sign, index)}|{opened}))?"


_ALONE = 3
"""The place of a day in the pattern that no month stands before: 3日前 is three days ago, 1月3日前 before the third."""


def _day(plain: str, sign: Mapping[str, str], index: int) -> str:
    counted = _no_length(sign) if index == _ALONE else "(?![間间간])"
    return f"(?P<d{index}>{plain})\\s?{sign['day']}{counted}{_last(plain, sign, f'l{index}')}"


def _last(plain: str, sign: Mapping[str, str], name: str) -> str:
    """The second day of a range."""
    to = "(?:[-~〜～∼至到、と]|から|부터|에서)"
    return f"(?:\\s?{to}\\s?(?P<{name}>{plain})\\s?{sign['day']}{_no_length(sign)})?"


def _no_length(sign: Mapping[str, str]) -> str:
    """23日 names a day, 23日間 counts days."""
    return f"(?!{sign['after_day']})" if "after_day" in sign else ""


def find(place: Place, start: int, language: Language) -> DateMention | None:
    """What the figure at a trigger says, the most telling reading first."""
    known, text = patterns(language), place.text
    small = date_lexicon.of(language).small
    before = text[start - 1] if start else ""
    if text[start] == "半" and before and before in _HALVES:
        return None  # 上半年
    if before and before in f"第제{FEW}":
        return None  # an ordinal: 第二年; tens that are not told: 数十年
    if small and text[start] > "\u1100" and before.isalpha():
        return None
    if lead := known.lunar.search(text, max(0, start - 4), start):
        return _lunar(place, lead.start(), start, language)
    if found := known.century.match(text, start):
        return _century(place, found, small)
    if found := known.decade.match(text, start):
        return date_span.decade_of(place, start, found.end(), int(value_of(found["figure"], small)))
    return (
        _before_christ(place, start, language)
        or _spread(place, start, language)
        or date_cjk_length.length(place, start, language)
        or _full(place, start, language)
        or date_cjk_clock.clock(place, start, language)
    )


def _century(place: Place, found: re.Match[str], small: Mapping[str, float]) -> DateMention | None:
    """21世纪; 20世纪90年代."""
    number, (start, end) = int(value_of(found["figure"], small)), found.span()
    if found["decade"]:
        return date_span.decade_of(place, start, end, (number - 1) * 100 + int(value_of(found["decade"], small)))
    return date_span.century_of(place, start, end, number) if 1 <= number <= 22 else None


def _before_christ(place: Place, start: int, language: Language) -> DateMention | None:
    """公元前221年: no figure of our era, and no duration."""
    known = patterns(language)
    lead = known.before_christ.search(place.text, max(0, start - 6), start)
    found = known.full.match(place.text, start) if lead else None
    if lead is None or found is None or not found["year"]:
        return None
    value = f"BC{int(value_of(found['year'], {})):04d}"
    return place.mention("date", lead.start(), found.end("year") + 1, value=value, timex=value, grain="year")


def _lunar(place: Place, begin: int, start: int, language: Language) -> DateMention | None:
    """农历八月十五, 음력 8월 15일: the months are not those of the Gregorian calendar."""
    mention = _full(place, start, language)
    if mention is None or mention.grain == "year":
        return None
    end, value = mention.end, mention.value or ""
    if mention.grain == "month" and (day := _BARE_DAY.match(place.text, end)):
        end, value = day.end(), f"{value}-{int(value_of(day['day'], {})):02d}"
    return place.mention(
        "date", begin, end, value=value, timex=value, grain="day" if len(value) > 7 else "month", calendar="lunar",
        vague=True,
    )  # fmt: skip


def lunar_day(place: Place, start: int, end: int, month: int) -> DateMention | None:
    """正月初一, 腊月二十三: months that only the lunar calendar has."""
    day = _BARE_DAY.match(place.text, end)
    if day is None:
        return None
    value = written(None, month, int(value_of(day["day"], {})))
    return place.mention(
        "date", start, day.end(), value=value, timex=value, grain="day", calendar="lunar", vague=True
    )  # fmt: skip


_BARE_DAY = re.compile(r"初?(?P<day>[0-9]{1,2}|[一二三四五六七八九十]{1,3})")


def _spread(place: Place, start: int, language: Language) -> DateMention | None:
    """1995-1997年, 5～6月, 27-28日: two figures with one sign."""
    found, small = patterns(language).spread.match(place.text, start), date_lexicon.of(language).small
    if not found:
        return None
    first, last = (int(value_of(found[name], small)) for name in ("first", "last"))
    if found["year"]:
        if last < 100 <= first:
            last += first // 100 * 100
        elif found["first"][0] == "0":  # 04-05年
            first, last = date_values.full_year(first), date_values.full_year(last)
        if _LONG_ENOUGH <= first < last <= _LAST_YEAR:
            return place.span(start, found.end(), written(first), written(last), "year")
        return None
    if found["month"] and first < last <= 12 and not _counts_months(place.text, found):
        return place.span(start, found.end(), written(None, first), written(None, last), "month")
    if found["day"] and first < last <= 31:
        return place.span(start, found.end(), written(None, None, first), written(None, None, last), "day")
    return None


def _counts_months(text: str, found: re.Match[str]) -> bool:
    return text.startswith(("間", "间", "간"), found.end())


def _full(place: Place, start: int, language: Language) -> DateMention | None:
    found = patterns(language).full.match(place.text, start)
    if not found:
        return None
    small = date_lexicon.of(language).small

    def part(*names: str) -> int | None:
        words = next((found[name] for name in names if found[name]), None)
        return int(value_of(words, small)) if words else None

    month, day = part("m1", "m2"), part("d1", "o1", "d2", "o2", "d3")
    last = part("l1", "l2", "l3", "p1", "p2")
    head = _year(found, part("year"), month, language)
    if head == "" or not date_values.possible(month or 1, day or 1):
        return None
    if found["d3"] in SIGNS:
        return None  # 一日 is "a day" as often as the first
    end = found.end()
    if month and not day and head and (bare := _SPELLED_DAY.match(place.text, end)):
        day, end = int(value_of(bare["day"], small)), bare.end()
    value = written(head, month, day)
    grain = "day" if day else "month" if month else "year"
    fields = {"calendar": found["era"]} if found["era"] else {}
    if last and day and last > day and date_values.possible(month or 1, last):
        end_value = written(head, month, last)
        return place.mention(
            "date", start, end, value=value, timex=date_values.range_timex(value, end_value), grain="day",
            start_value=value, end_value=end_value, **fields,
        )  # fmt: skip
    return place.mention("date", start, end, value=value, timex=value, grain=grain, **fields)


_SPELLED_DAY = re.compile(r"(?P<day>(?:十|二十)[一二三四五六七八九]|[二三]十|三十一)(?![^\W_])")
"""二〇〇四年八月十五: where no sign follows, no other word may."""


def _year(found: re.Match[str], year: int | None, month: int | None, language: Language) -> int | str | None:
    """The year said, "" if the figure can be none: 98年10月 is 1998, but 20年9月 may be of an era."""
    if year is None:
        return None
    if found["era"]:
        year += int(date_lexicon.of(language).data["eras"][found["era"]])
        return year if 1 <= year <= _LAST_YEAR else ""
    if found["year"][0] in "0零〇○" and year < 100:
        return date_values.full_year(year)  # 08年: nobody counts so
    if year < 100 and month is not None:
        return f"XX{year:02d}"
    return year if _LONG_ENOUGH <= year <= _LAST_YEAR else ""
