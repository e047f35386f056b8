"""Calendar dates with names: what stands at a figure before a month, at the name of a month or of a weekday.

Every function is tried at a trigger, matches anchored patterns from there, and gives a mention or None.
"""

from __future__ import annotations

import re
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values
from retold.checker.mentions.date_digits import leads_to_day, whole_date
from retold.checker.mentions.date_mention import DateMention, Lazily, Lead, Place, led_by
from retold.checker.mentions.date_values import written

_BESIDE = 12
"""How near a word for night makes a weekday two: the night to Friday is Thursday night."""
_NO_FIGURE_AFTER = r"(?![0-9]|[.,:/][0-9])"
_CURRENCIES = ("$", "€", "£", "¥", "₽", "₴", "₺", "₹")


class Patterns(Lazily):
    """The anchored calendar patterns of one language; None where the language does not write dates so."""

    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month_year: re.Pattern[str]
    month_ordinal: re.Pattern[str]
    figures_around: re.Pattern[str]
    month_between: re.Pattern[str]
    numbered: re.Pattern[str]
    bare_day: re.Pattern[str] | None
    month_lead: re.Pattern[str]
    month_after: re.Pattern[str]
    to_month: re.Pattern[str]
    day_follow: re.Pattern[str]
    month_dual: re.Pattern[str]
    last: Lead
    next: Lead
    last_after: re.Pattern[str]
    night: re.Pattern[str]
    next_after: re.Pattern[str]


def _glue(lexicon: date_lexicon.Lexicon, *keys: str) -> str:
    """A word between the parts of a date, or none: "of", "de l'année", "jour d'" with its month right after it."""
    words = [word for key in keys for word in lexicon.words(key)]
    open_end = date_lexicon.trie(word for word in words if word.endswith("'"))
    closed = date_lexicon.trie(word for word in words if not word.endswith("'"))
    return f"(?:(?:{open_end}|(?:{closed}){lexicon.right}\\s*))?"


@lru_cache(maxsize=None)
def patterns(language: Language) -> Patterns:
    lexicon = date_lexicon.of(language)
    name = f"(?:{date_lexicon.trie(lexicon.months)}){lexicon.right}"
    short = date_lexicon.trie(word for word in lexicon.months if word in lexicon.short)
    long = date_lexicon.trie(word for word in lexicon.months if word not in lexicon.short)
    # the full stop belongs to an abbreviation, after a full name it ends the sentence
    dual = f"(?:\\s?[/(]\\s?{name}\\)?)?" if lexicon.data.get("dual_months") else ""
    month = f"(?P<month>(?P<long>{long}){lexicon.right}|(?P<short>{short}){lexicon.right}\\.?){dual}"
    glue, year_glue = _glue(lexicon, "glue"), _glue(lexicon, "glue", "year_glue")
    marks = f"(?:(?:{lexicon.any_of('marks')})(?:,(?=\\s))?)?"
    to = f"\\s*(?:[-/]|(?:{lexicon.any_of('range')}){lexicon.right})\\s*"
    year = f"(?:\\s*,|[-/.])?\\s*{year_glue}(?P<year>[12][0-9]{{3}}){_NO_FIGURE_AFTER}"
    short_year = (
        f"(?:[/-](?P<short_year>[0-9]{{2}})(?![0-9]|\\s{name})"
        f"|\\s+{glue}'?(?P<late>[3-9][0-9])(?=\\s*(?:[.,;:)!?](?![0-9])|$)))"
    )
    month_leads = lexicon.any_of("month_before", "year_before", "last", "this", "next")
    glue_only = f"(?:{lexicon.any_of('glue')})"
    ordinals = date_lexicon.trie(word for word, number in lexicon.days.items() if word not in lexicon.small)
    months = date_lexicon.trie(word for word, number in lexicon.days.items() if number < 13)
    after = f"(?:\\s?(?:{lexicon.any_of('year_after')}){lexicon.right})?"
    day = f"(?P<day>[0-9]{{1,2}}|{date_lexicon.trie(lexicon.days)}){marks}"
    last = f"{to}(?P<last>[0-9]{{1,2}}){marks}"
    figure, spelled = f"(?P<day>[0-9]{{1,2}}){marks}", date_lexicon.trie(lexicon.days)
    first = lexicon.data.get("month_first")
    # "October 23" is English; "Oct-23-2024" is written everywhere
    joint = f"[\\s/-]*{glue}" if first else "[/-]"
    if lexicon.words("day_follow"):  # दिसंबर 27 को: the word after it tells that it is a day
        figure = f"(?P<day>[0-9]{{1,2}}|{spelled}){marks}"
        tail = f"(?:\\s?(?:{lexicon.any_of('day_follow')}){lexicon.right}|\\))"
        joint = f"(?:{joint}|,?\\s*[/-]?\\s?(?=(?:[0-9]{{1,2}}|{spelled}){tail}))"
    follows = lexicon.any_of("year_before", "glue", "range", "bare_day_after")
    return Patterns(
        day_month=(
            f"{day}(?:{last})?\\.?[\\s/-]*{glue}{month}(?:{year}|{short_year})?{after}"
        ),
        month_day=(
            f"{month}{joint}{figure}(?:{last}(?!\\s*{name}))?{_NO_FIGURE_AFTER}(?!\\s?%)(?:{year})?{after}"
        ),
        month_year=(
            f"{month}(?:{year}{after}|\\s+(?:{glue_only}\\s+'?|')(?P<late>[3-9][0-9])(?=\\s*(?:[.,;:)!?](?![0-9])|$)))"
        ),
        month_ordinal=(
            f"{month}\\s+{glue}(?:the\\s+)?(?P<day>{ordinals}){lexicon.right}(?:{year}|(?=\\s*(?:[.,;:)!?]|$)))"
        ),
        figures_around=(
            f"(?:(?P<year>[12][0-9]{{3}})[-./](?P<last>[0-9]{{1,2}})|(?P<day>[0-9]{{1,2}})[-./](?P<late>[12][0-9]{{3}}))"
            f"[-./]{month}|(?P<first>[12][0-9]{{3}})[-./]{month.replace('P<', 'P<inner_')}"
            f"[-./](?P<end>[0-9]{{1,2}})(?![0-9])"
        ),
        month_between=(f"{month}-(?P<year>[12][0-9]{{3}})-(?P<day>[0-9]{{1,2}})(?![0-9])"),
        numbered=(
            f"(?:(?P<day>{months}|{date_lexicon.trie(lexicon.days)}){lexicon.right}|(?P<figure>[0-3]?[0-9])\\.)[\\s/]+"
            f"(?:(?P<month>{months}){lexicon.right}|(?P<number>[01]?[0-9])\\.?(?![0-9]))"
        ),
        bare_day=(
            f"(?P<day>[0-9]{{1,2}})(?:{lexicon.any_of('marks')})(?=\\s*(?:[.,;:)]|$)|\\s+(?:{follows}){lexicon.right})"
        ) if first else None,
        month_lead=(
            f"(?:(?:^|[^\\w])(?:{month_leads})(?:\\s+|-)|{name}{to})$"
        ),
        month_after=(f"\\s?(?:{lexicon.any_of('month_after')}){lexicon.right}"),
        to_month=(f"{to}{name}"),
        day_follow=(f"\\s?(?:{lexicon.any_of('day_follow')}){lexicon.right}"),
        month_dual=(dual),
        last=led_by(lexicon.words("last")),
        next=led_by(lexicon.words("next")),
        night=(lexicon.any_of("night")),
        last_after=(f"\\s+(?:{lexicon.any_of('last')}){lexicon.right}"),
        next_after=(f"\\s+(?:{lexicon.any_of('next')}){lexicon.right}"),
    )  # fmt: skip


def day_month(place: Place, start: int, language: Language) -> DateMention | None:
    """23 October 2024; 27-28 October; 23. Oktober; 23 de octubre de 2024."""
    found = patterns(language).day_month.match(place.text, start)
    if not found or place.text[max(0, start - 2) : start].rstrip()[-1:] in _CURRENCIES:
        return None
    if place.text[start : found.end("month")].replace(" ", "-") in date_lexicon.of(language).days:
        return None  # "dix-sept" is seventeen, not 10 September
    spelled = not (
        found["day"].isdigit() or found["year"] or place.text[found.end("day") : found.start("month")].strip()
    )
    if spelled and (
        date_lexicon.of(language).data.get("month_first")
        or (
            date_lexicon.of(language).days.get(found["day"], 0) < 21
            and _is_other_word(place, *found.span("month"), language)
        )
    ):
        return None  # "the first March attack"
    return _day(place, found, language)


def _is_other_word(place: Place, start: int, end: int, language: Language) -> bool:
    """Whether a name of a month is another word after a spelled number: tr "iki ocak", two stoves, hi "एक मार्च"."""
    lexicon = date_lexicon.of(language)
    if place.text[start:end] not in lexicon.guarded:
        return False
    if lexicon.data.get("names_upper"):
        return not place.written[start].isupper()
    return not patterns(language).day_follow.match(place.text, end)


_PARTED = re.compile("[0-9]{1,4}[-./]")
_POINTED = re.compile(r"[0-9]{1,2}\.[\s/]")


def named_between(place: Place, start: int, language: Language) -> DateMention | None:
    """2019/Aug/01; 2019/01/Aug; 01-2019-Aug."""
    found = _PARTED.match(place.text, start) and patterns(language).figures_around.match(place.text, start)
    if not found:
        return None
    months = date_lexicon.of(language).months
    month = months[next(name for key in ("long", "short", "inner_long", "inner_short") if (name := found[key]))]
    year, day = (found[a] or found[b] or found[c] for a, b, c in (("year", "late", "first"), ("last", "day", "end")))
    return whole_date(place, start, found.end(), int(year), month, int(day))


def numbered_month(place: Place, start: int, language: Language) -> DateMention | None:
    """ "am siebten vierten", "dritter 11.": both by number, one of them spelled, after a word that leads to a date."""
    lexicon = date_lexicon.of(language)
    if not lexicon.data.get("numbered_months"):
        return None
    if place.text[start].isdigit() and not _POINTED.match(place.text, start):
        return None
    found = patterns(language).numbered.match(place.text, start)
    if not found or (found["figure"] and found["number"]) or not leads_to_day(place, start, language):
        return None
    day = lexicon.days[found["day"]] if found["day"] else int(found["figure"])
    month = lexicon.days[found["month"]] if found["month"] else int(found["number"])
    if not date_values.possible(month, day):
        return None
    value = written(None, month, day)
    return place.mention("date", start, found.end(), value=value, timex=value, grain="day")


def month_day(place: Place, start: int, language: Language) -> DateMention | None:
    """October 23, 2024; Oct. 23-24."""
    known = patterns(language)
    if found := known.month_between.match(place.text, start):
        month = date_lexicon.of(language).months[found["long"] or found["short"]]
        return whole_date(place, start, found.end(), int(found["year"]), month, int(found["day"]))
    found = known.month_day.match(place.text, start) or known.month_ordinal.match(place.text, start)
    if not found:
        return None
    lead = place.text[max(0, start - 8) : start].split()
    if lead and lead[-1] in date_lexicon.of(language).data.get("not_day_before", ()):
        return None
    return _day(place, found, language)


def _day(place: Place, found: re.Match[str], language: Language) -> DateMention | None:
    lexicon = date_lexicon.of(language)
    month, day = lexicon.months[found["long"] or found["short"]], lexicon.days.get(found["day"]) or int(found["day"])
    year = int(found["year"]) if found["year"] else None
    parts = found.groupdict()
    if short := parts.get("short_year") or parts.get("late"):
        year = date_values.full_year(int(short))
    if not date_values.writable(month, day):
        return None
    value = written(year, month, day)
    last = int(parts["last"]) if parts.get("last") else None
    if last and last > day and date_values.possible(month, last):
        return place.span(found.start(), found.end(), value, written(year, month, last), "day")
    if last:
        return None
    return place.mention("date", found.start(), found.end(), value=value, timex=value, grain="day")


def month(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    """October 2024, or October alone where it cannot be another word."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    if found := known.month_year.match(place.text, start):
        year = int(found["year"]) if found["year"] else date_values.full_year(int(found["late"]))
        value = written(year, lexicon.months[found["long"] or found["short"]])
        return place.mention("date", start, found.end(), value=value, timex=value, grain="month")
    word = place.text[start:end]
    if word in lexicon.short:
        return None
    if word in lexicon.guarded:
        upper = place.written[start].isupper() == bool(lexicon.data.get("names_upper"))
        led = known.month_lead.search(place.before(start)) or known.to_month.match(place.text, end)
        if not (upper and led) and not known.month_after.match(place.text, end):
            return None
    if dual := known.month_dual.match(place.text, end):
        end = dual.end()
    value = written(None, lexicon.months[word])
    return place.mention("date", start, end, value=value, timex=value, grain="month")


def weekday(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    """Tuesday; last Tuesday; mardi dernier."""
    lexicon, known = date_lexicon.of(language), patterns(language)
    word = place.text[start:end]
    number = lexicon.weekdays[word]
    direction = None
    for sign, led, followed in ((-1, known.last, known.last_after), (1, known.next, known.next_after)):
        lead, tail = place.lead(led, start), followed.match(place.text, end)
        if lead is not None or tail:
            direction, start, end = sign, lead if lead is not None else start, tail.end() if tail else end
            break
    if direction is None and word in lexicon.guarded and not place.written[start].isupper():
        return None
    value = date_values.weekday_value(number)
    days = date_values.nearest_weekdays(number, place.published, direction)
    if direction is not None and days:
        value, days = days[0], ()
    return place.mention(
        "date", start, end, value=value, timex=value, grain="weekday", alternates=days, weekday=number,
        vague=word in lexicon.short or bool(known.night.search(place.text, max(0, start - _BESIDE), end + _BESIDE)),
    )  # fmt: skip


def bare_day(place: Place, start: int, language: Language) -> DateMention | None:
    """ "on the 25th", where no noun follows."""
    pattern = patterns(language).bare_day
    found = pattern.match(place.text, start) if pattern else None
    if not found or place.text[max(0, start - 4) : start] != "the " or not 1 <= int(found["day"]) <= 31:
        return None
    value = written(None, None, int(found["day"]))
    return place.mention("date", start, found.end(), value=value, timex=value, grain="day", vague=True)
