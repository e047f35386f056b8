"""Generate `units/<code>.json`, names of units and currencies of one language, and `units/und.json`, their conversion.

For maintainers only; nothing here is imported at run time. Source: the npm packages `cldr-units-full`,
`cldr-numbers-full` and `cldr-core` (CLDR 48, unpacked folders), under the Unicode License (see LICENSE). The output is
byte-identical for the same versions:

    npm pack cldr-units-full@48.2.0 cldr-numbers-full@48.2.0 cldr-core@48.2.0 && (unpack all three)
    python generate_units.py FOLDER_OF_UNITS FOLDER_OF_NUMBERS FOLDER_OF_CORE
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
LANGUAGES = ("ar", "cs", "de", "en", "es", "fr", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "sv", "tr", "uk", "zh")

VARIANTS = {"en": ("en-GB",), "pt": ("pt-PT",), "es": ("es-MX",), "zh": ("zh-Hant",)}
"""Regions whose names are read in the language too: kilometres, quilómetros, 公噸."""

WIDTHS = ("long", "short", "narrow")

# In this order: the first unit keeps a name that two share ("°", "ml"). Left out: times, which are
# dates, and units whose names are mostly other words (dots, drops, chains, revolutions, bars).
UNITS = """
volume-milliliter length-kilometer length-meter length-decimeter length-centimeter length-millimeter length-micrometer
length-nanometer length-picometer length-mile length-nautical-mile length-mile-scandinavian length-yard length-foot
length-inch length-fathom length-furlong length-light-year length-astronomical-unit length-parsec temperature-generic
temperature-celsius temperature-fahrenheit temperature-kelvin angle-degree area-square-kilometer area-hectare
area-square-meter area-square-centimeter area-square-mile area-acre area-square-yard area-square-foot area-square-inch
area-dunam mass-tonne mass-kilogram mass-gram mass-milligram mass-microgram mass-ton mass-pound mass-ounce
mass-ounce-troy mass-carat volume-cubic-kilometer volume-cubic-meter volume-cubic-centimeter volume-megaliter
volume-hectoliter volume-liter volume-deciliter volume-centiliter volume-cubic-mile volume-cubic-yard
volume-cubic-foot volume-cubic-inch volume-acre-foot volume-bushel volume-barrel volume-gallon volume-gallon-imperial
volume-quart volume-pint volume-cup volume-fluid-ounce volume-tablespoon volume-teaspoon speed-kilometer-per-hour
speed-meter-per-second speed-mile-per-hour speed-knot acceleration-meter-per-square-second power-gigawatt
power-megawatt power-kilowatt power-watt power-milliwatt power-horsepower energy-kilowatt-hour energy-foodcalorie
energy-kilocalorie energy-calorie energy-kilojoule energy-joule energy-electronvolt energy-british-thermal-unit
frequency-gigahertz frequency-megahertz frequency-kilohertz frequency-hertz digital-petabyte digital-terabyte
digital-gigabyte digital-megabyte digital-kilobyte digital-byte digital-terabit digital-gigabit digital-megabit
digital-kilobit digital-bit graphics-megapixel graphics-pixel pressure-hectopascal pressure-kilopascal
pressure-megapascal pressure-pascal pressure-millibar pressure-pound-force-per-square-inch pressure-millimeter-ofhg
electric-volt electric-ampere electric-milliampere electric-ohm force-newton light-lumen light-lux
consumption-mile-per-gallon consumption-mile-per-gallon-imperial consumption-liter-per-100-kilometer
concentr-part-per-1e6
""".split()

SAME = {"foodcalorie": "kilocalorie", "generic": "degree"}
"""Units that writers do not tell apart."""

PER = ("hour", "second")
"""What distances and data are given per."""

# Names of one or two letters are mostly other words ("in", "se", "mi" ...): only these are units in running text.
SHORT = frozenset(
    """
    km cm mm dm nm μm m kg g mg μg t l ml cl dl hl ha ft lb oz kw mw gw w v hz kb mb gb tb pb °c °f °k ° ′ ″
    km² m² cm² mm² m³ км² м² см² м³ hp m/s km/h mph kn yd kj Ω
    км см мм дм нм мкм м кг г мг т л мл га вт в кб мб гб тб °с к° °م °ف كم سم مم نم كغ كج غ ل مل كم² م² م³
    किमी मी मिमी सेमी ग्रा ली मील ओम дл гл ом
    米 克 升 吨 噸 里 磅 码 碼 桶 节 瓦 度 도 톤 옴
    """.split()
)
HAN = "\u2e80"
"""Where the scripts begin in which two characters are a word."""

LETTERS = {"m": "meter", "g": "gram", "t": "tonne", "l": "liter", "w": "watt", "v": "volt"}
"""What a single letter stands for everywhere: the Polish knot is no "w"."""

SHORT_IN = {
    "en": {"mi", "ly"}, "de": {"ps"}, "fr": {"ko", "mo", "go", "to", "ch"}, "es": {"cv"}, "it": {"cv"},
    "pt": {"cv"}, "nl": {"pk"}, "tr": {"bg"}, "sv": {"hk"}, "ru": {"лс"},
}  # fmt: skip
"""More of them, that no word of one language is taken for."""

NO_UNIT = {
    "fr": {"quart", "quarts"}, "uk": {"вуз", "буш"}, "ru": {"буш"}, "ko": {"노트"}, "ar": {"حصان"},
}  # fmt: skip
"""Names that are mostly other words in their language: a quarter, a university, Bush, a note, a horse."""

ALWAYS_WORDS = frozenset("bar bars min fur ftm pot bit/s part parts ppb dram vol".split())
"""Names that are left out in every language."""

HISTORIC = "DEM FRF ITL ESP NLG BEF ATS PTE GRD IEP FIM HRK BGN".split()
"""Currencies no longer in use that news of the past still count in."""

NO_MONEY = frozenset("XDR XAG XAU XPD XPT XTS XXX XUA XSU CHE CHW BOV COU CLF MXV UYI UYW USN USS".split())

WORDS_AS_CODES = frozenset("ALL TOP SOS CUP MOP COP PEN BAM GEL BOB LAK TRY MAD BAN ANG GIP".split())
"""Codes that are words in capitals; they count only behind a figure, or not at all (the first five)."""

PEOPLES = frozenset(("boliviano", "bolivianos", "boliviani", "afghani", "أفغاني"))
"""Names of currencies that are also names of peoples."""

GERMAN_ENDINGS = ("e", "en", "er", "es", "em")


def fold(text: str) -> str:
    """Lower case with plain spaces and apostrophes, and no soft hyphens: how the extractor looks words up."""
    text = unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200e", "").replace("\u200f", "")
    text = re.sub(r"[\u00a0\u202f]", " ", text).replace("\u2019", "'")
    return text.lower().replace("i\u0307", "i").replace("\u00b5", "\u03bc").strip()


def table_of(locale: str, folder: Path) -> dict[str, Any]:
    table: dict[str, Any] = json.loads((folder / "main" / locale / "units.json").read_text("utf-8"))
    return dict(table["main"][locale]["units"])


def patterns(tables: list[dict[str, Any]], key: str) -> Iterator[tuple[str, str]]:
    """What stands before and after the figure in every number and case of a unit, widest first."""
    for table, width in product(tables, WIDTHS):
        for field, pattern in sorted(table[width].get(key, {}).items()):
            if "-count-" in field and "{0}" in pattern:
                before, after = (fold(part) for part in pattern.split("{0}"))
                yield before, after.rstrip(".")


def unit_names(code: str, folder: Path) -> dict[str, Any]:
    """Unit names, those with words on both sides of the figure (섭씨 20도), and the ways to say per hour."""
    tables = [table_of(locale, folder) for locale in (code, *VARIANTS.get(code, ()))]
    names: dict[str, str] = {}
    around: dict[str, dict[str, str]] = {}
    short, refused = SHORT | SHORT_IN.get(code, set()), ALWAYS_WORDS | NO_UNIT.get(code, set())
    for key in UNITS:
        unit = key.split("-", 1)[1]
        unit = SAME.get(unit, unit)
        for before, after in patterns(tables, key):
            if before:
                if len(before) > 1:
                    around.setdefault(before, {}).setdefault(after, unit)
            elif after in refused:
                continue
            elif LETTERS.get(after, unit) == unit and (len(after) > (1 if after >= HAN else 2) or after in short):
                names.setdefault(after, unit)
    per: dict[str, str] = {}
    for span, width in product(PER, WIDTHS):
        pattern = tables[0][width][f"duration-{span}"].get("perUnitPattern", "")
        if pattern.startswith("{0}"):
            per.setdefault(fold(pattern[3:]).rstrip("."), span)
    return {"units": names, "units_around": around, "per": per}


def in_use(core: Path) -> list[str]:
    """Codes of the currencies that are money today, and of some that were."""
    data = json.loads((core / "supplemental" / "currencyData.json").read_text("utf-8"))
    codes = {
        code
        for entries in data["supplemental"]["currencyData"]["region"].values()
        for entry in entries
        for code, dates in entry.items()
        if "_to" not in dates and dates.get("_tender") != "false"
    }
    return sorted(codes - NO_MONEY) + HISTORIC


def currency_names(code: str, folder: Path, codes: list[str]) -> dict[str, Any]:
    """Currency names and symbols. A symbol is kept only when it is no plain letters ("F", "kr" mean too much)."""
    table = json.loads((folder / "main" / code / "currencies.json").read_text("utf-8"))
    table = table["main"][code]["numbers"]["currencies"]
    names: dict[str, str] = {}
    symbols: dict[str, str] = {}
    for iso in codes:
        for field, text in sorted(table.get(iso, {}).items()):
            name = fold(text)
            if field.startswith("displayName") and not re.search(r"[\d()]", name) and name not in PEOPLES:
                for form in _cases(name, code):
                    names.setdefault(form, iso)
            elif field == "symbol" and not re.fullmatch(r"[\w. ]+", name):
                symbols.setdefault(name, iso)
    return {"currencies": names, "symbols": symbols}


def _cases(name: str, code: str) -> Iterator[str]:
    """A currency's name and, in German, its other cases: "australischer Dollar", "australischen Dollar"."""
    yield name
    adjective, _, noun = name.partition(" ")
    if code == "de" and noun and " " not in noun and (found := re.fullmatch(r"(\w{4,}?)(?:e|er|es)", adjective)):
        yield from (f"{found[1]}{ending} {noun}" for ending in GERMAN_ENDINGS)


class Measures:
    """Units taken apart into base units, as CLDR's conversion data define them."""

    def __init__(self, core: Path) -> None:
        data = json.loads((core / "supplemental" / "units.json").read_text("utf-8"))["supplemental"]
        self.units, self.prefixes = data["convertUnits"], data["unitPrefixes"]
        self.constants = {name: entry["_value"] for name, entry in data["unitConstants"].items()}

    def number(self, text: str) -> Fraction:
        """The value of "231*in3_to_m3" or "1/360*60", where all that follows the one slash divides."""
        above, _, below = text.replace(" ", "").partition("/")
        return self._product(above) / self._product(below or "1")

    def _product(self, text: str) -> Fraction:
        total = Fraction(1)
        for part in text.split("*"):
            total *= self.number(self.constants[part]) if part in self.constants else Fraction(part)
        return total

    def of(self, unit: str) -> tuple[Fraction, Counter[str]]:
        """Factor and base units with their powers: kilometer-per-hour is 5/18 of meter, second to the power of -1."""
        above, _, below = unit.partition("-per-")
        factor, base = self._chain(above)
        if below:
            other, powers = self._chain(below)
            factor /= other
            base.subtract(powers)
        return factor, base

    def _chain(self, unit: str) -> tuple[Fraction, Counter[str]]:
        factor, base, power = Fraction(1), Counter[str](), 1
        rest = unit
        while rest:
            if found := re.match(r"(square|cubic)-", rest):
                power, rest = {"square": 2, "cubic": 3}[found[1]], rest[found.end() :]
            name = next(name for name in self._heads(rest) if self._known(name))
            one, powers = self._single(name)
            factor *= one**power
            base.update({key: count * power for key, count in powers.items()})
            rest, power = rest[len(name) + 1 :], 1
        return factor, base

    @staticmethod
    def _heads(unit: str) -> Iterator[str]:
        parts = unit.split("-")
        yield from ("-".join(parts[:size]) for size in range(len(parts), 0, -1))

    def _known(self, name: str) -> bool:
        return (
            name in self.units or name == "kilogram" or any(name.removeprefix(p) in self.units for p in self.prefixes)
        )

    def _single(self, name: str) -> tuple[Fraction, Counter[str]]:
        if name not in self.units:
            prefix = next(p for p in self.prefixes if name.removeprefix(p) in self.units)
            factor, base = self._single(name[len(prefix) :])
            power = self.prefixes[prefix]
            ten, two = power.get("_power10", "0"), power.get("_power2", "0")
            return factor * Fraction(10) ** int(ten) * Fraction(2) ** int(two), base
        entry = self.units[name]
        factor = self.number(entry.get("_factor", "1"))
        if entry["_baseUnit"] == name or name == "gram":
            return (factor, Counter({name: 1})) if name != "gram" else (Fraction(1, 1000), Counter(kilogram=1))
        one, base = self.of(entry["_baseUnit"])
        return factor * one, base


def factors(core: Path) -> dict[str, list[Any]]:
    """Dimension and factor of every unit that converts by a factor alone."""
    measures = Measures(core)
    out: dict[str, list[Any]] = {}
    compounds = [f"length-{unit}-per-{span}" for unit in ("kilometer", "meter", "mile", "foot") for span in PER]
    compounds += [key + "-per-second" for key in UNITS if key.startswith("digital-")]
    for key in (*UNITS, *compounds):
        unit = key.split("-", 1)[1]
        if (
            unit in SAME
            or key.startswith(("temperature", "angle", "consumption", "concentr", "graphics"))
            or "ofhg" in unit
        ):
            continue
        factor, base = measures.of(unit)
        dimension = " ".join(f"{name}{power if power != 1 else ''}" for name, power in sorted(base.items()) if power)
        out[unit] = [dimension, float(f"{float(factor):.12g}")]
    return out


def write(code: str, table: dict[str, Any]) -> None:
    table = {"source": "Unicode CLDR 48.2, Unicode License v3", **table}
    text = json.dumps(table, ensure_ascii=False, sort_keys=True, indent=0)
    (HERE / "units" / f"{code}.json").write_text(text + "\n", "utf-8")


def main() -> None:
    units, numbers, core = map(Path, sys.argv[1:4])
    codes = in_use(core)
    for code in LANGUAGES:
        write(code, {**unit_names(code, units), **currency_names(code, numbers, codes)})
    modern = [code for code in codes if code not in HISTORIC]
    listed = {
        "codes": sorted({*modern, *HISTORIC} - WORDS_AS_CODES),
        "codes_after": sorted(({*modern} & WORDS_AS_CODES) - {"ALL", "TOP", "SOS", "CUP", "MOP"}),
    }
    write("und", {"factors": factors(core), **listed})


if __name__ == "__main__":
    main()
