"""Who said it: statements that lose their source, and statements that get another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retold.checker.compare import Comparison
from retold.checker.model import Article, Finding, Span
from retold.checker.rule import Rule
from retold.rules.attribution_lost import lost
from retold.rules.attribution_speaker import changed


class AttributionDropped(Rule):
    """The original attributes a statement; the copy makes it in its own voice.

    What it does
        Looks at each statement that the original credits to somebody ("officials said", "according to police") and at
        the copy's sentence for it. If nothing there marks the words as somebody's, neither a verb of saying, a
        quotation, a hedge nor the language's mood of reported speech, beyond what the statement itself holds, and the
        sentences around do not carry the source on either, it reports the loss. Evidence: `source`, `cue`.

    Why it matters
        What an official claims becomes a fact that the newsroom vouches for.

    Fires
        original [en]: The bridge was unsafe long before it fell, two engineers told the inquiry.
        copy [en]: The bridge was unsafe long before it fell.

        original [en]: According to the police, the driver was drunk at the time of the crash.
        copy [de]: Der Fahrer war zum Zeitpunkt des Unfalls betrunken.

    Stays silent
        original [en]: The bridge was unsafe long before it fell, two engineers told the inquiry.
        copy [en]: Two engineers believe that the bridge was unsafe long before it fell.

        original [en]: According to the police, the driver was drunk at the time of the crash.
        copy [de]: Der Fahrer soll zum Zeitpunkt des Unfalls betrunken gewesen sein.
    """

    id = "attribution-dropped"
    group = "attribution"
    severity = "major"
    mqm = "accuracy/omission"
    needs = ("original", "original-data:attribution", "copy-data:attribution")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for each in lost(comparison):
            source = words_of(original, each.old.source)
            yield self.finding(
                f"The original attributes this to {source}; the copy states it in its own voice.",
                confidence=each.confidence,
                original=[original.passage(each.old.start, each.old.end)],
                copy=[copy.passage(each.copies[0].start, each.copies[-1].end)],
                source=source,
                cue=words_of(original, each.old.cue),
            )


def words_of(article: Article, spans: Iterable[Span]) -> str:
    """The words of some spans, joined by a space."""
    return " ".join(article.text[span.start : span.end] for span in spans)


class SpeakerChanged(Rule):
    """The copy credits a statement to somebody else than the original does.

    What it does
        Sets the sources of linked statements side by side: where each side has one, or quotes in the same order. It
        speaks up when both are named, the names are clearly different in any script, and the copy's name does not
        stand in the original's passage, or when two speakers have changed places. Pronouns, offices and descriptions
        are no evidence. Evidence: `original_source`, `copy_source`, `similarity`.

    Why it matters
        It puts words in the mouth of a person who never said them.

    Fires
        original [en]: “We will rebuild every house in the valley,” Anna Keller said on Monday.
        copy [en]: “We will rebuild every house in the valley,” Peter Novak said on Monday.

    Stays silent
        original [en]: “We will rebuild every house in the valley,” Anna Keller said on Monday.
        copy [en]: “We will rebuild every house in the valley,” the mayor said on Monday.
    """

    id = "speaker-changed"
    group = "attribution"
    severity = "critical"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:attribution", "copy-data:attribution")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for change in changed(comparison):
            yield self.finding(
                f"The original credits this to {change.old_name}; the copy credits it to {change.new_name}.",
                confidence=change.confidence,
                original=[original.passage(change.old.start, change.old.end)],
                copy=[copy.passage(change.new.start, change.new.end)],
                original_source=change.old_name,
                copy_source=change.new_name,
                similarity=round(change.similarity, 3),
            )
