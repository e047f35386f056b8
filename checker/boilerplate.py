"""Which paragraphs of a plain text are site furniture and which are story.

Furniture is kept in the text and never compared: related-links lists, share bars, membership appeals, photo credits,
bylines and author notes, legal lines. The phrases are data (section `boilerplate` of the language files); this file
holds where in a text and in what shape a phrase counts, so that a story about subscriptions stays a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.segment_paragraphs import Span

_SHORT = 200
"""Longest line that can be a link of a related list, a credit or a share bar."""

_NOTE = 600
"""Longest paragraph in which a phrase of the furniture makes the whole paragraph furniture."""

_LINE_LENGTH = 60
"""Longest line that can be a button or a heading."""

_TOP = 6
"""Paragraphs from the top in which bylines and time stamps stand."""

_PLAIN_LINKS = 8
"""Most lines without bullets that follow the heading of a list of links."""

_PLAIN_LENGTH = 120
"""Longest of them: in some scripts paragraphs of the story end in no stop either."""

_BULLET = re.compile(r"[-*•·–—▪●►▶»>]\s*|\d{1,2}[.)]\s")
_EDGES = " \t:：.…|·•*#_>►▶→»«-–—\u00a0\u200b\ufe0f"
_YEAR_OR_CLOCK = re.compile(r"(?<!\d)(?:(?:19|20)\d\d|\d{1,2}[:.h]\d\d)(?!\d)")
_OPENERS = " (（[*_—–-"
_FINAL = re.compile(r"[.!?。！？؟۔।॥][\"'”’»“)」』]*$")
_QUOTED = re.compile(r"[“„«「『\"][^“”„«»「」『』\"]*[”“»」』\"]")
_NAME_WORDS = frozenset("and y et und e i en ve de del van von der di da la le".split())
_EDGE_LETTER = re.compile(r"\w")


@dataclass(frozen=True)
class Phrases:
    """Section `boilerplate` of one language, in small letters. The language files say what each list is for."""

    related: frozenset[str]
    lines: frozenset[str]
    credits: tuple[str, ...]
    agencies: tuple[str, ...]
    captions: tuple[str, ...]
    notes: tuple[str, ...]
    note_starts: tuple[str, ...]
    bios: tuple[str, ...]
    legal: tuple[str, ...]
    appeals: tuple[str, ...]
    address: tuple[str, ...]
    calls: tuple[str, ...]
    bylines: tuple[str, ...]
    stamps: tuple[str, ...]


@lru_cache(maxsize=None)
def phrases_of(known: Language) -> Phrases:
    """The phrases of a language; English ones count in every language, for sites mix them in."""
    own, english = known.section("boilerplate"), language.load("en").section("boilerplate")

    def both(key: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_lower(str(p)) for p in (*own.get(key, ()), *english.get(key, ()))))

    def only(key: str) -> tuple[str, ...]:
        return tuple(_lower(str(p)) for p in own.get(key, ()))

    stamps = (
        known.section("metadata").get("published", ()),
        language.load("en").section("metadata").get("published", ()),
    )
    return Phrases(
        related=frozenset(both("related")),
        lines=frozenset(both("lines")),
        credits=both("credits"),
        agencies=both("agencies"),
        captions=both("captions"),
        notes=both("notes"),
        note_starts=both("note_starts"),
        bios=only("bios"),
        legal=both("legal"),
        appeals=only("appeals"),
        address=only("address"),
        calls=both("calls"),
        bylines=only("bylines"),
        stamps=tuple(dict.fromkeys(_lower(str(p)) for group in stamps for p in group)),
    )


def kinds(text: str, spans: list[Span], language_tag: str) -> list[str]:
    """`boilerplate`, `caption` or `body` for each paragraph span."""
    phrases = phrases_of(language.load(language_tag))
    out = ["body"] * len(spans)
    number = 0
    while number < len(spans):
        start, end = spans[number]
        kind = _alone(text[start:end], phrases, number, len(spans)) if end - start <= _NOTE else None
        if kind == "related":
            last = _list_end(text, spans, number)
            out[number:last] = ["boilerplate"] * (last - number)
            number = last
            continue
        out[number] = kind or "body"
        number += 1
    _mark_tail(text, spans, out, phrases)
    return out


def _alone(line: str, phrases: Phrases, number: int, count: int) -> str | None:
    """What a paragraph is by its own words: a kind, "related" for the heading of a list, None for story."""
    lowered = _lower(line)
    if len(line) <= _SHORT:
        bare = lowered.strip(_EDGES)
        if len(line) <= _LINE_LENGTH and bare in phrases.related:
            return "related"
        if len(line) <= _LINE_LENGTH and bare in phrases.lines:
            return "boilerplate"
        if _is_link(lowered, phrases) or _is_credit(lowered, phrases):
            return "boilerplate"
        if 0 < number < _TOP and _is_byline(line, lowered, phrases):
            return "boilerplate"
    if lowered.startswith(phrases.captions):
        return "caption"
    if count > 1 and (
        lowered.lstrip(_OPENERS).startswith(phrases.note_starts)
        or _says(line, lowered, phrases.legal)
        or _says(line, lowered, phrases.notes)
    ):
        return "boilerplate"
    if _ends_in_agency(lowered, phrases):
        return "caption"
    return None


def _is_link(lowered: str, phrases: Phrases) -> bool:
    """`Read also: Headline of another story`: a phrase of the list heads, a colon, a line without a stop."""
    head, colon, rest = lowered.replace("：", ":", 1).partition(":")
    return bool(colon) and bool(rest.strip()) and head.strip(_EDGES) in phrases.related and not rest.endswith(".")


def _is_credit(lowered: str, phrases: Phrases) -> bool:
    if lowered.startswith(phrases.credits):
        return len(lowered) <= 120
    return len(lowered) <= _LINE_LENGTH and not _FINAL.search(lowered) and lowered.startswith(phrases.agencies)


def _ends_in_agency(lowered: str, phrases: Phrases) -> bool:
    """`A soldier on guard. (AP Photo/…)`: a caption carries its credit at the end."""
    if lowered[-1] in ".!?":
        return False
    end = lowered[-60:]
    return any(phrase in end for phrase in phrases.agencies)


def _is_byline(line: str, lowered: str, phrases: Phrases) -> bool:
    """`By Jane Doe, Agency` and `Updated 3:45 p.m.` near the top; never a sentence."""
    if _FINAL.search(line) or len(line) > 100:
        return False
    if _YEAR_OR_CLOCK.search(line) and _starts_with_word(lowered, phrases.stamps):
        return True
    if not phrases.bylines or not _starts_with_word(lowered, phrases.bylines):
        return False
    names = line.split()[1:]
    return 0 < len(names) <= 10 and all(_could_be_name(word) for word in names)


def _could_be_name(word: str) -> bool:
    return not word[:1].islower() or word.lower() in _NAME_WORDS


def _list_end(text: str, spans: list[Span], heading: int) -> int:
    """First paragraph after a list of links: any number of bulleted lines, or a few short lines that end in no stop."""
    number = heading + 1
    while number < len(spans):
        start, end = spans[number]
        bullet = _BULLET.match(text, start)
        room = number <= heading + _PLAIN_LINKS and end - start <= _PLAIN_LENGTH
        if not bullet and not (room and not _FINAL.search(text[start:end])):
            break
        number += 1
    return number


def _mark_tail(text: str, spans: list[Span], out: list[str], phrases: Phrases) -> None:
    """Appeals, author notes and leftovers of lists at the end of the text, walking up until the story."""
    if not phrases.appeals:
        return
    number = len(spans) - 1
    pending: list[int] = []
    while number > 0:
        start, end = spans[number]
        if out[number] == "boilerplate":
            _absorb(out, pending)
        elif end - start <= 2 * _NOTE and _is_appeal(text[start:end], phrases, number >= len(spans) - 3):
            out[number] = "boilerplate"
            _absorb(out, pending)
        elif end - start <= _LINE_LENGTH and not _FINAL.search(text[start:end]):
            pending.append(number)  # a button or a tag, if furniture stands above it, too
        else:
            return
        number -= 1


def _absorb(out: list[str], pending: list[int]) -> None:
    for number in pending:
        out[number] = "boilerplate"
    pending.clear()


def _is_appeal(paragraph: str, phrases: Phrases, last: bool) -> bool:
    """Words of membership and newsletters in a paragraph that speaks to the reader, outside quotations."""
    lowered = _lower(_QUOTED.sub(" ", paragraph))
    if last and len(paragraph) <= _NOTE and _holds(lowered, phrases.bios):
        return True
    if len(paragraph) <= _SHORT and _starts_with_word(lowered.lstrip(_EDGES), phrases.calls):
        return True
    return _holds(lowered, phrases.appeals) and _holds(lowered, phrases.address)


def _lower(text: str) -> str:
    """Small letters; the Turkish capital İ would become two characters."""
    return text.replace("İ", "i").lower()


def _says(line: str, lowered: str, phrases: Iterable[str]) -> bool:
    """Whether a phrase stands in the line, and not as somebody's quoted words."""
    if not _holds(lowered, phrases):
        return False
    return _holds(_lower(_QUOTED.sub(" ", line)), phrases)


def _holds(lowered: str, phrases: Iterable[str]) -> bool:
    found = [phrase for phrase in phrases if phrase in lowered]
    return any(_has_words(lowered, phrase) for phrase in found)


def _has_words(lowered: str, phrase: str) -> bool:
    """Whether a phrase that is in the text stands there as whole words; ideographs have no word edges."""
    if not phrase[0].isalpha() or phrase[0] > "\u2e80":
        return True
    at = lowered.find(phrase)
    while at >= 0:
        after = at + len(phrase)
        if not (at and _EDGE_LETTER.match(lowered, at - 1)) and not _EDGE_LETTER.match(lowered, after):
            return True
        at = lowered.find(phrase, at + 1)
    return False


def _starts_with_word(lowered: str, phrases: Iterable[str]) -> bool:
    for phrase in phrases:
        if lowered.startswith(phrase):
            following = lowered[len(phrase) : len(phrase) + 1]
            if phrase[-1] > "\u2e80" or not following.isalpha():
                return True
    return False
