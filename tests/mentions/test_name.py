"""Names: what is one, what is none, places under one code, spellings of one name."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker import language, mentions
from retold.checker.mentions.name_index import NameIndex
from retold.checker.mentions.name_match import CLOSE, SAME, same_name
from retold.checker.model import Article, Segment


def names(text, tag="en"):
    return mentions.of(Article(text=text, segments=(Segment(0, 0, len(text)),), language=tag), "name")


def pairs(text, tag="en"):
    return [(name.text, name.type) for name in names(text, tag)]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("en", "Yesterday the judge asked Ana de la Cruz about it.", [("Ana de la Cruz", "name")]),
        ("en", "In the end President Ruth Adeyemi agreed.", [("Ruth Adeyemi", "person")]),
        ("en", "The firm of J. D. Marlow is small.", [("J. D. Marlow", "name")]),
        ("en", "It was Larsen's idea.", [("Larsen", "name")]),
        (
            "en",
            "A spokesman for NATO and the Bank of China spoke.",
            [("NATO", "acronym"), ("Bank of China", "organisation")],
        ),
        ("de", "Am Montag sagte Ministerin Petra Lindner die Reise ab.", [("Petra Lindner", "person")]),
        ("de", "Die Regierung senkt Ende März die Steuern auf Strom.", []),
        (
            "fr",
            "Le juge a interrogé Luc d’Aubigny à l’ONU.",
            [("Luc d’Aubigny", "name"), ("ONU", "territory")],
        ),
        (
            "de",
            "Am Montag kam Ministerin Petra Lindner. Dort gefiel Lindners neuer Plan.",
            [("Petra Lindner", "person"), ("Lindner", "person")],
        ),
        ("pl", "Wczoraj w Ministerstwie Zdrowia było cicho.", [("Ministerstwie Zdrowia", "organisation")]),
        ("tr", "Dün Emine Yıldırım’a soru soruldu.", [("Emine Yıldırım", "name")]),
        ("ru", "Вчера министр Павел Орлов уехал.", [("Павел Орлов", "person")]),
        ("ko", "박지민 장관이 말했다.", [("박지민", "person")]),
        ("ja", "高橋首相が述べた。", [("高橋", "person")]),
        ("ja", "保守党議員と外務大臣が述べた。", []),
        ("zh", "昨天，张国强教授和国会议员说。", [("张国强", "person")]),
        ("ar", "قال الوزير سامي حداد إن القرار صدر", [("سامي حداد", "person")]),
        ("hi", "मंत्री अमित वर्मा ने कहा", [("अमित वर्मा", "person")]),
    ],
)
def test_names(tag, text, wanted):
    assert pairs(text, tag) == wanted


@pytest.mark.parametrize("text", ["Officials left.", "On Monday and in March it rained.", "MAYOR LEAVES OFFICE TODAY"])
def test_no_names(text):
    assert names(text) == ()


def test_a_headline_in_title_case_has_only_its_places():
    assert pairs("Mayor of the Old Town in Portugal Leaves Office After Long Talks") == [("Portugal", "territory")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Germany's army"), ("de", "Deutschlands Armee"), ("fr", "de l’Allemagne"), ("es", "en Alemania"),
        ("it", "in Germania"), ("pt", "na Alemanha"), ("nl", "in Duitsland"), ("pl", "w Niemczech"),
        ("ru", "в Германии"), ("uk", "у Німеччині"), ("tr", "Almanya’nın"), ("ar", "في ألمانيا"), ("hi", "जर्मनी में"),
        ("ko", "독일에서"), ("ja", "ドイツで"), ("zh", "在德国"),
    ],
)  # fmt: skip
def test_one_code_in_every_language(tag, text):
    assert [(name.value, name.type) for name in names(text, tag)] == [("DE", "territory")]


def test_abbreviations_of_countries_need_capitals():
    assert pairs("They told us about the US.") == [("US", "territory")]


def test_every_language_has_places():
    for tag in language.shipped():
        assert len(language.cldr("territories", tag)["territories"]) > 200
        assert len(language.cldr("territories", tag)["cities"]) > 200


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Владимир Путин", "Vladimir Putin"),
        ("Mohammed al-Hassan", "Muhammad Al Hassan"),
        ("Yoon Suk-yeol", "Yoon Suk Yeol"),
        ("プーチン", "Putin"),
        ("Ruth Adeyemi", "Adeyemi"),
        ("Łukasz Nowak", "Lukasz Nowak"),
    ],
)
def test_spellings_of_one_name(one, two):
    assert same_name(one, two) == same_name(two, one) >= 0.75


@pytest.mark.parametrize(
    ("one", "two"), [("Martin Keller", "Martin Hoffmann"), ("Larsen", "Okonkwo"), ("Berlin", "Oslo")]
)
def test_different_names(one, two):
    assert same_name(one, two) < CLOSE < SAME


def test_equal_names_score_one():
    assert same_name("Ruth Adeyemi", "ruth adeyemi") == 1.0
    assert same_name("", "Ruth") == 0.0


def test_the_index_knows_words_by_ending_and_spelling():
    index = NameIndex("Критики Ангелы Меркель встретили Шольца из ВОЗ")
    assert index.has("Angela Merkel")
    assert index.has("Scholz")
    assert not index.has("Thatcher")


def test_initials_both_ways():
    assert NameIndex("the WHO said").has_initials("World Health Organization")
    assert NameIndex("the World Health Organization said").has_expansion("WHO")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Ruth ", "O’", "de la ", "U.S.", "“", ". ", "\n", "\u202e", "İ", "독일", "德国", "وزير ", "Dr. "]
        )
    ),
    st.sampled_from(["en", "de", "tr", "ru", "ar", "ko", "ja", "zh"]),
)
def test_offsets_hold_the_words(pieces, tag):
    text = "".join(pieces)
    found = names(text, tag)
    assert all(text[n.start : n.end] == n.text and n.text for n in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert found == names(text, tag)


def test_linear_on_hostile_text():
    for text in ("A" * 100_000, "Joe " * 25_000, "J." * 50_000, "de la " * 20_000, "O'" * 40_000, "A de " * 20_000):
        for tag in ("en", "de"):
            start = time.process_time()
            names(text, tag)
            assert time.process_time() - start < 2
