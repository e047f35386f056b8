"""Countries, regions and well-known cities in a text, under one code in every language.

`Deutschland`, `Germany` and `독일` are DE; `Moskau` and `Москва` are Europe/Moscow (the CLDR time zone that is named
for the city; cities that CLDR has no zone for go by their English name). The names come from CLDR
(`languages/cldr/territories`) and from the tables `territories`, `cities` and `peoples` of the section `names`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language as languages
from retold.checker.language import Language
from retold.checker.mentions.phrases import UPPER, Phrases, fold

_CAPITAL = re.compile(rf"(?<!\w)[{UPPER}]")
_INFLECTED_FROM = 3
"""Letters a name must have before its ending may be taken off."""
_VOWELS = "aeiouyąęаяоеиіїйьыуюєё"
_RELATED = (
    frozenset({"EU", "150"}),
    frozenset({"CD", "CG"}),
    frozenset({"US", "419"}),
    frozenset({"CN", "HK", "MO"}),
    frozenset({"MF", "SX"}),
    frozenset({"MC", "Munich"}),
)
"""Codes whose names are used for one another: the EU and Europe, the two Congos, the halves of St. Martin;
and Monaco, which is Munich in Italian."""

_SEATS = {
    "Washington": "US", "Beijing": "CN", "Europe/Moscow": "RU", "Europe/Kiev": "UA", "Europe/London": "GB",
    "Europe/Paris": "FR", "Europe/Berlin": "DE", "Asia/Tehran": "IR", "Ankara": "TR", "Asia/Tokyo": "JP",
    "Asia/Seoul": "KR", "Asia/Pyongyang": "KP", "Europe/Brussels": "EU", "Asia/Damascus": "SY", "Asia/Riyadh": "SA",
    "Europe/Rome": "IT", "Europe/Madrid": "ES", "Europe/Warsaw": "PL", "Europe/Minsk": "BY", "Asia/Kabul": "AF",
    "Islamabad": "PK", "Asia/Baghdad": "IQ", "New Delhi": "IN", "Asia/Taipei": "TW", "Canberra": "AU", "Ottawa": "CA",
}  # fmt: skip
"""Cities that are named for the government that sits there, and its territory."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place name in a text. `type` is territory or city."""

    start: int
    end: int
    code: str
    type: str


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """The place names of one language, compiled. `codes` gives each mark its code, type and form as written."""

    phrases: Phrases
    codes: Mapping[str, tuple[str, str, str]]
    endings: frozenset[str] | None
    cased: bool

    def find(self, text: str, folded: str) -> Iterator[Place]:
        """The places of a text, in order."""
        for start, end, mark in self._hits(text, folded):
            code, type_, form = self.codes[mark]
            if _runs_on(text, start, end) or (self.cased and not _written_as_name(text[start:end], form)):
                continue
            stem_end = start + len(mark) - 1 if mark.endswith("*") else end
            if self.endings is None:
                end = stem_end
            elif folded[stem_end:end] not in self.endings:
                continue
            yield Place(start, end, code, type_)

    def _hits(self, text: str, folded: str) -> Iterator[tuple[int, int, str]]:
        """Where marks stand; with capitals to go by, only words that have one are looked at."""
        if not self.cased:
            yield from self.phrases.find(folded)
            return
        done = 0
        for capital in _CAPITAL.finditer(text):
            hit = self.phrases.at(folded, capital.start()) if capital.start() >= done else None
            if hit is not None:
                done = hit[1]
                yield hit


def _written_as_name(words: str, form: str) -> bool:
    """A capital where the name has one; all capitals where it is an abbreviation ("US", not "us")."""
    return words.isupper() if form.isupper() else words[0].isupper()


def _runs_on(text: str, start: int, end: int) -> bool:
    """Whether a katakana name is only a part of a longer katakana word."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return ("ァ" <= before <= "ー" and text[start] >= "ァ") or ("ァ" <= after <= "ー" and "ァ" <= text[end - 1] <= "ー")


@lru_cache(maxsize=None)
def gazetteer(language: Language) -> Gazetteer | None:
    """The place names of a language; None where it has no `names` section or no table."""
    section = language.section("names")
    table = languages.cldr("territories", language.code)
    if not section or not table:
        return None
    cased = language.cased
    script = language.section("meta").get("script")
    shape = "inflected" if section.get("endings") else "open" if script == "Kore" else "whole"
    without = set(section.get("no_places", ()))
    codes: dict[str, tuple[str, str, str]] = {}
    for type_, names in (
        ("city", table["cities"]),
        ("city", section.get("cities", {})),
        ("territory", table["territories"]),
        ("territory", section.get("territories", {})),
    ):
        for code in sorted(names):
            for name in names[code]:
                if name not in without and len(name) >= (2 if not cased or name.isupper() else 3):
                    for mark in _marks(name, shape):
                        codes[mark] = (code, type_, name)
    phrases = Phrases(codes, inside_words=not language.spaced, clitics=section.get("clitics", ()))
    endings = frozenset(("", *section["endings"])) if shape == "inflected" else None
    return Gazetteer(phrases, codes, endings, cased)


def _marks(name: str, shape: str) -> list[str]:
    """The lexicon entries of a name: as it is, and open to endings where the language adds or changes them."""
    words = fold(name)
    if shape == "open":
        return [f"{words}*"]
    if shape == "whole" or " " in words or len(words) < _INFLECTED_FROM:
        return [words]
    stem = words.rstrip(_VOWELS)
    return [words, f"{stem if len(stem) >= _INFLECTED_FROM else words}*"]


@lru_cache(maxsize=None)
def _loose(language: Language, code: str) -> Phrases:
    """Everything that may stand for a territory: its names' beginnings, its people, its adjective, its short form."""
    section = language.section("names")
    names = [
        *languages.cldr("territories", language.code).get("territories", {}).get(code, ()),
        *section.get("territories", {}).get(code, ()),
    ]
    marks = {fold(mark) for mark in section.get("peoples", {}).get(code, ())}
    for name in map(fold, names):
        stem = name[: max(4, len(name) - 3)] if len(name) > 4 and not language.runs_on and " " not in name else name
        marks.add(stem + ("" if len(stem) < 4 or language.runs_on else "*"))
    return Phrases(marks, inside_words=language.runs_on)


def may_stand_for(code: str, language: Language, folded: str) -> bool:
    """Whether a text may speak of a territory in any way: by name, adjective, people or short form."""
    return any(_loose(language, each).any_in(folded) for each in related(code))


def governed(code: str) -> str | None:
    """The territory whose government a city's name may stand for: "Moscow denies", "Russia denies"."""
    return _SEATS.get(code)


@lru_cache(maxsize=None)
def related(code: str) -> tuple[str, ...]:
    """A code and those it is used for."""
    for group in _RELATED:
        if code in group:
            return tuple(sorted(group))
    return (code,)
