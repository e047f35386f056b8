"""Segments: the gold sentences, exact cover of the text, kinds, and bounded time on hostile texts."""

import time
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.checker.segment import count_words, segment

GOLD = tomllib.loads((Path(__file__).parent / "data" / "sentences.toml").read_text("utf-8"))["text"]

STORY = "A bridge in the north of the country collapsed on Monday, officials said."
KOREAN = "북부 지역의 다리가 월요일에 무너졌다고 당국이 밝혔으며 사상자는 없었다고 전했다."
NOISE = st.text(
    st.sampled_from(
        list("aA1.,!?…\"'“”«»„()[] \n\r\t:;—-。！？」「と。،؟।가漢ไ\u200f\u202e\u00a0\u2028\ufeff\x85\x1c")
    ),
    max_size=80,
)


def pieces(text: str, tag: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(text, tag)]


@pytest.mark.parametrize("case", GOLD, ids=lambda case: f"{case['language']}: {case['name']}")
def test_gold_sentences(case):
    text = case.get("join", " ").join(case["sentences"])
    assert pieces(text, case["language"]) == case["sentences"]


@given(st.one_of(NOISE, st.text(max_size=60)), st.sampled_from(["en", "de", "ko", "ja", "zh", "ar", "th", "und"]))
def test_every_character_but_space_is_in_one_segment(text, tag):
    segments = segment(text, tag)
    covered = "".join(text[s.start : s.end] for s in segments)
    assert "".join(covered.split()) == "".join(text.split())
    for number, one in enumerate(segments):
        assert one.index == number
        assert text[one.start : one.end] == text[one.start : one.end].strip() != ""
    for one, following in pairwise(segments):
        assert one.end <= following.start
        assert one.paragraph <= following.paragraph


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\n\n", "\u2029"])
def test_line_breaks_part_paragraphs(line_break):
    text = line_break.join(["The council met on Monday.", "Nobody spoke. Then they left."])
    segments = segment(text, "en")
    assert [text[s.start : s.end] for s in segments] == [
        "The council met on Monday.",
        "Nobody spoke.",
        "Then they left.",
    ]
    assert [s.paragraph for s in segments] == [0, 1, 1]


def test_a_wrapped_text_is_read_as_paragraphs():
    text = (
        "The council of the small harbour town met on Monday evening to discuss\n"
        "the repair of the old bridge, which has been closed to lorries since a\n"
        "storm damaged two of its pillars. Nobody could say what it would cost,\n"
        "and the mayor asked for patience.\n"
        "\n"
        "A decision is expected in the spring.\n"
    )
    found = pieces(text, "en")
    assert len(found) == 3
    assert found[0].endswith("two of its pillars.")


def test_lines_that_are_not_full_stay_apart():
    assert len(pieces("First point\nSecond point that is longer\nThird\nFourth point", "en")) == 4


def kinds(text: str, tag: str = "en") -> list[str]:
    return [s.kind for s in segment(text, tag)]


def test_a_dash_on_its_own_line_belongs_to_the_dateline():
    text = "CNB\n—\nA bridge collapsed in the north of the country on Monday, officials said."
    assert pieces(text, "en")[0] == "CNB\n—"
    assert kinds(text) == ["body", "body"]


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        (f"Bridge collapses in the north\n{STORY}", "en", ["headline", "body"]),
        (f"다리 붕괴\n{KOREAN}", "ko", ["headline", "body"]),
        ("Bridge collapses in the north", "en", ["body"]),
        (f"Bridge collapses in the north.\n{STORY}", "en", ["body", "body"]),
        ("“We heard a roar and then we saw the dust.”", "en", ["quote"]),
        ("“We heard a roar,” she said, “and then dust.”", "en", ["body"]),
    ],
)  # fmt: skip
def test_kinds(text, tag, expected):
    assert kinds(text, tag) == expected


def test_readers_can_mark_stretches():
    text = "x = 1\nThe council met on Monday and decided nothing at all about the bridge."
    assert [s.kind for s in segment(text, "en", [(0, 6, "boilerplate")])] == ["boilerplate", "body"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The U.S. Army — it said — left.", 6),
        ("漢字かな", 2),
        ("物价上涨了3.5%", 4),
        ("ภาษาไทย", 4),
        ("정부는 새 지침을 발표했다", 4),
        ("— … !", 0),
    ],
)
def test_count_words(text, words):
    assert count_words(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "a " * 500_000,
        "." * 500_000,
        '."' * 200_000,
        '"' * 500_000,
        ". ” " * 200_000,
        "! " * 200_000,
        "\n" * 500_000 + "a",
        "。」" * 200_000,
        "a. " * 200_000,
        "1. " * 200_000,
        "漢" * 500_000,
        "Related:\n" * 50_000,
        "- link\n" * 50_000,
        "the the \n" * 20_000,
        "“a”" * 100_000,
    ],
    ids=lambda text: repr(text[:6]),
)  # fmt: skip
def test_hostile_texts_take_little_time(text):
    began = time.process_time()
    segments = segment(text, "en")
    assert time.process_time() - began < 4
    assert max(s.end - s.start for s in segments) <= 1500
