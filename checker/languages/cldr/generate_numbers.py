"""Generate `numbers/<code>.json`: number words, scales and ordinals of one language.

For maintainers only; nothing here is imported at run time. Sources, all under the Unicode License (see LICENSE):
the npm package `cldr-numbers-full` (CLDR 48, unpacked folder) and ICU's spell-out rules through `icukit-pyicu` 78.3.
The output is byte-identical for the same versions:

    npm pack cldr-numbers-full@48.2.0 && (unpack it)
    pip install icukit-pyicu==78.3.1
    python generate_numbers.py FOLDER_OF_NUMBERS
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


def build(code: str, numbers: Path) -> dict[str, Any]:
    marks = json.loads((numbers / "main" / code / "numbers.json").read_text("utf-8"))["main"][code]["numbers"]
    symbols = marks["symbols-numberSystem-latn"]
    words = {} if code in UNSPACED else number_words(code)
    decimals = regional_decimals(code, symbols["decimal"], numbers)
    return {
        "source": "Unicode CLDR 48.2 and ICU 78.3, Unicode License v3",
        "decimal": symbols["decimal"],
        **({"decimals": decimals} if decimals else {}),
        "group": symbols["group"].replace("\u202f", " ").replace("\u00a0", " "),
        **words,
    }


def main() -> None:
    numbers = Path(sys.argv[1])
    for code in LANGUAGES:
        table = build(code, numbers)
        text = json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0)
        (HERE / "numbers" / f"{code}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
