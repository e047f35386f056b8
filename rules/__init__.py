"""The built-in rules, in report order, and those that other packages add by the entry-point group `retold.rules`."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module

from retold.checker.rule import Rule

BUILTIN = (
    "number:NumberAltered",
    "number:NumberMissing",
    "number:NumberAdded",
    "number_measure:MagnitudeAltered",
    "number_measure:UnitAltered",
    "number_measure:CurrencyAltered",
    "number_measure:PercentPointConfused",
    "number_bound:BoundAltered",
    "number_direction:DirectionAltered",
    "number_role:NumberRoleSwapped",
    "number_label:LabelAltered",
    "number_separator:SeparatorUnlocalised",
    "date:DateAltered",
    "date:TimeAltered",
    "date:DateMissing",
    "date_calendar:WeekdayDateMismatch",
    "date_calendar:RelativeDateUnresolved",
    "quote:QuoteAltered",
    "quote_cut:QuoteTruncated",
    "quote_form:QuoteMadeDirect",
    "quote_form:QuoteMadeIndirect",
    "quote_speaker:QuoteUnattributed",
    "quote_missing:QuoteMissing",
    "attribution:AttributionDropped",
    "attribution_added:AttributionAdded",
    "attribution:SpeakerChanged",
    "attribution_outlet:OutletDropped",
    "source:SourceAltered",
    "cue:CueLoaded",
    "headline:HeadlineUnsupported",
    "hedge:HedgeDropped",
    "hedge:HedgeHardened",
    "hedge:HedgeAdded",
    "negation:NegationFlipped",
    "name:NameAltered",
    "name_missing:NameMissing",
    "name_variant:NameVariant",
    "name_title:TitleAltered",
    "name_acronym:AcronymMismatch",
    "meaning:Omission",
    "meaning:Addition",
    "meaning:MeaningDrift",
    "meaning_untranslated:Untranslated",
    "garble_fragment:GarbleFragment",
    "garble_clause:GarbleClauseDoubled",
    "garble_quotation:GarbleQuotation",
    "garble_punctuation:GarblePunctuation",
    "garble_repeat:GarbleRepeat",
    "garble_person:GarblePerson",
    "garble_encoding:GarbleEncoding",
    "garble_leak:GarbleLeak",
    "garble_language:GarbleLanguage",
    "garble_wrong_language:WrongLanguage",
)
"""`module:class` of each rule of this package."""

PLUGIN_GROUP = "retold.rules"


@lru_cache(maxsize=1)
def available() -> tuple[type[Rule], ...]:
    """Every rule class: built-in first, then plugins sorted by id. A plugin that fails to load is an error."""
    from importlib.metadata import entry_points

    split = (entry.split(":") for entry in BUILTIN)
    builtin = [getattr(import_module(f"{__name__}.{module}"), name) for module, name in split]
    plugins = [entry.load() for entry in entry_points(group=PLUGIN_GROUP)]
    return (*builtin, *sorted(plugins, key=lambda rule: rule.id))
