"""Whether two words are one name in two spellings: an edit distance that knows what is written for what.

Which letters stand for one another in which scripts and traditions is data, `names/spellings.toml`: kh, h and ch for
Cyrillic х, oo and u, Korean eo, o and u. Any other change costs a full letter.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import permutations
from typing import Any

from retold.checker.mentions.name_letters import Letters

_VOWELS = frozenset("aeiouy")
_LONGEST_WORD = 24
_ALIKE = 0.75
_HARDLY, _HARDLY_ACROSS = 60, 40
"""Words whose consonants are less alike than this (0-100) are not looked at closely; across scripts less is asked."""
_DOUBLED = 0.05
_OTHER = 1.2
"""The cost of a consonant for another letter, or for none."""
_FAR = 1e9
_BAND = 6
"""Letters that one word may be ahead of the other."""
_KEPT = 2
"""Letters of what two words share that are looked at together with what they do not."""


@lru_cache(maxsize=1)
def spellings() -> Mapping[str, Any]:
    """The table of spellings."""
    return tomllib.loads((files("retold.checker") / "names" / "spellings.toml").read_text("utf-8"))


@dataclass(frozen=True, eq=False)
class _Costs:
    """`changes`: letters of one word -> letters of the other -> the cost where that is small; `longest` their number.
    `endings` keeps what was found of words' ends.
    """

    changes: Mapping[str, Mapping[str, float]]
    longest: int
    vowel: float
    vowel_more: float
    endings: dict[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=None)
def _costs(profiles: tuple[str, ...]) -> _Costs:
    """The costs of a set of profiles together: each change at its cheapest."""
    changes: dict[str, dict[str, float]] = {}
    for family in spellings()["family"]:
        if family["profile"] in profiles:
            for group in family["groups"]:
                members = [member.replace("-", "") for member in group.split()]
                for one, two in permutations(dict.fromkeys(members), 2):
                    known = changes.setdefault(one, {})
                    known[two] = min(family["cost"], known.get(two, 1.0))
    tables = [spellings()["costs"][profile] for profile in profiles if profile in spellings()["costs"]]
    return _Costs(
        changes=changes,
        longest=max(map(len, changes)),
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
    if alike < _ALIKE and _differ(one, two, _HARDLY if profiles[1:] in ((), ("endings",)) else _HARDLY_ACROSS):
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


def _differ(one: str, two: str, least: int) -> bool:
    """Whether two words have so few consonants in common, by class, that they cannot be one."""
    from rapidfuzz.fuzz import ratio

    ours, theirs = skeleton(one), skeleton(two)
    return min(len(ours), len(theirs)) > 1 and ratio(ours, theirs) < least


_SOUNDS = str.maketrans("cqgbvwfzxdrm", "kkkppppsstln")
_SILENT = frozenset("aeiouyhj")
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
    changes, vowel = costs.changes, costs.vowel
    more = _cost_of_more(one, costs), _cost_of_more(two, costs)
    endings = [_known_endings(two[:j], costs) for j in range(width)]
    rows: list[list[float]] = []
    for i in range(len(one) + 1):
        char = one[i - 1] if i else ""
        row = [_FAR] * width
        mine = [
            (row if not letters else rows[i - len(letters)], changes[letters])
            for letters in _known_endings(one[:i], costs)
        ]
        for j in range(max(0, i - _BAND), min(width, i + _BAND + 1)):
            best = 0.0 if i == j == 0 else _FAR
            if i:
                best = min(best, rows[i - 1][j] + more[0][i - 1])
            if j:
                best = min(best, row[j - 1] + more[1][j - 1])
                if i:
                    other = two[j - 1]
                    cost = 0.0 if char == other else vowel if char in _VOWELS and other in _VOWELS else _OTHER
                    best = min(best, rows[i - 1][j - 1] + cost)
            for letters in endings[j]:
                for before, into in mine:
                    if letters in into:
                        best = min(best, before[j - len(letters)] + into[letters])
            row[j] = best
        rows.append(row)
    return rows[-1][-1]


def _cost_of_more(word: str, costs: _Costs) -> list[float]:
    """What each letter of a word costs where the other word has none."""
    return [
        _DOUBLED if i and word[i - 1] == char else costs.vowel_more if char in _VOWELS else _OTHER
        for i, char in enumerate(word)
    ]


def _known_endings(word: str, costs: _Costs) -> tuple[str, ...]:
    """The ends of a word that stand for other letters, the empty one first."""
    tail = word[-costs.longest :]
    if tail not in costs.endings:
        ends = (tail[len(tail) - size :] for size in range(len(tail) + 1))
        costs.endings[tail] = tuple(letters for letters in ends if letters in costs.changes)
    return costs.endings[tail]


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
