"""What a language says about figures, made ready for look-up: words, scales, units, currencies, bounds.

The tables come from two places: `languages/cldr/numbers/<code>.json` (generated from CLDR and ICU) and the `numbers`
section of the language file (compiled by hand), which wins. All keys are folded as the text is folded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
from retold.checker.mentions.number_tables import (
    SHORT,
    ages_of,
    around_of,
    attached,
    flat,
    foreign_units,
    pairs,
    percents,
    run_on,
    spelt,
    units_of,
)

ARTICLE, CARDINAL, SCALE, ORDINAL, FRACTION, DIGITS = "article", "cardinal", "scale", "ordinal", "fraction", "digits"
SHIFT, DIVISOR, DENOMINATOR = "shift", "divisor", "denominator"
"""Kinds of number word; DIGITS are no words. A SHIFT moves the number after it ("साढ़े तीन" is three and a half), a
DIVISOR divides it ("üçte iki" is two thirds); a DENOMINATOR ("fifths", "Drittel") counts only behind a number."""


@dataclass(frozen=True, eq=False)
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
    share_by: frozenset[str]
    share_ends: frozenset[str]
    share_more: frozenset[str]
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
    capital_scales: dict[str, Value]
    ambiguous_units: frozenset[str]
    plain_units: frozenset[str]
    labels: frozenset[str]
    names: frozenset[str]
    free_prefixes: frozenset[str]
    percent: Phrases
    percent_before: Phrases
    units: Phrases
    units_around: Phrases
    age_units: Phrases
    per: Phrases
    per_before: Phrases
    below_zero: Phrases
    capital_units: frozenset[str]
    hyphenated: tuple[str, ...]
    age_before: Phrases
    age_lead: re.Pattern[str]
    currencies: Phrases
    symbols: dict[str, str]
    codes: frozenset[str]
    codes_after: frozenset[str]
    coins: dict[str, tuple[str, Value]]
    coin_glue: frozenset[str]
    bound_before: Phrases
    bound_after: Phrases
    joints: frozenset[str]
    denials: tuple[str, ...]
    minus: Phrases
    to: frozenset[str]
    between: Phrases
    compound: Callable[[str], object] | None
    compound_marks: tuple[str, ...]
    compound_words: dict[str, tuple[str, Value] | None]
    compound_length: int
    endings: bool
    signs: re.Pattern[str] | None
    han: Mapping[str, Any] = field(default_factory=dict)
    direction: Mapping[str, Any] = field(default_factory=dict)
    roles: Mapping[str, Any] = field(default_factory=dict)
    things: Mapping[str, Any] = field(default_factory=dict)


_AGE_LISTS = ("age_people", "age_link", "age_verbs", "age_adverbs")


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


@lru_cache(maxsize=None)
def lexicon(lang: Language) -> Lexicon:
    """The lexicon of a language, built on first ask."""
    base, own = language.load("und").section("numbers"), lang.section("numbers")
    words_table = language.cldr("numbers", lang.code)
    known, money = bool(words_table), language.cldr("units", "und")
    table = {**words_table, **language.cldr("units", lang.code)}

    def merged(name: str) -> dict[str, Any]:
        # Order matters to later wins: the hand-made table of the language is the last word.
        return {**table.get(name, {}), **base.get(name, {}), **own.get(name, {})}

    dated = lang.section("dates")
    age_units, ages, age_before = ages_of(dated)
    spaced = lang.spaced and own.get("script") is None
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
        share_by=frozenset(own.get("share_by", ())),
        share_ends=frozenset(own.get("share_ends", ())),
        share_more=frozenset(own.get("share_more", ())),
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
        capital_scales={name: number(value) for name, value in own.get("capital_scales", {}).items()},
        free_prefixes=frozenset(map(fold, own.get("free_prefixes", ()))),
        ambiguous_units=frozenset(map(fold, own.get("ambiguous_units", ()))),
        plain_units=frozenset(own.get("plain_units", ())),
        labels=frozenset(map(fold, (*base.get("labels", ()), *own.get("labels", ())))),
        names=frozenset(map(fold, (*base.get("names", ()), *own.get("names", ())))),
        percent=Phrases(spelt(percents(own)), spaced),
        percent_before=Phrases(dict.fromkeys(own.get("percent_before", ()), "percent"), spaced),
        units=Phrases(spelt({**foreign_units(lang), **units_of(merged("units")), **ages}, SHORT), spaced),
        age_units=Phrases(age_units, spaced),
        per=Phrases(spelt(merged("per")), spaced),
        per_before=Phrases(own.get("per_before", {}), spaced),
        below_zero=Phrases(dict.fromkeys(own.get("below_zero", ()), "-"), spaced),
        capital_units=frozenset(own.get("capital_units", ())),
        hyphenated=tuple(own.get("hyphenated", ())),
        age_before=Phrases(age_before, spaced),
        age_lead=age_lead(*("|".join(map(re.escape, map(fold, dated.get(k, ())))) or "(?!)" for k in _AGE_LISTS)),
        units_around=Phrases(around_of(table.get("units_around", {}), own.get("units_around", {})), spaced),
        currencies=Phrases(spelt(run_on(merged("currencies"), spaced), SHORT), spaced),
        codes=frozenset(money["codes"]),
        codes_after=frozenset(money["codes_after"]),
        coins={name: (code, number(value)) for name, (code, value) in own.get("coins", {}).items()},
        coin_glue=frozenset(map(fold, own.get("coin_glue", ()))),
        symbols={fold(key): value for key, value in merged("symbols").items()},
        bound_before=Phrases(spelt(attached(flat(own.get("before", {})), own.get("prefixes", ()))), spaced),
        bound_after=Phrases(spelt(flat(own.get("after", {}))), spaced),
        joints=frozenset(map(fold, (*own.get("and", ()), *own.get("joints", ())))),
        denials=tuple(map(fold, own.get("denials", ()))),
        minus=Phrases(dict.fromkeys(own.get("minus", ()), "-"), spaced),
        to=frozenset(map(fold, own.get("to", ()))),
        between=Phrases(pairs(own.get("between", ())), spaced),
        compound=_compound_test(own),
        compound_marks=(
            *own.get("compound", ()),
            *(f"{fold(ending)}(?![a-z])" for ending in own.get("compound_endings", ())),
        ),
        compound_words=_compound_words(own, words),
        compound_length=int(own.get("compound_length", 7)),
        endings=bool(own.get("endings")),
        signs=re.compile(f"[{own['signs']}]+") if own.get("signs") else None,
        han=own if own.get("script") else {},
        direction=own.get("direction", {}),
        roles=own.get("roles", {}),
        things=own.get("things", {}),
    )
