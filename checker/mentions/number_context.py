"""What stands around a number: scale, currency, unit, bound, sign, ordinal ending, counted noun."""

from __future__ import annotations

import re
from decimal import Decimal

from retold.checker.mentions import number_bounds, number_money
from retold.checker.mentions.number_digits import plain
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_han import counter_end
from retold.checker.mentions.number_han_tenths import tenths
from retold.checker.mentions.number_lexicon import Lexicon, Value
from retold.checker.mentions.number_measure import Measure, bare_year, measure
from retold.checker.mentions.number_money import Money, skip
from retold.checker.mentions.number_points import alone
from retold.checker.mentions.number_scan import WORD
from retold.checker.mentions.number_sums import Run

_TAIL = re.compile(r" {0,2}([a-z]{1,2}|[\u043a\u043c])(?![^\W_\u3041-\u9fff]|[\u0900-\u0963])")
_ORDINAL_TAIL = re.compile(rf"[-.':]?({WORD}|[ºª°])(?!\w)")
_TO_DASH = re.compile("[0-9] -$")  # 75 -300
_COUNTED = re.compile(rf"[ -]({WORD})")
_MEGA = ("M", "\u041c")  # Latin and Cyrillic
_TEMPERATURES = frozenset(("celsius", "fahrenheit", "degree"))


def figure(text: str, words: str, run: Run, lex: Lexicon, floor: int = 0) -> Figure:
    """The figure that a run is, with its surroundings. `text` is folded, `words` is as written.

    `floor` is where the figure before ends: what is left of it belongs to that one.
    """
    value, others, end = run.value, run.others, run.end
    money = number_money.before(text, words, run, floor, lex)
    factor: Value = 1
    if run.digits:
        factor, end = _short_scale(text, words, run, end, money is not None, lex)
    found, others = _placed(text, words, run, end, value, others, money, factor, lex)
    if found.factor != 1 or factor != 1:
        factor *= found.factor
        others = tuple(_times(other, factor) for other in others)
    kind, unit, start, end = found[:4]
    value = _times(found.value, factor)
    if text[start:end] in lex.names and words[end - 1].isupper():  # 3M: a company or three million, never metres
        kind, unit, value, others = "number", None, run.value, (run.value * 10**6,)
    if unit == "meter" and _maybe_million(text, run, end, lex):
        others = (*others, _times(run.value, lex.short_scales["m"]))
    bound = number_bounds.bound(text, run, start, end, lex)
    if bound == "=" or (lex.han and text[start - 1 : start] == "-") or _freezes(text, start, unit, lex):
        negative, start = _negative(text, start, end, unit, floor, lex)
        if negative or found.below:
            twice = negative and run.value < 0  # マイナス3分のマイナス157
            value, others = -value if twice else _below(value), tuple(map(_below, others))
            bound = number_bounds.bound(text, run, start, end, lex)
    counted = _counted(text, run, end, lex)
    return Figure.made(
        kind=kind,
        start=start,
        end=end,
        text=words[start:end],
        value=plain(value),
        alternates=tuple(plain(other) for other in others),
        low=plain(value) if bound in (">", ">=") else None,
        high=plain(value) if bound in ("<", "<=") else None,
        bound=bound,
        unit=unit,
        counted=counted,
        spelled=not run.digits,
        loose=text[start:end] in lex.names or _loose(run, kind, unit, value, bound, bool(lex.han)),
    )


def _counted(text: str, run: Run, end: int, lex: Lexicon) -> str | None:
    """The word after a figure, or the counter written on to it (三人, 5件)."""
    if lex.han and end == run.end and (far := counter_end(text, end, lex)) > end:
        return text[end:far].strip().lstrip("".join(lex.han.get("over", ()))) or None
    match = _COUNTED.match(text, end)
    return match.group(1) if match else None


def _placed(
    text: str,
    words: str,
    run: Run,
    end: int,
    value: Value,
    others: tuple[Value, ...],
    money: Money | None,
    factor: Value,
    lex: Lexicon,
) -> tuple[Measure, tuple[Value, ...]]:
    """What a figure is by what stands before it, behind it, or on both sides, and its other values."""
    kind = "ordinal" if run.ordinal else "number"
    if money is not None:
        end = _repeated(text, end, money.unit, lex)
        return Measure("money", money.unit, money.start, end, value, money.factor), others
    if run.unit:  # 百分之五
        return Measure("percent", run.unit, run.start, end, value), others
    if lex.han and (share := tenths(text, run, lex)):
        return Measure("percent", "percent", run.start, share[0], share[1]), share[2]
    if run.digits and factor == 1:
        ordinal_end = _ordinal_end(text, end, lex)
        if ordinal_end is not None:
            kind, end = "ordinal", ordinal_end
    if lex.han and (marked := _han_ordinal(text, run, lex)):
        return Measure("ordinal", None, *marked, value), others
    if kind == "ordinal":
        return Measure(kind, None, run.start, end, value), others
    return measure(text, words, run, run.start, end, value, lex), others


def _repeated(text: str, end: int, unit: str, lex: Lexicon) -> int:
    """Where a sum ends whose currency is named once more: "$10 dollars", "US$ 5 million dollars"."""
    named = number_money.named(lex.currencies, text, skip(text, end), lex)
    return named[0] if named is not None and named[1] == unit else end


def _loose(run: Run, kind: str, unit: str | None, value: Value, bound: str, lex_counts: bool) -> bool:
    if unit is not None:  # 20多岁 is as vague as "in his 20s"
        return (run.weak and value == 1) or (unit == "year" and bound == ">" and lex_counts)
    if run.digits:  # a bare year that no date took
        return bare_year(run) and bound == "=" and not (lex_counts and run.counted)
    return run.weak or run.fraction or kind == "ordinal" or -3 <= value <= 3


def _below(value: Value) -> Value:
    return -value if value > 0 else value


def _times(value: Value, factor: Value) -> Value:
    if factor == 1 and isinstance(value, int):
        return value
    product = value * factor
    if isinstance(product, Decimal) and product == product.to_integral_value():
        return int(product)
    return product


def _short_scale(text: str, words: str, run: Run, end: int, money: bool, lex: Lexicon) -> tuple[Value, int]:
    """$1.2m, £1bn, 10k: letters that mean a scale, beside a currency (k, bn and mn also without one)."""
    match = _TAIL.match(text, end) if lex.short_scales and run.scale in (1, 1000) else None
    if match is None:
        return 1, end
    letter, written = match.group(1), words[match.start(1) : match.end(1)]
    if written in lex.capital_scales:  # "7,8 M", "10 mil M": of anything in French and Spanish
        return lex.capital_scales[written], match.end()
    if run.scale != 1:
        return 1, end
    large = written in _MEGA  # a million, where m is a metre
    if " " in match.group() and len(letter) == 1:  # "12 M€", never "12 M."
        in_money = large and (money or number_money.sign_follows(text, match.end(), lex))
        lone = letter in "kmgb" and written in "kKMGB" and _alone(text, run.start, match.end(), lex)
        if not in_money and not lone:
            return 1, end
    elif not (money or large or letter in ("k", "\u043a", "bn", "mn")) and (
        run.text.isdigit() or not (letter == "b" or written == "G")  # 1.2b, 1.5G, but 5G is a network
    ):
        return 1, end
    factor = lex.short_scales.get(match.group(1))
    return (factor, match.end()) if factor else (1, end)


def _maybe_million(text: str, run: Run, end: int, lex: Lexicon) -> bool:
    """9.3m votes: an "m" written on to digits, with a word after it, may be metres or million."""
    return (
        run.digits
        and run.scale == 1
        and "m" in lex.short_scales
        and text[run.end : end] == "m"
        and _COUNTED.match(text, end) is not None
    )


def _ordinal_end(text: str, end: int, lex: Lexicon) -> int | None:
    spaced = lex.spaced_suffixes and text.startswith(" ", end)
    match = _ORDINAL_TAIL.match(text, end + 1 if spaced else end)
    return match.end() if match and match.group(1) in lex.suffixes else None


def _han_ordinal(text: str, run: Run, lex: Lexicon) -> tuple[int, int] | None:
    """第3, 3番目, 세 번째: the span of an ordinal with its mark."""
    for mark in lex.han.get("ordinal_before", ()):
        if text.startswith(mark, run.start - len(mark)):
            return run.start - len(mark), run.end
    at = skip(text, run.end)
    for mark in lex.han.get("ordinal_after", ()):
        if text.startswith(mark, at):
            return run.start, at + len(mark)
    return None


def _negative(text: str, start: int, end: int, unit: str | None, floor: int, lex: Lexicon) -> tuple[bool, int]:
    """Whether a minus stands before a figure, and where it begins: "-5", "minus 5", for degrees also "- 5"."""
    place = start - 1 if unit in _TEMPERATURES and text[start - 1 : start] == " " else start
    lead = f" (\n{number_bounds.SIGNS}" + lex.han.get("minus_after", "")
    last = place - 2  # "75 -300" is a range, 300と-1 are two figures
    first = place == 1 or (place > 1 and text[last] in lead and (last > floor or (last == floor and text[last] != " ")))
    if first and text[place - 1] == "-":
        return not _TO_DASH.search(text[max(0, place - 4) : place]), place - 1
    if text[max(0, start - 2) : start] == "- " and alone(text, start - 2, end):  # else a mark of a list
        return True, start - 2
    found = lex.minus.before(text, start)
    return (True, found[0]) if found else (False, start)


def _freezes(text: str, start: int, unit: str | None, lex: Lexicon) -> bool:
    """Whether a word for frost takes in a bound: "мороз до 25 градусов"; "au moins 5 degrés" is no minus."""
    if unit not in _TEMPERATURES:
        return False
    minus, bound = lex.minus.before(text, start), lex.bound_before.before(text, start)
    return minus is not None and bound is not None and minus[0] < bound[0]


def _alone(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """Whether nothing but a number, and its sign, stands in the line."""
    sign = re.search(r"- {0,2}$", text[max(0, start - 3) : start])
    word = lex.minus.before(text, start)
    return alone(text, start - len(sign.group()) if sign else word[0] if word else start, end)
