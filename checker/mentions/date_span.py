"""Durations, decades, centuries and relative dates ("three weeks ago"): what a figure and a unit say together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values
from retold.checker.mentions.age import age_lead, is_age
from retold.checker.mentions.date_mention import DateMention, Lead, Place, led_by

_FIGURE = r"[0-9]{1,3}(?:[.,][0-9]{3})+(?![0-9])|[0-9]+(?:[.,][0-9]{1,2}(?![0-9]))?"
_YEARS = range(1000, 2200)
_TENS = range(20, 100, 10)
_GRAINS = ("year", "month", "week", "day")


@dataclass(frozen=True)
class Patterns:
    """The anchored patterns of one language for figures with a unit."""

    length: re.Pattern[str]
    ago_before: Lead
    ago_after: re.Pattern[str]
    age: re.Pattern[str]
    age_before: Lead
    age_people: re.Pattern[str]
    decade: re.Pattern[str]
    decade_before: Lead
    century: re.Pattern[str]
    century_before: Lead
    future: re.Pattern[str]
    tens_lead: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    right = lexicon.right
    amount = f"(?:{date_lexicon.trie(lexicon.small)})(?=[\\s-])|{_FIGURE}"
    units = date_lexicon.trie(lexicon.units)
    to = f"\\s?-\\s?|\\s+(?:{lexicon.any_of('range')})\\s+"
    century = date_lexicon.trie(word for word, unit in lexicon.units.items() if unit == "century")
    decade_unit = date_lexicon.trie(word for word, unit in lexicon.units.items() if unit in ("year", "decade"))
    marks = lexicon.any_of("decade_marks")
    inner = f"(?P<half>\\s(?:{lexicon.any_of('half_before_unit')}))?"
    other = f"(?![\\s-](?:{lexicon.any_of('not_units')}){right})"  # "12 années-lumière"
    outer = f"(?P<and_half>\\s(?:{lexicon.any_of('half_after_unit')}){right})?"
    ones = (word for word, number in lexicon.small.items() if number in range(1, 10))
    return Patterns(
        length=re.compile(
            f"(?P<first>{amount})(?:(?:{to})(?P<last>{amount}))?{inner}[\\s-]\\s?(?P<unit>{units}){right}{other}{outer}"
        ),
        ago_before=led_by(lexicon.words("ago_before")),
        ago_after=re.compile(f"\\s+(?:{lexicon.any_of('ago_after')}){right}"),
        age=re.compile(f"[\\s-](?:{lexicon.any_of('age_after')}){right}"),
        age_before=led_by(lexicon.words("age_before")),
        age_people=age_lead(*map(lexicon.any_of, ("age_people", "age_link", "age_verbs", "age_adverbs"))),
        decade=re.compile(
            f"(?P<decade>(?:1[0-9]|20)?[0-9]0)(?:(?:{marks}){right}|(?=\\s*(?:{lexicon.any_of('decade_after')}){right}))"
            f"(?P<unit>[\\s-]?(?:{decade_unit}|{lexicon.any_of('year_after')}|{lexicon.any_of('decade_after')}){right})?"
        ),
        decade_before=led_by(lexicon.words("decade_before"), r"\s*'?"),
        century=re.compile(f"\\.?(?:{lexicon.any_of('marks')})?[\\s-]+(?:{century}){right}"),
        century_before=led_by(lexicon.words("century_before")),
        future=re.compile(f"(?:{lexicon.any_of('future_endings')}){right}"),
        tens_lead=re.compile(f"(?:^|[^\\w])(?P<lead>{date_lexicon.trie(ones)})\\s+(?:{lexicon.any_of('tens_join')})$"),
    )  # fmt: skip


def amount_of(text: str, lexicon: date_lexicon.Lexicon) -> float:
    """The value of a spelled word or a figure: "seven", "1,5", "9,000"."""
    if text in lexicon.small:
        return lexicon.small[text]
    if re.fullmatch(r"[0-9]{1,3}(?:[.,][0-9]{3})+", text):
        return float(re.sub(r"[.,]", "", text))
    return float(text.replace(",", "."))


def _is_in(numbers: range, number: float) -> bool:
    """`number in numbers`, which for a float asks them one by one."""
    return number == int(number) and int(number) in numbers


def length(place: Place, start: int, language: Language) -> DateMention | None:
    """70 years; seven decades; 10-15 days; three weeks ago. An age ("70-year-old") is not one."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    found = known.length.match(place.text, start)
    if not found or known.age.match(place.text, found.end()) or place.lead(known.age_before, start) is not None:
        return None
    unit, end = lexicon.units[found["unit"]], found.end()
    if is_age(known.age_people, place.text, start, end, unit):
        return None
    first = amount_of(found["first"], lexicon)
    if _is_in(_TENS, first) and (ones := known.tens_lead.search(place.before(start))):  # أربع وعشرين ساعة
        first += lexicon.small[ones["lead"]]
        start -= len(place.before(start)) - ones.start("lead")
    half = bool(found["half"] or found["and_half"])
    if unit == "year" and _is_in(_YEARS, first) and found["unit"] in lexicon.words("year_after"):
        return None  # 2024 года is the year, 20 лет a duration
    if half and not found["last"]:
        return duration(place, start, end, first + 0.5, unit)
    if unit in _GRAINS and not found["last"] and first == int(first):
        after, lead = known.ago_after.match(place.text, end), place.lead(known.ago_before, start)
        if after or lead is not None:
            return ago(place, start if lead is None else lead, after.end() if after else end, unit, -int(first))
    if first == 1 and place.text[start:end].startswith(lexicon.words("articles")):
        return None  # "una semana" may be "a week" as well as "one week"
    last = amount_of(found["last"], lexicon) if found["last"] else None
    if (unit == "century" and first > 10) or (last is not None and last <= first):
        return None
    return duration(place, start, end, first, unit, last)


def duration(
    place: Place, start: int, end: int, first: float, unit: str, last: float | None = None, *, vague: bool = False
) -> DateMention:
    """A duration, or the range of two."""
    value, timex = date_values.duration_value(first, unit), date_values.duration_timex(first, unit)
    low = high = None
    if last is not None and last > first:
        low, high = value, date_values.duration_value(last, unit)
        timex = f"({timex},{date_values.duration_timex(last, unit)})"
    spelled_one = first == 1 and not place.text[start].isdigit()
    return place.mention(
        "duration", start, end, value=value, timex=timex, grain="duration", start_value=low, end_value=high,
        vague=vague or spelled_one,
    )  # fmt: skip


def ago(place: Place, start: int, end: int, unit: str, offset: int) -> DateMention | None:
    """A date given by its distance from the day of publication."""
    if abs(offset) > 4000:
        return None
    value = date_values.resolve(unit, offset, place.published)
    relative = f"{unit}{offset:+d}"
    return place.mention("date", start, end, value=value, timex=value, grain=unit, relative=relative)


def relative(place: Place, start: int, end: int, meaning: str, language: Language) -> DateMention:
    """yesterday, last week, this year; कल, which is yesterday or tomorrow."""
    if "|" in meaning:
        return _either_day(place, start, end, meaning.split("|"), language)
    grain, offset = date_values.parse_relative(meaning) or ("day", 0)
    value = date_values.resolve(grain, offset, place.published)
    return place.mention("date", start, end, value=value, timex=value, grain=grain, relative=meaning)


def _either_day(place: Place, start: int, end: int, meanings: list[str], language: Language) -> DateMention:
    """A word for the past and the coming day: a verb in the future in the same sentence tells which it is."""
    ahead = patterns(language).future.search(place.text, end, end + _SENTENCE)
    stop = _SENTENCE_END.search(place.text, end, end + _SENTENCE)
    if ahead and (stop is None or ahead.start() < stop.start()):
        meanings = meanings[::-1]
    told = [date_values.parse_relative(meaning) or ("day", 0) for meaning in meanings]
    values = [value for grain, offset in told if (value := date_values.resolve(grain, offset, place.published))]
    value = values[0] if values else None
    return place.mention(
        "date", start, end, value=value, timex=value, grain="day", alternates=tuple(values[1:]), vague=True
    )  # fmt: skip


_SENTENCE = 150
_SENTENCE_END = re.compile(r"[।.!?\n]")


def decade(place: Place, start: int, language: Language) -> DateMention | None:
    """1990s; 90er Jahre; années 90; 1990-х годов."""
    known = patterns(language)
    found = known.decade.match(place.text, start)
    led = place.lead(known.decade_before, start)
    if not found and led is not None:
        found = _DECADE.match(place.text, start)
    if not found:
        return None
    figure = found["decade"]
    if len(figure) == 2 and led is None:
        lexicon = date_lexicon.of(language)
        if lexicon.data.get("decade_needs_unit") and not found.groupdict().get("unit"):
            return None  # "50-е место" is the fiftieth place
        leads = lexicon.words("decade_leads")
        before = place.text[max(0, start - 8) : start].rstrip("'-").split()
        if int(figure) < 20 or (leads and (not before or before[-1] not in leads)):
            return None
    first = start if led is None else led
    if len(figure) == 4 and figure.endswith("00") and date_lexicon.of(language).data.get("hundreds_are_centuries"):
        return century_of(place, first, found.end(), int(figure[:2]) + 1)  # 1800-talet
    return decade_of(place, first, found.end(), int(figure))


_DECADE = re.compile(r"(?P<decade>(?:1[0-9]|20)?[0-9]0)(?![0-9]|[.,:][0-9])")


def decade_of(place: Place, start: int, end: int, figure: int) -> DateMention:
    """A decade by its first year, or by its two figures when the century is not said."""
    value = f"XX{figure // 10}X" if figure < 100 else f"{figure // 10}X"
    first, last = (value[:3] + "0", f"{value[:2]}00" if figure == 90 else f"{value[:2]}{figure // 10 % 10 + 1}0")
    if value[:2].isdigit():
        last = f"{figure + 10:04d}"
    return place.mention("date", start, end, value=value, timex=f"({first}-01-01,{last}-01-01,P10Y)", grain="decade")


def century(place: Place, start: int, end: int, number: int, language: Language) -> DateMention | None:
    """the 20th century; siglo XX; XX век."""
    known = patterns(language)
    after = known.century.match(place.text, end)
    lead = None if after else place.lead(known.century_before, start)
    if not (after or lead is not None) or not 1 <= number <= 22:
        return None
    return century_of(place, start if lead is None else lead, after.end() if after else end, number)


def century_of(place: Place, start: int, end: int, number: int) -> DateMention:
    """A century by its number."""
    value = f"{number - 1:02d}XX"
    timex = f"({number - 1:02d}00-01-01,{number:02d}00-01-01,P100Y)"
    return place.mention("date", start, end, value=value, timex=timex, grain="century")
