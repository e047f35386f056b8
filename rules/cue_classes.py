"""What a verb of saying makes of a statement: an admission, a claim that is doubted, a confirmation, a denial ...

The section `loaded` of the language data lists such verbs. A verb may mean several things ("afirmó" may be no more
than "said"): two verbs are only told apart where they have no meaning in common.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_lexicon import forms
from retold.checker.mentions.phrases import Phrases, fold
from retold.checker.model import Article

MEANINGS = {
    "plain": frozenset({"neutral"}),
    "announcement": frozenset({"neutral", "confirmation"}),
    "admission": frozenset({"admission"}),
    "acknowledgement": frozenset({"admission", "confirmation"}),
    "confirmation": frozenset({"confirmation"}),
    "doubt": frozenset({"doubt"}),
    "contention": frozenset({"doubt", "insistence"}),
    "assertion": frozenset({"neutral", "doubt", "insistence"}),
    "denial": frozenset({"denial"}),
    "warning": frozenset({"warning"}),
    "threat": frozenset({"threat"}),
    "boast": frozenset({"boast"}),
    "insistence": frozenset({"insistence"}),
    "emphasis": frozenset({"neutral", "insistence", "confirmation"}),
    "assurance": frozenset({"neutral", "insistence", "confirmation"}),
    "disclosure": frozenset({"neutral", "admission", "confirmation"}),
    "suggestion": frozenset({"neutral", "suggestion"}),
    "accusation": frozenset({"neutral", "doubt", "accusation"}),
}
"""Key of the section `loaded` -> what its verbs may mean."""

_OTHERS = {
    "neutral": frozenset({"neutral"}),
    "according": frozenset({"neutral"}),
    "denying": frozenset({"denial"}),
}
"""What cues may mean that the section does not list, by their class in the cue lists; no other class is judged."""

_PARTICLE = 60
"""Characters in which the second half of a verb is looked for: "gab der Minister nach langem Zögern zu"."""


@dataclass(frozen=True, eq=False)
class Loaded:
    """The loaded verbs of one language. `split` are verbs in two words: first, last and key."""

    phrases: Phrases
    keys: dict[str, tuple[str, ...]]
    split: tuple[tuple[str, re.Pattern[str], str], ...]
    negation: Phrases

    def meanings(self, folded: str) -> frozenset[str]:
        """What the verbs in a stretch of text may mean; empty where none of them is loaded."""
        found = {
            key for _, _, mark in self.phrases.find(folded) for key in self.keys[mark.strip("*")]
        }  # fmt: skip
        return frozenset().union(*(MEANINGS[key] for key in found))


@lru_cache(maxsize=None)
def loaded(language: Language) -> Loaded | None:
    """The compiled `loaded` section; None where the language has none."""
    section = language.section("loaded")
    if not section:
        return None
    clitics = language.section("names").get("clitics", ())
    keys: dict[str, list[str]] = {}
    split: list[tuple[str, re.Pattern[str], str]] = []
    marks: list[str] = []
    for key in MEANINGS:
        for form in forms(section.get(key, ())):
            marks.append(form)
            keys.setdefault(form.strip("*"), []).append(key)
            first, _, last = form.strip("*").rpartition(" ")
            if first and not language.runs_on:
                split.append((first, re.compile(rf"(?<!\w){re.escape(last)}(?!\w)"), key))
    return Loaded(
        phrases=Phrases(marks, inside_words=language.runs_on, clitics=clitics),
        keys={form: tuple(found) for form, found in keys.items()},
        split=tuple(split),
        negation=Phrases(map(fold, section.get("negation", ())), inside_words=language.runs_on, clitics=clitics),
    )


def meanings_of(article: Article, attribution: Attribution) -> frozenset[str]:
    """What a statement's verb may mean; empty where that cannot be told."""
    known = loaded(language.load(article.language))
    if known is None or not attribution.cue:
        return frozenset()
    key = ("cue meanings", attribution.cue[0])
    if key not in article.memo:
        article.memo[key] = _meanings(article, attribution, known)
    found: frozenset[str] = article.memo[key]
    return found


def _meanings(article: Article, attribution: Attribution, known: Loaded) -> frozenset[str]:
    cue = attribution.cue[0]
    verb = fold(article.text[cue.start : cue.end])
    after = fold(article.text[cue.end : cue.end + _PARTICLE])
    for first, last, key in known.split:
        if verb == first and last.search(after.partition(",")[0]):
            return MEANINGS[key]
    return known.meanings(verb) or _OTHERS.get(attribution.cue_class, frozenset())
