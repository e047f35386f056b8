"""Two dates that changed places: one is the beginning and one the end, and the copy has it the other way round.

What a date is the beginning or the end of is told by the words beside it, which the language files list
(`dates.ends`): a word for since or until at the date itself, or, where a sentence has two such verbs, one for either
date, always before it ("starting on 1 August and ending on 30 September") or always after it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from retold.checker import language
from retold.checker.language import Language
from retold.checker.mentions import date_lexicon
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article, Segment

BEGINNING, END = "beginning", "end"

FIRST, LAST = "first", "last"

MODS = {"SINCE": BEGINNING, "UNTIL": END}

_BESIDE = 24
"""How far before or after a date the word may stand that says which end it is: "until the morning of"."""


Agrees = Callable[[DateMention, DateMention], bool]


def exchanged(
    said: Sequence[DateMention], says: Sequence[DateMention], sides: tuple[Side, Side], agrees: Agrees
) -> Iterator[tuple[DateMention, DateMention]]:
    """The two dates of one role, original first, where each side has the same two dates of a kind and no more."""
    for kind in sorted({_sort(mention) for mention in said}):
        ours, theirs = _two(said, kind), _two(says, kind)
        if len(ours) != 2 or len(theirs) != 2 or agrees(*ours) or agrees(*theirs):
            continue
        if not agrees(ours[0], theirs[0]):
            theirs.reverse()
        if not (agrees(ours[0], theirs[0]) and agrees(ours[1], theirs[1])):
            continue
        yield from _crossed(
            ours, theirs, [_roles(ends, side) for ends, side in zip((ours, theirs), sides, strict=True)]
        )


Side = tuple[Article, Segment]


def _crossed(
    ours: Sequence[DateMention], theirs: Sequence[DateMention], told: Sequence[Sequence[str]]
) -> Iterator[tuple[DateMention, DateMention]]:
    if any(role and role == told[1][index] for index, role in enumerate(told[0])):
        return
    for index, role in enumerate(told[0]):
        if role and told[1][1 - index] == role:
            yield ours[index], theirs[1 - index]
            return


def _sort(mention: DateMention) -> tuple[str, str]:
    return mention.kind, mention.grain


def _two(mentions: Sequence[DateMention], kind: tuple[str, str]) -> list[DateMention]:
    """The dates of a kind in text order, a range as its two ends; a single mention may be a range of both."""
    ends: list[DateMention] = []
    for mention in mentions:
        if _sort(mention) != kind or mention.vague or mention.relative or mention.kind == "duration":
            continue
        ends += both_ends(mention)
    return ends if len(ends) == 2 else []


def both_ends(mention: DateMention) -> list[DateMention]:
    """A range as two dates; a single date as it is."""
    if not (mention.start_value and mention.end_value):
        return [mention]
    first, last = mention.start_value, mention.end_value
    plain = {"start_value": None, "end_value": None, "alternates": (), "mod": None}
    return [
        replace(mention, value=first, timex=FIRST, **plain),  # type: ignore[arg-type]
        replace(mention, value=last, timex=LAST, **plain),  # type: ignore[arg-type]
    ]


def _roles(ends: Sequence[DateMention], side: Side) -> list[str]:
    """What each of two dates is."""
    if ends[0].start == ends[1].start:  # of one range
        return [BEGINNING, END] if ends[0].timex == FIRST else [END, BEGINNING]
    article, segment = side
    known = patterns(language.load(article.language))
    if known is None:
        return ["", ""]
    text = date_lexicon.fold(article.text[segment.start : segment.end])
    spans = [(end.start - segment.start, end.end - segment.start) for end in ends]
    verbs = _by_verbs(text, spans, known)
    beside = [MODS.get(end.mod or "") or _beside(text, span, known) for end, span in zip(ends, spans, strict=True)]
    if any(one and other and one != other for one, other in zip(verbs, beside, strict=True)):
        return ["", ""]
    return [one or other for one, other in zip(verbs, beside, strict=True)]


@dataclass(frozen=True)
class Patterns:
    """The words of one language: right before a date, right after it, and the verbs with the role each gives."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    verbs: re.Pattern[str]


@lru_cache(maxsize=None)
def patterns(tongue: Language) -> Patterns | None:
    """The compiled words of a language, None when it has none."""
    words = tongue.section("dates").get("ends", {})
    if not words:
        return None
    spaced = tongue.spaced
    left, right, gap = (r"(?:^|[^\w])", r"(?![^\W\d_])", r"\s+") if spaced else ("", "", r"\s*")

    def either(first: str, last: str) -> str:
        listed = ((BEGINNING, words.get(first, ())), (END, words.get(last, ())))
        return "|".join(f"(?P<{role}>{date_lexicon.trie(map(date_lexicon.fold, each))})" for role, each in listed)

    return Patterns(
        before=re.compile(f"{left}(?:{either('since', 'until')}){gap}(?:[^\\W\\d_]{{1,4}}\\s+){{0,2}}$"),
        after=re.compile(f"\\s?(?:{either('since_after', 'until_after')}){right}"),
        verbs=re.compile(f"{left}(?:{either('begin', 'end')})"),
    )


def _beside(text: str, span: tuple[int, int], known: Patterns) -> str:
    found = known.before.search(text, max(0, span[0] - _BESIDE), span[0]) or known.after.match(text, span[1])
    return found.lastgroup or "" if found else ""


def _by_verbs(text: str, spans: Sequence[tuple[int, int]], known: Patterns) -> list[str]:
    """The roles two verbs give two dates, when each date has its verb on the same side."""
    verbs = [(found.start(found.lastgroup or 0), found.lastgroup or "") for found in known.verbs.finditer(text)]
    if len(verbs) != 2 or verbs[0][1] == verbs[1][1]:
        return ["", ""]
    places = sorted([(at, role) for at, role in verbs] + [(start, "") for start, _ in spans])
    if any(bool(one[1]) == bool(other[1]) for one, other in pairwise(places)):
        return ["", ""]
    roles = [role for _, role in verbs]
    return roles if spans[0] < spans[1] else roles[::-1]
