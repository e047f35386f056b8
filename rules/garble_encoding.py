"""Encoding damage: letters that were read in the wrong code, lost, or hidden."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from retold.checker.model import Article, Span
from retold.rules import garble_mojibake
from retold.rules.garble import Defect, GarbleRule

LONGEST_WORD = 40
"""Characters of the longest word that can have lost a letter; what is longer is an address or a formula."""

QUOTES = '"“”„«»'
"""Marks that a message leaves away at the edges of a quoted word."""

MOST_NAMED = 3
"""Damaged words of one sentence that a message names; the report marks them all."""

_LOST = re.compile("[^\\s\ufffd]{0,20}\ufffd+[^\\s\ufffd]{0,20}")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
_OVERRIDE = re.compile("[\u202d\u202e]+")
_PRIVATE = re.compile("[\ue000-\uf8ff]+")
_QUESTION = re.compile(r"(?<=[^\W\d_A-Z])\?(?=[^\W\d_A-Z])")
_AROUND = re.compile(r"[\w?/.=&@#%:-]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_MIXED = re.compile("[A-Za-z\u00c0-\u024f][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_LOOK_ALIKE = frozenset("aceiopsxyjhkmtbABCEHIKMOPSTXYJасеіорѕхујһкмтьАВСЕНІКМОРЅТХУЈοαερτυνκιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")


class GarbleEncoding(GarbleRule):
    """Letters are damaged: read in the wrong code, lost, hidden, or taken from another alphabet.

    What it does
        Looks for text decoded with the wrong character set, replacement and control characters, marks that reverse the
        writing direction, question marks in place of letters, and words that mix look-alike letters of two alphabets.

    Why it matters
        Readers see rubbish, and names or figures can be unreadable; look-alike letters hide a word from every search.

    Fires
        copy [fr]: Le prÃ©sident a Ã©tÃ© rÃ©Ã©lu dimanche.

        copy [de]: Die Gro�demonstration fand in K�ln statt.

        copy [en]: The mayor of Pаris opened the bridge.

    Stays silent
        copy [fr]: Le président a été réélu dimanche.

        copy [pt]: A SÃO PAULO FASHION WEEK começa na segunda-feira.

        copy [ru]: Мэр Парижа открыл новый мост.
    """

    id = "garble-encoding"
    mqm = "fluency/character-encoding"
    said_once = frozenset({"control", "override", "private"})

    def defects(self, article: Article) -> Iterator[Defect]:
        text = article.text
        found: list[Defect] = []
        if not text.isascii():
            found += _mojibake(article)
            if "\ufffd" in text:
                found += _each(text, _LOST, "lost", "Letters are lost here: “{}”.", 0.9, None)
            found += _each(text, _OVERRIDE, "override", "A hidden mark turns the writing direction here.", 0.85, None)
            found += _each(text, _PRIVATE, "private", "A character here has no meaning outside one font.", 0.6, "minor")
            found += _mixed(article)
        found += _each(text, _CONTROL, "control", "A control character stands in the text.", 0.8, "minor")
        found += _questions(text)
        yield from _apart(article, found)


def _apart(article: Article, found: list[Defect]) -> Iterator[Defect]:
    """The story's defects in text order, the surer of two that overlap, lost letters once a sentence."""
    reach = -1
    said: set[tuple[str, int]] = set()
    for defect in sorted(found, key=lambda d: (d.start, -d.confidence, d.kind)):
        segment = article.segment_at(defect.start)
        if defect.start < reach or segment is None or not segment.is_body or (defect.kind, segment.index) in said:
            continue
        if defect.kind in ("lost", "question"):
            said.add((defect.kind, segment.index))
        yield defect
        reach = defect.end


def _each(
    text: str, pattern: re.Pattern[str], kind: str, message: str, confidence: float, severity: str | None
) -> Iterator[Defect]:
    for match in pattern.finditer(text):
        yield Defect(
            kind, match.start(), match.end(), message.format(match.group().strip(QUOTES)), confidence, severity
        )


def _questions(text: str) -> Iterator[Defect]:
    """Question marks inside a word: letters that the code could not hold. Addresses have them rightly."""
    reach = -1
    for match in _QUESTION.finditer(text):
        start, end = match.span()
        if start < reach:
            continue
        while start > 0 and _AROUND.match(text[start - 1]):
            start -= 1
        while end < len(text) and _AROUND.match(text[end]):
            end += 1
        reach = end
        word = text[start:end]
        if len(word) <= LONGEST_WORD and not any(sign in word for sign in "/=&@#%:") and "." not in word[:-1]:
            yield Defect("question", start, end, f"A letter is lost in “{word}”.", 0.6)


def _mojibake(article: Article) -> Iterator[Defect]:
    """Text read in the wrong character set; one finding a sentence, however many words of it are damaged."""
    for segment in article.segments:
        found = list(garble_mojibake.stretches(article.text[segment.start : segment.end]))
        if not found:
            continue
        places = [Span(segment.start + start, segment.start + end) for start, end, _ in found]
        damaged = [article.text[place.start : place.end] for place in places]
        readings = [better for _, _, better in found]
        says = [
            f"“{one}” should read “{other}”" if one != other else f"“{one}”"
            for one, other in zip(damaged, readings, strict=True)
        ]
        message = f"Letters were read in the wrong character set: {_enumerated(says)}."
        yield Defect(
            "mojibake", places[0].start, places[0].end, message, 0.9, None, {"mended": readings[:10]}, tuple(places[1:])
        )


def _mixed(article: Article) -> Iterator[Defect]:
    """Words with letters of two alphabets that look alike; one finding a sentence, however many there are."""
    text = article.text
    if _MIXED.search(text) is None:
        return
    for segment in article.segments:
        matches = _WORD.finditer(article.words_of(segment))
        found = [m for m in matches if _is_mixed(m.group())]
        if not found:
            continue
        places = [Span(segment.start + m.start(), segment.start + m.end()) for m in found]
        verb = "mixes" if len(found) == 1 else "mix"
        message = f"{_enumerated([f'“{m.group()}”' for m in found])} {verb} letters of two alphabets that look alike."
        evidence = {"words": [m.group() for m in found[:10]]}
        yield Defect("look-alike", places[0].start, places[0].end, message, 0.75, "minor", evidence, tuple(places[1:]))


def _enumerated(items: list[str]) -> str:
    """The first three of some items in words, and how many more there are."""
    if len(items) > MOST_NAMED + 1:
        items = [*items[:MOST_NAMED], f"{len(items) - MOST_NAMED} more"]
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _is_mixed(word: str) -> bool:
    """Whether the letters of one alphabet in a word all have a twin in the other: nobody sees the mixture."""
    if len(word) < 3 or word.isascii() or _MIXED.search(word) is None or _is_inflected_name(word):
        return False
    latin = [letter for letter in word if _LATIN.match(letter)]
    other = [letter for letter in word if unicodedata.name(letter, "").startswith(("CYRILLIC", "GREEK"))]
    return any(letters and all(letter in _LOOK_ALIKE for letter in letters) for letters in (latin, other))


def _is_inflected_name(word: str) -> bool:
    """Whether a Latin name carries a Cyrillic ending (iPhoneом), as Slavic news writes it."""
    turn = next((i for i, letter in enumerate(word) if _CYRILLIC.match(letter)), 0)
    return turn >= 3 and all(_LATIN.match(c) for c in word[:turn]) and all(_CYRILLIC.match(c) for c in word[turn:])
