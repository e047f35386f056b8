"""Markdown: the text stays as written; headings, code, front matter and link lists are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.reading.content import Content
from retold.checker.reading.dateline import iso_date

_LINE = re.compile(r"[^\n]*\n?")
_FENCE = re.compile(r"[ ]{0,3}(```|~~~)")
_HEADING = re.compile(r"[ ]{0,3}#{1,6}\s")
_LINK_ONLY = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])\s*$")
_LEFTOVER = re.compile(r"\s*(?:\[[^\]]{1,100}\]:\s|!\[[^\]]*\]\([^)]*\)\s*$|<!--|\[!\[|[-*_]{3,}\s*$)")
_FIELD = re.compile(
    r"""(title|date|published|lang|language|site|outlet|source)\s*:\s*["']?([^"'\n]{1,300}?)["']?\s*$""", re.I
)


def read_markdown(text: str) -> Content:
    """Title, date and language come from the front matter, if there is one."""
    matter = _front_matter(text)
    fields = _fields(text[:matter])
    marked = [(0, matter, "boilerplate")] if matter else []
    marked += _marked(text, matter)
    return Content(
        text,
        title=fields.get("title"),
        language=fields.get("lang") or fields.get("language"),
        published=iso_date(fields.get("published") or fields.get("date") or ""),
        outlet=fields.get("outlet") or fields.get("site"),
        marked=tuple(marked),
    )


def _lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    for match in _LINE.finditer(text, start):
        if match[0]:
            yield match.start(), match.end(), match[0]


def _front_matter(text: str) -> int:
    """Where the front matter ends; 0 when there is none."""
    opening = text[:5].splitlines()[:1]
    if opening not in (["---"], ["+++"]):
        return 0
    for start, end, line in _lines(text, len(opening[0]) + 1):
        if line.strip() == opening[0]:
            return end
        if start > 10_000:
            break
    return 0


def _fields(matter: str) -> dict[str, str]:
    found = (_FIELD.match(line.replace("=", ":", 1) if ":" not in line else line) for line in matter.splitlines())
    return {match[1].lower(): match[2].strip() for match in found if match}


def _marked(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    fence: str | None = None
    for first, last, line in _lines(text, start):
        mark = _FENCE.match(line)
        if fence is not None or mark:
            yield first, last, "boilerplate"
            if mark:
                fence = mark[1] if fence is None else (None if mark[1] == fence else fence)
        elif _HEADING.match(line):
            yield first, last, "headline"
        elif _LEFTOVER.match(line) or _LINK_ONLY.match(line):
            yield first, last, "boilerplate"
