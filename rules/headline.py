"""Whether the story bears out whom its headline credits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions import in_story
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_source import Source, source_of
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Passage, Segment, Span
from retold.checker.rule import Rule
from retold.rules.attribution_content import words
from retold.rules.attribution_link import linked
from retold.rules.source_compare import Difference, differences
from retold.rules.source_wording import source_words

_LEAST_SHARED, _LEAST_SHARE = 2, 0.34
"""Words that a headline and a statement of the body must share to be about one thing: in number, and of the fewer."""

_NEAR_BEST = 0.75
"""Share of the best statement's words from which another one counts too."""

_COLON = re.compile(r"[:：](?=\s|$)|：")
_COLON_OR_QUOTE = re.compile(r"[:：](?=\s|$)|：|[「『]|\s?[\"“‘](?=\w)")
"""What parts a headline's source from what it says; in languages that end with the verb a quotation mark too."""

_LEAST_SURNAME = 4
"""Letters of a surname that are looked for: it may have another ending below."""

_LONGEST_LEAD = 60
_COMPARED = ("region", "role")


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody who is credited, with the text that credits them."""

    article: Article
    mention: Attribution
    source: Source
    shared: int = 0
    """Words that the statement shares with the headline at hand."""


class HeadlineUnsupported(Rule):
    """The headline credits somebody whom the story does not credit.

    What it does
        Takes whom a headline credits ("US officials say ...", "..., US officials told CNN", "US officials: ...") and
        looks in the body, and in the original where there is one, for what is said of the same matter. It speaks up
        where those who are credited there are of another country or of another kind than in the headline, or where
        the person of the headline is never named. A headline may say less than the story; it must not say something
        else. Evidence: `headline_source`, `body_source`, `changed`.

    Why it matters
        The headline is all that most people read, and all that is shared.

    Fires
        copy [en]: Bridge unsafe, US officials say ¶ The bridge was unsafe for years, two European officials said.

    Stays silent
        copy [en]: Bridge unsafe, officials say ¶ The bridge was unsafe for years, two European officials said.
    """

    id = "headline-unsupported"
    group = "attribution"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("copy-data:sources",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        copy = comparison.copy
        for head in _headlines(copy):
            told = _of_same_matter(head, _credits(copy))
            before = _in_original(comparison, head, told)
            found = _contradicted(head, told + before)
            if found:
                yield self._finding(head, found)
            elif " " in head.source.name and not any(
                _names(each, head.source.name) for each in (copy, comparison.original)
            ):
                yield self._unnamed(head, told)

    def _finding(self, head: Credit, found: list[tuple[Credit, list[Difference]]]) -> Finding:
        """The first contradiction of the story and the first of the original, in one finding."""
        here = next((credit for credit, _ in found if credit.article is head.article), None)
        there = next((credit for credit, _ in found if credit.article is not head.article), None)
        first, changed = found[0]
        mine, theirs = source_words(head.article, head.mention), source_words(first.article, first.mention)
        who = (
            "the original credits"
            if not here
            else "the story and the original credit"
            if there
            else "the story credits"
        )
        return self.finding(
            f"The headline credits this to {mine}; {who} it to {theirs}.",
            confidence=changed[0].confidence + (0.1 if here and there else 0.0),
            original=[_passage(there)] if there else [],
            copy=[_passage(head), *([_passage(here)] if here else [])],
            headline_source=mine,
            body_source=theirs,
            changed=[each.what for each in changed],
        )

    def _unnamed(self, head: Credit, told: list[Credit]) -> Finding:
        other = next((credit for credit in told if credit.source.name), None)
        name = head.source.name
        return self.finding(
            f"The headline credits this to {name}, whom the story never names; it credits it to {other.source.name}."
            if other
            else f"The headline credits this to {name}, whom the story never names.",
            confidence=0.75 if other else 0.55,
            copy=[_passage(head), *([_passage(other)] if other else [])],
            headline_source=head.source.words,
            body_source=other.source.words if other else "",
            changed=["name"],
        )


def _statements(article: Article) -> list[Attribution]:
    return [each for each in in_story(article, "attribution") if isinstance(each, Attribution) and each.source]


def _credits(article: Article) -> list[Credit]:
    """Everybody whom the body credits."""
    told = [each for each in _statements(article) if each.credits and not _in_headline(article, each)]
    described = ((mention, source_of(article, mention)) for mention in told)
    return [Credit(article, mention, source) for mention, source in described if source is not None]


def _in_headline(article: Article, mention: Attribution) -> bool:
    segment = article.segment_at(mention.source[0].start)
    return segment is not None and segment.kind == "headline"


def _headlines(article: Article) -> Iterator[Credit]:
    """Whom the headlines credit, by a verb of saying or by a colon."""
    for segment in article.segments:
        if segment.kind != "headline":
            continue
        told = [m for m in _statements(article) if segment.start <= m.source[0].start < segment.end]
        told = told or [m for m in (_before_colon(article, segment),) if m is not None]
        for mention in told:
            source = source_of(article, mention)
            if source is not None and not source.pronoun and (source.roles or source.regions or source.name):
                yield Credit(article, mention, source)


def _before_colon(article: Article, segment: Segment) -> Attribution | None:
    """ "US officials: bridge was unsafe"; "米当局者「橋は危険」" """
    meta = language.load(article.language).section("meta")
    mark = _COLON_OR_QUOTE if meta.get("spaces") is False or meta.get("script") == "Kore" else _COLON
    colon = mark.search(article.text, segment.start + 1, min(segment.end, segment.start + _LONGEST_LEAD))
    if colon is None:
        return None
    mention = Attribution(
        start=segment.start,
        end=segment.end,
        text=article.text[segment.start : segment.end],
        source=(Span(segment.start, colon.start()),),
        cue=(Span(colon.start(), colon.end()),),
        content=(Span(colon.end(), segment.end),),
        source_form=fold(article.text[segment.start : colon.start()]),
    )
    source = source_of(article, mention)
    return mention if source is not None and source.roles else None


def _telling(credit: Credit) -> frozenset[str]:
    """What tells in a statement's words: pairs of letters where words are short and have endings written on to them."""
    if language.load(credit.article.language).section("meta").get("script") != "Kore":
        return words(credit.article, credit.mention)
    found = "".join(credit.article.text[span.start : span.end] for span in credit.mention.content)
    letters = [each for each in found if each.isalnum()]
    return frozenset(one + other for one, other in pairwise(letters))


def _of_same_matter(head: Credit, body: list[Credit]) -> list[Credit]:
    """The statements of the body that share enough words with a headline, and not much fewer than the best of them."""
    ours = _telling(head)
    shared: list[Credit] = []
    for credit in body:
        theirs = _telling(credit)
        common = len(ours & theirs)
        if common >= _LEAST_SHARED and common >= _LEAST_SHARE * min(len(ours), len(theirs)):
            shared.append(replace(credit, shared=common))
    best = max((credit.shared for credit in shared), default=0)
    near = [credit for credit in shared if credit.shared >= _NEAR_BEST * best]
    described = [credit for credit in near if credit.source.says_something or credit.source.name]
    return described or near  # an outlet that only passes it on ("CNN reports") says nothing of who said it


def _in_original(comparison: Comparison, head: Credit, told: list[Credit]) -> list[Credit]:
    """Whom the original credits with what the headline says: by its words, or by the links of what the story says."""
    original = comparison.original
    if original is None:
        return []
    if comparison.same_language:
        return _of_same_matter(head, _credits(original))
    mine = {credit.mention for credit in told} or {head.mention}
    linked_to = {pair.old for pair in linked(comparison) if pair.new in mine}
    return [credit for credit in _credits(original) if credit.mention in linked_to]


def _contradicted(head: Credit, others: list[Credit]) -> list[tuple[Credit, list[Difference]]]:
    """Those who are credited with the same and cannot be the headline's; none where one of them may be."""
    judged = [
        (credit, [each for each in differences(credit.source, head.source) if each.what in _COMPARED and each.old])
        for credit in others
    ]  # fmt: skip
    found = [(credit, changed) for credit, changed in judged if changed]
    least = max((credit.shared for credit, _ in found), default=0)
    borne_out = any(
        credit.shared >= least or credit.source.regions & head.source.regions
        for credit, changed in judged
        if not changed
    )
    return [] if borne_out or _also_said(head) else found


def _also_said(head: Credit) -> bool:
    """Whether somebody else in the story is as the headline says, and may have said it too."""
    for mention in _statements(head.article):
        source = source_of(head.article, mention)
        if source is None or _in_headline(head.article, mention):
            continue
        if source.roles & head.source.roles and source.regions & head.source.regions:
            return True
    return False


def _names(article: Article | None, name: str) -> bool:
    """Whether a story names a person below its headline, be it by the surname."""
    if article is None:
        return False
    surname = fold(name.split()[-1])
    body = fold(" ".join(article.words_of(segment) for segment in article.body if segment.kind != "headline"))
    return surname[: max(_LEAST_SURNAME, len(surname) - 2)] in body


def _passage(credit: Credit) -> Passage:
    span = credit.mention.source[0]
    return credit.article.passage(span.start, span.end)
