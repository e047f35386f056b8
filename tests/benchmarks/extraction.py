"""Extraction on gold sets, from the folder tests: python -m benchmarks.extraction FOLDER [SET ...]

FOLDER holds gold sets as JSON lines, which are not part of this project. Prints, for each entry of `floors.toml` under
`[[extraction]]`, how many gold figures or dates are found (half of the span overlaps) and how many have the right
value, all languages together and each. A range counts as right when both its ends are.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy import CODES, FLOORS, rows

from retold.checker import inspection, reading

FIGURES = frozenset(("number", "ordinal", "percent", "money", "quantity", "range"))
DATES = frozenset(("date", "time", "duration"))
WRITTEN_YEAR = re.compile(r"\d{4}|\d\d?[./-]\d|\d\D+\d|[\u4e00-\u9fff]{2}年")
REFERENCE = "2013-02-12"
"""The day that the rows of a set without a date of their own count from."""

Gold = dict[str, Any]


def base(row: Gold) -> str:
    code = row.get("lang") or "und"
    return str(CODES.get(code, code)).split("-")[0]


def gold_of(row: Gold, choice: dict[str, Any]) -> Iterator[Gold]:
    """The gold figures or dates of a row that an entry asks for."""
    whole = {"s": 0, "e": len(row["text"]), "value": row.get("value"), "type": row.get("category")}
    for gold in row.get("mentions") or [whole]:
        kind = gold.get("type") or row["category"]
        if gold.get("s") is None or kind == "ordinal.relative" or (gold is whole and gold["value"] is None):
            continue
        if kind not in choice.get("types", (kind,)) or kind in choice.get("without", ()):
            continue
        if not choice.get("absolute") or absolute(row["text"], gold):
            yield gold


def absolute(text: str, gold: Gold) -> bool:
    """Whether a date does not hang on the day of the text: a day and month, with the year where one is given."""
    timex = next((each.get("timex") or "" for each in gold.get("values") or ()), "")
    if gold.get("type") != "datetimeV2.date" or not re.fullmatch(r"(\d{4}|XXXX)-\d\d-\d\d", timex):
        return False
    return timex.startswith("XXXX") or bool(WRITTEN_YEAR.search(text[gold["s"] : gold["e"]]))


def overlap(one: dict[str, Any], gold: Gold) -> float:
    shared = min(one["end"], gold["e"]) - max(one["start"], gold["s"])
    return max(0, shared) / (max(one["end"], gold["e"]) - min(one["start"], gold["s"]))


def same(said: str | None, wanted: Any) -> bool:
    wanted = str(wanted).rstrip("%").replace(",", ".")
    try:
        return abs(float(said or "nan") - float(wanted)) <= 1e-9 * max(1.0, abs(float(wanted)))
    except ValueError:
        return said == wanted


def right(mention: dict[str, Any], gold: Gold) -> bool:
    if gold.get("values"):
        wanted = {each.get(key) for each in gold["values"] for key in ("value", "timex", "start", "end")} - {None, ""}
        return bool(wanted & {str(mention.get(key)) for key in ("value", "timex", "start_value", "end_value")})
    if gold.get("type") == "numberrange":
        ends = [part.strip() for part in str(gold["value"]).strip("[]()").split(",")]
        held = zip(ends, (mention.get("low"), mention.get("high")), strict=False)
        return len(ends) == 2 and all(same(found, end) if end else found is None for end, found in held)
    return gold.get("value") is None or same(mention.get("value"), gold["value"])


def measure(folder: Path, choice: dict[str, Any]) -> dict[str, Counter[str]]:
    """Language (and "all") -> how many gold mentions there are, are found and are right."""
    tally: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(folder / f"{choice['set']}.jsonl"):
        wanted = list(gold_of(row, choice)) if row.get("label") == "mention" else []
        if not wanted or (choice.get("languages") and base(row) not in choice["languages"]):
            continue
        published = (row.get("ref_date") or (REFERENCE if choice["set"] == "duckling" else ""))[:19] or None
        article = reading.from_text(row["text"], language=row.get("lang"), published=published)
        kinds = DATES if choice["set"] == "rec_datetime" else FIGURES
        said = [m for m in inspection.inspect(article)["mentions"] if m["kind"] in kinds]
        for gold in wanted:
            best = max(said, key=lambda m: overlap(m, gold), default=None)
            found = best is not None and overlap(best, gold) >= 0.5
            for key in ("all", base(row)):
                tally[key]["gold"] += 1
                tally[key]["found"] += found
                tally[key]["right"] += best is not None and found and right(best, gold)
    return tally


def entries() -> list[dict[str, Any]]:
    return list(tomllib.loads(FLOORS.read_text("utf-8"))["extraction"])


def main() -> None:
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    for choice in entries():
        if names and choice["set"] not in names:
            continue
        print(choice["name"])
        tally = measure(folder, choice)
        for key in sorted(tally, key=lambda key: (key != "all", key)):
            count = tally[key]
            shares = (f"{what} {count[what] / count['gold']:.1%}" for what in ("found", "right"))
            print(f"  {key:4} {count['gold']:5} gold, {', '.join(shares)}")


if __name__ == "__main__":
    main()
