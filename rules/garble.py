"""What the rules for garbled text share: defects of one text, and the original's say in them.

A garble rule looks at the copy alone. It becomes sharper with the original: a defect that stands in the linked
passage of the original too is the original's own way of writing, and silent.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, ClassVar

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.language import Language
from retold.checker.mentions.quote import Quote, unpaired
from retold.checker.model import Article, Finding, Segment, Span, merge_spans
from retold.checker.rule import Rule

CONTEXT = 12
"""Characters either side of a defect that must stand in the original too for a verbatim excuse."""

LONGEST_SPEECH = 3000
"""Characters between an opening mark and a closing mark of another paragraph that may belong together."""

TRUST = 0.25
"""Share of the remaining doubt that a linked original without the defect takes away."""

_TWO_STYLES = '"“'
"""A quotation that opens straight and closes as in German print."""

_SEPARATOR = (
    r"\s\d\x00-\x40\x5b-\x60\x7b-\xbf×÷\u2000-\u200b\u200e-\u206f\u2190-\u2bff\u3000-\u303f।॥،؛؟٪-٭٠-٩\uff00-\uff20"
    r"\uff3b-\uff40\uff5b-\uff65"
)
WORD = re.compile(rf"[^{_SEPARATOR}]+(?:['’\-][^{_SEPARATOR}]+)*")
"""A word with its combining marks, which `\\w` leaves out (Devanagari vowel signs, Arabic vowel points)."""

EDGE = r"(?<![\w'’\-.\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f])"
"""What may not stand before the first letter of a whole word."""


@dataclass(frozen=True, slots=True)
class Defect:
    """Something in one text that no writer meant. `kind` tells the sorts of one rule apart; `more` are further places
    of the same defect."""

    kind: str
    start: int
    end: int
    message: str
    confidence: float
    severity: str | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)
    more: tuple[Span, ...] = ()


class GarbleRule(Rule):
    """A rule that finds defects in a single text."""

    group = "garble"
    mqm = "fluency"
    needs = ()
    said_once: ClassVar[frozenset[str]] = frozenset()
    """Kinds of defect that a pipeline repeats: a text full of one entity gets one finding for it."""

    @abstractmethod
    def defects(self, article: Article) -> Iterable[Defect]:
        """The defects of one article, in text order."""

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        copy, original = comparison.copy, comparison.original
        for defect, times in self._once(copy):
            confidence = defect.confidence
            if original is not None:
                linked = _linked(comparison, defect)
                if self._stands_in_original(original, linked, copy, defect):
                    continue
                if linked:
                    confidence = self.sharper(comparison, linked, defect)
            if not confidence:
                continue
            evidence = {**defect.evidence, "times": times} if times > 1 else dict(defect.evidence)
            yield self.finding(
                defect.message if times == 1 else f"{defect.message.rstrip('.')} ({times} times in the text).",
                confidence=round(confidence, 3),
                severity=defect.severity,
                copy=[copy.passage(p.start, p.end) for p in (Span(defect.start, defect.end), *defect.more)],
                kind=defect.kind,
                **evidence,
            )

    def _once(self, article: Article) -> Iterator[tuple[Defect, int]]:
        """The defects, with how often each stands; equal ones of the kinds in `said_once` are said at the first."""
        found = list(self.defects(article))
        key = {id(d): (d.kind, article.text[d.start : d.end]) for d in found if d.kind in self.said_once}
        counts = Counter(key.values())
        for defect in found:
            if id(defect) not in key:
                yield defect, 1
            elif times := counts.pop(key[id(defect)], 0):
                yield defect, times

    def sharper(self, comparison: Comparison, linked: tuple[Segment, ...], defect: Defect) -> float:
        """The confidence in a defect that the linked passages of the original do not have; 0 when they explain it."""
        return defect.confidence + (1 - defect.confidence) * TRUST

    def _stands_in_original(
        self, original: Article, linked: tuple[Segment, ...], copy: Article, defect: Defect
    ) -> bool:
        around = copy.text[max(0, defect.start - CONTEXT) : defect.end + CONTEXT].strip()
        if around in original.text:
            return True
        if not linked:
            return False
        key = ("garble", self.id)
        if key not in original.memo:
            original.memo[key] = {
                (own.kind, segment.index)
                for own in self.defects(original)
                if (segment := original.segment_at(own.start)) is not None and own.start < segment.end
            }
        return any((defect.kind, segment.index) in original.memo[key] for segment in linked)


def _linked(comparison: Comparison, defect: Defect) -> tuple[Segment, ...]:
    """The original's segments linked to any segment of the copy that the defect touches."""
    first = comparison.copy.segment_at(defect.start)
    last = comparison.copy.segment_at(max(defect.start, defect.end - 1))
    if first is None or last is None:
        return ()
    found = {
        segment.index: segment
        for index in range(first.index, last.index + 1)
        for segment in comparison.original_segments(index)
    }
    return tuple(found[index] for index in sorted(found))


def data(article: Article) -> Mapping[str, Any]:
    """The `garble` section of an article's language."""
    return language.load(article.language).section("garble")


def running_text(article: Article) -> tuple[Span, ...]:
    """Stretches of body sentences that belong to one paragraph, headlines and captions left out; in text order."""
    key = ("garble", "paragraphs")
    known: tuple[Span, ...] | None = article.memo.get(key)
    if known is not None:
        return known
    spans: list[Span] = []
    paragraph = None
    for segment in article.segments:
        if segment.kind not in ("body", "quote"):
            paragraph = None
        elif segment.paragraph == paragraph and spans:
            spans[-1] = Span(spans[-1].start, segment.end)
        else:
            spans.append(Span(segment.start, segment.end))
            paragraph = segment.paragraph
    article.memo[key] = tuple(spans)
    return tuple(spans)


def quoted(article: Article, offset: int) -> bool:
    """Whether a place stands inside a quotation, one that runs over paragraphs without reopening included."""
    return quotation(article, offset) is not None


def quotation(article: Article, offset: int) -> Span | None:
    """The outermost quotation around a place, marks included."""
    key = ("garble", "quoted")
    if key not in article.memo:
        spans = [Span(m.start, m.end) for m in mentions.of(article, "quote")]
        merged = merge_spans([*spans, *_marks(article)[0]])
        article.memo[key] = (merged, [span.start for span in merged])
    merged, starts = article.memo[key]
    place = bisect_right(starts, offset) - 1
    return merged[place] if place >= 0 and offset < merged[place].end else None


def lone_marks(article: Article) -> tuple[int, ...]:
    """Places of quotation marks in the story that have no partner, not even in a later paragraph."""
    return _marks(article)[1]


def mismatched_marks(article: Article) -> tuple[Span, ...]:
    """Quotations of one paragraph that open in one style of marks and close in another."""
    return _marks(article)[2]


def _marks(article: Article) -> tuple[tuple[Span, ...], tuple[int, ...], tuple[Span, ...]]:
    """Quotations that the extractor does not see whole (they run over paragraphs without being reopened, open without
    a space before them, or mix two styles of marks); the marks that then still lack a partner; the mixtures again."""
    key = ("garble", "marks")
    known: tuple[tuple[Span, ...], tuple[int, ...], tuple[Span, ...]] | None = article.memo.get(key)
    if known is not None:
        return known
    running: list[Span] = []
    quotes = (mention for mention in mentions.in_story(article, "quote") if isinstance(mention, Quote))
    mixed = [quote.span for quote in quotes if quote.style == _TWO_STYLES]
    left: list[int] = []
    for span in unpaired(article, language.load(article.language)):
        if not article.in_body(span):
            continue
        if left and _belong_together(article.text, left[-1], span.start):
            pair = Span(left.pop(), span.end)
            one_style = article.text[pair.start] == article.text[pair.end - 1]
            (running if one_style or "\n" in article.text[pair.start : pair.end] else mixed).append(pair)
        else:
            left.append(span.start)
    found = (*running, *mixed), tuple(left), tuple(mixed)
    article.memo[key] = found
    return found


def _belong_together(text: str, opener: int, closer: int) -> bool:
    """Whether two lone marks open and close one quotation: over a paragraph's end, in two styles of marks, or with no
    space before the first (he said,"We go")."""
    if closer - opener > LONGEST_SPEECH or not closes(text, closer) or closes(text, opener):
        return False
    return "\n" in text[opener:closer] or text[opener] != text[closer] or text[opener] == '"'


def closes(text: str, at: int) -> bool:
    """Whether a mark without a partner looks like a closing one: by its shape, or by the space beside it."""
    mark, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if mark in "「『」』":
        return mark in "」』"
    if not before or before.isspace() or before in ":([":
        return bool(before) and mark == "»" and (not after or after.isspace() or not after.isalnum())
    return not after or not after.isalnum() or mark in "”»"


@lru_cache(maxsize=None)
def words(tag: Language, key: str) -> frozenset[str]:
    """A word list of the `garble` section as a set."""
    return frozenset(tag.section("garble").get(key, ()))


@lru_cache(maxsize=None)
def any_of(tag: Language, key: str) -> str | None:
    """An alternation of a word list of the `garble` section, longest first; None when the list is empty."""
    entries = sorted(words(tag, key), key=lambda entry: (-len(entry), entry))
    return "(?:" + "|".join(re.escape(entry).replace(r"\ ", r"\s+") for entry in entries) + ")" if entries else None
