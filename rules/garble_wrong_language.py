"""The whole copy in another language than the one it was declared to be in."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.detect import detect_segment
from retold.checker.model import Article, Finding
from retold.checker.rule import Rule
from retold.rules.garble_language import SURE, is_at_home, is_foreign_script

SAMPLE = 2000
"""Characters of the story that the detection reads."""

GLANCE = 600
"""Characters of the story whose frequent words settle most texts."""


class WrongLanguage(Rule):
    """The copy is in another language than declared.

    What it does
        Names the language of the whole copy and compares it with the language that was declared for it.

    Why it matters
        The wrong file was checked or published; every other finding on it is void.

    Fires
        copy [de]: The bridge was opened on Monday after two years of repairs, and the mayor thanked the builders.

    Stays silent
        copy [de]: Die Brücke wurde am Montag nach zwei Jahren eröffnet, und der Bürgermeister dankte den Arbeitern.
    """

    id = "wrong-language"
    group = "garble"
    severity = "critical"
    mqm = "accuracy/untranslated"
    needs = ()

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        copy, original = comparison.copy, comparison.original
        spoken = _other_language(copy)
        if spoken is None:
            return
        if original is not None and comparison.same_language and _other_language(original) == spoken:
            return
        first = next(segment for segment in copy.body if copy.words_of(segment).strip())
        said = _name(copy.language)
        yield self.finding(
            f"The copy should be in {said} but is in {_name(spoken)}.",
            confidence=0.9,
            copy=[copy.passage(first.start, first.end)],
            declared=copy.language,
            language=spoken,
        )


def _name(tag: str) -> str:
    return str(language.load(tag).section("meta").get("name", tag))


def _other_language(article: Article) -> str | None:
    """The language of the story when it is surely not the declared one."""
    declared = language.base(article.language)
    if declared not in language.shipped():
        return None
    text = "\n".join(article.words_of(segment) for segment in article.body)[:SAMPLE]
    known = language.load(declared)
    if is_at_home(text[:GLANCE], known, 1) and not is_foreign_script(text[:GLANCE], known):
        return None
    detected = detect_segment(text, language.shipped())
    if detected is None or detected[1] < SURE or language.base(detected[0]) == declared:
        return None
    return language.base(detected[0])
