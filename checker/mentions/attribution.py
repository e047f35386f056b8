"""Who said what: the source, the cue and the content of every statement a text attributes to somebody.

Works from the cue words of a language (`attribution` section) and the quotations of the text, sentence by sentence.
Languages fall into two orders: those that set the source beside a verb of saying before or after what was said
(attribution_clause), and those that end the sentence with the verb (attribution_final).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from retold.checker import parse
from retold.checker.language import Language
from retold.checker.mentions import of
from retold.checker.mentions.attribution_lexicon import Lexicon, lexicon
from retold.checker.mentions.phrases import fold
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Mention, Segment, Span

CLAUSE_MARKS = frozenset(",;:—–()[]\n،؛：；，、（）")
_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_WESTERN_MARK = re.compile("(?<=[\u3040-\u30ff\u3400-\u9fff\u201d\u300d\u300f])[,;:!?](?!\\d)")
"""Western marks that some texts in scripts without spaces are punctuated with; read as the script's own."""

REACH = 1000
"""Characters on each side of a cue that are looked at."""

MOST_CUES = 40
"""Cues of one segment that are read: a sentence never has so many, and the cost of damaged text stays bounded."""


@dataclass(frozen=True, kw_only=True)
class Attribution(Mention):
    """A statement that the text puts in somebody's mouth or mind.

    Attributes:
        source: who is credited; empty when the text names nobody ("it was reported that").
        cue: the words that credit ("said", "according to").
        content: what is credited.
        type: "direct" (all in quotation marks), "indirect" (none of it) or "mixed".
        cue_class: neutral, assertive, denying, doubtful, according, thinking or attitude (wants, supports, is against).
        source_form: the source's words, lower case, without article.
    """

    kind: str = "attribution"
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    type: str = "indirect"
    cue_class: str = "neutral"
    source_form: str = ""

    @property
    def credits(self) -> bool:
        """Whether it reports something said, written or found, not only thought or wished."""
        return self.cue_class not in ("thinking", "attitude")


@dataclass(frozen=True)
class Cue:
    """A cue word found in the text."""

    start: int
    end: int
    form: str
    name: str
    inside: bool = False


@dataclass(frozen=True)
class Found:
    """Parts of an attribution before it becomes a mention. `extra` are quotes that only continue the content; `states`
    is False where the content is only named or wished for: "praised the mayor", "wants a rise"."""

    cue: Cue
    source: Span | None
    content: tuple[Span, ...]
    extra: tuple[Span, ...] = ()
    states: bool = True


@dataclass
class Reading:
    """An article prepared for the search: folded text, outermost quotes, cues outside quotes."""

    text: str
    low: str
    lexicon: Lexicon
    quotes: list[Quote]
    cues: list[Cue] = field(default_factory=list)

    @cached_property
    def _quote_starts(self) -> list[int]:
        return [quote.start for quote in self.quotes]

    @cached_property
    def _quote_ends(self) -> list[int]:
        return [quote.end for quote in self.quotes]

    def quote_around(self, at: int) -> Quote | None:
        place = bisect_right(self._quote_starts, at) - 1
        return self.quotes[place] if place >= 0 and at < self.quotes[place].end else None

    def quote_from(self, at: int) -> Quote | None:
        """The first quote that starts at or after a place."""
        place = bisect_left(self._quote_starts, at)
        return self.quotes[place] if place < len(self.quotes) else None

    def statement_from(self, at: int) -> Quote | None:
        """The same, past names in quotation marks: заявил «Интерфаксу», что ..."""
        quote = self.quote_from(at)
        for _ in range(3):
            if quote is None or quote.is_speech or not self.lexicon.marks_clauses or not self._follows_word(quote):
                break
            quote = self.quote_from(quote.end)
        return quote

    def statement_until(self, at: int) -> Quote | None:
        """The last quote that ends at or before a place, past names in quotation marks: «Газпром» заявил, что ..."""
        quote = self.quote_until(at)
        for _ in range(3):
            if quote is None or quote.is_speech or not self.lexicon.marks_clauses or not self._leads_word(quote):
                break
            quote = self.quote_until(quote.start)
        return quote

    def _follows_word(self, quote: Quote) -> bool:
        return self.text[max(0, quote.start - 2) : quote.start].rstrip()[-1:].isalnum()

    def _leads_word(self, quote: Quote) -> bool:
        closed = self.text[quote.end - 2] in ",!?…."
        return not closed and self.text[quote.end : quote.end + 2].lstrip()[:1].isalnum()

    def quote_until(self, at: int) -> Quote | None:
        """The last quote that ends at or before a place."""
        place = bisect_right(self._quote_ends, at) - 1
        return self.quotes[place] if place >= 0 else None

    def adjacent(self, quote: Quote) -> list[Quote]:
        """The quotes that follow a quote with nothing but space between, in the same paragraph."""
        out: list[Quote] = []
        place = bisect_left(self._quote_starts, quote.start) + 1
        end = quote.end
        while place < len(self.quotes):
            between = self.text[end : self.quotes[place].start]
            if between.strip() or "\n" in between:
                break
            out.append(self.quotes[place])
            end = self.quotes[place].end
            place += 1
        return out


def extract(article: Article, language: Language) -> list[Mention]:
    """Every attribution of the article, in text order. Empty for a language without cue data."""
    reading = read(article, language)
    if reading is None:
        return []
    found = list(_search(article, reading))
    if parse.of(article) is not None:
        from retold.checker.mentions import attribution_parse, attribution_parse_union

        found = attribution_parse_union.unite(reading, attribution_parse.search(article, language, reading), found)
    primary = {span for each in found for span in each.content}
    mentions = [
        _mention(article, reading, replace(each, extra=tuple(span for span in each.extra if span not in primary)))
        for each in found
    ]
    return sorted(mentions, key=lambda m: (m.start, -m.end))


def read(article: Article, language: Language) -> Reading | None:
    """The article with its cues found; kept on the article, None for a language without cue data."""
    key = ("attribution cues", language.code)
    if key not in article.memo:
        article.memo[key] = _read(article, language)
    reading: Reading | None = article.memo[key]
    return reading


def _read(article: Article, language: Language) -> Reading | None:
    known = lexicon(language)
    if known is None:
        return None
    quotes = [mention for mention in of(article, "quote") if isinstance(mention, Quote) and mention.depth == 0]
    text = article.text if known.spaced else _WESTERN_MARK.sub(lambda mark: _WIDE[mark.group()], article.text)
    reading = Reading(text, fold(text), known, quotes)
    for match in known.pattern.finditer(reading.low):
        form = match.group(match.lastgroup or 0)
        name = known.class_of(form, reading.low, match.end())
        if name is None:
            continue
        quote = reading.quote_around(match.start())
        inside = quote is not None and known.reports_inside_quotes and _breaks_in(reading.text, match.start())
        if quote is None or inside:
            reading.cues.append(Cue(match.start(), match.end(), form, name, inside))
    return reading


def _breaks_in(text: str, at: int) -> bool:
    """Whether a reporting clause interrupts a quotation without closing it: «..., — сказал он, — ...»."""
    lead = text[max(0, at - 5) : at].rstrip()
    dashed = lead[-1:] in ("—", "–") or lead[-2:] == " -"
    return dashed and lead[:-1].rstrip()[-1:] in (",", "!", "?", "…")


def _search(article: Article, reading: Reading) -> Iterator[Found]:
    from retold.checker.mentions import attribution_clause, attribution_final

    search = attribution_final.search if reading.lexicon.order == "cue-last" else attribution_clause.search
    segments = article.segments or (Segment(0, 0, len(article.text)),)
    place = 0
    for segment in segments:
        mine: list[Cue] = []
        while place < len(reading.cues) and reading.cues[place].start < segment.end:
            if reading.cues[place].start >= segment.start:
                mine.append(reading.cues[place])
            place += 1
        if mine:
            yield from search(reading, segment, mine[:MOST_CUES])
    yield from _with_colon(article, reading)


def _with_colon(article: Article, reading: Reading) -> Iterator[Found]:
    """A quotation after nothing but its speaker and a colon: Jane Roe, mayor: "..." """
    for quote in reading.quotes:
        lead = reading.text[max(0, quote.start - 3) : quote.start].rstrip()
        if not quote.is_speech or lead[-1:] not in (":", "："):
            continue
        colon = max(0, quote.start - 3) + len(lead) - 1
        segment = article.segment_at(colon)
        start = segment.start if segment is not None else 0
        if colon - start > 120:
            continue
        words = reading.text[start:colon]
        if not 1 <= count(reading.lexicon, words) <= 10 or reading.lexicon.pattern.search(reading.low, start, colon):
            continue
        cue = Cue(colon, colon + 1, ":", "neutral")
        content = tuple(Span(each.start, each.end) for each in (quote, *reading.adjacent(quote)))
        yield Found(cue, trim(reading.text, start, colon), content[:1], content[1:])


def _mention(article: Article, reading: Reading, found: Found) -> Attribution:
    content = tuple(sorted({*found.content, *found.extra}))
    source = (found.source,) if found.source else ()
    cue = Span(found.cue.start, found.cue.end)
    spans = [*source, cue, *content]
    start, end = min(s.start for s in spans), max(s.end for s in spans)
    name = found.cue.name
    return Attribution(
        start=start,
        end=end,
        text=article.text[start:end],
        value=source_form(reading, found.source),
        source=source,
        cue=(cue,),
        content=content,
        type=_type(reading, content),
        cue_class="according" if name.startswith("according") else name,
        source_form=source_form(reading, found.source),
    )


def source_form(reading: Reading, source: Span | None) -> str:
    """The words of a source in lower case, without leading article."""
    if source is None:
        return ""
    words = reading.low[source.start : source.end].strip(" ,;:").split()
    while len(words) > 1 and reading.lexicon.has("articles", words[0]):
        words = words[1:]
    return " ".join(words)


def _type(reading: Reading, content: tuple[Span, ...]) -> str:
    quoted = [reading.quote_around(span.start) for span in content]
    if all(quote is not None and span.end <= quote.end for quote, span in zip(quoted, content, strict=True)):
        return "direct"
    first = (reading.quote_from(span.start) for span in content)
    holds = any(quote is not None and quote.start < span.end for quote, span in zip(first, content, strict=True))
    return "mixed" if holds else "indirect"


def within_reach(segment: Segment, at: int) -> Segment:
    """A segment, cut to what lies near a place when it is longer than any sentence: keeps the search linear."""
    if segment.end - segment.start <= REACH:
        return segment
    start, end = max(segment.start, at - REACH), min(segment.end, at + REACH)
    return Segment(segment.index, start, end, segment.kind, segment.paragraph)


def trim(text: str, start: int, end: int) -> Span:
    """A span without space and punctuation at its ends; a closing quotation mark stays."""
    while start < end and (text[start].isspace() or text[start] in ",;:—–،，、："):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?—–،。，、；：।"):
        end -= 1
    return Span(start, end)


def count(lexicon_: Lexicon, words: str) -> int:
    """Words of a stretch; in scripts without spaces two characters count as one word."""
    return len(words.split()) if lexicon_.spaced else (len(words.strip()) + 1) // 2
