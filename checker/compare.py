"""Two articles side by side: all that a rule sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from retold.checker import language
from retold.checker.model import Article, Link, Segment

if TYPE_CHECKING:
    from retold.checker.embed import Encoder


@dataclass(frozen=True)
class Comparison:
    """An original (None when the copy stands alone), its copy, and the links between their segments.

    `order` says how the links were made: "monotonic" (a translation keeps the order) or "free" (a rewrite does not).
    `encoder` is the encoder that judged, None when none was wanted or none knows both languages; `encoder_reason`
    then says why, for the reader.
    """

    copy: Article
    original: Article | None = None
    links: tuple[Link, ...] = ()
    profile: str = "translation"
    order: str = "monotonic"
    encoder: Encoder | None = None
    encoder_reason: str | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """The texts there are, the original first."""
        return (self.copy,) if self.original is None else (self.original, self.copy)

    @property
    def same_language(self) -> bool:
        return self.original is not None and language.base(self.original.language) == language.base(self.copy.language)

    def missing(self, need: str) -> str | None:
        """Why a rule's need is not met here, in words for the reader.

        None when it is met; empty when the pair is none of the rule's business.
        """
        need, _, detail = need.partition(":")
        if need.endswith("?"):
            return None
        if need == "original":
            return "no original to compare with" if self.original is None else None
        if need == "encoder":
            return None if self.encoder else self.encoder_reason or "no encoder"
        if need == "same-language":
            return None if self.same_language else "original and copy are in different languages"
        if need == "translation":
            return "" if self.same_language else None
        if need in ("original-data", "copy-data"):
            article = self.original if need == "original-data" else self.copy
            if article is None:
                return "no original to compare with"
            if language.load(article.language).section(detail):
                return None
            return f"no {detail} data for the language {article.language!r}"
        raise ValueError(f"unknown need {need!r}")

    @cached_property
    def _copies_of(self) -> dict[int, tuple[int, ...]]:
        out: dict[int, tuple[int, ...]] = {}
        for link in self.links:
            for index in link.original:
                out[index] = tuple(sorted({*out.get(index, ()), *link.copy}))
        return out

    @cached_property
    def _originals_of(self) -> dict[int, tuple[int, ...]]:
        out: dict[int, tuple[int, ...]] = {}
        for link in self.links:
            for index in link.copy:
                out[index] = tuple(sorted({*out.get(index, ()), *link.original}))
        return out

    def copy_segments(self, original_index: int) -> tuple[Segment, ...]:
        """The copy's segments linked to a segment of the original."""
        return tuple(self.copy.segments[i] for i in self._copies_of.get(original_index, ()))

    def original_segments(self, copy_index: int) -> tuple[Segment, ...]:
        """The original's segments linked to a segment of the copy."""
        assert self.original is not None
        return tuple(self.original.segments[i] for i in self._originals_of.get(copy_index, ()))

    def linked_pairs(self) -> Iterator[tuple[Link, tuple[Segment, ...], tuple[Segment, ...]]]:
        """Links with both sides filled, and their segments."""
        yield from self._linked

    @cached_property
    def _linked(self) -> tuple[tuple[Link, tuple[Segment, ...], tuple[Segment, ...]], ...]:
        assert self.original is not None
        ours, theirs = self.original.segments, self.copy.segments
        return tuple(
            (link, tuple(ours[i] for i in link.original), tuple(theirs[i] for i in link.copy))
            for link in self.links
            if link.original and link.copy
        )


def compare(
    original: Article | None,
    copy: Article,
    *,
    profile: str = "translation",
    alignment: str = "auto",
    encoder: Encoder | None = None,
) -> Comparison:
    """Align two articles. `alignment` is "monotonic", "free" or "auto"; without an original nothing is linked."""
    if original is None:
        return Comparison(copy=copy, profile=profile, encoder_reason="no original to compare with")
    reason: str | None = "no encoder was asked for"
    if encoder is not None:
        from retold.checker import embed

        encoder, reason = embed.choose(encoder, original.language, copy.language)
        if encoder is not None:
            embed.encode_both(original, copy, encoder)
    from retold.checker.align import align

    links, order = align(original, copy, encoder, alignment)
    return Comparison(copy, original, links, profile, order, encoder, reason)


SYNDICATED_OVERLAP = 0.8
"""Share of the copy's words that stand in the original, from which on a copy of like length counts as syndicated."""


def choose_profile(original: Article | None, copy: Article) -> str:
    """What kind of copy this is: another language means translation, the same words syndication, else rewrite."""
    if original is None or language.base(original.language) != language.base(copy.language):
        return "translation"
    ours, theirs = _words(copy), _words(original)
    if not ours or not 0.75 <= copy.word_count / max(1, original.word_count) <= 1.33:
        return "rewrite"
    shared = len(ours & theirs) / len(ours)
    return "syndication" if shared >= SYNDICATED_OVERLAP else "rewrite"


def _words(article: Article) -> set[str]:
    return {word for segment in article.body for word in article.words_of(segment).casefold().split()}
