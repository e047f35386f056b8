"""Persons and bodies that go by other names in other languages: one key for all of them.

The table is `names/known.json`, compiled by the retold authors; places have their own (`name_places`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any

from retold.checker.mentions.phrases import fold


@lru_cache(maxsize=1)
def table() -> Mapping[str, Mapping[str, list[str]]]:
    """kind ("person", "organisation") -> key -> names; the first is the name in English."""
    loaded: dict[str, Any] = json.loads((files("retold.checker") / "names" / "known.json").read_text("utf-8"))
    return {kind: loaded[kind] for kind in ("person", "organisation")}


@lru_cache(maxsize=1)
def _keys() -> Mapping[str, str]:
    keys: dict[str, str] = {}
    several: set[str] = set()
    for kind, entries in table().items():
        for key, names in entries.items():
            for name in names:
                form = _form(name)
                if keys.setdefault(form, f"{kind}:{key}") != f"{kind}:{key}":
                    several.add(form)
    return {form: key for form, key in keys.items() if form not in several}


def known(name: str) -> str | None:
    """The key of a person or body, one in every language (person:vladimir-putin, organisation:who); None if unknown.

    A name that is only a family name is in the table where it means nobody else in the news.
    """
    return _keys().get(_form(name))


def _form(name: str) -> str:
    """A name without regard to capitals, hyphens, dots and the sign between its parts; capitals count in acronyms."""
    plain = fold(name).replace("-", " ").replace(".", "").replace("・", " ").replace("·", " ").replace("＝", " ")
    return " ".join(plain.split())
