"""Punctuation that no one types: doubled marks, a space before a stop, a stray symbol behind a word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.model import Article
from retold.rules.garble import Defect, GarbleRule, running_text

TOKENISED = 4
"""From this many spaces before a stop on the text was left cut into tokens: one finding says so."""

LONGEST_WORD = 40
"""Characters of the word before a mark that are quoted with it."""

_DOUBLED = re.compile(
    r"[,;:،؛](?:\s?[,،;؛])+(?!\s?[)\]])|[,;][?!](?![\w)])|,\s?\.(?![.\d\w])|[。．]\s?\.|\.\s?。|。。(?!。)|，，|、、|،\s?\.(?!\.)|।।"
)
_ENTITY = re.compile(r"&#?\w+$")
"""A character of a web page's code, which ends in a semicolon; the rule `garble-leak` reports it."""
_SPACED = re.compile(r"(?<=[^\W_])[ \u00a0][.,](?=\s|$)(?!\s*\.)")
_SYMBOL = re.compile(r"(?<=[^\W\d_])[~^|¬¦_@](?=[\s,;.]|$)")


class GarblePunctuation(GarbleRule):
    """Punctuation is doubled, loose, or a symbol that means nothing.

    What it does
        Looks for two commas or a comma and a full stop in a row, for a space before a full stop or comma, and for a
        lone symbol behind a word.

    Why it matters
        It is the mark of a text put together from pieces; something may be missing between two marks.

    Fires
        copy [en]: The mayor opened the bridge on Monday,, and a band played.

        copy [de]: Der Bürgermeister eröffnete die Brücke am Montag . Eine Kapelle spielte.

    Stays silent
        copy [en]: The bridge cost 5 million euros, i.e., more than planned . . . and the work went on.

        copy [fr]: Le pont est ouvert ! Qui paiera ? « Personne », dit le maire ; tous rient.
    """

    id = "garble-punctuation"
    severity = "minor"
    mqm = "fluency/punctuation"

    def defects(self, article: Article) -> Iterator[Defect]:
        found: list[Defect] = []
        loose: list[tuple[int, int]] = []
        for span in running_text(article):
            for match in _DOUBLED.finditer(article.text, span.start, span.end):
                if match.group()[0] == ";" and _ENTITY.search(article.text, max(0, match.start() - 12), match.start()):
                    continue
                message = f"Two punctuation marks stand in a row: {match.group()}"
                found.append(Defect("doubled", match.start(), match.end(), message, 0.65))
            for match in _SYMBOL.finditer(article.text, span.start, span.end):
                message = f"The symbol {match.group()} means nothing here."
                found.append(Defect("symbol", _word_start(article.text, match.start()), match.end(), message, 0.65))
            loose += [match.span() for match in _SPACED.finditer(article.text, span.start, span.end)]
        found += _loose(article, loose)
        yield from sorted(found, key=lambda d: d.start)


def _loose(article: Article, places: list[tuple[int, int]]) -> Iterator[Defect]:
    """Spaces before stops: each for itself, or one finding for a text that has them throughout."""
    if len(places) >= TOKENISED:
        start, end = places[0]
        message = (
            f"Spaces stand before punctuation marks throughout ({len(places)} times): the text was left in pieces."
        )
        yield Defect("tokens", _word_start(article.text, start), end, message, 0.8, None, {"times": len(places)})
        return
    for start, end in places:
        yield Defect("loose", _word_start(article.text, start), end, "A space stands before the punctuation mark.", 0.6)


def _word_start(text: str, at: int) -> int:
    """Where the word before a place begins, so that the quoted passage says something."""
    start = at
    while start > max(0, at - LONGEST_WORD) and not text[start - 1].isspace():
        start -= 1
    return start
