"""The words retold speaks in: spans, segments, articles, mentions, links, findings, results.

All of them are frozen: a stage reads the values of the stage before it and makes new ones. Offsets are half-open
code-point offsets into the article's text as it was read.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any, Self

SEVERITIES = ("info", "minor", "major", "critical")
"""MQM severities, mildest first."""

BODY_KINDS = frozenset({"headline", "body", "quote", "caption"})
"""Kinds of segment that carry the story; `boilerplate` is kept in the text but never compared."""


def severity_rank(severity: str) -> int:
    """Position of a severity, mildest 0: severities compare by it."""
    return SEVERITIES.index(severity)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def overlaps(self, other: Span | Passage | Mention | Segment) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A span with the words it covers: what a finding quotes."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        return {"start": self.start, "end": self.end, "text": self.text}


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence or line of an article. `kind` is headline, body, quote, caption or boilerplate."""

    index: int
    start: int
    end: int
    kind: str = "body"
    paragraph: int = 0

    @property
    def is_body(self) -> bool:
        return self.kind in BODY_KINDS


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A typed span of text with a normalised value.

    `value` is a decimal string for figures, ISO 8601 for dates and times, the normalised words for the rest.
    The kinds are listed in `retold.checker.mentions`; each has its own dataclass with the fields it needs.
    """

    kind: str
    start: int
    end: int
    text: str
    value: str | None = None

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """What the constructor makes, in a quarter of its time: extractors make mentions by the thousand.

        A frozen class sets its fields one by one; here they are set at once, and those not given are the defaults.
        """
        mention = object.__new__(cls)
        mention.__dict__.update(fields)
        return mention

    def changed(self, **fields: Any) -> Self:
        """A copy with other values in some fields."""
        return self.made(**{**self.__dict__, **fields})

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def to_dict(self) -> dict[str, Any]:
        """Every field that says something, in declaration order: the line `retold inspect` writes."""
        out: dict[str, Any] = {}
        for each in fields(self):
            value = getattr(self, each.name)
            if each.name in ("kind", "start", "end", "text", "value") or value not in (None, (), "", False):
                out[each.name] = [_plain(item) for item in value] if isinstance(value, tuple) else value
        return out


def _plain(value: Any) -> Any:
    if isinstance(value, Mention):
        return value.to_dict()
    return [value.start, value.end] if isinstance(value, Span) else value


@dataclass(frozen=True)
class Article:
    """One text with what is known of it.

    `language` is a BCP 47 tag, `und` when it could not be told; `published` an ISO date or date-time, or None.
    Whatever else is computed for an article (mentions, vectors) is kept in `memo` by the stage that computes it, so
    that one original serves all its copies.
    """

    text: str
    segments: tuple[Segment, ...] = ()
    language: str = "und"
    published: str | None = None
    path: str | None = None
    title: str | None = None
    outlet: str | None = None
    memo: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    def passage(self, start: int, end: int) -> Passage:
        return Passage(start, end, self.text[start:end])

    def words_of(self, segment: Segment) -> str:
        return self.text[segment.start : segment.end]

    @cached_property
    def body(self) -> tuple[Segment, ...]:
        """The segments that carry the story."""
        return tuple(segment for segment in self.segments if segment.is_body)

    @cached_property
    def _starts(self) -> list[int]:
        return [segment.start for segment in self.segments]

    def segment_at(self, offset: int) -> Segment | None:
        """The segment that holds a code point, or the one before it when the point is between two."""
        place = bisect_right(self._starts, offset) - 1
        return self.segments[place] if place >= 0 else None

    def in_body(self, mention: Mention | Span | Passage) -> bool:
        """Whether a span starts in the story, not in boilerplate."""
        segment = self.segment_at(mention.start)
        return segment is None or segment.is_body

    @cached_property
    def word_count(self) -> int:
        """Words of the story; in scripts without spaces, characters count half a word each."""
        from retold.checker.segment import count_words

        return sum(count_words(self.words_of(segment)) for segment in self.body)


@dataclass(frozen=True, slots=True)
class Link:
    """Segments of the original and the segments of the copy that render them, by index.

    An empty side is an omission or an addition. `similarity` is the encoder's cosine, None when no encoder judged.
    """

    original: tuple[int, ...]
    copy: tuple[int, ...]
    similarity: float | None = None

    def to_dict(self) -> dict[str, Any]:
        similarity = None if self.similarity is None else round(self.similarity, 4)
        return {"original": list(self.original), "copy": list(self.copy), "similarity": similarity}


@dataclass(frozen=True)
class Finding:
    """One difference or defect, with the passages it rests on.

    `severity` says how bad it is if true, `confidence` (0-1) how sure the rule is. `evidence` is documented by rule.
    """

    rule: str
    group: str
    severity: str
    confidence: float
    message: str
    mqm: str = ""
    original: tuple[Passage, ...] = ()
    copy: tuple[Passage, ...] = ()
    evidence: Mapping[str, Any] = field(default_factory=dict)

    @cached_property
    def fingerprint(self) -> str:
        """Hash of the rule and the quoted words, not of offsets: it survives edits elsewhere in the text."""
        words = [self.rule, *(p.text for p in self.original), "\x1f", *(p.text for p in self.copy)]
        return hashlib.sha256("\x1e".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def counts(self, fail_on: str, min_confidence: float) -> bool:
        """Whether the finding counts at a gate: severe enough (never, if `fail_on` is "never") and sure enough."""
        if fail_on == "never" or self.confidence < min_confidence:
            return False
        return severity_rank(self.severity) >= severity_rank(fail_on)

    @property
    def order(self) -> tuple[Any, ...]:
        """Worst first, then surest, then by place; total, so that reports never depend on chance."""
        copy_start = self.copy[0].start if self.copy else 1 << 60
        original_start = self.original[0].start if self.original else 1 << 60
        return (
            -severity_rank(self.severity), -self.confidence, copy_start, original_start,
            self.rule, self.fingerprint, self.message,
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        return {
            "rule": self.rule,
            "group": self.group,
            "severity": self.severity,
            "confidence": round(self.confidence, 3),
            "mqm": self.mqm,
            "message": self.message,
            "fingerprint": self.fingerprint,
            "original": [p.to_dict() for p in self.original],
            "copy": [p.to_dict() for p in self.copy],
            "evidence": dict(self.evidence),
        }


@dataclass(frozen=True, slots=True)
class Skip:
    """A rule that did not judge, and why, in words for the reader."""

    rule: str
    reason: str

    def to_dict(self) -> dict[str, str]:
        return {"rule": self.rule, "reason": self.reason}


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that crashed: an operational failure, never a clean result."""

    rule: str
    error: str

    def to_dict(self) -> dict[str, str]:
        return {"rule": self.rule, "error": self.error}


@dataclass(frozen=True)
class Result:
    """What retold says of one pair; `to_dict` is the contract (schema `result`).

    `articles` keeps the texts for reports made in the same run; it is not part of the contract.
    """

    id: str | None
    verdict: str
    signature: str = ""
    profile: str = ""
    original: Mapping[str, Any] | None = None
    copy: Mapping[str, Any] | None = None
    findings: tuple[Finding, ...] = ()
    skips: tuple[Skip, ...] = ()
    failures: tuple[Failure, ...] = ()
    scores: Mapping[str, float | None] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    reason: str | None = None
    articles: tuple[Article | None, Article | None] = field(default=(None, None), compare=False, repr=False)

    def to_dict(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "schema": "retold/result/1",
            "id": self.id,
            "signature": self.signature,
            "profile": self.profile,
            "verdict": self.verdict,
            "original": dict(self.original) if self.original is not None else None,
            "copy": dict(self.copy) if self.copy is not None else None,
            "findings": [finding.to_dict() for finding in self.findings],
            "skips": [skip.to_dict() for skip in self.skips],
            "failures": [failure.to_dict() for failure in self.failures],
            "scores": dict(self.scores),
            "links": [link.to_dict() for link in self.links],
        }
        if self.reason is not None:
            out["reason"] = self.reason
        return out


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """Sorted, disjoint spans that cover the same code points."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
