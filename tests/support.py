"""Helpers of the tests: build articles and results through the public entry points."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from retold import rules
from retold.checker import config, reading
from retold.checker.model import Article, Result
from retold.checker.pipeline import Checker

ROOT = Path(__file__).resolve().parent.parent


def article(text: str, language: str | None = None, published: str | None = None) -> Article:
    return reading.from_text(text, language=language, published=published)


@lru_cache(maxsize=None)
def checker(encoder: str = "none", select: tuple[str, ...] = (), profile: str = "auto") -> Checker:
    """A checker that reports everything, whatever the confidence."""
    values = {"encoder": encoder, "select": list(select), "show_confidence": 0.0, "profile": profile}
    return Checker(config.load(values, rules=rules.available()), rules.available())


def check(
    original: str | None,
    copy: str,
    original_lang: str | None = "en",
    copy_lang: str | None = "en",
    *,
    published: str | None = None,
    encoder: str = "none",
    select: tuple[str, ...] = (),
    profile: str = "auto",
) -> Result:
    """Check two texts as `retold check` does."""
    left = article(original, original_lang, published) if original is not None else None
    return checker(encoder, select, profile).check(left, article(copy, copy_lang, published))
