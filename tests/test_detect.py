"""Language detection: whole texts, fragments, single segments."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.checker import language
from retold.checker.detect import LANGUAGES, detect, detect_segment

SENTENCES = {
    "ar": "قال رئيس البلدية يوم الاثنين إن المدينة أجلت بناء الجسر الجديد لمدة عامين بسبب ارتفاع التكاليف.",
    "cs": "Městské zastupitelstvo v pondělí odložilo stavbu nového mostu o dva roky, protože vzrostly náklady.",
    "de": "Der Stadtrat hat den Neubau der Brücke am Montag um zwei Jahre verschoben, weil die Kosten gestiegen sind.",
    "en": "The council put off the new bridge by two years on Monday because the cost has risen, the mayor said.",
    "es": "El ayuntamiento aplazó el lunes dos años la construcción del nuevo puente porque el coste ha subido.",
    "fr": "Le conseil municipal a reporté lundi de deux ans la construction du pont, car le coût a augmenté.",
    "hi": "नगर परिषद ने सोमवार को नए पुल का निर्माण दो साल के लिए टाल दिया क्योंकि लागत बढ़ गई है।",
    "it": "Il consiglio comunale ha rinviato lunedì di due anni la costruzione del ponte perché i costi sono saliti.",
    "ja": "市議会は月曜日、費用が増えたため、新しい橋の建設を2年延期した。",
    "ko": "시의회는 비용이 늘었다는 이유로 월요일 새 다리 건설을 2년 미루기로 했다.",
    "nl": "De gemeenteraad heeft de bouw van de brug maandag met twee jaar uitgesteld omdat de kosten zijn gestegen.",
    "pl": "Rada miejska odłożyła w poniedziałek budowę mostu o dwa lata, ponieważ koszty wzrosły.",
    "pt": "A câmara municipal adiou na segunda-feira por dois anos a construção da ponte porque o custo subiu.",
    "ru": "Городской совет в понедельник отложил строительство моста на два года, потому что стоимость выросла.",
    "sv": "Kommunfullmäktige sköt i måndags upp bygget av bron i två år eftersom kostnaderna har stigit.",
    "tr": "Belediye meclisi, maliyet arttığı için yeni köprünün yapımını pazartesi günü iki yıl erteledi.",
    "uk": "Міська рада в понеділок відклала будівництво мосту на два роки, тому що вартість зросла.",
    "zh": "市议会周一因费用上涨，将新桥的建设推迟两年，市长说。",
}


@pytest.mark.parametrize("tag", SENTENCES)
def test_every_shipped_language(tag):
    assert detect(SENTENCES[tag]) == tag
    assert detect(" ".join([SENTENCES[tag]] * 4)) == tag


def test_the_sentences_are_in_all_shipped_languages():
    assert tuple(sorted(SENTENCES)) == language.shipped()


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("", "und"),
        ("12,000 — 3.5 %", "und"),
        ("CNB", "und"),
        ("Lena Vogt, Hafenbote", "und"),
        ("Привет, мир", "und"),
        ("새 다리", "ko"),
        ("新しい橋", "ja"),
        ("新桥", "zh"),
        ("नया पुल", "hi"),
        ("สะพานใหม่", "th"),
        ("νέα γέφυρα", "el"),
        ("גשר חדש", "he"),
        ("ދިވެހި ބަސް އެއީ ދިވެހިރާއްޖޭގެ ރަސްމީ ބަހެވެ", "und"),
        ("三星电子（Samsung Electronics Semiconductor）与台积电（TSMC）周一宣布合作。", "zh"),
        ("トヨタToyota Motor Corporationが発表した。", "ja"),
    ],
)
def test_fragments_and_scripts(text, tag):
    assert detect(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("A cámara municipal aprazou o luns dous anos a construción da ponte porque os custos medraron moito.", "gl"),
        ("Byrådet udsatte mandag byggeriet af den nye bro i to år, fordi prisen er steget, siger borgmesteren.", "da"),
        (
            "Die stadsraad het die bou van die nuwe brug Maandag met twee jaar uitgestel omdat die koste gestyg het.",
            "af",
        ),
        ("شورای شهر روز دوشنبه ساخت پل جدید را به دلیل افزایش هزینه‌ها دو سال به تعویق انداخت.", "fa"),
    ],
)
def test_lookalikes_are_told_apart(text, tag):
    assert detect(text) == tag


def test_only_the_start_of_a_text_is_looked_at():
    assert detect(SENTENCES["de"] * 60 + SENTENCES["en"] * 600) == "de"


@pytest.mark.parametrize("tag", SENTENCES)
@pytest.mark.parametrize("other", ["en", "de", "ko"])
def test_segments(tag, other):
    found = detect_segment(SENTENCES[tag], [tag, other])
    assert found is not None
    assert found[0] == tag
    assert found[1] > 0.9


@pytest.mark.parametrize("text", ["", "3.5 %", "Lena Vogt sagte", "新桥", "Lena Vogt (レナ・フォークト・さん), Köln"])
def test_segments_too_short_to_tell(text):
    assert detect_segment(text, ["en", "de"]) is None


def test_a_segment_in_a_script_of_no_candidate():
    assert detect_segment(SENTENCES["ko"], ["en", "de"]) == ("ko", 1.0)
    assert detect_segment(SENTENCES["en"], ["ko"])[0] == "en"
    assert detect_segment(SENTENCES["ru"], ["en", "de"])[0] == "ru"


def test_regions_of_candidates_are_ignored():
    assert detect_segment(SENTENCES["pt"], ["pt-BR", "en-GB"])[0] == "pt"


@given(st.text(max_size=200))
def test_any_text_gets_a_tag(text):
    tag = detect(text)
    assert tag == detect(text)
    assert tag == "und" or tag in LANGUAGES or len(tag) == 2
    found = detect_segment(text, ["en", "ru"])
    assert found is None or 0 <= found[1] <= 1


@pytest.mark.parametrize(
    "text", ["a" * 5_000_000, "a " * 2_000_000, "'" * 1_000_000, "漢" * 1_000_000, "\u0301" * 500_000]
)
def test_long_texts_take_no_longer(text):
    began = time.process_time()
    detect(text)
    assert time.process_time() - began < 2
