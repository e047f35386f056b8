"""Dates in Hindi, Turkish and Arabic: postpositions, case endings, months with two names, words of two meanings."""

from __future__ import annotations

import pytest

from retold.checker import language
from retold.checker.mentions import date
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_relation import Relation, relation
from retold.checker.model import Article


def found(text: str, lang: str, published: str | None = "2024-10-29") -> list[DateMention]:
    article = Article(text=text, language=lang, published=published)
    return [m for m in date.extract(article, language.load(lang)) if isinstance(m, DateMention)]


@pytest.mark.parametrize(
    ("lang", "text", "said", "value"),
    [
        ("hi", "बैठक दो अगस्त को होगी।", "दो अगस्त", "XXXX-08-02"),
        ("hi", "मतदान फरवरी बाईस को है।", "फरवरी बाईस", "XXXX-02-22"),
        ("hi", "दिसंबर 27 को बारिश हुई।", "दिसंबर 27", "XXXX-12-27"),
        ("hi", "2020 में 28 जून को", "2020 में 28 जून", "2020-06-28"),
        ("hi", "22/04 को मतदान", "22/04", "XXXX-04-22"),
        ("hi", "8/11 शुक्रवार को", "8/11 शुक्रवार", "XXXX-11-08"),
        ("hi", "23 सितं. 2020", "23 सितं. 2020", "2020-09-23"),
        ("hi", "गणतंत्र दिवस पर परेड", "गणतंत्र दिवस", "XXXX-01-26"),
        ("hi", "मार्च में बजट आया।", "मार्च", "XXXX-03"),
        ("tr", "Yirmi dokuz Mayıs'ta törene katıldı.", "Yirmi dokuz Mayıs'ta", "XXXX-05-29"),
        ("tr", "ocak ayında kar yağdı.", "ocak", "XXXX-01"),
        ("tr", "Toplantı 5/12'de yapılacak.", "5/12", "XXXX-12-05"),
        ("tr", "Cumhuriyet Bayramı'nda tören var.", "Cumhuriyet Bayramı'nda", "XXXX-10-29"),
        ("ar", "في 15 آذار/مارس 2024", "15 آذار/مارس 2024", "2024-03-15"),
        ("ar", "في 3 تشرين الثاني (نوفمبر) الجاري", "3 تشرين الثاني (نوفمبر)", "XXXX-11-03"),
        ("ar", "الخامس من أكتوبر", "الخامس من أكتوبر", "XXXX-10-05"),
        ("ar", "يوم 22/04 في القاهرة", "22/04", "XXXX-04-22"),
        ("ar", "الثلاثاء الموافق 29 أكتوبر", "الثلاثاء الموافق 29 أكتوبر", "XXXX-10-29"),
        ("ar", "وصل الوفد الأحد إلى عمان", "الأحد", "XXXX-WXX-7"),
        ("hi", "सुबह साढ़े नौ बजे", "साढ़े नौ बजे", "T09:30"),
        ("hi", "दोपहर डेढ़ बजे", "डेढ़ बजे", "T13:30"),
        ("hi", "रात 2 बजे आग लगी।", "रात 2 बजे", "T02:00"),
        ("hi", "शाम 5 से 7 बजे", "5 से 7 बजे", "T17:00"),
        ("hi", "साढ़े तीन साल", "साढ़े तीन साल", "P42M"),
        ("hi", "बीसवीं सदी", "बीसवीं सदी", "19XX"),
        ("tr", "akşam 8'de toplandılar", "akşam 8", "T20:00"),
        ("tr", "saat yedi buçukta", "saat yedi buçukta", "T07:30"),
        ("tr", "90'lı yıllarda", "90'lı yıllarda", "XX9X"),
        ("tr", "yirminci yüzyılda", "yirminci yüzyılda", "19XX"),
        ("ar", "الساعة الخامسة مساء", "الساعة الخامسة مساء", "T17:00"),
        ("ar", "الساعة السابعة والنصف صباحا", "الساعة السابعة والنصف صباحا", "T07:30"),
        ("ar", "الساعة السادسة إلا ربعا مساء", "الساعة السادسة إلا ربعا مساء", "T17:45"),
        ("ar", "لمدة أربع وعشرين ساعة", "أربع وعشرين ساعة", "PT24H"),
        ("ar", "القرن الحادي والعشرين", "القرن الحادي والعشرين", "20XX"),
        ("ar", "في 7 غشت 2023 بالرباط", "7 غشت 2023", "2023-08-07"),
        ("ar", "12 جويلية 2022 بتونس", "12 جويلية 2022", "2022-07-12"),
    ],
)
def test_value(lang: str, text: str, said: str, value: str) -> None:
    assert [m.value for m in found(text, lang) if m.text == said] == [value]


LEVANTINE = ("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول",
             "تشرين الثاني", "كانون الأول")  # fmt: skip
EGYPTIAN = ("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر",
            "ديسمبر")  # fmt: skip


@pytest.mark.parametrize("number", range(1, 13))
def test_arabic_months_have_two_names(number: int) -> None:
    levantine, egyptian = LEVANTINE[number - 1], EGYPTIAN[number - 1]
    written = (
        f"{levantine} 2024",
        f"{egyptian} 2024",
        f"{levantine}/{egyptian} 2024",
        f"{egyptian} ({levantine}) 2024",
    )
    for month in written:
        assert [(m.text, m.value) for m in found(f"وقع الاتفاق في 9 {month}.", "ar")] == [
            (f"9 {month}", f"2024-{number:02d}-09")
        ]


@pytest.mark.parametrize(
    ("lang", "text", "start", "end"),
    [
        ("hi", "2007 और 2009 के बीच", "2007", "2009"),
        ("hi", "मार्च से मई तक", "XXXX-03", "XXXX-05"),
        ("tr", "Ağustos ve Ekim arasında", "XXXX-08", "XXXX-10"),
        ("tr", "1/10/2018'den 7/10/2018'ye kadar", "2018-10-01", "2018-10-07"),
        ("tr", "2014'ten 2018'e kadar", "2014", "2018"),
        ("tr", "1/10/2018-7/10/2018", "2018-10-01", "2018-10-07"),
        ("ar", "من 3 إلى 12 سبتمبر 2024", "2024-09-03", "2024-09-12"),
        ("ar", "بين عامي 2015 و2018", "2015", "2018"),
    ],
)
def test_range(lang: str, text: str, start: str, end: str) -> None:
    assert [(m.start_value, m.end_value) for m in found(text, lang)] == [(start, end)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "छात्रों ने एक मार्च निकाला।"),
        ("hi", "विरोध मार्च में हज़ारों लोग थे।"),
        ("tr", "Mutfağa iki ocak aldı."),
        ("tr", "Sabah pazara gitti."),
        ("ar", "قال أحد الوزراء"),
        ("ar", "شركة نيسان اليابانية"),
        ("ar", "تيريزا ماي"),
        ("ar", "مارس ضغوطا"),
        ("ar", "من أب لبناني"),
    ],
)
def test_look_alikes_are_not_dates(lang: str, text: str) -> None:
    assert found(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "value", "calendar"),
    [
        ("ar", "9 رمضان 1445", "AH1445-09-09", "hijri"),
        ("ar", "عام 1446 هـ", "AH1446", "hijri"),
        ("ar", "عام 1403 هجري شمسي", "AP1403", "jalali"),
        ("tr", "Hicri 1446", "AH1446", "hijri"),
        ("hi", "विक्रम संवत 2081", "VS2081", "vikram"),
        ("hi", "शक संवत 1946", "SE1946", "saka"),
    ],
)
def test_other_calendars_are_named_and_never_read_as_ours(lang: str, text: str, value: str, calendar: str) -> None:
    assert [(m.value, m.calendar) for m in found(text, lang)] == [(value, calendar)]
    (here,), (there,) = found(text, lang), found("23.10.1446", "de")
    assert relation(here, here).agrees
    assert relation(here, there).relation is Relation.UNKNOWN


@pytest.mark.parametrize(
    ("text", "values"),
    [("वह कल आएगा।", ("2024-10-30", "2024-10-28")), ("वह कल आया था। अब जाएगा।", ("2024-10-28", "2024-10-30"))],
)
def test_a_word_for_yesterday_and_tomorrow_has_both_readings(text: str, values: tuple[str, ...]) -> None:
    (mention,) = found(text, "hi")
    assert (mention.readings, mention.vague) == (values, True)


def test_a_day_and_another_weekday_stay_two() -> None:
    assert [m.text for m in found("15 अगस्त 1947, अगले सोमवार", "hi")] == ["15 अगस्त 1947", "अगले सोमवार"]
