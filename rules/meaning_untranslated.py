"""Sentences of a translation that are still in the original's language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from retold.checker import language
from retold.checker.align_lexical import UNSPACED
from retold.checker.compare import Comparison
from retold.checker.model import Finding
from retold.checker.rule import Rule
from retold.rules.meaning import joined

_WORD = re.compile(rf"[{UNSPACED}]|[^\W\d_{UNSPACED}]+")
"""A word, or one character of a script without spaces."""


class Untranslated(Rule):
    """A sentence of a translation is still in the original's language.

    What it does
        Looks for sentences of at least five words that have nearly the same words as the original's sentence, or
        share many with it and are in its language. Lists of names, titles and credits are alike in every language and
        are left alone.

    Why it matters
        Readers of the translation cannot read it; mostly a paragraph was forgotten.

    Fires
        original [en]: The museum will stay closed until the end of the year.
        copy [fr]: The museum will stay closed until the end of the year.

    Stays silent
        original [en]: Volkswagen AG, Mercedes-Benz Group AG, Deutsche Bank AG and Allianz SE
        copy [de]: Volkswagen AG, Mercedes-Benz Group AG, Deutsche Bank AG und Allianz SE
    """

    id = "untranslated"
    group = "meaning"
    severity = "major"
    mqm = "accuracy/untranslated"
    needs = ("original", "translation")
    options: ClassVar = {"least_words": 5}

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        run: list[int] = []
        sure: list[float] = []
        for index, confidence in sorted(self._untranslated(comparison).items()):
            if run and index != run[-1] + 1:
                yield self._one(run, min(sure), comparison)
                run, sure = [], []
            run.append(index)
            sure.append(confidence)
        if run:
            yield self._one(run, min(sure), comparison)

    def _untranslated(self, comparison: Comparison) -> dict[int, float]:
        """Segments of the copy that were left, by index, and how sure that is."""
        assert comparison.original is not None
        original, copy = comparison.original, comparison.copy
        found: dict[int, float] = {}
        for _, theirs, ours in comparison.linked_pairs():
            text = " ".join(original.words_of(segment) for segment in theirs)
            for segment in ours:
                confidence = self._left(text, copy.words_of(segment), original.language, copy.language)
                if confidence:
                    found[segment.index] = max(confidence, found.get(segment.index, 0.0))
        return found

    def _one(self, run: list[int], confidence: float, comparison: Comparison) -> Finding:
        """One finding for neighbours: a paragraph that was forgotten is one defect."""
        assert comparison.original is not None
        copy, original = comparison.copy, comparison.original
        passage = copy.passage(copy.segments[run[0]].start, copy.segments[run[-1]].end)
        linked = sorted({s.index for index in run for s in comparison.original_segments(index)})
        if len(run) == 1:
            message = "This sentence is still in the original’s language."
        else:
            message = f"These {len(run)} sentences are still in the original’s language."
        return self.finding(
            message,
            confidence=confidence,
            original=[joined(original, [original.segments[linked[0]], original.segments[linked[-1]]])],
            copy=[passage],
            sentences=len(run),
        )

    def _left(self, original: str, copy: str, original_language: str, copy_language: str) -> float:
        """How sure it is that a segment of the copy was left as it was; 0 when it was not."""
        words = _WORD.findall(copy)
        plain = {word for word in words if not word[0].isupper()}
        # Names, titles and credits have capitals; what is left of them after that proves nothing.
        if len(words) < self.settings["least_words"] or len(plain) < 2 or 2 * len(plain) < len(set(words)) - 2:
            return 0.0
        theirs = set(_WORD.findall(original))
        same = len(plain & theirs) / len(plain)
        if same < 0.4:
            return 0.0
        from retold.checker.detect import detect_segment

        ends = [language.base(original_language), language.base(copy_language)]
        said = detect_segment(copy, ends)
        if said is None or said[0] != ends[0]:
            return 0.0
        if same >= 0.85:
            return 0.9
        return 0.75 if said[1] >= 0.95 and len(words) >= 8 else 0.0
