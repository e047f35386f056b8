"""Run rules on one comparison and make the Result: order, filter, de-duplicate, gate.

A rule that crashes is a failure of the check, never a clean pass: the verdict is then "unchecked".
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from retold.checker import parse, version
from retold.checker.compare import Comparison
from retold.checker.config import Config
from retold.checker.errors import NotChecked
from retold.checker.model import Article, Failure, Finding, Passage, Result, Skip, severity_rank
from retold.checker.rule import Rule

PENALTY = {"info": 0, "minor": 1, "major": 5, "critical": 25}
"""MQM penalty points by severity (Freitag et al. 2021, with the critical weight of the MQM core typology)."""

_STRETCH = 256
"""Characters of the copy in which findings are looked for that may be one defect."""

_COVERED = 0.75
"""Share of a finding's words from which another speaks of the same, not of a small part of it."""


@dataclass(frozen=True)
class Plan:
    """The rules to run under one configuration; what they share is worked out once for all pairs."""

    config: Config
    rules: tuple[Rule, ...]

    @cached_property
    def severities(self) -> dict[str, str]:
        """Severities that the configuration sets, by rule id."""
        wanted = {rule.id: self.config.rule_settings(rule.id).get("severity") for rule in self.rules}
        return {rule_id: severity for rule_id, severity in wanted.items() if severity}

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """All needs of the rules, each once."""
        return tuple(dict.fromkeys(need for rule in self.rules for need in rule.needs))

    @cached_property
    def fallbacks(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules if rule.fallback)

    @cached_property
    def covers(self) -> dict[str, tuple[str, ...]]:
        """What each rule covers of others', by rule id."""
        return {rule.id: rule.covers for rule in self.rules if rule.covers}

    @cached_property
    def shown_from(self) -> float:
        """The least confidence of a finding that is kept: what is at the gate is always shown."""
        return float(min(self.config["show_confidence"], self.config["min_confidence"]))

    @cached_property
    def digest(self) -> str:
        """Number and hash of the rules with their settings and the thresholds."""
        thresholds = {key: self.config[key] for key in ("fail_on", "min_confidence", "show_confidence")}
        settings = [[rule.id, rule.settings, self.severities.get(rule.id)] for rule in self.rules]
        text = json.dumps([settings, thresholds], sort_keys=True)
        return f"{len(self.rules)}#{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def run(comparison: Comparison, plan: Plan, ident: str | None = None) -> Result:
    """Call each rule once and judge what it says."""
    findings: list[Finding] = []
    skips: list[Skip] = []
    failures: list[Failure] = []
    judged = 0
    missing = {need: comparison.missing(need) for need in plan.needs}
    for rule in plan.rules:
        reasons = [reason for need in rule.needs if (reason := missing[need]) is not None]
        if reasons:
            skips += [Skip(rule.id, reasons[0])] if all(reasons) else []
            continue
        judged += 1
        try:
            said = [f for f in rule.check(comparison) if f.confidence >= plan.shown_from]
        except NotChecked as refusal:
            skips.append(Skip(rule.id, str(refusal)))
            judged -= 1
        except Exception as error:
            failures.append(Failure(rule.id, f"{type(error).__name__}: {error}"))
        else:
            severity = plan.severities.get(rule.id)
            findings += [replace(f, severity=severity) for f in said] if severity else said
    kept = _without_explained(_without_covered(_distinct(findings), plan.covers), plan.fallbacks)
    verdict, why = _verdict(kept, plan, judged, failed=bool(failures))
    return Result(
        id=ident,
        verdict=verdict,
        reason=why,
        signature=signature(comparison, plan),
        profile=comparison.profile,
        original=describe(comparison.original) if comparison.original else None,
        copy=describe(comparison.copy),
        findings=tuple(sorted(kept, key=lambda f: f.order)),
        skips=tuple(skips),
        failures=tuple(failures),
        scores={"mqm": mqm(kept, comparison.copy.word_count)},
        links=comparison.links,
        articles=(comparison.original, comparison.copy),
    )


def _verdict(findings: list[Finding], plan: Plan, judged: int, failed: bool) -> tuple[str, str | None]:
    if failed:
        return "unchecked", "a rule crashed"
    if not judged:
        return "unchecked", "no rule could judge this pair"
    return ("fail" if any(at_gate(f, plan.config) for f in findings) else "pass"), None


def at_gate(finding: Finding, config: Config) -> bool:
    """Whether a finding fails the check: severe enough and sure enough."""
    return finding.counts(config["fail_on"], config["min_confidence"])


def mqm(findings: Iterable[Finding], words: int) -> float:
    """MQM penalty points per 1,000 words of the copy; 0 is best."""
    return round(1000 * sum(PENALTY[f.severity] for f in findings) / max(1, words), 2)


def describe(article: Article) -> dict[str, Any]:
    """What a result says of one side."""
    return {
        "path": article.path,
        "language": article.language,
        "published": article.published,
        "words": article.word_count,
        "segments": len(article.segments),
    }


def signature(comparison: Comparison, plan: Plan) -> str:
    """What the verdict depends on: two results with the same signature are comparable (as sacreBLEU's)."""
    pair = [comparison.original.language] if comparison.original else []
    return "|".join((
        f"retold:{version()}",
        f"rules:{plan.digest}",
        f"profile:{comparison.profile}",
        f"languages:{'-'.join([*pair, comparison.copy.language])}",
        f"encoder:{comparison.encoder.name if comparison.encoder else 'none'}",
        f"attribution:{'+'.join(dict.fromkeys(map(parse.extractor, comparison.articles)))}",
        f"order:{comparison.order}",
    ))  # fmt: skip


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """One finding for one defect: repeats fall away; where findings of one garble passage overlap the worst stays."""
    kept: dict[tuple[Any, ...], Finding] = {}
    for finding in sorted(findings, key=lambda f: f.order):
        kept.setdefault((finding.rule, finding.original, finding.copy), finding)
    merged: list[Finding] = []
    debris: dict[int, list[int]] = {}
    for finding in kept.values():
        places = _places(finding) if finding.group == "garble" else ()
        near = {i for place in places for i in debris.get(place, ())}
        twin = min((i for i in near if _overlap(merged[i], finding)), default=None)
        if twin is None:
            for place in places:
                debris.setdefault(place, []).append(len(merged))
            merged.append(finding)
        else:
            also = sorted({*merged[twin].evidence.get("also", ()), finding.rule} - {merged[twin].rule})
            merged[twin] = replace(merged[twin], evidence={**merged[twin].evidence, **({"also": also} if also else {})})
    return merged


def _places(finding: Finding) -> set[int]:
    """The stretches of the copy that a finding touches: two that overlap share one, so that not all are compared."""
    return _stretches(finding.copy)


def _stretches(passages: Iterable[Passage]) -> set[int]:
    return {
        place
        for passage in passages
        for place in range(passage.start // _STRETCH, max(passage.start, passage.end - 1) // _STRETCH + 1)
    }


def _sides(finding: Finding) -> Iterator[tuple[str, int]]:
    """The stretches of both texts that a finding touches."""
    yield from (("original", place) for place in _stretches(finding.original))
    yield from (("copy", place) for place in _stretches(finding.copy))


def _overlap(one: Finding, other: Finding) -> bool:
    return any(p.start < q.end and q.start < p.end for p in one.copy for q in other.copy)


def _without_covered(findings: list[Finding], covers: dict[str, tuple[str, ...]]) -> list[Finding]:
    """Drop what a rule says of words on which one has spoken that says more."""
    spoken: dict[tuple[str, str, int], list[Finding]] = {}
    for each in findings:
        for covered in covers.get(each.rule, ()):
            for place in _sides(each):
                spoken.setdefault((covered, *place), []).append(each)
    return [
        finding for finding in findings
        if not any(
            _holds(each, finding)
            for place in _sides(finding) for each in spoken.get((finding.rule, *place), ())
        )
    ]  # fmt: skip


def _holds(one: Finding, other: Finding) -> bool:
    """Whether a finding speaks of most of the words of another, on one side."""
    for ours, theirs in ((one.original, other.original), (one.copy, other.copy)):
        shared = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in ours for q in theirs)
        if shared and shared >= _COVERED * sum(q.end - q.start for q in theirs):
            return True
    return False


def _without_explained(findings: list[Finding], fallbacks: frozenset[str]) -> list[Finding]:
    """Drop what a fallback rule says of a passage on which another rule has already spoken."""
    spoken = [p for f in findings if f.rule not in fallbacks and severity_rank(f.severity) > 0 for p in f.copy]
    return [
        f for f in findings
        if f.rule not in fallbacks or not any(p.start < q.end and q.start < p.end for p in f.copy for q in spoken)
    ]  # fmt: skip
