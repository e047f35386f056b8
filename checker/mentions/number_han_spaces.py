"""Spaces inside a numeral of Chinese characters ("三千 八百", "百  分 之 20", "パ ーセント"), taken out to read it.

The languages write no spaces between words, so those that line breaking or typesetting left inside a figure mean
nothing. They are taken out of a view of the text; what is found there is moved back to its place in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_lexicon import Lexicon


@dataclass(frozen=True)
class View:
    """A text without some of its spaces; `places[i]` is where its character i stands in the text."""

    folded: str
    words: str
    places: tuple[int, ...]

    def spans(self, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans of the text as spans of the view."""
        return [(bisect_left(self.places, start), bisect_left(self.places, end)) for start, end in taken]

    def back(self, figure: Figure, words: str) -> Figure:
        """A figure of the view as a figure of the text."""
        start, end = self.places[figure.start], self.places[figure.end - 1] + 1
        return replace(figure, start=start, end=end, text=words[start:end])


@lru_cache(maxsize=None)
def _gaps(lex: Lexicon) -> re.Pattern[str]:
    """Spaces that part a numeral: next to a multiplier, a decimal point or a fraction mark, or inside "percent"."""
    data = lex.han
    digits, large = "".join(data["digits"]), "".join((*data["multipliers"], *data.get("tens", ())))
    marks = "".join((*data.get("decimal_marks", ()), *data.get("share", ()), *data.get("mixed", ())))
    signs = "".join(word[0] for word in data.get("tenths", ()))
    some = data.get("over", "")
    percent = "".join(c for word in lex.percent.exact for c in word if not c.isascii() and c not in digits + large)
    gaps = (
        (f"0-9{digits}{large}{marks}{some}{percent}", f"[{large}{marks}{signs}]"),  # 五 分の, 百 分, 三 割
        (f"{large}{marks}{some}", f"[{digits}]"),  # 三千 八百
        (marks, "[0-9]"),
        (large, f"[0-9]{{1,4}}[{large}]"),  # 7万 5千
        (digits, f"[{digits}] {{0,6}}[{signs}]"),  # 九 九 折
        (signs, rf"[{digits}](?:\W|$)"),  # 七成 六
        (f"0-9{large}", f"[{some}] {{0,6}}[{large}]"),  # 十 余 万
        (f"0-9{large}{percent}", f"[{percent}]"),
    )
    # Each begins with its first space, so that the search skips quickly.
    return re.compile(" (?:" + "|".join(f"(?<=[{before}] ) {{0,5}}(?={after})" for before, after in gaps) + ")")


def view(folded: str, words: str, lex: Lexicon) -> View | None:
    """The text without the spaces inside its numerals; None when there are none."""
    if " " not in folded or not lex.han or lex.han["script"] == "ko":
        return None
    gaps = [gap.span() for gap in _gaps(lex).finditer(folded)]
    if not gaps:
        return None
    kept = list(zip([0, *(end for _, end in gaps)], [*(start for start, _ in gaps), len(folded)], strict=True))
    places = tuple(place for start, end in kept for place in range(start, end))
    return View("".join(folded[a:b] for a, b in kept), "".join(words[a:b] for a, b in kept), places)
