"""Figures of Chinese, Japanese and Korean that make one: 五元三毛, 100以上300以下, 20と30の間, 三斤半, 人民币8000元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from retold.checker.mentions.number_digits import plain
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_han import counter_end
from retold.checker.mentions.number_han_grammar import any_of
from retold.checker.mentions.number_han_ratios import ratio
from retold.checker.mentions.number_lexicon import Lexicon, Value, number
from retold.checker.mentions.number_sums import Run

_LOW, _HIGH = (">", ">="), ("<", "<=")
_APART = 12  # characters between the ends of a range, bound words and all
_TENTH = Decimal("0.1")
_JOINT = 3
_NAME = 2  # characters of a currency that may stand before its sum
_STOP = re.compile(r"[。！？!?;；\n]|\. ")
_SHARES = ("percent", "permille", "percentage-point")


@dataclass(frozen=True)
class _Marks:
    coins: Mapping[str, Value]
    coin: re.Pattern[str]
    tail: re.Pattern[str]
    half: re.Pattern[str]
    inside: re.Pattern[str]
    links: frozenset[str]


@lru_cache(maxsize=None)
def _marks(lex: Lexicon) -> _Marks:
    data = lex.han
    coins = data.get("small_change", {})
    digits = "".join(data["digits"])
    return _Marks(
        coins={word: number(worth) for word, worth in coins.items()},
        coin=re.compile(rf" ?(?P<name>{any_of(coins)})"),
        tail=re.compile(rf"(?:{any_of(data.get('coin_tails', ()))})(?P<digit>[{digits}])(?=\W|$|钱|錢)"),
        half=re.compile(rf"(?:{any_of(data.get('half_after', ()))})(?!{any_of(data.get('no_half_before', ()))})"),
        inside=re.compile(rf"(?:{any_of(data.get('range_inside', ()))})"),
        links=frozenset((*data.get("range_links", ()), *lex.to)),
    )


def joined(text: str, words: str, figures: Iterable[tuple[Figure, Run]], lex: Lexicon) -> list[tuple[Figure, Run]]:
    """The figures of a text with those that belong together made one. `text` is folded, `words` is as written."""
    marks = _marks(lex)
    out: list[tuple[Figure, Run]] = []
    for figure, run in figures:
        figure = _two_values(figure, run)
        figure = _and_a_half(text, words, _tail(text, words, figure, marks, lex), marks)
        last = out[-1][0] if out else None
        figure = _named_before(text, words, figure, last.end if last else 0, lex)
        one = _one(text, words, last, figure, lex) if last else None
        if one:
            out[-1] = (one, out[-1][1])
        else:
            out.append((figure, run))
    return out


def _one(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """The one figure that two neighbours are, None when they are two."""
    if b.start - a.end > _APART:
        return None
    marks = _marks(lex)
    return (
        _coin(text, words, a, b, marks, lex)
        or _two_ends(text, words, a, b, marks, lex)
        or ratio(text, words, a, b, lex)
    )


def _two_values(figure: Figure, run: Run) -> Figure:
    """二三十人: twenty to thirty."""
    if run.high is None or figure.kind == "ordinal" or figure.value is None:
        return figure
    low, high = Decimal(figure.value), Decimal(run.high)
    return replace(figure, kind="range", value=None, low=plain(low), high=plain(high), bound="=")


def _span(figure: Figure, words: str, start: int, end: int, value: Value) -> Figure:
    worth = plain(value)
    low = worth if figure.low is not None else None
    high = worth if figure.high is not None else None
    return replace(figure, start=start, end=end, text=words[start:end], value=worth, alternates=(), low=low, high=high)


def _tail(text: str, words: str, figure: Figure, marks: _Marks, lex: Lexicon) -> Figure:
    """三块五: the tenths of a sum, said without their name."""
    match = marks.tail.match(text, figure.end - 1) or marks.tail.match(text, figure.end)
    if match is None or figure.value is None or figure.unit not in (None, "CNY") or "." in figure.value:
        return figure
    value = Decimal(figure.value) + Decimal(lex.han["digits"][match["digit"]]) / 10
    unit = figure.unit or lex.han["home_currency"]
    return replace(_span(figure, words, figure.start, match.end(), value), kind="money", unit=unit)


def _and_a_half(text: str, words: str, figure: Figure, marks: _Marks) -> Figure:
    """三斤半, 2倍半: half a unit more."""
    if figure.value is None or figure.kind == "ordinal" or "." in figure.value or figure.unit in _SHARES:
        return figure
    match = marks.half.match(text, figure.end - 1) if figure.unit else marks.half.match(text, figure.end)
    if match is None:
        return figure
    return _span(figure, words, figure.start, match.end(), Decimal(figure.value) + Decimal("0.5"))


def _named_before(text: str, words: str, figure: Figure, last: int, lex: Lexicon) -> Figure:
    """人民币8000元, 港币500元: the currency named before the sum, if it is not that of a sum that ends at `last`."""
    if figure.kind != "money":
        return figure
    named = lex.currencies.before(text, figure.start)
    if (
        named is None
        or named[0] < last
        or figure.start - named[0] < _NAME
        or named[1] in ("cent", "sen", "penny")
        or figure.unit not in (named[1], lex.han.get("home_currency"))
    ):
        return figure
    start = named[0]
    return replace(figure, start=start, text=words[start : figure.end], unit=named[1])


def _coin(text: str, words: str, a: Figure, b: Figure, marks: _Marks, lex: Lexicon) -> Figure | None:
    """五元三毛, 545ドル5セント: a sum and its small change."""
    if a.kind != "money" or a.value is None or b.value is None or b.start - a.end > 2 or a.bound not in ("=", "~"):
        return None
    gap = text[a.end : b.start].strip()
    if gap and gap not in lex.han.get("coin_links", ()):
        return None
    name = marks.coin.match(text, b.end)
    worth, end = (marks.coins[name["name"]], name.end()) if name else (None, b.end)
    if worth is None and b.kind == "money":
        worth = marks.coins.get(text[b.start : b.end].lstrip("0123456789. " + "".join(lex.han["digits"]) + "十"))
    rest = Decimal(b.value) * worth if worth is not None else None
    if rest is None or not 0 < rest < 1 or (Decimal(a.value) % 1 >= _TENTH <= rest):
        return None
    return _span(a, words, a.start, end, Decimal(a.value) + rest)


def _two_ends(text: str, words: str, a: Figure, b: Figure, marks: _Marks, lex: Lexicon) -> Figure | None:
    """100以上300以下, 大于10小于20, 20と30の間: a range from two bounds, or from what stands after the second."""
    gap = text[a.end : b.start]
    if len(gap) > _APART or a.value is None or b.value is None or _STOP.search(gap):
        return None
    if "ordinal" in (a.kind, b.kind) or (a.unit and a.unit != b.unit):
        return None
    low, high, end = Decimal(a.value), Decimal(b.value), b.end
    if a.bound in _HIGH and b.bound in _LOW:
        low, high = high, low
    if (a.bound in _LOW and b.bound in _HIGH) or (a.bound in _HIGH and b.bound in _LOW):
        if not _next_to(text, a, b, lex):
            return None
    elif {a.bound, b.bound} <= {"=", "~"} and gap.strip() in marks.links and (found := marks.inside.match(text, b.end)):
        end = found.end()
    else:
        return None
    if low >= high:
        return None
    return replace(
        a, kind="range", start=a.start, end=end, text=words[a.start : end], value=None, alternates=(), low=plain(low),
        high=plain(high), bound="=", unit=b.unit or a.unit, counted=b.counted, loose=a.loose and b.loose,
    )  # fmt: skip


def _next_to(text: str, a: Figure, b: Figure, lex: Lexicon) -> bool:
    """Whether two bounded figures are one statement: nothing but their bound words and a comma stands between them."""
    start = counter_end(text, a.end, lex)
    after = lex.bound_after.after(text, start + text.startswith(" ", start))
    before = lex.bound_before.before(text, b.start)
    between = text[after[0] if after else start : before[0] if before else b.start]
    return len(between.strip()) <= _JOINT and not any(c.isascii() and c.isalnum() for c in between)
