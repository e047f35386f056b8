"""Phrases of dates in languages that put the word after the date, as `retold inspect` shows them."""

from __future__ import annotations

import pytest

from retold.checker import language
from retold.checker.mentions import date_phrase
from retold.checker.mentions.date_mention import DateMention
from retold.checker.model import Article

PUBLISHED = "2024-10-29"


def phrases(text: str, lang: str) -> list[DateMention]:
    article = Article(text=text, language=lang, published=PUBLISHED)
    return [m for m in date_phrase.extract(article, language.load(lang)) if isinstance(m, DateMention)]


@pytest.mark.parametrize(
    ("lang", "text", "said", "timex"),
    [
        ("ja", "去年の前半は雨が多かった。", "去年の前半", "(2023-01-01,2023-07-01,P6M)"),
        ("zh", "明年下半年开工", "明年下半年", "(2025-07-01,2026-01-01,P6M)"),
        ("ko", "2017년 1분기 매출", "2017년 1분기", "(2017-01-01,2017-04-01,P3M)"),
        ("zh", "今年第三季度", "今年第三季度", "(2024-07-01,2024-10-01,P3M)"),
        ("ja", "来週の月曜日に会う。", "来週の月曜日", "2024-11-04"),
        ("ko", "다음 주 화요일에 만난다.", "다음 주 화요일", "2024-11-05"),
        ("zh", "过去十年变化很大", "过去十年", "(2014-10-29,2024-10-29,P10Y)"),
        ("ja", "今後5日間は晴れる。", "今後5日間", "(2024-10-30,2024-11-04,P5D)"),
        ("hi", "आने वाले 5 सालों में", "आने वाले 5 सालों", "(2024-10-30,2029-10-30,P5Y)"),
        ("ja", "2日午後3時に始まる。", "2日午後3時", "XXXX-XX-02T15"),
        ("zh", "明天下午五点出发", "明天下午五点", "2024-10-30T17"),
        ("ja", "毎週月曜日に集まる。", "毎週月曜日", "XXXX-WXX-1"),
        ("ja", "毎週月曜日午後4時に集まる。", "毎週月曜日午後4時", "XXXX-WXX-1T16"),
        (
            "hi",
            "सोमवार सुबह 10 बजे से दोपहर 12 बजे तक",
            "सोमवार सुबह 10 बजे से दोपहर 12 बजे तक",
            "(XXXX-WXX-1T10,XXXX-WXX-1T12,PT2H)",
        ),
        ("tr", "2015'in ilk haftası", "2015'in ilk haftası", "2015-W01"),
        ("ko", "월말에 끝난다.", "월말", "2024-10"),
        ("ko", "매주 모인다.", "매주", "P1W"),
        ("tr", "Her pazartesi toplanırlar.", "Her pazartesi", "XXXX-WXX-1"),
        ("ar", "الربع الأول من عام 2024", "الربع الأول من عام 2024", "(2024-01-01,2024-04-01,P3M)"),
        ("hi", "जनवरी 2015 का पहला हफ्ता", "जनवरी 2015 का पहला हफ्ता", "2015-01-W01"),
        ("zh", "2021年的第三个月", "2021年的第三个月", "2021-03"),
    ],
)
def test_phrase(lang: str, text: str, said: str, timex: str) -> None:
    assert [m.timex for m in phrases(text, lang) if m.text == said] == [timex]


@pytest.mark.parametrize(
    ("lang", "text", "mod"),
    [
        ("hi", "2020 के बाद", "AFTER"),
        ("hi", "2000 से पहले", "BEFORE"),
        ("tr", "2018'den beri", "SINCE"),
        ("tr", "Kasım ortasında", "MID"),
        ("ja", "2012年以降", "AFTER"),
        ("ja", "今週の終わり", "END"),
        ("zh", "2010年1月4日之前", "BEFORE"),
        ("zh", "5月中旬", "MID"),
        ("ko", "내일부터", "SINCE"),
        ("ko", "2월 이전", "BEFORE"),
        ("ar", "منذ 2015", "SINCE"),
    ],
)
def test_what_the_word_beside_a_date_makes_of_it(lang: str, text: str, mod: str) -> None:
    assert [m.mod for m in phrases(text, lang)] == [mod]


@pytest.mark.parametrize(
    ("lang", "text", "said"),
    [
        ("zh", "总理周日前往北京访问。", "周日"),
        ("zh", "法院周五下令释放他。", "周五"),
        ("ko", "2010년 전쟁 기념식", "2010년"),
        ("ja", "2年間の過去3年", "2年間"),
    ],
)
def test_a_word_that_only_begins_alike_is_left_alone(lang: str, text: str, said: str) -> None:
    assert phrases(text, lang)[0].text == said
