"""Whole articles with their copies: what must be found, and that nothing else stops the press.

`fixtures/pairs/<name>/` holds `original.txt` (absent when the copy stands alone), `copy.txt` and `expected.toml`:
    original_lang, copy_lang, published, profile   what is known of the pair (optional)
    gate = "pass" | "fail"                         the verdict
    not_checked = [RULE...]                        rules that must say that they did not judge
    [[expect]]  a defect that must be found: `rule` (a name, a pattern or a list of them) and the words, of `original`
                and `copy`, on which a passage of the finding must lie; `missed` says why it is not found yet
    [[allow]]   a finding that is acceptable besides: `rule` and the words, on either side
A finding at the gate that is neither is a false alarm, and fails the test: clean pairs are clean.
"""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from support import has_parser

from retold import rules
from retold.checker import config, engine, reading
from retold.checker.model import Finding, Passage, Result
from retold.checker.pipeline import Checker

FOLDER = Path(__file__).parent.parent / "fixtures" / "pairs"
PAIRS = sorted(path.parent.name for path in FOLDER.glob("*/expected.toml"))
SHOWN = 0.5


PARSERS = ["none", "spacy"] if has_parser else ["none"]


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@lru_cache(maxsize=None)
def checker(parser: str) -> Checker:
    return Checker(config.load({"parser": parser}, rules=rules.available()), rules.available())


@lru_cache(maxsize=None)
def checked(name: str, parser: str) -> tuple[dict[str, Any], Result]:
    """What is expected of a pair, and what the checker says of it with the default encoder."""
    folder = FOLDER / name
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    original = _read(folder / "original.txt", expected, "original") if (folder / "original.txt").exists() else None
    copy = _read(folder / "copy.txt", expected, "copy")
    return expected, checker(parser).check(original, copy, ident=name, profile=expected.get("profile"))


def _read(path: Path, expected: dict[str, Any], side: str) -> Any:
    return reading.read(str(path), language=expected.get(f"{side}_lang"), published=expected.get("published"))


def fits(finding: Finding, wanted: dict[str, Any], result: Result) -> bool:
    """Whether a finding is of a wanted rule and lies on the wanted words, on every side that names words."""
    names = [wanted["rule"]] if isinstance(wanted["rule"], str) else wanted["rule"]
    if not any(fnmatchcase(finding.rule, name) for name in names):
        return False
    original, copy = result.articles
    sides = [
        _touches(passages, article.text if article else "", wanted[side])
        for side, passages, article in (("original", finding.original, original), ("copy", finding.copy, copy))
        if side in wanted
    ]
    return all(sides)


def _touches(passages: tuple[Passage, ...], text: str, words: str) -> bool:
    start = text.find(words)
    assert start >= 0, f"the fixture expects words that are not in the text: {words!r}"
    places = []
    while start >= 0:
        places.append((start, start + len(words)))
        start = text.find(words, start + 1)
    return any(p.start < end and begin < p.end for p in passages for begin, end in places)


def acceptable(finding: Finding, expected: dict[str, Any], result: Result) -> bool:
    """Whether a finding is expected or allowed; on one of the sides its words are enough here."""
    for wanted in [*expected.get("expect", ()), *expected.get("allow", ())]:
        for side in ("original", "copy"):
            one_side = {"rule": wanted["rule"], side: wanted[side]} if side in wanted else None
            if one_side and fits(finding, one_side, result):
                return True
    return False


@pytest.mark.parametrize("name", PAIRS)
def test_defects_are_found(name: str, parser: str) -> None:
    expected, result = checked(name, parser)
    shown = [finding for finding in result.findings if finding.confidence >= SHOWN]
    due = [wanted for wanted in expected.get("expect", ()) if "missed" not in wanted]
    missed = [wanted for wanted in due if not any(fits(f, wanted, result) for f in shown)]
    assert not missed, [(wanted["rule"], wanted.get("original"), wanted.get("copy")) for wanted in missed]


@pytest.mark.parametrize("name", PAIRS)
def test_nothing_else_stops_the_press(name: str, parser: str) -> None:
    expected, result = checked(name, parser)
    settings = checker(parser).plan(result.profile).config
    alarms = [f for f in result.findings if engine.at_gate(f, settings) and not acceptable(f, expected, result)]
    assert not alarms, [(f.rule, f.confidence, f.message) for f in alarms]


@pytest.mark.parametrize("name", PAIRS)
def test_verdict(name: str, parser: str) -> None:
    expected, result = checked(name, parser)
    assert not result.failures
    assert result.verdict == expected["gate"]
    assert set(expected.get("not_checked", ())) <= {skip.rule for skip in result.skips}


@pytest.mark.parametrize("name", PAIRS)
def test_an_identical_copy_is_clean(name: str, parser: str) -> None:
    """An article compared with itself has no finding, however odd its words."""
    folder = FOLDER / name
    expected = tomllib.loads((folder / "expected.toml").read_text("utf-8"))
    path = folder / "original.txt"
    if not path.exists():
        pytest.skip("this pair has no original")
    article = _read(path, expected, "original")
    result = checker(parser).check(article, article)
    assert [f.message for f in result.findings] == []
