"""Pairs files: rows of CSV, JSONL or Parquet, read as a stream.

A row names its pair (`id`) and gives each side as a path, as text or as segments already cut; a row without an
original is a copy alone. Schema: `manifest`. A file that cannot be read at all raises UnreadableInput; a single bad
row is handed on as it is, with what is wrong with it, and becomes an unchecked result.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from retold.checker import schemas
from retold.checker.errors import UnreadableInput

FORMATS = (".csv", ".jsonl", ".ndjson", ".parquet")
_BATCH = 1000


@dataclass(frozen=True)
class Row:
    """One row of a pairs file; `problem` says why it cannot be used, None when it can."""

    number: int
    values: Mapping[str, Any]
    problem: str | None = None

    @property
    def ident(self) -> str:
        """The row's id as text; its number in the file when it has none."""
        given = self.values.get("id")
        return f"row {self.number}" if given is None else str(given)


def rows(path: Path) -> Iterator[Row]:
    """The rows of a pairs file in order, empty cells left out. Raises UnreadableInput, also for an empty file."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise UnreadableInput(f"{path} is no pairs file: its name should end in {', '.join(FORMATS)}")
    if not path.is_file():
        kind = "a directory, not a file" if path.is_dir() else "not there"
        raise UnreadableInput(f"the pairs file {path} is {kind}")
    reader = {".csv": _csv, ".parquet": _parquet}.get(suffix, _jsonl)
    number = 0
    for number, raw in enumerate(reader(path), 1):
        if isinstance(raw, str):
            yield Row(number, {}, raw)
            continue
        values = {key: value for key, value in raw.items() if value is not None}
        yield Row(number, values, _problem(values))
    if not number:
        raise UnreadableInput(f"the pairs file {path} has no rows")


def _jsonl(path: Path) -> Iterator[Mapping[str, Any] | str]:
    with path.open("rb") as lines:
        for line in lines:
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield f"the line is not valid JSON: {error}"
                continue
            yield row if isinstance(row, dict) else "the line is not a JSON object"


def _csv(path: Path) -> Iterator[Mapping[str, Any] | str]:
    import pandas

    try:
        with pandas.read_csv(path, dtype=str, keep_default_na=False, chunksize=_BATCH, encoding="utf-8-sig") as chunks:
            for chunk in chunks:
                _require_columns(path, [str(name) for name in chunk.columns])
                for row in chunk.to_dict("records"):
                    yield {str(key): _list(str(key), cell) for key, cell in row.items() if cell != ""}
    except UnicodeDecodeError as error:
        raise UnreadableInput(f"{path} is not UTF-8 text at byte {error.start}: save it as UTF-8") from None
    except (ValueError, OSError) as error:
        raise UnreadableInput(f"{path} is no readable CSV file: {_one_line(error)}") from None


def _list(key: str, cell: str) -> Any:
    """CSV has no lists: a cell of segments is a JSON list."""
    if not key.endswith("_segments"):
        return cell
    try:
        return json.loads(cell)
    except ValueError:
        return cell


def _parquet(path: Path) -> Iterator[Mapping[str, Any] | str]:
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        with ParquetFile(path) as table:
            _require_columns(path, table.schema_arrow.names)
            for batch in table.iter_batches(batch_size=_BATCH):
                yield from batch.to_pylist()
    except (ArrowException, OSError) as error:
        raise UnreadableInput(f"{path} is no readable Parquet file: {_one_line(error)}") from None


def _require_columns(path: Path, names: list[str]) -> None:
    problem = next(schemas.problems("manifest", dict.fromkeys(names)), None) if set(names) - _known() else None
    if problem is None and "id" not in names:
        problem = "there is no column 'id'"
    if len(names) == 1 and ";" in names[0]:
        problem = "the columns are separated by semicolons; save the table with commas"
    if problem:
        raise UnreadableInput(f"{path}: {problem.replace('key', 'column')}; `retold schema manifest` lists them")


def _one_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(json.loads(schemas.text("manifest"))["properties"])


def _problem(values: Mapping[str, Any]) -> str | None:
    plain = values.keys() <= _known() and "id" in values and "profile" not in values
    if not plain or not all(isinstance(value, str) for value in values.values()):
        problem = next(schemas.problems("manifest", values), None)
        if problem:
            return problem
    sides = {side: [key for key in (side, f"{side}_text", f"{side}_segments") if key in values] for side in _SIDES}
    if not sides["copy"]:
        return "the row has no copy: it needs copy, copy_text or copy_segments"
    double = next((keys for keys in sides.values() if len(keys) > 1), None)
    return f"the row gives one text twice: {' and '.join(double)}" if double else None


_SIDES = ("original", "copy")
