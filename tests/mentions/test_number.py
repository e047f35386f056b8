"""Figures by value, in every shipped language, and what only looks like one."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, article

from retold.checker import language, mentions
from retold.checker.mentions.number import Figure, read_figures

LANGUAGES = language.shipped()


def figures(text, code):
    return read_figures(text, language.load(code))


def values(text, code):
    return [f.value if f.kind != "range" else (f.low, f.high) for f in figures(text, code)]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "About 10,000 of 2.5 million people", ["10000", "2500000"]),
        ("en", "two hundred and thirty-one thousand", ["231000"]),
        ("en", "half a million, two and a half million, two dozen", ["500000", "2500000", "24"]),
        ("en", "two thirds of the seats", ["0.666666666666667"]),
        ("en", "6 feet 3 inches tall, 7 pounds and 8 ounces", ["6.25", "7.5"]),
        ("ja", "1ドル=151円95銭、4万0762円73銭", ["1", "151.95", "40762.73"]),
        ("en", "a third of the voters", ["0.333333333333333"]),
        ("en", "thousands of people, a few hundred soldiers", []),
        ("en", "twenty twenty", ["20", "20"]),
        ("de", "zweihunderteinunddreißigtausend Menschen", ["231000"]),
        ("de", "5,5 Milliarden, 1.250 Stück, 2,5 Mio., anderthalb", ["5500000000", "1250", "2500000", "1.5"]),
        ("de", "ein Mann und eine Million Frauen", ["1000000"]),
        ("fr", "quatre-vingt-dix-sept, soixante et onze, deux cent mille", ["97", "71", "200000"]),
        ("fr", "1 234 567,5 tonnes", ["1234567.5"]),
        ("es", "mil doscientos millones, treinta y cinco", ["1200000000", "35"]),
        ("es", "un millón y medio", ["1500000"]),
        ("it", "duecentotrentunomila, un milione e mezzo", ["231000", "1500000"]),
        ("pt", "dois milhões e meio, cento e vinte", ["2500000", "120"]),
        ("nl", "tweehonderdeenendertigduizend, anderhalf miljoen", ["231000", "1500000"]),
        ("pl", "dwieście trzydzieści jeden tysięcy, 2,5 mln", ["231000", "2500000"]),
        ("ru", "двести тридцать одна тысяча, полтора миллиона, 10 тыс.", ["231000", "1500000", "10000"]),
        ("uk", "двісті тридцять п’ять тисяч, 2,5 млрд", ["235000", "2500000000"]),
        ("ar", "مئتان وخمسة وثلاثون ألف و١٢٫٥", ["235000", "12.5"]),
        ("ar", "تسعة عشر كتابا", ["19"]),
        ("tr", "iki yüz otuz beş bin, 2,5 milyon", ["235000", "2500000"]),
        ("hi", "ढाई लाख, दो करोड़, १२,३४,५६७", ["250000", "20000000", "1234567"]),
        ("ko", "23만 5천 명, 55억, 세 명, 스물다섯 명", ["235000", "5500000000", "3", "25"]),
        ("ja", "二十三万五千人、55億、3分の2", ["235000", "5500000000", "0.666666666666667"]),
        ("zh", "二十三万五千人，1.1亿，三分之二", ["235000", "110000000", "0.666666666666667"]),
        ("zh", "三万五", ["35000"]),
        ("sv", "10 000 och 1 250", ["10000", "1250"]),
        ("en", "five point five million, minus two point two five", ["5500000", "-2.25"]),
        ("de", "zwei Komma drei, null Komma acht", ["2.3", "0.8"]),
        ("fr", "trois virgule deux, deux cents", ["3.2", "200"]),
        ("es", "tres coma cinco millones; en este punto dos", ["3500000", "2"]),
        ("ja", "２・５メートル、二・五倍、１・２位、3・5％", ["2.5", "2.5", "1", "2", "3.5"]),
        ("ru", "более миллиона тонн, тысячи людей", ["1000000"]),
        ("uk", "до10,16 см", ["10.16"]),
        ("es", "la vigésima quinta edición", ["25"]),
        ("pt", "a vigésima quinta edição", ["25"]),
        ("pl", "dwudziesta piąta edycja", ["25"]),
        ("ar", "الدورة الخامسة والعشرون", ["25"]),
    ],
)
def test_numbers_are_read(code, text, wanted):
    assert values(text, code) == wanted


@pytest.mark.parametrize("zero", "0٠۰०০๐၀០０𝟎𞥐")
def test_digits_of_every_script(zero):
    digits = "".join(chr(ord(zero) + int(digit)) for digit in "12045")
    assert values(f"({digits})", "und") == ["12045"]


@pytest.mark.parametrize(
    ("text", "code", "value", "alternates"),
    [
        ("1.000 people", "en", "1", ("1000",)),
        ("1.000 Menschen", "de", "1000", ("1",)),
        ("1,000 people", "en", "1000", ("1",)),
        ("0.125 litres", "en", "0.125", ()),
        ("12,34,567 people", "en", "1234567", ()),
        ("1’234’567 Menschen", "de", "1234567", ()),
    ],
)
def test_separators_keep_both_readings(text, code, value, alternates):
    (figure,) = figures(text, code)
    assert (figure.value, figure.alternates) == (value, alternates)


@pytest.mark.parametrize(
    ("text", "code", "kind", "value", "unit"),
    [
        ("12 percent", "en", "percent", "12", "percent"),
        ("3 percentage points", "en", "percent", "3", "percentage-point"),
        ("yüzde 12", "tr", "percent", "12", "percent"),
        ("%12", "tr", "percent", "12", "percent"),
        ("百分之五", "zh", "percent", "5", "percent"),
        ("三成", "zh", "percent", "30", "percent"),
        ("3割", "ja", "percent", "30", "percent"),
        ("12 Prozent", "de", "percent", "12", "percent"),
        ("$1.2m", "en", "money", "1200000", "USD"),
        ("£1bn", "en", "money", "1000000000", "GBP"),
        ("€ 3,5 Mrd.", "de", "money", "3500000000", "EUR"),
        ("deux millions d’euros", "fr", "money", "2000000", "EUR"),
        ("5,5 млрд долларов", "ru", "money", "5500000000", "USD"),
        ("55억 달러", "ko", "money", "5500000000", "USD"),
        ("EUR 40", "en", "money", "40", "EUR"),
        ("25 miles", "en", "quantity", "25", "mile"),
        ("-5 degrees Celsius", "en", "quantity", "-5", "celsius"),
        ("摄氏20度", "zh", "quantity", "20", "celsius"),
        ("20 Kilometern", "de", "quantity", "20", "kilometer"),
        ("70 كيلومترا", "ar", "quantity", "70", "kilometer"),
        ("21st", "en", "ordinal", "21", None),
        ("3-й", "ru", "ordinal", "3", None),
        ("第3", "zh", "ordinal", "3", None),
        ("세 번째", "ko", "ordinal", "3", None),
        ("1er", "fr", "ordinal", "1", None),
    ],
)
def test_what_a_figure_measures(text, code, kind, value, unit):
    (figure,) = figures(text, code)
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)
    assert figure.text == text[figure.start : figure.end]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "12 Männer, 5 Müller, 3 tönerne Töpfe, 4 gönnerhafte"),
        ("ru", "2022 в Бангладеше, 5 в доме, 12 Мужчин, 7 газет"),
        ("uk", "5 в Києві, 7 мешканців"),
        ("pl", "5 w domu, 5 złych, 2022 w Polsce"),
        ("fr", "5 élèves, 12 Mémoires, 5 kébabs"),
        ("tr", "5 mühendis, 3 köy, 7 bölge"),
        ("pt", "3 técnicos, 5 mês"),
        ("en", "12 M, 3 b, 7 T, 9 Märchen"),
        ("hi", "5 mकान"),
        ("zh", "5mé"),
    ],
)
def test_a_letter_is_a_scale_or_unit_only_where_it_is_written_as_one(code, text):
    assert all(figure.unit is None and float(figure.value) < 3000 for figure in figures(text, code))


@pytest.mark.parametrize(
    ("code", "text", "value", "unit"),
    [
        ("de", "220 V", "220", "volt"),
        ("ru", "220 В", "220", "volt"),
        ("ru", "30 т", "30", "tonne"),
        ("pl", "60 W", "60", "watt"),
        ("de", "12 M€", "12000000", "EUR"),
        ("fr", "12 M d’euros", "12000000", "EUR"),
        ("en", "$12 M", "12000000", "USD"),
        ("en", "10k", "10000", None),
        ("en", "a rope of 3m", "3", "meter"),
        ("en", "3M", "3", None),
        ("ja", "３Ｍ", "3", None),
        ("en", "thirteen dollars and forty-five cents", "13.45", "USD"),
        ("de", "zwei Euro und fünfzig Cent", "2.5", "EUR"),
        ("fr", "64,2 cents", "64.2", "cent"),
    ],
)
def test_short_units_and_coins(code, text, value, unit):
    (figure,) = figures(text, code)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "a 29-year-old driver"), ("en", "twenty-nine years old"), ("en", "a driver aged 29 told"),
        ("de", "der 29-jährige Fahrer"), ("de", "29 Jahre alt"), ("de", "im Alter von 29 Jahren"),
        ("es", "un hombre de 29 años"), ("es", "Ana Ruiz, de 29 años, ganó"), ("es", "29 años de edad"),
        ("fr", "une femme de 29 ans"), ("fr", "Jean Petit, 29 ans, gagne"), ("fr", "âgé de 29 ans"),
        ("it", "un uomo di 29 anni"), ("it", "all'età di 29 anni"), ("pt", "um jovem de 29 anos"),
        ("nl", "een 29-jarige man"), ("nl", "29 jaar oud"), ("pl", "29-letni kierowca"), ("pl", "w wieku 29 lat"),
        ("ru", "29-летний водитель"), ("ru", "в возрасте 29 лет"), ("uk", "29-річний водій"),
        ("tr", "29 yaşındaki sürücü"), ("hi", "29 वर्षीय चालक"), ("ar", "البالغ من العمر 29 عاما"),
        ("ko", "29세 운전자"), ("ko", "스물아홉 살"), ("ja", "29歳の運転手"), ("zh", "29岁的司机"),
    ],
)  # fmt: skip
def test_ages_are_years_in_every_language(code, text):
    text = article(text, code)
    assert [(f.kind, f.value, f.unit) for f in mentions.of(text, "number")] == [("quantity", "29", "year")]
    assert not mentions.of(text, "date")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "a 10-year deal"), ("es", "una condena de 10 años"), ("fr", "une peine de 10 ans"),
        ("it", "una pena di 10 anni"), ("ru", "10 лет тюрьмы"), ("ja", "10年の契約"),
    ],
)  # fmt: skip
def test_other_years_are_durations(code, text):
    text = article(text, code)
    assert not mentions.of(text, "number")
    assert [m.value for m in mentions.of(text, "date")] == ["P10Y"]


@pytest.mark.parametrize(
    ("text", "code", "low", "high", "unit"),
    [
        ("10-15 %", "en", "10", "15", "percent"),
        ("between 20 and 30 miles", "en", "20", "30", "mile"),
        ("2 to 3 million", "en", "2000000", "3000000", None),
        ("zwischen 20 und 30 Kilometern", "de", "20", "30", "kilometer"),
        ("от 20 до 30 км", "ru", "20", "30", "kilometer"),
        ("20至30公里", "zh", "20", "30", "kilometer"),
        ("20~30km", "ko", "20", "30", "kilometer"),
        ("20 से 30 किलोमीटर", "hi", "20", "30", "kilometer"),
    ],
)
def test_ranges(text, code, low, high, unit):
    (figure,) = figures(text, code)
    assert (figure.kind, figure.low, figure.high, figure.unit) == ("range", low, high, unit)


@pytest.mark.parametrize(
    ("text", "code", "bound"),
    [
        ("about 70 houses", "en", "~"),
        ("more than 70 houses", "en", ">"),
        ("at least 70 houses", "en", ">="),
        ("up to 70 houses", "en", "<="),
        ("70 houses or more", "en", "="),
        ("70 or more houses", "en", ">="),
        ("mindestens 70 Häuser", "de", ">="),
        ("au moins 70 maisons", "fr", ">="),
        ("超过70人", "zh", ">"),
        ("70人以上", "ja", ">="),
        ("70명 미만", "ko", "<"),
        ("70'ten fazla ev", "tr", ">"),
        ("70 से अधिक लोग", "hi", ">"),
    ],
)
def test_bounds(text, code, bound):
    (figure,) = figures(text, code)
    assert (figure.value, figure.bound) == ("70", bound)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Boeing 737, an F-16, COVID-19, the G20 and 5G", "en"),
        ("Resolution 1325 on flight 370", "en"),
        ("open 24/7, call 555-1234 or (212) 555-0188", "en"),
        ("see http://news.example/2345/67 or mail a12@b34.example", "en"),
        ("version 2.10.3 at 192.168.1.2", "en"),
        ("1. Wash your hands", "en"),
        ("一些人在四川", "zh"),
        ("이 사람은 일본에", "ko"),
        ("一部の人", "ja"),
        ("Ein Mann sah einen Hund", "de"),
        ("un hombre y una mujer", "es"),
    ],
)
def test_lookalikes_are_no_figures(text, code):
    assert values(text, code) == []


@pytest.mark.parametrize("text", ["one of them", "in 2019", "the first time", "won 3-2", "two others"])
def test_what_cannot_be_judged_alone_is_loose(text):
    assert all(figure.loose for figure in figures(text, "en"))


def test_dates_and_durations_are_not_figures():
    text = "On 23 October 2024 some 400 people waited 70 minutes."
    found = mentions.of(article(text, "en"), "number")
    assert [f.value for f in found] == ["400"]
    assert all(isinstance(f, Figure) for f in found)


def test_the_same_content_has_the_same_values_everywhere():
    sentences = {
        "en": "$5.5 billion", "de": "5,5 Milliarden US-Dollar", "fr": "5,5 milliards de dollars",
        "es": "5.500 millones de dólares", "it": "5,5 miliardi di dollari", "pt": "5,5 bilhões de dólares",
        "nl": "5,5 miljard dollar", "pl": "5,5 mld dolarów", "ru": "5,5 млрд долларов", "uk": "5,5 млрд доларів",
        "ar": "5.5 مليار دولار", "tr": "5,5 milyar dolar", "hi": "5.5 अरब डॉलर", "ko": "55억 달러", "ja": "55億ドル",
        "zh": "55亿美元", "sv": "5,5 miljarder dollar", "cs": "5,5 miliardy dolarů",
    }  # fmt: skip
    assert sorted(sentences) == sorted(LANGUAGES)
    for code, text in sentences.items():
        (figure,) = figures(text, code)
        assert (figure.kind, figure.value, figure.unit) == ("money", "5500000000", "USD"), code


@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_grouped_digits_are_read_back(value, code):
    marks = language.cldr("numbers", code)
    text = f"{value:,}".replace(",", marks["group"])
    (figure,) = figures(f"({text})", code)
    assert str(value) in (figure.value, *figure.alternates)


NOISE = st.text(
    st.sampled_from("0123456789١٢٣一二三万억십. ,'’-–/%$€°½\u00a0\u202f\u200f\u202b\n第百분의aeoumillionyzİß\"«»()"),
    max_size=60,
)


@given(NOISE, st.sampled_from((*LANGUAGES, "sv")))
@settings(max_examples=100, deadline=None)
def test_figures_lie_inside_the_text_in_order(text, code):
    found = figures(text, code)
    assert found == figures(text, code)
    place = 0
    for figure in found:
        assert place <= figure.start < figure.end <= len(text)
        assert figure.text == text[figure.start : figure.end]
        place = figure.end


@pytest.mark.parametrize("code", ["en", "de", "ar", "zh", "ko", "und"])
@pytest.mark.parametrize(
    "unit", ["1", "a", "1,", "1.", "1 000 ", "twenty-", "一", "百", "일", "+1 ", "1/", "@a", "'", "-"]
)
def test_time_grows_with_the_text_only(unit, code):
    text = unit * (20_000 // len(unit))
    start = time.process_time()
    figures(text, code)
    assert time.process_time() - start < 2


@pytest.mark.parametrize("code", LANGUAGES)
def test_tables_are_shipped_small_and_with_their_source(code):
    path = ROOT / "checker" / "languages" / "cldr" / "numbers" / f"{code}.json"
    assert path.stat().st_size < 60_000
    assert "Unicode" in json.loads(path.read_text("utf-8"))["source"]
    assert (path.parent.parent / "LICENSE").is_file()


def test_an_m_written_on_to_digits_before_a_word_may_be_million():
    votes, depth = figures("The party won 9.3m votes; the ditch is 9.3m.", "en")
    assert (votes.value, votes.alternates) == ("9.3", ("9300000",))
    assert (depth.unit, depth.alternates) == ("meter", ())


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "It began at dawn (0300 GMT)."), ("de", "Es begann früh (03.00 GMT)."), ("fr", "Il a débuté à 0300 UTC.")],
)
def test_times_beside_a_zone_are_no_figures(code, text):
    assert not mentions.of(article(text, code), "number")
