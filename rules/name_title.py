"""The office or rank of one person that the copy changes."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker import language
from retold.checker.compare import Comparison
from retold.checker.mentions import name_entities
from retold.checker.mentions.name_letters import ascii_words
from retold.checker.mentions.name_office import Office, held
from retold.checker.mentions.name_words import is_generic
from retold.checker.model import Article, Finding
from retold.checker.rule import Rule

_ACROSS_ALIKE = (
    frozenset({"president", "chairman"}),
    frozenset({"chief-executive", "director"}),
    frozenset({"chancellor", "prime-minister"}),
    frozenset({"bishop", "archbishop"}),
)
"""Offices that one language may tell apart where another does not."""
_RANKS = frozenset({"general", "lieutenant", "major", "colonel", "captain", "admiral"})
_SURE, _BY_MARK = 0.78, 0.72


class TitleAltered(Rule):
    """The copy gives a person another office or rank than the original.

    What it does
        Compares the offices beside one and the same person in the two texts by a table of offices in 18 languages:
        president, minister, deputy minister, mayor, general, colonel, spokesperson, judge, chief executive and others,
        each with former and deputy. Silent where one of the texts calls the person by the same office anywhere,
        where the copy leaves the office out, or where two languages use one word for both.

    Why it matters
        What a person says weighs as much as the office that he or she holds. A minister decides, a deputy does not, and
        a former president speaks for nobody.

    Fires
        original [en]: Deputy Minister Ruth Adeyemi signed the order on Monday.
        copy [de]: Ministerin Ruth Adeyemi unterzeichnete die Anordnung am Montag.

        original [en]: The city was held by General Martin Keller.
        copy [en]: The city was held by Colonel Martin Keller.

    Stays silent
        original [en]: Prime Minister Ruth Adeyemi signed the order on Monday.
        copy [fr]: La Première ministre Ruth Adeyemi a signé le décret lundi.

        original [en]: The court heard Professor Martin Keller on Friday.
        copy [en]: The court heard Martin Keller on Friday.
    """

    id = "title-altered"
    group = "name"
    severity = "major"
    mqm = "accuracy/mistranslation"
    needs = ("original", "original-data:names", "copy-data:names")

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        if not held(original) or not held(copy):
            return
        ours, theirs = _by_person(original), _by_person(copy)
        alike = _alike(comparison)
        for one, two, _ in name_entities.paired(original, copy):
            mine, yours = ours.get(one.mentions[0].start, []), theirs.get(two.mentions[0].start, [])
            if not mine or not yours or any(_agree(a, b, alike) for a in mine for b in yours):
                continue
            by_mark = any(_kinds_agree(a, b, alike) for a in mine for b in yours)
            yield self._report(comparison, mine[0], yours[0], _BY_MARK if by_mark else _SURE)

    def _report(self, comparison: Comparison, old: Office, new: Office, confidence: float) -> Finding:
        original, copy = comparison.original, comparison.copy
        assert original is not None
        mine, yours = _words(original, old), _words(copy, new)
        return self.finding(
            f"The original calls {old.name.text} “{mine}”; the copy calls {new.name.text} “{yours}”.",
            confidence=confidence,
            original=[original.passage(min(old.start, old.name.start), max(old.end, old.name.end))],
            copy=[copy.passage(min(new.start, new.name.start), max(new.end, new.name.end))],
            original_value=sorted(old.kinds | old.marks),
            copy_value=sorted(new.kinds | new.marks),
        )


def _by_person(article: Article) -> dict[int, list[Office]]:
    """The offices of each person, by the place where the person is first named."""
    first = {
        (name.start, name.end): entity.mentions[0].start
        for entity in name_entities.of(article)
        for name in entity.mentions
    }
    found: dict[int, list[Office]] = {}
    for office in held(article):
        person = first.get((office.name.start, office.name.end))
        body = any(is_generic(word, article.language) for word in ascii_words(office.name.text))
        if person is not None and not body:
            found.setdefault(person, []).append(office)
    return found


def _alike(comparison: Comparison) -> tuple[frozenset[str], ...]:
    """Kinds of office that need not differ between these two texts."""
    assert comparison.original is not None
    groups = [] if comparison.same_language else list(_ACROSS_ALIKE)
    for tag in (comparison.original.language, comparison.copy.language):
        groups += [frozenset(group) for group in language.load(tag).section("names").get("offices_alike", ())]
    return tuple(groups)


def _agree(one: Office, two: Office, alike: tuple[frozenset[str], ...]) -> bool:
    return one.marks == two.marks and _kinds_agree(one, two, alike)


def _kinds_agree(one: Office, two: Office, alike: tuple[frozenset[str], ...]) -> bool:
    """Whether two offices may be one: a kind in common, or one that says less than the other."""
    if one.kinds & two.kinds:
        return True
    for a in one.kinds:
        for b in two.kinds:
            if any({a, b} <= group for group in alike):
                return True
            if "minister" in (a, b) and {a, b} <= _MINISTERS:
                return True
    return bool(one.kinds & _RANKS and two.kinds & _RANKS and len(one.kinds | two.kinds) > 2)


_MINISTERS = frozenset({"minister", "foreign-minister", "defence-minister", "finance-minister", "interior-minister"})


def _words(article: Article, office: Office) -> str:
    """The office as it is written, with what qualifies it."""
    text = article.text
    start = office.start
    if office.marks:
        before = text[max(0, start - 24) : start]
        cut = before.rstrip().rfind(" ") + 1 if before.endswith(" ") else before.rfind(" ") + 1
        start -= len(before) - cut
    return " ".join(text[start : office.end].split())
