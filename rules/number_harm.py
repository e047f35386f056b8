"""How much harm a wrong figure does: where it stands, and what it counts."""

from __future__ import annotations

import re

from retold.checker.language import load
from retold.checker.mentions.number_phrases import fold
from retold.checker.model import Article
from retold.rules.number_cues import cues
from retold.rules.number_equal import is_rounding
from retold.rules.number_item import Item

_LEAD = 2
"""Body segments at the head of a text that carry the news."""

_BEFORE, _AFTER = 40, 60
"""Characters before and after a figure in which the word for the dead or the hurt stands."""

_SENTENCE = re.compile(r"[.!?](?=\s)|[。！？\n;；]")


def harm(article: Article, item: Item) -> str:
    """Severity of a figure that is wrong.

    Money, the dead and the hurt, and what stands in the headline or the lead are critical; any other figure is major.
    """
    if item.figure.kind == "money" or _leads(article, item.segment) or _casualties(article, item):
        return "critical"
    return "major"


def altered_harm(article: Article, item: Item, other: Item) -> str:
    """Severity of a figure that became another: a rounded one is minor."""
    return "minor" if is_rounding(item, other) else harm(article, item)


def _leads(article: Article, index: int) -> bool:
    """Whether a segment is the headline or opens the story."""
    if article.segments[index].kind == "headline":
        return True
    if "lead" not in article.memo:
        opening = [segment.index for segment in article.body if segment.kind != "headline"]
        article.memo["lead"] = frozenset(opening[:_LEAD])
    return index in article.memo["lead"]


def _casualties(article: Article, item: Item) -> bool:
    """Whether the sentence speaks of the dead or the hurt beside the figure."""
    words = cues(load(article.language), "casualties")
    if words is None:
        return False
    start, end = item.figure.start, item.figure.end
    before = _SENTENCE.split(article.text[max(0, start - _BEFORE) : start])[-1]
    after = _SENTENCE.split(article.text[end : end + _AFTER], maxsplit=1)[0]
    return words.search(fold(f"{before} {after}")) is not None
