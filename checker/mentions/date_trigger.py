"""Where dates may begin in a text: figures, signs of Chinese, Japanese and Korean, and the words of the lexicon.

Where words stand apart, they are found by what stands before them, and figures by themselves: each of the two patterns
begins with one table of characters, by which the search skips the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_cjk, date_lexicon

_LETTERS = "a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u052f"
"""Small letters of the Latin, Greek and Cyrillic scripts."""
_MORE = "(?:[.,:/-][0-9]+)*"


Hit = tuple[int, str, int]
"""Where a date may begin, what it begins with - a figure, a sign or a word - and where that ends."""


@dataclass(frozen=True)
class Apart:
    """The patterns of a language whose words stand apart."""

    figure: re.Pattern[str]
    word: re.Pattern[str]


@lru_cache(maxsize=None)
def _apart(language: Language) -> Apart | None:
    lexicon = date_lexicon.of(language)
    if not lexicon.spaced or lexicon.prefixes or "signs" in lexicon.data:
        return None
    return Apart(
        figure=re.compile(f"[0-9](?<![{_LETTERS}].)[0-9]*{_MORE}"),
        word=re.compile(f"[^{_LETTERS}](?=({date_lexicon.trie(lexicon.forms)}){lexicon.right})"),
    )


@lru_cache(maxsize=None)
def _anywhere(language: Language) -> re.Pattern[str]:
    """One pattern for languages whose words have particles written on to them, or no spaces between them."""
    lexicon = date_lexicon.of(language)
    branches = [f"(?P<figure>[0-9]+{_MORE})"]
    if "signs" in lexicon.data:
        branches.insert(0, f"(?P<sign>{date_cjk.patterns(language).trigger})")
    if lexicon.forms:
        branches.append(f"(?P<word>{date_lexicon.trie(lexicon.forms)}){lexicon.right}")
    left = f"(?<![{_LETTERS}])" if lexicon.spaced and not lexicon.prefixes else ""
    return re.compile(f"{left}(?:{'|'.join(branches)})")


@lru_cache(maxsize=None)
def _opener(language: Language) -> re.Pattern[str] | None:
    """The signs and letters a date begins with in a language of signs, where they are few; None elsewhere."""
    lexicon = date_lexicon.of(language)
    if "signs" not in lexicon.data:
        return None
    words = (*lexicon.forms, *lexicon.small, *lexicon.data.get("eras", ()))
    firsts = {word[0] for word in words} | set(date_cjk.OPENERS)
    return re.compile(f"[0-9{re.escape(''.join(sorted(firsts)))}]")


def hits(text: str, language: Language) -> Iterator[Hit]:
    """The places of a folded text in order; none begins within another."""
    patterns = _apart(language)
    if patterns is None:
        yield from _scattered(text, language)
        return
    found = [(match.start(), "figure", match.end()) for match in patterns.figure.finditer(text)]
    # a word at the very beginning has the line break before it
    found += [(match.start(), "word", match.end(1) - 1) for match in patterns.word.finditer(f"\n{text}")]
    found.sort()
    done = 0
    for hit in found:
        if hit[0] >= done:
            done = hit[2]
            yield hit


def _scattered(text: str, language: Language) -> Iterator[Hit]:
    anywhere, opener = _anywhere(language), _opener(language)
    if opener is None:
        for match in anywhere.finditer(text):
            yield (match.start(), match.lastgroup or "", match.end())
        return
    opened = opener.search(text)
    while opened:
        hit = anywhere.match(text, opened.start())
        if hit:
            yield (hit.start(), hit.lastgroup or "", hit.end())
        opened = opener.search(text, hit.end() if hit else opened.end())


def within(text: str, start: int, end: int, language: Language) -> Hit | None:
    """The first hit in what a date has left of another: 1/10/2018-7/10/2018 is one hit."""
    patterns = _apart(language)
    if patterns is None:
        match = _anywhere(language).search(text, start, end)
        return (match.start(), match.lastgroup or "", match.end()) if match else None
    figure = patterns.figure.search(text, start, end)
    word = patterns.word.search(text, start - 1, end)
    found = [(figure.start(), "figure", figure.end())] if figure else []
    found += [(word.start(1), "word", word.end(1))] if word else []
    return min(found, default=None)
