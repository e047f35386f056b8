"""Language data: every file keeps the schema, tags fall back, nothing fails on an unknown tag."""

import tomllib

import pytest
from support import ROOT

from retold.checker import language, schemas

FOLDER = ROOT / "checker" / "languages"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_keeps_the_schema(path):
    assert not list(schemas.problems("language", tomllib.loads(path.read_text("utf-8"))))


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_sections_read_one_by_one_are_the_whole_file(path):
    common = tomllib.loads((FOLDER / "und.toml").read_text("utf-8"))
    known = language.load(path.stem)
    for name, section in tomllib.loads(path.read_text("utf-8")).items():
        assert known.section(name) == {**common.get(name, {}), **section}


def test_eighteen_languages_are_shipped():
    assert language.shipped() == tuple("ar cs de en es fr hi it ja ko nl pl pt ru sv tr uk zh".split())


def test_a_tag_falls_back_to_its_parents():
    assert language.load("en-GB").section("meta")["name"] == "English"
    assert language.load("zh-Hant-TW").is_known
    assert not language.load("xx").is_known
    assert language.load("xx").section("quotation")


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("deu", "de"), ("arb", "ar"), ("pt_BR", "pt-BR"), ("zho-TW", "zh-TW"), ("xx", "xx"), ("EN", "en")],
)
def test_tags_are_read_as_bcp_47_prefers_them(tag, wanted):
    assert language.canonical(tag) == wanted
