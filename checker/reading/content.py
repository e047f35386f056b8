"""What a reader of one format hands on: the text and what the format knows of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Content:
    """The text of a file. `marked` are (start, end, kind) stretches whose kind the format tells, in text order."""

    text: str
    title: str | None = None
    language: str | None = None
    published: str | None = None
    outlet: str | None = None
    marked: tuple[tuple[int, int, str], ...] = ()
