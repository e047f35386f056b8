"""DOCX: paragraphs and tables in document order.

The file's own dates say when it was saved, not when the article was published.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from retold.checker.errors import UnreadableInput
from retold.checker.reading.content import Content

LARGEST = 60_000_000
"""Bytes a document may unpack to: a small file can unpack to gigabytes."""

_PARTS = 10_000
_NESTED = 5


def read_docx(data: bytes, name: str) -> Content:
    """The text, one line a paragraph, a table's cells joined by tabs. Raises UnreadableInput for a damaged file."""
    _guard(data, name)
    from docx import Document

    try:
        document = Document(io.BytesIO(data))
        lines = list(_lines(document, 0))
        properties = document.core_properties
        title, language = properties.title, properties.language
    except Exception as error:  # python-docx and lxml raise whatever a damaged part leads to
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise UnreadableInput(f"{name} is no readable DOCX file ({reason[:120]}): save it anew") from None
    return Content("\n".join(lines), title=title.strip() or None if title else None, language=language or None)


def _guard(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise UnreadableInput(f"{name} is no readable DOCX file (it is damaged): save it anew") from None
    if "word/document.xml" not in {part.filename for part in parts}:
        raise UnreadableInput(f"{name} is a ZIP file but no DOCX document: unpack it and give the text in it")
    if len(parts) > _PARTS or sum(part.file_size for part in parts) > LARGEST:
        raise UnreadableInput(f"{name} unpacks to more than {LARGEST // 1_000_000} MB: save its text alone")


def _lines(holder: Any, depth: int) -> Iterator[str]:
    from docx.table import Table

    for item in holder.iter_inner_content():
        if not isinstance(item, Table):
            yield item.text
        elif depth < _NESTED:
            for row in item.rows:
                cells = dict.fromkeys(row.cells)  # merged cells are listed once for each column
                yield "\t".join(" ".join(_lines(cell, depth + 1)).strip() for cell in cells)
