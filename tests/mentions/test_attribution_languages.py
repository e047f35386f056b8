"""Attributions in every language but English, constructions and look-alikes: tests/data/attributions/<tag>.toml."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest
from click.testing import CliRunner
from support import ROOT

from retold.checker import language
from retold.cli import main

TABLES = {
    path.stem: tomllib.loads(path.read_text("utf-8"))["case"]
    for path in (ROOT / "tests" / "data" / "attributions").iterdir()
}
CASES = [(tag, case) for tag in sorted(TABLES) for case in TABLES[tag]]


def credits(text: str, mention: dict[str, Any]) -> str:
    """Who | with what words | what | class, kind."""
    parts = [" + ".join(text[start:end] for start, end in mention.get(key, ())) for key in ("source", "cue", "content")]
    return " | ".join([*parts, f"{mention['cue_class']}, {mention['type']}"])


@pytest.mark.parametrize(("tag", "case"), CASES, ids=[f"{tag}: {case['what']}" for tag, case in CASES])
def test_inspect_finds_who_said_what(tag: str, case: dict[str, Any]) -> None:
    said = CliRunner().invoke(main, ["inspect", "-", "--language", tag, "--format", "json"], input=case["text"])
    assert said.exit_code == 0, said.output
    found = [each for each in json.loads(said.output)["mentions"] if each["kind"] == "attribution"]
    found.sort(key=lambda each: each["cue"])
    assert [credits(case["text"], each) for each in found] == case.get("credits", [])


def test_every_language_has_a_dozen_constructions_and_look_alikes() -> None:
    assert sorted(TABLES) == sorted(set(language.shipped()) - {"en"})
    for tag, cases in TABLES.items():
        assert len(cases) >= 12, tag
        assert any("credits" not in case for case in cases), tag
