"""What the copy leaves out, adds or says differently: whole sentences.

The alignment proposes, and the encoder must agree: a sentence is missing only if nothing in the whole other text is
like it, and a link has drifted only if its similarity is unheard of between these two languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from retold.checker import calibration
from retold.checker.align_gaps import UNTOLD, Gap, gaps, rivals, told
from retold.checker.align_lexical import share_anchor
from retold.checker.compare import Comparison
from retold.checker.errors import NotChecked
from retold.checker.mentions.grouping import inside
from retold.checker.model import Article, Finding, Link, Passage, Segment
from retold.checker.rule import Rule
from retold.checker.segment import count_words

_SUMMARISED = ("rewrite", "syndication")
_COMPANY = 4
"""Sentences a text must have for its other sentences to say how much like each other two of them are."""
_OWN_THEME = 0.2
"""A sentence is this much more like another of its theme than two sentences must be to say the same: then it stands
there, too."""


class _Unmatched(Rule):
    """What `omission` and `addition` share; they differ in the side they look at and in their words."""

    group = "meaning"
    severity = "major"
    needs = ("original", "encoder?")
    options: ClassVar = {"least_words": 4}
    side: ClassVar[str]

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        if comparison.encoder is None and not comparison.same_language:
            raise NotChecked(comparison.encoder_reason or "no encoder")
        if all(len(link.original) == len(link.copy) == 1 for link in comparison.links):
            return
        ours, theirs = comparison.original, comparison.copy
        if self.side == "copy":
            ours, theirs = theirs, ours
        found = [
            (gap, confidence)
            for gap in gaps(comparison)[self.side == "copy"]
            if count_words(ours.words_of(ours.segments[gap.index])) >= self.settings["least_words"]
            and (confidence := self._confidence(gap, ours, theirs, comparison)) > 0
        ]
        if not found:
            return
        if comparison.order == "free" or comparison.profile in _SUMMARISED:
            yield self._summary(found, ours)
        else:
            for run in _runs(found):
                yield self._one(run, ours)

    def _confidence(self, gap: Gap, ours: Article, theirs: Article, comparison: Comparison) -> float:
        """How sure it is that nothing renders the segment; 0 when something may."""
        if gap.best is not None:
            above = gap.best - calibration.low(ours.language, theirs.language)
            return round(min(0.9, gap.surety, 0.8 - 1.2 * above), 3) if above < 0.25 else 0.0
        if told(ours.words_of(ours.segments[gap.index]), theirs) > UNTOLD:
            return 0.0
        # A rewrite says the same in other words: there, words alone prove little.
        return 0.6 if comparison.order == "monotonic" else 0.4

    def _one(self, run: list[tuple[Gap, float]], article: Article) -> Finding:
        segments = [article.segments[gap.index] for gap, _ in run]
        passage = article.passage(segments[0].start, segments[-1].end)
        return self.finding(
            self._words(len(run)),
            confidence=max(confidence for _, confidence in run),
            severity=_weight(segments, article),
            **{self.side: [passage]},
            sentences=len(run),
            best_match=None if run[0][0].best is None else round(run[0][0].best, 3),
        )

    def _summary(self, found: list[tuple[Gap, float]], article: Article) -> Finding:
        segments = [article.segments[gap.index] for gap, _ in found]
        passages = [article.passage(segment.start, segment.end) for segment in segments]
        return self.finding(
            self._counted(len(found), len(article.body)),
            confidence=round(sum(confidence for _, confidence in found) / len(found), 3),
            severity="info",
            **{self.side: passages},
            sentences=len(found),
            of=len(article.body),
        )

    def _words(self, count: int) -> str:
        raise NotImplementedError

    def _counted(self, count: int, total: int) -> str:
        raise NotImplementedError


def _runs(found: list[tuple[Gap, float]]) -> Iterator[list[tuple[Gap, float]]]:
    """Neighbouring gaps together: one finding for one cut."""
    run: list[tuple[Gap, float]] = []
    for item in found:
        if run and item[0].index != run[-1][0].index + 1:
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _weight(segments: Sequence[Segment], article: Article) -> str:
    """major when a figure, an attribution or the lead is among them; a headline or caption alone is only told."""
    if all(segment.kind in ("headline", "caption") for segment in segments):
        return "info"
    lead = next((segment for segment in article.body if segment.kind != "headline"), None)
    if lead in segments:
        return "major"
    held = (mention for kind in ("number", "attribution") for mention in inside(article, kind, segments))
    return "major" if any(not getattr(mention, "loose", False) for mention in held) else "minor"


class Omission(_Unmatched):
    """A sentence of the original has no counterpart in the copy.

    What it does
        Takes the sentences of the original that the alignment links to nothing, or that a link is better off without,
        and reports those that nothing in the whole copy resembles. Neighbours are one finding. It is major when the
        sentence is the lead or holds a figure or an attribution, otherwise minor. A rewrite leaves out by design:
        there the sentences are counted in one note.

    Why it matters
        What is left out is seen by nobody who reads the copy alone; often it is the other side's answer.

    Fires
        original [en]: The factory in Lund closed on Friday. The union called the decision illegal and will go to court, its lawyer said. The 240 workers will be paid until March.
        copy [de]: Die Fabrik in Lund wurde am Freitag geschlossen. Die 240 Arbeiter werden bis März bezahlt.

    Stays silent
        original [en]: The factory in Lund closed on Friday. The union called the decision illegal and will go to court, its lawyer said.
        copy [de]: Die Fabrik in Lund wurde am Freitag geschlossen, doch die Gewerkschaft hält die Entscheidung für illegal und will nach Angaben ihres Anwalts vor Gericht ziehen.
    """  # noqa: E501

    id = "omission"
    mqm = "accuracy/omission"
    side = "original"

    def _words(self, count: int) -> str:
        if count == 1:
            return "The copy leaves out this sentence of the original."
        return f"The copy leaves out these {count} sentences of the original."

    def _counted(self, count: int, total: int) -> str:
        if count == 1:
            return f"One of the original’s {total} sentences has no counterpart in the copy."
        return f"{count} of the original’s {total} sentences have no counterpart in the copy."


class Addition(_Unmatched):
    """A sentence of the copy has no counterpart in the original.

    What it does
        Takes the sentences of the copy that the alignment links to nothing, or that a link is better off without, and
        reports those that nothing in the whole original resembles. Neighbours are one finding. It is major when the
        sentence is the lead or holds a figure or an attribution, otherwise minor. A rewrite draws on other reporting:
        there the sentences are counted in one note.

    Why it matters
        A reader takes an added sentence for the original outlet's reporting, and its errors too.

    Fires
        original [en]: The bridge was closed on Sunday after a truck hit a pillar. Engineers are checking the damage.
        copy [de]: Die Brücke wurde am Sonntag gesperrt, nachdem ein Lastwagen einen Pfeiler gerammt hatte. Der Fahrer war nach Polizeiangaben betrunken und saß schon 2019 im Gefängnis. Ingenieure prüfen den Schaden.

    Stays silent
        original [en]: The bridge was closed on Sunday after a truck hit a pillar. Engineers are checking the damage.
        copy [de]: Die Brücke ist gesperrt. Am Sonntag hatte ein Lastwagen einen Pfeiler der Brücke gerammt. Ingenieure prüfen den Schaden.
    """  # noqa: E501

    id = "addition"
    mqm = "accuracy/addition"
    side = "copy"

    def _words(self, count: int) -> str:
        if count == 1:
            return "The copy adds this sentence, which the original does not have."
        return f"The copy adds these {count} sentences, which the original does not have."

    def _counted(self, count: int, total: int) -> str:
        if count == 1:
            return f"One of the copy’s {total} sentences has no counterpart in the original."
        return f"{count} of the copy’s {total} sentences have no counterpart in the original."


class MeaningDrift(Rule):
    """A sentence of the copy stands where the original says something else.

    What it does
        Compares the encoder's similarity of every linked pair with what is normal between good pairs of these two
        languages, and reports pairs far below it that share no figure and no name, when other sentences are more like
        them than they are like each other. Where there are no other sentences to compare with, the similarity must be
        lower still. Sentences of fewer than six words are not judged: their similarity says little. What differs in a
        word or a figure is seen by other rules.

    Why it matters
        A sentence translated into another meaning reads as smoothly as a right one.

    Fires
        original [en]: The court postponed the hearing because two of the witnesses had fallen ill.
        copy [de]: Im Garten hinter dem Museum blühen jetzt wieder die alten Apfelbäume.

    Stays silent
        original [en]: The court postponed the hearing because two of the witnesses had fallen ill.
        copy [de]: Weil zwei Zeugen erkrankt waren, verschob das Gericht die Anhörung.
    """

    id = "meaning-drift"
    group = "meaning"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "encoder")
    fallback = True
    options: ClassVar = {"least_words": 6}

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        original, copy = comparison.original, comparison.copy
        highest = calibration.low(original.language, copy.language)
        for link, theirs, ours in comparison.linked_pairs():
            if link.similarity is None or link.similarity >= highest:
                continue
            left, right = joined(original, theirs), joined(copy, ours)
            words = min(count_words(left.text), count_words(right.text))
            low = calibration.low(original.language, copy.language, words)
            if words < self.settings["least_words"] or link.similarity >= low:
                continue
            confidence = self._confidence(comparison, link, link.similarity, low)
            if not confidence or share_anchor(left.text, right.text, comparison.same_language):
                continue
            yield self.finding(
                "The copy’s sentence seems to say something else than the original’s.",
                confidence=confidence,
                original=[left],
                copy=[right],
                similarity=round(link.similarity, 3),
                normal_from=round(low, 3),
            )

    def _confidence(self, comparison: Comparison, link: Link, similarity: float, low: float) -> float:
        """How sure it is that a link with this similarity has drifted; 0 when its words only stand elsewhere.

        Measured on news translated by people, and on the same with one sentence of the copy replaced by another
        article's: of good links below the level, one in ten is further than 0.1 below its best rival; of replaced
        sentences, nineteen in twenty are.
        """
        original, copy, encoder = comparison.original, comparison.copy, comparison.encoder
        assert original is not None
        assert encoder is not None
        short_by = low - similarity
        if min(len(original.body), len(copy.body)) < _COMPANY:
            return round(min(0.9, 0.3 + 2 * short_by), 3)
        ours, theirs = rivals(original, copy, link, encoder)
        enough = calibration.low(original.language, copy.language)
        if theirs >= enough or ours >= enough + _OWN_THEME:
            return 0.0
        # Where the whole copy tells another story, no sentence has a rival: then the similarity itself must tell.
        apart = max(0.3 + 2 * (max(ours, theirs) - similarity), 0.1 + 2 * short_by)
        return round(max(0.0, min(0.9, 0.5 + 2 * short_by, apart)), 3)


def joined(article: Article, segments: Sequence[Segment]) -> Passage:
    """The passage from the first of some segments to the last."""
    return article.passage(segments[0].start, segments[-1].end)
