"""Whether the story bears out its headline."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.model import Finding, Passage, Span
from retold.checker.rule import Rule
from retold.rules.headline_credit import (
    Credit,
    contradicted,
    credited,
    in_original,
    named,
    of_same_matter,
    opening,
    passage,
    reports,
    told_by,
    unheard_of,
)
from retold.rules.headline_figures import figures
from retold.rules.headline_names import names, speakers
from retold.rules.headline_text import headlines
from retold.rules.headline_turned import turned
from retold.rules.source_compare import Difference
from retold.rules.source_wording import source_words

_MESSAGES = {
    "figure": "The headline says {0}; the story says {1}, and the original {2}.",
    "name": "The headline names {0}, which stands nowhere below; the story names {1}, and the original {2}.",
    "polarity": "The headline says plainly what the story (“{1}”) and the original (“{2}”) deny.",
    "state": "The headline says “{0}”; the story says “{1}”, and the original “{2}”.",
    "opposite": "The headline says “{0}”; the story says “{1}”, and the original “{2}”.",
}
_LONGEST = 80


class HeadlineUnsupported(Rule):
    """The headline says what the story does not bear out.

    What it does
        Takes whom a headline credits ("US officials say ...", "..., US officials told CNN", "US officials: ...") and
        looks in the body, and in the original where there is one, for what is said of the same matter. It speaks up
        where those who are credited there are of another country or of another kind than in the headline, or where
        the person of the headline is never named. With an original it also speaks of a figure that the story and the
        original give otherwise for the same thing; of a person or place that stands nowhere below, in place of
        another; of a refusal or denial that the headline has lost; and of a case or a bill that has come further
        ("convicted" for "charged"). A headline may say less than the story; it must not say something else. Evidence:
        `headline_source`, `body_source` or `headline_words`, `body_words`, and `changed`.

    Why it matters
        The headline is all that most people read, and all that is shared.

    Fires
        copy [en]: Bridge unsafe, US officials say ¶ The bridge was unsafe for years, two European officials said.

        original [en]: Storm damages 60 houses ¶ A storm damaged 60 houses in the valley overnight, the council said.
        copy [en]: Storm damages 90 houses ¶ A storm damaged 60 houses in the valley overnight, the council said.

    Stays silent
        copy [en]: Bridge unsafe, officials say ¶ The bridge was unsafe for years, two European officials said.
    """

    id = "headline-unsupported"
    group = "attribution"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("copy-data:sources",)
    covers = (
        "number-altered", "number-missing", "number-added", "magnitude-altered", "name-altered", "negation-flipped",
        "speaker-changed", "source-altered",
    )  # fmt: skip

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        if next(headlines(comparison.copy), None) is None:
            return
        spoken: list[Span] = []
        for finding in (*self._credits(comparison), *self._clashes(comparison)):
            head = finding.copy[0]
            if not any(head.start < span.end and span.start < head.end for span in spoken):
                spoken.append(Span(head.start, head.end))
                yield finding

    def _credits(self, comparison: Comparison) -> Iterator[Finding]:
        """Who is credited in the headline, and not below."""
        copy = comparison.copy
        for head in credited(copy):
            told = of_same_matter(head, told_by(copy))
            found = contradicted(head, told + in_original(comparison, head, told))
            if found:
                yield self._finding(head, found)
            elif " " in head.source.name and not any(
                named(each, head.source.name) for each in (copy, comparison.original)
            ):
                yield self._unnamed(head, told)
            elif unheard_of(comparison, head):
                yield self._unheard(head, told)
        for segment in headlines(copy):
            first = opening(copy, segment)
            if first is not None and reports(copy, segment) and unheard_of(comparison, first):
                yield self._unheard(first, [])

    def _clashes(self, comparison: Comparison) -> Iterator[Finding]:
        """What else the headline has otherwise than the story and the original."""
        for clash in (*figures(comparison), *names(comparison), *speakers(comparison), *turned(comparison)):
            assert comparison.original is not None
            yield self.finding(
                _MESSAGES[clash.what].format(_short(clash.head), _short(clash.told), _short(clash.before)),
                confidence=clash.confidence,
                original=[clash.before],
                copy=[clash.head, clash.told],
                headline_words=clash.head.text,
                body_words=clash.told.text,
                changed=[clash.what],
            )

    def _finding(self, head: Credit, found: list[tuple[Credit, list[Difference]]]) -> Finding:
        """The first contradiction of the story and the first of the original, in one finding."""
        here = next((credit for credit, _ in found if credit.article is head.article), None)
        there = next((credit for credit, _ in found if credit.article is not head.article), None)
        first, changed = found[0]
        mine, theirs = source_words(head.article, head.mention), source_words(first.article, first.mention)
        who = (
            "the original credits"
            if not here
            else "the story and the original credit"
            if there
            else "the story credits"
        )
        return self.finding(
            f"The headline credits this to {mine}; {who} it to {theirs}.",
            confidence=changed[0].confidence + (0.1 if here and there else 0.0),
            original=[passage(there)] if there else [],
            copy=[passage(head), *([passage(here)] if here else [])],
            headline_source=mine,
            body_source=theirs,
            changed=[each.what for each in changed],
        )

    def _unheard(self, head: Credit, told: list[Credit]) -> Finding:
        """Those of the headline whom neither text speaks of."""
        other = next((credit for credit in told or told_by(head.article) if not credit.source.pronoun), None)
        mine = source_words(head.article, head.mention)
        theirs = source_words(other.article, other.mention) if other else ""
        return self.finding(
            f"The headline speaks of {mine}; neither the story nor the original does"
            + (f". The story credits {theirs}." if theirs else "."),
            confidence=0.75 if told else 0.7 if other else 0.6,
            copy=[passage(head), *([passage(other)] if other else [])],
            headline_source=head.source.words,
            body_source=other.source.words if other else "",
            changed=sorted((*head.source.roles, *head.source.regions)),
        )

    def _unnamed(self, head: Credit, told: list[Credit]) -> Finding:
        other = next((credit for credit in told if credit.source.name), None)
        name = head.source.name
        return self.finding(
            f"The headline credits this to {name}, whom the story never names; it credits it to {other.source.name}."
            if other
            else f"The headline credits this to {name}, whom the story never names.",
            confidence=0.75 if other else 0.55,
            copy=[passage(head), *([passage(other)] if other else [])],
            headline_source=head.source.words,
            body_source=other.source.words if other else "",
            changed=["name"],
        )


def _short(words: Passage) -> str:
    text = " ".join(words.text.split())
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
