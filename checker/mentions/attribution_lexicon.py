"""What a language says attributions with: cue words, phrases and the small words around them, made ready to search.

The `attribution` section of the language data holds the words; this file turns them into one pattern and some sets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from retold.checker.language import Language
from retold.checker.mentions.phrases import fold
from retold.checker.mentions.trie import trie

CUE_CLASSES = ("neutral", "assertive", "denying", "doubtful", "thinking")

BEFORE, AFTER, OWN = "according before", "according after", "according own"
"""Classes of phrases such as "according to X", of those that follow the source ("X zufolge"), and of those that hold
it ("по его словам")."""

_CLAUSE = re.compile(r"[^,;:.!?\n„“”»«\"]*")
_SPLIT_REACH = 160
"""Characters after the first half of a cue that are searched for the second."""

LOADED_CLASSES = {
    "admission": "assertive",
    "boast": "assertive",
    "threat": "assertive",
    "insistence": "assertive",
    "doubt": "doubtful",
}
"""Verbs of the section `loaded` that are cues where they are written in full, and the class they have."""

_NOTHING = re.compile(r"(?!)")
_ANYTHING = re.compile("")


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The attribution words of one language, lower case.

    Attributes:
        order: "subject-first" (said that ..., said X) or "cue-last" (... と述べた).
        classes: cue form -> cue class, BEFORE or AFTER.
        pattern: finds cues in folded text; a match of a blocking word has no class.
        that: complementizers. nominal: nouns of saying. evidential: whatever else marks a text as reported or unsure.
        quotative: what ends a reported clause in cue-last languages. topics: what marks the source there, best first.
        postposed: in cue-last languages, a quotative with the source behind it: 「...」と大臣は述べた.
        closing: what may stand between a quotation and its cue; unquotative: what a `bound` cue never follows.
        lead: words between source and cue, in languages without spaces.
        words: the section's plain lists of words, by key. keys: the same the other way round, word -> keys.
        splits: first word of a cue of two words that may stand apart ("gab ... bekannt") -> second word -> class.
        helpers: helping verbs and adverbs that stand between source and cue. progressive, infinitives: endings.
    """

    order: str
    spaced: bool
    clause_follows: bool
    clause_after_comma: bool
    reports_inside_quotes: bool
    passive_anywhere: bool
    verb_second: bool
    drops_subject: bool
    classes: Mapping[str, str]
    pattern: re.Pattern[str]
    that: re.Pattern[str]
    nominal: re.Pattern[str]
    evidential: re.Pattern[str]
    norms: re.Pattern[str]
    splits: Mapping[str, Mapping[str, str]]
    quotative: re.Pattern[str]
    lead: re.Pattern[str]
    postposed: re.Pattern[str]
    closing: re.Pattern[str] | None
    unquotative: re.Pattern[str]
    topics: tuple[re.Pattern[str], ...]
    words: Mapping[str, frozenset[str]]
    keys: Mapping[str, frozenset[str]]
    helpers: frozenset[str]
    progressive: tuple[str, ...]
    infinitives: tuple[str, ...]

    @property
    def marks_clauses(self) -> bool:
        """Whether a word or a comma opens every clause of content, so that quoted names cannot be taken for one."""
        return not self.clause_follows or self.clause_after_comma

    def class_of(self, form: str, low: str, end: int) -> str | None:
        """The class of a matched form; of the first half of a cue when its other half closes the clause."""
        name = self.classes.get(form)
        if name is not None or form not in self.splits:
            return name
        clause = _CLAUSE.match(low, end, end + _SPLIT_REACH)
        last = clause.group().rsplit(None, 1)[-1:] if clause else []
        return self.splits[form].get(last[0]) if last else None

    def has(self, key: str, word: str) -> bool:
        return word in self.words.get(key, ())


def forms(entries: Iterable[str]) -> list[str]:
    """Words written out: "add/s/ed" is add, adds, added; "mak/es/ing clear" is mak clear, makes clear, making clear."""
    out: list[str] = []
    for entry in entries:
        base, *endings = entry.split("/")
        last, blank, tail = endings[-1].partition(" ") if endings else ("", "", "")
        if endings:
            endings[-1] = last
        out.append(base + blank + tail)
        out.extend(base + ending + blank + tail for ending in endings)
    return [fold(word) for word in out]


@lru_cache(maxsize=None)
def lexicon(language: Language) -> Lexicon | None:
    """The attribution words of a language, None when it has none."""
    section = language.section("attribution")
    if not section.get("cues"):
        return None
    spaced = language.spaced
    classes = {form: name for name in CUE_CLASSES for form in forms(section["cues"].get(name, ()))}
    for key, name in LOADED_CLASSES.items():
        full = (form for form in forms(language.section("loaded").get(key, ())) if not form.endswith("*"))
        classes = dict.fromkeys(full, name) | classes
    classes.update(dict.fromkeys(forms(section.get("according", ())), BEFORE))
    classes.update(dict.fromkeys(forms(section.get("according_after", ())), AFTER))
    classes.update(dict.fromkeys(forms(section.get("according_own", ())), OWN))
    splits = _splits(classes, frozenset(section.get("separable", ())))
    words = {key: frozenset(forms(value)) for key, value in section.items() if isinstance(value, list)}
    return Lexicon(
        order=section.get("order", "subject-first"),
        spaced=spaced,
        clause_follows=section.get("clause_follows", False),
        clause_after_comma=section.get("clause_after_comma", False),
        reports_inside_quotes=section.get("reports_inside_quotes", False),
        passive_anywhere=section.get("passive_anywhere", False),
        verb_second=section.get("verb_second", False),
        drops_subject=section.get("drops_subject", False),
        classes=classes,
        pattern=_cue_pattern(section, classes, splits, spaced),
        that=_words_pattern(forms(section.get("that", ())), spaced),
        nominal=_words_pattern(forms(section.get("nominal", ())), spaced),
        evidential=_alternatives(section.get("evidential", ()), spaced),
        norms=re.compile(
            "|".join(re.escape(word).replace(r"\*", r"\w*") for word in section.get("norms", ())) or "(?!)"
        ),
        splits=splits,
        quotative=_ending(section["quotative"]) if "quotative" in section else _ANYTHING,
        lead=_ending(section.get("lead", ())),
        closing=re.compile(section["closing"]) if "closing" in section else None,
        unquotative=_ending([section["unquotative"]]) if "unquotative" in section else _NOTHING,
        postposed=_ending([section["postposed"]]) if "postposed" in section else _NOTHING,
        topics=tuple(re.compile(pattern) for pattern in section.get("topics", ())),
        words=words,
        keys=_keys(words),
        helpers=frozenset().union(*(words.get(key, ()) for key in ("auxiliaries", "adverbs", "passives"))),
        progressive=tuple(section.get("progressive", ())),
        infinitives=tuple(section.get("infinitive_endings", ())),
    )


def _splits(classes: Mapping[str, str], particles: frozenset[str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for form, name in classes.items():
        first, _, second = form.partition(" ")
        if second in particles and first not in classes:
            found.setdefault(first, {})[second] = name
    return found


def _keys(words: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for key, members in words.items():
        for word in members:
            found.setdefault(word, set()).add(key)
    return {word: frozenset(keys) for word, keys in found.items()}


def _cue_pattern(
    section: Mapping[str, Any], classes: Mapping[str, str], splits: Mapping[str, Any], spaced: bool
) -> re.Pattern[str]:
    words = [*classes, *splits, *forms(section.get("blockers", ()))]
    after = section.get("cue_suffix", r"(?!\w)" if spaced else "")
    if "cue_prefix" not in section:
        # The letter stands before the look-behind so that the search can jump from first letter to first letter.
        alone = r"(?<!\w\w)" if spaced else ""
        return re.compile(f"(?P<cue>{trie(words, first=alone)}){after}")
    before = section["cue_prefix"]
    phrases = [form for form, name in classes.items() if name in (BEFORE, AFTER, OWN)]
    if "phrase_prefix" not in section or not phrases:
        return re.compile(f"{before}(?P<cue>{trie(words)}){after}")
    verbs = trie(word for word in words if word not in phrases)
    return re.compile(f"{section['phrase_prefix']}(?P<phrase>{trie(phrases)}){after}|{before}(?P<cue>{verbs}){after}")


def _words_pattern(words: list[str], spaced: bool) -> re.Pattern[str]:
    if not words:
        return _NOTHING
    return re.compile(rf"(?<!\w)(?:{trie(words)})(?:(?<=')|(?!\w))" if spaced else trie(words))


def _alternatives(patterns: Iterable[str], bounded: bool) -> re.Pattern[str]:
    joined = "|".join(patterns)
    if not joined:
        return _NOTHING
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)" if bounded else joined)


def _ending(patterns: Iterable[str]) -> re.Pattern[str]:
    joined = "|".join(patterns)
    return re.compile(rf"(?:{joined})$") if joined else _NOTHING
