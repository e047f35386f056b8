"""Dates said twice on one side: each date of the copy renders one of the original, so the other one is left over.

"Tuesday ... Tuesday" rendered as "Tuesday ... Thursday" agrees by its first Tuesday only; nothing is said unless both
passages have as many dates of the kind, for a date that is said twice may as well be said once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from retold.checker.mentions.date_mention import DateMention

Agrees = Callable[[DateMention, DateMention], bool]


def spare_pairs(
    said: Sequence[DateMention], says: Sequence[DateMention], left: set[int], agrees: Agrees
) -> Iterator[tuple[DateMention, DateMention]]:
    """Pairs of a date without a counterpart (its id in `left`) and one of the other side that is said too often.

    Original first. The one said too often is that which stands at the most alike place in its passage.
    """
    for kind in sorted({_sort(mention) for mention in said}):
        ours = [mention for mention in said if _sort(mention) == kind]
        theirs = [mention for mention in says if _sort(mention) == kind]
        if len(ours) != len(theirs) or len(ours) < 2:
            continue
        yield from _spare(ours, theirs, left, agrees)
        for one, other in _spare(theirs, ours, left, agrees):
            yield other, one


def _sort(mention: DateMention) -> tuple[str, bool]:
    """Dates that stand for each other: weekdays and days said by relative words do not for those of the calendar."""
    return (mention.grain, mention.relative is not None)


def _spare(
    often: Sequence[DateMention], others: Sequence[DateMention], left: set[int], agrees: Agrees
) -> Iterator[tuple[DateMention, DateMention]]:
    """(one said too often, one of the others that is left over)."""
    used: set[int] = set()
    for place, other in enumerate(others):
        if id(other) not in left:
            continue
        spare = [
            (abs(index - place), index)
            for index, one in enumerate(often)
            if id(one) not in left and id(one) not in used
            if _count(one, often, used) > sum(agrees(one, each) for each in others)
        ]
        if spare:
            one = often[min(spare)[1]]
            used.add(id(one))
            yield one, other


def _count(one: DateMention, among: Sequence[DateMention], used: set[int]) -> int:
    return sum(each.value == one.value and each.end_value == one.end_value for each in among if id(each) not in used)
