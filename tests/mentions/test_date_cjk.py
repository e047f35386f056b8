"""Dates, times and durations in Chinese, Japanese and Korean: what the signs after the figures say."""

from __future__ import annotations

import pytest

from retold.checker import language
from retold.checker.mentions import date
from retold.checker.mentions.date_mention import DateMention
from retold.checker.mentions.date_relation import Relation, relation
from retold.checker.model import Article


def found(text: str, lang: str, published: str | None = None) -> list[DateMention]:
    article = Article(text=text, language=lang, published=published)
    return [m for m in date.extract(article, language.load(lang)) if isinstance(m, DateMention)]


@pytest.mark.parametrize(
    ("lang", "text", "said", "value"),
    [
        ("zh", "二〇〇四年八月十五，条约签署。", "二〇〇四年八月十五", "2004-08-15"),
        ("zh", "他08年入伍。", "08年", "2008"),
        ("zh", "秦朝建于公元前221年。", "公元前221年", "BC0221"),
        ("ja", "紀元前44年に暗殺された。", "紀元前44年", "BC0044"),
        ("ko", "기원전 57년에 세워졌다.", "기원전 57년", "BC0057"),
        ("zh", "12-11-10发布", "12-11-10", "2012-11-10"),
        ("ja", "元旦に初詣に行く。", "元旦", "XXXX-01-01"),
        ("ja", "2024年の母の日", "母の日", "2024-05-12"),
        ("zh", "国庆节期间", "国庆节", "XXXX-10-01"),
        ("ko", "광복절을 맞아", "광복절", "XXXX-08-15"),
        ("zh", "正月初一的庙会", "正月初一", "XXXX-01-01"),
        ("zh", "康熙二十年收复台湾。", "康熙二十年", "1681"),
        ("zh", "佛历2567年", "佛历2567年", "2024"),
        ("ja", "西暦2024年", "西暦2024年", "2024"),
        ("ko", "단기 4357년", "단기 4357년", "2024"),
        ("ja", "1990年代の初め", "1990年代", "199X"),
        ("ja", "20世紀の90年代", "20世紀の90年代", "199X"),
        ("ja", "深夜0時に", "深夜0時", "T00:00"),
        ("ja", "深夜2時に", "深夜2時", "T02:00"),
        ("zh", "晚上12点结束", "晚上12点", "T00:00"),
        ("ko", "밤 11시에", "밤 11시", "T23:00"),
        ("zh", "晚上九点一刻开会", "晚上九点一刻", "T21:15"),
        ("zh", "上午約 4 點", "上午約 4 點", "T04:00"),
        ("zh", "会议13点开始", "13点", "T13:00"),
        ("zh", "昨天8:00出发", "8:00", "T08:00"),
        ("ja", "19:30から放送", "19:30", "T19:30"),
        ("ko", "저녁 7시 반에 만났다.", "저녁 7시 반", "T19:30"),
        ("ko", "두 시까지 기다렸다.", "두 시", "T02:00"),
        ("zh", "一个半小时的演讲", "一个半小时", "PT90M"),
        ("zh", "三个半月的谈判", "三个半月", "P3.5M"),
        ("zh", "谈判拖了半年", "半年", "P6M"),
        ("zh", "等了半个小时", "半个小时", "PT30M"),
        ("ko", "2년 반 동안", "2년 반", "P30M"),
        ("ja", "1年3か月ぶり", "1年3か月", "P15M"),
        ("zh", "一年又三个月", "一年又三个月", "P15M"),
        ("ja", "数日間続いた", "数日間", "P3D"),
    ],
)
def test_value(lang: str, text: str, said: str, value: str) -> None:
    assert [m.value for m in found(text, lang, "2024-10-29") if m.text == said] == [value]


@pytest.mark.parametrize(
    ("lang", "text", "start", "end", "timex"),
    [
        ("zh", "1995-1997年", "1995", "1997", "(1995-01-01,1997-01-01,P2Y)"),
        ("ja", "04～05年", "2004", "2005", "(2004-01-01,2005-01-01,P1Y)"),
        ("ja", "5～6月に", "XXXX-05", "XXXX-06", "(XXXX-05-01,XXXX-06-01,P1M)"),
        ("ko", "27-28일에", "XXXX-XX-27", "XXXX-XX-28", "(XXXX-XX-27,XXXX-XX-28,P1D)"),
        ("ja", "1月10日から20日まで", "XXXX-01-10", "XXXX-01-20", "(XXXX-01-10,XXXX-01-20,P10D)"),
        ("ja", "11月から3月まで", "XXXX-11", "XXXX-03", "(XXXX-11-01,XXXX-03-01,P4M)"),
        ("ko", "2017년 11월부터 2월까지", "2017-11", "2018-02", "(2017-11-01,2018-02-01,P3M)"),
        ("zh", "2024年10月27日至11月3日", "2024-10-27", "2024-11-03", "(2024-10-27,2024-11-03,P7D)"),
        ("zh", "3-5天内", "P3D", "P5D", "(P3D,P5D)"),
        ("zh", "两三天后", "P2D", "P3D", "(P2D,P3D)"),
        ("zh", "二三十年前后", "P20Y", "P30Y", "(P20Y,P30Y)"),
        ("ko", "2~3주 후", "P14D", "P21D", "(P2W,P3W)"),
        ("ja", "午後5時から6時まで", "T17:00", "T18:00", "(T17,T18,PT1H)"),
        ("ja", "午前9時30分から午後1時", "T09:30", "T13:00", "(T09:30,T13,PT3H30M)"),
        ("zh", "三月和九月之间", "XXXX-03", "XXXX-09", "(XXXX-03-01,XXXX-09-01,P6M)"),
        ("zh", "早上五到六点", "T05:00", "T06:00", "(T05,T06,PT1H)"),
    ],
)
def test_range(lang: str, text: str, start: str, end: str, timex: str) -> None:
    assert [(m.start_value, m.end_value, m.timex) for m in found(text, lang)] == [(start, end, timex)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ja", "十分な準備ができた。"),
        ("ja", "一時停止した。"),
        ("ja", "数十年にわたる対立"),
        ("zh", "几十年来从未见过"),
        ("zh", "这十分重要。"),
        ("zh", "他提出3点建议。"),
        ("zh", "以21:15获胜"),
        ("zh", "大会下设4个分会场。"),
        ("ko", "세 분이 오셨다."),
        ("ko", "세 시즌을 뛰었다."),
        ("ko", "오늘날의 세계"),
        ("ja", "二日酔いと三日月"),
    ],
)
def test_look_alikes_are_not_dates(lang: str, text: str) -> None:
    assert found(text, lang) == []


def test_eras_are_named() -> None:
    assert [(m.value, m.calendar) for m in found("令和6年10月23日に", "ja")] == [("2024-10-23", "令和")]


def test_lunar_dates_contradict_nothing() -> None:
    (lunar,) = found("农历八月十五", "zh")
    (korean,) = found("음력 8월 15일", "ko")
    (autumn,) = found("9月17日", "zh")
    assert (lunar.calendar, lunar.value, lunar.vague) == ("lunar", "XXXX-08-15", True)
    assert relation(lunar, korean).agrees
    assert relation(lunar, autumn).relation is Relation.UNKNOWN


@pytest.mark.parametrize("lang", ["zh", "ja", "ko"])
@pytest.mark.parametrize(
    "piece", ["一", "半", "数", "1-", "1至", "1:1", "三半", "1時", "1年", "十分", "세", "午後", "公元前"]
)
def test_long_runs_take_linear_time(piece: str, lang: str) -> None:
    found(piece * (60_000 // len(piece)), lang)
