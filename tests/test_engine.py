"""The engine orders, filters, de-duplicates and gates what rules say; made-up rules say it here."""

import pytest

from retold.checker import config, engine
from retold.checker.compare import Comparison
from retold.checker.errors import NotChecked
from retold.checker.model import Article, Segment
from retold.checker.rule import Rule

TEXT = "Three ships left. Four ships sank."
ARTICLE = Article(TEXT, (Segment(0, 0, 17), Segment(1, 18, 34)), "en")
PAIR = Comparison(copy=ARTICLE, original=ARTICLE)


def rule(says, ident="number-altered", group="number", **declared):
    """A rule that says (start, end, severity, confidence) tuples, or raises what it is given."""

    class Said(Rule):
        def check(self, comparison):
            if isinstance(says, Exception):
                raise says
            for start, end, severity, confidence in says:
                place = [comparison.copy.passage(start, end)]
                yield self.finding("It differs.", confidence=confidence, copy=place, severity=severity)

    Said.id, Said.group, Said.mqm = ident, group, "accuracy/mistranslation"
    for name, value in declared.items():
        setattr(Said, name, value)
    return Said()


def run(*rules, comparison=PAIR, **settings):
    return engine.run(comparison, engine.Plan(config.load(settings).resolve("auto"), rules))


def test_worst_first_then_surest_then_by_place():
    result = run(rule([(18, 22, "major", 0.6), (0, 5, "major", 0.6), (6, 11, "major", 0.9), (12, 16, "critical", 0.5)]))
    assert [f.copy[0].start for f in result.findings] == [12, 6, 0, 18]


def test_a_finding_said_twice_stands_once():
    assert len(run(rule([(0, 5, "major", 0.9), (0, 5, "minor", 0.6)])).findings) == 1


def test_overlapping_garble_is_one_finding_that_names_the_other():
    first = rule([(0, 10, "major", 0.9)], "garble-fragment", "garble")
    second = rule([(5, 12, "minor", 0.9), (20, 25, "minor", 0.9)], "garble-repeat", "garble")
    findings = run(first, second).findings
    assert [(f.rule, f.evidence.get("also")) for f in findings] == [
        ("garble-fragment", ["garble-repeat"]),
        ("garble-repeat", None),
    ]


def test_a_fallback_speaks_only_where_no_other_rule_does():
    plain = rule([(0, 5, "major", 0.9)])
    fallback = rule([(0, 17, "major", 0.9), (18, 34, "major", 0.9)], "meaning-drift", "meaning", fallback=True)
    assert [(f.rule, f.copy[0].start) for f in run(plain, fallback).findings] == [
        ("number-altered", 0),
        ("meaning-drift", 18),
    ]


def test_a_rule_that_says_more_covers_what_another_says_of_the_same_words():
    plain = rule([(0, 5, "critical", 0.9), (18, 22, "major", 0.9)])
    fuller = rule([(0, 11, "minor", 0.6)], "source-altered", "attribution", covers=("number-altered",))
    assert [(f.rule, f.copy[0].start) for f in run(plain, fuller).findings] == [
        ("number-altered", 18),
        ("source-altered", 0),
    ]


@pytest.mark.parametrize(
    ("severity", "confidence", "settings", "verdict"),
    [
        ("major", 0.7, {}, "fail"),
        ("major", 0.69, {}, "pass"),
        ("minor", 0.9, {}, "pass"),
        ("minor", 0.9, {"fail_on": "minor"}, "fail"),
        ("major", 0.9, {"fail_on": "critical"}, "pass"),
        ("critical", 1.0, {"fail_on": "never"}, "pass"),
        ("major", 0.4, {"min_confidence": 0.3}, "fail"),
    ],
)
def test_the_gate_looks_at_severity_and_confidence(severity, confidence, settings, verdict):
    assert run(rule([(0, 5, severity, confidence)]), **settings).verdict == verdict


def test_unsure_findings_are_left_out_unless_the_gate_counts_them():
    assert not run(rule([(0, 5, "major", 0.4)])).findings
    assert run(rule([(0, 5, "major", 0.4)]), show_confidence=0.3).findings


def test_severity_can_be_set_by_rule():
    result = run(rule([(0, 5, "critical", 0.9)]), rules={"number-altered": {"severity": "minor"}})
    assert [f.severity for f in result.findings] == ["minor"]
    assert result.verdict == "pass"


def test_a_crash_is_a_failure_and_never_a_pass():
    result = run(rule(KeyError("x")), rule([], "date-altered", "date"))
    assert result.verdict == "unchecked"
    assert [f.rule for f in result.failures] == ["number-altered"]


def test_a_rule_that_cannot_judge_says_so_and_nothing_judged_is_no_pass():
    refusing = rule(NotChecked("no data"))
    assert run(refusing, rule([], "date-altered", "date")).verdict == "pass"
    result = run(refusing)
    assert result.verdict == "unchecked"
    assert [(s.rule, s.reason) for s in result.skips] == [("number-altered", "no data")]


@pytest.mark.parametrize(
    ("need", "comparison", "reason"),
    [
        ("original", Comparison(copy=ARTICLE), "no original"),
        ("encoder", PAIR, "no encoder"),
        ("encoder?", PAIR, None),
        ("translation", PAIR, None),
        ("same-language", PAIR, None),
        ("copy-data:hedges", Comparison(copy=Article("x", (), "xx"), original=ARTICLE), "no hedges data"),
        ("copy-data:hedges", PAIR, None),
    ],
)
def test_needs_are_met_or_said(need, comparison, reason):
    skips = run(rule([], needs=(need,)), comparison=comparison).skips
    assert [reason in skip.reason for skip in skips] == ([True] if reason else [])


def test_the_penalty_is_points_per_thousand_words():
    result = run(rule([(0, 5, "critical", 0.9), (6, 11, "major", 0.9), (12, 16, "minor", 0.9)]))
    assert result.scores["mqm"] == round(1000 * 31 / 6, 2)


def test_the_signature_tells_settings_apart():
    quiet, strict = run(rule([])), run(rule([]), fail_on="minor")
    assert quiet.signature != strict.signature
    assert quiet.signature == run(rule([])).signature
