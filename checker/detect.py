"""Which language a text is in.

Three steps, each asked only when the one before it could not tell: the script, where a script belongs to one
language; the most frequent words, which settle most paragraphs; the py3langid model, whose loading costs half a
second. A fragment of fewer than five words is told by its script or not at all: below that the model guesses.
"""

from __future__ import annotations

import copy
import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from retold.checker import language
from retold.checker.detect_words import FREQUENT

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

SAMPLE = 5000
"""Code points of a text that are looked at."""

FEWEST_WORDS = 5
FEWEST_LETTERS = 10
"""Below this many words (letters, in scripts without spaces) only the script is asked."""

LANGUAGES = (
    "ar de en es fr hi it nl pl pt ru tr uk af az be bg ca cs cy da eo et eu fa fi ga gl hr hu id is kk ku ky lb lt lv "
    "mk mn mr ms mt ne no ps ro sk sl so sq sr sv sw tg tk tl tt ug ur uz vi"
).split()
"""What the model may answer, for texts in the scripts that many languages share; its tiny languages are the usual wrong
answers for short texts."""

_RANGES = (
    (0x0041, 0x024F, "Latn"), (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"), (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"), (0x0600, 0x06FF, "Arab"), (0x0750, 0x077F, "Arab"), (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"), (0x0A00, 0x0A7F, "Guru"), (0x0A80, 0x0AFF, "Gujr"), (0x0B80, 0x0BFF, "Taml"),
    (0x0C00, 0x0C7F, "Telu"), (0x0C80, 0x0CFF, "Knda"), (0x0D00, 0x0D7F, "Mlym"), (0x0D80, 0x0DFF, "Sinh"),
    (0x0E00, 0x0E7F, "Thai"), (0x0E80, 0x0EFF, "Laoo"), (0x1000, 0x109F, "Mymr"), (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"), (0x1200, 0x137F, "Ethi"), (0x1780, 0x17FF, "Khmr"), (0x1E00, 0x1EFF, "Latn"),
    (0x3040, 0x30FF, "Kana"), (0x3400, 0x4DBF, "Hani"), (0x4E00, 0x9FFF, "Hani"), (0xAC00, 0xD7AF, "Hang"),
    (0xF900, 0xFAFF, "Hani"), (0xFB50, 0xFDFF, "Arab"), (0xFE70, 0xFEFF, "Arab"), (0xFF21, 0xFF5A, "Latn"),
    (0xFF66, 0xFF9D, "Kana"),
)  # fmt: skip

_ONE_LANGUAGE = {
    "Hang": "ko", "Kana": "ja", "Hani": "zh", "Thai": "th", "Grek": "el", "Hebr": "he", "Armn": "hy", "Geor": "ka",
    "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Sinh": "si",
    "Laoo": "lo", "Mymr": "my", "Khmr": "km", "Ethi": "am",
}  # fmt: skip
"""Scripts that settle the language."""

_LIKELIEST = {**_ONE_LANGUAGE, "Deva": "hi"}
"""What a fragment too short for more is in, by its script."""

_DENSE = frozenset({"Kana", "Hani", "Hang"})
_UNSPACED = frozenset({"Kana", "Hani", "Thai", "Laoo", "Mymr", "Khmr"})
_SCRIPT_OF = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug"), "Arab"),
    **dict.fromkeys(("hi", "mr", "ne"), "Deva"),
    **dict.fromkeys(("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "ba", "tt"), "Cyrl"),
}
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f'’])*")

DECISIVE_SHARE = 0.15
"""Share of all words that must be a language's frequent words for them to settle it."""

DECISIVE_MARGIN = 2.0
"""How many times as much they must weigh as the next language's."""

DECISIVE_WORDS = 25
"""Words from which on frequent words may settle the language of a whole text."""


def detect(text: str) -> str:
    """The BCP 47 tag of a text's language, `und` when it cannot be told. Looks at the first 5,000 code points."""
    sample = text[:SAMPLE]
    scripts = _scripts(sample)
    if not scripts:
        return "und"
    script = _main_script(scripts)
    words = _WORD.findall(sample.lower())
    if not _is_enough(script, scripts, words):
        return _LIKELIEST.get(script, "und")
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script]
    if script == "Zyyy":
        return "und"
    return _by_words(words, DECISIVE_WORDS) or _by_model(_for_model(sample), None)[0]


def detect_segment(text: str, candidates: Collection[str]) -> tuple[str, float] | None:
    """Which of some languages one segment is in, and how sure that is (0-1); None when it is too short to tell.

    `candidates` are BCP 47 tags. A script that no candidate is written in is answered, too: (`ko`, 1.0).
    """
    sample = text[:SAMPLE]
    scripts = _scripts(sample)
    if not scripts:
        return None
    script = _main_script(scripts)
    words = _WORD.findall(sample.lower())
    if not _is_enough(script, scripts, words):
        return None
    if script not in _DENSE and scripts[script] < 0.7 * sum(scripts.values()):
        return None
    if script in _ONE_LANGUAGE:
        return _ONE_LANGUAGE[script], 1.0
    fitting = _fitting(tuple(candidates), script)
    if not fitting:
        return _by_model(_for_model(sample), None)
    by_words = _by_words(words, FEWEST_WORDS, only=fitting)
    if by_words:
        return by_words, 0.99
    return _by_model(_for_model(sample), fitting if len(fitting) > 1 else None)


@lru_cache(maxsize=64)
def _fitting(candidates: tuple[str, ...], script: str) -> tuple[str, ...]:
    """The candidates that are written in a script and that the model knows, sorted."""
    bases = sorted({language.base(tag) for tag in candidates})
    return tuple(code for code in bases if script_of(code) == script and code in LANGUAGES)


def script_of(code: str) -> str:
    """The script (ISO 15924) that a language of ours is written in; kana stands for Japanese."""
    by_language = {tag: script for script, tag in _ONE_LANGUAGE.items()}
    return _SCRIPT_OF.get(code) or by_language.get(code, "Latn")


def _scripts(text: str) -> Counter[str]:
    """Letters by script."""
    counts: Counter[str] = Counter()
    if text.isascii():
        letters = sum(map(str.isalpha, text))
        return Counter({"Latn": letters}) if letters else counts
    for character, number in Counter(text).items():
        if character.isalpha():
            counts[_script(ord(character))] += number
    return counts


@lru_cache(maxsize=4096)
def _script(code: int) -> str:
    return next((name for first, last, name in _RANGES if first <= code <= last), "Zyyy")


def _main_script(scripts: Counter[str]) -> str:
    """The script with most to say: an ideograph, kana or syllable weighs as much as three letters, for names in Latin
    letters stand among them. A tenth of kana among ideographs makes them Japanese."""
    dense = {name: scripts[name] for name in sorted(_DENSE) if scripts[name]}
    script = max(sorted(scripts), key=scripts.__getitem__)
    if 3 * sum(dense.values()) > scripts[script]:
        script = max(dense, key=dense.__getitem__)
    if script == "Hani" and scripts["Kana"] * 10 >= scripts["Hani"]:
        return "Kana"
    return script


def _is_enough(script: str, scripts: Counter[str], words: list[str]) -> bool:
    if script in _UNSPACED:
        return scripts[script] >= FEWEST_LETTERS
    return len(words) >= FEWEST_WORDS


def _by_words(words: list[str], fewest: int, only: Collection[str] = ()) -> str | None:
    """The language whose frequent words are many among these, and tell far more than any other language's."""
    if len(words) < fewest:
        return None
    found = frequent_words(words)
    if not found:
        return None
    best, count, weight = found[0]
    runner_up = found[1][2] if len(found) > 1 else 0.0
    if only and (best not in only or count < 3):
        return None
    enough = count >= max(2.0, DECISIVE_SHARE * len(words)) and weight >= DECISIVE_MARGIN * runner_up
    return best if enough else None


def frequent_words(words: Iterable[str]) -> list[tuple[str, int, float]]:
    """Languages by their frequent words among words in small letters: (tag, how many, what they weigh), heaviest first.

    A word that is frequent in three languages weighs a third for each.
    """
    found: Counter[str] = Counter()
    weight: dict[str, float] = {}
    for word, number in Counter(words).items():
        codes = _languages_of().get(word, ())
        for code in codes:
            found[code] += number
            weight[code] = weight.get(code, 0.0) + number / len(codes)
    return sorted(((code, found[code], weight[code]) for code in weight), key=lambda item: (-item[2], item[0]))


@lru_cache(maxsize=1)
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Frequent word -> the languages it is frequent in."""
    table: dict[str, list[str]] = {}
    for code, words in FREQUENT.items():
        for word in set(words.split()):
            table.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in table.items()}


def _for_model(sample: str) -> str:
    """Addresses, handles and figures tell nothing of the language."""
    return re.sub(r"https?://\S+|www\.\S+|\S+@\S+|[@#]\w+|\d+", " ", sample)


def _by_model(sample: str, candidates: tuple[str, ...] | None) -> tuple[str, float]:
    if not sample.strip():
        return "und", 0.0
    code, sure = _model(candidates or tuple(LANGUAGES)).classify(sample)
    return str(code), float(sure)


@lru_cache(maxsize=64)
def _model(languages: tuple[str, ...]) -> LanguageIdentifier:
    """The model restricted to some languages. Source: py3langid (BSD-3), a naive Bayes model over byte n-grams."""
    restricted = copy.copy(_whole_model())
    restricted.set_languages(list(languages))
    return restricted


@lru_cache(maxsize=1)
def _whole_model() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
