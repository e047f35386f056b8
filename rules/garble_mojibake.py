"""Mojibake: text that was read in another character set than it was written in.

ftfy (Speer 2019) judges whole sentences by how unlikely their characters are beside each other. A single letter that
turned into two plausible ones ("duÅ¼y") is below its threshold; here the language of bytes decides: a word whose
characters, taken as bytes, happen to be valid UTF-8 of letters was UTF-8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_CODES = ("latin-1", "cp1252", "cp1250", "cp1254", "cp1257", "iso8859-2", "mac_roman", "cp437")
_WORD = re.compile(r"\S+")


def stretches(sentence: str) -> Iterator[tuple[int, int, str]]:
    """Damaged stretches of a sentence: start, end, and what they should read as far as it can be told."""
    if sentence.isascii() or not _trigger().search(sentence):
        return
    from ftfy import badness, fix_encoding

    if badness.is_bad(sentence) and fix_encoding(sentence) != sentence:
        spans = _around(sentence, [match.span() for match in badness.BADNESS_RE.finditer(sentence)])
        yield from ((start, end, fix_encoding(sentence[start:end])) for start, end in spans)
        return
    for match in _WORD.finditer(sentence):
        better = _as_bytes(match.group())
        if better is not None:
            yield match.start(), match.end(), better


@lru_cache(maxsize=1)
def _trigger() -> re.Pattern[str]:
    """What a letter of UTF-8 can turn into in the wrong code: a lead byte's character, then trail bytes' characters.

    Cheap, and rare in sound text; what it finds is judged by dearer means.
    """
    leads = {2: "", 3: "", 4: ""}
    trail = ""
    for code in _CODES:
        leads[2] += bytes(range(0xC2, 0xE0)).decode(code, "ignore")
        leads[3] += bytes(range(0xE0, 0xF0)).decode(code, "ignore")
        leads[4] += bytes(range(0xF0, 0xF5)).decode(code, "ignore")
        trail += bytes(range(0x80, 0xC0)).decode(code, "ignore")
    trails = f"[{re.escape(''.join(sorted(set(trail))))}]"
    # Windows-1251 makes letters of nearly all lead bytes: only those of Latin and Cyrillic letters and signs count.
    cyrillic = f"[РСГВ][{re.escape(bytes(range(0x80, 0xC0)).decode('cp1251', 'ignore'))}]|в[Ђ‚„]|п¬"
    latin = "|".join(f"[{re.escape(''.join(sorted(set(leads[n]))))}]{trails}{{{n - 1}}}" for n in (2, 3, 4))
    return re.compile(f"{latin}|{cyrillic}|Ã |[\x80-\x9f]")


def _around(sentence: str, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places widened to whole words, neighbours joined."""
    spans: list[tuple[int, int]] = []
    for start, end in places:
        while start > 0 and not sentence[start - 1].isspace():
            start -= 1
        while end < len(sentence) and not sentence[end].isspace():
            end += 1
        if spans and start <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _as_bytes(word: str) -> str | None:
    """What a word's Windows-1252 bytes say as UTF-8, when that is a word of letters; None for sound words.

    Letters of Latin-1 are ftfy's affair; those beyond it have lead bytes (Å, Ä, Ð) that it takes for letters.
    """
    if word.isascii() or not _trigger().search(word):
        return None
    try:
        better = word.encode("cp1252").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
    letters = better.strip("\"'.,;:!?()[]„“”‚‘’«»")
    new = [letter for letter in letters if letter > "\x7f"]
    beyond = all("\u0100" <= letter <= "\u024f" or "\u0370" <= letter <= "\u052f" for letter in new)
    return better if new and beyond and letters.isalpha() and letters[1:].islower() else None
