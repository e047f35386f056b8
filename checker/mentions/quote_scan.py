"""Which quotation marks belong together: one scan over the marks of a paragraph with a stack of open ones.

The cost is linear and odd marks abort nothing. A quote ends with its paragraph unless the next paragraph reopens it.
Which characters pair up, and the words that begin with an apostrophe, are the `quotation` section of the language data.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from retold.checker.language import Language
from retold.checker.model import Article, Span

UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
"""Scripts that put no spaces between words."""

_MARK = re.compile("[\"'“”„‟«»‹›‘’‚‛「」『』〝〞〟＂]")
_SINGLE = frozenset("'‘’‚‛")
_DEEPEST = 5
_BEFORE_OPEN = frozenset("([{<—–-/¿¡:;,…。、，：")
_NEVER_AFTER_OPEN = frozenset(",.;:!?)]}…。、，；：！？")
_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_FILLER = "\u2060"


@dataclass(slots=True)
class Opened:
    """A quotation as far as it has been read: its opening mark, and its words by paragraph."""

    mark: str
    start: int
    piece: int  # where the words of the present paragraph begin
    pieces: list[Span] = field(default_factory=list)
    reopened: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Marks:
    """Which characters pair up in a language."""

    closers: dict[str, frozenset[str]]
    opens: frozenset[str]
    elisions: frozenset[str]


@lru_cache(maxsize=None)
def marks(language: Language) -> Marks:
    """The quotation marks of a language over those every text may use."""
    section = language.section("quotation")
    own = [tuple(pair) for pair in section.get("pairs", ())]
    closers: dict[str, set[str]] = {}
    for opener, closer in [*own, *(tuple(pair) for pair in section.get("any_pairs", ()))]:
        closers.setdefault(opener, set()).add(closer)
    first = {opener for opener, _ in own}
    last = {closer for _, closer in own}
    return Marks(
        closers={opener: frozenset(found) for opener, found in closers.items()},
        opens=frozenset(mark for mark in closers if mark in first or mark not in last),
        elisions=frozenset(section.get("elisions", ())),
    )


class Scanner:
    """Reads the marks of one article."""

    def __init__(self, article: Article, known: Marks) -> None:
        # Wire copy writes a double mark with two single ones; the filler keeps the offsets.
        self.text = article.text.replace("''", '"' + _FILLER).replace("``", '"' + _FILLER)
        self.known = known
        self.breaks = _paragraph_starts(article)
        self.found: list[tuple[Opened, int]] = []
        self.lone: list[int] = []
        self.stack: list[Opened] = []
        self.free: frozenset[int] = frozenset()

    def run(self) -> tuple[list[tuple[Opened, int]], list[int]]:
        """The quotations, each with its end, and the places of marks without a partner, in text order."""
        paragraph: list[int] = []
        number = 0
        for match in _MARK.finditer(self.text):
            place = bisect_right(self.breaks, match.start())
            if place != number:
                self._paragraph(paragraph, number)
                paragraph, number = [], place
            paragraph.append(match.start())
        self._paragraph(paragraph, number)
        self._abandon(self.stack)
        return self.found, sorted(set(self.lone))

    def _paragraph(self, places: list[int], number: int) -> None:
        if not places:
            return
        places = self._carry_over(places, number)
        clear = self._clear_single_closers(places)
        self.free = self._free_openers(places)
        for index, at in enumerate(places):
            self._mark(at, clear[index])
        end = self.breaks[number] if number < len(self.breaks) else len(self.text)
        start = self.breaks[number - 1] if number else 0
        lasting = [each for each in self.stack if each.mark not in _SINGLE or self._leads(each, start)]
        self._abandon(lasting[1:])
        self.stack = lasting[:1]
        for each in self.stack:
            each.pieces.append(self._trimmed(each.piece, end))

    def _carry_over(self, places: list[int], number: int) -> list[int]:
        """Reopen the quote that the paragraph before left open, or give it up."""
        if not self.stack:
            return places
        start = self.breaks[number - 1] if number else 0
        left, at = self.stack[0], places[0]
        last = left.reopened[-1] if left.reopened else left.start
        follows = bisect_right(self.breaks, last) == number - 1
        same = self.text[at] == left.mark or self.text[at] in self.known.closers.get(left.mark, ())
        if follows and same and not self.text[start:at].strip():
            left.reopened.append(at)
            left.piece = at + 1
            return places[1:]
        self._abandon(self.stack)
        self.stack = []
        return places

    def _leads(self, each: Opened, start: int) -> bool:
        """Whether a single mark begins its paragraph, as the marks of a quotation of several paragraphs do."""
        return each.mark in "‘‚" and not self.text[start : max(each.start, each.piece - 1)].strip()

    def _abandon(self, left: Iterable[Opened]) -> None:
        for each in left:
            if each.mark not in _SINGLE:
                self.lone += [each.start, *each.reopened]

    def _trimmed(self, start: int, end: int) -> Span:
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return Span(start, end)

    def _clear_single_closers(self, places: list[int]) -> list[bool]:
        """For each mark: whether a single mark that can only close comes later, before the next one that opens."""
        out, seen = [False] * len(places), False
        for index in range(len(places) - 1, -1, -1):
            out[index] = seen
            at = places[index]
            if self.text[at] in _SINGLE:
                if self._may_open(at):
                    seen = False
                elif self._may_close(at) and not self._plural_possessive(at):
                    seen = True
        return out

    def _free_openers(self, places: list[int]) -> frozenset[int]:
        """Straight marks with space on both sides (" like this "): only their order tells which of them open."""
        straight = [at for at in places if self.text[at] == '"']
        if len(straight) % 2 or not all(self._stands_free(at) for at in straight):
            return frozenset()
        return frozenset(straight[::2])

    def _stands_free(self, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else " ", self.text[at + 1 : at + 2] or " "
        return before.isspace() and (after.isspace() or after in _NEVER_AFTER_OPEN)

    def _mark(self, at: int, clear_closer_later: bool) -> None:
        mark = self.text[at]
        if mark in _SINGLE and self._is_apostrophe(at):
            return
        opener = self._opener_for(mark)
        strong_open = self._may_open(at) and not self._may_close(at)
        if opener is not None and mark == "“" and self.stack[opener].mark == '"':
            strong_open = self._may_open(at)
        if opener is not None and not (strong_open and mark in self.known.closers):
            waits = mark in "'’" and clear_closer_later and self._plural_possessive(at)
            if not waits and (mark not in _SINGLE or self._may_close(at)):
                self._close(opener, at)
            return
        if mark in self.known.opens or (strong_open and mark in self.known.closers):
            self._open(at, mark, strong_open)
        elif mark not in _SINGLE:
            self.lone.append(at)

    def _open(self, at: int, mark: str, strong: bool) -> None:
        if mark in "\"'" and not (strong or self._opens_weakly(at)):
            if mark == '"' and not self.text[max(at - 1, 0) : at].isdigit():
                self.lone.append(at)
            return
        if mark in '"＂':
            stale = [each for each in self.stack if each.mark == mark]
            self._abandon(stale)
            self.stack = [each for each in self.stack if each.mark != mark]
        self.stack.append(Opened(mark, at, self._after(at)))
        if len(self.stack) > _DEEPEST:
            self._abandon(self.stack[:1])
            del self.stack[0]

    def _opens_weakly(self, at: int) -> bool:
        """Whether a straight mark opens though no space before it, or one after it, says so."""
        if at in self.free or self._between_letters_without_spaces(at):
            return True
        before, after = self.text[max(at - 1, 0) : at], self.text[at + 1 : at + 2]
        return self.text[at] == '"' and before in tuple(".!?") and after.isupper()

    def _close(self, place: int, at: int) -> None:
        self._abandon(self.stack[place + 1 :])
        closed = self.stack[place]
        del self.stack[place:]
        closed.pieces.append(Span(closed.piece, at))
        self.found.append((closed, self._after(at)))

    def _after(self, at: int) -> int:
        return at + 2 if self.text[at + 1 : at + 2] == _FILLER else at + 1

    def _opener_for(self, mark: str) -> int | None:
        for place in range(len(self.stack) - 1, -1, -1):
            if mark in self.known.closers.get(self.stack[place].mark, ()):
                return place
        return None

    def _may_open(self, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else "", self.text[at + 1 : at + 2]
        if not after or after.isspace() or after in _NEVER_AFTER_OPEN:
            return self.text.startswith(("...", "…"), at + 1) and (not before or before.isspace())
        if after == _FILLER and self.text[at + 2 : at + 3].isspace():
            return False
        return not before or before.isspace() or before in _BEFORE_OPEN or before in self.known.closers

    def _may_close(self, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else "", self.text[at + 1 : at + 2]
        return bool(before) and not before.isspace() and not (before.isalnum() and after.isalnum() and before in "'")

    def _between_letters_without_spaces(self, at: int) -> bool:
        around = self.text[max(at - 1, 0) : at + 2]
        return bool(UNSPACED.search(around))

    def _plural_possessive(self, at: int) -> bool:
        before, after = self.text[at - 1 : at].lower(), self.text[at + 1 : at + 3]
        return before in tuple("sxz") and len(after) == 2 and after[0].isspace() and after[1].isalnum()

    def _is_apostrophe(self, at: int) -> bool:
        before, after = self.text[at - 1 : at] if at else "", self.text[at + 1 : at + 2]
        if UNSPACED.search(before + after):
            return False
        if before.isalnum() and after.isalpha():
            return not ("가" <= after <= "힣")
        if self.text[at] in "'’" and not before.isalnum() and after.isalnum():
            word = _WORD.match(self.text, at + 1)
            return after.isdigit() or (word is not None and word.group().lower() in self.known.elisions)
        return False


def _paragraph_starts(article: Article) -> list[int]:
    if article.segments:
        return [
            segment.start
            for before, segment in zip(article.segments, article.segments[1:], strict=False)
            if segment.paragraph != before.paragraph
        ]
    return [match.end() for match in re.finditer("\n+", article.text)]
