"""Two dates agree, contradict each other, or cannot be compared."""

from __future__ import annotations

import pytest

from retold.checker import language
from retold.checker.mentions import date
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_relation import Relation, relation
from retold.checker.model import Article

AGREE, CONTRADICT, UNKNOWN = Relation.AGREE, Relation.CONTRADICT, Relation.UNKNOWN


def read(text: str, lang: str, published: str | None = None) -> DateMention:
    (mention,) = date.extract(Article(text=text, language=lang, published=published), language.load(lang))
    assert isinstance(mention, DateMention)
    return mention


@pytest.mark.parametrize(
    ("one", "other", "expected", "part"),
    [
        (("23 October 2024", "en"), ("23.10.2024", "de"), AGREE, ""),
        (("23 October", "en"), ("2024年10月23日", "zh"), AGREE, ""),
        (("23 October", "en"), ("октябрь", "ru"), AGREE, ""),
        (("October 2024", "en"), ("2024", "en"), AGREE, ""),
        (("le 5 mars 2019", "fr"), ("05/03/2019", "en"), AGREE, ""),
        (("the 1990s", "en"), ("1995", "en"), AGREE, ""),
        (("90er Jahre", "de"), ("the 1990s", "en"), AGREE, ""),
        (("the 20th century", "en"), ("im Jahr 1950", "de"), AGREE, ""),
        (("seven decades", "en"), ("70년간", "ko"), AGREE, ""),
        (("18 months", "en"), ("полтора года", "ru"), AGREE, ""),
        (("two weeks", "en"), ("14 Tage", "de"), AGREE, ""),
        (("3 p.m.", "en"), ("15 Uhr", "de"), AGREE, ""),
        (("3 o'clock", "en"), ("15:00", "fr"), AGREE, ""),
        (("27-28 October", "en"), ("28 octobre", "fr"), AGREE, ""),
        (("2019-2021", "en"), ("2020年", "ja"), AGREE, ""),
        (("on Tuesday", "en"), ("dienstags", "de"), AGREE, ""),
        (("three years ago", "en"), ("tres años", "es"), AGREE, ""),
        (("23 October", "en"), ("24 октября", "ru"), CONTRADICT, "day"),
        (("23 October", "en"), ("23 ноября", "ru"), CONTRADICT, "day"),
        (("October", "en"), ("novembre", "fr"), CONTRADICT, "month"),
        (("2022", "en"), ("2002", "en"), CONTRADICT, "year"),
        (("the 1990s", "en"), ("los años 80", "es"), CONTRADICT, "year"),
        (("on Tuesday", "en"), ("środę", "pl"), CONTRADICT, "weekday"),
        (("70 years", "en"), ("7年間", "ja"), CONTRADICT, "duration"),
        (("3 p.m.", "en"), ("3 Uhr", "de"), AGREE, ""),
        (("3 p.m.", "en"), ("3 a.m.", "en"), CONTRADICT, "time"),
        (("27-28 October", "en"), ("27-29 octobre", "fr"), CONTRADICT, "day"),
        (("3 to 4 weeks", "en"), ("3-4 Wochen", "de"), AGREE, ""),
        (("3 to 4 weeks", "en"), ("2-4 Wochen", "de"), CONTRADICT, "duration"),
        (("two to four hours", "en"), ("trois heures", "fr"), AGREE, ""),
        (("two to four hours", "en"), ("cinq heures", "fr"), CONTRADICT, "duration"),
        (("48 hours", "en"), ("zwei Tage", "de"), AGREE, ""),
        (("from 9 a.m. until 5 p.m.", "en"), ("von 9 bis 17 Uhr", "de"), AGREE, ""),
        (("from 9 a.m. until 5 p.m.", "en"), ("von 9 bis 18 Uhr", "de"), CONTRADICT, "time"),
        (("9 a.m. EST", "en"), ("15 Uhr MEZ", "de"), AGREE, ""),
        (("15:00 мск", "ru"), ("1200 GMT", "en"), AGREE, ""),
        (("午後9時（日本時間）", "ja"), ("1200 GMT", "en"), AGREE, ""),
        (("9 a.m. EST", "en"), ("19 Uhr MEZ", "de"), CONTRADICT, "time"),
        (("北京时间14时40分", "zh"), ("9:18 a.m. Beijing time", "en"), CONTRADICT, "time"),
        (("at 3 p.m. (UTC+3)", "en"), ("1200 UTC", "en"), AGREE, ""),
        (("9:30 (UTC 0230) in the evening", "en"), ("午前9時30分", "ja"), CONTRADICT, "time"),
        (("on Tuesday", "en"), ("23 October", "en"), UNKNOWN, ""),
        (("yesterday", "en"), ("23 October", "en"), UNKNOWN, ""),
        (("23 October", "en"), ("2024", "en"), UNKNOWN, ""),
        (("today", "en"), ("yesterday", "en"), UNKNOWN, ""),
        (("70 years", "en"), ("3 p.m.", "en"), UNKNOWN, ""),
    ],
)  # fmt: skip
def test_relation(one: tuple[str, str], other: tuple[str, str], expected: Relation, part: str) -> None:
    verdict, back = relation(read(*one), read(*other)), relation(read(*other), read(*one))
    assert (verdict.relation, verdict.part) == (expected, part)
    assert back.relation is expected


def test_the_publication_date_resolves_weekdays_and_relative_words() -> None:
    years = frozenset({2024})
    day = read("29 October", "en")
    assert relation(read("on Tuesday", "en"), day, years).agrees
    assert relation(read("on Wednesday", "en"), day, years).relation is UNKNOWN
    assert relation(read("today", "en", "2024-10-29"), day, years).agrees
    assert relation(read("yesterday", "en", "2024-10-29"), day, years).agrees, "a day is the time zone's"
    assert relation(read("yesterday", "en", "2024-10-29"), read("20 October", "en"), years).contradicts
    assert relation(read("last year", "en", "2024-10-29"), read("2023", "en")).agrees
    assert relation(read("last week", "en", "2024-10-29"), read("23 October 2024", "en")).agrees
