"""Places of a sentence where a name seems to have fallen out: "imported from are duty free", "the hospital in."."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.model import Article, Segment

_EMPTY = r"\(\s?\)|(?:(?<=^)|(?<=[\s(\"“]))['’]?s(?=\s[a-z])|,\s?,(?!,)"
_HOLLOW = r"(?<!\w)[\"“][\"”](?!\w)|\(\s?(?:and\s|,)|(?:(?<=^)|(?<=[.!?]\s))-[a-z]+\s"
"""Marks with nothing between them, a compound that has lost its beginning."""
_FIRST = r"(?:(?<=^)|(?<=[.!?]\s)|(?<=[\"“]))"


@lru_cache(maxsize=None)
def _sure_pattern(known: Language) -> re.Pattern[str] | None:
    """What a language can write in no sentence at all, name or no name: "is tracked by the."."""
    gaps = known.section("names").get("gaps", {})
    if not gaps.get("articles"):
        return None
    articles, leads, verbs, openers = (
        "|".join(sorted(map(re.escape, gaps.get(key, ())), key=lambda word: (-len(word), word)))
        for key in ("articles", "prepositions", "finite", "openers")
    )
    any_lead = rf"(?:{articles}|{leads})"
    capital = rf"(?:{'|'.join(lead.capitalize() for lead in leads.split('|'))})"
    patterns = (
        _EMPTY,
        _HOLLOW,
        rf"\b(?:{articles})(?:\s?[,.;:)](?!\w)|\s(?:{verbs})\b)",
        rf"(?<=[a-z])\s(?:{leads})\s(?:{verbs})\b",
        rf"\b{any_lead}(?:\s[,.;:]|,?\s\))(?!\w)",
        rf"{_FIRST}{capital},\s",
        rf"{_FIRST}{capital}\s[^,.!?\n]{{3,60}},\s(?:{verbs})\s",
        rf"{_FIRST}(?:{openers})\s(?!I\b)[^?]*$",
    )
    return re.compile("|".join(patterns), re.M)


def sure_gap(article: Article, segment: Segment) -> tuple[int, int] | None:
    """The first place of a segment where a word is missing beyond doubt."""
    return _first(_sure_pattern(language.load(article.language)), article, segment)


@lru_cache(maxsize=None)
def _pattern(known: Language) -> re.Pattern[str] | None:
    """What a language cannot write without a word between; None where its words for it are not known."""
    gaps = known.section("names").get("gaps", {})
    if not gaps:
        return re.compile(_EMPTY, re.M)
    leads, verbs, stops = (
        "|".join(sorted(map(re.escape, gaps.get(key, ())), key=lambda word: (-len(word), word)))
        for key in ("leads", "verbs", "openers")
    )
    patterns = [_EMPTY, rf"\b(?:{leads})(?:\s?[,.;:!?)](?!\w)|\s(?:{verbs})\b)"]
    if stops:
        patterns.append(rf"{_FIRST}(?:{stops})\s(?!I\b)")
    return re.compile("|".join(patterns), re.M)


def gap(article: Article, segment: Segment) -> tuple[int, int] | None:
    """The first place of a segment, as offsets of the text, where a word seems to be missing."""
    return _first(_pattern(language.load(article.language)), article, segment)


def _first(pattern: re.Pattern[str] | None, article: Article, segment: Segment) -> tuple[int, int] | None:
    if pattern is None:
        return None
    match = pattern.search(article.text[segment.start : segment.end])
    return (segment.start + match.start(), segment.start + match.end()) if match else None
