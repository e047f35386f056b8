"""What retold can do and is set to do, for a reader: the lists behind `rules`, `explain`, `config` and `inspect`.

Plain text, no colour: these are read, searched with grep, and pasted into questions.
"""

from __future__ import annotations

import inspect
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from retold.checker.config import Config
from retold.checker.model import Article
from retold.checker.rule import Rule

_WIDEST = 44
"""Characters that a column is padded to at most; a longer cell pushes its own line only."""


def write_rules(rules: Iterable[type[Rule]], stream: TextIO) -> None:
    """One line a rule: id, default severity, what it finds."""
    rows = [("rule", "severity", "what it finds")]
    rows += [(rule.id, rule.severity, summary(rule)) for rule in rules]
    _columns(rows, stream)


def write_rules_table(rules: Iterable[type[Rule]], stream: TextIO) -> None:
    """The same as a Markdown page, `rules/README.md`."""
    stream.write(
        "# Rules\n\nMade by `retold rules --format markdown`; `retold explain RULE` shows one with examples.\n\n"
    )
    stream.write("| rule | severity | MQM category | needs | what it finds |\n|---|---|---|---|---|\n")
    for rule in rules:
        stream.write(f"| `{rule.id}` | {rule.severity} | {rule.mqm} | {_needs(rule)} | {summary(rule)} |\n")


def write_rule(rule: type[Rule], stream: TextIO) -> None:
    """One rule's documentation, with its settings."""
    stream.write(f"{rule.id}\n{'=' * len(rule.id)}\n\n{inspect.cleandoc(rule.__doc__ or '')}\n\n")
    facts = [("group", rule.group), ("severity", rule.severity), ("MQM category", rule.mqm), ("status", rule.status)]
    facts.append(("needs", _needs(rule)))
    facts += [(f"option {name}", json.dumps(value)) for name, value in rule.options.items()]
    _columns([(name, value) for name, value in facts if value], stream)


def write_config(config: Config, stream: TextIO) -> None:
    """Every value in force and the layer that set it."""
    rows = [("setting", "value", "set by")]
    for key, setting in config.settings.items():
        rows.append((key, json.dumps(setting.value, ensure_ascii=False), setting.origin))
    _columns(rows, stream)


def write_inspection(seen: Mapping[str, Any], article: Article, stream: TextIO) -> None:
    """Segments and the mentions in them, in reading order."""
    known = [f"language {seen['language']}", f"published {seen['published'] or 'unknown'}"]
    stream.write(f"{seen['id']}: {', '.join(known)}, {len(article.segments)} segments\n")
    mentions, starts = seen["mentions"], [mention["start"] for mention in seen["mentions"]]
    for segment in article.segments:
        stream.write(f"\n[{segment.start}:{segment.end}] {segment.kind}\n  {_shown(article.words_of(segment))}\n")
        inside = mentions[bisect_left(starts, segment.start) : bisect_left(starts, segment.end)]
        rows = [(f"    {m['kind']}", _shown(m["text"]), _shown(_says(m))) for m in inside]
        _columns(rows, stream)


def _says(mention: Mapping[str, Any]) -> str:
    """The value of a mention, with its bound or as its two ends: "70", "> 70", "10 to 20"."""
    value, bound = mention["value"], mention.get("bound", "=")
    if mention["kind"] == "attribution":
        known = [_described(mention.get("described", {})), *(f"told by {outer}" for outer in mention.get("chain", ()))]
        return f"{value} ({'; '.join(filter(None, known))})" if any(known) else str(value)
    if value is None:
        return f"{mention['low']} to {mention['high']}" if mention.get("low") and mention.get("high") else ""
    return str(value) if bound == "=" else f"{bound} {value}"


def _described(source: Mapping[str, Any]) -> str:
    """Who is credited, in a few words: "2 intelligence, West, anonymous"."""
    number = str(source.get("people") or source.get("vague") or ("several" if source.get("plural") else ""))
    who = " ".join([number, *source.get("ranks", ()), "/".join(source.get("roles", ()))]).strip()
    signs = [word for word in ("anonymous", "pronoun") if source.get(word)]
    return ", ".join(part for part in (source.get("name"), who, "/".join(source.get("regions", ())), *signs) if part)


def summary(rule: type[Rule]) -> str:
    """The first sentence of a rule's documentation."""
    return (inspect.cleandoc(rule.__doc__ or "").splitlines() or [""])[0]


def _needs(rule: type[Rule]) -> str:
    return ", ".join(need.rstrip("?") + " (if there)" * need.endswith("?") for need in rule.needs)


def _shown(text: str) -> str:
    return " ".join("".join(c if c.isprintable() or c.isspace() else "\ufffd" for c in text).split())


def _columns(rows: Sequence[tuple[str, ...]], stream: TextIO) -> None:
    widths = [min(_WIDEST, max(map(len, column))) for column in list(zip(*rows, strict=True))[:-1]]
    for *cells, last in rows:
        padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
        stream.write("  ".join([*padded, last]).rstrip() + "\n")
