"""One verb of saying in its sentence: what stands on its left and on its right."""

from __future__ import annotations

import re

from retold.checker.mentions.attribution import Cue, Reading, count, trim
from retold.checker.mentions.attribution_spans import (
    FIRST_WORD,
    LAST_WORD,
    LONGEST_SOURCE,
    WORDS,
    clause_end,
    is_counted,
    opens_aside,
    source_before,
    strip_back,
    strip_forward,
)
from retold.checker.mentions.quote import Quote
from retold.checker.model import Segment, Span

_LONGEST_SUBJECT = 6
_SMALL = 2
"""Letters of the word that may stand between a verb and its "that": "advirtió de que"."""


class Clause:
    """A verb of saying with the questions that decide how its clause is read.

    `floor` is where its own words begin, `left` the end of its subject if that stands before it, `run` the end of the
    words after it up to a clause mark, `behind` where these go on after the hearer ("told journalists"); `quoted` is
    the quotation it may follow, `heir` the source of the cue before.
    """

    def __init__(self, reading: Reading, segment: Segment, cue: Cue, following: Cue | None, heir: Span | None) -> None:
        self.reading, self.segment, self.cue, self.heir = reading, segment, cue, heir
        self.text, self.low, self.words = reading.text, reading.low, reading.lexicon
        self.before = reading.statement_until(cue.start)
        floor = self.before.end if self.before is not None else 0
        self.floor = max(segment.start, floor)
        self.following = following
        self.quoted = self._quote_just_before()
        self.left = strip_back(self.low, self.floor, cue.start, self.words)
        self.is_helped = bool(self.low[self.left : cue.start].strip())
        self.run = clause_end(reading, cue.end, segment.end)
        hearer = FIRST_WORD.match(self.low, cue.end, self.run)
        told = hearer is not None and self.words.has("hearers", hearer.group(1))
        self.behind = hearer.end() if told and hearer is not None else cue.end

    def _quote_just_before(self) -> Quote | None:
        """The quote the reporting clause may belong to, also when the sentence was cut between the two."""
        quote = self.before
        if quote is None or quote.end > self.segment.start:
            return quote
        between = self.text[quote.end : self.segment.start]
        return quote if len(between) <= 2 and not between.strip() and "\n" not in between else None

    def is_bare(self) -> bool:
        """Whether nothing but small words stands between the last break and the cue."""
        lead = self.low[self.floor : self.left]
        if not lead.strip(" \t\n,—–-.،"):
            return True
        return lead.rstrip()[-1] in ",—–،" and self.ends_inverted()

    def stands_alone(self) -> bool:
        """Whether the verb is all there is between two commas: "El dique, dijo, es seguro"."""
        lead = self.low[self.floor : self.left].rstrip()
        return self.words.drops_subject and lead[-1:] in (",", "—", "–") and self.run == self.cue.end

    def has_adverbial_first(self) -> bool:
        """Whether the verb stands second, after when or where: "Am Dienstag erklärte der Minister, ..." """
        first = FIRST_WORD.match(self.low, self.floor, self.left)
        if first is None or not self.words.verb_second:
            return False
        return any(self.words.has(key, first.group(1)) for key in ("adjuncts", "adverbs"))

    def has_manner_first(self) -> bool:
        """Whether a phrase of manner opens the clause behind a quotation: «...», - с улыбкой сказал мэр."""
        if self.quoted is None or not self.words.reports_inside_quotes:
            return False
        first = FIRST_WORD.match(self.low[self.floor : self.left].lstrip(" ,.—–-"))
        return first is not None and self.words.has("adjuncts", first.group(1)) and self.ends_inverted()

    def ends_inverted(self) -> bool:
        """Whether the words after the cue are its subject and end the clause: "..., said the minister." """
        run = self.low[self.behind : self.run].split()
        if not 0 < len(run) <= LONGEST_SOURCE or opens_aside(self.reading, self.behind, self.run):
            return False
        if self.words.clause_follows and not self.is_name_like():
            return False
        if self._opens_complement() or self.opens_infinitive():
            return False  # "Ana Ruiz, la alcaldesa, dijo que ...": the commas are those of the apposition
        return self.run >= self.segment.end - 2 or self.low[self.run] == "," or self.introduces_quote()

    def _opens_complement(self) -> bool:
        """Whether what was said begins right behind the verb: "dijo que", "advirtió de que"."""
        first = FIRST_WORD.match(self.low, self.behind, self.run)
        if first is None or not self.words.marks_clauses:
            return False
        small = first.end() if len(first.group(1)) <= _SMALL else self.behind
        return any(self.words.that.match(self.low, at + 1, self.run) for at in (self.behind, small))

    def is_name_like(self) -> bool:
        """Whether the words after the cue can be a name or an office, not a clause."""
        words = self._without_relative(WORDS.findall(self.text[self.behind : self.run]))
        known = ("articles", "roles", "joins", "pronouns", "particles", "separable", "determiners")
        return all(
            word[:1].isupper() or len(word) <= 3 or any(self.words.has(key, word) for key in known) for word in words
        )

    def _without_relative(self, words: list[str]) -> list[str]:
        """Words up to the clause that describes who they name: "two officials who asked not to be named"."""
        for place in range(1, len(words)):
            if self.words.has("relatives", words[place]) and self.words.has("roles", words[place - 1]):
                return words[:place]
        return words

    def names_somebody(self, source: Span) -> bool:
        """Whether a source behind its verb cannot be the verb's object: an office or body with its article."""
        found = WORDS.findall(self.low, source.start, source.end)
        if len(found) < 2 or not self.words.has("articles", found[0]):
            return False
        return self.words.has("roles", found[1]) and source.end >= self.segment.end - 2

    def is_noun(self) -> bool:
        """Whether the cue may be a noun and its clause reads so: counted ("400 claims") or after a finite verb."""
        if not self.words.has("nounlike", self.cue.form):
            return False
        return is_counted(self.reading, self.cue.start) or bool(self._helper_before())

    def first_subject(self) -> Span | None:
        """The subject that a joined cue shares with a helped verb: "The firm has agreed and says that ..."."""
        word = LAST_WORD.search(self.low[self.floor : self.left].rstrip())
        if word is None or not self.words.has("joins", word.group()):
            return None
        helper = self._helper_before()
        subject = trim(self.text, self.floor, helper.start()) if helper else None
        if subject is None or count(self.words, self.text[subject.start : subject.end]) > _LONGEST_SUBJECT:
            return None
        inner = self.low[subject.start : helper.start()] if helper else ""
        return subject if inner.strip() and not set(inner) & set(',;:—"“”') else None

    def _helper_before(self) -> re.Match[str] | None:
        """The first helping verb between the start of the clause and the cue."""
        for match in WORDS.finditer(self.low, self.floor, self.left):
            if self.words.has("auxiliaries", match.group()):
                return match
        return None

    def subject_of_participle(self) -> Span | None:
        """The subject before or behind the helping verb of a participle: "Gestern hatte der Minister dort gesagt"."""
        helper = self._helper_before() if self.words.has("participles", self.cue.form) else None
        if helper is None or not self.words.verb_second:
            return None
        lead = WORDS.findall(self.low, self.floor, helper.start())
        timed = any(self.words.has("time_nouns", word) or self.words.has("adverbs", word) for word in lead)
        if lead and not timed and not self.words.has("adjuncts", lead[0]):
            return source_before(self.reading, self.floor, helper.start())
        return strip_forward(self.reading, helper.end(), self.cue.start)

    def is_joined(self) -> bool:
        """Whether the cue shares the subject of the one before: "X said ... and added ..."."""
        word = LAST_WORD.search(self.low[self.floor : self.left].rstrip())
        return self.heir is not None and word is not None and self.words.has("joins", word.group())

    def is_passive(self) -> bool:
        if self.words.passive_anywhere and not self.is_progressive():
            words = WORDS.findall(self.low, self.floor, self.run)
            helped = any(self.words.has("passives", word) for word in words)
            return helped and self.words.has("participles", self.cue.form)
        between = self.low[self.left : self.cue.start].split()
        return any(self.words.has("passives", word) for word in between) and not self.is_progressive()

    def is_progressive(self) -> bool:
        return bool(self.words.progressive) and self.cue.form.endswith(self.words.progressive)

    def follows_quote(self, start: int) -> bool:
        if self.quoted is None or start - self.quoted.end > 8:
            return False
        return not self.text[self.quoted.end : start].strip(' ,—–\u00a0،”"')

    def introduces_quote(self) -> bool:
        quote = self.reading.quote_from(self.cue.end)
        if quote is None or not self.run <= quote.start <= self.run + 4:
            return False
        return not self.text[self.run : quote.start].strip(" ,:\u00a0")

    def is_closed(self) -> bool:
        """Whether the cue has no complement on its right: the sentence ends there but for when, where and to whom."""
        rest = self.low[self.cue.end : self.run].split()
        if self._has_complement_behind():
            return False
        if not rest:
            return True
        if len(rest) > 14 or self.words.that.search(self.low, self.cue.end, self.run):
            return False
        takes_hearer = self.words.has("recipients", self.cue.form)
        return self.words.has("adjuncts", rest[0].strip(".,")) or (takes_hearer and len(rest) <= 6)

    def _has_complement_behind(self) -> bool:
        """Whether a comma and "that" follow, in languages that write them so: "утверждают, что ..."."""
        if self.words.clause_follows and not self.words.clause_after_comma:
            return False
        lead = self.low[self.run : self.run + 2]
        return lead == ", " and self.words.that.match(self.low, self.run + 2) is not None

    def is_somebody(self, source: Span) -> bool:
        """Whether a source reads as one; else a cue that may be a noun is one ("corroborate reports that")."""
        words = WORDS.findall(self.text, source.start, source.end)
        if not words or words[0][:1].isupper():
            return bool(words)
        return any(self.words.has(key, at) for key in ("articles", "roles", "pronouns") for at in (words[0], words[-1]))

    def takes_bare_clause(self) -> bool:
        if not self.words.clause_follows:
            return False
        form = self.cue.form
        if self.words.clause_after_comma and self.low[self.run : self.run + 1] == "," and self._says_only_when():
            return any(self.words.has("bare_clause", each) for each in (form, form.partition(" ")[0]))
        first = FIRST_WORD.match(self.low, self.bare_start())
        if first is not None and self.words.has("infinitive", first.group(1)):
            return self.words.has("takes_infinitive", form)
        if first is None or self.words.has("not_object", first.group(1)):
            return False
        if self.words.has("takes_object", form):
            return True
        if not self.words.words.get("bare_clause"):
            return True
        return self.words.has("bare_clause", form) or self.words.has("pronouns", first.group(1))

    def _says_only_when(self) -> bool:
        """Whether nothing, or only when and where, stands between the cue and the comma: "sagte am Montag, ..."."""
        first = FIRST_WORD.match(self.low, self.cue.end, self.run)
        return first is None or any(self.words.has(key, first.group(1)) for key in ("adjuncts", "adverbs", "separable"))

    def opens_infinitive(self) -> bool:
        """Whether an infinitive tells what was said: "a déclaré avoir vu", "ha affermato di essere"."""
        if not self.words.infinitives:
            return False
        promises = self.words.has("weak", self.cue.form)  # "threatened to close": no statement, but for a perfect
        at = self.cue.end
        for _ in range(3):
            word = FIRST_WORD.match(self.low, at, self.run)
            if word is None:
                return False
            found = word.group(1)
            if self.words.has("perfect_infinitives", found):
                return True
            if not promises and found.endswith(self.words.infinitives) and len(found) > 2:
                skipped = ("times", "time_nouns", "adjuncts", "roles", "articles", "adverbs")
                return self.text[word.start(1)].islower() and not any(self.words.has(key, found) for key in skipped)
            if not self.words.has("infinitive", found):
                return False
            at = word.end()
        return False

    def bare_start(self) -> int:
        """After the cue and the words that only say when: "said Monday ...", "said on Tuesday ..."."""
        at = self.cue.end
        told = not self.words.spaced and self.words.has("recipients", self.cue.form)
        if told and self.low[self.run : self.run + 1] == "，":
            return self.run + 1
        first = FIRST_WORD.match(self.low, at)
        if first is None or not self.words.has("times", first.group(1)):
            return at
        seen = at
        for _ in range(6):
            word = FIRST_WORD.match(self.low, seen, self.run)
            if word is None:
                return at
            seen = word.end()
            if self.words.has("time_nouns", word.group(1)):
                return seen
        return at

    def statement(self, start: int) -> tuple[Span, ...]:
        end = self.segment.end
        if self.following is not None and self.following.start > start:
            end = self._cut_before(self.following, start) or end
        stop = self.text.find(";", start, end)
        if stop > 0 and self.reading.quote_around(stop) is None:
            end = stop
        content = trim(self.text, start, end)
        return (content,) if count(self.words, self.text[content.start : content.end]) >= 2 else ()

    def _cut_before(self, cue: Cue, start: int) -> int | None:
        """Where a second report in the sentence begins (", adding that ..."), None when it is part of the content."""
        at = strip_back(self.low, start, cue.start, self.words)
        lead = self.low[start:at].rstrip()
        if cue.name == "thinking":
            return None
        if lead.endswith(","):
            return start + len(lead) - 1
        word = LAST_WORD.search(lead)
        if word and self.words.has("joins", word.group()):
            return start + word.start()
        return None
