"""Who said it: statements that lose their source, and statements that get another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retold.checker.compare import Comparison
from retold.checker.model import Article, Finding, Span
from retold.checker.rule import Rule
from retold.rules.attribution_lost import lost
from retold.rules.attribution_roles import other_roles
from retold.rules.attribution_speaker import changed
from retold.rules.source_wording import source_words

_OTHER_ROLE = 0.7
"""How sure it is that those with other roles are others."""


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
        Sets the sources of linked statements side by side. It speaks up when both are named, the names are clearly
        different in any script, and the copy's name does not stand in the original's passage; when two speakers have
        changed places; and when what they are cannot be one: the police, a defence lawyer. A surname stands for its
        full name, a pronoun for whoever was credited just before. Evidence: `original_source`, `copy_source`,
        `similarity` of the names (0 for what they are).

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
        spoken = {id(change.pair) for change in changed(comparison)}
        for each in other_roles(comparison):
            old, new = each.pair.old, each.pair.new
            if old is None or new is None or id(each.pair) in spoken:
                continue
            ours, theirs = source_words(original, old), source_words(copy, new)
            yield self.finding(
                f"The original credits this to {ours}; the copy credits it to {theirs}.",
                confidence=_OTHER_ROLE + (0.05 if comparison.same_language else 0.0),
                severity="major",
                original=[original.passage(old.source[0].start, old.source[0].end)],
                copy=[copy.passage(new.source[0].start, new.source[0].end)],
                original_source=ours,
                copy_source=theirs,
                similarity=0.0,
            )
