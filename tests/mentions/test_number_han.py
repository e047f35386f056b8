"""Numerals of Chinese, Japanese and Korean by value: what they are worth, and which characters are none."""

from __future__ import annotations

import pytest

from retold.checker import language
from retold.checker.mentions.number import Figure, read_figures


def figures(text: str, code: str) -> list[Figure]:
    return read_figures(text, language.load(code))


def one(text: str, code: str) -> Figure:
    found = figures(text, code)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("zh", "工程耗资三万五千元", "35000"),
        ("zh", "捐款一百二万", "1200000"),
        ("zh", "共六亿四万", "600040000"),
        ("zh", "约3万亿美元", "3000000000000"),
        ("zh", "编号为一九八七", "1987"),
        ("zh", "零点七五", "0.75"),
        ("zh", "十二点五万吨", "125000"),
        ("zh", "壹仟贰佰元", "1200"),
        ("zh", "卅六名", "36"),
        ("zh", "两千两百名学生", "2200"),
        ("zh", "七 万 三 千 户", "73000"),
        ("zh", "四打鸡蛋", "48"),
        ("zh", "二又三分之一", "2.333333333333333"),
        ("zh", "负五分之二", "-0.4"),
        ("zh", "三的四次方", "81"),
        ("zh", "四分三的选民", "0.75"),
        ("ja", "一五〇〇万円", "15000000"),
        ("ja", "5.5億ドル", "550000000"),
        ("ja", "1万2千人", "12000"),
        ("ja", "弐拾参円", "23"),
        ("ja", "2と4分の3", "2.75"),
        ("ja", "マイナス七分の三", "-0.428571428571429"),
        ("ja", "気温は-3度", "-3"),
        ("ja", "〇・〇八", "0.08"),
        ("ja", "鉛筆5ダース", "60"),
        ("ja", "2の10乗", "1024"),
        ("ja", "３／８", "0.375"),
        ("ja", "さんじゅうろく", "36"),
        ("ja", "千円札", "1000"),
        ("ko", "2억4천만", "240000000"),
        ("ko", "1억 2천 300만 원", "123000000"),
        ("ko", "30만 4500원", "304500"),
        ("ko", "삼백육십오", "365"),
        ("ko", "정답은 백칠입니다", "107"),
        ("ko", "쉰셋이 모였다", "53"),
        ("ko", "백스물네 번째", "124"),
        ("ko", "칠분의 오", "0.714285714285714"),
        ("ko", "오분의 삼조각", "0.6"),
        ("ko", "이와 사분의 삼", "2.75"),
        ("ko", "마이너스 육", "-6"),
        ("ko", "달걀 두 다스", "24"),
        ("ko", "만 18세", "18"),
        ("ko", "제7조", "7"),
        ("ja", "8人に1人", "0.125"),
        ("zh", "每四家中有一家", "0.25"),
        ("ko", "10명 중 3명꼴", "0.3"),
    ],
)
def test_numerals_have_their_value(code: str, text: str, value: str) -> None:
    assert one(text, code).value == value


@pytest.mark.parametrize(
    ("code", "text", "value", "alternates"),
    [
        ("zh", "三成选民", "30", ()),
        ("zh", "百分之十二点五", "12.5", ()),
        ("zh", "千分之八", "0.8", ()),
        ("zh", "百 分 之 40", "40", ()),
        ("zh", "八折", "80", ("20",)),
        ("zh", "八五折", "85", ("15",)),
        ("zh", "2 个 百分点", "2", ()),
        ("ja", "3割5分", "35", ()),
        ("ja", "2割引", "80", ("20",)),
        ("ja", "六割半", "65", ()),
        ("ja", "12 パー セント", "12", ()),
        ("ko", "십오 퍼센트", "15", ()),
        ("ko", "3할", "30", ()),
    ],
)
def test_shares_are_percentages(code: str, text: str, value: str, alternates: tuple[str, ...]) -> None:
    figure = one(text, code)
    assert (figure.kind, figure.value, figure.alternates) == ("percent", value, alternates)


@pytest.mark.parametrize(
    ("code", "text", "kind", "value", "unit"),
    [
        ("zh", "五元三毛", "money", "5.3", "CNY"),
        ("zh", "20元5角八分", "money", "20.58", "CNY"),
        ("zh", "三块五", "money", "3.5", "CNY"),
        ("zh", "港币500元", "money", "500", "HKD"),
        ("ja", "12ドルと5セント", "money", "12.05", "USD"),
        ("ja", "30スイスフラン", "money", "30", "CHF"),
        ("zh", "四斤半", "quantity", "4.5", "jin"),
        ("zh", "八个月大", "quantity", "8", "month"),
        ("ja", "摂氏18度", "quantity", "18", "celsius"),
        ("ko", "영하 7도", "quantity", "-7", "degree"),
        ("ko", "85제곱미터", "quantity", "85", "square-meter"),
        ("ko", "서른 살", "quantity", "30", "year"),
    ],
)
def test_money_and_measures(code: str, text: str, kind: str, value: str, unit: str) -> None:
    figure = one(text, code)
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)
    assert figure.text == text


@pytest.mark.parametrize(
    ("code", "text", "low", "high"),
    [
        ("ja", "200人以上300人以下", "200", "300"),
        ("ja", "40と50の間", "40", "50"),
        ("zh", "大于10小于15", "10", "15"),
        ("zh", "在30与45之间", "30", "45"),
        ("ko", "60 이상 80 미만", "60", "80"),
        ("ko", "15와 18 사이", "15", "18"),
        ("zh", "六七十人", "60", "70"),
        ("zh", "十五六岁", "15", "16"),
        ("ko", "이삼백 명", "200", "300"),
        ("ko", "서너 명", "3", "4"),
    ],
)
def test_two_bounds_are_a_range(code: str, text: str, low: str, high: str) -> None:
    figure = one(text, code)
    assert (figure.kind, figure.low, figure.high) == ("range", low, high)


@pytest.mark.parametrize(
    ("code", "text", "bound"),
    [
        ("zh", "二十余万人", ">"),
        ("zh", "十几名", ">"),
        ("ja", "十数人", ">"),
        ("ja", "50人足らず", "<"),
        ("ko", "30여 명", ">"),
        ("ko", "700명을 넘는", ">"),
        ("zh", "5000数据包", "="),
        ("zh", "70例多重感染", "="),
        ("zh", "约有70人", "~"),
        ("ja", "半数", "="),
    ],
)
def test_bounds(code: str, text: str, bound: str) -> None:
    assert one(text, code).bound == bound


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("zh", "他一定会统一口径，千万不要去四川"),
        ("zh", "工人把两根管子三两下接好，万一失败"),
        ("zh", "两党一点一滴地改变，四处寻找双十一的商品"),
        ("zh", "王五和李四 张三"),
        ("ja", "五十嵐さんは八百屋で一緒に働く"),
        ("ja", "三菱と千葉の一部で統一した"),
        ("ja", "二・二六事件"),
        ("ja", "ゼロックスの社員"),
        ("ja", "九州と四国、六本木の七五三"),
        ("ko", "이 사람은 일이 많고 사천 요리를 만일 먹는다면"),
        ("ko", "열대 폭풍과 열차가 조사 대상이다"),
        ("ko", "이분의 이야기를 조사했다"),
        ("ko", "천사와 백조가 구조됐다"),
    ],
)
def test_words_are_no_numbers(code: str, text: str) -> None:
    assert [figure.text for figure in figures(text, code) if not figure.loose] == []


@pytest.mark.parametrize(
    ("code", "text", "counted"), [("ja", "三人が", "人"), ("zh", "5辆车", "辆"), ("ko", "세 명이", "명")]
)
def test_a_counter_is_what_is_counted(code: str, text: str, counted: str) -> None:
    assert one(text, code).counted == counted


@pytest.mark.parametrize("code", ["ja", "zh", "ko"])
@pytest.mark.parametrize("part", ["一二三", "十百千万", "三 ", "分之", "이십", "0.5万", "・一"])
def test_long_rows_take_linear_time_and_keep_their_place(code: str, part: str) -> None:
    text = part * 3000
    assert all(text[figure.start : figure.end] == figure.text for figure in figures(text, code))
