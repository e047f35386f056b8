"""One name in two spellings."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions import name_entities
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_lexicon import lexicon
from retold.checker.mentions.name_match import SAME
from retold.checker.mentions.name_spelling import given_names, word_score
from retold.checker.mentions.name_words import is_common
from retold.checker.model import Article, Finding
from retold.checker.rule import Rule
from retold.rules.name_place import cased

_LEAST_LETTERS = 5
_MOST = 800
"""More names than this in one text: a list, whose names are not held against another's."""
_LONG_ENDING, _SHORT_ENDING = 4, 2
_WITHIN, _AGAINST = 0.62, 0.66
_PROFILES = ("any", "arab", "korean")


class NameVariant(Rule):
    """A name stands in two spellings, within the copy or against the original.

    What it does
        Gathers the names of the copy by person and body, and compares the spellings of each name with one another and,
        in one language, with the original's. Case endings, possessives, accents, given names, titles and a name in
        another language's or script's form are no variants. Two spellings that are too far apart to be one name are
        left to name-altered.

    Why it matters
        Readers take Zelenskiy and Zelenskyy for two people, and a search for one finds only half.

    Fires
        original [en]: Grigory Maltsev spoke first. Later Maltsev left for Oslo.
        copy [en]: Grigory Maltsev spoke first. Later Maltzev left for Oslo.

    Stays silent
        original [en]: Grigory Maltsev spoke first. Maltsev's brother was absent.
        copy [pl]: Jako pierwszy głos zabrał Grigorij Malcew. Brat Malcewa był nieobecny.
    """

    id = "name-variant"
    group = "name"
    severity = "minor"
    mqm = "terminology/inconsistent"
    needs = ("copy-data:names",)

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        if not cased(copy):
            return
        told: set[str] = set()
        endings = _endings(copy)
        for entity in name_entities.of(copy):
            if entity.kind == "place":
                continue
            spellings = _spellings(entity)
            for word, name in list(spellings.items())[1:]:
                first = next((w for w in spellings if w != word and _two_spellings(w, word, endings)), None)
                if first is not None and not {first, word} & told:
                    told |= {first, word}
                    yield self._within(copy, spellings[first], name)
                    break
        if original is None or not comparison.same_language or len(name_entities.of(original)) > _MOST:
            return
        for one, two, _ in name_entities.paired(original, copy):
            if "place" in (one.kind, two.kind):
                continue
            ours, theirs = _spellings(one), _spellings(two)
            for word, name in theirs.items():
                if is_common(word, copy.language):
                    continue
                other = next((w for w in ours if _two_spellings(w, word, endings)), None)
                if other is not None and word not in ours and word not in told and other not in theirs:
                    told.add(word)
                    yield self._against(original, copy, ours[other], name)
                    break

    def _within(self, copy: Article, first: Name, other: Name) -> Finding:
        return self.finding(
            f"The copy writes this name in two ways: “{first.text}” and “{other.text}”.",
            confidence=_WITHIN,
            copy=[copy.passage(other.start, other.end), copy.passage(first.start, first.end)],
        )

    def _against(self, original: Article, copy: Article, old: Name, new: Name) -> Finding:
        return self.finding(
            f"The original writes the name “{old.text}”; the copy writes “{new.text}”.",
            confidence=_AGAINST,
            original=[original.passage(old.start, old.end)],
            copy=[copy.passage(new.start, new.end)],
        )


def _endings(article: Article) -> int:
    """How many letters at the end of a name a case ending may change."""
    if name_entities.inflects(article):
        return _LONG_ENDING
    words = lexicon(language.load(article.language))
    return _SHORT_ENDING if words is not None and words.nouns_capitalised else 0


def _spellings(entity: name_entities.Entity) -> dict[str, Name]:
    """The last word of each mention in plain letters, with the first mention that has it."""
    found: dict[str, Name] = {}
    for name in entity.mentions:
        words = ascii_words(name.text)
        if name.type not in (*PLACES, "acronym") and words and len(words[-1]) >= _LEAST_LETTERS:
            found.setdefault(words[-1], name)
    return found


def _two_spellings(one: str, two: str, endings: int) -> bool:
    """Whether two words are one name spelled differently, in the stem and not in an ending."""
    if one == two or given_names(one) & given_names(two) or abs(len(one) - len(two)) > 2:
        return False
    if one.startswith(two) or two.startswith(one):
        return False
    common = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if common >= min(len(one), len(two)) - endings > 0 < endings:
        return False
    return word_score(one, two, _PROFILES) >= SAME
