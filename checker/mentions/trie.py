"""One pattern for many words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any


def trie(words: Iterable[str], first: str = "") -> str:
    """A pattern that matches the longest of the words: their beginnings are written once, for one branch a letter is
    fast. It matches nothing where there are none. `first` is a pattern to stand after the first letter.
    """
    root: dict[str, Any] = {}
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    if not root:
        return r"(?!)"
    if not first:
        return _branch(root)
    return "|".join(re.escape(letter) + first + _branch(rest) for letter, rest in sorted(root.items()))


def _branch(node: Mapping[str, Any]) -> str:
    ends = "" in node
    branches = [re.escape(letter) + _branch(rest) for letter, rest in sorted(node.items()) if letter]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
