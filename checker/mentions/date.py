"""Dates, clock times and durations in a text, with values that can be compared across languages.

One trigger pattern runs over the text (figures, names of months and weekdays, "yesterday", "seven"), the grammars are
tried where it hits, then neighbours are joined: "Tuesday, 29 October", "27 October - 3 November", "October last year".
Relative words and weekdays are resolved against the publication date of the article, never against today.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from retold.checker.language import Language
from retold.checker.mentions import (
    date_calendar,
    date_cjk,
    date_cjk_clock,
    date_clock,
    date_digits,
    date_figures,
    date_gate,
    date_grammar,
    date_holiday,
    date_hours,
    date_lexicon,
    date_span,
    date_trigger,
    date_values,
)
from retold.checker.mentions.date_beside import bracketed
from retold.checker.mentions.date_join import joined
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.model import Article, Mention

__all__ = ["DateMention", "extract"]


def extract(article: Article, language: Language) -> list[Mention]:
    """All dates, times and durations (`DateMention`) in text order, without overlaps; offsets into the text."""
    place = Place(article.text, date_lexicon.fold(article.text), date_values.published_day(article.published))
    return list(joined(place, list(bracketed(place, list(_found(place, language)), language)), language))


def _found(place: Place, language: Language) -> Iterator[DateMention]:
    done = 0
    for found in date_trigger.hits(place.text, language):
        hit: date_trigger.Hit | None = found
        while hit is not None and hit[0] >= done:
            mention = _at(place, *hit, language, done)
            if mention is None:
                break
            done = mention.end
            yield mention
            hit = date_trigger.within(place.text, done, found[2], language) if done < found[2] else None


def _at(place: Place, start: int, kind: str, end: int, language: Language, done: int) -> DateMention | None:
    """The date that begins at a hit; `done` is where the last one ended."""
    if kind == "figure":
        return _at_figure(place, start, end, language, done)
    if kind == "word":
        return _at_word(place, start, end, language)
    return date_cjk.find(place, start, language) or _at_figure(place, start, end, language)


Grammar = Callable[[Place, int, Language], DateMention | None]
_FIGURE_GRAMMARS: tuple[Grammar, ...] = (
    date_calendar.other_calendar, date_digits.digits, date_grammar.day_month, date_grammar.named_between,
    date_grammar.numbered_month, date_clock.clock, date_span.decade,
    date_span.length, date_figures.year, date_grammar.bare_day,
)  # fmt: skip
_BARE_GRAMMARS: tuple[Grammar, ...] = (date_digits.digits, date_clock.zoned, date_figures.year)
"""For languages without words for hours of their own, which are not counted alike everywhere."""
_SIGN_GRAMMARS: tuple[Grammar, ...] = (
    date_digits.digits, date_clock.zoned, date_cjk_clock.colon, date_figures.year
)  # fmt: skip
_IN_A_NAME = re.compile(r"[^\W_]-$|[0-9][.,:/-]$|[a-z\u00c0-\u052f]$")
_YEAR_AFTER_PREFIX = re.compile(r"[^\W\d_]{3,}-$")


def _at_figure(place: Place, start: int, end: int, language: Language, done: int = 0) -> DateMention | None:
    text = place.text
    if not text[start].isdigit():
        return None
    if date_gate.is_small(text, start, end) and not (
        date_gate.may_begin(text, end, language) or date_gate.may_end(text, start, language)
    ):
        return None
    if start and end - start > 7 and text[start - 1] in "-_" and (dated := date_digits.in_a_name(place, start)):
        return dated
    second_end = done and start == done + 1 and text[done] == "-"
    if start and not second_end and _IN_A_NAME.search(text, max(0, start - 2), start):
        if not _YEAR_AFTER_PREFIX.search(text, max(0, start - 8), start) or end - start != 4:
            return None
        return date_figures.year(place, start, language)
    figure = text[start:end]
    if (
        len(figure) <= 2
        and figure.isdecimal()
        and (century := date_span.century(place, start, end, int(figure), language))
    ):
        return century
    data = date_lexicon.of(language).data
    grammars = _FIGURE_GRAMMARS if "units" in data else _SIGN_GRAMMARS if "signs" in data else _BARE_GRAMMARS
    for grammar in grammars:
        if mention := grammar(place, start, language):
            return mention
    return None


def _at_word(place: Place, start: int, end: int, language: Language) -> DateMention | None:
    lexicon = date_lexicon.of(language)
    if not lexicon.starts_word(place.text, start):
        return None
    readings = lexicon.forms[place.text[start:end]]
    if "nothing" in readings:
        return None
    if "holiday" in readings and (mention := date_holiday.holiday(place, start, end, readings["holiday"], language)):
        return mention
    counts = "small" in readings or "spelled_day" in readings
    begins = counts and date_gate.may_begin(place.text, end, language)
    if begins and "spelled_day" in readings:
        mention = date_grammar.day_month(place, start, language) or date_grammar.numbered_month(place, start, language)
        if mention:
            return mention
    if "hour" in readings and (mention := date_hours.named_hour(place, start, end, readings["hour"], language)):
        return mention
    if "century" in readings:
        return date_span.century_of(place, start, end, readings["century"])
    if "offset" in readings and (mention := date_clock.offset_clock(place, start, end, readings["offset"], language)):
        return mention
    if begins and "small" in readings and (mention := date_clock.spelled_clock(place, start, end, language)):
        return mention
    if begins and "small" in readings and (mention := date_span.length(place, start, language)):
        return mention
    if "lunar" in readings:
        return date_cjk.lunar_day(place, start, end, readings["lunar"])
    if "month" in readings:
        mention = date_grammar.month_day(place, start, language) or date_grammar.month(place, start, end, language)
        if mention:
            return mention
    if "weekday" in readings and (mention := date_grammar.weekday(place, start, end, language)):
        return mention
    if "relative" in readings and lexicon.is_small_letter(place.written, start, end):
        return date_span.relative(place, start, end, readings["relative"], language)
    if "decade" in readings:
        return date_span.decade_of(place, start, end, readings["decade"])
    if "roman" in readings:
        return date_span.century(place, start, end, readings["roman"], language)
    if "phrase" in readings:
        value = readings["phrase"]
        timex = date_values.halved(value)
        return place.mention("duration", start, end, value=value, timex=timex, grain="duration")
    if "clock" in readings:
        value = readings["clock"]
        return place.mention("time", start, end, value=value, timex=value.removesuffix(":00"), grain="time")
    return None
