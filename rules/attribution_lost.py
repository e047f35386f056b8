"""Statements that the original credits to somebody and the copy makes in its own voice.

    for each in lost(comparison):
        each.pair         the pair of `attribution_link`, its `new` missing
        each.copies       the sentences of the copy that make the statement
        each.confidence   0-1

A statement is lost when the copy's passage for it carries no mark of report beyond those that the original's passage
has besides its cue: the words that report inside what is reported ("officials said the study shows") stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.attribution_marks import cues, hedges, in_reported_mood, reports, touches_quote
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Segment, Span
from retold.rules.attribution_content import telling, words
from retold.rules.attribution_link import Pair, linked
from retold.rules.attribution_plain import is_plain_report, length_of
from retold.rules.attribution_speaker import stands_in
from retold.rules.attribution_who import who

_LEAST_COMMON = 0.4
"""Share of a statement's words that the copy must have to make the same statement, in one language."""

_LEAST_LENGTH = 0.6
"""Length of the copy's passage, as a share of what the statement's lets expect."""

_CLAUSE, _MARKED, _MARKED_ACROSS, _WEAK = 0.2, 0.1, 0.2, 0.15
"""So much less sure when the copy's passage has a subordinate clause that an unknown verb may report, and when it has
marks of report, though not more than what is reported in the original, in one language and in two; and when the cue
also says other things ("the data show")."""

_PRONOUN = 0.42
"""How sure it is that a pronoun's statement has lost its speaker: readers carry on whoever spoke just before."""

_SHORTEST = 3
"""A source of one word with more letters than this may be a name; fewer are a pronoun's."""

_MOST_COPIES = 4
"""Sentences of the copy, from which on nobody can tell which of them makes the statement."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A statement without its source in the copy."""

    pair: Pair
    old: Attribution
    copies: tuple[Segment, ...]
    confidence: float


def lost(comparison: Comparison) -> tuple[Lost, ...]:
    """The statements that the copy makes in its own voice; worked out once for a comparison."""
    memo = vars(comparison)
    if "lost attributions" not in memo:
        memo["lost attributions"] = tuple(_lost(comparison))
    found: tuple[Lost, ...] = memo["lost attributions"]
    return found


def _lost(comparison: Comparison) -> Iterator[Lost]:
    original, pairs = comparison.original, linked(comparison)
    assert original is not None
    table = _Table(pairs)
    for pair in pairs:
        if pair.old is None or pair.new is not None or not pair.copies:
            continue
        if not is_plain_report(original, pair.old, pair.originals) or _in_kept_chain(pair.old, table):
            continue
        copies = _place(comparison, pair.old, pair.copies)
        if (
            copies
            and not _is_marked(comparison, pair, table, copies)
            and not _is_carried(comparison, pair, table, copies)
        ):
            yield Lost(pair, pair.old, copies, _confidence(comparison, pair, pair.old, copies))


class _Spans:
    """Spans of a text, of which one is asked whether any overlaps a place."""

    def __init__(self, spans: Iterable[Span]) -> None:
        every = sorted((span.start, span.end) for span in spans)
        self._starts = [start for start, _ in every]
        self._furthest = list(accumulate((end for _, end in every), max))

    def overlap(self, start: int, end: int) -> bool:
        place = bisect_left(self._starts, end)
        return place > 0 and self._furthest[place - 1] > start


class _Table:
    """What is asked of all pairs, so that no statement needs a walk through them.

    `added`: the copy's sentences that only the copy credits; `ends`: the last ones of the statements that it credits;
    `kept`: what the original credits to somebody and the copy too.
    """

    def __init__(self, pairs: Sequence[Pair]) -> None:
        self.added = frozenset(each.index for pair in pairs if pair.old is None for each in pair.copies)
        self.ends = frozenset(pair.copies[-1].index for pair in pairs if pair.new is not None and pair.copies)
        both = (pair.old for pair in pairs if pair.old is not None and pair.new is not None)
        self.kept = _Spans(span for old in both for span in old.content)


def _in_kept_chain(old: Attribution, table: _Table) -> bool:
    """Whether the copy keeps who else vouches: one whose statement holds this one, or stands in it."""
    return any(table.kept.overlap(span.start, span.end) for span in old.content)


def _place(comparison: Comparison, old: Attribution, copies: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The sentences of the copy that make the statement; none when that cannot be told."""
    copy = comparison.copy
    if any(segment.kind not in ("body", "quote") for segment in copies) or len(copies) > _MOST_COPIES:
        return ()
    if length_of(copies) < _LEAST_LENGTH * length_of(old.content) * _scale(comparison):
        return ()
    if not comparison.same_language:
        return copies
    assert comparison.original is not None
    wanted = words(comparison.original, old)
    if not wanted:
        return ()
    spread = [(len(wanted & telling(copy, segment.start, segment.end)) / len(wanted), segment) for segment in copies]
    best, place = max(spread, key=lambda each: (each[0], -each[1].index))
    return (place,) if best >= _LEAST_COMMON else ()


def _scale(comparison: Comparison) -> float:
    """Characters of the copy for one of the original, as the two texts have it."""
    assert comparison.original is not None
    return min(3.0, max(0.2, len(comparison.copy.text) / max(1, len(comparison.original.text))))


def _is_marked(comparison: Comparison, pair: Pair, table: _Table, copies: Sequence[Segment]) -> bool:
    """Whether the copy's sentences mark the statement as somebody's, in words, mood or quotation marks."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    assert pair.old is not None
    here = {segment.index for segment in copies}
    if here & table.added:
        return True
    if any(in_reported_mood(copy, segment) for segment in copies):
        return True
    originals = _originals(comparison, pair)
    if any(touches_quote(copy, segment) for segment in copies):
        quotes = inside(copy, "quote", copies)
        if not quotes or len(quotes) > len(inside(original, "quote", originals)) or pair.old.type != "indirect":
            return True
    others = _others(original, pair.old, originals)
    reported = _Spans([*pair.old.content, *(span for each in others for span in each.cue)])
    for kind in (cues, reports, hedges):
        theirs = sum(len(kind(copy, segment)) for segment in copies)
        ours = (mark for segment in originals for mark in kind(original, segment))
        if theirs > sum(reported.overlap(mark.start, mark.end) for mark in ours):
            return True
    return _names_source(comparison, pair.old, copies)


def _originals(comparison: Comparison, pair: Pair) -> tuple[Segment, ...]:
    found = {each.index: each for copy in pair.copies for each in comparison.original_segments(copy.index)}
    found.update((each.index, each) for each in pair.originals)
    return tuple(found[index] for index in sorted(found))


def _others(article: Article, mention: Attribution, segments: Iterable[Segment]) -> list[Attribution]:
    """The other attributions of a passage."""
    found = inside(article, "attribution", segments)
    return [each for each in found if isinstance(each, Attribution) and each is not mention]


def _names_source(comparison: Comparison, old: Attribution, copies: Sequence[Segment]) -> bool:
    """Whether the copy still names the source: it may credit it with a verb that no list has."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if comparison.same_language:
        said = {word for word in old.source_form.replace("'s", "").split() if len(word) >= 4}
        said -= {word for span in old.content for word in fold(original.text[span.start : span.end]).split()}
        text = fold(" ".join(copy.words_of(segment) for segment in copies))
        return any(word[: max(4, len(word) - 2)] in text for word in said)
    speaker = who(original, old)
    if speaker is not None:
        return not speaker.resolved and stands_in(speaker.name, copy, copies)
    alone = original.text[old.source[0].start : old.source[0].end]
    return alone[0].isupper() and " " not in alone and len(alone) > _SHORTEST and stands_in(alone, copy, copies)


def _is_carried(comparison: Comparison, pair: Pair, table: _Table, copies: Sequence[Segment]) -> bool:
    """Whether a sentence beside the copy's carries the source on: it credits somebody where the original does not."""
    first, last = copies[0].index, copies[-1].index
    beside = (first - 1, last + 1)
    return any(_credits_more(comparison, at, pair, table) for at in beside) or _goes_on(comparison, pair, table, first)


def _credits_more(comparison: Comparison, at: int, pair: Pair, table: _Table) -> bool:
    """Whether a sentence of the copy has a verb of saying where what it renders has none, or renders nothing else."""
    copy, original = comparison.copy, comparison.original
    assert original is not None
    if not 0 <= at < len(copy.segments) or not _credits(copy, copy.segments[at]):
        return False
    others = [segment for segment in comparison.original_segments(at) if segment not in pair.originals]
    if others:
        return not any(reports(original, segment) for segment in others)
    return at in table.added


def _credits(article: Article, segment: Segment) -> bool:
    """Whether a sentence credits somebody: with an attribution, or with a verb that does nothing but say."""
    if any(isinstance(each, Attribution) and each.credits for each in inside(article, "attribution", [segment])):
        return True
    plain = language.load(article.language).section("reported").get("plain", ())
    said = (fold(article.text[cue.start : cue.end]) for cue in cues(article, segment))
    return any(not plain or form in plain for form in said)


def _goes_on(comparison: Comparison, pair: Pair, table: _Table, first: int) -> bool:
    """Whether a pronoun's statement follows one that the copy credits: a reader takes both as one person's."""
    original = comparison.original
    assert original is not None
    assert pair.old is not None
    reading = read(original, language.load(original.language))
    if reading is None or not reading.lexicon.has("pronouns", pair.old.source_form):
        return False
    return first - 1 in table.ends


def _has_clause(article: Article, segments: Sequence[Segment]) -> bool:
    """Whether a passage has a clause that a "that" completes: its verb may report, though no list has it."""
    reading = read(article, language.load(article.language))
    start, end = segments[0].start, segments[-1].end
    return reading is not None and bool(reading.lexicon.that.search(reading.low, start, end))


def _confidence(comparison: Comparison, pair: Pair, old: Attribution, copies: Sequence[Segment]) -> float:
    original = comparison.original
    assert original is not None
    reading = read(original, language.load(original.language))
    assert reading is not None
    lexicon = reading.lexicon
    plain = old.cue_class in ("neutral", "according", "doubtful", "denying")
    confidence = _PRONOUN if lexicon.has("pronouns", old.source_form) else 0.65 if plain else 0.55
    if lexicon.has("weak", reading.low[old.cue[0].start : old.cue[0].end]):
        confidence -= _WEAK
    if len(pair.originals) == 1 and len(pair.copies) == 1:
        confidence += 0.05
    if comparison.same_language:
        confidence += 0.05
    if _has_clause(comparison.copy, copies) and not _has_clause(original, pair.originals):
        confidence -= _CLAUSE
    if any(reports(comparison.copy, segment) for segment in copies):
        confidence -= _MARKED if comparison.same_language else _MARKED_ACROSS
    similarity = _similarity(comparison, copies)
    if similarity is not None:
        confidence += 0.05 if similarity >= 0.6 else -0.1
    return round(confidence, 2)


def _similarity(comparison: Comparison, copies: Sequence[Segment]) -> float | None:
    """What the encoder says of the link that the sentences stand in."""
    at = copies[0].index
    return next((link.similarity for link in comparison.links if at in link.copy and link.original), None)
