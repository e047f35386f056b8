"""How alike two attributed statements are, in one language or in two, without an encoder.

In one language the words of what is credited decide; in two, what both languages write alike: figures, dates, places
and names by their consonants. Where neither tells anything, place, length and quotation marks do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.name import PLACES
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_spelling import skeleton
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Mention, Segment

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORD = 4
"""Letters from which a word says something about what a statement is about."""
_STEM = 6
"""Letters by which words of one language are compared, so that endings do not count."""
_LONGEST = 600
"""Characters of a statement that are looked at: more say no more."""
_LEAST_BONES = 2
_NEUTRAL = 0.5
"""What a feature is worth that one of the statements does not have."""

FACTS = ("number", "date", "name")


def words(article: Article, mention: Attribution) -> frozenset[str]:
    """What tells in the words of a statement, in a form that can be compared within its language."""
    return _kept(article, mention, "words")


def facts(article: Article, mention: Attribution) -> frozenset[str]:
    """The figures, dates, places and names of a statement, in a form that can be compared across languages."""
    return _kept(article, mention, "facts")


def _kept(article: Article, mention: Attribution, what: str) -> frozenset[str]:
    known: dict[Attribution, frozenset[str]] = article.memo.setdefault(("statement", what), {})
    found = known.get(mention)
    if found is None:
        found = known[mention] = _words(article, mention) if what == "words" else _facts(article, mention)
    return found


def _words(article: Article, mention: Attribution) -> frozenset[str]:
    return frozenset().union(*(telling(article, span.start, span.end) for span in mention.content))


def telling(article: Article, start: int, end: int) -> frozenset[str]:
    """The stems of the longer words of a stretch; pairs of characters in scripts without spaces."""
    low = fold(article.text[start : min(end, start + _LONGEST)])
    if not language.load(article.language).spaced:
        letters = "".join(_WORD.findall(low))
        return frozenset(letters[at : at + 2] for at in range(len(letters) - 1))
    found = _WORD.findall(low)
    stems = [word[:_STEM] for word in found if len(word) >= _LEAST_WORD or word.isdecimal()]
    return frozenset(stems or found)


def _facts(article: Article, mention: Attribution) -> frozenset[str]:
    found: set[str] = set()
    for extractor in FACTS:
        every, starts = _in_order(article, extractor)
        for span in mention.content:
            first, last = bisect_left(starts, span.start), bisect_right(starts, span.end - 1)
            for each in every[first : min(last, first + 40)]:
                if extractor != "name":
                    found.add(f"{extractor} {each.value}")
                elif getattr(each, "type", "") in PLACES:
                    found.add(f"place {each.value}")
                else:
                    found.update(bones(each.text))
    return frozenset(found)


def _in_order(article: Article, extractor: str) -> tuple[tuple[Mention, ...], list[int]]:
    key = ("starts", extractor)
    every = mentions.of(article, extractor)
    if key not in article.memo:
        article.memo[key] = [mention.start for mention in every]
    return every, article.memo[key]


def bones(name: str) -> frozenset[str]:
    """The consonants of a name's words, by sound: what is left of it in another spelling or script."""
    found = (skeleton(word) for word in ascii_words(name))
    return frozenset(f"name {each}" for each in found if len(each) >= _LEAST_BONES)


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets have in common, 0-1: the mean of the shares in the smaller and in the larger."""
    if not one or not other:
        return 0.0
    common = len(one & other)
    return (common / min(len(one), len(other)) + common / max(len(one), len(other))) / 2


def likeness(
    comparison: Comparison, old: Attribution, new: Attribution, originals: Iterable[Segment], copies: Iterable[Segment]
) -> float:
    """How likely two statements of linked passages are one, 0-1."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    place = 1 - abs(_place(old, originals) - _place(new, copies))
    form = 1.0 if (old.type == "indirect") == (new.type == "indirect") else 0.4
    size = _size(comparison, old, new)
    source = _sources(comparison, old, new)
    if comparison.same_language:
        common = share(words(original, old), words(copy, new))
        return 0.6 * common + 0.15 * source + 0.1 * form + 0.1 * place + 0.05 * size
    ours, theirs = facts(original, old), facts(copy, new)
    common = share(ours, theirs) if ours and theirs else _NEUTRAL if not ours and not theirs else 0.7 * _NEUTRAL
    if comparison.order == "monotonic":  # a translation keeps the order, and its speakers may have changed places
        return 0.3 * common + 0.1 * source + 0.15 * form + 0.3 * place + 0.15 * size
    return 0.3 * common + 0.2 * source + 0.15 * form + 0.2 * place + 0.15 * size


def _place(mention: Attribution, segments: Iterable[Segment]) -> float:
    """Where in its passage the middle of a statement stands, 0-1."""
    passage = list(segments)
    first, last = passage[0].start, passage[-1].end
    middle = (mention.content[0].start + mention.content[-1].end) / 2 if mention.content else mention.start
    return min(1.0, max(0.0, (middle - first) / max(1, last - first)))


def _size(comparison: Comparison, old: Attribution, new: Attribution) -> float:
    """How alike the lengths of two statements are, 0-1, as the whole texts' lengths are to each other."""
    assert comparison.original is not None
    scale = min(3.0, max(0.2, len(comparison.copy.text) / max(1, len(comparison.original.text))))
    if comparison.same_language:
        scale = 1.0
    ours = scale * sum(span.end - span.start for span in old.content)
    theirs = sum(span.end - span.start for span in new.content)
    return min(ours, theirs) / max(ours, theirs, 1.0)


def _sources(comparison: Comparison, old: Attribution, new: Attribution) -> float:
    """How alike two sources are, 0-1: words in one language, names by their consonants in two; pronouns say nothing."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if not old.source or not new.source or _is_pronoun(original, old) or _is_pronoun(copy, new):
        return _NEUTRAL
    if comparison.same_language:
        return share(frozenset(_WORD.findall(old.source_form)), frozenset(_WORD.findall(new.source_form)))
    ours, theirs = _named(original, old), _named(copy, new)
    if not ours or not theirs:
        return _NEUTRAL
    return 1.0 if ours & theirs else 0.2


def _named(article: Article, mention: Attribution) -> frozenset[str]:
    """The words of a source that may be a name's: with a capital, or all of them in a script without capitals."""
    found: set[str] = set()
    for span in mention.source:
        for word in article.text[span.start : span.end].split():
            if not word[:1].islower():
                found |= bones(word)
    return frozenset(each for each in found if len(each) > len("name ") + 1)


def _is_pronoun(article: Article, mention: Attribution) -> bool:
    reading = read(article, language.load(article.language))
    return reading is not None and reading.lexicon.has("pronouns", mention.source_form)
