"""Who passes on what somebody says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article

from retold.checker import mentions
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_chain import chain


def told(text, lang):
    """Each source with those that pass it on, outermost first."""
    read = article(text, lang)
    said = [m for m in mentions.of(read, "attribution") if isinstance(m, Attribution)]
    return {m.source_form: [outer.source_form for outer in chain(read, m)] for m in said}


@pytest.mark.parametrize(
    ("lang", "text", "outer", "inner"),
    [
        ("en", "CNN reported on Monday that two officials said the dam had leaked.", "cnn", "two officials"),
        ("de", "Der Sender berichtete, dass zwei Beamte sagten, dass der Damm undicht sei.", "sender", "zwei beamte"),
        ("fr", "La chaîne rapporte que deux experts ont dit que le barrage fuyait.", "chaîne", "deux experts"),
        ("es", "La cadena informó de que dos expertos dijeron que la presa tenía fugas.", "cadena", "dos expertos"),
        ("ru", "Телеканал сообщил, что два чиновника заявили, что плотина протекает.", "телеканал", "два чиновника"),
    ],
)
def test_an_outlet_passes_on_what_officials_say(lang, text, outer, inner):
    assert told(text, lang) == {outer: [], inner: [outer]}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "CNN reported that the dam had leaked. Two officials said the valley was safe."),
        ("de", "Der Sender berichtete, dass der Damm undicht sei. Zwei Beamte sagten, dass das Tal sicher sei."),
    ],
)
def test_sentences_beside_each_other_are_no_chain(lang, text):
    assert not any(told(text, lang).values())


PIECES = [
    "CNN reported that ",
    "officials said ",
    "the dam leaked",
    ", Ann Reed said",
    '"',
    "\u201c",
    "\u201d",
    ". ",
    "\n\n",
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map(lambda pieces: "It rained. " + "".join(pieces)))
def test_those_who_pass_on_hold_the_cue(text):
    read = article(text, "en")
    for mention in mentions.of(read, "attribution"):
        for outer in chain(read, mention):
            assert any(span.start <= mention.cue[0].start < span.end for span in outer.content)
