"""Passages of the copy in another language or script than the copy's, and copies in the wrong language altogether."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from retold.checker import language, mentions
from retold.checker.compare import Comparison
from retold.checker.detect import detect_segment
from retold.checker.language import Language
from retold.checker.model import Article, Finding, Segment
from retold.rules.garble import WORD, Defect, GarbleRule, quoted, words

LEAST_WORDS = 6
"""Words from which a sentence's language can be told."""

SURE = 0.9
"""Least confidence of the detection."""

FOREIGN_SHARE = 0.2
"""Share of characters in foreign scripts from which a text is not in the declared language."""

_SCRIPTS = {
    "Latn": "A-Za-z\u00c0-\u024f",
    "Grek": "\u0370-\u03ff",
    "Cyrl": "\u0400-\u052f",
    "Hebr": "\u0590-\u05ff",
    "Arab": "\u0600-\u06ff",
    "Deva": "\u0900-\u097f",
    "Thai": "\u0e00-\u0e7f",
    "Hang": "\u1100-\u11ff\uac00-\ud7af",
    "Kana": "\u3040-\u30fa\u30fc-\u30ff",
    "Hani": "\u3400-\u9fff",
}
# ISO 15924 codes of writing systems that mix scripts
_OWN = {"Jpan": ("Kana", "Hani"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}
_BRACKET = frozenset("([（［【〈「『《<")

LEFT_OVER = 0.74
"""How sure it is that words in another script are left over when the original does not have them there."""


def _away(script: str) -> str:
    """The letters that a language written in this script does not use, for a character class; Latin is at home."""
    home = {"Latn", *_OWN.get(script, (script,))}
    return "".join(letters for name, letters in _SCRIPTS.items() if name not in home)


@lru_cache(maxsize=None)
def _foreign(known: Language) -> re.Pattern[str] | None:
    """Runs of two or more letters of a script that the language does not use; Latin is at home everywhere."""
    script = known.section("meta").get("script")
    if not script or script == "Zyyy":
        return None
    away = _away(script)
    return re.compile(f"[{away}]{{2,}}(?:[ ・、，。,:-]{{1,2}}[{away}]+){{0,60}}")


@lru_cache(maxsize=None)
def _home(known: Language) -> re.Pattern[str] | None:
    """A letter of the language's own script, for languages not written in Latin letters."""
    script = known.section("meta").get("script", "Latn")
    scripts = _OWN.get(script, (script,))
    return re.compile("[" + "".join(_SCRIPTS[name] for name in scripts) + "]") if scripts[0] in _SCRIPTS else None


class GarbleLanguage(GarbleRule):
    """A passage is in another language or script than the copy.

    What it does
        Names the language of each sentence of six words or more that has hardly any frequent word of the copy's
        language, and looks for words in a script that the copy's language does not use.

    Why it matters
        The passage was left out of the translation, or belongs to another text.

    Fires
        copy [en]: The bridge opened on Monday after two years. The мост was closed for repairs in spring.

    Stays silent
        copy [en]: The bridge opened on Monday after two years. Its builders call it “мост”.

        copy [en]: The capital (Київ) was quiet on Monday.
    """

    id = "garble-language"
    mqm = "accuracy/untranslated"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """As every garble rule; a passage in the original's language is the affair of the rule `untranslated`."""
        for finding in super().check(comparison):
            original = comparison.original
            spoken = finding.evidence.get("language")
            if original is None or spoken is None or language.base(original.language) != spoken:
                yield finding

    def sharper(self, comparison: Comparison, linked: tuple[Segment, ...], defect: Defect) -> float:
        if defect.kind == "script":
            return LEFT_OVER
        return super().sharper(comparison, linked, defect)

    def defects(self, article: Article) -> Iterator[Defect]:
        known = language.load(article.language)
        foreign = _foreign(known)
        for segment in article.body:
            if foreign is not None:
                yield from _foreign_words(article, segment, foreign)
            if segment.kind == "body":
                yield from _foreign_sentence(article, segment, known)


def _foreign_words(article: Article, segment: Segment, foreign: re.Pattern[str]) -> Iterator[Defect]:
    text = article.text
    for match in foreign.finditer(text, segment.start, segment.end):
        before = text[max(segment.start, match.start() - 2) : match.start()].strip()[-1:]
        if before in _BRACKET or (before and before in "\"“„«‘'") or quoted(article, match.start()):
            continue
        message = f"“{match.group()}” is left in another script."
        # A phrase, or a word that the sentence is about, may be meant; the original tells.
        meant = match.start() == segment.start or len(match.group().split()) > 1
        yield Defect("script", match.start(), match.end(), message, 0.45 if meant else 0.65)


def _foreign_sentence(article: Article, segment: Segment, known: Language) -> Iterator[Defect]:
    if is_at_home(article.words_of(segment), known) or quoted(article, segment.start):
        return
    if is_at_home(_own_words(article, segment), known):
        return
    detected = detect_segment(article.words_of(segment), language.shipped())
    if detected is None or detected[1] < SURE:
        return
    code = language.base(detected[0])
    if code == language.base(article.language) or _has_none_of_its_words(article.words_of(segment), code):
        return
    name = language.load(code).section("meta").get("name", code)
    message = f"This sentence is in {name}, not in the language of the copy."
    yield Defect("sentence", segment.start, segment.end, message, 0.75, None, {"language": code})


def _own_words(article: Article, segment: Segment) -> str:
    """The sentence without what it quotes: a foreign title is no foreign sentence."""
    text = article.text
    pieces, at = [], segment.start
    for quote in mentions.of(article, "quote"):
        if quote.start >= segment.end:
            break
        if quote.start >= at:
            pieces.append(text[at : quote.start])
            at = max(at, min(quote.end, segment.end))
    return " ".join([*pieces, text[at : segment.end]])


def is_foreign_script(text: str, known: Language) -> bool:
    """Whether a good part of a text is in a script that the language does not use."""
    away = _away(known.section("meta").get("script", "Latn"))
    return len(re.findall(f"[{away}]", text)) > FOREIGN_SHARE * len(text)


def is_at_home(sentence: str, known: Language, fewest: int = LEAST_WORDS) -> bool:
    """Whether a text is too short to tell, or has letters or frequent words of the copy's language.

    The dear detection is asked only where another language has clearly more frequent words in it, or the script is
    another.
    """
    home, common = _home(known), words(known, "common")
    if home is not None and home.search(sentence) is None:
        return len(sentence.split()) < fewest
    found = WORD.findall(sentence.lower())
    if len(found) < fewest or not common:
        return True
    theirs: dict[str, int] = {}
    table = _languages_of()
    for word in found:
        for code in table.get(word, ()):
            theirs[code] = theirs.get(code, 0) + 1
    ours = theirs.pop(language.base(known.code), 0)
    return ours + 1 >= max(theirs.values(), default=0)


@lru_cache(maxsize=1)
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Frequent word -> the languages it is frequent in."""
    table: dict[str, list[str]] = {}
    for code in language.shipped():
        for word in sorted(words(language.load(code), "common")):
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


def _has_none_of_its_words(sentence: str, code: str) -> bool:
    """Whether a sentence lacks every frequent word of the language the model took it to be in: then it is a guess."""
    common = words(language.load(code), "common")
    return bool(common) and common.isdisjoint(WORD.findall(sentence.lower()))
