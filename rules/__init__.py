"""The built-in rules, in report order, and those that other packages add by the entry-point group `retold.rules`."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module, util

from retold.checker.rule import Rule

MODULES = (
    "number", "date", "quote", "attribution", "hedge", "name", "meaning", "meaning_untranslated",
    "garble", "garble_fragment", "garble_clause", "garble_quotation", "garble_punctuation", "garble_repeat",
    "garble_person", "garble_encoding", "garble_leak", "garble_language", "garble_wrong_language",
)  # fmt: skip


@lru_cache(maxsize=1)
def available() -> tuple[type[Rule], ...]:
    """Every rule class: built-in first, then plugins sorted by id. A plugin that fails to load is an error."""
    rules = []
    for module in MODULES:
        if util.find_spec(f"retold.rules.{module}"):
            for thing in vars(import_module(f"retold.rules.{module}")).values():
                if (
                    isinstance(thing, type)
                    and issubclass(thing, Rule)
                    and thing is not Rule
                    and thing.__module__.endswith(module)
                    and hasattr(thing, "id")
                ):
                    rules.append(thing)
    from importlib.metadata import entry_points

    plugins = [entry.load() for entry in entry_points(group="retold.rules")]
    return (*rules, *sorted(plugins, key=lambda rule: rule.id))
