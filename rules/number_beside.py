"""A figure that only repeats the one beside it in another unit or currency: "25 miles (40 km)"."""

from __future__ import annotations

import re

from retold.checker.model import Article
from retold.rules.number_convert import bare_conversion, same_dimension
from retold.rules.number_item import Item
from retold.rules.number_money import is_currency

_ASIDE = 30
"""Characters that may stand between a figure and its conversion."""

_ASIDE_MARK = re.compile(r"[^)\]）;.!?]{0,24}?[(（\[/=≈]|\s*(?:[–—;]|，约|、約)")
"""What opens a conversion; a figure behind a bracket that was closed stands for itself."""

_CLOSED = re.compile(r"[)\]）]")


class Beside:
    """The conversions among the figures of one side of a link: each by the neighbour that has its counterpart."""

    def __init__(self, items: list[Item], article: Article) -> None:
        self.items = sorted(items, key=lambda item: item.figure.start)
        self.article = article
        self.found: dict[int, Item] | None = None

    def of(self, item: Item) -> Item | None:
        """The matched figure that this one repeats in another unit; None when it stands for itself."""
        if self.found is None:
            self.found = {}
            for first, second in zip(self.items, self.items[1:], strict=False):
                self._look(first, second)
        return self.found.get(id(item))

    def _look(self, first: Item, second: Item) -> None:
        assert self.found is not None
        if first.figure is second.figure or not self._gives_both(first, second):
            return
        for item, other in ((second, first), (first, second)):
            source = other if other.matched else self.found.get(id(other))
            if not item.matched and source is not None:
                self.found[id(item)] = source

    def _gives_both(self, a: Item, b: Item) -> bool:
        """Whether two neighbours are one quantity in two units. Half of it may be "about"; the bracket tells."""
        between = self.article.text[a.figure.end : b.figure.start]
        if len(between) > _ASIDE or "\n" in between or _CLOSED.search(between) or not _ASIDE_MARK.match(between):
            return False
        one, two = a.figure.unit, b.figure.unit
        if is_currency(one) and is_currency(two):
            return one != two
        return same_dimension(one, two) or bare_conversion(a, b)
