"""Generate `numbers/<code>.json`: number words, scales, ordinals, units and currencies of one language.

For maintainers only; nothing here is imported at run time. Sources, all under the Unicode License (see LICENSE):
the npm packages `cldr-numbers-full` and `cldr-units-full` (CLDR 48, unpacked folders) and ICU's spell-out rules
through `icukit-pyicu` 78.3. The output is byte-identical for the same versions:

    npm pack cldr-numbers-full@48.2.0 cldr-units-full@48.2.0 && (unpack both)
    pip install icukit-pyicu==78.3.1
    python generate_numbers.py FOLDER_OF_NUMBERS FOLDER_OF_UNITS
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LANGUAGES = tuple(sorted(path.stem for path in HERE.parent.glob("*.toml") if path.stem != "und"))
"""The languages with a file of their own."""
UNSPACED = ("ja", "ko", "zh")  # their numerals are characters, described by hand in the language files
OWN_SCALES = ("hi",)  # lakh and crore, described by hand too
UNHYPHENATED = ("en",)  # "twenty-first" is also written "twentyfirst"
ALL_ORDINALS = ("de", "en", "es", "fr", "it", "nl", "pt")  # every ordinal that is one word, up to a trillionth

UNITS = """
length-millimeter length-centimeter length-meter length-kilometer length-inch length-foot length-yard length-mile
length-nautical-mile length-light-year area-square-centimeter area-square-meter area-square-kilometer area-hectare
area-acre area-square-mile area-square-foot mass-milligram mass-gram mass-kilogram mass-tonne mass-ton mass-pound
mass-ounce mass-carat volume-milliliter volume-liter volume-cubic-meter volume-cubic-kilometer volume-cubic-foot
volume-gallon volume-barrel speed-kilometer-per-hour speed-mile-per-hour speed-meter-per-second speed-knot
temperature-celsius temperature-fahrenheit temperature-kelvin power-watt power-kilowatt power-megawatt power-gigawatt
power-horsepower energy-kilowatt-hour energy-kilocalorie energy-joule digital-byte digital-kilobyte digital-megabyte
digital-gigabyte digital-terabyte frequency-hertz frequency-megahertz frequency-gigahertz pressure-hectopascal
pressure-millibar electric-volt angle-degree
""".split()

CURRENCIES = """
AED ARS AUD BDT BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IQD IRR JOD JPY KES KRW KWD KZT LBP
MAD MXN MYR NGN NOK NZD PHP PKR PLN QAR RON RUB SAR SEK SGD SYP THB TND TRY TWD UAH USD VES VND ZAR
""".split()

# Two letters and fewer are mostly other words ("in", "se", "mi" ...): only these are units in running text.
SHORT_UNITS = frozenset(
    """
    km cm mm m kg g mg t l ml ha ft lb oz kw mw gw w v hz kb mb gb tb °c °f °k ° km² m² cm² m³ hp m/s km/h mph kn
    км см мм м кг г мг т л мл га вт в кв к° كم سم مم كغ كج غ ل كم² م² م³ किमी मी मिमी सेमी ग्रा ली मील
    米 克 升 吨 噸 里 磅 トン 킬로 톤 도 度
    英里 英尺 英寸 英亩 公里 公斤 千克 公顷 厘米 毫米 毫升 码 盎司 加仑 桶 克拉 节 瓦 千瓦
    """.split()
)


def fold(text: str) -> str:
    """Lower case with plain spaces and apostrophes, and no soft hyphens: how the extractor looks words up."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200e", "").replace("\u200f", "")
    text = re.sub(r"[\u00a0\u202f]", " ", text).replace("\u2019", "'")
    return text.lower().replace("i\u0307", "i").strip()


def formatters(code: str) -> tuple[list[Any], list[Any]]:
    """One callable per cardinal and per ordinal rule set of a language."""
    import icu

    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(code))
    names = [rules.getRuleSetName(i) for i in range(rules.getNumberOfRuleSetNames())]

    def of(name: str) -> Any:
        def spell(number: int) -> str:
            rules.setDefaultRuleSet(name)
            return fold(rules.format(number))

        return spell

    cardinals = [of(name) for name in names if "ordinal" not in name and "year" not in name and "financial" not in name]
    return cardinals, [of(name) for name in names if "ordinal" in name]


def number_words(code: str) -> dict[str, Any]:
    """Single words for 0-99 and the hundreds, scale words, ordinals; longer numbers are put together at run time."""
    cardinals: dict[str, int] = {}
    scales: dict[str, int] = {}
    solo: set[str] = set()
    ordinals: dict[str, int] = {}
    spell_cardinals, spell_ordinals = formatters(code)
    for spell in spell_cardinals:
        for number in (*range(100), *range(100, 1000, 100)):
            word = spell(number).replace("-", "" if code in UNHYPHENATED else "-")
            if re.fullmatch(r"[^\W\d](?:[^\s\d-]|-(?=dix$|vingts?$))*", word):
                cardinals.setdefault(word, number)
        for scale in (100, 1000, 10**6, 10**9, 10**12):
            for count in (1, 2, 3, 5):
                word, prefix = spell(count * scale), spell(count)
                rest = re.sub(r"^[\s-]+", "", word[len(prefix) :]) if word.startswith(prefix) else word.split(" ")[-1]
                # Short rests are case endings of the hundreds ("сот", "set"); Hindi counts in lakh and crore, not so.
                if len(rest) >= 3 and " " not in rest and rest not in cardinals and (scale > 100 or len(rest) >= 4):
                    scales.setdefault(rest, scale)
                if count == 1 and " " not in word and word == spell(scale) and scales.get(word) == scale:
                    solo.add(word)
    for spell in spell_ordinals:
        for number, word in ordinal_words(code, spell, cardinals):
            if word not in cardinals and word not in scales:
                ordinals.setdefault(word, number)
    if code in OWN_SCALES:
        scales, solo = {}, set()
    return {"cardinals": cardinals, "scales": scales, "solo": sorted(solo), "ordinals": ordinals}


def ordinal_words(code: str, spell: Any, cardinals: dict[str, int]) -> Iterator[tuple[int, str]]:
    """Ordinals that are one word. Those of scales lose their "one" ("one millionth", "einmiljoenste")."""
    if code not in ALL_ORDINALS:
        numbers = (*range(1, 32), *range(40, 100, 10), 100, 1000, 10**6)
        yield from ((number, word) for number in numbers if " " not in (word := spell(number)))
        return
    for number in (*range(1, 100), *range(100, 1000, 100)):
        word = spell(number).replace("-", "" if code in UNHYPHENATED and number < 100 else "-")
        if not re.search(r"[ -]", word):  # longer ones are put together at run time
            yield number, word
    ones = "|".join(re.escape(word) for word, value in cardinals.items() if value == 1)
    for scale in (100, 1000, 10**6, 10**9, 10**12):
        word = spell(scale).split(" ")[-1]
        yield scale, re.sub(rf"^(?:{ones})(?=.{{5}})", "", word)


def units(code: str, folder: Path) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Unit names in every number and case, and those with words on both sides of the figure (섭씨 20도)."""
    tables = json.loads((folder / "main" / code / "units.json").read_text("utf-8"))["main"][code]["units"]
    names: dict[str, str] = {}
    around: dict[str, list[str]] = {}
    for width in ("long", "short", "narrow"):
        for key in UNITS:
            unit = key.split("-", 1)[1]
            for field, pattern in sorted(tables[width].get(key, {}).items()):
                if not field.startswith("unitPattern") or "{0}" not in pattern:
                    continue
                before, after = (fold(part) for part in pattern.split("{0}"))
                if before and after:
                    around.setdefault(before, [after, unit])
                elif after and (len(after) > 2 or after in SHORT_UNITS):
                    names.setdefault(after, unit)
    return names, around


def currencies(code: str, folder: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Currency names and symbols. A symbol is kept only when it is no plain letters ("F", "kr" mean too much)."""
    table = json.loads((folder / "main" / code / "currencies.json").read_text("utf-8"))
    table = table["main"][code]["numbers"]["currencies"]
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for iso in CURRENCIES:
        for field, text in sorted(table[iso].items()):
            if field.startswith("displayName"):
                names.setdefault(fold(text), iso)
            elif field == "symbol" and not re.fullmatch(r"[\w. \u200e\u200f]{1,}", text):
                symbols.setdefault(fold(text), iso)
    return names, symbols


def regional_decimals(code: str, decimal: str, numbers: Path) -> dict[str, str]:
    """Regions that write another decimal mark than the language at large: Mexico, Switzerland, Morocco.

    Not for English: its press writes "1,234" in every country, whatever mark the country's own languages have.
    """
    marks: dict[str, str] = {}
    if code == "en":
        return marks
    for folder in sorted((numbers / "main").glob(f"{code}-*")):
        region = folder.name.split("-")[-1]
        table = json.loads((folder / "numbers.json").read_text("utf-8"))["main"][folder.name]["numbers"]
        mark = table["symbols-numberSystem-latn"]["decimal"]
        if mark != decimal and re.fullmatch(r"[A-Z]{2}", region):
            marks[region] = mark
    return marks


def build(code: str, numbers: Path, units_folder: Path) -> dict[str, Any]:
    marks = json.loads((numbers / "main" / code / "numbers.json").read_text("utf-8"))["main"][code]["numbers"]
    symbols = marks["symbols-numberSystem-latn"]
    words = {} if code in UNSPACED else number_words(code)
    decimals = regional_decimals(code, symbols["decimal"], numbers)
    unit_names, around = units(code, units_folder)
    currency_names, currency_symbols = currencies(code, numbers)
    return {
        "source": "Unicode CLDR 48.2 and ICU 78.3, Unicode License v3",
        "decimal": symbols["decimal"],
        **({"decimals": decimals} if decimals else {}),
        "group": symbols["group"].replace("\u202f", " ").replace("\u00a0", " "),
        **words,
        "units": unit_names,
        "units_around": around,
        "currencies": currency_names,
        "symbols": currency_symbols,
    }


def main() -> None:
    numbers, unit_folder = Path(sys.argv[1]), Path(sys.argv[2])
    for code in LANGUAGES:
        table = build(code, numbers, unit_folder)
        text = json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0)
        (HERE / "numbers" / f"{code}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
