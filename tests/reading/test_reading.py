"""Reading: formats, metadata, what an Article holds."""

import io
import sys
from pathlib import Path

import pytest

from retold.checker import reading
from retold.checker.errors import UnreadableInput
from retold.checker.model import Article

DATA = Path(__file__).parent / "data"
STORY = "The council of the harbour town put off its new bridge by two years on Monday, the mayor said.\n"


def article(name: str) -> Article:
    return reading.read(str(DATA / name))


def words(found: Article, kind: str) -> list[str]:
    return [found.words_of(s) for s in found.segments if s.kind == kind]


def test_html_gives_the_story_and_what_the_head_declares():
    page = article("page.html")
    assert page.title == "Stadtrat verschiebt Brückenbau"
    assert (page.language, page.published, page.outlet) == ("de-AT", "2023-04-18T08:30:00+02:00", "Hafenbote")
    assert page.text.startswith("Stadtrat verschiebt Brückenbau\n")
    assert "12 Mio. Euro" in page.text
    assert "Politik" not in page.text
    assert words(page, "headline") == ["Stadtrat verschiebt Brückenbau"]


def test_html_is_known_by_its_start(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes((DATA / "page.html").read_bytes())
    assert reading.read(str(path)).outlet == "Hafenbote"


def test_html_without_a_story_gives_its_plain_text(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        "<html><head><title>T</title><style>p{}</style></head><body><!-- <p>no</p> --><b>a &lt; b</b></body></html>"
    )
    assert reading.read(str(path)).text == "T\na < b"


def test_html_date_from_linked_data(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(
        '<html><head><script type="application/ld+json">{"datePublished": "2023-04-18T06:30:00Z"}</script></head>'
        f"<body><article><p>{STORY}</p><p>{STORY}</p></article></body></html>"
    )
    assert reading.read(str(path)).published == "2023-04-18T06:30:00+00:00"


def test_markdown_keeps_its_text_and_marks_what_is_no_story():
    found = article("article.md")
    assert found.text == (DATA / "article.md").read_text("utf-8")
    assert (found.title, found.language, found.published) == ("Council delays new bridge", "en-GB", "2023-04-18")
    assert words(found, "headline") == ["# Council delays new bridge"]
    assert [line[:11] for line in words(found, "body")] == ["The council", "The cost ha"]


def test_docx_has_paragraphs_and_tables_in_order_and_no_date():
    found = article("article.docx")
    assert found.text.splitlines()[2:4] == ["Year\tCost", "2023\t12 million euros"]
    assert found.title == "Council delays new bridge"
    assert found.published is None


@pytest.mark.parametrize(
    ("name", "language", "piece"),
    [
        ("russian_cp1251.txt", "ru", "строительство нового моста"),
        ("french_cp1252.txt", "fr", "12 millions d’euros, a déclaré la maire Hélène"),
        ("polish_latin2.txt", "pl", "poniedziałek odłożyła"),
        ("korean_euc_kr.txt", "ko", "새 다리 건설을"),
        ("japanese_shift_jis.txt", "ja", "建設を2年延期した"),
        ("declared_cp1251.html", "ru", "Совет отложил строительство моста"),
    ],
)
def test_legacy_encodings(name, language, piece):
    found = article(name)
    assert piece in found.text
    assert found.language == language


def test_line_breaks_are_kept_as_they_are():
    assert "года.\r\nСтоимость" in article("russian_cp1251.txt").text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode(encoding))
    assert reading.read(str(path)).text == STORY


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    found = reading.read("-")
    assert (found.text, found.path, found.language) == (STORY, "-", "en")


def test_what_is_told_is_not_detected():
    found = reading.from_text("Published: 2023-04-18\n" + STORY, language="de", published="2020-01-02")
    assert (found.language, found.published) == ("de", "2020-01-02")


@pytest.mark.parametrize(
    ("top", "language", "published"),
    [
        ("Published: 2023-04-18 08:30\n", "en", "2023-04-18T08:30:00"),
        ("Updated 2023-04-18\n", "en", "2023-04-18"),
        ("Published 18 April 2023\n", "en", "2023-04-18"),
        ("Veröffentlicht am 18. April 2023\n", "de", "2023-04-18"),
        ("Stand: 18.04.2023, 10:15 Uhr\n", "de", "2023-04-18"),
        ("입력 2023.04.18 08:30\n", "ko", "2023-04-18"),
        ("HARBOUR TOWN, April 18, 2023 (Agency) — ", "en", "2023-04-18"),
        ("HARBOUR TOWN, April 18 (Agency) — ", "en", None),
        ("CNB —\n", "en", None),
        ("The bridge of 18 April 1923 is closed.\n", "en", None),
        ("Published: 2023-13-40\n", "en", None),
    ],
)
def test_date_of_publication(top, language, published):
    assert reading.from_text(top + STORY, language=language).published == published


def test_segments_already_cut_keep_their_indexes():
    found = reading.from_segments(["First one. With two.", "", "Third."], language="en")
    assert found.text == "First one. With two.\n\nThird."
    assert [found.words_of(s) for s in found.segments] == ["First one. With two.", "", "Third."]
    assert [(s.index, s.kind) for s in found.segments] == [(0, "body"), (1, "body"), (2, "body")]


def test_lone_surrogates_are_replaced_one_for_one():
    found = reading.from_text("It said \ud800 twice \udfff.")
    assert found.text == "It said \ufffd twice \ufffd."
    assert reading.from_segments(["\ud800 a"]).text == "\ufffd a"


def test_the_same_text_gives_the_same_article():
    assert reading.from_text(STORY) == reading.from_text(STORY)


@pytest.mark.parametrize("text", ["", " \n\t\u3000"])
def test_text_without_words_is_refused(text):
    with pytest.raises(UnreadableInput, match="the text is empty"):
        reading.from_text(text)
    with pytest.raises(UnreadableInput, match="the text is empty"):
        reading.from_segments([text, ""])


def test_text_over_the_limit_is_refused():
    with pytest.raises(UnreadableInput, match="longer than 10 characters"):
        reading.from_text(STORY, limit=10)
    with pytest.raises(UnreadableInput, match="longer than 10 characters"):
        reading.from_segments([STORY], limit=10)
