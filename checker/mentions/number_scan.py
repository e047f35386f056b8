"""Where numbers may stand in a text: digit strings, words of the lexicon, words that may be made of several.

Patterns that run over the whole text begin with the characters that may open a match - a digit, or what stands before
a word - so that the search skips the rest of the text at the speed of a character table; most words are never seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from retold.checker.mentions.number_digits import POWER, VULGAR
from retold.checker.mentions.number_lexicon import Lexicon

_APART = (
    r"\x00-\x60\x7b-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u060c\u061b\u061f\u06d4\u0964\u0965"
    r"\u2000-\u200b\u200e-\u2bff\u3000-\u303f"
)
"""Characters of folded text that stand in no word."""
WORD = f"[^{_APART}]+"

_PARTS = r"(?:[.,'][0-9]+)*"
_DIGITS = re.compile(
    rf"[0-9.,{''.join(VULGAR)}](?:(?:(?<=[0-9])(?:[0-9]{{0,2}}(?: [0-9]{{3}}(?![0-9]))+(?:[.,][0-9]+)?(?![.,]?[0-9])"
    rf"|[0-9]*{_PARTS})|(?<=[.,])(?<![^\s(-].)[0-9]+)(?:/[0-9]+|{POWER})*|(?<=[{''.join(VULGAR)}]))"
)
"""`number_digits.DIGITS` and what may follow it, or a fraction in one character."""

_DEPTH = 4
"""Letters of a word that the pattern reads; the rest is looked up."""
_BLOCKS = ("a-z\xc0-\u060b", "\u0620-\u06d3", "\u0900-\u0963")
"""Letters of the scripts that number words are written in: small tables, for they stand in the pattern many times."""
_LONGEST = 100
"""Letters of the longest compound."""

Token = tuple[int, str]
"""Where a digit string or a word begins in the folded text, and itself."""


@dataclass(frozen=True)
class _Scan:
    """The patterns of one language."""

    words: re.Pattern[str]
    inside: re.Pattern[str] | None
    letter: re.Pattern[str]
    whole: re.Pattern[str]


def tokens(text: str, lex: Lexicon) -> list[Token]:
    """The digit strings and the words that may be numbers, in order; those of a word that holds signs too."""
    scan = _scan(lex)
    found = [(match.start(), match.group()) for match in _DIGITS.finditer(text)]
    padded = f"\n{text}"  # a word is found by what stands before it
    found += [(match.start(), match.group(1)) for match in scan.words.finditer(padded)]
    if scan.inside is not None:
        found += _around(text, scan.inside, scan)
    found.sort()
    return found


def _around(text: str, inside: re.Pattern[str], scan: _Scan) -> list[Token]:
    """The words that hold one of the marks of compounds, or one of the signs that are mostly left out."""
    found: list[Token] = []
    done, is_letter = 0, scan.letter.match
    for hit in inside.finditer(text):
        if hit.start() < done:
            continue
        start = hit.start()
        least = max(done, start - _LONGEST)
        while start > least and is_letter(text, start - 1):
            start -= 1
        word = scan.whole.match(text, start)
        if word is not None and (start == least == 0 or not is_letter(text, start - 1)):
            done = word.end()
            found.append((start, word.group()))
    return found


@lru_cache(maxsize=None)
def _scan(lex: Lexicon) -> _Scan:
    apostrophe = f"(?:'{WORD})?" if lex.apostrophes else ""
    known = re.compile(WORD + apostrophe)
    words = [word for word in lex.words if known.fullmatch(word)]
    marks = [mark for mark in lex.compound_marks if not mark.startswith("^")]
    opening = [mark[1:] for mark in lex.compound_marks if mark.startswith("^")]
    particles = f"(?:{'|'.join(map(re.escape, lex.prefixes))})?" if lex.prefixes else ""
    heads = "|".join([particles + _heads(words), *opening])
    left = f"(?<![^{_APART}]')" if lex.apostrophes else ""
    if lex.signs is not None:
        marks.append(lex.signs.pattern)
    return _Scan(
        words=re.compile(f"[{_APART}]{left}(?=((?:{heads})[^{_APART}]*{apostrophe}))"),
        inside=re.compile("|".join(marks)) if marks else None,
        letter=re.compile(f"[^{_APART}]"),
        whole=known,
    )


def _heads(words: Iterable[str]) -> str:
    """A pattern for how the words begin, and that a short one ends; the rest is told when the word is looked up."""
    words = list(words)
    goes_on = "".join(block for block in _BLOCKS if any(re.match(f"[{block}]", word) for word in words))
    end = f"(?![{goes_on}])"
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word[:_DEPTH]:
            node = node.setdefault(letter, {})
        node[end if len(word) <= _DEPTH else ""] = {}
    return _branch(root) if root else "(?!)"


def _branch(node: dict[str, Any]) -> str:
    if "" in node:
        return ""
    branches = [re.escape(key) + _branch(node[key]) if len(key) == 1 else key for key in sorted(node)]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
