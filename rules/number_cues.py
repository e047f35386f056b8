"""Lists of words in the section `numbers` of a language, made ready to be searched beside a figure."""

from __future__ import annotations

import re
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions.number_phrases import fold


@lru_cache(maxsize=None)
def cues(language: Language, name: str) -> re.Pattern[str] | None:
    """The words of one list, to be searched in folded text; None when the language has none.

    An entry that ends in `*` matches any ending. In scripts without spaces all entries match anywhere.
    """
    words = sorted(map(fold, language.section("numbers").get(name, ())), key=len, reverse=True)
    if not words:
        return None
    if not language.spaced:
        return re.compile("|".join(map(re.escape, words)))
    forms = (re.escape(word[:-1]) if word.endswith("*") else rf"{re.escape(word)}(?!\w)" for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")
