"""Time grows with the text, whatever stands in it: four times the text takes at most six times as long."""

import gc
from time import process_time

import pytest
from support import article, checker

from retold.checker import mentions

GROWTH = 6.0
SLACK = 0.15
"""Seconds by which a measurement may be off, and below which it says nothing of growth."""

SPARSE = {
    "digits": "1", "groups of digits": "100,", "brackets": "(", "spaces": "a     ", "newlines": "\n",
    "capitals": "Ab Cd ", "hyphens": "a-", "number words": "one hundred ",
    "findings": "The mayor mayor went home early. ",
}  # fmt: skip
DENSE = {
    "quotation marks": "“", "straight quotation marks": '"', "mixed quotation marks": "\"'“”„«»‘’「」",
    "figures": "1 ", "dates": "On 29 October 2024 she left. ", "reporting clauses": '"a," he said. ',
    "sentences": "A b. ", "paragraphs": "a\n",
}  # fmt: skip
"""Texts with a mention or a segment every few characters: each costs something, so that less text says as much."""


@pytest.fixture(autouse=True)
def no_collection():
    """A collection walks over everything that the tests before left in memory: that is not the text's cost."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def seconds(unit: str, size: int) -> dict[str, float]:
    """CPU seconds of every step of a check on a text of that many characters."""
    text, taken = (unit * (size // len(unit) + 1))[:size], {}

    def timed(name, work, *arguments):
        start = process_time()
        done = work(*arguments)
        taken[name] = process_time() - start
        return done

    original = timed("reading", article, text + " x", "en")
    for extractor in mentions.EXTRACTORS:
        timed(extractor, mentions.of, original, extractor)
    result = timed("check", checker(profile="translation").check, original, article(text + " y", "de"))
    assert not result.failures
    return taken


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        *(pytest.param(unit, 75_000, id=name) for name, unit in SPARSE.items()),
        *(pytest.param(unit, 5_000, id=name) for name, unit in DENSE.items()),
    ],
)
def test_time_grows_with_the_text(unit, size):
    seconds(unit, 1000)  # what is loaded once, is loaded now
    large = seconds(unit, 4 * size)
    if max(large.values()) > SLACK:
        small = seconds(unit, size)
        slow = {step: (small[step], large[step]) for step in large if large[step] > GROWTH * small[step] + SLACK}
        assert not slow, f"seconds for {size} and {4 * size} characters: {slow}"


def test_time_grows_with_the_dates_that_are_left_out():
    def taken(count):
        months = ("May", "June", "July", "March")
        days = (f"On {i % 28 + 1} {months[i % 4]} {1900 + i % 120} the office opened a branch." for i in range(count))
        hours = (f"Das Amt eröffnete um {i % 24} Uhr eine Zweigstelle." for i in range(count))
        original, copy = article("\n\n".join(days), "en"), article("\n\n".join(hours), "de")
        start = process_time()
        checker(select=("date",)).check(original, copy)
        return process_time() - start

    taken(100)
    assert taken(2000) <= GROWTH * taken(500) + SLACK
