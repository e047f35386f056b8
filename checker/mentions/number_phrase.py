"""Numbers with the words of their bound as one range: "more than 30", "200 or fewer", "20以上", "<= 5".

What `number` finds are the figures that are compared. For those who read mentions as data, a bare count with a bound
is shown as what it means: a range with one open end, with the figure as its part. What measures something (money,
percent, quantities) keeps its kind, and has its bound beside it.
"""

from __future__ import annotations

from dataclasses import replace

from retold.checker import mentions
from retold.checker.language import Language
from retold.checker.mentions import number_bounds
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.model import Article, Mention

_WINDOW = 64
"""Characters around a figure in which the words of its bound stand."""

_OPEN = (*number_bounds.LOW, *number_bounds.HIGH)


def extract(article: Article, language: Language) -> list[Mention]:
    """The figures of an article in text order, counts with a bound as ranges."""
    lex = lexicon(language)
    found = [mention for mention in mentions.of(article, "number") if isinstance(mention, Figure)]
    floors = [0, *(figure.end for figure in found)]
    return [_whole(article.text, figure, floor, lex) for figure, floor in zip(found, floors, strict=False)]


def _whole(text: str, figure: Figure, floor: int, lex: Lexicon) -> Figure:
    """A figure with the words of its bound, when it has an open end and they stand beside it."""
    if figure.kind != "number" or figure.bound not in _OPEN:
        return figure
    first = max(floor, figure.start - _WINDOW)
    near = fold(text[first : figure.end + _WINDOW])
    start, end = number_bounds.span(near, figure.start - first, figure.end - first, figure.bound, lex)
    start, end = first + start, first + end
    if (start, end) == (figure.start, figure.end):
        return figure
    return replace(figure, kind="range", start=start, end=end, text=text[start:end], parts=(figure,))
