"""Hedges: class and strength of doubt, in every shipped language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker import language, mentions
from retold.checker.mentions import hedge
from retold.checker.model import Article


def hedges(text, tag="en"):
    return mentions.of(Article(text=text, language=tag), "hedge")


@pytest.mark.parametrize(
    ("tag", "text", "words", "value"),
    [
        ("en", "He allegedly took the ring.", "allegedly", "reported"),
        ("en", "The claim could not be verified.", "could not be verified", "unconfirmed"),
        ("en", "They may leave in May.", "may", "modal"),
        ("de", "Der mutmaßliche Dieb floh.", "mutmaßliche", "reported"),
        ("fr", "C’est peut-être vrai.", "peut-être", "possible"),
        ("es", "El presunto autor huyó.", "presunto", "reported"),
        ("it", "Il presunto ladro è fuggito.", "presunto", "reported"),
        ("pt", "O ladrão supostamente fugiu.", "supostamente", "reported"),
        ("nl", "De dief is naar verluidt gevlucht.", "naar verluidt", "reported"),
        ("pl", "Złodziej rzekomo uciekł.", "rzekomo", "reported"),
        ("ru", "Вор якобы сбежал.", "якобы", "reported"),
        ("uk", "Злодій нібито втік.", "нібито", "reported"),
        ("tr", "Bakan görevi bırakabilir.", "bırakabilir", "modal"),
        ("tr", "İddiaya göre kaçtı.", "İddiaya göre", "reported"),
        ("ar", "وربما هرب اللص.", "ربما", "possible"),
        ("hi", "शायद चोर भाग गया।", "शायद", "possible"),
        ("ko", "도둑은 달아난 것으로 알려졌다.", "것으로 알려졌", "reported"),
        ("ja", "犯人は逃げたとみられる。", "とみられる", "believed"),
        ("zh", "据称小偷逃走了。", "据称", "reported"),
    ],
)
def test_finds_the_hedge(tag, text, words, value):
    found = [h for h in hedges(text, tag) if h.text == words]
    assert [h.value for h in found] == [value]
    assert text[found[0].start : found[0].end] == words


def test_every_language_has_marks_of_every_class():
    for tag in language.shipped():
        words = hedge.lexicon(language.load(tag))
        assert words is not None
        assert {name for name, _ in words.classes.values()} == set(hedge.CLASSES), tag
        assert all(0 < strength < 1 for _, strength in words.classes.values()), tag


@pytest.mark.parametrize(
    "text",
    [
        "May was cold.",
        "The might of the army.",
        "He came as soon as possible.",
        "He wrote the mayor.",
        "It dismayed him.",
    ],
)
def test_leaves_look_alikes(text):
    assert not hedges(text)


def test_strength_orders_the_doubt():
    strong, weak = hedges("The unconfirmed figure may rise.")
    assert strong.strength > weak.strength


def test_the_scope_is_the_clause():
    text = "He left early, and the driver, who allegedly took 1,200 euros, stayed."
    (found,) = hedges(text)
    assert text[found.scope[0].start : found.scope[0].end] == "who allegedly took 1,200 euros"


def test_unknown_language_has_none():
    assert hedges("allegedly", "xx") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["may", " ", "“", "allegedly", "\u202e", "İ", "수 있다", "可能", "ربما", "\n", "कथित", "7"])
    ),
    st.sampled_from(["en", "tr", "ar", "hi", "ko", "zh"]),
)
def test_offsets_hold_the_words(pieces, tag):
    text = "".join(pieces)
    found = hedges(text, tag)
    assert all(text[h.start : h.end] == h.text and h.text for h in found)
    assert [h.start for h in found] == sorted(h.start for h in found)
    assert found == hedges(text, tag)
