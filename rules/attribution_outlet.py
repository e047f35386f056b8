"""The outlet by which a statement came: "CNN reported", "told Reuters"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.name_index import index_of
from retold.checker.mentions.outlet import Credit, Outlet, credited, is_written_in, names_media, outlets, outlets_in
from retold.checker.model import Article, Finding, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_lost import lost

_LEAST_SHARE = 0.5
"""A passage of the copy shorter than this share of what the original's lets expect may have lost more than that."""


class OutletDropped(Rule):
    """The original says by which outlet a statement came; the copy does not, or names another.

    What it does
        Looks for agencies, broadcasters and papers that the original credits: that report something themselves ("CNN
        reported"), that somebody spoke to ("told Reuters") or that are cited. If neither the copy's passage nor the
        sentences beside it name the outlet in any script or speak of a paper or broadcaster, it reports the loss; if
        they name another outlet instead, it shows both. Evidence: `outlet`, `copy_outlet`, `role` ("source" where the
        outlet itself reports, "heard" where somebody spoke to it or it is cited).

    Why it matters
        Readers judge a report by who made it, and exclusive work belongs to those who did it.

    Fires
        original [en]: The minister will step down in May, two aides told Reuters on Sunday.
        copy [en]: The minister will step down in May, two aides said on Sunday.

        original [en]: CNN reported that officials had known of the leak since March.
        copy [de]: Nach Angaben von Beamten war das Leck seit März bekannt.

    Stays silent
        original [en]: The minister will step down in May, two aides told Reuters on Sunday.
        copy [ru]: Министр уйдёт в отставку в мае, сообщили в воскресенье агентству Рейтер двое его помощников.

        original [en]: The minister told the BBC that she would step down in May.
        copy [en]: The minister told the broadcaster that she would step down in May.
    """

    id = "outlet-dropped"
    group = "attribution"
    severity = "minor"
    mqm = "accuracy/omission"
    needs = ("original", "original-data:outlets", "copy-data:outlets")
    covers = ("attribution-dropped",)  # an outlet that reports is the source: its loss is said here, once

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for gone in _gone(comparison):
            outlet = gone.credit.outlet
            name = original.text[outlet.start : outlet.end]
            other = copy.text[gone.instead.start : gone.instead.end] if gone.instead else ""
            own = gone.credit.role == "source"
            told = f"The original credits this to {name}" if own else f"The original says that this was told to {name}"
            rest = f"the copy names {other}." if other else "the copy does not name the outlet."
            last = gone.instead.end if gone.instead else gone.copies[-1].end
            yield self.finding(
                f"{told}; {rest}",
                confidence=_confidence(comparison, gone),
                severity="major" if own or other else "minor",
                original=[original.passage(outlet.start, outlet.end)],
                copy=[copy.passage(gone.instead.start if gone.instead else gone.copies[0].start, last)],
                outlet=name,
                copy_outlet=other or None,
                role=gone.credit.role,
            )


@dataclass(frozen=True, slots=True)
class _Gone:
    credit: Credit
    originals: tuple[Segment, ...]
    copies: tuple[Segment, ...]
    instead: Outlet | None


def _gone(comparison: Comparison) -> Iterator[_Gone]:
    original = comparison.original
    assert original is not None
    if not outlets(original):
        return
    bare = {segment.index for each in lost(comparison) for segment in each.pair.originals}
    for segment in original.body:
        for credit in credited(original, segment):
            copies = comparison.copy_segments(segment.index)
            if not copies or _is_kept(comparison, credit.outlet, copies):
                continue
            originals = _originals(comparison, copies)
            instead = _instead(comparison, originals, copies)
            told = credit.role != "source" and segment.index in bare  # then who spoke is gone: attribution-dropped
            if instead is None and (told or _speaks_of_media(comparison, copies)):
                continue
            yield _Gone(credit, originals, copies, instead)


def _originals(comparison: Comparison, copies: Sequence[Segment]) -> tuple[Segment, ...]:
    found = {each.index: each for copy in copies for each in comparison.original_segments(copy.index)}
    return tuple(found[index] for index in sorted(found))


def _around(article: Article, segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Some segments with the one before and the one after them."""
    return article.segments[max(0, segments[0].index - 1) : segments[-1].index + 2]


def _is_kept(comparison: Comparison, outlet: Outlet, copies: Sequence[Segment]) -> bool:
    """Whether the copy names the outlet here, in any script, or in a spelling that the table does not have."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if any(each.code == outlet.code for segment in _around(copy, copies) for each in outlets_in(copy, segment)):
        return True
    if any(each.code == outlet.code for each in outlets(copy)):
        return False
    return not is_written_in(outlet.code, copy.language) or index_of(copy).has(original.text[outlet.start : outlet.end])


def _instead(comparison: Comparison, originals: Sequence[Segment], copies: Sequence[Segment]) -> Outlet | None:
    """The outlet that the copy credits where the original's passage does not name it."""
    assert comparison.original is not None
    ours = {each.code for segment in originals for each in outlets_in(comparison.original, segment)}
    for segment in copies:
        for credit in credited(comparison.copy, segment, reporting=True):
            if credit.outlet.code not in ours:
                return credit.outlet
    return None


def _speaks_of_media(comparison: Comparison, copies: Sequence[Segment]) -> bool:
    """Whether the copy's passage has a word for outlets, so that it may mean one named before."""
    return any(names_media(comparison.copy, segment) for segment in copies)


def _confidence(comparison: Comparison, gone: _Gone) -> float:
    original, copy = comparison.original, comparison.copy
    assert original is not None
    if gone.instead is not None:
        return 0.8
    confidence = 0.75
    if any(each.code == gone.credit.outlet.code for each in outlets(copy)):
        confidence -= 0.2  # named elsewhere: a shorter text need not name it with each statement
    scale = len(copy.text) / max(1, len(original.text))
    if _length(gone.copies) < _LEAST_SHARE * scale * _length(gone.originals):
        confidence -= 0.15
    if language.base(original.language) != language.base(copy.language):
        confidence -= 0.05
    return confidence


def _length(segments: Sequence[Segment]) -> int:
    return sum(segment.end - segment.start for segment in segments)
