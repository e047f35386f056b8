"""Bad input: one clear line that names the file and the mend, in little time; odd input: read without harm."""

import os
import time
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.checker import reading
from retold.checker.errors import UnreadableInput

ENDINGS = [".txt", ".html", ".md", ".docx"]
STORY = b"The council of the harbour town put off its new bridge by two years, the mayor said on Monday.\n"


def refusal(path) -> str:
    began = time.process_time()
    with pytest.raises(UnreadableInput) as caught:
        reading.read(str(path))
    assert time.process_time() - began < 5
    message = str(caught.value)
    assert message.count("\n") == 0
    assert str(path) in message
    return message


def file(folder, data: bytes, name: str = "a.txt"):
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\xe2\x80\x83\r\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"\x00" * 1000, "not text"),
        (b"The mayor\x00 said", "NUL byte at byte 9"),
        (bytes(range(1, 256)) * 40, "byte 127"),
        (b"caf\xc3\xa9 and na\xc3\xafve, \xff\xfe broken", "the first at byte 18"),
        (b"The mayor said \xff on Monday", "byte 15"),
        (b"\xed\xa0\x80 alone", "byte 0"),
        (b"\x80\x81\x82", "byte 0"),
        (b"\xff\xfea", "UTF-16"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xd0\xcf\x11\xe0" + b"x" * 100, "DOCX"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"PK\x03\x04broken", "damaged"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path, data, says):
    assert says in refusal(file(tmp_path, data))


def test_random_bytes_are_refused(tmp_path):
    refusal(file(tmp_path, bytes((i * i * 2654435761 >> 13) % 256 for i in range(1_000_000))))


def test_missing_file_and_directory(tmp_path):
    assert "is not there" in refusal(tmp_path / "none.txt")
    assert "is a directory" in refusal(tmp_path)
    assert "cannot be read" in refusal(f"{tmp_path}/{'x' * 5000}")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path):
    path = file(tmp_path, STORY)
    path.chmod(0)
    assert "permissions" in refusal(path)


def test_a_line_of_50_mb_is_refused_by_its_size(tmp_path):
    path = tmp_path / "a.txt"
    with path.open("wb") as out:
        out.seek(50_000_000)
        out.write(b"a")
    assert "longer than 5,000,000 characters" in refusal(path)


def test_a_zip_that_is_no_document(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("readme.txt", "text")
    assert "no DOCX document" in refusal(path)


def test_a_document_that_unpacks_to_gigabytes(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 80_000_000)
    assert "unpacks to more than 60 MB" in refusal(path)


def test_a_document_with_broken_parts(tmp_path):
    path = tmp_path / "a.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w:document")
    assert "no readable DOCX" in refusal(path)


MARKUP = st.lists(
    st.sampled_from(
        [
            "<",
            ">",
            "</",
            "div",
            "p>",
            "!--",
            "-->",
            "script",
            '="',
            "&amp;",
            "a b. ",
            "title",
            " lang=",
            "é",
            "#",
            "```",
            "[",
        ]
    ),
    max_size=40,
)


@given(
    st.one_of(st.binary(max_size=200), MARKUP.map(lambda pieces: "".join(pieces).encode())), st.sampled_from(ENDINGS)
)
def test_any_bytes_are_read_or_refused(tmp_path_factory, data, ending):
    path = tmp_path_factory.getbasetemp() / f"any{ending}"
    path.write_bytes(data)
    try:
        found = reading.read(str(path))
    except UnreadableInput:
        return
    covered = "".join(found.words_of(s) for s in found.segments)
    assert "".join(covered.split()) == "".join(found.text.split())


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 100_000 + STORY + b"</div>" * 100_000 + b"</body></html>",
        b"<html><body>" + b"<div>" * 100_000 + STORY,
        b"<html><body>" + b"<" * 500_000 + STORY,
        b"<html><body>" + b"<!--" * 200_000 + b"-->" + STORY,
        b"<html><body>" + b"<b> </b>" * 200_000 + STORY,
        b"<html><body>" + b"<a " * 300_000 + b">" + STORY,
        b"<html><body>" + b"&" * 500_000 + STORY,
        b"<html><body>" + b"<p>" + STORY * 30_000,
    ],
    ids=["nested", "unclosed", "brackets", "comments", "spaces", "attributes", "ampersands", "large"],
)
def test_hostile_pages_are_read_in_little_time(tmp_path, data):
    began = time.process_time()
    found = reading.read(str(file(tmp_path, data, "a.html")))
    assert time.process_time() - began < 5
    assert STORY.decode().strip() in found.text


@pytest.mark.parametrize(
    "text",
    [
        "The mayor \u202esaid\u202c on Monday \u2066nothing\u2069 new, and she left early.",
        "He said \x07 and \x1b[31m it was red for all to see.",
        "the the \n" * 20_000,
        "- [a](b\n" * 20_000,
        "[" * 200_000 + "a",
        "# " * 100_000,
        "```\n" * 50_000 + "a",
        "---\n" + "a: b\n" * 50_000,
        "2024-" * 100_000,
        "Published: " + "1 " * 100_000,
        "x" * 4_900_000,
    ],
    ids=lambda text: repr(text[:8]),
)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_odd_texts_are_read_in_little_time(tmp_path, text, name):
    began = time.process_time()
    found = reading.read(str(file(tmp_path, text.encode(), name)))
    assert time.process_time() - began < 5
    assert found.text == text
