"""Names of one text that the other has nowhere: the ground on which names are said to be altered or missing.

A name is looked for by its place code or table key, by its letters and sounds in any script (`name_trace`), by its
initials and, for a place, by its people. What cannot be told (a name made of common words in another language, an
abbreviation, a Japanese name in characters) counts as found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions import name_entities
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import PLACES, Name, sentence_starts
from retold.checker.mentions.name_index import index_of
from retold.checker.mentions.name_known import known
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_match import SAME, same_name
from retold.checker.mentions.name_places import gazetteer, governed, may_stand_for, related
from retold.checker.mentions.name_trace import Trail, trail
from retold.checker.mentions.name_words import given_words, has_list, is_common, is_generic
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Link, Mention, Segment
from retold.rules.name_place import cased

FULL, TITLED, WORD, UNSURE = 0.9, 0.85, 0.75, 0.4
"""How surely a translation leaves something as it is: several words of a name, one beside a title, one; unknown."""
_KANA = re.compile("[\u30a1-\u30fa]")
_CONTRACTION = 8
_BESIDE = 8
"""So many lost and new names of a passage are held against one another letter by letter."""
_PLATFORMS = frozenset({"twitter", "facebook", "instagram", "youtube", "whatsapp", "telegram", "tiktok"})
"""Who tweets is on Twitter: verbs stand for these."""
_BY_EAR = 0.25
_NUMERAL = re.compile("[ivx]+")
_SPELLED = re.compile("[\u30a1-\u30fa\u30fc・]+|[\uac00-\ud7a3]{3,}")
"""Foreign names as the Japanese and Koreans spell them."""


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A name that the other text has nowhere, and how surely it is a name that would stand there.

    `partly`: some word of it is there, a given name or the name of a region.
    """

    name: Name
    sure: float
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """One link with the names of its original that the copy lacks, and those of its copy that the original lacks."""

    link: Link
    originals: tuple[Segment, ...]
    copies: tuple[Segment, ...]
    lost: tuple[Unmatched, ...]
    come: tuple[Unmatched, ...]


def passages(comparison: Comparison) -> tuple[Passage, ...]:
    """The linked passages with a name that the other side lacks; computed once."""
    kept = vars(comparison)
    if "unmatched names" not in kept:
        kept["unmatched names"] = tuple(_passages(comparison))
    found: tuple[Passage, ...] = kept["unmatched names"]
    return found


def _passages(comparison: Comparison) -> Iterator[Passage]:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    for link, originals, copies in comparison.linked_pairs():
        lost = tuple(_unmatched(original, originals, copy, copies))
        come = tuple(_unmatched(copy, copies, original, originals))
        lost, come = _not_one(lost, come)
        if lost or come:
            yield Passage(link, originals, copies, lost, come)


def _not_one(
    lost: tuple[Unmatched, ...], come: tuple[Unmatched, ...]
) -> tuple[tuple[Unmatched, ...], tuple[Unmatched, ...]]:
    """Both sides without names that are one in two scripts as a whole: 김정민 and Kim Jung-min."""
    pairs = [
        (old, new)
        for old in lost[:_BESIDE]
        for new in come[:_BESIDE]
        if old.name.text.isascii() != new.name.text.isascii() and same_name(old.name.text, new.name.text) >= SAME
    ]
    olds, news = [old for old, _ in pairs], [new for _, new in pairs]
    return tuple(each for each in lost if each not in olds), tuple(each for each in come if each not in news)


def _unmatched(
    article: Article, segments: Sequence[Segment], other: Article, others: Sequence[Segment]
) -> Iterator[Unmatched]:
    seen: set[str] = set()
    for name in _with_places(article, [*inside(article, "name", segments), *sentence_starts(article, segments)]):
        if fold(name.text) in seen or article.text[name.start - 1 : name.start] == "#":
            continue
        seen.add(fold(name.text))
        if not found(name, article, other, others):
            sure = sureness(name, article)
            if language.base(article.language) == language.base(other.language) and _is_plain_name(name, article):
                sure = max(sure, WORD)
            yield Unmatched(name, sure, _partly_found(name, article, other, others))


def _is_plain_name(name: Name, article: Article) -> bool:
    """Whether a rewrite in the same language would keep a name, though the language's common words are not known."""
    words = lexicon(language.load(article.language))
    return (
        words is not None
        and words.cased
        and not words.nouns_capitalised
        and not has_list(article.language)
        and name.type in ("name", "person")
        and len(ascii_words(name.text)) > 1
        and not any(is_generic(word, article.language) for word in ascii_words(name.text))
    )


def _with_places(article: Article, names: Sequence[Mention]) -> Iterator[Name]:
    """Names, and in place of one that is a place with common words about it ("Eastern Paraguay") the place."""
    table = gazetteer(language.load(article.language))
    for name in names:
        assert isinstance(name, Name)
        yield name
        if table is None or name.type in PLACES or " " not in name.text or _proper(name, article):
            continue
        for place in table.find(name.text, fold(name.text)):
            start, end = name.start + place.start, name.start + place.end
            yield Name(start=start, end=end, text=article.text[start:end], value=place.code, type=place.type)


def found(name: Name, article: Article, other: Article, others: Sequence[Segment]) -> bool:
    """Whether a name of one article has left a trace in the other; True where it cannot be told."""
    if name.type in PLACES:
        return _place_found(name, other) or _heard(name, ascii_words(name.text), article, other, others)
    key = ("name found", fold(name.text), id(article))
    han = trail(other).han
    if not han and key in other.memo:
        kept: bool = other.memo[key]
        return kept
    answer = _is_known(name, other) or _sounds_found(name, article, other, others)
    if not han:
        other.memo[key] = answer
    return answer


def _partly_found(name: Name, article: Article, other: Article, others: Sequence[Segment]) -> bool:
    words = _proper(name, article) if " " in name.text else []
    trace, script = _passage_trail(other, others), trail(article).script
    return len(words) > 1 and any(trace.has_word(word, script) for word in words)


def sureness(name: Name, article: Article) -> float:
    """How surely something is a name that a translation would leave as it is."""
    if name.type in PLACES:
        return FULL
    if name.type == "acronym":
        return UNSURE
    if not cased(article):
        return TITLED if _SPELLED.fullmatch(name.text) else UNSURE
    key = known(name.text)
    if key is not None:
        return UNSURE if key.partition(":")[2] in _PLATFORMS else FULL
    if not has_list(article.language):
        return TITLED if _is_person(name) else UNSURE
    words = [word for word in ascii_words(name.text) if len(word) > 2]
    proper = len(_proper(name, article))
    if 2 * proper < len(words):
        return UNSURE
    return TITLED if name.type == "person" else FULL if proper > 1 else WORD


def _is_person(name: Name) -> bool:
    """Whether a name begins with a given name and has one or two words more."""
    words = ascii_words(name.text)
    return 1 < len(words) < 4 and words[0] in given_words() and name.text.split()[-1][:1].isupper()


def _proper(name: Name, article: Article) -> list[str]:
    """The words of a name that are nothing but names: no common words, no countries and cities, no numerals.

    Behind a given name any word is one: George Bush.
    """
    capitals = {word for token in name.text.split() if token.rstrip("s").isupper() for word in ascii_words(token)}
    words = [word for word in ascii_words(name.text) if len(word) > 2 and not _NUMERAL.fullmatch(word)]
    words = words if name.type == "acronym" else [word for word in words if word not in capitals]
    if " of " in name.text and words and words[0] in given_words():
        words = [word for word in words if word in ascii_words(name.text.partition(" of ")[0])]
    if 1 < len(words) < 4 and words[0] in given_words() and not is_generic(words[-1], article.language):
        return words
    table = gazetteer(language.load(article.language))
    places = table.find(name.text, fold(name.text)) if table is not None else ()
    of_places = {word for place in places for word in ascii_words(name.text[place.start : place.end])}
    proper = [word for word in words if word not in of_places and not is_common(word, article.language)]
    head = ascii_words(name.text.partition(" of ")[0])  # "Hollgruber of Vicenza" is named by its first part
    return [word for word in proper if word in head] or proper


def _place_found(place: Name, other: Article) -> bool:
    code = place.value or ""
    if any(each in _place_codes(other) for each in related(code)):
        return True
    territory = governed(code)
    if territory is not None and may_stand_for(territory, language.load(other.language), fold(other.text)):
        return True
    return place.type == "territory" and may_stand_for(code, language.load(other.language), fold(other.text))


def _place_codes(article: Article) -> frozenset[str]:
    if "codes of places" not in article.memo:
        article.memo["codes of places"] = frozenset(each.id for each in name_entities.of(article) if each.id)
    codes: frozenset[str] = article.memo["codes of places"]
    return codes


def _is_known(name: Name, other: Article) -> bool:
    key = known(name.text)
    return key is not None and key in _place_codes(other)


def _sounds_found(name: Name, article: Article, other: Article, others: Sequence[Segment]) -> bool:
    begins = fold(name.text).partition("'")[0]
    if (
        "'" in fold(name.text)
        and len(name.text) < _CONTRACTION
        and (len(begins) < 2 or is_common(begins, article.language))
    ):  # I've, We'll
        return True
    if name.text[:-1].isupper() and name.text[-1:] == "s":  # TVs
        return True
    if name.type == "acronym" and fold(name.text) not in fold(other.text):
        return True
    words = _proper(name, article)
    return not words or _heard(name, words, article, other, others)


def _heard(name: Name, words: Sequence[str], article: Article, other: Article, others: Sequence[Segment]) -> bool:
    """Whether the last word of a name, or most of its words, are heard in the other text."""
    trace, script = _passage_trail(other, others), trail(article).script
    if script == "kana" and not _KANA.search(name.text):
        script = "han"
    return (
        trace.has_word(words[-1], script)
        or trace.silent_on(words)
        or (len(words) == 2 and script != trace.script and _both_loosely(trace, words, script))
        or (len(words) > 2 and 2 * sum(trace.has_word(word, script) for word in words) > len(words))
        or index_of(other).has_initials(name.text)
    )


def _both_loosely(trace: Trail, words: Sequence[str], script: str) -> bool:
    """Whether the given name is heard and something like the family name: foreign scripts spell that by ear."""
    return trace.has_word(words[0], script) and trace.has_word(words[1], script, _BY_EAR)


def _passage_trail(other: Article, others: Sequence[Segment]) -> Trail:
    """What is heard where a name is looked for: in the whole text, but among Chinese characters only near by."""
    whole = trail(other)
    if not whole.han or not others or len(other.segments) < 4:
        return whole
    first, last = max(0, others[0].index - 1), min(len(other.segments) - 1, others[-1].index + 1)
    return trail(other, other.segments[first : last + 1])
