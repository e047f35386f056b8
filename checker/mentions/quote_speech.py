"""Which words in quotation marks were said: told from titles, names and scare quotes.

By length and by how a title is written; by a word before the mark that a title or name follows ("the film “...”", the
`named` words of the `quotation` section); and, for a word or two, by a verb of saying right behind.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions.attribution_lexicon import lexicon
from retold.checker.mentions.phrases import fold
from retold.checker.mentions.quote_scan import UNSPACED

SPEECH_WORDS = 4
"""From this many words on, marked words are taken for speech; shorter ones are titles, names or scare quotes."""

SPEECH_CHARACTERS = 10
"""The same for scripts that do not put spaces between words."""

_SENTENCE_END = frozenset(".!?…,。！？，、؟।")
_ENDS = frozenset(".!?…。！？؟।")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_BEFORE = 24
"""Characters before a mark in which the word stands that names what kind of thing the title is of."""

_BEHIND = re.compile(r"[\s,–—-]{0,4}(?=\w)")
_REACH = 24
"""Characters behind a short quotation in which its verb of saying ends."""


@dataclass(frozen=True)
class Judge:
    """Tells speech in one language. `named` are words that a title or a name follows."""

    named: frozenset[str]
    cues: re.Pattern[str] | None
    classes: frozenset[str]

    def is_speech(self, text: str, start: int, end: int, words: str) -> bool:
        """Whether the words marked from `start` to `end` read as something said."""
        if not words or self._is_named(text, start, words):
            return False
        if UNSPACED.search(words):
            return len(words) >= SPEECH_CHARACTERS
        found = _WORD.findall(words)
        if words[-1] in _SENTENCE_END:
            return len(found) > 1 or (bool(found) and self._is_said(text, end))
        long_words = [word for word in found if len(word) > 3 and word[0].isalpha()]
        titled = len(long_words) > 1 and all(word[0].isupper() for word in long_words)
        return len(found) >= SPEECH_WORDS and not titled

    def _is_named(self, text: str, start: int, words: str) -> bool:
        """Whether the word before the mark says that a title or a name follows, and no sentence does."""
        if not self.named or words[-1] in _ENDS:
            return False
        before = text[max(0, start - _BEFORE) : start].rstrip().lower()
        if UNSPACED.search(before[-1:]):
            return any(before.endswith(word) for word in self.named)
        last = _WORD.findall(before)
        return bool(last) and before.endswith(last[-1]) and last[-1] in self.named

    def _is_said(self, text: str, end: int) -> bool:
        """Whether a verb of saying stands right behind a quotation: “Never,” he said."""
        gap = _BEHIND.match(text, end)
        if gap is None or self.cues is None:
            return False
        behind = fold(text[gap.end() : gap.end() + _REACH])
        found = self.cues.search(behind)
        return found is not None and found.group(found.lastgroup or 0) in self.classes


@lru_cache(maxsize=None)
def judge(language: Language) -> Judge:
    """What tells speech in a language."""
    known = lexicon(language)
    named = frozenset(language.section("quotation").get("named", ()))
    return Judge(named, known.pattern if known else None, frozenset(known.classes if known else ()))
