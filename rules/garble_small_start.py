"""Sentences that start with a small letter: cut from the words before them, or split in the middle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from retold.checker.language import Language
from retold.checker.model import Article
from retold.rules.garble import Defect, quotation, quoted, running_text, words

LOWER_START_HABIT = 4
"""From this many small starts on they are asked whether they are the text's style."""

LOWER_START_SHARE = 0.34
"""Share of the sentences that start small from which it is one."""

SENTENCE_LENGTH = 40
"""Characters of the shortest paragraph that is asked for a capital; shorter ones may be captions or items of a list."""

_FULL_STOPS = frozenset('.!?…"”»“')
_STOP = re.compile(r"(?<=[^\W\d_]{2})\.[ \u00a0]+(?=[^\W\d_])")
_STOP_OR_MARK = re.compile(r"(?<=[^\W\d_]{2})[.!?][ \u00a0]+(?=[^\W\d_])")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*$")
_FIRST_WORD = re.compile(r"[^\s,;:!?()\"“”«»]+")
_LETTERS_BEFORE = 40
_ABBREVIATION_LISTS = ("titles", "numbered", "common", "final", "after_figure")


def small_starts(article: Article, known: Language) -> list[Defect]:
    """Small starts after a full stop and at the beginning of paragraphs; none where they are the text's style."""
    found = list(_lower_starts(article, known))
    if len(found) >= LOWER_START_HABIT and len(found) > LOWER_START_SHARE * len(article.body):
        return []
    return [*found, *_small_beginnings(article, known)]


def _lower_starts(article: Article, known: Language) -> Iterator[Defect]:
    """Sentences that start with a small letter after a full stop."""
    text = article.text
    stop = _STOP_OR_MARK if known.section("garble").get("capital_after_mark") else _STOP
    for span in running_text(article):
        for match in stop.finditer(text, span.start, span.end):
            if not _is_small(text[match.end()]):
                continue
            first = _FIRST_WORD.match(text, match.end(), span.end)
            last = _LAST_WORD.search(text, max(span.start, match.start() - _LETTERS_BEFORE), match.start())
            if (
                first is None
                or last is None
                or text[last.start() - 1] == "."
                or not _is_small_start(first.group(), last.group(), known)
                or _is_name(text, match.end(), known)
            ):
                continue
            mark = match.group()[0]
            if mark != "." and (not last.group().islower() or quoted(article, match.start())):
                continue  # Yahoo! says, and what people say
            confidence = 0.85 if last.group().islower() and len(last.group()) > 3 and mark == "." else 0.65
            if first.group().endswith(".") and text[first.end() : first.end() + 1] in ("", " ", "\n"):
                confidence = max(confidence, 0.85)
            speech = quotation(article, match.end())
            if speech is not None:
                if article.text[speech.start : speech.end].lstrip("“”„«»\"'‘ \u00a0\u202f")[:1].islower():
                    continue  # a message written in small letters throughout
                confidence -= 0.1
            if not words(known, "abbreviations"):
                confidence -= 0.55
            message = f"A sentence starts with a small letter, “{first.group().rstrip('.')}”: it was split or cut."
            severity = None if mark == "." else "minor"
            yield Defect("small-start", last.start(), first.end(), message, confidence, severity)


def _is_small(letter: str) -> bool:
    """Whether a letter is small in an alphabet that starts sentences with a capital (Georgian has no such use)."""
    return letter.islower() and (letter < "\u0590" or "\u1e00" <= letter <= "\u1fff")


def _is_name(text: str, at: int, known: Language) -> bool:
    """Whether small particles of a name stand here, a capital after them (van der Berg)."""
    for match in islice(_FIRST_WORD.finditer(text, at, at + _LETTERS_BEFORE), 4):
        if match.group()[:1].isupper():
            return True
        if match.group() not in words(known, "particles"):
            return False
    return False


def _small_beginnings(article: Article, known: Language) -> Iterator[Defect]:
    """Paragraphs of a sentence or more that begin with a small letter; only an original that does not tells a style."""
    if not words(known, "abbreviations"):
        return
    for span in running_text(article):
        if not _is_small(article.text[span.start]) or span.end - span.start < SENTENCE_LENGTH:
            continue
        first = _FIRST_WORD.match(article.text, span.start, span.end)
        if (
            first is None
            or article.text[span.end - 1] not in _FULL_STOPS
            or not _is_small_start(first.group(), "", known)
        ):
            continue
        message = f"The paragraph begins with a small letter: “{first.group()}”."
        yield Defect("small-beginning", span.start, first.end(), message, 0.45, "minor")


@lru_cache(maxsize=None)
def _abbreviations(known: Language) -> frozenset[str]:
    """Abbreviations of the language, those the segmentation knows included, in small letters without their stop."""
    segmentation = known.section("segmentation")
    listed = [entry for key in _ABBREVIATION_LISTS for entry in segmentation.get(key, ())]
    return words(known, "abbreviations") | words(known, "abbreviations_any") | {entry.lower() for entry in listed}


def _has_inner_capital(word: str) -> bool:
    """Whether a word mixes its letters as abbreviations do (MwSt, USt, GmbH)."""
    return not word.isupper() and any(letter.isupper() for letter in word[1:])


def _is_small_start(first: str, last: str, known: Language) -> bool:
    """Whether a small first word is no habit of spelling: no abbreviation before it, no name of its own."""
    if (
        last.lower() in _abbreviations(known)
        or _has_inner_capital(last)
        or "." in first[:-1]
        or "/" in first
        or "@" in first
    ):
        return False
    bare = first.rstrip(".,;:…’'")
    if not bare.islower() or bare in words(known, "lower_starts") or (len(bare) < 2 and bare != first):
        return False
    return bool(re.match(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*$", bare))
