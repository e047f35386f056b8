"""Heights in feet and inches with their signs: 5'9", 6′ 2″."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from retold.checker.mentions.number_digits import plain
from retold.checker.mentions.number_figure import Figure

# Nobody is taller than eight feet; 3'45" is a time, 48°51'24" a place on the earth.
_HEIGHT = re.compile(r"(?<![\w.,'′°])([2-8])['′] ?(1[01]|[0-9])(?:\"|''|”|″)(?!\w)")


def heights(text: str, words: str) -> Iterator[Figure]:
    """The heights of a folded text, in feet. `words` is the text as written."""
    for mark in ("'", "′"):
        place = text.find(mark, 1)
        while place > 0:  # apostrophes are many: most are told by the letter before them
            match = _HEIGHT.match(text, place - 1) if text[place - 1] in "2345678" else None
            if match is not None:
                value = (Decimal(match[1]) + Decimal(match[2]) / 12).quantize(Decimal("1e-6"))
                start, end = match.span()
                yield Figure(
                    kind="quantity", start=start, end=end, text=words[start:end], value=plain(value), unit="foot"
                )
            place = text.find(mark, place + 1)
