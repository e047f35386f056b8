"""What a language says about figures, made ready for look-up: words, scales, units, currencies, bounds.

The tables come from two places: `languages/cldr/numbers/<code>.json` (generated from CLDR and ICU) and the `numbers`
section of the language file (compiled by hand), which wins. All keys are folded as the text is folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from operator import methodcaller
from typing import Any

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.age import age_lead
from retold.checker.mentions.number_digits import Value as Value
from retold.checker.mentions.number_forms import (
    denominators_of,
    inflect,
    numbers,
    ordinals_of,
    respelt,
    variants,
    with_endings,
)
from retold.checker.mentions.number_forms import number as number
from retold.checker.mentions.number_phrases import Phrases, fold

ARTICLE, CARDINAL, SCALE, ORDINAL, FRACTION, DIGITS = "article", "cardinal", "scale", "ordinal", "fraction", "digits"
SHIFT, DIVISOR, DENOMINATOR = "shift", "divisor", "denominator"
"""Kinds of number word; DIGITS are no words. A SHIFT moves the number after it ("साढ़े तीन" is three and a half), a
DIVISOR divides it ("üçte iki" is two thirds); a DENOMINATOR ("fifths", "Drittel") counts only behind a number."""

OPS = ("~", ">=", "<=", ">", "<")


@dataclass(frozen=True)
class Lexicon:
    """All that the extractor looks up for one language. Empty tables when the language has none."""

    code: str
    decimal: str
    spaced: bool
    known: bool
    words: dict[str, tuple[str, Value]]
    solo: frozenset[str]
    rooms: dict[int, int]
    denominators: dict[str, int]
    ratio: frozenset[str]
    mixed: frozenset[str]
    parts: frozenset[str]
    ratio_back: frozenset[str]
    part_links: frozenset[str]
    ordinal_parts: bool
    and_after: int
    share_before: str
    tens_and: frozenset[int]
    tens_last: bool
    comma_joins: bool
    joined_ordinals: bool
    formed_denominators: bool
    plain_denominators: bool
    ones: frozenset[str]
    apostrophes: bool
    weak: frozenset[str]
    glue: frozenset[str]
    decimal_words: frozenset[str]
    decimal_links: frozenset[str]
    of: frozenset[str]
    vague: frozenset[str]
    rough: dict[str, Value]
    bare: dict[str, Value]
    prefixes: tuple[str, ...]
    prefix_set: frozenset[str]
    prefix_lengths: tuple[int, ...]
    suffixes: frozenset[str]
    spaced_suffixes: bool
    reversed: bool
    short_scales: dict[str, Value]
    ambiguous_units: frozenset[str]
    labels: frozenset[str]
    names: frozenset[str]
    free_prefixes: frozenset[str]
    percent: Phrases
    percent_before: Phrases
    units: Phrases
    units_around: Phrases
    years: Phrases
    age_before: Phrases
    age_lead: re.Pattern[str]
    currencies: Phrases
    symbols: dict[str, str]
    codes: frozenset[str]
    bound_before: Phrases
    bound_after: Phrases
    denials: tuple[str, ...]
    minus: Phrases
    to: frozenset[str]
    between: Phrases
    compound: Callable[[str], object] | None
    compound_words: dict[str, tuple[str, Value] | None]
    compound_length: int
    endings: bool
    signs: re.Pattern[str] | None
    han: Mapping[str, Any] = field(default_factory=dict)
    direction: Mapping[str, Any] = field(default_factory=dict)
    roles: Mapping[str, Any] = field(default_factory=dict)
    things: Mapping[str, Any] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash(self.code)


def _flat(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {phrase: op for op in OPS for phrase in table.get(op, ())}


def _spelt(table: Mapping[str, Any]) -> dict[str, Any]:
    return {form: value for word, value in table.items() for form in variants(word)}


def _run_on(table: Mapping[str, Any], spaced: bool) -> dict[str, Any]:
    """Names of two words, also as languages without spaces write them: スイス フラン, スイスフラン, スイス・フラン."""
    if spaced:
        return dict(table)
    return {
        form: value for word, value in table.items() for form in (word, word.replace(" ", ""), word.replace(" ", "・"))
    }


def _percents(section: Mapping[str, Any]) -> dict[str, str]:
    table = dict.fromkeys(section.get("percent", ("%",)), "percent")
    table.update(dict.fromkeys(section.get("permille", ("‰",)), "permille"))
    table.update(dict.fromkeys(section.get("points", ()), "percentage-point"))
    return table


def _pairs(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    """ "between|and" entries: the first word, and the words that may stand between the two figures."""
    table: dict[str, set[str]] = {}
    for entry in entries:
        first, _, second = entry.partition("|")
        table.setdefault(first, set()).add(fold(second))
    return {first: frozenset(seconds) for first, seconds in table.items()}


_AGE_LISTS = ("age_people", "age_link")


def _ages(dates: Mapping[str, Any]) -> tuple[dict[str, str], ...]:
    """What the section `dates` says of ages: names of the year, "years old" after a figure, "aged" before it."""
    years = dates.get("units", {}).get("year", ())
    after = {year + mark + word: "year" for year in years for word in dates.get("age_after", ()) for mark in " -"}
    return dict.fromkeys(years, "year"), after, dict.fromkeys(dates.get("age_before", ()), "year")


def _compound_words(own: Mapping[str, Any], words: Mapping[str, Any]) -> dict[str, tuple[str, Value] | None]:
    """What compounds are made of; None stands for "and". "Eintausend" is two words here ("hunderteintausend")."""
    ones = tuple(word for word in map(fold, own.get("articles", ())) if word)
    made: dict[str, tuple[str, Value] | None] = {
        word: entry
        for word, entry in words.items()
        if entry[1] < 100
        or not any(word.startswith(one) and words.get(word[len(one) :], ("", 0))[1] == entry[1] for one in ones)
    }
    made.update({word: (SCALE, value) for word, value in numbers(own.get("compound_parts", {})).items()})
    made.update(dict.fromkeys(map(fold, (*own.get("and", ()), *own.get("compound_and", ())))))
    return made


def _compound_test(own: Mapping[str, Any]) -> Callable[[str], object] | None:
    """A quick test for words that may be made of several number words."""
    if endings := own.get("compound_endings"):
        return methodcaller("endswith", tuple(map(fold, endings)))
    marks = own.get("compound")
    return re.compile("|".join(marks)).search if marks else None


def _foreign_units(lang: Language) -> dict[str, str]:
    """Names of the usual units in a language that has no file of its own; empty for the others."""
    units = {} if lang.is_known else language.cldr("unit_names", "und").get(language.base(lang.code), {})
    return {name: unit for unit, names in units.items() for name in names}


@lru_cache(maxsize=None)
def lexicon(lang: Language) -> Lexicon:
    """The lexicon of a language, built on first ask."""
    base, own, table = (
        language.load("und").section("numbers"),
        lang.section("numbers"),
        language.cldr("numbers", lang.code),
    )
    known = bool(table)

    def merged(name: str) -> dict[str, Any]:
        # Order matters to later wins: the hand-made table of the language is the last word.
        return {**table.get(name, {}), **base.get(name, {}), **own.get(name, {})}

    dated = lang.section("dates")
    years, ages, age_before = _ages(dated)
    spaced = bool(lang.section("meta").get("spaces", True)) and own.get("script") is None
    cardinals, scales = numbers(merged("cardinals")), numbers(merged("scales"))
    for word in numbers(own.get("cardinals", {})):  # "ألفين" is 2000, though spell-out rules list it as a thousand
        scales.pop(word, None)
    ordinals = {**ordinals_of({**scales, **cardinals}, own), **numbers(merged("ordinals"))}
    ordinals = {**with_endings(ordinals, own.get("ordinal_forms", ())), **ordinals}
    for table_of in (cardinals, scales, ordinals):
        inflect(table_of, own)
    # "cent" and "yüz" multiply what stands before them, and may stand alone: scales that are complete numbers.
    hundreds = [word for word, value in cardinals.items() if value == 100]
    for word in hundreds:
        scales.setdefault(word, cardinals.pop(word))
    solo = {fold(form) for word in (*table.get("solo", ()), *own.get("solo", ())) for form in variants(word)}
    second = own.get("respell", ())
    cardinals, ordinals = respelt(cardinals, second), respelt(ordinals, second)
    fractions = numbers(own.get("fractions", {}))
    divisors = denominators_of(own, ordinals, cardinals)
    kinds = (
        (DENOMINATOR, divisors),
        (ORDINAL, ordinals),
        (FRACTION, fractions),
        (CARDINAL, cardinals),
        (SCALE, scales),
        (SHIFT, numbers(own.get("shifts", {}))),
        (DIVISOR, numbers(own.get("divisors", {}))),
    )
    words: dict[str, tuple[str, Value]] = dict.fromkeys(map(fold, own.get("articles", ())), (ARTICLE, 1))
    for kind, entries in kinds:
        # An article stays one ("ein", "un") although spell-out tables list it as the number one.
        words.update({word: (kind, value) for word, value in entries.items() if words.get(word, ("",))[0] != ARTICLE})
    return Lexicon(
        code=lang.code,
        decimal=table.get("decimals", {}).get(lang.code.rpartition("-")[2], table.get("decimal", ".")),
        spaced=spaced,
        known=known,
        words=words,
        solo=frozenset({*solo, *hundreds}),
        rooms={int(value): int(room) for value, room in own.get("rooms", {}).items()},
        denominators=divisors,
        ratio=frozenset(map(fold, own.get("ratio", ()))),
        mixed=frozenset(map(fold, (*own.get("and", ()), *own.get("mixed", ())))),
        parts=frozenset(map(fold, own.get("parts", ()))),
        ratio_back=frozenset(map(fold, own.get("ratio_back", ()))),
        part_links=frozenset(map(fold, own.get("part_links", ()))),
        ordinal_parts=bool(own.get("ordinal_parts", True)),
        and_after=int(own.get("and_after", 1)),
        share_before=own.get("share_before", ""),
        tens_and=frozenset(own.get("tens_and", ())),
        tens_last=bool(own.get("tens_last", False)),
        comma_joins=bool(own.get("comma_joins", False)),
        joined_ordinals=bool(own.get("joined_ordinals", False)),
        formed_denominators="denominator_forms" in own,
        plain_denominators=any(len(set(rule.split(">"))) == 1 for rule in own.get("denominator_forms", ())),
        ones=frozenset(word for word in map(fold, own.get("articles", ())) if cardinals.get(word) == 1),
        apostrophes=any("'" in word for word in cardinals),
        weak=frozenset(map(fold, own.get("weak", ()))),
        glue=frozenset(map(fold, own.get("and", ()))),
        decimal_words=frozenset(form for word in own.get("decimal_words", ()) for form in map(fold, variants(word))),
        decimal_links=frozenset(map(fold, own.get("decimal_links", ()))),
        of=frozenset(map(fold, own.get("of", ()))),
        vague=frozenset(form for word in own.get("vague", ()) for form in map(fold, variants(word))),
        rough=numbers(own.get("rough", {})),
        bare={word: value for word, value in scales.items() if value >= 100},
        prefixes=tuple(sorted(map(fold, own.get("prefixes", ())), key=len, reverse=True)),
        prefix_set=frozenset(map(fold, own.get("prefixes", ()))),
        prefix_lengths=tuple(sorted({len(prefix) for prefix in own.get("prefixes", ())}, reverse=True)),
        suffixes=frozenset(map(fold, own.get("ordinal_suffixes", ()))),
        spaced_suffixes=bool(own.get("spaced_suffixes", False)),
        reversed=bool(own.get("reversed", False)),
        short_scales=numbers(own.get("short_scales", {})),
        free_prefixes=frozenset(map(fold, own.get("free_prefixes", ()))),
        ambiguous_units=frozenset(map(fold, own.get("ambiguous_units", ()))),
        labels=frozenset(map(fold, (*base.get("labels", ()), *own.get("labels", ())))),
        names=frozenset(map(fold, (*base.get("names", ()), *own.get("names", ())))),
        percent=Phrases(_spelt(_percents(own)), spaced),
        percent_before=Phrases(dict.fromkeys(own.get("percent_before", ()), "percent"), spaced),
        units=Phrases(_spelt({**_foreign_units(lang), **merged("units"), **ages}), spaced),
        years=Phrases(years, spaced),
        age_before=Phrases(age_before, spaced),
        age_lead=age_lead(*("|".join(map(re.escape, map(fold, dated.get(k, ())))) or "(?!)" for k in _AGE_LISTS)),
        units_around=Phrases({**table.get("units_around", {}), **own.get("units_around", {})}, spaced),
        currencies=Phrases(
            _spelt({**_run_on(table.get("currencies", {}), spaced), **own.get("currencies", {})}), spaced
        ),
        codes=frozenset({*table.get("currencies", {}).values(), *_CODES}),
        symbols={fold(key): value for key, value in merged("symbols").items()},
        bound_before=Phrases(_spelt(_flat(own.get("before", {}))), spaced),
        bound_after=Phrases(_spelt(_flat(own.get("after", {}))), spaced),
        denials=tuple(map(fold, own.get("denials", ()))),
        minus=Phrases(dict.fromkeys(own.get("minus", ()), "-"), spaced),
        to=frozenset(map(fold, own.get("to", ()))),
        between=Phrases(_pairs(own.get("between", ())), spaced),
        compound=_compound_test(own),
        compound_words=_compound_words(own, words),
        compound_length=int(own.get("compound_length", 7)),
        endings=bool(own.get("endings")),
        signs=re.compile(f"[{own['signs']}]+") if own.get("signs") else None,
        han=own if own.get("script") else {},
        direction=own.get("direction", {}),
        roles=own.get("roles", {}),
        things=own.get("things", {}),
    )


_CODES = ("USD", "EUR", "GBP", "JPY", "CNY", "CHF", "RUB", "INR", "CAD", "AUD")
"""Currency codes that are read in every language, with or without a table."""
