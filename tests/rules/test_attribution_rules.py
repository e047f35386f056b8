"""What the rules on attribution say, and when they do not judge."""

from support import check

RULES = ("attribution-dropped", "speaker-changed")


def test_a_finding_names_the_source_and_the_cue():
    result = check(
        "The wall had been wet for months before it fell, the chief engineer told the inquiry.",
        "The wall had been wet for months before it fell.",
        select=RULES,
    )
    (finding,) = result.findings
    assert finding.rule == "attribution-dropped"
    assert finding.evidence == {"source": "the chief engineer", "cue": "told"}
    assert finding.message == (
        "The original attributes this to the chief engineer; the copy states it in its own voice."
    )


def test_a_changed_speaker_shows_both_names():
    result = check(
        "Anna Keller said that the wall had been wet for months.",
        "Peter Novak said that the wall had been wet for months.",
        select=RULES,
    )
    (finding,) = result.findings
    assert finding.rule == "speaker-changed"
    assert [p.text for p in (*finding.original, *finding.copy)] == ["Anna Keller", "Peter Novak"]


def test_an_identical_copy_has_no_finding():
    text = "“We will stay,” Anna Keller said. The wall was wet, according to engineers. Peter Novak denied that."
    assert not check(text, text, select=(*RULES, "quote-altered")).findings


def test_not_checked_without_cue_data():
    result = check("The wall was wet, officials said.", "Muren var våt.", "en", "nb", select=RULES)
    assert {skip.rule for skip in result.skips} == set(RULES)
    assert all("attribution" in skip.reason for skip in result.skips)
