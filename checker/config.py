"""Settings: defaults -> profile -> file -> command line, every value with the layer that set it.

Values are kept flat, keyed by dotted names (`fail_on`, `rules.number-altered.severity`), so that one dictionary merge
is all there is to a layer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from retold.checker import schemas
from retold.checker.errors import ConfigError
from retold.checker.rule import Rule

PROFILES = ("translation", "rewrite", "syndication", "gate")
DEFAULT_FILE = "retold.toml"
DEFAULTS: Mapping[str, Any] = {
    "profile": "auto",
    "alignment": "auto",
    "select": [],
    "ignore": [],
    "fail_on": "major",
    "min_confidence": 0.7,
    "show_confidence": 0.5,
    "encoder": "default",
    "parser": "auto",
    "scores": "auto",
    "original_lang": None,
    "copy_lang": None,
    "published": None,
    "max_characters": 5_000_000,
}

RuleClasses = tuple[type[Rule], ...]


@dataclass(frozen=True)
class Setting:
    """One value in force and the layer that set it: "default", "profile NAME", a file's path or "command line"."""

    value: Any
    origin: str


@dataclass(frozen=True)
class Config:
    """All settings in force for one profile."""

    settings: Mapping[str, Setting]

    def __getitem__(self, key: str) -> Any:
        return self.settings[key].value

    def rule_settings(self, rule_id: str) -> dict[str, Any]:
        """What is set for one rule: `severity` and the rule's own options."""
        prefix = f"rules.{rule_id}."
        return {key[len(prefix) :]: s.value for key, s in self.settings.items() if key.startswith(prefix)}


@dataclass(frozen=True)
class Layers:
    """The layers above and below the profile, which is chosen last: it may depend on the texts."""

    file: Mapping[str, Any]
    file_name: str
    command_line: Mapping[str, Any]

    @property
    def wanted_profile(self) -> str:
        """The profile asked for, "auto" when it is to be chosen from the texts."""
        return str(self.command_line.get("profile") or self.file.get("profile") or DEFAULTS["profile"])

    def resolve(self, profile: str) -> Config:
        """All settings under one profile (a name of PROFILES, or "auto" for none)."""
        settings = {key: Setting(value, "default") for key, value in DEFAULTS.items()}
        over = [(f"profile {profile}", _profile(profile))] if profile != "auto" else []
        over += [(self.file_name, self.file), ("command line", self.command_line)]
        for origin, layer in over:
            settings.update({key: Setting(value, origin) for key, value in layer.items()})
        if profile != "auto":
            asked = settings["profile"]
            settings["profile"] = Setting(profile, asked.origin if asked.value == profile else "chosen from the texts")
        return Config(settings)


def load(
    command_line: Mapping[str, Any] | None = None, path: str | Path | None = None, rules: RuleClasses = ()
) -> Layers:
    """Read and check the file layer (`path`, or `retold.toml` in the current folder) and the command line's values.

    Raises ConfigError naming the file, the key and its nearest neighbour.
    """
    chosen = {key: value for key, value in (command_line or {}).items() if value is not None}
    schemas.require("config", chosen, "command line") if chosen else None
    name, tree = _read_file(path)
    layers = Layers(dict(_flat(tree, name, rules)), name, dict(_flat(chosen, "command line", rules)))
    for origin, layer in ((name, layers.file), ("command line", layers.command_line)):
        for key in ("select", "ignore"):
            _require_known(layer.get(key, ()), rules, f"{origin}: {key}")
    return layers


def choose(rules: RuleClasses, config: Config) -> list[Rule]:
    """The rules that `select` and `ignore` leave, with their options set, in report order."""
    select, ignore = set(config["select"]), set(config["ignore"])
    chosen = []
    for rule in rules:
        names = {rule.id, rule.group}
        if (not select or names & select) and not names & ignore:
            options = config.rule_settings(rule.id)
            options.pop("severity", None)
            chosen.append(rule(options))
    return chosen


@lru_cache(maxsize=None)
def _profile(name: str) -> Mapping[str, Any]:
    tree = tomllib.loads((files("retold.checker") / "profiles" / f"{name}.toml").read_text("utf-8"))
    tree.pop("description", None)
    return dict(_flat(tree, f"profile {name}", ()))


def _read_file(path: str | Path | None) -> tuple[str, Mapping[str, Any]]:
    if path is None and not Path(DEFAULT_FILE).is_file():
        return DEFAULT_FILE, {}
    name = str(path or DEFAULT_FILE)
    try:
        tree = tomllib.loads(Path(name).read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise ConfigError(f"cannot read the configuration {name}: {reason}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name} is not valid TOML: {error}") from None
    tree = {key: value.isoformat() if isinstance(value, date) else value for key, value in tree.items()}
    schemas.require("config", tree, name)
    return name, tree


def _flat(tree: Mapping[str, Any], where: str, rules: RuleClasses) -> Iterator[tuple[str, Any]]:
    for key, value in tree.items():
        if key != "rules":
            yield key, value
            continue
        by_id = {rule.id: rule for rule in rules}
        for rule_id, settings in value.items():
            if rules:
                _require_known([rule_id], rules, f"{where}: rules")
            for option, setting in settings.items():
                if rules and option != "severity" and option not in by_id[rule_id].options:
                    known = ["severity", *sorted(by_id[rule_id].options)]
                    raise ConfigError(
                        f"{where}: unknown option 'rules.{rule_id}.{option}'{schemas.nearest(option, known)}"
                    )
                yield f"rules.{rule_id}.{option}", setting


def _require_known(names: Iterable[str], rules: RuleClasses, where: str) -> None:
    known = sorted({name for rule in rules for name in (rule.id, rule.group)})
    for name in names:
        if rules and name not in known:
            raise ConfigError(f"{where}: unknown rule or group {name!r}{schemas.nearest(name, known)}")
