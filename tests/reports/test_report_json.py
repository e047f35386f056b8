"""JSON reports say exactly what the result says, in any script, one line a pair when asked."""

from __future__ import annotations

import io
import json
import math
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import sample

from retold.checker.model import Finding, Passage, Result
from retold.reports import ReportOptions, writer
from retold.reports.json import dumps


def written(result: Result, name: str) -> str:
    stream = io.StringIO()
    writer(name)(result, stream, ReportOptions())
    return stream.getvalue()


@pytest.mark.parametrize("name", ["json", "jsonl"])
@pytest.mark.parametrize("case", ["scripts", "crashed", "alone", "clean"])
def test_reads_back_as_the_result(name: str, case: str) -> None:
    result = sample(case)
    assert json.loads(written(result, name)) == result.to_dict()


def test_one_line_a_result() -> None:
    assert written(sample("scripts"), "jsonl").count("\n") == 1
    assert len(written(sample("scripts"), "jsonl").splitlines()) == 1


def test_scripts_stay_readable_and_keys_in_order() -> None:
    text = written(sample("scripts"), "json")
    assert "120밀리미터" in text
    assert list(json.loads(text)) == list(sample("scripts").to_dict())


def test_no_nan() -> None:
    scores = {"chrf": math.nan, "ter": math.inf, "bleu": 1.5}
    result = replace(sample("clean"), scores=scores)
    assert json.loads(written(result, "json"))["scores"] == {"chrf": None, "ter": None, "bleu": 1.5}


def test_dangerous_characters_are_escaped_not_lost() -> None:
    nasty = "\ud800 \x9b31m \u2028 \u202e \x85 \x7f 🌊"
    finding = Finding("x", "x", "info", 0.5, nasty, copy=(Passage(0, len(nasty), nasty),))
    text = written(Result("a", "pass", findings=(finding,)), "jsonl")
    text.encode("utf-8")
    assert "🌊" in text
    assert not set("\ud800\x9b\u2028\u202e\x85\x7f") & set(text)
    assert json.loads(text)["findings"][0]["message"] == nasty


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=80))
def test_any_text_reads_back(text: str) -> None:
    line = dumps({"text": text})
    line.encode("utf-8")
    assert json.loads(line) == {"text": text}
    assert len(line.splitlines()) == 1
