"""What differs between two sources of one statement: country, role, rank, number of people, anonymity.

Only what both texts say is compared, and what may be said for short stays free: "officials" for "intelligence
officials", "the authorities" for "the ministry", a country of the West for ... nothing but the West.
"""

from __future__ import annotations

from dataclasses import dataclass

from retold.checker.mentions.attribution_source import Source

STATE = frozenset({
    "official", "authority", "intelligence", "police", "military", "minister", "leader", "mayor", "spokesperson",
    "diplomat", "lawmaker", "prosecutor", "judge", "investigator", "rescuer",
})  # fmt: skip
LEARNED = frozenset({"expert", "researcher", "analyst", "doctor"})
PUBLIC = frozenset({"witness", "resident", "relative", "activist"})

_ANYBODY = frozenset({"spokesperson", "source", "media", "worker", "opposition"})
"""Roles that people of every other role may have too."""

_COVERS = {
    "official": STATE - {"judge"},
    "authority": STATE,
    "intelligence": STATE,
    "expert": LEARNED | {"lawyer", "report", "executive"},
    "executive": STATE | LEARNED | {"lawyer"},
    "report": LEARNED | {"authority", "official", "executive", "activist"},
    "lawmaker": frozenset({"minister", "leader", "mayor", "activist"}),
}
"""Roles and those that are said for one another."""

_ALSO = (
    frozenset({"police", "investigator"}),
    frozenset({"prosecutor", "investigator"}),
    frozenset({"prosecutor", "judge"}),
    frozenset({"leader", "minister"}),
    frozenset({"leader", "mayor"}),
    frozenset({"diplomat", "minister"}),
    frozenset({"researcher", "analyst"}),
    frozenset({"researcher", "doctor"}),
    frozenset({"witness", "resident"}),
    frozenset({"resident", "activist"}),
    frozenset({"rescuer", "doctor"}),
    frozenset({"police", "rescuer"}),
    frozenset({"military", "leader"}),
)

WEST = frozenset({
    "AT", "AU", "BE", "CA", "CH", "DE", "DK", "ES", "EU", "FI", "FR", "GB", "IE", "IT", "NATO", "NL", "NO", "NZ", "PT",
    "SE", "US",
})  # fmt: skip
"""What "Western" may stand for: to name one of them is to say more than the source is said to be."""

EUROPE = (WEST - {"AU", "CA", "NATO", "NZ", "US"}) | {
    "BG", "CZ", "EE", "GR", "HR", "HU", "LT", "LV", "PL", "RO", "SI", "SK",
}  # fmt: skip
_SAME_REGION = (frozenset({"West", "NATO"}), frozenset({"EU", "BE"}), frozenset({"CD", "CG"}))


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two sources differ in. `what` is region, role, rank, number or anonymity."""

    what: str
    severity: str
    confidence: float
    old: str = ""
    new: str = ""


def differences(old: Source, new: Source) -> list[Difference]:
    """What is said of the source in both texts and differs, worst first."""
    if old.pronoun or new.pronoun or (old.name and new.name):
        return []
    found = [_region(old, new), _role(old, new), _rank(old, new), _number(old, new), _anonymity(old, new)]
    order = {"critical": 0, "major": 1, "minor": 2}
    return sorted((each for each in found if each), key=lambda each: (order[each.severity], -each.confidence))


def _region(old: Source, new: Source) -> Difference | None:
    if new.regions and not old.regions:
        return _region_gained(old, new)
    if old.regions & new.regions or not new.regions:
        return None
    both = old.regions | new.regions
    if any(len(both & group) == 2 for group in _SAME_REGION) and len(both) == 2:
        return None
    if not may_be_one(old.roles, new.roles):
        return None  # then it is the role that differs most
    narrowed = ("EU" in both and both <= EUROPE) or ("West" in both and both - {"West"} <= WEST)
    return Difference("region", "major", 0.7 if narrowed else 0.75, _joined(old.regions), _joined(new.regions))


def _region_gained(old: Source, new: Source) -> Difference | None:
    """A country that only the copy has: worth a word where the original nowhere speaks of it."""
    if not old.roles or not new.roles or old.name or new.name or not may_be_one(old.roles, new.roles):
        return None
    return Difference("region", "minor", 0.55, "", _joined(new.regions))


def _role(old: Source, new: Source) -> Difference | None:
    if old.name or new.name or may_be_one(old.roles, new.roles):
        return None
    apart = not any(old.roles & group and new.roles & group for group in (STATE, LEARNED, PUBLIC))
    return Difference("role", "major", 0.75 if apart else 0.65, _joined(old.roles), _joined(new.roles))


def may_be_one(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two descriptions of a role may be of one person: what only says "source" or "spokesman" decides nothing
    where both say more ("judicial sources", "police sources")."""
    more, others = ours - _ANYBODY, theirs - _ANYBODY
    if more and others:
        ours, theirs = more, others
    return not ours or not theirs or any(_compatible(one, other) for one in ours for other in theirs)


def _compatible(one: str, other: str) -> bool:
    if one == other or one in _ANYBODY or other in _ANYBODY:
        return True
    if other in _COVERS.get(one, ()) or one in _COVERS.get(other, ()):
        return True
    return any(one in pair and other in pair for pair in _ALSO)


def kin(role: str) -> frozenset[str]:
    """The roles that are said for a role, itself among them; not those that anybody may have."""
    beside = (pair for pair in _ALSO if role in pair)
    wider = (each for each, covered in _COVERS.items() if role in covered)
    return frozenset({role, *_COVERS.get(role, ()), *wider}).union(*beside) - _ANYBODY


def _rank(old: Source, new: Source) -> Difference | None:
    if bool(old.roles) != bool(new.roles) or not may_be_one(old.roles, new.roles) or old.name or new.name:
        return None  # a role that no list has stands in neither: "the former captain", "the captain"
    changed = old.ranks ^ new.ranks
    for rank, severity, confidence in (("former", "major", 0.75), ("deputy", "major", 0.7), ("senior", "minor", 0.55)):
        if rank in changed and (old.roles or rank == "former"):
            return Difference(
                "rank", severity, confidence if old.roles else 0.6, _joined(old.ranks), _joined(new.ranks)
            )
    return None


def _number(old: Source, new: Source) -> Difference | None:
    """A number is compared where both sides tell one; "officials" for "two officials" only costs the number."""
    if not old.roles or not new.roles or not may_be_one(old.roles, new.roles) or old.name or new.name:
        return None
    ours, theirs = _people(old), _people(new)
    if old.people is not None and new.people is not None:
        if old.people == new.people:
            return None
        return Difference("number", "major", 0.75, ours, theirs)
    if old.plural is None or new.plural is None:
        return None
    if old.plural != new.plural:
        told = old.people is not None or new.people is not None or bool(old.vague or new.vague)
        return Difference("number", "major" if told else "minor", 0.7 if told else 0.55, ours, theirs)
    if old.people is not None and old.plural and not new.vague:
        return Difference("number", "minor", 0.5, ours, theirs)
    return None


def _people(source: Source) -> str:
    if source.people is not None:
        return str(source.people)
    return source.vague or {True: "more than one", False: "one", None: ""}[source.plural]


def _anonymity(old: Source, new: Source) -> Difference | None:
    if old.anonymous and not new.anonymous:
        if new.name:
            return Difference("anonymity", "major", 0.7, "not named", new.name)
        return Difference("anonymity", "minor", 0.55, "not named", "") if new.roles or not old.roles else None
    if new.anonymous and not old.anonymous and old.name:
        return Difference("anonymity", "major", 0.75, old.name, "not named")
    return None


def _joined(codes: frozenset[str]) -> str:
    return ", ".join(sorted(codes))
