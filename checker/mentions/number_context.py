"""What stands around a number: percent, currency, unit, bound, sign, ordinal ending, counted noun."""

from __future__ import annotations

import re
from decimal import Decimal

from retold.checker.mentions.age import is_age
from retold.checker.mentions.number_digits import plain
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_han import counter_end, some_more
from retold.checker.mentions.number_han_tenths import tenths
from retold.checker.mentions.number_lexicon import Lexicon, Value
from retold.checker.mentions.number_phrases import Phrases
from retold.checker.mentions.number_points import alone
from retold.checker.mentions.number_sums import Run
from retold.checker.mentions.number_words import WORD

_SYMBOLS = r"$€£¥₽₴₺₹₩₪₫฿₱\\"  # the backslash is a yen sign in old Japanese encodings
_LETTER = r"[^\W\d_]"
_SYMBOL_BEFORE = re.compile(rf"(?:(?<!{_LETTER})[a-z]{{0,3}}[{_SYMBOLS}]|(?<!{_LETTER})[a-z]{{2,3}}\.?) ?$")
_SYMBOL_AFTER = re.compile(rf" ?(?:[a-z]{{0,2}}[{_SYMBOLS}]|zł(?!{_LETTER}))")
_CODE_AFTER = re.compile(rf" ?([A-Z]{{3}})(?!{_LETTER})")
_TAIL = re.compile(r" {0,2}([a-z]{1,2}|[\u043a\u043c])(?![^\W_\u3041-\u9fff]|[\u0900-\u0963])")
_ORDINAL_TAIL = re.compile(rf"[-.':]?({WORD}|[ºª°])(?!\w)")
_CASE_ENDING = re.compile(rf"'{WORD} ")
_TO_DASH = re.compile("[0-9] -$")  # 75 -300
_COUNTED = re.compile(rf"[ -]({WORD})")
_MEGA = ("M", "\u041c")  # Latin and Cyrillic
_CAPITAL_UNITS = frozenset(("volt", "watt"))
_OLDEST = 130
_TOKENS = {"percent": "percent", "permille": "permille", "percentage-point": "percentage-point"}


def figure(text: str, words: str, run: Run, lex: Lexicon) -> Figure:
    """The figure that a run is, with its surroundings. `text` is folded, `words` is as written."""
    start, end = run.start, run.end
    value, others = run.value, run.others
    kind, unit = ("ordinal" if run.ordinal else "number"), None
    currency, start = _currency_before(text, words, start, lex)
    if run.digits:
        factor, end = _short_scale(text, words, run, end, currency is not None, lex)
        value, others = _times(value, factor), tuple(_times(other, factor) for other in others)
        if factor == 1 and currency is None:
            ordinal_end = _ordinal_end(text, end, lex)
            if ordinal_end is not None:
                kind, end = "ordinal", ordinal_end
    if currency is not None:
        kind, unit = "money", currency
    elif run.unit:  # 百分之五
        kind, unit = "percent", run.unit
    elif lex.han and (share := tenths(text, run, lex)):
        (kind, unit), (end, value, others) = ("percent", "percent"), share
    elif lex.han and (marked := _han_ordinal(text, run, lex)):
        kind, (start, end) = "ordinal", marked
    elif kind != "ordinal":
        kind, unit, start, end, value = _measure(text, words, run, start, end, value, lex)
        code = _CODE_AFTER.match(words, run.end) if kind == "number" else None
        if code and code.group(1) in lex.codes:
            kind, unit, end = "money", code.group(1), code.end()
    if text[start:end] in lex.names and words[end - 1].isupper():  # 3M: a company or three million, never metres
        kind, unit, value, others = "number", None, run.value, (run.value * 10**6,)
    if unit == "meter" and _maybe_million(text, run, end, lex):
        others = (*others, _times(run.value, lex.short_scales["m"]))
    bound = _bound(text, run, start, end, lex)
    if bound == "=" or (lex.han and text[start - 1 : start] == "-"):  # "au moins 5" is no minus
        negative, start = _negative(text, start, end, lex)
        if negative:
            value, others = -value, tuple(-other for other in others)
            bound = _bound(text, run, start, end, lex)
    counted = _counted(text, run, end, lex)
    return Figure(
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


def _loose(run: Run, kind: str, unit: str | None, value: Value, bound: str, lex_counts: bool) -> bool:
    if unit is not None:  # 20多岁 is as vague as "in his 20s"
        return (run.weak and value == 1) or (unit == "year" and bound == ">" and lex_counts)
    if run.digits:  # a bare year that no date took
        return _bare_year(run) and bound == "=" and not (lex_counts and run.counted)
    return run.weak or run.fraction or kind == "ordinal" or -3 <= value <= 3


def _times(value: Value, factor: Value) -> Value:
    product = value * factor
    if isinstance(product, Decimal) and product == product.to_integral_value():
        return int(product)
    return product


def _skip(text: str, place: int) -> int:
    return place + 1 if text[place : place + 1] in (" ", "-", "'") and place + 1 < len(text) else place


def _currency_before(text: str, words: str, start: int, lex: Lexicon) -> tuple[str | None, int]:
    match = _SYMBOL_BEFORE.search(text[max(0, start - 6) : start])
    if match is None:
        return None, start
    symbol = match.group().strip(" .")
    length = len(match.group())
    unit = lex.symbols.get(symbol)
    if unit is None and words[start - length : start].strip(" .") in lex.codes:  # "TRY 50", but never "try 50"
        unit = symbol.upper()
    if unit is None and symbol[-1] in _SYMBOLS:
        unit = lex.symbols.get(symbol[-1])
        length -= len(symbol) - 1
    return unit, start - length if unit else start


def _short_scale(text: str, words: str, run: Run, end: int, money: bool, lex: Lexicon) -> tuple[Value, int]:
    """$1.2m, £1bn, 10k: letters that mean a scale, beside a currency (k, bn and mn also without one)."""
    if not lex.short_scales or run.scale != 1:
        return 1, end
    match = _TAIL.match(text, end)
    if match is None:
        return 1, end
    letter, written = match.group(1), words[match.start(1) : match.end(1)]
    large = written in _MEGA  # a million, where m is a metre
    if " " in match.group() and len(letter) == 1:  # "12 M€", never "12 M."
        in_money = large and (money or _currency_follows(text, match.end(), lex))
        if not in_money and not (letter in "kmgb" and written in "kKMGB" and _alone(text, run.start, match.end())):
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


def _currency_follows(text: str, at: int, lex: Lexicon) -> bool:
    return _SYMBOL_AFTER.match(text, at) is not None or _after(lex.currencies, text, _skip(text, at), lex) is not None


def _ordinal_end(text: str, end: int, lex: Lexicon) -> int | None:
    spaced = lex.spaced_suffixes and text.startswith(" ", end)
    match = _ORDINAL_TAIL.match(text, end + 1 if spaced else end)
    return match.end() if match and match.group(1) in lex.suffixes else None


def _han_ordinal(text: str, run: Run, lex: Lexicon) -> tuple[int, int] | None:
    """第3, 3番目, 세 번째: the span of an ordinal with its mark."""
    for mark in lex.han.get("ordinal_before", ()):
        if text.startswith(mark, run.start - len(mark)):
            return run.start - len(mark), run.end
    at = _skip(text, run.end)
    for mark in lex.han.get("ordinal_after", ()):
        if text.startswith(mark, at):
            return run.start, at + len(mark)
    return None


def _measure(
    text: str, words: str, run: Run, start: int, end: int, value: Value, lex: Lexicon
) -> tuple[str, str | None, int, int, Value]:
    """Kind, unit, span and value with the percent sign, currency or unit that stands beside the number."""
    at = _skip(text, end)
    if run.scale > 1 and text.startswith(". ", end):  # "2 Mio. Euro"
        at = end + 2
    if lex.han and text[at : at + 1] in tuple(lex.han.get("over", "")):
        at = _skip(text, at + 1)
    found = lex.percent.after(text, at)
    if found is not None:
        return "percent", _TOKENS[found[1]], start, found[0], value
    before = lex.percent_before.before(text, start)
    if before is not None:
        return "percent", "percent", before[0], end, value
    symbol = _SYMBOL_AFTER.match(text, end)
    if symbol is not None:
        unit = lex.symbols.get(symbol.group().strip()) or lex.symbols.get(symbol.group()[-1])
        if unit is not None:
            return "money", unit, start, symbol.end(), value
    aged = _age_end(text, start, end, at, lex) if 0 <= value < _OLDEST else 0
    if aged:
        return "quantity", "year", start, aged, value
    around = lex.units_around.before(text, start)
    if around is not None and text.startswith(around[1][0], at):
        return "quantity", around[1][1], around[0], at + len(around[1][0]), value
    return _named_measure(text, words, run, start, end, at, value, lex)


def _age_end(text: str, start: int, end: int, at: int, lex: Lexicon) -> int:
    """Where an age that starts at `start` ends ("aged 52", "un hombre de 52 años"); 0 when it is none."""
    year = lex.years.after(text, at)
    if lex.age_before.before(text, start) is not None:
        return year[0] if year else end
    return year[0] if year and is_age(lex.age_lead, text, start, year[0]) else 0


def _named_measure(
    text: str, words: str, run: Run, start: int, end: int, at: int, value: Value, lex: Lexicon
) -> tuple[str, str | None, int, int, Value]:
    money, unit = _after(lex.currencies, text, at, lex), _after(lex.units, text, at, lex)
    if unit is not None and _is_word(text, words, run, end, unit, lex):
        unit = None
    if money is not None and (unit is None or money[0] >= unit[0]):
        return "money", money[1], start, money[0], value
    if unit is not None:
        if unit[1] == "pound" and run.scale >= 1000:  # "8.1 million pounds" are not weighed
            return "money", "GBP", start, unit[0], value
        return "quantity", unit[1], start, unit[0], value
    return ("number", None, start, end, value)


def _is_word(text: str, words: str, run: Run, end: int, unit: tuple[int, str], lex: Lexicon) -> bool:
    """Whether a short unit name is a word here: "в" (in) that is no volt, letters behind a spelled number or a year."""
    name = text[end : unit[0]].strip()
    if len(name) == 1 and name.isalpha() and name < "\u1100":
        capital = words[unit[0] - 1].isupper()
        as_written = capital if unit[1] in _CAPITAL_UNITS else not capital or unit[1] == "liter"
        apart = text[end : end + 1] == " "
        return not run.digits or (apart and (not as_written or _bare_year(run)))
    spelled = bool(lex.han) and not run.digits and run.value < 10  # 三度 is "three times" too
    return (spelled or _bare_year(run)) and name in lex.ambiguous_units


def _bare_year(run: Run) -> bool:
    return (
        run.digits and run.text.isdigit() and len(run.text) == 4 and run.scale == 1 and 1500 <= run.coefficient <= 2099
    )


def _after(phrases: Phrases, text: str, at: int, lex: Lexicon) -> tuple[int, str] | None:
    """A phrase right after the number; one "of" may stand between ("un millón de dólares")."""
    found = phrases.after(text, at)
    if found is None and lex.of:
        match = _COUNTED.match(text, at - 1) if at else None
        if match and match.group(1) in lex.of:
            found = phrases.after(text, _skip(text, match.end()))
    return found


def _negative(text: str, start: int, end: int, lex: Lexicon) -> tuple[bool, int]:
    if start and text[start - 1] == "-" and (start == 1 or text[start - 2] in " (\n" + lex.han.get("minus_after", "")):
        return not _TO_DASH.search(text[max(0, start - 4) : start]), start - 1
    if text[max(0, start - 2) : start] == "- " and alone(text, start - 2, end):  # else a mark of a list
        return True, start - 2
    found = lex.minus.before(text, start)
    return (True, found[0]) if found else (False, start)


def _alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but a number, and its sign, stands in the line."""
    sign = re.search(r"- {0,2}$", text[max(0, start - 3) : start])
    return alone(text, start - len(sign.group()) if sign else start, end)


def _bound(text: str, run: Run, start: int, end: int, lex: Lexicon) -> str:
    before = lex.bound_before.before(text, start)
    if before is not None and not (lex.han and before[1] == "~"):  # 약 500개 이상 is 500 at least
        return str(before[1])
    if lex.han:
        if before is None and some_more(text, run, lex):
            return ">"
        after = lex.bound_after.after(text, _skip(text, end))
        if after is None:
            place = _skip(text, counter_end(text, end, lex))
            after = lex.bound_after.after(text, place)
            if after is not None and text[place : after[0]] in lex.han.get("over", ""):  # 40例多发性硬化症
                after = None
    else:
        after = lex.bound_after.after(text, _skip(text, end)) or lex.bound_after.after(text, end)
        if after is None and lex.endings and text.startswith("'", end):  # "30'dan fazla"
            case = _CASE_ENDING.match(text, end)
            after = lex.bound_after.after(text, case.end()) if case else None
    return str((after or before or (0, "="))[1])
