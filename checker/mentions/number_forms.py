"""Forms of number words that are made, not listed: other spellings, endings, ordinals, denominators."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import product
from typing import Any

from retold.checker.mentions.number_digits import Value, share, whole
from retold.checker.mentions.number_phrases import fold


def number(text: object) -> Value:
    """A table's value: an int, or a Decimal when it has a fraction."""
    above, _, below = str(text).partition("/")
    return share(Decimal(above), Decimal(below)) if below else whole(Decimal(above))


def variants(word: str, shortest: int = 0) -> Iterable[str]:
    """Spellings that stand for a word: as given, without accents, without nukta, composed and decomposed.

    Words of up to `shortest` letters keep their accents: "càs" is a spoon, "cas" a case.
    """
    yield word
    if not word.isascii() and word[-1] < "\u0250" and len(word) > shortest:
        yield "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if "\u0901" in word:  # chandrabindu, often written as an anusvara
        yield word.replace("\u0901", "\u0902")
    if word[-1] == "\u0629":  # ta marbuta, often written without its dots
        yield word[:-1] + "\u0647"
    if "\u093c" in word:
        yield word.replace("\u093c", "")
        yield unicodedata.normalize("NFC", word)
    for composed, plain in (("\u095b", "\u091c"), ("\u095d", "\u0922"), ("\u095e", "\u092b"), ("\u095c", "\u0921")):
        if composed in word:
            yield word.replace(composed, plain)
            yield word.replace(composed, plain + "\u093c")
        elif plain + "\u093c" in word:
            yield word.replace(plain + "\u093c", composed)


def numbers(table: Mapping[str, Any]) -> dict[str, Value]:
    return {fold(form): number(value) for word, value in table.items() for form in variants(word)}


def ordinals_of(words: Mapping[str, Value], own: Mapping[str, Any]) -> dict[str, Value]:
    """Ordinals made with endings, on stems of their own ("восьм-ого") or on the numbers themselves ("बीस-वाँ")."""
    stems = numbers(own.get("ordinal_stems", {})) or {word: n for word, n in words.items() if n == int(n)}
    return {stem + fold(end): stems[stem] for stem, end in product(stems, own.get("ordinal_endings", ()))}


def inflect(words: dict[str, Value], own: Mapping[str, Any]) -> None:
    """Add the forms of number words with case endings written on."""
    for word, ending in product([w for w in words if w not in own.get("weak", ())], own.get("endings", ())):
        words.setdefault(word + ending, words[word])


def with_endings(words: Mapping[str, Value], rules: Iterable[str]) -> dict[str, Value]:
    """Words with other endings, by rules such as "o>os"; the same ending ("e>e") is for those below a thousand."""
    made: dict[str, Value] = {}
    for rule in rules:
        old, _, new = rule.partition(">")
        for word, value in words.items():
            if word.endswith(old) and (old != new or value < 1000):
                made.setdefault(word[: len(word) - len(old)] + new, value)
    return made


def denominators_of(
    own: Mapping[str, Any], ordinals: Mapping[str, Value], cardinals: Mapping[str, Value]
) -> dict[str, int]:
    """Words that divide the number before them: those of the language's table, and forms of its ordinals."""
    least = own.get("least_denominator", 3)
    made = with_endings({w: v for w, v in ordinals.items() if v >= least}, own.get("denominator_forms", ()))
    for ending, (word, value) in product(own.get("denominator_endings", ()), cardinals.items()):
        if 10 < value < 1000:  # "veintiún-avo", and "treint-avo"
            made.update(dict.fromkeys((word + ending, word.rstrip("aeo") + ending), value))
    return {word: int(value) for word, value in {**made, **numbers(own.get("denominators", {}))}.items()}


def respelt(table: dict[str, Value], rules: Iterable[str]) -> dict[str, Value]:
    """The words with their second spellings ("fünf": "fuenf")."""
    pairs = [rule.split(">") for rule in rules]
    if not pairs:
        return table
    made = dict(table)
    for word, value in table.items():
        for old, new in pairs:
            word = word.replace(old, new)
        made.setdefault(word, value)
    return made
