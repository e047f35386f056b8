"""Paragraphs of a plain text: lines, or blocks of lines where the text was wrapped at a column."""

from __future__ import annotations

import re
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_LETTERS = re.compile(r"[^\W_]")
_WIDEST = 120
"""Columns beyond which a text is not taken for hard-wrapped."""

_FILLED = 0.9
"""Share of broken lines that must be full for a text to count as hard-wrapped."""

_BULLET = re.compile(r"(?:[-*•–—·>#]|\d{1,3}[.)])\s")

Span = tuple[int, int]


def paragraphs(text: str) -> list[Span]:
    """Trimmed, non-empty (start, end) spans in text order that hold every non-space character."""
    lines: list[Span] = []
    for match in _LINE.finditer(text):
        start, line = match.start(), match[0]
        stripped = line.strip()
        if stripped:
            start += len(line) - len(line.lstrip())
            lines.append((start, start + len(stripped)))
    return _merge_datelines(text, _unwrap(text, lines))


def _merge_datelines(text: str, spans: list[Span]) -> list[Span]:
    """A line that holds only a dash (`CNN` / `—`) belongs to the line before it."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and end - start <= 3 and text[start] in "—–-" and not _LETTERS.search(text, start, end):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _unwrap(text: str, lines: list[Span]) -> list[Span]:
    """Lines joined to blocks, if the text was wrapped: nearly every broken line had no room for the next word."""
    if len(lines) < 4:
        return lines
    width = max(end - start for start, end in lines)
    if not 40 <= width <= _WIDEST:
        return lines
    broken = [_is_broken(text, here, following) for here, following in pairwise(lines)]
    inside = [
        _is_full(text, here, following, width)
        for (here, following), joins in zip(pairwise(lines), broken, strict=True)
        if joins
    ]
    if len(inside) < 3 or sum(inside) < _FILLED * len(inside):
        return lines
    blocks = [lines[0]]
    for (start, end), joins in zip(lines[1:], broken, strict=True):
        if joins:
            blocks[-1] = (blocks[-1][0], end)
        else:
            blocks.append((start, end))
    return blocks


def _is_broken(text: str, here: Span, following: Span) -> bool:
    """Whether one line break, no blank line and no list mark, stands between two lines."""
    gap = text[here[1] : following[0]]
    breaks = gap.count("\n") or gap.count("\r")
    return breaks == 1 and not _BULLET.match(text, following[0], following[1])


def _is_full(text: str, here: Span, following: Span, width: int) -> bool:
    first = text[following[0] : min(following[1], following[0] + width)].split(None, 1)[0]
    return here[1] - here[0] + 1 + len(first) > width - 3
