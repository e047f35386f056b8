"""Sums of money in two currencies: what a rate of exchange explains, and what it does not."""

from __future__ import annotations

from collections.abc import Iterable

from retold.rules.number_item import Item

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
    return a.key == b.key and currencies_differ(one, two)


def currencies_differ(one: str | None, two: str | None) -> bool:
    """Whether two units are currencies that no shared name or sign makes one."""
    if one == two or not is_currency(one) or not is_currency(two):
        return False
    return not any(one in codes and two in codes for codes in _ALIKE)


_PER_DOLLAR: dict[str, tuple[float, float]] = {
    "USD": (1, 1), "EUR": (0.62, 1.22), "GBP": (0.47, 0.94), "CHF": (0.72, 1.82), "JPY": (75, 163), "CNY": (6.0, 8.3),
    "HKD": (7.7, 7.9), "TWD": (27, 36), "KRW": (900, 1600), "INR": (39, 92), "RUB": (23, 125), "UAH": (5, 46),
    "PLN": (2.0, 4.8), "CZK": (14.5, 42), "HUF": (143, 450), "RON": (2.1, 5.2), "BGN": (1.2, 2.4), "SEK": (5.8, 11.4),
    "NOK": (4.9, 11.8), "DKK": (4.6, 9.1), "ISK": (60, 150), "TRY": (1.1, 45), "ILS": (3.0, 5.0), "SAR": (3.7, 3.8),
    "AED": (3.6, 3.7), "QAR": (3.6, 3.7), "EGP": (3.4, 52), "ZAR": (5.6, 19.9), "NGN": (100, 1700), "KES": (60, 162),
    "BRL": (1.5, 6.4), "MXN": (9, 25), "ARS": (1, 1500), "CLP": (430, 1060), "COP": (1700, 5100), "PEN": (2.5, 4.1),
    "CAD": (0.91, 1.62), "AUD": (0.90, 2.1), "NZD": (1.13, 2.6), "SGD": (1.2, 1.86), "THB": (28.5, 46),
    "MYR": (2.9, 4.8), "IDR": (7000, 17000), "PHP": (40, 60), "VND": (14000, 26500), "PKR": (50, 310), "BDT": (48, 123),
    "LKR": (70, 375), "IQD": (1100, 4000), "IRR": (1700, 1200000), "KZT": (117, 550), "GEL": (1.4, 3.3),
    "BYN": (1.7, 3.6),
}  # fmt: skip
"""Units of a currency for one US dollar, lowest and highest since the year 2000, rounded (compiled by hand)."""


def may_convert(a: Item, b: Item) -> bool:
    """Whether a rate of exchange since 2000 makes one sum the other in another currency; True where none is known."""
    one, two = a.figure.unit, b.figure.unit
    if one == two or not is_currency(one) or not is_currency(two) or a.key == b.key or a.value * b.value <= 0:
        return False
    if one not in _PER_DOLLAR or two not in _PER_DOLLAR:
        return True
    (low, high), (lowest, highest) = _PER_DOLLAR[one], _PER_DOLLAR[two]
    return lowest / high <= b.value / a.value <= highest / low


def rates(a: Item, b: Item) -> str:
    """What a unit of the first currency was worth in the second since 2000: "0.62-1.22 EUR"; empty if unknown."""
    one, two = str(a.figure.unit), str(b.figure.unit)
    if one not in _PER_DOLLAR or two not in _PER_DOLLAR:
        return ""
    (low, high), (lowest, highest) = _PER_DOLLAR[one], _PER_DOLLAR[two]
    return f"{lowest / high:.3g}-{highest / low:.3g} {two}"


def given(items: Iterable[Item], key: str, unit: str | None) -> bool:
    """Whether a text gives a value in this unit."""
    return any(item.key == key and item.figure.unit == unit for item in items)


def is_currency(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()
