"""Bounds of a figure: more than 200, up to 200, nearly 200, about 200; and what becomes of them in the copy."""

from __future__ import annotations

import re

from retold.checker.language import load
from retold.checker.mentions.number import Figure
from retold.checker.mentions.number_han import counter_end
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import Phrases, fold
from retold.checker.model import Article
from retold.rules.number_cues import cues
from retold.rules.number_item import Item

_UP, _DOWN = (">", ">="), ("<", "<=")
_WINDOW = 40
"""Characters around a figure in which the words of its bound stand."""

_SHORT = 3
"""Letters up to which a phrase counts as a whole word only."""

_PUNCTUATION = re.compile(r"[^\w' ]")

_WORDS_BETWEEN = 2
"""Words that may stand between "not" and the bound it turns round: "did not rise to more than"."""


def side(article: Article, figure: Figure) -> str:
    """What the bound of a figure says: "above", "below" (also "nearly"), "about" or "exact"."""
    if figure.bound in _UP:
        return "above"
    if figure.bound in _DOWN:
        return "below"
    if figure.bound != "~":
        return "exact"
    span = bounded(article, figure)
    nearly = cues(load(article.language), "nearly")
    return "below" if span and nearly and nearly.search(fold(article.text[span[0] : span[1]])) else "about"


def bound_changed(a: Item, b: Item, original: Article, copy: Article) -> bool:
    """Whether two figures of one value have bounds that say different things."""
    return bool(change(a, b, original, copy))


def change(a: Item, b: Item, original: Article, copy: Article) -> str:
    """How the bound changed: "opposed" (more than 200, fewer than 200), "dropped" (more than 200, 200), "loosened" (at
    least 200, about 200), "added" (200, more than 200); empty when it says the same, or is not to be read.
    """
    one, two = a.figure, b.figure
    if one.bound == two.bound or one.kind == "range" or two.kind == "range" or a.key != b.key or one.kind != two.kind:
        return ""
    if one.unit != two.unit or "ordinal" in (one.kind, two.kind):
        return ""
    spans = bounded(original, one), bounded(copy, two)
    if None in spans:  # turned round: "did not exceed 200"
        return ""
    said, says = side(original, one), side(copy, two)
    if said == says:
        return ""
    if {said, says} == {"above", "below"}:
        return "opposed"
    if says == "exact":
        return "" if _bound_near(copy, two) else "dropped"
    if said == "exact":
        return "" if _bound_near(original, one) else "added"
    return "loosened" if says == "about" else "added"


def strictly(a: Item, b: Item) -> bool:
    """Whether one of two opposed bounds is strict: "at least" and "as many as" may both stress a figure."""
    return "<" in (a.figure.bound, b.figure.bound)


def may_say_to(article: Article, item: Item) -> bool:
    """Whether the words of a bound may also say what a figure rose or fell to: до, do, tot, hasta."""
    span, words = bounded(article, item.figure), cues(load(article.language), "to_or_up_to")
    return bool(span and words and words.search(fold(article.text[span[0] : item.figure.start])))


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


def _bound_near(article: Article, figure: Figure) -> bool:
    """Whether a word of bounds stands near a figure, though not so that it is read as its own ("70 people or more")."""
    lang = load(article.language)
    words, lex = cues(lang, "bound_words"), lexicon(lang)
    before = fold(article.text[max(0, figure.start - _WINDOW) : figure.start])
    after = fold(article.text[figure.end : figure.end + _WINDOW])
    if words is not None and (words.search(before) or words.search(after)):
        return True
    return _says(lex.bound_before, before) or _says(lex.bound_after, after)


def _says(phrases: Phrases, text: str) -> bool:
    """Whether one of the phrases stands in the text; longer ones may have an ending ("superior al")."""
    if not phrases.spaced:
        return any(phrase in text for phrase in phrases.exact)
    text = f" {' '.join(_PUNCTUATION.sub(' ', text).split())} "
    return any(f" {phrase}" in text if len(phrase) > _SHORT else f" {phrase} " in text for phrase in phrases.exact)


def _denied(before: str, lex: Lexicon) -> bool:
    """Whether a word of denial stands just before a bound."""
    if not lex.spaced:
        return before.endswith(lex.denials)
    words = before.split()[-1 - _WORDS_BETWEEN :]
    return any(word in lex.denials for word in words)
