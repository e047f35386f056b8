"""Quotation marks in the wrong place: stray, left open, doubled, or torn from the words they close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retold.checker import language, mentions
from retold.checker.language import Language
from retold.checker.model import Article, Span
from retold.rules.garble import Defect, GarbleRule, any_of, closes, lone_marks, mismatched_marks, running_text

STRAY_HABIT = 3
"""Marks without a partner from which they say more of the text's typography than of a slip."""

LONGEST_WORD = 40
"""Characters of the word beside a mark that are quoted with it."""

_SINGLE = frozenset("'‘’‚‛")
_TORN = re.compile('[.!?…,][ \u00a0]+(["”“»])(?=[\\s.,;:]|$)')
_DOUBLED = re.compile('([“”„])\\s?\\1|(?<![\\d"])""(?!")|[“”"]\\s?[”"] ?[”"]')


@lru_cache(maxsize=None)
def _report(known: Language) -> re.Pattern[str]:
    """A reporting clause right after a quotation: up to three words and a reporting verb, or the verb first."""
    verbs = any_of(known, "reporting")
    if not verbs:
        return re.compile("(?!)")
    return re.compile(rf"[\s,.”“\"»]{{0,5}}(?:[^\W\d_][\w.'’\-]*\s){{0,3}}{verbs}\b")


class GarbleQuotation(GarbleRule):
    """A quotation mark is stray, doubled, left open, or torn from the words it closes.

    What it does
        Checks the quotation marks of each paragraph by the typography of the copy's language: marks without a
        partner, two closing marks in a row, a space between the last stop and the closing mark, and two styles of marks
        around one quotation.

    Why it matters
        The reader cannot see where the speaker's words end and the reporter's begin.

    Fires
        copy [en]: The guards asked, “Where are they going?” ”, he says, and waved.

        copy [en]: “The road has been open since noon. ” Keller said.

        copy [de]: Der Minister sprach von einer „guten Lösung und ging.

    Stays silent
        copy [en]: “The road has been open since noon,” Keller said. “It is safe.”

        copy [fr]: « La route est ouverte depuis midi », a dit M. Keller.

        copy [de]: „Die Straße ist seit Mittag offen“, sagte Keller.
    """

    id = "garble-quotation"
    mqm = "fluency/punctuation"
    said_once = frozenset({"doubled"})

    def defects(self, article: Article) -> Iterator[Defect]:
        known = language.load(article.language)
        report = _report(known)
        found = [*_torn(article, report), *_doubled(article), *_strays(article, known, report), *_mixed(article)]
        reach = -1
        for defect in sorted(found, key=lambda d: (d.start, -d.confidence)):
            if defect.start >= reach:
                yield defect
                reach = defect.end


def _torn(article: Article, report: re.Pattern[str]) -> Iterator[Defect]:
    """A space between the stop that ends the quotation and its closing mark."""
    closing = {quote.end - 1 for quote in mentions.of(article, "quote")}
    lone = frozenset(lone_marks(article))
    text = article.text
    for span in running_text(article):
        for match in _TORN.finditer(text, span.start, span.end):
            at = match.start(1)
            if text[at] == "»" and _spaced_guillemets(text, at):
                continue
            if text[at] == '"' and (at not in closing or text[match.start()] == "," or _spaced_opening(text, at)):
                continue
            if at not in closing and at not in lone:
                continue
            reported = text[match.start()] == "." and report.match(text, at + 1) is not None
            message = "A space tears the closing quotation mark from the words it closes."
            if reported:
                message = "The quotation ends in a full stop and a loose quotation mark before its speaker is named."
            yield Defect(
                "torn", match.start(), at + 1, message, 0.85 if reported else 0.7, "major" if reported else "minor"
            )


def _spaced_guillemets(text: str, at: int) -> bool:
    """Whether the opening mark of this quotation is spaced too, as in French."""
    opening = text.rfind("«", max(0, at - 2000), at)
    return opening < 0 or text[opening + 1 : opening + 2].isspace()


def _spaced_opening(text: str, at: int) -> bool:
    """Whether the opening straight mark of this quotation is spaced too, as some type it in French."""
    return text[text.rfind('"', 0, at) + 1].isspace()


def _doubled(article: Article) -> Iterator[Defect]:
    text = article.text
    for span in running_text(article):
        for match in _DOUBLED.finditer(text, span.start, span.end):
            message = "Two quotation marks stand in a row."
            # where ” also opens (Swedish, Finnish), two in a row are an end and a beginning
            confidence = 0.75 if language.load(article.language).is_known else 0.3
            yield Defect("doubled", match.start(), match.end(), message, confidence)


def _mixed(article: Article) -> Iterator[Defect]:
    """Quotations that open in one style of marks and close in another."""
    text = article.text
    for span in mismatched_marks(article):
        first, last = text[span.start], text[span.end - 1]
        if not {first, last} & _SINGLE:
            (start, end), (other, close) = _with_word(text, span.start), _with_word(text, span.end - 1)
            message = f"This quotation opens with {first} and closes with {last}."
            yield Defect("mixed", start, end, message, 0.55, "minor", more=(Span(other, close),))


def _strays(article: Article, known: Language, report: re.Pattern[str]) -> Iterator[Defect]:
    """Marks without a partner, as the quotation extractor sees them."""
    lone = lone_marks(article)
    doubtful = len(lone) > STRAY_HABIT or not known.is_known
    for at in lone:
        if article.text[at] in "`´":
            continue
        begins = at == 0 or article.text[at - 1] == "\n"  # what begins a paragraph closes nothing
        reported = not begins and report.match(article.text, at + 1) is not None
        confidence = 0.3 if doubtful else 0.75 if reported else 0.6
        message = _without_partner(article.text, at)
        if reported:
            message = "A quotation mark without a partner stands before the words that name the speaker."
        where = _with_word(article.text, at)
        yield Defect("stray", *where, message, confidence, "major" if reported else "minor")


def _without_partner(text: str, at: int) -> str:
    """What a lone mark lacks, as far as the space beside it tells."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    if not after.isspace() and (before.isspace() or text[at] in "„“«「『") and not closes(text, at):
        return "The quotation that opens here is never closed."
    if not before.isspace() and closes(text, at):
        return "A quotation is closed here that was never opened."
    return "This quotation mark has no partner."


def _with_word(text: str, at: int) -> tuple[int, int]:
    """The mark with the word beside it, so that a reader finds the place."""
    start, end = at, at + 1
    if text[end : end + 1].isalnum():
        while end < min(len(text), at + LONGEST_WORD) and text[end].isalnum():
            end += 1
    else:
        while start > max(0, at - LONGEST_WORD) and not text[start - 1].isspace():
            start -= 1
    return start, end
