"""Accuracy on gold sets: python tests/benchmarks/accuracy.py FOLDER [SET ...]

FOLDER holds gold sets as JSON lines, which are not part of this project. Prints, for each set, how many altered copies
and how many sound copies are flagged, by the rules that flag them. `floors.toml` names the sets and the figures below
which no change may fall; `test_floors.py` guards them when the environment variable RETOLD_EVAL names the folder.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from retold import rules
from retold.checker import config, reading
from retold.checker.pipeline import Checker

FLOORS = Path(__file__).with_name("floors.toml")
CODES = {
    "eng": "en", "arb": "ar", "ara": "ar", "deu": "de", "spa": "es", "fra": "fr", "hin": "hi", "ita": "it", "jpn": "ja",
    "kor": "ko", "nld": "nl", "pol": "pl", "por": "pt", "rus": "ru", "tur": "tr", "ukr": "uk", "zho-CN": "zh",
}  # fmt: skip
WEIGHT = {"minor": 1, "major": 5, "critical": 25}
"""What a finding costs, as MQM counts."""


@dataclass
class Tally:
    """Copies of one kind and how many were flagged at minor severity and 0.5 confidence or above."""

    copies: int = 0
    flagged: int = 0
    by_rule: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float:
        return self.flagged / max(1, self.copies)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def copies(row: dict[str, Any], same: bool) -> Iterator[tuple[str, str | None, str, str | None, str | None]]:
    """What a gold row holds: kind ("good" or "bad"), original, copy and their languages."""
    left, right = (CODES.get(row.get(f"{side}_lang"), row.get(f"{side}_lang")) for side in ("src", "tgt"))
    original = row.get("reference") if same else row.get("source")
    for kind in ("good", "bad"):
        if row.get(kind):
            yield kind, original, row[kind], right if same else left, right


def wanted(row: dict[str, Any], choice: dict[str, Any]) -> bool:
    languages = choice.get("languages")
    return (not languages or row.get("tgt_lang") in languages) and (
        not choice.get("categories") or row.get("category") in choice["categories"]
    )


def measure(folder: Path, choice: dict[str, Any]) -> dict[str, Tally]:
    """Tallies by kind for one entry of floors.toml; "pairs": rows whose altered copy costs more than the sound."""
    values = {
        "encoder": choice.get("encoder", "none"),
        "parser": choice.get("parser", "none"),
        "select": choice.get("rules", []),
    }
    checker = Checker(config.load(values, rules=rules.available()), rules.available())
    tallies = {"good": Tally(), "bad": Tally(), "pairs": Tally()}
    chosen = [row for row in rows(folder / f"{choice['set']}.jsonl") if wanted(row, choice)]
    for row in chosen[:: max(1, len(chosen) // choice.get("sample", len(chosen)) if chosen else 1)]:
        cost: dict[str, float] = {}
        for kind, original, copy, left, right in copies(row, choice.get("same", False)):
            article = reading.from_text(original, language=left) if original else None
            result = checker.check(article, reading.from_text(copy, language=right))
            shown = [f for f in result.findings if f.severity != "info" and f.confidence >= 0.5]
            found = {f.rule for f in shown}
            cost[kind] = sum(WEIGHT[f.severity] * f.confidence for f in shown)
            tallies[kind].copies += 1
            tallies[kind].flagged += bool(found)
            tallies[kind].by_rule.update(found)
        if len(cost) == 2:
            tallies["pairs"].copies += 1
            tallies["pairs"].flagged += cost["bad"] > cost["good"]
    return tallies


def entries() -> list[dict[str, Any]]:
    return tomllib.loads(FLOORS.read_text("utf-8"))["measure"]


def main() -> None:
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    for choice in entries():
        if names and choice["set"] not in names:
            continue
        print(choice["name"])
        for kind, tally in measure(folder, choice).items():
            if tally.copies:
                common = ", ".join(f"{rule} {count}" for rule, count in tally.by_rule.most_common(6))
                print(f"  {kind}: {tally.flagged} of {tally.copies} flagged, {tally.share:.1%} ({common})")


if __name__ == "__main__":
    main()
