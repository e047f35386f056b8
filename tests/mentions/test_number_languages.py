"""Number words of Arabic, Hindi, Turkish, Swedish and the Slavic languages, and words that only look like them."""

import pytest

from retold.checker import language
from retold.checker.mentions.number import read_figures

READ = [
    # dual and construct forms, spoken forms, vowel signs, dotless endings
    ("ar", "حضر ألفا متطوع ومئتا طبيب", ["2000", "200"]),
    ("ar", "خمسمية شجرة وستاشر بيت", ["500", "16"]),
    ("ar", "زرعوا مائةً وواحدةً وثلاثين شجرة", ["131"]),
    ("ar", "اربعه مقاعد", ["4"]),
    ("ar", "ثالث أكبر ميناء في المئة والخامسة والعشرين", ["3", "125"]),
    ("ar", "الدورة الثالثة والعشرون", ["23"]),
    ("ar", "المركزان الثالث والعاشر", ["3", "10"]),
    ("ar", "بلغت النسبة 12 في المية", ["12"]),
    # ordinals of every number, halves and quarters before it
    ("hi", "पचीसवें मेले में अठ्ठाईस दुकानें", ["25", "28"]),
    ("hi", "एक सौ बीसवाँ अंक", ["120"]),
    ("hi", "साढ़े तीन लाख पौधे, पौने दो किलो, सवा सौ घर", ["350000", "1.75", "125"]),
    ("hi", "साढ़े 4 करोड़ लीटर", ["45000000"]),
    ("hi", "दो लाख और पचास हज़ार", ["250000"]),
    # written as one word, with case endings and halves
    ("tr", "beşyüz kişi, ikibin fidan, yüzyirmibin ağaç", ["500", "2000", "120000"]),
    ("tr", "bir buçuk milyon, 5 buçuk ton, yetmişikibuçuk", ["1500000", "5.5", "72.5"]),
    ("tr", "yirmibeşinci yıl, milyonuncu yolcu", ["25", "1000000"]),
    ("tr", "yüzyirmiden fazla", ["120"]),
    ("tr", "eksi bir", ["-1"]),
    ("tr", "üyelerin üçte ikisi, köylerin beşte biri", ["0.666666666666667", "0.2"]),
    ("ru", "полтора десятка лодок, две сотни домов", ["15", "200"]),
    ("hi", "21 वीं सदी, पन्\u200dद्रह घर", ["21", "15"]),
    ("ar", "نصف المليون", ["500000"]),
    ("ar", "المائة وسبعة وثمانون", ["187"]),
    ("ru", "пятитысячный читатель", ["5000"]),
    ("hi", "एक सौवाँ अंक", ["100"]),
    ("sv", "etthundra sjuttonde gången, åttionionde mötet", ["117", "89"]),
    ("ru", "двухсотого участника ждали семеро судей", ["200", "7"]),
    ("ru", "23-его ряда, 1,2М рублей, 100К зрителей", ["23", "1200000", "100000"]),
    ("ru", "две пятых бюджета и одна шестая жителей", ["0.4", "0.166666666666667"]),
    ("uk", "сорок восьме засідання, тридцять першої бригади", ["48", "31"]),
    ("uk", "півмільйона гривень, п‘ятнадцятий автобус", ["500000", "15"]),
    ("ru", "одна целая пять десятых процента", ["1.5"]),
    ("ru", "три из десяти домов, один из пяти", ["0.3", "0.2"]),
    ("uk", "два з половиною мільйони, 7 із 10 сіл", ["2500000", "0.7"]),
    ("pl", "co trzeci, jedna na pięć osób", ["3", "0.2"]),
    ("ar", "خمس السكان، خمس سفن، السفن الخمس", ["0.2", "5", "5"]),
    ("ar", "مئة وثلاثة أرباع، ثلاثة وعشرون ونصف", ["100.75", "23.5"]),
    ("ar", "واحد من كل ثمانية، جزء من مئة", ["0.125", "0.01"]),
    ("hi", "पाँच बटा आठ, चार में से तीन, सात का दसवाँ भाग", ["0.625", "0.75", "0.7"]),
    ("hi", "एक सौ और तीन चौथाई, बीस और तीस", ["100.75", "20", "30"]),
    ("tr", "üç bölü sekiz", ["0.375"]),
    ("sv", "tjugo och tre femtedelar, en tusendel, två tjugoförstedelar", ["20.6", "0.001", "0.0952380952380952"]),
    ("sv", "en och en halv mil, ett av fyra barn", ["1.5", "0.25"]),
    ("sv", "3 hundra och 2 hundra", ["300", "200"]),
    ("pl", "10-go października 5-ty raz", ["10", "5"]),
    ("pl", "dwie piąte głosów, trzechsetny gość", ["0.4", "300"]),
    ("sv", "etthundratjugosex hus, fyrtiotusen träd, halvannan mil", ["126", "40000", "1.5"]),
    ("sv", "den tjugotredje gången, 11:e plats, 2,5 mdr kronor", ["23", "11", "2500000000"]),
    ("sv", "två dussin ägg och tre miljoner böcker", ["24", "3000000"]),
]

SILENT = [
    ("tr", "Yüzünden okunan sevinç"),  # face, not hundred
    ("tr", "Onun bindiği tren, binanın önünde, biri geldi"),
    ("tr", "ellerini yıkadı, altın fiyatı"),
    ("hi", "वन विभाग, दूध का सेवन"),
    ("ar", "اقتصاد متين وثمن الخبز"),  # solid, price
    ("sv", "hundratals besökare och några tusental böcker"),
    ("pl", "setki gości"),
    ("ru", "сотни тысяч птиц, десятков миллионов деревьев"),
    ("uk", "сотень тисяч птахів"),
    ("tr", "üçte karar verildi, biri sordu"),
    ("hi", "अच्\u200dछे दिन"),
]


def values(text, code):
    return [figure.value for figure in read_figures(text, language.load(code))]


@pytest.mark.parametrize(("code", "text", "wanted"), READ)
def test_numbers_are_read(code, text, wanted):
    assert values(text, code) == wanted


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_lookalikes_are_no_numbers(code, text):
    assert values(text, code) == []


@pytest.mark.parametrize(
    ("code", "text", "bound"),
    [
        ("tr", "30'dan fazla köy", ">"),
        ("tr", "200'den daha az bilet", "<"),
        ("tr", "50'ye kadar çocuk", "<="),
        ("sv", "minst 40 båtar", ">="),
        ("pl", "z 5 na 10 domów", "="),
        ("sv", "mer än 300 hus", ">"),
        ("sv", "drygt 300 hus", "~"),
    ],
)
def test_bounds(code, text, bound):
    assert [figure.bound for figure in read_figures(text, language.load(code))] == [bound]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("16,4 miljoner kronor", "money", "16400000", "SEK"),
        ("NOK 30 miljoner", "money", "30000000", "NOK"),
        ("3 mil", "quantity", "3", "mile-scandinavian"),
        ("40 grader Celsius", "quantity", "40", "celsius"),
        ("660 kvadratmeter", "quantity", "660", "square-meter"),
        ("tolv procentenheter", "percent", "12", "percentage-point"),
    ],
)
def test_swedish_figures_measure(text, kind, value, unit):
    (figure,) = read_figures(text, language.load("sv"))
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)
