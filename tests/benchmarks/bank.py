"""Who said what, rule by rule: python tests/benchmarks/bank.py [FOLDER] [--misses] [--encoder]

`fixtures/bank/<rule-id>.toml` holds, for each rule on attributions, quotes, hedges and names, ten copies with the
defect and ten that only look like it, in sixteen languages, written without sight of the rules. Prints for each rule
how many altered copies it finds, how many any of these rules finds, and how many of the sound copies are flagged.
`--misses` prints the pairs behind the figures, `--encoder` measures with the default encoder.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from retold import rules
from retold.checker import config, reading
from retold.checker.model import Finding, Passage
from retold.checker.pipeline import Checker

BANK = Path(__file__).resolve().parents[2] / "fixtures" / "bank"
GROUPS = ("attribution", "quote", "hedge", "name")
SHOWN = 0.5
_SENTENCE = re.compile(r"[^\n.!?。！？।]+[\n.!?。！？।]*")


@dataclass
class Tally:
    """What one rule does with its pairs. `found`: by the rule itself, in the right place; `noticed`: by any of them."""

    altered: int = 0
    found: int = 0
    noticed: int = 0
    sound: int = 0
    false: int = 0
    alarmed: int = 0

    def add(self, other: Tally) -> None:
        for name in vars(self):
            setattr(self, name, getattr(self, name) + getattr(other, name))


def cases(folder: Path = BANK) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            yield path.stem, case


def shown(checker: Checker, case: dict[str, Any]) -> list[Finding]:
    original = reading.from_text(case["original"], language=case["original_lang"]) if "original" in case else None
    result = checker.check(original, reading.from_text(case["copy"], language=case["copy_lang"]))
    return [f for f in result.findings if f.severity != "info" and f.confidence >= SHOWN]


def fits(finding: Finding, case: dict[str, Any]) -> bool:
    """Whether a finding points at the sentences of the words that one of the case's expectations names."""
    return any(
        ("original" not in expect or _touches(finding.original, case["original"], expect["original"]))
        and ("copy" not in expect or _touches(finding.copy, case["copy"], expect["copy"]))
        for expect in case["expect"]
    )


def _touches(passages: Sequence[Passage], text: str, words: str) -> bool:
    sentences = [m.span() for m in _SENTENCE.finditer(text) if words in m.group()] or [(0, len(text))]
    return any(p.start < end and start < p.end for p in passages for start, end in sentences)


def measure(encoder: str = "none", folder: Path = BANK, misses: bool = False) -> dict[str, Tally]:
    """Tallies by rule id."""
    values = {"encoder": encoder, "parser": "none", "select": list(GROUPS)}
    checker = Checker(config.load(values, rules=rules.available()), rules.available())
    tallies: dict[str, Tally] = {}
    for rule, case in cases(folder):
        tally = tallies.setdefault(rule, Tally())
        said = shown(checker, case)
        mine = [f for f in said if f.rule == rule]
        if case.get("expect"):
            found = any(fits(f, case) for f in mine)
            tally.add(Tally(altered=1, found=found, noticed=bool(said)))
        else:
            found = not mine
            tally.add(Tally(sound=1, false=bool(mine), alarmed=bool(said)))
        if misses and not (found and (bool(case.get("expect")) or not said)):
            report(rule, case, said)
    return tallies


def report(rule: str, case: dict[str, Any], said: list[Finding]) -> None:
    kind = "altered" if case.get("expect") else "sound"
    print(f"\n{kind}: {rule}: {case['name']} [{case.get('original_lang')}-{case['copy_lang']}]")
    print(f"  original: {case.get('original')}\n  copy:     {case['copy']}")
    for finding in said:
        print(f"  said: {finding.rule} {finding.severity} {finding.confidence:.2f} {finding.message}")


def main() -> None:
    folder = next((Path(word) for word in sys.argv[1:] if not word.startswith("-")), BANK)
    encoder = "default" if "--encoder" in sys.argv else "none"
    tallies = measure(encoder, folder, "--misses" in sys.argv)
    whole = Tally()
    print(f"\n{'rule':24} {'found':>10} {'by any':>10} {'false':>10} {'any alarm':>10}")
    for rule, tally in tallies.items():
        whole.add(tally)
        _line(rule, tally)
    _line("ALL", whole)


def _line(name: str, t: Tally) -> None:
    figures = (f"{t.found}/{t.altered}", f"{t.noticed}/{t.altered}", f"{t.false}/{t.sound}", f"{t.alarmed}/{t.sound}")
    print(f"{name:24} " + " ".join(f"{each:>10}" for each in figures))


if __name__ == "__main__":
    main()
