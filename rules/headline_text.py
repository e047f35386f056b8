"""What a headline is held against: the story below it, its words and how near they stand to one another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.checker import language
from retold.checker.mentions.phrases import WORD, fold
from retold.checker.model import Article, Mention, Passage, Segment

LEAD = 3
"""Sentences in which a story says what its headline sums up."""

_WORD = re.compile(rf"[{WORD}]+")
_LEAST_WORD = 4
_LEAST_STEM = 4
"""Letters that two words share at their beginning, for one of them to be the other with another ending."""


@dataclass(frozen=True, slots=True)
class Clash:
    """What a headline says, what the story says in its place, and the original's words for that.

    `what` is figure, name, polarity, state or opposite.
    """

    what: str
    head: Passage
    told: Passage
    before: Passage
    confidence: float


def headlines(article: Article) -> Iterator[Segment]:
    """The headlines of a text that has a story below them."""
    if any(segment.kind != "headline" for segment in article.body):
        yield from (segment for segment in article.segments if segment.kind == "headline")


def story(article: Article) -> tuple[Segment, ...]:
    """A text without its headlines."""
    return tuple(segment for segment in article.body if segment.kind != "headline")


def below(article: Article) -> str:
    """The words of the story below the headline; put together once."""
    if "below the headline" not in article.memo:
        article.memo["below the headline"] = "\n".join(article.words_of(segment) for segment in story(article))
    words: str = article.memo["below the headline"]
    return words


def packed(article: Article) -> bool:
    """Whether words are not set apart, or so short that pairs of letters tell more."""
    return language.load(article.language).runs_on


def telling(article: Article, text: str) -> list[tuple[str, int]]:
    """What tells in some words, with its place: the longer words, or the pairs of letters of packed scripts."""
    low = fold(text)
    if packed(article):
        return [
            (match.group()[at : at + 2], match.start() + at)
            for match in _WORD.finditer(low)
            for at in range(len(match.group()) - 1)
        ]
    found = [(match.group(), match.start()) for match in _WORD.finditer(low) if not match.group().isdecimal()]
    return [(word, at) for word, at in found if len(word) >= _LEAST_WORD or (not word.isascii() and len(word) > 2)]


def alike(one: str, other: str) -> bool:
    """Whether two words may be one in two forms: "morts", "mort"; "Verletzte", "verletzt"."""
    if one == other:
        return True
    stem = max(_LEAST_STEM, min(len(one), len(other)) - 2)
    return min(len(one), len(other)) >= _LEAST_STEM and one[:stem] == other[:stem]


def headed(article: Article, mention: Mention) -> bool:
    """Whether something stands in a headline."""
    segment = article.segment_at(mention.start)
    return segment is not None and segment.kind == "headline"
