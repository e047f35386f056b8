"""Chinese, Japanese and Korean numerals: 三万五千, 1.1万, 55억, 이십, 세 명, 三分之二.

Characters for numbers are also words and parts of words (一 in 一些, 이 "this", 四川), so a numeral counts only when it
starts with digits, when it is built from digit and multiplier, or when a counter, a unit, a sign or its place (alone on
a line) says so. The characters and the counters are data of the language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.checker.mentions import number_kana
from retold.checker.mentions.number_digits import DIGITS, VULGAR, read, share
from retold.checker.mentions.number_han_grammar import HALVES, Grammar, copula, grammar
from retold.checker.mentions.number_han_parts import composed
from retold.checker.mentions.number_han_value import two_values, value
from retold.checker.mentions.number_hangul import is_number as is_hangul_number
from retold.checker.mentions.number_hangul import native
from retold.checker.mentions.number_lexicon import Lexicon
from retold.checker.mentions.number_points import alone
from retold.checker.mentions.number_sums import Run

_HEAD = re.compile(DIGITS)
_DOTTED = re.compile(
    r"(?<![0-9・.])[0-9]{1,4}・[0-9]{1,3}(?![0-9・])"
    r"|(?<![〇一二三四五六七八九十百千万億・])[〇一二三四五六七八九十百千万億]{1,16}・[〇一二三四五六七八九]{1,8}"
    r"(?![〇一二三四五六七八九十・])"
)
_DATE_LIKE = re.compile(
    r"(?:[一二三四五六七八九]|十[一二]?)・(?:[一二三四五六七八九]|[一二][〇一二三四五六七八九]|三[〇一])"
)

_HUGE = 40  # digits
_FEW = "数數几幾"


def runs(text: str, lex: Lexicon) -> Iterator[Run]:
    """The numbers of a folded text in one of the three languages, in order."""
    tables = grammar(lex)
    if tables.dot and "・" in text:
        text = _pointed(text, lex, tables)
    found = _numerals(text, lex, tables)
    if tables.native is not None:
        found = iter(sorted([*found, *native(text, tables)], key=lambda run: (run.start, -run.end)))
    if "kana" in lex.han:
        found = iter(sorted([*found, *number_kana.runs(text, lex)], key=lambda run: run.start))
    last_end = 0
    for run in found:
        if run.start >= last_end:
            last_end = run.end
            yield run


def counter_end(text: str, place: int, lex: Lexicon) -> int:
    """Where the counter that stands at a place ends; the place itself when there is none."""
    match = grammar(lex).counter.match(text, place)
    return match.end() if match else place


def some_more(text: str, run: Run, lex: Lexicon) -> bool:
    """Whether a figure says "and some": 二十余万, 30多个, 十数人; 5000数据 and 半数 say no such thing."""
    over = lex.han.get("over", "")
    if run.fraction or set(over).isdisjoint(text[run.start : run.end + 1]):
        return False
    inside = not set(over).isdisjoint(run.text)
    after, before = text[run.end : run.end + 1], text[run.end - 1]
    return inside or (after in over and (after not in _FEW or before in lex.han["multipliers"]))


def _pointed(text: str, lex: Lexicon, tables: Grammar) -> str:
    """The text with a decimal point for the dot of ２・５メートル and 二・五倍; 1・2位 are two places and stay so."""

    def point(match: re.Match[str]) -> str:
        at, written = match.end(), match.group()
        measured = any(p.after(text, at) for p in (lex.units, lex.percent, lex.currencies))
        measured = (
            measured
            or tables.power.match(text, at) is not None
            or text.startswith((*tables.measures, *tables.signs.multipliers), at)
        )
        if not measured and (written[0].isascii() or not _is_decimal(text, match, lex)):
            return written
        return written.replace("・", "." if written[0].isascii() else "点")

    return _DOTTED.sub(point, text)


def _is_decimal(text: str, match: re.Match[str], lex: Lexicon) -> bool:
    """〇・二三四, 五・〇〇, マイナス一・一; 二・二六 may be a day and 一・二 a list."""
    if lex.minus.before(text, match.start()):
        return True
    return not _DATE_LIKE.fullmatch(match.group()) and len(match.group()) > 3


def _numerals(text: str, lex: Lexicon, tables: Grammar) -> Iterator[Run]:
    place = 0
    while hit := tables.trigger.search(text, place):
        start = hit.start()
        word = tables.word.match(text, start) if text[start] in tables.starts else None
        match = None if word else tables.numeral.match(text, start)
        if word is None and (match is None or match.end() == start):
            place = start + 1
            continue
        run = _named(word, tables) if word else None
        if match is not None:
            run = composed(text, match, tables) or _plain(text, match, lex, tables)
        place = max(run.end if run else 0, word.end() if word else match.end() if match else 0)
        if run is not None:
            yield run


def _named(word: re.Match[str], tables: Grammar) -> Run:
    """半分, 半ダース, 最初."""
    name = word.group()
    run = Run(word.start(), word.end(), text=name, items=[(tables.words[name], 0)], coefficient=tables.words[name])
    run.fraction, run.ordinal = name in tables.fractions, name in tables.ordinals
    run.unit = "percent" if name in tables.percents else ""
    return run


def _plain(text: str, match: re.Match[str], lex: Lexicon, tables: Grammar) -> Run | None:
    word = match.group().rstrip()
    word = word.removesuffix(copula(text, match.end(), word, tables))
    if tables.hangul and word[-1] == "조" and text[match.start() - 1 : match.start()] == "제":
        word = word[:-1]  # 제1조 is Article 1
    run = Run(match.start(), match.start() + len(word), text=word)
    if word in VULGAR:
        run.items, run.fraction = [(VULGAR[word], 0)], True
        return run
    by_place = not word[0].isascii() and not _is_number(text, run, lex, tables)
    if by_place and not _stands_alone(text, run, tables):
        return None
    if "/" in word:
        return _slashed(run)
    if text.startswith(tables.no_figure, run.end):
        return None
    run.digits = word[0].isascii()
    if not _add_value(run, word, lex, tables):
        return None
    worth = run.items[0][0]
    run.weak = by_place or (not run.digits and worth in (0, 1))
    run.counted = tables.counter.match(text, run.end) is not None
    dozen = tables.dozen.match(text, run.end) if text[run.end : run.end + 1] in tables.goes_on else None
    if dozen:
        run.items, run.end, run.weak = [(worth * tables.dozens[dozen["name"]], 0)], dozen.end(), False
    return run


def _add_value(run: Run, word: str, lex: Lexicon, tables: Grammar) -> bool:
    """Give a run the value of its numeral; False when it has none."""
    if word.isdecimal() and len(word) < _HUGE and run.digits:
        run.coefficient = int(word)
        run.items = [(run.coefficient, 0)]
        return True
    if not run.digits and (ends := two_values(word, tables.signs)):  # 二三十, 十七八
        run.items, run.high = [(ends[0], 0)], ends[1]
        return True
    worth = value(word.rstrip(HALVES), tables.signs)
    if worth is None:
        return False
    run.items = [(worth, 0)]
    if word[-1] in VULGAR:  # 14½
        run.items.append((VULGAR[word[-1]], 0))
    head = _HEAD.match(word)
    reading = read(head.group(), lex.decimal) if head else None
    run.others = reading[1] if reading and head and head.end() == len(word) else ()
    run.coefficient = reading[0] if reading else worth
    run.scale = 1 if head and head.end() == len(word) else max(tables.signs.multipliers.get(c, 1) for c in word)
    return True


def _slashed(run: Run) -> Run | None:
    """1/5 and 2 1/4 as fractions; 24/7 and 50/50 are none."""
    whole, _, part = run.text.rpartition(" ")
    above, below = map(int, part.split("/"))
    if not 0 < above < below <= 16:
        return None
    run.items = [(share(above, below), 0), (int(whole or 0), 0)]
    run.fraction = not whole
    return run


def _is_number(text: str, run: Run, lex: Lexicon, tables: Grammar) -> bool:
    """Whether characters that may be words are a number here."""
    word = run.text
    after = _skip(text, run.end)
    signed = lex.minus.before(text, run.start) is not None
    if word in tables.idle and not signed and not _counts(text, after, lex, tables):
        return False
    if text.startswith(tables.idle_phrases, run.start) or text[max(0, run.start - 3) : run.start].endswith(
        tables.vague
    ):
        return False
    if signed or lex.percent.after(text, after) or tables.tenth.match(text, run.end):
        return True  # 负五, 百パーセント, 三割
    placed = text.startswith(tables.ordinal_after, after)
    apart = not tables.hangul and text.startswith(" ", run.end)
    counter = not apart and tables.counter.match(text, run.end) is not None
    counter = counter or text[max(0, run.start - 1) : run.start] in ("第", "제")
    counter = counter or placed or _is_change(text, run, tables)
    if tables.hangul:
        return is_hangul_number(text, run, counter, lex, tables)
    has_digit = any(c in tables.signs.digits for c in word)
    has_multiplier = any(c in tables.signs.multipliers or c in tables.signs.tens for c in word)
    if not has_digit and len(word) == 1 and word != "十":  # 百円 and 百番目, but not 百人一首
        return text.startswith(tables.hundreds, run.end) or lex.currencies.after(text, run.end) is not None
    headless = len(word) == 2 and word[0] in tables.signs.multipliers and word[0] != "十"  # 万一 "in case", 百八
    if (has_digit and has_multiplier and not headless) or len(word) > 2:
        return True
    unit = lex.units.after(text, run.end)
    measured = counter or bool(lex.currencies.after(text, run.end)) or tables.dozen.match(text, run.end) is not None
    measured = measured or (unit is not None and unit[0] - run.end > 1)
    if len(word) == 2 and not has_multiplier:  # 三四 "three or four", 一二 ...
        return measured and word[0] in "〇零○"
    return measured or tables.ahead.match(text, run.end) is not None


def _counts(text: str, after: int, lex: Lexicon, tables: Grammar) -> bool:
    """Whether a word that is seldom a number counts something here: 千万人, 이천 달러."""
    return (
        text.startswith((*tables.ordinal_after, *tables.idle_counters), after)
        or lex.currencies.after(text, after) is not None
    )


def _is_change(text: str, run: Run, tables: Grammar) -> bool:
    """The 三毛 of 五元三毛; by itself it may be a name."""
    return (
        bool(tables.sums)
        and text[max(0, run.start - 1) : run.start].endswith(tables.sums)
        and tables.coin.match(text, run.end) is not None
    )


def _stands_alone(text: str, run: Run, tables: Grammar) -> bool:
    """A numeral that is all of its line, or a digit between kana: a number, but nothing to judge by."""
    lone = tables.lone.match(text, run.start) if run.text not in tables.idle else None
    if lone and lone.end() == run.end:
        return True
    return alone(text, run.start, run.end)


def _skip(text: str, place: int) -> int:
    return place + 1 if text.startswith(" ", place) else place
