"""Ratios that are said with a counter: 5人に1人, 每五人中有一人, 5명 중 1명꼴. Their value is the share they say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.checker.mentions.number_digits import plain, share
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_han_grammar import any_of
from retold.checker.mentions.number_lexicon import Lexicon

_MOST = 1000


@dataclass(frozen=True)
class _Marks:
    lead: tuple[str, ...]
    link: re.Pattern[str]
    tail: tuple[str, ...]


@lru_cache(maxsize=None)
def _marks(lex: Lexicon) -> _Marks:
    ratio = lex.han.get("ratios", {})
    link = f"(?P<counter>{any_of(ratio.get('counters', ()))}) ?(?:{any_of(ratio.get('links', ()))}) ?"
    return _Marks(tuple(ratio.get("lead", ())), re.compile(link), tuple(ratio.get("tail", ())))


def ratio(text: str, words: str, a: Figure, b: Figure, lex: Lexicon) -> Figure | None:
    """The share that two counts of the same thing say: one in five."""
    marks = _marks(lex)
    link = marks.link.fullmatch(text, a.end, b.start)
    if link is None or {a.kind, b.kind} != {"number"} or {a.bound, b.bound} != {"="}:
        return None
    end = b.end + len(link["counter"])
    if not text.startswith(link["counter"], b.end) or (
        marks.lead and not text[max(0, a.start - 3) : a.start].endswith(marks.lead)
    ):
        return None
    if marks.tail and not text.startswith(marks.tail, end):
        return None
    of, part = a.value or "", b.value or ""
    if not (of.isdigit() and part.isdigit() and 0 < int(part) < int(of) <= _MOST):
        return None
    value = plain(share(int(part), int(of)))
    return replace(a, end=end, text=words[a.start : end], value=value, alternates=(), counted=None, loose=False)
