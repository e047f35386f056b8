"""What became of each doubt between two linked passages: dropped, hardened or added; worked out once for a pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.certainty import certain
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.hedge import Hedge, ambiguous, softeners
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Mention, Passage, Segment, Span

_QUESTION = re.compile("[?؟？]")
_WORD = re.compile(r"\w{4,}|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}")
_NEXT = 30
"""Characters behind a word for a part or the whole in which the thing is named that it is a part of."""
STRONG = 0.6
"""From this strength on a hedge says that a statement is not established; below it, only that it is open."""

Segments = tuple[Segment, ...]


@dataclass(frozen=True)
class Change:
    """A hedge of one side that the other does not keep. `harder` are the words of certainty in its place.

    An `ambiguous` one has other uses, so that it may be none.
    """

    hedge: Hedge
    originals: Segments
    copies: Segments
    added: bool = False
    harder: Passage | None = None
    kind: str = ""
    ambiguous: bool = False


@dataclass(frozen=True)
class Side:
    """One side of a link."""

    article: Article
    segments: Segments

    def attributions(self) -> list[Attribution]:
        found = inside(self.article, "attribution", self.segments)
        return [each for each in found if isinstance(each, Attribution)]

    def hedges(self) -> list[Hedge]:
        return [each for each in inside(self.article, "hedge", self.segments) if isinstance(each, Hedge)]

    def asks(self) -> bool:
        return any(_QUESTION.search(self.article.words_of(segment)) for segment in self.segments)


def changes(comparison: Comparison) -> tuple[Change, ...]:
    """Every change of doubt between linked passages, in text order; worked out once."""
    memo = vars(comparison)
    if "changes of doubt" not in memo:
        memo["changes of doubt"] = tuple(_changes(comparison))
    found: tuple[Change, ...] = memo["changes of doubt"]
    return found


def _changes(comparison: Comparison) -> Iterator[Change]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for _, originals, copies in comparison.linked_pairs():
        ours, theirs = Side(original, originals), Side(copy, copies)
        strongest = max(ours.hedges(), key=lambda h: h.strength, default=None)
        if strongest is None:
            expected = _expected(ours, theirs) if comparison.same_language else None
            part = _part(ours, theirs) if comparison.same_language else None
            if part is not None:
                yield Change(part[0], originals, copies, harder=part[1], kind="all")
                continue
            if expected is not None:
                whole = copy.passage(copies[0].start, copies[-1].end)
                yield Change(expected, originals, copies, harder=whole, kind="done")
            added = max(theirs.hedges(), key=lambda h: h.strength, default=None)
            if added is not None and not _leaves_open(comparison.same_language, added, theirs, ours):
                yield Change(added, originals, copies, added=True, ambiguous=_is_ambiguous(added, theirs))
            continue
        kind, harder = _hardened(comparison.same_language, strongest, ours, theirs)
        if harder is not None:
            yield Change(strongest, originals, copies, harder=harder, kind=kind)
        elif not _keeps_doubt(comparison.same_language, strongest, ours, theirs):
            yield Change(strongest, originals, copies)


def _hardened(same_language: bool, lost: Hedge, ours: Side, theirs: Side) -> tuple[str, Passage | None]:
    """The words by which the copy makes a fact of a doubt: confirmed for allegedly, will for may, all for some."""
    if theirs.hedges() or theirs.asks():
        return "", None
    if lost.value == "partial":
        kinds: tuple[str, ...] = ("all",)
    else:
        kinds = ("proven", "future") if lost.value in ("modal", "possible", "probable") else ("proven",)
    for kind in kinds:
        words = certain(theirs.article, theirs.segments, kind)
        before = len(certain(ours.article, ours.segments, kind))
        if len(words) <= (before if same_language else 0) or (before and not same_language):
            continue
        if kind == "all" and certain(theirs.article, theirs.segments, "some"):
            continue
        if kind == "future" and len(_softened(theirs)) > len(_softened(ours)):
            continue
        return kind, words[-1] if before else words[0]
    return "", None


def _expected(ours: Side, theirs: Side) -> Hedge | None:
    """What the original only expects or plans, where the copy has no word of what is to come."""
    found = certain(ours.article, ours.segments, "expected")
    if len(found) != 1 or theirs.hedges() or theirs.asks():
        return None
    if any(certain(theirs.article, theirs.segments, kind) for kind in ("expected", "future")):
        return None
    if any(_soft_words(theirs, key, aside=()) for key in ("soft", "faint")):
        return None
    words = found[0]
    return Hedge(start=words.start, end=words.end, text=words.text, value="expected", strength=STRONG)


def _part(ours: Side, theirs: Side) -> tuple[Hedge, Passage] | None:
    """Some or most of something, where the copy says all of the same thing."""
    some = certain(ours.article, ours.segments, "some")
    if len(some) != 1 or certain(ours.article, ours.segments, "all"):
        return None
    every = certain(theirs.article, theirs.segments, "all")
    if len(every) != 1 or certain(theirs.article, theirs.segments, "some"):
        return None
    words, whole = some[0], every[0]
    ahead, after = _behind(ours.article, words), _behind(theirs.article, whole)
    if not ahead or not after or ahead[0] not in after or after[0] not in ahead:
        return None
    hedge = Hedge(start=words.start, end=words.end, text=words.text, value="partial", strength=STRONG)
    return hedge, whole


def _behind(article: Article, words: Passage) -> list[str]:
    """The beginnings of the words right behind some words."""
    text = fold(article.text)
    return [word[:5] for word in _WORD.findall(text, words.end, words.end + _NEXT)]


def _softened(side: Side) -> set[str]:
    """The softening words of one side that neither hedge nor credit somebody."""
    aside: list[Mention | Span] = [span for each in side.attributions() for span in each.cue]
    return _soft_words(side, "soft", aside=[*aside, *side.hedges()])


def _keeps_doubt(same_language: bool, lost: Hedge, ours: Side, theirs: Side, *, added: bool = False) -> bool:
    """Whether the other side's passage holds anything that may carry the lost doubt.

    Where it is `added`, no faint word does, and no source that confirms.

    What the first side has besides its hedge ("the minister said") is no new carrier: the other must have more
    attributions, or other softening words than those that credit somebody.
    """
    if theirs.hedges() or theirs.asks():
        return True
    before = [a for a in ours.attributions() if not _is_cue(a, lost)]
    after = [a for a in theirs.attributions() if not (added and a.cue_class == "assertive")]
    if len(after) > len(before) or _doubters(after) > _doubters(before):
        return True
    said = [span for each in after for span in each.cue]
    for key in ("soft",) if added or lost.strength >= STRONG else ("soft", "faint"):
        soft = _soft_words(theirs, key, aside=said)
        if soft and same_language:
            # What a "may" is made with ("may be going to") carries no doubt when it stands alone.
            soft -= _soft_words(ours, key, aside=ours.hedges() if key == "soft" else ())
        if soft:
            return True
    return False


def _leaves_open(same_language: bool, added: Hedge, theirs: Side, ours: Side) -> bool:
    """Whether the original has anything that the copy's new hedge may stand for.

    The words for "allegedly" are in many languages the mood of reported speech: any source answers for them.
    """
    if not same_language and (_is_ambiguous(added, theirs) or certain(ours.article, ours.segments, "expected")):
        return True
    if _keeps_doubt(same_language, added, theirs, ours, added=True) or (
        added.value == "reported" and ours.attributions()
    ):
        return True
    # "Will" in the place of a new "may" leaves nothing open.
    future = [Span(each.start, each.end) for each in certain(ours.article, ours.segments, "future")]
    if not same_language:
        return bool(_soft_words(ours, "faint", aside=future))
    return bool(_soft_words(ours, "faint", aside=future) - _soft_words(theirs, "faint", aside=()))


def _is_ambiguous(hedge: Hedge, side: Side) -> bool:
    return fold(hedge.text) in ambiguous(language.load(side.article.language))


def _is_cue(attribution: Attribution, hedge: Hedge) -> bool:
    """Whether the hedge itself is what credits somebody ("reportedly", "it is claimed")."""
    return any(span.overlaps(hedge) for span in attribution.cue)


def _doubters(attributions: Sequence[Attribution]) -> int:
    """How many of them leave open whether it is so: somebody claims or thinks."""
    return sum(each.cue_class in ("doubtful", "thinking") for each in attributions)


def _soft_words(side: Side, key: str, aside: Sequence[Mention | Span]) -> set[str]:
    """The softening words of one side, without those that are part of the spans `aside`."""
    phrases = softeners(language.load(side.article.language), key)
    if phrases is None:
        return set()
    return {
        mark
        for segment in side.segments
        for start, end, mark in phrases.find(fold(side.article.words_of(segment)))
        if not any(span.start < segment.start + end and segment.start + start < span.end for span in aside)
    }
