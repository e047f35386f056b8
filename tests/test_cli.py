"""The commands as users run them: reports, exit codes, one-line errors."""

import json
import os
import subprocess
import sys

import pytest
from support import ROOT

from retold.checker import schemas

ORIGINAL = "The river rose by 3 metres on Monday.\n\nAbout 10,000 people left the town, the mayor said.\n"
COPY = "Der Fluss stieg am Montag um 3 Meter.\n\nEtwa 100.000 Menschen verließen die Stadt, sagte der Bürgermeister.\n"
FAITHFUL = COPY.replace("100.000", "10.000")


@pytest.fixture
def pair(tmp_path):
    original, copy = tmp_path / "original.txt", tmp_path / "copy.txt"
    original.write_text(ORIGINAL, "utf-8")
    copy.write_text(COPY, "utf-8")
    return original, copy


def test_check_reports_a_changed_figure_and_fails(run, pair):
    done = run("check", *pair, "--encoder", "none")
    assert done.exit_code == 1
    assert "10,000" in done.stdout
    assert "100.000" in done.stdout
    assert "\x1b" not in done.stdout


def test_check_passes_an_identical_pair(run, pair):
    done = run("check", pair[0], pair[0], "--format", "json")
    assert done.exit_code == 0
    result = json.loads(done.stdout)
    assert result["verdict"] == "pass"
    assert not result["findings"]


def test_json_report_keeps_the_schema(run, pair):
    done = run("check", *pair, "--format", "json", "--encoder", "none")
    result = json.loads(done.stdout)
    assert not list(schemas.problems("result", result))
    assert result["original"]["language"] == "en"
    assert result["copy"]["language"] == "de"
    found = next(f for f in result["findings"] if f["rule"] == "magnitude-altered")
    for side, text in (("original", ORIGINAL), ("copy", COPY)):
        for passage in found[side]:
            assert text[passage["start"] : passage["end"]] == passage["text"]


def test_check_reads_standard_input(run, pair):
    done = run("check", pair[0], "-", "--copy-lang", "de", "--encoder", "none", "--format", "json", input=FAITHFUL)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["copy"]["language"] == "de"


def test_copy_alone_says_what_was_not_checked(run, pair):
    done = run("check", pair[0], "--format", "json")
    skipped = {skip["rule"]: skip["reason"] for skip in json.loads(done.stdout)["skips"]}
    assert "no original" in skipped["number-altered"]
    assert done.exit_code == 0


def test_fail_on_and_confidence_decide_the_gate(run, pair):
    assert run("check", *pair, "--encoder", "none", "--fail-on", "never").exit_code == 0
    assert run("check", *pair, "--encoder", "none", "--min-confidence", "1").exit_code == 0


def test_select_runs_only_what_is_named(run, pair):
    done = run("check", *pair, "--select", "date", "--format", "json")
    assert done.exit_code == 0
    assert not json.loads(done.stdout)["findings"]


def test_rules_may_be_named_in_one_list(run, pair):
    done = run("check", *pair, "--encoder", "none", "--select", "date, number", "--format", "json")
    assert {finding["group"] for finding in json.loads(done.stdout)["findings"]} == {"number"}


def test_settings_file_is_read_and_shown(run, tmp_path):
    settings = tmp_path / "house.toml"
    settings.write_text('fail_on = "critical"\n[rules.number-altered]\nseverity = "minor"\n', "utf-8")
    shown = run("config", "--config", settings, "--min-confidence", "0.9").stdout
    lines = {line.split()[0]: line for line in shown.splitlines()}
    assert "house.toml" in lines["fail_on"]
    assert "house.toml" in lines["rules.number-altered.severity"]
    assert "command line" in lines["min_confidence"]
    assert "default" in lines["encoder"]


def test_output_goes_to_a_file(run, pair, tmp_path):
    report = tmp_path / "report.json"
    done = run("check", *pair, "--format", "json", "--output", report, "--encoder", "none")
    assert done.exit_code == 1
    assert not done.stdout
    assert json.loads(report.read_text("utf-8"))["verdict"] == "fail"


def test_a_report_never_replaces_a_text_or_a_manifest(run, pair, tmp_path):
    assert_one_line(run("check", *pair, "--output", pair[1]), "copy.txt", "input")
    assert pair[1].read_text("utf-8") == COPY
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text('{"id": "a", "copy_text": "A bridge opened."}\n', "utf-8")
    assert_one_line(run("audit", pairs, "--output", pairs), "input")
    old = tmp_path / "old.jsonl"
    old.write_text("kept\n", "utf-8")
    assert_one_line(run("audit", tmp_path / "none.jsonl", "--output", old), "none.jsonl")
    assert old.read_text("utf-8") == "kept\n"


def test_scores_follow_command_and_settings(run, pair, tmp_path):
    def names(*options):
        return set(json.loads(run("check", pair[0], pair[0], "--format", "json", *options).stdout)["scores"])

    settings = tmp_path / "house.toml"
    settings.write_text('scores = "fast"\n', "utf-8")
    assert {"bleu", "ter", "chrf"} <= names()
    assert (
        json.loads(run("check", pair[0], pair[0], "--format", "json", "--config", settings).stdout)["scores"]["bleu"]
        is None
    )


BAD_TEXTS = {
    "missing": (None, "not"),
    "empty": (b"  \n", "empty"),
    "binary": (b"\x00\x01\x02\x7fELF" * 1000, "not text"),
    "invalid UTF-8": (
        "Käse und Brot. ".encode() * 50 + b"\xff\xfe\xfa ok " + "Grüße aus Köln. ".encode() * 50,
        "UTF-8",
    ),
}


@pytest.mark.parametrize("name", BAD_TEXTS)
def test_an_unreadable_text_is_one_clear_line(run, pair, tmp_path, name):
    content, word = BAD_TEXTS[name]
    path = tmp_path / "bad.txt"
    if content is not None:
        path.write_bytes(content)
    assert_one_line(run("check", pair[0], path), "bad.txt", word)


def assert_one_line(done, *words):
    assert done.exit_code == 2, done.output
    assert done.stderr.startswith("retold: ")
    assert len(done.stderr.strip().splitlines()) == 1
    for word in words:
        assert word in done.stderr


def test_a_directory_is_one_clear_line(run, pair, tmp_path):
    assert_one_line(run("check", pair[0], tmp_path), "directory")


def test_unknown_names_are_one_clear_line_with_the_nearest(run, pair, tmp_path):
    assert_one_line(run("check", *pair, "--select", "number-alterd"), "number-alterd", "number-altered")
    settings = tmp_path / "house.toml"
    settings.write_text('fail_onn = "major"\n', "utf-8")
    assert_one_line(run("check", *pair, "--config", settings), "house.toml", "fail_onn", "'fail_on'")
    settings.write_text('[rules.number-altered]\nsevrity = "minor"\n', "utf-8")
    assert_one_line(run("check", *pair, "--config", settings), "sevrity", "'severity'")
    settings.write_text("fail_on = major\n", "utf-8")
    assert_one_line(run("check", *pair, "--config", settings), "house.toml", "TOML")
    assert_one_line(run("check", *pair, "--config", tmp_path / "no.toml"), "no.toml")
    assert_one_line(run("check", *pair, "--encoder", "word2vec"), "word2vec")
    assert_one_line(run("check", *pair, "--format", "htlm"), "htlm")
    assert_one_line(run("check", *pair, "--published", "yesterday"), "publication date", "yesterday")
    assert_one_line(run("check", *pair, "--published", "2024-02-31"), "2024-02-31")
    assert_one_line(run("check", *pair, "--copy-lang", "english"), "english", "BCP 47")
    settings.write_text("published = 2024-10-29\n", "utf-8")
    assert run("check", *pair, "--config", settings, "--encoder", "none").exit_code == 1
    settings.write_text("min_confidence = 'high'\n", "utf-8")
    assert_one_line(run("check", *pair, "--config", settings), "min_confidence", "a number")
    assert_one_line(run("explain", "number-alterd"), "number-altered")
    assert_one_line(run("schema", "reslt"), "result")


def test_wrong_usage_exits_with_2(run, pair):
    assert run("check").exit_code == 2
    assert run("check", *pair, pair[0]).exit_code == 2
    assert run("check", "-", "-", input=ORIGINAL).exit_code == 2
    assert run("check", *pair, "--fail-on", "sometimes").exit_code == 2
    assert run("chekc").exit_code == 2


def test_a_crashing_rule_is_never_a_pass(run, pair, monkeypatch):
    from retold.rules.number import NumberAltered

    def crash(self, comparison):
        raise ZeroDivisionError("planted")

    monkeypatch.setattr(NumberAltered, "check", crash)
    done = run("check", *pair, "--format", "json", "--encoder", "none")
    assert done.exit_code == 2
    result = json.loads(done.stdout)
    assert result["verdict"] == "unchecked"
    assert result["failures"] == [{"rule": "number-altered", "error": "ZeroDivisionError: planted"}]


def test_rules_and_explain_cover_every_rule(run):
    from retold import rules

    listed = run("rules").stdout
    for rule in rules.available():
        assert rule.id in listed
        told = run("explain", rule.id)
        assert told.exit_code == 0
        assert "Fires" in told.stdout


@pytest.mark.parametrize("name", schemas.NAMES)
def test_schemas_are_printed_and_valid(run, name):
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(json.loads(run("schema", name).stdout))


def test_inspect_shows_segments_and_mentions(run, pair, tmp_path):
    shown = run("inspect", pair[0]).stdout
    assert "10,000" in shown
    assert "language en" in shown
    texts = tmp_path / "texts.jsonl"
    texts.write_text(json.dumps({"id": "a", "text": ORIGINAL, "language": "en"}) + "\n", "utf-8")
    seen = json.loads(run("inspect", texts).stdout)
    assert not list(schemas.problems("inspection", seen))
    assert seen["id"] == "a"
    assert {m["text"]: m["value"] for m in seen["mentions"]}["10,000"] == "10000"


def test_a_closed_pipe_ends_quietly(pair):
    command = f"{sys.executable} -c 'from retold.cli import main; main()' inspect {pair[0]} | head -c 1"
    env = {**os.environ, "PYTHONPATH": ""}
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=ROOT.parent, env=env)
    assert "Traceback" not in done.stderr


def test_uninstalled_checkout_runs(pair):
    done = subprocess.run([sys.executable, ROOT / "cli.py", "--version"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("retold ")
