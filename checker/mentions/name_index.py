"""Whether a name occurs anywhere in an article, in any spelling, ending or abbreviation."""

from __future__ import annotations

import re
from functools import cached_property

from retold.checker.mentions.name_letters import ascii_words, script_of
from retold.checker.mentions.name_spelling import profiles_of_scripts, skeleton, word_score
from retold.checker.mentions.phrases import UPPER, WORD, fold
from retold.checker.model import Article

_WORDS = re.compile(f"[{WORD}'’]+")
_CAPITALISED = re.compile(rf"(?<!\w)[{UPPER}][{WORD}'’]*")
_ONE_WORD = 0.8
"""From this score on two words may be one in two spellings."""
_STEM = 4
_LONGEST_WORD = 40
_INFLECTION = 4
"""An ending may have this many letters, on a stem of at least `_STEM`."""


class NameIndex:
    """The words with a capital of one article, ready to be asked whether a name occurs in it in any spelling.

    Made once for an article. Words are found by their ASCII form, by stem, and by the first two sounds of their
    skeleton, so that a question costs the same in a short and in a long text.
    """

    def __init__(self, text: str) -> None:
        self._words: set[str] = set()
        self._sounds: dict[str, list[str]] = {}
        self._text = text
        self._script = script_of(text)
        for surface in sorted(set(_CAPITALISED.findall(text))):
            for word in ascii_words(surface):
                self._add(word)

    @cached_property
    def _initials(self) -> tuple[str, str]:
        """The first letters of all words, and of those with a capital."""
        words = _WORDS.findall(self._text)
        return fold("".join(w[0] for w in words)), fold("".join(w[0] for w in words if w[0].isupper()))

    def _add(self, word: str) -> None:
        if word in self._words or len(word) > _LONGEST_WORD:
            return
        self._words.add(word)
        self._sounds.setdefault(skeleton(word)[:2], []).append(word)

    def has_word(self, word: str, profiles: tuple[str, ...] = ("any",)) -> bool:
        """Whether a word of a name stands in the text: as it is, with another ending, or in another spelling."""
        if word in self._words:
            return True
        stem = word[: max(_STEM, len(word) - _INFLECTION)] if len(word) > _STEM else word
        inflected = len(stem) >= _STEM
        for other in self._sounds.get(skeleton(word)[:2], ()):
            if inflected and other.startswith(stem) and len(other) - len(stem) <= 2 * _INFLECTION:
                return True
            if abs(len(other) - len(word)) <= _INFLECTION and word_score(word, other, profiles) >= _ONE_WORD:
                return True
        return False

    def has(self, name: str) -> bool:
        """Whether a name is in the text: its last word, or three quarters of its letters."""
        words = [word for word in ascii_words(name) if len(word) > 2] or list(ascii_words(name))
        profiles = profiles_of_scripts(frozenset((self._script, script_of(name))))
        if not words or self.has_word(words[-1], profiles):
            return True
        found = sum(len(word) for word in words if self.has_word(word, profiles))
        return found >= 0.75 * sum(map(len, words))

    def has_initials(self, name: str) -> bool:
        """Whether the text has an abbreviation made of a name's first letters."""
        words = _WORDS.findall(name)
        full = fold("".join(word[0] for word in words))
        short = fold("".join(word[0] for word in words if word[0].isupper()))
        return any(len(letters) > 1 and letters in self._words for letters in (full, short))

    def has_expansion(self, acronym: str) -> bool:
        """Whether words stand in a row whose first letters make up an acronym; small words may be passed over."""
        letters = fold(acronym).replace(".", "")
        return any(letters in initials for initials in self._initials)


def index_of(article: Article) -> NameIndex:
    """The index of an article's words; made once."""
    if "name index" not in article.memo:
        article.memo["name index"] = NameIndex(article.text)
    found: NameIndex = article.memo["name index"]
    return found
