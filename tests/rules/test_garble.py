"""What holds for every garble rule: exact places, the same answer twice, silence where the original reads the same."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.checker.compare import Comparison
from retold.checker.model import Article, Link
from retold.checker.segment import segment
from retold.rules.garble_clause import GarbleClauseDoubled
from retold.rules.garble_encoding import GarbleEncoding
from retold.rules.garble_fragment import GarbleFragment
from retold.rules.garble_language import GarbleLanguage
from retold.rules.garble_leak import GarbleLeak
from retold.rules.garble_person import GarblePerson
from retold.rules.garble_punctuation import GarblePunctuation
from retold.rules.garble_quotation import GarbleQuotation
from retold.rules.garble_repeat import GarbleRepeat
from retold.rules.garble_wrong_language import WrongLanguage

RULES = (
    GarbleFragment,
    GarbleClauseDoubled,
    GarbleQuotation,
    GarblePunctuation,
    GarbleRepeat,
    GarblePerson,
    GarbleEncoding,
    GarbleLeak,
    GarbleLanguage,
    WrongLanguage,
)
LANGUAGES = ("en", "de", "fr", "ru", "tr", "ar", "hi", "ja", "ko", "zh", "sw", "und")

GARBLED = (
    "“We will open the pier in spring.” Ta.\n\n"
    "The fleet sails at dawn, an official told Reuters. told. To Norway.\n\n"
    "The guards asked, saying, “Where are they going?” ”, he says, and waved. From an unlit Greek fishing boat.\n\n"
    "The road is open. ” Keller said. It makes trucks. supports the the plant.\n\n"
    "The mayor of KÃ¶ln paid 5 &amp; left."
)

debris = st.lists(
    st.one_of(
        st.sampled_from(
            [". ", "“", "”", "„", "«", "»", '"', "'", "The ", "the the ", "Ta.", " I ", "told. ", "he said", ", ", "?",
             "Ã©", "\ufffd", "\u202e", "\u200f", "\x07", "&amp;", "<br>", "{0}", "\n\n", "\n", "мост", "the мост ",
             "北京", "。", "「", "」", "मंत्री ", "या।", "وزير ", "12", "3.5 ", "To ", "из ", "und. ", "– ", ": "]
        ),
        st.text(max_size=6),
    ),
    max_size=40,
).map("".join)  # fmt: skip


def article(text, language="en"):
    return Article(text, segment(text, language), language)


def said(rule, copy, original=None):
    links = ()
    if original is not None:
        pairs = range(min(len(original.segments), len(copy.segments)))
        links = tuple(Link((index,), (index,)) for index in pairs)
    return list(rule().check(Comparison(copy, original, links)))


def everything(copy, original=None):
    return [finding for rule in RULES for finding in said(rule, copy, original)]


@given(text=debris, language=st.sampled_from(LANGUAGES))
def test_places_are_exact_and_answers_repeat(text, language):
    found = everything(article(text, language))
    assert found == everything(article(text, language))
    for finding in found:
        for passage in finding.copy:
            assert 0 <= passage.start < passage.end <= len(text)
            assert text[passage.start : passage.end] == passage.text
        assert 0 < finding.confidence < 1
        assert finding.message


@given(text=debris, language=st.sampled_from(LANGUAGES))
def test_an_identical_copy_has_no_finding(text, language):
    assert everything(article(text, language), article(text, language)) == []


def test_every_kind_of_debris_is_found_in_one_text():
    found = everything(article(GARBLED))
    quoted = {(finding.rule, finding.copy[0].text) for finding in found}
    assert ("garble-fragment", "Ta.") in quoted
    assert ("garble-fragment", "To Norway.") in quoted
    assert ("garble-fragment", "From an unlit Greek fishing boat.") in quoted
    assert ("garble-fragment", "trucks. supports") in quoted
    assert ("garble-clause-doubled", "told Reuters. told") in quoted
    assert ("garble-repeat", "the the") in quoted
    assert ("garble-encoding", "KÃ¶ln") in quoted
    assert ("garble-leak", "&amp;") in quoted
    assert {"garble-quotation"} <= {rule for rule, _ in quoted}


def test_an_original_without_the_defect_makes_it_surer():
    copy = article("The bridge was closed by the police. remains shut until further notice.")
    original = article("Die Brücke wurde von der Polizei gesperrt und bleibt es bis auf Weiteres.", "de")
    (alone,) = said(GarbleFragment, copy)
    (beside,) = said(GarbleFragment, copy, original)
    assert beside.confidence > alone.confidence


def test_a_defect_of_the_original_at_the_same_place_is_silent():
    copy = article("The minister said that the the bridge would open in May.")
    original = article("Der Minister sagte, dass dass die Brücke im Mai öffnet.", "de")
    assert said(GarbleRepeat, copy)
    assert not said(GarbleRepeat, copy, original)


@pytest.mark.parametrize("count", [2, 4])
def test_many_sentences_in_the_first_person_are_a_column(count):
    report = "The ferry left at noon. The sea was calm. A band played. The mayor waved. " * 10
    copy = article(report + "I saw it. " * count)
    assert bool(said(GarblePerson, copy)) is (count < 4)


KINDS_OF_TEXT = {
    "a column": """en
Why I walk to work

I used to take the bus. My wife laughed at me. Then I saw the river at dawn, and I was lost.
Not any more. We walk together now. What a thing to find at fifty!""",
    "an interview": """en
Q: When did you begin?

A: I was twelve. My father taught me. Why not?

Q: And now?

A: I teach others. Never stop.""",
    "a live blog": """en
12.41pm: Goal! 2-1. What a strike.

12.45pm: Half-time. I need a tea.

1.02pm: And we are back. My word.

1.10pm: Corner. Nothing comes of it. I make that six.""",
    "a list of names": """en
The winners are:

- Anna Berg
- José Núñez
- Jean de la Fontaine
- van der Meer, K.
- Li Wei
- al-Masri, H.""",
    "a sports table": """de
1. FC Köln - SV Werder 2:1 (1:0)
TSV 1860 - SC Freiburg 0:0

Tore: 1:0 Weber (12.), 1:1 Klein (48.), 2:1 Weber (77./FE)""",
    "dialogue with dashes": """ru
— Я не знаю, — сказал он.

— А я знаю, — ответила она. — Мы уже были там.

Он промолчал. Поезд ушёл.""",
    "a poem": """fr
sous le pont coule la rivière
et nos amours
faut-il qu’il m’en souvienne
la joie venait après la peine""",
    "messages": """en
She wrote: “omg. the bridge is open. we made it. so so happy 😀” and @mayor replied: “thx! #bridge”.""",
    "letters and numerals": """en
Henry V. was king. World War I. ended in 1918. See App. B. no. 5. Mr. T. won. It cost $5 m. in all.""",
}


@pytest.mark.parametrize("kind", KINDS_OF_TEXT)
def test_kinds_of_text_that_only_look_garbled_are_silent(kind):
    tag, text = KINDS_OF_TEXT[kind].split("\n", 1)
    assert [(f.rule, f.copy[0].text) for f in everything(article(text, tag)) if f.confidence >= 0.5] == []


def test_small_starts_as_a_habit_are_style():
    copy = article("the ferry left at noon. the sea was calm. a band played on. the mayor waved. two boats followed.")
    assert not said(GarbleFragment, copy)


def test_a_passage_in_the_language_of_the_original_is_left_to_another_rule():
    copy = article("The bridge opened on Monday. Die Arbeiten haben nach Angaben der Stadt fünf Millionen gekostet.")
    german = article("Die Brücke wurde eröffnet. Die Arbeiten haben fünf Millionen gekostet, so die Stadt.", "de")
    french = article("Le pont a été ouvert. Les travaux ont coûté cinq millions, selon la ville.", "fr")
    assert said(GarbleLanguage, copy)
    assert not said(GarbleLanguage, copy, german)
    assert said(GarbleLanguage, copy, french)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000,
        "a " * 25_000,
        '"' * 20_000,
        "“ ” " * 8_000,
        ". a" * 15_000,
        "a. b. “" * 6_000,
        "the the " * 6_000,
        " . ," * 8_000,
        ",;" * 15_000,
        "To a b c d " * 4_000 + ".",
        "&<{%[" * 8_000,
        "ÃÂ" * 15_000,
        "к" * 20_000 + "k",
        "ああいう" * 8_000,
        "a?b" * 10_000,
        "told " * 10_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_time_grows_with_the_text_only(text):
    copy = article(text)
    start = time.process_time()
    everything(copy)
    assert time.process_time() - start < 2.0


def test_output_that_runs_in_a_loop_is_one_finding_however_long():
    text = "word " * 9000
    copy = Article(text, segment(text, "en"), "en")
    (finding,) = GarbleRepeat().check(Comparison(copy=copy))
    assert finding.evidence["kind"] == "loop"
    assert finding.evidence["times"] > 10
