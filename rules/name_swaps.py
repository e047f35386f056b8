"""All names of a copy that stand where the original has another: what name-altered says and name-missing leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_index import index_of
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_match import SAME, same_name
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Segment
from retold.rules.attribution import SpeakerChanged
from retold.rules.attribution_speaker import changed
from retold.rules.name_acronym import concerns
from retold.rules.name_across import instead
from retold.rules.name_judge import MOST_PAIRS, Swap, judge, pairs
from retold.rules.name_place import REGIONS, cased, has_place, places

_BESIDE = 40
"""A lost name is held against this many names of the other passage, letter by letter; beyond, by the index alone."""
_LEAST_LETTERS = 4
_SHORT = 3


def swaps(comparison: Comparison) -> tuple[Swap, ...]:
    """The names that stand for others, less the speakers that speaker-changed speaks of; computed once."""
    kept = vars(comparison)
    if "swapped names" not in kept:
        kept["swapped names"] = tuple(_swaps(comparison))
    found: tuple[Swap, ...] = kept["swapped names"]
    return found


def replaced_names(comparison: Comparison) -> frozenset[int]:
    """Where the original's names stand that another name stands for, whichever rule speaks of it."""
    swaps(comparison)
    found: frozenset[int] = vars(comparison)["replaced names"]
    return found


def _swaps(comparison: Comparison) -> Iterator[Swap]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    found: list[Swap] = []
    for link, originals, copies in comparison.linked_pairs():
        old = [name for name in inside(original, "name", originals) if isinstance(name, Name)]
        new = [name for name in inside(copy, "name", copies) if isinstance(name, Name)] if old else []
        if not new:
            continue
        here = list(places(comparison, link, old, new, originals, copies))
        if not here and comparison.same_language and cased(copy):
            here = list(_others(comparison, old, new, originals, copies))
        found.extend(here)
    found.extend(instead(comparison, found))
    vars(comparison)["replaced names"] = frozenset(swap.old.start for swap in found if swap.old is not None)
    speakers = list(changed(comparison)) if found and _credits(comparison) else []
    for swap in found:
        old_name = swap.old
        if concerns(comparison, old_name.span if old_name else None, swap.new.span):
            continue
        if old_name is None or not any(
            old_name.span.overlaps(each.old) and swap.new.span.overlaps(each.new) for each in speakers
        ):
            yield swap


def _others(
    comparison: Comparison,
    old: Sequence[Name],
    new: Sequence[Name],
    originals: Sequence[Segment],
    copies: Sequence[Segment],
) -> Iterator[Swap]:
    """Swapped names of any kind. The cheap question first: does the other passage hold the words of the name?"""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    here = fold("\n".join(copy.words_of(segment) for segment in copies))
    there = fold("\n".join(original.words_of(segment) for segment in originals))
    same = comparison.same_language
    lost = [name for name in _each_once(old) if _counts(name, same) and not _written_in(name, here)]
    if not lost:
        return
    come = [name for name in _each_once(new) if _counts(name, same) and not _written_in(name, there)]
    if len(lost) * len(come) > MOST_PAIRS:
        return
    lost = [name for name in lost if not _known(name, copy, come)]
    come = [name for name in come if not _known(name, original, old[:_BESIDE])] if lost else []
    if not come:
        return
    for name, other in pairs(comparison, lost, come):
        swap = judge(comparison, name, other, alone=len(lost) == len(come) == 1)
        if swap is not None:
            yield swap


def _counts(name: Name, same_language: bool) -> bool:
    """Abbreviations and places are translated: they are compared as words within one language only."""
    if name.type in ("person", "name"):
        return len(name.text) >= _LEAST_LETTERS
    return same_language and name.value not in REGIONS


def _credits(comparison: Comparison) -> bool:
    """Whether the sources of statements can be compared here."""
    return not any(comparison.missing(need) for need in SpeakerChanged.needs)


def _each_once(names: Sequence[Name]) -> list[Name]:
    """The first mention of each name, in order."""
    return list({name.value: name for name in reversed(names)}.values())[::-1]


def _written_in(name: Name, folded: str) -> bool:
    """Whether a passage holds the last word of a name as it is written."""
    words = fold(name.text).split()
    if words and len(words[-1]) <= _SHORT:
        return re.search(rf"\b{re.escape(words[-1])}\b", folded) is not None
    return words[-1] in folded if words else True


def _known(name: Name, article: Article, beside: Sequence[Name]) -> bool:
    """Whether an article has a name in any form: its words, its initials, an abbreviation, a place it is called by."""
    if name.type in PLACES:
        return has_place(article, name)
    index = index_of(article)
    if name.type == "acronym":
        return index.has(name.text) or index.has_expansion(name.text)
    words = ascii_words(name.text)
    korean = len(words) > 2 and len(words[-1]) <= _SHORT  # Kim Jong Un is not Kim Jong-hun
    if not korean and (index.has(name.text) or index.has_initials(name.text)):
        return True
    return any(same_name(name.text, other.text) >= SAME for other in beside)
