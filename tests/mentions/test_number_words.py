"""Numbers in words in seven European languages: read back as ICU spells them, fractions, ratios, and what is none."""

import json
import time

import pytest
from support import ROOT, article

from retold.checker import language, mentions
from retold.checker.mentions.number import read_figures

SPELLED = json.loads((ROOT / "tests" / "data" / "spelled.json").read_text("utf-8"))


def values(text, code):
    return [f.value if f.kind != "range" else (f.low, f.high) for f in read_figures(text, language.load(code))]


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, sets in SPELLED.items() for name in sets])
def test_spelled_numbers_are_read_back(code, name):
    kind = "ordinal" if name.startswith("ordinal") else "number"
    wrong = {}
    for value, text in SPELLED[code][name].items():
        found = [(f.kind, f.value, f.text) for f in read_figures(f"({text})", language.load(code))]
        if found != [(kind, value, text)]:
            wrong[text] = found
    allowed = {"one thousandth", "one hundredth"}  # parts, where nothing follows
    assert not {text: found for text, found in wrong.items() if text not in allowed}


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "4 thousand 3 hundred and 21 tiles; two thousand, one hundred bricks", ["4321", "2100"]),
        ("en", "one thousand, two thousand", ["1000", "2000"]),
        ("en", "half a million, two thousand", ["500000", "2000"]),
        ("en", "322 hundred; 200 dozens; half a dozen", ["32200", "2400", "6"]),
        ("en", "the thirtyfirst, the one hundredth anniversary, the three trillionth", ["31", "100", "3000000000000"]),
        ("de", "der einhunderttausendste Gast, der dreihundert Milliardste Stern", ["100000", "300000000000"]),
        ("de", "zweihundertfuenfundfuenfzig, hunderteintausend", ["255", "101000"]),
        ("de", "zwölfeinhalb Kilo, zweieinhalb Jahre, eineinhalb Millionen", ["12.5", "2.5", "1500000"]),
        ("fr", "3 cent un, 4 mille 3 cents et 21, deux cent un mille", ["301", "4321", "201000"]),
        ("fr", "la quatre-vingt-dixième fois, les dix-septièmes, soixante et onzième", ["90", "17", "71"]),
        ("es", "quince docenas, ciento un mil soldados", ["180", "101000"]),
        ("es", "milésimo tricentésimo cuadragésimo séptimo, tresmillonésimo, la 5ª", ["1347", "3000000", "5"]),
        ("it", "centottanta, il duecentocinquesimo, la ventunesima", ["180", "205", "21"]),
        ("it", "due dozzine, ottant'anni", ["24", "80"]),
        ("pt", "décimas segundas, undécimo, 10ª", ["12", "11", "10"]),
        ("nl", "de honderdeende, de tweeduizend zestiende, de vijfendertigste", ["101", "2016", "35"]),
        ("nl", "twaalfenhalve kilo, driekwart", ["12.5", "0.75"]),
    ],
)
def test_compounds_and_ordinals(code, text, wanted):
    assert values(text, code) == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "three fifths; five-eighths; one-third; three twenty-firsts", ["0.6", "0.625", 1 / 3, 1 / 7]),
        ("en", "five and a quarter; a hundred and three quarters; twenty-one fifths", ["5.25", "100.75", "4.2"]),
        ("en", "two thirds of a million; a billion and a half million", [2e6 / 3, "1000500000"]),
        ("en", "a fifth of the voters, two third of the voters", ["0.2", 2 / 3]),
        ("de", "drei Fünftel, ein Drittel, fünf halbe Brote, ein Zwanzigstel", ["0.6", 1 / 3, "2.5", "0.05"]),
        ("fr", "deux cinquièmes, un cinquième des voix, deux tiers de million", ["0.4", "0.2", 2e6 / 3]),
        ("fr", "vingt et trois cinquièmes, trente-deux cinquièmes", ["20.6", "6.4"]),
        ("es", "tres quintos, dos centésimas, tres veintiunavos, una tercera parte", ["0.6", "0.02", 1 / 7, 1 / 3]),
        ("es", "diez con un cuarto, seis millones con dos tercios", ["10.25", 20e6 / 3]),
        ("it", "tre quinti, un ventesimo del totale, cinque e un quarto", ["0.6", "0.05", "5.25"]),
        ("pt", "três vinte avos, dois onze avos, um quinto dos votos", ["0.15", 2 / 11, "0.2"]),
        ("nl", "twee derde van de stemmen, drie een vijfde, een achtste van", [2 / 3, "3.2", "0.125"]),
        ("en", "-3/2", ["-1.5"]),
        ("en", "5 1/2", ["5.5"]),
    ],
)
def test_fractions(code, text, wanted):
    found = values(text, code)
    assert len(found) == len(wanted)
    for said, value in zip(found, wanted, strict=True):
        assert said == value if isinstance(value, str) else float(said) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "one in five people, 1 in 20, seven out of ten", ["0.2", "0.05", "0.7"]),
        ("fr", "un sur cinq, 2 sur 10", ["0.2", "0.2"]),
        ("es", "uno de cada cinco, 1 de cada 5", ["0.2", "0.2"]),
        ("it", "uno su cinque, 1 su 5", ["0.2", "0.2"]),
        ("pt", "um em cada cinco, 1 em cada 5", ["0.2", "0.2"]),
        ("nl", "een op de vijf, 1 op 5", ["0.2", "0.2"]),
        # No ratio: a place, a year, a unit, a large number, or more than there are.
        ("en", "1 in Paris, 3 in 2019, 2 in 10 miles, 35 out of 100", ["1", "3", "2019", "2", "10", "35", "100"]),
        ("en", "10 in 5 places", ["10", "5"]),
        ("fr", "une sur la table, 3 sur 1 500", ["3", "1500"]),
    ],
)
def test_ratios(code, text, wanted):
    assert values(text, code) == wanted


def test_a_ratio_keeps_its_numbers():
    """Another language may give them as two figures."""
    (figure,) = read_figures("one in five", language.load("en"))
    assert figure.alternates == ("5", "1")


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "- 1,200,000", ["-1200000"]),
        ("en", ".08 and -.5", ["0.08", "-0.5"]),
        ("en", "1.5e9, 2^10, 2^-2, 6.02x10^23", ["1500000000", "1024", "0.25", "602000000000000000000000"]),
        ("en", "1.2b people, 2mil people, 3 lac, 5 crore", ["1200000000", "2000000", "300000", "50000000"]),
        ("de", "negativ 12, 1 Komma 5", ["-12", "1.5"]),
        ("fr", "négatif 12, vingt pour-cent", ["-12", "20"]),
        ("es", "1 punto cinco, uno coma cinco, siete con cincuenta", ["1.5", "1.5", "7.5"]),
        ("es", "punto cinco", ["0.5"]),
        ("es-MX", "1,234 casas", ["1234"]),
        ("es", "1,234 casas", ["1.234"]),
        ("it", "duecento punto ventinove", ["200.29"]),
        ("pt", "duzentos vírgula zero três", ["200.03"]),
        ("en", "three and a half percent, a fifth of a percent", ["3.5", "0.2"]),
    ],
)
def test_signs_and_decimals(code, text, wanted):
    assert values(text, code) == wanted


def test_seventeen_is_no_tenth_of_september():
    text = article("Dix-sept personnes ont été blessées en dix-sept jours, le dix septembre.", "fr")
    found = [(m.kind, m.text) for name in ("number", "date") for m in mentions.of(text, name)]
    assert ("number", "Dix-sept") in found
    assert ("date", "dix septembre") in found
    assert not [text for kind, text in found if kind == "date" and text.lower() == "dix-sept"]


def test_half_a_dozen_is_no_clock_time():
    (figure,) = mentions.of(article("Er lagen een half dozijn eieren op tafel.", "nl"), "number")
    assert (figure.text, figure.value) == ("half dozijn", "6")


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "a third official and one third-placed team", ["3", "1", "3"]),
        ("en", "five quarters of decline", ["5"]),
        ("en", "- 12 people\n- 30 people", ["12", "30"]),
        ("en", "a 5G network, 10 K run", ["10"]),
        ("en", "the fifth and sixth of May", ["5", "6"]),
        ("de", "deshalb, innerhalb, halbherzig, Hundertschaft, Viertelfinale", []),
        ("fr", "dix pour cent un an plus tard", ["10"]),
        ("fr", "un cinquième homme, les cinquièmes", ["5", "5"]),
        ("es", "el 10 por ciento un año después", ["10"]),
        ("es", "el punto cinco del orden del día", ["5"]),
        ("es", "siete con dos maletas", ["7", "2"]),
        ("es", "familia, similar, Emilio, último", []),
        ("it", "il dieci per cento un anno fa", ["10"]),
        ("it", "incidente, centro, recente, milionario", []),
        ("nl", "behalve, halverwege, een derde man", ["3"]),
        ("pt", "um ponto importante, duas sextas-feiras", ["2", "6"]),
    ],
)
def test_what_only_looks_like_a_number(code, text, wanted):
    assert values(text, code) == wanted


@pytest.mark.parametrize(
    "text", ["two thirds ", "one in ", "a fifth of ", "five point ", "twenty and ", "1e", "2^", "cento"]
)
def test_time_stays_linear(text):
    for code in ("en", "fr", "it"):
        started = time.process_time()
        read_figures(text * (100_000 // len(text)), language.load(code))
        assert time.process_time() - started < 2
