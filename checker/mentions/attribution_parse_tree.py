"""Who a word of saying belongs to, and the stretch of text a subtree covers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from retold.checker.mentions.attribution import trim
from retold.checker.mentions.attribution_parse import Sentence
from retold.checker.model import Span

LONGEST_SOURCE = 45
"""Words; a longer subtree is a wrong parse, and the source is cut to its head."""

_SHARING = frozenset({"prep", "pcomp", "xcomp", "conj", "advcl", "ccomp", "parataxis", "dep", "acomp"})
"""Relations to the verb above that let a verb without a subject take that verb's."""

_CORE = frozenset({"compound", "det", "amod", "poss", "nummod", "nmod", "flat"})
_COMMENTS = frozenset({"relcl", "appos", "acl", "advcl"})
_STEPS = 6


def children(token: Any, *deps: str) -> list[Any]:
    return [child for child in token.children if child.dep_ in deps]


def subject(sentence: Sentence, verb: Any) -> Any | None:
    """The token that a verb's subject hangs on: its own, or the one it shares with the verb above it."""
    at = verb
    for _ in range(_STEPS):
        own = children(at, "nsubj") or (children(at, "nsubjpass") if at is not verb else [])
        if own and not sentence.is_quoted(own[-1]):
            return own[-1]  # "a plan which she said was good" has two
        head = at.head
        if at.dep_ == "acl" and at.tag_ == "VBG":
            return _issuer(sentence, head) or head
        if head.i == at.i or at.dep_ not in _SHARING:
            return None
        if at.dep_ == "advcl" and at is verb and at.tag_ == "VBG" and at.i > head.i:
            head = _reporter(sentence, head)
        if at.dep_ == "xcomp" and at.tag_ == "VB":
            hearer = children(head, "dobj")
            if hearer and hearer[0].i < at.i:
                return hearer[0]
        at = head
    return None


def _issuer(sentence: Sentence, noun: Any) -> Any | None:
    """Who makes the statement that a noun is: "the firm" in "the firm issued a statement saying"."""
    verb, frames = noun.head, sentence.frames
    if noun.dep_ == "dobj" and noun.lemma_.lower() in frames.noun and verb.lemma_.lower() in frames.support:
        return subject(sentence, verb)
    return None


def _reporter(sentence: Sentence, verb: Any) -> Any:
    """The verb of saying whose clause a verb is in, else the verb: "She said it rained, adding ..." is hers to add."""
    above = verb.head
    reports = above.i != verb.i and above.lower_ in sentence.reading.lexicon.classes
    return above if verb.dep_ == "ccomp" and reports else verb


def source_span(sentence: Sentence, token: Any, verb: Any = None) -> Span | None:
    """The words of a source: the phrase with its appositions and relative clauses, up to a verb inside it."""
    first, last = token.left_edge.i, _phrase_end(sentence, token)
    if verb is not None and token.i < verb.left_edge.i <= last:
        last = verb.left_edge.i - 1
    start, end = sentence.start(sentence.doc[first]), sentence.end(sentence.doc[last])
    if last - first >= LONGEST_SOURCE or _touches_speech(sentence, start, end):
        near = [child for child in token.children if child.dep_ in _CORE]
        start = min([sentence.start(child.left_edge) for child in near] + [sentence.start(token)])
        end = sentence.end(token)
    while sentence.text[start : start + 1] in "-•* " and start < end:
        start += 1
    span = trim(sentence.text, start, end)
    return span if span.end > span.start else None


def _touches_speech(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch holds speech or a part of a quotation: a title in quotation marks is part of a source."""
    quote = sentence.reading.quote_from(start)
    return quote is not None and quote.start < end and (quote.is_speech or quote.end > end + 1)


def _phrase_end(sentence: Sentence, token: Any) -> int:
    """The last token of a phrase, before what says when: "Ms Reed on Monday"."""
    last = int(token.right_edge.i)
    for each in token.subtree:
        begin = each.left_edge.i
        if token.i < begin <= last and each.head.i == token.i and says_when(sentence, each):
            last = min(last, begin - 1)
    return max(last, int(token.i))


def says_when(sentence: Sentence, token: Any) -> bool:
    """Whether a phrase tells a time: "on Monday"."""
    nouns = children(token, "pobj") if token.dep_ == "prep" else [token] if token.dep_ == "npadvmod" else []
    has = sentence.reading.lexicon.has
    return any(has("time_nouns", noun.lower_) and (noun.text.islower() or has("times", noun.lower_)) for noun in nouns)


def phrase(token: Any) -> list[Any]:
    """The words of a phrase, without what only comments on it behind a comma: "the bill, which failed"."""
    left_out: set[int] = set()
    for each in token.subtree:
        begin = each.left_edge.i
        if each.dep_ in _COMMENTS and begin > token.i and token.doc[begin - 1].text == ",":
            left_out |= {inner.i for inner in each.subtree}
    return [each for each in token.subtree if each.i not in left_out]


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
