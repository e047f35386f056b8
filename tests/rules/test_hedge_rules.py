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
