"""Typed spans with values: what a text says, in a form that can be compared across languages.

Each extractor is a pure function of text and language; `of` calls it on first ask and keeps the answer on the article.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module

from retold.checker import language
from retold.checker.language import Language
from retold.checker.model import Article, Mention

EXTRACTORS = ("date", "number", "label", "quote", "attribution", "hedge", "polarity", "name")
"""Modules of this package with `extract(article, language) -> list[Mention]`, mentions in text order."""

Extract = Callable[[Article, Language], list[Mention]]


@lru_cache(maxsize=None)
def _extract(extractor: str) -> Extract:
    found: Extract = import_module(f"{__name__}.{extractor}").extract
    return found


def of(article: Article, extractor: str) -> tuple[Mention, ...]:
    """All mentions that one extractor finds in an article, in text order; computed once."""
    key = ("mentions", extractor)
    if key not in article.memo:
        article.memo[key] = tuple(_extract(extractor)(article, language.load(article.language)))
    found: tuple[Mention, ...] = article.memo[key]
    return found


def in_story(article: Article, extractor: str) -> tuple[Mention, ...]:
    """The same without what stands in boilerplate: what rules compare."""
    key = ("story", extractor)
    if key not in article.memo:
        article.memo[key] = tuple(m for m in of(article, extractor) if article.in_body(m))
    found: tuple[Mention, ...] = article.memo[key]
    return found


WHOLE = {"date": "date_phrase", "number": "number_phrase"}
"""Extractors whose mentions are parts of phrases, and the modules that put them together."""


def everything(article: Article) -> list[Mention]:
    """Every mention of every extractor, in text order, dates and bounds as phrases: what `retold inspect` prints."""
    found = [mention for extractor in EXTRACTORS for mention in of(article, WHOLE.get(extractor, extractor))]
    return sorted(found, key=lambda m: (m.start, -m.end, m.kind))
