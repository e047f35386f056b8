"""Who a source is, in a form that can be compared across languages.

"Two unnamed Western intelligence officials" and "zwei namentlich nicht genannte westliche Geheimdienstler" are both
two anonymous people with the role `intelligence` and the region `West`. Words come from the `sources` section of the
language data, places from the gazetteer (name_places).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from retold.checker import language
from retold.checker.mentions import of
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.attribution_words import Hit, Words, words_of
from retold.checker.mentions.grouping import by_segment
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.number_figure import Figure
from retold.checker.model import Article, Segment, Span

LONGEST = 300
"""Characters of a source, and of what is around it, that are read."""

_CAPITALS = {
    "Ankara": "TR", "Asia/Jerusalem": "IL", "Asia/Pyongyang": "KP", "Asia/Seoul": "KR", "Asia/Taipei": "TW",
    "Asia/Tehran": "IR", "Asia/Tokyo": "JP", "Beijing": "CN", "Europe/Berlin": "DE", "Europe/Kiev": "UA",
    "Europe/London": "GB", "Europe/Madrid": "ES", "Europe/Moscow": "RU", "Europe/Paris": "FR", "Europe/Rome": "IT",
    "Europe/Warsaw": "PL", "New Delhi": "IN", "Washington": "US",
}  # fmt: skip
"""Cities that stand for a government, by their code in the gazetteer."""

_SAME_REGION = {"150": "EU"}
_MOST_PEOPLE = 99
_NEAR = 30
"""Characters between a number and the word for those that it counts: "two unnamed Western intelligence officials"."""

_OPENING = 12
"""Characters at the beginning of a source in which a rank is looked for: "the former captain"."""

_COLLECTIVE = frozenset({
    "activist", "authority", "executive", "intelligence", "investigator", "judge", "media", "military", "opposition",
    "police", "prosecutor", "relative", "report", "rescuer", "worker",
})  # fmt: skip
"""Roles whose words are singular for many people: the police, the army, the prosecution, the family."""


@dataclass(frozen=True)
class Source:
    """Who is credited with a statement, in codes that are the same in every language.

    Attributes:
        words: the source as written.
        name: the person's name as written, without office; empty where none is named.
        roles: official, police, minister, expert, witness ... (the keys of `sources.roles` in the language data).
        ranks: former, senior, deputy.
        regions: territory codes of the countries they are of, "EU", "NATO", "UN", "West".
        people: how many they are, None when it is not said.
        plural: whether they are more than one, None when it cannot be told.
        vague: "several" or "many", where that is all that is said of the number.
        anonymous: whether the text says that they are not named.
        pronoun: whether nothing but a pronoun stands there.
    """

    words: str = ""
    name: str = ""
    roles: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    people: int | None = None
    plural: bool | None = None
    vague: str = ""
    anonymous: bool = False
    pronoun: bool = False

    @property
    def says_something(self) -> bool:
        """Whether it tells who they are by anything but a name."""
        return bool(self.roles or self.regions or self.anonymous)

    def to_dict(self) -> dict[str, Any]:
        """What is known, for `retold inspect`: sets sorted, what is not known left out."""
        found = {
            "name": self.name,
            "roles": sorted(self.roles),
            "ranks": sorted(self.ranks),
            "regions": sorted(self.regions),
            "people": self.people,
            "plural": self.plural,
            "vague": self.vague,
            "anonymous": self.anonymous,
            "pronoun": self.pronoun,
        }
        return {key: value for key, value in found.items() if value not in ("", [], None) and value is not False}


def source_of(article: Article, attribution: Attribution) -> Source | None:
    """Who is credited; None where the text names nobody or the language has no `sources` data. Kept on the article."""
    if not attribution.source:
        return None
    key = ("source", attribution.source[0])
    if key not in article.memo:
        article.memo[key] = _described(article, attribution)
    found: Source | None = article.memo[key]
    return found


def _described(article: Article, attribution: Attribution) -> Source | None:
    words = words_of(language.load(article.language))
    if words is None:
        return None
    span = attribution.source[0]
    start, end = span.start, min(span.end, span.start + LONGEST)
    names = list(_names(article, start, end))
    hits = list(words.find(article.text, start, end))
    persons = [name for name in names if _is_person(article, name, hits)]
    hits = [hit for hit in hits if not any(p.start <= hit.start and hit.end <= p.end for p in persons)]
    anonymous = _is_anonymous(article, words, attribution, span)
    roles = _codes(hits, "role")
    people = _people(article, hits, words.counters, start, end)
    vague = _vague(hits)
    one = people is None and not vague and _starts_with_one(hits, start)
    people = 1 if one else people
    plural = people > 1 if people is not None else True if vague else _plural(hits)
    return Source(
        words=article.text[span.start : span.end],
        name=persons[0].text if persons and not anonymous else "",
        roles=roles,
        ranks=_ranks(hits, start, words.cased),
        regions=_codes(hits, "region") | _places(names, persons),
        people=people,
        plural=plural,
        vague=vague if people is None else "",
        anonymous=anonymous,
        pronoun=_is_pronoun(article, attribution),
    )


def _names(article: Article, start: int, end: int) -> Iterator[Name]:
    segment = article.segment_at(start)
    for mention in by_segment(article, "name").get(segment.index if segment else 0, ()):
        if isinstance(mention, Name) and start <= mention.start and mention.end <= end:
            yield mention


def _is_person(article: Article, name: Name, hits: Sequence[Hit]) -> bool:
    """Whether a name is a person's: a title stands before it, or it has two words that say nothing else."""
    if name.type in (*PLACES, "acronym"):
        return False
    inside = [hit for hit in hits if name.start <= hit.start and hit.end <= name.end]
    if any(meaning.kind == "role" for hit in inside for meaning in hit.meanings):
        return False
    if sum(hit.end - hit.start for hit in inside) >= name.end - name.start - 1:
        return False
    generic = language.load(article.language).section("names").get("generic", ())
    words = name.text.split()
    return (name.type == "person" or len(words) >= 2) and not any(word.lower() in generic for word in words)


def _codes(hits: Sequence[Hit], kind: str) -> frozenset[str]:
    return frozenset(meaning.code for hit in hits for meaning in hit.meanings if meaning.kind == kind)


def _ranks(hits: Sequence[Hit], start: int, cased: bool) -> frozenset[str]:
    """The ranks that stand beside a role; where the role has no word in the list, those that begin the source."""
    roles = [hit for hit in hits if any(meaning.kind == "role" for meaning in hit.meanings)]
    opening = start + _OPENING if cased and not roles else -1
    return frozenset(
        meaning.code
        for hit in hits
        for meaning in hit.meanings
        if meaning.kind == "rank" and (hit.start <= opening or any(_beside(hit, role) for role in roles))
    )


def _beside(rank: Hit, role: Hit) -> bool:
    """Whether a rank may belong to a role: it stands before it, right behind it, or in the same word."""
    return rank.start - _NEAR // 2 <= role.end and role.start <= rank.start + _NEAR


def _places(names: Sequence[Name], persons: Sequence[Name]) -> frozenset[str]:
    found = {
        _CAPITALS.get(n.value or "", n.value if n.type == "territory" else None) for n in names if n.type in PLACES
    }
    return frozenset(_SAME_REGION.get(code, code) for code in found if code)


def _people(article: Article, hits: Sequence[Hit], counters: tuple[str, ...], start: int, end: int) -> int | None:
    """The whole number that stands with the role: "two officials", "関係者3人"; no age and no year."""
    segment = article.segment_at(start)
    roles = [hit for hit in hits if any(meaning.kind == "role" for meaning in hit.meanings)]
    if not roles:
        return None
    for mention in by_segment(article, "number").get(segment.index if segment else 0, ()):
        if not isinstance(mention, Figure) or not start <= mention.start < end or mention.kind != "number":
            continue
        value = mention.value or ""
        if not value.isdigit() or not 1 <= int(value) <= _MOST_PEOPLE:
            continue
        near = mention.start <= start + 3 or any(
            0 <= hit.start - mention.end <= _NEAR or 0 <= mention.start - hit.end <= 3 for hit in roles
        )
        after = article.text[mention.end : mention.end + 3].lstrip()
        if near and (not counters or after.startswith(counters)):
            return int(value)
    return None


def _vague(hits: Sequence[Hit]) -> str:
    """ "several" or "many", where it stands before the word for what they are."""
    for hit in hits:
        for meaning in hit.meanings:
            if meaning.kind == "role":
                return ""
            if meaning.kind == "count" and meaning.code != "one":
                return meaning.code
    return ""


def _starts_with_one(hits: Sequence[Hit], start: int) -> bool:
    return any(meaning.code == "one" for hit in hits[:1] if hit.start <= start + 1 for meaning in hit.meanings)


def _plural(hits: Sequence[Hit]) -> bool | None:
    """Whether the first word for a role that tells is a plural."""
    for hit in hits:
        said = {
            meaning.plural if meaning.plural or meaning.code not in _COLLECTIVE else None
            for meaning in hit.meanings
            if meaning.kind == "role"
        }
        if len(said) == 1 and None not in said:
            return next(iter(said))
    return None


def _is_anonymous(article: Article, words: Words, attribution: Attribution, span: Span) -> bool:
    """Whether the sentence says that its source is not named, outside of what the source says."""
    segment = article.segment_at(span.start) or Segment(0, span.start, span.end)
    start, end = max(segment.start, span.start - LONGEST), min(segment.end, span.end + LONGEST)
    for content in attribution.content:
        if content.start >= span.end and content.start < end:
            outside = (article.text[start : content.start], article.text[min(content.end, end) : end])
            return any(words.is_anonymous(part) for part in outside)
        if content.end <= span.start and content.end > start:
            start = content.end
    return words.is_anonymous(article.text[start:end])


def _is_pronoun(article: Article, attribution: Attribution) -> bool:
    reading = read(article, language.load(article.language))
    return reading is not None and reading.lexicon.has("pronouns", attribution.source_form)


def sources(article: Article) -> list[tuple[Attribution, Source]]:
    """Every attribution of the story that says who speaks, with its source, in text order; kept on the article."""
    key = "sources"
    if key not in article.memo:
        pairs = [(m, source_of(article, m)) for m in of(article, "attribution") if isinstance(m, Attribution)]
        article.memo[key] = [(mention, source) for mention, source in pairs if source is not None]
    found: list[tuple[Attribution, Source]] = article.memo[key]
    return found
