"""Links in any order, for rewrites: a rewrite moves, merges and drops.

Every segment of the copy looks for the run of one to three neighbouring segments of the original that supports it
best; what of the original no segment of the copy leant on must find a sure match of its own in the copy. One segment
may support many. What finds none stands alone: an addition, or an omission.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from retold.checker.embed import numpy, unit_rows

if TYPE_CHECKING:
    import numpy as np

    from retold.checker.align_monotonic import Block

WINDOW = 3
"""Segments that may support one segment of the other side together."""
TOLL = 0.04
"""What each further segment of the window must add to the cosine."""
CHUNK = 512

# The least cosine of a support: with an encoder (its vectors and the shared words together), or of shared words
# alone; in one language, and between two.
_LEAST = {(True, True): 0.42, (True, False): 0.36, (False, True): 0.22, (False, False): 0.30}
_SURE = {(True, True): 0.60, (True, False): 0.55, (False, True): 0.45, (False, False): 0.60}


def threshold(encoded: bool, same_language: bool, sure: bool = False) -> float:
    """The least cosine for a link; with `sure`, for a match that tells where a segment comes from."""
    return (_SURE if sure else _LEAST)[encoded, same_language]


def align(original: np.ndarray, copy: np.ndarray, least: float, sure: float) -> list[Block]:
    """Blocks of row indexes, ordered by the original, additions last; sides may overlap between blocks.

    `least` is the cosine that the copy's segments need for their support. What no segment leant on needs `sure`: a
    rewrite leaves out by design, and a sentence that is only about the same thing does not tell it.
    """
    supports: dict[tuple[int, ...], list[int]] = {}
    for j, window in _supported(copy, original, least):
        supports.setdefault(window, []).append(j)
    blocks: set[Block] = {(window, tuple(copies)) for window, copies in supports.items()}
    told = {i for window in supports for i in window}
    rest = [i for i in range(len(original)) if i not in told]
    if rest:
        blocks |= {((rest[place],), window) for place, window in _supported(original[rest], copy, sure)}
    linked_original = {i for a, _ in blocks for i in a}
    linked_copy = {j for _, b in blocks for j in b}
    blocks |= {((i,), ()) for i in range(len(original)) if i not in linked_original}
    blocks |= {((), (j,)) for j in range(len(copy)) if j not in linked_copy}
    return sorted(blocks, key=lambda block: (not block[0], block))


def best_places(original: np.ndarray, copy: np.ndarray, least: float) -> list[int]:
    """For each row of the copy that has a match of at least this cosine, in order, the original's row it matches."""
    return [window[0] for _, window in _supported(copy, original, least, size=1)]


def _supported(
    claims: np.ndarray, evidence: np.ndarray, least: float, size: int = WINDOW
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """(row of `claims`, the window of `evidence` that supports it best), where the cosine reaches `least`."""
    np = numpy()
    windows = list(_windows(evidence, size))
    claims = unit_rows(claims.copy())
    for start in range(0, len(claims), CHUNK):
        some = claims[start : start + CHUNK]
        best = np.full(len(some), -np.inf)
        where = np.zeros((len(some), 2), dtype=int)
        for length, rows in enumerate(windows, start=1):
            cosine = some @ rows.T - TOLL * (length - 1)
            at = cosine.argmax(axis=1)
            value = cosine[np.arange(len(some)), at]
            better = value > best + 1e-6
            best[better] = value[better]
            where[better] = np.stack([at, np.full(len(some), length)], axis=1)[better]
        for place in np.flatnonzero(best >= least).tolist():
            first, length = where[place].tolist()
            yield start + place, tuple(range(first, first + length))


def _windows(rows: np.ndarray, size: int) -> Iterator[Any]:
    run = rows.copy()
    yield unit_rows(run.copy())
    for length in range(1, min(size, len(rows))):
        run = run[:-1] + rows[length:]
        yield unit_rows(run.copy())
