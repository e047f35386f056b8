"""Hand-made results: `fixtures/reports/<name>.toml` as Result objects."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from retold.checker.model import Article, Failure, Finding, Link, Passage, Result, Segment, Skip

FOLDER = Path(__file__).parents[1] / "fixtures" / "reports"


def sample(name: str) -> Result:
    """The result a fixture describes; each of its sentences is a segment and a paragraph."""
    told = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    original = _article(told.get("original"), told.get("original_lang", "und"), None)
    copy = _article(told["copy"], told["copy_lang"], told.get("published"))
    return Result(
        id=told["id"],
        verdict=told["verdict"],
        signature=told.get("signature", ""),
        profile=told["profile"],
        original=_about(original, "original.txt"),
        copy=_about(copy, "copy.txt"),
        findings=tuple(_finding(each, original, copy) for each in told.get("findings", ())),
        skips=tuple(Skip(**each) for each in told.get("skips", ())),
        failures=tuple(Failure(**each) for each in told.get("failures", ())),
        scores=told.get("scores", {}),
        links=tuple(Link(tuple(one), tuple(other)) for one, other in told.get("links", ())),
        articles=(original, copy),
    )


def _article(sentences: list[str] | None, language: str, published: str | None) -> Article | None:
    if sentences is None:
        return None
    segments, at = [], 0
    for index, sentence in enumerate(sentences):
        segments.append(Segment(index, at, at + len(sentence), paragraph=index))
        at += len(sentence) + 1
    return Article("\n".join(sentences), tuple(segments), language, published)


def _about(article: Article | None, path: str) -> dict[str, Any] | None:
    if article is None:
        return None
    return {
        "path": path,
        "language": article.language,
        "published": article.published,
        "words": len(article.text.split()),
        "segments": len(article.segments),
    }


def _finding(told: dict[str, Any], original: Article | None, copy: Article | None) -> Finding:
    return Finding(
        rule=told["rule"],
        group=told["rule"].split("-")[0],
        severity=told["severity"],
        confidence=told["confidence"],
        message=told["message"],
        original=_passages(original, told.get("original", ())),
        copy=_passages(copy, told.get("copy", ())),
        evidence=told.get("evidence", {}),
    )


def _passages(article: Article | None, quotes: list[str]) -> tuple[Passage, ...]:
    if article is None:
        return ()
    return tuple(Passage(at, at + len(q), q) for q in quotes for at in [article.text.index(q)])
