"""From text to segments: paragraphs, sentences and what kind each is, with exact offsets.

Segments are trimmed of white space and hold every other character exactly once, in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from retold.checker import boilerplate
from retold.checker.model import Segment
from retold.checker.segment_paragraphs import Span, paragraphs
from retold.checker.segment_sentences import sentences

Marked = tuple[int, int, str]
"""(start, end, kind) that a reader knows from the format: Markdown headings, code, front matter."""

_HALF = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_FINAL = re.compile(r"[.!?…。！？｡؟۔।॥:,;、，：—–-][\"'”’»“‘)\]」』]*\Z")
_HEADLINES = 3
_HEADLINE_LENGTH = 200
_BODY_LENGTH = 60
_QUOTE_PAIRS = {"“": "”", "„": "“", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "”": "”", "‘": "’"}


def segment(text: str, language_tag: str, marked: Sequence[Marked] = ()) -> tuple[Segment, ...]:
    """The segments of a text. `marked` are stretches, in order, whose kind the reader knows from the format."""
    spans = paragraphs(text)
    kinds = _kinds(text, spans, language_tag, marked)
    out: list[Segment] = []
    for number, ((start, end), kind) in enumerate(zip(spans, kinds, strict=True)):
        for first, last in sentences(text, start, end, language_tag):
            out.append(Segment(len(out), first, last, kind, number))
    return tuple(out)


def count_words(text: str) -> int:
    """Words of a text; in scripts without spaces, characters count half a word each, rounded up."""
    half = 0
    if not text.isascii():
        half = len(_HALF.findall(text))
        if half:
            text = _HALF.sub(" ", text)
    words = sum(1 for word in text.split() if word[0].isalnum() or any(map(str.isalnum, word)))
    return words + (half + 1) // 2


def _kinds(text: str, spans: list[Span], language_tag: str, marked: Sequence[Marked]) -> list[str]:
    kinds = boilerplate.kinds(text, spans, language_tag)
    known = iter(marked)
    mark = next(known, None)
    for number, (start, end) in enumerate(spans):
        while mark is not None and mark[1] <= start:
            mark = next(known, None)
        if mark is not None and mark[0] <= start and end <= mark[1]:
            kinds[number] = mark[2]
    if all(kind == "boilerplate" for kind in kinds):
        kinds = ["body"] * len(kinds)
    _mark_headlines(text, spans, kinds)
    return [
        "quote" if kind == "body" and is_quotation(text, *span) else kind
        for kind, span in zip(kinds, spans, strict=True)
    ]


def _mark_headlines(text: str, spans: list[Span], kinds: list[str]) -> None:
    """The short lines without a final stop at the top, when a story follows them."""
    top: list[int] = []
    for number, (start, end) in enumerate(spans):
        if kinds[number] == "boilerplate":
            continue
        if kinds[number] != "body" or len(top) == _HEADLINES or not _could_be_headline(text, start, end):
            break
        top.append(number)
    if top and any(
        kinds[number] == "body" and end - start >= _story_length(text, start) and _FINAL.search(text, start, end)
        for number, (start, end) in enumerate(spans[top[-1] + 1 :], top[-1] + 1)
    ):
        for number in top:
            kinds[number] = "headline"


def _could_be_headline(text: str, start: int, end: int) -> bool:
    return end - start <= _HEADLINE_LENGTH and not _FINAL.search(text, max(start, end - 8), end)


def _story_length(text: str, start: int) -> int:
    """Characters from which on a paragraph is story and not another line of the top; ideographs say more in one."""
    return _BODY_LENGTH // 3 if "\u1100" <= text[start + 1 : start + 2] <= "\ud7ff" else _BODY_LENGTH


def is_quotation(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one quotation from its first to its last character."""
    closing = _QUOTE_PAIRS.get(text[start])
    if closing is None or end - start < 3:
        return False
    last = end - 1 if text[end - 1] != "." else end - 2
    return text[last] == closing and text.find(closing, start + 1, last) < 0
