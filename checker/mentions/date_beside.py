"""Weekday and day in brackets: 10月29日(火), 29일(화), 10月29日(二), 29 October (Tuesday), terça-feira (29)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention, Place


@dataclass(frozen=True)
class Patterns:
    """A weekday by its letter in brackets, and the letters; None where no language writes so."""

    letter: re.Pattern[str] | None
    letters: Mapping[str, int]


_DAY = re.compile(r"\s?\((?P<day>[0-9]{1,2})\)")


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    letters = {date_lexicon.fold(word): int(n) for word, n in date_lexicon.of(language).data.get("letters", {}).items()}
    more = r"(?:[・･·/、,\s]{1,2}[^\W\d_]{1,3})?"  # 火・祝
    return Patterns(
        letter=re.compile(f"\\s?\\((?P<letter>[{''.join(letters)}]){more}\\)") if letters else None, letters=letters
    )


def bracketed(place: Place, mentions: list[DateMention], language: Language) -> Iterator[DateMention]:
    """The mentions, each with what stands in brackets beside it."""
    known = patterns(language)
    for mention in mentions:
        if "(" in place.text[mention.end : mention.end + 2]:
            if mention.grain == "weekday":
                mention = _with_day(place, mention)
            elif known.letter and mention.grain == "day" and mention.weekday is None:
                mention = _with_letter(place, mention, known, known.letter)
        yield mention


def _with_day(place: Place, mention: DateMention) -> DateMention:
    """terça-feira (29): the day of a month that is not named."""
    found = _DAY.match(place.text, mention.end)
    if found is None or not 1 <= int(found["day"]) <= 31:
        return mention
    value = f"XXXX-XX-{int(found['day']):02d}"
    return replace(
        mention, end=found.end(), text=place.written[mention.start : found.end()],
        value=value, timex=value, grain="day", alternates=(), vague=False,
    )  # fmt: skip


def _with_letter(place: Place, mention: DateMention, known: Patterns, letter: re.Pattern[str]) -> DateMention:
    found = letter.match(place.text, mention.end)
    if found is None:
        return mention
    text = place.written[mention.start : found.end()]
    return replace(mention, end=found.end(), text=text, weekday=known.letters[found["letter"]], vague=False)


def closed(text: str, end: int, opened: str) -> int:
    """Where a mention ends whose second part stands in brackets that it opened."""
    if opened.count("(") <= opened.count(")"):
        return end
    return end + (1 if text.startswith(")", end) else 2 if text.startswith(".)", end) else 0)
