"""Names that another name stands for in a copy in another language: each come name beside the lost one it replaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.checker.compare import Comparison
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_match import CLOSE, same_name
from retold.checker.mentions.name_spelling import skeleton, word_score
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article
from retold.rules.name_judge import Swap
from retold.rules.name_place import REGIONS, cased
from retold.rules.name_unmatched import FULL, TITLED, UNSURE, WORD, Passage, Unmatched, passages

_APART = 0.35
"""Two names that stand for one another stand at about the same place of their passages."""


_MOST = 4
"""More new names than this in one passage: another text."""


def instead(comparison: Comparison, told: Sequence[Swap]) -> Iterator[Swap]:
    """Names of the copy that are others than the original's, those already told aside."""
    for passage in passages(comparison):
        old = [each for each in passage.lost if not any(each.name is swap.old for swap in told)]
        new = [each for each in passage.come if not any(each.name is swap.new for swap in told)]
        if new and (not comparison.same_language or _agree(comparison, passage)):
            yield from _swaps(comparison, old, new)


def _agree(comparison: Comparison, passage: Passage) -> bool:
    """Whether two passages in one language say the same by their words, so that a new name is no news."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    ours = {word for each in passage.originals for word in _WORDS.findall(fold(original.words_of(each)))}
    theirs = {word for each in passage.copies for word in _WORDS.findall(fold(copy.words_of(each)))}
    return len(ours & theirs) >= _AGREE * min(len(ours), len(theirs))


def _swaps(comparison: Comparison, lost: Sequence[Unmatched], come: Sequence[Unmatched]) -> Iterator[Swap]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    free = list(lost)
    for new in come:
        place = new.name.type in PLACES
        old = _nearest(original, copy, new, [each for each in free if (each.name.type in PLACES) == place])
        if old is None and new.sure > UNSURE and not place:
            old = _nearest(original, copy, new, free)
        if old is not None:
            free.remove(old)
            if place and old.name.type != new.name.type:  # Beijing for China
                continue
            if not _may_be_one(old.name, new.name) and (new.sure > UNSURE or _clear(old, new, lost, come)):
                plain = old.sure > UNSURE or new.sure > WORD
                yield Swap(old.name, new.name, _sure_of_both(old, new), "major" if plain else "minor", "name")
        elif place and (new.name.value in REGIONS or any(each.name.type in PLACES for each in lost)):
            continue
        elif (
            new.sure > UNSURE
            and not new.partly
            and len(come) <= _MOST
            and (len(new.name.text) >= _LEAST_LETTERS or new.name.text.isupper())
        ):
            full = new.sure == FULL and not place and cased(original) and len(ascii_words(new.name.text)) > 1
            yield Swap(None, new.name, 0.52 if place else _ALONE[new.sure], "major" if full else "minor", "new")


_ALONE = {FULL: 0.64, TITLED: 0.62, WORD: 0.56}
_LEAST_LETTERS = 5
_AGREE = 0.5
_WORDS = re.compile(r"\w{3,}")


def _clear(old: Unmatched, new: Unmatched, lost: Sequence[Unmatched], come: Sequence[Unmatched]) -> bool:
    """Whether a new name, in a language whose common words are not known, stands for an old one without doubt.

    It must be the one new name beside the one lost, and a full name beside a full name.
    """
    full = len(ascii_words(old.name.text)) > 1 < len(ascii_words(new.name.text))
    titled = "person" in (old.name.type, new.name.type)
    return old.sure >= TITLED and len(lost) == len(come) == 1 and (full or titled)


def _may_be_one(old: Name, new: Name) -> bool:
    """Whether two names may be one in two scripts: alike, or with one word in common and the other of like sound."""
    if same_name(old.text, new.text) >= CLOSE:
        return True
    ours, theirs = ascii_words(old.text), ascii_words(new.text)
    if old.text.isascii() == new.text.isascii() or len(ours) != len(theirs) or len(ours) < 2:
        return False
    return word_score(ours[0], theirs[0]) >= CLOSE and skeleton(ours[-1])[:1] == skeleton(theirs[-1])[:1]


def _sure_of_both(old: Unmatched, new: Unmatched) -> float:
    if min(old.sure, new.sure) > UNSURE:
        return 0.82 if max(old.sure, new.sure) >= TITLED else 0.75
    return 0.7 if max(old.sure, new.sure) >= TITLED else 0.62 if max(old.sure, new.sure) > UNSURE else 0.4


def _nearest(original: Article, copy: Article, new: Unmatched, lost: list[Unmatched]) -> Unmatched | None:
    """The lost name that stands at most nearly the same place of its passage."""
    here = _place(copy, new.name)
    near = [(abs(_place(original, each.name) - here), -each.sure, each.name.start, each) for each in lost]
    best = min(near, key=lambda each: each[:3], default=None)
    return best[3] if best is not None and best[0] <= _APART else None


def _place(article: Article, name: Name) -> float:
    """Where in its segment a name stands, 0-1."""
    segment = article.segment_at(name.start)
    if segment is None or segment.end <= segment.start:
        return 0.0
    return (name.start - segment.start) / (segment.end - segment.start)
