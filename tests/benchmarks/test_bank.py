"""What the rules on who said what find of the pairs in fixtures/bank, and what they say of the sound ones."""

import tomllib

import pytest
from benchmarks import bank
from benchmarks.accuracy import FLOORS

FLOOR = tomllib.loads(FLOORS.read_text("utf-8"))["bank"]


@pytest.fixture(scope="module")
def tallies():
    return bank.measure()


def test_every_rule_on_who_said_what_has_its_pairs(tallies):
    assert len(tallies) == 22
    for tally in tallies.values():
        assert tally.altered == tally.sound >= 10


def test_most_defects_are_found_and_hardly_a_sound_copy_is_flagged(tallies):
    whole = bank.Tally()
    for tally in tallies.values():
        whole.add(tally)
    assert whole.found >= FLOOR["least_found"] * whole.altered
    assert whole.noticed >= FLOOR["least_noticed"] * whole.altered
    assert whole.false <= FLOOR["most_false"] * whole.sound
    assert whole.alarmed <= FLOOR["most_alarmed"] * whole.sound


def test_every_rule_finds_what_it_is_for(tallies):
    low = {
        rule: tally.found for rule, tally in tallies.items() if tally.found < FLOOR["least_of_a_rule"] * tally.altered
    }
    assert not low
