"""Patterns of roles where the word stands after the date: 2020 के बाद, 2018'den beri, 今週の終わり, 2017년 1분기.

They stand before or behind those of `date_phrase`, pass by pass, and use the same builders; what those read as leading
("after 2020") is left out, for here "के बाद 2020" belongs to what comes before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from retold.checker.mentions import date_period
from retold.checker.mentions import date_phrase_build as build
from retold.checker.mentions import date_phrase_period as periods
from retold.checker.mentions import date_phrase_time as times
from retold.checker.mentions.date_mention import DateMention, Place
from retold.checker.mentions.date_words import Token

Groups = list[list[Token]]
Builder = Callable[[Place, Groups], DateMention | None]
Pass = Sequence[tuple[str, Builder]]


def _as(builder: Builder, *order: int) -> Builder:
    """A builder that is given the groups in another order."""
    return lambda place, groups: builder(place, [groups[0], *(groups[index] for index in order)])


def _of_year(builder: Builder) -> Builder:
    """Only where the date is a year: 去年の前半, but not 今週の後半."""

    def guarded(place: Place, groups: Groups) -> DateMention | None:
        value = next((token.mention.value for token in groups[0] if token.mention), None)
        return builder(place, groups) if value and len(value) == 4 else None

    return guarded


def _this_year(place: Place, groups: Groups) -> DateMention | None:
    """上半年, alone: that of the year of publication."""
    unit, number = groups[1][0].data
    if place.published is None:
        return periods.quarter(place, groups)
    period = date_period.year_part(unit, number, f"{place.published.year:04d}")
    return build.of_period(place, groups[0], period, relative="year+0")


def _ranked(place: Place, groups: Groups) -> DateMention | None:
    """2021年的第三个月: rank and unit in one word."""
    if isinstance(groups[2][0].data, str):
        return None
    unit, number = groups[2][0].data
    value = build.mention_of(groups[1]).value
    period = date_period.part_of(unit, number, value) if value else None
    return build.of_period(place, groups[0], period)


def _within(place: Place, groups: Groups) -> DateMention | None:
    """2週間以内に, 9 महीने के भीतर: from the day of publication on."""
    length = build.mention_of(groups[1]).timex or ""
    end = date_period.away(place.published, length, 1) if place.published else None
    if place.published is None or end is None:
        return None
    period = date_period.between(place.published, end, length)
    return build.of_period(place, groups[0], period, grain="stretch", relative=f"within {length}")


def _end_of_period(place: Place, groups: Groups) -> DateMention | None:
    """年底, 월말: the end of this year, of this month."""
    if place.published is None or not isinstance(groups[1][0].data, str):
        return None
    unit, mod = groups[1][0].data.split()
    period = date_period.shifted(unit, 0, place.published)
    return build.of_period(place, groups[0], period, mod=mod, relative=f"{unit}+0")


def _every_at(place: Place, groups: Groups) -> DateMention | None:
    """毎週月曜日午後4時."""
    found = times.at(place, groups)
    return replace(found, mod="EVERY", vague=True) if found else None


def _open_ended(place: Place, groups: Groups) -> DateMention | None:
    """2020 के बाद; of a range that is read already, the word only closes it: 10 से 12 बजे तक."""
    inner = build.mention_of(groups[1])
    return (times.wider if inner.start_value and inner.end_value else times.open_ended)(place, groups)


_LEADING = (periods.modified, times.open_ended, build.moved, times.part_of_day)
_DIRECTION_LAST = ("(t|l|n)", "(l|n)")
"""Patterns that end so are of languages that say "week last": here the word would be of what follows (周五下令)."""

_FIRST: dict[int, Pass] = {
    0: (("(?=u)(e)[ox]*(W)", times.every),),
    1: (
        ("(M|Y|R)[ox]*(O|l)(U)", _as(periods.first_lengths, 2, 3, 1)),
        ("(Y|R)[co]*(j)", _of_year(periods.quarter)), ("(j)", _this_year), ("(Y|M|R)[ox]*(a)", _ranked),
        ("(Y|M|R)[ox]*(O|l)(N)", _as(periods.part_of, 2, 3, 1)),
        ("(M|R)[ox]*(O|l)(W)", _as(periods.nth_weekday, 2, 3, 1)),
        ("(Y|R)[oc]*(s)", _of_year(periods.season)),
    ),
    3: (("(p)[ohx]*(T)", times.clock),),
    5: (("(G|H)[oV]*(V|b|z)", times.wider),),
}  # fmt: skip
_LAST: dict[int, Pass] = {
    2: (
        ("(D|R|X)[oSFr]*(U)[fAB]+", _as(build.moved, 2, 1)), ("(U)(z)", _within),
        ("(U)(e)", _as(times.every, 2, 1)), ("(M|Y|R|N|s|C|G)[oxr]*(E|I|L|Q|Z)", _as(periods.modified, 2, 1)),
        ("(a)", _end_of_period),
    ),
    4: (("(D|W|R)[chxo]*(T|H|v)", times.at), ("(K)[chx]*(T)", _every_at)),
    6: (("([YMDWRTC])[drco]*(S|A|B|V|f)", _open_ended),),
}  # fmt: skip
NOUN_FIRST: Pass = (("x?(N)(O)[ox]*(Y|M|R)", _as(periods.part_of, 2, 1, 3)),)
"""الربع الأول من عام 2024: the rank follows its noun."""


def _follows(each: tuple[str, Builder]) -> bool:
    """Whether a usual pattern holds where the word stands after the date."""
    return each[1] not in _LEADING and not each[0].endswith(_DIRECTION_LAST)


def passes(usual: Sequence[Pass], *, postposed: bool, noun_first: bool) -> Sequence[Pass]:
    """The patterns of a language by the order of its words."""
    if noun_first:
        usual = [(*NOUN_FIRST, *step) if index == 1 else step for index, step in enumerate(usual)]
    if not postposed:
        return usual
    return [
        (*_FIRST.get(index, ()), *filter(_follows, step), *_LAST.get(index, ())) for index, step in enumerate(usual)
    ]
