"""What a figure measures: money, quantities, temperatures, ages; and words that only look like units."""

import pytest

from retold.checker import language
from retold.checker.mentions.number import read_figures


def figures(text, code):
    return [(figure.value, figure.unit) for figure in read_figures(text, language.load(code))]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        # money: the currency before, behind, on both sides; scales behind it; coins
        ("en", "It cost A$ 5, Rs. 500 or USD 50.", [("5", "AUD"), ("500", "INR"), ("50", "USD")]),
        ("en", "a loan of 75 USD million, 120 MEUR and US$ 5 million dollars",
         [("75000000", "USD"), ("120000000", "EUR"), ("5000000", "USD")]),
        ("en", "15 USD 50. Five pounds twenty. Two yuan five jiao.", [("15.5", "USD"), ("5.2", "GBP"), ("2.5", "CNY")]),
        ("en", "petrol at 50p a litre, R50 million for roads", [("50", "penny"), ("50000000", "ZAR")]),
        ("es", "solo 3 euros con 99 céntimos, 7,8 M de euros", [("3.99", "EUR"), ("7800000", "EUR")]),
        ("pt", "Pagaram 75 USD milhões.", [("75000000", "USD")]),
        ("de", "11 Millionen britischen Pfund, 20 Mio. EUR", [("11000000", "GBP"), ("20000000", "EUR")]),
        ("ru", "пять центов и 30 тыс. гривен", [("5", "cent"), ("30000", "UAH")]),
        # temperatures
        ("en", "98.6 F, 5 ° C, 10 degrees below zero", [("98.6", "fahrenheit"), ("5", "celsius"), ("-10", "degree")]),
        ("es", "37ºC y 10 bajo cero", [("37", "celsius"), ("-10", "degree")]),
        ("ru", "20 градусов мороза", [("-20", "degree")]),
        ("tr", "sıfırın altında 5 derece", [("-5", "degree")]),
        ("nl", "het was - 20 graden Fahrenheit", [("-20", "fahrenheit")]),
        # compound units
        ("fr", "Il roulait à 188 miles à l'heure.", [("188", "mile-per-hour")]),
        ("en", "64 kilobits per second, 12 square feet", [("64", "kilobit-per-second"), ("12", "square-foot")]),
        ("tr", "saatte 90 kilometre hızla", [("90", "kilometer-per-hour")]),
        ("en", "a 16-bit chip behind a 10-foot wall", [("16", "bit"), ("10", "foot")]),
        ("en", "She is 5'9\" and he is 6′ 2″.", [("5.75", "foot"), ("6.166667", "foot")]),
        ("uk", "за 15 милях звідси, 3 м²", [("15", "mile"), ("3", "square-meter")]),
        # ages, in any time
        ("en", "a 90-day-old calf, aged 18 months, three weeks old", [("90", "day"), ("18", "month"), ("3", "week")]),
        ("es", "Mi hermana tiene 29 años.", [("29", "year")]),
        ("it", "Ho solo 29 anni!", [("29", "year")]),
    ],
)  # fmt: skip
def test_what_a_figure_measures(code, text, wanted):
    assert figures(text, code) == wanted


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Five Europeans met at COP 29; 2 in April, 1080p video."),
        ("es", "Llegaron 5 europeos; tiene 29 años de experiencia; 500 bolivianos protestaron."),
        ("fr", "Le médecin a vu 64 582 cas, et 3 cas de plus, il y a 10 ans."),
        ("ru", "5 центров, 12 футболок и 10 летних лагерей"),
        ("pl", "5 w domu, 4 letnich obozów"),
        ("uk", "7 річних звітів, 5 центрів"),
        ("de", "ein Mann in den 20ern"),
        ("en", "Marta was 3'45\" behind the leader."),
    ],
)
def test_words_that_only_look_like_units(code, text):
    assert [unit for _, unit in figures(text, code) if unit] == []
