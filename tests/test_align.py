"""Alignment: every body segment linked, in order for translations, in any order for rewrites."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.checker import embed
from retold.checker.align import align, longest_rise
from retold.checker.model import Article, Segment


def article(sentences, language="en", kinds=None, paragraphs=True):
    text, segments = "", []
    for place, sentence in enumerate(sentences):
        start = len(text) + (2 if text else 0)
        text = f"{text}\n\n{sentence}" if text else sentence
        kind = (kinds or {}).get(place, "body")
        segments.append(Segment(place, start, len(text), kind, place if paragraphs else 0))
    return Article(text, tuple(segments), language)


@pytest.fixture(scope="module")
def encoder():
    return embed.load("default")


ENGLISH = [
    "The ferry ran aground near the island shortly before midnight.",
    "None of the 212 passengers were injured.",
    "The captain told investigators that he had fallen asleep.",
    "The ship is to be towed to the harbour of Kavala on Thursday.",
    "Environmental groups warn that fuel could leak into the sea.",
]
GERMAN = [
    "Die Fähre lief kurz vor Mitternacht in der Nähe der Insel auf Grund.",
    "Keiner der 212 Passagiere wurde verletzt.",
    "Der Kapitän sagte den Ermittlern, er sei eingeschlafen.",
    "Das Schiff soll am Donnerstag in den Hafen von Kavala geschleppt werden.",
    "Umweltschützer warnen, dass Treibstoff ins Meer laufen könnte.",
]


def plain(links):
    return [(link.original, link.copy) for link in links]


@pytest.mark.parametrize("name", ["default", "none"])
def test_a_translation_line_by_line(name):
    links, order = align(article(ENGLISH), article(GERMAN, "de"), embed.load(name))
    assert plain(links) == [((i,), (i,)) for i in range(5)]
    assert order == "monotonic"
    assert all((link.similarity is None) == (name == "none") for link in links)


def test_a_dropped_and_an_added_sentence(encoder):
    added = "Der Reeder ist schon zweimal wegen Betrugs verurteilt worden."
    links, _ = align(article(ENGLISH), article([*GERMAN[:2], added, *GERMAN[3:]], "de"), encoder)
    assert {((0,), (0,)), ((1,), (1,)), ((3,), (3,)), ((4,), (4,))} <= set(plain(links))


def test_two_sentences_for_one_and_one_for_two(encoder):
    copy = [GERMAN[0], GERMAN[1][:-1] + ", und " + GERMAN[2], "Das Schiff liegt noch fest.", *GERMAN[3:]]
    links, _ = align(article(ENGLISH), article(copy, "de"), encoder)
    assert ((1, 2), (1,)) in plain(links)


@pytest.mark.parametrize("name", ["default", "none"])
def test_a_reordered_rewrite_is_linked_freely(name):
    moved = [ENGLISH[i] for i in (4, 2, 0, 3, 1)]
    links, order = align(article(ENGLISH), article(moved), embed.load(name))
    assert order == "free"
    assert plain(links) == [((0,), (2,)), ((1,), (4,)), ((2,), (1,)), ((3,), (3,)), ((4,), (0,))]


def test_free_order_tells_what_is_new_and_what_is_gone(encoder):
    copy = ["Fuel could leak into the sea, environmental groups warned.", "The airline was founded by two brothers."]
    links, order = align(article(ENGLISH), article(copy), encoder, "free")
    assert order == "free"
    assert ((4,), (0,)) in plain(links)
    assert ((), (1,)) in plain(links)
    assert ((2,), ()) in plain(links)


def test_boilerplate_is_in_no_link(encoder):
    original = article([*ENGLISH, "Subscribe to our newsletter."], kinds={5: "boilerplate"})
    links, _ = align(original, article(GERMAN, "de"), encoder)
    assert 5 not in {i for link in links for i in link.original}


@pytest.mark.parametrize("sides", [([], GERMAN), (ENGLISH, []), ([], [])])
def test_an_empty_side(sides, encoder):
    links, _ = align(article(sides[0]), article(sides[1], "de"), encoder)
    assert plain(links) == [((i,), ()) for i in range(len(sides[0]))] + [((), (j,)) for j in range(len(sides[1]))]


def test_one_segment_each_is_one_link_and_asks_nobody():
    links, order = align(article(ENGLISH[:1]), article(GERMAN[4:], "de"), None)
    assert (plain(links), order) == ([((0,), (0,))], "monotonic")


WORDS = "river 1987 Kavala bridge minister 42 rain court Lund school 7 union ferry harbour".split()
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), max_size=9)


@given(TEXTS, TEXTS, st.sampled_from(["auto", "monotonic", "free"]), st.sampled_from(["en", "de"]), st.booleans())
def test_every_body_segment_is_linked_and_the_answer_is_always_the_same(left, right, order, language, paragraphs):
    def once():
        return align(article(left), article(right, language, paragraphs=paragraphs), None, order)

    links, used = once()
    assert once() == (links, used)
    assert {i for link in links for i in link.original} == set(range(len(left)))
    assert {j for link in links for j in link.copy} == set(range(len(right)))
    assert all(link.original or link.copy for link in links)
    if used == "monotonic":
        for side in ("original", "copy"):
            flat = [i for link in links for i in getattr(link, side)]
            assert flat == sorted(set(flat))


def test_a_long_text_is_aligned_in_a_band_and_rightly():
    chance = random.Random(4)
    names = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=8)) for _ in range(4000)]
    left = [" ".join(chance.choices(names, k=6)) for _ in range(900)]
    dropped = set(chance.sample(range(900), 40))
    right = [sentence for place, sentence in enumerate(left) if place not in dropped]
    links, _ = align(article(left, paragraphs=False), article(right, "de", paragraphs=False), None)
    kept = [place for place in range(900) if place not in dropped]
    said = {link.copy[0]: set(link.original) for link in links if len(link.copy) == 1}
    assert sum(place in said.get(j, ()) for j, place in enumerate(kept)) >= 0.98 * len(kept)


@pytest.mark.parametrize(("values", "length"), [([], 0), ([3, 1, 2, 2, 5], 4), ([5, 4, 3], 1), ([1, 2, 3], 3)])
def test_longest_rise(values, length):
    assert longest_rise(values) == length


def test_debris_belongs_to_the_sentence_before_it(encoder):
    original = article(ENGLISH)
    text = "\n\n".join([*GERMAN[:2], GERMAN[2] + " Da.", *GERMAN[3:]])
    sentences = [*GERMAN[:3], "Da.", *GERMAN[3:]]
    segments, at = [], 0
    for place, sentence in enumerate(sentences):
        at = text.index(sentence, at)
        segments.append(Segment(place, at, at + len(sentence), "body", place - (place > 2)))
        at += len(sentence)
    links, _ = align(original, Article(text, tuple(segments), "de"), encoder)
    assert plain(links) == [((0,), (0,)), ((1,), (1,)), ((2,), (2, 3)), ((3,), (4,)), ((4,), (5,))]
