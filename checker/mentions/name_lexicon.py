"""What a language says of names: titles, particles, words that start sentences, made ready to search.

The `names` section of the language data holds the words; compiled by the retold authors.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from retold.checker.language import Language
from retold.checker.mentions.phrases import UPPER, WORD, fold


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The name words of one language.

    `runs` finds sequences of capitalised words (in scripts with capitals); `titled` finds names beside a title in the
    others, with the name in group "before" (the name precedes the title) or "after"; `foreign` foreign names written by
    their sounds with a dot between the parts (Chinese). `suffix` is what the language
    writes behind a name after an apostrophe (Turkish), None where that is only the possessive s. `noun_endings`
    are the endings of common nouns, where those have capitals too; `place_titles` are what stands before names of
    places ("Stadt", "Landkreis"); `organisation_parts` are beginnings and ends of words that only bodies have in their
    names, `endings` what the language writes on to a name.
    """

    cased: bool
    nouns_capitalised: bool
    runs: re.Pattern[str] | None
    titled: re.Pattern[str] | None
    foreign: re.Pattern[str] | None
    particles: frozenset[str]
    titles: frozenset[str]
    place_titles: frozenset[str]
    title_endings: tuple[str, ...]
    openers: frozenset[str]
    generic: frozenset[str]
    organisations: frozenset[str]
    organisation_parts: tuple[tuple[str, ...], tuple[str, ...]]
    endings: tuple[str, ...]
    stop: frozenset[str]
    suffix: re.Pattern[str] | None
    noun_endings: tuple[str, ...]

    def is_title(self, word: str) -> bool:
        """Whether a folded word is a title or a role ("präsident", "außenminister", "gen.")."""
        if word in self.titles or word in self.place_titles or word.rstrip(".") in self.titles:
            return True
        return word.endswith(self.title_endings)

    def is_organisation(self, words: str) -> bool:
        """Whether folded words of a name tell that it is a body's: "university", "ministère"."""
        begins, ends = self.organisation_parts
        return any(
            word in self.organisations or word.startswith(begins) or word.endswith(ends) for word in words.split()
        )

    def stems(self, word: str) -> Iterator[str]:
        """A word as it is, then without each ending that a name may have."""
        yield word
        yield from (word[: -len(each)] for each in self.endings if word.endswith(each))


@lru_cache(maxsize=None)
def lexicon(language: Language) -> Lexicon | None:
    """The compiled `names` section; None where the language has none."""
    section = language.section("names")
    if not section:
        return None
    cased = language.cased
    titles = [fold(title) for title in section.get("titles", ())]
    return Lexicon(
        cased=cased,
        nouns_capitalised=section.get("nouns_capitalised", False),
        runs=_runs(section.get("particles", ()), section.get("titles", ())) if cased else None,
        titled=None if cased else _titled(section, language),
        foreign=_foreign(section.get("foreign_sounds", "")),
        particles=frozenset(section.get("particles", ())),
        titles=frozenset(title for title in titles if " " not in title and not title.startswith("*")),
        place_titles=frozenset(section.get("place_titles", ())),
        title_endings=tuple(sorted(title[1:] for title in titles if title.startswith("*"))) or ("\0",),
        openers=frozenset(section.get("openers", ())),
        generic=frozenset(section.get("generic", ())),
        organisations=frozenset(section.get("organisations", ())),
        organisation_parts=(
            tuple(word[:-1] for word in section.get("organisations", ()) if word[-1] == "*"),
            tuple(word[1:] for word in section.get("organisations", ()) if word[0] == "*"),
        ),
        endings=tuple(section.get("endings", ())),
        stop=frozenset(section.get("stop", ())),
        noun_endings=tuple(section.get("noun_endings", ())) or ("\0",),
        suffix=re.compile(r"['’]\w{1,8}$") if section.get("apostrophe_endings") else None,
    )


def _runs(particles: Iterable[str], titles: Iterable[str]) -> re.Pattern[str]:
    """Capitalised words one after another, with particles between them: "Ursula von der Leyen", "J. D. Vance"."""
    short = _any(title[:-1].capitalize() for title in titles if title.endswith(".") and len(title) > 2)
    dotted = rf"(?:{short})\.|" if short else ""
    word = rf"(?:{dotted}(?:[{UPPER}]\.-?)+|[{UPPER}](?:[{WORD}'’\-])*)"
    small = _any(particles)
    between = rf"(?:[ \u00a0](?:{small})){{0,2}}" if small else ""
    return re.compile(rf"(?<![{WORD}\-.]){word}(?:{between}[ \u00a0](?:[dl]['’])?{word}){{0,7}}")


def _titled(section: Mapping[str, Any], language: Language) -> re.Pattern[str]:
    """A short word beside a title, in scripts without capitals."""
    patterns = []
    after = _any(section.get("titles_after", ()))
    if after and language.section("meta").get("script") == "Kore":
        family = section.get("family_names", "")
        alone = f"|[{family}]" if family else ""
        patterns.append(rf"(?<![\w])(?P<before>[가-힣]{{2,5}}{alone})\s(?:{after})(?![가-힣]{{3}})")
    elif after and not language.spaced:
        patterns.append(rf"(?<![一-龥ァ-ー])(?P<before>{_east_asian(section)})(?:{after})")
    before = _any(section.get("titles", ()))
    if before:
        word = f"[{WORD}]{{2,20}}"
        patterns.append(rf"(?<![{WORD}])(?:{before})\s(?P<after>{word}(?:\s{word}){{0,4}})")
    return re.compile("|".join(patterns) or r"(?!)")


def _east_asian(section: Mapping[str, Any]) -> str:
    """A name of Han signs or katakana: with a known family name or foreign sounds where the language lists them
    (Chinese), else of any signs but those that stand in no name (Japanese)."""
    family, sounds = section.get("family_names", ""), section.get("foreign_sounds", "")
    if family:
        return rf"[{family}][一-龥]{{1,2}}?|[{sounds}]{{2,6}}?"
    none = section.get("no_name_signs", "")
    han = rf"(?:(?![{none}])[一-龥])" if none else "[一-龥]"
    return rf"{han}{{2,4}}?|[ァ-ヴー][ァ-ヴー・]{{2,19}}"


def _foreign(sounds: str) -> re.Pattern[str] | None:
    """Names in two parts or more, of signs that stand for sounds."""
    return re.compile(rf"[{sounds}]{{1,8}}(?:[·・‧•][{sounds}]{{1,8}}){{1,4}}") if sounds else None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
