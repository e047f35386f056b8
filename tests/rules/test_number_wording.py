"""What an editor reads of figures: units and currencies by name, values where the digits do not show them."""

import pytest
from support import check

from retold.rules.number_wording import grouped, rounded, times, unit_name

UNITS = [
    ("square-kilometer", "square kilometres"),
    ("kilometer-per-hour", "kilometres per hour"),
    ("square-foot", "square feet"),
    ("celsius", "degrees Celsius"),
    ("percentage-point", "percentage points"),
    ("JPY", "yen"),
    ("XOF", "XOF"),
]
FIGURES = [(5.08, "5.1"), (16.3, "16.3"), (50.8, "51"), (6405, "6,400"), (2.2e12, "2.2 trillion"), (0.31, "0.31")]
FACTORS = [(10, "ten times as much"), (1e9, "a billion times as much"), (0.01, "a hundredth of it")]
MESSAGES = [
    ("en", "en", "The board is 1 to 2 inches thick.", "The board is 3 to 7 millimetres thick.",
     "The original says 1 to 2 inches, which is about 25 to 51 millimetres; the copy says 3 to 7 millimetres."),
    ("zh", "en", "广场面积为3万平方米。", "The square measures 30,000 metres.",
     "The original measures in square metres (3万平方米); the copy in metres (30,000 metres)."),
    ("ko", "en", "다리 건설에 4천만 유로가 들었다.", "The bridge cost 40 million dollars.",
     "The original gives the sum in euros (4천만 유로); the copy in US dollars (40 million dollars)."),
    ("zh", "en", "约有16万人参加。", "About 190,000 people took part.",
     "The original says 16万 (160,000); the copy says 190,000."),
    ("de", "en", "Siebzehn Arbeiter wurden verletzt.", "Seventy workers were injured.",
     "The original says Siebzehn (17); the copy says Seventy."),
    ("ru", "en", "Билет стоит 300 рублей.", "A ticket costs 30 roubles.",
     "The original says 300 рублей; the copy says 30 roubles, a tenth of it."),
    ("en", "de", "The town has 4,700 inhabitants.", "Die Stadt hat 4,700 Einwohner.",
     "The original says 4,700; the copy writes 4,700, which German reads as 4.7, a thousandth of it."),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "name"), UNITS)
def test_units_are_named(unit, name):
    assert unit_name(unit) == name


@pytest.mark.parametrize(("value", "words"), FIGURES)
def test_conversions_are_rounded_as_writers_round(value, words):
    assert rounded(value) == words


@pytest.mark.parametrize(("factor", "words"), FACTORS)
def test_factors_are_said_in_words(factor, words):
    assert times(factor) == words


@pytest.mark.parametrize(("original_lang", "copy_lang", "original", "copy", "message"), MESSAGES)
def test_a_message_says_what_an_editor_needs(original_lang, copy_lang, original, copy, message):
    found = check(original, copy, original_lang, copy_lang, select=("number",)).findings
    assert [finding.message for finding in found] == [message]


def test_values_are_grouped_for_the_reader():
    said = [grouped(value) for value in ("8500000000", "-0.5", "12.5", "-1234.5")]
    assert said == ["8,500,000,000", "-0.5", "12.5", "-1,234.5"]
