"""Figures written as Unicode CLDR writes them in each shipped language are read back to their value and unit.

An ambiguous separator keeps both readings, so a value may stand among the alternates.
"""

from decimal import Decimal

import pytest
from babel import Locale, numbers, units
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from retold.checker import language
from retold.checker.mentions.number import read_figures

LANGUAGES = language.shipped()
CURRENCIES = "USD EUR GBP CHF AUD CAD NZD CNY INR RUB TRY BRL PLN UAH SEK NOK DKK ZAR MXN CZK HUF ILS THB KES".split()
WHOLE_ONLY = ("JPY", "KRW")

# What one word or abbreviation leaves open, with the reason.
NOT_READ = {
    ("en", "B"): "77B may be a room; with decimals it is a billion",
    ("en", "T"): "tonne, tesla or trillion",
    ("es", "B"): "the billion of English (10^9) or of Spanish (10^12)",
    ("fr", "Bn"): "the billion of English (10^9) or of French (10^12)",
    ("fr", "k"): "a letter apart from its figure, as in k of n",
    ("tr", "B"): "bin (thousand), but also a class or a block: 5 B",
    ("hi", "नील"): "ten billions, but more often the colour or a name",
}
OTHER_WORDS = {
    ("fr", "quart"): "quart is a quarter",
    ("uk", "bushel"): "буш is a name",
    ("ru", "bushel"): "буш is a name",
    ("ko", "knot"): "노트 is a note",
    ("ar", "horsepower"): "حصان is a horse",
    ("ko", "astronomical-unit"): "천문 begins with a thousand",
    **{("cs", unit): "mil is a million" for unit in ("mile", "square-mile", "cubic-mile", "mile-per-hour")},
}
ONE_WORD = {
    frozenset(("calorie", "kilocalorie")): "the calorie of food",
    frozenset(("ton", "tonne")): "a ton, of either kind",
    frozenset(("pound", "GBP")): "weight or money",
}

languages = st.sampled_from(LANGUAGES)
tenths = st.integers(1, 10**7).map(lambda number: Decimal(number) / 10)
cents = st.integers(1, 10**7).map(lambda number: Decimal(number) / 100)


def read(text, code):
    return read_figures(text, language.load(code))


def reads(text, code, value, unit=None):
    """Whether a text is read as one figure of this value and, when it is given, this unit."""
    found = read(text, code)
    return any(
        value in map(Decimal, (figure.value, *figure.alternates))
        and (unit is None or figure.unit == unit or frozenset((figure.unit, unit)) in ONE_WORD)
        for figure in found
        if figure.value is not None
    )


def told(text, code):
    return text, [(figure.text, figure.value, figure.unit) for figure in read(text, code)]


@settings(max_examples=100, deadline=None)
@given(languages, st.one_of(st.integers(0, 9999), st.integers(0, 10**12)).map(Decimal))
def test_whole_numbers(code, value):
    text = numbers.format_decimal(value, locale=code)
    assert reads(text, code, value), told(text, code)


@settings(max_examples=100, deadline=None)
@given(languages, st.one_of(tenths, cents))
def test_decimals(code, value):
    text = numbers.format_decimal(value, locale=code)
    assert reads(text, code, value), told(text, code)


@settings(max_examples=60, deadline=None)
@given(st.one_of(tenths, cents))
def test_digits_of_the_own_script(value):
    text = numbers.format_decimal(value, locale="ar_EG", numbering_system="arab")
    assert reads(text, "ar", value), told(text, "ar")


@settings(max_examples=100, deadline=None)
@given(languages, st.integers(1, 9999).map(lambda number: Decimal(number) / 10))
def test_percents(code, value):
    text = numbers.format_percent(value / 100, locale=code, decimal_quantization=False)
    assert reads(text, code, value, "percent"), told(text, code)


@settings(max_examples=100, deadline=None)
@given(
    languages,
    st.sampled_from(("short", "long")),
    st.one_of(st.integers(1, 99).map(Decimal), st.integers(11, 99).map(lambda number: Decimal(number) / 10)),
    st.sampled_from((3, 6, 9, 12)),
)
def test_compact_numbers(code, form, value, power):
    locale = Locale.parse(code)
    assume(form in locale.compact_decimal_formats)
    value = value.scaleb(power)
    text = numbers.format_compact_decimal(value, format_type=form, locale=locale, fraction_digits=2)
    ending = text.strip("0123456789.,\u00a0\u202f \u200f")
    assume((code, ending) not in NOT_READ or (ending == "B" and "." in text))
    assert reads(text, code, value), told(text, code)


@settings(max_examples=100, deadline=None)
@given(languages, st.sampled_from((*CURRENCIES, *WHOLE_ONLY)), st.integers(200, 10**8).map(lambda n: Decimal(n) / 100))
def test_sums_as_they_are_printed(code, currency, value):
    value = value.quantize(Decimal(1)) if currency in WHOLE_ONLY else value
    text = numbers.format_currency(value, currency, locale=code)
    assert reads(text, code, value), told(text, code)


@settings(max_examples=100, deadline=None)
@given(languages, st.sampled_from((*CURRENCIES, *WHOLE_ONLY)), st.integers(2, 10**6).map(Decimal))
def test_sums_with_the_name_of_the_currency(code, currency, value):
    text = numbers.format_currency(value, currency, locale=code, format_type="name", currency_digits=False)
    assert reads(text, code, value, currency), told(text, code)


LONG = {key.split("-", 1)[1]: key for key in Locale.parse("en").unit_display_names}
UNITS = sorted({*language.cldr("units", "und")["factors"], "celsius", "fahrenheit"} & set(LONG))
PRINTED = (
    "kilometer meter centimeter kilogram gram square-kilometer square-meter hectare kilometer-per-hour megawatt "
    "kilowatt-hour gigabyte celsius".split()
)


def translated(text):
    """Whether the formatter knows the unit in the language: it writes the id of the others."""
    return not any(key in text for key in LONG.values())


@settings(max_examples=150, deadline=None)
@given(languages, st.sampled_from(UNITS), st.integers(2, 999).map(Decimal))
def test_measures_in_words(code, unit, value):
    assume((code, unit) not in OTHER_WORDS)
    text = units.format_unit(value, LONG[unit], "long", locale=code)
    assume(translated(text) and (value > 2 or code != "ar"))  # the Arabic dual says two without a numeral
    assert reads(text, code, value, unit), told(text, code)


@settings(max_examples=100, deadline=None)
@given(languages, st.sampled_from(PRINTED), tenths.filter(lambda value: value >= 2))
def test_measures_in_short(code, unit, value):
    text = units.format_unit(value, LONG[unit], "short", locale=code)
    assume(translated(text) and (value > 2 or code != "ar"))
    assert reads(text, code, value, unit), told(text, code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_bare_letter_is_no_unit_behind_a_number_in_words_or_among_words(code):
    """Short units count only beside digits: "two in April" is no length in any language."""
    for text in ("2 in April", "two t", "5 a", "3 o", "7 y", "4 e"):
        assert all(figure.unit is None for figure in read(text, code)), told(text, code)
