"""What a language knows of dates, compiled once: folded words, one trigger pattern, the patterns tried at a trigger.

Names come from CLDR (`languages/cldr/dates`), the rest from the section `dates` of the language file. Text and words
are folded alike, letter for letter, so that offsets stay those of the text as read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from retold.checker import language as languages
from retold.checker.language import Language
from retold.checker.mentions.trie import trie as trie  # all patterns of dates are built of it

_LETTER = r"[^\W\d_]|[\u0900-\u0963]"
_FOLDS = {
    **{ord(f"{sign}"): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "０１２３４５６７８９")
       for value, sign in enumerate(digits)},
    **dict.fromkeys(map(ord, "’‘ʼ＇`´"), "'"),
    **dict.fromkeys(map(ord, "\u00a0\u202f\u2009\u2007\u200e\u200f\u061c\u2066\u2067\u2068\u2069\u3000"), " "),
    **dict.fromkeys(map(ord, "‐‑‒–—−－"), "-"),
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    ord("ى"): "ي", ord("："): ":", ord("／"): "/", ord("（"): "(", ord("）"): ")", ord("．"): ".",
    ord("，"): ",", ord("،"): ",",
    ord("İ"): "i", ord("\u00ad"): "-",
}  # fmt: skip
_FOLDABLE = re.compile(f"[{re.escape(''.join(map(chr, _FOLDS)))}]")


def fold(text: str) -> str:
    """Lower case, plain digits, plain apostrophes, spaces and dashes; the length never changes."""
    lowered = text.lower()
    if text.isascii():
        return lowered
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
    return _FOLDABLE.sub(lambda match: _FOLDS[ord(match[0])], lowered)


@dataclass(frozen=True)
class Lexicon:
    """One language's words and patterns. `forms` gives every trigger word its readings: kind -> meaning."""

    data: Mapping[str, Any]
    order: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    short: frozenset[str]
    guarded: frozenset[str]
    forms: Mapping[str, dict[str, Any]]
    small: Mapping[str, float]
    units: Mapping[str, str]
    spaced: bool
    prefixes: frozenset[str]
    right: str
    lists: dict[str, tuple[str, ...]]
    """Lists of the section, folded when first asked for."""

    def words(self, key: str) -> tuple[str, ...]:
        if key not in self.lists:
            self.lists[key] = tuple(fold(word) for word in self.data.get(key, ()))
        return self.lists[key]

    def any_of(self, *keys: str) -> str:
        """A pattern for the words of some lists of the section."""
        return trie(word for key in keys for word in self.words(key))

    def is_small_letter(self, written: str, start: int, end: int) -> bool:
        """False for a word that means another thing when written with a capital: de Morgen, the morning."""
        return not written[start].isupper() or written[start:end].lower() not in self.data.get("small_letter", ())

    def starts_word(self, text: str, start: int) -> bool:
        """Whether a word may begin here: no letter before it but an attached particle of the language."""
        if not start or not _is_letter(text[start - 1]):
            return True
        if not self.spaced:
            return True
        begin = start
        while begin and start - begin <= 3 and _is_letter(text[begin - 1]):
            begin -= 1
        return text[begin:start] in self.prefixes


def _is_letter(letter: str) -> bool:
    return letter.isalpha() or "\u0900" <= letter <= "\u0963"


def _numbered(*tables: Mapping[str, int]) -> dict[str, int]:
    return {fold(word): number for table in tables for word, number in table.items()}


def _periods(data: Mapping[str, Any]) -> dict[str, str]:
    """ "im vergangenen Jahr", "la semana pasada": every word for last, this, next with every name of a period."""
    shifts = {"last": -1, "this": 0, "next": 1}
    return {
        fold(phrase): f"{grain}{shift:+d}"
        for key, shift in shifts.items()
        for word in data.get(key, ())
        for grain, names in data.get("periods", {}).items()
        for name in names
        for phrase in (f"{word} {name}", f"{name} {word}")
    }


_DAYS = range(1, 32)


def _days(language: Language, data: Mapping[str, Any], small: Mapping[str, float]) -> dict[str, int]:
    """Words for the days of a month: "third", "twenty-third", "vingt-neuf", "treinta y uno", "двадцать третьего"."""
    numbers = languages.cldr("numbers", language.code)
    ordinals = {**_numbered(numbers.get("ordinals", {})), **_numbered(data.get("ordinals", {}))}
    counted = {word: int(n) for word, n in {**_numbered(numbers.get("cardinals", {})), **small}.items() if n in _DAYS}
    counted = {word: n for word, n in counted.items() if n > 20 or " " not in word}  # "dozen of" is no day
    days = {word: int(n) for word, n in ordinals.items() if n in _DAYS}
    if data.get("spelled_days"):
        days |= counted
    tens = {word: n for table in (ordinals, counted) for word, n in table.items() if n in (20, 30)}
    joins = (" ", "-", *(f" {fold(word)} " for word in data.get("tens_join", ())))
    compounds = {
        f"{ten}{join}{unit}": high + low
        for ten, high in tens.items() for unit, low in days.items() for join in joins
        if low < 10 and high + low < 32 and (ten in counted or ten[-2:] == unit[-2:])
    }  # fmt: skip
    return compounds | days


@lru_cache(maxsize=None)
def of(language: Language) -> Lexicon:
    """The compiled lexicon of a language; without data only digits are read."""
    data = language.section("dates")
    names = languages.cldr("dates", language.code) if data else {}
    regions = language.code.split("-")[1:]
    short_months = _numbered(names.get("months_short", {}), data.get("months_short", {}))
    months = {**short_months, **_numbered(names.get("months", {}), data.get("months", {}))}
    weekdays = _numbered(names.get("weekdays_short", {}), names.get("weekdays", {}), data.get("weekdays", {}))
    long = {fold(word) for key in ("months", "weekdays") for table in (names, data) for word in table.get(key, {})}
    spaced = language.spaced
    if "signs" in data:
        weekdays = {word: number for word, number in weekdays.items() if len(word) > 1}
    relative = {fold(word): f"{grain}{offset:+d}" for word, (grain, offset) in names.get("relative", {}).items()}
    relative = _periods(data) | relative
    relative |= {fold(word): value for word, value in data.get("relative", {}).items()}
    small = {fold(word): float(number) for word, number in data.get("small", {}).items() if number != "half"}
    units = {fold(word): unit for unit, words in data.get("units", {}).items() for word in words}
    days = _days(language, data, small) if "units" in data else {}
    tables: dict[str, Mapping[str, Any]] = {
        "spelled_day": days,
        "holiday": {fold(word): rule for word, rule in data.get("holidays", {}).items()},
        "nothing": dict.fromkeys(map(fold, data.get("not_dates", ())), True),
        "month": months, "weekday": weekdays, "relative": relative,
        "small": {} if "signs" in data else small,
        "decade": {fold(word): number for word, number in data.get("decades", {}).items()},
        "phrase": {fold(word): value for word, value in data.get("phrases", {}).items()},
        "offset": {fold(word): int(minutes) for word, minutes in data.get("clock_offsets", {}).items()},
        "hour": {fold(word): float(number) for word, number in data.get("hours", {}).items()},
        "century": _numbered(data.get("centuries", {})),
        "lunar": _numbered(data.get("lunar_months", {})),
        "clock": {fold(word): value for word, value in data.get("clock_words", {}).items()},
        "roman": {fold(word): number for word, number in data.get("roman", _ROMAN if "units" in data else {}).items()},
    }  # fmt: skip
    forms: dict[str, dict[str, Any]] = {}
    for kind, table in tables.items():
        for word, meaning in table.items():
            forms.setdefault(word, {})[kind] = meaning
    return Lexicon(
        data=data,
        order="dmy" if set(data.get("day_first_regions", ())).intersection(regions) else names.get("order", "dmy"),
        months=months,
        weekdays=weekdays,
        days=days,
        short=frozenset((set(months) | set(weekdays)) - long),
        guarded=frozenset(fold(word) for word in data.get("guarded", ())),
        forms=forms,
        small=small,
        units=units,
        spaced=spaced,
        prefixes=frozenset(fold(word) for word in data.get("prefixes", ())),
        right="" if "signs" in data else f"(?!{_LETTER})",
        lists={},
    )


_ROMAN = {
    "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19, "xx": 20, "xxi": 21,
}  # fmt: skip
