"""Dates as phrases: "the first week of May", "since 2010", "Tuesday at 9 a.m.", "the past three months".

What `date` finds are the parts that are compared: a day, a time, a length. Here the parts and the words around them
are put together into what the text says as a whole, for those who read it as data. One grammar serves all languages:
words become roles (see `date_words`), and patterns of roles are replaced, pass by pass, by what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from retold.checker import mentions
from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_phrase_after, date_values, date_words
from retold.checker.mentions import date_phrase_build as build
from retold.checker.mentions import date_phrase_period as periods
from retold.checker.mentions import date_phrase_time as times
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_words import SHORT, Token, Words
from retold.checker.model import Article, Mention

_NONE, _UNKNOWN = "\uf8ff", "\uf8fe"
"""Letters that no set of roles has: for a role without words, and for a set that no pattern knows."""

Builder = Callable[[Place, list[list[Token]]], DateMention | None]

_PASSES: tuple[tuple[tuple[str, Builder], ...], ...] = (
    (("(i)(N)", build.one), ("(q)(N)", build.few), ("(U)(?:[dc]?(U))+", build.total), ("(u)", build.recurring)),
    (
        ("(j|y)[co]*(Y)", periods.quarter), ("(Y)r?(j|y)", periods.quarter), ("(j)", periods.quarter),
        ("x?(O|l)(N)[ox]*(M|Y|R|m)", periods.part_of), ("x?(R)[ox]+(M|Y|R|m)", periods.last_part),
        ("x?(O|l)(U)[ox]+(M|Y|R|m)", periods.first_lengths), ("(O)(N)(Y)", periods.part_of),
        ("x?(O|l)(W)[ox]+(M|R)", periods.nth_weekday), ("x?(D)[ox]+(M)", periods.last_weekday),
        ("(s)[oc]*(Y)", periods.season), ("(t|l|n)x?(s)", periods.season), ("(s)(t|l|n)", periods.season),
        ("x?(t|l|n)x?(U)", periods.stretch), ("x?(U)(t|l|n)", periods.stretch),
        ("x?(k)(l|n)(N)", periods.counted), ("x?(l|n)(k)(N)", periods.counted),
        ("x?(l|n)(q)(N)", periods.counted),
        ("x?(t|l|n)(N)", periods.shifted), ("x?(N)(t|l|n)", periods.shifted),
        ("(t|l|n)(M|W)", periods.pointed), ("(M|W)(l|n)", periods.pointed), ("(t|l|n)(D)", periods.pointed_day),
        ("[O]?(N)(k)", periods.numbered), ("x?(J|N)[ohx]*(D)", periods.week_of),
    ),
    (
        ("w*(U)[fASF]+[hxNo]*(D|R|W|Y|X)", build.moved), ("(U)B[hx]*(D|R|W|Y|X)", build.moved), ("w+(U)", build.ahead),
        ("(U)P", build.ahead), ("(U)f", build.later), ("(U)(g)", build.back), ("(U)[dc]*(R)", build.back_by_both),
        ("x?(O|k)[ox]*(R)", build.day_of_month),
        ("(W)[ohxc]*(R)", build.day_of_week), ("(R)[ohxc]*(W)", build.day_of_week),
        ("x?(E|I|L|Q|Z)[oxr]*(M|Y|R|N|s|C|G)", periods.modified),
    ),
    (
        ("(t|l|n)[ox]*(p)", times.day_part), ("(R|W|D)[hxoc]*(p)", times.day_part),
        ("x?(p)[ohx]*(D|W|R)", times.day_part),
        ("[Fb]?h*(k|T|v)[rdV]h*(k|T|v)h*(p)", times.hours), ("[Fbo]h*(v)[rdV]h*(v)", times.hours),
        ("(T)[rV]x?h*(k)", times.hours), ("(k)[rV]h*(T)", times.hours),
        ("[FbS]h*(H)", times.wider), ("(p)h+(k|T)", times.clock), ("(T)[hxo]*(p)", times.clock),
        ("[hwox]*(p)", times.part_of_day),
    ),
    (
        ("(W)x?(O)", build.weekday_number), ("(W)x?(k)", build.weekday_number),
        ("(D|W|R)[chx]*(T|H|v)", times.at), ("(T|H|v)[chxo]*(D|W|R)", times.at),
        ("(D|W|R)[chx]*(B|A|S|V)[hx]*(T)", times.at_open), ("(W)[ohxc]*(R)", build.day_of_week),
        ("(D|W|R)[chx]*[FbS](k)[rdV](k)", times.at_hours), ("[FbS](k)[rdV](k)[chxo]*(D|W|R)", times.at_hours),
    ),
    (
        ("[FbSo]x*(k|O)[rdV]x*(D|R)", times.days), ("[FbSx]*(G)[oc]*(Y)", times.with_year),
        ("[FbS]x*(G|H)", times.wider), ("b[xh]*([MYDRWCX])[rVd]+[xhF]*([MYDRWCX])", times.spread),
        ("[FSoh]+[xh]*([MYDRWCX])[rV]+[xhF]*([MYDRWCX])", times.spread), ("[bFS]?x*(m)[rVd]+x*(M|m)", times.spread),
        ("([MYDRWX])[rV]+x*([MYDRWX])", times.spread), ("[bFSo]+[xh]*(T)[rVd]+[xhF]*(T)", times.spread),
    ),
    (
        ("(e)x?(W|N|D|T|p|U|R)", times.every), ("(S|A|B|V)[xhor]*([YMDWRTCHG])", times.open_ended),
        ("([YMDWRTC])[dr](f)", times.open_ended), ("(?<=x)(k|O)(?=[dc]x(D))", times.listed_day),
    ),
)  # fmt: skip
"""Patterns of roles with their meaning; a group in brackets gives its tokens to the builder."""


def extract(article: Article, language: Language) -> list[Mention]:
    """All dates, times and durations (`DateMention`) of an article as phrases, in text order, without overlaps."""
    found = [mention for mention in mentions.of(article, "date") if isinstance(mention, DateMention)]
    words = date_words.of(language)
    if words is None:
        return list(found)
    place = Place(article.text, date_lexicon.fold(article.text), date_values.published_day(article.published))
    out: list[Mention] = []
    for cluster in date_words.clusters(place, found, words):
        read = [token.mention for token in _read(place, cluster, language) if token.mention and token.data != SHORT]
        out += [mention if mention.parts else _with_part(mention, words) for mention in read]
    return out


def _with_part(mention: DateMention, words: Words) -> DateMention:
    """ "last night" is a part of the day in TIMEX3: 2018-08-15TNI."""
    part = date_words.part_of_day(mention, words)
    if part is None or mention.timex is None or "T" in mention.timex:
        return mention
    return replace(mention, timex=f"{mention.timex}T{part}")


Letters = Mapping[frozenset[str], str]
Step = Sequence[tuple[re.Pattern[str], Builder]]


@lru_cache(maxsize=None)
def _grammar(language: Language) -> tuple[Letters, Sequence[Step]]:
    """A letter for every set of roles that occurs in a language, and the patterns over these letters."""
    words = date_words.of(language)
    assert words is not None
    sets = {*words.roles.values(), *(frozenset(role) for role in "YMDWTHURGCKjyvOkrcspm")}
    letters = {found: chr(0xE000 + index) for index, found in enumerate(sorted(sets, key=sorted))}
    classes = {
        role: "".join(letter for found, letter in letters.items() if role in found)
        for role in {role for found in sets for role in found}
    }

    def spelled(pattern: str) -> str:
        return re.sub(
            r"\[([A-Za-z]+)\]|([A-Za-z])",
            lambda match: f"[{''.join(classes.get(role, '') for role in match[1] or match[2]) or _NONE}]",
            pattern,
        )

    data = date_lexicon.of(language).data
    passes = date_phrase_after.passes(
        _PASSES, postposed=bool(data.get("postposed")), noun_first=bool(data.get("noun_first"))
    )
    return letters, [[(re.compile(spelled(pattern)), builder) for pattern, builder in step] for step in passes]


def _read(place: Place, tokens: list[Token], language: Language) -> list[Token]:
    """The cluster with every phrase in it put together, pass by pass."""
    letters, steps = _grammar(language)
    for step in steps:
        for pattern, builder in step:
            tokens = _replaced(place, tokens, letters, pattern, builder)
    return tokens


def _replaced(
    place: Place, tokens: list[Token], letters: Letters, pattern: re.Pattern[str], builder: Builder
) -> list[Token]:
    line = "".join(letters.get(token.roles, _UNKNOWN) for token in tokens)
    if not pattern.search(line):
        return tokens
    out: list[Token] = []
    done = 0
    for found in pattern.finditer(line):
        groups = [tokens[slice(*found.span(index))] for index in range(1, pattern.groups + 1)]
        mention = builder(place, [tokens[found.start() : found.end()], *groups])
        if mention is None:
            continue
        out += tokens[done : found.start()]
        out.append(Token(frozenset(date_words.role_of(mention)), mention.start, mention.end, mention))
        done = found.end()
    return out + tokens[done:]
