"""The tables of a language file and of CLDR, in the forms that texts have: spellings, ages, units, bounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.number_forms import variants
from retold.checker.mentions.number_phrases import fold

SHORT = 4
"""Letters of the names of units and currencies that keep their accents."""

OPS = ("~", ">=", "<=", ">", "<")


def flat(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {phrase: op for op in OPS for phrase in table.get(op, ())}


def attached(table: Mapping[str, str], prefixes: Iterable[str]) -> dict[str, str]:
    """Phrases also with the letters that are written on to their first word: "وأقل من", "and fewer than"."""
    letters = ["", *(prefix for prefix in prefixes if len(prefix) == 1)]
    return {letter + phrase: op for letter in reversed(letters) for phrase, op in table.items()}


def spelt(table: Mapping[str, Any], shortest: int = 0) -> dict[str, Any]:
    return {form: value for word, value in table.items() for form in variants(word, shortest)}


def run_on(table: Mapping[str, Any], spaced: bool) -> dict[str, Any]:
    """Names of two words, also as languages without spaces write them: スイス フラン, スイスフラン, スイス・フラン."""
    if spaced:
        return dict(table)
    return {
        form: value for word, value in table.items() for form in (word, word.replace(" ", ""), word.replace(" ", "・"))
    }


def percents(section: Mapping[str, Any]) -> dict[str, str]:
    table = dict.fromkeys(section.get("percent", ("%",)), "percent")
    table.update(dict.fromkeys(section.get("permille", ("‰",)), "permille"))
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
