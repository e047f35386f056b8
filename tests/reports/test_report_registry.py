"""Formats by name, ours and other packages'."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from retold import reports
from retold.checker.errors import ConfigError


@pytest.fixture
def plugin(monkeypatch: pytest.MonkeyPatch):
    """Pretend that a package offers a report format under a name."""

    def offer(name: str) -> None:
        entry = EntryPoint(name, "retold.reports.json:write_line", reports.PLUGIN_GROUP)
        monkeypatch.setattr("importlib.metadata.entry_points", lambda group: [entry])
        reports._plugins.cache_clear()

    yield offer
    reports._plugins.cache_clear()


@pytest.mark.parametrize("name", reports.WRITERS)
def test_every_writer_loads(name: str) -> None:
    assert callable(reports.writer(name))


def test_an_unknown_format_names_its_neighbour() -> None:
    with pytest.raises(ConfigError, match="did you mean 'json'"):
        reports.writer("jso")
    with pytest.raises(ConfigError, match="there are text, json, jsonl"):
        reports.writer("wordperfect")


def test_a_plugin_adds_a_format(plugin) -> None:
    plugin("ndjson")
    assert reports.names()[-1] == "ndjson"
    assert reports.writer("ndjson").__name__ == "write_line"


def test_a_plugin_cannot_take_over_a_format(plugin) -> None:
    plugin("json")
    with pytest.raises(ConfigError, match="built in"):
        reports.names()


def test_importing_the_registry_and_text_report_loads_no_rich() -> None:
    code = "import sys, retold.reports.text, retold.reports.summary; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
