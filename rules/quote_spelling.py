"""When two wordings differ in spelling only: neighbours and neighbors, per cent and percent, twelve and 12."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any

from retold.checker import language, mentions
from retold.checker.language import Language
from retold.checker.model import Article, Mention, Span


@dataclass(frozen=True, eq=False)
class Spelling:
    """The variant spellings of a language (`quotation` section), one form for all of them.

    Attributes:
        words: whole words that have another form ("grey" is "gray").
        parts: (one form, other form, letters that must stand before it) inside or at the end of words.
        contractions: (contracted ending or whole word, what it stands for).
    """

    words: dict[str, str]
    parts: tuple[tuple[str, str, int], ...]
    contractions: tuple[tuple[str, str], ...] = ()

    def fold(self, word: str) -> str:
        """The one form of a word in small letters."""
        word = self.words.get(word, word)
        for old, new, before in self.parts:
            if old in word:
                at = word.find(old, before)
                if at >= 0:
                    word = f"{word[:at]}{new}{word[at + len(old) :]}"
        return self.words.get(word, word)

    def written_out(self, words: Sequence[str]) -> str:
        """Some words in one run of letters, contractions written out."""
        return "".join(self._written_out(word) for word in words)

    def _written_out(self, word: str) -> str:
        for ending, full in self.contractions:
            if word.endswith(ending):
                return word[: len(word) - len(ending)] + full
        return word


@lru_cache(maxsize=None)
def spelling(known: Language) -> Spelling:
    """The spelling variants of a language; a language without data has none."""
    section = known.section("quotation")
    words = dict(section.get("spelling_words", ()))
    parts = tuple((old, new, before) for old, new, before in section.get("spelling_parts", ()))
    contractions = tuple((short, full) for short, full in section.get("contractions", ()))
    return Spelling(words, parts, contractions)


def joined(folded: str) -> str:
    """Words without the spaces, hyphens and apostrophes between them, which writers set as they like."""
    return folded.replace(" ", "").replace("-", "").replace("'", "")


def same_figures(
    original: Article, ours: Sequence[tuple[str, Span]], copy: Article, theirs: Sequence[tuple[str, Span]]
) -> bool:
    """Whether two wordings, as folded words with their places, differ only in how they write figures."""
    matcher = SequenceMatcher(None, [word for word, _ in ours], [word for word, _ in theirs], autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    if not changes:
        return False
    for _, left, left_end, right, right_end in changes:
        some = _figures(original, [span for _, span in ours[left:left_end]])
        if not some or some != _figures(copy, [span for _, span in theirs[right:right_end]]):
            return False
    return True


def _figures(article: Article, places: Sequence[Span]) -> list[tuple[Any, ...]]:
    """The figures that some words write; none when one of the words is part of no figure."""
    found: list[Mention] = []
    for place in places:
        figure = next((m for m in mentions.of(article, "number") if m.start < place.end and place.start < m.end), None)
        if figure is None:
            return []
        if not found or found[-1] is not figure:
            found.append(figure)
    said = [each.to_dict() for each in found]
    return [tuple(each.get(key) for key in ("kind", "value", "unit")) for each in said]


def of(article: Article) -> Spelling:
    """The spelling variants of an article's language."""
    return spelling(language.load(article.language))
