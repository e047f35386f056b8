"""The report for an editor: worst first, both texts side by side, and what was not checked.

`rich` does the layout, because it knows how wide characters are; its environment is shut out, so that the same result
gives the same report on every machine.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, TextIO

from retold.checker.model import Finding, Result
from retold.reports import ReportOptions
from retold.reports.text_clean import neutral, runs_right_to_left
from retold.reports.text_excerpt import Piece
from retold.reports.text_groups import Group, Side, group, sort_worst_first
from retold.reports.text_words import (
    AT_GATE,
    TO_LOOK_AT,
    about_lines,
    hidden_line,
    not_checked,
    scores_line,
    sureness,
    verdict_line,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

WIDTH_OF_A_FILE = 100
"""Columns when the output is no terminal and no width is given."""

SIDE_BY_SIDE = 100
"""From this many columns on the two texts stand side by side."""

OPEN, CLOSE = "[[", "]]"
"""What marks the differing words where colour cannot."""

_LONG_MARK = 80
_SEVERITY_STYLE = {"critical": "bold red", "major": "red", "minor": "yellow", "info": "cyan"}
_VERDICT_STYLE = {"pass": "bold green", "fail": "bold red", "unchecked": "bold yellow"}
_LABEL = 15


def write(result: Result, stream: TextIO, options: ReportOptions) -> None:
    """Write the report of one pair: a verdict line, the findings by passage, and what was not checked."""
    buffer = io.StringIO()
    console = open_console(buffer, options)
    findings = sort_worst_first(result, options)
    _line(console, verdict_line(result, findings, options), _VERDICT_STYLE.get(result.verdict, "bold"))
    if options.verbose >= 0:
        shown = findings if options.limit is None else findings[: options.limit]
        for line in about_lines(result):
            _line(console, line, "dim")
        for each in group(result, shown):
            console.print()
            _passage(console, each, options)
        _ending(console, result, len(findings) - len(shown), options)
    stream.write(tidy(buffer.getvalue(), options))


def open_console(stream: TextIO, options: ReportOptions) -> Console:
    """A console that obeys the options alone, not the machine's environment."""
    from rich.console import Console

    width = options.width
    if width is None and not options.interactive:
        width = WIDTH_OF_A_FILE
    return Console(
        file=stream,
        force_terminal=options.color,
        color_system="standard" if options.color else None,
        no_color=not options.color,
        width=width if width is not None else _terminal_width(),
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )


def tidy(text: str, options: ReportOptions) -> str:
    """Without the blanks that fill a table's cells; coloured text keeps them, codes stand behind them."""
    if options.color:
        return text
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n")[:-1])


def _terminal_width() -> int:
    from shutil import get_terminal_size

    return max(40, get_terminal_size().columns)


def _line(console: Console, words: str, style: str = "") -> None:
    from rich.text import Text

    console.print(Text(words, style=style, overflow="fold"))


def indented(console: Console, words: str, style: str = "") -> None:
    """Print a paragraph whose every line begins two columns in."""
    from rich.padding import Padding
    from rich.text import Text

    console.print(Padding(Text(words, style=style, overflow="fold"), (0, 0, 0, 2), expand=False))


def _passage(console: Console, each: Group, options: ReportOptions) -> None:
    for finding in each.findings:
        _finding(console, finding, options)
    sides = {"original": each.original, "copy": each.copy}
    words = "".join(piece.text for side in sides.values() if side for piece in side.pieces)
    # A terminal that reorders right-to-left words reorders whole lines: columns would change places.
    if console.width >= SIDE_BY_SIDE and all(sides.values()) and not runs_right_to_left(words):
        _side_by_side(console, sides, options)
    else:
        _stacked(console, {name: side for name, side in sides.items() if side}, options)


def _finding(console: Console, finding: Finding, options: ReportOptions) -> None:
    from rich.table import Table
    from rich.text import Text

    sign = AT_GATE if options.at_gate(finding) else TO_LOOK_AT
    style = _SEVERITY_STYLE.get(finding.severity, "")
    says = Text(neutral(finding.message), overflow="fold")
    says.append(f"  {finding.rule}, {sureness(finding.confidence)}", style="dim")
    if options.verbose > 0:
        for name, value in finding.evidence.items():
            says.append("\n" + neutral(f"{name}: {json.dumps(value, ensure_ascii=False)}"), style="dim")
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(width=10)
    table.add_column(overflow="fold")
    table.add_row(Text(f"{sign} {finding.severity}", style=style), says)
    console.print(table)


def _side_by_side(console: Console, sides: dict[str, Side | None], options: ReportOptions) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 1, 0, 2), pad_edge=True, expand=True)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    table.add_row(*(Text(_label(name, side), style="dim") for name, side in sides.items()))
    table.add_row(*(_words(side.pieces if side else (), options) for side in sides.values()))
    console.print(table)


def _stacked(console: Console, sides: dict[str, Side], options: ReportOptions) -> None:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 0, 0, 2), pad_edge=True)
    table.add_column(width=_LABEL)
    table.add_column(overflow="fold")
    for name, side in sides.items():
        if not side.rows:
            table.add_row(Text(_label(name, side), style="dim"), _words(side.pieces, options))
        for number, row in enumerate(side.rows):
            label = f"{name if not number else ' ' * len(name)} ¶{row.paragraph}"
            table.add_row(Text(label, style="dim"), _words(row.pieces, options))
        if side.more:
            table.add_row("", Text(f"and {side.more} more", style="dim"))
    if sides:
        console.print(table)


def _label(name: str, side: Side | None) -> str:
    return f"{name} ¶{side.paragraph}" if side and side.paragraph else name


def _words(pieces: Sequence[Piece], options: ReportOptions) -> Text:
    """The pieces of one side, the differing words in reverse video, or in brackets where there is no colour."""
    from rich.text import Text

    text = Text(overflow="fold")
    for piece in pieces:
        if not piece.marked:
            text.append(piece.text)
        elif options.color:
            text.append(piece.text, style="bold reverse" if len(piece.text) <= _LONG_MARK else "bold")
        else:
            text.append(f"{OPEN}{piece.text}{CLOSE}")
    return text


def _ending(console: Console, result: Result, hidden: int, options: ReportOptions) -> None:
    """What the cap hid, what crashed, what was not checked, the scores, the signature."""
    console.print()
    if hidden:
        _line(console, hidden_line(hidden), "bold")
    if result.failures:
        _line(console, "Crashed, so not checked; please report it:", "bold red")
        for failure in result.failures:
            indented(console, neutral(f"{failure.rule}: {failure.error}"), "red")
    if result.skips:
        _line(console, "Not checked:")
        for line in not_checked(result.skips):
            indented(console, line)
    elif not result.failures and result.verdict != "unchecked":
        _line(console, "Checked: every rule that was asked for.", "dim")
    scores = scores_line(result.scores)
    if scores:
        _line(console, scores, "dim")
    if options.verbose > 0 and result.signature:
        _line(console, f"Signature: {neutral(result.signature)}", "dim")
