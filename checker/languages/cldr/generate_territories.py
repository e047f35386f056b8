"""Make `territories/<code>.json`: names of countries, regions and well-known cities, from CLDR.

    npm pack cldr-localenames-full@48.2.0 cldr-dates-full@48.2.0 && (unpack both)
    python generate_territories.py LOCALENAMES_FOLDER DATES_FOLDER

Territories come from `territories.json` (with the short and variant names); cities are the exemplar cities of the
time zones. CLDR is published under the Unicode licence (Unicode-3.0).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "und"))
"""The languages with a file of their own."""
REGIONS = ("EU", "UN", "002", "142", "150", "419")
"""The codes beyond countries that news writes about: EU, UN, Africa, Asia, Europe, Latin America."""
NO_COUNTRIES = {"EZ", "QO", "ZZ", "XA", "XB", "AC", "CP", "DG", "EA", "IC", "TA", "CQ", "IM", "JE"}
"""Codes that are no country of the news, or whose name is an everyday word or another place (Jersey, Man)."""
NO_CITIES = {
    "America/Bahia", "America/Dawson", "America/Nome", "America/Phoenix", "America/Regina", "America/Resolute",
    "America/Santiago", "America/Swift_Current", "Asia/Hovd", "Asia/Oral", "Asia/Samara", "Atlantic/Madeira",
    "Atlantic/Stanley", "Australia/Broken_Hill", "Australia/Darwin", "Australia/Eucla", "Australia/Lindeman",
    "Europe/Kirov", "Europe/Samara", "Europe/Sofia", "Indian/Christmas", "Pacific/Easter", "Pacific/Gambier",
}  # fmt: skip
"""Zones whose city is better known as a person, a word or an institution."""


def territories(table: dict[str, str]) -> dict[str, list[str]]:
    """Code -> its names, the main one first."""
    names: dict[str, list[str]] = {}
    for key, name in table.items():
        code = key.split("-")[0]
        if code in NO_COUNTRIES or (code.isdigit() and code not in REGIONS):
            continue
        names.setdefault(code, [])
        plain = name.split(" (")[0].strip()
        for each in (name, plain):
            if "(" not in each and each not in names[code]:
                names[code].append(each)
    return names


def zones_of(dates: Path, code: str) -> dict[str, str]:
    """Zone -> exemplar city as the language's file gives it; nested zones (America/Indiana/Knox) are left out."""
    loaded = json.loads((dates / f"main/{code}/timeZoneNames.json").read_text("utf-8"))
    areas: dict[str, dict[str, Any]] = loaded["main"][code]["dates"]["timeZoneNames"]["zone"]
    return {
        f"{area}/{place}": entry["exemplarCity"]
        for area, places in areas.items()
        for place, entry in places.items()
        if area not in ("Etc", "Antarctica", "Arctic") and "exemplarCity" in entry
    }


def cities(named: dict[str, str], zones: set[str], taken: set[str]) -> dict[str, list[str]]:
    """Zone -> the city it is named for, where that is not a territory's name too.

    CLDR leaves a city out where its name is the zone's own last part.
    """
    names = {}
    for zone in zones - NO_CITIES:
        name = named.get(zone) or zone.rsplit("/", 1)[1].replace("_", " ")
        if name not in taken and not set(",(") & set(name):
            names[zone] = [name]
    return names


def main(localenames: Path, dates: Path) -> None:
    english = json.loads((localenames / "main/en/territories.json").read_text("utf-8"))
    known = set(english["main"]["en"]["localeDisplayNames"]["territories"].values())
    named = {code: zones_of(dates, code) for code in LANGUAGES}
    zones = {zone for table in named.values() for zone in table}
    for code in LANGUAGES:
        loaded = json.loads((localenames / f"main/{code}/territories.json").read_text("utf-8"))
        lands = territories(loaded["main"][code]["localeDisplayNames"]["territories"])
        taken = known | {name for names in lands.values() for name in names}
        towns = cities(named[code], zones, taken)
        table = {"source": "CLDR 48, Unicode-3.0", "territories": lands, "cities": towns}
        text = json.dumps(table, ensure_ascii=False, indent=1, sort_keys=True)
        Path(__file__).with_name("territories").joinpath(f"{code}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
