"""Which way a figure went: "rose 5 %", "fell to 20", "5 Prozent höher".

A figure's clause is searched for the language's words of rise and fall (`[numbers.direction]`). One way only: where a
clause knows both, or denies what it says, nothing is said of the figure.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from retold.checker.language import load
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.model import Article, Segment

_REACH = 70
"""Characters on either side of a figure that may hold its direction."""

_NEAR = 24
"""The same in scripts that write without spaces."""

_CHAIN = 14
"""Characters between two figures that share a direction: "rose from 5 to 7"."""

_WORDS = 8
MULTIPLES = ("doubled", "halved")
"""Movements without digits."""

_KINDS = frozenset(("percent", "money", "number", "quantity", "range"))
BARRIER = re.compile(r"[.,;:!?()\[\]\n“”„«»\"–—।؛۔]")
_CLAUSE = re.compile(r"[.,](?![0-9])|[;:!?()\n“”„«»\"]")
HAN_BARRIER = re.compile(r"[,，。、；：;:！？!?（）()\n「」“”和与與及而但并並]|[.고며](?=\s|$)|지만 ")
_STRIPPED = "'’‘.…-–—"


@dataclass(frozen=True)
class Stems:
    """Words and stems (by their first two letters) that say "up" or "down", folded."""

    exact: Mapping[str, str]
    stems: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True)
class Ways:
    """The words of one language: those that count anywhere in the clause, right before and right after a figure."""

    anywhere: Stems
    before: Stems
    after: Stems
    exact: Mapping[str, str]
    inside: re.Pattern[str]
    denied: tuple[str, ...]
    joins: frozenset[str]
    clitic: str
    prefixes: tuple[str, ...]
    split: Mapping[str, Mapping[str, str]]
    """The last word of a clause -> the verbs it belongs to: "nahm um 5 % zu", "nahm um 5 % ab"."""
    starts: Container[str]
    """The first two letters of all words that say something here: most words are told by them at a glance."""
    inverse: re.Pattern[str]
    multiples: Mapping[str, re.Pattern[str]]
    heads: tuple[str, ...]
    """How the words of multiples begin, asked first."""


class Turn(NamedTuple):
    """A word of direction."""

    way: str
    word: str
    after: bool
    """Whether it stands behind the figure."""


_UNSURE = Turn("", "", False)
"""What the clause of a figure says of both directions, or denies: no neighbour lends such a figure a direction."""


def _stems(table: Mapping[str, Any], ending: str) -> Stems:
    exact: dict[str, str] = {}
    stems: dict[str, tuple[tuple[str, str], ...]] = {}
    for way in ("up", "down"):
        for word in map(fold, table.get(way + ending, ())):
            if word.endswith("*"):
                stems[word[:2]] = (*stems.get(word[:2], ()), (word[:-1], way))
            else:
                exact[word] = way
    return Stems(exact, stems)


@lru_cache(maxsize=None)
def ways(lex: Lexicon) -> Ways | None:
    """The direction words of a language, None when it has none."""
    table = lex.direction
    if not table:
        return None
    anywhere = _stems(table, "")
    written = sorted(anywhere.exact, key=len, reverse=True)
    return Ways(
        anywhere,
        before=_stems(table, "_before"),
        after=_stems(table, "_after"),
        exact=anywhere.exact,
        inside=re.compile("|".join(map(re.escape, written))),
        denied=tuple(table.get("denied", ())),
        joins=frozenset(map(fold, table.get("joins", ()))),
        clitic=table.get("clitic", ""),
        prefixes=lex.prefixes,
        split=_split(table),
        starts=_starts(table, lex),
        inverse=_any_of(table.get("inverse", ()), lex),
        multiples={way: _any_of(table.get(way, ()), lex) for way in MULTIPLES},
        heads=tuple(sorted({fold(word)[:4].rstrip("*") for way in MULTIPLES for word in table.get(way, ())})),
    )


def _any_of(words: Iterable[str], lex: Lexicon) -> re.Pattern[str]:
    edge = "" if lex.han else r"(?<!\w)"
    parts = (
        re.escape(fold(w).rstrip("*")) + (r"\w{0,12}" if w.endswith("*") else "" if lex.han else r"(?!\w)")
        for w in words
    )
    return re.compile(f"{edge}(?:{'|'.join(parts) or '(?!)'})")


def _split(table: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    out: dict[str, dict[str, str]] = {}
    for way in ("up", "down"):
        for entry in map(fold, table.get(f"{way}_split", ())):
            verb, _, last = entry.partition("|")
            out.setdefault(last, {})[verb] = way
    return out


def _starts(table: Mapping[str, Any], lex: Lexicon) -> frozenset[str]:
    said = [fold(word) for name, entry in table.items() if isinstance(entry, list) for word in entry]
    plain = {word[:2] for word in (*said, *lex.denials)}
    return frozenset((*plain, *((prefix + start)[:2] for prefix in lex.prefixes for start in plain)))


def directed(text: str, figures: list[Figure], lex: Lexicon) -> list[Figure]:
    """The figures of a folded text, with the direction of those that have one."""
    words = ways(lex)
    if words is None:
        return figures
    found: list[str | None] = [None] * len(figures)
    for place, figure in enumerate(figures):
        if _may_move(figure):
            first = figures[place - 1].end if place else 0
            last = figures[place + 1].start if place + 1 < len(figures) else len(text)
            turn = _turn(text, figure.start, figure.end, first, last, words, lex)
            found[place] = None if turn is None else turn.way
    for place, other in _chains(text, figures, words, lex):
        if found[place] is None and found[other]:
            found[place] = found[other]
    return [figure.changed(direction=way) if way else figure for figure, way in zip(figures, found, strict=True)]


def turned(article: Article, figure: Figure, before: int, after: int) -> tuple[int, int]:
    """The span of a figure with the word of its direction, found between two places; its own when it lends it."""
    lex = lexicon(load(article.language))
    words = ways(lex)
    first, last = max(before, figure.start - _REACH), min(after, figure.end + _REACH)
    text = fold(article.text[first : min(last + 1, len(article.text))])
    start, end = figure.start - first, figure.end - first
    turn = _turn(text, start, end, 0, last - first, words, lex) if words else None
    if turn is None or turn is _UNSURE:
        return figure.start, figure.end
    if turn.after:
        return figure.start, first + text.find(turn.word, end) + len(turn.word)
    return first + text.rfind(turn.word, 0, start), figure.end


def mirrors(article: Article, segment: Segment) -> bool:
    """Whether a segment speaks of what is bad when it rises: losses, a deficit, unemployment."""
    words = ways(lexicon(load(article.language)))
    return words is not None and words.inverse.search(fold(article.words_of(segment))) is not None


def multiples(article: Article, segment: Segment) -> list[tuple[str, tuple[int, int]]]:
    """What a segment says was doubled or halved, each with the span of its word."""
    words = ways(lexicon(load(article.language)))
    text = fold(article.words_of(segment)) if words else ""
    if words is None or not any(head in text for head in words.heads):
        return []
    return [
        (way, (segment.start + match.start(), segment.start + match.end()))
        for way, pattern in words.multiples.items()
        for match in pattern.finditer(text)
    ]


def _may_move(figure: Figure) -> bool:
    return figure.kind in _KINDS and not figure.loose and figure.unit != "year"


def _chains(text: str, figures: list[Figure], words: Ways, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """Places of figures with the neighbour that may lend them its direction: the one before, then the one after."""
    barrier = HAN_BARRIER if lex.han else BARRIER
    for place in range(1, len(figures)):
        one, two = figures[place - 1], figures[place]
        gap = text[one.end : two.start]
        moved = len(gap) <= _CHAIN and _may_move(one) and _may_move(two)
        if moved and not barrier.search(gap) and words.joins.isdisjoint(gap.split()):
            yield place, place - 1
            yield place - 1, place


def _turn(text: str, start: int, end: int, first: int, last: int, words: Ways, lex: Lexicon) -> Turn | None:
    """What turns the figure at `start`-`end`, looked for between two places of the folded text."""
    reach = _NEAR if lex.han else _REACH
    first, last = max(start - reach, first), min(end + reach, last)
    turns = _inside(text, first, start, end, last, words, lex) if lex.han else ()
    return _agreed(turns if lex.han else _around(text, first, start, end, last, words, lex))


def _agreed(turns: Iterable[Turn | None]) -> Turn | None:
    """The first of several words of one direction, `_UNSURE` when they contradict each other or one is denied."""
    nearest = None
    for turn in turns:
        if turn is None or (nearest is not None and turn.way != nearest.way):
            return _UNSURE
        nearest = nearest or turn
    return nearest


def _inside(text: str, first: int, start: int, end: int, last: int, words: Ways, lex: Lexicon) -> Iterator[Turn | None]:
    """The direction words inside the running text of a script without spaces; None for one that is denied."""
    for match in HAN_BARRIER.finditer(text, first, start):
        first = match.end()
    stop = HAN_BARRIER.search(text, end, last)
    for left, right in ((first, start), (end, stop.end() if stop else last)):
        for match in words.inside.finditer(text, left, right):
            before, after = text[max(0, match.start() - 3) : match.start()], text[match.end() : match.end() + 6]
            denied = any(word in before for word in lex.denials) or any(word in after for word in words.denied)
            yield None if denied else Turn(words.exact[match.group()], match.group(), left == end)


def _around(text: str, first: int, start: int, end: int, last: int, words: Ways, lex: Lexicon) -> Iterator[Turn | None]:
    """The direction words of a figure's clause, nearest first on either side; None where the clause is denied."""
    before = BARRIER.split(text[first:start])[-1].split()
    after = BARRIER.split(text[end:last], maxsplit=1)[0].split()
    if after and after[-1] in words.split:
        verbs = words.split[after[-1]]
        clause = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1].split()
        yield from (Turn(verbs[word], after[-1], True) for word in clause if word in verbs)
    before.reverse()
    for side, beside in ((before, words.before), (after, words.after)):
        for count, word in enumerate(side[:_WORDS]):
            if word[:2] not in words.starts and "'" not in word:
                continue
            word = word.strip(_STRIPPED)
            if word in words.joins:
                break
            if word in lex.denials or word.endswith("n't"):
                yield None
            way = _way(word, words)
            if way is not None and side is after and words.clitic and word.startswith(words.clitic):
                break  # "وانخفض": "and fell", of the next figure
            if way is None and (count == 0 or (count == 1 and side[0] in lex.of)):
                way = _found(word, beside)
            if way is not None:
                yield Turn(way, word, side is after)


def _found(word: str, table: Stems) -> str | None:
    """The direction of a word: as it stands in the table, or by a stem."""
    way = table.exact.get(word)
    if way is None:
        for stem, found in table.stems.get(word[:2], ()):
            if word.startswith(stem):
                return found
    return way


def _way(word: str, words: Ways) -> str | None:
    """The direction of a word, behind an elision ("l'augmentation") or a written-on particle too."""
    way = _found(word, words.anywhere)
    if way is None and "'" in word:
        way = _found(word.rpartition("'")[2], words.anywhere)
    if way is None:
        for prefix in words.prefixes:
            if word.startswith(prefix) and (way := _found(word[len(prefix) :], words.anywhere)):
                break
    return way
