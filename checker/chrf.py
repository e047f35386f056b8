"""chrF2 of one segment (Popović 2015), the same value as sacrebleu's defaults in a quarter of the time.

It is the one metric that every same-language pair of a large audit pays for. A test compares it with sacrebleu.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from retold.checker.embed import numpy

ORDER = 6
BETA_SQUARED = 4
_BASE = 0x9E3779B97F4A7C15
"""Odd multiplier of the rolling hash, modulo 2**64 (the golden ratio's bits)."""
_ORDER_SHIFT = 61


@lru_cache(maxsize=1)
def _bits() -> tuple[Any, Any]:
    np = numpy()
    return np.uint64(_BASE), np.uint64((1 << _ORDER_SHIFT) - 2)


def chrf(copy: str, reference: str) -> float:
    """0-100. White space does not count; n-grams of 1 to 6 characters, recall counted twice as much as precision."""
    copy, reference = "".join(copy.split()), "".join(reference.split())
    orders = min(ORDER, len(copy), len(reference))
    if not orders:
        return 0.0
    matches = _matches(copy, reference, orders)
    precision = sum(matches[n] / (len(copy) - n + 1) for n in range(1, orders + 1)) / orders
    recall = sum(matches[n] / (len(reference) - n + 1) for n in range(1, orders + 1)) / orders
    if not precision + recall:
        return 0.0
    return 100 * (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall)


def _matches(copy: str, reference: str, orders: int) -> list[int]:
    """How many n-grams both texts have, each as often as in the text that has it less often, by order.

    All n-grams of both texts become numbers, their order in the highest bits and their side in the lowest, and one
    sort brings equal ones together.
    """
    np = numpy()
    base, middle = _bits()
    codes = np.frombuffer((copy + reference).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    codes += np.uint64(1)
    rolled, keys = codes, []
    for n in range(1, orders + 1):
        if n > 1:
            rolled = rolled[:-1] * base + codes[n - 1 :]
        marked = (rolled * base & middle) | np.uint64(n << _ORDER_SHIFT)
        marked[len(copy) :] |= np.uint64(1)
        keys += [marked[: len(copy) - n + 1], marked[len(copy) :]]
    sorted_keys = np.sort(np.concatenate(keys))
    grams = sorted_keys >> np.uint64(1)
    starts = np.flatnonzero(np.concatenate([[True], grams[1:] != grams[:-1]]))
    theirs = np.add.reduceat((sorted_keys & np.uint64(1)).astype(np.int64), starts)
    total = np.diff(np.concatenate([starts, [len(grams)]]))
    order = (sorted_keys[starts] >> np.uint64(_ORDER_SHIFT)).astype(np.int64)
    counted = np.bincount(order, weights=np.minimum(theirs, total - theirs), minlength=orders + 1)
    return [int(count) for count in counted]
