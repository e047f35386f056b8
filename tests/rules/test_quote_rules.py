"""The comparison behind quote-altered: which words differ, and when two wordings are one quotation."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import check

from retold import rules
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


def test_two_languages_are_judged_by_what_is_sure():
    result = check(
        "“Did anybody ask the people who live here?” he said.",
        "„Jemand hat die Leute gefragt, die hier wohnen“, sagte er.",
        "en",
        "de",
        select=("quote-altered",),
    )
    (finding,) = result.findings
    assert finding.evidence["kind"] == "question"
    assert not result.skips


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("We honour our neighbours in the grey centre", "We honor our neighbors in the gray center"),
        ("They organised and analysed the programme", "They organized and analyzed the program"),
        ("It was a long-term plan for per cent signs", "It was a long term plan for percent signs"),
        ("We’ll co-operate with the traveller", "We´ll cooperate with the traveler"),
        ("We saw twelve ships at the old pier", "We saw 12 ships at the old pier"),
    ],
)
def test_variant_spellings_are_the_same_words(original, copy):
    for left, right in ((original, copy), (copy, original)):
        result = check(f"“{left},” Holt said.", f"“{right},” Holt said.", select=("quote-altered",))
        assert result.findings == ()


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("We need four more of our boats", "We need for more of our boats"),
        ("We saw twelve ships at the old pier", "We saw 20 ships at the old pier"),
        ("The hour is late for all of us", "The tour is late for all of us"),
    ],
)
def test_other_words_are_no_spelling(original, copy):
    result = check(f"“{original},” Holt said.", f"“{copy},” Holt said.", select=("quote-altered",))
    assert len(result.findings) == 1


def test_a_quotation_put_in_other_words_is_less_sure():
    result = check(
        "“The bridge will be closed for the whole summer, and we will tell everybody in good time,” Holt said.",
        "“The bridge will be shut all summer long, and we will let everyone know in good time,” Holt said.",
        select=("quote-altered",),
    )
    (finding,) = result.findings
    assert 0.5 <= finding.confidence < 0.7


PIECES = [
    "The mayor said ", "we will go", " if it rains", ", but ", "“", "”", '"', "„", "«", "»", "‘", "’", "'", "「", "」",
    ". ", "\n\n", "— ", "... ", "[the] ", "said Ana Ruiz", "他说：", "12 ",
]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.sampled_from(["en", "de", "ja", "xx"]),
)
def test_any_marks_abort_no_rule_and_findings_lie_inside_the_texts(original, copy, tag):
    select = tuple(rule.id for rule in rules.available() if rule.group == "quote")
    result = check(original + "x", copy + "x", "en", tag, select=select)
    assert result.failures == ()
    assert result.to_dict() == check(original + "x", copy + "x", "en", tag, select=select).to_dict()
    for finding in result.findings:
        for passages, text in ((finding.original, original + "x"), (finding.copy, copy + "x")):
            assert all(text[passage.start : passage.end] == passage.text for passage in passages)


@pytest.mark.parametrize(
    ("original", "copy", "language", "only"),
    [
        ("“We lost 40 cows then,” Doyle said.", "“We lost 140 cows then,” Doyle said.", "en", "number-altered"),
        ("« J’attends depuis trois jours », dit-il.", "« J’attends depuis cinq jours », dit-il.", "fr", "date-altered"),
    ],
)  # fmt: skip
def test_a_changed_figure_is_told_once(original, copy, language, only):
    assert [finding.rule for finding in check(original, copy, language, language).findings] == [only]
    assert check(original, copy, language, language, select=("quote-altered",)).findings


def test_a_sentence_left_out_with_its_quotation_is_told_once():
    original = "The plant closes in June. “It is a slap in the face,” said foreman Dirk Wessel. It employs 300 people."
    copy = "Das Werk schließt im Juni. Es beschäftigt 300 Menschen."
    for encoder in ("none", "default"):
        result = check(original, copy, "en", "de", encoder=encoder)
        assert [finding.rule for finding in result.findings] == ["quote-missing"]


def test_the_same_words_are_one_quotation_wherever_they_stand():
    original = "The road is open again. “We did what we could,” said Ann Doyle. The school stays closed until Monday."
    copy = "The school stays closed until Monday. The road is open again. “We did what we could,” said Ann Doyle."
    assert not check(original, copy, "en", "en", select=("quote",)).findings
