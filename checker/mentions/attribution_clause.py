"""Attribution in languages that set the source beside the verb of saying.

A cue ends a reporting clause that follows what was said ("..., X said", `trailing`), or introduces what was said
("X said that ...", `leading`), or belongs to a phrase ("according to X", attribution_phrase).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from retold.checker.mentions.attribution import Cue, Found, Reading, count, trim, within_reach
from retold.checker.mentions.attribution_content import (
    content_after,
    content_before,
    continuation,
    has_object,
    rest_after,
)
from retold.checker.mentions.attribution_lexicon import AFTER, BEFORE, OWN
from retold.checker.mentions.attribution_phrase import according, inside, nominal
from retold.checker.mentions.attribution_spans import (
    FIRST_WORD,
    LAST_WORD,
    LONGEST_SOURCE,
    clause_end,
    late_subject,
    opens_aside,
    source_before,
    strip_forward,
    subject_of,
)
from retold.checker.mentions.attribution_verb import Clause
from retold.checker.model import Segment, Span

_INVERTED_PRONOUN = re.compile(r"-(?:t-)?(\w+)")
_OPEN_END = frozenset(",—–-\"”»›’'“」』，،")


def search(reading: Reading, segment: Segment, cues: list[Cue]) -> Iterator[Found]:
    """The attributions of one sentence."""
    last_source: Span | None = None
    taken = 0
    for index, cue in enumerate(cues):
        following = cues[index + 1] if index + 1 < len(cues) else None
        near = within_reach(segment, cue.start)
        if cue.start < taken:  # "según explicó el ministro"
            continue
        if cue.inside:
            found = inside(reading, cue)
        elif cue.name in (BEFORE, AFTER, OWN):
            found = according(reading, near, cue)
            taken = _taken(reading, found) if found is not None else taken
        else:
            found = _read(Clause(reading, near, cue, following, last_source))
        if found is not None:
            found = _before_citation(reading, found, cues)
            last_source = found.source or last_source
            yield found
    yield from nominal(reading, segment)


def _before_citation(reading: Reading, found: Found, cues: list[Cue]) -> Found:
    """The source without the citation behind it: "CNN, citing two officials," is CNN."""
    source = found.source
    if source is None or found.cue.name in (BEFORE, AFTER, OWN) or not reading.lexicon.marks_clauses:
        return found
    cited = next((cue.start for cue in cues if cue.name == BEFORE and source.start < cue.start < source.end), None)
    if cited is None:
        return found
    return replace(found, source=trim(reading.text, source.start, cited))


def _taken(reading: Reading, found: Found) -> int:
    """How far a phrase like "according to" has used up the verbs behind it: "según explicó el ministro", 据警方称."""
    if not reading.lexicon.spaced and found.content[0].start > found.cue.end:
        return found.content[0].start
    return found.source.start if found.source is not None else 0


def _read(clause: Clause) -> Found | None:
    if clause.is_passive() or clause.is_noun():
        return None
    if clause.words.has("impersonal", clause.cue.form):
        return _impersonal(clause)
    if clause.is_progressive() and not clause.is_helped:
        bare = clause.is_bare() and clause.heir is not None
        return leading(clause, clause.heir if bare else subject_of(clause.reading, clause.floor, clause.left))
    found = comparing(clause) or trailing(clause)
    if found is not None or clause.words.has("closing_only", clause.cue.form):
        return found
    if clause.is_joined():
        return leading(clause, clause.heir)
    shared = clause.first_subject()
    if shared is not None:
        return leading(clause, shared)
    if clause.is_bare() or clause.has_adverbial_first():
        return leading(clause, None, inverted=True)
    subject = clause.subject_of_participle() or source_before(clause.reading, clause.floor, clause.left)
    source = _without_aside(clause, subject)
    if source is None:
        return leading(clause, None) if subject is not None and clause.words.drops_subject else None
    if clause.words.has("nounlike", clause.cue.form) and not clause.is_somebody(source):
        return None
    return None if has_object(clause) else leading(clause, source)


def _without_aside(clause: Clause, source: Span | None) -> Span | None:
    """A source before its verb, less the when and where it may begin with: "W sobotę Nowak", "Dzień wcześniej"."""
    if source is None or clause.words.clause_follows:
        return source
    words = FIRST_WORD.findall(clause.low, source.start, source.end)
    if words and opens_aside(clause.reading, source.start, source.end):
        return late_subject(clause.reading, source.start, source.end)
    empty = all(clause.words.has("breaks", word) or clause.words.has("adverbs", word) for word in words)
    return None if empty and not any(clause.words.has("pronouns", word) for word in words) else source


def _impersonal(clause: Clause) -> Found | None:
    """A cue with a subject of its own that is nobody: "heißt es in dem Bericht", "In dem Bericht heißt es, ..."."""
    behind = _named_place(clause, clause.cue.end, clause.run)
    if clause.follows_quote(clause.left) or clause.low[clause.floor : clause.left].rstrip()[-1:] in (",", "—", "–"):
        content = content_before(clause, clause.left)
        if content is not None:
            return Found(clause.cue, behind, (content,), continuation(clause, clause.run))
    contents = content_after(clause)
    if not contents:
        return None
    return Found(clause.cue, _named_place(clause, clause.floor, clause.left) or behind, contents[:1], contents[1:])


def _named_place(clause: Clause, start: int, end: int) -> Span | None:
    """What a phrase of place names: the report of "in dem Bericht"."""
    first = FIRST_WORD.match(clause.low, start, end)
    if first is None or not clause.words.has("adjuncts", first.group(1)):
        return None
    span = trim(clause.text, first.end(), end)
    words = clause.text[span.start : span.end].split()
    named = clause.words.reports_inside_quotes or (bool(words) and words[-1][:1].isupper())
    return span if 0 < len(words) <= LONGEST_SOURCE and named else None


def trailing(clause: Clause) -> Found | None:
    """The attribution of a clause that stands behind or inside what it reports: `..., said X`."""
    if clause.is_bare() or clause.has_manner_first() or clause.stands_alone():
        source = _clitic(clause) or _source_after(clause)
        start = clause.floor if clause.has_manner_first() and not clause.is_bare() else clause.left
        if source is None and _is_subjectless(clause):
            return _without_subject(clause)
    else:
        source = source_before(clause.reading, clause.floor, clause.left)
        if (
            source is None
            or clause.words.has("as_words", clause.low[source.start : source.end])
            or not (clause.is_closed() or _ends_a_quote(clause, source.start))
        ):
            return None
        start = source.start
        if clause.words.verb_second and not _is_compared(clause, start):
            return None
    if source is None:
        return None
    weak = clause.words.marks_clauses and clause.words.has("weak", clause.cue.form)
    if weak and not clause.follows_quote(start) and not clause.names_somebody(source):
        return None  # what follows is an object: "..., выразил надежду"
    if not clause.words.spaced and clause.run < clause.segment.end - 2 and not clause.follows_quote(start):
        return None  # "..., the mayor said, ..." goes on with what he said
    gap = clause.low[clause.floor : start].rstrip()
    word = LAST_WORD.search(gap)
    if word is not None and clause.words.has("as_words", word.group()):
        start = clause.floor + word.start()
        gap = gap[: word.start()].rstrip()
        opens = clause.floor == clause.segment.start and len(gap.split()) <= 1
        if opens and clause.low[clause.run : clause.run + 1] in (",", "،"):
            contents = clause.statement(clause.run + 1)
            return Found(clause.cue, source, contents) if contents else None
    if gap and gap[-1] not in _OPEN_END:
        return None
    if not gap and clause.quoted is None:
        return None
    if not clause.follows_quote(start) and clause.introduces_quote():
        return None
    content = content_before(clause, start)
    if content is None:
        return None
    end = max(clause.run, source.end)
    rest = rest_after(clause, end) if not clause.follows_quote(start) else ()
    return Found(clause.cue, source, (content, *rest), continuation(clause, end))


def _is_compared(clause: Clause, start: int) -> bool:
    """Whether "wie" or the like stands before the clause: where verbs stand second, only then does its subject lead."""
    word = LAST_WORD.search(clause.low[clause.floor : start].rstrip())
    return word is not None and clause.words.has("as_words", word.group())


def comparing(clause: Clause) -> Found | None:
    """The attribution of a clause of comparison that opens the sentence: "As the mayor told us, ..."."""
    first = FIRST_WORD.match(clause.low, clause.segment.start, clause.cue.start)
    if first is None or clause.words.clause_follows or not clause.words.has("as_words", first.group(1)):
        return None
    lead = clause.low[first.end() : clause.left]
    ends = clause.low[clause.run : clause.run + 1]
    if clause.floor > clause.segment.start or "," in lead or ends not in (",", ":"):
        return None
    source = _source_after(clause, described=False)
    if source is None and lead.strip():
        source = trim(clause.text, first.end(), clause.left)
    if source is None and not clause.words.drops_subject:
        return None
    contents = clause.statement(clause.run + 1) if ends == "," else content_after(clause)
    return Found(clause.cue, source, contents[:1], contents[1:]) if contents else None


def _is_subjectless(clause: Clause) -> bool:
    """Whether the verb alone tells who speaks, behind what was said: "...," dodal."""
    if not clause.words.drops_subject or clause.cue.name == "thinking" or not clause.is_closed():
        return False
    if clause.follows_quote(clause.left):
        return True
    ends = clause.run >= clause.segment.end - 2 or clause.low[clause.cue.end : clause.cue.end + 1] == ","
    return ends and clause.low[clause.floor : clause.left].rstrip()[-1:] in (",", "—", "–")


def _without_subject(clause: Clause) -> Found | None:
    content = content_before(clause, clause.left)
    if content is None:
        return None
    rest = rest_after(clause, clause.run) if not clause.follows_quote(clause.left) else ()
    return Found(clause.cue, clause.heir, (content, *rest), continuation(clause, clause.run))


def _ends_a_quote(clause: Clause, start: int) -> bool:
    """Whether the clause follows a quotation that waits for it: "...," she said months later."""
    quote = clause.quoted
    if quote is None or quote.end <= clause.segment.start or not clause.follows_quote(start):
        return False
    waits = clause.text[quote.end - 2 : quote.end - 1] in tuple(",?!") or clause.text[quote.end : quote.end + 1] == ","
    return waits and not clause.words.that.match(clause.low, clause.cue.end + 1)


def _clitic(clause: Clause) -> Span | None:
    """A pronoun joined to the verb: "explique-t-il", "a-t-il ajouté"."""
    behind = _INVERTED_PRONOUN.match(clause.low, clause.cue.end)
    if behind is not None and clause.words.has("pronouns", behind.group(1)):
        return Span(behind.start(1), behind.end(1))
    helper = clause.low[clause.left : clause.cue.start].rstrip()
    pronoun = helper[helper.rfind("-") + 1 :]
    if "-" not in helper or not clause.words.has("pronouns", pronoun):
        return None
    end = clause.left + len(helper)
    return Span(end - len(pronoun), end)


def _source_after(clause: Clause, described: bool = True) -> Span | None:
    end = clause.run
    apposed = clause_end(clause.reading, end + 1, clause.segment.end) if clause.low[end : end + 1] == "," else end
    rest = clause.low[end + 1 : apposed]
    first = FIRST_WORD.match(rest)
    if (
        described
        and first
        and apposed >= clause.segment.end - 2
        and len(rest.split()) < 22
        and _describes(clause, first.group(1))
    ):
        end = apposed
    span = strip_forward(clause.reading, clause.behind, end)
    if opens_aside(clause.reading, clause.behind, end):
        late = late_subject(clause.reading, clause.behind, end)
        span = late or (None if clause.words.drops_subject else span)
    if span is None or count(clause.words, clause.text[span.start : span.end]) > LONGEST_SOURCE:
        return None
    return span


def _describes(clause: Clause, word: str) -> bool:
    """Whether a word after "said Reed," begins a description of Reed, and does not go on with the report."""
    if any(clause.words.has(key, word) for key in ("articles", "relatives")):
        return True
    goes_on = word in clause.words.classes or any(clause.words.has(key, word) for key in ("joins", "breaks"))
    return clause.follows_quote(clause.left) and not goes_on


def leading(clause: Clause, source: Span | None, inverted: bool = False) -> Found | None:
    """The attribution of a clause that stands before what it reports: `X said that ...`; `inverted`: `said X: ...`."""
    contents = content_after(clause)
    if not contents:
        return None
    if inverted:
        source = _subject_between(clause, min(contents[0].start, clause.run))
        quoted = clause.reading.quote_around(contents[0].start) is not None
        if source is None and (quoted or clause.words.drops_subject):
            return Found(clause.cue, clause.heir, contents[:1], contents[1:])
        if source is None or count(clause.words, clause.text[source.start : source.end]) > LONGEST_SOURCE:
            return None
    return Found(clause.cue, source, contents[:1], contents[1:])


def _subject_between(clause: Clause, end: int) -> Span | None:
    """The subject between a verb and what it introduces; none where only when, where or to whom stands there."""
    if clause.words.drops_subject and opens_aside(clause.reading, clause.behind, end):
        return late_subject(clause.reading, clause.behind, end)
    return strip_forward(clause.reading, clause.behind, end)
