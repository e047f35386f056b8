"""What a language says of sources, made ready to search: roles, ranks, countries, numbers of people, anonymity.

The `sources` section of the language data holds the words, and `peoples` of the section `names` the adjectives of
countries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions.phrases import Phrases, fold

RANKS = ("former", "senior", "deputy")
COUNTS = ("one", "several", "many")
_SHORT = 3
"""Letters up to which a country's mark must be written with a capital: "us" is no country."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word says of a source. `kind` is role, region, rank or count; `plural` None where the form may be both."""

    kind: str
    code: str
    plural: bool | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A word that says something of a source, where it stands in the text."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True, eq=False)
class Words:
    """The words for sources of one language, compiled. `counters` follow a number of people, where the language has
    them (名, 人, 명)."""

    phrases: Phrases
    meanings: dict[str, tuple[Meaning, ...]]
    anonymous: Phrases
    counters: tuple[str, ...]
    cased: bool

    def find(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """What stands in a stretch of a text, in order."""
        words = text[start:end]
        for first, last, mark in self.phrases.find(fold(words)):
            bare = mark.strip("*")
            meanings = self.meanings[bare]
            if self.cased and len(bare) <= _SHORT and words[first].islower():
                meanings = tuple(meaning for meaning in meanings if meaning.kind != "region")
            if meanings:
                yield Hit(start + first, start + last, meanings)

    def is_anonymous(self, text: str) -> bool:
        """Whether a stretch says that somebody is not named."""
        return self.anonymous.any_in(fold(text))


@lru_cache(maxsize=None)
def words_of(language: Language) -> Words | None:
    """The compiled `sources` section; None where the language has none."""
    section = language.section("sources")
    if not section:
        return None
    meanings: dict[str, list[Meaning]] = {}
    marks: list[str] = []

    def add(mark: str, kind: str, code: str, plural: bool | None = None) -> None:
        marks.append(mark)
        meanings.setdefault(mark.strip("*"), []).append(Meaning(kind, code, plural))

    for code, entries in section.get("roles", {}).items():
        for entry in entries:
            add(fold(entry.rstrip("+=")), "role", code, None if language.runs_on else _plural(entry))
    for code, entries in language.section("names").get("peoples", {}).items():
        for mark in entries:
            if len(mark) > 1:  # a country's single sign stands in too many other words
                add(fold(mark), "region", code)
    for code, entries in section.get("regions", {}).items():
        for mark in entries:
            add(fold(mark), "region", code)
    for kind, codes in (("rank", RANKS), ("count", COUNTS)):
        for code in codes:
            for mark in section.get(code, ()):
                add(fold(mark), kind, code)
    clitics = language.section("names").get("clitics", ())
    return Words(
        phrases=Phrases(marks, inside_words=language.runs_on, clitics=clitics),
        meanings={mark: tuple(dict.fromkeys(found)) for mark, found in meanings.items()},
        anonymous=Phrases(map(fold, section.get("anonymous", ())), inside_words=language.runs_on, clitics=clitics),
        counters=tuple(section.get("counters", ())),
        cased=language.cased,
    )


def _plural(entry: str) -> bool | None:
    """What a form says of the number: "officials+" plural, "official" singular, "policía=" and "polici*" nothing."""
    if entry.endswith("+"):
        return True
    return None if entry.endswith(("=", "*")) else False
