"""Figures whose digits stayed while what they measure changed: scale, unit, currency, percent or points."""

from __future__ import annotations

from collections.abc import Iterator

from retold.checker.compare import Comparison
from retold.checker.mentions.number import Figure
from retold.checker.model import Finding
from retold.checker.rule import Rule
from retold.rules.number_convert import in_unit
from retold.rules.number_equal import rescaled
from retold.rules.number_judge import report, reported
from retold.rules.number_match import readable
from retold.rules.number_money import rates
from retold.rules.number_wording import rounded, said, times, unit_name


class MagnitudeAltered(Rule):
    """A figure in the copy is ten, a thousand or a million times the original's, or as much less.

    What it does
        Names figures whose digits stayed while their size changed: a nought or a decimal point more or less, million
        for billion, the long scale taken for the short one (the Spanish billón is a thousand English billions), 만 and
        万 for a thousand, lakh for a million. Both figures are compared by value, so that 5.5 billion, 55億 and
        5,5 Milliarden are the same. Evidence: `original_value`, `copy_value`, `factor`, `unit`.

    Why it matters
        The commonest error of all in translated figures, and the one that misleads most.

    Fires
        original [ko]: 정부는 도로 복구에 55억 달러를 쓰기로 했다.
        copy [en]: The government decided to spend 5.5 million dollars on repairing roads.

        original [en]: The state owes 3.2 billion euros.
        copy [es]: El Estado debe 3,2 billones de euros.

        original [en]: About 10,000 people fled the town.
        copy [de]: Etwa 100.000 Menschen flohen aus der Stadt.

    Stays silent
        original [en]: The company will invest $5.5 billion in the plant.
        copy [de]: Das Unternehmen steckt 5,5 Milliarden Dollar in das Werk.

        original [hi]: बाढ़ से ढाई लाख लोग प्रभावित हुए।
        copy [en]: The floods affected 250,000 people.
    """

    id = "magnitude-altered"
    group = "number"
    severity = "critical"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for pair in reported(comparison, self.id):
            old, new = pair.original.figure, pair.copy.figure
            factor = rescaled(pair.original, pair.copy)
            yield report(
                self,
                comparison,
                pair,
                f"The original says {said(old, comparison)}; "
                f"the copy says {said(new, comparison, copy=True)}, {times(factor)}.",
                factor=factor,
                unit=old.unit or new.unit,
            )


class UnitAltered(Rule):
    """A quantity in the copy is in another unit and not converted, or converted wrongly.

    What it does
        Names quantities whose number stayed while the unit became another (40 miles, 40 kilometres; 300 square
        metres, 300 metres; degrees Celsius, degrees Fahrenheit), and conversions that are further off than writers
        round. A text that gives both units may be followed in either. Evidence: `original_value`, `copy_value`,
        `original_unit`, `copy_unit`, `expected` (the original's figure in the copy's unit, where it can be had).

    Why it matters
        The number is the original's, so that no one who compares digits sees what went wrong.

    Fires
        original [pl]: Wiatr wiał z prędkością 80 kilometrów na godzinę.
        copy [en]: The wind blew at 80 miles per hour.

        original [en]: The nearest hospital is 60 miles from the village.
        copy [it]: L'ospedale più vicino è a 37 chilometri dal villaggio.

    Stays silent
        original [en]: The lake lies 25 miles north of the city.
        copy [fr]: Le lac se trouve à 40 kilomètres au nord de la ville.

        original [en]: It was 95 degrees Fahrenheit in the shade.
        copy [es]: Hacía 35 grados Celsius a la sombra.
    """

    id = "unit-altered"
    group = "number"
    severity = "major"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for pair in reported(comparison, self.id):
            old, new = pair.original.figure, pair.copy.figure
            near = None if readable(comparison) else pair.copy.value
            expected = " to ".join(map(rounded, in_unit(old, new.unit, near)))
            yield report(
                self,
                comparison,
                pair,
                _unit_message(old, new, expected, comparison),
                original_unit=old.unit,
                copy_unit=new.unit,
                expected=expected,
            )


def _unit_message(old: Figure, new: Figure, expected: str, comparison: Comparison) -> str:
    if expected and new.unit:
        about = f"which is about {expected} {unit_name(new.unit)}"
        return f"The original says {said(old, comparison)}, {about}; the copy says {said(new, comparison, copy=True)}."
    if old.unit and new.unit:
        return (
            f"The original measures in {unit_name(old.unit)} ({old.text}); "
            f"the copy in {unit_name(new.unit)} ({new.text})."
        )
    return f"The original says {said(old, comparison)}; the copy says {said(new, comparison, copy=True)}."


class CurrencyAltered(Rule):
    """A sum of money in the copy is in another currency.

    What it does
        Names sums whose number stayed while the currency became another, and sums in another currency that no rate of
        exchange since 2000 explains. Currencies that share a name or a sign (dollars, pesos, ¥) count as one where the
        text leaves them open; a plausible conversion is silent, also where it stands beside the original sum.
        Evidence: `original_value`, `copy_value`, `original_unit`, `copy_unit` (ISO 4217), `rates`.

    Why it matters
        41 million euros are not 41 million dollars, and 41 million yen are a house.

    Fires
        original [en]: The council will pay $41 million for the bridge.
        copy [es]: El ayuntamiento pagará 41 millones de euros por el puente.

        original [ja]: 市は橋に4100万円を支払う。
        copy [en]: The city will pay 41 million dollars for the bridge.

    Stays silent
        original [en]: The council will pay $41 million for the bridge.
        copy [de]: Die Stadt zahlt 41 Millionen Dollar (38 Millionen Euro) für die Brücke.

        original [en]: The bridge cost A$41 million.
        copy [fr]: Le pont a coûté 41 millions de dollars.
    """

    id = "currency-altered"
    group = "number"
    severity = "critical"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for pair in reported(comparison, self.id):
            old, new = pair.original.figure, pair.copy.figure
            yield report(
                self,
                comparison,
                pair,
                f"The original gives the sum in {unit_name(str(old.unit))} ({old.text}); "
                f"the copy in {unit_name(str(new.unit))} ({new.text}).",
                original_unit=old.unit,
                copy_unit=new.unit,
                rates=rates(pair.original, pair.copy),
            )


class PercentPointConfused(Rule):
    """Percent in the copy are percentage points in the original, or the reverse.

    What it does
        Names shares whose number stayed while per cent became percentage points or percentage points became per cent.
        Evidence: `original_value`, `copy_value`, `original_unit`, `copy_unit`.

    Why it matters
        A rate that rises from 4 to 5 % rises by one percentage point, and by 25 %.

    Fires
        original [en]: The bank raised its rate by 2 percentage points.
        copy [de]: Die Bank hob den Zins um 2 Prozent an.

        original [fr]: Les ventes ont augmenté de 3 %.
        copy [en]: Sales rose by 3 percentage points.

    Stays silent
        original [en]: The bank raised its rate by 2 percentage points.
        copy [es]: El banco subió el tipo 2 puntos porcentuales.

        original [en]: The party won 12 percent, 3 percentage points more than in 2020.
        copy [de]: Die Partei holte 12 Prozent, 3 Prozentpunkte mehr als 2020.
    """

    id = "percent-point-confused"
    group = "number"
    severity = "major"
    mqm = "accuracy/mistranslation"

    def check(self, comparison: Comparison) -> Iterator[Finding]:
        for pair in reported(comparison, self.id):
            old, new = pair.original.figure, pair.copy.figure
            yield report(
                self,
                comparison,
                pair,
                f"The original speaks of {unit_name(str(old.unit))} ({old.text}); "
                f"the copy of {unit_name(str(new.unit))} ({new.text}).",
                original_unit=old.unit,
                copy_unit=new.unit,
            )
