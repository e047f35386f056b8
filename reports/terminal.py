"""Where a report goes: streams, colour, the progress bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from retold.checker.config import Config
from retold.checker.errors import UnreadableInput
from retold.reports import ReportOptions


@contextmanager
def opened(output: str, *inputs: str) -> Iterator[TextIO]:
    """The stream a report goes to; "-" is standard output. A file is written as UTF-8.

    Raises UnreadableInput when the file cannot be written or is one of the inputs.
    """
    if output == "-":
        yield sys.stdout
        return
    path = Path(output)
    if path.exists() and any(Path(each).exists() and path.samefile(each) for each in inputs):
        raise UnreadableInput(f"{output} is an input: name another file for the report")
    try:
        stream = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UnreadableInput(f"cannot write {output}: {error.strerror}") from None
    with stream:
        yield stream


def color_wanted(color: str, stream: TextIO) -> bool:
    """Colour only where it helps: on a terminal, unless NO_COLOR is set or --color says otherwise."""
    if color != "auto":
        return color == "always"
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def options_for(stream: TextIO, color: str, gate: Config, verbose: int = 0) -> ReportOptions:
    """How to write to a stream, with the gate that made the verdict."""
    return ReportOptions(
        color=color_wanted(color, stream),
        verbose=verbose,
        min_confidence=0.0,  # the engine has already left out what is not to be shown
        fail_on=gate["fail_on"],
        gate_confidence=gate["min_confidence"],
        interactive=stream.isatty(),
    )


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error, only where somebody watches."""
    if quiet or not color_wanted("auto", sys.stderr):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("pairs", total=None)
        yield lambda: bar.advance(task)
