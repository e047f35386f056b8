"""The words that limit what is said or turn it round: but, if, unless, as long as, in a quotation and around it."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article, Span

SENTENCE_END = re.compile(r"[.!?…]+[\"”’»)]*(?=\s|$)|[。！？｡।؟]+")
"""Where a sentence of a quotation ends."""

_CLAUSE_END = re.compile(r"[,;:—–、，；：،؛]")
_STOP = re.compile(r"[,;:—–.!?、，；：。！？،؛।؟]")
_HEAD = 14
"""Characters of a dropped clause in which its limiting word must begin: "and only if", "und zwar nur wenn"."""
_MORE = 3
"""Characters that a clause has beside its limiting word."""


@lru_cache(maxsize=None)
def conditions(known: Language) -> Phrases | None:
    """The limiting words of a language (`quotation` section); None where it has none listed."""
    return _phrases(known, "conditions")


@lru_cache(maxsize=None)
def turns(known: Language) -> Phrases | None:
    """Those that limit the sentence before their own, too."""
    return _phrases(known, "turns")


def _phrases(known: Language, key: str) -> Phrases | None:
    marks = known.section("quotation").get(key, ())
    hedges = known.section("hedges")
    if not marks:
        return None
    return Phrases(marks, inside_words=hedges.get("inside_words", False), clitics=hedges.get("clitics", ()))


def limited(article: Article, start: int, end: int) -> list[Span]:
    """The limiting words between two places of an article, in text order."""
    known = conditions(language.load(article.language))
    if known is None:
        return []
    folded = fold(article.text[start:end])
    return [Span(start + first, start + last) for first, last, _ in known.find(folded)]


def dropped_after(article: Article, at: int, end: int) -> Span | None:
    """The limiting clause that a quotation ending at `at` is cut before, when its words go on to `end`."""
    text = article.text
    gap = SENTENCE_END.match(text, at)
    lexicon = (turns if gap else conditions)(language.load(article.language))
    start = _skip(text, gap.end() if gap else at, end)
    if lexicon is None or start >= end:
        return None
    stop = SENTENCE_END.search(text, start, end)
    clause = Span(start, stop.start() if stop else end)
    reach = 1 if gap else _HEAD
    first = next(lexicon.find(fold(text[clause.start : clause.end])), None)
    return clause if first is not None and first[0] < reach else None


def dropped_before(article: Article, start: int, at: int) -> Span | None:
    """The limiting clause that a quotation beginning at `at` is cut behind, when its words begin at `start`: a clause
    of the same sentence that ends in a comma."""
    ends = list(SENTENCE_END.finditer(article.text, start, at))
    first = _skip(article.text, ends[-1].end() if ends else start, at)
    last = start + len(article.text[start:at].rstrip())
    if last <= first or not _CLAUSE_END.match(article.text, last - 1):
        return None
    clause = Span(first, last - 1)
    found = limited(article, clause.start, last)
    return clause if found and clause.end - clause.start > found[0].end - found[0].start + _MORE else None


def _skip(text: str, start: int, end: int) -> int:
    while start < end and not text[start].isalnum():
        start += 1
    return start


def clause_of(article: Article, quoted: Span, mark: Span) -> Span:
    """The clause that a limiting word in a quotation belongs to: from the word to the clause's end or, where the word
    ends its clause (Japanese, Korean), from the clause's start."""
    text = article.text
    stops = [match.start() for match in _STOP.finditer(text, quoted.start, quoted.end)]
    after = next((at for at in stops if at >= mark.end - 1), quoted.end)
    before = max((at + 1 for at in stops if at < mark.start), default=quoted.start)
    if after - mark.end <= 1 and mark.start - before > mark.end - mark.start:
        return Span(_skip(text, before, mark.start), mark.end)
    if after - mark.end <= 1:  # a comma stands right behind the word: "es sei denn, ..."
        after = next((at for at in stops if at > after), quoted.end)
    return Span(mark.start, after)
