"""Scores of a pair: they apply or are None, and agree with sacrebleu."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sacrebleu.metrics import BLEU, CHRF, TER

from retold.checker import embed
from retold.checker.chrf import chrf
from retold.checker.compare import compare
from retold.checker.model import Article, Segment
from retold.checker.scores import scores, signature

ENGLISH = ["The ferry ran aground near the island.", "None of the passengers were injured.", "It is to be towed."]
OTHER = ["The ferry hit a rock close to the island.", "No passenger was injured.", "It is to be towed."]
GERMAN = ["Die Fähre lief vor der Insel auf Grund.", "Kein Passagier wurde verletzt.", "Sie soll geschleppt werden."]


def article(sentences, language="en"):
    text, segments = "", []
    for place, sentence in enumerate(sentences):
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{sentence}" if text else sentence
        segments.append(Segment(place, start, len(text), "body", place))
    return Article(text, tuple(segments), language)


def test_an_identical_copy():
    marks = scores(compare(article(ENGLISH), article(ENGLISH)), level="all")
    assert marks == {
        "similarity": None, "coverage_original": 1.0, "coverage_copy": 1.0, "chrf": 100.0, "bleu": 100.0, "ter": 0.0,
    }  # fmt: skip


def test_the_mean_by_length_of_sacrebleus_sentence_scores():
    marks = scores(compare(article(ENGLISH), article(OTHER), alignment="monotonic"), level="all")
    weights = [len(a) + len(b) for a, b in zip(OTHER, ENGLISH, strict=True)]
    for name, metric in (("chrf", CHRF()), ("bleu", BLEU(effective_order=True)), ("ter", TER())):
        each = [metric.sentence_score(a, [b]).score for a, b in zip(OTHER, ENGLISH, strict=True)]
        mean = sum(w * s for w, s in zip(weights, each, strict=True)) / sum(weights)
        assert marks[name] == pytest.approx(mean, abs=0.01)


def test_a_translation_has_no_metrics_without_a_reference():
    comparison = compare(article(ENGLISH), article(GERMAN, "de"), encoder=embed.load("default"))
    marks = scores(comparison, level="all")
    assert marks["similarity"] > 0.6
    assert (marks["chrf"], marks["bleu"], marks["ter"]) == (None, None, None)
    assert signature(marks) == "metrics:none"
    judged = scores(comparison, article(GERMAN, "de"), level="all")
    assert (judged["chrf"], judged["ter"]) == (100.0, 0.0)
    assert "chrF2" in signature(judged)
    assert "TER" in signature(judged)


def test_levels():
    comparison = compare(article(ENGLISH), article(OTHER))
    fast = scores(comparison)
    assert fast["chrf"] is not None
    assert (fast["bleu"], fast["ter"]) == (None, None)
    assert scores(comparison, level="none") == {}


def test_what_is_not_linked_is_not_covered():
    copy = [*ENGLISH[:2], "Onions and butter are fried until golden brown."]
    marks = scores(compare(article(ENGLISH), article(copy), alignment="free"))
    assert 0.3 < marks["coverage_copy"] < 0.7
    assert 0.5 < marks["coverage_original"] < 0.9


def test_a_copy_alone_has_no_scores_of_a_pair():
    marks = scores(compare(None, article(ENGLISH)), level="all")
    assert set(marks.values()) == {None}
    assert scores(compare(None, article(ENGLISH)), article(ENGLISH), level="all")["bleu"] == 100.0


@pytest.mark.parametrize("language", ["zh", "ja", "th", "ko", "ar", "de"])
def test_a_very_long_segment_takes_no_time(language):
    long = "字 " * 20_000
    marks = scores(compare(article([long + "a"], language), article([long + "b"], language)), level="all")
    assert marks["ter"] is None
    assert marks["chrf"] > 90


@given(st.text(max_size=60), st.text(max_size=60), st.text(alphabet="ab c", max_size=60))
def test_chrf_is_sacrebleus(one, other, dull):
    for copy, reference in ((one, other), (one + dull, dull + other), (dull, dull[1:]), (one, one)):
        assert chrf(copy, reference) == pytest.approx(CHRF().sentence_score(copy, [reference]).score, abs=1e-6)
