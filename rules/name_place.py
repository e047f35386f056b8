"""Countries and cities that stand for others, passage by passage and by code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_index import index_of
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_places import may_stand_for, related
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Link, Segment
from retold.rules.name_judge import Swap, same_statement

REGIONS = frozenset({"EU", "UN", "001", "002", "142", "150", "419"})
"""Codes of continents and unions: a writer may name these for a country, and the other way round."""
_ELSEWHERE = 0.14
"""So much less sure of a place that stands elsewhere in the text."""
_LOOSELY_LINKED = 0.45
"""How sure at most of two places in passages that are linked, but may speak of different things."""


def cased(article: Article) -> bool:
    """Whether an article's script has capitals."""
    words = lexicon(language.load(article.language))
    return words is not None and words.cased


def places(
    comparison: Comparison,
    link: Link,
    old: Sequence[Name],
    new: Sequence[Name],
    originals: Sequence[Segment],
    copies: Sequence[Segment],
) -> Iterator[Swap]:
    """A country or city that the copy's passage lacks, where it has one that the original's passage lacks.

    Less sure when the rest of the text has them: a sentence may then speak of them without the name.
    """
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for kind in PLACES:
        ours = {name.value: name for name in reversed(old) if name.type == kind}
        theirs = {name.value: name for name in reversed(new) if name.type == kind}
        if not ours or not theirs or ours.keys() == theirs.keys():
            continue
        lost = [name for name in ours.values() if not _place_in(copy, copies, name, theirs)]
        come = [name for name in theirs.values() if not _place_in(original, originals, name, ours)] if lost else []
        if len(lost) == len(come) == 1 and (lost[0].value in REGIONS) == (come[0].value in REGIONS):
            sure = 0.88 if comparison.same_language else 0.82
            if kind == "city":
                sure -= 0.05
            if has_place(copy, lost[0]) or has_place(original, come[0]):
                sure -= _ELSEWHERE
            if not same_statement(comparison, link, lost[0], come[0]):
                sure = min(sure, _LOOSELY_LINKED)
            yield Swap(lost[0], come[0], round(sure, 2), "major", "place")


def _place_in(article: Article, segments: Sequence[Segment], place: Name, codes: dict[str | None, Name]) -> bool:
    """Whether a passage speaks of a place: by name, people, adjective."""
    code = place.value or ""
    if any(each in codes for each in related(code)):
        return True
    if place.type != "territory":
        return False
    known = language.load(article.language)
    return any(may_stand_for(code, known, fold(article.words_of(segment))) for segment in segments)


def has_place(article: Article, place: Name) -> bool:
    """Whether an article speaks of a place anywhere: by name, people, adjective or a like spelling."""
    code = place.value or ""
    key = ("speaks of", code)
    if key not in article.memo:
        known = language.load(article.language)
        article.memo[key] = code in _codes(article) or (
            place.type == "territory" and may_stand_for(code, known, fold(article.text))
        )
    if article.memo[key]:
        return True
    return cased(article) and place.text.upper() != place.text and index_of(article).has(place.text)


def _codes(article: Article) -> frozenset[str]:
    if "place codes" not in article.memo:
        names = (name for name in mentions.of(article, "name") if isinstance(name, Name) and name.type in PLACES)
        article.memo["place codes"] = frozenset(name.value for name in names if name.value)
    codes: frozenset[str] = article.memo["place codes"]
    return codes
