"""Text read in the wrong character set, and text that only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.rules.garble_mojibake import stretches


def read(text):
    return [(text[start:end], better) for start, end, better in stretches(text)]


@pytest.mark.parametrize(
    ("sound", "wrong"),
    [
        ("Der Bürgermeister von Köln", "cp1252"),
        ("le président réélu à Orléans", "latin-1"),
        ("duży most stał nad rzeką", "cp1252"),
        ("Başkan köprüyü açtı", "latin-1"),
        ("El niño volvió a España", "mac_roman"),
        ("Мэр открыл мост", "latin-1"),
        ("Мер відкрив міст", "cp1251"),
        ("the mayor said: “it is open” – now", "latin-1"),
    ],
)
def test_utf8_read_in_another_code_is_found_and_mended(sound, wrong):
    damaged = sound.encode("utf-8").decode(wrong)
    found = read(damaged)
    assert found
    mended = damaged
    for bad, better in found:
        mended = mended.replace(bad, better)
    assert any(letter in mended for letter in sound if letter > "\x7f")


@pytest.mark.parametrize(
    "sound",
    [
        "A SÃO PAULO FASHION WEEK começa; NÃO há mudança.",
        "« C’est l’été », dit-elle à l’hôtel — à 20 °C.",
        "Die „Ärzte“ spielen „ÄÖÜ“ in Köln.",
        "Мэр открыл мост: «Всё готово» — и уехал в Ѓевгелију.",
        "Міст відкрили в Україні; «є ще їжа».",
        "Señor Núñez paid €5 for a crème brûlée… in Łódź.",
        "مرحبا بكم في باريس",
        "市長は月曜日に橋を開通させた。",
    ],
)
def test_sound_text_in_many_languages_is_left_alone(sound):
    assert read(sound) == []


@given(st.text(max_size=80) | st.text(st.sampled_from("Ã©¶¼â€™œÂ ÐŸÑ€Ø§Ù a"), max_size=80))
def test_places_stay_inside_the_sentence(text):
    for start, end, _ in stretches(text):
        assert 0 <= start < end <= len(text)
