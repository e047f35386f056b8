"""Whether two names, one lost from the original and one new in the copy, stand for one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_match import CLOSE, SAME, differing_words, same_name, shares_word
from retold.checker.mentions.name_words import has_list, is_common
from retold.checker.mentions.phrases import fold
from retold.checker.model import Link

_WORD = re.compile(r"\w+")
_AROUND, _CONTEXT = 60, 3
"""Characters and words beside a name that tell its place in the sentence."""
_SLOT = 0.75
_AGREE = 0.6
"""Share of words of two sentences in common from which they say the same of a place."""
_ALIKE = 0.5
"""Cosine of two linked passages from which they are taken for one statement in two languages."""
_MOST_LINKED = 2
"""Segments of one side of a link up to which its places may be set side by side."""
MOST_PAIRS = 400
"""More lost and new names than this in one passage are no swap but another text."""


@dataclass(frozen=True, slots=True)
class Swap:
    """A name of the original and the name that stands for it in the copy; `old` None where that cannot be told."""

    old: Name | None
    new: Name
    confidence: float
    severity: str
    how: str


def pairs(comparison: Comparison, lost: Sequence[Name], come: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Each lost name with the new name that fits it best, when it is that one's best too."""

    def fit(one: Name, two: Name) -> float:
        return same_name(one.text, two.text) + shares_word(one.text, two.text) + _same_slot(comparison, one, two)

    for name in lost:
        best = max(come, key=lambda other: (fit(name, other), -other.start))
        if max(lost, key=lambda other: (fit(other, best), -other.start)) is name:
            yield name, best


def judge(comparison: Comparison, old: Name, new: Name, alone: bool) -> Swap | None:
    """What it means in one language that `new` stands where `old` stood; None when that is too little to speak of."""
    alike = same_name(old.text, new.text)
    slot = _same_slot(comparison, old, new)
    ours, theirs = ascii_words(old.text), ascii_words(new.text)
    common = _generic(comparison)
    if alike >= SAME or common.issuperset(ours) or common.issuperset(theirs):
        return None
    if "acronym" in (old.type, new.type) and (_abbreviates(ours, theirs) or _longer(old.text, new.text)):
        return None
    tag = comparison.copy.language
    if has_list(tag) and new.type == "name" == old.type and all(is_common(word, tag) for word in (*ours, *theirs)):
        return None  # "Rights to Weapons", "Right to Arms": words of a title, told in others
    generic = bool(common & (set(ours) ^ set(theirs)))
    if len(ours) > 1 < len(theirs) and shares_word(old.text, new.text):
        if differing_words(old.text, new.text) >= CLOSE:
            noun = _nouns_capitalised(comparison) and "person" not in (old.type, new.type)
            return Swap(old, new, 0.45 if noun else 0.55, "minor", "spelling")
        return None if generic else Swap(old, new, 0.75, "major", "name")
    if alike >= CLOSE and len(ours) == len(theirs):
        return Swap(old, new, 0.55, "minor", "spelling")
    if slot < _SLOT:
        alike_kind = (old.type in PLACES) == (new.type in PLACES)
        plain = alone and alike_kind and not generic and _sentences_agree(comparison, old, new)
        return Swap(old, new, 0.55 if plain else 0.4, "major", "name")
    return Swap(old, new, 0.75 if slot >= 1 and not generic else 0.6, "major", "name")


def same_statement(comparison: Comparison, link: Link, old: Name, new: Name) -> bool:
    """Whether two names of linked passages belong to one statement.

    In one language, the words around the names or most words of their sentences must agree. In two, the passages
    must be linked one to one in the order of the text, and alike when an encoder judged.
    """
    if comparison.same_language:
        return _same_slot(comparison, old, new) >= _SLOT or _sentences_agree(comparison, old, new)
    if link.similarity is not None and link.similarity < _ALIKE:
        return False
    return comparison.order == "monotonic" and max(len(link.original), len(link.copy)) <= _MOST_LINKED


def _sentences_agree(comparison: Comparison, old: Name, new: Name) -> bool:
    """Whether the sentences of two names have most of their words in common, the names aside."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    ours, theirs = original.segment_at(old.start), copy.segment_at(new.start)
    if ours is None or theirs is None:
        return False
    left = set(_WORD.findall(fold(original.words_of(ours)))) - set(_WORD.findall(fold(old.text)))
    right = set(_WORD.findall(fold(copy.words_of(theirs)))) - set(_WORD.findall(fold(new.text)))
    return len(left & right) >= _AGREE * max(len(left), len(right), 1)


def _nouns_capitalised(comparison: Comparison) -> bool:
    """Whether one of the languages writes common nouns as it writes names."""
    assert comparison.original is not None
    known = (lexicon(language.load(tag)) for tag in (comparison.original.language, comparison.copy.language))
    return any(words is not None and words.nouns_capitalised for words in known)


def _longer(one: str, two: str) -> bool:
    """Whether one abbreviation is another with a letter more: BC and BCE, MCI and MCIs."""
    return abs(len(one) - len(two)) == 1 and (one.startswith(two) or two.startswith(one))


def _abbreviates(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one name may begin with the first letters of the other: New York, NYPD."""
    initials = "".join(word[0] for word in ours), "".join(word[0] for word in theirs)
    return any(
        len(some) > 1 and words[0].startswith(some) for some, words in zip(initials, (theirs, ours), strict=True)
    )


def _generic(comparison: Comparison) -> frozenset[str]:
    """Words that stand in many names and may be rendered in several ways: Highway, Freeway, University."""
    assert comparison.original is not None
    tags = comparison.original.language, comparison.copy.language
    return frozenset().union(*(_generic_words(tag) for tag in tags))


@lru_cache(maxsize=None)
def _generic_words(tag: str) -> frozenset[str]:
    words = language.load(tag).section("names").get("generic", ())
    return frozenset(part for word in words for part in ascii_words(word))


def _same_slot(comparison: Comparison, old: Name, new: Name) -> float:
    """How far the words around two names are the same (0-2): whether they fill one place in one sentence."""
    assert comparison.original is not None
    if not comparison.same_language:
        return 0.0
    ours, theirs = comparison.original.text, comparison.copy.text
    score = 0.0
    for mine, yours in (
        (_before(ours, old.start), _before(theirs, new.start)),
        (_behind(ours, old.end), _behind(theirs, new.end)),
    ):
        if mine and yours:
            common = sum(word in yours for word in mine) / max(len(mine), len(yours))
            score += (common + (mine[0] == yours[0])) / 2
        elif not mine and not yours:
            score += 0.5
    return score


def _before(text: str, place: int) -> list[str]:
    """The words of the line before a place, nearest first."""
    line = fold(text[max(0, place - _AROUND) : place]).rpartition("\n")[2]
    return _WORD.findall(line)[::-1][:_CONTEXT]


def _behind(text: str, place: int) -> list[str]:
    """The words of the line behind a place, nearest first."""
    line = fold(text[place : place + _AROUND]).partition("\n")[0]
    return _WORD.findall(line)[:_CONTEXT]
