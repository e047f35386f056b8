"""Who said it: statements that lose their source, and statements that get another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution, read
from retold.checker.mentions.attribution_lexicon import Lexicon
from retold.checker.mentions.attribution_marks import is_reported
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Link, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_speaker import changed, person, stands_in

_LEAST_CONTENT = 20
"""Characters of a statement, from which its loss of a source is worth a finding (half in scripts without spaces)."""

_LEAST_SHARE = 0.4
"""Share of its passage that a statement must make up."""

_CLAUSE = 0.15
"""So much less sure when the copy's passage has a subordinate clause that an unknown verb may report."""


class AttributionDropped(Rule):
    """The original attributes a statement; the copy makes it in its own voice.

    What it does
        Looks at each passage of the original that credits somebody with a statement ("officials said", "according to
        police") and at the copy's passage for it. If nothing there marks the words as somebody's, neither a verb of
        saying, a quotation, a hedge nor the language's mood of reported speech, and the passages around do not carry
        the source on either, it reports the loss. Evidence: `source`, `cue`.

    Why it matters
        What an official claims becomes a fact that the newsroom vouches for.

    Fires
        original [en]: The bridge was unsafe long before it fell, two engineers told the inquiry.
        copy [en]: The bridge was unsafe long before it fell.

        original [en]: According to the police, the driver was drunk at the time of the crash.
        copy [de]: Der Fahrer war zum Zeitpunkt des Unfalls betrunken.

    Stays silent
        original [en]: The bridge was unsafe long before it fell, two engineers told the inquiry.
        copy [en]: Two engineers believe that the bridge was unsafe long before it fell.

        original [en]: According to the police, the driver was drunk at the time of the crash.
        copy [de]: Der Fahrer soll zum Zeitpunkt des Unfalls betrunken gewesen sein.
    """

    id = "attribution-dropped"
    group = "attribution"
    severity = "major"
    mqm = "accuracy/omission"
    needs = ("original", "original-data:attribution", "copy-data:attribution")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for link, originals, copies in comparison.linked_pairs():
            lost = _strongest(original, originals)
            if lost is None or any(is_reported(copy, segment) for segment in copies):
                continue
            if not _comparable(comparison, lost, originals, copies) or _carried_on(comparison, link):
                continue
            if _names_source(comparison, lost, copies):
                continue
            source = _words(original, lost)
            cue = original.text[lost.cue[0].start : lost.cue[0].end]
            yield self.finding(
                f"The original attributes this to {source}; the copy states it in its own voice.",
                confidence=_confidence(comparison, link, lost, copies),
                original=[original.passage(lost.start, lost.end)],
                copy=[copy.passage(copies[0].start, copies[-1].end)],
                source=source,
                cue=cue,
            )


def _words(article: Article, mention: Attribution) -> str:
    return " ".join(article.text[span.start : span.end] for span in mention.source)


def _strongest(article: Article, segments: Sequence[Segment]) -> Attribution | None:
    """The attribution of a passage that would be missed most; None when there is none to miss."""
    found = [
        mention for mention in inside(article, "attribution", segments)
        if isinstance(mention, Attribution) and _is_plain_report(article, mention, segments)
    ]  # fmt: skip
    return max(found, key=lambda m: (_rank(article, m), -m.start), default=None)


def _rank(article: Article, mention: Attribution) -> int:
    """2 for a plain report of somebody named or described, 1 for other cues, 0 for a bare pronoun."""
    reading = read(article, language.load(article.language))
    if reading is None or reading.lexicon.has("pronouns", mention.source_form):
        return 0
    return 2 if mention.cue_class in ("neutral", "according", "doubtful", "denying") else 1


def _is_plain_report(article: Article, mention: Attribution, segments: Sequence[Segment]) -> bool:
    """Whether the passage as a whole says what somebody said: a verb of saying, a source, and little beside them."""
    reading = read(article, language.load(article.language))
    if reading is None or not mention.source:
        return False
    form = reading.low[mention.cue[0].start : mention.cue[0].end]
    if not mention.credits and not _is_opinion(reading.lexicon, form, mention.source_form):
        return False
    if reading.lexicon.has("weak", form) or not _is_well_formed(article, mention, reading.lexicon):
        return False
    spaced = reading.lexicon.spaced
    length = sum(span.end - span.start for span in mention.content)
    if length < (_LEAST_CONTENT if spaced else _LEAST_CONTENT // 2):
        return False
    return length >= _LEAST_SHARE * sum(segment.end - segment.start for segment in segments)


def _is_opinion(lexicon: Lexicon, form: str, source: str) -> bool:
    """Whether a verb of thinking gives somebody's view of the facts ("experts believe"), not a wish or a fear."""
    if lexicon.has("pronouns", source.split(" ", 1)[0]):
        return False
    opinions = lexicon.words.get("opinions", frozenset())
    return form in opinions if lexicon.spaced else any(opinion in form for opinion in opinions)


def _is_well_formed(article: Article, mention: Attribution, lexicon: Lexicon) -> bool:
    """Whether a source reads as one: it begins with a capital, an article or a number, or has an office in it."""
    words = article.text[mention.source[0].start : mention.source[0].end].split()
    first = words[0]
    cue = article.text[mention.cue[0].start : mention.cue[0].end]
    if lexicon.has("depends", fold(cue)) and not _may_speak(lexicon, words):
        return False
    if not first[0].islower():
        return True
    if any(lexicon.has(key, first.lower()) for key in ("articles", "roles", "pronouns", "determiners")):
        return True
    return len(words) <= 3 and lexicon.has("roles", words[-1].lower())


def _may_speak(lexicon: Lexicon, words: Sequence[str]) -> bool:
    """Whether words name somebody: some cues also say what a thing depends on ("selon le statut")."""
    named = any(not word[0].islower() for word in words)
    return named or any(
        lexicon.has(key, word.lower()) for key in ("roles", "pronouns", "determiners") for word in words
    )


def _comparable(
    comparison: Comparison, lost: Attribution, originals: Sequence[Segment], copies: Sequence[Segment]
) -> bool:
    """Whether the copy's passage can hold the statement: body text, and not much shorter than what it renders."""
    if any(segment.kind not in ("body", "quote") for segment in (*originals, *copies)):
        return False
    assert comparison.original is not None
    theirs = sum(segment.end - segment.start for segment in copies)
    ours = sum(span.end - span.start for span in lost.content)
    return theirs >= 0.6 * ours * _scale(comparison)


def _names_source(comparison: Comparison, lost: Attribution, copies: Sequence[Segment]) -> bool:
    """Whether the copy still names the source: it may credit it with a verb that no list has."""
    words = {word for word in lost.source_form.replace("'s", "").split() if len(word) >= 4}
    text = fold(" ".join(comparison.copy.words_of(segment) for segment in copies))
    if comparison.same_language:
        return any(word[: max(4, len(word) - 2)] in text for word in words)
    assert comparison.original is not None
    name = person(comparison.original, lost)
    return name is not None and stands_in(name.text, comparison.copy, copies)


def _scale(comparison: Comparison) -> float:
    """Characters of the copy for one of the original, as the two texts have it."""
    assert comparison.original is not None
    return min(3.0, max(0.2, len(comparison.copy.text) / max(1, len(comparison.original.text))))


def _carried_on(comparison: Comparison, link: Link) -> bool:
    """Whether a sentence beside the copy's passage credits somebody where the original's neighbours do not."""
    assert comparison.original is not None
    ours = _reported_around(comparison.original, link.original)
    theirs = _reported_around(comparison.copy, link.copy)
    return theirs > ours


def _reported_around(article: Article, indexes: tuple[int, ...]) -> int:
    places = (min(indexes) - 1, max(indexes) + 1)
    return sum(0 <= at < len(article.segments) and is_reported(article, article.segments[at]) for at in places)


def _has_clause(article: Article, segments: Sequence[Segment]) -> bool:
    """Whether a passage opens with a clause that a "that" completes: its verb may report, though no list has it."""
    reading = read(article, language.load(article.language))
    start, end = segments[0].start, segments[-1].end
    return reading is not None and bool(reading.lexicon.that.search(reading.low, start, start + (end - start) // 2))


def _confidence(comparison: Comparison, link: Link, lost: Attribution, copies: Sequence[Segment]) -> float:
    assert comparison.original is not None
    confidence = (0.35, 0.55, 0.65)[_rank(comparison.original, lost)]
    if len(link.original) == 1 and len(link.copy) == 1:
        confidence += 0.05
    if comparison.same_language:
        confidence += 0.05
    if _has_clause(comparison.copy, copies):
        confidence -= _CLAUSE
    if link.similarity is not None:
        confidence += 0.05 if link.similarity >= 0.6 else -0.1
    return confidence


class SpeakerChanged(Rule):
    """The copy credits a statement to somebody else than the original does.

    What it does
        Sets the sources of linked statements side by side: where each side has one, or quotes in the same order. It
        speaks up when both are named, the names are clearly different in any script, and the copy's name does not
        stand in the original's passage, or when two speakers have changed places. Pronouns, offices and descriptions
        are no evidence. Evidence: `original_source`, `copy_source`, `similarity`.

    Why it matters
        It puts words in the mouth of a person who never said them.

    Fires
        original [en]: “We will rebuild every house in the valley,” Anna Keller said on Monday.
        copy [en]: “We will rebuild every house in the valley,” Peter Novak said on Monday.

    Stays silent
        original [en]: “We will rebuild every house in the valley,” Anna Keller said on Monday.
        copy [en]: “We will rebuild every house in the valley,” the mayor said on Monday.
    """

    id = "speaker-changed"
    group = "attribution"
    severity = "critical"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:attribution", "copy-data:attribution")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for change in changed(comparison):
            yield self.finding(
                f"The original credits this to {change.old.text}; the copy credits it to {change.new.text}.",
                confidence=change.confidence,
                original=[original.passage(change.old.start, change.old.end)],
                copy=[copy.passage(change.new.start, change.new.end)],
                original_source=change.old.text,
                copy_source=change.new.text,
                similarity=round(change.similarity, 3),
            )
