"""Rules on hedges: doubt that the original keeps and the copy loses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.hedge import Hedge, softeners
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Mention, Segment, Span
from retold.checker.rule import Rule

_QUESTION = re.compile("[?؟？]")
_WORDS = re.compile(r"\w+")
STRONG = 0.6
"""From this strength on a hedge says that a statement is not established; below it, only that it is open."""
_OTHER_LANGUAGE = 0.06
"""A language may keep a doubt in its grammar where no list sees it: so much less sure across languages."""
_REWORDED = 0.15
"""So much less sure when the copy's words are mostly other words, or when it is shorter than the texts let expect."""


class HedgeDropped(Rule):
    """The original hedges a statement; the copy makes it as a fact.

    What it does
        Looks at each passage of the original that holds a hedge (allegedly, reportedly, unconfirmed, is believed to,
        apparently, may ...) and at the copy's passage for it. If nothing there keeps the doubt, neither another hedge
        nor an attribution, a conditional or a question, it reports the hedge. Words that say "could not be verified"
        or "allegedly" weigh more than "may".

    Why it matters
        "Allegedly" stands between a report and a libel. A copy that loses it says what nobody has confirmed.

    Fires
        original [en]: The driver allegedly took the money from the safe.
        copy [en]: The driver took the money from the safe.

        original [en]: The unconfirmed death toll stood at twelve on Friday evening.
        copy [de]: Die Zahl der Toten lag am Freitagabend bei zwölf.

    Stays silent
        original [en]: The driver allegedly took the money from the safe.
        copy [de]: Der Fahrer soll das Geld aus dem Tresor genommen haben.

        original [en]: The mayor reportedly left the country in May.
        copy [en]: According to local media, the mayor left the country in May.
    """

    id = "hedge-dropped"
    group = "hedge"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:hedges", "copy-data:hedges")
    options = {"min_strength": 0.4}

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for _, originals, copies in comparison.linked_pairs():
            hedges = [h for h in inside(original, "hedge", originals) if isinstance(h, Hedge)]
            strongest = max(hedges, key=lambda h: h.strength, default=None)
            if strongest is None or strongest.strength < self.settings["min_strength"]:
                continue
            if _keeps_doubt(comparison, strongest, originals, copies):
                continue
            yield self.finding(
                f"The original hedges this (“{strongest.text}”); the copy states it as a fact.",
                confidence=_confidence(comparison, strongest.strength, originals, copies),
                severity="major" if strongest.strength >= STRONG else "minor",
                original=[original.passage(strongest.start, strongest.end)],
                copy=[copy.passage(copies[0].start, copies[-1].end)],
                hedge=strongest.value,
                strength=strongest.strength,
            )


def _keeps_doubt(comparison: Comparison, lost: Hedge, originals: Sequence[Segment], copies: Sequence[Segment]) -> bool:
    """Whether the copy's passage holds anything that may carry the lost doubt.

    What the original has besides its hedge ("the minister said") is no new carrier: the copy must have more
    attributions than the original, or other softening words than those that credit somebody.
    """
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if inside(copy, "hedge", copies) or any(_QUESTION.search(copy.words_of(s)) for s in copies):
        return True
    ours = [a for a in _attributions(original, originals) if not _is_cue(a, lost)]
    theirs = _attributions(copy, copies)
    if len(theirs) > len(ours) or _doubters(theirs) > _doubters(ours):
        return True
    said = [span for each in theirs for span in each.cue]
    for key in ("soft",) if lost.strength >= STRONG else ("soft", "faint"):
        soft = _soft_words(copy, copies, key, aside=said)
        if soft and comparison.same_language:
            soft -= _soft_words(original, originals, key, aside=inside(original, "hedge", originals))
        if soft:
            return True
    return False


def _attributions(article: Article, segments: Sequence[Segment]) -> list[Attribution]:
    return [each for each in inside(article, "attribution", segments) if isinstance(each, Attribution)]


def _is_cue(attribution: Attribution, hedge: Hedge) -> bool:
    """Whether the hedge itself is what credits somebody ("reportedly", "it is claimed")."""
    return any(span.overlaps(hedge) for span in attribution.cue)


def _doubters(attributions: Sequence[Attribution]) -> int:
    """How many of them leave open whether it is so: somebody claims or thinks."""
    return sum(each.cue_class in ("doubtful", "thinking") for each in attributions)


def _soft_words(article: Article, segments: Sequence[Segment], key: str, aside: Sequence[Mention | Span]) -> set[str]:
    """The softening words of some segments, without those that are part of the spans `aside`."""
    phrases = softeners(language.load(article.language), key)
    if phrases is None:
        return set()
    return {
        mark
        for segment in segments
        for start, end, mark in phrases.find(fold(article.words_of(segment)))
        if not any(span.start < segment.start + end and segment.start + start < span.end for span in aside)
    }


def _confidence(
    comparison: Comparison, strength: float, originals: Sequence[Segment], copies: Sequence[Segment]
) -> float:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    sure = 0.38 + 0.45 * strength
    if comparison.same_language:
        theirs = _words(copy, copies)
        if len(_words(original, originals) & theirs) < 0.6 * len(theirs):
            sure -= _REWORDED
    else:
        sure -= _OTHER_LANGUAGE
    scale = len(copy.text) / max(1, len(original.text))
    if _length(copies) < 0.6 * scale * _length(originals):
        sure -= _REWORDED
    return round(max(0.1, sure), 2)


def _words(article: Article, segments: Sequence[Segment]) -> set[str]:
    return {word for segment in segments for word in _WORDS.findall(fold(article.words_of(segment)))}


def _length(segments: Sequence[Segment]) -> int:
    return sum(segment.end - segment.start for segment in segments)
