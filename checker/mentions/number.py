"""Figures: numbers, ordinals, percentages, money, quantities and simple ranges, by value, in any script.

The numbers of a text are found in one pass (`number_words` for languages with spaces, `number_han` for Chinese,
Japanese and Korean), labels and parts of dates are dropped, and what stands around the rest says what it measures.
"""

from __future__ import annotations

from bisect import bisect_right

from retold.checker import mentions
from retold.checker.language import Language
from retold.checker.mentions import number_han, number_han_joins, number_han_spaces, number_labels, number_words
from retold.checker.mentions.number_context import figure
from retold.checker.mentions.number_direction import directed
from retold.checker.mentions.number_figure import Figure
from retold.checker.mentions.number_heights import heights
from retold.checker.mentions.number_lexicon import Lexicon, lexicon
from retold.checker.mentions.number_phrases import fold
from retold.checker.mentions.number_ranges import join
from retold.checker.mentions.number_sums import Run
from retold.checker.model import Article, Mention

__all__ = ["Figure", "extract", "read_figures"]


def extract(article: Article, language: Language) -> list[Mention]:
    """The figures of an article in text order, without those that are part of a date, time or duration."""
    taken = [(mention.start, mention.end) for mention in mentions.of(article, "date")]
    return list(read_figures(article.text, language, taken))


def read_figures(text: str, language: Language, taken: list[tuple[int, int]] | None = None) -> list[Figure]:
    """The figures of a text. `taken` are spans, in text order, that hold no figures of their own."""
    folded, lex = fold(text), lexicon(language)
    seen = number_han_spaces.view(folded, text, lex)
    if seen is None:
        return _read(folded, text, lex, taken or [])
    figures = _read(seen.folded, seen.words, lex, seen.spans(taken or []))
    return [seen.back(figure, text) for figure in figures]


def _read(folded: str, text: str, lex: Lexicon, taken: list[tuple[int, int]]) -> list[Figure]:
    """The figures of a text, folded and as written."""
    found = number_han.runs(folded, lex) if lex.han else number_words.runs(folded, lex)
    tall = list(heights(folded, text))
    labels = _Spans(sorted(number_labels.spans(folded) + [(figure.start, figure.end) for figure in tall]))
    dates = _Spans(taken)
    figures: list[tuple[Figure, Run]] = []
    for run in found:
        if labels.end_at(run.start) or (run.digits and number_labels.is_label(folded, text, run, lex)):
            continue
        if figures and run.start < figures[-1][0].end:  # the hundred of "por ciento"
            continue
        held = dates.end_at(run.start)
        if held > run.end and not _reaches(folded, run.end, held, lex):
            continue
        read = figure(folded, text, run, lex, figures[-1][0].end if figures else -1)
        if held and (read.unit is None or read.end <= held):  # a unit that reaches further is the better reading
            continue
        while figures and figures[-1][0].start >= read.start:  # the zero of "sıfırın altında 5 derece"
            figures.pop()
        figures.append((read, run))
    if lex.han:
        figures = number_han_joins.joined(folded, text, figures, lex)
    read_all = join(folded, text, figures, lex)
    if tall:
        read_all = sorted(read_all + tall, key=lambda figure: figure.start)
    return directed(folded, read_all, lex)


def _reaches(text: str, place: int, end: int, lex: Lexicon) -> bool:
    """Whether a unit that begins at a place in the midst of a date ends after it: 三个月大 is an age."""
    return bool(lex.han) and any(
        found is not None and found[0] > end
        for found in (phrases.after(text, place) for phrases in (lex.units, lex.currencies, lex.percent))
    )


class _Spans:
    """Spans asked by place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.starts = [start for start, _ in spans]
        self.ends: list[int] = []
        for _, end in spans:  # running maximum: spans may overlap
            self.ends.append(max(end, self.ends[-1]) if self.ends else end)

    def end_at(self, place: int) -> int:
        """Where the spans that hold a place end; 0 when none does."""
        at = bisect_right(self.starts, place) - 1
        return self.ends[at] if at >= 0 and place < self.ends[at] else 0
