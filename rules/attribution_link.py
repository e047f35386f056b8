"""Which attributed statements of the two texts belong together.

    for pair in linked(comparison):
        pair.old, pair.new          the statement of the original and of the copy; None where there is none
        pair.originals, pair.copies the passages: segments of each side, in order; may be empty where nothing is linked
        pair.similarity             0-1; how sure it is that both are one statement (0 where one is None)

Every attribution of either story stands in a pair, those of thoughts and those without a source too: in one, but that
a headline repeats what the body says, so that a statement of the body may stand in a second pair with a headline's.
Pairs come in the order of the original, then what only the copy has and its headlines, in the copy's order.

Two statements may belong together when the passages they stand in are linked, in links of any size. Of those each is
joined with the one it is most like, best first (`attribution_content.likeness`): the words of the statement in one
language, figures, dates and names in two, then source, quotation marks, place and length. What is left over is looked
for in the rest of the copy, where only a statement with much the same words or facts is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution
from retold.checker.model import Article, Segment
from retold.rules.attribution_content import facts, likeness, share, words

LEAST, LEAST_ALONE = 0.45, 0.3
"""Likeness from which two statements of linked passages are taken for one; less when each stands alone in its own."""

_MOST = 12
"""Statements of one linked passage of the copy that one statement is compared with."""

_ELSEWHERE, _ELSEWHERE_ACROSS = 0.6, 0.75
"""Share of words (in one language) or facts (in two) from which statements far from each other are one."""

_LEAST_WORDS, _LEAST_FACTS = 4, 3
_RARE = 8
"""What stands in more statements of the copy than this tells none of them from the others."""


Placed = dict[Attribution, tuple[Segment, ...]]
Scored = tuple[float, int, int, Attribution, Attribution]
Mates = dict[Attribution, tuple[Attribution, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """A statement of the original, and the copy's; either may be missing."""

    old: Attribution | None
    new: Attribution | None
    originals: tuple[Segment, ...]
    copies: tuple[Segment, ...]
    similarity: float = 0.0


def linked(comparison: Comparison) -> tuple[Pair, ...]:
    """The statements of both texts, put together; made once for a comparison."""
    memo = vars(comparison)
    if "linked attributions" not in memo:
        memo["linked attributions"] = tuple(_link(comparison))
    found: tuple[Pair, ...] = memo["linked attributions"]
    return found


def statements(article: Article) -> tuple[Attribution, ...]:
    """The attributions of a story, in text order."""
    return tuple(each for each in mentions.in_story(article, "attribution") if isinstance(each, Attribution))


def segments_of(article: Article, mention: Attribution) -> tuple[Segment, ...]:
    """The segments that a statement, its cue and its source stand in."""
    found = {
        segment.index: segment
        for span in (*mention.source, *mention.cue, *mention.content)
        for at in (span.start, span.end - 1)
        if (segment := article.segment_at(at)) is not None
    }
    return tuple(article.segments[at] for at in range(min(found), max(found) + 1)) if found else ()


def _link(comparison: Comparison) -> Iterator[Pair]:
    original, copy = comparison.original, comparison.copy
    if original is None:
        return
    olds = {old: segments_of(original, old) for old in statements(original)}
    news = {new: segments_of(copy, new) for new in statements(copy)}
    scored = _scored(comparison, olds, news)
    crossed = [each for each in scored if _in_headline(each[3], olds) != _in_headline(each[4], news)]
    mates = _assigned(each for each in scored if each not in crossed)
    _elsewhere(comparison, olds, news, mates)
    repeated = _repeated(crossed)
    for old, originals in olds.items():
        new, similarity = mates.get(old) or repeated.get(old) or (None, 0.0)
        copies = _counterparts(originals, comparison.copy_segments) if new is None else news[new]
        yield Pair(old, new, originals, copies, similarity)
    taken = {new for new, _ in mates.values()}
    for new, copies in news.items():
        if new in taken:
            continue
        head, similarity = repeated.get(new) or (None, 0.0)
        originals = _counterparts(copies, comparison.original_segments) if head is None else olds[head]
        yield Pair(head, new, originals, copies, similarity)


def _counterparts(segments: Iterable[Segment], other: Callable[[int], Sequence[Segment]]) -> tuple[Segment, ...]:
    found = {each.index: each for segment in segments for each in other(segment.index)}
    return tuple(found[index] for index in sorted(found))


def _in_headline(mention: Attribution, placed: Placed) -> bool:
    return any(segment.kind == "headline" for segment in placed[mention])


def _repeated(crossed: Iterable[Scored]) -> Mates:
    """The statements of headlines and bodies that repeat each other: for each the one it is most like."""
    found: Mates = {}
    for score, _, _, old, new in crossed:
        found.setdefault(old, (new, -score))
        found.setdefault(new, (old, -score))
    return found


def _scored(comparison: Comparison, olds: Placed, news: Placed) -> list[Scored]:
    """The statements of linked passages that may be one, the most alike first."""
    holders = _holders(news)
    mine = _holders(olds)
    scored: list[Scored] = []
    for old, originals in olds.items():
        copies = _counterparts(originals, comparison.copy_segments)
        near = list(dict.fromkeys(new for segment in copies for new in holders.get(segment.index, ())))
        if not near:
            continue
        ours = _counterparts(copies, comparison.original_segments)
        alone = len(near) == 1 == len({each for segment in ours for each in mine.get(segment.index, ())})
        for new in near[:_MOST]:
            score = likeness(comparison, old, new, ours, copies)
            if score >= (LEAST_ALONE if alone else LEAST):
                scored.append((-score, old.start, new.start, old, new))
    return sorted(scored, key=lambda each: each[:3])


def _holders(placed: Placed) -> dict[int, list[Attribution]]:
    """Segment index -> the statements that stand in it."""
    holders: dict[int, list[Attribution]] = {}
    for mention, segments in placed.items():
        for segment in segments:
            holders.setdefault(segment.index, []).append(mention)
    return holders


def _assigned(scored: Iterable[Scored]) -> Mates:
    """Each statement with at most one of the other side: the most alike first."""
    mates: Mates = {}
    taken: set[Attribution] = set()
    for score, _, _, old, new in scored:
        if old not in mates and new not in taken:
            mates[old] = (new, -score)
            taken.add(new)
    return mates


def _elsewhere(comparison: Comparison, olds: Placed, news: Placed, mates: Mates) -> None:
    """Join what is left with statements far away in the copy that have much the same words or facts."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    telling, least = (words, _LEAST_WORDS) if comparison.same_language else (facts, _LEAST_FACTS)
    floor = _ELSEWHERE if comparison.same_language else _ELSEWHERE_ACROSS
    taken = {new for new, _ in mates.values()}
    holders: dict[str, list[Attribution]] = {}
    for new in news:
        if new not in taken:
            for each in telling(copy, new):
                holders.setdefault(each, []).append(new)
    scored: list[Scored] = []
    for old in olds:
        ours = telling(original, old)
        if old in mates or len(ours) < least:
            continue
        near = {new for each in ours if len(holders.get(each, ())) <= _RARE for new in holders.get(each, ())}
        for new in near:
            theirs = telling(copy, new)
            score = share(ours, theirs)
            if score >= floor and len(ours & theirs) >= least:
                scored.append((-score, old.start, new.start, old, new))
    mates.update(_assigned(sorted(scored, key=lambda each: each[:3])))
