"""False alarms on whole articles that people translated, from the folder tests: python -m benchmarks.articles FOLDER

FOLDER holds gold sets as JSON lines, which are not part of this project. Prints how many findings there are in 1,000
words of clean copies, by severity and rule; the entries `articles` of floors.toml say how many there may be.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy import CODES, FLOORS, rows

from retold import rules
from retold.checker import config, reading
from retold.checker.model import severity_rank
from retold.checker.pipeline import Checker


def pairs(row: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Original and its clean copies, with the language of each."""
    left, right = (CODES.get(row[f"{side}_lang"], row[f"{side}_lang"]) for side in ("src", "tgt"))
    copies = row.get("references") or {"": row.get("target_sentences") or row.get("good_sentences")}
    for name in sorted(copies):
        yield "\n\n".join(row["source_sentences"]), left, "\n\n".join(copies[name]), right


def measure(folder: Path, choice: dict[str, Any]) -> tuple[int, Counter[tuple[str, str]]]:
    """Words of the copies, and findings at 0.5 confidence or above by severity and rule."""
    values = {"encoder": "none", "parser": "none", "select": choice["rules"]}
    checker = Checker(config.load(values, rules=rules.available()), rules.available())
    words, found = 0, Counter[tuple[str, str]]()
    for row in rows(folder / f"{choice['set']}.jsonl"):
        if choice.get("languages") and row["tgt_lang"] not in choice["languages"]:
            continue
        for original, left, copy, right in pairs(row):
            result = checker.check(reading.from_text(original, language=left), reading.from_text(copy, language=right))
            words += result.copy["words"]
            found.update((f.severity, f.rule) for f in result.findings if f.confidence >= 0.5)
    return words, found


def per_thousand(words: int, found: Counter[tuple[str, str]], least: str) -> float:
    """Findings of at least one severity in 1,000 words."""
    count = sum(number for (severity, _), number in found.items() if severity_rank(severity) >= severity_rank(least))
    return 1000 * count / max(1, words)


def entries() -> list[dict[str, Any]]:
    return tomllib.loads(FLOORS.read_text("utf-8"))["articles"]


def main() -> None:
    for choice in entries():
        words, found = measure(Path(sys.argv[1]), choice)
        shares = ", ".join(f"{per_thousand(words, found, least):.2f} {least}" for least in ("major", "minor"))
        print(f"{choice['name']}: {words} words; findings in 1,000 of them at least {shares}")
        for (severity, rule), number in found.most_common():
            print(f"  {number:4} {severity} {rule}")


if __name__ == "__main__":
    main()
