"""Whether a passage leaves its words to somebody: anything that marks them as said, quoted, thought or heard.

Wider than the attributions that can be taken apart: a lone cue word, a noun of saying, a quotation mark, a mood or
particle of hearsay (German Konjunktiv, French conditional, Turkish -miş, Korean -다고) is enough. Rules ask this of a
copy before they say that an attribution is gone.
"""

from __future__ import annotations

from bisect import bisect_left

from retold.checker import language, mentions
from retold.checker.mentions.attribution import Reading, read
from retold.checker.mentions.attribution_spans import is_counted
from retold.checker.mentions.grouping import by_segment, inside
from retold.checker.mentions.quote import unpaired
from retold.checker.model import Article, Mention, Segment, Span


def is_reported(article: Article, segment: Segment) -> bool:
    """Whether a segment holds a mark of report, in its article's language; kept on the article."""
    known: dict[int, bool] = article.memo.setdefault(("reported", article.language), {})
    if segment.index not in known:
        known[segment.index] = _is_reported(article, segment)
    return known[segment.index]


def _is_reported(article: Article, segment: Segment) -> bool:
    known = language.load(article.language)
    reading = read(article, known)
    if reading is None or by_segment(article, "attribution").get(segment.index):
        return True
    start, end = segment.start, segment.end
    lexicon = reading.lexicon
    for match in lexicon.pattern.finditer(reading.low, start, end):
        form = match.group(match.lastgroup or 0)
        if form in lexicon.classes and not _is_counted_noun(reading, form, match.start()):
            return True
    for pattern in (lexicon.nominal, lexicon.evidential):
        for match in pattern.finditer(reading.low, start, end):
            if not _is_counted_noun(reading, match.group(), match.start()):
                return True
    return bool(inside(article, "hedge", [segment])) or _touches_quote(article, segment)


def _is_counted_noun(reading: Reading, form: str, at: int) -> bool:
    """Whether a word that may be a noun is counted ("400 claims"): then it reports nothing."""
    return reading.lexicon.has("nounlike", form) and is_counted(reading, at)


def _touches_quote(article: Article, segment: Segment) -> bool:
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
