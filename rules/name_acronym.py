"""An abbreviation of another organisation than the one it stands beside or for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.name import Name
from retold.checker.mentions.name_known import known, table
from retold.checker.mentions.phrases import UPPER, Phrases, fold
from retold.checker.model import Article, Finding, Passage, Segment, Span
from retold.checker.rule import Rule
from retold.rules.name_place import cased

_BRACKETED = re.compile(rf"\s?[(（](?P<short>[{UPPER}][{UPPER}\d.-]{{1,8}})[)）]")
_CAPITALS = re.compile(rf"(?<![a-zA-Z0-9{UPPER}])[{UPPER}]{{2,8}}(?![a-z0-9{UPPER}])")
_WORD = re.compile(r"[^\s()\[\],;:.!?\"“”«»„]+")
_FAR_BEFORE, _MOST_WORDS = 90, 7
_KINDS = ("organisation:", "source:")
_BODIES = {"UN": "organisation:un", "EU": "organisation:eu"}
"""Bodies that are found as places."""
_BESIDE, _INSTEAD, _NEW_LETTERS = 0.85, 0.8, 0.72


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Two spans that should name one body: the abbreviation in the copy, and what it stands beside or for."""

    old: Passage | None
    new: Passage
    beside: str
    short: str
    confidence: float


class AcronymMismatch(Rule):
    """An abbreviation in the copy does not belong to the organisation it stands for.

    What it does
        Reads the abbreviation in brackets behind a name, "World Health Organization (WHO)", and looks both up in the
        table of known bodies; and, in linked passages, the abbreviations of bodies that only one of the two texts
        knows. In one language an abbreviation in brackets that differs from the original's behind the same name counts
        too. Abbreviations of one body in different languages are equal: NATO, OTAN, НАТО.

    Why it matters
        A letter makes another body of it: the WHO and the WTO have little to do with one another.

    Fires
        original [en]: The World Health Organization (WHO) praised the plan.
        copy [de]: Die Weltgesundheitsorganisation (WTO) lobte den Plan.

    Stays silent
        original [en]: Ministers of NATO met in Oslo on Tuesday.
        copy [fr]: Les ministres de l'OTAN se sont réunis mardi à Oslo.
    """

    id = "acronym-mismatch"
    group = "name"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "copy-data:names")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for each in mismatches(comparison):
            if each.old is None:
                message = f"The copy writes “{each.short}” behind “{each.beside}”, which it does not stand for."
            else:
                message = f"The original speaks of “{each.beside}”; the copy writes “{each.short}”."
            yield self.finding(
                message, confidence=each.confidence, original=[each.old] if each.old else (), copy=[each.new]
            )


def mismatches(comparison: Comparison) -> tuple[Mismatch, ...]:
    """All abbreviations of another body; computed once."""
    kept = vars(comparison)
    if "acronym mismatches" not in kept:
        beside = list(_beside(comparison))
        told = [each.new for each in beside]
        instead = [each for each in _instead(comparison) if not any(each.new.start == new.start for new in told)]
        kept["acronym mismatches"] = (*beside, *instead)
    found: tuple[Mismatch, ...] = kept["acronym mismatches"]
    return found


def concerns(comparison: Comparison, old: Span | None, new: Span) -> bool:
    """Whether an abbreviation that is spoken of stands in one of these places."""
    return any(
        (each.new.start < new.end and new.start < each.new.end)
        or (each.old is not None and old is not None and each.old.start < old.end and old.start < each.old.end)
        for each in mismatches(comparison)
    )


def _beside(comparison: Comparison) -> Iterator[Mismatch]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    pairs = list(_bracketed(copy))
    if not pairs:
        return
    before = {_plain(name): short for name, short, _ in _bracketed(original)}
    for name, short, span in pairs:
        full, brief = known(name), known(short)
        passage = copy.passage(span.start, span.end)
        if full is not None and brief is not None:
            if full != brief:
                yield Mismatch(None, passage, name, short, _BESIDE)
        elif comparison.same_language:
            there = before.get(_plain(name))
            if there is not None and _plain(there) != _plain(short):
                yield Mismatch(None, passage, name, short, _NEW_LETTERS)


def _bracketed(article: Article) -> Iterator[tuple[str, str, Span]]:
    """Names with an abbreviation in brackets behind: the longest in the table, else a word for each letter."""
    text = article.text
    if "(" not in text and "（" not in text:
        return
    for match in _BRACKETED.finditer(text):
        short = match["short"]
        words = list(_WORD.finditer(text, max(0, match.start() - _FAR_BEFORE), match.start()))[-_MOST_WORDS:]
        if not words or words[-1].end() != match.start():
            continue
        starts = [word.start() for word in words]
        body = next((start for start in starts if known(text[start : match.start()]) is not None), None)
        start = body if body is not None else starts[-min(len(starts), len(short))]
        yield text[start : match.start()], short, Span(match.start("short"), match.end("short"))


def _instead(comparison: Comparison) -> Iterator[Mismatch]:
    """Known bodies of linked passages that the other text has nowhere, one of them abbreviated."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    here, there = {key for key, *_ in _bodies(original)}, {key for key, *_ in _bodies(copy)}
    if not here - there or not there - here:
        return
    for _, originals, copies in comparison.linked_pairs():
        old = _within(original, originals, here - there)
        new = _within(copy, copies, there - here)
        if len(old) == len(new) == 1 and (_is_short(old[0].text) or _is_short(new[0].text)):
            yield Mismatch(old[0], new[0], old[0].text, new[0].text, _INSTEAD)


def _within(article: Article, segments: Sequence[Segment], keys: set[str]) -> list[Passage]:
    """The first mention of each of some bodies in some segments, in order."""
    found: dict[str, Passage] = {}
    for key, start, end in _bodies(article):
        if key in keys and any(segment.start <= start < segment.end for segment in segments):
            found.setdefault(key, article.passage(start, end))
    return list(found.values())


def _bodies(article: Article) -> tuple[tuple[str, int, int], ...]:
    """The known bodies of a text, as (key, start, end) in order; computed once."""
    if "known bodies" not in article.memo:
        article.memo["known bodies"] = tuple(sorted(set(_found_bodies(article)), key=lambda each: each[1:]))
    found: tuple[tuple[str, int, int], ...] = article.memo["known bodies"]
    return found


def _found_bodies(article: Article) -> Iterator[tuple[str, int, int]]:
    names = [name for name in mentions.in_story(article, "name") if isinstance(name, Name)]
    for name in names:
        key = _BODIES.get(name.value or "") if name.type == "territory" else known(name.text)
        if key is not None and key.startswith(_KINDS):
            yield key, name.start, name.end
    for match in _CAPITALS.finditer(article.text):
        key = known(match.group())
        if key is not None and key.startswith(_KINDS):
            yield key, match.start(), match.end()
    if cased(article):
        return
    phrases, keys = _uncased()
    folded = fold(article.text)
    taken = [(name.start, name.end) for name in names]
    for start, end, mark in phrases.find(folded):
        if not any(start < last and first < end for first, last in taken):
            yield keys[mark], start, end


@lru_cache(maxsize=1)
def _uncased() -> tuple[Phrases, dict[str, str]]:
    """The table's bodies as scripts without capitals write them."""
    keys: dict[str, str] = {}
    for kind, entries in table().items():
        for key, names in entries.items():
            for name in names:
                if f"{kind}:" in _KINDS and len(name) > 1 and name.lower() == name.upper():
                    keys.setdefault(fold(name), f"{kind}:{key}")
    return Phrases(keys, inside_words=True), keys


def _is_short(name: str) -> bool:
    letters = name.replace(".", "").replace("-", "")
    return 1 < len(letters) < 8 and letters.isupper()


def _plain(words: str) -> str:
    return " ".join(fold(words).replace(".", "").split())
