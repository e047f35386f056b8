"""Rules on names: people and places that the copy changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_index import index_of
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_match import SAME, same_name
from retold.checker.mentions.name_places import may_stand_for, related
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Link, Segment
from retold.checker.rule import Rule
from retold.rules.attribution import SpeakerChanged
from retold.rules.attribution_speaker import changed
from retold.rules.name_judge import MOST_PAIRS, Swap, judge, pairs, same_statement

REGIONS = frozenset({"EU", "UN", "001", "002", "142", "150", "419"})
"""Codes of continents and unions: a writer may name these for a country, and the other way round."""
_ELSEWHERE = 0.14
"""So much less sure of a place that stands elsewhere in the text."""
_LOOSELY_LINKED = 0.45
"""How sure at most of two places in passages that are linked, but may speak of different things."""
_BESIDE = 40
"""A lost name is held against this many names of the other passage, letter by letter; beyond, by the index alone."""


class NameAltered(Rule):
    """The copy names another person or place than the original.

    What it does
        Looks for a name of the original that the copy has nowhere, in no spelling, ending or abbreviation, while the
        copy's passage for it has a name that the original has nowhere. Countries and large cities are compared by
        code, in all languages and passage by passage. Other names are compared where both texts use one script with
        capitals: freely within one language, only full names of people across two, because institutions are
        translated. A statement credited to somebody else is left to speaker-changed.

    Why it matters
        Who did it and where is the news. A wrong name makes a true report false, and accuses someone else.

    Fires
        original [en]: Talks between Germany and Brazil ended on Friday.
        copy [de]: Die Gespräche zwischen Frankreich und Brasilien endeten am Freitag.

        original [en]: The court heard that Martin Keller signed the contract.
        copy [en]: The court heard that Martin Hoffmann signed the contract.

    Stays silent
        original [en]: Germany and the United States signed the treaty in Moscow.
        copy [de]: Deutschland und die USA unterzeichneten den Vertrag in Moskau.

        original [en]: On Friday Volodymyr Zelensky met the German chancellor.
        copy [en]: On Friday Zelenskyy met the chancellor.
    """

    id = "name-altered"
    group = "name"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:names", "copy-data:names")
    options = {"min_letters": 4}

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        comparable = comparison.same_language or _script(original) == _script(copy)
        found: list[Swap] = []
        for link, originals, copies in comparison.linked_pairs():
            old = [name for name in inside(original, "name", originals) if isinstance(name, Name)]
            new = [name for name in inside(copy, "name", copies) if isinstance(name, Name)] if old else []
            if not new:
                continue
            swaps = list(_places(comparison, link, old, new, originals, copies))
            if not swaps and comparable and _cased(copy):
                swaps = list(self._others(comparison, old, new, originals, copies))
            found.extend(swaps)
        speakers = list(changed(comparison)) if found and _credits(comparison) else []
        for swap in found:
            if not any(swap.old.span.overlaps(each.old) and swap.new.span.overlaps(each.new) for each in speakers):
                yield self._report(comparison, swap)

    def _others(
        self,
        comparison: Comparison,
        old: Sequence[Name],
        new: Sequence[Name],
        originals: Sequence[Segment],
        copies: Sequence[Segment],
    ) -> Iterator[Swap]:
        """Swapped names of any kind. The cheap question first: does the other passage hold the words of the name?"""
        original, copy = comparison.original, comparison.copy
        assert original is not None
        here = fold("\n".join(copy.words_of(segment) for segment in copies))
        there = fold("\n".join(original.words_of(segment) for segment in originals))
        same = comparison.same_language
        lost = [name for name in _each_once(old) if self._counts(name, same) and not _written_in(name, here)]
        if not lost:
            return
        come = [name for name in _each_once(new) if self._counts(name, same) and not _written_in(name, there)]
        if len(lost) * len(come) > MOST_PAIRS:
            return
        lost = [name for name in lost if not _known(name, copy, come)]
        come = [name for name in come if not _known(name, original, old[:_BESIDE])] if lost else []
        if not come:
            return
        for name, other in pairs(comparison, lost, come):
            swap = judge(comparison, name, other, alone=len(lost) == len(come) == 1)
            if swap is not None:
                yield swap

    def _counts(self, name: Name, same_language: bool) -> bool:
        """Abbreviations and places are translated: they are compared as words within one language only."""
        if name.type in ("person", "name"):
            return len(name.text) >= int(self.settings["min_letters"])
        return same_language and name.value not in REGIONS

    def _report(self, comparison: Comparison, swap: Swap) -> Finding:
        assert comparison.original is not None
        if swap.how == "spelling":
            message = f"The original writes the name “{swap.old.text}”; the copy writes “{swap.new.text}”."
        else:
            message = f"The original names “{swap.old.text}”; the copy names “{swap.new.text}”."
        return self.finding(
            message,
            confidence=swap.confidence,
            severity=swap.severity,
            original=[comparison.original.passage(swap.old.start, swap.old.end)],
            copy=[comparison.copy.passage(swap.new.start, swap.new.end)],
            original_value=swap.old.value,
            copy_value=swap.new.value,
            how=swap.how,
        )


def _credits(comparison: Comparison) -> bool:
    """Whether the sources of statements can be compared here."""
    return not any(comparison.missing(need) for need in SpeakerChanged.needs)


def _script(article: Article) -> str:
    script: str = language.load(article.language).section("meta").get("script", "")
    return script


def _cased(article: Article) -> bool:
    words = lexicon(language.load(article.language))
    return words is not None and words.cased


def _places(
    comparison: Comparison,
    link: Link,
    old: Sequence[Name],
    new: Sequence[Name],
    originals: Sequence[Segment],
    copies: Sequence[Segment],
) -> Iterator[Swap]:
    """A country or city that the copy's passage lacks, where it has one that the original's passage lacks.

    Less sure when the rest of the text has them: a sentence may then speak of them without the name.
    """
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for kind in PLACES:
        ours = {name.value: name for name in reversed(old) if name.type == kind}
        theirs = {name.value: name for name in reversed(new) if name.type == kind}
        if not ours or not theirs or ours.keys() == theirs.keys():
            continue
        lost = [name for name in ours.values() if not _place_in(copy, copies, name, theirs)]
        come = [name for name in theirs.values() if not _place_in(original, originals, name, ours)] if lost else []
        if len(lost) == len(come) == 1 and (lost[0].value in REGIONS) == (come[0].value in REGIONS):
            sure = 0.88 if comparison.same_language else 0.82
            if kind == "city":
                sure -= 0.05
            if _has_place(copy, lost[0]) or _has_place(original, come[0]):
                sure -= _ELSEWHERE
            if not same_statement(comparison, link, lost[0], come[0]):
                sure = min(sure, _LOOSELY_LINKED)
            yield Swap(lost[0], come[0], round(sure, 2), "major", "place")


def _place_in(article: Article, segments: Sequence[Segment], place: Name, codes: dict[str | None, Name]) -> bool:
    """Whether a passage speaks of a place: by name, people, adjective."""
    code = place.value or ""
    if any(each in codes for each in related(code)):
        return True
    if place.type != "territory":
        return False
    known = language.load(article.language)
    return any(may_stand_for(code, known, fold(article.words_of(segment))) for segment in segments)


def _has_place(article: Article, place: Name) -> bool:
    """Whether an article speaks of a place anywhere: by name, people, adjective or a like spelling."""
    code = place.value or ""
    key = ("speaks of", code)
    if key not in article.memo:
        known = language.load(article.language)
        article.memo[key] = code in _codes(article) or (
            place.type == "territory" and may_stand_for(code, known, fold(article.text))
        )
    if article.memo[key]:
        return True
    return _cased(article) and place.text.upper() != place.text and index_of(article).has(place.text)


def _codes(article: Article) -> frozenset[str]:
    if "place codes" not in article.memo:
        names = (name for name in mentions.of(article, "name") if isinstance(name, Name) and name.type in PLACES)
        article.memo["place codes"] = frozenset(name.value for name in names if name.value)
    codes: frozenset[str] = article.memo["place codes"]
    return codes


def _each_once(names: Sequence[Name]) -> list[Name]:
    """The first mention of each name, in order."""
    return list({name.value: name for name in reversed(names)}.values())[::-1]


def _written_in(name: Name, folded: str) -> bool:
    """Whether a passage holds the last word of a name as it is written."""
    words = fold(name.text).split()
    return words[-1] in folded if words else True


def _known(name: Name, article: Article, beside: Sequence[Name]) -> bool:
    """Whether an article has a name in any form: its words, its initials, an abbreviation, a place it is called by."""
    if name.type in PLACES:
        return _has_place(article, name)
    index = index_of(article)
    if name.type == "acronym":
        return index.has(name.text) or index.has_expansion(name.text)
    if index.has(name.text) or index.has_initials(name.text):
        return True
    return any(same_name(name.text, other.text) >= SAME for other in beside)
