"""Which way a figure went, by the words of its clause."""

import pytest

from retold.checker import language
from retold.checker.mentions.number import read_figures

CASES = [
    ("en", "Profits rose 5% to 7 million euros, while costs fell 3%.", ["up", "up", "down"]),
    ("en", "Sales did not fall 4%.", [None]),
    ("en", "Prices were 12 percent higher and shares were down 3 percent.", ["up", "down"]),
    ("de", "Der Umsatz ist um 5 Prozent auf 7 Millionen Euro gesunken.", ["down", "down"]),
    ("de", "Die Aktie legte um 4,2 Prozent auf 7 Euro zu.", ["up", "up"]),
    ("de", "Der Gewinn nahm um 8 Prozent ab.", ["down"]),
    ("fr", "Le chômage a reculé de 3 %.", ["down"]),
    ("fr", "Il y a 5 % de plus.", ["up"]),
    ("es", "Una subida de 5 % y una caída del 3 %.", ["up", "down"]),
    ("it", "Le vendite sono diminuite del 4 %.", ["down"]),
    ("pt", "As vendas cresceram 4 %.", ["up"]),
    ("nl", "De winst nam met 8 procent toe.", ["up"]),
    ("nl", "De omzet daalde met 4 procent.", ["down"]),
    ("pl", "Ceny wzrosły o 8 procent.", ["up"]),
    ("ru", "Цены выросли на 5%, а доход снизился на 3%.", ["up", "down"]),
    ("uk", "Ціни зросли на 5%.", ["up"]),
    ("ar", "ارتفعت الأسعار بنسبة 5% وانخفض الدخل 3%.", ["up", "down"]),
    ("tr", "Fiyatlar yüzde 5 arttı, gelir yüzde 3 azaldı.", ["up", "down"]),
    ("ko", "매출이 5% 증가했고 이익은 3% 줄었다.", ["up", "down"]),
    ("ja", "売上高は5%増、利益は3%減となった。", ["up", "down"]),
    ("ja", "価格は4%上昇しなかった。", [None]),
    ("zh", "收入增长5%，利润下降3%。", ["up", "down"]),
    ("hi", "कीमतें 5% बढ़ीं और आय 3% घटी।", ["up", "down"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), CASES)
def test_direction(code: str, text: str, expected: list[str | None]) -> None:
    assert [figure.direction for figure in read_figures(text, language.load(code))] == expected
