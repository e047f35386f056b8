"""Lexicon search: word borders, endings, inner words, the longest match."""

import time

import pytest

from retold.checker.mentions.phrases import Phrases, fold


def found(marks, text, **how):
    return [(text[start:end], mark) for start, end, mark in Phrases(marks, **how).find(fold(text))]


@pytest.mark.parametrize(
    ("marks", "text", "wanted"),
    [
        (["may"], "Maybe may.", [("may", "may")]),
        (["alleg*"], "Allegations, alleged", [("Allegations", "alleg*"), ("alleged", "alleg*")]),
        (["*rait"], "il viendrait", [("viendrait", "*rait")]),
        (["not", "not yet known"], "not yet\nknown", [("not yet\nknown", "not yet known")]),
        (["it's"], "It’s", [("It’s", "it's")]),
        (["रूस"], "रूसी रूस", [("रूस", "रूस")]),
        (["may", "may*"], "mayor", [("mayor", "may*")]),
    ],
)
def test_marks(marks, text, wanted):
    assert found(marks, text) == wanted


def test_inside_words():
    assert found(["可能"], "不可能吗", inside_words=True) == [("可能", "可能")]


def test_clitics_before_a_word():
    assert found(["ربما"], "وربما", clitics=["و"]) == [("ربما", "ربما")]
    assert found(["ربما"], "سربما", clitics=["و"]) == []


def test_fold_keeps_the_length():
    text = "İSTANBUL İ ẞ Σ ’"
    assert len(fold(text)) == len(text)


def test_linear_on_hostile_text():
    phrases = Phrases(["could not be verified", "*ebilir", "alleg*", "not yet"])
    for text in ("a" * 200_000, "could not be " * 20_000, "ebilir" * 30_000, "not " * 50_000, " " * 200_000):
        start = time.process_time()
        list(phrases.find(text))
        assert time.process_time() - start < 1.5
