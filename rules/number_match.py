"""Which figure of the copy renders which figure of the original.

Figures are matched by value, unit and bound: first within linked segments, then in their neighbourhood, then anywhere.
What is left over on both sides of the same link, and could be the same thing, is one altered figure; the rest is
missing or added. Of two figures of one value in linked segments, the unit, the currency and the bound are compared.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.language import load
from retold.checker.mentions.number import Figure
from retold.checker.model import Article
from retold.rules.number_beside import Beside
from retold.rules.number_bounds import bound_changed
from retold.rules.number_convert import misconverted, points_confused, unit_changed
from retold.rules.number_dated import counterpart
from retold.rules.number_elsewhere import REACH, Elsewhere
from retold.rules.number_equal import equal, is_year, likeness, misread
from retold.rules.number_item import Item, items_of
from retold.rules.number_money import currency_changed, given, may_convert

_ANNIVERSARY = 10
"""The least ordinal that may render a duration: 75周年, the 75th anniversary."""

Group = tuple[list[Item], list[Item], tuple[set[int], set[int]]]


@dataclass(frozen=True, slots=True)
class Altered:
    """Two figures, in linked segments, that should be the same and are not."""

    original: Item
    copy: Item
    rivals: int
    """Other figures that either could have been paired with."""
    misread: bool = False
    """The copy has the right digits with the separator of another language: 4.700 for 4700 in English."""
    fault: str = ""
    """What differs although the value is the same: "currency", "unit", "points" or "bound"; empty when it is not."""


@dataclass(slots=True)
class Outcome:
    """What is left when all that agrees has been matched."""

    altered: list[Altered] = field(default_factory=list)
    missing: list[Item] = field(default_factory=list)
    added: list[Item] = field(default_factory=list)


def outcome(comparison: Comparison) -> Outcome:
    """The unmatched figures of a comparison; computed once, kept on the comparison as a cached property would be."""
    memo = vars(comparison)
    if "_figures" not in memo:
        memo["_figures"] = _Matching(comparison).result()
    found: Outcome = memo["_figures"]
    return found


def readable(comparison: Comparison) -> bool:
    """Whether number words of both languages are known."""
    assert comparison.original is not None
    return all(
        load(article.language).section("numbers").get("before") for article in (comparison.original, comparison.copy)
    )


class _Matching:
    def __init__(self, comparison: Comparison) -> None:
        assert comparison.original is not None
        self.comparison = comparison
        self.original, self.copy = comparison.original, comparison.copy
        self.known = readable(comparison)
        self.strict = bool(load(self.copy.language).section("numbers").get("strict_separators", False))
        self.changed: list[Altered] = []
        self.partners: dict[int, Item] = {}
        self.originals, self.copies = _items(self.original), _items(self.copy)
        self.by_segment = {"original": _by_segment(self.originals), "copy": _by_segment(self.copies)}
        self.units = _units(self.originals)
        self.ours = {id(item) for item in self.originals}
        self.elsewhere = Elsewhere(self.original, self.copy, self.by_segment, self.known)

    def result(self) -> Outcome:
        out = Outcome()
        if not self.originals and not self.copies:
            return out
        groups = self._groups()
        for originals, copies, _ in groups:
            self._match(originals, copies)
            self._compare_matched(originals, copies)
        self._match_near()
        self._match_anywhere()
        for group in groups:
            self._judge_rest(group, out)
        out.altered = _once_each(sorted([*out.altered, *self.changed], key=_place))
        told = {id(item.figure) for pair in out.altered for item in (pair.original, pair.copy)}
        # Of a range, one end that was altered tells of the other.
        out.missing = [item for item in out.missing if id(item.figure) not in told]
        out.added = [item for item in out.added if id(item.figure) not in told]
        return out

    def _groups(self) -> list[Group]:
        """Items by linked pair; only links with both sides filled can be judged."""
        left, right = self.by_segment["original"], self.by_segment["copy"]
        groups = []
        for link, _, _ in self.comparison.linked_pairs():
            originals = [item for index in link.original for item in left.get(index, ())]
            copies = [item for index in link.copy for item in right.get(index, ())]
            if originals or copies:
                groups.append((originals, copies, (set(link.original), set(link.copy))))
        return groups

    def _match(self, originals: Iterable[Item], copies: Iterable[Item]) -> None:
        copies = list(copies)
        for strictness in (5, 4, 3, 2, 1):
            for item in originals:
                if item.matched:
                    continue
                for other in copies:
                    if not other.matched and equal(item, other, self.known) >= strictness:
                        item.matched = other.matched = True
                        self.partners[id(item)] = other
                        self.partners[id(other)] = item
                        break

    def _compare_matched(self, originals: list[Item], copies: list[Item]) -> None:
        """What two figures of one value in linked segments still may contradict."""
        for item in originals:
            other = self.partners.get(id(item))
            if other is None:
                continue
            if self.strict and self.known and misread(item, other):
                self.changed.append(Altered(item, other, 0, misread=True))
            elif fault := self._fault(item, other, originals, copies):
                self.changed.append(Altered(item, other, 0, fault=fault))

    def _fault(self, item: Item, other: Item, originals: list[Item], copies: list[Item]) -> str:
        for name, differs in (("currency", currency_changed), ("unit", unit_changed), ("points", points_confused)):
            if differs(item, other):
                if name == "unit" and (_damaged(self.original, item) or _damaged(self.copy, other)):
                    return ""
                both = given(originals, item.key, other.figure.unit) or given(copies, item.key, item.figure.unit)
                return "" if both else name
        if self.known and bound_changed(item, other, self.original, self.copy):
            rivals = sum(each.key == item.key for each in (*originals, *copies)) - 2
            return "" if rivals else "bound"
        return ""

    def _match_near(self) -> None:
        """Figures that moved to the next sentence or the one before."""
        left = [item for item in self.originals if not item.matched]
        right = _by_segment([item for item in self.copies if not item.matched])
        for item in left:
            linked = [segment.index for segment in self.comparison.copy_segments(item.segment)]
            if linked and right:
                around = range(min(linked) - REACH, max(linked) + REACH + 1)
                self._match([item], [other for index in around for other in right.get(index, ())])

    def _match_anywhere(self) -> None:
        """Figures that moved further, by exact value only."""
        by_value: dict[str, list[Item]] = defaultdict(list)
        for item in self.copies:
            if not item.matched:
                by_value[item.key].append(item)
        for item in self.originals:
            if not item.matched:
                other = next((other for other in by_value.get(item.key, ()) if not other.matched), None)
                if other is not None and equal(item, other, self.known) >= 2:
                    item.matched = other.matched = True

    def _judge_rest(self, group: Group, out: Outcome) -> None:
        """What found no counterpart in one link: altered when both sides have such, else missing or added."""
        originals, copies, (left, right) = group
        elsewhere = self.elsewhere
        left_over = [item for item in originals if not item.matched and not elsewhere.has(item, "copy", right, left)]
        right_over = [item for item in copies if not item.matched and not elsewhere.has(item, "original", left, right)]
        if not left_over and not right_over:
            return
        beside_left, beside_right = Beside(originals, self.original), Beside(copies, self.copy)
        if not self.known:  # a figure in words may render words that are not read
            left_over, right_over = (
                [item for item in side if not item.figure.spelled] for side in (left_over, right_over)
            )
        left_only, right_only = _pair(left_over, right_over, beside_left, beside_right, out)
        out.missing += self._alone(
            [item for item in left_only if not elsewhere.near(item, "copy", right) and not beside_left.of(item)],
            group,
            out,
        )
        added = []
        for item in right_only:
            if _said(item, self.units) or elsewhere.near(item, "original", left):
                continue
            neighbour = beside_right.of(item)
            if neighbour is None:
                added.append(item)
            elif misconverted(neighbour, item) and id(neighbour) in self.partners:
                out.altered.append(Altered(self.partners[id(neighbour)], item, 0))
        out.added += self._alone(added, group, out)

    def _alone(self, items: list[Item], group: Group, out: Outcome) -> list[Item]:
        """What of one side's figures has no counterpart among the years and durations of the other side either."""
        could_be = [item for item in items if _may_be_dated(item)]
        if len(could_be) != 1 or not self._dated(could_be[0], *group[2], out):
            return items
        return [item for item in items if item is not could_be[0]]

    def _dated(self, item: Item, left: set[int], right: set[int], out: Outcome) -> bool:
        """Whether a figure that is left over stands where the other text has another year or duration."""
        ours = id(item) in self.ours
        sides = (self.original, left, self.copy, right) if ours else (self.copy, right, self.original, left)
        other = counterpart(item, *sides, self.known)
        if other is not None:
            out.altered.append(Altered(item, other, 0) if ours else Altered(other, item, 0))
        return other is not None


def _may_be_dated(item: Item) -> bool:
    """Whether a figure may be a year, or a number of days or years whose name is not read."""
    figure = item.figure
    fits = figure.kind == "number" or (figure.kind == "ordinal" and abs(item.value) >= _ANNIVERSARY)
    return fits and figure.unit is None and not figure.spelled and (is_year(item) or not item.loose)


def _units(side: list[Item]) -> dict[str, set[str | None]]:
    """The units in which a text gives each value, None for a bare figure."""
    units: dict[str, set[str | None]] = defaultdict(set)
    for item in side:
        units[item.key].add(item.figure.unit)
    return units


def _said(item: Item, units: dict[str, set[str | None]]) -> bool:
    """Whether a text gives the value of a figure anywhere, in the same unit or without one."""
    given, unit = units.get(item.key, set()), item.figure.unit
    return bool(given) if unit is None else bool(given & {unit, None})


def _pair(
    originals: list[Item], copies: list[Item], beside_left: Beside, beside_right: Beside, out: Outcome
) -> tuple[list[Item], list[Item]]:
    """Pair what is left over in one link, likeliest first; what stays alone is returned.

    A conversion in brackets is paired with another such only.
    """
    asides = {id(item) for item in originals if beside_left.of(item)} | {
        id(item) for item in copies if beside_right.of(item)
    }
    pairs = [
        (score, -i, -j, a, b)
        for i, a in enumerate(originals)
        for j, b in enumerate(copies)
        if (id(a) in asides) == (id(b) in asides) and (score := likeness(a, b)) > 0
    ]
    pairs.sort(key=lambda entry: entry[:3], reverse=True)
    rivals = Counter(id(item) for *_, a, b in pairs for item in (a, b))
    taken: set[int] = set()
    for *_, a, b in pairs:
        if id(a) in taken or id(b) in taken:
            continue
        taken.update((id(a), id(b)))
        if not may_convert(a, b):
            out.altered.append(Altered(a, b, rivals[id(a)] + rivals[id(b)] - 2))
    return [a for a in originals if id(a) not in taken], [b for b in copies if id(b) not in taken]


def _damaged(article: Article, item: Item) -> bool:
    """Whether a mark is glued to a unit that may be its square or cube: "90 km2", and "90 km?" in damaged files."""
    end = item.figure.end
    return article.text[end : end + 1] in ("²", "³", "2", "3", "^", "?", "\ufffd")


def _place(pair: Altered) -> tuple[int, int]:
    return pair.original.figure.start, pair.copy.figure.start


def _once_each(altered: list[Altered]) -> list[Altered]:
    """Pairs without those of which both ends of a range are the same: one finding tells of both."""
    seen: dict[tuple[int, int], Altered] = {}
    for pair in altered:
        seen.setdefault((id(pair.original.figure), id(pair.copy.figure)), pair)
    return list(seen.values())


def _items(article: Article) -> list[Item]:
    out: list[Item] = []
    for mention in mentions.in_story(article, "number"):
        assert isinstance(mention, Figure)
        segment = article.segment_at(mention.start)
        out.extend(items_of(mention, segment.index if segment else 0))
    return out


def _by_segment(items: Iterable[Item]) -> dict[int, list[Item]]:
    out: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        out[item.segment].append(item)
    return out
