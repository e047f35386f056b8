"""hedge-dropped: confidence and severity follow the strength of the doubt."""

import pytest
from support import check


def only(original, copy, *tags, **how):
    result = check(original, copy, *tags, select=("hedge-dropped",), **how)
    assert not result.failures
    return result.findings


def test_alleged_weighs_more_than_may():
    (strong,) = only("The clerk allegedly hid the letter.", "The clerk hid the letter.")
    (weak,) = only("The road may close at noon.", "The road closes at noon.")
    assert (strong.severity, weak.severity) == ("major", "minor")
    assert strong.confidence >= 0.7 > weak.confidence


def test_less_sure_across_languages():
    (same,) = only("The clerk allegedly hid the letter.", "The clerk hid the letter.")
    (other,) = only("The clerk allegedly hid the letter.", "Der Schreiber versteckte den Brief.", "en", "de")
    assert other.confidence < same.confidence


def test_says_what_the_hedge_was():
    (finding,) = only("The clerk allegedly hid the letter.", "The clerk hid the letter.")
    assert finding.message == "The original hedges this (“allegedly”); the copy states it as a fact."
    assert finding.evidence["hedge"] == "reported"


@pytest.mark.parametrize("tag", ["en", "de", "ko"])
def test_an_identical_copy_has_no_finding(tag):
    text = "The clerk allegedly hid the letter. Der Schreiber soll angeblich fort sein. 그는 떠난 것으로 알려졌다."
    assert only(text, text, tag, tag) == ()


def test_a_language_without_data_is_skipped():
    result = check("The clerk allegedly left.", "Der klerk is weg.", "en", "xx", select=("hedge-dropped",))
    assert [skip.rule for skip in result.skips] == ["hedge-dropped"]


def rules_of(original, copy, *tags):
    chosen = ("hedge-dropped", "hedge-hardened", "hedge-added", "negation-flipped")
    return [finding.rule for finding in check(original, copy, *tags, select=chosen).findings]


@pytest.mark.parametrize(
    ("original", "copy", "rule"),
    [
        (
            "The police could not confirm that the boat sank.",
            "The police confirmed that the boat sank.",
            "hedge-hardened",
        ),
        ("The clerk allegedly hid the letter.", "It was proved that the clerk hid the letter.", "hedge-hardened"),
        ("The clerk allegedly hid the letter.", "The clerk hid the letter.", "hedge-dropped"),
        ("The clerk hid the letter.", "The clerk allegedly hid the letter.", "hedge-added"),
        ("The clerk hid the old letter.", "The clerk did not hide the old letter.", "negation-flipped"),
    ],
)
def test_one_defect_is_said_once(original, copy, rule):
    assert rules_of(original, copy, "en", "en") == [rule]


def test_quotes_both_words_of_a_hardened_doubt():
    result = check(
        "The road to the harbour may close on Monday.",
        "The road to the harbour will close on Monday.",
        select=("hedge-hardened",),
    )
    assert result.findings[0].message == "The original says “may”; the copy says “will”."
    assert result.findings[0].evidence["certainty"] == "future"


def test_less_sure_of_a_negation_in_a_long_sentence():
    tail = ", which the owners of the mill by the river had asked for in a letter to the town hall that came in spring"
    short = check(
        "The bridge was closed on Friday.", "The bridge was not closed on Friday.", select=("negation-flipped",)
    )
    long = check(
        f"The bridge was closed on Friday{tail}.",
        f"The bridge was not closed on Friday{tail}.",
        select=("negation-flipped",),
    )
    assert short.findings[0].confidence > long.findings[0].confidence
    assert (short.findings[0].severity, long.findings[0].severity) == ("critical", "minor")
