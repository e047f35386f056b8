"""Quotations that the copy leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.model import Finding
from retold.checker.rule import Rule
from retold.rules.quote_alone import (
    BY_DESIGN,
    LOST,
    Alone,
    alone,
    is_sentence,
    is_stray,
    shows,
    speaker,
    too_short,
    verbatim,
)
from retold.rules.quote_compare import Places
from retold.rules.quote_link import free_of_speech, outermost


class QuoteMissing(Rule):
    """A quotation of the original does not stand in the copy.

    What it does
        Takes the quotations of the original that no quotation of the copy belongs to, and reports those whose passage
        in the copy is too short to hold them. Where a whole sentence is left out, the rule `omission` speaks. A rewrite
        leaves out by design: there the quotations are counted in one note.

    Why it matters
        A quotation is often the other side's answer, or the proof of what the story claims.

    Fires
        original [en]: The mayor, who called it “a slap in the face of everybody who lives here”, will appeal.
        copy [de]: Die Bürgermeisterin will Einspruch einlegen.

    Stays silent
        original [en]: The mayor, who called it “a slap in the face of everybody who lives here”, will appeal.
        copy [de]: Die Bürgermeisterin nannte das „eine Ohrfeige für alle, die hier leben“, und will Einspruch einlegen.
    """

    id = "quote-missing"
    group = "quote"
    severity = "minor"
    mqm = "accuracy/omission"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        lost = [each for each in alone(comparison, "original") if self._is_lost(comparison, each)]
        if lost and comparison.profile in BY_DESIGN:
            yield self._summary(comparison, lost)
            return
        for each in lost:
            if not each.other and (comparison.encoder or comparison.same_language):
                continue  # a sentence left out is the omission rule's
            who = speaker(original, each.quote)
            yield self.finding(
                f"The copy leaves out {f'what the original quotes from {who}' if who else 'this quotation'}.",
                confidence=0.65 if each.other else 0.5,
                original=[original.passage(each.quote.start, each.quote.end)],
                copy=[copy.passage(each.other[0].start, each.other[-1].end)] if each.other else (),
            )

    def _is_lost(self, comparison: Comparison, each: Alone) -> bool:
        """Whether nothing in the copy renders a quotation, as far as links, lengths and words can tell."""
        original, copy = comparison.original, comparison.copy
        assert original is not None
        if not shows(comparison, each) or verbatim(comparison, each):
            return False
        if comparison.same_language and Places.of(copy).closest(each.quote.words(original.text)):
            return False
        if each.other:
            if is_stray(comparison, each, "original") or not free_of_speech(comparison, each.other, "copy"):
                return False
            return too_short(comparison, each, "original") >= LOST
        return is_sentence(original, each.quote) and not _has_lonely_quotes(comparison)

    def _summary(self, comparison: Comparison, lost: list[Alone]) -> Finding:
        original = comparison.original
        assert original is not None
        total = sum(quote.is_speech for quote in outermost(original))
        return self.finding(
            _counted(len(lost), total),
            confidence=0.6,
            severity="info",
            original=[original.passage(each.quote.start, each.quote.end) for each in lost],
            quotations=len(lost),
            of=total,
        )


def _has_lonely_quotes(comparison: Comparison) -> bool:
    return next(alone(comparison, "copy"), None) is not None


def _counted(count: int, total: int) -> str:
    if total == 1:
        return "The original’s only quotation is not in the copy."
    return f"{count} of the original’s {total} quotations {'is' if count == 1 else 'are'} not in the copy."
