"""Bounds: more than, at most, about, in words and in signs, and two bounds that make one range."""

import pytest

from retold.checker import language
from retold.checker.mentions.number import read_figures


def figures(text, code):
    return read_figures(text, language.load(code))


@pytest.mark.parametrize(
    ("code", "text", "bound"),
    [
        ("en", "Claims equal to or greater than 900 are checked.", ">="),
        ("en", "Fines must not exceed 900 euros.", "<="),
        ("en", "About 900 or more were sold.", ">="),
        ("de", "900 oder darüber", ">="),
        ("fr", "des dépôts inférieurs ou égaux à 900 euros", "<="),
        ("es", "ingresos superiores a 900 euros", ">"),
        ("pt", "valores iguais ou inferiores a 900 euros", "<="),
        ("it", "redditi superiori ai 900 euro", ">"),
        ("nl", "een bedrag groter dan of gelijk aan 900 euro", ">="),
        ("sv", "böter överstigande 900 kronor", ">"),
        ("pl", "kara nie przekracza 900 złotych", "<="),
        ("ru", "штраф превысил 900 рублей", ">"),
        ("uk", "штраф не перевищує 900 гривень", "<="),
        ("ar", "وأقل من 900 شخص", "<"),
        ("hi", "900 या उससे अधिक लोग", ">="),
        ("tr", "900 veya daha az kişi", "<="),
        ("ko", "900명 또는 그보다 적은 사람", "<="),
        ("ja", "900人を越える参加者", ">"),
        ("zh", "900人及以上", ">="),
    ],
)
def test_words_say_the_bound(code, text, bound):
    assert [(f.value, f.bound) for f in figures(text, code)] == [("900", bound)]


@pytest.mark.parametrize(
    ("code", "text", "bound"),
    [
        ("de", "mehr als die Hälfte der Läden", ">"),
        ("fr", "moins de la moitié des magasins", "<"),
        ("es", "más de la mitad de las tiendas", ">"),
        ("pt", "mais da metade das lojas", ">"),
        ("it", "quasi la metà dei negozi", "~"),
        ("nl", "meer dan de helft van de winkels", ">"),
    ],
)
def test_the_article_may_stand_between(code, text, bound):
    assert [(f.value, f.bound) for f in figures(text, code)] == [("0.5", bound)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Sales rose 9% and more shops opened."),
        ("de", "9 Prozent und weniger Läden"),
        ("it", "il 9 per cento e più negozi"),
    ],
)
def test_and_more_of_something_else_is_no_bound(code, text):
    assert [f.bound for f in figures(text, code)] == ["="]


@pytest.mark.parametrize(
    ("text", "bound", "value"),
    [
        ("a rise of >10 %", ">", "10"),
        ("at speeds > 10 knots", ">", "10"),
        ("x>=10", ">=", "10"),
        ("doses ≤ 10 mg", "<=", "10"),
        ("readings < -10", "<", "-10"),
        ("I <3 this town", "=", "3"),
        ("> 10 people came", "=", "10"),  # a quoted line
        ("<b>10 people</b> came", "=", "10"),
        ("Exports: 10 (-> 12)", "=", "10"),
    ],
)
def test_signs_say_the_bound(text, bound, value):
    found = figures(text, "en")[0]
    assert (found.value, found.bound) == (value, bound)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "more than 10 but fewer than 20"),
        ("en", "at most 20 and at least 10"),
        ("de", "mehr als 10, aber weniger als 20"),
        ("fr", "plus de 10 et moins de 20"),
        ("es", "no más de 20 y no menos de 10"),
        ("pt", "mais de 10 e menos de 20"),
        ("it", "più di 10 ma meno di 20"),
        ("pl", "więcej niż 10 i mniej niż 20"),
        ("ru", "более 10, но менее 20"),
        ("ar", "أكثر من 10 وأقل من 20"),
        ("hi", "10 से अधिक और 20 से कम"),
        ("tr", "10'dan fazla ve 20'den az"),
    ],
)
def test_two_bounds_are_a_range(code, text):
    assert [(f.kind, f.text, f.low, f.high) for f in figures(text, code)] == [("range", text, "10", "20")]


@pytest.mark.parametrize(
    "text",
    [
        "At least 10 people died and up to 20 were hurt.",
        "More than 20 and fewer than 10 say so.",
        "More than 10 dogs and fewer than 20 cats.",
        "More than 10 km and less than 20 kg.",
    ],
)
def test_two_statements_stay_two(text):
    assert [f.kind for f in figures(text, "en")] != ["range"]
    assert len(figures(text, "en")) == 2


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "a walk of 10km-20km"),
        ("en", "between -10 and 20"),
        ("es", "entre el 10 y el 20 por ciento"),
        ("fr", "entre les 10 et les 20 km"),
        ("it", "tra il 10 e il 20 per cento"),
        ("pt", "entre os 10 e os 20 por cento"),
        ("ar", "بين عشرة وعشرين شخصا"),
        ("ko", "10 초과 20 미만"),
    ],
)
def test_ends_of_a_range(code, text):
    found = figures(text, code)
    assert [(f.kind, (f.low or "").lstrip("-"), f.high) for f in found] == [("range", "10", "20")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "200 or more than 300"),
        ("fr", "200 ou plus de 300"),
        ("es", "200 o más de trescientos"),
        ("nl", "200 of meer dan 300"),
    ],
)
def test_the_bound_of_the_next_figure(code, text):
    assert [(f.value, f.bound) for f in figures(text, code)] == [("200", "="), ("300", ">")]


def test_ten_takes_no_smaller_number():
    """Arabic puts the five of fifteen first: between ten and fifteen."""
    assert [(f.low, f.high) for f in figures("بين عشرة وخمسة عشر شخصا", "ar")] == [("10", "15")]


def test_a_model_name_is_no_range():
    assert [f.kind for f in figures("The F-16 and the A10k-20 took off.", "en")] == []
