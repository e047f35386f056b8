"""Where a source, a clause, a run of helping words begins and ends around a cue."""

from __future__ import annotations

import re

from retold.checker.mentions.attribution import Reading, count, trim
from retold.checker.mentions.attribution_lexicon import Lexicon
from retold.checker.model import Span

LONGEST_SOURCE = 16
"""Words; a longer stretch beside a cue is a clause, not a source."""

_COUNTED_WITHIN = 40
"""Characters before a noun in which the figure that counts it stands."""

LAST_WORD = re.compile(r"[^\W_][\w'’.\-]*\.?$")
FIRST_WORD = re.compile(r"[\s，]*([\w'’\-]+)")
WORDS = re.compile(r"[\w'’\-]+")

_CLAUSE_MARK = r"[,:](?!\d)|[;—–()\[\]\n،؛：；，、（）]"
_CLAUSE_END = re.compile(rf"{_CLAUSE_MARK}|[!?…。！？؟।]|\.\Z")
_CLAUSE_START = re.compile(_CLAUSE_MARK)
_CAPITALISED = re.compile(r"\s*((?:[Tt]he |A |An )?(?:[A-Z][\w.'’\-]*(?: (?:of|the|and|for|de) (?=[A-Z])| )?)+)")


def clause_end(reading: Reading, start: int, end: int) -> int:
    """The first clause mark, full stop at the end, or quotation after a place."""
    quote = reading.statement_from(start)
    if quote is not None:
        end = min(end, quote.start)
    match = _CLAUSE_END.search(reading.text, start, max(start, end))
    return match.start() if match else max(start, end)


def clause_start(text: str, floor: int, end: int) -> int:
    """The place after the last clause mark before a place."""
    start = floor
    for match in _CLAUSE_START.finditer(text, floor, end):
        start = match.end()
    return start


def strip_back(low: str, start: int, end: int, words: Lexicon) -> int:
    """The place before the helping verbs and adverbs that stand right before a cue."""
    if not words.spaced:
        return _strip_back_unspaced(low, start, end, words)
    while True:
        while end > start and low[end - 1] in " \u00a0\t\n":
            end -= 1
        begin = low.rfind(" ", max(start, end - 40), end) + 1 or max(start, end - 40)
        if low[begin:end] not in words.helpers:
            return end
        end = begin


def _strip_back_unspaced(low: str, start: int, end: int, words: Lexicon) -> int:
    for _ in range(4):
        floor = max(start, end - 30)
        match = words.lead.search(low[floor:end].rstrip())
        if match is None or floor + match.start() <= start:
            break
        end = floor + match.start()
    return end


def strip_forward(reading: Reading, start: int, end: int) -> Span | None:
    """A source after its cue: the stretch up to the first word that says when, where or how."""
    words = reading.lexicon
    span = trim(reading.text, start, end)
    taken = span.start
    matches = list(WORDS.finditer(reading.low, span.start, span.end))
    for place, match in enumerate(matches):
        word = match.group()
        timed = words.has("times", word)
        if place and timed and any(words.has("time_nouns", near.group()) for near in matches[place : place + 5]):
            break
        if place and words.has("cutters", word) and (words.marks_clauses or not timed):
            break
        if place == 1 and words.marks_clauses and words.has("pronouns", matches[0].group()):
            break
        if not words.has("particles", word):
            taken = match.end()
    return Span(span.start, taken) if taken > span.start else None


def opens_aside(reading: Reading, start: int, end: int) -> bool:
    """Whether the words behind a verb begin with when, where or to whom: "el lunes", not "el alcalde"."""
    first = FIRST_WORD.match(reading.low, start, end)
    if first is None or not reading.lexicon.has("adjuncts", first.group(1)):
        return False
    if not reading.lexicon.has("articles", first.group(1)):
        return True
    second = FIRST_WORD.match(reading.low, first.end(), end)
    return second is not None and reading.lexicon.has("time_nouns", second.group(1))


def late_subject(reading: Reading, start: int, end: int) -> Span | None:
    """The subject behind the words that say when, where or to whom: "řekl v pondělí ministr Novák"."""
    words, known = reading.lexicon, []
    for match in WORDS.finditer(reading.text, start, end):
        known.append(match)
        if len(known) > LONGEST_SOURCE:
            return None
    lows = [reading.low[match.start() : match.end()] for match in known]
    for place in range(1, len(known)):
        if words.has("roles", lows[place]) and not words.has("adjuncts", lows[place - 1]):
            begin = place
            while begin > 1 and words.has("articles", lows[begin - 1]) and not words.has("adjuncts", lows[begin - 2]):
                begin -= 1
            return strip_forward(reading, known[begin].start(), end)
    place = len(known)
    while place and known[place - 1].group()[0].isupper() and not words.has("time_nouns", lows[place - 1]):
        place -= 1
    if place and words.has("adjuncts", lows[place - 1]):
        place += 1
    return trim(reading.text, known[place].start(), end) if 1 <= place <= len(known) - 2 else None


def is_counted(reading: Reading, at: int) -> bool:
    """Whether a figure stands one or two words before a place, in the same clause: "some 400 similar claims"."""
    low = reading.low
    lead = low[max(0, at - _COUNTED_WITHIN) : at]
    words = lead[clause_start(lead, 0, len(lead)) :].split()[-2:]
    return any(word.isdecimal() or word.replace(",", "").replace(".", "").isdecimal() for word in words)


def subject_of(reading: Reading, floor: int, end: int) -> Span | None:
    """The subject at the start of a clause, when a pronoun or a capitalised name stands there."""
    first = FIRST_WORD.match(reading.low, floor, end)
    if first is not None and reading.lexicon.has("pronouns", first.group(1)):
        return Span(first.start(1), first.end(1))
    name = _CAPITALISED.match(reading.text, floor, end)
    if first is not None and reading.lexicon.has("articles", first.group(1)) and reading.lexicon.marks_clauses:
        noun = FIRST_WORD.match(reading.text, first.end(), end)
        return Span(first.start(1), noun.end()) if noun else None
    if name is None or (first is not None and _only_opens(reading, first.group(1))):
        return None
    return trim(reading.text, name.start(1), name.end(1))


def _only_opens(reading: Reading, word: str) -> bool:
    """Whether a word has its capital only because it opens the sentence: "During", "But"."""
    return any(reading.lexicon.has(key, word) for key in ("adjuncts", "breaks", "cutters", "auxiliaries"))


def source_before(reading: Reading, floor: int, end: int) -> Span | None:
    """The noun phrase that ends at a place: back to a clause mark or a word that begins a clause."""
    low, words = reading.low, reading.lexicon
    stretch = low[floor:end].rstrip()
    end = floor + len(stretch)
    apposed = stretch.endswith((",", ")", "—", "–"))
    stop = _apposition(low, floor, end) if apposed else end
    if stop is None:
        return None
    start = _last_break(reading, floor, stop)
    for _ in range(2):  # "Ms Reed, aged 45, who lives nearby, said": the head stands before all descriptions
        if not apposed or low[start - 1 : start] != "," or start - 1 <= floor or not _is_description(reading, start):
            break
        start = _last_break(reading, floor, start - 1)
    first = FIRST_WORD.match(low, start, end)
    aside = first is not None and words.has("adjuncts", first.group(1)) and not words.clause_follows
    if aside and not apposed and low[start - 1 : start] == ",":
        return source_before(reading, floor, start)  # "People, though far away, with one voice said"
    span = Span(start, end)
    body = low[span.start : span.end]
    last = LAST_WORD.search(body.rstrip())
    if last is not None and words.has("cutters", last.group()):
        return None
    if any(mark in body for mark in '"“”„«»「」') and not words.marks_clauses:
        return None
    if not body.strip() or count(words, body) > LONGEST_SOURCE or not any(char.isalnum() for char in body):
        return None
    return trim(reading.text, span.start, span.end)


def _is_description(reading: Reading, at: int) -> bool:
    first = FIRST_WORD.match(reading.text, at)
    return first is not None and first.group(1)[0].islower() and not reading.lexicon.has("articles", first.group(1))


def _apposition(low: str, floor: int, end: int) -> int | None:
    """Where the head of "X, the spokesman," ends."""
    opener = {")": "("}.get(low[end - 1], low[end - 1])
    at = low.rfind(opener, floor, end - 1)
    if at < 0 or len(low[at:end].split()) > 14:
        return None
    return at


def _last_break(reading: Reading, floor: int, end: int) -> int:
    low, words = reading.low, reading.lexicon
    start = clause_start(low, floor, end)
    matches = list(WORDS.finditer(low, start, end))
    for place in range(len(matches) - 1, -1, -1):
        keys = words.keys.get(matches[place].group(), ())
        if "relatives" in keys:
            return matches[place].start() if place == len(matches) - 1 else matches[place].end()
        if "joins" in keys and 0 < place < len(matches) - 1 and place <= 4:
            if not words.has("pronouns", matches[place + 1].group()):
                continue
            return matches[place].end()
        if "breaks" in keys and place < len(matches) - 1:
            return matches[place].end()
    return start
