"""Which linked statements have different speakers: names compared across spellings and scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.attribution_lexicon import Lexicon
from retold.checker.mentions.grouping import inside
from retold.checker.model import Article, Passage, Segment

DIFFERENT = 0.6
"""Likeness of two names below which they are two people's."""

NAMED = 0.72
"""Likeness of a surname and a word of a passage from which the passage may name the person."""

_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_HAN = re.compile("[\u3400-\u9fff]")
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")
_BETWEEN = frozenset("de da do dos del della di van von der den el al bin ibn la le du y e".split())


@dataclass(frozen=True)
class Change:
    """A statement with two speakers."""

    old: Passage
    new: Passage
    similarity: float
    confidence: float


def changed(comparison: Comparison) -> Iterator[Change]:
    """The linked statements whose named speakers differ."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for _, originals, copies in comparison.linked_pairs():
        for ours, theirs in _pairs(original, copy, originals, copies):
            change = _compare(comparison, ours, theirs, originals, copies)
            if change is not None:
                yield change


def _pairs(
    original: Article, copy: Article, originals: Sequence[Segment], copies: Sequence[Segment]
) -> list[tuple[Attribution, Attribution]]:
    ours, theirs = _spoken(original, originals), _spoken(copy, copies)
    if len(ours) == len(theirs) == 1:
        return [(ours[0], theirs[0])]
    quoted = [m for m in ours if m.type == "direct"], [m for m in theirs if m.type == "direct"]
    return list(zip(*quoted, strict=True)) if len(quoted[0]) == len(quoted[1]) else []


def _spoken(article: Article, segments: Sequence[Segment]) -> list[Attribution]:
    return [
        mention for mention in inside(article, "attribution", segments)
        if isinstance(mention, Attribution) and mention.credits and mention.source
    ]  # fmt: skip


def _compare(
    comparison: Comparison,
    ours: Attribution,
    theirs: Attribution,
    originals: Sequence[Segment],
    copies: Sequence[Segment],
) -> Change | None:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    old, new = person(original, ours), person(copy, theirs)
    if old is None or new is None or not comparable(old.text, new.text):
        return None
    similarity = likeness(old.text, new.text)
    if similarity >= DIFFERENT:
        return None
    if stands_in(new.text, original, originals) or stands_in(old.text, copy, copies):
        return None
    confidence = 0.75 if comparison.same_language else 0.65
    if ours.type == theirs.type == "direct":
        confidence += 0.1
    return Change(old, new, similarity, confidence)


def comparable(old: str, new: str) -> bool:
    """Han names have a reading for each language: without a table they cannot be compared with other scripts."""
    return bool(_HAN.search(old)) == bool(_HAN.search(new))


def likeness(old: str, new: str) -> float:
    """How alike two names are, 0-1, in any scripts; a surname alone is as good as the whole name."""
    from retold.checker.mentions.name_match import same_name

    left, right = old.split(), new.split()
    shorter, longer = sorted((left, right), key=len)
    parts = [" ".join(longer[at : at + len(shorter)]) for at in range(len(longer) - len(shorter) + 1)]
    return max(same_name(" ".join(shorter), part) for part in (*parts, " ".join(longer)))


def person(article: Article, mention: Attribution) -> Passage | None:
    """The name in a source: its run of capitalised words that are no office; None when it names nobody for sure."""
    reading = read(article, language.load(article.language))
    if reading is None or not mention.source:
        return None
    span = mention.source[0]
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    last = span.start
    for word in _WORD.finditer(article.text, span.start, span.end):
        joined = not article.text[last : word.start()].strip(" .\u00a0")
        if not joined:
            run = []
        last = word.end()
        if _is_name_word(reading.lexicon, word.group()):
            run = [*run, word]
            best = run if len(run) > len(best) else best
        elif not (run and word.group() in _BETWEEN):
            run = []
    if len(best) < 2 or not _CASED.match(best[0].group()) or not _stands_alone(article, reading.lexicon, mention, best):
        return None
    return article.passage(best[0].start(), best[-1].end())


def _stands_alone(article: Article, lexicon: Lexicon, mention: Attribution, name: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but an office stands before the name and nothing after it: what has an article may be no person,
    and its name is translated ("the White House")."""
    span = mention.source[0]
    before = _WORD.findall(article.text, span.start, name[0].start())
    after = article.text[name[-1].end() : span.end].strip()
    titled = not before or lexicon.has("roles", before[-1].lower()) or _is_office(lexicon, before)
    return titled and after[:1] in ("", ",", "(")


def _is_office(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Whether words before a name are an office with what it is of: "мэр города", "the head of the department"."""
    last = words[-1]
    if len(last) <= 3 or not all(word.islower() or word is words[0] for word in words) or lexicon.keys.get(last):
        return False
    return any(lexicon.has("roles", word.lower()) for word in words[:-1])


def _is_name_word(lexicon: Lexicon, word: str) -> bool:
    if not word[:1].isupper() or word.isupper():
        return False
    return not any(lexicon.has(key, word.lower()) for key in ("roles", "articles", "pronouns"))


def stands_in(name: str, article: Article, segments: Sequence[Segment]) -> bool:
    """Whether a name, or its last word, stands in a passage in any spelling."""
    last = name.split()[-1]
    words = {
        match.group() for segment in segments for match in _WORD.finditer(article.words_of(segment))
        if match.group()[:1].isupper() or not _CASED.match(match.group())
    }  # fmt: skip
    return any(likeness(last, word) >= NAMED for word in sorted(words))
