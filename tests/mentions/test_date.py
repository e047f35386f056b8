"""Dates, times and durations are found where they stand, with the same value in every language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker import language
from retold.checker.mentions import date
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article

SIXTEEN = ("ar", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh")


def found(text: str, lang: str, published: str | None = None) -> list[DateMention]:
    article = Article(text=text, language=lang, published=published)
    return [m for m in date.extract(article, language.load(lang)) if isinstance(m, DateMention)]


def values(text: str, lang: str, published: str | None = None) -> list[str | None]:
    return [m.value for m in found(text, lang, published)]


FULL_DATES = {
    "ar": "في 23 أكتوبر 2024", "de": "am 23. Oktober 2024", "en": "on October 23, 2024",
    "es": "el 23 de octubre de 2024",
    "fr": "le 23 octobre 2024", "hi": "२३ अक्टूबर २०२४ को", "it": "il 23 ottobre 2024", "ja": "2024年10月23日に",
    "ko": "2024년 10월 23일에", "nl": "op 23 oktober 2024", "pl": "23 października 2024 r.",
    "pt": "em 23 de outubro de 2024", "ru": "23 октября 2024 года", "tr": "23 Ekim 2024'te",
    "uk": "23 жовтня 2024 року",
    "zh": "于2024年10月23日",
}  # fmt: skip
WEEKDAYS = {
    "ar": "يوم الثلاثاء", "de": "am Dienstag", "en": "on Tuesday", "es": "el martes", "fr": "mardi", "hi": "मंगलवार को",
    "it": "martedì", "ja": "火曜日に", "ko": "화요일에", "nl": "dinsdag", "pl": "we wtorek", "pt": "na terça-feira",
    "ru": "во вторник", "tr": "Salı günü", "uk": "у вівторок", "zh": "周二",
}  # fmt: skip
SEVENTY_YEARS = {
    "ar": "70 سنة", "de": "70 Jahre", "en": "seven decades", "es": "setenta años", "fr": "70 ans", "hi": "70 साल",
    "it": "settanta anni", "ja": "70年間", "ko": "70년간", "nl": "70 jaar", "pl": "70 lat", "pt": "sete décadas",
    "ru": "семьдесят лет", "tr": "70 yıl", "uk": "70 років", "zh": "七十年",
}  # fmt: skip
THREE_IN_THE_AFTERNOON = {
    "ar": "الساعة 3 مساء", "de": "um 15 Uhr", "en": "at 3 p.m.", "es": "a las 15:00", "fr": "à 15h00",
    "hi": "दोपहर 3 बजे", "it": "alle 15:00", "ja": "午後3時", "ko": "오후 3시", "nl": "om 15.00 uur",
    "pl": "o godz. 15:00",
    "pt": "às 15h00", "ru": "в 15:00", "tr": "saat 15.00'te", "uk": "о 15:00", "zh": "下午3点",
}  # fmt: skip
LAST_YEAR = {
    "ar": "العام الماضي", "de": "im vergangenen Jahr", "en": "last year", "es": "el año pasado",
    "fr": "l’année dernière",
    "hi": "पिछले साल", "it": "l'anno scorso", "ja": "昨年", "ko": "지난해", "nl": "vorig jaar", "pl": "w ubiegłym roku",
    "pt": "no ano passado", "ru": "в прошлом году", "tr": "geçen yıl", "uk": "минулого року", "zh": "去年",
}  # fmt: skip
THE_YEAR = {
    "ar": "في عام 2024", "de": "im Jahr 2024", "en": "in 2024", "es": "en 2024", "fr": "en 2024", "hi": "साल 2024 में",
    "it": "nel 2024", "ja": "2024年に", "ko": "2024년에", "nl": "in 2024", "pl": "w 2024 roku", "pt": "em 2024",
    "ru": "в 2024 году", "tr": "2024 yılında", "uk": "у 2024 році", "zh": "二〇二四年",
}  # fmt: skip


@pytest.mark.parametrize("lang", SIXTEEN)
@pytest.mark.parametrize(
    ("table", "value", "published"),
    [
        (FULL_DATES, "2024-10-23", None),
        (WEEKDAYS, "XXXX-WXX-2", None),
        (SEVENTY_YEARS, "P70Y", None),
        (THREE_IN_THE_AFTERNOON, "T15:00", None),
        (LAST_YEAR, "2023", "2024-10-29"),
        (THE_YEAR, "2024", None),
    ],
)
def test_same_value_in_every_language(lang: str, table: dict[str, str], value: str, published: str | None) -> None:
    assert values(table[lang], lang, published) == [value]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "23 October", "XXXX-10-23"),
        ("en", "Oct. 23rd", "XXXX-10-23"),
        ("en", "the 23rd of October 2024", "2024-10-23"),
        ("en", "October 2024", "2024-10"),
        ("en", "in mid-May", "XXXX-05"),
        ("en", "the 1990s", "199X"),
        ("en", "the '90s", "XX9X"),
        ("en", "the nineties", "XX9X"),
        ("en", "the 20th century", "19XX"),
        ("de", "in den 90er Jahren", "XX9X"),
        ("de", "vom 21.3. an", "XXXX-03-21"),
        ("de", "im Jänner 2024", "2024-01"),
        ("fr", "1er mai", "XXXX-05-01"),
        ("fr", "les années 1990", "199X"),
        ("fr", "au XXe siècle", "19XX"),
        ("es", "en el siglo XXI", "20XX"),
        ("pl", "w latach 90.", "XX9X"),
        ("ru", "в 1990-х годах", "199X"),
        ("ru", "в XX веке", "19XX"),
        ("tr", "1990'larda", "199X"),
        ("ar", "23 تشرين الأول", "XXXX-10-23"),
        ("ar", "٢٣ أكتوبر ٢٠٢٤", "2024-10-23"),
        ("ar", "خلال يومين", "P2D"),
        ("hi", "1990 के दशक में", "199X"),
        ("ja", "令和6年", "2024"),
        ("ja", "平成元年", "1989"),
        ("ja", "3日間", "P3D"),
        ("ja", "23日", "XXXX-XX-23"),
        ("ja", "3か月", "P3M"),
        ("ja", "午後3時30分", "T15:30"),
        ("ko", "사흘간", "P3D"),
        ("ko", "3개월", "P3M"),
        ("ko", "세 시간", "PT3H"),
        ("zh", "民國113年", "2024"),
        ("zh", "20世纪90年代", "199X"),
        ("zh", "两周", "P14D"),
        ("zh", "半年", "P6M"),
        ("zh", "下午3点半", "T15:30"),
        ("en", "two years and three months", "P27M"),
        ("en", "two and a half hours", "PT150M"),
        ("fr", "trois ans et demi", "P42M"),
        ("ru", "два с половиной года", "P30M"),
        ("de", "zweieinhalb Stunden", "PT150M"),
        ("en", "at three o'clock", "T03:00"),
        ("en", "Oct-23-2024", "2024-10-23"),
        ("en", "on the Fourth of July 1995", "1995-07-04"),
        ("es", "el diez de octubre de 2018", "2018-10-10"),
        ("ar", "27 كانون الثاني/يناير 1967", "1967-01-27"),
        ("en", "1 hour 10 minutes", "PT70M"),
        ("en", "a three-day visit", "P3D"),
        ("en", "a dozen years", "P12Y"),
        ("ru", "двух недель", "P14D"),
        ("ru", "3 дня", "P3D"),
        ("ru", "в 3 часа дня", "T15:00"),
        ("fr", "20 heures", "PT20H"),
        ("fr", "à 20 heures", "T20:00"),
        ("und", "2024-10-23", "2024-10-23"),
        ("und", "23.10.2024", "2024-10-23"),
        ("und", "2021", "2021"),
        ("sw", "mwaka wa 2021", "2021"),
        ("en", "on the twenty-third of October", "XXXX-10-23"),
        ("en", "October twenty-third, 2024", "2024-10-23"),
        ("es", "el treinta y uno de octubre", "XXXX-10-31"),
        ("fr", "le vingt-neuf octobre", "XXXX-10-29"),
        ("nl", "drieëntwintig oktober", "XXXX-10-23"),
        ("ru", "двадцать третьего октября", "XXXX-10-23"),
        ("de", "am dritten November", "XXXX-11-03"),
        ("de", "am dritten elften", "XXXX-11-03"),
        ("en", "on 30 February", "XXXX-02-30"),
        ("fr", "le 23/Oct/2024", "2024-10-23"),
        ("en", "2024/23/Oct", "2024-10-23"),
        ("es", "23-2024-octubre", "2024-10-23"),
        ("en", "On 2024 10 23, it rained.", "2024-10-23"),
        ("en", "minutes-2024-10-23.pdf", "2024-10-23"),
        ("en", "minutes_20241023.pdf", "2024-10-23"),
        ("es", "29/2", "XXXX-02-29"),
        ("es", "el viernes(6/7)", "XXXX-07-06"),
        ("pt", "em 23 de outubro de 92.", "1992-10-23"),
        ("en", "on Christmas Day", "XXXX-12-25"),
        ("de", "an Heiligabend 2024", "2024-12-24"),
        ("en", "Easter Monday 2024", "2024-04-01"),
        ("ru", "Пасха 2024", "2024-05-05"),
        ("en", "Thanksgiving 2024", "2024-11-28"),
        ("fr", "le vendredi noir 2019", "2019-11-29"),
        ("en", "Memorial Day 2024", "2024-05-27"),
        ("es", "a las ocho y media", "T08:30"),
        ("it", "alle sette meno un quarto", "T06:45"),
        ("fr", "à sept heures et demie du soir", "T19:30"),
        ("es", "a las diez en punto", "T10:00"),
        ("ru", "20-е годы XX века были шумными.", "192X"),
        ("pl", "Lata dwudzieste XX wieku były głośne.", "192X"),
        ("it", "Erano gli anni Venti del XX secolo.", "192X"),
        ("zh", "会议在2024年10月29日（星期二）举行。", "2024-10-29"),
        ("ja", "会議は10月29日(火)に開かれる。", "XXXX-10-29"),
        ("pt", "A reunião será na terça (29).", "XXXX-XX-29"),
        ("ar", "يعقد الاجتماع يوم الثلاثاء، 29 أكتوبر 2024.", "2024-10-29"),
        ("en", "It began at 9:30 (0230 UTC) in the evening.", "T21:30"),
    ],
)
def test_value(lang: str, text: str, value: str) -> None:
    assert values(text, lang) == [value]


@pytest.mark.parametrize(
    ("lang", "text", "start", "end"),
    [
        ("en", "27-28 October", "XXXX-10-27", "XXXX-10-28"),
        ("en", "October 27-28, 2024", "2024-10-27", "2024-10-28"),
        ("en", "27 October to 3 November 2024", "2024-10-27", "2024-11-03"),
        ("en", "between March and May", "XXXX-03", "XXXX-05"),
        ("en", "2019-2021", "2019", "2021"),
        ("en", "the 2022/23 season", "2022", "2023"),
        ("de", "27. bis 28. Oktober", "XXXX-10-27", "XXXX-10-28"),
        ("zh", "7月26日至28日", "XXXX-07-26", "XXXX-07-28"),
        ("ja", "10月27～28日", "XXXX-10-27", "XXXX-10-28"),
        ("en", "10 to 15 days", "P10D", "P15D"),
    ],
)
def test_range(lang: str, text: str, start: str, end: str) -> None:
    (mention,) = found(text, lang)
    assert (mention.start_value, mention.end_value) == (start, end)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "We may march on them, said Theresa May; the Sun sat down."),
        ("en", "In a second, the second of them lost 3-2, as on 9/11."),
        ("en", "The 70-year-old and a woman 45 years old."),
        ("en", "There were 2 in April's car and 1950 soldiers, $2000 and 2,024 cups."),
        ("en", "The F-16, COVID-19, version 2.10.3 and 192.168.1.2."),
        ("de", "So war es, Mi und Do; mit 2000 Euro."),
        ("fr", "Elle mar le vend, sam et dim."),
        ("pt", "na quarta rodada e na segunda divisão"),
        ("pl", "Maja poszła do lasu."),
        ("tr", "ocak ve pazar yeri"),
        ("zh", "四川和三点要求"),
        ("ja", "西九条と3つ"),
        ("ko", "일과 사람, 이만"),
        ("ko", "25만 달러, 18개 주, 500달러"),
        ("zh", "第二年的第三天"),
        ("pl", "w wieku 17, na 50. miejscu"),
        ("ru", "на 50-е место, около 2000 человек"),
        ("ar", "حصل على اثنين"),
        ("fr", "de 1 à 0, un après-midi"),
        ("de", "Platz 4 am See"),
        ("sw", "saa 10:00"),
        ("en", "two evening events, one morning and 9 morning flights"),
        ("en", "5/12 of them, 24/7, and the second, third and twenty-third of nine"),
        ("fr", "un écran 16/9 et 22/7, environ"),
        ("en", "natal care and an ascension; the Easter eggs were his"),
        ("it", "il suo paese natale"),
        ("pt", "a cidade natal dele"),
        ("de", "der dritte Mann, die zweite Frau"),
    ],
)
def test_look_alikes_are_not_dates(lang: str, text: str) -> None:
    assert [m.text for m in found(text, lang) if m.text != "April"] == []


def test_ambiguous_figures_keep_both_readings() -> None:
    (mention,) = found("3/4/2024", "en")
    assert mention.readings == ("2024-03-04", "2024-04-03")
    (mention,) = found("23/10/2024", "en")
    assert mention.readings == ("2024-10-23",)


def test_weekday_keeps_the_past_and_the_next_day_of_its_name() -> None:
    (mention,) = found("on Friday", "en", "2024-10-29")
    assert (mention.value, mention.alternates) == ("XXXX-WXX-5", ("2024-10-25", "2024-11-01"))
    (mention,) = found("last Friday", "en", "2024-10-29T08:00:00Z")
    assert (mention.text, mention.value) == ("last Friday", "2024-10-25")


def test_weekday_beside_a_date_is_part_of_it() -> None:
    (mention,) = found("Tuesday, 29 October 2024", "en")
    assert (mention.value, mention.weekday) == ("2024-10-29", 2)
    (mention,) = found("10월 29일 화요일", "ko")
    assert (mention.value, mention.weekday) == ("XXXX-10-29", 2)


def test_relative_words_need_the_publication_date() -> None:
    assert values("yesterday", "en", "2024-03-01") == ["2024-02-29"]
    assert values("three weeks ago", "en", "2024-10-29") == ["2024-W41"]
    assert values("hace tres años", "es", "2024-10-29") == ["2021"]
    (mention,) = found("yesterday", "en")
    assert (mention.value, mention.relative) == (None, "day-1")
    assert values("去年10月", "zh", "2024-10-29") == ["2023-10"]


def test_an_hour_without_its_half_of_the_day_has_both_readings() -> None:
    (mention,) = found("at 3 o'clock", "en")
    assert mention.readings == ("T03:00", "T15:00")


def test_values_serve_as_json() -> None:
    (mention,) = found("on Tuesday, 29 October", "en")
    assert mention.to_dict()["value"] == "XXXX-10-29"


SNIPPETS = st.sampled_from([
    "23", "10/11/2024", "2024", "October", "Oct.", "23 October", "في", "أكتوبر", "令和6年", "3日間", "2월", "周二", "‏",
    "'", "’", "-", "–", " ", "\n", ".", ",", ":", "90s", "years", "two", "½", "İ", "ß", "वार", "३", "٣", "to", "and",
    "p.m.",
])  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.one_of(SNIPPETS, st.text(max_size=6)), max_size=25).map("".join), st.sampled_from((*SIXTEEN, "und")))
def test_any_text_gives_ordered_spans_of_itself(text: str, lang: str) -> None:
    mentions = found(text, lang, "2024-10-29")
    assert mentions == found(text, lang, "2024-10-29")
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.parametrize("lang", ["en", "zh", "ru", "ar", "de"])
@pytest.mark.parametrize("piece", ["a", "1", "1-", "1 ", "2024-", "10.", "( ", "一", "23 October ", "年", "'", "two "])
def test_long_runs_take_linear_time(piece: str, lang: str) -> None:
    import time

    text = piece * (60_000 // len(piece))
    began = time.process_time()
    found(text, lang)
    assert time.process_time() - began < 2.5


@pytest.mark.parametrize(
    ("lang", "text", "timex"),
    [
        ("en", "open from 5 to 6pm", "(T17,T18,PT1H)"),
        ("en", "open from 9 to 5 p.m.", "(T09,T17,PT8H)"),
        ("en", "closed between 11 and 1 a.m.", "(T23,T01,PT2H)"),
        ("de", "von 17 bis 18 Uhr", "(T17,T18,PT1H)"),
    ],
)
def test_span_of_hours(lang: str, text: str, timex: str) -> None:
    assert [(mention.kind, mention.timex) for mention in found(text, lang)] == [("time", timex)]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "at half past three", "T03:30"),
        ("de", "um halb vier", "T03:30"),
        ("nl", "om kwart voor negen", "T08:45"),
        ("en", "a quarter past eight in the evening", "T20:15"),
        ("en", "12 noon", "T12:00"),
    ],
)
def test_hours_with_their_parts(lang: str, text: str, value: str) -> None:
    assert values(text, lang) == [value]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("en", "It began at dawn (0300 GMT).", "T03:00"),
        ("de", "Es begann früh (03.00 GMT).", "T03:00"),
        ("fr", "Le séisme, à 1412 UTC, a duré peu.", "T14:12"),
        ("ja", "地震は1412 GMTに起きた。", "T14:12"),
    ],
)
def test_times_beside_a_zone_need_no_colon(lang: str, text: str, value: str) -> None:
    assert [(m.kind, m.value) for m in found(text, lang)] == [("time", value)]


def test_four_figures_and_numbers_with_a_point_are_no_times_without_a_zone() -> None:
    assert not [m for m in found("They counted 0300 of 12.50 parts; 2575 GMT is none.", "en") if m.kind == "time"]
