"""Speech that changes its form: told in the original and quoted in the copy, or quoted and told."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Finding, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_content import telling
from retold.rules.quote_alone import (
    BY_DESIGN,
    Alone,
    alone,
    is_sentence,
    is_stray,
    keeps,
    speaker,
    verbatim,
    weighs,
)
from retold.rules.quote_link import free_of_speech, quoted_share
from retold.rules.quote_wording import Wording, wordings

_OWN_WORDS = 0.6
"""Share of a quotation's longer words that the copy's passage has when it tells it in the speaker's own words."""

_PARTLY = 0.5
"""Share of a passage in quotation marks up to which it is told rather than quoted."""


class QuoteMadeDirect(Rule):
    """What the original only reports stands between quotation marks in the copy.

    What it does
        Takes the quotations of the copy that are long enough to say something and that no quotation of the original
        belongs to, and looks at the words or, in another language, at the passage that they render. It speaks where
        nothing there is marked as quoted. Titles, names and single words in marks are no quotations. Evidence:
        `reported`, whether the original credits somebody there.

    Why it matters
        The speaker never said these words: the reporter, or the translator, put them so.

    Fires
        original [en]: The mayor said that the bridge would stay closed until the end of the summer.
        copy [de]: „Die Brücke bleibt bis zum Ende des Sommers geschlossen“, sagte die Bürgermeisterin.

        original [en]: Lena Olsen said she had warned the council of the damage twice since March.
        copy [en]: “I had warned the council of the damage twice since March,” Lena Olsen said.

    Stays silent
        original [en]: “The bridge will stay closed until the end of the summer,” the mayor said.
        copy [de]: „Die Brücke bleibt bis zum Ende des Sommers geschlossen“, sagte die Bürgermeisterin.

        original [en]: The band ended the evening with The Long Road Back Home.
        copy [de]: Die Band beendete den Abend mit „The Long Road Back Home“.
    """

    id = "quote-made-direct"
    group = "quote"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original = comparison.original
        assert original is not None
        known: set[Quote] = set()
        for wording in wordings(comparison) if comparison.same_language else ():
            if wording.same or wording.match is not None:
                known.add(wording.quote)
            passages = _told(original, wording)
            if passages:
                yield self._finding(comparison, wording.quote, passages, 0.6 if wording.same else 0.5)
        for each in alone(comparison, "copy"):
            if each.quote in known or not each.other or is_stray(comparison, each, "copy"):
                continue
            free = free_of_speech(comparison, each.other, "original")
            if free and is_sentence(comparison.copy, each.quote) and keeps(comparison, each, "copy"):
                yield self._finding(comparison, each.quote, each.other, 0.6 * free)

    def _finding(
        self, comparison: Comparison, quote: Quote, passages: tuple[Segment, ...], confidence: float
    ) -> Finding:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        reported = bool(inside(original, "attribution", passages))
        who = speaker(copy, quote)
        return self.finding(
            f"The copy quotes {who} word for word; the original only tells what was said."
            if who
            else "The copy puts in quotation marks words that the original does not quote.",
            confidence=confidence + (0.1 if reported else 0),
            original=[original.passage(passages[0].start, passages[-1].end)],
            copy=[copy.passage(quote.start, quote.end)],
            reported=reported,
        )


def _told(original: Article, wording: Wording) -> tuple[Segment, ...]:
    """The passage that tells, mostly without marks, what a quotation of the copy says; empty when there is none."""
    passages = wording.sentences if wording.same == "told" else ()
    if wording.match is not None and not wording.match.quoted:
        first, last = original.segment_at(wording.match.start), original.segment_at(wording.match.end - 1)
        if first is not None and last is not None:
            passages = original.segments[first.index : last.index + 1]
    if not passages or any(segment.kind not in ("body", "quote") for segment in passages):
        return ()
    share = quoted_share(original, passages)
    return passages if share is not None and share < _PARTLY else ()


class QuoteMadeIndirect(Rule):
    """The copy tells in its own words what the original quotes.

    What it does
        Takes the quotations of the original that are long enough to say something and that no quotation of the copy
        belongs to, and looks whether the copy's passage still says it, without any quotation mark. In a rewrite, which
        turns quotations into reports by design, only the speaker's own words without marks count, as they were said or
        with another "I"; the rest is a note. Evidence: `verbatim`.

    Why it matters
        The reader no longer sees which words are the speaker's own.

    Fires
        original [en]: “We will not sell a single share before next spring,” the chairman said on Monday.
        copy [de]: Der Vorsitzende sagte am Montag, man werde vor dem nächsten Frühjahr keine einzige Aktie verkaufen.

    Stays silent
        original [en]: “We will not sell a single share before next spring,” the chairman said on Monday.
        copy [fr]: « Nous ne vendrons pas une seule action avant le printemps prochain », a déclaré le président lundi.
    """

    id = "quote-made-indirect"
    group = "quote"
    severity = "minor"
    mqm = "accuracy/mistranslation"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for each in alone(comparison, "original"):
            if not (is_sentence(original, each.quote) and weighs(each)) or is_stray(comparison, each, "original"):
                continue
            unmarked = verbatim(comparison, each)
            passages = unmarked or each.other
            free = free_of_speech(comparison, passages, "copy") if passages else 0.0
            if not free or (not unmarked and not keeps(comparison, each, "original")):
                continue
            who = speaker(original, each.quote)
            yield self.finding(
                f"The original quotes {who or 'these words'}; the copy says it without quotation marks.",
                confidence=free * (0.75 if unmarked else 0.65),
                severity="info"
                if comparison.profile in BY_DESIGN and not (unmarked or _is_close(comparison, each))
                else None,
                original=[original.passage(each.quote.start, each.quote.end)],
                copy=[copy.passage(passages[0].start, passages[-1].end)],
                verbatim=bool(unmarked),
            )


def _is_close(comparison: Comparison, each: Alone) -> bool:
    """Whether a copy in the same language tells a quotation in nearly the words that were said."""
    if not comparison.same_language:
        return False
    original, copy = comparison.original, comparison.copy
    assert original is not None
    said = frozenset().union(*(telling(original, span.start, span.end) for span in each.quote.content))
    told = frozenset().union(*(telling(copy, segment.start, segment.end) for segment in each.other))
    return len(said & told) >= _OWN_WORDS * max(1, len(said))
