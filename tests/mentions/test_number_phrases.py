"""Folding: digits of every script become ours, and nothing changes its place."""

import unicodedata

import pytest

from retold.checker.mentions.number_phrases import fold

SHAN = range(0x1090, 0x109A)
"""Digits whose codes are letters in the old Burmese encodings."""


@pytest.mark.skipif(unicodedata.unidata_version > "14.0.0", reason="the table is that of Unicode 14")
def test_digits_of_every_script_are_folded():
    digits = [chr(code) for code in range(128, 0x1FC00) if chr(code).isdecimal() and code not in SHAN]
    assert fold("".join(digits)) == "".join(str(unicodedata.digit(digit)) for digit in digits)


def test_length_stays():
    text = "İstanbul’da １２ ၁၂ ႁႂ Straße ǅ 𝟏𝟐"
    assert len(fold(text)) == len(text)
