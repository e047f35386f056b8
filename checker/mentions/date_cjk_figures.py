"""Figures in Chinese, Japanese and Korean dates: digits, 十二, 二〇二四, 两三 (two or three), 数 (a few), 세."""

from __future__ import annotations

from collections.abc import Mapping

SIGNS = {"〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
         "八": 8, "九": 9}  # fmt: skip
TENS = {"十": 10, "百": 100, "千": 1000}
KANJI = "".join((*SIGNS, *TENS))
MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "億": 10**8, "亿": 10**8, "억": 10**8}
FEW = "数數几幾몇"
"""What stands for a figure that is not told: 数日, 几天, 몇 주."""
_A_FEW = 3.0


def value_of(text: str, small: Mapping[str, float]) -> float:
    """A figure in digits, Chinese signs (十二, 二〇二四, 百) or native Korean words; 元 is the first year of an era."""
    if text in small:
        return small[text]
    if text == "元":
        return 1
    if text == "半":
        return 0.5
    if text in FEW:
        return _A_FEW
    if text[0].isdigit():
        return _digits(text)
    if not any(letter in TENS for letter in text):
        return float("".join(str(SIGNS[letter]) for letter in text))
    total, digit = 0, 0
    for letter in text:
        if letter in TENS:
            total += (digit or 1) * TENS[letter]
            digit = 0
        else:
            digit = SIGNS[letter]
    return float(total + digit)


def _digits(text: str) -> float:
    """12, 1.5, 9,000."""
    if len(text) > 4 and text[-4] == ",":
        return float(text.replace(",", ""))
    plain = text.replace(",", ".")
    return float(plain) if plain.count(".") <= 1 else 0


def ends_of(text: str, small: Mapping[str, float]) -> tuple[float, float | None]:
    """The two ends of a figure that names two neighbours: 两三 is 2 to 3, 二三十 20 to 30, 十二三 12 to 13."""
    pairs = [index for index in range(len(text) - 1) if text[index] in SIGNS and text[index + 1] in SIGNS]
    if len(pairs) != 1 or set("〇零○") & set(text):
        return value_of(text, small), None
    low, high = text[: pairs[0] + 1] + text[pairs[0] + 2 :], text[: pairs[0]] + text[pairs[0] + 1 :]
    first, last = value_of(low, small), value_of(high, small)
    return (first, last) if first < last else (value_of(text, small), None)
