"""What marks the words of a passage as somebody's: said, quoted, thought or heard.

Wider than the attributions that can be taken apart: a lone cue word, a noun of saying, a quotation mark, a hedge
("reportedly") and whatever the language counts as evidential is a mark. Rules hold the marks of a copy's passage
against those of the original's before they say that an attribution is gone. A mood or particle of hearsay (German
Konjunktiv, French conditional, Turkish -miş, Japanese という) is stronger: it says by itself that somebody else speaks;
the `reported` section of the language data has it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from retold.checker import language, mentions
from retold.checker.language import Language
from retold.checker.mentions.attribution import Reading, read
from retold.checker.mentions.attribution_spans import is_counted
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.phrases import fold
from retold.checker.mentions.quote import unpaired
from retold.checker.model import Article, Mention, Segment, Span, merge_spans

_NOTHING = re.compile(r"(?!)")


def reports(article: Article, segment: Segment) -> tuple[Span, ...]:
    """The words of a segment that mark something as said, thought or heard, in order; hedges and quotations aside.

    Empty for a language without cue data.
    """
    known: dict[int, tuple[Span, ...]] = article.memo.setdefault(("marks of report", article.language), {})
    if segment.index not in known:
        known[segment.index] = tuple(_reports(article, segment))
    return known[segment.index]


def _reports(article: Article, segment: Segment) -> list[Span]:
    known = language.load(article.language)
    reading = read(article, known)
    if reading is None:
        return []
    start, end = segment.start, segment.end
    lexicon = reading.lexicon
    found: list[Span] = []
    for match in lexicon.pattern.finditer(reading.low, start, end):
        form = match.group(match.lastgroup or 0)
        if form in lexicon.classes and not _is_counted_noun(reading, form, match.start()):
            found.append(Span(*match.span()))
    for pattern in (lexicon.nominal, lexicon.evidential):
        for match in pattern.finditer(reading.low, start, end):
            if not _is_counted_noun(reading, match.group(), match.start()):
                found.append(Span(*match.span()))
    return merge_spans(_without_aside(reading, known, segment, found))


def _without_aside(reading: Reading, known: Language, segment: Segment, found: list[Span]) -> list[Span]:
    if not found:
        return found
    aside = [match.span() for match in _aside(known).finditer(reading.low, segment.start, segment.end)]
    return [each for each in found if not any(start <= each.start and each.end <= end for start, end in aside)]


def hedges(article: Article, segment: Segment) -> tuple[Span, ...]:
    """The hedges of a segment: "reportedly", "may"."""
    return tuple(hedge.span for hedge in inside(article, "hedge", [segment]))


def cues(article: Article, segment: Segment) -> tuple[Span, ...]:
    """The cue words alone: verbs of saying and thinking, "according to"."""
    reading = read(article, language.load(article.language))
    if reading is None:
        return ()
    first = bisect_left(reading.cues, segment.start, key=lambda cue: cue.start)
    last = bisect_left(reading.cues, segment.end, key=lambda cue: cue.start)
    found = [Span(cue.start, cue.end) for cue in reading.cues[first:last]]
    return tuple(_without_aside(reading, language.load(article.language), segment, found))


def _is_counted_noun(reading: Reading, form: str, at: int) -> bool:
    """Whether a word that may be a noun is counted ("400 claims"): then it reports nothing."""
    return reading.lexicon.has("nounlike", form) and is_counted(reading, at)


def in_reported_mood(article: Article, segment: Segment) -> bool:
    """Whether the grammar of a segment, or a particle of hearsay, says that somebody else speaks."""
    return bool(_mood(language.load(article.language)).search(fold(article.words_of(segment))))


@lru_cache(maxsize=None)
def _mood(known: Language) -> re.Pattern[str]:
    return _pattern(known, "mood")


@lru_cache(maxsize=None)
def _aside(known: Language) -> re.Pattern[str]:
    """Words that only look like a mark of report: "known as" in Chinese, "as" in Japanese."""
    return _pattern(known, "aside")


def _pattern(known: Language, key: str) -> re.Pattern[str]:
    patterns = known.section("reported").get(key, ())
    if not patterns:
        return _NOTHING
    joined = "|".join(patterns)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if known.spaced else joined)


def touches_quote(article: Article, segment: Segment) -> bool:
    """Whether a segment has words in quotation marks, or a mark without its partner."""
    quotes = mentions.of(article, "quote")
    if any(quote.start < segment.end and segment.start < quote.end for quote in _near(article, segment, quotes)):
        return True
    lone = unpaired(article, language.load(article.language))
    place = bisect_left(lone, Span(segment.start, segment.start))
    return place < len(lone) and lone[place].start < segment.end


def _near(article: Article, segment: Segment, quotes: tuple[Mention, ...]) -> list[Mention]:
    """The quotations that may touch a segment: those that start in its paragraph or run into it."""
    key = "quotes by paragraph"
    if key not in article.memo:
        groups: dict[int, list[Mention]] = {}
        for quote in quotes:
            first, last = article.segment_at(quote.start), article.segment_at(quote.end - 1)
            low = first.paragraph if first else 0
            for paragraph in range(low, (last.paragraph if last else low) + 1):
                groups.setdefault(paragraph, []).append(quote)
        article.memo[key] = groups
    found: list[Mention] = article.memo[key].get(segment.paragraph, [])
    return found
