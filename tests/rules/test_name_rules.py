"""name-altered: which name stands for which, and how sure that is."""

import time

from support import check


def only(original, copy, *tags):
    result = check(original, copy, *tags, select=("name-altered",))
    assert not result.failures
    return result.findings


def test_shows_both_names():
    (finding,) = only("The firm moved to Norway in June.", "The firm moved to Ireland in June.")
    assert finding.message == "The original names “Norway”; the copy names “Ireland”."
    assert (finding.original[0].text, finding.copy[0].text) == ("Norway", "Ireland")
    assert finding.evidence["original_value"] == "NO"
    assert finding.confidence >= 0.7


def test_less_sure_of_a_country_that_the_copy_names_elsewhere():
    original = "The firm moved to Norway in June. The owner stayed behind with his brother."
    (nowhere,) = only(original, original.replace("Norway", "Ireland"))
    (elsewhere,) = only(original, original.replace("Norway", "Ireland") + " Norway was not named again.")
    assert elsewhere.confidence < nowhere.confidence


def test_a_person_whom_the_copy_names_elsewhere_is_not_lost():
    original = "The board dismissed Okonkwo in June. The owner stayed behind."
    copy = "The board dismissed Larsen in June. The owner stayed behind with Okonkwo."
    assert not [f for f in only(original, copy) if f.confidence >= 0.5 and (f.original or f.severity == "major")]


def test_scripts_are_no_reason_for_doubt():
    assert only("Critics of Angela Merkel met.", "Критики Ангелы Меркель встретились.", "en", "ru") == ()


def test_an_identical_copy_has_no_finding():
    text = "Ruth Adeyemi met Tom Larsen in Norway. NATO and the Bank of China watched. Then Larsen left for Vienna."
    assert only(text, text) == ()


def test_many_names_stay_cheap():
    original = " ".join(f"The board met Anna Keller{i:04d} and Otto Maier{i:04d} on day {i}." for i in range(1500))
    copy = original.replace("Keller", "Hoffmann")
    check("Ann met Bob.", "Ann met Bob.", select=("name-altered",))
    start = time.process_time()
    only(original, copy)
    assert time.process_time() - start < 10


def test_a_changed_speaker_is_reported_once():
    texts = "The bridge will open in May, said Martin Keller.", "The bridge will open in May, said Paula Hoffmann."
    result = check(*texts, select=("name-altered", "speaker-changed"))
    assert [finding.rule for finding in result.findings] == ["speaker-changed"]
