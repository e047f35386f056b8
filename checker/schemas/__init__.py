"""The JSON Schemas of retold's inputs and outputs, and the one function that checks against them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from importlib.resources import files
from typing import Any

from retold.checker.errors import ConfigError

_KINDS = {
    "string": "a text", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "array": "a list", "object": "a table",
}  # fmt: skip
NAMES = ("config", "inspection", "language", "manifest", "result")


def text(name: str) -> str:
    """A schema as shipped, by its short name."""
    return (files(__name__) / f"{name}.json").read_text("utf-8")


@lru_cache(maxsize=None)
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator  # 90 ms: only when there is something to validate

    return Draft202012Validator(json.loads(text(name)))


def problems(name: str, value: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with a value, one sentence each, the nearest known key named for an unknown one."""
    for error in sorted(_validator(name).iter_errors(value), key=lambda e: [str(part) for part in e.absolute_path]):
        place = ".".join(str(part) for part in error.absolute_path)
        if error.validator == "additionalProperties" and isinstance(error.instance, Mapping):
            known = sorted(error.schema.get("properties", {}))
            for key in sorted(set(error.instance) - set(known), key=str):
                yield f"unknown key {'.'.join(filter(None, (place, str(key))))!r}{nearest(str(key), known)}"
        elif error.validator == "required":
            missing = next(key for key in error.validator_value if key not in error.instance)
            yield f"the key {'.'.join(filter(None, (place, missing)))!r} is missing"
        elif error.validator == "type":
            wanted = [error.validator_value] if isinstance(error.validator_value, str) else error.validator_value
            yield f"{place} should be {' or '.join(_KINDS[kind] for kind in wanted if kind != 'null')}"
        elif error.validator == "enum":
            known = [str(value) for value in error.validator_value if value is not None]
            yield f"{place} cannot be {error.instance!r}{nearest(str(error.instance), known)}"
        else:
            yield f"{place}: {error.message}"


def nearest(word: str, known: list[str] | tuple[str, ...]) -> str:
    """The end of an error message: the nearest known word, or the whole list when it is short."""
    close = get_close_matches(word, known, n=1, cutoff=0.6)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known are {', '.join(known)}" if len(known) <= 20 else ""


def require(name: str, value: Mapping[str, Any], where: str) -> None:
    """Raise ConfigError with the first problem, naming the place it stands in."""
    for problem in problems(name, value):
        raise ConfigError(f"{where}: {problem}")
