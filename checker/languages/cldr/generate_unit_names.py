"""Generate `unit_names/und.json`: names of the usual units in languages that have no file of their own.

For maintainers only; nothing here is imported at run time. Source: the npm package `cldr-units-full` (CLDR 48, an
unpacked folder), under the Unicode License (see LICENSE). The output is byte-identical for the same version:

    npm pack cldr-units-full@48.2.0 && tar xzf cldr-units-full-48.2.0.tgz
    python generate_unit_names.py FOLDER_OF_UNITS
"""

from __future__ import annotations

import json
import sys
import unicodedata
from itertools import product
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent

LANGUAGES = """
af am as az be bg bn bs ca cs cy da el et eu fa fi fil ga gl gu he hr hu hy id is ka kk km kn ky lo lt lv mk ml mn mr
ms my nb ne nn or pa ro si sk sl so sq sr sw ta te th tk ur uz vi zu
""".split()

VARIANTS = {"sr": ("sr-Latn",), "bs": ("bs-Cyrl",), "uz": ("uz-Cyrl",)}
"""The other script of languages that are written in two."""

# The first unit keeps a name that two share.
UNITS = """
length-kilometer length-meter length-centimeter length-millimeter length-mile length-nautical-mile length-yard
length-foot length-inch area-square-kilometer area-hectare area-square-meter area-square-mile area-acre
area-square-foot mass-kilogram mass-gram mass-tonne mass-ton mass-pound mass-ounce volume-liter volume-cubic-meter
volume-gallon volume-barrel speed-kilometer-per-hour speed-meter-per-second speed-mile-per-hour speed-knot
temperature-celsius temperature-fahrenheit
""".split()

SHORT = frozenset("км см мм кг км² м² м³ га կմ կգ սմ մմ ק״מ ק״ג".split())
"""Names of two letters that are no other words; those in Latin letters are known in every language anyhow."""

STEM = 6
"""Letters from which on a name may have an ending: "kilometrin", "किलोमीटरचा"."""


def fold(text: str) -> str:
    """Lower case with plain spaces and apostrophes: how the extractor looks words up."""
    text = unicodedata.normalize("NFC", text).replace("\u200e", "").replace("\u200f", "").replace("\u00ad", "")
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2019", "'").lower().strip()


def table_of(locale: str, folder: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((folder / "main" / locale / "units.json").read_text("utf-8"))
    return dict(table["main"][locale]["units"])


def names(code: str, folder: Path) -> dict[str, list[str]]:
    """Unit -> its names after a figure, in every number and case, widest first."""
    tables = [table_of(locale, folder) for locale in (code, *VARIANTS.get(code, ()))]
    taken: set[str] = set()
    found: dict[str, list[str]] = {}
    for key in UNITS:
        unit = key.split("-", 1)[1]
        for table, width in product(tables, ("long", "short")):
            for field, pattern in sorted(table[width].get(key, {}).items()):
                if "-count-" not in field or not pattern.startswith("{0}"):
                    continue
                name = fold(pattern[3:]).rstrip(".")
                if (len(name) <= (3 if unit == "knot" else 2) and name not in SHORT) or "{" in name or name in taken:
                    continue
                taken.add(name)
                stem = len(name) >= STEM and " " not in name and name.isalpha()
                found.setdefault(unit, []).append(name + "*" * stem)
    return found


def main() -> None:
    folder = Path(sys.argv[1])
    table = {code: names(code, folder) for code in LANGUAGES}
    text = ",\n".join(f"{json.dumps(code)}: {json.dumps(table[code], ensure_ascii=False)}" for code in LANGUAGES)
    target = HERE / "unit_names" / "und.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text("{\n" + text + "\n}\n", "utf-8")


if __name__ == "__main__":
    main()
