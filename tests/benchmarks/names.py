"""Matching of names on our own list of 200 persons in six scripts: python -m benchmarks.names [dev|test|all] [--show]

Recall: the share of pairs of spellings of one person (each two in Latin letters, and each other script with the first
spelling) that score at least as high as the threshold; the threshold is the lowest at which at most 5 % of the pairs of
different persons are joined. Persons and different pairs on odd lines are for tuning ("dev"), those on even lines are
the test. "letters" is the matching without the table of known persons, which holds most of the public figures.
"""

from __future__ import annotations

import sys
import tomllib
from collections import Counter
from itertools import combinations
from pathlib import Path

from retold.checker.mentions.name_letters import script_of
from retold.checker.mentions.name_match import SAME, same_name, spelled_alike

DATA = Path(__file__).parent.parent / "data" / "names.toml"
HALVES = {"dev": slice(0, None, 2), "test": slice(1, None, 2), "all": slice(None)}
METHODS = {"letters": spelled_alike, "names": same_name}
FALSE_JOINS = 0.05


def pairs(half):
    """Pairs of names of one person, with the script of the second, and pairs of names of two persons."""
    table = tomllib.loads(DATA.read_text("utf-8"))
    same = []
    for person in (table["public"] + table["invented"])[HALVES[half]]:
        first, *others = (name.strip() for name in person.split("|"))
        latin = [first, *(name for name in others if script_of(name) == "latin")]
        same += [(one, two, "latin") for one, two in combinations(latin, 2)]
        same += [(first, name, script_of(name)) for name in others if script_of(name) != "latin"]
    different = [tuple(name.strip() for name in each.split("|")) for each in table["different"][HALVES[half]]]
    return same, different


def measure(half, method):
    """Threshold, recall at it over all and by script; recall and false joins at the threshold in use."""
    same, different = pairs(half)
    score = METHODS[method]
    wrong = sorted((score(one, two) for one, two in different), reverse=True)
    threshold = wrong[int(FALSE_JOINS * len(wrong))] + 1e-9
    scores = [(score(one, two), script) for one, two, script in same]
    total, found = Counter(script for _, script in scores), Counter(s for value, s in scores if value >= threshold)
    return {
        "pairs": len(same),
        "different": len(different),
        "threshold": threshold,
        "recall": found.total() / total.total(),
        "by_script": {script: found[script] / total[script] for script in sorted(total)},
        "recall_in_use": sum(value >= SAME for value, _ in scores) / len(scores),
        "false_in_use": sum(value >= SAME for value in wrong) / len(wrong),
    }


def main():
    halves = [word for word in sys.argv[1:] if word in HALVES] or list(HALVES)
    for half in halves:
        for method in METHODS:
            found = measure(half, method)
            scripts = " ".join(f"{script} {share:.2f}" for script, share in found["by_script"].items())
            print(
                f"{half} {method}: recall {found['recall']:.3f} at {found['threshold']:.3f} ({scripts}); at {SAME}:"
                f" recall {found['recall_in_use']:.3f}, false {found['false_in_use']:.3f}; {found['pairs']} and"
                f" {found['different']} pairs"
            )
        if "--show" in sys.argv:
            show(half)


def show(half):
    same, different = pairs(half)
    for one, two in sorted(different, key=lambda each: -spelled_alike(*each))[:16]:
        print(f"  {spelled_alike(one, two):.2f} different: {one} | {two}")
    for one, two, _ in sorted(same, key=lambda each: spelled_alike(each[0], each[1]))[:90]:
        print(f"  {spelled_alike(one, two):.2f} same: {one} | {two}")


if __name__ == "__main__":
    main()
