"""Dates as phrases: what stands around a date is read with it, and the parts that are compared are kept."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker import language, mentions
from retold.checker.mentions import date_phrase
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article

PUBLISHED = "2024-10-29"  # a Tuesday
EUROPEAN = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk")


def found(text: str, lang: str, published: str | None = PUBLISHED) -> list[DateMention]:
    article = Article(text=text, language=lang, published=published)
    return [m for m in date_phrase.extract(article, language.load(lang)) if isinstance(m, DateMention)]


def timexes(text: str, lang: str, published: str | None = PUBLISHED) -> list[str | None]:
    return [m.timex for m in found(text, lang, published)]


@pytest.mark.parametrize(
    ("lang", "text", "timex"),
    [
        # a day and a time
        ("en", "The vote is on Tuesday at 9 a.m.", "XXXX-WXX-2T09"),
        ("en", "They met on 19 January, 5 p.m.", "XXXX-01-19T17"),
        ("de", "Sie trafen sich am 19. Januar um 17 Uhr.", "XXXX-01-19T17"),
        ("fr", "Le vote a lieu mardi à 9h30.", "XXXX-WXX-2T09:30"),
        ("es", "La votación es el martes a las 9:30.", "XXXX-WXX-2T09:30"),
        ("it", "Il voto è martedì alle 9:30.", "XXXX-WXX-2T09:30"),
        ("nl", "De stemming is dinsdag om 9.30 uur.", "XXXX-WXX-2T09:30"),
        ("pt", "A votação é amanhã às 15h30.", "2024-10-30T15:30"),
        ("en", "The shop is open tomorrow from 3 p.m. to 4 p.m.", "(2024-10-30T15,2024-10-30T16,PT1H)"),
        # parts of the day
        ("en", "It rained on Monday morning.", "XXXX-WXX-1TMO"),
        ("en", "Snow is due tomorrow night.", "2024-10-30TNI"),
        ("fr", "Il a neigé lundi soir.", "XXXX-WXX-1TEV"),
        ("de", "Es schneite am Montagabend.", "XXXX-WXX-1TEV"),
        ("es", "Nevó el lunes por la tarde.", "XXXX-WXX-1TEV"),
        # periods around the day of publication
        ("en", "Prices fell in the past three months.", "(2024-07-29,2024-10-29,P3M)"),
        ("de", "In den letzten drei Monaten fielen die Preise.", "(2024-07-29,2024-10-29,P3M)"),
        ("fr", "Les prix ont baissé ces trois derniers mois.", "(2024-07-29,2024-10-29,P3M)"),
        ("es", "Los precios bajaron en los últimos tres meses.", "(2024-07-29,2024-10-29,P3M)"),
        ("it", "Negli ultimi tre mesi i prezzi sono scesi.", "(2024-07-29,2024-10-29,P3M)"),
        ("ru", "За последние три месяца цены упали.", "(2024-07-29,2024-10-29,P3M)"),
        ("en", "It will rain in the next five days.", "(2024-10-30,2024-11-04,P5D)"),
        ("en", "Results are due in two weeks.", "2024-11-12"),
        ("de", "Die Zahlen kommen in zwei Wochen.", "2024-11-12"),
        ("fr", "Les résultats arrivent dans deux semaines.", "2024-11-12"),
        ("en", "Sales rose this quarter.", "(2024-10-01,2025-01-01,P3M)"),
        ("nl", "De verkoop stijgt dit kwartaal.", "(2024-10-01,2025-01-01,P3M)"),
        ("en", "Snow fell last weekend.", "2024-W43-WE"),
        ("en", "He left two weeks before 13 May 1999.", "1999-04-29"),
        # parts of months and years
        ("en", "The fair is in the first week of May.", "XXXX-05-W01"),
        ("en", "Output fell in the second quarter of 2018.", "(2018-04-01,2018-07-01,P3M)"),
        ("de", "Im zweiten Quartal 2018 sank die Produktion.", "(2018-04-01,2018-07-01,P3M)"),
        ("fr", "La production a baissé au deuxième trimestre 2018.", "(2018-04-01,2018-07-01,P3M)"),
        ("en", "Output fell in Q2 2018.", "(2018-04-01,2018-07-01,P3M)"),
        ("en", "Clocks change on the last Sunday of October 2018.", "2018-10-28"),
        ("es", "Llovió mucho en el verano de 2019.", "2019-SU"),
        ("it", "Piovve molto nell'estate del 2019.", "2019-SU"),
        ("en", "Tickets for the week of 4 February 2019 are gone.", "2019-02-04"),
        # ranges
        ("en", "The road is closed from 4 to 22 January.", "(XXXX-01-04,XXXX-01-22,P18D)"),
        ("en", "The road was closed between May and July 2018.", "(2018-05-01,2018-07-01,P2M)"),
        ("fr", "La route est fermée de mai à juillet 2018.", "(2018-05-01,2018-07-01,P2M)"),
        ("pt", "A estrada fechou de maio a julho de 2018.", "(2018-05-01,2018-07-01,P2M)"),
        ("en", "He ruled from 2014 to May 2018.", "(2014-01-01,2018-05-01,P52M)"),
        ("es", "La feria es del 29/2-1/3.", "(XXXX-02-29,XXXX-03-01,P1D)"),
        ("en", "The fair runs 5/1/2019-5/7/2020.", "(2019-05-01,2020-05-07,P372D)"),
        ("de", "Die Straße ist von nächstem Donnerstag bis Samstag gesperrt.", "(2024-10-31,2024-11-02,P2D)"),
        ("it", "Il museo apre dalle 9 alle 17.", "(T09,T17,PT8H)"),
        ("fr", "Le musée ouvre de 9 heures à 17 heures.", "(T09,T17,PT8H)"),
        # what comes again
        ("en", "They meet every Monday.", "XXXX-WXX-1"),
        ("de", "Sie treffen sich jeden Montag.", "XXXX-WXX-1"),
        ("fr", "Ils se réunissent chaque semaine.", "P1W"),
        ("es", "Se reúnen todos los días.", "P1D"),
    ],
)  # fmt: skip
def test_one_phrase(lang: str, text: str, timex: str) -> None:
    assert timexes(text, lang) == [timex]


@pytest.mark.parametrize(
    ("lang", "text", "mod", "start", "end"),
    [
        ("en", "It has stood empty since 2010.", "SINCE", "2010", None),
        ("de", "Das Haus steht seit 2010 leer.", "SINCE", "2010", None),
        ("es", "La casa está vacía desde 2010.", "SINCE", "2010", None),
        ("en", "It must be sold before May 2025.", "BEFORE", None, "2025-05"),
        ("fr", "La maison doit être vendue avant 2025.", "BEFORE", None, "2025"),
        ("en", "The shop is closed until Friday.", "UNTIL", None, "XXXX-WXX-5"),
        ("nl", "De winkel is dicht tot en met vrijdag.", "UNTIL", None, "XXXX-WXX-5"),
        ("en", "Prices fell after 2012.", "AFTER", "2012", None),
    ],
)
def test_an_open_end_is_left_out(lang: str, text: str, mod: str, start: str | None, end: str | None) -> None:
    (only,) = found(text, lang)
    assert (only.mod, only.start_value, only.end_value) == (mod, start, end)


@pytest.mark.parametrize(
    ("lang", "text", "mod"),
    [
        ("en", "He came in early May.", "START"), ("en", "He came in mid-2019.", "MID"),
        ("de", "Er kam Ende 2019.", "END"), ("fr", "Il est venu début mai.", "START"),
        ("es", "Vino a mediados de 2019.", "MID"), ("ru", "Он приехал в конце мая.", "END"),
    ],
)  # fmt: skip
def test_early_and_late_are_told(lang: str, text: str, mod: str) -> None:
    assert [m.mod for m in found(text, lang)] == [mod]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The Daily Courier was founded by two sisters."),
        ("en", "In the second half the visitors scored twice."),
        ("en", "The team is 2-15 this season, and 3-2 up."),
        ("en", "Of the last, only one in four survived."),
        ("de", "Er verlor die zweite Hälfte seines Vermögens."),
        ("fr", "La moitié des élèves est venue, les autres non."),
    ],
)
def test_words_without_a_date_make_no_phrase(lang: str, text: str) -> None:
    assert [m.text for m in found(text, lang) if m.kind == "date" and m.grain != "season"] == []


def test_a_phrase_keeps_the_parts_that_are_compared() -> None:
    article = Article(text="The vote is on Tuesday at 9 a.m.", language="en", published=PUBLISHED)
    (whole,) = found(article.text, "en")
    assert [part.text for part in whole.parts] == ["Tuesday", "9 a.m."]
    assert list(whole.parts) == [m for m in mentions.of(article, "date") if isinstance(m, DateMention)]
    assert [m.text for m in mentions.everything(article) if m.kind in ("date", "time")] == ["Tuesday at 9 a.m."]
    assert [part["text"] for part in whole.to_dict()["parts"]] == ["Tuesday", "9 a.m."]


def test_later_than_an_event_is_no_day_of_the_calendar() -> None:
    (year, later) = found("The mill burnt down in 1870 and was rebuilt three years later.", "en")
    assert (year.value, later.value, later.relative) == ("1870", None, "P3Y+")


def test_without_a_publication_date_nothing_is_resolved() -> None:
    assert [(m.value, m.relative) for m in found("Prices fell in the past three months.", "en", None)] == [
        (None, "past P3M")
    ]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "last next the of from to in week May 5 2019 Monday since until early every quarter Q1 3pm and - , days 3 ."
            .split()
        ),
        max_size=25,
    ),
    st.sampled_from(EUROPEAN),
)  # fmt: skip
def test_any_text_gives_ordered_spans_of_itself(words: list[str], lang: str) -> None:
    text = " ".join(words)
    end = 0
    for mention in found(text, lang):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        end = mention.end


@pytest.mark.parametrize("piece", ["from May to ", "last week of ", "3 days and ", "the first of the ", "since 2010, "])
def test_long_runs_take_linear_time(piece: str) -> None:
    found(piece * 10, "en")
    started = time.process_time()
    found(piece * 1500, "en")
    assert time.process_time() - started < 2
