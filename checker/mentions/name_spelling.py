"""Whether two words are one name in two spellings: an edit distance that knows what is written for what.

Which letters stand for one another in which scripts and traditions is data, `names/spellings.toml`: kh, h and ch for
Cyrillic х, oo and u, Korean eo, o and u. Any other change costs a full letter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from retold.checker.mentions.name_letters import Letters

_VOWELS = frozenset("aeiouy")
_LONGEST_WORD = 24
_HARDLY = 0.45
"""Words less alike than this in letters and in consonants are not looked at closely."""
_DOUBLED = 0.05
_OTHER = 1.2
"""The cost of a consonant for another letter, or for none."""
_FAR = 1e9
_KEPT = 2
"""Letters of what two words share that are looked at together with what they do not."""

Changes = Mapping[tuple[str, str], tuple[tuple[int, int, str, str, float], ...]]
"""Cheap changes by the last letters of both sides: (letters of one, of the other, one, the other, cost)."""


@lru_cache(maxsize=1)
def spellings() -> Mapping[str, Any]:
    """The table of spellings."""
    return tomllib.loads((files("retold.checker") / "names" / "spellings.toml").read_text("utf-8"))


@dataclass(frozen=True, eq=False)
class _Costs:
    changes: Changes
    vowel: float
    vowel_more: float


@lru_cache(maxsize=None)
def _costs(profiles: tuple[str, ...]) -> _Costs:
    """The costs of a set of profiles together: each change at its cheapest."""
    cheapest: dict[tuple[str, str], float] = {}
    for family in spellings()["family"]:
        if family["profile"] in profiles:
            for group in family["groups"]:
                members = [member.replace("-", "") for member in group.split()]
                for one, two in combinations(dict.fromkeys(members), 2):
                    for pair in ((one, two), (two, one)):
                        cheapest[pair] = min(family["cost"], cheapest.get(pair, 1.0))
    changes: dict[tuple[str, str], list[tuple[int, int, str, str, float]]] = {}
    for (one, two), cost in sorted(cheapest.items()):
        changes.setdefault((one[-1:], two[-1:]), []).append((len(one), len(two), one, two, cost))
    tables = [spellings()["costs"][profile] for profile in profiles if profile in spellings()["costs"]]
    return _Costs(
        changes={key: tuple(found) for key, found in changes.items()},
        vowel=min(table["vowel"] for table in tables),
        vowel_more=min(table["vowel_more"] for table in tables),
    )


@lru_cache(maxsize=65536)
def word_score(one: str, two: str, profiles: tuple[str, ...] = ("any",)) -> float:
    """How likely two words in plain letters are one name in two spellings (0-1)."""
    if one == two:
        return 1.0
    from rapidfuzz.fuzz import ratio

    alike = ratio(one, two) / 100
    if alike < _HARDLY and profiles[1:] in ((), ("endings",)) and not _may_be_one(one, two):
        return alike * 0.8
    if max(len(one), len(two)) > _LONGEST_WORD:
        return alike
    cost = _distance(*_unlike(f"^{one}$", f"^{two}$"), _costs(profiles))
    return max(0.0, 1.0 - cost / max(len(one), len(two)))


def _unlike(one: str, two: str) -> tuple[str, str]:
    """Two words without the beginning and the end they share, but for two letters that a change may need."""
    shortest = min(len(one), len(two))
    first = next((i for i in range(shortest) if one[i] != two[i]), shortest)
    last = next((i for i in range(shortest - first) if one[-1 - i] != two[-1 - i]), shortest - first)
    start, end = max(0, first - _KEPT), max(0, last - _KEPT)
    return one[start : len(one) - end], two[start : len(two) - end]


def _may_be_one(one: str, two: str) -> bool:
    """Whether two words could be one at all: their consonants by class agree in half."""
    from rapidfuzz.fuzz import ratio

    ours, theirs = skeleton(one), skeleton(two)
    return ratio(ours, theirs) >= 50 if ours and theirs else len(one) < 4 and len(two) < 4


_SOUNDS = str.maketrans("cqgbvwfzxdjrm", "kkkppppsstsln")
_SILENT = frozenset("aeiouyh")
_DIGRAPHS = (
    ("dzh", "j"),
    ("tsch", "s"),
    ("shch", "s"),
    ("sch", "s"),
    ("tch", "s"),
    ("ph", "f"),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "s"),
    ("ts", "s"),
    ("tz", "s"),
    ("kh", "k"),
)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word by broad class, doubled ones once: scholz and sholtsa are both sls."""
    for written, sound in _DIGRAPHS:
        if written in word:
            word = word.replace(written, sound)
    out: list[str] = []
    for char in word.translate(_SOUNDS):
        if char not in _SILENT and (not out or out[-1] != char):
            out.append(char)
    return "".join(out)


def _distance(one: str, two: str, costs: _Costs) -> float:
    """The cheapest way from one word to the other, letter by letter and by the changes that are known."""
    width = len(two) + 1
    rows: list[list[float]] = []
    changes, vowel, vowel_more = costs.changes, costs.vowel, costs.vowel_more
    for i in range(len(one) + 1):
        char = one[i - 1] if i else ""
        before = one[i - 2] if i > 1 else ""
        row = [_FAR] * width
        for j in range(width):
            if i == j == 0:
                row[0] = 0.0
                continue
            other = two[j - 1] if j else ""
            best = _FAR
            if i and j:
                last = rows[i - 1][j - 1]
                if char == other:
                    best = last
                else:
                    best = last + (vowel if char in _VOWELS and other in _VOWELS else _OTHER)
            if i:
                best = min(
                    best, rows[i - 1][j] + (_DOUBLED if char == before else vowel_more if char in _VOWELS else _OTHER)
                )
            if j:
                doubled = j > 1 and other == two[j - 2]
                best = min(best, row[j - 1] + (_DOUBLED if doubled else vowel_more if other in _VOWELS else _OTHER))
            for key in ((char, other), (char, ""), ("", other)):
                for long, wide, mine, yours, cost in changes.get(key, ()):
                    if long <= i and wide <= j and one[i - long : i] == mine and two[j - wide : j] == yours:
                        start = row if not long else rows[i - long]
                        best = min(best, start[j - wide] + cost)
            row[j] = best
        rows.append(row)
    return rows[-1][-1]


@lru_cache(maxsize=None)
def _groups(table: str, key: str) -> Mapping[str, frozenset[int]]:
    """Each name that goes by several forms, and the numbers of its groups."""
    numbers: dict[str, set[int]] = {}
    for number, group in enumerate(spellings()[table][key]):
        for word in group.split():
            numbers.setdefault(word, set()).add(number)
    return {word: frozenset(found) for word, found in numbers.items()}


def given_names(word: str) -> frozenset[int]:
    """Which given names a word is a form of, as numbers."""
    return _groups("given", "groups").get(word, frozenset())


def family_names(word: str) -> frozenset[int]:
    """Which Korean family names a word is a spelling of, as numbers."""
    return _groups("korean", "surnames").get(word, frozenset())


def is_family_name(word: str, origin: str) -> bool:
    """Whether a word is a family name, in any spelling, of that origin: korean or chinese."""
    return word in _groups(origin, "surnames")


def profiles_of(one: Letters, two: Letters, inflected: bool) -> tuple[str, ...]:
    """The families of spellings that count for two names: by script, and by the look of names in Latin letters."""
    scripts = {one.script, two.script}
    found = list(profiles_of_scripts(frozenset(scripts)))
    if "hangul" in found or _look(one, two, "korean", "surnames"):
        found.append("korean")
    if scripts == {"latin"} and one.hyphenated != two.hyphenated and _look(one, two, "chinese", "surnames"):
        found.append("wade")
    if scripts <= {"latin", "cyrillic"} and (_has(one, "arab", "markers") or _has(two, "arab", "markers")):
        found.append("arab")
    if inflected and "endings" not in found:
        found.append("endings")
    return tuple(found)


@lru_cache(maxsize=None)
def profiles_of_scripts(scripts: frozenset[str]) -> tuple[str, ...]:
    """The families of spellings that count between names in these scripts."""
    found = ("any", *sorted(scripts & {"cyrillic", "hangul", "kana", "arabic", "indic"}))
    return (*found, "endings") if "cyrillic" in found else found


def _has(name: Letters, origin: str, key: str) -> bool:
    return any(word in _groups(origin, key) for word in name.words)


def _look(one: Letters, two: Letters, origin: str, key: str) -> bool:
    """Whether both names begin or end with a family name of that origin and have a given name beside it."""
    marks = _groups(origin, key)
    return all(len(name.words) > 1 and (name.words[0] in marks or name.words[-1] in marks) for name in (one, two))
