"""Statements that one side negates and the other makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.opposites import poles
from retold.checker.mentions.phrases import fold
from retold.checker.mentions.polarity import Negation, leaves_out, soft
from retold.checker.model import Article, Finding, Passage, Segment
from retold.checker.rule import Rule
from retold.checker.segment import count_words
from retold.rules.hedge_doubt import changes

_QUESTION = re.compile("[?؟？]")
_CLAUSE_END = re.compile("[.,;:!?()،؛؟。，、；：？！]")
_WORD = re.compile(r"\w{3,}")
_WORD_BEFORE = re.compile(r"\b[\w'’-]{1,30}[ \u00a0]\Z")
_WORD_AFTER = re.compile(r"[ \u00a0][\w'’-]{1,30}\b")
_LEAST_WORDS = 3
"""Shorter sides are cries and answers ("Come on!"), which every language words its own way."""
_LONG, _TOO_LONG = 26, 40
"""Words from which on a sentence has parts whose "without" or "no longer" is likely worded otherwise."""
_CRY = re.compile(r"([^\W\d_])\1{3}")
"""A word drawn out ("NOOOO"): no list knows it."""
_NEAR = 25
"""Characters between a negation and another word that holds a no, where the two cancel out ("not uncommon")."""
_LONGER = 1.25
"""A side longer than this, for what the other lets expect, has taken in words of the sentence beside it."""
_LEFT_OUT = 0.6
"""A side shorter than this share of what the other lets expect has left out a part, and the negation with it."""
_LIKE = 0.5
"""Similarity from which on an encoder holds two passages for the same; 98 of 100 translated sentences have it."""
_UNSURE = 0.4
"""How sure of a negation that something else accounts for."""
_REACH = 40
"""Characters on either side of a negation whose words the other side should have."""
_SHARED, _MOST, _ALMOST = 0.5, 0.6, 0.75
"""Shares of those words from which on both sides may speak, and do speak, of the same thing; of a part, the last."""


@dataclass(frozen=True)
class Tally:
    """How one side of a link says no: its negations, and the soft carriers beside them, real and faint.

    Of the faint ones some say `until`; those of them that are `tied` stand behind a negation. Real ones beside a
    negation are `doubled`: together they affirm.
    """

    article: Article
    segments: tuple[Segment, ...]
    negations: tuple[Negation, ...]
    real: int = 0
    faint: int = 0
    until: int = 0
    tied: int = 0
    doubled: int = 0

    @property
    def words(self) -> int:
        return sum(count_words(self.article.words_of(segment)) for segment in self.segments)

    @property
    def asks(self) -> bool:
        """Whether it holds a question: "Isn't it late?" says the same as "Is it late?"."""
        return any(_QUESTION.search(self.article.words_of(segment)) for segment in self.segments)

    @property
    def main(self) -> int:
        return sum(each.main for each in self.negations)

    @property
    def length(self) -> int:
        return sum(segment.end - segment.start for segment in self.segments)

    @property
    def texts(self) -> list[str]:
        return [self.article.words_of(segment) for segment in self.segments]


class NegationFlipped(Rule):
    """The copy denies what the original states, or states what the original denies.

    What it does
        Counts on both sides of a link the words and endings that negate (not, never, kein, не, ない ...) and compares.
        Where one side has one more, it looks on the other for words that may hold the no: verbs (refuse, deny, fail),
        affixes (un-, -less), limits (only, until, hardly). Only what is left over is reported. In one language the
        words around the negation must also stand on the other side. Long sentences, negations of a part ("without")
        and sides with a limiting word weigh less. It also reports a word that stands in the place of its opposite
        (small and big, founded and destroyed). Evidence: `original_negations`, `copy_negations` (the words), or
        `notion` (what the opposites are of).

    Why it matters
        One lost "not" turns the news round, and the sentence still reads well.

    Fires
        original [en]: The minister did not sign the agreement on Friday.
        copy [en]: The minister signed the agreement on Friday.

        original [de]: Der Stadtrat hat dem Bau der neuen Halle zugestimmt.
        copy [en]: The city council has not agreed to the building of the new hall.

    Stays silent
        original [en]: The visitors were not allowed to enter the old harbour.
        copy [de]: Den Besuchern wurde verboten, den alten Hafen zu betreten.

        original [fr]: Le maire n’a que deux adjoints dans la nouvelle équipe.
        copy [en]: The mayor has only two deputies in the new team.
    """

    id = "negation-flipped"
    group = "hedge"
    severity = "critical"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:polarity", "copy-data:polarity")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        sides = _sides(comparison)
        gains = [len(theirs.negations) - len(ours.negations) for ours, theirs in sides]
        doubts = [change.hedge for change in changes(comparison) if not change.added] if any(gains) else []
        for place, (gain, (ours, theirs)) in enumerate(zip(gains, sides, strict=True)):
            # What one link has too much and the next too little stands on the other side of a sentence border.
            beside = (*gains[max(0, place - 1) : place], *gains[place + 1 : place + 2])
            if not gain or any(other * gain < 0 for other in beside):
                continue
            more, less = (theirs, ours) if gain > 0 else (ours, theirs)
            more, less = _with_carriers(more), _with_carriers(less)
            if abs(gain) <= less.real - more.real or _only(more, less):
                continue
            # "Could not be verified" and "was verified": that is a doubt that was lost, and reported as such.
            if more.article is comparison.original and any(d.span.overlaps(n) for d in doubts for n in more.negations):
                continue
            sure, severity = _judge(comparison, more, less)
            if sure > _UNSURE and _moved_in(more, less) and _carried_beside(sides, place, of_copy=gain < 0):
                sure, severity = _UNSURE, "minor"
            yield self.finding(
                _message(gain > 0, more),
                confidence=sure,
                severity=severity,
                original=[_passage(ours)],
                copy=[_passage(theirs)],
                original_negations=[each.text for each in ours.negations],
                copy_negations=[each.text for each in theirs.negations],
            )
        for said, says, notion in _opposed(sides):
            yield self.finding(
                f"The original says “{said.text}”; the copy says “{says.text}”.",
                confidence=0.6,
                severity="major",
                original=[said],
                copy=[says],
                notion=notion,
            )


def _sides(comparison: Comparison) -> list[tuple[Tally, Tally]]:
    """Both sides of the links that can be trusted to say the same thing."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    return [
        (_tally(original, originals), _tally(copy, copies))
        for link, originals, copies in comparison.linked_pairs()
        if link.similarity is None or link.similarity >= _LIKE
    ]


def _opposed(sides: Sequence[tuple[Tally, Tally]]) -> Iterator[tuple[Passage, Passage, str]]:
    """The words of both sides, and their notion, where a sentence says on one side the opposite of the other."""
    for ours, theirs in sides:
        if len(ours.segments) + len(theirs.segments) > 2 or len(ours.negations) != len(theirs.negations):
            continue
        said = poles(ours.article, ours.segments)
        if not said or max(ours.words, theirs.words) >= _TOO_LONG:
            continue
        says = poles(theirs.article, theirs.segments)
        for notion, pole in said:
            other = (notion, 1 - pole)
            if other in says and other not in said and (notion, pole) not in says:
                yield said[notion, pole], says[other], notion


def _only(more: Tally, less: Tally) -> bool:
    """Whether one side says "nobody but" where the other may say "only"."""
    if not any(each.limited for each in more.negations):
        return False
    tag = language.load(less.article.language)
    return not any(leaves_out(tag, text) for text in less.texts)


def _moved_in(more: Tally, less: Tally) -> bool:
    """Whether one side is so long that it holds more than the sentence it is linked to."""
    return _scale(more, less) * more.length > _LONGER * less.length


def _scale(more: Tally, less: Tally) -> float:
    """How long the one text is for each character of the other."""
    return len(less.article.text) / max(1, len(more.article.text))


def _carried_beside(sides: Sequence[tuple[Tally, Tally]], place: int, *, of_copy: bool) -> bool:
    """Whether the no may stand in the next sentence of the side without it, in a word of its own."""
    for ours, theirs in (*sides[max(0, place - 1) : place], *sides[place + 1 : place + 2]):
        more, less = (ours, theirs) if of_copy else (theirs, ours)
        if _with_carriers(less).real > _with_carriers(more).real + max(0, len(more.negations) - len(less.negations)):
            return True
    return False


def _tally(article: Article, segments: tuple[Segment, ...]) -> Tally:
    found = inside(article, "polarity", segments)
    return Tally(article, segments, tuple(each for each in found if isinstance(each, Negation)))


def _with_carriers(side: Tally) -> Tally:
    """The side with its soft carriers counted; those that are part of a negation are none."""
    tag = language.load(side.article.language)
    real = faint = until = tied = doubled = 0
    for segment in side.segments:
        for each in soft(tag, side.article.words_of(segment)):
            start, end = segment.start + each.start, segment.start + each.end
            if any(n.start < end and start < n.end for n in side.negations):
                continue
            real += not each.faint
            faint += each.faint
            until += each.until
            tied += each.until and any(0 <= start - n.end < _REACH for n in side.negations)
            doubled += not (each.faint or each.loose) and any(
                _beside(side.article.text, start, end, n) for n in side.negations
            )
    return replace(side, real=real, faint=faint, until=until, tied=tied, doubled=doubled)


def _beside(text: str, start: int, end: int, no: Negation) -> bool:
    """Whether a word stands close to a negation, on either side, and no comma between them."""
    between = text[no.end : start] if no.end <= start else text[end : no.start]
    return len(between) < _NEAR and not _CLAUSE_END.search(between)


def _judge(comparison: Comparison, more: Tally, less: Tally) -> tuple[float, str]:
    """How sure, and how bad: the cleaner the case, the more."""
    words = max(more.words, less.words)
    # "Not until May" is "only in May" elsewhere: such an "until" answers for no other word of the other side.
    limited = less.faint > more.faint - max(0, more.tied - less.until)
    if min(more.words, less.words) < _LEAST_WORDS or words >= _TOO_LONG:
        return 0.3, "minor"
    # Several sentences on both sides say it somewhere, unless they are short and hold nothing else that denies.
    several = len(more.segments) + len(less.segments) > 2
    if several and (len(more.segments) != len(less.segments) or less.negations or limited or words >= _LONG):
        return _UNSURE, "minor"
    if less.real > more.real or (limited and more.tied > less.until):
        return _UNSURE, "minor"
    if more.doubled > less.doubled and more.real > less.real:
        return _UNSURE, "minor"
    if less.length < _LEFT_OUT * _scale(more, less) * more.length or any(
        _CRY.search(t) for t in (*more.texts, *less.texts)
    ):
        return _UNSURE, "minor"
    shared = _shared(more, less) if comparison.same_language else 1.0
    if shared < _SHARED:
        return _UNSURE, "minor"
    partial = more.main <= less.main
    if partial and not comparison.same_language:
        clean = not less.negations and not limited and words < _LONG
        return (0.5 if clean else _UNSURE), "minor"
    if (
        several
        or less.negations
        or limited
        or words >= _LONG
        or more.asks
        or less.asks
        or shared < (_ALMOST if partial else _MOST)
    ):
        return 0.55, "minor"
    return (0.8 if comparison.order == "monotonic" else 0.7), "critical"


def _shared(more: Tally, less: Tally) -> float:
    """The share of the words around the negations that the other side has too, by their first letters."""
    theirs = {word[:5] for segment in less.segments for word in _stems(less.article.words_of(segment))}
    text = more.article.text
    around: set[str] = set()
    for each in more.negations:
        segment = next(s for s in more.segments if s.start <= each.start < s.end)
        around |= _stems(text[max(segment.start, each.start - _REACH) : each.start])
        around |= _stems(text[each.end : min(segment.end, each.end + _REACH)])
    return len(around & theirs) / len(around) if around else 0.0


def _stems(text: str) -> set[str]:
    return {word[:5] for word in _WORD.findall(fold(text))}


def _message(added: bool, more: Tally) -> str:
    words = _quoted(more)
    if added:
        return f"The copy says this in the negative (“{words}”); the original does not."
    return f"The original says this in the negative (“{words}”); the copy does not."


def _quoted(side: Tally) -> str:
    """The first negation of a statement, with the word on either side where words are set apart."""
    each = next((n for n in side.negations if n.main), side.negations[0])
    text = side.article.text
    segment = next(s for s in side.segments if s.start <= each.start < s.end)
    start, end = each.start, each.end
    if language.load(side.article.language).spaced:
        before = _WORD_BEFORE.search(text, max(segment.start, start - _REACH), start)
        after = _WORD_AFTER.match(text, end, segment.end)
        start, end = before.start() if before else start, after.end() if after else end
    return text[start:end]


def _passage(side: Tally) -> Passage:
    return side.article.passage(side.segments[0].start, side.segments[-1].end)
