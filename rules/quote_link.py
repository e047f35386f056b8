"""Which quotations of the copy render which of the original, and which stand alone on their side.

The links between segments say which quotations may belong together. Where several stand in linked passages, their
lengths decide, between two texts in one language their words, and they keep their order: one may be split in two, two
may be joined, and one may have no partner.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.checker import calibration, mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Segment, Span
from retold.rules.quote_compare import tokens

OWN_RATIO = 6
"""Links with one segment on each side from which the two texts themselves say how long a rendering is."""

_SKIP = 0.8
"""What it costs to leave a quotation alone; as a length, 2.2 times too long or too short."""
_JOIN = 0.15
"""What it costs to join two quotations, or split one."""
_UNLIKE = 1.6
"""What it costs to pair two quotations that share no word."""
_MOST = 24
"""Quotations on one side of linked passages that are set against each other; more are paired in order."""

_EDGE_MARK = re.compile("[\"“”„‟«»‹›「」『』〝〞〟＂]|(?<!\\w)['‘‚]|['’‘](?!\\w)")
_DOUBLE = re.compile('["“”„‟«»「」『』]')
_DASH = re.compile(r"[ \t\xa0]*(?:[–—―]|-[ \t\xa0])")
_DASH_BEHIND = re.compile(r"(?:([.\n»”\"])|[,!?…])[ \t\xa0]*[-–—―][ \t\xa0]")


@dataclass(frozen=True, eq=False)
class QuoteLink:
    """Quotations that render each other; one side is empty where a quotation stands alone. In text order."""

    original: tuple[Quote, ...]
    copy: tuple[Quote, ...]


def links(comparison: Comparison) -> tuple[QuoteLink, ...]:
    """The links between the outermost quotations of the two stories, in the order of the text; made once."""
    memo = vars(comparison)
    if "quote links" not in memo:
        memo["quote links"] = tuple(_link(comparison))
    found: tuple[QuoteLink, ...] = memo["quote links"]
    return found


def outermost(article: Article) -> tuple[Quote, ...]:
    """The quotations of the story that stand in no other, in text order; made once."""
    key = "outermost quotations"
    if key not in article.memo:
        found = mentions.in_story(article, "quote")
        article.memo[key] = tuple(quote for quote in found if isinstance(quote, Quote) and not quote.depth)
    known: tuple[Quote, ...] = article.memo[key]
    return known


def segments_of(article: Article, quote: Quote) -> tuple[Segment, ...]:
    """The segments that a quotation runs through."""
    first, last = article.segment_at(quote.start), article.segment_at(quote.end - 1)
    if first is None or last is None:
        return ()
    return article.segments[first.index : last.index + 1]


def linked_to(comparison: Comparison, segments: Sequence[Segment], side: str) -> tuple[Segment, ...]:
    """The segments of the other text that are linked to some of one; `side` names the text of `segments`."""
    step = comparison.copy_segments if side == "original" else comparison.original_segments
    found = {other.index: other for segment in segments for other in step(segment.index)}
    return tuple(found[index] for index in sorted(found))


def passages(comparison: Comparison, link: QuoteLink) -> tuple[list[Segment], list[Segment]]:
    """The segments of both texts that linked quotations run through, with those linked to them."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    own = {segment.index: segment for quote in link.original for segment in segments_of(original, quote)}
    other = {segment.index: segment for quote in link.copy for segment in segments_of(copy, quote)}
    other.update((segment.index, segment) for segment in linked_to(comparison, tuple(own.values()), "original"))
    own.update((segment.index, segment) for segment in linked_to(comparison, tuple(other.values()), "copy"))
    return list(own.values()), list(other.values())


def size(segments: Iterable[Segment]) -> int:
    """Characters of some segments."""
    return sum(segment.end - segment.start for segment in segments)


def length_ratio(comparison: Comparison) -> float:
    """How many characters of the copy render one of the original; made once."""
    memo = vars(comparison)
    if "quote length ratio" not in memo:
        memo["quote length ratio"] = _length_ratio(comparison)
    ratio: float = memo["quote length ratio"]
    return ratio


def _length_ratio(comparison: Comparison) -> float:
    assert comparison.original is not None
    single = [
        (theirs[0].end - theirs[0].start) / max(1, ours[0].end - ours[0].start)
        for _, ours, theirs in comparison.linked_pairs()
        if len(ours) == len(theirs) == 1
    ]
    if len(single) >= OWN_RATIO:
        return sorted(single)[len(single) // 2]
    return calibration.length_ratio(comparison.original.language, comparison.copy.language)


def marked(article: Article, segments: Iterable[Segment]) -> bool:
    """Whether anything in some segments marks speech: a quotation that runs through, a lone mark, a dialogue dash."""
    quotes = outermost(article)
    starts = _starts(article)
    for segment in segments:
        place = bisect_right(starts, segment.end - 1) - 1
        if place >= 0 and quotes[place].end > segment.start:
            return True
        start = max(0, segment.start - 1)
        if _EDGE_MARK.search(article.text, start, segment.end + 1):
            return True
        if _is_dialogue(article, segment):
            return True
    return False


def _is_dialogue(article: Article, segment: Segment) -> bool:
    """Whether dashes mark speech in a segment. One behind a comma ("..., — she said") does so only where another opens
    the paragraph: else the quotation marks may have been lost."""
    text = article.text
    if _DASH.match(text, segment.start):
        return True
    found = [match.group(1) for match in _DASH_BEHIND.finditer(text, max(0, segment.start - 2), segment.end)]
    if not found:
        return False
    first = segment.index
    while first and article.segments[first - 1].paragraph == segment.paragraph:
        first -= 1
    return any(found) or bool(_DASH.match(text, article.segments[first].start))


def free_of_speech(comparison: Comparison, segments: Sequence[Segment], side: str) -> float:
    """How sure it is that a passage of one text ("original" or "copy") holds no rendering of a quotation that has no
    partner: 1 when nothing in it marks speech, less when its quotations all have partners of their own, else 0."""
    article = comparison.copy if side == "copy" else comparison.original
    assert article is not None
    if not marked(article, segments):
        return 1.0
    if quoted_share(article, segments) is None:
        return 0.0
    start, end = segments[0].start, segments[-1].end
    found = [quote for quote in outermost(article) if quote.start < end and start < quote.end]
    return 0.8 if found and all(quote in partners(comparison) for quote in found) else 0.0


def partners(comparison: Comparison) -> dict[Quote, Quote]:
    """Each quotation, of either text, that renders another one to one, and that other; made once."""
    memo = vars(comparison)
    if "quote partners" not in memo:
        pairs = [
            (*link.original, *link.copy) for link in links(comparison) if len(link.original) == len(link.copy) == 1
        ]
        memo["quote partners"] = {one: other for pair in pairs for one, other in (pair, pair[::-1])}
    found: dict[Quote, Quote] = memo["quote partners"]
    return found


def quoted_share(article: Article, segments: Sequence[Segment]) -> float | None:
    """Share of a passage that stands in quotation marks, 0-1; None when some mark in it belongs to no quotation."""
    start, end = segments[0].start, segments[-1].end
    quotes = outermost(article)
    first = max(0, bisect_right(_starts(article), start) - 1)
    inside = [quote for quote in quotes[first : bisect_right(_starts(article), end)] if quote.end > start]
    covered = sum(min(quote.end, end) - max(quote.start, start) for quote in inside)
    marks = sum(start <= at < end for quote in inside for at in (quote.start, quote.end - 1))
    if marks != len(_DOUBLE.findall(article.text, start, end)):
        return None
    return covered / max(1, end - start)


def _starts(article: Article) -> list[int]:
    key = "starts of outermost quotations"
    if key not in article.memo:
        article.memo[key] = [quote.start for quote in outermost(article)]
    found: list[int] = article.memo[key]
    return found


def length(quotes: Iterable[Quote]) -> int:
    """Characters between the marks."""
    return sum(span.end - span.start for quote in quotes for span in quote.content)


def contents(quotes: Iterable[Quote]) -> tuple[Span, ...]:
    return tuple(span for quote in quotes for span in quote.content)


def _link(comparison: Comparison) -> Iterable[QuoteLink]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    ours, theirs = outermost(original), outermost(copy)
    if not ours and not theirs:
        return
    groups = _Groups(comparison)
    for quote in ours:
        groups.add(quote, segments_of(original, quote), 0)
    for quote in theirs:
        groups.add(quote, segments_of(copy, quote), 1)
    pairing = _Pairing(comparison)
    found = [link for left, right in groups.all() for link in pairing.pair(left, right)]
    if comparison.same_language:
        found = _reunited(comparison, found)
    yield from sorted(found, key=lambda link: [(quote.start, quote.end) for quote in (*link.original, *link.copy)])


def _reunited(comparison: Comparison, found: list[QuoteLink]) -> list[QuoteLink]:
    """Quotations left alone on both sides that have the very same words belong together, wherever they stand."""
    assert comparison.original is not None
    waiting: dict[tuple[str, ...], QuoteLink] = {}
    for link in found:
        if not link.copy:
            waiting.setdefault(tuple(tokens(link.original[0].words(comparison.original.text))), link)
    pairs: dict[QuoteLink, QuoteLink | None] = {}
    for link in found:
        if link.original or not waiting:
            continue
        mate = waiting.pop(tuple(tokens(link.copy[0].words(comparison.copy.text))), None)
        if mate is not None:
            pairs[mate], pairs[link] = QuoteLink(mate.original, link.copy), None
    return [kept for link in found if (kept := pairs.get(link, link)) is not None]


class _Groups:
    """Quotations that stand in linked passages, together."""

    def __init__(self, comparison: Comparison) -> None:
        self._of_segment: tuple[dict[int, list[int]], dict[int, list[int]]] = ({}, {})
        for number, link in enumerate(comparison.links):
            for side, indexes in enumerate((link.original, link.copy)):
                for index in indexes:
                    self._of_segment[side].setdefault(index, []).append(number)
        self._parent = list(range(len(comparison.links)))
        self._quotes: list[tuple[Quote, int, int | None]] = []

    def add(self, quote: Quote, segments: Sequence[Segment], side: int) -> None:
        numbers = [number for segment in segments for number in self._of_segment[side].get(segment.index, ())]
        for number in numbers[1:]:
            self._parent[self._root(number)] = self._root(numbers[0])
        self._quotes.append((quote, side, numbers[0] if numbers else None))

    def all(self) -> list[tuple[list[Quote], list[Quote]]]:
        """The original's and the copy's quotations of each group."""
        groups: dict[int, tuple[list[Quote], list[Quote]]] = {}
        alone: list[tuple[list[Quote], list[Quote]]] = []
        for quote, side, number in self._quotes:
            if number is None:
                alone.append(([], [quote]) if side else ([quote], []))
            else:
                groups.setdefault(self._root(number), ([], []))[side].append(quote)
        return [*groups.values(), *alone]

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number


class _Pairing:
    """Pairs the quotations of linked passages."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._same = comparison.same_language

    def pair(self, ours: list[Quote], theirs: list[Quote]) -> list[QuoteLink]:
        if not ours or not theirs:
            return [*(QuoteLink((one,), ()) for one in ours), *(QuoteLink((), (one,)) for one in theirs)]
        if len(ours) == len(theirs) == 1 and not self._same:
            return [QuoteLink((ours[0],), (theirs[0],))]
        if max(len(ours), len(theirs)) > _MOST:
            return self._in_order(ours, theirs)
        return self._cheapest(ours, theirs)

    def _in_order(self, ours: list[Quote], theirs: list[Quote]) -> list[QuoteLink]:
        if len(ours) != len(theirs):
            return [QuoteLink(tuple(ours), tuple(theirs))]
        return [QuoteLink((one,), (other,)) for one, other in zip(ours, theirs, strict=True)]

    def _cheapest(self, ours: list[Quote], theirs: list[Quote]) -> list[QuoteLink]:
        """The cheapest way through both sides in order."""
        steps = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
        best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
        for i in range(len(ours) + 1):
            for j in range(len(theirs) + 1):
                ways = [
                    (best[i - a, j - b][0] + self._cost(ours[i - a : i], theirs[j - b : j]), (a, b))
                    for a, b in steps
                    if i >= a and j >= b
                ]
                if ways:
                    best[i, j] = min(ways, key=lambda way: way[0])
        out: list[QuoteLink] = []
        i, j = len(ours), len(theirs)
        while i or j:
            a, b = best[i, j][1]
            out.append(QuoteLink(tuple(ours[i - a : i]), tuple(theirs[j - b : j])))
            i, j = i - a, j - b
        return out[::-1]

    def _cost(self, ours: Sequence[Quote], theirs: Sequence[Quote]) -> float:
        if not ours or not theirs:
            return _SKIP * (len(ours) + len(theirs))
        extra = _JOIN * (len(ours) + len(theirs) - 2)
        if self._same:
            return _UNLIKE * (1 - self._shared(ours, theirs)) + extra
        expected = max(1.0, length(ours) * length_ratio(self._comparison))
        return abs(math.log(max(1, length(theirs)) / expected)) + extra

    def _shared(self, ours: Sequence[Quote], theirs: Sequence[Quote]) -> float:
        """Share of the words of the shorter side that stand in the other."""
        assert self._comparison.original is not None
        left, right = _bag(self._comparison.original, ours), _bag(self._comparison.copy, theirs)
        return (left & right).total() / max(1, min(left.total(), right.total()))


def _bag(article: Article, quotes: Iterable[Quote]) -> Counter[str]:
    return Counter(word for quote in quotes for word in tokens(quote.words(article.text)))
