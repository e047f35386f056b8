"""Writers of results, one file a format. They print what the engine decided and decide nothing.

A writer is a function `write(result, stream, options)`. Other packages add formats by the entry-point group
`retold.reports`: entry name = format name, value = `module:function`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from importlib import import_module
from typing import TextIO

from retold.checker.errors import ConfigError
from retold.checker.model import Finding, Result, severity_rank

PLUGIN_GROUP = "retold.reports"

WRITERS: Mapping[str, str] = {
    "text": "retold.reports.text:write",
    "json": "retold.reports.json:write",
    "jsonl": "retold.reports.json:write_line",
}
"""Format name -> `module:function`; imported when the format is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How a result is shown. Nothing here changes a verdict.

    color: colour codes may be written.
    width: columns of the terminal; None asks the terminal, or takes 100 when the output is none.
    verbose: -1 the verdict line only, 0 the report, 1 with evidence and signature.
    limit: findings shown, the worst first; None shows all.
    min_confidence, min_severity: milder findings are left out of what is shown.
    fail_on, gate_confidence: the gate that made the verdict ("never" for none), so that a report can tell the
        findings that count from those to look at.
    interactive: the output is a terminal with a person before it.
    """

    color: bool = False
    width: int | None = None
    verbose: int = 0
    limit: int | None = 50
    min_confidence: float = 0.5
    min_severity: str = "info"
    fail_on: str = "major"
    gate_confidence: float = 0.7
    interactive: bool = False

    def shows(self, finding: Finding) -> bool:
        """Whether a finding is sure and severe enough to be shown."""
        severe = severity_rank(finding.severity) >= severity_rank(self.min_severity)
        return severe and finding.confidence >= self.min_confidence

    def at_gate(self, finding: Finding) -> bool:
        """Whether a finding counts at the gate."""
        return finding.counts(self.fail_on, self.gate_confidence)


Writer = Callable[[Result, TextIO, ReportOptions], None]


def names() -> tuple[str, ...]:
    """Every format that can be asked for: the built-in ones, then those of plugins by name."""
    return (*WRITERS, *sorted(_plugins()))


def writer(name: str) -> Writer:
    """The writer of a format. Raises ConfigError, naming the nearest format, when there is none of that name."""
    if name in WRITERS:
        module, _, function = WRITERS[name].partition(":")
        built_in: Writer = getattr(import_module(module), function)
        return built_in
    if name in _plugins():
        return _plugins()[name]()
    near = get_close_matches(name, names(), n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(names())}"
    raise ConfigError(f"unknown report format {name!r}; {hint}")


@lru_cache(maxsize=1)
def _plugins() -> dict[str, Callable[[], Writer]]:
    """Format name -> loader, for formats of other packages. A name of ours cannot be taken over."""
    from importlib.metadata import entry_points

    found = {entry.name: entry.load for entry in entry_points(group=PLUGIN_GROUP)}
    taken = sorted(set(found) & set(WRITERS))
    if taken:
        raise ConfigError(f"a plugin offers the report format {taken[0]!r}, which is built in; uninstall or rename it")
    return found
