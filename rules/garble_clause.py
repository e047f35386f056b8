"""Reporting clauses written twice: the debris of a sentence whose clauses a translation moved and kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from retold.checker import language, mentions
from retold.checker.language import Language
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article
from retold.rules.garble import Defect, GarbleRule, any_of, quoted, running_text, words

_LEAD = 24
"""Characters before a quotation in which the words that introduce it stand."""

_STOPS = frozenset(".!?,…")


@lru_cache(maxsize=None)
def _repeated_verb(known: Language) -> re.Pattern[str] | None:
    """A reporting verb, up to four words, a full stop, the same verb again as a piece of its own."""
    verbs = any_of(known, "reporting")
    return re.compile(rf"\b({verbs})(?:[ \u00a0][^\s.,;]+){{0,4}}[.,]\s+(\1)(?=[.,!?]|$)") if verbs else None


@lru_cache(maxsize=None)
def _bare_verb(known: Language) -> re.Pattern[str] | None:
    """A reporting verb alone between a closed quotation and a full stop; none where verbs go without a subject."""
    verbs = any_of(known, "reporting")
    if not verbs or known.section("garble").get("drops_pronoun"):
        return None
    return re.compile(rf"[\"”»“’'],?[ \u00a0]({verbs})\.(?=\s|$)")


@lru_cache(maxsize=None)
def _introduction(known: Language) -> re.Pattern[str] | None:
    verbs = any_of(known, "speech_openers")
    return re.compile(rf"\b{verbs}(?:\sthat)?\s?[,:]\s?$") if verbs else None


@lru_cache(maxsize=None)
def _tail(known: Language) -> re.Pattern[str] | None:
    """What follows the quotation: stray marks, then a pronoun and a reporting verb, in either order."""
    verbs, pronouns = any_of(known, "reporting"), any_of(known, "pronouns")
    if not verbs or not pronouns:
        return None
    return re.compile(rf"[\s\"”»“,.]{{0,6}}((?:{pronouns}\s{verbs}|{verbs}[\s\-](?:t-)?{pronouns}))\b")


@lru_cache(maxsize=None)
def _clause(known: Language) -> re.Pattern[str] | None:
    """A reporting clause between two commas or at the end of a sentence."""
    verbs, pronouns = any_of(known, "reporting"), any_of(known, "pronouns")
    if not verbs or not pronouns:
        return None
    return re.compile(rf",\s((?:{pronouns}\s{verbs}|{verbs}[\s\-](?:t-)?{pronouns}))(?=[,.])")


class GarbleClauseDoubled(GarbleRule):
    """A reporting clause stands twice.

    What it does
        Looks for the same reporting verb repeated after a full stop, for a reporting verb alone after a quotation, for
        a quotation that is introduced and closed by a reporting clause, and for two equal reporting clauses in one
        sentence.

    Why it matters
        The reader cannot tell who speaks, and the sentence shows that no one has read it.

    Fires
        copy [en]: The tunnel will open in June, a company spokesman told Reuters. told.

        copy [en]: He added, “We are ready,” he said, and left the hall.

        copy [de]: Sie sagte: „Wir sind bereit“, sagte sie und verließ den Saal.

    Stays silent
        copy [en]: “We are ready,” he said. “We have waited long enough,” he said.

        copy [de]: „Wir sind bereit“, sagte sie. „Es wird Zeit“, sagte sie später.
    """

    id = "garble-clause-doubled"
    mqm = "fluency/duplication"

    def defects(self, article: Article) -> Iterator[Defect]:
        known = language.load(article.language)
        if not words(known, "reporting"):
            return
        yield from _repeated_verbs(article, known)
        yield from _bare_verbs(article, known)
        yield from _closed_twice(article, known)
        yield from _repeated_clauses(article, known)


def _repeated_verbs(article: Article, known: Language) -> Iterator[Defect]:
    pattern = _repeated_verb(known)
    if pattern is None:
        return
    for span in running_text(article):
        for match in pattern.finditer(article.text, span.start, span.end):
            message = f"“{match[1]}” is written again after the sentence has ended."
            yield Defect("verb", match.start(), match.end(), message, 0.85)


def _bare_verbs(article: Article, known: Language) -> Iterator[Defect]:
    """Quotations followed by a reporting verb that nobody says."""
    pattern = _bare_verb(known)
    if pattern is None:
        return
    speech = (quote for quote in mentions.of(article, "quote") if isinstance(quote, Quote) and quote.is_speech)
    # What ends in a stop is said; other words in marks may be the name of the paper that reports.
    closing = {quote.end - 1 for quote in speech if article.text[quote.end - 2] in _STOPS}
    for span in running_text(article):
        for match in pattern.finditer(article.text, span.start, span.end):
            if match.start() in closing and not quoted(article, match.start(1)):
                message = f"“{match[1]}” stands alone after the quotation; no speaker is named."
                yield Defect("bare-verb", match.start(1), match.end(), message, 0.8)


def _closed_twice(article: Article, known: Language) -> Iterator[Defect]:
    """Quotations with a reporting clause before and after."""
    introduction, tail = _introduction(known), _tail(known)
    if introduction is None or tail is None:
        return
    for quote in mentions.of(article, "quote"):
        lead = introduction.search(article.text, max(0, quote.start - _LEAD), quote.start)
        if lead is None or quoted(article, lead.start()):
            continue
        after = tail.match(article.text, quote.end)
        if after is None or "\n" in article.text[quote.start : after.end()]:
            continue
        message = f"“{lead.group().strip(' ,:')}” and “{after[1]}” both report the same quotation."
        yield Defect("both-ends", lead.start(), after.end(), message, 0.8)


def _repeated_clauses(article: Article, known: Language) -> Iterator[Defect]:
    pattern = _clause(known)
    if pattern is None:
        return
    for segment in article.body:
        clauses = pattern.finditer(article.text, segment.start, segment.end)
        found = [m for m in clauses if not quoted(article, m.start())]
        for first, second in pairwise(found):
            if first[1].lower() == second[1].lower():
                message = f"“{second[1]}” is said twice in one sentence."
                yield Defect("clause", first.start(1), second.end(1), message, 0.65)
