"""Who a word of saying belongs to, and the stretch of text a subtree covers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from retold.checker.mentions.attribution import trim
from retold.checker.mentions.attribution_parse import Sentence
from retold.checker.model import Span

LONGEST_SOURCE = 45
"""Words; a longer subtree is a wrong parse, and the source is cut to its head."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CORE = frozenset({"compound", "det", "amod", "poss", "nummod", "nmod", "flat"})
_STEPS = 6


def children(token: Any, *deps: str) -> list[Any]:
    return [child for child in token.children if child.dep_ in deps]


def subject(verb: Any) -> Any | None:
    """The token that a verb's subject hangs on: its own, or the one it shares with the verb above it."""
    at = verb
    for _ in range(_STEPS):
        own = children(at, "nsubj")
        if own:
            return own[0] if own[0].lower_ not in ("it", "there") or at is not verb or not _is_empty(at) else None
        if children(at, "nsubjpass"):
            return children(at, "nsubjpass")[0] if at is not verb else None
        head = at.head
        if head.i == at.i:
            return None
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return head
        if at.dep_ in ("relcl", "acl", "csubj", "ccomp") and at.dep_ != "ccomp":
            return None
        if at.dep_ == "xcomp":
            hearer = children(head, "dobj")
            if hearer and hearer[0].i < at.i and at.tag_ == "VB":
                return hearer[0]
        if at.dep_ in ("prep", "pcomp", "xcomp", "conj", "advcl", "ccomp", "parataxis", "dep", "acomp"):
            at = head
            continue
        return None
    return None


def _is_empty(verb: Any) -> bool:
    return False


def source_span(sentence: Sentence, token: Any, floor: int = 0, ceiling: int = 1 << 60) -> Span | None:
    """The words of a source: the whole phrase with its appositions and relative clauses."""
    first, last = token.left_edge, token.right_edge
    start, end = max(sentence.start(first), floor), min(sentence.end(last), ceiling)
    if last.i - first.i >= LONGEST_SOURCE or any(mark in sentence.text[start:end] for mark in '“”"'):
        near = [child for child in token.children if child.dep_ in _CORE]
        start = min([sentence.start(child.left_edge) for child in near] + [sentence.start(token)])
        end = sentence.end(token)
    span = trim(sentence.text, start, end)
    return span if span.end > span.start else None


def runs(sentence: Sentence, tokens: Iterable[Any]) -> tuple[Span, ...]:
    """The stretches of text that tokens cover, trimmed; gaps of punctuation alone do not part them."""
    ordered = sorted(tokens, key=lambda token: token.i)
    out: list[list[Any]] = []
    for token in ordered:
        if out and all(each.is_punct or each.is_space for each in sentence.doc[out[-1][1].i + 1 : token.i]):
            out[-1][1] = token
        else:
            out.append([token, token])
    spans = [trim(sentence.text, sentence.start(first), sentence.end(last)) for first, last in out]
    return tuple(span for span in spans if span.end - span.start > 1)
