"""Of an altered pair of figures: which rule reports it, how sure, how grave."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from retold.checker.compare import Comparison
from retold.checker.model import Article, Finding, Passage
from retold.checker.rule import Rule
from retold.rules.number_bounds import change, may_say_to, strictly
from retold.rules.number_convert import far_off, misconverted, unit_changed
from retold.rules.number_equal import parts, readings, rescaled
from retold.rules.number_harm import altered_harm, harm
from retold.rules.number_item import Item
from retold.rules.number_match import Altered, outcome, readable
from retold.rules.number_money import currencies_differ

_BY_FAULT = {
    "currency": "currency-altered", "unit": "unit-altered", "points": "percent-point-confused",
    "bound": "bound-altered",
}  # fmt: skip

_BOUND = {"opposed": 0.75, "dropped": 0.55, "loosened": 0.5, "added": 0.3}
"""How sure a changed bound is a fault."""

_VAGUE = 0.4
"""The same where only "about" or "as many as" was dropped, which translators do freely, or what stands before a small
number in words may be no bound ("chosen over five others", "under four presidents").
"""

_SMALL = 12

_STRESSED = 0.6
"""The same for opposite bounds of which none is strict: "at least" and "as many as" may both stress a figure."""

_PERHAPS_TO = 0.5
"""The same where one of them may only say what the figure rose or fell to."""


def rule_of(pair: Altered) -> str:
    """The one rule that reports a pair."""
    if pair.fault:
        return _BY_FAULT[pair.fault]
    one, two = pair.original.figure.unit, pair.copy.figure.unit
    if pair.misread:
        return "separator-unlocalised"
    if currencies_differ(one, two):
        return "currency-altered"
    if misconverted(pair.original, pair.copy):
        return "unit-altered"
    if rescaled(pair.original, pair.copy):
        return "magnitude-altered"
    return "number-altered"


def reported(comparison: Comparison, rule: str) -> Iterator[Altered]:
    """The altered pairs that are a rule's to report, in the order of the original."""
    return (pair for pair in outcome(comparison).altered if rule_of(pair) == rule)


def report(rule: Rule, comparison: Comparison, pair: Altered, message: str, **evidence: Any) -> Finding:
    """The finding of a rule on a pair, with both passages."""
    assert comparison.original is not None
    return rule.finding(
        message,
        confidence=confidence_of(pair, comparison),
        severity=severity_of(pair, comparison),
        original=[passage(comparison.original, pair.original)],
        copy=[passage(comparison.copy, pair.copy)],
        original_value=pair.original.key,
        copy_value=pair.copy.key,
        **evidence,
    )


def passage(article: Article, item: Item) -> Passage:
    return article.passage(item.figure.start, item.figure.end)


def severity_of(pair: Altered, comparison: Comparison) -> str:
    assert comparison.original is not None
    if pair.fault == "bound":
        opposed = change(pair.original, pair.copy, comparison.original, comparison.copy) == "opposed"
        return "major" if opposed else "minor"
    if pair.fault == "points":
        return "major"
    if pair.fault:
        return harm(comparison.original, pair.original)
    return altered_harm(comparison.original, pair.original, pair.copy)


def confidence_of(pair: Altered, comparison: Comparison) -> float:
    known = readable(comparison)
    if pair.fault:
        sure = _fault_confidence(pair, comparison)
        return sure if known else min(sure, 0.6)
    rule = rule_of(pair)
    if rule == "currency-altered":
        return 0.6 if known else 0.45
    if rule == "unit-altered":
        far = all(far_off(a, b) for a in readings(pair.original, known) for b in readings(pair.copy, known))
        return 0.7 if far else 0.45
    return _value_confidence(pair, known)


def _fault_confidence(pair: Altered, comparison: Comparison) -> float:
    if pair.fault == "currency":
        return 0.85
    if pair.fault == "unit":
        return 0.75 if unit_changed(pair.original, pair.copy) else 0.6
    if pair.fault == "points":
        return 0.6
    assert comparison.original is not None
    how = change(pair.original, pair.copy, comparison.original, comparison.copy)
    if how == "opposed" and not strictly(pair.original, pair.copy):
        sides = (comparison.original, pair.original), (comparison.copy, pair.copy)
        return _PERHAPS_TO if any(may_say_to(*side) for side in sides) else _STRESSED
    soft = {"~", "<="} & {pair.original.figure.bound, pair.copy.figure.bound}
    if how in ("dropped", "added") and (soft or (pair.original.figure.spelled and abs(pair.original.value) <= _SMALL)):
        return min(_VAGUE, _BOUND[how])
    return _BOUND[how]


def _value_confidence(pair: Altered, known: bool) -> float:
    old, new = pair.original.figure, pair.copy.figure
    if parts(pair.original, pair.copy):
        return 0.7
    confidence = 0.9 - 0.1 * old.spelled - 0.1 * new.spelled
    small = min(pair.original.value, pair.copy.value) >= 2 and old.kind == new.kind
    if old.loose and new.loose:
        confidence -= 0.1 if small else 0.3
    elif old.loose or new.loose:
        confidence -= 0.2 if small and not pair.rivals else 0.4
    if old.kind != new.kind or old.unit != new.unit:
        confidence -= 0.1
    if pair.rivals:
        confidence -= 0.05
    if not known:
        confidence = min(confidence - 0.1, 0.75)
    return round(max(0.2, confidence), 2)
