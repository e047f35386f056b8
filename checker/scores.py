"""Figures for a whole pair: how alike, how much is covered, and the usual metrics where they make sense.

None of them judges: findings do. They rank pairs, show trends and are comparable under one signature.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from retold.checker import language
from retold.checker.chrf import chrf
from retold.checker.model import Article, Link

if TYPE_CHECKING:
    from retold.checker.compare import Comparison

Scores = dict[str, float | None]

METRICS = ("chrf", "bleu", "ter")
LONGEST = 2000
"""Characters of a longer side from which a pair is left out of BLEU and TER: their time grows faster than the text."""


def scores(comparison: Comparison, reference: Article | None = None, level: str = "fast") -> Scores:
    """Scores by name; a score that does not apply is None.

    similarity: mean cosine over links, weighted by length; None without an encoder.
    coverage_original, coverage_copy: share of the side's words in links that have both sides.
    chrf, bleu, ter: sacrebleu's sentence statistics over linked segments, mean by length (0-100, for TER 0 is best);
    of the copy against `reference`, a translation in the copy's language, or else against the original when both are
    in one language.
    """
    if level == "none":
        return {}
    out: Scores = dict.fromkeys(("similarity", "coverage_original", "coverage_copy", *METRICS))
    if comparison.original is not None:
        out["similarity"] = _similarity(comparison)
        out["coverage_original"] = _coverage(comparison.original, (link.original for link in _linked(comparison.links)))
        out["coverage_copy"] = _coverage(comparison.copy, (link.copy for link in _linked(comparison.links)))
    pairs = _reference_pairs(comparison, reference)
    if pairs is not None:
        names = METRICS if level == "all" else METRICS[:1]
        out.update(_metrics(pairs, names, language.base(comparison.copy.language)))
    return out


def signature(marks: Mapping[str, float | None]) -> str:
    """How the metrics among some scores were made, in sacrebleu's terms."""
    made = [name for name in METRICS if marks.get(name) is not None]
    if not made:
        return "metrics:none"
    settings = {"chrf": "chrF2(nc:6,nw:0,space:no)", "bleu": "BLEU(smooth:exp,effective)", "ter": "TER(norm:no)"}
    return f"metrics:{'+'.join(settings[name] for name in made)},segments,sacrebleu:{_version()}"


@lru_cache(maxsize=1)
def _version() -> str:
    from importlib.metadata import version

    return version("sacrebleu")


def _linked(links: Iterable[Link]) -> Iterator[Link]:
    return (link for link in links if link.original and link.copy)


def _similarity(comparison: Comparison) -> float | None:
    assert comparison.original is not None
    total = weights = 0.0
    for link in comparison.links:
        if link.similarity is not None:
            weight = _length(comparison.original, link.original) + _length(comparison.copy, link.copy)
            total += weight * link.similarity
            weights += weight
    return round(total / weights, 4) if weights else None


def _length(article: Article, indexes: Iterable[int]) -> int:
    return sum(article.segments[i].end - article.segments[i].start for i in indexes)


def _coverage(article: Article, linked: Iterable[tuple[int, ...]]) -> float | None:
    from retold.checker.segment import count_words

    if not article.body:
        return None
    covered = {index for indexes in linked for index in indexes}
    if len(covered) == len(article.body):
        return 1.0
    told = sum(count_words(article.words_of(article.segments[index])) for index in covered)
    return round(min(1.0, told / max(1, article.word_count)), 4)


def _reference_pairs(comparison: Comparison, reference: Article | None) -> list[tuple[str, str]] | None:
    """(copy's words, reference's words) of linked segments; None when there is nothing in the copy's language."""
    if reference is not None:
        from retold.checker.align import align

        known = comparison.encoder
        links, model = align(reference, comparison.copy, known, "monotonic")[0], reference
    elif comparison.original is not None and comparison.same_language:
        links, model = comparison.links, comparison.original
    else:
        return None
    return [(_words(comparison.copy, link.copy), _words(model, link.original)) for link in _linked(links)]


def _words(article: Article, indexes: Iterable[int]) -> str:
    return " ".join(" ".join(article.words_of(article.segments[i]).split()) for i in indexes)


def _metrics(pairs: list[tuple[str, str]], names: Iterable[str], base: str) -> Scores:
    out: Scores = {}
    for name in names:
        total = weights = 0.0
        for copy, model in pairs:
            if name != "chrf" and max(len(copy), len(model)) > LONGEST:
                continue
            weight = len(copy) + len(model)
            total += weight * _sentence(name, copy, model, base)
            weights += weight
        out[name] = round(total / weights, 2) if weights else None
    return out


def _sentence(name: str, copy: str, model: str, base: str) -> float:
    if copy == model:
        return 0.0 if name == "ter" else 100.0
    if name == "chrf":
        return chrf(copy, model)
    return float(_metric(name, base).sentence_score(copy, [model]).score)


@lru_cache(maxsize=None)
def _metric(name: str, base: str) -> Any:
    """sacrebleu's metric with its defaults; words of Chinese, Japanese and Thai are told by its own tokenizers."""
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.ter import TER

    if name == "bleu":
        return BLEU(effective_order=True, tokenize={"zh": "zh", "ja": "char", "th": "char"}.get(base, "13a"))
    return TER(asian_support=base in ("zh", "ja"), normalized=base in ("zh", "ja"))
