"""What a figure measures: a share, a sum, an age, a length, a temperature ..."""

from __future__ import annotations

import re
from typing import NamedTuple

from retold.checker.mentions import number_money
from retold.checker.mentions.age import is_age
from retold.checker.mentions.number_lexicon import ARTICLE, Lexicon, Value
from retold.checker.mentions.number_money import skip
from retold.checker.mentions.number_sums import Run

_CAPITAL_UNITS = frozenset(("volt", "watt", "ampere"))
_TEMPERATURES = frozenset(("celsius", "fahrenheit", "degree"))
_PER_HOUR = frozenset("kilometer meter mile foot".split())
_PER_SECOND = re.compile(r"(?:kilo|mega|giga|tera|peta)?(?:bit|byte)|(?:kilo)?meter|mile|foot")
_SCALE_LETTER = re.compile(r" ?([cf])(?![\w])")
_ARTICLE = re.compile(r"([^\W\d_]{1,6})[ ']")
_OLDEST = 130
_HOTTEST = 10_000
_SCREEN_LINES = frozenset((240, 360, 480, 576, 720, 1080, 1440, 2160, 4320))
_TOKENS = {"percent": "percent", "permille": "permille", "percentage-point": "percentage-point"}


class Measure(NamedTuple):
    """Kind and unit of a figure, its span with them, and its value, which some of them change."""

    kind: str
    unit: str | None
    start: int
    end: int
    value: Value
    factor: Value = 1
    below: bool = False


def measure(text: str, words: str, run: Run, start: int, end: int, value: Value, lex: Lexicon) -> Measure:
    """The percent sign, currency or unit that stands beside a number. `text` is folded, `words` is as written."""
    at = skip(text, end)
    if run.scale > 1 and text.startswith(". ", end):  # "2 Mio. Euro"
        at = end + 2
    if lex.han and text[at : at + 1] in tuple(lex.han.get("over", "")):
        at = skip(text, at + 1)
    share = _share(text, run, start, end, at, value, lex)
    if share is not None:
        return share
    money = number_money.after(text, words, run, end, lex)
    if money is not None:
        money = number_money.scaled(text, run, money, lex)
        return Measure("money", money.unit, start, money.end, value, money.factor)
    aged = _age(text, start, end, at, value, lex)
    if aged is not None:
        return aged
    minus = lex.minus.before(text, start) if lex.han else None
    around = lex.units_around.before(text, minus[0] if minus else start)
    if around is not None:
        for after, unit in around[1].items():
            if text.startswith(after, at):  # 摂氏マイナス4度
                place = at + len(after) if after else end
                return Measure("quantity", unit, around[0], place, value, below=minus is not None)
    return _named(text, words, run, start, end, at, value, lex)


def _share(text: str, run: Run, start: int, end: int, at: int, value: Value, lex: Lexicon) -> Measure | None:
    found = lex.percent.after(text, at)
    if found is None and run.fraction and (of := number_money.behind_of(text, at, lex)):
        article = _ARTICLE.match(text, of)  # a quarter of a percentage point
        one = article is not None and lex.words.get(article[1], ("",))[0] == ARTICLE
        found = lex.percent.after(text, article.end() if article is not None and one else of)
        found = found if found is not None and found[1] == "percentage-point" else None
    if found is not None:
        return Measure("percent", _TOKENS[found[1]], start, found[0], value)
    before = lex.percent_before.before(text, start)
    return Measure("percent", "percent", before[0], end, value) if before is not None else None


def _age(text: str, start: int, end: int, at: int, value: Value, lex: Lexicon) -> Measure | None:
    """ "aged 52", "at the age of 18 months", "un hombre de 52 años"."""
    if not 0 <= value < _OLDEST:
        return None
    named = lex.age_units.after(text, at)
    if lex.age_before.before(text, start) is not None:
        return Measure("quantity", named[1] if named else "year", start, named[0] if named else end, value)
    if named and is_age(lex.age_lead, text, start, named[0], named[1]):
        return Measure("quantity", named[1], start, named[0], value)
    return None


def _named(text: str, words: str, run: Run, start: int, end: int, at: int, value: Value, lex: Lexicon) -> Measure:
    money, unit = lex.currencies.after(text, at), lex.units.after(text, at)
    if money is None and unit is None and (further := number_money.behind_of(text, at, lex)):
        money, unit = lex.currencies.after(text, further), lex.units.after(text, further)
    if money is not None and money[0] - at == 1 and text[at].isascii() and not _is_coin(text, run, end):
        money = None
    if unit is not None and _is_word(text, words, run, end, unit, lex):
        unit = None
    if money is not None and (unit is None or money[0] >= unit[0]):
        sum_ = number_money.scaled(text, run, number_money.Money(money[1], start, money[0]), lex)
        coin = lex.coins.get(money[1])
        if coin is not None:
            return Measure("money", coin[0], start, sum_.end, value, sum_.factor * coin[1])
        return Measure("money", money[1], start, sum_.end, value, sum_.factor)
    if unit is None:
        return _degrees(text, words, run, start, end, at, value, lex) or Measure("number", None, start, end, value)
    if unit[1] == "pound" and run.scale >= 1000:  # "8.1 million pounds" are not weighed
        return Measure("money", "GBP", start, unit[0], value)
    if unit[1] == "degree" and run.scale * run.coefficient >= _HOTTEST and "large_degrees" in lex.han:
        return Measure("quantity", lex.han["large_degrees"], start, unit[0], value)
    if unit[1] in _TEMPERATURES:
        return _temperature(text, start, unit, value, lex)
    name, begin, place = _per(text, start, unit, lex)
    return Measure("quantity", name, begin, place, value)


def _is_coin(text: str, run: Run, end: int) -> bool:
    """Whether a letter behind a figure is a coin: "50p", "99c"; not apart, and 1080p is a picture."""
    return run.digits and text[end : end + 1] not in (" ", "-") and run.value not in _SCREEN_LINES


def _per(text: str, start: int, unit: tuple[int, str], lex: Lexicon) -> tuple[str, int, int]:
    """Distance and data are given per hour and per second: "188 miles an hour", "64 kilobits per second".

    The unit, and where the figure begins and ends with it.
    """
    plain = unit[1], start, unit[0]
    if not _PER_SECOND.fullmatch(unit[1]):
        return plain
    begin, place = start, unit[0]
    found = lex.per.after(text, skip(text, place))
    if found is not None:
        place = found[0]
    elif (found := lex.per_before.before(text, start)) is not None:  # "saatte 50 kilometre"
        begin = found[0]
    if found is None or (found[1] == "hour" and unit[1] not in _PER_HOUR):
        return plain
    return f"{unit[1]}-per-{found[1]}", begin, place


def _temperature(text: str, start: int, unit: tuple[int, str], value: Value, lex: Lexicon) -> Measure:
    """Degrees, and whether they are below zero: "10 degrees below zero", "20 градусов мороза"."""
    below = lex.below_zero.after(text, skip(text, unit[0]))
    return Measure("quantity", unit[1], start, below[0] if below else unit[0], value, below=below is not None)


def _degrees(
    text: str, words: str, run: Run, start: int, end: int, at: int, value: Value, lex: Lexicon
) -> Measure | None:
    """98.6 F, -28 C, (68-77 F): a letter alone is a temperature behind decimals, a minus, or at the end of brackets.

    "10 bajo cero" needs no degrees.
    """
    below = lex.below_zero.after(text, at)
    if below is not None and " " in text[at : below[0]]:
        return Measure("quantity", "degree", start, below[0], value, below=True)
    letter = _SCALE_LETTER.match(text, end) if run.digits and run.scale == 1 else None
    if letter is None or not ("." in run.text or _is_degrees(text, words, start, letter)):
        return None
    return Measure("quantity", {"c": "celsius", "f": "fahrenheit"}[letter[1]], start, letter.end(), value)


def _is_degrees(text: str, words: str, start: int, letter: re.Match[str]) -> bool:
    """Whether a capital C or F behind a whole figure is a temperature: it has a minus, or ends a bracket."""
    lead = text[max(0, start - 2) : start]
    minus = lead == "-" or (lead[1:] == "-" and lead[0] in " (\n")
    return words[letter.end() - 1].isupper() and (minus or text[letter.end() : letter.end() + 1] == ")")


def _is_word(text: str, words: str, run: Run, end: int, unit: tuple[int, str], lex: Lexicon) -> bool:
    """Whether a short unit name is a word here: "в" (in) that is no volt, letters behind a spelled number or a year."""
    name = text[end : unit[0]].strip(" -")
    if lex.hyphenated and text[end : end + 1] == " " and name.startswith(lex.hyphenated):  # "10 летних лагерей"
        return True
    if len(name) > 2 or not name.isalpha() or name >= "\u0900":
        spelled = bool(lex.han) and not run.digits and run.value < 10  # 三度 is "three times" too
        return (spelled or bare_year(run)) and name in lex.ambiguous_units
    if not run.digits:
        return name not in lex.plain_units
    capital = words[unit[0] - len(name)].isupper()
    if name in lex.capital_units and not capital:
        return True
    if len(name) == 1:
        as_written = capital if unit[1] in _CAPITAL_UNITS else not capital or unit[1] == "liter"
        return text[end : end + 1] == " " and (not as_written or bare_year(run))
    return bare_year(run) and name in lex.ambiguous_units


def bare_year(run: Run) -> bool:
    """Whether four digits alone may be a year."""
    return (
        run.digits and run.text.isdigit() and len(run.text) == 4 and run.scale == 1 and 1500 <= run.coefficient <= 2099
    )
