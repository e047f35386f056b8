"""Quotations: the words between quotation marks, in every style of marks, and the marks that have no partner.

`quote_scan` finds which marks belong together, `quote_speech` tells speech from titles, names and scare quotes.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.checker.language import Language
from retold.checker.mentions.quote_scan import Opened, Scanner, marks
from retold.checker.mentions.quote_speech import Judge, judge
from retold.checker.model import Article, Mention, Span


@dataclass(frozen=True, kw_only=True)
class Quote(Mention):
    """Words in quotation marks. The span includes the marks.

    Attributes:
        content: the words inside, one span for each paragraph the quote runs through.
        style: the opening and the closing mark, as written.
        is_speech: False for titles, names and scare quotes.
        depth: 0 for an outermost quote, 1 for a quote inside a quote ...
    """

    kind: str = "quote"
    content: tuple[Span, ...] = ()
    style: str = ""
    is_speech: bool = False
    depth: int = 0

    def words(self, text: str) -> str:
        """The quoted words without marks; paragraphs are joined by a space."""
        return " ".join(text[span.start : span.end].strip() for span in self.content)


def extract(article: Article, language: Language) -> list[Mention]:
    """Every quotation of the article, in text order; nested ones after the quote that holds them."""
    return list(_scan(article, language)[0])


def unpaired(article: Article, language: Language) -> list[Span]:
    """Quotation marks without a partner, in text order. Apostrophes and lone single marks are not counted."""
    return list(_scan(article, language)[1])


def _scan(article: Article, language: Language) -> tuple[list[Quote], list[Span]]:
    key = ("quotation marks", language.code)
    if key not in article.memo:
        found, lone = Scanner(article, marks(language)).run()
        article.memo[key] = _mentions(article.text, found, judge(language)), [Span(at, at + 1) for at in lone]
    scanned: tuple[list[Quote], list[Span]] = article.memo[key]
    return scanned


def _mentions(text: str, found: list[tuple[Opened, int]], speech: Judge) -> list[Quote]:
    out: list[Quote] = []
    holders: list[int] = []
    for each, end in sorted(found, key=lambda item: (item[0].start, -item[1])):
        while holders and holders[-1] <= each.start:
            holders.pop()
        words = " ".join(text[piece.start : piece.end] for piece in each.pieces)
        out.append(
            Quote(
                start=each.start,
                end=end,
                text=text[each.start : end],
                content=tuple(each.pieces),
                style=each.mark + text[end - 1],
                is_speech=speech.is_speech(text, each.start, end, words.strip()),
                depth=len(holders),
            )
        )
        holders.append(end)
    return out
