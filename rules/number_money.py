"""Sums of money in two currencies: what a rate of exchange explains, and what it does not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from retold.checker.language import load
from retold.checker.mentions.number_money import COINS
from retold.rules.number_item import Item, same


@lru_cache(maxsize=1)
def _alike() -> tuple[frozenset[str], ...]:
    """Currencies (ISO 4217) that share a name or a sign, which a text may leave open ("$" is any dollar)."""
    return tuple(frozenset(codes.split()) for codes in load("und").section("money")["alike"])


@lru_cache(maxsize=1)
def _per_dollar() -> dict[str, tuple[float, float]]:
    """Units of a currency for one US dollar, lowest and highest since the year 2000."""
    return {code: (low, high) for code, (low, high) in load("und").section("money")["per_dollar"].items()}


def _band(one: str | None, two: str | None) -> tuple[float, float] | None:
    """What a unit of one currency was worth in another, at the least and at the most; None where it is not known."""
    known = _per_dollar()
    if one not in known or two not in known:
        return None
    (low, high), (lowest, highest) = known[one], known[two]
    return lowest / high, highest / low


_DOLLARS = frozenset("USD CAD AUD NZD SGD HKD TWD LRD JMD".split())
_PESOS = frozenset("MXN ARS CLP COP UYU CUP DOP PHP".split())
"""They share their sign, and not their name."""


def currency_changed(a: Item, b: Item) -> bool:
    """Whether the value stayed while its currency became another, one that no shared name or sign explains."""
    one, two = a.figure.unit, b.figure.unit
    named = "$" not in a.figure.text + b.figure.text and {one, two} & _PESOS and {one, two} & _DOLLARS
    return a.key == b.key and (bool(named) or currencies_differ(one, two))


def currencies_differ(one: str | None, two: str | None) -> bool:
    """Whether two units are currencies that no shared name or sign makes one."""
    if one == two or not is_currency(one) or not is_currency(two):
        return False
    return not any(one in codes and two in codes for codes in _alike())


def may_convert(a: Item, b: Item) -> bool:
    """Whether a rate of exchange since 2000 makes one sum the other in another currency; True where none is known."""
    one, two = a.figure.unit, b.figure.unit
    if one == two or not is_currency(one) or not is_currency(two) or a.key == b.key or a.value * b.value <= 0:
        return False
    band = _band(one, two)
    return band is None or band[0] <= b.value / a.value <= band[1]


def rates(a: Item, b: Item) -> str:
    """What a unit of the first currency was worth in the second since 2000: "0.62-1.22 EUR"; empty if unknown."""
    band = _band(a.figure.unit, b.figure.unit)
    return f"{band[0]:.3g}-{band[1]:.3g} {b.figure.unit}" if band else ""


def coin_and_sum(a: Item, b: Item) -> bool:
    """Whether one figure counts coins and the other the larger unit: cents and dollars, pence and pounds."""
    one, two = a.figure.unit, b.figure.unit
    return (one in COINS and is_currency(two)) or (two in COINS and is_currency(one))


def in_coins(a: Item, b: Item) -> bool:
    """Whether one figure is the other in coins: 50 cents, 0.50 euros."""
    if not coin_and_sum(a, b):
        return False
    coins, larger = (a, b) if a.figure.unit in COINS else (b, a)
    return same(coins.value, larger.value * COINS[str(coins.figure.unit)])


def given(items: Iterable[Item], key: str, unit: str | None) -> bool:
    """Whether a text gives a value in this unit."""
    return any(item.key == key and item.figure.unit == unit for item in items)


def is_currency(unit: str | None) -> bool:
    return unit is not None and len(unit) == 3 and unit.isascii() and unit.isupper()
