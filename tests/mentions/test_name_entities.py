"""Who a text speaks of: full names, family names, titles, abbreviations; and who stands for whom in another text."""

import time

import pytest

from retold.checker.mentions import name_entities
from retold.checker.model import Article, Segment


def article(text, tag="en"):
    return Article(text=text, segments=(Segment(0, 0, len(text)),), language=tag)


def entities(text, tag="en"):
    return [(each.kind, each.forms) for each in name_entities.of(article(text, tag))]


def test_a_family_name_belongs_to_the_full_name_before_it():
    text = "On Monday Ruth Adeyemi met Carl Larsen. Adeyemi smiled; Minister Larsen did not."
    assert entities(text) == [("person", ("Ruth Adeyemi", "Adeyemi")), ("person", ("Carl Larsen", "Larsen"))]


def test_two_people_of_one_family_name():
    text = "They asked Ruth Adeyemi. Then Adeyemi left. Her son Tom Adeyemi stayed; later Adeyemi phoned."
    assert entities(text) == [("name", ("Ruth Adeyemi", "Adeyemi")), ("name", ("Tom Adeyemi", "Adeyemi"))]


def test_alike_is_not_the_same():
    found = entities(
        "There the leader Kim Jong Un spoke, and Kim Jong-hun listened. So did Lukashenko and Lukashevich."
    )
    assert [forms[0] for _, forms in found] == ["Kim Jong Un", "Kim Jong-hun", "Lukashenko", "Lukashevich"]


def test_two_spellings_of_one_name_are_one():
    assert entities("We met Oleh Hrytsenko. Later Oleg Gritsenko left.") == [
        ("name", ("Oleh Hrytsenko", "Oleg Gritsenko"))
    ]


def test_an_abbreviation_and_what_it_stands_for():
    text = "The new Baltic Rail Authority (BRA) met. The BRA is small. The World Health Organization and the WHO agree."
    assert entities(text) == [
        ("organisation", ("Baltic Rail Authority", "BRA")),
        ("organisation", ("World Health Organization", "WHO")),
    ]


def test_titles_are_kept():
    found = name_entities.of(article("Yesterday President Ruth Adeyemi spoke. Later Professor Adeyemi left."))
    assert [each.titles for each in found] == [("President", "Professor")]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("de", "Am Montag sprach Ministerin Petra Lindner. Lindner reist heute ab.", ("Petra Lindner", "Lindner")),
        ("ru", "Вчера министр Павел Орлов уехал. С Орловым простились.", ("Павел Орлов", "Орловым")),
        ("pl", "Wczoraj minister Adam Kowal wyjechał. Pożegnano ministra Kowala.", ("Adam Kowal", "Kowala")),
        ("ko", "김현주 교수가 밝혔다. 김 교수는 떠났다.", ("김현주", "김")),
        ("ja", "山田太郎氏が述べた。山田氏は去った。", ("山田太郎", "山田")),
        ("ar", "قال الوزير سامي حداد إن القرار صدر. وقال الوزير حداد إنه سافر.", ("سامي حداد", "حداد")),
    ],
)
def test_one_person_in_each_language(tag, text, wanted):
    assert entities(text, tag) == [("person", wanted)]


@pytest.mark.parametrize(
    ("tag", "text", "wanted"),
    [
        ("zh", "拜登会见了约翰·史密斯", [("person", "拜登"), ("name", "约翰·史密斯")]),
        ("zh", "世卫组织周一表示", [("organisation", "世卫组织")]),
        ("ja", "バイデン大統領と世界保健機関（WHO）", [("person", "バイデン"), ("organisation", "世界保健機関")]),
        ("ko", "바이든은 나토에 갔다.", [("person", "바이든"), ("organisation", "나토")]),
        ("hi", "नरेंद्र मोदी ने विश्व बैंक से कहा", [("person", "नरेंद्र मोदी"), ("organisation", "विश्व बैंक")]),
        ("ar", "زار بوتين وبايدن مجلس الأمن",
         [("person", "بوتين"), ("person", "بايدن"), ("organisation", "مجلس الأمن")]),
    ],
)  # fmt: skip
def test_known_names_where_there_are_no_capitals(tag, text, wanted):
    assert [(kind, forms[0]) for kind, forms in entities(text, tag)] == wanted


def test_entities_of_two_texts_are_paired():
    original = article("On Friday President Joe Biden met Oleh Hrytsenko in Germany. The WHO said so to Ruth Adeyemi.")
    copy = article("В пятницу президент Джо Байден встретил Олега Гриценко в Германии. В ВОЗ это подтвердили.", "ru")
    pairs = [(one.name, two.name) for one, two, _ in name_entities.paired(original, copy)]
    assert pairs == [
        ("Joe Biden", "Джо Байден"), ("Germany", "Германии"), ("WHO", "ВОЗ"), ("Oleh Hrytsenko", "Олега Гриценко"),
    ]  # fmt: skip
    assert name_entities.paired(original, copy) is name_entities.paired(original, copy)


def test_linear_in_the_number_of_names():
    text = " ".join(
        f"On day one Ruth Ade{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}emi met {'Tom' * (i % 3)}Larsen."
        for i in range(3000)
    )
    start = time.process_time()
    one, two = article(text), article(text)
    name_entities.paired(one, two)
    assert time.process_time() - start < 12


def test_equal_names_are_paired_before_alike_ones():
    ours = article("Kim Jong-hun spoke on Monday. Kim Jong Un listened.")
    theirs = article("Kim Jong Un listened. Kim Chong-hun spoke on Monday.")
    pairs = [(one.name, two.name) for one, two, _ in name_entities.paired(ours, theirs)]
    assert pairs == [("Kim Jong Un", "Kim Jong Un"), ("Kim Jong-hun", "Kim Chong-hun")]
