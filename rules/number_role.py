"""Figures that kept their values and exchanged their parts: 3 officers for 30 men, 30 officers for 3 men."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name_match import same_name
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_roles import Part, marks, parts, shares, speaks_of_loss
from retold.checker.model import Article, Finding, Mention, Segment
from retold.checker.rule import Rule
from retold.rules.number_match import outcome
from retold.rules.number_pairs import LinkFigures, shared_figures

_MOST = 24
"""Figures of a passage beyond which it is a table, where parts are told by order alone."""

_SPAN = 90

_AROUND = 30
"""Characters quoted on either side of two figures, within their clause."""
_MARKS = frozenset(",.;:!?()，。、；：（）\n")

_BARE = "bare"
"""The measure of a figure that has none."""

_SAME_NAME = 0.8
"""From this score on two names are spellings of one."""


class NumberRoleSwapped(Rule):
    """Two figures of the original have changed places in the copy.

    What it does
        Looks at two figures which both sides of a link give, and at what part each plays: what it counts or measures,
        whose it is or where, whether a movement starts or ends there ("from 30 to 20"), which is a part of which ("5 of
        20"). Only where all four parts are known, and crossed, it speaks; the order of figures alone says nothing, for
        languages order differently. A result that is turned round (3-1, 1-3) counts too, unless a side speaks of the
        match as lost. Evidence: `first`, `second`.

    Why it matters
        Every figure is there, so no count of figures finds it: thirty dead and twelve wounded are not twelve dead and
        thirty wounded.

    Fires
        original [en]: The attack killed 12 people and wounded 30.
        copy [de]: Bei dem Angriff wurden 30 Menschen getötet und 12 verletzt.

        original [en]: The rate was cut from 30 percent to 20 percent.
        copy [fr]: Le taux est passé de 20 % à 30 %.

        original [en]: There were 3 officers for 30 men.
        copy [en]: There were 30 officers for 3 men.

    Stays silent
        original [en]: The attack killed 12 people and wounded 30.
        copy [de]: Bei dem Angriff wurden 30 Menschen verletzt und 12 getötet.

        original [en]: The rate fell to 20 percent from 30 percent.
        copy [es]: La tasa bajó del 30 % al 20 %.
    """

    id = "number-role-swapped"
    group = "number"
    severity = "critical"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        for each in shared_figures(comparison):
            if len(each.shared) < 2 and not any(pair.original.low for pair in each.shared):
                continue
            ours = [comparison.original.segments[index] for index in each.link.original]
            theirs = [comparison.copy.segments[index] for index in each.link.copy]
            pair = _swapped(comparison, each, ours, theirs)
            if pair is not None:
                yield self._figures(comparison, each, *pair)
        yield from self._scores(comparison)

    def _figures(self, comparison: Comparison, each: LinkFigures, first: str, second: str, sure: float) -> Finding:
        assert comparison.original is not None
        old = _extent(comparison.original, each.originals, first, second)
        new = _extent(comparison.copy, each.copies, first, second)
        return self.finding(
            f"Two figures have changed places: the original says “{_one_line(comparison.original, *old)}”, "
            f"the copy “{_one_line(comparison.copy, *new)}”.",
            confidence=sure if comparison.order == "monotonic" else round(sure - 0.1, 2),
            original=[comparison.original.passage(*old)],
            copy=[comparison.copy.passage(*new)],
            first=first,
            second=second,
        )

    def _scores(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        labels = (*mentions.in_story(comparison.original, "label"), *mentions.in_story(comparison.copy, "label"))
        if not any(label.kind == "score" for label in labels):
            return
        for _, ours, theirs in comparison.linked_pairs():
            said = _results(comparison.original, ours)
            if len(said) != 1:
                continue
            says = _results(comparison.copy, theirs)
            if len(says) != 1:
                continue
            (old, one), (new, other) = *said.items(), *says.items()
            if old == new or old != new[::-1]:
                continue
            if speaks_of_loss(comparison.original, ours) or speaks_of_loss(comparison.copy, theirs):
                continue
            yield self.finding(
                f"The original gives the result as {one.text}; the copy turns it round: {other.text}.",
                confidence=0.6 if comparison.order == "monotonic" else 0.45,
                severity="major",
                original=[comparison.original.passage(one.start, one.end)],
                copy=[comparison.copy.passage(other.start, other.end)],
                first=old[0],
                second=old[1],
            )


def _swapped(
    comparison: Comparison, each: LinkFigures, ours: Sequence[Segment], theirs: Sequence[Segment]
) -> tuple[str, str, float] | None:
    """The values of the first two figures of a link that changed places, with how sure it is."""
    assert comparison.original is not None
    if max(len(each.originals), len(each.copies)) > _MOST:
        return None
    original, copy = comparison.original, comparison.copy
    known = [pair.original.value for pair in each.shared if pair.original.value == pair.copy.value]
    for (part, whole), (piece, total) in _whole(original, each.originals, copy, each.copies):
        if part == total and whole == piece:
            return part, whole, 0.8
    said = marks(original, ours, each.originals)
    if len(said) >= 2 and len(set(said.values())) == 2 and not _turned(each):
        says = marks(copy, theirs, each.copies)
        for first, second in combinations(sorted(said.keys() & says.keys()), 2):
            if said[first] != said[second] and (said[first], said[second]) == (says[second], says[first]):
                return first, second, 0.75
    values = [value for value in known if value is not None]
    if len(values) < 2:
        return None
    told = parts(original, ours, each.originals, values)
    tells = parts(copy, theirs, each.copies, values)
    for first, second in combinations(values, 2):
        four = told[first], told[second], tells[first], tells[second]
        sure = _crossed(*four, comparison.same_language)
        if sure and not _reported(comparison, *(part.figure for part in four)):
            return first, second, sure
    return None


def _crossed(a: Part, b: Part, c: Part, d: Part, same_language: bool) -> float:
    """How sure it is that the parts of two figures (a, b) are those of the other one in the copy (c, d); 0: not."""
    one, two = a.figure.unit, b.figure.unit
    if one is not None and two is not None and one != two:  # two measures: for `unit-altered` and `currency-altered`
        return 0
    things = _single(a.thing, b.thing, c.thing, d.thing) or _measures(a, b, c, d)
    names = _names(a.name, b.name, c.name, d.name)
    behind = _sets(a.after, b.after, c.after, d.after, same_language)
    ahead = _sets(a.before, b.before, c.before, d.before, same_language)
    if ahead > 0 and (a.before & c.after or b.before & d.after):  # what stood before a figure now stands behind it
        ahead = 0
    found = (things, names, behind, ahead)
    if -1 in found or not any(found):
        return 0
    return 0.75 if things or names else 0.7


def _measures(a: Part, b: Part, c: Part, d: Part) -> int:
    """Whether a measure moved to a figure that counts something: "7 kilos instead of 15" has one measure for both."""
    if not any(part.thing and part.figure.unit is None for part in (a, b, c, d)):
        return 0
    return _single(*(part.figure.unit or (None if part.figure.loose else _BARE) for part in (a, b, c, d)))


def _single(a: str | None, b: str | None, c: str | None, d: str | None) -> int:
    """1 when two known parts crossed, -1 when they did not, 0 when they say nothing."""
    if a is None or b is None or a == b:
        return 0
    if (a, b) == (d, c):
        return 1
    return -1 if a == c or b == d else 0


def _names(a: str | None, b: str | None, c: str | None, d: str | None) -> int:
    """The same for names, which languages spell differently."""
    if a is None or b is None or c is None or d is None or _alike(a, b) or _alike(c, d):
        return 0
    if _alike(a, c) or _alike(b, d):
        return -1
    return int(_alike(a, d) and _alike(b, c))


def _alike(one: str, other: str) -> bool:
    return same_name(one, other) >= _SAME_NAME


def _sets(a: frozenset[str], b: frozenset[str], c: frozenset[str], d: frozenset[str], same_language: bool) -> int:
    """The same for the words beside two figures; across languages only names written alike tell."""
    if not same_language:
        a, b, c, d = (frozenset(word for word in words if word[0] == "^") for words in (a, b, c, d))
    ours, theirs = a & b, c & d
    a, b, c, d = a - ours, b - ours, c - theirs, d - theirs
    if a & c or b & d:
        return -1
    return 1 if a & d and b & c else 0


def _reported(comparison: Comparison, *figures: Figure) -> bool:
    """Whether another rule of figures speaks of one of these already."""
    places = {(figure.start, figure.end) for figure in figures}
    return any(
        (item.figure.start, item.figure.end) in places
        for pair in outcome(comparison).altered
        for item in (pair.original, pair.copy)
    )


def _turned(each: LinkFigures) -> bool:
    """Whether the movement itself is another: that is told by `direction-altered`."""
    ways = {(figure.direction, side) for side, of in enumerate((each.originals, each.copies)) for figure in of}
    return {("up", 0), ("down", 1)} <= ways or {("down", 0), ("up", 1)} <= ways


def _whole(
    original: Article, originals: Sequence[Figure], copy: Article, copies: Sequence[Figure]
) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Parts and wholes of both sides, where the original's part is the smaller and the copy's the larger."""
    said = [(a.value, b.value) for a, b in shares(original, originals) if a.value and b.value]
    if said:
        says = [(a.value, b.value) for a, b in shares(copy, copies) if a.value and b.value]
        for part, whole in said:
            if float(part) < float(whole):
                yield from (((part, whole), each) for each in says if float(each[0]) > float(each[1]))


def _results(article: Article, segments: Sequence[Segment]) -> dict[tuple[str, str], Mention]:
    """The results of matches in some segments, by their two sides; a dash may be read as a range."""
    found: dict[tuple[str, str], Mention] = {}
    for mention in inside(article, "label", segments):
        if mention.kind == "score" and mention.value:
            one, _, two = mention.value.partition("-")
            found[one, two] = mention
    for mention in inside(article, "number", segments):
        if isinstance(mention, Figure) and mention.kind == "range" and mention.low and mention.high:
            tied = mention.text.replace("–", "-") == f"{mention.low}-{mention.high}"
            if tied and mention.unit is None and float(mention.high) < 100:
                found[mention.low, mention.high] = mention
    return found


def _extent(article: Article, figures: Sequence[Figure], first: str, second: str) -> tuple[int, int]:
    """From one figure to the other with the words around them; both values may be ends of a range."""
    own = [f for f in figures if {first, second} & {f.value, f.low, f.high}]
    start, end = min(figure.start for figure in own), max(figure.end for figure in own)
    here, there = article.segment_at(start), article.segment_at(end - 1)
    head = article.text[max(here.start if here else start, start - _AROUND) : start]
    tail = article.text[end : min(there.end if there else end, end + _AROUND)]
    stops = [at + 1 for at, char in enumerate(head) if char in _MARKS]
    opened = stops[-1] if stops else head.find(" ") + 1 if len(head) == _AROUND else 0
    closed = next((at for at, char in enumerate(tail) if char in _MARKS), None)
    if closed is None:
        closed = max(0, tail.rfind(" ")) if len(tail) == _AROUND else len(tail)
    opened += len(head[opened:]) - len(head[opened:].lstrip())
    return start - len(head) + opened, end + closed


def _one_line(article: Article, start: int, end: int) -> str:
    text = " ".join(article.text[start:end].split())
    if len(text) <= _SPAN:
        return text
    head, tail = text[: _SPAN // 2], text[-_SPAN // 2 :]
    if " " in head and " " in tail:  # whole words
        head, tail = head.rpartition(" ")[0], tail.partition(" ")[2]
    return f"{head} … {tail}"
