"""Quotations that the copy leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker import calibration
from retold.checker.align_gaps import UNTOLD, gaps, told
from retold.checker.compare import Comparison
from retold.checker.model import Article, Finding, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_speaker import stands_in
from retold.rules.quote_alone import (
    BY_DESIGN,
    LEAST_LOST,
    LOST,
    Alone,
    alone,
    is_said,
    is_sentence,
    is_stray,
    missing,
    speaker,
    too_short,
    verbatim,
    weighs,
)
from retold.rules.quote_compare import Places
from retold.rules.quote_link import free_of_speech, length, length_ratio, linked_to, outermost, segments_of, size

_WHOLE = 0.6
"""Share of a quotation's own passage by which the copy is too short when the whole passage is gone."""

_LIKE_SOMETHING = 0.25
"""A passage may be told in a sentence that is so much more like it than the least alike good translations are."""

_SURE, _LIKELY, _LIKELY_ACROSS = 0.75, 0.65, 0.6
"""How sure it is that a quotation is gone: when the encoder says so; by words and lengths; by the links alone."""

_SHORTEST_NAME = 3
"""Letters of a name in an alphabet."""

_MOST = 3
"""Quotations that are told one by one in a rewrite."""


class QuoteMissing(Rule):
    """A quotation of the original does not stand in the copy.

    What it does
        Takes the quotations of the original that no quotation of the copy belongs to, and reports those whose sentence
        the copy leaves out, or whose passage in the copy is too short to hold them. It is minor; major in a translation
        that leaves out the whole sentence with its speaker. A rewrite leaves out by design: there the quotations are
        counted in one note, unless the copy leaves out little else.

    Why it matters
        A quotation is often the other side's answer, or the proof of what the story claims.

    Fires
        original [en]: The mayor, who called it “a slap in the face of everybody who lives here”, will appeal.
        copy [de]: Die Bürgermeisterin will Einspruch einlegen.

        original [en]: The plant in Altona closes in June. “Nobody has talked to us,” said foreman Dirk Wessel. About 300 people work there.
        copy [de]: Das Werk in Altona schließt im Juni. Dort arbeiten rund 300 Menschen.

    Stays silent
        original [en]: The mayor, who called it “a slap in the face of everybody who lives here”, will appeal.
        copy [de]: Die Bürgermeisterin nannte das „eine Ohrfeige für alle, die hier leben“, und will Einspruch einlegen.
    """  # noqa: E501

    id = "quote-missing"
    group = "quote"
    severity = "minor"
    mqm = "accuracy/omission"
    needs = ("original", "encoder?")
    covers = ("omission", "attribution-dropped", "name-missing")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        lost = [(each, sure) for each in alone(comparison, "original") if (sure := _surety(comparison, each)) > 0]
        if lost and comparison.profile in BY_DESIGN and not _is_picked_out(comparison, [each for each, _ in lost]):
            yield self._summary(comparison, [each for each, _ in lost])
            return
        for each, sure in lost:
            who = speaker(original, each.quote)
            whole = _is_whole(comparison, each)
            start, end = (each.own[0].start, each.own[-1].end) if whole else (each.quote.start, each.quote.end)
            yield self.finding(
                f"The copy leaves out {f'what the original quotes from {who}' if who else 'this quotation'}.",
                confidence=sure,
                severity="major" if whole and who and comparison.profile not in BY_DESIGN else None,
                original=[original.passage(start, end)],
                copy=() if whole else [copy.passage(each.other[0].start, each.other[-1].end)],
            )

    def _summary(self, comparison: Comparison, lost: list[Alone]) -> Finding:
        original = comparison.original
        assert original is not None
        total = sum(quote.is_speech for quote in outermost(original))
        return self.finding(
            _counted(len(lost), total),
            confidence=0.6,
            severity="info",
            original=[original.passage(each.own[0].start, each.own[-1].end) for each in lost],
            quotations=len(lost),
            of=total,
        )


def _surety(comparison: Comparison, each: Alone) -> float:
    """How sure it is that nothing in the copy renders a quotation, as far as links, lengths, words and the encoder can
    tell; 0 when something may."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    words = each.quote.words(original.text)
    if not (weighs(each) or is_said(original, each.quote)) or verbatim(comparison, each):
        return 0.0
    if comparison.same_language and (Places.of(copy).closest(words) or told(words, copy) > UNTOLD):
        return 0.0
    if not each.other:
        alone_there = next(alone(comparison, "copy"), None) is not None
        return 0.0 if alone_there or not is_sentence(original, each.quote) else _surety_of_gap(comparison, each)
    if is_stray(comparison, each, "original") or not free_of_speech(comparison, each.other, "copy"):
        return 0.0
    scale = calibration.length_ratio("en", original.language)
    if length([each.quote]) >= LEAST_LOST * scale and too_short(comparison, each, "original") >= LOST:
        return _LIKELY
    if not is_sentence(original, each.quote) or not _is_whole(comparison, each):
        return 0.0
    return _surety_of_gap(comparison, each)


def _surety_of_gap(comparison: Comparison, each: Alone) -> float:
    """How sure it is that the whole passage of a quotation is gone."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if comparison.encoder is not None:
        level = calibration.low(original.language, copy.language)
        held = {segment.index for segment in each.own}
        found = [gap for gap in gaps(comparison)[0] if gap.index in held and gap.best is not None]
        above = max(((gap.best or 0.0) - level for gap in found), default=1.0)
        if len(found) < len(held) or above >= _LIKE_SOMETHING:
            return 0.0
        return round(min(_SURE, 0.8 - 1.2 * above, *(gap.surety for gap in found)), 3)
    if comparison.same_language:
        return _LIKELY
    who = speaker(original, each.quote)
    return 0.0 if who and _names(copy, who, _near(comparison, each)) else _LIKELY_ACROSS


def _names(article: Article, who: str, segments: Sequence[Segment]) -> bool:
    """Whether a speaker is named in some segments. Articles and the like that begin a sentence are no names."""
    little = {word for segment in segments for word in article.words_of(segment).split() if len(word) < _SHORTEST_NAME}
    return stands_in(who, article, segments, frozenset(word for word in little if word.isascii()))


def _near(comparison: Comparison, each: Alone) -> Sequence[Segment]:
    """The copy's segments at the place of a quotation."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    around = original.segments[max(0, each.own[0].index - 1) : each.own[-1].index + 2]
    found = linked_to(comparison, around, "original")
    return copy.segments[found[0].index : found[-1].index + 1] if found else copy.segments


def _is_whole(comparison: Comparison, each: Alone) -> bool:
    """Whether the copy has no room for the passage that a quotation stands in. The links, which go by length alone
    where there is no encoder, may have mixed it up with a sentence beside it that they link to nothing."""
    original = comparison.original
    assert original is not None
    if not each.other:
        return True
    beside = (each.own[0].index - 1, each.own[-1].index + 1)
    free = [
        original.segments[at] for at in beside if 0 <= at < len(original.segments) and not comparison.copy_segments(at)
    ]
    ratio = length_ratio(comparison)
    return missing(comparison, each, "original") + size(free) * ratio >= _WHOLE * size(each.own) * ratio


def _is_picked_out(comparison: Comparison, lost: Sequence[Alone]) -> bool:
    """Whether a copy leaves out little but some quotations."""
    original = comparison.original
    assert original is not None
    held = {segment.index for each in lost for segment in segments_of(original, each.quote)}
    gone = [each for each in original.body if each.index not in held and not comparison.copy_segments(each.index)]
    return len(lost) <= _MOST and len(gone) < len(lost)


def _counted(count: int, total: int) -> str:
    if total == 1:
        return "The original’s only quotation is not in the copy."
    return f"{count} of the original’s {total} quotations {'is' if count == 1 else 'are'} not in the copy."
