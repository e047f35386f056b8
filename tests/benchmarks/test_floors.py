"""No change may make retold see less or alarm more on the gold sets; runs where RETOLD_EVAL names their folder."""

import os
from pathlib import Path

import pytest
from benchmarks import accuracy, articles, attributions, extraction
from support import has_parser

FOLDER = Path(os.environ.get("RETOLD_EVAL") or "/nowhere")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="RETOLD_EVAL names no folder of gold sets"),
]


@pytest.mark.parametrize("choice", accuracy.entries(), ids=lambda choice: choice["name"])
def test_floor(choice):
    tallies = accuracy.measure(FOLDER, choice)
    if "most_good" in choice:
        assert tallies["good"].share <= choice["most_good"], tallies["good"]
    if "least_bad" in choice:
        assert tallies["bad"].share >= choice["least_bad"], tallies["bad"]
    if "least_pairs" in choice:
        assert tallies["pairs"].share >= choice["least_pairs"], tallies["pairs"]


@pytest.mark.parametrize("choice", extraction.entries(), ids=lambda choice: choice["name"])
def test_extraction_floor(choice):
    tally = extraction.measure(FOLDER, choice)
    for key, least in choice["least_right"].items():
        assert tally[key]["right"] >= least * tally[key]["gold"], (key, tally[key])


@pytest.mark.parametrize("choice", attributions.entries(), ids=lambda choice: choice["name"])
def test_attribution_floor(choice):
    if choice["parser"] != "none" and not has_parser:
        pytest.skip("the extra nlp is not installed")
    shares = attributions.measure(FOLDER, choice)
    for key, least in choice["at_least"].items():
        assert shares[key] >= least, (key, shares)


@pytest.mark.parametrize("choice", articles.entries(), ids=lambda choice: choice["name"])
def test_alarms_on_clean_articles(choice):
    words, found = articles.measure(FOLDER, choice)
    for least in ("major", "minor"):
        assert articles.per_thousand(words, found, least) <= choice[f"most_{least}"], found
