"""Generate `spelled.json`: numbers in words, as ICU spells them, for the test that reads them back.

For maintainers only. Source: ICU's spell-out rules (Unicode License v3) through `icukit-pyicu` 78.3. Soft hyphens are
left out; ordinals from a million on, and forms that are fractions as well ("cent cinquièmes"), are not in it.

    pip install icukit-pyicu==78.3.1
    python generate_spelled.py
"""

from __future__ import annotations

import json
from pathlib import Path

import icu

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
SETS = ("cardinal", "cardinal-verbose", "cardinal-masculine", "cardinal-feminine", "ordinal", "ordinal-masculine")
CARDINALS = (
    0, 2, 7, 11, 12, 16, 17, 18, 19, 20, 21, 22, 28, 31, 38, 45, 53, 60, 69, 70, 71, 75, 79, 80, 81, 88, 90, 91, 96, 99,
    100, 101, 108, 115, 120, 121, 180, 200, 201, 234, 300, 571, 700, 777, 880, 900, 999, 1000, 1008, 1100, 1234, 1980,
    2000, 2021, 10000, 21000, 80000, 90181, 100000, 101000, 120305, 201000, 342901, 999999, 1000000, 2000000, 3041592,
    21000000, 345678912, 1000000000, 2000000000, 7540321099, 1000000000000,
)  # fmt: skip
ORDINALS = tuple(value for value in CARDINALS if 1 < value < 1_000_000)


def spelled(code: str) -> dict[str, dict[str, str]]:
    """Rule set -> value -> words."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(code))
    names = {rules.getRuleSetName(place) for place in range(rules.getNumberOfRuleSetNames())}
    table: dict[str, dict[str, str]] = {}
    for name in SETS:
        if f"%spellout-{name}" in names:
            rules.setDefaultRuleSet(f"%spellout-{name}")
            values = ORDINALS if name.startswith("ordinal") else CARDINALS
            table[name] = {str(value): rules.format(value).replace("\u00ad", "") for value in values}
    return table


def main() -> None:
    table = {code: spelled(code) for code in LANGUAGES}
    text = json.dumps(table, ensure_ascii=False, indent=0)
    Path(__file__).with_name("spelled.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
