"""Omission, addition, drift, untranslated: what the cases cannot say."""

import pytest

from retold.checker import calibration, embed
from retold.checker.compare import compare
from retold.checker.errors import NotChecked
from retold.checker.model import Article, Segment
from retold.rules.meaning import Addition, MeaningDrift, Omission
from retold.rules.meaning_untranslated import Untranslated

ENGLISH = [
    "The city council voted on Tuesday to close the old swimming pool.",
    "Parents had collected 4,300 signatures against the plan.",
    "The opposition spoke of a dark day for the children of the town.",
    "The building will be torn down next spring.",
    "A supermarket with a large car park is to take its place.",
]
GERMAN = [
    "Der Stadtrat hat am Dienstag beschlossen, das alte Schwimmbad zu schließen.",
    "Eltern hatten 4300 Unterschriften gegen den Plan gesammelt.",
    "Die Opposition sprach von einem dunklen Tag für die Kinder der Stadt.",
    "Das Gebäude wird im kommenden Frühjahr abgerissen.",
    "An seine Stelle soll ein Supermarkt mit großem Parkplatz treten.",
]


def article(sentences, language="en", path=None):
    text, segments = "", []
    for place, sentence in enumerate(sentences):
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{sentence}" if text else sentence
        segments.append(Segment(place, start, len(text), "body", place))
    return Article(text, tuple(segments), language, path=path)


def pair(original, copy, copy_language="de", encoder="default", profile="translation"):
    return compare(article(original), article(copy, copy_language), encoder=embed.load(encoder), profile=profile)


def test_neighbours_are_one_finding_with_the_whole_passage():
    (found,) = Omission().check(pair(ENGLISH, [GERMAN[0], *GERMAN[3:]]))
    assert found.original[0].text.startswith(ENGLISH[1])
    assert found.original[0].text.endswith(ENGLISH[2])
    assert found.severity == "major"
    assert found.confidence >= 0.7
    assert "2 sentences" in found.message


def test_a_sentence_without_figure_or_attribution_weighs_less():
    (found,) = Omission().check(pair(ENGLISH, GERMAN[:4]))
    assert found.severity == "minor"


def test_a_rewrite_is_counted_in_one_note():
    found = list(Omission().check(pair(ENGLISH, [ENGLISH[0], ENGLISH[4]], "en", profile="rewrite")))
    assert [f.severity for f in found] == ["info"]
    assert found[0].evidence["sentences"] == 3


@pytest.mark.parametrize("rule", [Omission, Addition])
def test_without_an_encoder_two_languages_are_not_checked(rule):
    with pytest.raises(NotChecked, match="encoder"):
        list(rule().check(pair(ENGLISH, GERMAN[:4], encoder="none")))


@pytest.mark.parametrize("rule", [Omission, Addition, MeaningDrift, Untranslated])
def test_a_faithful_copy_is_silent(rule):
    assert list(rule().check(pair(ENGLISH, GERMAN))) == []
    assert list(rule().check(pair(GERMAN, GERMAN, "en"))) == [] or rule is Untranslated


@pytest.mark.parametrize("dropped", range(5))
def test_every_single_dropped_sentence_is_the_only_one_reported(dropped):
    copy = [sentence for place, sentence in enumerate(GERMAN) if place != dropped]
    found = list(Omission().check(pair(ENGLISH, copy)))
    assert [f.original[0].text for f in found] == [ENGLISH[dropped]]
    assert not list(Addition().check(pair(ENGLISH, copy)))


@pytest.mark.parametrize("added", range(6))
def test_a_sentence_added_anywhere_is_the_only_one_reported(added):
    extra = "Der Bürgermeister besitzt übrigens drei Mietshäuser und eine Jacht in Kroatien."
    copy = [*GERMAN[:added], extra, *GERMAN[added:]]
    found = list(Addition().check(pair(ENGLISH, copy)))
    assert [f.copy[0].text for f in found] == [extra]
    assert not list(Omission().check(pair(ENGLISH, copy)))


def test_swapped_neighbours_have_not_drifted():
    copy = [GERMAN[1], GERMAN[0], *GERMAN[2:]]
    assert not list(MeaningDrift().check(pair(ENGLISH, copy)))


ODD = [
    "",
    "a" * 20_000,
    '"' * 5_000,
    "字" * 3_000,
    "\u202ex " * 500,
    "no no no. " * 200,
    "\ud800 is odd here",
    "１２ " * 500,
]


@pytest.mark.parametrize("name", ["default", "none"])
@pytest.mark.parametrize("place", range(len(ODD)))
def test_odd_texts_are_judged_or_refused_but_crash_nothing(name, place):
    for left, right in ((ODD[place], ODD[place - 1]), (ODD[place], ""), (ODD[place], ENGLISH[0])):
        comparison = pair([left, ENGLISH[3]] if left else [], [right] if right else [], encoder=name)
        for rule in (Omission(), Addition(), MeaningDrift(), Untranslated()):
            if any(map(comparison.missing, rule.needs)):
                continue
            try:
                found = list(rule.check(comparison))
            except NotChecked:
                continue
            for finding in found:
                assert all(p.text == comparison.copy.text[p.start : p.end] for p in finding.copy)
                assert 0 <= finding.confidence <= 1


def test_a_forgotten_paragraph_is_one_finding():
    (found,) = Untranslated().check(pair(ENGLISH, [GERMAN[0], *ENGLISH[1:4], GERMAN[4]], encoder="none"))
    assert found.copy[0].text.startswith(ENGLISH[1])
    assert found.copy[0].text.endswith(ENGLISH[3])
    assert found.original[0].text.endswith(ENGLISH[3])
    assert "3 sentences" in found.message


def test_what_is_normal_depends_on_the_languages():
    assert calibration.low("en", "zh-TW") < calibration.low("en", "de-AT")
    assert calibration.low("zh", "en") == calibration.low("en", "zh")
    assert calibration.low("en-GB", "en-US") == calibration.SAME_LANGUAGE


def test_a_sentence_of_another_story_drifts_wherever_it_stands():
    for place in range(len(GERMAN)):
        other = "Die Forscher fanden in der Höhle Knochen einer bisher unbekannten Fledermaus."
        copy = [*GERMAN[:place], other, *GERMAN[place + 1 :]]
        (found,) = MeaningDrift().check(pair(ENGLISH, copy))
        assert found.copy[0].text == other
        assert found.confidence >= 0.5


def test_a_copy_of_another_story_drifts_throughout():
    other = [
        "Im Hafen von Sandvik wurde am Freitag das neue Rettungsschiff der Küstenwache getauft.",
        "Die Forscher fanden in der Höhle Knochen einer bisher unbekannten Fledermaus.",
        "Der Trainer lobte nach dem Sieg vor allem die Abwehr seiner jungen Mannschaft.",
        "Auf den Feldern rund um den See blüht in diesem Jahr der Raps zu früh.",
        "Das Orchester spielt im Winter drei Konzerte mit Musik aus Finnland.",
    ]
    comparison = compare(article(ENGLISH), article(other, "de"), encoder=embed.load("default"), alignment="monotonic")
    sure = [f for rule in (MeaningDrift, Addition) for f in rule().check(comparison) if f.confidence >= 0.5]
    assert sum(len(f.copy[0].text.split(chr(10) + chr(10))) for f in sure) >= 4
