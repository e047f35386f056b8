"""The tables of a language file and of CLDR, in the forms that texts have: spellings, ages, units, bounds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.number_digits import Value, share, whole
from retold.checker.mentions.number_phrases import fold

SHORT = 4
"""Letters of the names of units and currencies that keep their accents."""

OPS = ("~", ">=", "<=", ">", "<")


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


def flat(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {phrase: op for op in OPS for phrase in table.get(op, ())}


def spelt(table: Mapping[str, Any], shortest: int = 0) -> dict[str, Any]:
    return {form: value for word, value in table.items() for form in variants(word, shortest)}


def percents(section: Mapping[str, Any]) -> dict[str, str]:
    table = dict.fromkeys(section.get("percent", ("%",)), "percent")
    table.update(dict.fromkeys(section.get("permille", ("‰",)), "permille"))
    table.update(dict.fromkeys(section.get("tenths", ()), "tenth"))
    table.update(dict.fromkeys(section.get("points", ()), "percentage-point"))
    return table


def pairs(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    """ "between|and" entries: the first word, and the words that may stand between the two figures."""
    table: dict[str, set[str]] = {}
    for entry in entries:
        first, _, second = entry.partition("|")
        table.setdefault(first, set()).add(fold(second))
    return {first: frozenset(seconds) for first, seconds in table.items()}


_AGE_UNITS = ("year", "month", "week", "day")


def ages_of(dates: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """What the section `dates` says of ages: names of times, "years old" after a figure, "aged" before it."""
    names = {name: unit for unit in _AGE_UNITS for name in dates.get("units", {}).get(unit, ())}
    endings = [mark + word for word in dates.get("age_after", ()) for mark in " -"]
    after = {name + ending: unit for name, unit in names.items() for ending in endings}
    return names, after, dict.fromkeys(dates.get("age_before", ()), "year")


_SCALES = ("celsius", "fahrenheit", "kelvin")


def units_of(table: Mapping[str, str]) -> dict[str, str]:
    """The unit names, and those of temperatures in two words: "degrees" with "Celsius", "C" or "F"."""
    degrees = [name for name, unit in table.items() if unit == "degree"]
    scales = {name: unit for name, unit in table.items() if unit in _SCALES and name.rstrip("*").isalpha()}
    scales |= {"c": "celsius", "f": "fahrenheit"}
    made = {f"{degree.rstrip('*')} {scale}": unit for degree in degrees for scale, unit in scales.items()}
    return {**made, **table}


def around_of(*tables: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """What may stand before a figure -> what stands behind it then -> the unit; an entry by hand is one pair."""
    made: dict[str, dict[str, str]] = {}
    for before, entry in ((before, entry) for table in tables for before, entry in table.items()):
        pairs = entry if isinstance(entry, Mapping) else {entry[0]: entry[1]}
        made.setdefault(before, {}).update({fold(after): unit for after, unit in pairs.items()})
    return {before: dict(sorted(pairs.items(), key=lambda pair: -len(pair[0]))) for before, pairs in made.items()}


def foreign_units(lang: Language) -> dict[str, str]:
    """Names of the usual units in a language that has no file of its own; empty for the others."""
    units = {} if lang.is_known else language.cldr("unit_names", "und").get(language.base(lang.code), {})
    return {name: unit for unit, names in units.items() for name in names}
