"""Who the source is: country, role, rank, number and anonymity of those who are credited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_source import Source, source_of, sources
from retold.checker.mentions.attribution_words import words_of
from retold.checker.mentions.name_places import may_stand_for
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_content import words
from retold.rules.attribution_link import Pair, linked
from retold.rules.attribution_roles import other_roles
from retold.rules.attribution_speaker import changed
from retold.rules.source_compare import Difference, differences, may_be_one
from retold.rules.source_wording import source_words

_LEAST_SHARED = 2
"""Words that a statement of the copy must share with one of the original to come from it."""

_SURE, _UNSURE = 0.7, 0.5
"""Likeness of two statements from which, and below which, their link is sure or unsure."""


class SourceAltered(Rule):
    """The copy describes the source of a statement as somebody else than the original does.

    What it does
        Sets the sources of linked statements side by side, in codes that are the same in every language: country or
        region, role, rank, number of people, and whether they are named. It speaks up where both texts say something
        that cannot be true of the same people: US officials for Western ones, a minister for a former minister, an
        expert for an official, one official for two. What is only said for short stays free. Evidence: `changed`,
        `original_source`, `copy_source`.

    Why it matters
        Readers weigh a statement by who makes it: one unnamed official is not a government, and a former minister
        does not speak for it.

    Fires
        original [en]: Two unnamed Western intelligence officials said the port had been closed to all ships.
        copy [en]: Two US intelligence officials said the port had been closed to all ships.

        original [en]: A former minister said the port had been closed to all ships.
        copy [de]: Ein Minister sagte, dass der Hafen für alle Schiffe gesperrt worden sei.

    Stays silent
        original [en]: Two Western intelligence officials said the port had been closed to all ships.
        copy [en]: The two officials said the port had been closed to all ships.

        original [en]: A former minister said the port had been closed to all ships.
        copy [de]: Ein Ex-Minister sagte, dass der Hafen für alle Schiffe gesperrt worden sei.
    """

    id = "source-altered"
    group = "attribution"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:sources", "copy-data:sources")
    covers = ("number-altered", "number-missing", "number-added")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        others = {id(change.pair) for change in changed(comparison)} | {id(it.pair) for it in other_roles(comparison)}
        for pair in linked(comparison):
            if pair.old is None or pair.new is None or _in_headline(copy, pair.new):
                continue  # whom a headline credits is headline-unsupported's to judge
            if id(pair) in others:
                continue  # somebody else speaks: speaker-changed says so
            old, new = source_of(original, pair.old), source_of(copy, pair.new)
            if old is None or new is None:
                continue
            found = [each for each in differences(old, new) if _holds(comparison, pair, old, new, each)]
            if not found:
                continue
            worst = found[0]
            yield self.finding(
                _message(comparison, pair, worst),
                severity=worst.severity,
                confidence=_confidence(comparison, pair, worst),
                original=[original.passage(pair.old.source[0].start, pair.old.source[0].end)],
                copy=[copy.passage(pair.new.source[0].start, pair.new.source[0].end)],
                changed=[each.what for each in found],
                original_source=old.words,
                copy_source=new.words,
            )


def _in_headline(article: Article, mention: Attribution) -> bool:
    segment = article.segment_at(mention.cue[0].start)
    return segment is not None and segment.kind == "headline"


def _message(comparison: Comparison, pair: Pair, difference: Difference) -> str:
    assert comparison.original is not None
    assert pair.old is not None
    assert pair.new is not None
    old, new = source_words(comparison.original, pair.old), source_words(comparison.copy, pair.new)
    if difference.what == "anonymity" and not difference.new:
        return f"The original says that its source is not named ({old}); the copy leaves that out ({new})."
    return f"The original credits this to {old}; the copy credits it to {new}."


def _confidence(comparison: Comparison, pair: Pair, worst: Difference) -> float:
    confidence = worst.confidence
    if pair.similarity < _UNSURE:
        confidence -= 0.1
    elif pair.similarity >= _SURE and comparison.same_language:
        confidence += 0.05
    return confidence


def _holds(comparison: Comparison, pair: Pair, old: Source, new: Source, difference: Difference) -> bool:
    """Whether the texts around leave the difference standing."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    assert pair.old is not None
    assert pair.new is not None
    if comparison.same_language and _told_elsewhere(original, pair.old, copy, pair.new, new):
        return False
    if _another(copy, pair.copies, pair.new, old) or _another(original, pair.originals, pair.old, new):
        return False  # the passage credits the other source too: the statements may be crossed
    what = difference.what
    if what == "rank":
        ours, theirs = _ranks(original, pair.originals), _ranks(copy, pair.copies)
        lost, gained = old.ranks - new.ranks, new.ranks - old.ranks
        return not (lost & (theirs | _ranks_of(copy, old)) or gained & (ours | _ranks_of(original, new)))
    if what == "number":
        if old.people is not None and new.people is None:
            return not any(each.people == old.people and may_be_one(each.roles, old.roles) for _, each in sources(copy))
        if new.people is not None and old.people is None:
            return not any(
                each.people == new.people and may_be_one(each.roles, new.roles) for _, each in sources(original)
            )
        return True
    if what == "anonymity" and not difference.new:
        return not any(each.anonymous for _, each in sources(copy))
    if what == "region" and not old.regions:
        return not (new.regions & _home(original) or _speaks_of(original, new.regions))
    if what == "role":
        lost, gained = old.roles - new.roles, new.roles - old.roles
        return not (lost & _codes(copy, pair.copies, "role") or gained & _codes(original, pair.originals, "role"))
    return True


def _home(article: Article) -> frozenset[str]:
    """The country of a language that only one speaks: "the government" of a Japanese text is Japan's elsewhere."""
    return frozenset(language.load(article.language).section("sources").get("home", ()))


def _another(article: Article, segments: Sequence[Segment], mine: Attribution, other: Source) -> bool:
    """Whether a passage credits, beside the statement at hand, a source just like the other text's."""
    placed = _by_segment(article)
    for mention, source in (pair for each in segments for pair in placed.get(each.index, ())):
        if mention is mine:
            continue
        if source.says_something and (source.roles, source.regions, source.ranks) == (
            other.roles, other.regions, other.ranks,
        ):  # fmt: skip
            return True
    return False


def _by_segment(article: Article) -> dict[int, list[tuple[Attribution, Source]]]:
    """The statements with their sources by the segment that they begin in; made once."""
    key = "sources by segment"
    if key not in article.memo:
        placed: dict[int, list[tuple[Attribution, Source]]] = {}
        for mention, source in sources(article):
            if (segment := article.segment_at(mention.start)) is not None:
                placed.setdefault(segment.index, []).append((mention, source))
        article.memo[key] = placed
    found: dict[int, list[tuple[Attribution, Source]]] = article.memo[key]
    return found


def _speaks_of(article: Article, regions: frozenset[str]) -> bool:
    """Whether a text speaks of a country or region in any way; kept on the article."""
    known: dict[frozenset[str], bool] = article.memo.setdefault("regions spoken of", {})
    if regions not in known:
        known[regions] = _finds_region(article, regions)
    return known[regions]


def _finds_region(article: Article, regions: frozenset[str]) -> bool:
    spoken = language.load(article.language)
    folded = fold(article.text)
    if any(may_stand_for(code, spoken, folded) for code in sorted(regions) if len(code) == len("US")):
        return True
    words = words_of(spoken)
    hits = words.find(article.text, 0, len(article.text)) if words is not None else ()
    return any(meaning.kind == "region" and meaning.code in regions for hit in hits for meaning in hit.meanings)


def _told_elsewhere(original: Article, old: Attribution, copy: Article, new: Attribution, source: Source) -> bool:
    """Whether another statement of the original, by such people as the copy credits, has as many of its words."""
    theirs = words(copy, new)
    least = max(_LEAST_SHARED, len(theirs & words(original, old)))
    return any(
        mention is not old
        and each.roles & source.roles
        and each.regions == source.regions
        and each.ranks == source.ranks
        and len(theirs & words(original, mention)) >= least
        for mention, each in sources(original)
    )


def _codes(article: Article, segments: Sequence[Segment], kind: str) -> frozenset[str]:
    words = words_of(language.load(article.language))
    if words is None or not segments:
        return frozenset()
    hits = words.find(article.text, segments[0].start, segments[-1].end)
    return frozenset(meaning.code for hit in hits for meaning in hit.meanings if meaning.kind == kind)


def _ranks(article: Article, segments: Sequence[Segment]) -> frozenset[str]:
    return _codes(article, segments, "rank")


def _ranks_of(article: Article, source: Source) -> frozenset[str]:
    """The ranks that a text elsewhere gives sources of the same role: a later mention may be shorter."""
    ranks = [each.ranks for _, each in sources(article) if each.roles & source.roles]
    return frozenset().union(*ranks)
