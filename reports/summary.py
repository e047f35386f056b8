"""What a run over many pairs came to: the table at the end of `retold audit`.

Memory does not grow with the number of pairs: counters, and the ten worst.
"""

from __future__ import annotations

import heapq
import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TextIO

from retold.checker.model import SEVERITIES, Result
from retold.reports import ReportOptions
from retold.reports.text import indented, open_console, tidy
from retold.reports.text_clean import neutral

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WORST = 10
_MOST_REASONS = 200
_REASONS_SHOWN = 8
_LONGEST_NAME = 60
_ROOM_FOR_ALL = 90
"""Columns from which on the worst pairs are told by severity; in fewer their names would fall to pieces."""
_WORST_FIRST = SEVERITIES[::-1]
_OTHER = "other reasons"


@dataclass(frozen=True, slots=True, order=True)
class _Bad:
    """A pair by how bad it is; of two alike the earlier one is worse, so that the table does not depend on chance."""

    rank: tuple[int, ...]
    earlier: int
    id: str
    mqm: float | None


class Summary:
    """Counts results as they pass. Findings below `options.min_confidence` or `min_severity` are not counted."""

    def __init__(self, options: ReportOptions | None = None) -> None:
        self.options = options or ReportOptions()
        self.pairs = 0
        self.verdicts: Counter[str] = Counter()
        self.rules: dict[str, Counter[str]] = {}
        self.pairs_with: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.silent: dict[str, set[str]] = {}
        self.failures: Counter[str] = Counter()
        self._worst: list[_Bad] = []

    def add(self, result: Result) -> None:
        """Count one result."""
        self.pairs += 1
        self.verdicts[result.verdict] += 1
        severities: Counter[str] = Counter()
        gate = 0
        seen: set[str] = set()
        for finding in result.findings:
            if self.options.shows(finding):
                severities[finding.severity] += 1
                self.rules.setdefault(finding.rule, Counter())[finding.severity] += 1
                gate += self.options.at_gate(finding)
                seen.add(finding.rule)
        self.pairs_with.update(seen)
        self.failures.update(sorted({failure.rule for failure in result.failures}))
        self._add_reasons(result)
        if severities:
            self._keep_worst(result, gate, severities)

    def _add_reasons(self, result: Result) -> None:
        rules_by_reason: dict[str, set[str]] = {result.reason: set()} if result.reason else {}
        for skip in result.skips:
            rules_by_reason.setdefault(skip.reason, set()).add(skip.rule)
        for reason, rules in rules_by_reason.items():
            known = reason in self.reasons or len(self.reasons) < _MOST_REASONS
            self.reasons[reason if known else _OTHER] += 1
            if known:
                self.silent.setdefault(reason, set()).update(rules)

    def _keep_worst(self, result: Result, gate: int, severities: Counter[str]) -> None:
        rank = (gate, *(severities[severity] for severity in _WORST_FIRST))
        name = result.id if result.id is not None else f"pair {self.pairs}"
        bad = _Bad(rank, -self.pairs, name[:_LONGEST_NAME], result.scores.get("mqm"))
        if len(self._worst) < WORST:
            heapq.heappush(self._worst, bad)
        else:
            heapq.heappushpop(self._worst, bad)

    def write(self, stream: TextIO, options: ReportOptions, seconds: float) -> None:
        """Write pairs by verdict with the speed; then findings by rule, the worst pairs and what was not checked."""
        buffer = io.StringIO()
        console = open_console(buffer, options)
        console.print(self._headline(seconds))
        if options.verbose >= 0:
            self._tables(console)
        stream.write(tidy(buffer.getvalue(), options))

    def _headline(self, seconds: float) -> str:
        counts = ", ".join(f"{self.verdicts[verdict]} {verdict}" for verdict in _verdicts(self.verdicts))
        speed = f" in {seconds:.1f} s ({self.pairs / seconds:.1f} pairs/s)" if seconds > 0 else ""
        return f"{_pairs(self.pairs)}{speed}: {counts or 'nothing to check'}."

    def _tables(self, console: Console) -> None:
        if self.rules:
            console.print()
            console.print(self._rule_table())
        if self._worst:
            console.print()
            console.print(self._worst_table(console.width >= _ROOM_FOR_ALL))
        if self.failures:
            console.print()
            console.print("Crashed, so not checked; please report it:")
            for rule, count in _by_count(self.failures):
                indented(console, f"{neutral(rule)} in {_pairs(count)}")
        if self.reasons:
            console.print()
            console.print("Not checked, or not wholly:")
            for reason, count in _by_count(self.reasons)[:_REASONS_SHOWN]:
                rules = ", ".join(sorted(self.silent.get(reason, ())))
                indented(console, neutral(f"{_pairs(count)}: {reason}{f' ({rules})' if rules else ''}"))
            more = len(self.reasons) - _REASONS_SHOWN
            if more > 0:
                indented(console, f"{more} more {'reason' if more == 1 else 'reasons'} not shown")

    def _rule_table(self) -> Table:
        table = _table("Findings by rule", *_WORST_FIRST, "all", "pairs")
        by_count = sorted(self.rules.items(), key=lambda item: (-item[1].total(), item[0]))
        for rule, counts in by_count:
            table.add_row(rule, *_figures(counts), str(counts.total()), str(self.pairs_with[rule]))
        return table

    def _worst_table(self, by_severity: bool) -> Table:
        table = _table("Worst pairs", "at the gate", *(_WORST_FIRST if by_severity else ("all",)), "MQM")
        for bad in sorted(self._worst, reverse=True):
            mqm = "-" if bad.mqm is None else f"{bad.mqm:.1f}"
            gate, *severities = bad.rank
            counts = severities if by_severity else [sum(severities)]
            table.add_row(neutral(bad.id), *(str(count) if count else "-" for count in (gate, *counts)), mqm)
        return table


def _pairs(count: int) -> str:
    return f"{count} {'pair' if count == 1 else 'pairs'}"


def _figures(counts: Counter[str]) -> list[str]:
    return [str(counts[severity]) if counts[severity] else "-" for severity in _WORST_FIRST]


def _verdicts(counts: Counter[str]) -> list[str]:
    usual = [verdict for verdict in ("pass", "fail", "unchecked") if verdict in counts]
    return usual + sorted(set(counts) - set(usual))


def _by_count(counts: Counter[str]) -> list[tuple[str, Any]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _table(title: str, *columns: str) -> Table:
    """A plain table: a name column, then figures to the right."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bold", pad_edge=False)
    table.add_column(title, overflow="fold")
    for column in columns:
        table.add_column(column, justify="right", overflow="fold")
    return table
