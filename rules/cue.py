"""How it was said: verbs of saying that colour what somebody said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.attribution import Attribution
from retold.checker.mentions.attribution_source import Source, source_of
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Passage, Segment
from retold.checker.rule import Rule
from retold.rules.attribution_link import Pair, linked
from retold.rules.cue_classes import loaded, meanings_of
from retold.rules.source_compare import may_be_one
from retold.rules.source_wording import cue_words, source_words

_EFFECTS = {
    "admission": "which makes it an admission",
    "boast": "which makes it a boast",
    "confirmation": "which makes it a confirmed fact",
    "denial": "which makes it a denial",
    "doubt": "which casts doubt on it",
    "insistence": "which makes it sound as if it had been questioned",
    "neutral": "which takes away that it was {}",
    "threat": "which makes it a threat",
    "warning": "which makes it a warning",
}
_WAS = {
    "admission": "an admission", "boast": "a boast", "confirmation": "a confirmation", "denial": "a denial",
    "doubt": "only claimed", "insistence": "insisted on", "threat": "a threat", "warning": "a warning",
}  # fmt: skip

_FROM_NEUTRAL = {
    "admission": ("major", 0.75),
    "boast": ("major", 0.75),
    "threat": ("major", 0.75),
    "denial": ("major", 0.7),
    "doubt": ("major", 0.65),
    "confirmation": ("major", 0.62),
    "warning": ("minor", 0.52),
    "insistence": ("minor", 0.47),
}
_TO_NEUTRAL = {"denial": ("critical", 0.65), "doubt": ("minor", 0.47), "admission": ("minor", 0.52)}
"""What it weighs to colour a statement, and to take the colour away; what is not here is not reported."""

_OPPOSITE = ("critical", 0.8)
_OTHER = ("major", 0.65)
_LOST = 0.5
"""Likeness of two statements from which their verbs are compared."""


class CueLoaded(Rule):
    """The copy reports a statement with a verb that says something else about it.

    What it does
        Compares the verbs of saying of linked statements by what they make of the statement: an admission, a claim
        that is doubted, a confirmation, a denial, a warning, a threat, a boast. It speaks up when they have no
        meaning in common; verbs that a language uses for plain "said" ("afirmó", "erklärte", "заявил") stay free.
        Evidence: `original_cue`, `copy_cue`, `original_meaning`, `copy_meaning`.

    Why it matters
        "Admitted" makes a culprit, "claimed" a liar, "confirmed" a fact of what somebody only said.

    Fires
        original [en]: The mayor said that the bridge had not been inspected for two years.
        copy [en]: The mayor admitted that the bridge had not been inspected for two years.

        original [en]: The minister denied that the contract had been signed in secret.
        copy [de]: Die Ministerin bestätigte, dass der Vertrag heimlich unterzeichnet worden sei.

    Stays silent
        original [en]: The mayor said that the bridge had not been inspected for two years.
        copy [es]: El alcalde afirmó que el puente no había sido inspeccionado en dos años.

        original [en]: The minister denied that the contract had been signed in secret.
        copy [en]: The minister said that the contract had not been signed in secret.
    """

    id = "cue-loaded"
    group = "attribution"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:loaded", "copy-data:loaded")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for pair in linked(comparison):
            if pair.old is None or pair.new is None or not (pair.old.source or pair.new.source):
                continue
            ours, theirs = meanings_of(original, pair.old), meanings_of(copy, pair.new)
            if not ours or not theirs or ours & theirs:
                continue
            weight = _weight(ours, theirs)
            if weight is None or not _holds(comparison, pair, ours, theirs):
                continue
            severity, confidence = weight
            old, new = _verb(original, pair.old), _verb(copy, pair.new)
            yield self.finding(
                _message(original, copy, pair, ours, theirs),
                severity=severity,
                confidence=_sure(comparison, pair, confidence),
                original=[old],
                copy=[new],
                original_cue=old.text,
                copy_cue=new.text,
                original_meaning=sorted(ours),
                copy_meaning=sorted(theirs),
            )


def _weight(ours: frozenset[str], theirs: frozenset[str]) -> tuple[str, float] | None:
    """Severity and confidence of a change of meaning: the mildest of what it may be."""
    if "denial" in ours | theirs and (ours | theirs) & {"confirmation", "admission"} and "neutral" not in ours | theirs:
        return _OPPOSITE
    if "neutral" in ours:
        return min((_FROM_NEUTRAL.get(each, ("minor", 0.0)) for each in theirs), key=_mildness)
    if "neutral" in theirs:
        return max((_TO_NEUTRAL.get(each, ("minor", 0.0)) for each in ours), key=_mildness)
    return ("minor", 0.55) if (ours | theirs) <= {"admission", "confirmation", "warning", "insistence"} else _OTHER


def _mildness(weight: tuple[str, float]) -> tuple[int, float]:
    return ("minor", "major", "critical").index(weight[0]), weight[1]


def _holds(comparison: Comparison, pair: Pair, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the passages bear it out: the same source, no other verb there that says the same, no negation turned."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    assert pair.old is not None
    assert pair.new is not None
    if pair.similarity < _LOST:
        return False
    old, new = source_of(original, pair.old), source_of(copy, pair.new)
    if old and new and (not may_be_one(old.roles, new.roles) or _is_thing(copy, old, new)):
        return False
    colours = (ours | theirs) - {"neutral"}
    originals, copies = _passages(comparison, pair)
    if _stands_in(copy, copies, ours & colours) or _stands_in(original, originals, theirs & colours):
        return False
    if "denial" in ours and "neutral" in theirs:
        return not _negated(copy, pair.copies)
    if "denial" in theirs and "neutral" in ours:
        return not _negated(original, pair.originals)
    return True


def _is_thing(copy: Article, old: Source, new: Source) -> bool:
    """Whether a pronoun's statement is now made by a word that names nobody: "he said", "the data confirmed"."""
    if not old.pronoun or new.pronoun or new.name:
        return False
    if new.says_something:
        return new.roles == {"report"}
    cased = language.load(copy.language).cased
    return cased and new.words == new.words.lower()


def _passages(comparison: Comparison, pair: Pair) -> tuple[list[Segment], list[Segment]]:
    """The segments of both texts that a statement's links join: what the copy says may come from any of them."""
    ours = {each.index: each for copy in pair.copies for each in comparison.original_segments(copy.index)}
    ours.update((each.index, each) for each in pair.originals)
    theirs = {each.index: each for old in pair.originals for each in comparison.copy_segments(old.index)}
    theirs.update((each.index, each) for each in pair.copies)
    return [ours[at] for at in sorted(ours)], [theirs[at] for at in sorted(theirs)]


def _text(article: Article, segments: Sequence[Segment]) -> str:
    return fold(article.text[segments[0].start : segments[-1].end]) if segments else ""


def _stands_in(article: Article, segments: Sequence[Segment], meanings: frozenset[str]) -> bool:
    known = loaded(language.load(article.language))
    return known is not None and bool(known.meanings(_text(article, segments)) & meanings)


def _negated(article: Article, segments: Sequence[Segment]) -> bool:
    known = loaded(language.load(article.language))
    return known is not None and known.negation.any_in(_text(article, segments))


def _sure(comparison: Comparison, pair: Pair, confidence: float) -> float:
    if comparison.same_language:
        return confidence + 0.05
    return confidence - (0.05 if pair.similarity < 0.6 else 0.0)


def _verb(article: Article, mention: Attribution) -> Passage:
    return article.passage(mention.cue[0].start, mention.cue[0].end)


def _message(original: Article, copy: Article, pair: Pair, ours: frozenset[str], theirs: frozenset[str]) -> str:
    assert pair.old is not None
    assert pair.new is not None
    old, new = _said(original, pair.old), _said(copy, pair.new)
    effect = "neutral" if "neutral" in theirs else min(theirs)
    meant = _EFFECTS.get(effect, "which says something else of it").format(_WAS.get(min(ours), "said"))
    return f"{old} in the original is {new} in the copy, {meant}."


def _said(article: Article, mention: Attribution) -> str:
    who = f" ({source_words(article, mention)})" if mention.source else ""
    return f"“{cue_words(article, mention)}”{who}"
