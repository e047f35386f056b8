"""A range on one side, its two ends said as single dates on the other: "between 1965 and 1968", "1963-1968".

A date within a range agrees with it, for it is said less precisely; two dates in a row that have nothing else to agree
with are its ends, and are held against them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from retold.checker.mentions.date_mention import DateMention
from retold.rules.date_order import both_ends

Agrees = Callable[[DateMention, DateMention], bool]


def wrong_ends(
    singles: Sequence[DateMention], others: Sequence[DateMention], agrees: Agrees
) -> Iterator[tuple[DateMention, DateMention, DateMention, bool]]:
    """(single date, the end it misses, the range of that end, whether the other end is right)."""
    for spread in others:
        if not spread.end_value or spread.kind != "date" or spread.vague or spread.relative:
            continue
        first, last = both_ends(spread)
        for pair in pairwise([m for m in singles if m.grain == spread.grain]):
            if not any(agrees(single, spread) for single in pair):
                continue
            if not all(_only_within(single, spread, others, agrees) for single in pair):
                continue
            right = [agrees(single, end) for single, end in zip(pair, (first, last), strict=True)]
            for single, end, fits in zip(pair, (first, last), right, strict=True):
                if not fits:
                    yield single, end, spread, any(right)
                    break


def _only_within(single: DateMention, spread: DateMention, others: Sequence[DateMention], agrees: Agrees) -> bool:
    """Whether a single date agrees with nothing but, perhaps, the range."""
    if single.end_value or single.vague or single.relative:
        return False
    return not any(agrees(single, each) for each in others if each is not spread)
