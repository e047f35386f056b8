"""Words that are each other's opposite: small and big, founded and destroyed, upper and lower.

Section `polarity.opposites` of each language, compiled by the retold authors: notion -> words of its one pole, words of
its other pole. The notions have the same names in all languages, so that small and groß can be held against each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article, Passage, Segment

Pole = tuple[str, int]
"""A notion and one of its two poles, 0 or 1."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language, and the pole that each stands for."""

    phrases: Phrases
    poles: Mapping[str, Pole]


@lru_cache(maxsize=None)
def lexicon(tongue: Language) -> Lexicon | None:
    """The compiled opposites; None where the language has none."""
    section = tongue.section("polarity")
    poles = {
        mark: (notion, place)
        for notion, sides in section.get("opposites", {}).items()
        for place, side in enumerate(sides)
        for mark in side
    }
    if not poles:
        return None
    inside = section.get("inside_words", False)
    return Lexicon(Phrases(poles, inside_words=inside, clitics=section.get("clitics", ())), poles)


def poles(article: Article, segments: Sequence[Segment]) -> dict[Pole, Passage]:
    """The poles that some segments name, each with the first words for it."""
    words = lexicon(language.load(article.language))
    found: dict[Pole, Passage] = {}
    if words is None:
        return found
    for segment in segments:
        for start, end, mark in words.phrases.find(fold(article.words_of(segment))):
            pole = words.poles[mark]
            if pole not in found:
                found[pole] = article.passage(segment.start + start, segment.start + end)
    return found
