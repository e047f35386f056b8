"""What stands in a text as digits or Roman numerals, whatever it is for: labels, dates, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from retold.checker.mentions.grouping import inside
from retold.checker.mentions.number_digits import plain, read
from retold.checker.mentions.number_phrases import fold
from retold.checker.model import Article, Segment

_ROMAN_LETTERS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN = re.compile(r"(?<!\w)(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?!\w)")
_CLOCK = re.compile(r"T([0-9]{2}):([0-9]{2})")
_DIGITS = re.compile(r"[0-9]+(?:[.,'][0-9]+)*")
_WRITTEN_ON = re.compile(r"[^\W_]-?$")
_SPACE_LEFT_OUT = re.compile(r"[^\W\d_]{3}$")


def numerals(text: str, labels: bool = True) -> set[str]:
    """The values of all digit strings of a text, each in canonical form, leading zeros dropped.

    Without `labels`, those written on to letters ("COVID-19", "F16") are left out, but not where only the space before
    them is missing ("paid350").
    """
    return set().union(*_read_digits(text, labels))


def times(text: str, values: Set[str], labels: bool = True) -> int:
    """How many digit strings of a text have one of these values."""
    return sum(not found.isdisjoint(values) for found in _read_digits(text, labels))


def _read_digits(text: str, labels: bool) -> Iterator[set[str]]:
    """The values that each digit string of a text may have."""
    for match in _DIGITS.finditer(fold(text)):
        if not labels and _is_label(text, match.start()):
            continue
        found: set[str] = set()
        reading = read(match.group(), ".")
        if reading is not None:
            found.update(plain(value) for value in (reading[0], *reading[1]))
        if reading is None or match.group().startswith("0"):  # 29.10.2024, 09.30
            found.update(str(int(part)) for part in re.split(r"[.,']", match.group()))
        yield found


def _is_label(text: str, start: int) -> bool:
    """Whether digits are written on to letters: to capitals, to few of them, or with a hyphen."""
    if not _WRITTEN_ON.search(text, max(0, start - 2), start):
        return False
    word = _SPACE_LEFT_OUT.search(text, max(0, start - 3), start)
    return word is None or not word.group().islower()


def romans(text: str) -> set[str]:
    """The values of Roman numerals of two letters and more, in capitals ("the starting XV"), as decimal strings."""
    return {str(_roman(match.group())) for match in _ROMAN.finditer(text)}


def _roman(text: str) -> int:
    values = [_ROMAN_LETTERS[letter] for letter in text]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def without(article: Article, place: Segment, *extractors: str) -> str:
    """The text of a segment without what these extractors found in it."""
    found = [mention for name in extractors for mention in inside(article, name, [place])]
    pieces, at = [], place.start
    for mention in sorted(found, key=lambda m: m.start):
        pieces.append(article.text[at : max(at, mention.start)])
        at = max(at, mention.end)
    return " ".join([*pieces, article.text[at : place.end]])


def dated_figures(article: Article, segments: set[int]) -> frozenset[str]:
    """The figures inside the values of dates and durations of some segments."""
    return frozenset().union(*(_dated(article, index) for index in segments))


def _dated(article: Article, index: int) -> frozenset[str]:
    key = ("figures in dates", index)
    if key not in article.memo:
        figures: set[str] = set()
        for mention in inside(article, "date", [article.segments[index]]):
            values = " ".join(str(value) for value in (mention.text, mention.value, *_readings(mention)) if value)
            figures |= numerals(values)
            figures.update(str(int(hour + minute)) for hour, minute in _CLOCK.findall(values))  # 12:00 as "1200 GMT"
        article.memo[key] = frozenset(figures)
    found: frozenset[str] = article.memo[key]
    return found


def _readings(mention: object) -> tuple[str, ...]:
    names = ("timex", "start_value", "end_value")
    values = [getattr(mention, name, None) for name in names]
    return (*(value for value in values if value), *getattr(mention, "alternates", ()))
