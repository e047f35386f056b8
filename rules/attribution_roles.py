"""Statements whose speakers are described so differently that they cannot be one: the police, the defence lawyer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution_source import Source, source_of
from retold.checker.mentions.attribution_words import words_of
from retold.checker.mentions.name_index import index_of
from retold.checker.model import Article, Segment
from retold.rules.attribution_link import Pair, linked
from retold.rules.source_compare import LEARNED, PUBLIC, STATE, may_be_one

_KINDS = frozenset({"official", "expert", "researcher", "analyst", "witness", "resident"})
"""Roles that say what kind of people speak, not who: one for another is another description (source-altered)."""

_BODIES = frozenset({"authority", "police", "prosecutor", "military", "media"})
"""Roles of bodies."""

_LEAST = 0.5
"""Likeness of two statements from which their speakers are held against each other."""


@dataclass(frozen=True, slots=True)
class Roles:
    """A statement with two speakers, known by what they are."""

    pair: Pair
    old: Source
    new: Source


def other_roles(comparison: Comparison) -> tuple[Roles, ...]:
    """The linked statements whose speakers have roles of different kinds; worked out once for a comparison."""
    memo = vars(comparison)
    if "other roles" not in memo:
        memo["other roles"] = tuple(_kept(comparison, list(_apart(comparison))))
    found: tuple[Roles, ...] = memo["other roles"]
    return found


def _apart(comparison: Comparison) -> Iterator[Roles]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for pair in linked(comparison):
        if pair.old is None or pair.new is None or pair.similarity < _LEAST:
            continue
        if not (pair.old.credits and pair.new.credits) or any(s.kind == "headline" for s in pair.copies):
            continue
        old, new = source_of(original, pair.old), source_of(copy, pair.new)
        if old is None or new is None or not _differ(old, new):
            continue
        if _is_still_there(copy, old, new) and _is_still_there(original, new, old):
            yield Roles(pair, old, new)


def _differ(old: Source, new: Source) -> bool:
    if (old.name and new.name) or old.pronoun or new.pronoun or may_be_one(old.roles, new.roles):
        return False
    if old.plural or new.plural or old.anonymous or new.anonymous:
        return False  # experts for officials: a description of people who are not told apart (source-altered)
    if old.roles & _KINDS and new.roles & _KINDS:
        return False
    return not any(old.roles & group and new.roles & group for group in (STATE, LEARNED, PUBLIC))


def _is_still_there(article: Article, named: Source, other: Source) -> bool:
    """Whether a text names the person whom only the other text credits, a body being credited here: a person may have
    offices that nobody tells, but not be a ministry."""
    return not named.name or (bool(other.roles & _BODIES) and index_of(article).has(named.name))


def _kept(comparison: Comparison, found: Sequence[Roles]) -> Iterator[Roles]:
    """Those that the passages leave standing: neither names the other's role, unless the two have changed places."""
    assert comparison.original is not None
    for each in found:
        swapped = any(
            each.old.roles & other.new.roles and other.old.roles & each.new.roles
            for other in found if other is not each
        )  # fmt: skip
        crossed = each.old.roles & _roles_in(comparison.copy, each.pair.copies)
        crossed |= each.new.roles & _roles_in(comparison.original, each.pair.originals)
        if swapped or not crossed:
            yield each


def _roles_in(article: Article, segments: Sequence[Segment]) -> frozenset[str]:
    words = words_of(language.load(article.language))
    if words is None or not segments:
        return frozenset()
    hits = words.find(article.text, segments[0].start, segments[-1].end)
    return frozenset(meaning.code for hit in hits for meaning in hit.meanings if meaning.kind == "role")
