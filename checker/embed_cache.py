"""Inflated weights kept on disk between runs, so that an encoder starts in a quarter of a second."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from retold.checker.embed import numpy


def folder() -> Path:
    """Where this user's inflated weights are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "retold"


def load(cache: Path) -> dict[str, Any] | None:
    """Arrays, lists of arrays and numbers, as `save` wrote them; big arrays stay on disk until touched.

    None when there are none, or they cannot be read.
    """
    np = numpy()
    try:
        with np.load(cache / "small.npz", allow_pickle=False) as small:
            loaded = {key: small[key] for key in small.files}
        for path in cache.glob("*.npy"):
            loaded[path.stem] = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    state: dict[str, Any] = {}
    for key, value in sorted(loaded.items()):
        name, _, place = key.partition("#")
        if place:
            state.setdefault(name, []).append(value)
        else:
            state[name] = value if value.ndim else value.item()
    return state


def save(cache: Path, state: dict[str, Any]) -> None:
    """Best effort and atomic: a read-only home or a full disk only means a slower start next time."""
    import shutil
    import tempfile

    np = numpy()
    try:
        cache.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(dir=cache.parent))
    except (OSError, RuntimeError):
        return
    small: dict[str, Any] = {}
    try:
        for key, value in state.items():
            if isinstance(value, list):
                small.update({f"{key}#{place}": item for place, item in enumerate(value)})
            elif getattr(value, "nbytes", 0) > 1 << 24:
                np.save(fresh / f"{key}.npy", value)
            else:
                small[key] = value
        np.savez(fresh / "small.npz", **small)
        fresh.rename(cache)
    except OSError:
        shutil.rmtree(fresh, ignore_errors=True)
