"""Figures that went up in the original and down in the copy, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker.compare import Comparison
from retold.checker.language import load
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_direction import mirrors, multiples, turned
from retold.checker.model import Article, Finding, Passage, Segment
from retold.checker.rule import Rule
from retold.rules.number_pairs import LinkFigures, Shared, shared_figures

_OPPOSITE = {"up": "down", "down": "up", "doubled": "halved", "halved": "doubled"}


class DirectionAltered(Rule):
    """A figure that rose in the original falls in the copy, or the other way round.

    What it does
        Reads beside each figure whether its clause says that it rose or fell, and compares the two sides of a link
        where both give the figure. Also doubled and halved, which are figures without digits. Nothing is said of a
        clause that knows both directions, or that denies one ("did not fall"). Where one side speaks of a loss or a
        deficit and the other does not, both may be right, and the finding is not shown. Evidence: `value`,
        `original_direction`, `copy_direction`.

    Why it matters
        The figure is right, and the news is the opposite of what happened.

    Fires
        original [en]: Exports rose by 5 percent in the second quarter.
        copy [de]: Die Exporte sind im zweiten Quartal um 5 Prozent gesunken.

        original [es]: El precio del trigo se duplicó en un año.
        copy [en]: The price of wheat halved within a year.

    Stays silent
        original [en]: The price fell to 5 euros from 7.
        copy [de]: Der Preis sank von 7 auf 5 Euro.

        original [en]: The company's losses rose by 12 percent.
        copy [en]: The company's result fell by 12 percent.
    """

    id = "direction-altered"
    group = "number"
    severity = "critical"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for each in shared_figures(comparison):
            turns = [pair for pair in each.shared if _opposed(pair)]
            if turns:
                yield self._turned(comparison, each, turns)
        yield from self._multiplied(comparison)

    def _turned(self, comparison: Comparison, each: LinkFigures, turns: Sequence[Shared]) -> Finding:
        """One finding a link: "rose 5 % to 7 million" is one movement."""
        assert comparison.original is not None
        pair = turns[0]
        old = _passage(comparison.original, pair.original, each.originals)
        new = _passage(comparison.copy, pair.copy, each.copies)
        sure = 0.8 if comparison.order == "monotonic" else 0.7
        if _mirrored(comparison, each.link.original, each.link.copy):
            sure = 0.4
        return self.finding(
            f"In the original {pair.original.text} goes {pair.original.direction} (“{old.text}”); "
            f"in the copy it goes {pair.copy.direction} (“{new.text}”).",
            confidence=sure,
            original=[old],
            copy=[new],
            value=pair.original.value,
            original_direction=pair.original.direction,
            copy_direction=pair.copy.direction,
        )

    def _multiplied(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        for link, ours, theirs in comparison.linked_pairs():
            said = _multiple(comparison.original, ours)
            if said is None:
                continue
            says = _multiple(comparison.copy, theirs)
            if says is None or says[0] != _OPPOSITE[said[0]] or _mirrored(comparison, link.original, link.copy):
                continue
            yield self.finding(
                f"The original says {said[1].text}; the copy says {says[1].text}.",
                confidence=0.75,
                original=[said[1]],
                copy=[says[1]],
                value=None,
                original_direction="up" if said[0] == "doubled" else "down",
                copy_direction="up" if says[0] == "doubled" else "down",
            )


def _opposed(pair: Shared) -> bool:
    one, two = pair.original, pair.copy
    units = one.unit == two.unit or one.unit is None or two.unit is None
    same = one.kind == two.kind or "range" not in (one.kind, two.kind)
    return one.direction is not None and two.direction == _OPPOSITE[one.direction] and units and same


def _passage(article: Article, figure: Figure, figures: Sequence[Figure]) -> Passage:
    place = figures.index(figure)
    before = figures[place - 1].end if place else 0
    after = figures[place + 1].start if place + 1 < len(figures) else len(article.text)
    return article.passage(*turned(article, figure, before, after))


def _mirrored(comparison: Comparison, ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether only one side speaks of what rises as things get worse: losses rose, the result fell."""
    assert comparison.original is not None
    sides = ((comparison.original, ours), (comparison.copy, theirs))
    one, two = (any(mirrors(article, article.segments[index]) for index in indexes) for article, indexes in sides)
    return one != two


def _multiple(article: Article, segments: Sequence[Segment]) -> tuple[str, Passage] | None:
    """What some segments say was doubled or halved, with the words; None when they say neither or both."""
    if not load(article.language).section("numbers").get("direction"):
        return None
    found = [multiple for segment in segments for multiple in multiples(article, segment)]
    if len({way for way, _ in found}) != 1:
        return None
    way, (start, end) = found[0]
    return way, article.passage(start, end)
