"""What can be seen of two texts without an encoder: the words, word stems, figures and marks they share.

Each segment becomes a bag of features; only features that both texts have count, rare ones more. The bags are dense
vectors, so that the same searches run on them as on an encoder's.
"""

from __future__ import annotations

import math
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from retold.checker.embed import numpy

if TYPE_CHECKING:
    import numpy as np

DIMENSIONS = 512
"""Columns of a bag. A text with more shared features has them hashed into as many, with signs that let chance
meetings cancel out."""

UNSPACED = r"\u0e00-\u0eff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Ranges of the scripts that leave no space between words, for a character class."""

_TOKEN = re.compile(r"\d+|[^\W\d_]+|[?!:;()\"“”„«»]")
_FIGURE = re.compile(r"\d{2,}")
_LETTERS = re.compile(r"[^\W\d_]+")
_STEM = 4
"""Letters of a word that count across languages: "minister" and "ministre" share "mini"."""
_MARKS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}


@lru_cache(maxsize=50_000)
def _feature(token: str) -> str | None:
    first = token[0]
    if first.isdigit():
        return token if token.isascii() else "".join(str(unicodedata.digit(digit, digit)) for digit in token)
    if not first.isalpha():
        return _MARKS.get(first, first)
    if token.isascii():
        folded = token.lower()
    else:
        folded = "".join(c for c in unicodedata.normalize("NFKD", token.casefold()) if not unicodedata.combining(c))
    return folded[:_STEM] if len(folded) >= _STEM or not folded.isascii() else None


def features(text: str, whole_words: bool) -> list[str]:
    """The features of one segment, in order: figures, marks and, of each word, its first letters - or, with
    `whole_words` (for two texts in one language), the word."""
    tokens = _TOKEN.findall(text)
    if whole_words:
        return [token.lower() for token in tokens]
    return [feature for feature in map(_feature, tokens) if feature is not None]


def bags(original: Sequence[str], copy: Sequence[str], same_language: bool) -> tuple[np.ndarray, np.ndarray]:
    """float32 (segments, features) of both texts: how often each shared feature stands in a segment, weighted by how
    few segments have it. Rows are not normalised: they add up to the bag of a block.

    In one language a segment's unshared words count too (in a last column of its own for each side), so that the
    cosine of two segments is their overlap and not only the agreement of what they share.
    """
    np = numpy()
    left = [Counter(features(text, same_language)) for text in original]
    right = [Counter(features(text, same_language)) for text in copy]
    spread_left, spread_right = _spread(left), _spread(right)
    total = len(left) + len(right)

    def weight(feature: str) -> float:
        return math.log(1 + total / (1 + spread_left[feature] + spread_right[feature]))

    shared = sorted(spread_left.keys() & spread_right.keys())
    column = {feature: (*place, weight(feature)) for feature, place in _places(shared).items()}
    width = min(len(shared), DIMENSIONS)
    out = []
    for side, counts in enumerate((left, right)):
        matrix = np.zeros((len(counts), width + 2), dtype=np.float32)
        for row, bag in enumerate(counts):
            alone = 0.0
            for feature, count in bag.items():
                if feature in column:
                    place, sign, value = column[feature]
                    matrix[row, place] += sign * min(count, 2) * value
                elif same_language:
                    alone += weight(feature) ** 2
            if same_language:
                matrix[row, width + side] = math.sqrt(alone)
        out.append(matrix)
    return out[0], out[1]


def _places(shared: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The column and the sign of each feature."""
    if len(shared) <= DIMENSIONS:
        return {feature: (place, 1) for place, feature in enumerate(shared)}
    hashes = {feature: zlib.crc32(feature.encode("utf-8", "surrogatepass")) for feature in shared}
    return {feature: (value % DIMENSIONS, 1 if value & 0x10000 else -1) for feature, value in hashes.items()}


def _spread(bags_of_side: Sequence[Counter[str]]) -> Counter[str]:
    return Counter(feature for bag in bags_of_side for feature in bag)


def share_anchor(one: str, other: str, same_language: bool) -> bool:
    """Whether two texts share a figure or a name; in one language, a stem: then they are about the same thing."""
    if set(map(_feature, _FIGURE.findall(one))) & set(map(_feature, _FIGURE.findall(other))):
        return True
    left, right = _LETTERS.findall(one), _LETTERS.findall(other)
    if same_language:
        stems = [{word.casefold()[:5] for word in side if len(word) >= 5} for side in (left, right)]
    else:
        stems = [{word[:5] for word in side if len(word) >= 4 and word[0].isupper()} for side in (left, right)]
    return bool(stems[0] & stems[1])
