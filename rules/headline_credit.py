"""Whom a headline credits, and whether the story credits others with the same."""

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
from retold.checker.mentions.attribution_words import words_of
from retold.checker.mentions.name_places import may_stand_for
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Passage, Segment, Span
from retold.rules.attribution_content import words
from retold.rules.attribution_link import linked
from retold.rules.cue_classes import loaded
from retold.rules.headline_text import LEAD, below, headlines, packed, story
from retold.rules.source_compare import LEARNED, Difference, differences, kin

_LEAST_SHARED, _LEAST_SHARE = 2, 0.34
"""Words that a headline and a statement of the body must share to be about one thing: in number, and of the fewer."""

_NEAR_BEST = 0.75
"""Share of the best statement's words from which another one counts too."""

_COLON = re.compile(r"[:：](?=\s|$)|：")
_COLON_OR_QUOTE = re.compile(r"[:：](?=\s|$)|：|[「『]|\s?[\"“‘](?=\w)")
"""What parts a headline's source from what it says; in languages that end with the verb a quotation mark too."""

_LEAST_SURNAME = 4
"""Letters of a surname that are looked for: it may have another ending below."""

_ARTICLE = re.compile(r"\w{1,3}(?:['’]|\s)|ال")
"""What may stand before the first word that tells something: an article."""

_LEAD_IN = "colon"
"""The class of a source that stands before a colon."""

_LONGEST_LEAD = 60
_COMPARED = ("region", "role")

_TOLD_APART = frozenset({
    "police", "doctor", "researcher", "witness", "resident", "relative", "rescuer", "intelligence", "military",
    "prosecutor", "diplomat", "lawyer", "activist",
})  # fmt: skip
"""Kinds of people that a story calls by one of these words: a minister may go by the name alone."""

_NOBODY = frozenset({"report", "executive"})
"""Roles that are said for many others, and are no kind of people told apart."""

_COUNTRY = 2
"""Letters of a country's code."""

_BODIES = frozenset({"UN", "EU", "NATO"})


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody who is credited, with the text that credits them."""

    article: Article
    mention: Attribution
    source: Source
    shared: int = 0
    """Words that the statement shares with the headline at hand."""


def _statements(article: Article) -> list[Attribution]:
    return [each for each in in_story(article, "attribution") if isinstance(each, Attribution) and each.source]


def told_by(article: Article) -> list[Credit]:
    """Everybody whom the body credits."""
    told = [each for each in _statements(article) if each.credits and not _in_headline(article, each)]
    described = ((mention, source_of(article, mention)) for mention in told)
    return [Credit(article, mention, source) for mention, source in described if source is not None]


def _in_headline(article: Article, mention: Attribution) -> bool:
    segment = article.segment_at(mention.source[0].start)
    return segment is not None and segment.kind == "headline"


def credited(article: Article, anybody: bool = False) -> Iterator[Credit]:
    """Whom the headlines credit, by a verb of saying or by a colon: those described, or `anybody`."""
    for segment in headlines(article):
        told = [m for m in _statements(article) if segment.start <= m.source[0].start < segment.end]
        told = told or [m for m in (_before_colon(article, segment),) if m is not None]
        for mention in told:
            source = source_of(article, mention)
            if source is None or source.pronoun:
                continue
            said = source.roles if mention.cue_class == _LEAD_IN else source.roles or source.regions or source.name
            if said or anybody:
                yield Credit(article, mention, source)


def _before_colon(article: Article, segment: Segment) -> Attribution | None:
    """ "US officials: bridge was unsafe"; "米当局者「橋は危険」" """
    mark = _COLON_OR_QUOTE if packed(article) else _COLON
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
        cue_class=_LEAD_IN,
    )
    return mention


def _telling(credit: Credit) -> frozenset[str]:
    """What tells in a statement's words: pairs of letters where words are short and have endings written on to them."""
    if language.load(credit.article.language).section("meta").get("script") != "Kore":
        return words(credit.article, credit.mention)
    found = "".join(credit.article.text[span.start : span.end] for span in credit.mention.content)
    letters = [each for each in found if each.isalnum()]
    return frozenset(one + other for one, other in pairwise(letters))


def of_same_matter(head: Credit, body: list[Credit]) -> list[Credit]:
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


def in_original(comparison: Comparison, head: Credit, told: list[Credit]) -> list[Credit]:
    """Whom the original credits with what the headline says: by its words, or by the links of what the story says."""
    original = comparison.original
    if original is None:
        return []
    if comparison.same_language:
        return of_same_matter(head, told_by(original))
    mine = {credit.mention for credit in told} or {head.mention}
    linked_to = {pair.old for pair in linked(comparison) if pair.new in mine}
    return [credit for credit in told_by(original) if credit.mention in linked_to]


def contradicted(head: Credit, others: list[Credit]) -> list[tuple[Credit, list[Difference]]]:
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


def opening(article: Article, segment: Segment) -> Credit | None:
    """Those of whom a headline speaks first, by a word that tells them apart: "Doctors, police, the UN ..." """
    known = words_of(language.load(article.language))
    if known is None:
        return None
    text, last = article.text, min(segment.end, segment.start + _LONGEST_LEAD)
    article_word = _ARTICLE.match(text, segment.start, last)
    starts = (segment.start, article_word.end()) if article_word else (segment.start,)
    for name in in_story(article, "name"):
        if name.start in starts and name.value in _BODIES:
            return _opened(article, name.span, Source(words=name.text, regions=frozenset({name.value})))
    for hit in known.find(text, segment.start, last):
        roles = frozenset(meaning.code for meaning in hit.meanings if meaning.kind == "role")
        if hit.start in starts and roles:
            return _opened(article, Span(hit.start, hit.end), Source(words=text[hit.start : hit.end], roles=roles))
    return None


def _opened(article: Article, span: Span, source: Source) -> Credit:
    mention = Attribution(start=span.start, end=span.end, text=article.text[span.start : span.end], source=(span,))
    return Credit(article, mention, source)


def reports(article: Article, segment: Segment) -> bool:
    """Whether a headline and the story below it report what somebody says: police who warn, not police who arrest."""
    verbs = loaded(language.load(article.language))
    if verbs is None or not verbs.meanings(fold(article.words_of(segment))):
        return False
    return bool(told_by(article)) or any(verbs.meanings(fold(article.words_of(each))) for each in story(article)[:LEAD])


def unheard_of(comparison: Comparison, head: Credit) -> str:
    """ "role" or "region" where neither the story nor the original speaks of such people at all; else empty."""
    original, source = comparison.original, head.source
    if source.name or source.pronoun or original is None:
        return ""
    told = comparison.copy, original
    if source.roles and source.roles <= _TOLD_APART:
        near = frozenset().union(*(kin(role) for role in source.roles)) - _NOBODY
        if source.roles <= LEARNED - {"doctor"}:
            near |= {"report"}  # "scientists find" for "a study finds"
        return "" if any(near & _roles_told(each, each is original) for each in told) else "role"
    codes = [code for code in source.regions if code in _BODIES or (source.roles and len(code) == _COUNTRY)]
    if not codes or len(codes) != len(source.regions):
        return ""
    spoken = ((each, fold(below(each) if each is comparison.copy else each.text)) for each in told)
    heard = any(may_stand_for(code, language.load(each.language), text) for each, text in spoken for code in codes)
    return "" if heard else "region"


def _roles_told(article: Article, headline_too: bool) -> frozenset[str]:
    """The kinds of people of whom a text speaks, below its headline or in all of it."""
    key = ("roles told", headline_too)
    if key not in article.memo:
        known = words_of(language.load(article.language))
        spans = [s for s in article.body if headline_too or s.kind != "headline"]
        hits = (hit for s in spans for hit in known.find(article.text, s.start, s.end)) if known else ()
        article.memo[key] = frozenset(m.code for hit in hits for m in hit.meanings if m.kind == "role")
    found: frozenset[str] = article.memo[key]
    return found


def named(article: Article | None, name: str) -> bool:
    """Whether a story names a person below its headline, be it by the surname."""
    if article is None:
        return False
    surname = fold(name.split()[-1])
    return surname[: max(_LEAST_SURNAME, len(surname) - 2)] in fold(below(article))


def passage(credit: Credit) -> Passage:
    span = credit.mention.source[0]
    return credit.article.passage(span.start, span.end)
