"""The result as JSON: the contract itself, indented for one pair, one line a pair for many."""

from __future__ import annotations

import json
import math
import re
from typing import Any, TextIO

from retold.checker.model import Result
from retold.reports import ReportOptions

# Lone surrogates cannot be encoded; C1 controls and bidi overrides act on a terminal; the separators end a line for
# some readers of JSON Lines. JSON may write any of them as an escape, so the value read back is the same.
_UNSAFE = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def write(result: Result, stream: TextIO, options: ReportOptions) -> None:
    """Write one result, indented by two."""
    stream.write(dumps(result.to_dict(), indent=2) + "\n")


def write_line(result: Result, stream: TextIO, options: ReportOptions) -> None:
    """Write one result on one line."""
    stream.write(line(result))


def line(result: Result) -> str:
    """One result as a line of JSON Lines, its end of line included."""
    return dumps(result.to_dict()) + "\n"


def dumps(value: Any, indent: int | None = None) -> str:
    """JSON text in the order given, every script readable, safe in UTF-8; a number that is not finite becomes null."""
    try:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    except ValueError:
        text = json.dumps(_finite(value), ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _finite(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(item) for item in value]
    return value
