"""Labels and scores as mentions: what names something is told from what counts."""

import pytest

from retold.checker import mentions, reading

LABELS = [
    ("en", "A Boeing 737-800 and an F-16 took off.", ["boeing 737-800", "f 16"]),
    ("en", "COVID-19 and H5N1 worried the G20.", ["covid 19", "h 5n1", "g 20"]),
    ("en", "Article 5, Route 66, Channel 4 and Flight MH370.", ["article 5", "road 66", "channel 4", "mh 370"]),
    ("en", "Call +44 20 7123 4567 about the 5G network.", ["phone 442071234567", "g 5"]),
    ("en", "An Airbus A320 is no A-330, and the A1 is a road.", ["a 320", "a 330", "a 1"]),
    ("de", "Die UN-Resolution 1325, Artikel 5 und die A7.", ["resolution 1325", "article 5", "a 7"]),
    ("ru", "Боинг-737 и МиГ-29, рейс 123, резолюцию 1325.", ["boeing 737", "mig 29", "flight 123", "resolution 1325"]),
    ("ar", "طائرة بوينغ ٧٣٧ والقرار ١٣٢٥", ["boeing 737", "resolution 1325"]),
    ("hi", "बोइंग 737 और प्रस्ताव 1325", ["boeing 737", "resolution 1325"]),
    ("zh", "波音737和第1325号决议，新冠COVID-19。", ["boeing 737", "resolution 1325", "covid 19"]),
    ("ja", "ボーイング737とF16、国道66号。", ["boeing 737", "f 16", "road 66"]),
    ("ko", "보잉 737과 F-16, 66번 국도.", ["boeing 737", "f 16", "road 66"]),
    ("en", "Sleeve No. 4 and the A3 road, model B7712KX.", ["number 4", "a 3", "b 7712kx"]),
    ("de", "Teppich 140x200 in der Hausnummer 4711/2.", ["size 140x200", "parted 4711/2"]),
    ("fr", "Le but tombe à la 90+3e minute.", ["minute 90+3"]),
    ("ru", "Дом № 12, матрас 90х200.", ["number 12", "size 90x200"]),
    ("zh", "台风第7号，A 4纸。", ["number 7", "a 4"]),
    ("ko", "제3호 발전소", ["number 3"]),
]
SCORES = [
    ("en", "They won 3-1 and then 2–0.", ["3-1", "2-0"]),
    ("de", "Das Spiel endete 3:1, nach 0:1 zur Pause.", ["3-1", "0-1"]),
    ("de", "Der 2:1-Sieg war verdient.", ["2-1"]),
    ("ja", "3-1で勝った。", ["3-1"]),
    ("pl", "Gospodarze prowadzili 2:0.", ["2-0"]),
]
NEITHER = [
    ("en", "It costs US$5 or EUR50, for under-21s, in mid-1990."),
    ("en", "At 12:30 on 9/11 they open 24/7, at a scale of 1:100, for 8-10 hours."),
    ("de", "Um 20:15 Uhr fuhren 12 Busse 5 km weit."),
    ("de", "Auf der anderen Seite 40 km weiter, in der Saison 2020/21, am 23/24. Mai, zu 3/4 voll."),
    ("en", "There were no 4 people, 45 + 100 chairs and 2 x 3 metres of cloth."),
    ("ru", "В 1990-е годы вышло 5 книг."),
]


def seen(text: str, code: str, kind: str) -> list[str | None]:
    return [m.value for m in mentions.of(reading.from_text(text, language=code), "label") if m.kind == kind]


@pytest.mark.parametrize(("code", "text", "expected"), LABELS)
def test_labels(code: str, text: str, expected: list[str]) -> None:
    assert seen(text, code, "label") == expected


@pytest.mark.parametrize(("code", "text", "expected"), SCORES)
def test_scores(code: str, text: str, expected: list[str]) -> None:
    assert seen(text, code, "score") == expected


@pytest.mark.parametrize(("code", "text"), NEITHER)
def test_what_counts_is_no_label(code: str, text: str) -> None:
    assert seen(text, code, "label") + seen(text, code, "score") == []
