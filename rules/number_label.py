"""Labels and scores that are others in the copy: Boeing 737 and 747, Resolution 1325 and 1352, 3-1 and 3-2."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.label import Label
from retold.checker.model import Article, Finding, Mention, Segment
from retold.checker.rule import Rule
from retold.rules.number_match import outcome
from retold.rules.number_written import numerals

_MANY = 40
"""Labels of one passage from which on it is a table, where order says more than digits."""

_DIGITS = re.compile(r"[0-9]+")


class LabelAltered(Rule):
    """A flight, a model, a resolution, a telephone number or a score is another one in the copy.

    What it does
        Compares digits that name something instead of counting it: what they belong to (Boeing, F, flight, resolution,
        in any language) and the digits as written. Only a label that finds no equal is set beside one of the same
        family in the linked passage. The result of a match is compared in the same way, as two figures in order; one
        that is only turned round is for the rule `number-role-swapped`. Evidence: `original_value`, `copy_value`.

    Why it matters
        Boeing 737 and Boeing 747 are two aircraft, Resolution 1325 and 1352 two texts, and a wrong number reads as well
        as the right one.

    Fires
        original [en]: The pilot landed the Boeing 737 safely.
        copy [de]: Der Pilot landete die Boeing 747 sicher.

        original [en]: The home side won 3-1.
        copy [es]: El equipo local ganó 3-2.

    Stays silent
        original [en]: The council adopted Resolution 1325 on women and peace.
        copy [ru]: Совет принял резолюцию 1325 о женщинах и мире.

        original [en]: Two F-16 jets took off.
        copy [de]: Zwei Kampfjets vom Typ F-16 hoben ab.
    """

    id = "label-altered"
    group = "number"
    severity = "major"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        for _, ours, theirs in comparison.linked_pairs():
            originals, copies = _labels(comparison.original, ours), _labels(comparison.copy, theirs)
            if originals and copies and max(len(originals), len(copies)) <= _MANY:
                old, new = _unmatched(originals, copies, comparison, ours, theirs)
                yield from self._pairs(comparison, old, new)

    def _pairs(self, comparison: Comparison, old: list[Label], new: list[Label]) -> Iterator[Finding]:
        """Findings for what is left, where one label of a family is left on either side."""
        assert comparison.original is not None
        for one in old:
            same = [each for each in old if each.family == one.family and each.kind == one.kind]
            others = [each for each in new if each.family == one.family and each.kind == one.kind]
            if len(same) != 1 or len(others) != 1 or _turned(one, others[0]):
                continue
            other = others[0]
            if _told(comparison, one, other):
                continue
            yield self.finding(
                f"The original says {one.text}; the copy says {other.text}.",
                confidence=0.6 if one.family == "phone" else 0.75,
                original=[comparison.original.passage(one.start, one.end)],
                copy=[comparison.copy.passage(other.start, other.end)],
                original_value=one.value,
                copy_value=other.value,
            )


def _labels(article: Article, segments: Sequence[Segment]) -> list[Label]:
    return [mention for mention in inside(article, "label", segments) if isinstance(mention, Label)]


def _unmatched(
    originals: list[Label],
    copies: list[Label],
    comparison: Comparison,
    ours: Sequence[Segment],
    theirs: Sequence[Segment],
) -> tuple[list[Label], list[Label]]:
    """The labels that the other side does not have in any form."""
    assert comparison.original is not None
    left = [one for one in originals if not any(_equal(one, other) for other in copies)]
    right = [other for other in copies if not any(_equal(one, other) for one in originals)]
    if not left or not right:
        return [], []
    written, read = _written(comparison.copy, theirs), _written(comparison.original, ours)
    return (
        [one for one in left if one.kind == "score" or not _said(one, written)],
        [other for other in right if other.kind == "score" or not _said(other, read)],
    )


def _written(article: Article, segments: Sequence[Segment]) -> set[str]:
    return {value for segment in segments for value in numerals(article.words_of(segment))}


def _said(label: Label, values: set[str]) -> bool:
    """Whether the other side has the digits of a label in another form: the first of them, or all where all count."""
    parts = {str(int(part)) for part in _DIGITS.findall(label.number)}
    return parts <= values if label.whole else bool(parts) and str(int(_DIGITS.findall(label.number)[0])) in values


def _equal(one: Label, other: Label) -> bool:
    """Whether two labels have the same digits; one may say more ("737-800", "737")."""
    if one.kind != other.kind:
        return False
    if one.kind == "score":
        return one.value == other.value
    if one.whole or other.whole:
        return one.family == other.family and one.number == other.number
    first, second = _DIGITS.findall(one.number), _DIGITS.findall(other.number)
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter]


def _told(comparison: Comparison, one: Label, other: Label) -> bool:
    """Whether the same digits were read as two figures, and are reported as such."""
    return any(
        one.start <= pair.original.figure.start < one.end and other.start <= pair.copy.figure.start < other.end
        for pair in outcome(comparison).altered
    )


def _turned(one: Mention, other: Mention) -> bool:
    return one.kind == "score" and (one.value or "").split("-")[::-1] == (other.value or "").split("-")
