"""Names against names: spellings, scripts, aliases, and people who only look alike."""

import pytest
from benchmarks import names
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker.mentions.name_known import known, table
from retold.checker.mentions.name_match import CLOSE, SAME, same_name, shares_word, sounds, spelled_alike


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Yevhen Hrytsenko", "Evgeny Gritsenko"), ("Щербаков", "Schtscherbakow"), ("Цветкова", "Zwetkowa"),
        ("Park Sung-woo", "Bak Seong-u"), ("박성우", "Park Sung-woo"), ("Lee Kyung-suk", "Yi Gyeong-seok"),
        ("サトウ・ユウコ", "Yūko Satō"), ("Kenji Fujiwara", "Fujiwara Kenji"), ("Mao Zedong", "Mao Tse-tung"),
        ("张国强", "Zhang Guoqiang"), ("حسين الجبوري", "Hussein al-Jabouri"), ("प्रिया चौधरी", "Priya Chaudhary"),
        ("Jürgen Großmann", "Juergen Grossmann"), ("Bill Ashdown", "William Ashdown"),
        ("J. D. Marlow", "John David Marlow"),
        ("Иван Сергеевич Орлов", "Ivan Orlov"), ("Pieter van den Heuvel", "Pieter Heuvel"),
    ],
)  # fmt: skip
def test_spellings_of_one_name(one, two):
    assert spelled_alike(one, two) == spelled_alike(two, one) >= SAME


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Kim Jong Un", "Kim Jong-hun"), ("Lukashenko", "Lukashevich"), ("John Kerry", "John Kirby"),
        ("Ruth Adeyemi", "Ruth Adebayo"), ("박성우", "Park Sung-min"), ("李强", "Li Gang"),
        ("Anna Orlova", "Inna Orlova"),
        ("Ibrahim Haddad", "Ismail Haddad"), ("Sato Yuko", "Sato Akiko"), ("Peter Keller", "Peter Kessler"),
    ],
)  # fmt: skip
def test_two_people(one, two):
    assert same_name(one, two) < SAME


def test_case_endings_count_only_where_names_are_inflected():
    assert spelled_alike("Tuskiem", "Tusk", inflected=True) >= SAME > spelled_alike("Tuskiem", "Tusk")
    assert spelled_alike("Орлова", "Орловым") >= SAME


@pytest.mark.parametrize(
    ("one", "two"),
    [("ООН", None), ("ВОЗ", "organisation:who"), ("世卫组织", "organisation:who"), ("拜登", "person:joe-biden"),
     ("Papst Franziskus", "person:pope-francis"), ("Ruth Adeyemi", None),
     ("뉴욕타임스", "organisation:new-york-times")],
)  # fmt: skip
def test_known_by_one_key(one, two):
    assert known(one) == two


def test_known_names_that_differ_are_never_one():
    assert same_name("Kim Jong Un", "Kim Jong Il") == 0.0
    assert same_name("特朗普", "Donald Trump") == 1.0


def test_every_known_name_says_one_thing():
    names = [
        (name, f"{kind}:{key}") for kind, entries in table().items() for key, each in entries.items() for name in each
    ]
    assert [(name, key) for name, key in names if known(name) != key] == []


def test_names_without_letters():
    assert same_name("", "Ruth") == same_name("…", "?") == 0.0
    assert not shares_word("Al", "Al")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_a_score(one, two):
    assert 0.0 <= same_name(one, two) == same_name(two, one) <= 1.0
    assert sounds(one) == sounds(one)


@pytest.mark.parametrize(
    ("half", "method", "recall", "wrong"),
    [("dev", "letters", 0.94, 0.06), ("dev", "names", 0.96, 0.06),
     ("test", "letters", 0.81, 0.08), ("test", "names", 0.88, 0.08)],
)  # fmt: skip
def test_the_list_of_200_persons(half, method, recall, wrong):
    found = names.measure(half, method)
    assert found["recall"] >= recall
    assert found["false_in_use"] <= wrong
    assert CLOSE < SAME
