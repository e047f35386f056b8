"""The sentences of a text report that are not about one finding: verdict, what was compared, what was not checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from retold.checker.model import Finding, Result, Skip
from retold.reports import ReportOptions
from retold.reports.text_clean import neutral

AT_GATE, TO_LOOK_AT = "●", "○"

_SURENESS = ((0.95, "almost certain"), (0.85, "very likely"), (0.7, "likely"), (0.5, "possible"), (0.0, "unlikely"))

_SCORES = {
    "similarity": "similarity",
    "coverage_original": "original covered",
    "coverage_copy": "copy covered",
    "chrf": "chrF",
    "bleu": "BLEU",
    "ter": "TER",
    "mqm": "MQM penalty",
}
_SHARES = frozenset({"coverage_original", "coverage_copy"})
_COSINES = frozenset({"similarity"})


def verdict_line(result: Result, shown: Sequence[Finding], options: ReportOptions) -> str:
    """The one sentence a hurried reader reads."""
    gate = sum(options.at_gate(finding) for finding in shown)
    rest = len(shown) - gate
    says = [_counts(gate, rest, result, options)]
    if result.reason and not result.failures:
        says.insert(0, neutral(result.reason).rstrip("."))
    if result.failures:
        says.append(f"{_plural(len({f.rule for f in result.failures}), 'rule')} crashed")
    if result.skips:
        says.append(f"{_plural(len({s.rule for s in result.skips}), 'rule')} not checked")
    return f"{result.verdict.upper()}: {'; '.join(part for part in says if part)}."


def _counts(gate: int, rest: int, result: Result, options: ReportOptions) -> str:
    look = f"to look at ({TO_LOOK_AT})"
    if gate:
        more = f", {rest} more {look}" if rest else ""
        return f"{_plural(gate, 'finding')} at the gate ({AT_GATE}){more}"
    if rest:
        return f"{_plural(rest, 'finding')} {look}" + ("" if options.fail_on == "never" else ", none at the gate")
    if result.verdict == "unchecked":
        return ""
    return "nothing found in what was checked" if result.skips or result.failures else "nothing found"


def about_lines(result: Result) -> list[str]:
    """Profile of the pair, and each text with its language, length, date and file; a line each."""
    lines = [f"Profile   {result.profile}"] if result.profile and result.original else []
    lines.append(f"Original  {_text(result.original)}" if result.original else "Original  none: the copy stands alone")
    return [neutral(line) for line in [*lines, f"Copy      {_text(result.copy or {})}"]]


def _text(about: Mapping[str, Any]) -> str:
    """One text: `en, 412 words, published 2024-10-29 (flood.txt)`."""
    says = [about.get("language") or "language unknown"]
    if about.get("words") is not None:
        says.append(_plural(about["words"], "word"))
    if about.get("published"):
        says.append(f"published {about['published']}")
    path = "standard input" if about.get("path") == "-" else about.get("path")
    return ", ".join(says) + (f" ({path})" if path else "")


def sureness(confidence: float) -> str:
    """A confidence in words, with the figure."""
    words = next(words for least, words in _SURENESS if confidence >= least or not least)
    return f"{words} ({confidence:.0%})"


def not_checked(skips: Sequence[Skip]) -> list[str]:
    """One line a reason, with the rules it silenced; reasons in order of first appearance."""
    by_reason: dict[str, list[str]] = {}
    for skip in skips:
        rules = by_reason.setdefault(skip.reason, [])
        if skip.rule not in rules:
            rules.append(skip.rule)
    return [neutral(f"{reason}: {', '.join(rules)}") for reason, rules in by_reason.items()]


def scores_line(scores: Mapping[str, float | None]) -> str:
    """Every score that was computed, in one line; empty when none was."""
    says = []
    for name, value in scores.items():
        if value is not None and isfinite(value):
            figure = f"{value:.0%}" if name in _SHARES else f"{value:.2f}" if name in _COSINES else f"{value:.1f}"
            figure += " per 1,000 words" if name == "mqm" else ""
            says.append(f"{_SCORES.get(name, name)} {figure}")
    return f"Scores: {', '.join(says)}." if says else ""


def hidden_line(hidden: int) -> str:
    """What the cap left out, and how to see it."""
    return f"{_plural(hidden, 'more finding')} not shown (--format json lists every one)."


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
