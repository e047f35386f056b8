"""HTML to text: the main text by trafilatura, what the head declares by a linear scan of our own.

The scan is also the guard: markup that is nested too deep or is too large for a tree is read as its plain text, in
linear time.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from retold.checker.reading.content import Content
from retold.checker.reading.dateline import iso_date

DEEPEST = 200
"""Nested elements up to which a tree is built."""

LARGEST = 2_000_000
"""Characters of markup up to which a tree is built; trafilatura reads about 1.3 MB a second."""

MOST = 60_000
"""Tags up to which a tree is built; trafilatura takes a second for 50,000."""

_SKIPPED = frozenset({"script", "style", "noscript", "template", "svg", "title", "textarea", "select"})
_UNCOUNTED = frozenset(
    "area base br col embed hr img input link meta source track wbr "  # have no end
    "p li dt dd option tr td th thead tbody tfoot".split()  # often have none
)
_INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup time "
    "tt u var wbr".split()
)
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]*)")
_ATTRIBUTE = re.compile(r"""([\w:-]{1,40})\s{0,3}=\s{0,3}("[^"]*"|'[^']*'|[^\s"'>]+)""")
_PUBLISHED_LD = re.compile(r'"datePublished"\s{0,5}:\s{0,5}"([^"]{8,40})"')
_RUN = re.compile(r"[ \t\r\f\v\n]+")
_PUBLISHED = (
    "article:published_time", "datepublished", "og:article:published_time", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "publication_date", "dc.date.issued", "dcterms.created", "date", "dc.date",
)  # fmt: skip


@dataclass
class Scan:
    """What one pass over the markup sees: text by blocks, head data, how deep elements nest."""

    meta: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    title: str | None = None
    published: str | None = None
    deepest: int = 0
    _pieces: list[str] = field(default_factory=list)
    _depth: int = 0
    _skipping: str | None = None

    @property
    def text(self) -> str:
        lines = (line.strip() for line in "".join(self._pieces).split("\n"))
        return "\n".join(line for line in lines if line)

    def take(self, piece: str) -> None:
        """What stands between one `<` and the next."""
        if self._skipping == "comment":
            _, closed, text = piece.partition("-->")
            if closed:
                self._skipping = None
                self._add(text)
            return
        tag, closed, text = piece.partition(">")
        if tag.startswith("!--") and self._skipping is None:
            self._skipping = "comment"
            self.take(piece)
            return
        match = _NAME.match(tag)
        if match is not None and closed:
            self._element(match[1].lower(), tag, text)
            self._add(text)
        elif not tag.startswith(("!", "?", "/")):
            self._add("<" + piece)  # a bare < in the text
        else:
            self._add(text)

    def _element(self, name: str, tag: str, text: str) -> None:
        closing, empty = tag.startswith("/"), tag.endswith("/")
        if self._skipping is not None:
            if closing and name == self._skipping:
                self._skipping = None
            return
        if name not in _UNCOUNTED and not empty:
            self._depth += -1 if closing else 1
            self.deepest = max(self.deepest, self._depth)
        if not closing:
            self._note(name, tag, text)
            if name in _SKIPPED and not empty:
                self._skipping = name
        if name not in _INLINE:
            self._pieces.append("\n")

    def _add(self, text: str) -> None:
        if self._skipping is None and text:
            self._pieces.append(_RUN.sub(" ", html.unescape(text)))

    def _note(self, name: str, tag: str, text: str) -> None:
        if name == "title" and self.title is None:
            self.title = _RUN.sub(" ", html.unescape(text[:500])).strip() or None
        elif name == "script" and '"datePublished"' in text and self.published is None:
            found = _PUBLISHED_LD.search(text)
            self.published = found[1] if found else None
        elif name in ("html", "meta", "time"):
            self._attributes(name, tag)

    def _attributes(self, name: str, tag: str) -> None:
        given = {key.lower(): html.unescape(value.strip("\"'")) for key, value in _ATTRIBUTE.findall(tag[:3000])}
        if name == "html":
            self.language = self.language or given.get("lang") or given.get("xml:lang")
        elif name == "meta":
            key = given.get("property") or given.get("name") or given.get("itemprop")
            if key and given.get("content"):
                self.meta.setdefault(key.lower(), given["content"].strip())
        elif self.published is None and ("pubdate" in tag or given.get("itemprop", "").lower() == "datepublished"):
            self.published = given.get("datetime")


def read_html(markup: str) -> Content:
    """The main text of a page with title, date, language and outlet where the page gives them; text may be empty."""
    scan = scan_markup(markup)
    text, title, outlet, published = "", scan.title, scan.meta.get("og:site_name"), _published(scan)
    if scan.deepest <= DEEPEST and len(markup) <= LARGEST and markup.count("<") <= MOST:
        document = _main_text(markup)
        if document is not None:
            text = document.text or ""
            title = document.title or title
            outlet = document.sitename or outlet
            published = published or iso_date(document.date or "")
    text = text.strip() or scan.text
    if title and text and not _opens_with(text, title):
        text = f"{title}\n{text}"
    return Content(text, title=title, language=scan.language, published=published, outlet=outlet)


def _main_text(markup: str):  # type: ignore[no-untyped-def]  # trafilatura's Document
    from trafilatura import bare_extraction

    return bare_extraction(
        markup,
        with_metadata=True,
        include_comments=False,
        deduplicate=False,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "outputformat": "%Y-%m-%d",
            "max_date": "2100-01-01",
        },
    )


def _opens_with(text: str, title: str) -> bool:
    wanted = " ".join(title.split()).casefold()
    return any(" ".join(line.split()).casefold() == wanted for line in text[:1000].split("\n", 3)[:3])


def _published(scan: Scan) -> str | None:
    stated = next((scan.meta[key] for key in _PUBLISHED if key in scan.meta), None)
    return iso_date(stated or "") or iso_date(scan.published or "")


def scan_markup(markup: str) -> Scan:
    """One linear pass over the markup."""
    scan = Scan()
    first, *pieces = markup.split("<")
    scan.take(f"!>{first}")
    for piece in pieces:
        scan.take(piece)
    return scan
