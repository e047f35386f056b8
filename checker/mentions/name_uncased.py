"""Names in scripts without capitals: known persons and bodies, what stands beside a title, names in foreign sounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions.name_known import known, table
from retold.checker.mentions.name_letters import script_of
from retold.checker.mentions.name_lexicon import Lexicon
from retold.checker.mentions.phrases import Phrases, fold

_SPACE = re.compile(r"[^ \u00a0]+")
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]{1,20}(?![A-Za-z])")
_DOTS = str.maketrans("・‧•＝", "····")
"""The signs between the parts of a foreign name, in the form that the table of known names has after folding."""
_WRITTEN_IN = {
    "Hans": {"han"}, "Jpan": {"han", "kana"}, "Kore": {"hangul"}, "Arab": {"arabic"}, "Deva": {"indic"},
}  # fmt: skip
"""The scripts of names that a language without capitals writes, by its own script."""
_MOST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: its place, its type (person, organisation, acronym, name), its title."""

    start: int
    end: int
    type: str
    title: str = ""


def find(text: str, words: Lexicon, language: Language) -> Iterator[Found]:
    """The names of a text, in no order; some may overlap."""
    yield from _beside_titles(text, words)
    yield from _listed(text, language)
    for match in _LATIN.finditer(text):
        key = known(match.group())
        if key:
            yield Found(*match.span(), "acronym" if match.group().isupper() else key.partition(":")[0])
    if words.foreign is not None:
        for match in words.foreign.finditer(text):
            yield Found(*match.span(), "name")


def _beside_titles(text: str, words: Lexicon) -> Iterator[Found]:
    """The words before or behind a title, less those at the end that are no part of a name."""
    assert words.titled is not None
    for match in words.titled.finditer(text):
        groups = match.groupdict()
        group = "before" if groups.get("before") else "after"
        pieces = list(_SPACE.finditer(match[group]))
        if group == "after":
            pieces = _name_behind(pieces, words)
        while pieces and pieces[-1].group() in words.stop:
            pieces.pop()
        if pieces and pieces[0].group() not in words.stop:
            start = match.start(group)
            title = text[match.end(group) : match.end()] if group == "before" else text[match.start() : start]
            yield Found(start + pieces[0].start(), start + pieces[-1].end(), "person", title.strip())


def _name_behind(pieces: list[re.Match[str]], words: Lexicon) -> list[re.Match[str]]:
    """The words behind a title that make the name: not the nationality before it, not what follows."""
    while len(pieces) > 1 and pieces[0].group() in words.stop:
        pieces = pieces[1:]
    kept: list[re.Match[str]] = []
    for piece in pieces:
        small = sum(each.group() in words.particles for each in kept)
        if piece.group() in words.stop or len(kept) - 2 * small >= _MOST_WORDS:
            break
        kept.append(piece)
    return kept or pieces[:1]


def _listed(text: str, language: Language) -> Iterator[Found]:
    """The persons and bodies of the table that stand in a text."""
    lexicon = _known_in(language)
    if lexicon is None:
        return
    for start, end, mark in lexicon.find(fold(text).translate(_DOTS)):
        stop = start + len(mark) - 1 if mark.endswith("*") else end
        key = known(text[start:stop])
        if key and not (_is_katakana(text[start - 1 : start]) or _is_katakana(text[stop : stop + 1])):
            yield Found(start, stop, key.partition(":")[0])


def _is_katakana(char: str) -> bool:
    return "ァ" <= char <= "ヿ" and char != "・"


@lru_cache(maxsize=None)
def _known_in(language: Language) -> Phrases | None:
    """The known names in the script of a language; None where it has none of its own."""
    meta = language.section("meta")
    scripts = _WRITTEN_IN.get(meta.get("script", ""))
    if scripts is None:
        return None
    open_ = "*" if meta.get("script") == "Kore" else ""
    marks = {
        f"{fold(name).translate(_DOTS)}{open_}"
        for entries in table().values()
        for names in entries.values()
        for name in names
        if script_of(name) in scripts
    }
    return Phrases(marks, inside_words=not language.spaced, clitics=language.section("names").get("clitics", ()))
