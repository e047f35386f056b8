"""Figures that keep the separators of the original's language: 1,234 in a German text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.language import cldr, load
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_digits import DIGITS
from retold.checker.mentions.number_lexicon import lexicon
from retold.checker.model import Finding
from retold.checker.rule import Rule
from retold.rules.number_match import outcome, readable
from retold.rules.number_pairs import shared_figures

_TOKEN = re.compile(DIGITS)
_SPACED = re.compile("[0-9][ \u00a0\u2009\u202f][0-9]{3}(?![0-9])")
_REGION = re.compile(r"[-_]([A-Za-z]{2})(?![A-Za-z])")


class SeparatorUnlocalised(Rule):
    """A figure is written with the decimal and thousands separators of another language.

    What it does
        Reads each figure of the copy as a reader of its language does. Where it equals the original's only with the
        separators of another language (1,234 in German is a little more than one), the finding says how it will be
        read. Also what can be read in one way only, but not as the language writes it (5.5 percent in German,
        1.234,5 in English). Languages whose countries differ, such as Spanish, are left alone, and so are regions that
        write otherwise (Switzerland). Spaces between thousands count where the language has the comma for it (2 691 in
        English). Evidence: `value`, `read_as` (null where it is not misread).

    Why it matters
        A reader of the copy takes 4.700 for thousands or for less than five, by the habit of the language.

    Fires
        original [en]: The town has 1,234 inhabitants.
        copy [de]: Die Stadt hat 1,234 Einwohner.

        original [fr]: La récolte a augmenté de 4,5 %.
        copy [en]: The harvest grew by 4,5 %.

    Stays silent
        original [en]: The town has 1,234 inhabitants.
        copy [de]: Die Stadt hat 1.234 Einwohner.

        original [en]: It took 1.5 hours.
        copy [es]: Tardó 1.5 horas.
    """

    id = "separator-unlocalised"
    group = "number"
    severity = "minor"
    mqm = "locale-convention/number-format"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        tongue = load(comparison.copy.language)
        data = tongue.section("numbers")
        region = _REGION.search(comparison.copy.language)
        if not data.get("strict_separators") or not readable(comparison):
            return
        if region and region.group(1).upper() in data.get("other_separators", ()):
            return
        name = tongue.section("meta").get("name", "its language")
        told = set()
        for pair in outcome(comparison).altered:
            # Within one language a copy that groups thousands rightly mends what its original wrote.
            if pair.misread and not (comparison.same_language and pair.copy.value > pair.original.value):
                old, new = pair.original.figure, pair.copy.figure
                told.add(new.start)
                reading = f"which {name} reads as {_thousandth(old, new)}"
                yield self._finding(comparison, old, new, reading, _sure(new), new.value)
        decimal = lexicon(tongue).decimal
        commas = cldr("numbers", tongue.code).get("group") == ","
        for each in shared_figures(comparison):
            for old, new in dict.fromkeys((shared.original, shared.copy) for shared in each.shared):
                kept = comparison.same_language and old.text == new.text
                if new.start not in told and not kept and (_foreign(new, decimal) or (commas and _spaced(new))):
                    habit = f"which is not how {name} writes it"
                    yield self._finding(comparison, old, new, habit, 0.6, None)

    def _finding(
        self, comparison: Comparison, old: Figure, new: Figure, reading: str, sure: float, read_as: str | None
    ) -> Finding:
        assert comparison.original is not None
        return self.finding(
            f"The original says {old.text}; the copy writes {new.text}, {reading}.",
            confidence=sure,
            original=[comparison.original.passage(old.start, old.end)],
            copy=[comparison.copy.passage(new.start, new.end)],
            value=old.value,
            read_as=read_as,
        )


def _thousandth(old: Figure, new: Figure) -> str:
    """What becomes of a figure whose separator is read as another: 4.700 is a thousandth of 4,700."""
    lost = float(new.value or 0) < float(old.value or 0)
    return f"{new.value}, a thousandth of it" if lost else f"{float(new.value or 0):,.0f}, a thousand times as much"


def _sure(figure: Figure) -> float:
    """ "$25,000" is foreign as a whole, and read as such."""
    return 0.45 if figure.kind == "money" and not figure.text[0].isdigit() else 0.65


def _spaced(figure: Figure) -> bool:
    """Whether spaces part the thousands: 2 691, which languages that have the comma for it do not write."""
    return not figure.spelled and _SPACED.search(figure.text) is not None


def _foreign(figure: Figure, decimal: str) -> bool:
    """Whether the marks in a figure's digits can be read in one way only, and that is not the language's own."""
    match = _TOKEN.search(figure.text) if not figure.spelled else None
    marks = [char for char in match.group() if char in ".,"] if match else []
    if match is None or not marks:
        return False
    if len(set(marks)) == 2:  # 1.234,5
        return marks[-1] != decimal
    if len(marks) > 1:  # 1,234,567
        return marks[0] == decimal
    after = match.group().rpartition(marks[0])[2]
    measured = figure.kind in ("percent", "quantity") or (figure.kind == "money" and figure.text[0].isdigit())
    return marks[0] != decimal and len(after) in (1, 2) and measured
