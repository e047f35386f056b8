"""Headlines that state what the story and the original deny, or deny what they state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.language import Language
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.opposites import poles
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.mentions.polarity import Negation, soft
from retold.checker.model import Article, Passage, Segment
from retold.rules.headline_text import LEAD, Clash, alike, headlines, story, telling

State = tuple[str, str]
"""A matter and how far it has come: ("justice", "charge")."""

MATTERS = ("justice", "bill")
"""Tables of the `headlines` data: a matter, with the words for each of its states."""

_LEAST_SHARED = 2
"""Words, or pairs of letters, that a headline and a sentence share to be of one thing."""
_NEAR = 34
"""Characters between a word that denies and a word of the headline that it may deny."""


def turned(comparison: Comparison) -> Iterator[Clash]:
    """Headlines that lack a no that the story and the original have, and headlines with a word's opposite."""
    copy, original = comparison.copy, comparison.original
    if original is None:
        return
    first = [*headlines(original), *story(original)[:1]]
    for segment in headlines(copy):
        lead = _of_one_thing(copy, segment, story(copy)[:LEAD])
        if lead is None:
            continue
        found = (
            _denied(copy, segment, lead, original, first)
            or _ahead(copy, segment, lead, original, first)
            or _opposite(copy, segment, lead, original, first)
        )
        if found is not None:
            yield found


def _of_one_thing(copy: Article, head: Segment, lead: Sequence[Segment]) -> Segment | None:
    """The first sentence below that shares most words with the headline, if it shares enough."""
    ours = {word for word, _ in telling(copy, copy.words_of(head))}
    best: tuple[int, Segment] | None = None
    for segment in lead:
        theirs = {word for word, _ in telling(copy, copy.words_of(segment))}
        shared = sum(any(alike(word, other) for other in theirs) for word in ours)
        if shared >= _LEAST_SHARED and (best is None or shared > best[0]):
            best = shared, segment
    return best[1] if best else None


@dataclass(frozen=True, eq=False)
class Claims:
    """What a headline may claim in one language: words that refuse, and for the state of a matter words by state."""

    refusals: Phrases
    states: Phrases
    codes: Mapping[str, tuple[State, ...]]


@lru_cache(maxsize=None)
def claims(tongue: Language) -> Claims | None:
    """The compiled `headlines` section; None where the language has none."""
    section = tongue.section("headlines")
    if not section:
        return None
    codes: dict[str, tuple[State, ...]] = {}
    for matter in MATTERS:
        for state, marks in section.get(matter, {}).items():
            for mark in map(fold, marks):
                codes[mark] = (*codes.get(mark, ()), (matter, state))
    return Claims(
        refusals=Phrases(map(fold, section["refusals"]), inside_words=tongue.runs_on),
        states=Phrases(codes, inside_words=tongue.runs_on),
        codes=codes,
    )


def _states(article: Article, segments: Iterable[Segment]) -> dict[State, Passage]:
    """The states of a matter that some segments speak of, each with the first words for it."""
    known = claims(language.load(article.language))
    found: dict[State, Passage] = {}
    if known is None:
        return found
    for segment in segments:
        for start, end, mark in known.states.find(fold(article.words_of(segment))):
            for state in known.codes[mark]:
                found.setdefault(state, article.passage(segment.start + start, segment.start + end))
    return found


def _refusals(article: Article, segments: Sequence[Segment]) -> list[Passage]:
    """The words of some segments that refuse or deny, and the negations of statements."""
    known = claims(language.load(article.language))
    if known is None:
        return []
    said = (each for each in inside(article, "polarity", segments) if isinstance(each, Negation) and each.main)
    found = [article.passage(each.start, each.end) for each in said]
    for segment in segments:
        for start, end, _ in known.refusals.find(fold(article.words_of(segment))):
            found.append(article.passage(segment.start + start, segment.start + end))
    return sorted(found)


def _says_no(article: Article, segment: Segment) -> bool:
    """Whether a headline holds a no of any kind, be it faint."""
    if _refusals(article, (segment,)) or inside(article, "polarity", (segment,)):
        return True
    return any(True for _ in soft(language.load(article.language), article.words_of(segment)))


def _denied(copy: Article, head: Segment, lead: Segment, original: Article, first: Sequence[Segment]) -> Clash | None:
    """The headline says plainly what the lead, the original's headline and its lead refuse or deny."""
    told = _refusals(copy, (lead,))
    if not told or len(first) < 2 or _says_no(copy, head):
        return None
    before = [_refusals(original, (each,)) for each in first]
    if not all(before):
        return None
    ours = [word for word, _ in telling(copy, copy.words_of(head))]
    shared = [
        (lead.start + at, lead.start + at + len(word))
        for word, at in telling(copy, copy.words_of(lead))
        if any(alike(word, other) for other in ours)
    ]
    for no in told:
        near = any(start - _NEAR <= no.end and no.start <= end + _NEAR for start, end in shared)
        if near and not any(start < no.end and no.start < end for start, end in shared):
            return Clash("polarity", copy.passage(head.start, head.end), no, before[0][0], 0.7)
    return None


def _ahead(copy: Article, head: Segment, lead: Segment, original: Article, first: Sequence[Segment]) -> Clash | None:
    """The headline has a matter in another state than the story and the original: convicted for charged."""
    mine = _states(copy, (head,))
    if not mine:
        return None
    told, below = _states(copy, (lead,)), _states(copy, story(copy))
    before, anywhere = _states(original, first), _states(original, original.body)
    for state, words in mine.items():
        others = [each for each in told if each[0] == state[0] and each in before and each not in mine]
        if others and not any(each[0] == state[0] and (each in below or each in anywhere) for each in mine):
            return Clash("state", words, told[others[0]], before[others[0]], 0.75)
    return None


def _opposite(copy: Article, head: Segment, lead: Segment, original: Article, first: Sequence[Segment]) -> Clash | None:
    """The headline has a word whose opposite stands in the lead and in the original, and that neither has itself."""
    mine = poles(copy, (head,))
    if not mine:
        return None
    below, told = poles(copy, story(copy)), poles(copy, (lead,))
    before, anywhere = poles(original, first), poles(original, original.body)
    for (notion, pole), words in mine.items():
        other = notion, 1 - pole
        if other in mine or (notion, pole) in below or (notion, pole) in anywhere:
            continue
        if other in told and other in before:
            return Clash("opposite", words, told[other], before[other], 0.75)
    return None
