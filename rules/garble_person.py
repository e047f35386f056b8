"""The first person in a report that has none: a translation that lost whose words it renders."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.language import Language
from retold.checker.model import Article, Segment
from retold.rules.garble import EDGE, Defect, GarbleRule, any_of, lone_marks, quoted, words

COLUMN = 3
"""More words of the first person outside quotations than this make a column, an interview or a live blog."""

COLUMN_SHARE = 0.1
"""The same as a share of the sentences, for short texts."""

ENOUGH = 8
"""Sentences of a text from which its lack of a first person can be told."""

_DIALOGUE = re.compile(r"[\s\"“„«]*[–—―‑-]\s?\w|[^\n:]{1,30}:\s")
_LAST_WORD = re.compile(r"([^\W\d_][\w.'’\-]*),?\s+$")


@lru_cache(maxsize=None)
def _further(known: Language) -> re.Pattern[str]:
    """Further words of the first person, the plural among them."""
    listed = any_of(known, "also_first_person") or "(?!)"
    return re.compile(rf"{EDGE}(?i:{listed})(?![\w\u093a-\u094f])" if known.spaced else listed)


@lru_cache(maxsize=None)
def _pattern(known: Language) -> re.Pattern[str] | None:
    listed = any_of(known, "first_person")
    if listed is None:
        return None
    if not known.spaced:
        return re.compile(listed)
    return re.compile(rf"{EDGE}{_either_case(known)}(?=[\s,]|(?<=['’])\w)")


def _either_case(known: Language) -> str:
    """The listed words, at the start of a sentence with a capital too; as written where only case tells them apart."""
    listed = any_of(known, "first_person") or "(?!)"
    return listed if known.section("garble").get("first_person_case") else f"(?i:{listed})"


class GarblePerson(GarbleRule):
    """A news report slips into the first person outside quotations.

    What it does
        Looks for words of the first person singular outside quotations in a text that has hardly any. A column, an
        interview or a live blog has many and is left alone; so is a passage that speaks in the first person in the
        original too.

    Why it matters
        Words of a source have lost their quotation marks and their speaker, and read as the outlet's own.

    Fires
        original [de]: Die Zahl der Besucher lag bei 4000. Der Bürgermeister rechnet mit mehr.
        copy [en]: The number of visitors was 4,000. I reckon with more next year.

    Stays silent
        original [de]: Die Zahl der Besucher lag bei 4000. Der Bürgermeister rechnet mit mehr.
        copy [en]: The number of visitors was 4,000. “I reckon with more,” the mayor said.

        original [de]: Ich rechne mit mehr Besuchern als im vergangenen Jahr.
        copy [en]: I expect more visitors than last year.
    """

    id = "garble-person"
    mqm = "fluency/coherence"

    def sharper(self, comparison: Comparison, linked: tuple[Segment, ...], defect: Defect) -> float:
        """An original that names no first person makes it surer; one whose language leaves the pronoun out does not.

        A first person anywhere in the linked passage, in a quotation too, explains the copy's.
        """
        original = comparison.original
        assert original is not None
        known = language.load(original.language)
        pattern = _pattern(known)
        if pattern is None or known.section("garble").get("drops_pronoun"):
            return defect.confidence
        theirs = (pattern, _further(known))
        if any(each.search(original.text, segment.start, segment.end) for segment in linked for each in theirs):
            return 0.0
        return super().sharper(comparison, linked, defect)

    def defects(self, article: Article) -> Iterator[Defect]:
        known = language.load(article.language)
        pattern = _pattern(known)
        if pattern is None:
            return
        hits = [(segment, match) for segment in article.body if (match := _first(article, segment, pattern))]
        sentences = len(article.body)
        if not hits or _is_column(article, known, len(hits)):
            return
        confidence = 0.65 if sentences >= ENOUGH else 0.4
        for segment, match in hits:
            message = f"“{match.group()}” speaks in the first person outside a quotation."
            yield Defect("first-person", match.start(), _clause_end(article, match, segment), message, confidence)


def _is_column(article: Article, known: Language, hits: int) -> bool:
    """Whether the text as a whole speaks in the first person."""
    if hits > COLUMN or (hits > 1 and hits > COLUMN_SHARE * len(article.body)):
        return True
    further = (
        match
        for segment in article.body
        for match in _further(known).finditer(article.text, segment.start, segment.end)
        if not quoted(article, match.start())
    )
    return hits + sum(1 for _ in further) > COLUMN


def _first(article: Article, segment: Segment, pattern: re.Pattern[str]) -> re.Match[str] | None:
    """The first word of the first person in a sentence that is the reporter's own."""
    if segment.kind != "body":
        return None
    for match in pattern.finditer(article.text, segment.start, segment.end):
        if quoted(article, match.start()) or _is_numeral(article, segment, match):
            continue
        if _DIALOGUE.match(article.text, segment.start, segment.end) or _has_lone_mark(article, segment):
            return None
        return match
    return None


def _has_lone_mark(article: Article, segment: Segment) -> bool:
    """Whether a quotation mark without a partner stands in the paragraph: then no one knows what is quoted."""
    key = ("garble", "paragraphs with lone marks")
    if key not in article.memo:
        places = (article.segment_at(at) for at in lone_marks(article))
        article.memo[key] = {place.paragraph for place in places if place is not None}
    return segment.paragraph in article.memo[key]


def _is_numeral(article: Article, segment: Segment, match: re.Match[str]) -> bool:
    """Whether the word follows a name, as a numeral does (Elizabeth I, World War I)."""
    before = _LAST_WORD.search(article.text, max(segment.start, match.start() - 40), match.start())
    if before is None or not before[1][:1].isupper() or before.group().rstrip().endswith(","):
        return False
    return before.start(1) > segment.start or before[1].lower() not in words(language.load(article.language), "common")


def _clause_end(article: Article, match: re.Match[str], segment: Segment) -> int:
    """Up to four words more, so that the quoted passage says something."""
    end = match.end()
    for word in list(re.finditer(r"\S+", article.text[match.end() : segment.end]))[:4]:
        end = match.end() + word.end()
    return end
