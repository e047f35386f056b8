"""Names of a headline that stand nowhere below it, where the story and the original have another in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions import in_story
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_index import NameIndex, index_of
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_match import CLOSE, same_name
from retold.checker.mentions.name_places import may_stand_for, related
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Segment, Span
from retold.rules.headline_credit import credited
from retold.rules.headline_text import LEAD, Clash, below, headed, headlines, packed, story

_MOST = 40
"""Names of a text that a headline's name is held against."""
_LEAST_STEM = 4
_MOST_WORDS = 3
"""Words of a name that a headline credits."""


def names(comparison: Comparison) -> Iterator[Clash]:
    """Names that only the copy's headline has, each with the one that the story and the original have instead."""
    copy, original = comparison.copy, comparison.original
    if original is None:
        return
    for segment in headlines(copy):
        here = _names(copy, (segment,))
        lead = _names(copy, story(copy)[:LEAD]) if here else []
        for head in here:
            if not _tells(head) or _below(copy, head) or _in_original(original, head):
                continue
            rivals = [each for each in lead if _in_its_place(head, each) and not any(_one(each, h) for h in here)]
            first = _names(original, [*headlines(original), *story(original)[:LEAD]])
            for rival in rivals:
                before = next((each for each in first if _one(rival, each)), None)
                if before is not None:
                    yield Clash(
                        "name",
                        copy.passage(head.start, head.end),
                        copy.passage(rival.start, rival.end),
                        original.passage(before.start, before.end),
                        0.8 if headed(original, before) else 0.65,
                    )
                    break


def speakers(comparison: Comparison) -> Iterator[Clash]:
    """A name that only the copy's headline credits, where the original's headline has another of the story's names.

    Only between scripts with capitals: elsewhere a word cannot be told to be a name.
    """
    copy, original = comparison.copy, comparison.original
    if original is None or not (_cased(copy) and _cased(original)):
        return
    above = NameIndex("\n".join(original.words_of(segment) for segment in headlines(original)))
    for span in _named_above(copy):
        name = copy.text[span.start : span.end]
        if NameIndex(below(copy)).has(name) or index_of(original).has(name) or fold(name) in fold(below(copy)):
            continue
        here = copy.segment_at(span.start)
        lead = _names(copy, story(copy)[:LEAD])
        rivals = (each for each in lead if each.type in ("name", "person") and same_name(name, each.text) < CLOSE)
        for rival in rivals:
            before = next((each for each in _all(original) if _one(rival, each)), None)
            absent = here is not None and fold(rival.text).split()[-1] not in fold(copy.words_of(here))
            if before is not None and absent and above.has(rival.text):
                told = copy.passage(rival.start, rival.end)
                yield Clash(
                    "name", copy.passage(span.start, span.end), told, original.passage(before.start, before.end), 0.75
                )
                break


def _named_above(copy: Article) -> Iterator[Span]:
    """Whom the headlines credit by a name, without a word for what they are."""
    for head in credited(copy, anybody=True):
        span = head.mention.source[0]
        words = copy.text[span.start : span.end].split()
        if not head.source.roles and not head.source.regions and len(words) <= _MOST_WORDS and words[-1][:1].isupper():
            yield span


def _cased(article: Article) -> bool:
    words = lexicon(language.load(article.language))
    return words is not None and words.cased


def _names(article: Article, segments: Iterable[Segment]) -> list[Name]:
    found = inside(article, "name", segments)
    return [name for name in found if isinstance(name, Name)]


def _all(article: Article) -> list[Name]:
    return [name for name in in_story(article, "name") if isinstance(name, Name)]


def _tells(name: Name) -> bool:
    """Whether a name is surely one of a place or a person: other words with capitals may begin a headline."""
    return name.type in PLACES or bool(name.title) or name.type == "person"


def _in_its_place(head: Name, other: Name) -> bool:
    """Whether two names are of one kind, so that one may stand in the place of the other."""
    if head.type in PLACES or other.type in PLACES:
        return head.type == other.type and not set(related(head.value or "")) & set(related(other.value or ""))
    person = _tells(other) or (other.type == "name" and len(ascii_words(other.text)) > 1)
    return person and same_name(head.text, other.text) < CLOSE


def _one(name: Name, other: Name) -> bool:
    """Whether two names are one: the same code, or spelled alike in whatever script."""
    if name.type in PLACES and other.type in PLACES:
        return bool(set(related(name.value or "")) & set(related(other.value or "")))
    return same_name(name.text, other.text) >= CLOSE


def _below(article: Article, name: Name) -> bool:
    """Whether the story below the headline has a name in any form."""
    last = fold(name.text).split()[-1]
    stem = re.escape(last[: max(_LEAST_STEM, len(last) - 3)])
    joined = packed(article) or language.load(article.language).section("names").get("clitics")
    if re.search(stem if joined else rf"(?<!\w){stem}", fold(below(article))):
        return True
    rest = [each for each in _all(article) if not headed(article, each)][:_MOST]
    if _anywhere(article, name, rest, below(article)):
        return True
    return name.type not in PLACES and NameIndex(below(article)).has(name.text)


def _in_original(original: Article, name: Name) -> bool:
    return _anywhere(original, name, _all(original), original.text) or (
        name.type not in PLACES and index_of(original).has(name.text)
    )


def _anywhere(article: Article, name: Name, names: Sequence[Name], text: str) -> bool:
    """Whether a text has a name in any form: in its letters, by code, by people or adjective."""
    if name.type in PLACES:
        codes = {code for each in names if each.type in PLACES for code in related(each.value or "")}
        if name.value in codes:
            return True
        known = language.load(article.language)
        if name.type == "territory" and may_stand_for(name.value or "", known, fold(text)):
            return True
    return any(_one(name, each) for each in names[:_MOST])
