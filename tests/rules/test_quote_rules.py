"""The comparison behind quote-altered: which words differ, and when two wordings are one quotation."""

import pytest
from support import check

from retold.rules.quote_compare import differing, is_version, tokens


@pytest.mark.parametrize(
    ("original", "copy", "expected"),
    [
        ("We will close the bridge today.", "We can close the bridge today.", ("will", "can")),
        ("It is a good day", "It is a very good day", ("", "very")),
        ("We don’t know", "We don't know", ("", "")),
    ],
)
def test_differing_words(original, copy, expected):
    assert differing(original, copy) == expected


def test_versions_share_words_in_a_row():
    one = tokens("It looks like most of the lines will be running again by noon")
    assert is_version(tokens("It seems that most of the lines will be running again at noon"), one)
    assert not is_version(tokens("By noon nearly all trains are expected to be back"), one)


def test_evidence_names_the_words():
    result = check(
        "“We will close the bridge for the whole summer,” Holt said.",
        "“We may close the bridge for the whole summer,” Holt said.",
        select=("quote-altered",),
    )
    (finding,) = result.findings
    assert (finding.evidence["original_words"], finding.evidence["copy_words"]) == ("will", "may")
    assert "“will” has become “may”" in finding.message


def test_not_checked_across_languages():
    result = check("“We will close it,” he said.", "„Wir schließen“, sagte er.", "en", "de", select=("quote-altered",))
    assert [skip.rule for skip in result.skips] == ["quote-altered"]
