"""Figures that differ between original and copy: altered, missing, added."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.model import Finding
from retold.checker.rule import Rule
from retold.rules.number_item import Item, significant
from retold.rules.number_judge import passage, report, reported
from retold.rules.number_match import outcome, readable
from retold.rules.number_wording import said

_WELL_LINKED = 0.7
"""Similarity of a link, in free order, from which on its segments say the same thing."""

_RETOLD = 0.5
"""Share of a sentence's words that its original has, from which on the sentence is retold and not new."""


class NumberAltered(Rule):
    """A figure in the copy differs from the original's.

    What it does
        Compares numbers, ordinals, percentages, sums of money and quantities by value, whatever their form: digits in
        any script, words, million and crore. A figure of the original without an equal in the copy is set beside the
        figure that stands in its place in the linked passage. Rounding that the copy announces, conversions of units
        and currencies, halves for 50 % and the two ways to write a range are equal. A figure with the same digits at
        another size is for `magnitude-altered`, one in another unit for `unit-altered` or `currency-altered`, one with
        another bound for `bound-altered`. Evidence: `original_value`, `copy_value`, `unit`.

    Why it matters
        A wrong figure reads as well as the right one, and readers act on it.

    Fires
        original [en]: The town has 4,200 inhabitants.
        copy [fr]: La ville compte 2 400 habitants.

        original [de]: Bei dem Brand wurden siebzehn Arbeiter verletzt.
        copy [en]: Seventy workers were injured in the fire.

        original [ko]: 실업률은 12%로 올랐다.
        copy [en]: Unemployment rose to 21 percent.

    Stays silent
        original [en]: About 10,000 people fled the town.
        copy [en]: Some ten thousand people fled the town.

        original [en]: The storm damaged 12,874 houses.
        copy [nl]: De storm beschadigde ongeveer 13.000 huizen.

        original [es]: La mitad de los votantes se quedó en casa.
        copy [en]: 50 percent of the voters stayed at home.
    """

    id = "number-altered"
    group = "number"
    severity = "major"
    mqm = "accuracy/mistranslation"
    covers = ("quote-altered",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for pair in reported(comparison, self.id):
            old, new = pair.original.figure, pair.copy.figure
            message = f"The original says {said(old, comparison)}; the copy says {said(new, comparison, copy=True)}."
            yield report(self, comparison, pair, message, unit=old.unit or new.unit)


class NumberMissing(Rule):
    """A figure of the original is not in the copy.

    What it does
        Names figures of the original that have no equal anywhere near their place in the copy, and nothing in their
        place either. A segment that the copy leaves out altogether is for the rule `omission`. In a rewrite a missing
        figure is only noted. Evidence: `value`, `unit`.

    Why it matters
        "Dozens were hurt" where the original counts 47 is a loss that no reader of the copy can notice.

    Fires
        original [en]: The storm damaged 1,340 houses on the coast before it moved inland.
        copy [es]: La tormenta dañó casas en la costa antes de avanzar tierra adentro.

    Stays silent
        original [en]: The storm damaged 1,340 houses on the coast.
        copy [es]: La tormenta dañó mil trescientas cuarenta casas en la costa.

        original [en]: It was one of the worst storms in the region.
        copy [es]: Fue una tormenta de las peores de la región.
    """

    id = "number-missing"
    group = "number"
    severity = "minor"
    mqm = "accuracy/omission"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        known = readable(comparison)
        for item in outcome(comparison).missing:
            rewrite = comparison.profile == "rewrite"
            yield self.finding(
                f"The original says {said(item.figure, comparison)} here; the copy leaves the figure out.",
                confidence=_single_confidence(item, known),
                severity="info" if rewrite else _single_severity(item),
                original=[passage(comparison.original, item)],
                value=item.key,
                unit=item.figure.unit,
            )


class NumberAdded(Rule):
    """A figure in the copy is not in the original.

    What it does
        Names figures in linked passages of the copy that have no equal in the original, in any form: not as a figure,
        not in a date, not in a name. In a rewrite, a figure that came with a sentence of its own is only noted: the
        sentence is for the rule `addition`. Evidence: `value`, `unit`.

    Why it matters
        A figure that nobody gave is invented, whether by a person or a machine.

    Fires
        original [fr]: Les pompiers ont évacué les habitants du quartier pendant la nuit.
        copy [en]: Firefighters evacuated 2,350 residents of the district during the night.

    Stays silent
        original [fr]: Les pompiers ont évacué 2 350 habitants du quartier pendant la nuit.
        copy [en]: Firefighters evacuated 2,350 residents of the district during the night.

        original [de]: Beide Männer wurden festgenommen.
        copy [en]: The two men were arrested.
    """

    id = "number-added"
    group = "number"
    severity = "minor"
    mqm = "accuracy/addition"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        known = readable(comparison)
        for item in outcome(comparison).added:
            yield self.finding(
                f"The copy says {said(item.figure, comparison, copy=True)} here; the original gives no such figure.",
                confidence=_single_confidence(item, known),
                severity="minor" if _new_sentence(comparison, item) else _single_severity(item),
                copy=[passage(comparison.copy, item)],
                value=item.key,
                unit=item.figure.unit,
            )


def _single_confidence(item: Item, known: bool) -> float:
    figure = item.figure
    if item.loose:
        return 0.3
    if figure.kind == "ordinal":  # "on the 26th", "first": often no figure on the other side
        return 0.4
    large = significant(item.value) >= 2 or (figure.unit is not None and item.value != 1) or abs(item.value) >= 100
    confidence = 0.7 if large else 0.45
    if figure.spelled:
        confidence -= 0.15 if figure.unit and figure.kind != "range" else 0.25
    if figure.unit == "percent" and item.value == 100:  # "all of it"
        confidence = min(confidence, 0.45)
    # A language whose number words are not read may well say it in words.
    return round(confidence if known else min(confidence - 0.25, 0.5), 2)


def _single_severity(item: Item) -> str:
    telling = significant(item.value) >= 2 or abs(item.value) >= 100 or item.figure.unit is not None
    return "major" if telling else "minor"


def _new_sentence(comparison: Comparison, item: Item) -> bool:
    """Whether a figure of a rewrite stands in a sentence that says little of what its link says."""
    if comparison.order != "free":
        return False
    said = comparison.original_segments(item.segment)
    if not comparison.same_language:
        links = (link for link in comparison.links if item.segment in link.copy)
        return all(link.similarity is None or link.similarity < _WELL_LINKED for link in links)
    assert comparison.original is not None
    words = _words(comparison.copy.words_of(comparison.copy.segments[item.segment]))
    known = {word for segment in said for word in _words(comparison.original.words_of(segment))}
    return len(words & known) < _RETOLD * len(words)


def _words(text: str) -> set[str]:
    """The longer words of a sentence; in scripts without spaces, its pairs of characters."""
    words = {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > 3}
    if any(word[0] >= "\u2e80" for word in words):
        return {word[i : i + 2] for word in words for i in range(len(word) - 1)}
    return words
