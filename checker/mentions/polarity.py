"""Polarity: the words by which a text says that something is not so.

A `negation` is a word or ending that negates its clause (not, no, never, nicht, ne ... pas, 没, ない, -ma-). Soft
carriers hold a no in another word: verbs (deny, refuse, lack), affixes (un-, -less), limits (only, hardly, until).
A translation moves the one into the other, so rules count both. All words are data, section `polarity` of each
language, compiled by the retold authors:

    negators    negate a statement; `lesser` ones negate a part or a thing ("without", "nobody")
    except      look-alikes that do not ("not only", "no doubt", "not later than")
    soft        carriers of a no that is no negation by grammar
    loose       carriers that do so from afar (instead, secret, continue): "not" and they cancel nothing out
    faint       carriers that limit or contrast (only, before, still); those in `until` make "not" into "only"
    plain       words that look like carriers and are none ("under" is no un-)
    restrictive turns a negation behind it into "only" or "until" (しか ... ない, пока не)
    particles   negate only together with one of the `partners` in their clause ("ne ... pas")
    concord     whether several negators of one clause are one negation; `boundaries` are words that begin a clause
    continuing  go on with a negation that stands before them ("neither ... nor")
    labels      negators that are an abbreviation before a figure ("no. 5")
    exceptive   words that leave one thing out of a negation: "nobody but", "لم ... سوى"; both together mean "only"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from retold.checker.language import Language
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article, Mention

_CLAUSE_END = re.compile(r"[.,;:!?()\[\]\n“”„«»\"–—।؛۔،؟。、，；：？！「」『』（）]")
_FIGURE = re.compile(r"\.?\s?\d")
_REACH = 60
"""Characters around a particle in which its partner stands, and around a negation what leaves something out of it."""
_AFFIX = 4
"""Length of the longest mark that is a beginning of words and no stem, with its asterisk."""
_SENTENCE_END = re.compile(r"[.;!?\n؟。；？！।]")
_BEGINS = re.compile(r"(?:^|[.:!?\n؟。：？！।])[\s\"'“”„«»‚‘「『—–-]*\Z")
_ANSWERED = re.compile(r"[,.!،，。！、]|\s[—–-]\s")

_NEGATOR, _EXCEPT, _PARTICLE, _RESTRICTIVE = "negator", "except", "particle", "restrictive"


@dataclass(frozen=True, kw_only=True)
class Negation(Mention):
    """A word that negates. `value` is its mark in the language's data, `main` whether it negates a statement.

    A `limited` one leaves one thing out: "nobody but the driver" is "only the driver".
    """

    kind: str = "polarity"
    main: bool = True
    limited: bool = False


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The negators of one language; `roles` says what each mark is."""

    phrases: Phrases
    roles: dict[str, str]
    partners: Phrases | None
    boundaries: Phrases | None
    exceptive: Phrases | None
    concord: bool
    continuing: frozenset[str]
    labels: frozenset[str]
    lesser: frozenset[str]


@lru_cache(maxsize=None)
def lexicon(language: Language) -> Lexicon | None:
    """The compiled `polarity` section; None where the language has none."""
    section = language.section("polarity")
    if "negators" not in section:
        return None
    roles = dict.fromkeys((*section["negators"], *section.get("lesser", ())), _NEGATOR)
    roles |= dict.fromkeys(section.get("particles", ()), _PARTICLE)
    roles |= dict.fromkeys(section.get("restrictive", ()), _RESTRICTIVE)
    roles |= dict.fromkeys(section.get("except", ()), _EXCEPT)
    return Lexicon(
        phrases=_phrases(language, tuple(roles)),
        roles=roles,
        partners=_phrases(language, section["partners"]) if "partners" in section else None,
        boundaries=_phrases(language, section["boundaries"]) if "boundaries" in section else None,
        exceptive=_phrases(language, section["exceptive"]) if "exceptive" in section else None,
        concord=section.get("concord", False),
        continuing=frozenset(section.get("continuing", ())),
        labels=frozenset(section.get("labels", ())),
        lesser=frozenset(section.get("lesser", ())),
    )


class Carrier(NamedTuple):
    """A word that holds a no: where it stands, whether it is loose, only limits or contrasts, or says "until"."""

    start: int
    end: int
    faint: bool
    until: bool
    loose: bool


@dataclass(frozen=True, eq=False)
class Carriers:
    """The soft carriers of one language."""

    phrases: Phrases
    faint: frozenset[str]
    until: frozenset[str]
    loose: frozenset[str]
    plain: frozenset[str]


@lru_cache(maxsize=None)
def carriers(language: Language) -> Carriers | None:
    """The compiled soft carriers of a language; None where it has none."""
    section = language.section("polarity")
    if "soft" not in section:
        return None
    faint, until, loose, plain = (frozenset(section.get(key, ())) for key in ("faint", "until", "loose", "plain"))
    return Carriers(_phrases(language, (*section["soft"], *faint, *loose, *plain)), faint, until, loose, plain)


def soft(language: Language, text: str) -> Iterator[Carrier]:
    """The soft carriers in a text, in text order."""
    words = carriers(language)
    if words is None:
        return
    for start, end, mark in words.phrases.find(fold(text)):
        # An affix with nothing to it is another word: the UN is no "un-".
        bare = mark.endswith("*") and end - start < len(mark) <= _AFFIX
        if mark not in words.plain and not bare:
            yield Carrier(start, end, mark in words.faint, mark in words.until, mark in words.loose)


def _phrases(language: Language, marks: tuple[str, ...]) -> Phrases:
    section = language.section("polarity")
    return Phrases(marks, inside_words=section.get("inside_words", False), clitics=section.get("clitics", ()))


def extract(article: Article, language: Language) -> list[Mention]:
    """The negations of a text in order, one for what is one negation; empty for a language without data."""
    words = lexicon(language)
    if words is None:
        return []
    text = article.text
    folded = fold(text)
    found: list[Mention] = []
    for start, end, mark in _negating(text, folded, words):
        if found and _goes_on(folded, found[-1], start, mark, words):
            continue
        found.append(
            Negation.made(
                kind="polarity",
                start=start,
                end=end,
                text=text[start:end],
                value=mark,
                main=mark not in words.lesser,
                limited=_leaves_out(folded, start, end, words),
            )
        )
    return found


def _negating(text: str, folded: str, words: Lexicon) -> Iterator[tuple[int, int, str]]:
    """The marks that negate: without look-alikes, labels, particles that stand alone, and what means "only"."""
    only = -1
    for start, end, mark in words.phrases.find(folded):
        role = words.roles[mark]
        if role == _EXCEPT or (mark in words.labels and _FIGURE.match(folded, end)) or _in_name(text, start, mark):
            continue
        if _is_answer(folded, start, end):
            continue
        if role == _RESTRICTIVE:
            only = start
        elif role == _PARTICLE:
            if _has_partner(folded, start, end, words):
                yield start, end, mark
        elif only >= 0 and start - only < _REACH and not _CLAUSE_END.search(folded, only, start):
            only = -1
        else:
            yield start, end, mark


def _is_answer(folded: str, start: int, end: int) -> bool:
    """Whether a negator is an utterance of its own ("No, we will stay"): what follows says the same without it."""
    return bool(_ANSWERED.match(folded, end) and _BEGINS.search(folded[max(0, start - 8) : start]))


def _leaves_out(folded: str, start: int, end: int, words: Lexicon) -> bool:
    """Whether something is left out of a negation, before it or behind it in its sentence."""
    if words.exceptive is None:
        return False
    stop = _SENTENCE_END.search(folded, end, end + _REACH)
    first = max(0, start - _REACH)
    for each in _SENTENCE_END.finditer(folded, first, start):
        first = each.end()
    return words.exceptive.any_in(folded[start : stop.start() if stop else end + _REACH]) or words.exceptive.any_in(
        folded[first:start]
    )


def leaves_out(language: Language, text: str) -> bool:
    """Whether a text holds a word that leaves one thing out ("except", "but for", "кроме")."""
    words = lexicon(language)
    return words is not None and words.exceptive is not None and words.exceptive.any_in(fold(text))


def _in_name(text: str, start: int, mark: str) -> bool:
    """Whether a beginning or an ending was found in a name: a word with a capital that begins no sentence."""
    if "*" not in mark or "'" in mark or not text[start].isupper():
        return False
    before = text[max(0, start - 2) : start]
    return (before[-1:] == " " and before[:1].isalnum()) or before[:2] == ", "


def _has_partner(folded: str, start: int, end: int, words: Lexicon) -> bool:
    if words.partners is None:
        return False
    first = _clause_start(folded, start)
    stop = _CLAUSE_END.search(folded, end, end + _REACH)
    last = stop.start() if stop else end + _REACH
    return words.partners.any_in(folded[end:last]) or words.partners.any_in(folded[first:start])


def _clause_start(folded: str, place: int) -> int:
    first = max(0, place - _REACH)
    for end in _CLAUSE_END.finditer(folded, first, place):
        first = end.end()
    return first


def _goes_on(folded: str, last: Mention, start: int, mark: str, words: Lexicon) -> bool:
    """Whether a mark only goes on with the negation before it: concord, or "nor" after "neither"."""
    if mark in words.continuing:
        return start - last.end < 2 * _REACH and not re.search(r"[.!?\n]", folded[last.end : start])
    if not words.concord or start - last.end > _REACH or _CLAUSE_END.search(folded, last.end, start):
        return False
    return words.boundaries is None or not words.boundaries.any_in(folded[last.end : start])
