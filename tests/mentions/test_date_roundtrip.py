"""A date written in any shipped language as CLDR writes it is read back to the same value."""

from __future__ import annotations

from datetime import date, time

import pytest
from babel.dates import format_date, format_skeleton, format_time
from hypothesis import given, settings
from hypothesis import strategies as st
from support import article

from retold.checker import mentions

LOCALES = {
    "ar": "ar_EG", "de": "de", "en": "en", "es": "es", "fr": "fr", "hi": "hi", "it": "it", "ja": "ja", "ko": "ko",
    "nl": "nl", "pl": "pl", "pt": "pt", "ru": "ru", "sv": "sv", "tr": "tr", "uk": "uk", "zh": "zh",
}  # fmt: skip
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


BESIDE = {"ja": "{}から", "zh": "{}开始"}
"""What tells that two figures are a clock time, where a bare 21:15 may be a score."""


def readings(text: str, language: str, kind: str = "date") -> set[str]:
    """All values of the one mention of a kind."""
    found = [m for m in mentions.of(article(text, language), "date") if m.kind == kind]
    assert len(found) == 1, (text, found)
    return {found[0].value, *found[0].alternates} - {None}


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("width", ["full", "long", "medium"])
@settings(max_examples=25, deadline=None)
@given(day=DAYS)
def test_calendar_dates(language: str, width: str, day: date) -> None:
    assert day.isoformat() in readings(format_date(day, width, locale=LOCALES[language]), language)


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("skeleton", ["yMMMM", "MMMMd"])
@settings(max_examples=15, deadline=None)
@given(day=DAYS)
def test_dates_without_a_part(language: str, skeleton: str, day: date) -> None:
    value = {"yMMMM": f"{day:%Y-%m}", "MMMMd": f"XXXX-{day:%m-%d}"}[skeleton]
    assert value in readings(format_skeleton(skeleton, day, locale=LOCALES[language]), language)


@pytest.mark.parametrize("language", LOCALES)
@settings(max_examples=25, deadline=None)
@given(hour=st.integers(0, 23), minute=st.integers(0, 59))
def test_clock_times(language: str, hour: int, minute: int) -> None:
    text = BESIDE.get(language, "{}").format(format_time(time(hour, minute), "short", locale=LOCALES[language]))
    assert f"T{hour:02d}:{minute:02d}" in readings(text, language, "time")
