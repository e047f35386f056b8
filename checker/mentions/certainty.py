"""Words of certainty: what turns a doubt of the original into a fact when a copy puts them in its place.

Lists of the section `hedges.certainty` of each language, compiled by the retold authors:

    proven      say that it is so (proved, confirmed, certainly); denied ones say nothing
    future      say that it will be so
    all, some   leave nothing out; speak of a part only
    expected    say that something is yet to come
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article, Passage, Segment

KINDS = ("proven", "future", "all", "some", "expected")

_DENIED = 30
"""Characters before a word of certainty in which a negation denies it."""


@lru_cache(maxsize=None)
def lexicon(tongue: Language, kind: str) -> Phrases | None:
    """The words of one kind; None where the language has none."""
    section = tongue.section("hedges")
    marks = section.get("certainty", {}).get(kind, ())
    if not marks:
        return None
    return Phrases(marks, inside_words=section.get("inside_words", False), clitics=section.get("clitics", ()))


def certain(article: Article, segments: Sequence[Segment], kind: str) -> list[Passage]:
    """The words of one kind in some segments, in text order; not those within a hedge ("not confirmed")."""
    phrases = lexicon(language.load(article.language), kind)
    if phrases is None:
        return []
    hedges = inside(article, "hedge", segments)
    negations = inside(article, "polarity", segments)
    found: list[Passage] = []
    for segment in segments:
        for first, last, mark in phrases.find(fold(article.words_of(segment))):
            start, end = segment.start + first, segment.start + last
            if mark.startswith("*") and article.text[start].isupper() and start > segment.start:
                continue  # an ending found in a name
            hedged = any(hedge.start < end and start < hedge.end for hedge in hedges)
            denied = any(start - _DENIED < no.start < end for no in negations)
            if not hedged and not denied:
                found.append(article.passage(start, end))
    return found
