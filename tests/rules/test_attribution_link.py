"""Which statements of two texts belong together, asked of whole articles."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article

from retold.checker.compare import Comparison, compare
from retold.rules.attribution_link import Pair, linked, statements


def comparison(original: str, copy: str, languages: tuple[str, str] = ("en", "en")) -> Comparison:
    return compare(article(original, languages[0]), article(copy, languages[1]))


def sources(pairs: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [(pair.old.source_form if pair.old else "", pair.new.source_form if pair.new else "") for pair in pairs]


@pytest.mark.parametrize(
    ("original", "copy", "languages", "expected"),
    [
        (
            "The dam is safe, the operator said, while engineers said that the wall had moved by 14 centimetres.",
            "Engineers said that the wall had moved by 14 centimetres, while the dam is safe, the operator said.",
            ("en", "en"),
            {("operator", "operator"), ("engineers", "engineers")},
        ),
        (
            "The mayor said that 40 houses were lost. The governor said that 300 people had no power.",
            "Die Gouverneurin sagte, dass 300 Menschen ohne Strom seien. Der Bürgermeister sagte, dass 40 Häuser "
            "zerstört seien.",
            ("en", "de"),
            {("mayor", "bürgermeister"), ("governor", "gouverneurin")},
        ),
        (
            "The police said that the driver was drunk.",
            "警察は、運転手が酒に酔っていたと述べた。",
            ("en", "ja"),
            {("police", "警察")},
        ),
        (
            "Laut Polizei war der Fahrer betrunken. Der Anwalt sagte, dass die Ampel kaputt gewesen sei.",
            "According to police, the driver was drunk. The traffic light was broken.",
            ("de", "en"),
            {("polizei", "police"), ("anwalt", "")},
        ),
    ],
)
def test_statements_find_each_other(original, copy, languages, expected):
    assert expected <= set(sources(linked(comparison(original, copy, languages))))


def test_a_headline_repeats_what_the_body_says():
    body = "Two engineers told the inquiry on Friday that the bridge had been unsafe for eleven years."
    pairs = linked(comparison(body, f"Bridge was unsafe for eleven years, engineers told inquiry\n\n{body}\n"))
    assert [(pair.old is not None, pair.new is not None) for pair in pairs] == [(True, True), (True, True)]


TEXTS = st.lists(
    st.sampled_from(
        [
            "The mayor said that 40 houses were lost.",
            "“We will rebuild,” Anna Keller said.",
            "The river fell on Monday.",
            "According to the police, the driver was drunk.",
            "Officials believe that the wall, engineers said, would hold.",
            "“ ” ' said that.",
        ]
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_every_statement_is_in_a_pair_and_the_answer_repeats(original, copy):
    compared = comparison(original, copy)
    assert compared.original is not None
    pairs = linked(compared)
    assert {pair.old for pair in pairs} - {None} == set(statements(compared.original))
    assert {pair.new for pair in pairs} - {None} == set(statements(compared.copy))
    assert all(0 <= pair.similarity <= 1.0001 for pair in pairs)
    assert pairs == linked(comparison(original, copy))
