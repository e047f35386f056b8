"""The table at the end of an audit."""

from __future__ import annotations

import io

from report_samples import FOLDER, sample

from retold.checker.model import Failure, Finding, Result, Skip
from retold.reports import ReportOptions
from retold.reports.summary import WORST, Summary


def result(ident: str | None, *findings: tuple[str, str, float], verdict: str = "pass", **rest: object) -> Result:
    found = tuple(Finding(rule, "x", severity, confidence, "m") for rule, severity, confidence in findings)
    return Result(ident, verdict, findings=found, **rest)  # type: ignore[arg-type]


def written(summary: Summary, seconds: float = 2.0, **options: object) -> str:
    stream = io.StringIO()
    summary.write(stream, ReportOptions(width=100, **options), seconds)  # type: ignore[arg-type]
    return stream.getvalue()


def test_golden() -> None:
    summary = Summary(ReportOptions())
    for name in ("translation", "scripts", "crashed", "alone", "clean"):
        summary.add(sample(name))
    summary.add(result("missing", verdict="unchecked", reason="cannot read missing.txt: no such file"))
    assert written(summary) == (FOLDER / "summary.txt").read_text("utf-8")


def test_nothing_to_check() -> None:
    assert written(Summary(ReportOptions()), 0.0) == "0 pairs: nothing to check.\n"


def test_quiet_is_one_line() -> None:
    summary = Summary(ReportOptions())
    summary.add(result("a", ("number-altered", "critical", 0.9), verdict="fail"))
    assert written(summary, verbose=-1) == "1 pair in 2.0 s (0.5 pairs/s): 1 fail.\n"


def test_the_ten_worst_whatever_the_order() -> None:
    pairs = [result(f"p{n:03}", *[("number-altered", "major", 0.9)] * n, verdict="fail") for n in range(40)]
    for order in (pairs, pairs[::-1]):
        summary = Summary(ReportOptions())
        for pair in order:
            summary.add(pair)
        text = written(summary)
        assert [n for n in range(40) if f"p{n:03}" in text] == list(range(40 - WORST, 40))


def test_of_equally_bad_pairs_the_first_are_named() -> None:
    summary = Summary(ReportOptions())
    for number in range(30):
        summary.add(result(f"p{number:03}", ("omission", "minor", 0.8)))
    assert [n for n in range(30) if f"p{n:03}" in written(summary)] == list(range(WORST))


def test_memory_stays_flat() -> None:
    summary = Summary(ReportOptions())
    for number in range(3000):
        summary.add(result(f"p{number}", ("omission", "minor", 0.8), skips=(Skip("a", f"reason {number}"),)))
    assert len(summary.reasons) <= 201
    assert len(summary._worst) == WORST
    assert "more reasons not shown" in written(summary)


def test_unsure_findings_are_not_counted_and_failures_are() -> None:
    summary = Summary(ReportOptions())
    summary.add(result(None, ("name-altered", "minor", 0.2), failures=(Failure("date-altered", "boom"),)))
    text = written(summary)
    assert "name-altered" not in text
    assert "date-altered in 1 pair" in text


def test_ids_are_safe_to_print() -> None:
    summary = Summary(ReportOptions())
    summary.add(result("x\x1b[2J" + "y" * 500, ("omission", "minor", 0.8)))
    text = written(summary)
    assert "\x1b" not in text
    assert "y" * 70 not in text
