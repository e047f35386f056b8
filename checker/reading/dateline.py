"""When a text was published, as far as it says so itself. Never today, never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache

from retold.checker import language
from retold.checker.errors import UnreadableInput

_TOP = 8
"""Lines in which a text gives its date."""

_DATELINES = 3
"""Lines that may start with a dateline."""

_LONGEST = 160
_OTHER_LETTERS = 5
"""Letters beside a date (`Uhr`, `p.m.`, `CET`) up to which a line holds nothing but the date."""

_DATE_LETTERS = 35
"""Letters up to which a line is looked at for being nothing but a date."""

_DASH = re.compile(r"\s[—–-]+\s|[—–]")
_FULL = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_ISO = re.compile(
    r"(?<![\d-])(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?(?:Z|[+-]\d{2}:?\d{2})?))?(?![\d-])"
)
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[./年년-]\s?(\d{1,2})\s?[./月월-]\s?(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_FOUR_DIGITS = re.compile(r"(?:19|20)\d\d|[٠-٩०-९]{4}")


def told(published: str | None) -> str | None:
    """The date of publication that the user tells. Raises UnreadableInput when it is none."""
    if published is None:
        return None
    stated = iso_date(published)
    if stated is None or not published.startswith(stated[:10]):
        raise UnreadableInput(f"the publication date {published!r} is no date such as 2024-10-29")
    return stated


def iso_date(stated: str) -> str | None:
    """An ISO date, or date and time, out of a stated value; None when there is no valid one."""
    match = _ISO.search(stated[:200])
    if match is None:
        return None
    year, month, day, clock = match.groups()
    try:
        day_only = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    if clock is None:
        return day_only
    try:
        return datetime.fromisoformat(f"{day_only}T{clock.replace(' ', '')}").isoformat()
    except ValueError:
        return day_only


def published_in(text: str, language_tag: str) -> str | None:
    """The full date of a dateline or of a `Published: …` line among the first lines; ISO, or None."""
    for number, line in enumerate(text[:4000].splitlines()[:_TOP]):
        line = line.strip()
        if not _FOUR_DIGITS.search(line[:_LONGEST]):
            continue
        dateline = _dateline(line) if number < _DATELINES else ""
        found = _date(dateline, language_tag) if dateline else None
        if found is None and len(line) <= _LONGEST:
            found = _stamp(line, language_tag)
        if found:
            return found[0]
    return None


def _stamp(line: str, language_tag: str) -> tuple[str, int] | None:
    """The date of a line that starts with `Published` or the like, or that holds nothing but a date."""
    if line.lower().lstrip("*_# ").startswith(_stamps(language_tag)):
        return _date(line, language_tag)
    found = _date(line, language_tag) if _letters(line) <= _DATE_LETTERS else None
    return found if found and found[1] <= _OTHER_LETTERS else None


def _dateline(line: str) -> str:
    """`KYIV, 29 October 2024 (Agency)` of `KYIV, 29 October 2024 (Agency) - …`; empty for a line without one."""
    parts = _DASH.split(line[:100], maxsplit=1)
    return parts[0] if len(parts) > 1 and len(parts[0]) <= 60 and _FOUR_DIGITS.search(parts[0]) else ""


@lru_cache(maxsize=None)
def _stamps(language_tag: str) -> tuple[str, ...]:
    own = language.load(language_tag).section("metadata").get("published", ())
    english = language.load("en").section("metadata").get("published", ())
    return tuple(dict.fromkeys(word.lower() for word in (*own, *english)))


def _date(line: str, language_tag: str) -> tuple[str, int] | None:
    """The full date of a line, and how many letters stand beside it."""
    if _ISO.search(line):
        stated = iso_date(line)
        return (stated, _letters(_ISO.sub("", line))) if stated else None
    for pattern, order in ((_YEAR_FIRST, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        match = pattern.search(line)
        if match:
            try:
                return date(*(int(match[group]) for group in order)).isoformat(), _letters(pattern.sub("", line))
            except ValueError:
                continue
    return _spelled(line, language_tag)


def _spelled(line: str, language_tag: str) -> tuple[str, int] | None:
    """A date with a month's name, read by the extractor of dates."""
    from retold.checker.mentions import date as dates
    from retold.checker.model import Article, Segment

    article = Article(line, (Segment(0, 0, len(line)),), language_tag)
    for mention in dates.extract(article, language.load(language_tag)):
        if mention.kind == "date" and mention.value and _FULL.match(mention.value):
            return mention.value, _letters(line[: mention.start] + line[mention.end :])
    return None


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
