"""The walk from two articles to a Result: the one function that `check` and `audit` share.

A Checker holds what serves every pair: the configuration layers, the rules chosen under each profile, the encoder.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from retold.checker import compare, config, engine, parse
from retold.checker.errors import ConfigError
from retold.checker.model import Article, Result
from retold.checker.rule import Rule

if TYPE_CHECKING:
    from retold.checker.embed import Encoder


class Checker:
    """Checks pairs under one set of configuration layers.

    `rules` are the rule classes available; `scores` is the level of scores, "fast" or "all", where the settings leave
    it open. Raises ConfigError when select and ignore leave no rule, and EncoderError or ParserError when an encoder
    or a parser that was asked for cannot be loaded (all on first use).
    """

    def __init__(self, layers: config.Layers, rules: tuple[type[Rule], ...], scores: str = "all") -> None:
        self.layers = layers
        self._scores = scores
        self._available = rules
        self._plans: dict[str, engine.Plan] = {}
        self._encoders: dict[str, Encoder | None] = {}

    def plan(self, profile: str) -> engine.Plan:
        """The rules and the configuration under a profile; made once."""
        if profile not in self._plans:
            resolved = self.layers.resolve(profile)
            rules = config.choose(self._available, resolved)
            if not rules:
                raise ConfigError("no rule is left to run: loosen --select or --ignore")
            self._plans[profile] = engine.Plan(resolved, tuple(rules))
        return self._plans[profile]

    def check(
        self,
        original: Article | None,
        copy: Article,
        *,
        ident: str | None = None,
        profile: str | None = None,
        reference: Article | None = None,
    ) -> Result:
        """Compare and judge one pair; `original` None means the copy stands alone."""
        profile = profile or self.layers.wanted_profile
        if profile == "auto":
            profile = compare.choose_profile(original, copy)
        plan = self.plan(profile)
        comparison = compare.compare(
            original,
            copy,
            profile=profile,
            alignment=plan.config["alignment"],
            encoder=self._encoder(plan),
        )
        for article in comparison.articles:
            parse.choose(article, plan.config["parser"])
        result = engine.run(comparison, plan, ident)
        if original is None and reference is None:
            return result
        from retold.checker import scores

        level = self._scores if plan.config["scores"] == "auto" else plan.config["scores"]
        marks = scores.scores(comparison, reference, level=level)
        return replace(
            result, scores={**marks, **result.scores}, signature=f"{result.signature}|{scores.signature(marks)}"
        )

    def _encoder(self, plan: engine.Plan) -> Encoder | None:
        name = plan.config["encoder"]
        if name == "none" or not any(need.startswith("encoder") for rule in plan.rules for need in rule.needs):
            return None
        if name not in self._encoders:
            from retold.checker import embed

            self._encoders[name] = embed.load(name)
        return self._encoders[name]
