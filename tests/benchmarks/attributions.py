"""Who said what on gold sets, from the folder tests: python -m benchmarks.attributions FOLDER [none|spacy]

FOLDER holds gold sets as JSON lines, which are not part of this project. A gold attribution is found when one that was
read overlaps its content by half of what both cover; its speaker is right when the sources do so too.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.accuracy import FLOORS, rows

from retold.checker import mentions, parse, reading
from retold.checker.mentions.attribution import Attribution
from retold.checker.model import Span


def measure(folder: Path, choice: dict[str, Any], parser: str | None = None) -> dict[str, float]:
    """Precision, recall and F1 of contents, recall of direct quotations, share of found ones whose speaker is right."""
    count: Counter[str] = Counter()
    for place, row in enumerate(rows(folder / f"{choice['set']}.jsonl")):
        if place % choice.get("every", 1):
            continue
        article = reading.from_text(row["text"], language=row["lang"])
        parse.choose(article, parser or choice["parser"])
        left = [mention for mention in mentions.of(article, "attribution") if isinstance(mention, Attribution)]
        count["said"] += len(left)
        for gold in row.get("attributions", ()):
            best = max(left, key=lambda mention: overlap(mention.content, gold["content"]), default=None)
            found = best is not None and overlap(best.content, gold["content"]) >= 0.5
            count.update(gold=1, found=found, direct=gold["type"] == "direct")
            count["direct found"] += found and gold["type"] == "direct"
            if best is not None and found:
                count["speaker right"] += overlap(best.source, gold.get("source", ())) >= 0.5
                left.remove(best)
    precision, recall = count["found"] / count["said"], count["found"] / count["gold"]
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall),
        "direct": count["direct found"] / count["direct"],
        "speaker": count["speaker right"] / count["found"],
    }


def overlap(spans: Iterable[Span], gold: Iterable[list[int]]) -> float:
    ours = {at for span in spans for at in range(span.start, span.end)}
    theirs = {at for start, end in gold for at in range(start, end)}
    return len(ours & theirs) / max(1, len(ours | theirs))


def entries() -> list[dict[str, Any]]:
    return list(tomllib.loads(FLOORS.read_text("utf-8"))["attributions"])


def main() -> None:
    folder, parsers = Path(sys.argv[1]), sys.argv[2:] or ["none", "spacy"]
    for parser in parsers:
        shares = measure(folder, {"set": "quotes_polnear"}, parser)
        print(parser, json.dumps({key: round(share, 3) for key, share in shares.items()}))


if __name__ == "__main__":
    main()
