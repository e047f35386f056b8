"""Bounds of a figure that say the opposite: more than 200, fewer than 200."""

from __future__ import annotations

from retold.checker.language import load
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_han import counter_end
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.model import Article
from retold.rules.number_equal import Item

_UP, _DOWN = (">", ">="), ("<", "<=")
_WINDOW = 40
"""Characters around a figure in which the words of its bound stand."""

_WORDS_BETWEEN = 2
"""Words that may stand between "not" and the bound it turns round: "did not rise to more than"."""


def bounds_opposed(a: Item, b: Item) -> bool:
    """Whether two figures of one value are bounded from opposite sides."""
    one, two = a.figure, b.figure
    if one.kind == "range" or two.kind == "range" or one.kind != two.kind or one.unit != two.unit or a.key != b.key:
        return False
    return (one.bound in _UP and two.bound in _DOWN) or (one.bound in _DOWN and two.bound in _UP)


def strictly(a: Item, b: Item) -> bool:
    """Whether one of two opposed bounds is strict: "at least" and "as many as" may both stress a figure."""
    return "<" in (a.figure.bound, b.figure.bound)


def bounded(article: Article, figure: Figure) -> tuple[int, int] | None:
    """The span of a figure with the words of its bound; None when they are turned round ("did not exceed 200")."""
    lex = lexicon(load(article.language))
    start = max(0, figure.start - _WINDOW)
    text = fold(article.text[start : figure.end + _WINDOW])
    first, last = figure.start - start, figure.end - start
    found = lex.bound_before.before(text, first)
    if found is not None:
        return None if _denied(text[: found[0]], lex) else (start + found[0], figure.end)
    places = [last, last + 1]
    if lex.han:
        places.append(counter_end(text, last, lex))
    ends = [found[0] for at in places if (found := lex.bound_after.after(text, at)) is not None]
    return figure.start, start + max([*ends, last])


def _denied(before: str, lex: Lexicon) -> bool:
    """Whether a word of denial stands just before a bound."""
    if not lex.spaced:
        return before.endswith(lex.denials)
    words = before.split()[-1 - _WORDS_BETWEEN :]
    return any(word in lex.denials for word in words)
