"""Rules on names: people and places that the copy changes."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.model import Finding
from retold.checker.rule import Rule
from retold.rules.name_judge import Swap
from retold.rules.name_swaps import swaps

_BESIDE = 40
"""A lost name is held against this many names of the other passage, letter by letter; beyond, by the index alone."""


class NameAltered(Rule):
    """The copy names another person or place than the original.

    What it does
        Looks for a name of the original that the copy has nowhere, in no spelling, ending or abbreviation, while the
        copy's passage for it has a name that the original has nowhere. Countries and large cities are compared by
        code, in all languages and passage by passage. Other names are compared where both texts use one script with
        capitals: freely within one language, only full names of people across two, because institutions are
        translated. A statement credited to somebody else is left to speaker-changed.

    Why it matters
        Who did it and where is the news. A wrong name makes a true report false, and accuses someone else.

    Fires
        original [en]: Talks between Germany and Brazil ended on Friday.
        copy [de]: Die Gespräche zwischen Frankreich und Brasilien endeten am Freitag.

        original [en]: The court heard that Martin Keller signed the contract.
        copy [en]: The court heard that Martin Hoffmann signed the contract.

    Stays silent
        original [en]: Germany and the United States signed the treaty in Moscow.
        copy [de]: Deutschland und die USA unterzeichneten den Vertrag in Moskau.

        original [en]: On Friday Volodymyr Zelensky met the German chancellor.
        copy [en]: On Friday Zelenskyy met the chancellor.
    """

    id = "name-altered"
    group = "name"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:names", "copy-data:names")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for swap in swaps(comparison):
            yield self._report(comparison, swap)

    def _report(self, comparison: Comparison, swap: Swap) -> Finding:
        assert comparison.original is not None
        if swap.old is None:
            message = f"The copy names “{swap.new.text}”; the original has no such name."
        elif swap.how == "spelling":
            message = f"The original writes the name “{swap.old.text}”; the copy writes “{swap.new.text}”."
        else:
            message = f"The original names “{swap.old.text}”; the copy names “{swap.new.text}”."
        return self.finding(
            message,
            confidence=swap.confidence,
            severity=swap.severity,
            original=[comparison.original.passage(swap.old.start, swap.old.end)] if swap.old else (),
            copy=[comparison.copy.passage(swap.new.start, swap.new.end)],
            original_value=swap.old.value if swap.old else None,
            copy_value=swap.new.value,
            how=swap.how,
        )
