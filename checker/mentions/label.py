"""Digits that name something: Boeing 737, F-16, COVID-19, Resolution 1325, flight MH370, +44 20 7946 0000; and scores.

Digits with a mark between them, which are no figures either, are labels too: 180x220 (a size), 90+4 (a minute of play),
2658/1 (a house).

A label is compared as a name, never as a quantity: what the digits belong to (its `family`) and the digits as written.
What is found here is left out of the figures by `number_labels`, which looks at the same surroundings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language, mentions
from retold.checker.language import Language
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.number_labels import HIGHEST_SCORE, measured
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import Phrases, fold
from retold.checker.model import Article, Mention

_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_DIGITS = re.compile(r"[0-9]+(?:[.:/–-][0-9]+)*")
_LETTERS = re.compile(r"([a-z\u00c0-\u052f]{1,12})(-?)$")
_TAIL = re.compile(r"[a-z][a-z0-9]{0,3}(?![^\W_])")
_SCORE = re.compile(r"([0-9]{1,3})[-–:]([0-9]{1,3})")
_PHONE = re.compile(r"\+[0-9]{1,3}(?:[ ()./-]{0,2}[0-9]{1,4}){2,6}(?![0-9])|[0-9]{3}-[0-9]{3}-[0-9]{4}(?![0-9-])")
_WORD_BEFORE = re.compile(r"(?<![^\s(\"“«„-])([^\s\d(\"“«„№#.,;:-]{1,20})\.? ?(?:№ ?|# ?)?$")
_UNSPACED = "\u2e80"
"""From here on characters belong to scripts that write without spaces."""

_SIZE = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,2})?(?:[xх][0-9]{1,5}(?:[.,][0-9]{1,2})?){1,2}(?![^\W_])")
_MINUTE = re.compile(r"(?:45|90|105|120)\.?'? ?\+ ?([0-9]{1,2})(?![0-9])")
_PARTED = re.compile(r"([0-9]{3,4}|1[3-9]|2[0-35-9]|[3-9][0-9])/[0-9]{1,4}(?![\w/%°-])")  # not 24/7
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_GENERATION = re.compile(r"[2-7]")
_AHEAD = 20
"""Characters before or behind the digits in which the word stands that says what they name."""


@dataclass(frozen=True, kw_only=True)
class Label(Mention):
    """Digits with what they name.

    kind: label or score. value: "boeing 737", "f 16", "phone 442079460000"; a score as "3-1", in the order written.
    family: what the number is one of, in Latin letters, the same in all languages; empty for a score.
    number: the digits as written ("737-800").
    whole: whether all digits of the number must agree ("180x220"), not only those that both sides give.
    """

    family: str = ""
    number: str = ""
    whole: bool = False


def extract(article: Article, language: Language) -> list[Mention]:
    """The labels and scores of an article in text order, dates and times left out."""
    text, folded, lex = article.text, fold(article.text), lexicon(language)
    dates = [(mention.start, mention.end) for mention in mentions.of(article, "date")]
    starts = [start for start, _ in dates]
    found: list[Mention] = []
    end = 0
    for match in _DIGITS.finditer(folded):
        if match.start() < end:
            continue
        at = bisect_right(starts, match.start()) - 1
        dated = at >= 0 and match.start() < dates[at][1]
        label = _label(folded, text, match, dated, lex, language)
        if label is not None:
            found.append(label)
            end = label.end
    return found


def _label(folded: str, text: str, match: re.Match[str], dated: bool, lex: Lexicon, language: Language) -> Label | None:
    start, end, token = match.start(), match.end(), match.group()
    before = folded[start - 1] if start else "\n"
    phone = _PHONE.match(folded, start - 1 if before == "+" else start) if before == "+" or len(token) == 12 else None
    if phone is not None:
        return _named("phone", re.sub(r"\D", "", phone.group()), text, phone.start(), phone.end())
    marked = _marked(folded, text, start, dated)
    if marked is not None:
        return marked
    if (before.isalpha() and before < "\u0530") or before == "-" or (lex.han and _apart(folded, text, start)):
        return _lettered(folded, text, start, end, token, lex, language)
    if token[-1:] and folded[end : end + 1] == "g" and _generation(text, token, end):
        return _named("g", token, text, start, end + 1)
    if dated:
        return None
    score = _SCORE.fullmatch(token)
    if score is not None and _is_score(folded, text, score, start, end):
        return Label(kind="score", start=start, end=end, text=text[start:end], value="-".join(score.groups()))
    return _worded(folded, text, start, end, token, lex, language)


def _named(family: str, number: str, text: str, start: int, end: int, whole: bool = False) -> Label:
    said, value = text[start:end], f"{family} {number}"
    return Label(kind="label", start=start, end=end, text=said, value=value, family=family, number=number, whole=whole)


def _marked(folded: str, text: str, start: int, dated: bool) -> Label | None:
    """Digits with a letter x, a plus or a slash between them: 180x220, 90+4, 2658/1."""
    if start and (_joins(folded[start - 1]) or folded[start - 1] in "/.,+-$€£:_#"):
        return None
    size = _SIZE.match(folded, start)
    if size is not None:
        return _named("size", "x".join(_PLAIN.findall(size.group())), text, start, size.end(), whole=True)
    minute = _MINUTE.match(folded, start)
    if minute is not None:
        return _named("minute", "+".join(_PLAIN.findall(minute.group())), text, start, minute.end(), whole=True)
    parted = None if dated else _PARTED.match(folded, start)
    if parted is None or _YEAR.fullmatch(parted.group(1)):  # 2020/21 is a season
        return None
    return _named("parted", parted.group(), text, start, parted.end(), whole=True)


def _apart(folded: str, text: str, start: int) -> bool:
    """Whether a lone capital stands before digits and a space: "A 2", as some write between Chinese characters."""
    letter = text[start - 2 : start - 1]
    return (
        start > 1
        and folded[start - 1] == " "
        and letter.isascii()
        and letter.isupper()
        and not (start > 2 and folded[start - 3].isascii() and folded[start - 3].isalnum())
    )


def _generation(text: str, token: str, end: int) -> bool:
    """5G, the network; not 5 g."""
    return text[end] == "G" and _GENERATION.fullmatch(token) is not None and not text[end + 1 : end + 2].isalnum()


def _lettered(folded: str, text: str, start: int, end: int, token: str, lex: Lexicon, tongue: Language) -> Label | None:
    """F-16, MiG-29, A380, COVID-19: letters with a capital among them, tied to digits that are no year."""
    apart = folded[start - 1] == " "
    match = _LETTERS.search(folded, max(0, start - 14), start - apart)
    if match is None or _YEAR.fullmatch(token) or "." in token or ":" in token or "/" in token:
        return None
    letters, first = match.group(1), match.start()
    if first and (_joins(folded[first - 1]) or folded[first - 1] in "-_/@."):
        return None
    written = text[first : first + len(letters)]
    if written.islower() or letters in lex.free_prefixes or letters in lex.symbols or letters.upper() in lex.codes:
        return None
    glued = written.isupper() and not match.group(2)  # "A4" has nothing to do with "a"
    if len(letters) > 1 and letters in lex.words and not glued:
        return None
    if folded[end : end + 1] in ("%", "°") or (not match.group(2) and len(letters) > 6):
        return None
    tail = _TAIL.match(folded, end)
    if tail is not None:  # H5N1
        token, end = token + tail.group(), tail.end()
    family = _words(tongue)[0].find(letters) or "".join(ascii_words(letters))
    return _named(family, token, text, first, end) if family else None


def _joins(char: str) -> bool:
    """Whether a character belongs to the word beside it: a letter or digit, in a script with spaces."""
    return char.isalnum() and char < _UNSPACED


def _is_score(folded: str, text: str, score: re.Match[str], start: int, end: int) -> bool:
    """Whether two figures tied by a mark are a score: 3-1, 3:1; not a range, a time, a scale or a code."""
    one, two = int(score.group(1)), int(score.group(2))
    before, after = folded[start - 1 : start], folded[end : end + 1]
    compound = after == "-" and ":" in score.group() and folded[end + 1 : end + 2].isalpha()  # "der 2:0-Endstand"
    if max(one, two) >= HIGHEST_SCORE or before in tuple("-–/.:,+*#$€£"):
        return False
    if after in tuple("-–/:%°*$€£") and not compound:
        return False
    if any(map(_joins, before + after)):
        return False
    if ":" in score.group():  # 12:30 and 1:100 are a time and a scale
        clock = len(score.group(2)) == 2 and one < 25 and two < 60
        return not clock and max(one, two) < 100
    return one > two or (one == two and one < 10)


def _worded(folded: str, text: str, start: int, end: int, token: str, lex: Lexicon, tongue: Language) -> Label | None:
    """Boeing 737-800, Resolution 1325, 1325号决议: a word before or behind that says what the digits name."""
    before, after, around = _words(tongue)
    number = token.rstrip(".:/–-")
    if ":" in number or "." in number or measured(folded, end, lex):
        return None
    if start and folded[start - 1 - (folded[start - 1] == " ")] == "№":
        return _named("number", number, text, folded.rindex("№", 0, start), end)
    found = before.before(folded, start) if not before.spaced else _word_before(folded, start, before, lex)
    if found is not None:
        return _named(found[1], number, text, found[0], end)
    behind = after.after(folded, end + 1 if folded[end : end + 1] == " " else end) if after is not None else None
    if behind is not None:
        return _named(behind[1], number, text, start, behind[0])
    for (ahead, closing), family in around.items():  # 第3号
        if folded.startswith(closing, end) and folded.endswith(ahead, 0, start):
            return _named(family, number, text, start - len(ahead), end + len(closing))
    return None


def _word_before(folded: str, start: int, words: Phrases, lex: Lexicon) -> tuple[int, str] | None:
    """The word right before a place, with what it names: "Resolution 1325", "art. 5","""
    match = _WORD_BEFORE.search(folded, max(0, start - _AHEAD), start)
    if match is None:
        return None
    word = match.group(1)
    family = words.find(word) or next((words.find(word[len(p) :]) for p in lex.prefixes if word.startswith(p)), None)
    if family is None and folded[match.end(1)] == ".":  # "No. 5", for "no" says nothing without its mark
        family = words.find(f"{word}.")
    return (match.start(1), family) if family else None


@lru_cache(maxsize=None)
def _words(tongue: Language) -> tuple[Phrases, Phrases | None, Mapping[tuple[str, str], str]]:
    """What stands before a number, behind it and on both sides of it to say what it names, each with its family."""
    tables = [language.load("und").section("numbers"), tongue.section("numbers")]
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    around: dict[tuple[str, str], str] = {}
    for table in tables:
        for family, words in table.get("designations", {}).items():
            before |= {word: family for word in words if "~" not in word}
            around |= {(each[0], each[2]): family for word in words if (each := word.partition("~"))[0] and each[2]}
            after |= {word[1:].strip(): family for word in words if word.startswith("~")}
    spaced = tongue.spaced and not tongue.section("numbers").get("script")
    return Phrases(before, spaced), Phrases(after, spaced) if after else None, around
