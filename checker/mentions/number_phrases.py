"""Folded text, and phrases looked up in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_SPACES = dict.fromkeys((0xA0, 0x2009, 0x202F, 0x3000), " ")
_MARKS = {
    0x2019: "'", 0x02BC: "'", 0x2018: "'", 0xFF05: "%", 0x066A: "%", 0xFE6A: "%", 0xFF0E: ".",
    0x066B: ".", 0x066C: ",", 0x060C: ",", 0x2044: "/", 0x2212: "-", 0xFF0D: "-", 0x2010: "-", 0x2011: "-", 0xFF04: "$",
    0xFFE1: "£", 0xFFE5: "¥", 0x0623: "ا", 0x0625: "ا", 0x0622: "ا", 0x0649: "ي", 0x0451: "е", 0x0130: "i",
    0xFF0F: "/", 0xFF5E: "~", 0x301C: "~",
}  # fmt: skip
_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u17e0"
    "\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10"
    "\U000104a0\U00010d30\U00011066\U000110f0\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650"
    "\U000116c0\U00011730\U000118e0\U00011950\U00011c50\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50"
    "\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e950\U0001fbf0"
)
"""The zero of every script (Unicode 14), which its digits follow; without Shan, whose digits are letters in the old
Burmese encodings that much text is still in."""
_WIDE = {0xFF21 + i: chr(0x61 + i) for i in range(26)} | {0xFF41 + i: chr(0x61 + i) for i in range(26)}

_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９]{3})")


@lru_cache(maxsize=1)
def _table() -> tuple[re.Pattern[str], dict[str, str]]:
    """What is folded character by character: digits of every script, spaces, marks, full-width letters."""
    digits = {ord(zero) + digit: str(digit) for zero in _ZEROS for digit in range(10)}
    folds = {**_SPACES, **_MARKS, **_WIDE, **digits}
    table = {chr(code): plain for code, plain in folds.items()}
    # One range beyond the basic plane: the pattern stays a bitmap, four times as fast as a list of characters.
    basic = "".join(char for char in table if char <= "\uffff")
    return re.compile(f"[{re.escape(basic)}\U00010000-\U0001ffff]"), table


def fold(text: str) -> str:
    """The text in lower case with ASCII digits, plain spaces and marks; as long as the text, character by character."""
    if text.isascii():
        return text.lower()
    text = text.replace("\u2019", "'").replace("\u00a0", " ").replace("\u202f", " ")
    if "，" in text:  # a separator between full-width digits only; in Chinese it parts the clauses
        text = _WIDE_COMMA.sub(",", text)
    foldable, table = _table()
    text = foldable.sub(lambda match: table.get(match[0], match[0]), text)
    low = text.lower()
    return low if len(low) == len(text) else _lower(text)


def _lower(text: str) -> str:
    """Lower case without the letters whose lower case is longer."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Phrases:
    """Phrases with a value each, looked up at a place of the text: the longest that stands there.

    Spaced languages match whole words (a key that ends in `*` matches any ending); the others match characters.
    """

    def __init__(self, table: Mapping[str, Any], spaced: bool) -> None:
        self.spaced = spaced
        self.exact = {fold(key): value for key, value in table.items() if not key.endswith("*")}
        self.stems = {fold(key[:-1]): value for key, value in table.items() if key.endswith("*")}
        self.stem_lengths = tuple(sorted({len(stem) for stem in self.stems}, reverse=True))
        keys = [*self.exact, *self.stems]
        # The first word tells how many words a phrase may have, or that none begins with it.
        self.heads: dict[str, int] = {}
        single = set()
        for key in keys if spaced else ():
            head, words = _measure(key)
            if words > 1 or key in self.exact:
                self.heads[head] = max(words, self.heads.get(head, 0))
            if key in self.stems and words == 1:
                single.add(key)
        self.least = min(map(len, single), default=0)
        self.stem_heads = frozenset(key[: self.least] for key in single)
        self.length = max((len(key) for key in keys), default=0)
        # Two letters tell nearly every place where no phrase stands.
        self.starts = frozenset(key[:2] for key in keys)
        self.endings = frozenset(key[-2:] for key in self.exact)

    def find(self, phrase: str) -> Any:
        """The value of a whole phrase, None when it is none."""
        value = self.exact.get(phrase)
        if value is None:
            for length in self.stem_lengths:
                if length < len(phrase) <= length + 6 and " " not in phrase[length:]:
                    value = self.stems.get(phrase[:length])
                    if value is not None:
                        break
            else:
                value = self.stems.get(phrase)
        return value

    def after(self, text: str, place: int) -> tuple[int, Any] | None:
        """The end and value of the longest phrase that starts at `place`."""
        if text[place : place + 2] not in self.starts and text[place : place + 1] not in self.starts:
            return None
        if not self.spaced:
            for size in range(min(self.length, len(text) - place), 0, -1):
                value = self.exact.get(text[place : place + size])
                if value is not None and not (size == 1 and _latin(text, place)):
                    return place + size, value
            return None
        match = _CHUNK.match(text, place)
        if match is None:
            return None
        head = match.group()
        words = self.heads.get(head, 0)
        if head[-1] in ".'" or "'" in head:
            words = max(words, self.heads.get(head.split("'")[0].rstrip("."), 0))
        if not words:
            if head.find(".", 3, -1) > 0:  # "49 feet.The bridge": a space is missing behind a sentence
                head = head[: head.index(".", 3)]
                value = self.find(head)
                return (place + len(head), value) if value is not None else None
            if head[: self.least] not in self.stem_heads:
                return None
            words = 1
        ends = []
        at = place
        for _ in range(words):
            match = _CHUNK.match(text, at)
            if not match:
                break
            ends.append(match.end())
            at = match.end() + 1 if text[match.end() : match.end() + 1] in (" ", "-") else match.end()
            if at == match.end():
                break
        for end in reversed(ends):
            phrase = text[place:end]
            value = self.find(phrase[:-1]) if phrase[-1] in ".'" else None
            if value is not None:
                return end - 1, value
            value = self.find(phrase)
            if value is None and "'" in phrase:
                end = place + phrase.index("'")
                value = self.find(text[place:end])
            if value is not None:
                return end, value
        return None

    def before(self, text: str, place: int) -> tuple[int, Any] | None:
        """The start and value of the longest phrase that ends at `place`, spaces before it skipped."""
        if not self.endings:
            return None
        end = place
        while end > 0 and text[end - 1] == " ":
            end -= 1
        if text[end - 2 if end > 1 else 0 : end] not in self.endings and text[end - 1 : end] not in self.endings:
            return None
        if not self.spaced:
            for size in range(min(self.length, end), 0, -1):
                value = self.exact.get(text[end - size : end])
                if value is not None:
                    return end - size, value
            return None
        window = text[max(0, end - self.length - 1) : end]
        starts = [m.start() for m in _WORD_START.finditer(window)]
        for start in starts:
            value = self.exact.get(window[start:])
            if value is not None and (start > 0 or end - len(window) == 0):
                return end - len(window) + start, value
        return None


def _measure(key: str) -> tuple[str, int]:
    """The first word of a key, and how many words it has."""
    words = _CHUNK.findall(key)
    return (words[0] if words else key), len(words)


_CHUNK = re.compile(r"[^\s,;:!?()\[\]\"“”«»<>0-9*\u060c\u061b\u0964-]+[²³23]?")
_EUROPEAN = re.compile(r"[a-z\u00c0-\u052f]")
_WORD_START = re.compile(r"(?<![^\s(\"“«\['-])\S")


def _latin(text: str, place: int) -> bool:
    """Whether a Latin letter stands at `place` and goes on: "m" in "members" is no unit."""
    return text[place].isascii() and text[place].isalpha() and _EUROPEAN.match(text, place + 1) is not None
