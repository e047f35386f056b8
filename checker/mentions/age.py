"""Ages that only their place tells: "un hombre de 52 años", "Maria Rossi, 52 anni,".

The same words count years elsewhere ("una condena de 52 años"), so that dates and figures ask the same question here.
"""

from __future__ import annotations

import re

_AHEAD = 24
_APPOSED = re.compile(r"\s?[,)]")


def age_lead(people: str, link: str) -> re.Pattern[str]:
    """The pattern for what stands before an age: a word for a person (named group `person`), or a comma or bracket.

    `people` and `link` ("de") are patterns for words of the language.
    """
    return re.compile(f"(?:(?<!\\w)(?P<person>{people})\\s|[,(]\\s?)(?:(?:{link})\\s)?$")


def is_age(lead: re.Pattern[str], text: str, start: int, end: int) -> bool:
    """Whether the years counted at `start`-`end` of a folded text are somebody's age."""
    found = lead.search(text, max(0, start - _AHEAD), start)
    return found is not None and (found["person"] is not None or _APPOSED.match(text, end) is not None)
