"""Pieces of sentences: what a translation leaves when it is cut or split at the wrong place.

Only typography and closed word lists decide; no parser. The lists are the `garble` section of the language data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.model import Article, Span
from retold.rules.garble import EDGE, Defect, GarbleRule, any_of, quoted, running_text, words
from retold.rules.garble_small_start import small_starts

_CLOSERS = "[\"'”’»“)]"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class _Patterns:
    orphan: re.Pattern[str] | None
    last_orphan: re.Pattern[str] | None
    dangling: re.Pattern[str] | None
    cut_infinitive: re.Pattern[str] | None
    opener: re.Pattern[str] | None
    short_phrase: re.Pattern[str] | None


@lru_cache(maxsize=None)
def _patterns(known: Language) -> _Patterns:
    before = rf"[.!?…](?:\s?{_CLOSERS})?\s+"
    orphans, dangling = any_of(known, "orphans"), any_of(known, "dangling")
    openers, prepositions = any_of(known, "fragment_openers"), any_of(known, "prepositions")
    determiners, cut = any_of(known, "determiners"), any_of(known, "dangling_to")
    marker = re.escape(known.section("garble").get("to", ""))
    pronoun = any_of(known, "subjects")
    edge = EDGE if known.spaced else ""
    return _Patterns(
        orphan=_needing(rf"{before}({orphans})\.(?=\s|$)", orphans),
        last_orphan=_needing(r"[.!?…]\s?[\"”“»]\s+([^\W\d_]{1,4})\.$", any_of(known, "one_word")),
        dangling=_needing(rf"{edge}(?<!/)({dangling})\s?[.。।](?=[\s\"”»“」]|$)", dangling),
        cut_infinitive=_needing(
            rf"(?:^|[.!?…\"“]\s*)((?i:{pronoun})\s(?:[^\W\d_]+\s)?{cut}\s{marker})\.(?=[\s\"”]|$)", cut, pronoun
        ),
        opener=_needing(rf"{before}({openers}\s[^.!?,;:()\"“”«»\n]{{1,90}})\.(?=\s|$)", openers),
        short_phrase=_needing(
            rf"{before}({prepositions}\s(?:{determiners}\s)?[^\W\d_]+)\.(?=\s|$)", prepositions, determiners
        ),
    )


def _needing(pattern: str, *lists: str | None) -> re.Pattern[str] | None:
    """A pattern built from word lists; None when the language lacks one of them."""
    return re.compile(pattern) if all(lists) else None


class GarbleFragment(GarbleRule):
    """A piece of a sentence stands where a sentence should.

    What it does
        Looks for what a cut or wrongly split translation leaves: a lone romanised ending, a sentence that goes on with
        a small letter after a full stop, a phrase without a verb split off by a full stop, a sentence that ends in a
        word that cannot end one.

    Why it matters
        No writer leaves such pieces; what stood between them and the sentence is lost or in the wrong place.

    Fires
        copy [en]: The ministry said the talks had gone well. “We will meet again in May.” Ta.

        copy [en]: The bridge was closed by the police. remains shut until further notice.

        copy [de]: Die Brücke wurde am Montag gesperrt. bleibt bis auf Weiteres geschlossen.

    Stays silent
        copy [en]: Apple Inc. said on Monday it would open a plant. iPhone sales rose.

        copy [en]: “Never again,” the mayor said. “Never.”

        copy [fr]: Le pont a été fermé lundi. Il reste fermé jusqu’à nouvel ordre.
    """

    id = "garble-fragment"
    mqm = "fluency/grammar"

    def defects(self, article: Article) -> Iterator[Defect]:
        known = language.load(article.language)
        patterns = _patterns(known)
        found = small_starts(article, known)
        for span in running_text(article):
            text = article.text[span.start : span.end]
            found += _orphans(article, span, text, patterns, words(known, "one_word") | words(known, "reporting"))
            found += _dangling(article, span, text, patterns)
            found += _split_phrases(article, span, text, patterns, known)
        yield from _apart(found)


def _apart(found: list[Defect]) -> Iterator[Defect]:
    """In text order, the surer of two that overlap."""
    kept: list[Defect] = []
    for defect in sorted(found, key=lambda d: (d.start, d.end, d.kind)):
        if not kept or defect.start >= kept[-1].end:
            kept.append(defect)
        elif defect.confidence > kept[-1].confidence:
            kept[-1] = defect
    yield from kept


def _orphans(article: Article, span: Span, text: str, patterns: _Patterns, allowed: frozenset[str]) -> Iterator[Defect]:
    matches = [(m, 0.85) for m in patterns.orphan.finditer(text)] if patterns.orphan else []
    if patterns.last_orphan is not None and not matches:
        last = patterns.last_orphan.search(text, max(0, len(text) - 12))
        if last is not None and not {last[1], last[1].lower()} & allowed and not last[1].isupper():
            matches.append((last, 0.6))
    for match, confidence in matches:
        start, end = span.start + match.start(1), span.start + match.end()
        if quoted(article, start):
            continue
        yield Defect("orphan", start, end, f"“{match[1]}.” stands alone and means nothing here.", confidence)


def _dangling(article: Article, span: Span, text: str, patterns: _Patterns) -> Iterator[Defect]:
    if patterns.dangling is not None:
        for match in patterns.dangling.finditer(text):
            start, end = span.start + match.start(), span.start + match.end()
            message = f"The sentence breaks off after “{match[1]}”."
            yield Defect("breaks-off", start, end, message, 0.55 if quoted(article, start) else 0.7)
    if patterns.cut_infinitive is not None:
        for match in patterns.cut_infinitive.finditer(text):
            start, end = span.start + match.start(1), span.start + match.end()
            yield Defect("breaks-off", start, end, f"“{match[1]}.” breaks off before its verb.", 0.7)


def _split_phrases(article: Article, span: Span, text: str, patterns: _Patterns, known: Language) -> Iterator[Defect]:
    if patterns.short_phrase is not None:
        for match in patterns.short_phrase.finditer(text):
            start, end = span.start + match.start(1), span.start + match.end()
            if not quoted(article, start):
                yield Defect("split-phrase", start, end, _split_message(match[1]), 0.6)
    if patterns.opener is None:
        return
    verbs, subjects = words(known, "verbs"), words(known, "subjects")
    for match in patterns.opener.finditer(text):
        start, end = span.start + match.start(1), span.start + match.end()
        if quoted(article, start) or _has_verb(match[1], verbs, subjects, words(known, "determiners")):
            continue
        yield Defect("split-phrase", start, end, _split_message(match[1]), 0.72)


def _split_message(phrase: str) -> str:
    return f"“{phrase}.” is only a phrase, split from its sentence by a full stop."


def _has_verb(phrase: str, verbs: frozenset[str], subjects: frozenset[str], determiners: frozenset[str]) -> bool:
    """Whether a phrase may hold a finite verb: a listed form, a subject pronoun, or a past form that is no attribute.

    A word in -ed directly after an article or before a further word of the phrase may be an attribute ("an encrypted
    channel"); one that ends the phrase or stands before an article or preposition may be the verb.
    """
    found = [word.lower().replace("’", "'") for word in _WORD.findall(phrase)]
    for place, word in enumerate(found[1:], 1):
        if word in verbs or word in subjects:
            return True
        if word.endswith("ed") and len(word) > 4:
            before = found[place - 1]
            if before not in determiners and place > 1:
                return True
    return len(found) > 9
