"""The text report against golden output, and what must hold of any report."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_samples import FOLDER, sample

from retold.checker.model import Article, Finding, Passage, Result, Segment
from retold.reports import ReportOptions, writer

VARIANTS = {
    "wide": ReportOptions(width=120),
    "narrow": ReportOptions(width=60),
    "quiet": ReportOptions(width=80, verbose=-1),
    "verbose": ReportOptions(width=100, verbose=1),
    "color": ReportOptions(width=100, color=True),
    "capped": ReportOptions(width=100, limit=2),
}
GOLDEN = [
    *(("translation", variant) for variant in VARIANTS),
    *((name, variant) for name in ("scripts", "crashed") for variant in ("wide", "narrow")),
    ("alone", "narrow"),
    ("clean", "narrow"),
]


def report(result: Result, options: ReportOptions) -> str:
    stream = io.StringIO()
    writer("text")(result, stream, options)
    return stream.getvalue()


@pytest.mark.parametrize(("name", "variant"), GOLDEN)
def test_golden(name: str, variant: str) -> None:
    """The report as an editor sees it. RETOLD_GOLDEN=write makes the files anew; read the difference."""
    path = FOLDER / f"{name}.{variant}.txt"
    written = report(sample(name), VARIANTS[variant])
    if os.environ.get("RETOLD_GOLDEN") == "write":
        path.write_text(written, "utf-8", newline="\n")
    assert written == path.read_bytes().decode("utf-8")


def test_no_colour_means_no_control_characters() -> None:
    for name in ("translation", "scripts", "crashed", "alone", "clean"):
        for options in (VARIANTS["wide"], VARIANTS["narrow"], VARIANTS["verbose"]):
            assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", report(sample(name), options))


def test_colour_writes_style_codes_only() -> None:
    written = report(sample("scripts"), VARIANTS["color"])
    assert "\x1b[1;7m" in written
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", re.sub(r"\x1b\[[0-9;]*m", "", written))


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = report(sample("translation"), ReportOptions())
    for name, value in {"FORCE_COLOR": "1", "COLUMNS": "33", "TERM": "dumb", "LC_ALL": "C", "NO_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert report(sample("translation"), ReportOptions()) == before


def test_the_cap_is_said_and_keeps_the_worst() -> None:
    written = report(sample("translation"), ReportOptions(limit=1))
    assert "5 more findings not shown" in written
    assert "about 10,000" in written
    assert "14 tonnes" not in written
    assert report(sample("translation"), ReportOptions(limit=None)).count("not shown") == 0


def test_findings_on_one_sentence_stand_together() -> None:
    written = report(sample("translation"), ReportOptions(width=120))
    first = written.split("\n\n")[1]
    assert all(rule in first for rule in ("number-altered", "date-altered", "attribution-dropped"))


def test_without_articles_the_quoted_words_stand_for_the_sentences() -> None:
    bare = replace(sample("translation"), articles=(None, None), links=())
    written = report(bare, ReportOptions(width=60))
    assert "[[10,000]]" in written
    assert "[[100.000]]" in written
    assert "district of Varnholm" not in written


def test_what_is_milder_than_asked_is_not_shown() -> None:
    written = report(sample("translation"), ReportOptions(min_severity="major", min_confidence=0.7))
    assert "omission" not in written
    assert "attribution-dropped" not in written
    assert "3 findings at the gate" in written


def test_a_report_fits_its_width() -> None:
    from rich.cells import cell_len

    for name in ("translation", "scripts"):
        for width in (40, 60, 99, 100, 140):
            lines = report(sample(name), ReportOptions(width=width)).splitlines()
            assert max(map(cell_len, lines)) <= width


def test_a_thousand_findings_in_one_long_line() -> None:
    text = "word 10 " * 20_000
    article = Article(text, (Segment(0, 0, len(text)),), "en")
    found = tuple(
        Finding("number-altered", "number", "major", 0.9, "Differs.", copy=(Passage(at, at + 2, "10"),))
        for at in range(5, 8000, 8)
    )
    result = Result("long", "fail", findings=found, copy={"language": "en"}, articles=(article, article))
    written = report(result, ReportOptions())
    assert "950 more findings not shown" in written
    assert len(written) < 20_000


TEXTS = st.text(alphabet=st.sampled_from('ab1,. "“”«»\n\t\x1b\x9b\u202eעשא١漢字🌊\ud800e\u0301'), max_size=400)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.data())
def test_any_text_is_reported_safely(text: str, data: st.DataObject) -> None:
    spots = data.draw(st.lists(st.tuples(*[st.integers(0, len(text))] * 2), max_size=5))
    passages = tuple(Passage(min(s), max(s), text[min(s) : max(s)]) for s in spots)
    article = Article(text, (Segment(0, 0, len(text)),), "en")
    finding = Finding("number-altered", "number", "major", 0.9, text, original=passages[:2], copy=passages[2:])
    result = Result("x", "fail", findings=(finding,), articles=(article, article))
    written = report(result, ReportOptions(width=data.draw(st.sampled_from([40, 100]))))
    written.encode("utf-8")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", written)


def one_paragraph(*sentences: str) -> Article:
    text = " ".join(sentences)
    starts = [text.index(sentence) for sentence in sentences]
    segments = (Segment(i, at, at + len(s)) for i, (at, s) in enumerate(zip(starts, sentences, strict=True)))
    return Article(text, tuple(segments), "en")


def found(article: Article, *quotes: str) -> Finding:
    passages = tuple(Passage(at, at + len(q), q) for q in quotes for at in [article.text.index(q)])
    return Finding("garble-fragment", "garble", "major", 0.9, f"About {quotes[0]}", copy=passages)


def test_findings_on_neighbouring_sentences_of_a_paragraph_stand_together() -> None:
    article = one_paragraph("An official told the paper.", "told.", "To China.", "Nothing else was said.")
    result = Result("x", "fail", findings=(found(article, "told."), found(article, "To")), articles=(None, article))
    written = report(result, ReportOptions())
    assert written.count("copy ¶1") == 1
    assert "An official told the paper. [[told.]] [[To]] China." in written


def test_a_very_short_sentence_is_shown_with_the_one_before() -> None:
    article = one_paragraph("The president spoke of a long and difficult winter for all.", "Ta.")
    result = Result("x", "fail", findings=(found(article, "Ta."),), articles=(None, article))
    assert "difficult winter for all. [[Ta.]]" in report(result, ReportOptions())


def test_a_finding_on_many_sentences_stands_alone_and_says_that_there_are_more() -> None:
    sentences = [f"Sentence number {n} says something." for n in range(12)]
    article = one_paragraph(*sentences)
    everywhere, one = found(article, *sentences), found(article, "number 3")
    written = report(Result("x", "fail", findings=(everywhere, one), articles=(None, article)), ReportOptions())
    assert written.count("copy ¶1") == 2
    assert "\n       ¶1        Sentence number 5 says something.\n                 and 6 more\n" in written
    assert "Sentence number 6" not in written
    assert "Sentence [[number 3]] says something." in written


def test_a_listed_sentence_is_cut_at_a_word() -> None:
    long = "The council voted on the " + "very " * 40 + "long bill."
    article = one_paragraph(long, "It was late by then.")
    written = report(
        Result("x", "pass", findings=(found(article, long, "It was late by then."),), articles=(None, article)),
        ReportOptions(width=400),
    )
    assert "very …\n" in written
    assert "[[" not in written


def test_an_overlong_mark_is_one_mark_with_a_gap_in_it() -> None:
    long = "The council voted on the " + "very " * 80 + "long bill."
    article = one_paragraph(long)
    result = Result("x", "pass", findings=(found(article, long),), articles=(None, article))
    written = report(result, ReportOptions(width=1000))
    assert written.count("[[") == written.count("]]") == 1
    assert "very … very" in written
    assert "long bill.]]" in written


def test_a_copy_alone_has_no_profile() -> None:
    alone = Result("x", "pass", profile="translation", copy={"language": "en", "words": 3})
    assert "Profile" not in report(alone, ReportOptions())


def test_on_a_terminal_the_report_is_as_wide_as_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "64")
    assert report(sample("translation"), ReportOptions(interactive=True)) == report(
        sample("translation"), ReportOptions(width=64)
    )


def test_a_figure_stays_marked_inside_a_sentence_that_is_marked_as_a_whole() -> None:
    sentence = "About 300 people left the northern suburbs of the town on Monday, police said."
    article = one_paragraph(sentence)
    result = Result("x", "fail", findings=(found(article, sentence), found(article, "300")), articles=(None, article))
    assert "About [[300]] people" in report(result, ReportOptions())
