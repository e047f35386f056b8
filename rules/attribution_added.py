"""Statements that the original makes in its own voice and the copy credits to somebody."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_marks import reports, touches_quote
from retold.checker.mentions.attribution_source import source_of, sources
from retold.checker.mentions.name_index import index_of
from retold.checker.model import Article, Finding, Link, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_link import Pair, linked
from retold.rules.attribution_lost import Lost, lost
from retold.rules.attribution_who import Speaker, who
from retold.rules.source_compare import may_be_one
from retold.rules.source_wording import source_words

_NEAR = 2
"""Sentences of the original around a statement in which its speaker may be credited."""

_UNKNOWN, _NEARBY = 0.05, 0.3
"""So much surer when the original nowhere speaks of the source, and less sure when it reports something close by."""


class AttributionAdded(Rule):
    """The copy credits to somebody what the original says in its own voice.

    What it does
        Looks at each statement that only the copy credits to somebody, and at the original's passage for it. If
        nothing there and in the sentences around marks the words as somebody's, it reports the source that was added.
        It is major when the source is somebody whom the original never mentions. Evidence: `source`, `cue`.

    Why it matters
        It invents a witness, or makes an established fact look like somebody's claim.

    Fires
        original [en]: The bridge was unsafe long before it fell. It had last been painted in 1987.
        copy [en]: The bridge was unsafe long before it fell, two engineers said. It had last been painted in 1987.

        original [en]: The river rose by two metres during the night. Schools stay closed on Tuesday.
        copy [de]: Nach Angaben der Polizei stieg der Fluss in der Nacht um zwei Meter. Die Schulen bleiben geschlossen.

    Stays silent
        original [en]: The dam is safe, the operator said. It was checked in May.
        copy [en]: The dam is safe, the operator said. It was checked in May, the operator added.

        original [en]: The river reportedly rose by two metres during the night.
        copy [en]: The river rose by two metres during the night, local media said.
    """

    id = "attribution-added"
    group = "attribution"
    severity = "minor"
    mqm = "accuracy/addition"
    needs = ("original", "original-data:attribution", "copy-data:attribution")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        turned = _turned(comparison)
        for each in lost(turned):
            stranger = _is_stranger(comparison, each.old)
            source = source_words(copy, each.old)
            cue = each.old.cue[0]
            yield self.finding(
                f"The original states this in its own voice; the copy credits it to {source}.",
                confidence=_confidence(comparison, each, stranger),
                severity="major" if stranger else "minor",
                original=[original.passage(each.copies[0].start, each.copies[-1].end)],
                copy=[copy.passage(each.old.start, each.old.end)],
                source=source,
                cue=copy.text[cue.start : cue.end],
            )


def _turned(comparison: Comparison) -> Comparison:
    """The comparison turned round: what the copy adds is what its mirror image loses."""
    assert comparison.original is not None
    turned = Comparison(
        copy=comparison.original,
        original=comparison.copy,
        links=tuple(Link(link.copy, link.original, link.similarity) for link in comparison.links),
        profile=comparison.profile,
        order=comparison.order,
    )
    pairs = linked(comparison)
    vars(turned)["linked attributions"] = tuple(
        Pair(pair.new, pair.old, pair.copies, pair.originals, pair.similarity) for pair in pairs
    )
    return turned


def _is_stranger(comparison: Comparison, added: Attribution) -> bool:
    """Whether the original nowhere speaks of somebody like the source: not by name, and not by what they are."""
    original = comparison.original
    assert original is not None
    speaker = who(comparison.copy, added)
    if speaker is not None:
        return not _is_known(original, speaker)
    source = source_of(comparison.copy, added)
    if source is None or not source.roles or source.pronoun:
        return False
    return not any(each.roles and may_be_one(each.roles, source.roles) for _, each in sources(original))


def _is_known(article: Article, speaker: Speaker) -> bool:
    if speaker.resolved or speaker.kind != "person":
        return True
    return index_of(article).has(speaker.name)


def _confidence(comparison: Comparison, added: Lost, stranger: bool) -> float:
    assert comparison.original is not None
    confidence = added.confidence
    if stranger:
        confidence += _UNKNOWN
    elif _reports_near(comparison.original, added.copies):
        confidence -= _NEARBY
    return round(confidence, 2)


def _reports_near(article: Article, segments: tuple[Segment, ...]) -> bool:
    """Whether the sentences around report or quote something, so that the reader may know who speaks."""
    first, last = segments[0].index, segments[-1].index
    around = article.segments[max(0, first - _NEAR) : first] + article.segments[last + 1 : last + 1 + _NEAR]
    return any(reports(article, segment) or touches_quote(article, segment) for segment in around)
