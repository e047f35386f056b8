"""What the README shows is what happens."""

import re

from support import ROOT

README = (ROOT / "README.md").read_text("utf-8")
DEMO = ROOT / "fixtures" / "pairs" / "flood-en-de"


def test_the_report_shown_is_the_report_printed(run):
    printed = run("check", DEMO / "original.txt", DEMO / "copy.txt").stdout.splitlines()
    shown = re.search(r"quotes both passages:\n\n((?:    .*\n|\n)+)", README)[1]
    wanted = [line[4:] for line in shown.rstrip().splitlines()]
    places = [line for line in wanted if line and line != "…" and not line.startswith(("Original", "Copy"))]
    assert len(places) >= 10
    assert [line for line in places if line not in printed] == []


def test_every_command_and_option_named_exists(run):
    commands = set(re.findall(r"retold (\w+)", README)) - {"compares", "shows", "sees", "narrows", "is"}
    help_text = run("--help").stdout
    named = {"check", "audit", "inspect", "rules", "explain", "config", "schema"}
    assert commands >= named
    assert all(re.search(rf"^  {name} ", help_text, re.M) for name in named)
    options = set(re.findall(r"`(--[a-z-]+)", README)) | set(re.findall(r" (--(?:output|jobs))", README))
    known = "".join(run(name, "--help").stdout for name in named)
    assert [option for option in sorted(options) if option not in known] == []
