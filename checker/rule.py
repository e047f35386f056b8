"""The one rule interface.

A rule is a class with a few declarations and one method, `check(comparison)`, that yields findings. It decides
nothing else: the engine orders, filters and gates, report writers print.

The docstring of a rule is its documentation (`retold explain`). It starts with one sentence that names the defect and
has these sections, each a heading line followed by indented text:

    What it does
    Why it matters
    Fires            one or more examples, `original:` / `copy:` lines (copy alone for rules that need no original;
                     ¶ for a new paragraph)
    Stays silent     the same

A test runs the examples, so they are always true.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from retold.checker.model import Finding, Passage

if TYPE_CHECKING:
    from retold.checker.compare import Comparison

_LINE_END = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")


class Rule(ABC):
    """One kind of defect.

    Class attributes:
        id: kebab-case name of the defect, its group's word first.
        group: the file it lives in: number, date, quote, attribution, hedge, name, garble, meaning.
        severity: the default MQM severity; a finding may carry another.
        mqm: the MQM category ("accuracy/mistranslation" ...).
        needs: what must be there to judge: "original"; "encoder"; "same-language"; "translation" (two languages; a pair
            in one language is then none of the rule's business); "original-data:SECTION" and "copy-data:SECTION" (that
            section of the article's language file). The engine turns a missing need into a skip with its reason. A
            need that ends in "?" is only wished for: "encoder?" has the encoder loaded, and the rule judges without.
        fallback: speaks only of passages on which no other rule has spoken.
        covers: ids of rules whose findings fall away where this one speaks of most of their words, since it says more.
        status: "stable" or "preview".
        options: option name -> default value; a configuration file may set them under [rules.ID].
    """

    id: ClassVar[str]
    group: ClassVar[str]
    severity: ClassVar[str] = "major"
    mqm: ClassVar[str] = ""
    needs: ClassVar[tuple[str, ...]] = ("original",)
    status: ClassVar[str] = "stable"
    fallback: ClassVar[bool] = False
    covers: ClassVar[tuple[str, ...]] = ()
    options: ClassVar[Mapping[str, Any]] = {}

    def __init__(self, options: Mapping[str, Any] | None = None) -> None:
        self.settings = {**self.options, **(options or {})}

    @abstractmethod
    def check(self, comparison: Comparison) -> Iterator[Finding]:
        """Yield what is wrong. Raise `NotChecked(reason)` when this comparison cannot be judged."""

    def finding(
        self,
        message: str,
        *,
        confidence: float,
        original: tuple[Passage, ...] | list[Passage] = (),
        copy: tuple[Passage, ...] | list[Passage] = (),
        severity: str | None = None,
        **evidence: Any,
    ) -> Finding:
        """A finding of this rule. `evidence` values must be JSON (str, number, bool, None, list, dict).

        The message becomes one line, whatever line ends stand in the words that it quotes.
        """
        return Finding(
            rule=self.id,
            group=self.group,
            severity=severity or self.severity,
            confidence=confidence,
            mqm=self.mqm,
            message=_LINE_END.sub(" ", message),
            original=tuple(original),
            copy=tuple(copy),
            evidence=evidence,
        )
