"""Korean number words: when Sino-Korean syllables are a number, and the native numbers.

이 is "this" and a particle, 일 is "work" and "day", 사천 is a province: syllables are a number before a counter, with a
sign or percent, or as a word of their own that no other word is spelled like.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.mentions.number_han_grammar import Grammar
from retold.checker.mentions.number_lexicon import Lexicon, Value
from retold.checker.mentions.number_sums import Run

_DATED = re.compile(" ?(?:년|월|일(?:[이은을의]?(?![가-힣]))|개월)")
_THIS = "이"
_PARTS = ("tens", "ones", "ten", "rest", "one", "tens2", "ones2", "large", "one2")


def is_number(text: str, run: Run, counter: bool, lex: Lexicon, tables: Grammar) -> bool:
    """Whether a run of Sino-Korean syllables is a number. `counter`: a counter stands after it."""
    word = run.text
    has_digit = any(c in tables.signs.digits for c in word)
    has_multiplier = any(c in tables.signs.multipliers for c in word)
    spaced = text[run.end : run.end + 1] == " "
    if not has_multiplier:
        measure = lex.units.after(text, run.end + 1) or lex.currencies.after(text, run.end + 1) if spaced else None
        pointed = len(word) > 2 and "점" in word
        return pointed or (len(word) == 1 and word != _THIS and measure is not None and measure[0] - run.end > 2)
    if len(word) == 1:  # 백 명 and 백 번째, not 백인
        teens = word == "십" and text.startswith("대", run.end + spaced)
        return counter and not teens and (spaced or text.startswith("번째", run.end))
    if counter or (has_digit and _DATED.match(text, run.end)):
        return True
    at = run.end + 1 if spaced else run.end
    if lex.currencies.after(text, at) or lex.units.after(text, at):
        return True
    return tables.ends.match(text, run.end) is not None and (len(word) > 2 or has_digit or word[0] in "십백천")


def native(text: str, tables: Grammar) -> Iterator[Run]:
    """Native numbers: before a counter (스물다섯 명), or words of their own."""
    assert tables.native is not None
    for match in tables.native.finditer(text):
        if text.startswith(tables.idle_phrases, match.start()):  # 열대 (the tropics), 열차 (a train)
            continue
        run = Run(
            match.start(),
            match.end(),
            text=match.group(),
            counted=not (match["one2"] or match["large"] or match["tens2"]),
        )
        worth: Value
        if match["pair"]:  # 두세: two or three
            worth = tables.native_pairs[match["pair"]]
            run.high = worth + 1
        else:
            worth = _native_value(match, tables)
        dozen = tables.dozen.match(text, run.end)
        if dozen:
            worth, run.end = worth * tables.dozens[dozen["name"]], dozen.end()
        run.items, run.coefficient = [(worth, 0)], worth
        run.weak = worth == 1 or match["one2"] is not None
        yield run


def _native_value(match: re.Match[str], tables: Grammar) -> int:
    parts = [match[name] for name in _PARTS if match[name]]
    worth = sum(tables.natives.get(part) or tables.signs.multipliers[part] for part in parts)
    hundreds = match["hundreds"]
    if hundreds:
        count = tables.signs.digits[hundreds[0]] if len(hundreds) > 1 else 1
        worth += count * tables.signs.multipliers[hundreds[-1]]
    return worth
