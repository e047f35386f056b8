"""Attributions from dependency parses, for languages whose data name a parser and the frames of their words.

Where the cue lists know which words report, the parse tells who reports and where the report begins and ends: the
subject of a verb of saying, its clause, its infinitive, the noun it takes. `frames` (attribution.frames in the language
data) say which complement of which word is a content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from retold.checker import parse
from retold.checker.language import Language
from retold.checker.mentions.attribution import Cue, Found, Reading
from retold.checker.model import Article, Segment, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

ATTITUDE = "attitude"
"""Class of cues that tell what somebody wants, thinks of or is for, and of nouns of saying without a clause."""


CLAUSE = "clause"
"""Kind of complement that states something; the others are only named."""

_SHORTEST = 12
"""Characters of a sentence that may report."""

_DATELINE = re.compile(r"[^a-z\n]{2,40}(?:\([A-Z][A-Za-z ]{1,20}\) ?)?[—–-]{1,2} (?=\S)")
_STATING = frozenset({"neutral", "assertive", "thinking"})
_MARKS = '"“”'


@dataclass(frozen=True, eq=False)
class Frames:
    """Lemmas by the complement that is what they report, lower case; `endings` make forms that the cue lists have."""

    no_report: frozenset[str]
    clause: frozenset[str]
    infinitive: frozenset[str]
    person_infinitive: frozenset[str]
    object: frozenset[str]
    preposition: frozenset[str]
    adjective: frozenset[str]
    noun: frozenset[str]
    noun_preposition: frozenset[str]
    support: frozenset[str]
    copula: frozenset[str]
    endings: frozenset[str]
    author_preposition: frozenset[str]
    comparison: frozenset[str]


@dataclass(frozen=True, eq=False)
class Sentence:
    """A parsed segment in its text."""

    reading: Reading
    segment: Segment
    doc: Doc
    frames: Frames

    @property
    def text(self) -> str:
        return self.reading.text

    def words(self, span: Span) -> str:
        return self.text[span.start : span.end]

    def is_quoted(self, token: Any) -> bool:
        return self.reading.quote_around(self.start(token)) is not None

    def start(self, token: Any) -> int:
        return self.segment.start + int(token.idx)

    def end(self, token: Any) -> int:
        return self.segment.start + int(token.idx) + len(token)


@lru_cache(maxsize=None)
def frames(language: Language) -> Frames | None:
    """The frames of a language, None when it has none."""
    known = language.section("attribution").get("frames")
    return Frames(**{key: frozenset(words) for key, words in known.items()}) if known else None


@dataclass(frozen=True)
class Parsed:
    """What the parse of an article says.

    Attributes:
        found: the attributions it sees.
        sources: who speaks a verb of saying or stands after "according to", by the place of the cue.
        finite: the places of finite verbs. ends: where the sentences end.
        adverbials: where phrases begin, and end, that say when or where and hold no verb ("In the late 1990s").
        dumb: places of words that are cues elsewhere and here no verbs ("the calls", "a known quantity").
    """

    found: list[Found] = field(default_factory=list)
    sources: dict[int, Span] = field(default_factory=dict)
    finite: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    adverbials: dict[int, int] = field(default_factory=dict)
    dumb: set[int] = field(default_factory=set)


def search(article: Article, language: Language, reading: Reading) -> Parsed:
    """What the parse of an article finds; nothing when it has no parser."""
    from retold.checker.mentions import attribution_parse_noun, attribution_parse_verb

    parser, known = parse.of(article), frames(language)
    seen = Parsed()
    if parser is None or known is None:
        return seen
    segments = [_without_dateline(article, segment) for segment in article.segments]
    segments = [segment for segment in segments if segment.end - segment.start >= _SHORTEST]
    for segment, doc in zip(segments, parser.parse([article.words_of(s) for s in segments]), strict=True):
        sentence = Sentence(reading, segment, doc, known)
        each = _distinct(attribution_parse_verb.search(sentence), attribution_parse_noun.search(sentence))
        seen.found.extend(one for one in each if reading.quote_around(one.cue.start) is None)
        seen.sources.update(attribution_parse_verb.speakers(sentence))
        seen.sources.update(attribution_parse_verb.before_colons(sentence))
        seen.sources.update(attribution_parse_noun.phrases(sentence))
        seen.finite.extend(attribution_parse_verb.finite(sentence))
        seen.ends.append(segment.end)
        seen.adverbials.update(attribution_parse_verb.adverbials(sentence))
        seen.dumb.update(attribution_parse_verb.dumb(sentence))
    return seen


def _distinct(*searches: Iterator[Found]) -> list[Found]:
    """The first reading of each cue."""
    taken: dict[int, Found] = {}
    for found in (each for search in searches for each in search):
        taken.setdefault(found.cue.start, found)
    return [taken[start] for start in sorted(taken)]


def _without_dateline(article: Article, segment: Segment) -> Segment:
    """A segment from behind its "GENEVA (AP) —", which a parser takes for a subject."""
    match = _DATELINE.match(article.text, segment.start, segment.end)
    return replace(segment, start=match.end()) if match else segment


def cue_of(sentence: Sentence, token: Any, kind: str, content: tuple[Span, ...]) -> Cue:
    """A cue of one word, with its class in the cue lists.

    A statement is a clause or holds speech in quotation marks; all else that a verb of saying takes ("praised the
    mayor") is an attitude. A noun that a clause explains ("the claim that") is always a statement's.
    """
    form = token.lower_
    spoken = any(_holds_speech(sentence.reading, span) for span in content)
    unlisted = "neutral" if kind == CLAUSE and token.pos_ == "NOUN" else ATTITUDE
    classes, lemma = sentence.reading.lexicon.classes, token.lemma_.lower()
    like = sorted(classes[lemma + ending] for ending in sentence.frames.endings if lemma + ending in classes)
    name = classes.get(form) or (like[0] if like and token.pos_ == "VERB" else unlisted)
    if kind != CLAUSE and name in _STATING and not spoken:
        name = ATTITUDE
    return Cue(sentence.start(token), sentence.end(token), form, name)


def _holds_speech(reading: Reading, span: Span) -> bool:
    quote = reading.quote_from(span.start)
    return quote is not None and quote.end <= span.end and quote.is_speech
