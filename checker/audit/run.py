"""Many pairs: rows in, results out in the same order, on one or more processes.

The unit of work is a batch of rows. A bounded number of batches is under way at a time, so memory does not grow with
the manifest, and results are handed on in manifest order whatever the number of workers. Neighbouring rows that share
an original share its Article, and with it everything computed for it.
"""

from __future__ import annotations

import os
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from retold.checker import reading
from retold.checker.audit.manifest import Row
from retold.checker.config import Layers
from retold.checker.errors import RetoldError, UnreadableInput
from retold.checker.model import Article, Result
from retold.checker.pipeline import Checker
from retold.checker.rule import Rule

BATCH = 16
"""Rows a worker takes at a time."""

AHEAD = 4
"""Batches under way for each worker."""

_LOOK_EVERY = 2.0
"""Seconds between a worker's looks at whether its parent is still there."""

KEPT_ORIGINALS = 8
"""Originals a worker keeps at hand."""


Serialise = Callable[[Result], str]
"""Makes a result's line in the output; a module-level function, since workers receive it by name."""


@dataclass(frozen=True)
class Job:
    """What every worker needs to know."""

    layers: Layers
    rules: tuple[type[Rule], ...]
    folder: Path
    serialise: Serialise


class Auditor:
    """Checks rows of a pairs file; paths in them are relative to the job's folder."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.checker = Checker(job.layers, job.rules, scores="fast")
        self.defaults = job.layers.resolve("auto")
        self._originals: OrderedDict[Any, Article] = OrderedDict()

    def check(self, row: Row) -> Result:
        """One row's Result; a row that cannot be read is "unchecked" with the reason, and the run goes on."""
        if row.problem is not None:
            return unchecked(row.ident, row.problem)
        try:
            original, copy = self._original(row), self._article(row, "copy")
        except UnreadableInput as error:
            return unchecked(row.ident, str(error))
        assert copy is not None
        return self.checker.check(original, copy, ident=row.ident, profile=row.values.get("profile"))

    def finish(self, row: Row) -> tuple[Result, str]:
        """One row's Result, stripped of texts and links, and its line of output."""
        result = self.check(row)
        return replace(result, articles=(None, None), links=()), self.job.serialise(result)

    def _original(self, row: Row) -> Article | None:
        values = row.values
        content = next((values[k] for k in ("original", "original_text", "original_segments") if k in values), None)
        if content is None:
            return None
        key = (str(content), values.get("original_lang"), values.get("published"), "original" in values)
        if key not in self._originals:
            article = self._article(row, "original")
            assert article is not None
            self._originals[key] = article
            if len(self._originals) > KEPT_ORIGINALS:
                self._originals.popitem(last=False)
        return self._originals[key]

    def _article(self, row: Row, side: str) -> Article | None:
        values, settings = row.values, self.defaults
        language = values.get(f"{side}_lang") or settings[f"{side}_lang"]
        published = values.get("published") or settings["published"]
        known = {"language": language, "published": published}
        if f"{side}_text" in values:
            return reading.from_text(values[f"{side}_text"], limit=settings["max_characters"], **known)
        if f"{side}_segments" in values:
            return reading.from_segments(values[f"{side}_segments"], limit=settings["max_characters"], **known)
        if side in values:
            return reading.read(str(self.job.folder / values[side]), limit=settings["max_characters"], **known)
        return None


def unchecked(ident: str, reason: str) -> Result:
    """The Result of a row that could not be read."""
    return Result(id=ident, verdict="unchecked", reason=reason)


def audit(rows: Iterable[Row], job: Job, jobs: int = 1) -> Iterator[tuple[Result, str]]:
    """Results in row order, each with its line; `jobs` processes work side by side.

    The results come without their texts and links, so that what passes between processes stays small.
    """
    if jobs <= 1:
        auditor = Auditor(job)
        for row in rows:
            yield auditor.finish(row)
        return
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(job,)) as pool:
        pending: deque[Future[list[tuple[Result, str]]]] = deque()
        iterator = iter(rows)
        try:
            while True:
                while len(pending) < jobs * AHEAD and (batch := list(islice(iterator, BATCH))):
                    pending.append(pool.submit(_work, batch))
                if not pending:
                    return
                yield from pending.popleft().result()
        except BrokenProcessPool:
            raise RetoldError("a worker process was killed, perhaps for want of memory: try fewer --jobs") from None
        finally:
            for future in pending:
                future.cancel()


_auditor: Auditor | None = None
"""A worker process's own Auditor, made when the process starts."""


def _start(job: Job) -> None:
    global _auditor
    _auditor = Auditor(job)
    Thread(target=_end_with_parent, args=(os.getppid(),), daemon=True).start()


def _end_with_parent(parent: int) -> None:
    """Stop when the process that gives out the work is gone, however it ended."""
    while os.getppid() == parent:
        sleep(_LOOK_EVERY)
    os._exit(1)


def _work(batch: list[Row]) -> list[tuple[Result, str]]:
    assert _auditor is not None
    return [_auditor.finish(row) for row in batch]
