"""Attributions in English with a dependency parse: sources, contents, and what is no report."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article, has_parser

from retold.checker import mentions, parse

pytestmark = pytest.mark.skipif(not has_parser, reason="the extra nlp is not installed")

# text, and for each attribution: source, cue, contents, class
CASES = [
    (
        "Two engineers who had inspected the dam said on Monday that it was safe.",
        [("Two engineers who had inspected the dam", "said", ["that it was safe"], "neutral")],
    ),
    (
        "The bridge is safe, according to engineers hired by the city of Porto.",
        [("engineers hired by the city of Porto", "according to", ["The bridge is safe"], "according")],
    ),
    (
        "“The dam is safe,” said Anna Reed, the mayor of Varnholm.",
        [("Anna Reed, the mayor of Varnholm", "said", ["“The dam is safe,”"], "neutral")],
    ),
    ("The dam, officials said, is safe.", [("officials", "said", ["The dam", "is safe"], "neutral")]),
    (
        "Reed said it was late. “We cannot wait another year for the money.”",
        [("Reed", "said", ["it was late", "“We cannot wait another year for the money.”"], "neutral")],
    ),
    (
        "The minister called the plan “a gift to the very rich” on Friday.",
        [("The minister", "called", ["the plan “a gift to the very rich”"], "attitude")],
    ),
    (
        "The minister described the plan as “a gift to the very rich” on Friday.",
        [("The minister", "described", ["the plan as “a gift to the very rich”"], "neutral")],
    ),
    ("The union wants a rise of 9 percent.", [("The union", "wants", ["a rise of 9 percent"], "attitude")]),
    (
        "The premier promised to cut taxes for farmers.",
        [("The premier", "promised", ["to cut taxes for farmers"], "attitude")],
    ),
    (
        "The council asked the government to pay for the repairs.",
        [("The council", "asked", ["the government to pay for the repairs"], "attitude")],
    ),
    ("Residents are worried that the dam will break.", [("Residents", "are", ["that the dam will break"], "attitude")]),
    ("The bill was criticised by farmers.", [("farmers", "criticised", ["The bill"], "attitude")]),
    (
        "Holt's claim that the river was clean was wrong.",
        [("Holt's", "claim", ["that the river was clean"], "neutral")],
    ),
    ("Her criticism of the mayor was sharp.", [("Her", "criticism", ["the mayor"], "attitude")]),
    (
        "CNN reported that officials said the dam was safe.",
        [
            ("CNN", "reported", ["that officials said the dam was safe"], "neutral"),
            ("officials", "said", ["the dam was safe"], "neutral"),
        ],
    ),
    (
        "Reed said she wanted to go home.",
        [("Reed", "said", ["she wanted to go home"], "neutral")],
    ),
    (
        "Holt said the pier was closed, adding that it would open in May.",
        [
            ("Holt", "said", ["the pier was closed"], "neutral"),
            ("Holt", "adding", ["that it would open in May"], "neutral"),
        ],
    ),
    ("Dozens of people showed up at the rally.", []),
    ("The calls to the station lasted all night.", []),
    ("The storm caused the river to rise.", []),
]


def found(text):
    read = article(text, "en")
    parse.choose(read, "spacy")
    return mentions.of(read, "attribution")


def seen(text):
    return [
        (
            " ".join(text[span.start : span.end] for span in each.source),
            " ".join(text[span.start : span.end] for span in each.cue),
            [text[span.start : span.end] for span in each.content],
            each.cue_class,
        )
        for each in sorted(found(text), key=lambda m: m.cue)
    ]


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text for text, _ in CASES])
def test_who_says_what(text, wanted):
    assert seen(text) == wanted


def test_wishes_and_judgements_credit_nobody_with_a_statement():
    assert [m.credits for m in found("The union wants a rise of 9 percent.")] == [False]
    assert [m.credits for m in found("The union said it was late.")] == [True]


def test_a_text_reads_alike_whatever_was_read_before_it():
    texts = [text for text, _ in CASES]
    before = {text: seen(text) for text in texts}
    random.Random(7).shuffle(texts)
    assert {text: seen(text) for text in texts} == before


@settings(max_examples=30)
@given(
    st.lists(
        st.sampled_from("\" “ ” ‘ ' said Reed that the dam , . : — \n \ud800 to wants 12 ( )".split(" ")), max_size=60
    )
)
def test_any_text_gives_spans_inside_it(parts):
    text = "Reed " + " ".join(parts)
    for mention in found(text):
        for span in (*mention.source, *mention.cue, *mention.content):
            assert mention.start <= span.start < span.end <= mention.end <= len(text)
