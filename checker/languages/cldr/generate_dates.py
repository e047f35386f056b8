"""Make `dates/<code>.json` from Unicode CLDR: month and weekday names, relative words, date order.

Run by maintainers only, on the unpacked npm package `cldr-dates-full` (48.2.0; Unicode licence, see LICENSE here):

    npm pack cldr-dates-full@48.2.0 && tar xzf cldr-dates-full-48.2.0.tgz
    python checker/languages/cldr/generate_dates.py package/main

Names are merged over all regional variants of a language (de-AT "Jänner", the month names of the Levant in ar-SY).
The output is sorted, so that the same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent
LANGUAGES = tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.stem != "und"))
"""The languages with a file of their own."""
WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}
GRAINS = ("year", "month", "week", "day")
FOREIGN_SCRIPTS = ("-Latn", "-Dsrt", "-Shaw")
"""Variants in a script other than the language's usual one would bring in names of other languages."""


def variants(root: Path, code: str) -> Iterator[Path]:
    """The folder of a language, then those of its regional variants."""
    yield root / code
    for folder in sorted(root.glob(f"{code}-*")):
        if not any(mark in folder.name for mark in FOREIGN_SCRIPTS):
            yield folder


def read(folder: Path, name: str) -> dict[str, Any]:
    path = folder / f"{name}.json"
    return json.loads(path.read_text("utf-8"))["main"][folder.name]["dates"] if path.is_file() else {}


def names(block: dict[str, Any], width: str, numbers: dict[str, int]) -> dict[str, int]:
    """Lower-cased name -> number, over the format and the stand-alone forms; figures are not names."""
    out: dict[str, int] = {}
    for usage in ("format", "stand-alone"):
        for key, name in block[usage][width].items():
            word = name.lower().rstrip(".")
            if word and not any(letter.isnumeric() for letter in word):
                out.setdefault(word, numbers[key])
    return out


def relative_words(fields: dict[str, Any]) -> dict[str, list[Any]]:
    """Phrase -> [grain, offset]: "yesterday" -> [day, -1]."""
    out: dict[str, list[Any]] = {}
    for grain in GRAINS:
        for key, phrase in fields.get(grain, {}).items():
            if key.startswith("relative-type-"):
                offset = int(key.removeprefix("relative-type-"))
                out.setdefault(phrase.lower(), [grain, offset])
    return out


def order(pattern: str) -> str:
    """ "M/d/yy" -> "mdy"."""
    return "".join(sorted("ymd", key=lambda letter: pattern.lower().find(letter)))


def table(root: Path, code: str) -> dict[str, Any]:
    """All that is taken from CLDR for one language."""
    months = {str(number): number for number in range(1, 13)}
    out: dict[str, Any] = {"months": {}, "months_short": {}, "weekdays": {}, "weekdays_short": {}, "relative": {}}
    for folder in variants(root, code):
        calendar = read(folder, "ca-gregorian").get("calendars", {}).get("gregorian")
        if not calendar:
            continue
        for key, block, numbers in (("months", "months", months), ("weekdays", "days", WEEKDAYS)):
            out[key] = {**names(calendar[block], "wide", numbers), **out[key]}
            out[f"{key}_short"] = {**names(calendar[block], "abbreviated", numbers), **out[f"{key}_short"]}
        out["relative"] = {**relative_words(read(folder, "dateFields").get("fields", {})), **out["relative"]}
        out.setdefault("order", order(calendar["dateFormats"]["short"]))
    for key in ("months", "weekdays"):
        out[f"{key}_short"] = {word: n for word, n in out[f"{key}_short"].items() if word not in out[key]}
    return out


def main(root: Path) -> None:
    target = Path(__file__).parent / "dates"
    target.mkdir(exist_ok=True)
    for code in LANGUAGES:
        text = json.dumps(table(root, code), ensure_ascii=False, indent=1, sort_keys=True)
        (target / f"{code}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
