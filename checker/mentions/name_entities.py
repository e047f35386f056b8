"""Who and what a text speaks of: its names gathered by person, body or place.

"Ruth Adeyemi", "President Adeyemi" and "Adeyemi's" are one entity; so are "World Health Organization" and "WHO",
where the text gives both, and whatever the alias table knows as one. Full names come first; a single word joins the
full name that ends (or, in East Asian names, begins) with it, the nearest one before it when there are two.

`of(article)` gives the entities of a text, `paired(original, copy)` those of two texts that stand for one another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from retold.checker import language, mentions
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_known import known
from retold.checker.mentions.name_letters import ascii_words, script_of
from retold.checker.mentions.name_match import CLOSE, may_be_one, same_name, sounds, spelled_alike
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article

_ONE_TEXT = 0.9
"""From this score on two names of one text are two spellings of one: a text seldom spells a name in two ways."""
_SURE = 0.99
_POSSESSIVES = 3
_BODIES = ("EU", "UN")
"""Codes among those of territories that are bodies."""
_LATEST = 12
"""A name is held against this many entities of like sound, the latest first."""


@dataclass(frozen=True, eq=False)
class Entity:
    """One person, body or place of a text with all its mentions in order.

    `id` is one in every language: a place's code (DE, Europe/Moscow), the alias table's key, or empty. `kind` is
    person, organisation, place, or name where that is not sure. `name` is the fullest form in the text.
    """

    kind: str
    name: str
    id: str
    mentions: tuple[Name, ...]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The ways the text writes it, each once, in order."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles the text puts before it, each once, in order."""
        return tuple(dict.fromkeys(mention.title for mention in self.mentions if mention.title))


@dataclass(eq=False)
class _Cluster:
    id: str = ""
    names: list[Name] = field(default_factory=list)
    full: list[int] = field(default_factory=list)
    latest: int = -1

    def add(self, name: Name, full: bool) -> None:
        self.names.append(name)
        if full:
            self.full.append(name.start)
        else:
            self.latest = name.start

    def last_before(self, start: int) -> int:
        """Where it was last mentioned before a place, -1 when it was not; mentions come full names first, in order."""
        place = bisect_left(self.full, start)
        return max(self.full[place - 1] if place else -1, self.latest if self.latest < start else -1)

    def made(self) -> Entity:
        names = tuple(sorted(self.names, key=lambda name: name.start))
        longest = max(names, key=lambda name: (len(ascii_words(name.text)), len(name.text), -name.start))
        return Entity(_kind(self.id, names), longest.text, self.id, names)


def of(article: Article) -> tuple[Entity, ...]:
    """The entities of a text's story, by first mention; computed once."""
    if "entities" not in article.memo:
        names = [name for name in mentions.in_story(article, "name") if isinstance(name, Name)]
        article.memo["entities"] = _gathered(names, inflects(article), article.text)
    found: tuple[Entity, ...] = article.memo["entities"]
    return found


def inflects(article: Article) -> bool:
    """Whether the text's language writes case endings on names, more than a possessive."""
    return len(language.load(article.language).section("names").get("endings", ())) > _POSSESSIVES


def paired(original: Article, copy: Article) -> tuple[tuple[Entity, Entity, float], ...]:
    """The entities of two texts that stand for one another, each in one pair, with the score of their names (0.7-1).

    Those with one id and those with an equal name come first, then the mutual best by spelling. Computed once a copy.
    """
    kept = copy.memo.get("entity pairs")
    if kept is None or kept[0] is not original:
        inflected = inflects(original) or inflects(copy)
        kept = (original, tuple(_paired(of(original), of(copy), inflected)))
        copy.memo["entity pairs"] = kept
    found: tuple[tuple[Entity, Entity, float], ...] = kept[1]
    return found


def likeness(one: Entity, two: Entity, *, inflected: bool = False) -> float:
    """How likely two entities are one (0-1): by id, else by the forms that agree best, the fullest first."""
    if one.id and two.id:
        return 1.0 if one.id == two.id else 0.0
    if "place" in (one.kind, two.kind) and one.kind != two.kind and "name" not in (one.kind, two.kind):
        return 0.0
    best = same_name(one.name, two.name, inflected=inflected)
    if (best < 1 and len(ascii_words(one.name)) == 1) or len(ascii_words(two.name)) == 1:
        forms = ((mine, yours) for mine in one.forms[:4] for yours in two.forms[:4])
        best = max(best, *(same_name(mine, yours, inflected=inflected) for mine, yours in forms))
    return best


def _paired(
    ours: Sequence[Entity], theirs: Sequence[Entity], inflected: bool
) -> Iterable[tuple[Entity, Entity, float]]:
    scores: list[tuple[float, int, int]] = []
    by_id = {each.id: j for j, each in enumerate(theirs) if each.id}
    by_sound: dict[str, list[int]] = {}
    for j, each in enumerate(theirs):
        for sound in {sound for form in each.forms[:4] for sound in sounds(form)}:
            by_sound.setdefault(sound, []).append(j)
    for i, each in enumerate(ours):
        if each.id in by_id:
            scores.append((2.0, i, by_id[each.id]))
            continue
        near = {j for form in each.forms[:4] for sound in sounds(form) for j in by_sound.get(sound, ())[:_LATEST]}
        for j in sorted(near):
            if not may_be_one(each.name, theirs[j].name):
                continue
            score = likeness(each, theirs[j], inflected=inflected)
            if score >= CLOSE:
                scores.append((1.5 if fold(each.name) == fold(theirs[j].name) else score, i, j))
    taken_ours: set[int] = set()
    taken_theirs: set[int] = set()
    for score, i, j in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if i not in taken_ours and j not in taken_theirs:
            taken_ours.add(i)
            taken_theirs.add(j)
            yield ours[i], theirs[j], min(score, 1.0)


def _gathered(names: Sequence[Name], inflected: bool, text: str) -> tuple[Entity, ...]:
    clusters = _Clusters()
    later: list[Name] = []
    for name in names:
        key = (name.value or "") if name.type in PLACES else known(name.text) or ""
        if key and (name.type in PLACES or _is_full(name) or name.type == "acronym"):
            clusters.put(name, clusters.by_id.get(key), key)
        elif _is_full(name):
            same = clusters.by_words.get(fold(name.text))
            clusters.put(name, same or _like(name, clusters.by_sound, inflected))
        else:
            later.append(name)
    for name in later:
        if name.type == "acronym":
            same = _spelled_out(name, clusters.made, text) or clusters.by_words.get(fold(name.text))
            clusters.put(name, same)
            continue
        key = known(name.text) or ""
        same = _nearest(name, clusters.by_family.get(fold(name.text), ())) or clusters.by_id.get(key)
        if same is None and not key:
            same = clusters.by_words.get(fold(name.text)) or _ending_in(name, clusters.by_sound, inflected)
        clusters.put(name, same, key)
    return tuple(sorted((each.made() for each in clusters.made), key=lambda entity: entity.mentions[0].start))


class _Clusters:
    """The entities of a text in the making, found by key, by words, by family name and by sound."""

    def __init__(self) -> None:
        self.made: list[_Cluster] = []
        self.by_id: dict[str, _Cluster] = {}
        self.by_words: dict[str, _Cluster] = {}
        self.by_family: dict[str, list[_Cluster]] = {}
        self.by_sound: dict[str, list[_Cluster]] = {}

    def put(self, name: Name, cluster: _Cluster | None, key: str = "") -> None:
        """Add a mention to an entity, or to a new one."""
        full = _is_full(name)
        words = fold(name.text)
        if cluster is None:
            cluster = _Cluster(id=key)
            self.made.append(cluster)
        cluster.add(name, full or name.type in PLACES)
        if key:
            self.by_id.setdefault(key, cluster)
        if self.by_words.get(words) is cluster:
            return
        self.by_words.setdefault(words, cluster)
        if full and name.type not in PLACES:
            self.by_family.setdefault(words.split()[-1], []).append(cluster)
        for sound in sounds(name.text):
            heard = self.by_sound.setdefault(sound, [])
            if cluster not in heard[-_LATEST:]:
                heard.append(cluster)


def _nearest(name: Name, clusters: Sequence[_Cluster]) -> _Cluster | None:
    """The entity last mentioned before a mention, else the first behind it."""
    latest = clusters[-_LATEST:]
    return max(latest, key=lambda each: each.last_before(name.start)) if latest else None


def _is_full(name: Name) -> bool:
    """Whether a name has more than a family name: more words than one, or more than two signs of Han or Hangul."""
    if name.type == "acronym":
        return False
    return len(ascii_words(name.text)) > 1 or (len(name.text) > 2 and script_of(name.text) in ("han", "hangul"))


def _like(name: Name, by_sound: dict[str, list[_Cluster]], inflected: bool) -> _Cluster | None:
    """The entity whose full name is spelled like this one."""
    best: tuple[float, _Cluster] | None = None
    for cluster in _near(name, by_sound):
        for other in cluster.names[:1]:
            if cluster.id or not _is_full(other) or not may_be_one(name.text, other.text):
                continue
            score = spelled_alike(name.text, other.text, inflected=inflected)
            if score >= _ONE_TEXT and (best is None or score > best[0]):
                best = (score, cluster)
    return best[1] if best else None


def _ending_in(name: Name, by_sound: dict[str, list[_Cluster]], inflected: bool) -> _Cluster | None:
    """The entity with this word in its name: nearest before the mention, else the first behind it."""
    found: list[tuple[bool, int, int, _Cluster]] = []
    for cluster in _near(name, by_sound):
        other = cluster.names[0]
        if cluster.id and other.type in PLACES:
            continue
        words = [word for word in _words(cluster) if may_be_one(name.text, word)]
        score = max((same_name(name.text, word, inflected=inflected) for word in words), default=0.0)
        if script_of(name.text) in ("han", "hangul") and other.text.startswith(name.text):
            score = 1.0  # the family name comes first, and is not set apart
        if score >= _ONE_TEXT:
            found.append((score >= _SURE, cluster.last_before(name.start), -len(found), cluster))
    return max(found, key=lambda each: each[:3])[3] if found else None


def _words(cluster: _Cluster) -> list[str]:
    """The words of a cluster's names that may stand for it alone: of a person the family and the given name."""
    return list(dict.fromkeys(word for name in cluster.names[:3] for word in name.text.replace("-", " ").split()))


def _near(name: Name, by_sound: dict[str, list[_Cluster]]) -> list[_Cluster]:
    near: dict[int, _Cluster] = {}
    for sound in sorted(sounds(name.text)):
        for cluster in by_sound.get(sound, ())[-_LATEST:]:
            near[id(cluster)] = cluster
    return list(near.values())


def _spelled_out(name: Name, clusters: Sequence[_Cluster], text: str) -> _Cluster | None:
    """The entity that an abbreviation stands for: what it stands behind in brackets, or words with its initials."""
    short = fold(name.text).replace(".", "")
    bracketed = text[max(0, name.start - 2) : name.start].strip() in ("(", "（", "[")
    for cluster in clusters:
        for other in cluster.names:
            if bracketed and 0 < name.start - other.end <= 3 and other.type not in PLACES:
                return cluster
        if _is_full(cluster.names[0]) and short in _initials(cluster.names[0].text):
            return cluster
    return None


def _initials(name: str) -> tuple[str, str]:
    """The first letters of all words, and of those with a capital."""
    words = name.replace("-", " ").split()
    return fold("".join(word[0] for word in words)), fold("".join(word[0] for word in words if word[0].isupper()))


def _kind(id_: str, names: Sequence[Name]) -> str:
    if names[0].type in PLACES:
        return "organisation" if id_ in _BODIES else "place"
    if ":" in id_:
        return id_.split(":", 1)[0]
    if any(name.type == "person" for name in names):
        return "person"
    if any(name.type in ("organisation", "acronym") for name in names):
        return "organisation"
    return "name"
