"""How sources are quoted in messages."""

from __future__ import annotations

from retold.checker import language
from retold.checker.mentions.attribution import Attribution
from retold.checker.model import Article

_LONGEST = 120


def source_words(article: Article, mention: Attribution) -> str:
    """The source as written, without the capital that only starts a sentence; cut where it is very long."""
    span = mention.source[0]
    words = " ".join(article.text[span.start : span.end].split())
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0] + " …"
    first = words.split(" ", 1)[0]
    openers = language.load(article.language).section("names").get("openers", ())
    return words[:1].lower() + words[1:] if first.lower() in openers and not first[1:].isupper() else words


def cue_words(article: Article, mention: Attribution) -> str:
    """The verb or phrase that credits, as written."""
    return article.text[mention.cue[0].start : mention.cue[0].end]
