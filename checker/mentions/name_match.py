"""Whether two names are the same name, across spellings, endings and scripts.

`same_name` scores two names 0-1: 1 for equal ones and for two names of one person or body in the alias table
(`name_known`), 0 for two that are known to be different. Else both are put in Latin letters (`name_letters`), words of
the shorter are paired with words of the longer, each pair is scored by an edit distance that knows what is written for
what (`name_spelling`), and the weakest pair weighs 80 %. Words that may be missing (particles, patronymics) are passed
over; initials stand for what they begin; a Korean or Chinese given name may be one word, two, or hyphenated.

Scores from `SAME` up are variants of one name; from `CLOSE` up a spelling to look at, not a variant for sure. Of
several candidates only the mutual best should be taken (`name_entities.paired`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from retold.checker.mentions.name_known import known
from retold.checker.mentions.name_letters import Letters, ascii_words, letters
from retold.checker.mentions.name_spelling import (
    family_names,
    given_names,
    is_family_name,
    profiles_of,
    skeleton,
    spellings,
    word_score,
)
from retold.checker.mentions.phrases import fold

SAME = 0.87
CLOSE = 0.7

_MISSING_WORD = 0.95
_INITIAL = 0.9
_GIVEN = 0.96
_MOST_WORDS = 8
_SURE = 0.97
_ALSO = (
    ("j", ""),
    ("h", "g"),
    ("kh", ""),
    ("ch", "k"),
    ("c", "s"),
    ("g", "j"),
    ("dzh", "g"),
    ("dj", "j"),
    ("dz", "j"),
    ("j", "g"),
    ("x", "k"),
    ("th", "s"),
)
"""First letters that languages say in different ways: Yuri is Jurij, Hrytsenko Gritsenko, George Джордж."""
_HALF_ALIKE = 55
_HOPELESS = 0.5
"""A word less like any of the other name's than this makes it another name, whatever the rest."""
_UNDIVIDED = {"han", "hangul"}
"""Scripts that write a name without spaces."""


@lru_cache(maxsize=65536)
def same_name(one: str, two: str, *, inflected: bool = False) -> float:
    """How likely two names are spellings of one (0-1). A name may lack words of the other: a surname, a middle name.

    `inflected`: names may carry the case endings of a Slavic language; in Cyrillic they always may.
    """
    if fold(one) == fold(two):
        return 1.0
    ours, theirs = known(one), known(two)
    if ours is not None and theirs is not None:
        return 1.0 if ours == theirs else 0.0
    return spelled_alike(one, two, inflected=inflected)


@lru_cache(maxsize=65536)
def spelled_alike(one: str, two: str, *, inflected: bool = False) -> float:
    """The same by the letters alone, without the alias table."""
    left, right = sorted((letters(one), letters(two)), key=lambda each: (len(each.words), each.words, each.script))
    if not left.words or not right.words:
        return 0.0
    if "".join(left.words) == "".join(right.words):
        return 1.0
    profiles = profiles_of(left, right, inflected)
    best = 0.0
    for short, long in _divisions(left, right):
        best = max(best, _paired(short, long, profiles))
        if best >= _SURE:
            break
    return best


@lru_cache(maxsize=65536)
def sounds(name: str) -> frozenset[str]:
    """What the words of a name begin with, by class of consonants: only names that share one can be the same."""
    found = letters(name)
    words = {word for each in (_that_count(found.words), *map(_that_count, found.divided)) for word in each}
    if found.script == "arabic":
        words |= {word[1:] for word in words if word[0] == "l" and len(word) > 3}  # the article
    longer = {word for word in words if len(word) > 1} or words
    return frozenset(sound for word in longer for sound in _beginnings(word))


def _beginnings(word: str) -> Iterator[str]:
    """The first two consonants of a word by class, in every way that its first letter may be meant."""
    yield skeleton(word)[:2] or word
    for written, meant in _ALSO:
        if word.startswith(written):
            yield skeleton(meant + word[len(written) :])[:2] or word


def may_be_one(one: str, two: str) -> bool:
    """Whether two names could be one: a cheap question to ask of many names before `same_name`.

    In one script half of the letters must agree; across scripts, the beginning of a word by its consonants.
    """
    ours, theirs = letters(one), letters(two)
    if ours.script != theirs.script:
        return bool(sounds(one) & sounds(two))
    from rapidfuzz.fuzz import partial_ratio, ratio

    compare = ratio if len(ours.words) == len(theirs.words) else partial_ratio
    alike = compare("".join(sorted(ours.words)), "".join(sorted(theirs.words)))
    return alike >= _HALF_ALIKE or _initials_only(ours, theirs)


def _initials_only(one: Letters, two: Letters) -> bool:
    return any(len(word) == 1 for name in (one, two) for word in name.words)


def shares_word(one: str, two: str) -> bool:
    """Whether two names have a word of three letters or more in common, so that one may stand in the other's place."""
    ours: Sequence[str] = ascii_words(one)
    return bool({word for word in ours if len(word) > 2} & set(ascii_words(two)))


def differing_words(one: str, two: str) -> float:
    """How alike the words are that two names do not share (0-1): Dauden and Dowden, not Keller and Hoffmann."""
    ours, theirs = ascii_words(one), ascii_words(two)
    left = [word for word in ours if word not in theirs]
    right = [word for word in theirs if word not in ours]
    return max((word_score(word, other) for word in left for other in right), default=1.0)


def _divisions(left: Letters, right: Letters) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The ways to set the words of two names side by side: as written, less small words, then divided otherwise.

    Where both have as many words, each has its own: written as one they would look more alike than they are. So it is
    with the syllables of a Korean or Chinese name.
    """
    ours, theirs = _that_count(left.words), _that_count(right.words)
    for name, other in ((left, right), (right, left)):
        if name.script in _UNDIVIDED and len(name.words) == 1 and other.script not in _UNDIVIDED:
            fitting = [each for each in name.divided if len(each) == len(other.words) > 1]
            if fitting and is_family_name(fitting[0][0], "korean" if name.script == "hangul" else "chinese"):
                yield from ((each, other.words) for each in fitting)
                return
    yield ours, theirs
    as_many = len(left.words) == len(right.words) and len(ours) == len(theirs)
    if as_many and not {left.script, right.script} & _UNDIVIDED:
        return
    for mine in _others(left, ours):
        for yours in _others(right, theirs):
            if len(mine) == len(yours) and (mine, yours) != (ours, theirs):
                yield mine, yours


def _others(name: Letters, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    yield words
    yield from (_that_count(each) for each in name.divided if each)
    if 2 <= len(words) <= 4:
        for i in range(len(words) - 1):
            yield (*words[:i], words[i] + words[i + 1], *words[i + 2 :])
        if len(words) == 3:
            yield ("".join(words),)


@lru_cache(maxsize=65536)
def _that_count(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name less particles, patronymics and Jr., as long as something stays."""
    small = spellings()["words"]
    particles, patronymics, generations = small["particles"], tuple(small["patronymics"]), small["generations"]
    kept = words
    if len(words) > 1:
        kept = tuple(word for word in kept if word not in particles and word not in generations) or words
    if len(kept) > 2:
        kept = (kept[0], *(word for word in kept[1:-1] if not word.endswith(patronymics)), kept[-1])
    return kept[:_MOST_WORDS]


def _paired(short: tuple[str, ...], long: tuple[str, ...], profiles: tuple[str, ...]) -> float:
    if len(short) > len(long):
        short, long = long, short
    left = list(long)
    scores: list[float] = []
    for word in short:
        best = max(left, key=lambda other: (_word(word, other, profiles), other))
        scores.append(_word(word, best, profiles))
        if scores[-1] < _HOPELESS:
            return scores[-1]
        left.remove(best)
    score = 0.8 * min(scores) + 0.2 * sum(scores) / len(scores)
    return score * _MISSING_WORD if left else score


def _word(one: str, two: str, profiles: tuple[str, ...]) -> float:
    if one == two:
        return 1.0
    score = word_score(one, two, profiles)
    if 1 in (len(one), len(two)) and one[0] == two[0]:
        return max(score, _INITIAL)
    if score < _GIVEN and given_names(one) & given_names(two):
        return _GIVEN
    if score < _GIVEN and "korean" in profiles and family_names(one) & family_names(two):
        return _GIVEN
    return score
