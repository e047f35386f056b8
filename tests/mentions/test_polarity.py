"""Polarity: what negates and what only looks so, in every shipped language."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.checker import language, mentions
from retold.checker.mentions import opposites, polarity
from retold.checker.model import Article, Segment


def negations(text, tag="en"):
    return mentions.of(Article(text=text, language=tag), "polarity")


def words(text, tag="en"):
    return [each.text for each in negations(text, tag)]


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "He did not say that he'd never go.", ["not", "never"]),
        ("en", "The shop isn’t open.", ["isn’t"]),
        ("en", "Neither the mayor nor his deputy came.", ["Neither"]),
        ("de", "Niemand hat nichts gesagt.", ["Niemand", "nichts"]),
        ("de", "Er hat keinen Hut.", ["keinen"]),
        ("fr", "Il n’a pas dit que personne ne viendrait.", ["n’a", "ne"]),
        ("es", "No vino nadie.", ["No"]),
        ("it", "Non ha visto nessuno.", ["Non"]),
        ("pt", "Ninguém veio.", ["Ninguém"]),
        ("nl", "Hij komt niet.", ["niet"]),
        ("sv", "Hon kommer aldrig.", ["aldrig"]),
        ("pl", "Nikt nic nie powiedział, że nie przyjdzie.", ["Nikt", "nie"]),
        ("cs", "Nikdo nic neřekl.", ["Nikdo"]),
        ("cs", "Není to pravda.", ["Není"]),
        ("ru", "Никто ничего не сказал.", ["Никто"]),
        ("uk", "Ніхто не прийшов.", ["Ніхто"]),
        ("tr", "Bakan istifa etmedi.", ["etmedi"]),
        ("tr", "Bakan istifa etmiyor.", ["etmiyor"]),
        ("ar", "لم يذهب الرجل وليس هنا.", ["لم", "ليس"]),
        ("hi", "वह नहीं गया।", ["नहीं"]),
        ("ja", "彼は行かなかった。", ["なかった"]),
        ("ja", "彼は来ませんでした。", ["ません"]),
        ("ko", "그는 가지 않았다.", ["않았다"]),
        ("ko", "그는 안 갔다.", ["안"]),
        ("zh", "他没有去。", ["没有"]),
    ],
)
def test_finds_what_negates(tag, text, expected):
    assert words(text, tag) == expected


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "He lives at No. 5 and not only in summer."),
        ("en", "There is no doubt that notes are known."),
        ("de", "Nicht nur der Notar kam."),
        ("fr", "Il n’a que deux enfants."),
        ("fr", "Un pas en avant, avant qu’il ne parte."),
        ("es", "No solo el alcalde vino."),
        ("it", "Non solo il sindaco è venuto."),
        ("pt", "Não só o prefeito veio."),
        ("nl", "Niet alleen de burgemeester kwam."),
        ("sv", "Inte bara borgmästaren kom."),
        ("pl", "Nie tylko burmistrz przyszedł."),
        ("cs", "Nejen starosta přišel v neděli nebo s Netanjahuem."),
        ("ru", "Не только мэр ждал, пока корабль не ушёл."),
        ("uk", "Не лише мер прийшов."),
        ("tr", "Namaz için bir memeli."),
        ("ar", "ولا يزال الوزير هنا."),
        ("hi", "न केवल मंत्री आए।"),
        ("ja", "雨が降るかもしれない。傘を持たなければならない。"),
        ("ja", "彼しか来なかった。少ない。"),
        ("ko", "가수일 뿐만 아니라 작가이다."),
        ("zh", "未来不仅不同，不过不久就到。"),
    ],
)
def test_leaves_look_alikes(tag, text):
    assert words(text, tag) == []


def test_tells_statements_from_parts():
    assert [each.main for each in negations("She did not leave without a word.")] == [True, False]


@pytest.mark.parametrize(
    ("tag", "text", "carrier", "faint"),
    [
        ("en", "The firm refused the offer.", "refused", False),
        ("en", "It is impossible.", "impossible", False),
        ("en", "Only two came.", "Only", True),
        ("de", "Der Rat lehnte den Plan ab.", "lehnte", False),
        ("de", "Sie war obdachlos.", "obdachlos", False),
        ("ru", "Он отказался.", "отказался", False),
        ("zh", "他拒绝了。", "拒绝", False),
    ],
)
def test_knows_words_that_hold_a_no(tag, text, carrier, faint):
    assert (carrier, faint) in [(text[c.start : c.end], c.faint) for c in polarity.soft(language.load(tag), text)]


def test_every_language_has_negators_and_carriers():
    for tag in language.shipped():
        tongue = language.load(tag)
        assert polarity.lexicon(tongue) is not None, tag
        assert polarity.carriers(tongue) is not None, tag


@pytest.mark.parametrize(
    "keys", [("negators", "lesser", "except", "particles", "restrictive"), ("soft", "loose", "faint", "plain")]
)
def test_no_mark_stands_for_two_things(keys):
    for tag in language.shipped():
        section = language.load(tag).section("polarity")
        marks = [mark.strip("*") for key in keys for mark in section.get(key, ())]
        assert len(marks) == len(set(marks)), (tag, sorted({mark for mark in marks if marks.count(mark) > 1}))


@pytest.mark.parametrize(
    ("tag", "text", "notion", "words"),
    [
        ("en", "The smallest house.", ("size", 0), "smallest"),
        ("de", "Ein großes Haus.", ("size", 1), "großes"),
        ("ru", "Город был разрушен.", ("found", 1), "разрушен"),
        ("zh", "古代的城市。", ("era", 1), "古代"),
    ],
)
def test_knows_opposites(tag, text, notion, words):
    article = Article(text=text, segments=(Segment(0, 0, len(text)),), language=tag)
    assert opposites.poles(article, article.segments)[notion].text == words


def test_notions_are_the_same_in_all_languages():
    notions = {tag: set(language.load(tag).section("polarity")["opposites"]) for tag in language.shipped()}
    assert len({frozenset(each) for each in notions.values()}) == 1, notions


def test_unknown_language_has_none():
    assert negations("not", "xx") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["not", " ", "“", "ne", "pas", "\u202e", "İ", "しか", "ない", "लَا", "\n", "no", "7", ".", "n't"]
        )
    ),
    st.sampled_from(["en", "fr", "tr", "ar", "ja", "zh"]),
)
def test_offsets_hold_the_words(pieces, tag):
    text = "".join(pieces)
    found = negations(text, tag)
    assert all(text[each.start : each.end] == each.text and each.text for each in found)
    assert [each.start for each in found] == sorted(each.start for each in found)
    assert found == negations(text, tag)


@pytest.mark.parametrize(
    ("tag", "text", "limited"),
    [
        ("en", "Nobody but the driver was hurt.", [True]),
        ("en", "Nobody was hurt. All except the driver walked away.", [False]),
        ("ru", "Не пострадал никто, кроме водителя.", [True]),
        ("ar", "لم يصب سوى السائق.", [True]),
    ],
)
def test_knows_a_negation_that_leaves_one_thing_out(tag, text, limited):
    assert [each.limited for each in negations(text, tag)] == limited


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "“No, we will stay,” she said.", []),
        ("en", "No bridge was closed.", ["No"]),
        ("de", "„Nein, wir bleiben“, sagte sie.", []),
        ("sv", "Nej. Vi stannar inte.", ["inte"]),
    ],
)
def test_an_answer_negates_no_statement(tag, text, words):
    assert [each.text for each in negations(text, tag)] == words
