"""Finding the words and phrases of a lexicon in a text: one pattern, one pass, linear time.

A lexicon entry ("mark") is written in lower case. `x*` stands for words that begin so, `*x` for words that end so,
a plain mark for whole words. In scripts that write without spaces, and for Korean endings, marks may stand anywhere
(`inside_words`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

WORD = r"\w\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u097f"
"""What may stand in a word, for a character class: `\\w` knows no combining marks, and Hindi and Arabic need them."""

UPPER = "".join(chr(code) for code in range(0x41, 0x530) if chr(code).isupper())
"""Capital letters of the Latin, Greek and Cyrillic scripts, for a character class."""

_IN_WORD = re.compile(f"[{WORD}]")
_LONGEST_ENDING = 40
_LEAF = ""


def fold(text: str) -> str:
    """Lower case with plain apostrophes, of the same length as the text, so that offsets stay true."""
    return text.replace("İ", "i").lower().replace("’", "'")


class Phrases:
    """A compiled lexicon. `clitics` are words that a language writes together with the next one (Arabic و)."""

    def __init__(self, marks: Iterable[str], *, inside_words: bool = False, clitics: Iterable[str] = ()) -> None:
        self._marks: dict[str, str] = {}
        self._open: set[str] = set()
        self._clitics = frozenset(clitics)
        bound: dict[str, Any] = {}
        free: dict[str, Any] = {}
        for mark in sorted(set(marks)):
            anywhere = inside_words or mark.startswith("*")
            whole = not (inside_words or mark.endswith("*"))
            words = mark.strip("*")
            if words in self._marks and words in self._open:
                continue
            self._marks[words] = mark
            if not whole:
                self._open.add(words)
            _plant(free if anywhere or self._clitics else bound, words, whole)
        patterns = [_start(char, bound[char]) for char in sorted(bound)]
        patterns += [re.escape(char) + _grow(free[char]) for char in sorted(free)]
        self._pattern = re.compile("|".join(patterns) or r"(?!)")
        self._inside = inside_words

    def find(self, folded: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and mark of each match in text order, the longest at each place; matches do not overlap."""
        for match in self._pattern.finditer(folded):
            hit = self._read(folded, match)
            if hit is not None:
                yield hit

    def at(self, folded: str, place: int) -> tuple[int, int, str] | None:
        """The match that begins at a place."""
        match = self._pattern.match(folded, place)
        return self._read(folded, match) if match else None

    def _read(self, folded: str, match: re.Match[str]) -> tuple[int, int, str] | None:
        words = match.group()
        if words not in self._marks:
            words = " ".join(words.split())
        first, last = match.span()
        mark = self._marks[words]
        if not self._inside:
            if not self._stands_alone(folded, first, last, mark):
                return None
            if words in self._open:
                last = _stretch(folded, last, 1)
            if mark.startswith("*"):
                first = _stretch(folded, first, -1)
        return first, last, mark

    def _stands_alone(self, text: str, first: int, last: int, mark: str) -> bool:
        """Whether a match begins and ends with a word, or with a clitic before it.

        The pattern looks at letters only: combining marks are left to this, since a class that knows them, at each
        end of a large pattern, makes it slow to compile.
        """
        after = text[last : last + 1]
        if after and not after.isascii() and not mark.endswith("*") and _IN_WORD.match(after):
            return False
        before = text[first - 1 : first]
        if not before or before.isascii() or mark.startswith("*") or not _IN_WORD.match(before):
            return True
        return text[_stretch(text, first, -1) : first] in self._clitics

    def any_in(self, folded: str) -> bool:
        """Whether any mark stands in the text."""
        return next(self.find(folded), None) is not None


def _plant(tree: dict[str, Any], words: str, whole: bool) -> None:
    for char in words:
        tree = tree.setdefault(char, {})
    tree[_LEAF] = whole and tree.get(_LEAF, True)


def _start(char: str, tree: dict[str, Any]) -> str:
    # The letter stands before the look-behind so that the search can jump from first letter to first letter.
    return rf"{re.escape(char)}(?<!\w\w){_grow(tree)}"


def _grow(tree: dict[str, Any]) -> str:
    """The pattern of a tree of letters, longer branches first."""
    branches = [_letter(char) + _grow(tree[char]) for char in sorted(tree) if char != _LEAF]
    if _LEAF in tree:
        branches.append(r"(?!\w)" if tree[_LEAF] else "")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _letter(char: str) -> str:
    return r"\s{1,3}" if char == " " else re.escape(char)


def _stretch(text: str, place: int, step: int) -> int:
    """Move a border outward to the end of its word."""
    for _ in range(_LONGEST_ENDING):
        beside = place if step > 0 else place - 1
        if not 0 <= beside < len(text) or not _IN_WORD.match(text[beside]):
            break
        place += step
    return place
