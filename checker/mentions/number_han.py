"""Chinese, Japanese and Korean numerals: 三万五千, 1.1万, 55억, 이십, 세 명, 三分之二.

Characters for numbers are also words and parts of words (一 in 一些, 이 "this", 四川), so a numeral counts only when it
starts with digits, when it is built from digit and multiplier, or when a counter follows it. The characters and the
counters are data of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from retold.checker.mentions.number_digits import DIGITS, VULGAR, read
from retold.checker.mentions.number_digits import share as fraction
from retold.checker.mentions.number_lexicon import Lexicon, Value, number
from retold.checker.mentions.number_sums import Run

_LONGEST = 40  # characters of a numeral
_HALVES = "".join(VULGAR)
_OVER = "多余餘来來여"
_DOTTED = re.compile(
    r"(?<![0-9・.])[0-9]{1,4}・[0-9]{1,3}(?![0-9・])|(?<!・)[〇一二三四五六七八九]・[〇一二三四五六七八九](?!・)"
)
_HEAD = re.compile(DIGITS)
_HANGUL = re.compile(r"[\uac00-\ud7a3]")


@dataclass(frozen=True)
class _Grammar:
    trigger: re.Pattern[str]
    number: re.Pattern[str]
    share: re.Pattern[str]
    upward: re.Pattern[str]
    counter: re.Pattern[str]
    native: re.Pattern[str] | None
    digits: Mapping[str, int]
    multipliers: Mapping[str, int]
    words: Mapping[str, int]
    fractions: Mapping[str, Value]
    vague: tuple[str, ...]
    no_figure: tuple[str, ...]
    idle: frozenset[str]
    hangul: bool
    dot: bool
    measures: tuple[str, ...]
    short_tail: bool


@lru_cache(maxsize=None)
def _grammar(lex: Lexicon) -> _Grammar:
    data = lex.han
    digits, multipliers = data["digits"], data["multipliers"]
    h, m = "".join(digits), "".join(multipliers)
    hangul, over = data["script"] == "ko", data.get("over", "")
    edge = r"(?<![\uac00-\ud7a3])" if hangul else ""
    fractions = "|".join(map(re.escape, data.get("fractions", {}))) or "(?!)"
    # 千瓦 (kilowatt) begins with a thousand that multiplies nothing.
    heads = f"(?!{'|'.join(data['unit_heads'])})" if data.get("unit_heads") else ""
    digits_then = rf"{DIGITS}(?:[{over}]? ?(?=[{m}]))?"
    inside = (
        rf"{heads}(?:(?<![0-9])[{h}]|[{m}])"  # 三, 万
        rf"|(?<=[{h}{m}])[点點](?=[{h}])"  # 三点五
        rf"|(?<=[{m}])[{over}](?=[{m}])"  # 十余万
        rf"|(?<=[{m}]) ?{DIGITS}(?=[{m}])|(?<=[{m}]){DIGITS}"  # 4천 820만, 2万5000
        rf"|(?<=[{m}]) (?=[{h}]?[{m}])"  # 7천 5백만
    )
    numeral = rf"[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/])|{DIGITS}[{_HALVES}]|(?:{digits_then}|{edge}[{h}{m}])(?:{inside})*"
    counters = "|".join(sorted(map(re.escape, data.get("counters", ())), key=len, reverse=True))
    native = None
    words = dict(data.get("native", {}))
    if words:
        tens = "|".join(word for word, value in words.items() if value >= 10)
        ones = "|".join(word for word, value in words.items() if value < 10)
        native = re.compile(
            rf"(?<![\uac00-\ud7a3])(?:(?P<tens>{tens})(?P<ones>{ones})?|(?P<one>{ones}))(?= ?(?:{counters}))"
        )
    return _Grammar(
        trigger=re.compile(f"[0-9{h}{m}{_HALVES}{re.escape(''.join(word[0] for word in data.get('fractions', {})))}]"),
        number=re.compile(rf"{fractions}|[{''.join(VULGAR)}]|{numeral}"),
        upward=re.compile(rf"[到至~-](?=[{h}{m}])"),
        share=re.compile(r"(?:分之|分の|분의 ?)"),
        counter=re.compile(rf" ?[{over}]?(?:{counters})"),
        native=native,
        digits=digits,
        multipliers=multipliers,
        words=words,
        fractions={word: number(value) for word, value in data.get("fractions", {}).items()},
        no_figure=tuple(data.get("no_figure_before", ())),
        vague=tuple(data.get("vague", ())),
        idle=frozenset(data.get("idle", ())),
        hangul=hangul,
        dot="dot_measures" in data,
        measures=tuple(data.get("dot_measures", ())),
        short_tail=bool(data.get("short_tail", False)),
    )


def runs(text: str, lex: Lexicon) -> Iterator[Run]:
    """The numbers of a folded text in one of the three languages, in order."""
    grammar = _grammar(lex)
    if grammar.dot and "・" in text:
        text = _pointed(text, lex, grammar)
    found = _numerals(text, lex, grammar)
    if grammar.native is not None:
        found = iter(sorted([*found, *_native(text, grammar)], key=lambda run: run.start))
    last_end = 0
    for run in found:
        if run.start >= last_end:
            last_end = run.end
            yield run


def _pointed(text: str, lex: Lexicon, grammar: _Grammar) -> str:
    """The text with a decimal point for the dot of ２・５メートル and 二・五倍; 1・2位 are two places and stay so."""

    def point(match: re.Match[str]) -> str:
        at = match.end()
        measured = any(p.after(text, at) for p in (lex.units, lex.percent, lex.currencies))
        if not measured and not text.startswith((*grammar.measures, *grammar.multipliers), at):
            return match.group()
        return match.group().replace("・", "." if match.group()[0].isascii() else "点")

    return _DOTTED.sub(point, text)


def counter_end(text: str, place: int, lex: Lexicon) -> int:
    """Where the counter that stands at a place ends; the place itself when there is none."""
    match = _grammar(lex).counter.match(text, place)
    return match.end() if match else place


def _numerals(text: str, lex: Lexicon, grammar: _Grammar) -> Iterator[Run]:
    place = 0
    while hit := grammar.trigger.search(text, place):
        match = grammar.number.match(text, hit.start())
        place = match.end() if match else hit.end()
        if match is None:
            continue
        share = grammar.share.match(text, place)
        if share and (below := grammar.number.match(text, share.end())):
            place = below.end()
            run = _share(match, below, lex, grammar)
            if run is not None:
                yield run
                continue
            place = share.end()
            continue
        run = _run(text, match, lex, grammar)
        if run is not None:
            yield run


def _share(first: re.Match[str], second: re.Match[str], lex: Lexicon, grammar: _Grammar) -> Run | None:
    """三分之二, 3分の2, 3분의 2; 百分之五 is a percentage and is left to the percent phrases."""
    below, above = _value(first.group(), lex, grammar), _value(second.group(), lex, grammar)
    if not below or above is None or isinstance(below, Decimal):
        return None
    run = Run(first.start(), second.end(), text=first.group())
    if below == 100:
        run.start = second.start()
        run.items = [(above, 0)]
        run.coefficient, run.digits, run.weak = above, second.group()[0].isascii(), False
        return run
    run.items = [(fraction(above, below), 0)]
    run.fraction, run.weak = True, False
    return run


def _run(text: str, match: re.Match[str], lex: Lexicon, grammar: _Grammar) -> Run | None:
    word = match.group().rstrip()
    run = Run(match.start(), match.start() + len(word), text=word)
    if word in grammar.fractions or word in VULGAR:
        run.items = [(grammar.fractions[word] if word in grammar.fractions else VULGAR[word], 0)]
        run.fraction = True
        return run
    if not word[0].isascii() and not _is_number(text, run, lex, grammar):
        return None
    if "/" in word:
        return _slashed(run)
    if text.startswith(grammar.no_figure, run.end):
        return None
    value = _value(word.rstrip(_HALVES), lex, grammar)
    if value is None:
        return None
    run.items = [(value, 0)]
    if word[-1] in VULGAR:  # 14½
        run.items.append((VULGAR[word[-1]], 0))
    run.digits = word[0].isascii()
    head = _HEAD.match(word)
    reading = read(head.group(), lex.decimal) if head else None
    run.others = reading[1] if reading and head and head.end() == len(word) else ()
    run.coefficient = reading[0] if reading else value
    run.scale = max((grammar.multipliers.get(c, 1) for c in word), default=1)
    run.weak = not run.digits and value in (0, 1)
    run.counted = bool(grammar.counter.match(text, run.end))
    return run


def _slashed(run: Run) -> Run | None:
    """1/5 as a fraction; 24/7 and 50/50 are none."""
    above, below = (int(part) for part in run.text.split("/"))
    if not 0 < above < below <= 16:
        return None
    run.items = [(fraction(above, below), 0)]
    run.fraction = True
    return run


def _is_number(text: str, run: Run, lex: Lexicon, grammar: _Grammar) -> bool:
    """Whether characters that may be words are a number here."""
    word = run.text
    if word in grammar.idle or text[: run.start].endswith(grammar.vague):
        return False
    counter = bool(grammar.counter.match(text, run.end)) or text[max(0, run.start - 1) : run.start] in ("第", "제")
    has_digit, has_multiplier = any(c in grammar.digits for c in word), any(c in grammar.multipliers for c in word)
    if lex.percent.after(text, run.end):  # 百パーセント, 七〇％
        return True
    if has_multiplier and not has_digit and word != "十" and len(word) == 1:
        return grammar.hangul and counter and text[run.end : run.end + 1] == " "  # 백 명, not 백인
    if not has_multiplier and (len(word) == 2 or grammar.hangul):  # 이번 "this time", 사회 "society"
        return False
    if grammar.hangul:
        ends = not _HANGUL.match(text, run.end)
        return counter or (ends and has_digit and has_multiplier and len(word) > 2)
    if has_digit and (has_multiplier or len(word) > 2):
        return True
    return counter or bool(grammar.upward.match(text, run.end))


def _value(word: str, lex: Lexicon, grammar: _Grammar) -> Value | None:
    """The value of a numeral: digits times multipliers, added up; positional when there is no multiplier."""
    if len(word) > _LONGEST:
        return None
    whole, point, tail = word.partition("点")
    if point and whole[-1] in grammar.multipliers and all(c in grammar.digits for c in tail):  # 十点二
        return number(f"{_value(whole, lex, grammar)}.{''.join(str(grammar.digits[c]) for c in tail)}")
    stack: list[Value] = []
    last_multiplier, zero = 0, False
    for part in re.finditer(rf"{DIGITS}|[{''.join(grammar.digits)}]+(?:[点點][{''.join(grammar.digits)}]+)?|.", word):
        token = part.group()
        if token[0].isascii() and token[0].isdigit():
            reading = read(token, lex.decimal)
            if reading is None:
                return None
            stack.append(reading[0])
            last_multiplier = 0
        elif token[0] in grammar.digits:
            stack.append(_positional(token, grammar))
            last_multiplier = last_multiplier if len(token) == 1 else 0
            zero = token[0] in "零〇" or len(token) > 1
        elif token in grammar.multipliers:
            multiplier = grammar.multipliers[token]
            if stack and last_multiplier == multiplier:  # 万万
                stack[-1] *= multiplier
                continue
            small: Value = 0
            while stack and stack[-1] < multiplier:
                small += stack.pop()
            stack.append((small or 1) * multiplier)
            last_multiplier, zero = multiplier, False
    if not stack:
        return None
    short = grammar.short_tail and len(stack) > 1 and last_multiplier >= 100 and not zero and not word[-1].isascii()
    if short and 0 < stack[-1] < 10:  # 三万五 is 35,000, not 30,005
        stack[-1] = stack[-1] * last_multiplier // 10
    total = sum(stack)
    return int(total) if isinstance(total, Decimal) and total == total.to_integral_value() else total


def _positional(token: str, grammar: _Grammar) -> Value:
    whole, _, fraction = token.replace("點", "点").partition("点")
    text = "".join(str(grammar.digits[c]) for c in whole)
    return number(f"{text}.{''.join(str(grammar.digits[c]) for c in fraction)}") if fraction else int(text)


def _native(text: str, grammar: _Grammar) -> Iterator[Run]:
    """Native Korean numbers, which always stand before a counter (스물다섯 명)."""
    assert grammar.native is not None
    for match in grammar.native.finditer(text):
        value = sum(grammar.words[match[name]] for name in ("tens", "ones", "one") if match[name])
        run = Run(match.start(), match.end(), text=match.group(), items=[(value, 0)], weak=value == 1)
        run.coefficient, run.counted = value, True
        yield run
