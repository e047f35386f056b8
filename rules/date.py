"""Dates, times and durations: what the copy says of them against what the original says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from typing import cast

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.mentions import date_lexicon, date_values, grouping
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_relation import relation
from retold.checker.model import Article, Finding, Link, Segment
from retold.checker.rule import Rule
from retold.rules.date_halves import slipped

CONFIDENCE = {
    "day": 0.9, "month": 0.9, "year": 0.85, "weekday": 0.8, "duration": 0.75, "time": 0.7, "relative": 0.55,
}  # fmt: skip
"""How sure a contradiction in this part of a date is an error: measured on annotated pairs, see tests/benchmarks."""

SAID_ELSEWHERE = 0.85
"""Factor when the original's date stands elsewhere in the copy too, or the copy is a free rewrite."""

HELD_ELSEWHERE = 0.75
"""Factor when, in a passage that is well linked, one of the two dates has an unused counterpart elsewhere."""

HALF_A_DAY = 0.85
"""Factor for a single clock time twelve hours off: some writers do say "3 Uhr" for the afternoon."""

WELL_LINKED = 0.7
"""Similarity of a link from which on its passages say the same thing."""

MOST = 200
"""Dates of one passage that are compared: more stand in tables only, and every one meets every other."""

OTHER_GRAIN = 0.8
"""Factor when one side is more precise than the other: 2019 against 29 November 2020."""

ZONED = 0.55
"""Factor for clock times when a time zone is named on one side only, or another one."""


@dataclass(frozen=True)
class Altered:
    """A date of the original, the one that stands in its place, the part in which they differ."""

    original: DateMention
    copy: DateMention
    part: str
    confidence: float


class DateAltered(Rule):
    """A date, time or duration in the copy contradicts the original's.

    What it does
        Compares dates, weekdays, clock times and durations by value: 23 October is 23/10/2024 and 10月23日, seven
        decades are 70 years, 3 p.m. is 15 Uhr, and Tuesday is 29 October when the year makes it one. A date of the
        original that is nowhere in the copy, while the linked passage of the copy has another date of the same kind
        that the original does not have, is reported as altered. Relative words ("yesterday") are resolved against
        the publication date; without one they are not compared with calendar dates. A date that is simply not
        repeated is not reported. A time twelve hours off is reported where written hours run from 0 to 24: 3 p.m. is
        not "3 Uhr".

    Why it matters
        A wrong day or year reads as well as the right one, and readers act on it.

    Fires
        original [en]: The ceasefire began on October 23, 2024.
        copy [de]: Die Waffenruhe begann am 24. Oktober 2024.

        original [en]: The border has been closed for 70 years.
        copy [es]: La frontera lleva 7 años cerrada.

        original [ja]: 会談は午後3時に始まった。
        copy [en]: The talks began at 5 p.m.

    Stays silent
        original [en]: The ceasefire began on October 23, 2024.
        copy [de]: Die Waffenruhe begann am 23.10.2024.

        original [en]: The border has been closed for seven decades.
        copy [fr]: La frontière est fermée depuis 70 ans.

        original [en]: The talks began at 3 p.m. on Tuesday.
        copy [de]: Die Gespräche begannen am Dienstag um 15 Uhr.
    """

    id = "date-altered"
    group = "date"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        assert comparison.original is not None
        if not mentions.in_story(comparison.original, "date") or not mentions.in_story(comparison.copy, "date"):
            return
        for altered in _alterations(comparison):
            yield self._finding(comparison, altered)

    def _finding(self, comparison: Comparison, altered: Altered) -> Finding:
        original, copy = cast(Article, comparison.original), comparison.copy
        said, says = altered.original, altered.copy
        prominent = said.kind == "date" and (_is_prominent(original, said) or _is_prominent(copy, says))
        return self.finding(
            f"The original says {_quoted(said)}; the copy says {_quoted(says)}.",
            confidence=altered.confidence,
            severity="critical" if prominent and altered.part != "relative" else None,
            original=[original.passage(said.start, said.end)],
            copy=[copy.passage(says.start, says.end)],
            part=altered.part,
            original_value=said.value or said.relative,
            copy_value=says.value or says.relative,
        )


def _quoted(mention: DateMention) -> str:
    return " ".join(mention.text.split())


def _is_prominent(article: Article, mention: DateMention) -> bool:
    """Whether a mention stands in the headline or in the first paragraph."""
    segment = article.segment_at(mention.start)
    if segment is None or segment.kind == "headline":
        return segment is not None
    lead = next((each for each in article.body if each.kind != "headline"), None)
    return lead is not None and segment.paragraph == lead.paragraph


def _alterations(comparison: Comparison) -> Iterator[Altered]:
    """The contradictions in linked passages, each date used once."""
    original, copy = cast(Article, comparison.original), comparison.copy
    years = _years(original, copy)
    groups = [
        (_well_linked(link, comparison), segments, copies, _inside(original, segments), _inside(copy, copies))
        for link, segments, copies in comparison.linked_pairs()
    ]
    slips = {
        (id(one), id(other))
        for _, _, copies, said, says in groups
        for one in said
        for other in says
        if slipped(one, other, copy, copies)
    }
    settled = _settled(((said, says) for _, _, _, said, says in groups), years, slips)
    everything = _Everything(original, copy, settled, years)
    spent: set[int] = set()
    for linked, segments, copies, said, says in groups:
        left = [m for m in said if id(m) not in settled and not m.vague]
        right = [m for m in says if id(m) not in settled and not m.vague]
        for one in left:
            if id(one) in spent:
                continue
            best = _contradicting(one, [m for m in right if id(m) not in spent], years, slips)
            if best is None:
                continue
            other, part, factor = best
            factor *= everything.doubt(one, other, linked) * (SAID_ELSEWHERE if comparison.order == "free" else 1)
            confidence = CONFIDENCE[part] * factor
            confidence *= _zone_doubt(part, one, other)
            if _stands_unread(one, other, (original, segments), (copy, copies)):
                continue
            if confidence > 0:
                spent.update((id(one), id(other)))
                yield Altered(one, other, part, round(confidence, 3))


def _well_linked(link: Link, comparison: Comparison) -> bool:
    """Whether a link is sure to pair passages that say the same."""
    if link.similarity is None:
        return comparison.order != "free"
    return link.similarity >= WELL_LINKED


Slips = Set[tuple[int, int]]


def _settled(
    groups: Iterable[tuple[list[DateMention], list[DateMention]]], years: frozenset[int], slips: Slips
) -> set[int]:
    """Ids of the dates that have a counterpart in the linked passage.

    A year within a decade or century, or a weekday for a day, is a counterpart only when neither of the two has a
    better one.
    """
    settled: set[int] = set()
    for said, says in groups:
        loose: list[tuple[int, int]] = []
        for one in said:
            for other in says:
                if not relation(one, other, years).agrees or (id(one), id(other)) in slips:
                    continue
                if any((one.grain in coarse) != (other.grain in coarse) for coarse in (_ERAS, _WEEKDAYS)):
                    loose.append((id(one), id(other)))
                else:
                    settled.update((id(one), id(other)))
        settled.update(ident for pair in loose if settled.isdisjoint(pair) for ident in pair)
    return settled


_ERAS, _WEEKDAYS = ("decade", "century"), ("weekday",)


def _years(*articles: Article) -> frozenset[int]:
    """The year a date without one most likely is in: that of publication."""
    days = (date_values.published_day(article.published) for article in articles)
    return frozenset(day.year for day in days if day is not None)


def _inside(article: Article, segments: Sequence[Segment]) -> list[DateMention]:
    return cast("list[DateMention]", grouping.inside(article, "date", segments)[:MOST])


def _contradicting(
    one: DateMention, candidates: list[DateMention], years: frozenset[int], slips: Slips
) -> tuple[DateMention, str, float] | None:
    """The candidate that contradicts one date, the most alike first: same grain, then text order."""
    found = []
    for other in candidates:
        verdict = relation(one, other, years)
        if (id(one), id(other)) in slips:
            found.append((False, other.start, other, "time"))
        elif verdict.contradicts:
            found.append((one.grain != other.grain, other.start, other, verdict.part))
    if not found:
        return None
    unlike, _, other, part = min(found, key=lambda item: item[:2])
    if (id(one), id(other)) in slips and not one.end_value:
        return other, part, HALF_A_DAY
    return other, part, OTHER_GRAIN if unlike else 1.0


@dataclass(frozen=True)
class _Everything:
    """All dates of both texts: a date that only moved was not altered."""

    original: Article
    copy: Article
    settled: set[int]
    years: frozenset[int]

    def doubt(self, one: DateMention, other: DateMention, linked: bool) -> float:
        """How likely the two are a contradiction, seen from the rest of the texts.

        0 when they only moved: an unsettled counterpart elsewhere takes each of them, or one where the link is weak.
        In a well linked passage one such counterpart, and anywhere a settled one, leaves the contradiction standing.
        """
        factor, taken = 1.0, 0
        for mention, against, article in ((one, other, self.copy), (other, one, self.original)):
            found = self._elsewhere(mention, against, article)
            taken += found == HELD_ELSEWHERE
            factor = min(factor, found)
        return 0.0 if taken > 1 or (taken and not linked) else factor

    def _elsewhere(self, mention: DateMention, against: DateMention, article: Article) -> float:
        """What a counterpart of a date elsewhere in the other text takes from a contradiction."""
        factor = 1.0
        for each in cast("tuple[DateMention, ...]", mentions.in_story(article, "date")):
            if each is against or not relation(mention, each, self.years).agrees:
                continue
            alike = each.grain == mention.grain and not _only_within(mention, each)
            if id(each) not in self.settled and alike:
                return HELD_ELSEWHERE
            if id(each) not in self.settled or alike:  # another's calendar day is no stand-in for "Tuesday"
                factor = SAID_ELSEWHERE
        return factor


def _only_within(one: DateMention, other: DateMention) -> bool:
    """Whether one of the two is a range that the other lies in, and no end of it."""
    single, spread = (other, one) if one.end_value else (one, other)
    if single.end_value or not spread.end_value:
        return False
    return single.value not in (spread.start_value, spread.end_value)


def _zone_doubt(part: str, one: DateMention, other: DateMention) -> float:
    """Times of two zones may differ and both be right: unless the zone is the same, the finding is a guess."""
    if part != "time" or one.zone == other.zone:
        return 1.0
    if one.zone is None or other.zone is None:
        return ZONED
    return ZONED if one.zone.isascii() and other.zone.isascii() and one.zone[:1] != other.zone[:1] else 1.0


Side = tuple[Article, Sequence[Segment]]


def _stands_unread(one: DateMention, other: DateMention, said: Side, says: Side) -> bool:
    """Whether the figure of a date does stand on the other side, read as something else ("70-year-old", 5 %)."""
    if one.kind == "date" and not (one.grain == "year" and other.grain == "year"):
        return False
    if one.kind == "time":
        return False
    return _holds(says, one, other) or _holds(said, other, one)


_FIGURE = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def _holds(side: Side, mention: DateMention, besides: DateMention) -> bool:
    """Whether the figure of a mention stands on the other side, outside the mention it is held against."""
    article, segments = side
    lexicon = date_lexicon.of(language.load(article.language))
    value = _FIGURE.search(date_lexicon.fold(mention.text)) or _FIGURE.search(mention.value or "")
    if value is None:
        return False
    figure = value.group().replace(",", ".")
    words = {word for word, number in lexicon.small.items() if figure == date_values.number_text(number)}
    for segment in segments:
        start, end = max(besides.start, segment.start), min(besides.end, segment.end)
        words_left = article.words_of(segment)
        if start < end:
            words_left = article.text[segment.start : start] + " " + article.text[end : segment.end]
        text = date_lexicon.fold(words_left)
        if any(found.group().replace(",", ".") == figure for found in _FIGURE.finditer(text)):
            return True
        if words and not words.isdisjoint(re.findall(r"[^\W\d_]+", text)):
            return True
    return False
