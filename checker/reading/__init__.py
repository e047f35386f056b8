"""From a file, standard input or a string to an Article: text, segments, language, date of publication.

The format is told by the name's ending and by how the content starts. Offsets are into the text as decoded; nothing
in it is altered, except that lone surrogates, which no file can hold, become U+FFFD one for one. Whatever cannot be
read raises UnreadableInput with one line that names the file and the mend.
"""

from __future__ import annotations

import re
import stat
import sys
from collections.abc import Sequence
from pathlib import Path

from retold.checker import language as languages
from retold.checker.detect import detect
from retold.checker.errors import UnreadableInput
from retold.checker.model import Article, Segment
from retold.checker.reading.content import Content
from retold.checker.reading.dateline import published_in, told
from retold.checker.reading.encoding import decode
from retold.checker.segment import segment

LIMIT = 5_000_000
"""Characters of text that are taken."""

_BYTES_PER_CHARACTER = 4
_HTML_ENDINGS = (".html", ".htm", ".xhtml")
_MARKDOWN_ENDINGS = (".md", ".markdown", ".mdown")
_HTML_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,1000}(?:<!--.{0,2000}?-->\s{0,100})?<(?:!doctype\s+html|html[\s>])", re.I | re.S
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_MAGIC = {
    b"%PDF-": "a PDF file: save its text as plain text, HTML or DOCX",
    b"\xd0\xcf\x11\xe0": "an old Office file: save it as DOCX or plain text",
    b"{\\rtf": "an RTF file: save it as DOCX or plain text",
    b"\x1f\x8b": "a gzip archive: unpack it first",
    b"BZh": "a bzip2 archive: unpack it first",
    b"\xfd7zXZ": "an xz archive: unpack it first",
    b"7z\xbc\xaf": "a 7z archive: unpack it first",
    b"\x89PNG": "an image: give the article's text",
    b"\xff\xd8\xff": "an image: give the article's text",
    b"GIF8": "an image: give the article's text",
    b"\x7fELF": "a program: give the article's text",
    b"PAR1": "a Parquet table: give it to `retold audit`",
    b"SQLite format 3": "a database: give the article's text",
}


def read(path: str, *, language: str | None = None, published: str | None = None, limit: int = LIMIT) -> Article:
    """The article in a file; `-` is standard input.

    `language` (BCP 47) and `published` (ISO) are told rather than detected when given; `limit` is in characters.
    """
    name = "standard input" if path == "-" else path if path.isprintable() else repr(path)
    data = _bytes(path, name, limit)
    content = _content(data, name, Path(path).suffix.lower())
    return _article(content, name, language, published, path, limit)


def from_text(
    text: str,
    *,
    language: str | None = None,
    published: str | None = None,
    path: str | None = None,
    limit: int = LIMIT,
) -> Article:
    """The article that a string of plain text holds."""
    return _article(Content(text), path or "the text", language, published, path, limit)


def from_segments(
    segments: Sequence[str], *, language: str | None = None, published: str | None = None, limit: int = LIMIT
) -> Article:
    """The article of a text that is already cut: segments joined by line breaks, indexes as in the list.

    An empty string is an empty segment; all are body.
    """
    text = _SURROGATES.sub("\ufffd", "\n".join(segments))
    _require_size(text, "the text", limit)
    _require_words(text, "the text")
    out, start = [], 0
    for index, piece in enumerate(segments):
        out.append(Segment(index, start, start + len(piece), "body", index))
        start += len(piece) + 1
    tag = languages.canonical(language) if language else detect(text)
    return Article(text, tuple(out), tag, told(published) or published_in(text, tag))


def _bytes(path: str, name: str, limit: int) -> bytes:
    most = limit * _BYTES_PER_CHARACTER
    try:
        if path == "-":
            data = sys.stdin.buffer.read(most + 1)
        else:
            status = Path(path).stat()
            if stat.S_ISDIR(status.st_mode):
                raise UnreadableInput(f"{name} is a directory: name a file in it")
            if status.st_size > most:
                raise UnreadableInput(_too_long(name, limit))
            with open(path, "rb") as file:
                data = file.read(most + 1)
    except FileNotFoundError:
        raise UnreadableInput(f"{name} is not there: check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableInput(f"{name} cannot be read ({reason}): check the path and its permissions") from None
    if len(data) > most:
        raise UnreadableInput(_too_long(name, limit))
    return data


def _too_long(name: str, limit: int) -> str:
    return f"{name} is longer than {limit:,} characters: cut it into articles, or raise max_characters"


def _content(data: bytes, name: str, ending: str) -> Content:
    """Bytes of any format that we read."""
    if data.startswith(b"PK\x03\x04"):
        from retold.checker.reading.docx import read_docx

        return read_docx(data, name)
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableInput(f"{name} is {what}")
    if ending == ".docx" and data:
        raise UnreadableInput(f"{name} is no readable DOCX file (it is damaged): save it anew")
    is_html = ending in _HTML_ENDINGS or bool(_HTML_START.match(data[:4096]))
    text = decode(data, name, declared=is_html)
    if is_html:
        from retold.checker.reading.html import read_html

        return read_html(text)
    if ending in _MARKDOWN_ENDINGS:
        from retold.checker.reading.markdown import read_markdown

        return read_markdown(text)
    return Content(text)


def _article(
    content: Content, name: str, language: str | None, published: str | None, path: str | None, limit: int
) -> Article:
    text = _SURROGATES.sub("\ufffd", content.text)
    _require_size(text, name, limit)
    _require_words(text, name)
    tag = languages.canonical(language) if language else _language(text, content.language)
    segments = segment(text, tag, content.marked)
    title = content.title or next((text[s.start : s.end] for s in segments if s.kind == "headline"), None)
    return Article(
        text=text,
        segments=segments,
        language=tag,
        published=told(published) or content.published or published_in(text, tag),
        path=path,
        title=title,
        outlet=content.outlet,
    )


def _language(text: str, declared: str | None) -> str:
    """What the words say; the tag that the file declares adds a region to it, or stands in when they say nothing."""
    detected = detect(text)
    if declared and re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", declared):
        parts = declared.replace("_", "-").split("-")
        tag = "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part for part in parts[1:])])
        if detected in ("und", languages.base(tag)):
            return tag
    return detected


def _require_size(text: str, name: str, limit: int) -> None:
    if len(text) > limit:
        raise UnreadableInput(_too_long(name, limit))


def _require_words(text: str, name: str) -> None:
    if not text.strip():
        raise UnreadableInput(f"{name} is empty: there is no text in it to check")
