"""Dates, times and durations that differ between original and copy: altered, missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.errors import NotChecked
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article, Finding
from retold.checker.rule import Rule
from retold.rules.date_match import Altered, outcome


class DateAltered(Rule):
    """A date or duration in the copy contradicts the original's.

    What it does
        Compares dates, weekdays and durations by value: 23 October is 23/10/2024 and 10月23日, seven decades are 70
        years, and Tuesday is 29 October when the year makes it one. A date of the original that is nowhere in the
        copy, while the linked passage of the copy has another date of the same kind that the original does not have,
        is reported as altered. Relative words ("yesterday") are resolved against the publication date; without one
        they are not compared with calendar dates (see `relative-date-unresolved`). Clock times are for the rule
        `time-altered`. Evidence: `part` in which they differ, `original_value`, `copy_value` (ISO 8601).

    Why it matters
        A wrong day or year reads as well as the right one, and readers act on it.

    Fires
        original [en]: The ceasefire began on October 23, 2024.
        copy [de]: Die Waffenruhe begann am 24. Oktober 2024.

        original [en]: The border has been closed for 70 years.
        copy [es]: La frontera lleva 7 años cerrada.

        original [ja]: 会談は3月4日に始まった。
        copy [en]: The talks began on April 3.

    Stays silent
        original [en]: The ceasefire began on October 23, 2024.
        copy [de]: Die Waffenruhe begann am 23.10.2024.

        original [en]: The border has been closed for seven decades.
        copy [fr]: La frontière est fermée depuis 70 ans.
    """

    id = "date-altered"
    group = "date"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original",)
    covers = ("quote-altered",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        yield from _contradictions(self, comparison, times=False)


class TimeAltered(Rule):
    """A clock time in the copy contradicts the original's.

    What it does
        Compares clock times by value: 3 p.m. is 15 Uhr, 午後3時 and 3 in the afternoon; half past seven is 7:30. A time
        twelve hours off is reported where written hours run from 0 to 24: 3 p.m. is not "3 Uhr". Times in two zones
        may differ and both be right: they are a guess below the gate. Evidence: `original_value`, `copy_value`.

    Why it matters
        Who comes three hours late has missed the vote, the train or the curfew.

    Fires
        original [ja]: 会談は午後3時に始まった。
        copy [en]: The talks began at 5 p.m.

        original [en]: Polling stations close at 8:30 p.m.
        copy [de]: Die Wahllokale schließen um 18.30 Uhr.

    Stays silent
        original [en]: The talks began at 3 p.m. on Tuesday.
        copy [de]: Die Gespräche begannen am Dienstag um 15 Uhr.

        original [fr]: Le train part à 7h30.
        copy [en]: The train leaves at half past seven.
    """

    id = "time-altered"
    group = "date"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        yield from _contradictions(self, comparison, times=True)


class DateMissing(Rule):
    """A date or clock time of the original is not in the copy.

    What it does
        Names calendar dates, months, years and clock times of the original that have no equal anywhere in the copy,
        where the linked passage of the copy has no other date in their place. A segment that the copy leaves out
        altogether is for the rule `omission`. In a rewrite a missing date is only noted. Weekdays and words like
        "yesterday" are not counted. Evidence: `value` (ISO 8601).

    Why it matters
        Without its date, last year's figure or threat reads as today's.

    Fires
        original [en]: The law that parliament passed on 14 March 2019 bans such sales.
        copy [es]: La ley que aprobó el parlamento prohíbe esas ventas.

    Stays silent
        original [en]: The law that parliament passed on 14 March 2019 bans such sales.
        copy [es]: La ley que aprobó el parlamento el 14/3/2019 prohíbe esas ventas.

        original [ru]: В 2022 году завод закрыли.
        copy [en]: The plant was closed in 2022.
    """

    id = "date-missing"
    group = "date"
    severity = "minor"
    mqm = "accuracy/omission"
    needs = ("original",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        if not _dated(comparison.original):
            return
        if not date_lexicon.of(language.load(comparison.copy.language)).months:
            raise NotChecked(f"names of months are not known for the language {comparison.copy.language!r}")
        original = cast(Article, comparison.original)
        for mention in outcome(comparison).missing:
            yield self.finding(
                f"The original gives {'the time' if mention.kind == 'time' else 'the date'} {quoted(mention)} here; "
                "the copy leaves it out.",
                confidence=MISSING[mention.grain],
                severity="info" if comparison.profile == "rewrite" else None,
                original=[original.passage(mention.start, mention.end)],
                value=mention.value,
            )


MISSING = {"day": 0.7, "month": 0.55, "year": 0.65, "time": 0.6}
"""How sure a date of this grain that is not found was left out: measured on clean translations."""


def _contradictions(rule: Rule, comparison: Comparison, times: bool) -> Iterator[Finding]:
    if not _dated(comparison.original) or not _dated(comparison.copy):
        return
    for altered in outcome(comparison).altered:
        if (altered.original.kind == "time") == times:
            yield _finding(rule, comparison, altered)


def _dated(article: Article | None) -> bool:
    return article is not None and bool(mentions.in_story(article, "date"))


def _finding(rule: Rule, comparison: Comparison, altered: Altered) -> Finding:
    original, copy = cast(Article, comparison.original), comparison.copy
    said, says = altered.original, altered.copy
    prominent = said.kind == "date" and (_is_prominent(original, said) or _is_prominent(copy, says))
    message = f"The original says {quoted(said)}; the copy says {quoted(says)}".rstrip(".") + "."
    if altered.part == "order":
        message = f"Two dates changed places. {message}"
    return rule.finding(
        message,
        confidence=altered.confidence,
        severity="critical" if prominent and altered.part != "relative" else None,
        original=[original.passage(said.start, said.end)],
        copy=[copy.passage(says.start, says.end)],
        part=altered.part,
        original_value=_value(said),
        copy_value=_value(says),
    )


def _value(mention: DateMention) -> str | None:
    """ISO 8601; of a range both ends."""
    if mention.start_value and mention.end_value:
        return f"{mention.start_value}/{mention.end_value}"
    return mention.value or mention.relative


def quoted(mention: DateMention) -> str:
    """The words of a date on one line."""
    return " ".join(mention.text.split())


def _is_prominent(article: Article, mention: DateMention) -> bool:
    """Whether a mention stands in the headline or in the first paragraph."""
    segment = article.segment_at(mention.start)
    if segment is None or segment.kind == "headline":
        return segment is not None
    lead = next((each for each in article.body if each.kind != "headline"), None)
    return lead is not None and segment.paragraph == lead.paragraph
