"""What similarity is normal between good pairs: a cosine means something only against this.

Measured with the default encoder on clean human translations of news sentences (English to 13 languages) and on human
paraphrases (German): about one good pair in a hundred lies below `LOW`. Other encoders are held to the same levels
until they are measured; sentence-transformers models mostly give higher cosines, so the rules stay silent sooner.
"""

from __future__ import annotations

from retold.checker import language

SAME_LANGUAGE = 0.36
CROSS_LANGUAGE = 0.50
LOW = {"ar": 0.42, "ja": 0.42, "ko": 0.38, "pl": 0.48, "ru": 0.45, "th": 0.44, "tr": 0.46, "zh": 0.36}
"""Languages whose good translations are less similar to the vectors of other languages."""

SHORT = 14
"""Sentences of fewer words are less like their translations: a short one holds little but how it is put."""
SHORT_ALLOWANCE = 0.015
"""How much the level falls for each word that a sentence has fewer."""

LENGTH = {
    "ar": 0.97, "de": 1.22, "en": 1.0, "es": 1.19, "fr": 1.18, "hi": 1.06, "it": 1.18, "ja": 0.48, "ko": 0.54,
    "nl": 1.2, "pl": 1.11, "pt": 1.1, "ru": 1.14, "th": 1.0, "tr": 1.04, "uk": 1.11, "zh": 0.37,
}  # fmt: skip
"""Characters of a human translation of a news text for each of the English original (medians)."""


def low(original_language: str, copy_language: str, words: int = SHORT) -> float:
    """The cosine that only about one good pair in a hundred stays under, for sentences of that many words."""
    one, other = language.base(original_language), language.base(copy_language)
    if one == other:
        level = SAME_LANGUAGE
    else:
        level = min(LOW.get(one, CROSS_LANGUAGE), LOW.get(other, CROSS_LANGUAGE))
    return level - SHORT_ALLOWANCE * max(0, SHORT - words)


def length_ratio(original_language: str, copy_language: str) -> float:
    """How many characters a copy usually has for each of the original's."""
    return LENGTH.get(language.base(copy_language), 1.0) / LENGTH.get(language.base(original_language), 1.0)
