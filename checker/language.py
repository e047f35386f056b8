"""Which language a text is in, and what retold knows of that language.

The knowledge is data: `languages/<code>.toml`, one file a language, sections by topic. A tag falls back along its
BCP 47 parents (`en-GB` -> `en` -> `und`); a section that `und` does not have is absent for an unknown language, and
rules that need it say "not checked".
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from retold.checker.errors import UnreadableInput

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_FOLDER = files("retold.checker") / "languages"


@dataclass(frozen=True, eq=False)
class Language:
    """What is known of one language: `sections` of its file merged over its parents' sections.

    `load` makes one object a language, so that what is compiled for it can be cached under it.
    """

    code: str
    sections: _Sections

    def section(self, name: str) -> Mapping[str, Any]:
        """A section by name; empty when the language has none."""
        return self.sections[name]

    @cached_property
    def spaced(self) -> bool:
        """Whether spaces stand between words."""
        return bool(self.section("meta").get("spaces", True))

    @cached_property
    def cased(self) -> bool:
        """Whether its script has capitals."""
        return self.section("meta").get("script") in ("Latn", "Cyrl", "Grek")

    @cached_property
    def runs_on(self) -> bool:
        """Whether more may be written on to any word: there are no spaces, or particles follow without one (Korean)."""
        return not self.spaced or self.section("meta").get("script") == "Kore"

    @property
    def is_known(self) -> bool:
        """Whether a file of its own, not only the fallback, describes the language."""
        return base(self.code) in shipped()


def base(tag: str) -> str:
    """The language subtag: `pt-BR` -> `pt`."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


@lru_cache(maxsize=None)
def canonical(tag: str) -> str:
    """The tag as BCP 47 prefers it: `deu_AT` -> `de-AT`, `arb` -> `ar` (CLDR 48, languageAlias).

    Raises UnreadableInput for what is no tag, such as the language's name.
    """
    if not _TAG.fullmatch(tag):
        raise UnreadableInput(f"{tag!r} is no language tag (BCP 47) such as de or pt-BR")
    first, *rest = tag.replace("_", "-").split("-")
    return "-".join([cldr("aliases", "und").get(first.lower(), first.lower()), *rest])


@lru_cache(maxsize=1)
def shipped() -> tuple[str, ...]:
    """Codes of the languages with a file of their own, sorted."""
    names = (entry.name for entry in _FOLDER.iterdir())
    return tuple(sorted(name[:-5] for name in names if name.endswith(".toml") and name != "und.toml"))


@lru_cache(maxsize=None)
def load(tag: str) -> Language:
    """The language data for a BCP 47 tag, from its own file over its parents'. Never fails: unknown tags get `und`."""
    code = tag.replace("_", "-")
    chain = ["und"]
    parts = code.split("-")
    chain += ["-".join([parts[0].lower(), *parts[1:size]]) for size in range(1, len(parts) + 1) if parts[0] != "und"]
    return _language(*chain)


@lru_cache(maxsize=None)
def _language(*chain: str) -> Language:
    return Language(chain[-1], _Sections(chain))


class _Sections(dict[str, Mapping[str, Any]]):
    """Sections by name, the chain's files merged, each read when first asked for: most rules ask a language they
    only compare with for one section in twenty."""

    def __init__(self, chain: tuple[str, ...]) -> None:
        super().__init__()
        self._chain = chain

    def __missing__(self, name: str) -> Mapping[str, Any]:
        merged: dict[str, Any] = {}
        for step in self._chain:
            merged.update(_section(step, name))
        self[name] = merged
        return merged


_HEADER = re.compile(r"^\[+([\w-]+)", re.M)


@lru_cache(maxsize=None)
def _cut(code: str) -> Mapping[str, str]:
    """A language's file in pieces: section name -> its tables, as written. All of a file stands in a section."""
    path = _FOLDER / f"{code}.toml"
    text = path.read_text("utf-8") if path.is_file() else ""
    headers = list(_HEADER.finditer(text))
    pieces: dict[str, str] = {}
    ends = [*(each.start() for each in headers), len(text)][1:]
    for header, end in zip(headers, ends, strict=True):
        pieces[header[1]] = pieces.get(header[1], "") + text[header.start() : end]
    return pieces


@lru_cache(maxsize=None)
def _section(code: str, name: str) -> Mapping[str, Any]:
    piece = _cut(code).get(name)
    section: Mapping[str, Any] = tomllib.loads(piece)[name] if piece else {}
    return section


@lru_cache(maxsize=None)
def cldr(topic: str, tag: str) -> Mapping[str, Any]:
    """A generated table, `languages/cldr/<topic>/<code>.json`; empty when the language has none."""
    path = _FOLDER / "cldr" / topic / f"{base(tag)}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}
