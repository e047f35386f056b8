"""The words of a name in plain Latin letters, whatever script it is written in.

Letters come from anyascii (Cyrillic, Arabic, Devanagari, Hangul in the revised romanisation, kana, Han as pinyin);
what it gets wrong because it reads one letter at a time is mended here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

_LETTERS = re.compile(r"[a-z0-9]+")
_LONGEST_NAME = 200
_SYLLABLES = re.compile(r"[\uac00-\ud7a3\u3400-\u9fff]{2,}")
_LONGEST_EAST_ASIAN = 4
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_SMALL_KANA = re.compile(
    r"[キシチニヒミリギジビピきしちにひみりぎじびぴ][ャュョゃゅょ]|[ァ-ヴー]?[ァィゥェォ]|ッ[ァ-ヴ]|っ[ぁ-ゔ]|ー"
)
_KANA = {
    "ティ": "ti", "ディ": "di", "トゥ": "tu", "ドゥ": "du", "ファ": "fa", "フィ": "fi", "フェ": "fe", "フォ": "fo",
    "ヴァ": "va", "ヴィ": "vi", "ヴェ": "ve", "ヴォ": "vo", "ウィ": "wi", "ウェ": "we", "ウォ": "wo", "チェ": "che",
    "シェ": "she", "ジェ": "je", "ツァ": "tsa", "ツィ": "tsi", "ツェ": "tse", "ツォ": "tso", "クァ": "kwa",
    "クィ": "kwi", "グァ": "gwa", "イェ": "ye", "テュ": "tyu", "デュ": "dyu", "ー": "",
}  # fmt: skip
"""Kana that two signs write as one sound (Hepburn with the usual additions for foreign names)."""
_GLIDES = {"ャ": "a", "ュ": "u", "ョ": "o", "ゃ": "a", "ゅ": "u", "ょ": "o"}
_HUSHED = {"shi": "sh", "chi": "ch", "ji": "j"}
_SCRIPTS = (
    ("cyrillic", re.compile(r"[\u0400-\u052f]")),
    ("hangul", re.compile(r"[\uac00-\ud7a3]")),
    ("kana", re.compile(r"[\u3041-\u30fa]")),
    ("arabic", re.compile(r"[\u0600-\u06ff]")),
    ("indic", re.compile(r"[\u0900-\u097f]")),
    ("han", re.compile(r"[\u3400-\u9fff]")),
)


@dataclass(frozen=True, slots=True)
class Letters:
    """A name in Latin letters: its words, and other ways to divide it into words (hyphens, syllables written as one).

    `script` is latin, cyrillic, hangul, kana, arabic, indic or han.
    """

    words: tuple[str, ...]
    divided: tuple[tuple[str, ...], ...]
    script: str
    hyphenated: bool


@lru_cache(maxsize=65536)
def ascii_words(name: str) -> tuple[str, ...]:
    """The words of a name in plain lower-case ASCII letters: Путин, プーチン -> putin, puchin."""
    return tuple(_LETTERS.findall(_plain(_without_marks(name).replace("-", " "))))


@lru_cache(maxsize=65536)
def letters(name: str) -> Letters:
    """A name in Latin letters with all that is needed to compare it."""
    script = script_of(name)
    words = ascii_words(name)
    divided: list[tuple[str, ...]] = []
    hyphenated = "-" in name or "‐" in name
    if hyphenated:
        divided.append(tuple(_LETTERS.findall(_plain(_without_marks(name).replace("-", "").replace("‐", "")))))
    if script in ("hangul", "han"):
        divided.extend(_in_syllables(name))
    return Letters(words, tuple(divided), script, hyphenated)


def script_of(name: str) -> str:
    if name.isascii():
        return "latin"
    return next((script for script, pattern in _SCRIPTS if pattern.search(name)), "latin")


def _without_marks(name: str) -> str:
    """Small letters without apostrophes and short vowels of Arabic; parts of a name apart."""
    name = name[:_LONGEST_NAME].lower().replace("'", "").replace("’", "").replace("ʼ", "").replace("`", "")
    if name.isascii():
        return name
    name = re.sub(r"[\u064b-\u0652\u0640\u200c-\u200f]", "", name)
    return re.sub(r"[・·‧•＝=‐‑–]", "-", name)


def _plain(words: str) -> str:
    if words.isascii():
        return words
    from anyascii import anyascii

    spelled = _SMALL_KANA.sub(lambda match: _sound(match.group()), words)
    return anyascii(spelled).lower().replace("'", "").replace("`", "")


def _sound(kana: str) -> str:
    """Latin letters of kana that are read together."""
    from anyascii import anyascii

    if kana in _KANA:
        return _KANA[kana]
    if kana[-1] in _GLIDES:
        first: str = anyascii(kana[0])
        return _HUSHED.get(first, first[:-1] + "y") + _GLIDES[kana[-1]]
    if kana[0] in "ッっ":
        return str(anyascii(kana[1:]))
    return str(anyascii(kana))


def _in_syllables(name: str) -> list[tuple[str, ...]]:
    """Han and Hangul names divided into syllables, and behind the family name of one or two syllables."""
    from anyascii import anyascii

    def divided(places: tuple[int, ...]) -> tuple[str, ...]:
        def divide(match: re.Match[str]) -> str:
            syllables = _SYLLABLE.findall(anyascii(match.group()))
            cuts = places or tuple(range(1, len(syllables)))
            parts = ("".join(syllables[a:b]) for a, b in pairwise((0, *cuts, len(syllables))))
            return f" {' '.join(parts)} "

        return tuple(_LETTERS.findall(_plain(_SYLLABLES.sub(divide, name).lower())))

    longest = max((len(match) for match in _SYLLABLES.findall(name)), default=0)
    return [divided((1,)), divided((2,)), divided(())] if longest <= _LONGEST_EAST_ASIAN else []
