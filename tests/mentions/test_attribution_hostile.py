"""Text that no newspaper prints: cue words, marks and commas without end cost time in proportion, and break nothing."""

from __future__ import annotations

import gc
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT, article

from retold.checker import language, mentions
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_lexicon import lexicon
from retold.checker.model import Article

MARKS = "\"'“”„‟«»‹›‘’‚‛「」『』,.:;!?—–-()\n ،؛。，、"
DENSE_MEGABYTE_SECONDS = 2.0


def cues(tag: str) -> dict[str, str]:
    """One cue of each class, and the other words that steer the reading."""
    known = lexicon(language.load(tag))
    assert known is not None
    chosen = {name: form for form, name in sorted(known.classes.items(), reverse=True)}
    for key in ("that", "as_words", "adjuncts", "roles", "breaks", "impersonal", "announcing", "infinitive"):
        if known.words.get(key):
            chosen[key] = min(known.words[key])
    return chosen


def units(tag: str) -> list[str]:
    words = cues(tag)
    blank = " " if language.load(tag).section("meta").get("spaces", True) else ""
    opener, closer = language.load(tag).section("quotation")["pairs"][0]
    verb, phrase = words["neutral"], words.get("according before", words.get("according after", ""))
    return [
        verb + blank,
        verb + "," + blank,
        phrase + blank + "Anna," + blank,
        opener,
        opener + verb + closer + "," + blank,
        opener + "Anna Anna Anna Anna" + closer + blank + verb + blank,
        verb + ":" + blank + opener,
        verb + blank + opener + "a\n\n",
        ", ",
        blank.join(words.values()) + blank,
        words.get("as_words", verb) + blank + verb + blank,
        words.get("adjuncts", verb) + blank + "Anna" + blank + verb + blank,
    ]


def seconds(text: str, tag: str) -> float:
    started = time.process_time()
    mentions.of(Article(text=text, language=tag), "attribution")
    return time.process_time() - started


@pytest.mark.parametrize("tag", language.shipped())
def test_time_grows_in_proportion(tag: str) -> None:
    for unit in units(tag):
        short = min(seconds((unit * 4000)[:4000], tag) for _ in range(3))
        long = min(seconds((unit * 16000)[:16000], tag) for _ in range(3))
        assert long < 10 * max(short, 0.01), (unit, short, long)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "tests" / "data" / "attributions").iterdir()), ids=lambda path: path.stem
)
def test_a_megabyte_of_reports_is_read_in_two_seconds(path: Path) -> None:
    cases = tomllib.loads(path.read_text("utf-8"))["case"]
    unit = " ".join(case["text"] for case in cases) + "\n\n"
    quarter = article(unit * (250_000 // len(unit.encode())), path.stem)
    gc.collect()
    gc.freeze()  # what other tests left in memory is not walked again and again while this one is timed
    try:
        started = time.process_time()
        assert mentions.of(quarter, "attribution")
        assert time.process_time() - started < DENSE_MEGABYTE_SECONDS / 4
    finally:
        gc.unfreeze()


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_random_marks_break_nothing(data: st.DataObject) -> None:
    tag = data.draw(st.sampled_from(language.shipped()))
    word = st.sampled_from([*cues(tag).values(), "Anna", "Reed", "dam"])
    parts = data.draw(st.lists(word | st.text(MARKS, min_size=1, max_size=4), max_size=60))
    text = "Dam " + ("" if data.draw(st.booleans()) else " ").join(parts)
    read = article(text, tag)
    found = mentions.of(read, "attribution")
    assert [(m.start, m.end) for m in found] == [
        (m.start, m.end) for m in mentions.of(article(text, tag), "attribution")
    ]
    for mention in found:
        assert isinstance(mention, Attribution)
        for span in (*mention.source, *mention.cue, *mention.content):
            assert mention.start <= span.start < span.end <= mention.end <= len(read.text)
