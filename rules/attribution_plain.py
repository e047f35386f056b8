"""Which attributions are plain reports: somebody says that something is so. Only they can be lost or added.

A wish, a deed told with a verb of saying ("conceded a penalty") and a source that reads as none are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.checker import language
from retold.checker.mentions.attribution import Attribution, Reading, read
from retold.checker.mentions.attribution_lexicon import Lexicon
from retold.checker.mentions.attribution_source import source_of
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Segment, Span

_LEAST_CONTENT = 20
"""Characters of a statement, from which its loss of a source is worth a finding (half in dense scripts)."""

_DENSE = frozenset({"Hans", "Hant", "Jpan", "Kore"})
"""Scripts that need half the characters to say the same."""

_LEAST_SHARE = 0.3
"""Share of its sentences that a statement must make up."""

_LONGEST_PLAIN = 6
"""Words of a source in small letters, up to which one that has an office in it is nothing but a source."""


def is_plain_report(article: Article, mention: Attribution, sentences: Sequence[Segment]) -> bool:
    """Whether sentences of the body as a whole say what somebody said: a source, a verb of saying, little beside."""
    reading = read(article, language.load(article.language))
    if reading is None or not mention.source or any(s.kind not in ("body", "quote") for s in sentences):
        return False
    form = reading.low[mention.cue[0].start : mention.cue[0].end]
    if not mention.credits and not _is_opinion(reading.lexicon, form, mention.source_form):
        return False
    if not _is_clause(article, reading, mention, form):
        return False
    nobody = language.load(article.language).section("reported").get("no_source", ())
    if mention.source_form in nobody or not _is_well_formed(article, mention, reading.lexicon):
        return False
    length = length_of(mention.content)
    dense = language.load(article.language).section("meta").get("script") in _DENSE
    if length < (_LEAST_CONTENT // 2 if dense else _LEAST_CONTENT):
        return False
    return length >= _LEAST_SHARE * length_of(sentences)


def length_of(spans: Iterable[Span | Segment]) -> int:
    """Characters of some spans."""
    return sum(span.end - span.start for span in spans)


def _is_clause(article: Article, reading: Reading, mention: Attribution, form: str) -> bool:
    """Whether what is reported is a clause and no object, where the verb may take one: "conceded a penalty"."""
    lexicon, first = reading.lexicon, mention.content[0]
    takes_object = lexicon.has("weak", form) or lexicon.has("takes_object", form)
    if takes_object and lexicon.marks_clauses and first.start < mention.cue[0].start and mention.type != "direct":
        return True  # such a verb behind what was said is only read where an office or a body follows it
    if first.start < mention.cue[0].start or mention.type == "direct" or not lexicon.words.get("that"):
        return not takes_object
    plain = language.load(article.language).section("reported").get("plain", ())
    if mention.cue_class == "according" or form in plain:
        return True
    may_take = bool(plain) or mention.cue_class not in ("neutral", "thinking") or takes_object
    return not may_take or bool(lexicon.that.match(reading.low, first.start))


def _is_opinion(lexicon: Lexicon, form: str, source: str) -> bool:
    """Whether a verb of thinking gives somebody's view of the facts ("experts believe"), not a wish or a fear."""
    if lexicon.has("pronouns", source.split(" ", 1)[0]):
        return False
    opinions = lexicon.words.get("opinions", frozenset())
    return form in opinions if lexicon.spaced else any(opinion in form for opinion in opinions)


def _is_well_formed(article: Article, mention: Attribution, lexicon: Lexicon) -> bool:
    """Whether a source reads as one: it begins with a capital, an article or a number, or has an office in it."""
    said = article.text[mention.source[0].start : mention.source[0].end].split()
    first = said[0]
    cue = article.text[mention.cue[0].start : mention.cue[0].end]
    if lexicon.has("depends", fold(cue)) and not _may_speak(lexicon, said):
        return False
    if not first[0].islower():
        return True
    if any(lexicon.has(key, first.lower()) for key in ("articles", "roles", "pronouns", "determiners")):
        return True
    source = source_of(article, mention)
    if source is not None and source.roles and len(said) <= _LONGEST_PLAIN:
        return True
    return len(said) <= 3 and lexicon.has("roles", said[-1].lower())


def _may_speak(lexicon: Lexicon, said: Sequence[str]) -> bool:
    """Whether words name somebody: some cues also say what a thing depends on ("selon le statut")."""
    named = any(not word[0].islower() for word in said)
    return named or any(lexicon.has(key, word.lower()) for key in ("roles", "pronouns", "determiners") for word in said)
