"""What part a figure plays in its sentence: what it counts, where, from or to, part or whole.

Two figures may have changed their parts ("3 officers for 30 men", "30 officers for 3 men"). Parts are named alike in
all languages: what is counted by the language's list of things, places by their codes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from retold.checker.language import load
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import Name
from retold.checker.mentions.number_direction import BARRIER, HAN_BARRIER, ways
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.model import Article, Segment

_REACH = 60
_REACH_HAN = 16
"""Characters on either side of a figure in which its part is looked for, with and without spaces between words."""

_WORDS = 4
_SHORTEST = 4
_STEM = 6
_WORD = re.compile(r"\w+")
_STRIPPED = "'’‘.…-"


@dataclass(frozen=True, slots=True)
class Part:
    """What stands beside one figure.

    `thing` is a unit or a thing counted, `name` a place's code or a name; the words are stems, as sets.
    """

    figure: Figure
    thing: str | None
    name: str | None
    before: frozenset[str]
    after: frozenset[str]


@dataclass(frozen=True)
class _Things:
    exact: Mapping[str, str]
    stems: Mapping[str, tuple[tuple[str, str], ...]]
    inside: re.Pattern[str]
    joins: frozenset[str]
    clitic: str
    common: frozenset[str]

    def of(self, word: str) -> str | None:
        found = self.exact.get(word)
        if found is None:
            return next((thing for stem, thing in self.stems.get(word[:2], ()) if word.startswith(stem)), None)
        return found


@lru_cache(maxsize=None)
def _things(lex: Lexicon) -> _Things:
    exact: dict[str, str] = {}
    stems: dict[str, tuple[tuple[str, str], ...]] = {}
    for thing, words in lex.things.items():
        for word in map(fold, words):
            if word.endswith("*"):
                stems[word[:2]] = (*stems.get(word[:2], ()), (word[:-1], thing))
            else:
                exact[word] = thing
    turns = ways(lex)
    written = "|".join(sorted(map(re.escape, exact), key=len, reverse=True)) or "(?!)"
    common = load(lex.code).section("garble").get("common", ())
    return _Things(
        exact,
        stems,
        inside=re.compile(written),
        joins=turns.joins if turns else frozenset(),
        clitic=turns.clitic if turns else "",
        common=frozenset(map(fold, common)),
    )


def parts(
    article: Article, segments: Sequence[Segment], figures: Sequence[Figure], values: Collection[str]
) -> dict[str, Part]:
    """The parts that some values play in some segments; figures are all that stand there, in text order."""
    lex = lexicon(load(article.language))
    start, end = segments[0].start, segments[-1].end
    text = fold(article.text[start:end])
    names = [name for name in inside(article, "name", segments) if isinstance(name, Name)]
    out: dict[str, Part] = {}
    for at, figure in enumerate(figures):
        if figure.value is None or figure.value not in values:
            continue
        first = figures[at - 1].end - start if at else 0
        last = figures[at + 1].start - start if at + 1 < len(figures) else len(text)
        left, right = _clause(text, first, figure.start - start, figure.end - start, last, lex)
        near = (left, figure.start - start, figure.end - start, right)
        thing = figure.unit or (_counted(text, *near, lex) if lex.han else _named(text, *near, lex))
        words = _words(article.text[start + left : figure.start], text[left : near[1]], lex)
        stop = _joined(text, near[2], right, lex)  # what follows "and" belongs to the next figure
        behind = _words(article.text[figure.end : start + stop], text[near[2] : stop], lex)
        out[figure.value] = Part(figure, thing, _name(names, text, start, *near, lex), words, behind)
    return out


def _clause(text: str, first: int, start: int, end: int, last: int, lex: Lexicon) -> tuple[int, int]:
    """The bounds of a figure's clause, between its neighbours."""
    barrier, reach = (HAN_BARRIER, _REACH_HAN) if lex.han else (BARRIER, _REACH)
    first, last = max(first, start - reach), min(last, end + reach)
    for match in barrier.finditer(text, first, start):
        first = match.end()
    stop = barrier.search(text, end, last)
    return first, stop.start() if stop else last


def _counted(text: str, left: int, start: int, end: int, right: int, lex: Lexicon) -> str | None:
    """What a figure counts, in a script without spaces: behind it before in front of it."""
    pattern, things = _things(lex).inside, _things(lex).exact
    behind = pattern.search(text, end, right)
    ahead = list(pattern.finditer(text, left, start))
    if behind and (not ahead or behind.start() - end <= start - ahead[-1].end() + 1):
        return things[behind.group()]
    return things[ahead[-1].group()] if ahead else None


def _named(text: str, left: int, start: int, end: int, right: int, lex: Lexicon) -> str | None:
    """What a figure counts: the nearest thing named in its clause, behind it before in front of it."""
    things = _things(lex)
    behind = _nearest(text[end:right].split(), things, lex, things.clitic)
    ahead = _nearest(text[left:start].split()[::-1], things, lex, "")
    if behind and (not ahead or behind[0] <= ahead[0] + 1):
        return behind[1]
    return ahead[1] if ahead else None


def _nearest(words: Iterable[str], things: _Things, lex: Lexicon, clitic: str) -> tuple[int, str] | None:
    for count, written in enumerate(words):
        word = written.strip(_STRIPPED)
        if word in things.joins or count > _WORDS:
            return None
        thing = things.of(word)
        if thing is None and lex.prefixes:
            bare = next((word[len(p) :] for p in lex.prefixes if word.startswith(p)), "")
            thing = things.of(bare) if bare else None
            if thing is not None and clitic and word.startswith(clitic):
                return None
        if thing is not None:
            return count, thing
    return None


def _name(
    names: Sequence[Name], text: str, offset: int, left: int, start: int, end: int, right: int, lex: Lexicon
) -> str | None:
    """The nearest name in a figure's clause with no "and" between them: a place's code, or the name of somebody."""
    joins = _things(lex).joins
    near: list[tuple[int, str]] = []
    for name in names:
        first, last = name.start - offset, name.end - offset
        if left <= first and last <= right and name.value is not None:
            gap = (last, start) if last <= start else (end, first)
            if joins.isdisjoint(text[slice(*gap)].split()):
                near.append((gap[1] - gap[0], name.value))
    return min(near, key=lambda each: each[0])[1] if near else None


def _joined(text: str, start: int, end: int, lex: Lexicon) -> int:
    """Where the first word for "and" stands; the end when there is none."""
    joins = _things(lex).joins
    found = (match.start() for match in _WORD.finditer(text, start, end) if match.group() in joins)
    return next(found, end)


def _words(written: str, folded: str, lex: Lexicon) -> frozenset[str]:
    """The stems of the telling words of a stretch; those with a capital are marked, for they may be names."""
    if lex.han:
        return frozenset()
    common, out = _things(lex).common, set()
    for word, plain in zip(written.split(), folded.split(), strict=False):
        bare = plain.strip(_STRIPPED + ',;:()"“”„«»')
        if len(bare) >= _SHORTEST and bare not in common and bare.isalpha():
            out.add(bare[:_STEM])
            if word[0].isupper():
                out.add(f"^{bare}")
    return frozenset(out)


def marks(article: Article, segments: Sequence[Segment], figures: Sequence[Figure]) -> dict[str, str]:
    """Which values some segments call a start ("from 30") and which an end ("to 20")."""
    lex = lexicon(load(article.language))
    if not lex.roles:
        return {}
    out: dict[str, str] = {}
    for figure in figures:
        before = fold(article.text[max(0, figure.start - 14) : figure.start]).split()
        after = fold(article.text[figure.end : figure.end + 6]).strip()
        for name in ("start", "end"):
            for word in lex.roles.get(name, ()):
                behind = word.startswith("~")
                here = after.startswith(word[1:]) if behind else _stands(fold(word), before, lex)
                if here and figure.value is not None:
                    out[figure.value] = name
        if figure.low and figure.high and _opens(figure, before, lex):
            out[figure.low], out[figure.high] = "start", "end"
    return out


def _opens(figure: Figure, before: Sequence[str], lex: Lexicon) -> bool:
    """Whether a range is said as a way from one end to the other: "from 20 to 30", "20から30"."""
    said = fold(figure.text)
    for word in map(fold, lex.roles.get("start", ())):
        if word[1:] in said if word.startswith("~") else word in (*before[-1:], *said.split()[:1]):
            return True
    return False


def _stands(word: str, before: Sequence[str], lex: Lexicon) -> bool:
    return bool(before) and (before[-1].endswith(word) if lex.han else before[-1] == word)


def shares(article: Article, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Neighbours of which one is a part of the other: "5 of 20", "20명 중 5명", as part and whole."""
    lex = lexicon(load(article.language))
    of, back = set(map(fold, lex.roles.get("of", ()))), tuple(map(fold, lex.roles.get("of_before", ())))
    for one, two in pairwise(figures):
        gap = article.text[one.end : two.start]
        if len(gap) <= 16 and one.value and two.value and not (one.loose and two.loose):
            said = fold(gap).strip()
            if said in of:
                yield one, two
            elif back and said.endswith(back):
                yield two, one


def speaks_of_loss(article: Article, segments: Iterable[Segment]) -> bool:
    """Whether some segments tell a match from the side that lost it: scores may then stand the other way round."""
    lex = lexicon(load(article.language))
    words = [fold(word) for word in lex.roles.get("lost", ())]
    stems, exact = tuple(word[:-1] for word in words if word.endswith("*")), set(words)
    for segment in segments:
        text = fold(article.words_of(segment))
        if lex.han:
            return any(word in text for word in words)
        said = [word.strip(_STRIPPED + ",;:()") for word in text.split()]
        if any(word in exact or (stems and word.startswith(stems)) for word in said):
            return True
    return False
