"""Hours said in words with what is added to them: الساعة السابعة والنصف مساء, saat yedi buçukta, साढ़े नौ बजे."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_clock, date_lexicon
from retold.checker.mentions.date_mention import DateMention, Lead, Place, led_by


@dataclass(frozen=True)
class Patterns:
    """The anchored pattern of an hour, from the tables `dates.hours` and `dates.hour_additions` of a language."""

    hour: re.Pattern[str]
    told: Lead
    part_before: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    added = date_lexicon.trie(map(date_lexicon.fold, lexicon.data.get("hour_additions", {})))
    parts, after = lexicon.any_of("am", "pm"), lexicon.any_of("clock_after")
    return Patterns(
        hour=re.compile(
            f"(?:\\s+(?P<added>{added}){lexicon.right})?(?:\\s(?P<after>{after}){lexicon.right})?"
            f"(?:\\s(?P<part>{parts}){lexicon.right})?"
        ),
        told=led_by(lexicon.words("clock_before")),
        part_before=re.compile(f"(?:^|[^\\w])(?P<part>{parts})\\s+(?:(?:{lexicon.any_of('clock_before')})\\s+)?$"),
    )


def named_hour(place: Place, start: int, end: int, hour: float, language: Language) -> DateMention | None:
    """An hour with the word for the clock before or after it, or with a part of the day."""
    known, lexicon = patterns(language), date_lexicon.of(language)
    found = known.hour.match(place.text, end)
    told = place.lead(known.told, start)
    before = known.part_before.search(place.before(start))
    if found is None or not (
        told is not None or found["after"] or (found["part"] and "clock_after" not in lexicon.data)
    ):
        return None
    added = {date_lexicon.fold(word): minutes for word, minutes in lexicon.data.get("hour_additions", {}).items()}
    minutes = round(hour * 60) + added.get(found["added"] or "", 0)
    part = found["part"] or (before["part"] if before else None)
    at = start if told is None else told
    clock_hour, minute = divmod(minutes, 60)
    half = date_clock.half_of(part, language)
    return date_clock.time(place, (at, found.end()), clock_hour or 12, minute, half, precise=bool(minute))
