"""Nouns that report: "the claim that ...", "his criticism of ...", "made a promise to ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from retold.checker.mentions.attribution import Found
from retold.checker.mentions.attribution_lexicon import BEFORE
from retold.checker.mentions.attribution_parse import ATTITUDE, CLAUSE, Sentence, cue_of
from retold.checker.mentions.attribution_parse_tree import children, runs, source_span, subject
from retold.checker.model import Span


def search(sentence: Sentence) -> Iterator[Found]:
    """The attributions of a sentence whose cue is a noun, and "according to"."""
    for token in sentence.doc:
        if token.pos_ == "NOUN" and token.lemma_.lower() in sentence.frames.noun:
            found = _read(sentence, token)
            if found is not None:
                yield found


def phrases(sentence: Sentence) -> Iterator[tuple[int, Span]]:
    """Where "according to" and the like stand, and whom they name."""
    for token in sentence.doc:
        if token.dep_ != "prep" or sentence.reading.lexicon.classes.get(_phrase(token)) != BEFORE:
            continue
        for prep in (token, *children(token, "prep")):
            for pobj in children(prep, "pobj"):
                source = source_span(sentence, pobj)
                if source is not None:
                    yield sentence.start(token), source


def _phrase(token: Any) -> str:
    following = token.doc[token.i + 1 : token.i + 2]
    return " ".join((token.lower_, *(each.lower_ for each in following)))


def _read(sentence: Sentence, noun: Any) -> Found | None:
    who = _owner(sentence, noun)
    if who is None:
        return None
    content, name = _content(sentence, noun)
    spans = runs(sentence, content)
    source = source_span(sentence, who)
    if not spans or source is None:
        return None
    return Found(cue_of(sentence, noun, name, spans), source, spans[:1], spans[1:], states=False)


def _owner(sentence: Sentence, noun: Any) -> Any | None:
    for owner in children(noun, "poss"):
        return owner
    for prep in children(noun, "prep"):
        if prep.lower_ in sentence.frames.author_preposition:
            for pobj in children(prep, "pobj"):
                return pobj
    verb = noun.head
    if noun.dep_ == "dobj" and verb.pos_ == "VERB" and verb.lemma_.lower() in sentence.frames.support:
        return subject(sentence, verb)
    return None


def _content(sentence: Sentence, noun: Any) -> tuple[list[Any], str]:
    for clause in children(noun, "acl", "ccomp", "relcl"):
        if clause.dep_ != "relcl" and any(child.dep_ == "mark" for child in clause.children):
            return list(clause.subtree), CLAUSE
        if clause.dep_ == "acl" and any(child.tag_ == "TO" for child in children(clause, "aux")):
            return list(clause.subtree), ATTITUDE
    for prep in children(noun, "prep"):
        if prep.lower_ in sentence.frames.noun_preposition:
            got = [token for each in children(prep, "pobj", "pcomp") for token in each.subtree]
            if got:
                return got, ATTITUDE
    return [], ""
