"""When two sums of money with the same value name different currencies."""

from __future__ import annotations

from collections.abc import Iterable

from retold.checker.model import Article
from retold.rules.number_equal import Item

_ALIKE: tuple[frozenset[str], ...] = tuple(
    frozenset(codes.split())
    for codes in (
        "USD CAD AUD NZD SGD HKD TWD LRD JMD MXN ARS CLP COP UYU CUP DOP PHP",  # dollar, peso, $
        "JPY CNY",  # yen, yuan, 円, 元, ¥
        "CNY TWD HKD SGD",  # 元
        "GBP EGP SDG SSP LBP SYP",  # pound
        "TRY LBP SYP ITL",  # lira
        "CHF XOF XAF CDF RWF BIF GNF DJF FRF BEF",  # franc
        "SEK NOK DKK ISK CZK",  # crown
        "INR PKR LKR NPR MUR SCR",  # rupee
        "RUB BYN",  # rouble
        "KRW KPW",  # won
        "IRR SAR QAR OMR YER",  # rial
        "IQD KWD JOD RSD DZD TND BHD LYD MKD",  # dinar
        "AED MAD",  # dirham
        "KES TZS UGX SOS",  # shilling
    )
)
"""Currencies (ISO 4217) that share a name or a sign, which a text may leave open ("$" is any dollar)."""


def currency_changed(a: Item, b: Item) -> bool:
    """Whether the value stayed while its currency became another, one that no shared name or sign explains."""
    one, two = a.figure.unit, b.figure.unit
    if one == two or not _is_currency(one) or not _is_currency(two) or a.key != b.key:
        return False
    return not any(one in codes and two in codes for codes in _ALIKE)


def given(items: Iterable[Item], key: str, unit: str | None) -> bool:
    """Whether a text gives a value in this unit."""
    return any(item.key == key and item.figure.unit == unit for item in items)


def converted_beside(item: Item, items: Iterable[Item], article: Article) -> bool:
    """Whether a sum only repeats the one beside it in another currency, which has its counterpart."""
    for other in items:
        if other.matched and other.segment == item.segment:
            first, second = sorted((item.figure, other.figure), key=lambda figure: figure.start)
            if _gives_both(item, other, article.text[first.end : second.start]):
                return True
    return False


def _gives_both(a: Item, b: Item, between: str) -> bool:
    """Whether two sums of one text are one sum in two currencies: "$41 million (38 million euros)"."""
    one, two = a.figure.unit, b.figure.unit
    if one == two or not _is_currency(one) or not _is_currency(two) or "\n" in between:
        return False
    # Half of it may be "about" or "the equivalent of"; the bracket or the sign tells.
    return len(between) <= _ASIDE and any(mark in between for mark in _MARKS)


_ASIDE = 30
"""Characters that may stand between a sum and its conversion."""

_MARKS = ("(", "（", "[", "/", "=", "≈", "，约", "、約", "–", "—")


def _is_currency(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()
