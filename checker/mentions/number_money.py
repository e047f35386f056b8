"""Money: the currency before or behind a figure, by sign, code or name, and the scale that may stand behind it.

"$5", "A$ 5", "Rs. 500", "USD 50", "50 USD", "75 USD million", "120 MEUR", "R$ 5 mil", "12 kr".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from retold.checker.mentions.number_lexicon import SCALE, Lexicon, Value
from retold.checker.mentions.number_phrases import Phrases
from retold.checker.mentions.number_sums import Run

_SIGNS = "$€£¥₽₴₺₹₩₪₫฿₱₦₵₡₲₭₸₮₾₼֏៛৳₨﷼₤₧"
_LETTER = r"[^\W\d_]"
_BEFORE = re.compile(
    rf"(?:(?<!{_LETTER})[a-z]{{0,3}}\.?([{_SIGNS}])(?:[a-z]{{2}}(?!{_LETTER}))?|(?<!{_LETTER})[a-z]{{1,4}}\.?) ?$"
)
_AFTER = re.compile(rf" ?(?:[a-z]{{0,3}}[{_SIGNS}](?:[a-z]{{2}}(?!{_LETTER}))?|zł(?!{_LETTER}))")
_CODE_AFTER = re.compile(rf" ?([MKTk]?)([A-Z]{{3}})(?!{_LETTER})")
_WORD = re.compile(r" ([^\W\d_]+)")
_OF = re.compile(r"[ -]([^\W\d_]+)")
_LONGEST_BEFORE = 7

COINS = {"cent": 100, "penny": 100, "kopeck": 100, "sen": 100, "paisa": 100, "pfennig": 100, "fen": 100, "jiao": 10}
"""Coins, and how many of them make one of the larger unit."""

_SCALES: dict[str, Value] = {"": 1, "m": 10**6, "k": 1000, "t": 1000}
_LEAST_SCALE = 1000


class Money(NamedTuple):
    """A currency beside a figure: ISO 4217 code or coin, the span with the figure, what its amount is multiplied by."""

    unit: str
    start: int
    end: int
    factor: Value = 1


def before(text: str, words: str, run: Run, floor: int, lex: Lexicon) -> Money | None:
    """The currency that stands before a figure; `floor` is where the figure before ends."""
    at = run.start - 2 if text[run.start - 1 : run.start] == " " else run.start - 1
    if at < 0 or (words[at].islower() and text[at] not in _last_letters(lex)):  # nearly always a word
        return None
    match = _BEFORE.search(text[max(0, run.start - _LONGEST_BEFORE) : run.start])
    if match is None:
        return None
    start = run.start - len(match.group())
    name = match.group().strip()
    bare = name.rstrip(".")
    sign = match[1] or ""
    if start < floor:
        if not sign:
            return None
        start = run.start - len(match.group()) + match.group().index(sign)
        if start < floor or text[run.start - 1] == " ":  # "10 $ 30 $": the sign is that of the first sum
            return None
        bare = sign
    if sign:
        unit = lex.symbols.get(bare.replace(".", ""))
        if unit is None:
            unit, start = lex.symbols.get(sign), start + match.group().index(sign)
        return Money(unit, start, run.end) if unit else None
    written = words[start : start + len(bare)]
    if bare in lex.symbols and (len(bare) > 1 or _large(run, written)):
        return Money(lex.symbols[bare], start, run.end)
    if written in lex.codes_after and _large(run, written):  # "TRY 53,316", never "COP 29"
        return Money(written, start, run.end)
    return _code(written, start, run.end, lex.codes)


@lru_cache(maxsize=None)
def _last_letters(lex: Lexicon) -> frozenset[str]:
    """The letters that symbols end in; codes are in capitals."""
    return frozenset(symbol[-1] for symbol in lex.symbols)


@lru_cache(maxsize=None)
def _of_heads(lex: Lexicon) -> frozenset[str]:
    """How the words for "of" begin."""
    return frozenset(word[:2] for word in lex.of)


def _large(run: Run, written: str) -> bool:
    """Whether letters that mean more before a figure are a currency there: "R1,200", "R50 million", never "R2"."""
    return written.isupper() and (run.scale >= _LEAST_SCALE or "," in run.text or "." in run.text)


def written_on(written: str, run: Run, lex: Lexicon) -> bool:
    """Whether the letters that a figure is written on to are a currency: "SEK500", "Rs500", "TRY53,316"."""
    if written in lex.codes:
        return True
    if len(written) == 1 or written in lex.codes_after:
        return _large(run, written) and (written in lex.codes_after or written.lower() in lex.symbols)
    return written.lower() in lex.symbols


def _code(written: str, start: int, end: int, codes: frozenset[str]) -> Money | None:
    """ "SEK 50", but never "sek 50"; "MSEK 50" is 50 million."""
    if written in codes:
        return Money(written, start, end)
    if len(written) == 4 and written[0] in "MKT" and written[1:] in codes:
        return Money(written[1:], start, end, _SCALES[written[0].lower()])
    return None


def after(text: str, words: str, run: Run, end: int, lex: Lexicon) -> Money | None:
    """The currency sign or code right behind a figure."""
    sign = _AFTER.match(text, end)
    if sign is not None and not (text[end] == " " and text[sign.end() : sign.end() + 1].isdigit()):
        name = sign.group().strip()
        unit = lex.symbols.get(name) or next((lex.symbols[char] for char in name if char in lex.symbols), None)
        if unit is not None:
            return Money(unit, run.start, sign.end())
    code = _CODE_AFTER.match(words, end)
    if code is not None and (code[2] in lex.codes or code[2] in lex.codes_after):
        return Money(code[2], run.start, code.end(), _SCALES[code[1].lower()])
    return None


def sign_follows(text: str, at: int, lex: Lexicon) -> bool:
    """Whether a currency sign or name stands behind a letter that may mean a scale: "12 M€"."""
    return _AFTER.match(text, at) is not None or named(lex.currencies, text, skip(text, at), lex) is not None


def scaled(text: str, run: Run, money: Money, lex: Lexicon) -> Money:
    """The same with a scale word behind the currency: "75 USD million", "75 USD millones"."""
    if run.scale != 1 or not run.digits:
        return money
    match = _WORD.match(text, money.end)
    kind, value = lex.words.get(match[1], ("", 0)) if match else ("", 0)
    if match is None or kind != SCALE or value < _LEAST_SCALE:
        return money
    return money._replace(end=match.end(), factor=money.factor * value)


def named(phrases: Phrases, text: str, at: int, lex: Lexicon) -> tuple[int, str] | None:
    """A name right behind the figure; one "of" may stand between ("un millón de dólares")."""
    found = phrases.after(text, at)
    if found is None and (further := behind_of(text, at, lex)):
        found = phrases.after(text, further)
    return found


def behind_of(text: str, at: int, lex: Lexicon) -> int:
    """The place behind an "of" that stands at `at`; 0 when none does."""
    heads = _of_heads(lex)
    if text[at : at + 2] not in heads and text[at : at + 1] not in heads:
        return 0
    match = _OF.match(text, at - 1) if at else None
    return skip(text, match.end()) if match and match.group(1) in lex.of else 0


def skip(text: str, place: int) -> int:
    """The place behind one space, hyphen or apostrophe."""
    return place + 1 if text[place : place + 1] in (" ", "-", "'") and place + 1 < len(text) else place
