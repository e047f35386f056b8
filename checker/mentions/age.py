"""Ages that only their place tells: "un hombre de 52 años", "Maria Rossi, 52 anni,".

The same words count years elsewhere ("una condena de 52 años"), so that dates and figures ask the same question here.
"""

from __future__ import annotations

import re

_AHEAD = 32
_APPOSED = re.compile(r"\s?[,)]")
_CLOSED = re.compile(r"\s?(?:[.,;:!?)»\"”]|$)")
_VERB_UNITS = ("year", "month", "week")


def age_lead(people: str, link: str, verbs: str = "(?!)", adverbs: str = "(?!)") -> re.Pattern[str]:
    """The pattern for what stands before an age: a person, a verb ("tiene", "a"), or a comma or bracket.

    The arguments are patterns for words of the language, `link` being "de" and `adverbs` "only" and "about"; the named
    groups `person` and `verb` tell which was found.
    """
    said = f"(?<!\\w)(?<!\\by )(?P<verb>{verbs})\\s(?:(?:{adverbs})\\s){{0,2}}"
    return re.compile(f"(?:{said}|(?:(?<!\\w)(?P<person>{people})\\s|[,(]\\s?)(?:(?:{link})\\s)?)$")


def is_age(lead: re.Pattern[str], text: str, start: int, end: int, unit: str = "year") -> bool:
    """Whether the time counted at `start`-`end` of a folded text is somebody's age.

    "Tiene 29 años." is one, "tiene 29 años de experiencia" and "il y a dix ans" are none.
    """
    found = lead.search(text, max(0, start - _AHEAD), start)
    if found is None:
        return False
    if found["verb"] is not None:
        return unit in _VERB_UNITS and _CLOSED.match(text, end) is not None
    return unit == "year" and (found["person"] is not None or _APPOSED.match(text, end) is not None)
