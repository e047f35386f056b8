"""A name of the original that the copy has nowhere and for which nothing stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions.grouping import inside
from retold.checker.mentions.name import PLACES, Name
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_trace import trail
from retold.checker.mentions.name_words import is_common
from retold.checker.mentions.phrases import fold
from retold.checker.model import Article, Finding, Passage, Segment
from retold.checker.rule import Rule
from retold.rules.name_gap import gap, sure_gap
from retold.rules.name_swaps import replaced_names
from retold.rules.name_unmatched import FULL, TITLED, UNSURE, WORD, Unmatched, passages

_WORDS = re.compile(r"\w+")
_KEPT = 0.55
"""Share of the words of an original's passage that its copy keeps, in one language, so that a lost name counts."""
_MOST = 4
"""More lost names than this in one passage: the copy leaves out more than a name."""
_CONFIDENCE = {FULL: 0.66, TITLED: 0.62, WORD: 0.56, UNSURE: 0.42}
_HEARD_HARDLY = 0.1
"""So much less sure where the copy is in Chinese characters or kana."""
_FOREIGN, _CUT = 0.52, 0.54
_LEAST_LETTERS = 5
"""A place's name alone must have so many: shorter ones are too often other words."""
_AT_A_GAP, _UNNAMED = 0.66, 0.58


class NameMissing(Rule):
    """The copy leaves out a person, organisation or place that the original names.

    What it does
        Looks for each name of the original in the copy: in every spelling, ending, script and abbreviation, by place
        codes and by the table of known persons and bodies. A name counts as missing when the whole copy lacks it, its
        own passage is there, and no other name stands in its place (that is name-altered). In one language the
        passage must be otherwise kept: whoever shortens a text leaves out names on purpose. A place where the
        sentence breaks off, as in "imported from are duty free", makes it surer; where it does so beyond doubt, it is
        reported though the name cannot be told.

    Why it matters
        Without the name the reader cannot tell who did it or where, and a sentence may say it of everybody.

    Fires
        original [en]: The bridge over the Marwell was built by Okonkwo Brothers in 1931.
        copy [de]: Die Brücke über den Fluss wurde 1931 von Okonkwo Brothers gebaut.

        original [en]: On Friday Ruth Adeyemi opened the new wing of the hospital.
        copy [en]: On Friday opened the new wing of the hospital.

    Stays silent
        original [en]: On Friday Ruth Adeyemi opened the new wing. Adeyemi thanked the nurses.
        copy [de]: Am Freitag eröffnete Ruth Adeyemi den neuen Flügel. Sie dankte den Pflegekräften.

        original [en]: Reporters waited in front of the White House on Monday.
        copy [es]: Los periodistas esperaban el lunes frente a la Casa Blanca.
    """

    id = "name-missing"
    group = "name"
    severity = "minor"
    mqm = "accuracy/omission"
    needs = ("original", "original-data:names", "copy-data:names")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        replaced = replaced_names(comparison)
        told: set[str] = set()
        han = trail(copy).han
        holes: set[int] = set()
        for passage in passages(comparison):
            lost = [
                each for each in passage.lost
                if each.name.start not in replaced and (not each.partly or _cut(comparison, each, passage.copies))
            ]  # fmt: skip
            if not lost or len(lost) > _MOST:
                continue
            hole = next(
                (found for segment in passage.copies if (found := sure_gap(copy, segment) or gap(copy, segment))), None
            )
            kept = not comparison.same_language or _kept(original, passage.originals, copy, passage.copies, lost)
            if not kept and not hole:
                continue
            if hole:
                holes.add(hole[0])
            best = sorted(lost, key=lambda each: (-each.sure, each.name.start))
            for each in best[:1] if hole else best:
                confidence = max(_CONFIDENCE[each.sure] - (_HEARD_HARDLY if han else 0.0), _AT_A_GAP if hole else 0.0)
                if not comparison.same_language and _looks_foreign(original, each):
                    confidence = max(confidence, _FOREIGN)
                if each.partly:
                    confidence = _CUT
                if each.name.type in PLACES and len(each.name.text) < _LEAST_LETTERS and not hole:
                    continue
                if fold(each.name.text) not in told and confidence >= 0.5:
                    told.add(fold(each.name.text))
                    where = copy.passage(*hole) if hole else _passage(copy, passage.copies)
                    yield self._report(original, each.name, where, confidence, bool(hole))

        yield from self._unnamed(comparison, holes)

    def _unnamed(self, comparison: Comparison, told: set[int]) -> Iterator[Finding]:
        """Places where the copy lacks a word beyond doubt, though no name of the original is known to be lost."""
        original, copy = comparison.original, comparison.copy
        assert original is not None
        for _, originals, copies in comparison.linked_pairs():
            hole = next((found for segment in copies if (found := sure_gap(copy, segment))), None)
            if hole is None or hole[0] in told or any(sure_gap(original, segment) for segment in originals):
                continue
            told.add(hole[0])
            yield self.finding(
                "A word, most likely a name, seems to have fallen out of this sentence of the copy.",
                confidence=_UNNAMED,
                original=[_passage(original, originals)],
                copy=[copy.passage(*hole)],
                gap=True,
            )

    def _report(self, original: Article, name: Name, where: Passage, confidence: float, hole: bool) -> Finding:
        kind = "the place" if name.type in PLACES else ""
        words = f"{kind} “{name.text}”".strip()
        message = f"The original names {words}; the copy leaves the name out."
        return self.finding(
            message,
            confidence=confidence,
            original=[original.passage(name.start, name.end)],
            copy=[where],
            original_value=name.value,
            gap=hole,
        )


def _cut(comparison: Comparison, each: Unmatched, copies: Sequence[Segment]) -> bool:
    """Whether a translation keeps the given name of a full name and drops the family name everywhere."""
    original, copy = comparison.original, comparison.copy
    assert original is not None
    words = ascii_words(each.name.text)
    heard = trail(copy)
    if comparison.same_language or heard.script != trail(original).script or not 1 < len(words) < 6:
        return False
    renamed = any(
        ascii_words(name.text)[:1] == words[:1] != ascii_words(name.text) for name in inside(copy, "name", copies)
    )
    if renamed:  # Ingrid Brekke: another person, or another part of the name
        return False
    small = any(is_common(word, tag) for word in words for tag in (original.language, copy.language))
    return not small and heard.holds(words[0]) and not heard.has_word(words[-1])


def _looks_foreign(article: Article, name: Unmatched) -> bool:
    """Whether a name of unknown words has letters that the language's own words lack: Walmart in Spanish."""
    letters = language.load(article.language).section("names").get("foreign_letters", "")
    return name.name.type == "name" and any(letter in letters for letter in fold(name.name.text))


def _passage(copy: Article, segments: Sequence[Segment]) -> Passage:
    return copy.passage(segments[0].start, segments[-1].end)


def _kept(
    original: Article, originals: Sequence[Segment], copy: Article, copies: Sequence[Segment], lost: Sequence[Unmatched]
) -> bool:
    """Whether the copy keeps most words of a passage, the lost names aside."""
    ours = {word for each in originals for word in _WORDS.findall(fold(original.words_of(each)))}
    theirs = {word for each in copies for word in _WORDS.findall(fold(copy.words_of(each)))}
    ours -= {word for each in lost for word in _WORDS.findall(fold(each.name.text))}
    return len(ours & theirs) >= _KEPT * max(1, len(ours))
