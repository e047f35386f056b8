"""Hedges: the words by which a text says that something may, is said to or seems to be so.

Classes, from the strongest doubt down: unconfirmed ("could not be verified"), reported ("allegedly"), believed
("is thought to"), apparent, probable, possible, modal ("may"), partial ("at least some"). The marks of each language
are data, section `hedges`; compiled by the retold authors.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article, Mention, Span

_CLAUSE_END = re.compile(r"[.,](?!\d)|[;:!?()\[\]\n“”„«»\"–—।؛۔،؟。、，；：？！「」『』（）]")
_REACH = 200
"""Characters on either side of a hedge in which its clause is looked for."""

CLASSES = ("unconfirmed", "reported", "believed", "apparent", "probable", "possible", "modal", "partial")


@dataclass(frozen=True, kw_only=True)
class Hedge(Mention):
    """A hedge. `value` is its class, `strength` (0-1) how much doubt it carries: 0.9 unconfirmed, 0.25 partly.

    `scope` is the clause that it stands in: what it leaves open.
    """

    kind: str = "hedge"
    strength: float = 0.5
    scope: tuple[Span, ...] = ()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The hedges of one language: `classes` gives each mark its class and strength; other marks are exceptions."""

    phrases: Phrases
    classes: Mapping[str, tuple[str, float]]
    lowercase_only: frozenset[str]


@lru_cache(maxsize=None)
def lexicon(language: Language) -> Lexicon | None:
    """The compiled `hedges` section; None where the language has none."""
    section = language.section("hedges")
    if "classes" not in section:
        return None
    strengths = section.get("strengths", {})
    classes: dict[str, tuple[str, float]] = {}
    # Strongest last, so that a mark listed twice keeps the stronger class.
    for name in sorted(section["classes"], key=lambda each: (section["classes"][each]["strength"], each)):
        entry = section["classes"][name]
        for mark in entry["marks"]:
            classes[mark] = (name, strengths.get(mark, entry["strength"]))
    exceptions = [mark for mark in section.get("except", ()) if mark not in classes]
    phrases = Phrases(
        [*classes, *exceptions],
        inside_words=section.get("inside_words", False),
        clitics=section.get("clitics", ()),
    )
    return Lexicon(phrases, classes, frozenset(section.get("lowercase_only", ())))


def extract(article: Article, language: Language) -> list[Mention]:
    """All hedges of a text in order; empty for a language without `hedges` data."""
    words = lexicon(language)
    if words is None:
        return []
    text = article.text
    found: list[Mention] = []
    for start, end, mark in words.phrases.find(fold(text)):
        if mark not in words.classes or (mark in words.lowercase_only and text[start].isupper()):
            continue
        name, strength = words.classes[mark]
        scope = _clause(text, start, end)
        found.append(Hedge(start=start, end=end, text=text[start:end], value=name, strength=strength, scope=(scope,)))
    return found


def _clause(text: str, start: int, end: int) -> Span:
    """The clause around some words: from mark to mark, without the space at its edges."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    for mark in _CLAUSE_END.finditer(text, first, start):
        first = mark.end()
    stop = _CLAUSE_END.search(text, end, last)
    last = stop.start() if stop else last
    words = text[first:last]
    return Span(first + len(words) - len(words.lstrip()), first + len(words.rstrip()))


@lru_cache(maxsize=None)
def ambiguous(language: Language) -> frozenset[str]:
    """Marks that mean something else besides ("soll" is a duty too): alone they prove no doubt."""
    return frozenset(language.section("hedges").get("ambiguous", ()))


@lru_cache(maxsize=None)
def softeners(language: Language, key: str) -> Phrases | None:
    """Words by which a text may keep a doubt without a hedge; None where the language has none.

    `soft` words carry any doubt (conditionals, rumours, suspicions, sources), `faint` ones only that of a "may"
    (ability, future, plans, verbs of saying).
    """
    section = language.section("hedges")
    marks = section.get(key, ())
    if not marks:
        return None
    return Phrases(marks, inside_words=section.get("inside_words", False), clitics=section.get("clitics", ()))
