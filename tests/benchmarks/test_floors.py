"""No change may make retold see less or alarm more on the gold sets; runs where RETOLD_EVAL names their folder."""

import os
from pathlib import Path

import pytest
from benchmarks.accuracy import entries, measure

FOLDER = Path(os.environ.get("RETOLD_EVAL") or "/nowhere")


@pytest.mark.slow
@pytest.mark.skipif(not FOLDER.is_dir(), reason="RETOLD_EVAL names no folder of gold sets")
@pytest.mark.parametrize("choice", entries(), ids=lambda choice: choice["name"])
def test_floor(choice):
    tallies = measure(FOLDER, choice)
    if "most_good" in choice:
        assert tallies["good"].share <= choice["most_good"], tallies["good"]
    if "least_bad" in choice:
        assert tallies["bad"].share >= choice["least_bad"], tallies["bad"]
