"""The same news in every shipped language is read to the same values: tests/data/figures.toml."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from support import ROOT

from retold.cli import main

TEXTS = tomllib.loads((ROOT / "tests" / "data" / "figures.toml").read_text("utf-8"))["text"]
LANGUAGES = sorted({key for text in TEXTS for key in text} - {"name", "published", "expect"})


def seen(mention: dict[str, Any]) -> tuple[str, ...]:
    if mention["kind"] in ("date", "time", "duration", "score", "label"):
        return mention["kind"], mention["value"]
    value = mention["value"] or f"{mention['low']}-{mention['high']}"
    return mention["kind"], value, mention.get("unit", ""), mention["bound"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: str(text["name"]))
def test_inspect_reads_the_same_values(text: dict[str, Any], language: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text[language] + "\n", encoding="utf-8")
    options = ["--language", language, "--published", text["published"], "--format", "json"]
    said = CliRunner().invoke(main, ["inspect", str(tmp_path / "a.txt"), *options])
    assert said.exit_code == 0, said.output
    found = {seen(m) for m in json.loads(said.output)["mentions"] if m["kind"] in KINDS}
    assert sorted({tuple(each) for each in text["expect"]} - found) == [], sorted(found)


KINDS = ("date", "time", "duration", "number", "percent", "money", "quantity", "range", "ordinal", "score", "label")
