"""Rules on hedges: doubt that the copy loses, turns into certainty, or adds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Passage, Segment
from retold.checker.rule import Rule
from retold.rules.hedge_doubt import STRONG, Change, changes

_WORDS = re.compile(r"\w+")
_OTHER_LANGUAGE = 0.06
"""A language may keep a doubt in its grammar where no list sees it: so much less sure across languages."""
_REWORDED = 0.15
"""So much less sure when the copy's words are mostly other words, or when it is shorter than the texts let expect."""
_HARDER = {"proven": 0.1, "future": -0.05, "all": -0.05, "done": -0.1}
"""How much surer the words of certainty make it: languages differ in what they put into the future."""
_HARDENED = 0.7
"""A hardened doubt counts for no weaker than this: the words that replace it are seen."""
_SAME_WORDS = 0.75
"""Share of words from which on what was planned and what was done are the same."""
_NEW = 0.05
"""So much less sure of a doubt that is added: many words for it have another meaning besides."""
_LEAST_ADDED = 0.45
"""A doubt added to the same words counts for no weaker than this."""
_MOOD = 0.1
"""The same where the mark is a mood of the verb that has other uses."""
_OPEN = ("probable", "possible", "modal")
"""Classes of hedges that leave open whether it is so. Languages need a word for it: grammar alone seldom does."""
_GIVEN = ("unconfirmed", "reported")
"""Classes of hedges that say whose word it is: they alone are news where the copy adds them."""

_NEEDS = ("original", "original-data:hedges", "copy-data:hedges")


class HedgeDropped(Rule):
    """The original hedges a statement; the copy makes it as a fact.

    What it does
        Looks at each passage of the original that holds a hedge (allegedly, reportedly, unconfirmed, is believed to,
        apparently, may ...) and at the copy's passage for it. If nothing there keeps the doubt, neither another hedge
        nor an attribution, a conditional or a question, it reports the hedge. Words that say "could not be verified"
        or "allegedly" weigh more than "may".

    Why it matters
        "Allegedly" stands between a report and a libel. A copy that loses it says what nobody has confirmed.

    Fires
        original [en]: The driver allegedly took the money from the safe.
        copy [en]: The driver took the money from the safe.

        original [en]: The unconfirmed death toll stood at twelve on Friday evening.
        copy [de]: Die Zahl der Toten lag am Freitagabend bei zwölf.

    Stays silent
        original [en]: The driver allegedly took the money from the safe.
        copy [de]: Der Fahrer soll das Geld aus dem Tresor genommen haben.

        original [en]: The mayor reportedly left the country in May.
        copy [en]: According to local media, the mayor left the country in May.
    """

    id = "hedge-dropped"
    group = "hedge"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = _NEEDS
    options = {"min_strength": 0.4}

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for change in changes(comparison):
            hedge = change.hedge
            if change.added or change.harder or hedge.strength < self.settings["min_strength"]:
                continue
            yield self.finding(
                f"The original hedges this (“{hedge.text}”); the copy states it as a fact.",
                confidence=_confidence(comparison, change),
                severity="major" if hedge.strength >= STRONG else "minor",
                original=[_words_of(comparison.original, change)],
                copy=[_passage(comparison.copy, change.copies)],
                hedge=hedge.value,
                strength=hedge.strength,
            )


class HedgeHardened(Rule):
    """The original leaves open whether it is so; the copy says that it is certain.

    What it does
        Looks at each passage of the original that holds a hedge, and in the copy's passage for it for words of
        certainty that the original does not have: proved or confirmed for allegedly, will for may, all for most. In
        one language also for what the original expects or plans, and the copy tells without a word of what is to come.
        Nothing is said where the copy hedges in another way, asks, or denies the certainty ("not confirmed").
        Evidence: `hedge` (its class), `certainty` (proven, future, all, done).

    Why it matters
        It is worse than a lost doubt: the copy vouches for what the original would not say.

    Fires
        original [en]: The clerk allegedly hid the letter in the cellar.
        copy [en]: It was proved that the clerk hid the letter in the cellar.

        original [en]: The road may close on Monday.
        copy [fr]: La route sera fermée lundi.

    Stays silent
        original [en]: The police could not confirm that the clerk hid the letter.
        copy [de]: Die Polizei konnte nicht bestätigen, dass der Schreiber den Brief versteckte.

        original [en]: The road will probably close on Monday.
        copy [de]: Die Straße wird voraussichtlich am Montag gesperrt.
    """

    id = "hedge-hardened"
    group = "hedge"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = _NEEDS

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for change in changes(comparison):
            if change.harder is None or (change.kind == "done" and _shared(comparison, change) < _SAME_WORDS):
                continue
            sure = _confidence(comparison, change, least=_HARDENED) + _HARDER[change.kind]
            done = change.kind == "done"
            yield self.finding(
                f"The original says “{change.hedge.text}”; the copy tells it as done."
                if done
                else f"The original says “{change.hedge.text}”; the copy says “{change.harder.text}”.",
                confidence=round(sure, 2),
                severity=_hardness(comparison, change),
                original=[_words_of(comparison.original, change)],
                copy=[change.harder],
                hedge=change.hedge.value,
                certainty=change.kind,
            )


class HedgeAdded(Rule):
    """The copy hedges what the original states as a fact.

    What it does
        Looks at each passage of the copy that holds a hedge (allegedly, reportedly, apparently, perhaps, may ...) and
        at the original's passage for it. If nothing there leaves it open, neither a hedge nor a source, a conditional
        or a question, it reports the hedge. Evidence: `hedge` (its class), `strength`.

    Why it matters
        A doubt that nobody had makes a settled fact look disputed; "allegedly" also says that somebody alleges it.

    Fires
        original [en]: The driver took the money from the safe.
        copy [en]: The driver allegedly took the money from the safe.

        original [de]: Der Minister ist am Freitag nach Oslo gereist.
        copy [en]: The minister reportedly travelled to Oslo on Friday.

    Stays silent
        original [de]: Der Minister soll am Freitag nach Oslo gereist sein.
        copy [en]: The minister reportedly travelled to Oslo on Friday.

        original [en]: According to witnesses, the driver took the money.
        copy [en]: The driver allegedly took the money.
    """

    id = "hedge-added"
    group = "hedge"
    severity = "minor"
    mqm = "accuracy/addition"
    needs = _NEEDS
    options = {"min_strength": 0.4}

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for change in changes(comparison):
            hedge = change.hedge
            if not change.added:
                continue
            # Where all other words are the same, the doubt stands in the place of the fact: no other use of its words.
            alike = comparison.same_language and _shared(comparison, change) >= _SAME_WORDS
            if hedge.strength < self.settings["min_strength"] and not alike and hedge.value not in _OPEN:
                continue
            least = _LEAST_ADDED if alike or hedge.value in _OPEN else 0.0
            less = 0.0 if alike or hedge.value in _OPEN else _MOOD if change.ambiguous else _NEW
            yield self.finding(
                f"The copy hedges this (“{hedge.text}”); the original states it as a fact.",
                confidence=round(_confidence(comparison, change, least=least) - less, 2),
                severity="major" if hedge.value in _GIVEN and not change.ambiguous else "minor",
                original=[_passage(comparison.original, change.originals)],
                copy=[_words_of(comparison.copy, change)],
                hedge=hedge.value,
                strength=hedge.strength,
            )


def _hardness(comparison: Comparison, change: Change) -> str:
    """Other languages put into the future, and into "all", what is open all the same."""
    return "major" if change.kind == "proven" or (change.kind == "future" and comparison.same_language) else "minor"


def _words_of(article: Article | None, change: Change) -> Passage:
    assert article is not None
    return article.passage(change.hedge.start, change.hedge.end)


def _passage(article: Article | None, segments: Sequence[Segment]) -> Passage:
    assert article is not None
    return article.passage(segments[0].start, segments[-1].end)


def _confidence(comparison: Comparison, change: Change, least: float = 0.0) -> float:
    """How sure: by the strength of the doubt (`least`: taken for no weaker), and by how like the passages are."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    sure = 0.38 + 0.45 * max(least, change.hedge.strength)
    if comparison.same_language:
        if _shared(comparison, change) < 0.6:
            sure -= _REWORDED
    else:
        sure -= _OTHER_LANGUAGE
    scale = len(copy.text) / max(1, len(original.text))
    long, short = scale * _length(change.originals), _length(change.copies)
    if (long < 0.6 * short) if change.added else (short < 0.6 * long):
        sure -= _REWORDED
    return round(max(0.1, sure), 2)


def _shared(comparison: Comparison, change: Change) -> float:
    """The share of the words of the plain side that the side with the hedge has too."""
    assert comparison.original is not None
    ours, theirs = _words(comparison.original, change.originals), _words(comparison.copy, change.copies)
    return len(ours & theirs) / max(1, len(ours if change.added else theirs))


def _words(article: Article, segments: Sequence[Segment]) -> set[str]:
    """The beginnings of the words of some segments, or their characters where words are not set apart."""
    text = " ".join(fold(article.words_of(segment)) for segment in segments)
    found = _WORDS.findall(text)
    spaces = language.load(article.language).spaced
    return {word[:4] for word in found} if spaces else set("".join(found))


def _length(segments: Sequence[Segment]) -> int:
    return sum(segment.end - segment.start for segment in segments)
