"""Offices and ranks beside names: minister, deputy minister, former president, colonel, in one code for all languages.

The words are the tables `names.offices` (kind -> words), `names.office_marks` (former, deputy) and
`names.offices_alike` (kinds that a language may call by one word) of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language as languages
from retold.checker import mentions
from retold.checker.language import Language
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_words import given_words
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article

_WORDS = re.compile(r"[^\W\d_][\w'’.-]*")
_BREAK = re.compile(r"[.,;:!?()\[\]\"“”«»„\n、。，；：]")
_MOST_BETWEEN = 36
_WORDS_BETWEEN = 3
_MARK_BEFORE = 28
_MARK_BEHIND = 24
_EXPLAINED = re.compile(r"(?:\s[\w'’-]+){0,5},\s")
_APPOSITION = re.compile(r",\s(?:[\w'’-]+\s){0,3}$")
_CLOSES = re.compile(r"\s?[,.;)。，\n]|$")
_PARTS = re.compile(r"[\s'’]")
_DEPUTY = ("vice-", "deputy-")


@dataclass(frozen=True, slots=True)
class Office:
    """An office beside a name: its kinds as codes ("prime-minister"), and former, deputy or acting as marks."""

    start: int
    end: int
    kinds: frozenset[str]
    marks: frozenset[str]
    name: Name


@dataclass(frozen=True, eq=False)
class _Words:
    phrases: Phrases
    kinds: dict[str, tuple[str, bool]]
    marks: dict[str, str]
    peoples: Phrases
    particles: frozenset[str]
    spaced: bool
    cased: bool
    glued: bool


@lru_cache(maxsize=None)
def _words(tongue: Language) -> _Words | None:
    section = tongue.section("names")
    offices = section.get("offices", {})
    if not offices:
        return None
    meta = tongue.section("meta")
    spaced = tongue.spaced
    korean = meta.get("script") == "Kore"
    marks = {fold(word): mark for mark, words in section.get("office_marks", {}).items() for word in words}
    kinds: dict[str, tuple[str, bool]] = {}
    for kind, words in offices.items():
        for word in words:
            mark = fold(word) + ("*" if korean else "")
            kinds.setdefault(mark, (kind, False))
            if marks.get("ex") == "former":
                kinds.setdefault(f"ex{mark}", (kind, True))
    return _Words(
        phrases=Phrases(kinds, inside_words=not spaced, clitics=section.get("clitics", ())),
        kinds=kinds,
        marks=marks,
        peoples=Phrases(mark for words in section.get("peoples", {}).values() for mark in words),
        particles=frozenset(section.get("particles", ())) | {"the", "of"},
        spaced=spaced,
        cased=tongue.cased,
        glued=korean,
    )


def held(article: Article) -> tuple[Office, ...]:
    """The offices of a text that stand beside a name, in order; computed once."""
    if "offices" not in article.memo:
        article.memo["offices"] = tuple(_held(article))
    found: tuple[Office, ...] = article.memo["offices"]
    return found


def _held(article: Article) -> Iterator[Office]:
    words = _words(languages.load(article.language))
    if words is None:
        return
    text, folded = article.text, fold(article.text)
    names = [
        n for n in mentions.in_story(article, "name") if isinstance(n, Name) and n.type not in (*PLACES, "acronym")
    ]
    if not names:
        return
    at = 0
    for start, end, kinds, marks in _chains(folded, words):
        while at < len(names) and names[at].end <= start:
            at += 1
        name = _beside(text, folded, start, end, names, at, words)
        if name is not None:
            yield Office(start, end, kinds, marks | _marks_around(folded, start, end, name, words), name)


def _chains(folded: str, words: _Words) -> Iterator[tuple[int, int, frozenset[str], frozenset[str]]]:
    """Offices in a row as one: "Lt. Gen.", "president and CEO"."""
    chain: list[tuple[int, int, str]] = []
    former = False
    for start, end, mark in words.phrases.find(folded):
        kind, was = words.kinds[mark]
        end = min(end, start + len(mark) - 1) if mark.endswith("*") and words.glued else end
        if chain and folded[chain[-1][1] : start].strip(" .-") in ("", "and", "und", "et", "y", "e", "и"):
            chain.append((start, end, kind))
            former = former or was
            continue
        if chain:
            yield _chained(chain, former)
        chain, former = [(start, end, kind)], was
    if chain:
        yield _chained(chain, former)


def _chained(chain: Sequence[tuple[int, int, str]], former: bool) -> tuple[int, int, frozenset[str], frozenset[str]]:
    kinds = frozenset(kind.removeprefix("vice-").removeprefix("deputy-") for _, _, kind in chain)
    marks = {"former"} if former else set()
    if any(kind.startswith(_DEPUTY) for _, _, kind in chain):
        marks.add("deputy")
    return chain[0][0], chain[-1][1], kinds, frozenset(marks)


def _beside(text: str, folded: str, start: int, end: int, names: Sequence[Name], at: int, words: _Words) -> Name | None:
    """The name that an office belongs to: right behind it, or before it."""
    inside = at < len(names) and names[at].start < end
    if inside and names[at].start == start and _names_person(text[end : names[at].end]):
        return names[at]  # a title that is none to the extraction of names
    following = next(iter(names[at + inside : at + inside + 1]), None)
    if following is not None and _joined(text, folded, end, following.start, words):
        return following
    explained = _EXPLAINED.match(text, end) if words.spaced else None
    if explained is not None:  # "the minister of health, Ruth Adeyemi, said"
        there = next((name for name in names[at : at + 3] if name.start == explained.end()), None)
        if there is not None and _CLOSES.match(text, there.end):
            return there
    before = names[at - 1] if at else None
    if before is None:
        return None
    gap = text[before.end : start]
    if not words.cased and gap.strip(" \u00a0") == "":
        return before
    if words.spaced and len(gap) <= _MOST_BETWEEN and _APPOSITION.match(gap) and _CLOSES.match(text, end):
        return before
    return None


def _names_person(rest: str) -> bool:
    """Whether what is left of a name behind an office is a person's: a given name and more."""
    words = ascii_words(rest)
    return len(words) > 1 and words[0] in given_words()


def _joined(text: str, folded: str, end: int, start: int, words: _Words) -> bool:
    """Whether nothing but a country, a people or small words stands between an office and a name."""
    gap = text[end:start]
    if len(gap) > _MOST_BETWEEN or _BREAK.search(gap):
        return False
    between = _WORDS.findall(gap)
    if not between:
        return True
    if len(between) > _WORDS_BETWEEN:
        return False
    low = folded[end:start]
    if fold(between[-1]) in words.particles and between[-1].islower():  # "CEO of Better Markets"
        return False
    if words.cased:
        rest = [word for word in between if not word[:1].isupper() and fold(word) not in words.particles]
        return all(words.peoples.any_in(fold(word)) for word in rest)
    return len(between) == 1 and words.peoples.any_in(low)


def _marks_around(folded: str, start: int, end: int, name: Name, words: _Words) -> frozenset[str]:
    """What qualifies an office: the two words before it, between it and the name behind, or right behind it."""
    before = folded[max(0, start - _MARK_BEFORE) : start]
    if not words.spaced:
        close = folded[max(0, name.start - 2) : name.start] if name.end <= start else ""
        behind = folded[end : end + 2]
        return frozenset(
            mark
            for word, mark in words.marks.items()
            if before.endswith(word) or close.endswith(word) or (mark == "acting" and behind.startswith(word))
        )
    near = f" {' '.join(_PARTS.split(before.rstrip())[-2:])} "
    between = f" {' '.join(folded[end : name.start].replace(',', ' ').split())} " if end < name.start else ""
    behind = " " + _BREAK.split(folded[end : end + _MARK_BEHIND])[0].strip() + " "
    found: set[str] = set()
    for word, mark in words.marks.items():
        apart = f" {word} "
        if (
            (word.endswith("-") and before.endswith(word))
            or apart in near
            or (" " in word and before.rstrip().endswith(word))
            or apart in between
            or (behind.startswith(apart[:-1] if words.glued and mark == "acting" else apart))
        ):
            found.add(mark)
    return frozenset(found)
