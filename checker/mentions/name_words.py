"""The common words of a language: what tells a word that is a name and nothing else from one that may be translated.

"Adeyemi" keeps its letters in every translation; "White House" does not. The list of English is SCOWL's
(`names/words`); other languages have the words of their `generic` lists alone.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from retold.checker import language
from retold.checker.mentions.name_letters import ascii_words

FORMS = (
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("ly", ""),
    ("er", ""),
)
"""Endings and what stands in their place in the word they are a form of; the list leaves such forms out."""
_LISTED = ("en",)


def has_list(tag: str) -> bool:
    """Whether the common words of a language are known."""
    return language.base(tag) in _LISTED


@lru_cache(maxsize=65536)
def is_common(word: str, tag: str) -> bool:
    """Whether a word in plain small letters is one that a language uses for other things than names."""
    if word in _generic(tag) or _translated(tag).fullmatch(word):
        return True
    if not has_list(tag):
        return False
    words = _listed(language.base(tag))
    return word in words or any(stem in words or any(other in words for other in _stems(stem)) for stem in _stems(word))


def _stems(word: str) -> list[str]:
    """What a word may be a form of: players, player, play."""
    return [word.removesuffix(ending) + stem for ending, stem in FORMS if word.endswith(ending) and len(word) > 3]


def is_generic(word: str, tag: str) -> bool:
    """Whether a word stands in many names of bodies and places: Church, Street, Cup."""
    return word in _generic(tag)


@lru_cache(maxsize=1)
def given_words() -> frozenset[str]:
    """Given names of many languages in plain small letters (`names/given.txt`, compiled by the retold authors)."""
    return frozenset((files("retold.checker") / "names" / "given.txt").read_text("utf-8").split())


@lru_cache(maxsize=None)
def _listed(code: str) -> frozenset[str]:
    return frozenset((files("retold.checker") / "names" / "words" / f"{code}.txt").read_text("utf-8").split())


@lru_cache(maxsize=None)
def _generic(tag: str) -> frozenset[str]:
    words = language.load(tag).section("names").get("generic", ())
    return frozenset(part for word in words for part in ascii_words(word))


@lru_cache(maxsize=None)
def _translated(tag: str) -> re.Pattern[str]:
    """Words with a capital that every language has its own word for: peoples, languages, faiths, feasts."""
    section = language.load(tag).section("names")
    marks = [*section.get("translated", ()), *(mark for marks in section.get("peoples", {}).values() for mark in marks)]
    patterns = sorted({
        "".join(ascii_words(mark)) + (r"\w*" if mark.endswith("*") else "") for mark in marks if " " not in mark
    })  # fmt: skip
    return re.compile("|".join(patterns) or r"(?!)")
