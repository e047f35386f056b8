"""Durations in Chinese, Japanese and Korean: 3か月, 两三天, 一个半小时, 10多年, 2~3주, 2년 반, 半年, 数日間."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_span
from retold.checker.mentions.date_cjk_figures import FEW, KANJI, MYRIADS, ends_of, value_of
from retold.checker.mentions.date_mention import DateMention, Place

UNITS = ("century", "year", "month", "week", "day", "hour", "minute", "second")
TO = r"[-~〜～∼至到]|から|乃至|내지|에서"
"""What stands between the two ends of a range that share one sign: 3-5天, 5～6月."""
_LONG_ENOUGH = 1000
_LAST_YEAR = 2200
_ANNIVERSARIES = ("周年", "週年", "주년")
_CALENDAR_SIGNS = frozenset({"年", "년", "月", "월", "日", "일", "分", "분"})
_AFTER_LENGTH = re.compile(
    r"\s?(?:間|间|간|ぶり|以内|以上|连续|連続|동안|만에|이내|연속|이상|後|后|후|뒤|余り|あまり|かけて|半|前|전|来|來|의\s|内|ごと|おき)"
)  # fmt: skip
_NAMED_MONTH = re.compile(r"\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?[月월]")
_ENOUGH = re.compile(r"十分(?![間间鐘钟前後后半]|以内|以上|ほど)")
"""Enough, very: no ten minutes."""


@dataclass(frozen=True)
class Patterns:
    """The patterns of one language, by unit."""

    lengths: tuple[tuple[str, re.Pattern[str]], ...]
    after: re.Pattern[str]
    others: tuple[str, ...]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    spelled = date_lexicon.trie(lexicon.small) if lexicon.small else f"[{KANJI}]{{1,7}}"
    number = f"[0-9]{{1,12}}(?:[.,][0-9]{{1,6}}){{0,4}}|{spelled}|[{FEW}]|半"
    signs = {key: date_lexicon.trie(words) for key, words in lexicon.data["signs"].items()}
    return Patterns(
        lengths=tuple((unit, _pattern(number, signs, unit)) for unit in UNITS if _sign(unit) in signs),
        after=re.compile(f"\\s?(?:{lexicon.any_of('ago_after')})"),
        others=lexicon.words("not_units"),
    )


def _sign(unit: str) -> str:
    return "centuries" if unit == "century" else unit + "s"


def _pattern(number: str, signs: dict[str, str], unit: str) -> re.Pattern[str]:
    """The figure, 万, a counter (個, か), the unit, 半; the counter's own 半 is of the unit: 一个半小时."""
    counter = f"[多余餘]?\\s?(?:{signs['counter']})?(?P<mid>半)?" if unit in _COUNTED else "[多余餘]?"
    needed = f"(?:{signs['counter']})" if unit == "century" else ""
    tenths = "(?P<tenths>[0-9]{1,3})?(?![0-9])" if unit == "second" else ""  # 10秒93 of a race
    return re.compile(
        f"(?:(?P<first>{number})\\s?(?:{TO})\\s?)?(?P<number>{number})(?P<myriad>[万萬億亿만억])?"
        f"(?P<counter>{counter}{needed})\\s?(?P<unit>{signs[_sign(unit)]})(?:\\s?(?P<half>{signs['half']})(?!{_HALF_OF}))?{tenths}"
    )


_COUNTED = ("month", "week", "hour", "century")
_HALF_OF = "[导導径徑島岛円球決决額额数면도]"
"""What makes 半 the beginning of the next word: 半導体, 半径, 반면."""


def length(place: Place, start: int, language: Language) -> DateMention | None:
    """A duration, unless the sign makes it a calendar date: 2024年 is a year, 3年 counts, 3日間 too."""
    known, small = patterns(language), date_lexicon.of(language).small
    for unit, pattern in known.lengths:
        found = pattern.match(place.text, start)
        if not found or _is_other(place.text, found, known.others):
            continue
        first, last = ends_of(found["number"], small)
        if found["first"]:
            first, last = value_of(found["first"], small), first
        scale = MYRIADS.get(found["myriad"] or "", 1)
        first, last = first * scale, None if last is None else last * scale
        bare = found["unit"] in _CALENDAR_SIGNS and not found["myriad"] and not found["counter"].strip()
        if bare and not _counts(place.text, start, found, unit, first):
            continue
        if not _is_said(place.text, found, unit, first, last):
            return None
        if found["half"] or found["counter"].endswith("半"):
            first += 0.5
        if tenths := found.groupdict().get("tenths"):
            first += int(tenths) / 10 ** len(tenths)
        return _mention(place, found, language, unit, first, last, bare)
    return None


def _is_other(text: str, found: re.Match[str], others: tuple[str, ...]) -> bool:
    """A longer word that begins with the sign: 주년 is no week, 분의 no minute."""
    rest = text[found.end("myriad") if found["myriad"] else found.end("number") :][:4]
    return rest.lstrip().startswith(others)


def _is_said(text: str, found: re.Match[str], unit: str, first: float, last: float | None) -> bool:
    if first <= 0 or (last is not None and last <= first) or (found["number"][0] == "0" and first >= 1):
        return False
    return not (unit == "minute" and text.startswith(("の", "分之"), found.end()))


def _mention(
    place: Place, found: re.Match[str], language: Language, unit: str, first: float, last: float | None, bare: bool
) -> DateMention | None:
    known, (start, end) = patterns(language), found.span()
    whole = last is None and first == int(first) and unit in ("year", "month", "week", "day")
    if whole and (after := known.after.match(place.text, end)):
        mention = date_span.ago(place, start, after.end(), unit, -int(first))
        if mention:
            return mention
    vague = (bare and unit == "year" and 80 <= first < 100) or found["unit"] in _ANNIVERSARIES  # 98年 may be 1998
    vague = vague or found["number"] in FEW
    return date_span.duration(place, start, end, first, unit, last, vague=vague)


def _counts(text: str, start: int, found: re.Match[str], unit: str, number: float) -> bool:
    """Whether a bare 年, 月, 日 or 分 counts instead of naming."""
    tail = _AFTER_LENGTH.match(text, found.end())
    if found["number"] in FEW or found["number"] == "半":
        return unit != "minute"
    if unit == "year":
        named = _NAMED_MONTH.match(text, found.end(), found.end() + 6)
        counts = number < _LONG_ENOUGH or "," in found["number"] or (bool(tail) and number > _LAST_YEAR)
        return counts and not named and found["number"][0] not in "0零〇○"
    if unit == "minute":
        return _are_minutes(text, found)
    return unit == "day" and bool(tail) and not re.search(r"[月월]\s?$", text[max(0, start - 3) : start])


def _are_minutes(text: str, found: re.Match[str]) -> bool:
    if found["unit"] == "分":
        return not (_ENOUGH.match(text, found.start()) or text.startswith(_NOT_MINUTES, found.end()))
    digits = found["number"][0].isdigit()  # 세 분 is three persons
    return digits and not text.startswith(("기", "석", "야"), found.end())


_NOT_MINUTES = ("之", "の", "野", "析", "别", "別", "割", "離", "類", "岐", "散", "裂")
