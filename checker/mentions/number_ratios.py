"""Ratios: "1 in 20", "un sur trois", "seven out of ten", read as the share that they are.

Only two figures make a ratio, never "one in Paris" or "1 over the limit". What measures something on either side, a
year or a large number makes none. Both numbers stay other readings: another language may well give them as figures.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from retold.checker.mentions.number_digits import plain, share
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_points import alone

_MOST = 10
"""The largest first number of a ratio in running text: "12 in 100" may well count twelve."""
_LARGEST = 1000
_GOES_ON = re.compile(r"[./:-]?[0-9]|[-/]\w")


def of_two(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """Two neighbouring figures as one ratio, None when they are two."""
    if not lex.ratio or b.start - a.end > 12:
        return None
    link = text[a.end : b.start].strip()
    if link not in lex.ratio and link not in lex.ratio_back:
        return None
    if a.kind != "number" or a.unit is not None or a.bound not in ("=", "~") or not _whole(a) or not _whole(b):
        return None
    whole = alone(text, a.start, b.end)
    above, below = int(a.value or 0), int(b.value or 0)
    if link in lex.ratio_back:  # "तीन में से एक": one of three
        above, below = below, above
    if not whole and (not 0 < abs(above) < below or abs(above) > _MOST):
        return None
    return _ratio(text, words, a.start, above, below, b, whole)


def of_article(text: str, words: str, b: Figure, lex: Lexicon) -> Figure | None:
    """A figure behind "un sur", "een op de" as a ratio."""
    if not lex.ones or text[b.start - 1 : b.start] != " " or text[b.start - 2 : b.start - 1] not in _ends(lex):
        return None
    lead = _lead(lex).search(text, max(0, b.start - 20), b.start)
    if lead is None or not _whole(b):
        return None
    minus = lex.minus.before(text, lead.start())
    start = minus[0] if minus else lead.start()
    return _ratio(text, words, start, -1 if minus else 1, int(b.value or 0), b, alone(text, start, b.end))


@lru_cache(maxsize=None)
def _ends(lex: Lexicon) -> frozenset[str]:
    """The last letters of the words that make ratios: they tell nearly every other word apart at a glance."""
    return frozenset(word[-1] for word in lex.ratio)


@lru_cache(maxsize=None)
def _lead(lex: Lexicon) -> re.Pattern[str]:
    ones, links = ("|".join(map(re.escape, sorted(words))) for words in (lex.ones, lex.ratio))
    return re.compile(rf"(?<![\w'-])(?:{ones}) (?:{links}) $")


def _whole(figure: Figure) -> bool:
    return figure.value is not None and figure.value.lstrip("-").isdigit()


def _ratio(text: str, words: str, start: int, above: int, below: int, b: Figure, alone: bool) -> Figure | None:
    if below < 2 or ((b.kind, b.unit) != ("number", None) and not (alone and b.kind == "percent")):
        return None
    if not alone and (below > _LARGEST or _GOES_ON.match(text, b.end)):
        return None
    parts = str(below), str(above)
    value = plain(share(above, below))
    return replace(
        b, start=start, text=words[start : b.end], value=value, alternates=parts, low=None, high=None, bound="="
    )
