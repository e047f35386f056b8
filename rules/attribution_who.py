"""Who speaks: the person, body or outlet that a statement is credited to, where the text names one.

    who(article, attribution) -> Speaker | None

A name counts when nothing but an office stands before it: "Defence Minister Anna Keller", "Keller" where the text has
her full name elsewhere, "the Pentagon", "CNN". In scripts without capitals a title tells a name, the table of names, or
the dot between the parts of a foreign one. A pronoun speaks for the one person credited just before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.mentions import name_entities
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.attribution_lexicon import Lexicon
from retold.checker.mentions.attribution_source import source_of
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_entities import Entity
from retold.checker.mentions.name_known import known
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_spelling import given_names
from retold.checker.mentions.outlet import credited
from retold.checker.model import Article, Passage

_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_CASED = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ]")
_BETWEEN = frozenset("de da do dos del della di van von der den el al bin ibn la le du y e".split())
_LONGEST_BARE = 16
"""Characters of a source that may be nothing but a foreign name in Japanese or Chinese letters."""
_APPOSED = 60
"""Characters behind a source in which its name ends."""
_BODY = "organisation:"
"""How the table marks names of bodies."""
_BACK = 2
"""Sentences before a pronoun in which the person that it stands for is credited."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is credited to. `kind` is person, body or outlet; `code` an outlet's.

    `resolved`: a pronoun stands there, and `name` is the words of the name elsewhere.
    """

    start: int
    end: int
    name: str
    kind: str
    entity: Entity | None = None
    code: str = ""
    resolved: bool = False

    def passage(self, article: Article) -> Passage:
        return article.passage(self.start, self.end)


def who(article: Article, mention: Attribution) -> Speaker | None:
    """The named speaker of a statement; None when the text names nobody for sure. Kept on the article."""
    key = ("speaker", mention.source[0] if mention.source else None, mention.cue)
    if key not in article.memo:
        article.memo[key] = _who(article, mention)
    found: Speaker | None = article.memo[key]
    return found


def _who(article: Article, mention: Attribution) -> Speaker | None:
    if not mention.source:
        return None
    reading = read(article, language.load(article.language))
    if reading is None:
        return None
    if reading.lexicon.has("pronouns", mention.source_form):
        return _antecedent(article, reading.lexicon, mention)
    return _outlet(article, mention) or _person(article, reading.lexicon, mention) or _body(article, mention)


def _outlet(article: Article, mention: Attribution) -> Speaker | None:
    span = mention.source[0]
    segment = article.segment_at(span.start)
    for credit in credited(article, segment) if segment else ():
        outlet = credit.outlet
        if credit.role == "source" and span.start <= outlet.start and outlet.end <= span.end:
            name = article.text[outlet.start : outlet.end]
            return Speaker(outlet.start, outlet.end, name, "outlet", code=outlet.code)
    return None


def _person(article: Article, lexicon: Lexicon, mention: Attribution) -> Speaker | None:
    found = person(article, mention) or _surname(article, lexicon, mention) or _without_capitals(article, mention)
    if found is None:
        return None
    kind = "body" if (known(found.text) or "").startswith(_BODY) else "person"
    return Speaker(found.start, found.end, found.text, kind, _entity(article, found))


def person(article: Article, mention: Attribution) -> Passage | None:
    """The full name in a source: its run of capitalised words that are no office; None when none is sure."""
    reading = read(article, language.load(article.language))
    if reading is None or not mention.source:
        return None
    span = mention.source[0]
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    last = span.start
    for word in _WORD.finditer(article.text, span.start, span.end):
        if article.text[last : word.start()].strip(" .\u00a0"):
            run = []
        last = word.end()
        if _is_name_word(reading.lexicon, word.group()):
            run = [*run, word]
            best = run if len(run) > len(best) else best
        elif not (run and word.group() in _BETWEEN):
            run = []
    if len(best) < 2 or not _CASED.match(best[0].group()) or not _stands_alone(article, reading.lexicon, mention, best):
        return None
    return article.passage(best[0].start(), best[-1].end())


def _stands_alone(article: Article, lexicon: Lexicon, mention: Attribution, name: Sequence[re.Match[str]]) -> bool:
    """Whether nothing but an office stands before the name and nothing after it: what has an article may be no person,
    and its name is translated ("the White House")."""
    span = mention.source[0]
    before = _WORD.findall(article.text, span.start, name[0].start())
    after = article.text[name[-1].end() : span.end].strip()
    titled = not before or lexicon.has("roles", before[-1].lower()) or _is_office(lexicon, before)
    return titled and after[:1] in ("", ",", "(")


def _is_office(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Whether words before a name are an office with what it is of: "мэр города", "the head of the department"."""
    last = words[-1]
    if len(last) <= 3 or not all(word.islower() or word is words[0] for word in words) or lexicon.keys.get(last):
        return False
    return any(lexicon.has("roles", word.lower()) for word in words[:-1])


def _is_name_word(lexicon: Lexicon, word: str) -> bool:
    if not word[:1].isupper() or word.isupper():
        return False
    return not any(lexicon.has(key, word.lower()) for key in ("roles", "articles", "pronouns"))


def _names_in(article: Article, start: int, end: int) -> list[Name]:
    segment = article.segment_at(start)
    found = inside(article, "name", [segment]) if segment else []
    return [each for each in found if isinstance(each, Name) and start <= each.start and each.end <= end]


def _surname(article: Article, lexicon: Lexicon, mention: Attribution) -> Passage | None:
    """A single name with nothing but an office before it, that a title or its full form elsewhere tells to be one's."""
    span = mention.source[0]
    for name in _names_in(article, span.start, span.end):
        entity = _entity(article, name)
        if name.type in (*PLACES, "acronym") or entity is None or entity.kind in ("place", "organisation"):
            continue
        full = any(" " in form or "・" in form for form in entity.forms) and not entity.name.isupper()
        if not (name.type == "person" or name.title or full or entity.kind == "person"):
            continue
        if not _CASED.search(name.text):
            return article.passage(name.start, name.end)
        before = _WORD.findall(article.text, span.start, name.start)
        if article.text[name.end : span.end].strip()[:1] not in ("", ",", "("):
            continue
        office = source_of(article, mention)
        if not before or lexicon.has("roles", before[-1].lower()) or (office is not None and office.roles):
            return article.passage(name.start, name.end)
    return _full_name(article, mention) or _apposed(article, mention)


def _full_name(article: Article, mention: Attribution) -> Passage | None:
    """The one name of several words in a source that is sure to be a person's: an office stands right before it, the
    text also writes its last word alone, or it begins with a given name."""
    span = mention.source[0]
    found = [
        name for name in _names_in(article, span.start, span.end)
        if " " in name.text and name.type not in (*PLACES, "acronym") and _is_sure(article, name)
    ]  # fmt: skip
    return article.passage(found[0].start, found[0].end) if len(found) == 1 else None


def _is_sure(article: Article, name: Name) -> bool:
    entity = _entity(article, name)
    if entity is None or entity.kind not in ("person", "name"):
        return False
    parts = ascii_words(name.text)
    if name.title or entity.kind == "person" or not parts or given_names(parts[0]):
        return bool(parts)
    return any(" " not in form and ascii_words(form) == parts[-1:] for form in entity.forms)


def _apposed(article: Article, mention: Attribution) -> Passage | None:
    """The name behind a source that is only an office: "said the minister, Ewa Lis."."""
    span, source = mention.source[0], source_of(article, mention)
    if source is None or not source.roles or source.name or article.text[span.end : span.end + 2] != ", ":
        return None
    for name in _names_in(article, span.end, min(len(article.text), span.end + _APPOSED)):
        if name.start == span.end + 2 and " " in name.text and name.type not in PLACES:
            return article.passage(name.start, name.end)
    return None


def _without_capitals(article: Article, mention: Attribution) -> Passage | None:
    """A source that is nothing but a name of the table, or a foreign name in a script without capitals."""
    span = mention.source[0]
    text = article.text[span.start : span.end]
    if known(text):
        return article.passage(span.start, span.end)
    if _CASED.search(text) or len(text) > _LONGEST_BARE or not any(dot in text for dot in "・·"):
        return None
    source = source_of(article, mention)
    plain = source is not None and not (source.roles or source.regions or source.plural or source.anonymous)
    return article.passage(span.start, span.end) if plain else None


def _body(article: Article, mention: Attribution) -> Speaker | None:
    """A source that is nothing but a name of a body, with its article: "the Pentagon"."""
    span = mention.source[0]
    names = _names_in(article, span.start, span.end)
    if len(names) != 1 or names[0].end != span.end or names[0].type in PLACES:
        return None
    name = names[0]
    if len(_WORD.findall(article.text, span.start, name.start)) > 1:
        return None
    return Speaker(name.start, name.end, name.text, "body", _entity(article, name))


def _entity(article: Article, place: Passage | Name) -> Entity | None:
    """The entity of a text that has a mention at a place."""
    key = "entities by place"
    if key not in article.memo:
        article.memo[key] = sorted(
            ((mention.start, mention.end, at) for at, each in enumerate(name_entities.of(article))
             for mention in each.mentions)
        )  # fmt: skip
    every: list[tuple[int, int, int]] = article.memo[key]
    for start, end, at in every[max(0, bisect_left(every, (place.start,)) - 1) :]:
        if start >= place.end:
            break
        if end > place.start:
            return name_entities.of(article)[at]
    return None


def _antecedent(article: Article, lexicon: Lexicon, mention: Attribution) -> Speaker | None:
    """The person credited last before a pronoun, when no other is credited or named as near."""
    here = article.segment_at(mention.source[0].start)
    if here is None:
        return None
    near = article.segments[max(0, here.index - _BACK) : here.index]
    before = [
        each for each in inside(article, "attribution", near)
        if isinstance(each, Attribution) and each.source and not lexicon.has("pronouns", each.source_form)
    ]  # fmt: skip
    found = [who(article, each) for each in before[-1:]]
    speaker = found[0] if found else None
    if speaker is None or speaker.kind != "person" or speaker.entity is None:
        return None
    since = article.segments[: here.index + 1]
    for segment in since[max(0, here.index - _BACK) :]:
        for name in inside(article, "name", [segment]):
            other = _entity(article, name) if isinstance(name, Name) and name.type not in PLACES else None
            if other is not None and other is not speaker.entity and other.kind in ("person", "name"):
                return None
    span = mention.source[0]
    return Speaker(span.start, span.end, speaker.name, "person", speaker.entity, resolved=True)
