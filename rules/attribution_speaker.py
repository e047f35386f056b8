"""Which linked statements have different speakers: names compared across spellings and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker.compare import Comparison
from retold.checker.mentions import name_entities
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.name_entities import Entity
from retold.checker.mentions.name_known import known
from retold.checker.mentions.name_letters import script_of
from retold.checker.mentions.name_match import CLOSE, same_name
from retold.checker.mentions.outlet import outlets_in
from retold.checker.mentions.phrases import WORD
from retold.checker.model import Article, Passage, Segment
from retold.rules.attribution_link import Pair, linked
from retold.rules.attribution_who import Speaker, who

DIFFERENT = 0.65
"""Likeness of two names below which they are two people's."""

NAMED, NAMED_UNCASED = 0.72, 0.87
"""Likeness of a surname and a word of a passage from which the passage may name the person; more is asked of a word in
a script without capitals, where any word may be meant."""

_PART, _MOST_WORDS = 0.7, 10
"""Likeness of the parts of a name and the words from which a source names that person; words that are asked."""

SAME_LAST = 0.82
"""Likeness of the last words of two names from which they may be one family's, or one body's."""

_SWAP_NEAR = 40
"""Statements before and behind one among which another may have changed speakers with it."""

_WORD = re.compile(rf"[{WORD}][{WORD}'’\-]+")
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")
_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_PARTICLE = 2
_READINGS = frozenset({"han"})
"""Scripts whose names have a reading for each language: they are compared with other scripts only through the table."""


@dataclass(frozen=True, slots=True)
class Change:
    """A statement with two speakers. `pair` is the statement in both texts."""

    pair: Pair
    old: Passage
    new: Passage
    old_name: str
    new_name: str
    similarity: float
    confidence: float


def changed(comparison: Comparison) -> tuple[Change, ...]:
    """The linked statements whose named speakers differ; worked out once for a comparison."""
    memo = vars(comparison)
    if "changed speakers" not in memo:
        memo["changed speakers"] = tuple(_changed(comparison))
    found: tuple[Change, ...] = memo["changed speakers"]
    return found


def _changed(comparison: Comparison) -> Iterator[Change]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    found: list[tuple[Pair, Speaker, Speaker]] = []
    for pair in linked(comparison):
        if pair.old is None or pair.new is None or not (pair.old.credits and pair.new.credits):
            continue
        old, new = who(original, pair.old), who(copy, pair.new)
        if old is None and new is not None:
            old = _another_of(copy, new, original, pair.old)
        elif new is None and old is not None:
            new = _another_of(original, old, copy, pair.new)
        if old is not None and new is not None and not (old.resolved and new.resolved):
            found.append((pair, old, new))
    for at, (pair, old, new) in enumerate(found):
        alike = _likeness(comparison, old, new)
        if alike is None or alike >= DIFFERENT:
            continue
        near = found[max(0, at - _SWAP_NEAR) : at + 1 + _SWAP_NEAR]
        swapped = any(_is_swap(comparison, (old, new), each[1:]) for each in near if each[0] is not pair)
        if not swapped and (
            _stands_here(original, pair.originals, new, old) or _stands_here(copy, pair.copies, old, new)
        ):
            continue
        confidence = _confidence(comparison, pair, old, new, swapped)
        yield Change(pair, old.passage(original), new.passage(copy), old.name, new.name, alike, confidence)


def _another_of(article: Article, speaker: Speaker, other: Article, mention: Attribution) -> Speaker | None:
    """The person of one text, not its speaker, whose full name stands in the other's source: there nothing tells that
    it is a name, in a script without capitals, but that the first text has it."""
    if speaker.kind != "person" or speaker.resolved or not mention.source:
        return None
    span = mention.source[0]
    source = list(_WORD.finditer(other.text, span.start, span.end))[:_MOST_WORDS]
    if not source or _CASED.search(other.text, span.start, span.end):
        return None
    for entity in name_entities.of(article):
        parts = entity.name.split()
        if entity is speaker.entity or entity.kind not in ("person", "name") or len(parts) not in (2, 3):
            continue
        found = [max((same_name(part, word.group()), word.start(), word.end()) for word in source) for part in parts]
        if min(found)[0] >= _PART and found[-1][0] >= NAMED_UNCASED and found[0][1] < found[-1][1]:
            start, end = found[0][1], found[-1][2]
            return Speaker(start, end, other.text[start:end], "person")
    return None


def _likeness(comparison: Comparison, old: Speaker, new: Speaker) -> float | None:
    """How likely two speakers are one (0-1); None when it cannot be told."""
    assert comparison.original is not None
    if "outlet" in (old.kind, new.kind):
        return float(old.code == new.code) if old.kind == new.kind else None
    inflected = name_entities.inflects(comparison.original) or name_entities.inflects(comparison.copy)
    forms = [(mine, yours) for mine in _forms(old) for yours in _forms(new)]
    best = max(likeness(mine, yours, inflected=inflected) for mine, yours in forms)
    last = same_name(old.name.split()[-1], new.name.split()[-1], inflected=inflected)
    if best >= CLOSE or last >= SAME_LAST:
        return max(best, last)
    if old.kind != new.kind:
        return None
    ours, theirs = _counterparts(comparison)
    if old.entity is not None and new.entity is not None:
        if ours.get(id(old.entity)) is new.entity:
            return 1.0
        both_elsewhere = id(old.entity) in ours and id(new.entity) in theirs
        if both_elsewhere or (old.entity.id and new.entity.id and old.entity.id != new.entity.id):
            return 0.0
    if old.kind == "body" and not _comparable_bodies(comparison, old, new):
        return None
    full = _fullest(old), _fullest(new)
    return likeness(*full, inflected=inflected) if comparable(*full) else None


def _counterparts(comparison: Comparison) -> tuple[dict[int, Entity], dict[int, Entity]]:
    """The entities of each text with those of the other that they stand for, by identity."""
    memo = vars(comparison)
    if "entity counterparts" not in memo:
        assert comparison.original is not None
        pairs = name_entities.paired(comparison.original, comparison.copy)
        memo["entity counterparts"] = (
            {id(one): other for one, other, _ in pairs},
            {id(other): one for one, other, _ in pairs},
        )
    found: tuple[dict[int, Entity], dict[int, Entity]] = memo["entity counterparts"]
    return found


def _forms(speaker: Speaker) -> tuple[str, ...]:
    forms = speaker.entity.forms[:4] if speaker.entity is not None else ()
    return tuple(dict.fromkeys((speaker.name, *forms)))


def _fullest(speaker: Speaker) -> str:
    return max(_forms(speaker), key=lambda form: (len(form.split()), len(form)))


def _comparable_bodies(comparison: Comparison, old: Speaker, new: Speaker) -> bool:
    """Whether two bodies' names can be held against each other: names of bodies are translated, acronyms expanded."""
    if comparison.same_language:
        return old.name.isupper() == new.name.isupper()
    return " " not in old.name and " " not in new.name and not (old.name.isupper() or new.name.isupper())


def comparable(old: str, new: str) -> bool:
    """Whether two names can be compared by their letters, or the table knows both."""
    if known(old) and known(new):
        return True
    scripts = script_of(old), script_of(new)
    return scripts[0] == scripts[1] or not _READINGS & set(scripts)


def likeness(old: str, new: str, *, inflected: bool = False) -> float:
    """How alike two names are, 0-1, in any scripts; a surname alone is as good as the whole name."""
    left, right = old.split(), new.split()
    shorter, longer = sorted((left, right), key=len)
    parts = [" ".join(longer[at : at + len(shorter)]) for at in range(len(longer) - len(shorter) + 1)]
    return max(same_name(" ".join(shorter), part, inflected=inflected) for part in (*parts, " ".join(longer)))


def _is_swap(comparison: Comparison, one: tuple[Speaker, Speaker], other: tuple[Speaker, Speaker]) -> bool:
    """Whether two statements have each the other's speaker."""
    crossed = ((one[0], other[1]), (other[0], one[1]))
    return all((_likeness(comparison, *pair) or 0.0) >= NAMED for pair in crossed)


def _stands_here(article: Article, segments: Sequence[Segment], speaker: Speaker, own: Speaker) -> bool:
    """Whether a passage names the speaker of the other text's statement, beside its own."""
    if speaker.kind == "outlet":
        return any(each.code == speaker.code for segment in segments for each in outlets_in(article, segment))
    aside = frozenset(_WORD.findall(own.name))
    return any(stands_in(form, article, segments, aside) for form in _forms(speaker))


def stands_in(name: str, article: Article, segments: Sequence[Segment], aside: frozenset[str] = frozenset()) -> bool:
    """Whether a name, or its last word, stands in a passage in any spelling; the words `aside` are not asked."""
    last = name.split()[-1]
    words = {
        match.group() for segment in segments for match in _WORD.finditer(article.words_of(segment))
        if match.group()[:1].isupper() or (not _CASED.match(match.group()) and _may_be_name(match.group()))
    }  # fmt: skip
    least = {word: NAMED if _CASED.match(word) else NAMED_UNCASED for word in words - aside}
    return any(likeness(last, word) >= least[word] for word in sorted(least))


def _may_be_name(word: str) -> bool:
    """Whether a word without capitals is no particle: two letters are a name only where each is a syllable."""
    return len(word) > _PARTICLE or bool(_SYLLABLES.match(word))


def _confidence(comparison: Comparison, pair: Pair, old: Speaker, new: Speaker, swapped: bool) -> float:
    assert pair.old is not None
    assert pair.new is not None
    confidence = 0.75 if comparison.same_language else 0.65
    if pair.old.type == pair.new.type == "direct" or swapped:
        confidence += 0.1
    if old.resolved or new.resolved:
        confidence -= 0.15
    if old.kind == "body":
        confidence -= 0.05
    ours, theirs = _counterparts(comparison)
    if id(old.entity) in ours and id(new.entity) in theirs:
        confidence += 0.05  # the copy names both, each by another name than the other's
    return round(min(confidence, 0.95), 2)
