"""Digits that are no quantity: addresses, phone numbers, versions, model names, resolutions, list numbers, scores.

What is in a label is never counted; it is told by its surroundings, before anything else is asked of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from retold.checker.mentions import number_money
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_money import skip
from retold.checker.mentions.number_sums import Run

# The first character is one table, so that the search skips to it; what it was, and what may not stand before it, is
# looked up behind.
_CODES = re.compile(
    r"[+(0-9](?:(?<=[0-9])(?<!\w.)(?:(?<![.,-].)[0-9]{2}(?:[ -][0-9]{3})?-[0-9]{4}(?![\w-])"
    r"|(?<!/.)(?:(?<=2)4/7|(?<=9)/11|[0-9]{1,3}/[0-9]{1,4}(?:/[0-9]{1,4})?)(?![\w/]))"
    r"|(?<=\+)(?<![\w.,].)[0-9]{1,3}[ -]?\(?[0-9]{1,4}\)?(?:[ -]?[0-9]{2,4}){1,4}(?!\w)"
    r"|(?<=\()(?<![\w.,-].)[0-9]{3}\) ?[0-9]{3}-[0-9]{4}(?![\w-]))"
)
_URL = re.compile(r"(?:https?://|www\.)[^\s]{1,2000}")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})*")
_WORD_BEFORE = re.compile(r"((?:[^\W\d_]|[\u0900-\u0963]){1,20}|[№§#])\.? ?$")  # Devanagari vowel signs are no \w
_LETTERS = re.compile(r"[a-zªº\u00c0-\u052f]+")
_HYPHENED = re.compile(r"([^\W\d_]{1,15})-$")
_UNIT_LETTERS = "wvkm\u043a\u043c"  # the last two are Cyrillic
_LIST_MARK = re.compile(r"[.)][ \t]+[^\W\d]")

HIGHEST_SCORE = 200
"""No side of a match makes as many points."""


def spans(text: str) -> list[tuple[int, int]]:
    """Spans of addresses, phone numbers and set phrases in a folded text, in order."""
    patterns = [_CODES]
    if "://" in text or "www." in text:
        patterns.append(_URL)
    if "@" in text:
        patterns.append(_EMAIL)
    return sorted(match.span() for pattern in patterns for match in pattern.finditer(text))


def is_label(text: str, words: str, run: Run, lex: Lexicon) -> bool:
    """Whether a run of digits names something instead of counting it. `text` is folded, `words` is as written."""
    before = text[run.start - 1] if run.start else "\n"
    after = text[run.end] if run.end < len(text) else "\n"
    if (before in "#_№§@\\^" and before not in lex.symbols) or after in "_@\\^":
        return True
    if (
        _european(before)
        and not _currency_before(text, words, run, lex)
        and not lex.bound_before.before(text, run.start)
    ):
        return True
    if before == "+" and run.text.isdigit() and text[run.end : run.end + 1] not in "%°" and len(run.text) <= 3:
        return True  # a calling code
    if before == "-" and _hyphened(text, run, lex):
        return True
    if ":" in (before, after) and _clock(text, run, before):
        return True
    if before == "\n" and run.scale == 1 and run.coefficient < 100 and _LIST_MARK.match(text, run.end):
        return True
    if _european(after):
        lone = (
            run.text.isdigit()
            and words[run.end].isupper()
            and not words[run.end + 1 : run.end + 2].isalpha()
            and after not in _UNIT_LETTERS
        )
        if lone or not _known_tail(text, words, run, lex):  # 5G, 4K are no grams and kelvins
            return True
    return run.scale == 1 and _named(text, run, lex)


def _european(char: str) -> bool:
    return char.isalpha() and char < "\u0530"


def _currency_before(text: str, words: str, run: Run, lex: Lexicon) -> bool:
    head = text[max(0, run.start - 4) : run.start]
    letters = re.search(r"[^\W\d_]+$", head)
    return letters is not None and number_money.written_on(
        words[run.start - len(letters.group()) : run.start], run, lex
    )


def _hyphened(text: str, run: Run, lex: Lexicon) -> bool:
    """F-16 and COVID-19, but not under-18 or the second half of a range."""
    if text[max(0, run.start - 2) : run.start - 1] in tuple(lex.han.get("minus_after", "")):
        return False
    match = _HYPHENED.search(text[max(0, run.start - 16) : run.start])
    if match is None or not match.group(1).isalpha() or match.group(1) in lex.free_prefixes:
        return False
    letters = match.group(1)  # "5k-20k", "10km-15km": what is written on to both figures
    twice = text[run.start - len(letters) - 2 : run.start - len(letters) - 1].isdigit()
    return not (twice and (tail := _LETTERS.match(text, run.end)) and tail.group() == letters)


def _clock(text: str, run: Run, before: str) -> bool:
    place = run.start - 2 if before == ":" else run.end + 1
    return 0 <= place < len(text) and text[place].isdigit()


def _known_tail(text: str, words: str, run: Run, lex: Lexicon) -> bool:
    """Whether the letters written on to digits are an ordinal ending, a unit, a scale or a currency."""
    match = _LETTERS.match(text, run.end)
    if match is None:
        return False
    tail = match.group()
    if (
        tail in lex.suffixes
        or tail in lex.short_scales
        or tail in lex.words
        or words[run.end : match.end()] in lex.codes
    ):
        return True
    phrases = (lex.units, lex.currencies, lex.percent, lex.bound_after)
    return any(phrase.after(text, run.end) is not None for phrase in phrases) or not lex.known


def _named(text: str, run: Run, lex: Lexicon) -> bool:
    """Boeing 737, Resolution 1325, Route 66: a naming word stands before a plain whole number."""
    if run.others or not run.text.isdigit() or not lex.labels:
        return False
    before = text[max(0, run.start - 24) : run.start]
    bare = before.removesuffix("\n").removesuffix(" ").removesuffix(".")
    endings = _endings(lex.labels)
    if bare[-2:] not in endings and bare[-1:] not in endings:
        return False
    match = _WORD_BEFORE.search(before)
    return match is not None and match.group(1) in lex.labels and not measured(text, run.end, lex)


def measured(text: str, end: int, lex: Lexicon) -> bool:
    """Whether a unit of some letters follows a number: "auf der anderen Seite 40 km" is no page 40."""
    found = lex.units.after(text, skip(text, end))
    return found is not None and found[0] - end > 2 and text[end : found[0]].strip(" -") not in lex.ambiguous_units


@lru_cache(maxsize=None)
def _endings(labels: frozenset[str]) -> frozenset[str]:
    """The last two letters of the naming words: they tell nearly every other word apart at a glance."""
    return frozenset(label[-2:] for label in labels)
