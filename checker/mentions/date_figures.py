"""Years in figures: 2024, 2019-2021, 2022/23."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker import language as languages
from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_values import written


@dataclass(frozen=True)
class Patterns:
    """What may stand around a figure that is a date, in one language."""

    year_after: re.Pattern[str]
    year_followed: re.Pattern[str]
    year_closed: re.Pattern[str]
    year_lead: re.Pattern[str]
    year_word: re.Pattern[str]
    scale: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    scales = date_lexicon.trie(
        date_lexicon.fold(word) for word in languages.cldr("numbers", language.code).get("scales", ())
    )
    year_words = date_lexicon.trie(word for word, unit in lexicon.units.items() if unit == "year")
    return Patterns(
        year_after=re.compile(f"-?\\s?(?:{lexicon.any_of('year_after')}){lexicon.right}"),
        year_followed=re.compile(f"-?\\s?(?:{lexicon.any_of('year_followed')}){lexicon.right}"),
        year_closed=re.compile(f"\\s?(?:{lexicon.any_of('year_closed')}){lexicon.right}"),
        year_lead=re.compile(f"(?:^|[^\\w])(?:{lexicon.any_of('year_before')})(?:\\s+|-)$"),
        year_word=re.compile(f"(?:^|[^\\w])(?:{year_words})\\s+$"),
        scale=re.compile(f"\\s(?:{scales}){lexicon.right}"),
    )


_YEAR = re.compile(
    r"(?P<year>[12][0-9]{3})(?:\s?[-/]\s?(?P<last>[12][0-9]{3}|[0-9]{2}(?=[^0-9]|$)))?(?![0-9]|[.,:/][0-9])"
)
_COUNTED = re.compile(r"\s?(?:%|‰|°|€|\$|£|¥|₽|₹|₺|₴|km\b|kg\b|m\b|км\b|кг\b|руб|евро|euro\b|zł|mb\b|tl\b|m²)")
_CLOSED = re.compile(r"\s*(?:[.,;:!?)\]'\"»”]|$)")
_PLAIN_YEARS = range(1901, 2040)


def year(place: Place, start: int, language: Language) -> DateMention | None:
    """2024; 2019-2021; 2022/23; only with a year word or preposition when the figure could be a round count."""
    known = patterns(language)
    found = _YEAR.match(place.text, start)
    if not found:
        return None
    text, first = place.text, int(found["year"])
    before = place.before(start)
    if before[-1:] and before[-1] in "$€£¥₹#№/+":
        return None
    after = known.year_after.match(text, found.end())
    followed = known.year_followed.match(text, found.end())
    lead = known.year_lead.search(before)
    sure = bool(after or followed or lead)
    end = after.end() if after else found.end()
    if known.scale.match(text, found.end()):  # 1074 Milliarden
        return None
    if _COUNTED.match(text, found.end()) or (not sure and first not in _PLAIN_YEARS):
        return None
    closed = (sure and _CLOSED.match(text, found.end())) or known.year_closed.match(text, found.end())
    if first % 50 == 0 and not (after or known.year_word.search(before) or closed):
        return None  # a round figure before a word may count it: "to 2000 homes"
    if not sure and text[found.end() : found.end() + 1].isalpha():
        return None
    if found["last"]:
        last = int(found["last"]) if len(found["last"]) == 4 else first // 100 * 100 + int(found["last"])
        if first < last <= first + 100:
            return place.span(start, end, written(first), written(last), "year")
        return None
    return place.mention("date", start, end, value=written(first), timex=written(first), grain="year")
