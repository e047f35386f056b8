"""Bounds that the copy turns round, drops or makes up: more than 70, 70, about 70."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.language import base
from retold.checker.model import Article, Finding
from retold.checker.rule import Rule
from retold.rules.number_bounds import bounded
from retold.rules.number_item import Item
from retold.rules.number_judge import report, reported
from retold.rules.number_wording import TONGUE, bound_name, grouped


class BoundAltered(Rule):
    """The copy says "at most" where the original says "at least", or exactly what the original says about.

    What it does
        Compares the bounds of figures that have the same value in linked passages: more than, at least, about, nearly,
        up to, fewer than. Opposite bounds are major (more than 200, fewer than 200; nearly 200, more than 200). A
        bound that the copy drops, loosens or adds is minor, and usually of too little weight to be shown: translators
        use "some", "rund" and "environ" freely. Evidence: `original_value`, `copy_value`, `original_bound`,
        `copy_bound`, `unit`.

    Why it matters
        "Fewer than 200" for "more than 200" is the opposite of what was said, with the same digits.

    Fires
        original [en]: More than 200 people were evacuated.
        copy [de]: Weniger als 200 Menschen wurden in Sicherheit gebracht.

        original [es]: La multa puede ser de hasta 5.000 euros.
        copy [en]: The fine is at least 5,000 euros.

    Stays silent
        original [en]: More than 200 people were evacuated.
        copy [fr]: Plus de 200 personnes ont été évacuées.

        original [en]: About 200 people were evacuated.
        copy [nl]: Zo'n 200 mensen zijn geëvacueerd.

        original [en]: Not more than 200 people were evacuated.
        copy [it]: Al massimo 200 persone sono state evacuate.
    """

    id = "bound-altered"
    group = "number"
    severity = "minor"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        for pair in reported(comparison, self.id):
            said, says = _words(comparison.original, pair.original), _words(comparison.copy, pair.copy)
            meant = bound_name(pair.original.figure.bound)
            if meant and not comparison.same_language and base(comparison.original.language) != TONGUE:
                said += f" ({meant} {grouped(pair.original.key)})"
            yield report(
                self,
                comparison,
                pair,
                f"The original says {said}; the copy says {says}.",
                original_bound=pair.original.figure.bound,
                copy_bound=pair.copy.figure.bound,
                unit=pair.original.figure.unit,
            )


def _words(article: Article, item: Item) -> str:
    """A figure as written, with the words of its bound."""
    start, end = bounded(article, item.figure) or (item.figure.start, item.figure.end)
    text = " ".join(article.text[start:end].split())
    return text[0].lower() + text[1:] if start < item.figure.start else text
