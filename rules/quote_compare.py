"""Finding the words of a quotation in another text of the same language, and telling which words differ."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from retold.checker import mentions
from retold.checker.mentions.quote import Quote
from retold.checker.model import Article, Span
from retold.rules.quote_spelling import Spelling, joined, same_figures
from retold.rules.quote_spelling import of as spelling_of

LEAST_WORDS = 4
"""Words of a quotation from which it is looked for by its words."""

CLOSE = 0.55
"""Likeness from which two whole quotations are taken for versions of one; measured: unlike ones reach .40-.50."""

CLOSE_PART = 0.72
"""The same for a quotation and a part of a longer one: the best part of any long text is somewhat alike."""

CLOSE_TEXT = 0.75
"""The same for a quotation and words that the other text does not quote."""

SHARED, SHARED_SHORT = 0.5, 0.6
"""Share of words that two versions of one quotation have in common (more of a short one); two translations of it
share fewer."""

SHARED_RUN, SHARED_RUN_CHARACTERS = 4, 6
"""Words (or characters, in scripts without spaces) they share in a row; half of them in short quotations."""

_COMMON, _CANDIDATES = 50, 5
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+(?:['’‘ʼ´`\-‐‑]\w+)*")
_MARKS = str.maketrans("’‘ʼ´`‐‑", "'''''--")
_LEAST_JOINED = 4
"""Words from which a wording may be looked for without the spaces between them."""
_CUT = re.compile(r"\.{2,}|…|\[[^\]]{0,200}\]|\([^)]{0,200}\)")


@dataclass(frozen=True)
class Match:
    """Words of the original that stand closest to a quotation, but are not its words."""

    start: int
    end: int
    words: str
    ratio: float
    quoted: bool

    def share(self, words: str) -> tuple[float, int]:
        """Share of the words, of the longer of the two versions, that stand in both in order, 0-1; and in how many
        places the versions differ."""
        from difflib import SequenceMatcher

        ours, theirs = tokens(self.words), tokens(words)
        changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
        same = sum(end - start for tag, start, end, _, _ in changes if tag == "equal")
        return same / max(len(ours), len(theirs), 1), sum(tag != "equal" for tag, *_ in changes)

    def is_only_contracted(self, words: str, spelling: Spelling) -> bool:
        """Whether the two versions differ in contractions only: don't and do not."""
        return spelling.written_out(tokens(self.words, spelling)) == spelling.written_out(tokens(words, spelling))


@dataclass(frozen=True)
class _Place:
    start: int
    end: int
    words: str
    folded: str
    offsets: tuple[tuple[int, int], ...]


class _Index:
    """Places by the pairs of words that follow each other in them: two versions of a quotation share some."""

    def __init__(self, places: tuple[_Place, ...]) -> None:
        self._places = places
        self._holders: dict[tuple[str, str], list[int]] = {}
        for number, place in enumerate(places):
            for pair in set(pairwise(place.folded.split())):
                self._holders.setdefault(pair, []).append(number)

    def like(self, folded: str) -> list[_Place]:
        """The places that share most pairs with a stretch of words; a pair that stands everywhere says nothing."""
        shared: Counter[int] = Counter()
        for pair in sorted(set(pairwise(folded.split()))):
            holders = self._holders.get(pair, ())
            if len(holders) <= _COMMON:
                shared.update(holders)
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        return [self._places[number] for number, _ in ranked[:_CANDIDATES]]


@dataclass(frozen=True, eq=False)
class Places:
    """What a quotation is looked for in: the original's quotations, its sentences, and both as one run of words."""

    quotes: _Index
    sentences: _Index
    running: str
    quoted: str
    starts: tuple[int, ...]
    spelling: Spelling

    @classmethod
    def of(cls, original: Article) -> Places:
        """The places of an article; made once."""
        key = "places of quotations"
        if key not in original.memo:
            original.memo[key] = cls._of(original)
        found: Places = original.memo[key]
        return found

    @classmethod
    def _of(cls, original: Article) -> Places:
        found = [quote for quote in mentions.in_story(original, "quote") if isinstance(quote, Quote)]
        spelling = spelling_of(original)
        quotes = tuple(_place(original.text, spelling, q.content[0].start, q.content[-1].end) for q in found)
        sentences = tuple(_place(original.text, spelling, s.start, s.end) for s in original.body)
        outer = (place.folded for place, quote in zip(quotes, found, strict=True) if not quote.depth)
        running = _run(place.folded for place in sentences)
        starts = tuple(accumulate((len(place.folded) + 1 for place in sentences), initial=1))
        return cls(_Index(quotes), _Index(sentences), running, _run(outer), starts, spelling)

    def pieces(self, words: str) -> list[str]:
        """The stretches of a quotation between its ellipses and brackets, folded."""
        return [folded for folded in (" ".join(tokens(piece, self.spelling)) for piece in _CUT.split(words)) if folded]

    def has(self, words: str) -> bool:
        """Whether the very words stand in the story, quoted or not."""
        return all(self._has(piece) for piece in self.pieces(words))

    def quotes_these(self, words: str) -> bool:
        """Whether the very words stand between quotation marks, in any spelling."""
        return all(
            f" {piece} " in self.quoted or (_is_long(piece) and joined(piece) in self._quoted_joined)
            for piece in self.pieces(words)
        )

    def quoted_at(self, words: str) -> Iterator[tuple[Span, list[Span]]]:
        """The quotations that hold all stretches of a wording in order: where each begins and ends, and the places of
        the stretches."""
        pieces = self.pieces(words)
        for place in self.quotes.like(" ".join(pieces)) if pieces else ():
            padded, reach, found = f" {place.folded} ", 0, []
            for piece in pieces:
                at = padded.find(f" {piece} ", reach)
                if at < 0:
                    break
                reach = at + len(piece) + 1
                first = place.folded.count(" ", 0, at)
                last = first + piece.count(" ")
                found.append(Span(place.offsets[first][0], place.offsets[last][1]))
            else:
                yield Span(place.start, place.end), found

    def sentences_with(self, words: str) -> tuple[int, ...]:
        """The numbers of the story's sentences that hold the very words, from the first to the last."""
        found: list[int] = []
        for piece in self.pieces(words):
            at = self.running.find(f" {piece} ")
            if at >= 0:
                found += [bisect_right(self.starts, at + 1) - 1, bisect_right(self.starts, at + len(piece)) - 1]
        return tuple(range(min(found), max(found) + 1)) if found else ()

    def closest(self, words: str) -> Match | None:
        """The place whose words are close to the quoted ones; None when none is, or when the very words are there."""
        pieces = self.pieces(words)
        if not pieces or all(self._has(piece) for piece in pieces):
            return None
        folded = " ".join(pieces)
        match = self._best(folded, self.quotes, quoted=True) or self._best(folded, self.sentences, quoted=False)
        return match if match is not None and is_version(folded.split(), tokens(match.words, self.spelling)) else None

    def _has(self, piece: str) -> bool:
        """Whether the very words stand there, in any spelling."""
        if f" {piece} " in self.running or f" {piece} " in self.quoted:
            return True
        whole = joined(piece) if _is_long(piece) else ""
        return bool(whole) and (whole in self._running_joined or whole in self._quoted_joined)

    @cached_property
    def _running_joined(self) -> str:
        return joined(self.running)

    @cached_property
    def _quoted_joined(self) -> str:
        return joined(self.quoted)

    def _best(self, folded: str, places: _Index, *, quoted: bool) -> Match | None:
        from rapidfuzz import fuzz

        best: Match | None = None
        for place in places.like(folded):
            least = 100 * max(CLOSE if quoted else CLOSE_TEXT, best.ratio if best else 0)
            ratio = fuzz.ratio(folded, place.folded, score_cutoff=least)
            if ratio:
                best = Match(place.start, place.end, place.words, ratio / 100, quoted)
            elif len(folded) < len(place.folded):
                least = 100 * max(CLOSE_PART if quoted else CLOSE_TEXT, best.ratio if best else 0)
                part = fuzz.partial_ratio_alignment(folded, place.folded, score_cutoff=least)
                if part is not None and part.score:
                    best = _part(place, part.dest_start, part.dest_end, part.score / 100, quoted)
        return best


def is_version(copy: list[str], original: list[str]) -> bool:
    """Whether two stretches share enough words, and enough in a row, to be one wording with changes."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, original, copy, autojunk=False).get_matching_blocks()
    longest = SHARED_RUN_CHARACTERS if all(len(token) == 1 for token in copy) else SHARED_RUN
    run = min(longest, (len(copy) + 1) // 2)
    shared = sum(block.size for block in blocks) / max(len(copy), len(original), 1)
    return shared >= (SHARED if run == longest else SHARED_SHORT) and max(block.size for block in blocks) >= run


def tokens(words: str, spelling: Spelling | None = None) -> list[str]:
    """Words folded for comparison: no case, marks, punctuation or variant spelling; in scripts without spaces,
    characters."""
    folded = [match.group().casefold().translate(_MARKS) for match in _TOKEN.finditer(words)]
    return [spelling.fold(word) for word in folded] if spelling else folded


def in_other_figures(original: Article, start: int, end: int, copy: Article, quote_start: int, quote_end: int) -> bool:
    """Whether two stretches of two texts are the same words, but for figures written in another way."""
    return same_figures(original, _placed(original, start, end), copy, _placed(copy, quote_start, quote_end))


def _placed(article: Article, start: int, end: int) -> list[tuple[str, Span]]:
    spelling = spelling_of(article)
    return [
        (spelling.fold(match.group().casefold().translate(_MARKS)), Span(*match.span()))
        for match in _TOKEN.finditer(article.text, start, end)
    ]


def _is_long(piece: str) -> bool:
    return piece.count(" ") >= _LEAST_JOINED - 1


def _run(folded: Iterable[str]) -> str:
    return f" {' '.join(folded)} "


def _place(text: str, spelling: Spelling, start: int, end: int) -> _Place:
    matches = list(_TOKEN.finditer(text, start, end))
    folded = " ".join(spelling.fold(match.group().casefold().translate(_MARKS)) for match in matches)
    return _Place(start, end, text[start:end], folded, tuple(match.span() for match in matches))


def _part(place: _Place, start: int, end: int, ratio: float, quoted: bool) -> Match:
    first = place.folded.count(" ", 0, start)
    last = min(place.folded.count(" ", 0, end), len(place.offsets) - 1)
    left, right = place.offsets[first][0], place.offsets[last][1]
    return Match(left, right, place.words[left - place.start : right - place.start], ratio, quoted)


def differing(original: str, copy: str, spelling: Spelling | None = None) -> tuple[str, str]:
    """The stretch of words in which two versions differ, from the first difference to the last."""
    left, right = list(_TOKEN.finditer(original)), list(_TOKEN.finditer(copy))
    ours, theirs = tokens(original, spelling), tokens(copy, spelling)
    start = 0
    while start < min(len(ours), len(theirs)) and ours[start] == theirs[start]:
        start += 1
    end = 0
    while end < min(len(ours), len(theirs)) - start and ours[-1 - end] == theirs[-1 - end]:
        end += 1
    return _stretch(original, left[start : len(left) - end]), _stretch(copy, right[start : len(right) - end])


def _stretch(text: str, words: Sequence[re.Match[str]]) -> str:
    return text[words[0].start() : words[-1].end()] if words else ""
