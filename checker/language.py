"""Which language a text is in, and what retold knows of that language.

The knowledge is data: `languages/<code>.toml`, one file a language, sections by topic. A tag falls back along its
BCP 47 parents (`en-GB` -> `en` -> `und`); a section that `und` does not have is absent for an unknown language, and
rules that need it say "not checked".
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_FOLDER = files("retold.checker") / "languages"


@dataclass(frozen=True, eq=False)
class Language:
    """What is known of one language: `sections` of its file merged over its parents' sections."""

    code: str
    sections: Mapping[str, Mapping[str, Any]]

    def section(self, name: str) -> Mapping[str, Any]:
        """A section by name; empty when the language has none."""
        return self.sections.get(name, {})

    @property
    def is_known(self) -> bool:
        """Whether a file of its own, not only the fallback, describes the language."""
        return base(self.code) in shipped()

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and other.code == self.code


def base(tag: str) -> str:
    """The language subtag: `pt-BR` -> `pt`."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


@lru_cache(maxsize=None)
def canonical(tag: str) -> str:
    """The tag as BCP 47 prefers it: `deu_AT` -> `de-AT`, `arb` -> `ar` (CLDR 48, languageAlias)."""
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
    sections: dict[str, dict[str, Any]] = {}
    for step in chain:
        for name, section in _read(step).items():
            sections[name] = {**sections.get(name, {}), **section}
    return Language(chain[-1], sections)


def _read(code: str) -> dict[str, dict[str, Any]]:
    path = _FOLDER / f"{code}.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


@lru_cache(maxsize=None)
def cldr(topic: str, tag: str) -> Mapping[str, Any]:
    """A generated table, `languages/cldr/<topic>/<code>.json`; empty when the language has none."""
    path = _FOLDER / "cldr" / topic / f"{base(tag)}.json"
    return json.loads(path.read_text("utf-8")) if path.is_file() else {}
