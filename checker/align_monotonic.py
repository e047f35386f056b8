"""Links that keep the order: dynamic programming over n:m blocks with skips, in time and memory linear in the text.

The cost of a block pair is vecalign's (Thompson and Koehn 2019): one minus the cosine of the pooled sides, divided by
what random pairs of this text cost, times the sizes of both sides, so that one big block is not cheaper than the small
ones it is made of; to it come the disagreement of the lengths (Gale and Church 1993) and a toll on big blocks. Long
texts are aligned coarse to fine: neighbours are pooled two by two until little is left, and each finer level only
looks near the coarser path.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from retold.checker.embed import numpy, unit_rows

if TYPE_CHECKING:
    import numpy as np

LARGEST = 4
"""Segments of one side in one link, at most."""
LARGEST_SUM = 6
"""Segments of both sides in one link, at most."""
FULL_SEARCH = 200
"""Texts of up to this many segments are searched without a band."""
RADIUS = 12
"""How far from the coarser path the finer search looks, in segments."""
SAMPLES = 48
"""Segments of the other text that stand for "a random pair"."""
CHUNK = 64
"""Rows whose costs are computed at once."""

Block = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Side:
    """What the search knows of one text: a vector per segment (the sum of vectors stands for a block) and its length
    in characters."""

    rows: np.ndarray
    lengths: np.ndarray

    def __len__(self) -> int:
        return len(self.lengths)

    def halved(self) -> Side:
        np = numpy()
        starts = np.arange(0, len(self), 2)
        return Side(np.add.reduceat(self.rows, starts, axis=0), np.add.reduceat(self.lengths, starts))


@dataclass(frozen=True)
class Weights:
    """What counts, in units of a random pair's cost: a skipped segment, the logarithm of the lengths' ratio, each
    segment that a block has beyond one on each side."""

    skip: float
    length: float
    block: float


# Tuned on Text+Berg (German-French) and, without an encoder, on Romanian and Hungarian novels: where vectors say
# little, lengths and the habit of one sentence for one must say more.
ENCODED = Weights(skip=0.9, length=0.3, block=0.0)
LEXICAL = Weights(skip=1.8, length=1.0, block=0.4)


def align(original: Side, copy: Side, weights: Weights) -> list[Block]:
    """Blocks of indexes in reading order; an empty side is a skip."""
    if not len(original) or not len(copy):
        return [((i,), ()) for i in range(len(original))] + [((), (j,)) for j in range(len(copy))]
    corners = _Search(original, copy, weights, LARGEST, _band(original, copy, weights)).corners()
    return [(tuple(range(i, k)), tuple(range(j, h))) for (i, j), (k, h) in pairwise(corners)]


def _band(original: Side, copy: Side, weights: Weights) -> tuple[Any, Any]:
    """For each number of original segments read, the first and the last number of copy segments to consider."""
    np = numpy()
    n, m = len(original), len(copy)
    if n * m <= FULL_SEARCH**2 or min(n, m) < 8:
        return np.zeros(n + 1, dtype=int), np.full(n + 1, m)
    halves = original.halved(), copy.halved()
    corners = np.array(_Search(*halves, weights, 1, _band(*halves, weights)).corners())
    low, high = np.full(n + 1, m), np.zeros(n + 1, dtype=int)
    # Every coarse step spans a rectangle of the fine grid: all its rows may use all its columns, and some more.
    for (i, j), (k, h) in pairwise(2 * corners):
        rows = slice(max(0, i - 1), min(n, k + 1) + 1)
        low[rows] = np.minimum(low[rows], j - RADIUS)
        high[rows] = np.maximum(high[rows], h + RADIUS)
    low = np.minimum.accumulate(low[::-1])[::-1].clip(0, m)
    high = np.maximum.accumulate(high).clip(0, m)
    low[0], high[n] = 0, m
    return low, high


class _Search:
    """One dynamic programme: rows are the original's segments read, columns the copy's, moves the blocks."""

    def __init__(self, original: Side, copy: Side, weights: Weights, largest: int, band: tuple[Any, Any]) -> None:
        self.n, self.m, self.weights, self.largest = len(original), len(copy), weights, largest
        self.low, self.high = (edge.tolist() for edge in band)
        sides = range(1, largest + 1)
        self.sizes = [(a, b) for a in sides for b in sides if a + b <= LARGEST_SUM]
        self.costs = _Costs(original, copy, weights, largest)
        self.choices = self._run()

    def _run(self) -> list[Any]:
        """For every row, the move that reaches each column of its band: an index into `sizes`, -1 for a skip of the
        original's segment, -2 for a skip of the copy's."""
        np = numpy()
        pad, skips = self.largest, np.arange(self.m + 1) * self.weights.skip
        # The last rows in turn; `pad` columns before the first keep every shifted slice inside.
        rows = np.full((self.largest + 1, self.m + 1 + pad), np.inf)
        choices: list[Any] = []
        for i in range(self.n + 1):
            low, high = self.low[i], self.high[i] + 1
            row = rows[i % len(rows)]
            if i >= len(rows):
                row[pad + self.low[i - len(rows)] : pad + self.high[i - len(rows)] + 1] = np.inf
            if i == 0:
                best, choice = np.full(high - low, np.inf), np.full(high - low, -2, dtype=np.int8)
                best[0] = 0.0
            else:
                best, choice = self._reach(rows, i, low, high)
            slid = np.minimum.accumulate(best - skips[low:high]) + skips[low:high]
            row[pad + low : pad + high] = slid
            choices.append(np.where(slid < best - 1e-9, np.int8(-2), choice))
        return choices

    def _reach(self, rows: Any, i: int, low: int, high: int) -> tuple[Any, Any]:
        np = numpy()
        pad, costs = self.largest, self._costs_of(i, low, high)
        reach = np.full((len(self.sizes) + 1, high - low), np.inf)
        for place, (a, b) in enumerate(self.sizes):
            if a <= i:
                np.add(rows[(i - a) % len(rows), pad - b + low : pad - b + high], costs[a - 1, b - 1], out=reach[place])
        reach[-1] = rows[(i - 1) % len(rows), pad + low : pad + high] + self.weights.skip
        choice = reach.argmin(axis=0)
        best = reach[choice, np.arange(high - low)]
        return best, np.where(choice == len(self.sizes), -1, choice).astype(np.int8)

    def _costs_of(self, i: int, low: int, high: int) -> Any:
        """(largest, largest, columns): the cost of the block that ends at row i and each column, by its size."""
        place = (i - 1) % CHUNK
        if place == 0:
            last = min(i + CHUNK - 1, self.n)
            self._from = self.low[i]
            self._chunk = self.costs.chunk(i, last, self.low[i], self.high[last] + 1)
        return self._chunk[:, :, place, low - self._from : high - self._from]

    def corners(self) -> list[tuple[int, int]]:
        """The corners of the cheapest path, from (0, 0) to (n, m)."""
        i, j, out = self.n, self.m, [(self.n, self.m)]
        while i or j:
            choice = int(self.choices[i][j - self.low[i]])
            a, b = self.sizes[choice] if choice >= 0 else ((1, 0) if choice == -1 else (0, 1))
            i, j = i - a, j - b
            out.append((i, j))
        return out[::-1]


class _Costs:
    """Costs of block pairs, from the dot products of single segments: a block's vector is a sum, so its products are
    sums too and no block is ever built."""

    def __init__(self, original: Side, copy: Side, weights: Weights, largest: int) -> None:
        self.weights, self.largest = weights, largest
        self.original, self.copy = original, copy
        self.left, self.right = _Runs(original, copy, largest), _Runs(copy, original, largest)
        self.ratio = max(1.0, float(copy.lengths.sum())) / max(1.0, float(original.lengths.sum()))

    def chunk(self, first: int, last: int, low: int, high: int) -> Any:
        """(largest, largest, rows first..last, columns low..high-1), both counted in segments read."""
        np = numpy()
        size = self.largest
        top, left = max(0, first - size), max(0, low - size)
        products = self.original.rows[top:last] @ self.copy.rows[left : max(left, high - 1)].T
        table = np.zeros((products.shape[0] + 1, products.shape[1] + 1))
        np.cumsum(np.cumsum(products, axis=0, dtype=float), axis=1, out=table[1:, 1:])
        ends, columns = np.arange(first, last + 1) - top, np.arange(low, high) - left
        starts = [np.maximum(ends - a, 0) for a in range(size + 1)]
        edges = [np.maximum(columns - b, 0) for b in range(size + 1)]
        mine, theirs = np.arange(first, last + 1) - 1, np.maximum(np.arange(low, high) - 1, 0)
        out = np.empty((size, size, len(ends), len(columns)))
        for a in range(1, size + 1):
            strip = table[ends] - table[starts[a]]
            for b in range(1, size + 1):
                dots = strip[:, columns] - strip[:, edges[b]]
                out[a - 1, b - 1] = self._cost(dots, a, b, mine, theirs)
        return out

    def _cost(self, dots: Any, a: int, b: int, mine: Any, theirs: Any) -> Any:
        np = numpy()
        left, right = self.left, self.right
        cosine = dots / (left.norms[a - 1, mine][:, None] * right.norms[b - 1, theirs][None])
        usual = left.usual[a - 1, mine][:, None] + right.usual[b - 1, theirs][None]
        length = np.abs(
            np.log(left.lengths[a - 1, mine] * self.ratio + 8)[:, None] - np.log(right.lengths[b - 1, theirs] + 8)[None]
        )
        return a * b * (2 * (1 - cosine) / (usual + 1e-6) + self.weights.length * length) + self.weights.block * (
            a * b - 1
        )


class _Runs:
    """Of every run of 1 to `largest` segments that ends at a segment: the length of its vector and in characters, and
    what a random partner from the other text costs it."""

    def __init__(self, side: Side, other: Side, largest: int) -> None:
        np = numpy()
        count = len(side)
        self.norms, self.lengths, towards = (np.zeros((largest, count)) for _ in range(3))
        sample = unit_rows(other.rows[:: max(1, len(other) // SAMPLES)].copy()).mean(axis=0)
        run, length = side.rows.copy(), side.lengths.astype(float)
        for size in range(largest):
            if 0 < size < count:
                run[size:] += side.rows[: count - size]
                length[size:] += side.lengths[: count - size]
            self.norms[size] = np.sqrt(np.einsum("ij,ij->i", run, run))
            self.lengths[size] = length
            towards[size] = run @ sample
        self.norms = np.maximum(self.norms, 1e-6)
        self.usual = 1 - towards / self.norms
