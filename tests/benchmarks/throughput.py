"""Speed and memory of `retold audit`: python tests/benchmarks/throughput.py [--segments N] [--per-pair K]

Writes a manifest of English-German pairs made from templates, audits it in one process and prints segments per CPU
second and the peak of resident memory. A segment is one sentence of the copy, about 85 characters.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

TEMPLATES = [
    ("The ministry said on Tuesday that {a} people had left the region since {b} March.",
     "Das Ministerium teilte am Dienstag mit, seit dem {b}. März hätten {a} Menschen die Region verlassen."),
    ("According to the report, the company spent {a} million euros on new trains in {y}.",
     "Dem Bericht zufolge gab das Unternehmen im Jahr {y} {a} Millionen Euro für neue Züge aus."),
    ("“We will rebuild the bridge within {b} months,” Mayor Karin Holt told reporters.",
     "„Wir werden die Brücke innerhalb von {b} Monaten wieder aufbauen“, sagte Bürgermeisterin Karin Holt."),
    ("Unemployment fell by {b} percent, although analysts may revise the figure later.",
     "Die Arbeitslosigkeit sank um {b} Prozent, auch wenn Analysten die Zahl noch ändern könnten."),
    ("The new line links the harbour with the old town and stops at the central station.",
     "Die neue Linie verbindet den Hafen mit der Altstadt und hält am Hauptbahnhof der Stadt."),
]  # fmt: skip


def pairs(segments: int, per_pair: int):
    """Rows of a manifest with `segments` sentences a side in all."""
    for number in range(max(1, segments // per_pair)):
        sides = ([], [])
        for place in range(per_pair):
            index = number * per_pair + place
            values = {"a": 100 + index % 899, "b": 2 + index % 27, "y": 1990 + index % 34}
            for side, template in zip(sides, TEMPLATES[index % len(TEMPLATES)], strict=True):
                side.append(template.format(**values))
        yield {
            "id": str(number), "original_lang": "en", "copy_lang": "de",
            "original_text": "\n\n".join(sides[0]), "copy_text": "\n\n".join(sides[1]),
        }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--segments", type=int, default=20_000)
    parser.add_argument("--per-pair", type=int, default=40)
    parser.add_argument("--encoder", default="none")
    parser.add_argument("--parser", default="none")
    parser.add_argument("--jobs", default="1")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        manifest = Path(folder) / "pairs.jsonl"
        with manifest.open("w", encoding="utf-8") as out:
            for row in pairs(options.segments, options.per_pair):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
        command = "from retold.cli import main; main()"
        results = Path(folder) / "results.jsonl"
        arguments = [
            "audit",
            str(manifest),
            "--encoder",
            options.encoder,
            "--parser",
            options.parser,
            "--jobs",
            options.jobs,
            "--output",
            str(results),
        ]
        done = subprocess.run([sys.executable, "-c", command, *arguments], stdout=subprocess.DEVNULL)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime
    print(f"exit {done.returncode}: {options.segments} segments, {options.per_pair} a pair")
    print(f"encoder {options.encoder}, parser {options.parser}")
    print(f"{options.segments / cpu:,.0f} segments per CPU second ({cpu:.1f} s), peak {used.ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
