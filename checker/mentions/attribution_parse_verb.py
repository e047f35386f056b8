"""Verbs and adjectives that report: with a clause, an infinitive, a noun, a preposition."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from retold.checker.mentions.attribution import Found
from retold.checker.mentions.attribution_parse import ATTITUDE, CLAUSE, Sentence, cue_of
from retold.checker.mentions.attribution_parse_span import going_on, whole
from retold.checker.mentions.attribution_parse_tree import children, phrase, runs, says_when, source_span, subject
from retold.checker.model import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LAST = 8
_QUESTIONS = frozenset({"WP", "WDT"})


def search(sentence: Sentence) -> Iterator[Found]:
    """The attributions of a sentence whose cue is a verb, or an adjective with its copula."""
    for token in sentence.doc:
        if token.pos_ not in ("VERB", "AUX") or token.dep_ in ("aux", "auxpass"):
            continue
        found = _read(sentence, token)
        if found is not None:
            yield found


def speakers(sentence: Sentence) -> Iterator[tuple[int, Span]]:
    """The places of verbs of saying, and whom the parse has speak them."""
    for token in sentence.doc:
        if token.pos_ == "VERB" and token.lower_ in sentence.reading.lexicon.classes:
            who = subject(sentence, token)
            source = source_span(sentence, who, token) if who is not None else None
            if source is not None:
                yield sentence.start(token), source


def before_colons(sentence: Sentence) -> Iterator[tuple[int, Span]]:
    """The places of colons behind a clause, and its subject: "He was brief: ..."."""
    for colon in (token for token in sentence.doc if token.text == ":"):
        for token in sentence.doc[: colon.i]:
            who = children(token, "nsubj") if token.tag_ in _FINITE and token.dep_ == "ROOT" else []
            source = source_span(sentence, who[0]) if who else None
            if source is not None and source.end <= sentence.start(colon):
                yield sentence.start(colon), source


def finite(sentence: Sentence) -> Iterator[int]:
    """The places of finite verbs."""
    return (sentence.start(token) for token in sentence.doc if token.tag_ in _FINITE)


def adverbials(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where prepositional phrases without a finite verb begin and end that open a clause."""
    for token in sentence.doc:
        opens = token.dep_ == "prep" and token.pos_ == "ADP" and token.left_edge.i == token.i < token.head.i
        if opens and not any(each.tag_ in _FINITE for each in token.subtree):
            yield sentence.start(token), sentence.end(token.right_edge)


def dumb(sentence: Sentence) -> Iterator[int]:
    """The places of words that do not report: no verbs, verbs of another sense ("show up"), or with an object only.

    A short clause at the end is often parsed wrongly ("..., the chamber estimates"), so there only the sense tells.
    """
    last = len(sentence.doc) - _LAST
    for token in sentence.doc:
        if children(token, "prt") or (token.i < last and not _may_report(token)):
            yield sentence.start(token)


def _may_report(token: Any) -> bool:
    if token.pos_ not in ("VERB", "AUX") or token.dep_ == "amod" or (token.dep_ == "acl" and token.tag_ == "VBN"):
        return False
    return not children(token, "dobj") or bool(children(token, "ccomp", "xcomp"))


def _read(sentence: Sentence, verb: Any) -> Found | None:
    passive = children(verb, "nsubjpass", "auxpass")
    if passive:
        return _passive(sentence, verb)
    who = subject(sentence, verb)
    if who is None:
        return None
    content, name = _content(sentence, verb, who)
    if not content:
        return None
    return _found(sentence, verb, who, content, name)


def _found(sentence: Sentence, verb: Any, who: Any, tokens: list[Any], name: str) -> Found | None:
    clause = _reporting(sentence, verb, who, tokens)
    content = runs(sentence, (token for token in tokens if token.i not in clause))
    source = source_span(sentence, who, verb)
    if not content or source is None:
        return None
    content = tuple(dict.fromkeys(whole(sentence.reading, span) for span in content))
    after = going_on(sentence.reading, sentence.segment, max(span.end for span in content))
    return Found(cue_of(sentence, verb, name, content), source, content, after, states=name == CLAUSE)


def _reporting(sentence: Sentence, verb: Any, who: Any, tokens: list[Any]) -> set[int]:
    """Places of the reporting clause's own words, and of the next that takes it up: "..., adding that"."""
    inside = set() if verb.is_ancestor(who) else {token.i for token in verb.subtree}
    own = {token.i for token in who.subtree if token.i not in inside} | {verb.i}
    own |= {child.i for child in verb.children if child.dep_ in ("aux", "neg", "advmod")}
    for token in tokens:
        if token.dep_ == "advcl" and token.tag_ == "VBG" and token.lower_ in sentence.reading.lexicon.classes:
            own |= {each.i for each in token.subtree}
    return own


def _content(sentence: Sentence, verb: Any, who: Any) -> tuple[list[Any], str]:
    frames, lemma = sentence.frames, verb.lemma_.lower()
    for clause in children(verb, "ccomp"):
        if _is_statement(clause) and lemma not in frames.no_report and _reports(sentence, verb, clause):
            return list(clause.subtree), CLAUSE
    if lemma in frames.infinitive:
        for clause in children(verb, "xcomp"):
            if _has_to(clause) or clause.tag_ == "VBG":
                return phrase(clause), ATTITUDE
    if lemma in frames.person_infinitive:
        for clause in children(verb, "xcomp", "ccomp"):
            if _has_to(clause):
                person = children(verb, "dobj")
                return [token for each in (*person, clause) for token in each.subtree], ATTITUDE
    for prep in children(verb, "prep", "agent"):
        if f"{lemma} {prep.lower_}" in frames.preposition and not says_when(sentence, prep):
            got = children(prep, "pobj", "pcomp")
            if got:
                return [token for each in got for token in phrase(each)], ATTITUDE
    if lemma in frames.object:
        got = children(verb, "dobj", "oprd")
        if got and got[0].tag_ not in _QUESTIONS:
            rest = [prep for prep in children(verb, "prep") if _goes_with(sentence, prep, got[0])]
            return [token for each in (*got, *rest) for token in phrase(each)], ATTITUDE
    if lemma in frames.copula:
        return _adjective(sentence, verb), ATTITUDE
    return [], ""


def _goes_with(sentence: Sentence, prep: Any, noun: Any) -> bool:
    """Whether a phrase behind a noun belongs to what is said of it: "a ban on cars", "called it a gift to the rich"."""
    if prep.lower_ in sentence.frames.comparison:
        return bool(prep.i > noun.i)
    return bool(prep.i == noun.right_edge.i + 1) and not says_when(sentence, prep)


def _adjective(sentence: Sentence, verb: Any) -> list[Any]:
    for adjective in children(verb, "acomp"):
        if adjective.lower_ in sentence.frames.adjective:
            for clause in children(adjective, "ccomp", "xcomp"):
                return list(clause.subtree)
    return []


def _reports(sentence: Sentence, verb: Any, clause: Any) -> bool:
    """Whether a verb is known to report, or a "that" says so; a bare clause after another verb is a wrong parse."""
    lexicon = sentence.reading.lexicon
    if verb.lower_ in lexicon.classes or verb.lemma_.lower() in sentence.frames.clause:
        return True
    return clause.i > verb.i and any(lexicon.that.fullmatch(child.lower_) for child in children(clause, "mark"))


def _is_statement(clause: Any) -> bool:
    """Whether a complement is a clause with a finite verb, or a fragment in quotation marks."""
    if clause.tag_ in _FINITE or any(
        child.tag_ in _FINITE for child in clause.children if child.dep_.startswith("aux")
    ):
        return True
    return any(child.tag_ in _FINITE for child in children(clause, "conj", "cop"))


def _has_to(clause: Any) -> bool:
    return any(child.tag_ == "TO" for child in children(clause, "aux"))


def _passive(sentence: Sentence, verb: Any) -> Found | None:
    """ "was rejected by X": the agent is the source, the subject the content."""
    agents = [pobj for agent in children(verb, "agent") for pobj in children(agent, "pobj")]
    subjects = children(verb, "nsubjpass")
    if agents and subjects and verb.lemma_.lower() in sentence.frames.object:
        return _found(sentence, verb, agents[0], list(subjects[0].subtree), ATTITUDE)
    if subjects and verb.lower_ in sentence.frames.adjective:
        for child in verb.children:
            if child.dep_ in ("ccomp", "xcomp"):
                return _found(sentence, verb, subjects[0], list(child.subtree), ATTITUDE)
            if child.dep_ in ("prep", "agent"):
                got = [token for each in children(child, "pobj", "pcomp") for token in each.subtree]
                if got:
                    return _found(sentence, verb, subjects[0], got, ATTITUDE)
    return None
