"""Who passes on what is said: of "CNN reported that officials said ..." the officials are told by CNN."""

from __future__ import annotations

from collections.abc import Mapping

from retold.checker.mentions import of
from retold.checker.mentions.attribution import Attribution
from retold.checker.model import Article


def chain(article: Article, attribution: Attribution) -> tuple[Attribution, ...]:
    """The attributions in whose contents this one stands, outermost first; empty where the text itself credits."""
    return chains(article).get(attribution.cue[0].start, ())


def chains(article: Article) -> Mapping[int, tuple[Attribution, ...]]:
    """The chain of every attribution that stands in another, by the place of its cue; made once."""
    key = "attribution chains"
    if key not in article.memo:
        article.memo[key] = _chains([m for m in of(article, "attribution") if isinstance(m, Attribution)])
    found: Mapping[int, tuple[Attribution, ...]] = article.memo[key]
    return found


def _chains(attributions: list[Attribution]) -> dict[int, tuple[Attribution, ...]]:
    contents = sorted(
        ((span.start, -span.end, place) for place, each in enumerate(attributions) for span in each.content),
    )
    out: dict[int, tuple[Attribution, ...]] = {}
    open_: list[tuple[int, int]] = []
    at = 0
    for inner in sorted(attributions, key=lambda each: each.cue[0].start):
        cue = inner.cue[0]
        while at < len(contents) and contents[at][0] <= cue.start:
            start, end, place = contents[at]
            open_ = [each for each in open_ if each[0] > start]
            open_.append((-end, place))
            at += 1
        open_ = [each for each in open_ if each[0] >= cue.end]
        outer = tuple(attributions[place] for _, place in open_ if attributions[place] is not inner)
        if outer:
            out[cue.start] = outer
    return out
