"""How figures, units and currencies are said to an editor, in plain English."""

from __future__ import annotations

import re
from decimal import Decimal

from retold.checker.compare import Comparison
from retold.checker.language import base
from retold.checker.mentions.number import Figure
from retold.rules.number_written import numerals

TONGUE = "en"
"""The language of the messages: words of it are not explained."""

_PLURALS = {
    "foot": "feet", "inch": "inches", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
    "kelvin": "kelvins", "percent": "percent", "permille": "per mille", "percentage-point": "percentage points",
    "horsepower": "horsepower", "hertz": "hertz", "nautical-mile": "nautical miles", "stone": "stone",
}  # fmt: skip

_CURRENCIES = {
    "USD": "US dollars", "EUR": "euros", "GBP": "pounds sterling", "JPY": "yen", "CNY": "yuan", "INR": "Indian rupees",
    "RUB": "roubles", "UAH": "hryvnias", "TRY": "Turkish lira", "KRW": "won", "CHF": "Swiss francs", "BRL": "reais",
    "PLN": "zlotys", "AUD": "Australian dollars", "CAD": "Canadian dollars", "HKD": "Hong Kong dollars",
    "TWD": "Taiwan dollars", "NZD": "New Zealand dollars", "SGD": "Singapore dollars", "MXN": "Mexican pesos",
    "SEK": "Swedish kronor", "NOK": "Norwegian kroner", "DKK": "Danish kroner", "CZK": "Czech koruny",
    "ILS": "shekels", "ZAR": "rand", "EGP": "Egyptian pounds", "SAR": "Saudi riyals", "AED": "dirhams",
}  # fmt: skip
"""The currencies of most of the news; the others go by their ISO code."""

_BOUNDS = {">": "more than", ">=": "at least", "<": "less than", "<=": "at most", "~": "about"}

_TIMES = {
    10: "ten times as much", 100: "a hundred times as much", 1000: "a thousand times as much",
    10_000: "ten thousand times as much", 100_000: "a hundred thousand times as much",
    1_000_000: "a million times as much", 1_000_000_000: "a billion times as much",
}  # fmt: skip

_PARTS = {10: "a tenth", 100: "a hundredth", 1000: "a thousandth", 1_000_000: "a millionth"}

_GAP = re.compile(r"(?<=[0-9])\s(?=[0-9])")
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def said(figure: Figure, comparison: Comparison, copy: bool = False) -> str:
    """A figure of the original (or copy) as written; in another language than English, where its digits do not show its
    value, with that.

    "16万 (160,000)", "siebzehn (17)".
    """
    text = " ".join(figure.text.split())
    article = comparison.copy if copy else comparison.original
    plain = article is None or base(article.language) == TONGUE
    if plain or comparison.same_language or figure.value is None or figure.kind == "range":
        return text
    value = float(figure.value)
    if abs(value) < 10 or value != int(value) or figure.value in numerals(_GAP.sub("", text)):
        return text
    return f"{text} ({grouped(figure.value)})"


def grouped(value: str) -> str:
    """A decimal string as it is written in English: "8500000000" is 8,500,000,000."""
    return f"{Decimal(value):,f}"


def unit_name(unit: str) -> str:
    """The name of a CLDR unit in the plural, "square kilometres", or of a currency."""
    if unit in _CURRENCIES or (len(unit) == 3 and unit.isupper()):
        return _CURRENCIES.get(unit, unit)
    measured, _, per = unit.partition("-per-")
    head, _, last = measured.rpartition("-")
    last = _PLURALS.get(last, f"{last}s")
    name = _PLURALS.get(measured) or f"{head} {last}".strip()
    name = f"{name} per {per}" if per else name
    return re.sub(r"(met|lit)er(?=s?\b)", r"\1re", name.replace("-", " "))


def rounded(value: float) -> str:
    """A figure as a person would say it: 5.1, 25, 6,410, 2.2 million."""
    size = abs(value)
    for scale, name in _LARGE:
        if size >= scale:
            return f"{value / scale:.3g} {name}"
    if size >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.0f}" if size >= 20 else f"{value:.2g}" if size < 10 else f"{value:.3g}"


def times(factor: float) -> str:
    """ "a thousand times as much", "a tenth of it": what became of a figure."""
    if factor > 1:
        return _TIMES.get(round(factor), f"{factor:,.0f} times as much")
    size = round(1 / factor)
    return f"{_PARTS.get(size, f'1/{size:,}')} of it"


def bound_name(bound: str) -> str:
    """ "more than" for >; empty for an exact figure."""
    return _BOUNDS.get(bound, "")
