"""Shortening a sentence keeps the marked words and says where something was left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker.model import Span
from retold.reports.text_clean import neutral, runs_right_to_left
from retold.reports.text_excerpt import GAP, excerpt

LONG = "alpha beta gamma delta " * 40 + "forty tonnes of paint " + "epsilon zeta eta theta " * 40


def shown(text: str, *marks: tuple[int, int], room: int = 100) -> str:
    pieces = excerpt(text, 0, len(text), [Span(*mark) for mark in marks], room)
    return "".join(f"<{piece.text}>" if piece.marked else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "marks", "expected"),
    [
        ("A short one.", [(2, 7)], "A <short> one."),
        ("  trimmed  ", [], "trimmed"),
        ("ab", [(0, 1), (1, 2)], "<ab>"),
        ("one\ntwo", [(0, 7)], "<one two>"),
        ("", [], ""),
    ],
)
def test_short_texts_stay_whole(text: str, marks: list[tuple[int, int]], expected: str) -> None:
    assert shown(text, *marks) == expected


def test_a_long_sentence_is_cut_around_its_mark() -> None:
    start = LONG.index("forty")
    cut = shown(LONG, (start, start + 12))
    assert "<forty tonnes>" in cut
    assert cut.startswith(f"{GAP} ")
    assert cut.endswith(f" {GAP}")
    assert len(cut) < 130


def test_an_overlong_mark_keeps_its_beginning_and_end() -> None:
    cut = shown(LONG, (0, len(LONG)))
    assert cut.startswith("<alpha beta")
    assert cut.count(GAP) == 1
    assert len(cut) < 130


def test_a_script_without_spaces_is_cut_too() -> None:
    assert len(shown("漢" * 900 + "三" + "字" * 900, (900, 901))) < 130


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("tab\there\r\n", "tab here  "),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m\u202e\u2066\ud800", "\ufffd31m\ufffd\ufffd\ufffd"),
        ("ordinary — “text” 🌊 漢", "ordinary — “text” 🌊 漢"),
    ],
)
def test_control_characters_become_visible(text: str, expected: str) -> None:
    assert neutral(text) == expected
    assert len(neutral(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("abc 漢 é", False), ("abc עברית", True), ("١٢٣", False), ("سلام", True)]
)
def test_direction(text: str, expected: bool) -> None:
    assert runs_right_to_left(text) is expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.lists(st.tuples(st.integers(0, 320), st.integers(0, 320)), max_size=8))
def test_any_marks_give_a_bounded_excerpt_of_the_text(text: str, spots: list[tuple[int, int]]) -> None:
    marks = [Span(min(spot), max(spot)) for spot in spots]
    pieces = excerpt(text, 0, len(text), marks, 60)
    said = "".join(piece.text for piece in pieces).split(GAP)
    assert all(part.strip() in neutral(text) for part in said if GAP not in text)
