"""Clock times that slipped by half a day: 3 p.m. as "3 Uhr" in a language whose hours run from 0 to 24."""

from __future__ import annotations

from collections.abc import Sequence

from retold.checker import language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article, Segment

_NOON = 12
"""Hour from which on a time is in the second half of the day; at 12 itself languages differ."""


def slipped(one: DateMention, other: DateMention, copy: Article, segments: Sequence[Segment]) -> bool:
    """Whether the copy's time is the original's less twelve hours, and nothing in the passage says afternoon."""
    if one.kind != "time" or other.kind != "time" or not _in_full(one, other):
        return False
    if not any(letter.isdigit() for letter in other.text):  # "halb sechs" is how one speaks, of either half
        return False
    tongue = language.load(copy.language)
    if not tongue.section("dates").get("full_day_clock", False) or not other.alternates:
        return False
    lexicon = date_lexicon.of(tongue)
    text = date_lexicon.fold(" ".join(copy.words_of(segment) for segment in segments))
    return not any(word in text for word in (*lexicon.words("am"), *lexicon.words("pm")) if len(word) > 2)


def _in_full(one: DateMention, other: DateMention) -> bool:
    """Whether all ends of the one are in the second half of the day and those of the other twelve hours less."""
    ours, theirs = _ends(one), _ends(other)
    if one.alternates or len(ours) != len(theirs):
        return False
    return all(
        _hour(a) > _NOON and _hour(a) - _NOON == _hour(b) and a[3:] == b[3:] for a, b in zip(ours, theirs, strict=True)
    )


def _ends(mention: DateMention) -> tuple[str, ...]:
    if mention.start_value and mention.end_value:
        return mention.start_value, mention.end_value
    return (mention.value,) if mention.value else ()


def _hour(value: str) -> int:
    return int(value[1:3])
