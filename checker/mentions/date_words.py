"""What words do beside dates: "last", "since", "in the middle of", "weekend" become signs that one grammar reads.

Languages differ in their words and in their order, but hardly in what the words do. So each word is turned into the
set of its roles, each date into the role of its grain, and `date_phrase` matches patterns of roles for all languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values
from retold.checker.mentions.date_mention import DateMention, Place

ROLES = {
    "within": "w", "later": "f", "since": "S", "after": "A", "before": "B", "until": "V", "from": "F", "of": "o",
    "early": "E", "mid": "I", "late": "L", "start": "Q", "end": "Z", "every": "e", "at": "h", "the": "x", "a": "i",
    "few": "q", "hence": "P", "last": "l", "next": "n", "this": "t", "of_before": "J", "within_after": "z",
}  # fmt: skip
"""Keys of the table `dates.roles` of a language, with the letter that stands for them in patterns."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
PARTS = {"dawn": "DA", "morning": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI"}
PERIODS = ("weekend", "quarter", "half")
SHORT = "short"
"""Data of the abbreviation of a month, which alone is none: "Jan" but "Jan to Mar"."""
GRAINS = {"year": "Y", "month": "M", "day": "D", "weekday": "W", "week": "R", "decade": "C", "century": "C"}
"""Roles of dates; besides R resolved from a relative word, G a range, T a time, H a span of hours, U a duration."""


@dataclass(frozen=True)
class Token:
    """A word or a date: its roles, where it stands, and what it means."""

    roles: frozenset[str]
    start: int
    end: int
    mention: DateMention | None = None
    data: Any = None


@dataclass(frozen=True)
class Words:
    """The words of one language: their pattern, their roles, their meanings."""

    pattern: re.Pattern[str]
    roles: Mapping[str, frozenset[str]]
    data: Mapping[str, Any]
    months: Mapping[str, int]
    parts: re.Pattern[str]


_NOTHING = "!"
"""The role of a longer word that only begins like one with a role: 前往 (go to), 전쟁 (war)."""
_LEFT = r"(?:(?<![^\W_])|(?='))"
"""Where a word begins: after no letter, or with an apostrophe (2018'den beri); Chinese signs begin words anywhere."""


def _folded(table: Mapping[str, Any]) -> dict[str, Any]:
    return {date_lexicon.fold(word): meaning for word, meaning in table.items()}


@lru_cache(maxsize=None)
def of(language: Language) -> Words | None:
    """The words of a language; None for a language that gives no roles."""
    lexicon = date_lexicon.of(language)
    table = lexicon.data.get("roles")
    if not table:
        return None
    roles: dict[str, set[str]] = {}
    data: dict[str, Any] = {}

    def add(role: str, words: Mapping[str, Any]) -> None:
        for word, meaning in words.items():
            roles.setdefault(word, set()).add(role)
            if meaning is not None:
                data.setdefault(word, meaning)

    def folded(words: Any, meaning: Any = None) -> dict[str, Any]:
        return {date_lexicon.fold(word): meaning for word in words}

    nouns = lexicon.data.get("nouns", {})
    for name, code in SEASONS.items():
        add("s", folded(nouns.get(name, ()), code))
    for name, code in PARTS.items():
        add("p", folded(nouns.get(name, ()), code))
    for name in (*PERIODS, "year", "month", "week", "day"):
        add("N", folded(nouns.get(name, ()), name))
    add("N", dict(lexicon.units))
    add("u", {date_lexicon.fold(word): value for word, value in lexicon.data.get("sets", {}).items()})
    add("O", {word: number for word, number in lexicon.days.items() if word not in lexicon.small})
    add("k", {word: int(number) for word, number in lexicon.small.items() if number in range(1, 32)})
    for key, role in ROLES.items():
        add(role, folded(table.get(key, ())))
    add(
        "j",
        {
            word: ("half" if sign[0] == "H" else "quarter", int(sign[1]))
            for word, sign in _folded(lexicon.data.get("year_parts", {})).items()
        },
    )
    add("a", {
        rank + unit: (grain, number)
        for rank, number in _folded(lexicon.data.get("ranks", {})).items()
        for unit, grain in _folded(lexicon.data.get("rank_units", {})).items()
    })  # fmt: skip
    add("a", _folded(lexicon.data.get("period_ends", {})))
    add("O", folded(table.get("first", ()), 1))
    add(_NOTHING, folded(table.get("nothing", ())))
    now = folded(table.get("now", ()))
    add("X", now)
    for key, role in (("last", "l"), ("next", "n"), ("this", "t"), ("range", "r"), ("pairing", "d"), ("between", "b"),
                      ("ago_after", "g"), ("glue", "o"), ("day_before", "x"), ("clock_before", "h")):  # fmt: skip
        pairing = lexicon.data.get("pairing", ()) if key == "range" else ()
        add(role, folded(word for word in lexicon.data.get(key, ()) if word not in pairing))
    roles.pop(",", None)
    tight = date_lexicon.trie(word for word in roles if word[-1] in "'-")
    plain = date_lexicon.trie(word for word in roles if word[-1] not in "'-")
    marks = lexicon.any_of("marks")
    left = _LEFT if "signs" not in lexicon.data else r"(?:(?<![^\W_])|(?![0-9a-z]))"
    short = date_lexicon.trie(word for word in lexicon.short & lexicon.months.keys() if word not in roles)
    parts = date_lexicon.trie(
        word for word, meaning in data.items() if meaning in PARTS.values() and "p" in roles[word]
    )
    return Words(
        pattern=re.compile(
            f"{left}(?:(?P<quarter>[qth][1-4]|[1-4][qt])(?![^\\W_])|(?P<word>{plain}){lexicon.right}|(?P<open>{tight})"
            f"|(?P<month>{short}){lexicon.right}\\.?"
            f"|(?P<dotted>(?:[01]?[0-9]|2[0-4])\\.[0-5][0-9])(?![0-9]|[.,:/-][0-9])"
            f"|(?P<figure>[0-9]{{1,2}})(?:(?P<mark>{marks}){lexicon.right})?(?![0-9]|[.,:/][0-9]))"
        ),
        roles={word: frozenset(found) for word, found in roles.items()},
        data=data,
        months=lexicon.months,
        parts=re.compile(f"({parts})$"),
    )  # fmt: skip


def role_of(mention: DateMention) -> str:
    """The role a date, a time or a duration plays in a phrase."""
    if mention.mod == "EVERY":
        return "K"
    if mention.kind == "duration":
        return "U"
    if mention.kind == "time":
        return "H" if mention.end_value else "T"
    if mention.end_value and mention.mod is None and mention.grain in ("day", "month", "year") and not mention.relative:
        return "G"
    if mention.relative or mention.grain == "week":
        return "R"
    if mention.grain == "weekday" and (mention.value or "").startswith(("1", "2")):
        return "D"
    return GRAINS.get(mention.grain, "R")


def clusters(place: Place, mentions: list[DateMention], words: Words) -> Iterator[list[Token]]:
    """Runs of words and dates that stand side by side, where there is more than a preposition."""
    run: list[Token] = []
    for token in _tokens(place, mentions, words):
        if run:
            gap = place.text[run[-1].end : token.start]
            sign = _between(gap)
            if sign is None:
                yield from _worthy(run)
                run = []
            elif sign:
                at = run[-1].end + gap.index(sign)
                run.append(Token(frozenset("r" if sign == "-" else "c"), at, at + 1))
        run.append(token)
    yield from _worthy(run)


def _worthy(run: list[Token]) -> Iterator[list[Token]]:
    if any(token.mention or not token.roles.isdisjoint("NspuXaj") or token.data in ("Q",) for token in run):
        yield run


def _between(gap: str) -> str | None:
    """The sign between two neighbours: a dash, a comma, "" for a space; None when something else stands there."""
    bare = gap.strip()
    if not bare:
        return None if "\n\n" in gap else ""
    return bare if bare in ("-", ",") and len(gap) < 5 and "\n" not in gap else None


def _tokens(place: Place, mentions: list[DateMention], words: Words) -> Iterator[Token]:
    end = 0
    for mention in mentions:
        yield from _words(place, end, mention.start, words)
        end = mention.end
        if words.data.get(place.text[mention.start : end]) in PERIODS:  # "trimestre" is three months, and a quarter
            yield from _words(place, mention.start, end, words)
            continue
        yield Token(frozenset(role_of(mention)), mention.start, mention.end, mention, part_of_day(mention, words))
    yield from _words(place, end, len(place.text), words)


def part_of_day(mention: DateMention, words: Words) -> str | None:
    """The part of the day that a date names in the same word or phrase: "last night", "Montagabend"."""
    if mention.kind != "date" or mention.grain not in ("day", "weekday"):
        return None
    found = words.parts.search(date_lexicon.fold(mention.text))
    return words.data[found[1]] if found and found.start() else None


def _words(place: Place, start: int, end: int, words: Words) -> Iterator[Token]:
    for found in words.pattern.finditer(place.text, start, end):
        span = found.span()
        if figure := found["quarter"]:
            number = int(figure.strip("qth"))
            if "h" not in figure or number < 3:
                sure = "q" in figure
                yield Token(
                    frozenset("j" if sure else "y"), *span, None, ("half" if "h" in figure else "quarter", number)
                )
        elif found["month"]:
            value = date_values.written(None, words.months[found["month"]])
            month = place.mention("date", *span, value=value, timex=value, grain="month")
            yield Token(frozenset("m"), *span, month, SHORT)
        elif dotted := found["dotted"]:
            hour, _, minute = dotted.partition(".")
            yield Token(frozenset("v"), *span, None, (int(hour) % 24, int(minute)))
        elif found["figure"]:
            yield Token(frozenset("O" if found["mark"] else "k"), *span, None, int(found["figure"]))
        else:
            word = found["word"] or found["open"]
            if "u" in words.roles[word] and place.written[span[0]].isupper():
                continue  # the Daily Express
            yield Token(words.roles[word], *span, None, words.data.get(word))
