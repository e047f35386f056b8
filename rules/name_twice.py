"""One name that a copy writes in two ways, told by the original: it has one name where the copy has two spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions import name_entities
from retold.checker.mentions.name import PLACES, Name, sentence_starts
from retold.checker.mentions.name_letters import ascii_words, script_of
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_match import spelled_alike
from retold.checker.mentions.name_spelling import skeleton, word_score
from retold.checker.mentions.name_words import has_list, is_common
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Span

_TOKEN = re.compile(r"[^\W\d_][\w\u0900-\u097f\u064b-\u0652-]*")
_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)+")
_DIVIDED = re.compile(r"[\s・＝=-]+")
_PROFILES = ("any", "cyrillic", "korean", "wade", "arab")
_BY_SCRIPT = {"kana": ("kana",), "arabic": ("arabic",), "indic": ("indic",)}
_LIKE, _IN_FULL, _ORIGINAL, _AHEAD = 0.85, 0.93, 0.7, 0.02
_LEAST_LETTERS, _LEAST_INFLECTED = 5, 6
_EXPLAINED = 4
"""A name this near behind another explains it: "Kyiv (Kiev)"."""
_LEAST_SIGNS = 4
_HAN_NAME = 3
_MOST = 120
"""More names than this in one text: a list, whose names are not held against one another."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """A name, or a word of one, as a text writes it; `words` in plain letters, `code` of a city."""

    span: Span
    text: str
    words: tuple[str, ...]
    code: str = ""


def found(comparison: Comparison, endings: int) -> Iterator[tuple[Spelled, Spelled]]:
    """Two spellings of one name in the copy, the first one first. `endings`: the letters a case ending may change."""
    original, copy = comparison.original, comparison.copy
    if original is None:
        return
    theirs = _spelled(copy)
    if not theirs or len(theirs) > _MOST:
        return
    script = script_of(theirs[0].text)
    if comparison.same_language and script in ("arabic", "indic"):
        yield from _other_tokens(original, copy, theirs, script)
    elif comparison.same_language and script == "han":
        yield from _other_signs(original, copy, theirs)
    else:
        yield from _among(original, theirs, comparison.same_language, endings)


def _among(
    original: Article, theirs: Sequence[Spelled], same_language: bool, endings: int
) -> Iterator[tuple[Spelled, Spelled]]:
    there = {fold(token) for token in _TOKEN.findall(original.text)}
    ours: list[Spelled] | None = None
    by_end: dict[str, list[Spelled]] = {}
    for new in {each.words: each for each in reversed(theirs)}.values():
        by_end.setdefault(skeleton(new.words[-1])[-1:], []).append(new)
    told: set[tuple[str, ...]] = set()
    for near in by_end.values():
        near.sort(key=lambda each: each.span.start)
        for place, new in enumerate(near):
            for old in near[:place]:
                if new.words in told or not _two_ways(old, new, endings):
                    continue
                if {fold(word) for word in _DIVIDED.split(new.text)} <= there:
                    continue
                if ours is None:
                    ours = _spelled(original)
                if old.code or _same_there(ours, old, new, same_language):
                    told.add(new.words)
                    yield old, new


def _two_ways(old: Spelled, new: Spelled, endings: int) -> bool:
    """Whether two names of one text are one in two spellings, by the letters: full names, or a family name alone."""
    if old.code or new.code:
        return (
            old.code == new.code
            and len(new.words) == 1 == len(old.words)
            and new.span.start - old.span.end > _EXPLAINED
            and not _is_ending(old.words[0], new.words[0], endings)
        )
    if len(old.words) == len(new.words) > 1:
        pairs = [(a, b) for a, b in zip(old.words, new.words, strict=True) if a != b]
        return bool(pairs) and all(
            _like(old, new, a, b) >= _IN_FULL and not _is_ending(a, b, endings) for a, b in pairs
        )
    if len(new.words) != 1 or len(old.words) == 1:
        return False
    one, two = old.words[-1], new.words[0]
    least = _LEAST_INFLECTED if endings > 2 else _LEAST_LETTERS
    return min(len(one), len(two)) >= least and not _is_ending(one, two, endings) and _like(old, new, one, two) >= _LIKE


def _is_ending(one: str, two: str, endings: int) -> bool:
    """Whether one word begins with the other, or they differ only in what a case ending changes."""
    shorter = min(len(one), len(two))
    common = next((i for i in range(shorter) if one[i] != two[i]), shorter)
    return common == shorter or (endings > 0 and common >= max(1, shorter - endings))


def _like(old: Spelled, new: Spelled, one: str, two: str) -> float:
    extra = _BY_SCRIPT.get(script_of(new.text), ())
    return word_score(one, two, (*_PROFILES, *extra))


def _same_there(ours: Sequence[Spelled], old: Spelled, new: Spelled, same_language: bool) -> bool:
    """Whether the original has one name that both are, and no other that the second could be."""
    best, other = _best(ours, old.text), _best(ours, new.text)
    if best is None:
        return other is None and len(new.words) > 1 and old.words[0] not in ("the", new.words[-1])
    if len(new.words) > 1 or same_language:
        return other is not None and (other[0] in best[0] or best[0] in other[0])
    name, _ = best
    own = max((spelled_alike(word, new.text) for word in _DIVIDED.split(name)), default=0.0)
    own = max(own, spelled_alike(name, new.text))
    rest = (each.text for each in ours if each.text != name and each.text not in name)
    return own >= _ORIGINAL and all(spelled_alike(each, new.text) < own - _AHEAD for each in rest)


def _best(ours: Sequence[Spelled], name: str) -> tuple[str, float] | None:
    """The original's name that is most like a name, in full where two are; None where two are equally like it."""
    scores: dict[str, float] = {}
    for each in ours:
        scores[each.text] = max(scores.get(each.text, 0.0), spelled_alike(each.text, name))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], -len(item[0])))
    if not ranked or ranked[0][1] < _ORIGINAL:
        return None
    close = [text for text, score in ranked[1:] if score > ranked[0][1] - _AHEAD]
    return None if any(text not in ranked[0][0] for text in close) else ranked[0]


def _spelled(article: Article) -> list[Spelled]:
    """The names of persons in a text, those of cities, and words at the start of sentences that are only names."""
    if "names as spelled" not in article.memo:
        out = [
            _made(name)
            for entity in name_entities.of(article)
            for name in entity.mentions
            if entity.kind in ("person", "name") or name.type == "city"
        ]
        out += [_made(name) for name in sentence_starts(article, article.segments)]
        if not any(script_of(each.text) in ("latin", "cyrillic") for each in out):
            out += [Spelled(Span(*m.span()), m.group(), _words(m.group())) for m in _KATAKANA.finditer(article.text)]
        elif not has_list(article.language):
            out += _openings(article, {each.span.start for each in out})
        kept: dict[int, Spelled] = {}
        for each in out:
            if each.words and not all(is_common(word, article.language) for word in each.words):
                kept.setdefault(each.span.start, each)
        article.memo["names as spelled"] = [kept[start] for start in sorted(kept)]
    listed: list[Spelled] = article.memo["names as spelled"]
    return listed


def _openings(article: Article, taken: set[int]) -> Iterator[Spelled]:
    """Long words with a capital that begin a sentence and stand nowhere in small letters."""
    words = lexicon(language.load(article.language))
    if words is None or not words.cased or words.nouns_capitalised:
        return
    small: set[str] | None = None
    for segment in article.segments:
        match = _TOKEN.match(article.text, segment.start)
        if match is None or match.start() in taken or len(match.group()) < _LEAST_INFLECTED:
            continue
        word = match.group()
        small = small if small is not None else set(_TOKEN.findall(article.text))
        if word[0].isupper() and word.lower() not in small and fold(word) not in words.openers | words.generic:
            yield Spelled(Span(*match.span()), word, _words(word))


def _made(name: Name) -> Spelled:
    code = (name.value or "") if name.type in PLACES else ""
    return Spelled(Span(name.start, name.end), name.text, _words(name.text), code)


def _words(text: str) -> tuple[str, ...]:
    return ascii_words(text)


def _other_tokens(
    original: Article, copy: Article, theirs: Sequence[Spelled], script: str
) -> Iterator[tuple[Spelled, Spelled]]:
    """A word that only the copy has and that is spelled like a family name, which the copy has less often."""
    before, after = _TOKEN.findall(original.text), _TOKEN.findall(copy.text)
    come = {token for token in after if len(token) >= _LEAST_SIGNS} - set(before)
    told: set[str] = set()
    for name in theirs if come else ():
        word = name.text.split()[-1]
        if name.code or len(word) < _LEAST_SIGNS or word in told or before.count(word) <= after.count(word):
            continue
        told.add(word)
        plain = "".join(_words(word))
        for token in sorted(come):
            if word in token or token in word or token[0] != word[0] or is_common(token, copy.language):
                continue
            if word_score(plain, "".join(_words(token)), ("any", *_BY_SCRIPT[script])) >= _IN_FULL:
                start = copy.text.index(token)
                yield name, Spelled(Span(start, start + len(token)), token, _words(token))
                break


def _other_signs(original: Article, copy: Article, theirs: Sequence[Spelled]) -> Iterator[tuple[Spelled, Spelled]]:
    """A name in Han signs with one sign changed for another of the same sound."""
    told: set[str] = set()
    for name in theirs:
        text = name.text
        if name.code or len(text) != _HAN_NAME or text in told or original.text.count(text) <= copy.text.count(text):
            continue
        told.add(text)
        one, two, three = map(re.escape, text)
        for match in re.finditer(f"{one}(?:{two}[一-龥]|[一-龥]{three})", copy.text):
            other = match.group()
            if other != text and other not in original.text and _words(other) == _words(text):
                yield name, Spelled(Span(*match.span()), other, _words(other))
                break
