"""How the number rules weigh what they find; what they find is in fixtures/rules/number-*.toml."""

import pytest
from support import check

from retold.rules.number import NumberMissing


def found(original, copy, original_lang="en", copy_lang="en", **options):
    return check(original, copy, original_lang, copy_lang, select=("number",), **options).findings


def test_an_altered_figure_is_one_finding_with_both_passages():
    (finding,) = found("The town has 4,200 inhabitants.", "La ville compte 2 400 habitants.", copy_lang="fr")
    assert finding.rule == "number-altered"
    assert [p.text for p in finding.original] == ["4,200"]
    assert [p.text for p in finding.copy] == ["2 400"]
    assert finding.evidence == {"original_value": "4200", "copy_value": "2400", "unit": None}
    assert finding.confidence >= 0.85


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("The village lies 10 miles away.", "The village lies 16 km away."),
        ("The field covers 5 acres.", "The field covers about 2 hectares."),
        ("It was 95 degrees Fahrenheit.", "It was 35 degrees Celsius."),
        ("He weighed 200 pounds.", "He weighed 90 kilograms."),
        ("She walked 30 feet.", "She walked 10 metres."),
        ("About 2,300 people came.", "More than 2,000 people came."),
        ("Exactly 12,874 people came.", "Some 13,000 people came."),
        ("A third of the members left.", "33 percent of the members left."),
        ("Groups of more than 4 pay less.", "Groups of 5 or more pay less."),
        ("The wall is 10 to 15 metres long.", "The wall is between 10 and 15 metres long."),
        ("He scored 5½ points.", "He scored 5.5 points."),
    ],
)
def test_equal_values_in_another_form_are_silent(original, copy):
    assert not [f for f in found(original, copy) if f.confidence >= 0.5]


@pytest.mark.parametrize(
    ("original", "original_lang", "copy", "copy_lang"),
    [
        ("Ten thousand people came.", "en", "1万人が来た。", "ja"),
        ("Ten thousand people came.", "en", "Vinieron 10.000 personas.", "es"),
        ("The bridge stood for seven decades.", "en", "Die Brücke stand 70 Jahre.", "de"),
        ("The talks began at 3 p.m.", "en", "Les discussions ont commencé à 15 h.", "fr"),
        ("Half of the voters stayed at home.", "en", "50 % der Wähler blieben zu Hause.", "de"),
        ("The plant cost $5.5 billion.", "en", "공장에 55억 달러가 들었다.", "ko"),
        ("The plant cost 3 lakh rupees.", "en", "Завод обошёлся в 300 тысяч рупий.", "ru"),
        ("The wall is 10 feet high.", "en", "Ściana ma 3 metry wysokości.", "pl"),
        ("The storm damaged 12,874 houses.", "en", "约1.3万座房屋受损。", "zh"),
        ("The plant was sold for 90 million euros.", "en", "Fabrika 98 milyon dolara satıldı.", "tr"),
    ],
)
def test_one_content_in_two_languages_is_silent(original, original_lang, copy, copy_lang):
    result = check(original, copy, original_lang, copy_lang, select=("number", "date"))
    assert not [f.message for f in result.findings if f.confidence >= 0.5]


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("Some 13,000 people came.", "Exactly 12,874 people came."),
        ("More than 40 shops closed.", "More than 43 shops closed."),
        ("The village lies 10 miles away.", "The village lies 10 km away from here, not 60 km."),
        ("The bridge is 30 metres long.", "The bridge is 300 metres long."),
    ],
)
def test_a_copy_is_never_more_precise_nor_far_off(original, copy):
    assert [f for f in found(original, copy) if f.confidence >= 0.5]


def test_money_is_critical_and_a_plain_figure_is_not():
    lead = "The council met in the town hall.\n\nThe debate was long and calm.\n\nMany people listened to it.\n\n"
    for old, new, severity in (("$12", "$21", "critical"), ("4,000", "8,000", "major"), ("45", "54", "major")):
        (finding,) = found(f"{lead}They asked for {old} chairs.", f"{lead}They asked for {new} chairs.")
        assert finding.severity == severity


LEAD = "The council met in the hall.\n\nThe debate was long and calm.\n\nMany people listened.\n\n"


@pytest.mark.parametrize(
    ("language", "original", "copy"),
    [
        ("en", "The flood killed 14 people.", "The flood killed 41 people."),
        ("de", "In dem Dorf gab es 14 Verletzte.", "In dem Dorf gab es 41 Verletzte."),
        ("fr", "Dans le village, 14 personnes ont été blessées.", "Dans le village, 41 personnes ont été blessées."),
        ("ru", "В деревне погибли 14 человек.", "В деревне погибли 41 человек."),
        ("tr", "Köyde 14 kişi öldü.", "Köyde 41 kişi öldü."),
        ("ja", "村で14人が死亡した。", "村で41人が死亡した。"),
    ],
)
def test_the_dead_and_the_hurt_are_critical_wherever_they_stand(language, original, copy):
    (finding,) = found(LEAD + original, LEAD + copy, language, language)
    assert finding.severity == "critical"


def test_a_rounded_figure_is_minor():
    (finding,) = found(f"{LEAD}They sold 947 tickets.", f"{LEAD}They sold 900 tickets.")
    assert (finding.rule, finding.severity) == ("number-altered", "minor")


def test_both_ends_of_a_range_are_one_finding():
    (finding,) = found("The bridge is 20 to 30 metres high.", "Le pont a de 40 à 50 mètres de haut.", copy_lang="fr")
    assert (finding.original[0].text, finding.copy[0].text) == ("20 to 30 metres", "de 40 à 50 mètres")


@pytest.mark.parametrize(
    ("original", "copy", "rule", "evidence"),
    [
        ("It cost $5.5 billion.", "It cost $5.5 million.", "magnitude-altered", {"factor": 0.001}),
        ("It is 60 miles long.", "It is 37 km long.", "unit-altered", {"expected": "97"}),
        ("It cost 41 million dollars.", "It cost 41 million yen.", "currency-altered", {"copy_unit": "JPY"}),
        ("It fell 3 percent.", "It fell 3 percentage points.", "percent-point-confused", {"original_unit": "percent"}),
        ("Over 70 came.", "Under 70 came.", "bound-altered", {"original_bound": ">", "copy_bound": "<"}),
        ("They sold 840.", "They sold 480.", "number-altered", {"copy_value": "480"}),
    ],
)  # fmt: skip
def test_a_pair_is_reported_by_one_rule_with_its_evidence(original, copy, rule, evidence):
    (finding,) = found(original, copy)
    assert finding.rule == rule
    assert evidence.items() <= finding.evidence.items()


def test_a_figure_in_the_lead_is_critical():
    (finding,) = found("The fire killed 14 people.", "The fire killed 41 people.")
    assert finding.severity == "critical"


def test_languages_whose_number_words_are_not_read_never_reach_the_gate_for_a_missing_figure():
    findings = found("They sold 1,340 houses in the region.", "De solgte huse i hele regionen.", copy_lang="da")
    assert findings
    assert all(f.confidence < 0.7 for f in findings)


def test_a_moved_figure_is_silent():
    original = "The club sold 320 tickets.\n\nIt rained all day.\n\nThe band played nine songs."
    copy = "It rained all day.\n\nThe band played nine songs.\n\nThe club sold 320 tickets."
    assert not [f for f in found(original, copy, profile="rewrite") if f.confidence >= 0.5]


def test_an_identical_copy_has_no_finding():
    text = "On Monday 1,200 people, 40 percent of them children, marched 3 to 4 miles for $2.5m."
    assert not found(text, text)


def test_findings_do_not_depend_on_a_second_look():
    sides = ("The town has 4,200 inhabitants and 12 schools.", "Die Stadt hat 2.400 Einwohner und 21 Schulen.")
    assert found(*sides, copy_lang="de") == found(*sides, copy_lang="de")


def test_a_message_is_one_line_whatever_it_quotes():
    assert NumberMissing().finding("It says 5\n percent.", confidence=1).message == "It says 5 percent."
