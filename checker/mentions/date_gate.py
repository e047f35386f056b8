"""Whether a figure or a number word may begin a date at all: most count something, and no grammar need look at them.

Asked of small numbers only (12, "seven", 3.5), which are dates by the words beside them alone. The answer looks at how
the next word begins and how the last one ended, so it says yes too often, and never no where a grammar finds a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.mentions import date_lexicon

_AFTER = (
    "marks", "glue", "year_glue", "range", "pairing", "day_follow", "clock_after", "am", "pm", "zones", "zone_signs",
    "half_before_unit", "decade_marks", "decade_after", "year_after",
)  # fmt: skip
"""Lists of words that may stand right behind a small number that is, or begins, a date, a time or a duration."""
_BEFORE = ("clock_before", "clock_alone", "century_before", "decade_before", "am", "pm")
"""Lists of words that make a date of a small number whatever follows."""

_SMALL = re.compile(r"[0-9]{1,3}(?:,[0-9]{1,3})*(?:\.[0-9]{1,3})?")
_HEAD = 3
_TAIL = 2
_BLANKS = " \n\t'-("


@dataclass(frozen=True, eq=False)
class _Gate:
    """How the words begin that may follow, and how those end that may lead."""

    after: re.Pattern[str]
    before: frozenset[str]


@lru_cache(maxsize=None)
def _gate(language: Language) -> _Gate:
    lexicon = date_lexicon.of(language)
    calendars = [words for entry in lexicon.data.get("calendars", {}).values() for words in entry.values()]
    after = [word for key in _AFTER for word in lexicon.words(key)]
    after += [*lexicon.months, *lexicon.units, "h", *lexicon.data.get("clock_offsets_after", ())]
    after += [word for words in calendars for word in words]
    if lexicon.data.get("numbered_months"):
        after += lexicon.days
    heads = {re.sub(r"^\W+", "", date_lexicon.fold(word))[:_HEAD] for word in after} - {""}
    leads = [word.rstrip(_BLANKS) for key in _BEFORE for word in lexicon.words(key)]
    return _Gate(
        after=re.compile(rf"\W*(?:[0-9]|{date_lexicon.trie(heads)})"),
        before=frozenset(word[-_TAIL:] for word in leads if word),
    )


def is_small(text: str, start: int, end: int) -> bool:
    """Whether a figure has at most three digits before its decimals, and can be no day and month by itself (3.7.)."""
    return _SMALL.fullmatch(text, start, end) is not None and not (
        text.startswith(".", end) and text.find(".", start, end) > 0
    )


def may_begin(text: str, end: int, language: Language) -> bool:
    """Whether a word follows that may make a date of the number that ends here."""
    return _gate(language).after.match(text, end) is not None


def may_end(text: str, start: int, language: Language) -> bool:
    """Whether a word stands before that may make a date of the number that begins here."""
    while start > 0 and text[start - 1] in _BLANKS:
        start -= 1
    before = _gate(language).before
    return text[max(0, start - _TAIL) : start] in before or text[max(0, start - 1) : start] in before
