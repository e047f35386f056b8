"""The patterns of numerals in Chinese, Japanese and Korean, made from the language data on first ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from retold.checker.mentions.number_digits import DIGITS, VULGAR
from retold.checker.mentions.number_han_value import LARGE, Signs, pair_pattern, token_pattern
from retold.checker.mentions.number_lexicon import Lexicon, Value, number

HALVES = "".join(VULGAR)

_NOTHING = "(?!)"
_WORDS = ("fractions", "wholes", "percent_words")
_IS = re.compile("다|며|고|라|었|지만")
_TEN = 10
_GO_ON = ("share", "mixed", "power_of", "dozens", "tenths")
_KATAKANA = "[ァ-ヶー]"


@dataclass(frozen=True)
class Grammar:
    """All that the reader of one language looks up. Patterns match folded text at a place."""

    signs: Signs
    trigger: re.Pattern[str]
    numeral: re.Pattern[str]
    words: Mapping[str, Value]
    word: re.Pattern[str]
    percents: frozenset[str]
    fractions: frozenset[str]
    ordinals: Mapping[str, Value]
    minus: re.Pattern[str]
    share: re.Pattern[str]
    percent_heads: frozenset[str]
    mixed: re.Pattern[str]
    power: re.Pattern[str]
    dozen: re.Pattern[str]
    dozens: Mapping[str, Value]
    tenth: re.Pattern[str]
    coin: re.Pattern[str]
    sums: tuple[str, ...]
    counter: re.Pattern[str]
    ahead: re.Pattern[str]
    lone: re.Pattern[str]
    vague: tuple[str, ...]
    no_figure: tuple[str, ...]
    idle: frozenset[str]
    idle_phrases: tuple[str, ...]
    idle_counters: tuple[str, ...]
    hundreds: tuple[str, ...]
    ordinal_after: tuple[str, ...]
    starts: frozenset[str]
    goes_on: frozenset[str]
    dot: bool
    measures: tuple[str, ...]
    hangul: bool
    ends: re.Pattern[str]
    native: re.Pattern[str] | None
    native_pairs: Mapping[str, int]
    natives: Mapping[str, int]


def any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words; never matches when there are none."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True)) or _NOTHING


@lru_cache(maxsize=None)
def grammar(lex: Lexicon) -> Grammar:
    """The grammar of a language with a `script`."""
    data = lex.han
    hangul = data["script"] == "ko"
    digits, multipliers, tens = data["digits"], data["multipliers"], data.get("tens", {})
    points = "".join(data.get("decimal_marks", ()))
    h, m, t = "".join(digits), "".join(multipliers), "".join(tens)
    signs = Signs(
        digits,
        multipliers,
        tens,
        points,
        lex.decimal,
        bool(data.get("short_tail", False)),
        token_pattern(h, m, t, points),
        pair_pattern(h, m, data.get("pair_scales", "")),
    )
    words = {word: number(value) for table in _WORDS for word, value in data.get(table, {}).items()}
    ordinals = {word: number(value) for word, value in data.get("ordinal_words", {}).items()}
    counters, natives = any_of(data.get("counters", ())), data.get("native", {})
    over, ends = data.get("over", ""), any_of(data.get("particles", ()))
    behind = "".join(f"|(?<={re.escape(sign)})" for sign in data.get("minus", ()))
    edge = f"(?:(?<![\uac00-\ud7a3]){behind})" if hangul else ""
    heads = "".join({word[0] for word in (*words, *ordinals)})
    minus = any_of(data.get("minus", ()))
    return Grammar(
        signs=signs,
        trigger=re.compile(rf"[0-9{HALVES}]|(?<![^\s(])\.(?=[0-9])|{edge}[{h}{m}{t}{re.escape(heads)}]"),
        numeral=re.compile(_numeral(data, h, m, t, points)),
        words={**words, **ordinals},
        word=re.compile(_words((*words, *ordinals), data)),
        percents=frozenset(data.get("percent_words", ())),
        fractions=frozenset(data.get("fractions", ())),
        ordinals=ordinals,
        minus=re.compile(rf" ?(?:{minus}|[-−]) ?"),
        share=re.compile(rf" ?(?:{any_of(data.get('share', ()))}) ?|{data.get('short_share', _NOTHING)}"),
        percent_heads=frozenset(data.get("percent_heads", ())),
        mixed=re.compile(rf" ?(?:{any_of(data.get('mixed', ()))}) ?"),
        power=re.compile(_power(data, minus, h, m)),
        dozen=re.compile(rf" ?(?P<name>{any_of(data.get('dozens', {}))})(?!{any_of(data.get('no_dozen_before', ()))})"),
        dozens={word: number(value) for word, value in data.get("dozens", {}).items()},
        tenth=re.compile(_tenth(data, h)),
        coin=re.compile(rf"(?:{any_of(data.get('small_change', {}))})"),
        sums=tuple(data.get("coin_tails", ())),
        counter=re.compile(rf" ?[{over}]?(?:{counters})"),
        ahead=re.compile(rf"[到至~-](?=[{h}{m}])"),
        lone=re.compile(
            rf"(?<=[{data['lone_after']}])[{m}]?[{h}](?=[{data['lone_before']}]|$)"
            if "lone_after" in data
            else _NOTHING
        ),
        vague=tuple(data.get("vague", ())),
        no_figure=tuple(data.get("no_figure_before", ())),
        idle=frozenset(data.get("idle", ())),
        idle_phrases=tuple(data.get("idle_phrases", ())),
        idle_counters=tuple(data.get("idle_counters", ())),
        hundreds=tuple(data.get("counted_hundreds", ())),
        ordinal_after=tuple(data.get("ordinal_after", ())),
        starts=frozenset(heads),
        goes_on=frozenset((*" ^×x*e分", *(word[0] for key in _GO_ON for word in data.get(key, ()) if word))),
        dot="dot_measures" in data,
        measures=tuple(data.get("dot_measures", ())),
        hangul=hangul,
        ends=re.compile(rf"(?:{ends})?(?![\uac00-\ud7a3])"),
        native=_native(data, h, f"{counters}|{any_of(data.get('dozens', {}))}", ends) if natives else None,
        natives=natives,
        native_pairs=data.get("native_pairs", {}),
    )


def copula(text: str, end: int, word: str, tables: Grammar) -> str:
    """The 이 of 이다 ("is") when a Korean numeral seems to end in it: 구천오백이다 is 9,500."""
    return "이" if tables.hangul and len(word) > 1 and word[-1] == "이" and _IS.match(text, end) else ""


def _numeral(data: Mapping[str, Any], h: str, m: str, t: str, points: str) -> str:
    """Sections of thousand, hundred, ten and rest, each but the last with large multipliers, then a decimal part."""
    multipliers: Mapping[str, int] = data["multipliers"]
    hangul = data["script"] == "ko"
    over = any_of((*data.get("over", ""), *data.get("over_words", ())))
    large = _of(multipliers, lambda value: value >= LARGE)
    heads = f"(?!{any_of(data['unit_heads'])})" if data.get("unit_heads") else ""  # 千瓦 (kilowatt) counts nothing
    gap = rf"(?:(?<=[{m}0-9]) {{1,2}})?" if hangul else ""
    # Digit by digit before a multiplier (一五〇〇万) is a habit of Chinese characters; in Korean such runs are words.
    pairs = any_of(data.get("digit_pairs", ()))  # 이삼십: twenty or thirty
    digit = f"(?<![0-9])[{h}]" if hangul else rf"(?<![0-9])[{h}]{{1,16}}"
    # Two of a thing (两) is no digit of a row, nor the last of several: 三千两百两 counts taels.
    pair = "".join(data.get("pair_digits", ()))
    row = "".join(sign for sign in h if sign not in pair)
    final = rf"(?<![0-9{m}])[{pair}]|(?<![0-9])[{row}]{{1,24}}" if pair else digit
    count = f"{pairs}|{digit}" if hangul else digit
    steps = [
        rf"(?:{gap}(?:{DIGITS} ?|{count})?(?:{over})?{heads}[{_of(multipliers, size.__eq__)}])?"
        for size in (1000, 100, 10)
    ]
    if t:
        steps[2] = rf"(?:[{t}]|{steps[2]})"
    spaced = rf"(?<=[{m}]) {{1,2}}[{h}](?![\uac00-\ud7a3])|(?<=[{h}{m}0-9][{m}]) [0-9]{{1,3}}(?=[{large}])"
    rest = rf"(?:{digit}|{DIGITS}|{spaced})?" if hangul else rf"(?:{final}|{DIGITS})?"
    section = "".join(steps) + rest
    # A sum is written in groups of four: 50만 9375달러, but not 50만 2023년, nor 만 20세 (a full 20 years).
    last = (
        rf"(?:(?<=[{h}{m}0-9][{large}]) [0-9]{{1,4}}(?![0-9.,:/-]| ?[년월일시분초{m}])|{section})"
        if hangul
        else section
    )
    decimal = _decimal(data, h, m, points)
    scale = rf"(?:{over})?{gap}{heads}[{large}](?:(?:{over})?{heads}[{large}])*"
    return (
        rf"(?:[0-9]{{1,3}} {{1,2}})?[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/])|{DIGITS}[{HALVES}]|[{HALVES}]"
        rf"|(?=[0-9.{h}{m}{t}])(?:{section}{decimal}{scale}){{0,4}}{last}{decimal}"
    )


def _words(words: Iterable[str], data: Mapping[str, Any]) -> str:
    """Words for numbers; those of katakana must be whole (no ゼロ in ゼロックス), and some stand before others."""
    whole = [word for word in words if re.match(_KATAKANA, word)]
    tied: Mapping[str, list[str]] = data.get("word_before", {})
    parts = [word for word in words if word not in whole and word not in tied]
    numeral = "".join((*data["digits"], *data["multipliers"]))
    bound = "|".join(f"{re.escape(word)}(?={any_of(after)})" for word, after in tied.items()) or _NOTHING
    return (
        rf"(?<![{numeral}第])(?:{any_of(parts)})(?!{any_of(data.get('no_word_before', ()))})|{bound}"
        rf"|(?<!{_KATAKANA})(?:{any_of(whole)})(?!{_KATAKANA})"
    )


def _decimal(data: Mapping[str, Any], h: str, m: str, points: str) -> str:
    """三点五, 2点7; in Korean, where 점 counts points too, only between words and as the end of one."""
    if not points:
        return ""
    if data["script"] == "ko":
        after = any_of((*data.get("percent", ()), *data.get("counters", ())))
        ended = rf"(?=(?:{any_of(data.get('particles', ()))})?(?![\uac00-\ud7a3])| ?(?:{after}))"
        return rf"(?:(?<=[{h}{m}]) ?[{points}] ?[{h}]{{1,12}}{ended})?"
    small = _of(data["multipliers"], lambda value: value < LARGE)  # 三点四十 is a time of day
    clock = "".join(data.get("clock_signs", ()))  # 8点46分
    signs = rf"(?<=[{h}{m}])[{points}][{h}]{{1,12}}(?![{small}])"
    figures = rf"(?<=[0-9{m}])[{points}][0-9]{{1,12}}(?![0-9.,]| ?[{clock}])"
    return f"(?:{signs}|{figures})?"


def _of(multipliers: Mapping[str, int], test: Any) -> str:
    return "".join(sign for sign, value in multipliers.items() if test(value))


def _power(data: Mapping[str, Any], minus: str, h: str, m: str) -> str:
    """の23乗, 的10次方, ×10の13乗, ^-1, e+14 after a number: a power of it, or of ten."""
    by, to = any_of(data.get("power_of", ())), any_of(data.get("power", ()))

    def exponent(name: str) -> str:
        return rf"(?P<{name}minus>{minus}|-)?\+?(?P<{name}>[0-9]{{1,2}}|[{h}{m}]{{1,3}})"

    said = rf"(?:{by}){exponent('said')}(?:{to})"
    ten = rf" ?[×x*] ?(?:10|十)(?:\^|{by}){exponent('ten')}(?:{to})?"
    raised = r"\^(?P<raisedminus>-)?\+?(?P<raised>[0-9]{1,2})(?![\w.])"
    return rf"{said}|{ten}|{raised}|(?<=[0-9])e(?P<expminus>-)?\+?(?P<exp>[0-9]{{1,2}})(?![a-z0-9.])"


def _tenth(data: Mapping[str, Any], h: str) -> str:
    """割, 3割2分, 七成六, 5割半, 八折, 8割引 after a figure."""
    parts = any_of(data.get("hundredths", ()))
    rest = rf"(?P<part>[{h}0-9])(?:{parts})"
    if data.get("bare_hundredths"):
        rest += rf"|(?P<bare>[{h}])(?=\W|的|以|$)"
    off = rf"(?P<off>{any_of(data.get('tenth_off', ()))})?"
    return (
        rf" ?(?P<tenth>{any_of(data.get('tenths', ()))})(?!{any_of(data.get('no_tenth_before', ()))})"
        rf"(?:(?P<half>半)|{rest})?{off}"
    )


def _native(data: Mapping[str, Any], h: str, counters: str, ends: str) -> re.Pattern[str]:
    """Native Korean numbers: before a counter (세 명, 두세 명), or words of their own (쉰둘이); also 백스물다섯."""
    natives: Mapping[str, int] = data["native"]
    tens = any_of(word for word, value in natives.items() if value >= _TEN)
    ones = any_of(word for word, value in natives.items() if value < _TEN)
    large = any_of(word for word, value in natives.items() if value > _TEN)
    ten, hundred = (_of(data["multipliers"], size.__eq__) for size in (_TEN, _TEN * _TEN))
    counted = rf"(?= ?(?:{counters}))"
    ended = rf"(?=(?:{ends})?(?![\uac00-\ud7a3]))"
    edge = r"(?<![\uac00-\ud7a3])"
    return re.compile(
        rf"{edge}(?P<pair>{any_of(data.get('native_pairs', ()))}){counted}"
        rf"|{edge}(?P<hundreds>[{h}]?[{hundred}])?"
        rf"(?:(?P<tens>{tens})(?P<ones>{ones})?|(?P<ten>[{ten}])(?P<rest>{ones})|(?P<one>{ones})){counted}"
        rf"|{edge}(?:(?P<tens2>{tens}|[{ten}])(?P<ones2>{ones})|(?P<large>{large})"
        rf"|(?P<one2>{any_of(data.get('native_alone', ()))})){ended}"
    )
