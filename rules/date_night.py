"""The night between two days: "the night of 11 March" is "die Nacht zum 12. März" and «ночь на 12 марта»."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import lru_cache

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions import date_lexicon, date_values
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article

_BESIDE = 20
"""How near a word for night makes a day two."""

_COMMON_YEAR = frozenset({2023})


@lru_cache(maxsize=None)
def _night(tongue: Language) -> re.Pattern[str]:
    return re.compile(date_lexicon.of(tongue).any_of("night"))


def same_night(one: DateMention, other: DateMention, original: Article, copy: Article) -> bool:
    """Whether two dates are days in a row, and a word for night stands beside one of them."""
    if one.grain != "day" or other.grain != "day" or one.end_value or other.end_value:
        return False
    ours, theirs = date_values.point(one.value), date_values.point(other.value)
    days = [each.calendar_day(_COMMON_YEAR) for each in (ours, theirs) if each]
    first, last = days if len(days) == 2 else (None, None)
    if first is None or last is None or abs(first - last) != timedelta(days=1):
        return False
    return _at_night(one, original) or _at_night(other, copy)


def _at_night(mention: DateMention, article: Article) -> bool:
    text = date_lexicon.fold(article.text[max(0, mention.start - _BESIDE) : mention.end + _BESIDE])
    return _night(language.load(article.language)).search(text) is not None
