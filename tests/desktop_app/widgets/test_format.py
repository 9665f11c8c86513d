from __future__ import annotations

import pytest
from helpers.dressed import speaking
from PySide6.QtWidgets import QApplication

from desktop_app.pages.reports.range_words import RangeWords
from desktop_app.widgets.format import Wording

MINUTE = 60_000
NOON_UTC = 1_795_262_400_000  # 2026-11-21 12:00 UTC


@pytest.mark.parametrize(
    ("length_ms", "text"),
    [
        (0, "0 s"),
        (-5, "0 s"),
        (59_999, "59 s"),
        (MINUTE, "1 min"),
        (59 * MINUTE + 59_999, "59 min"),
        (60 * MINUTE, "1 h 00 min"),
        (172 * MINUTE, "2 h 52 min"),
        (65 * MINUTE, "1 h 05 min"),
    ],
)
def test_lengths(qapp: QApplication, length_ms: int, text: str) -> None:
    assert Wording().length(length_ms) == text


def test_times_are_those_of_the_summary_s_zone(qapp: QApplication) -> None:
    with speaking("en_GB"):
        assert Wording("Europe/Berlin").time(NOON_UTC) == "13:00"
        assert Wording("Asia/Kolkata").time(NOON_UTC) == "17:30"
        assert Wording("No/Such").time(NOON_UTC) == "12:00"


@pytest.mark.parametrize(
    ("locale", "eight", "half_past"),
    [("en_GB", "08:00", "08:30"), ("cs_CZ", "8:00", "8:30"), ("en_US", "8 AM", "8:30 AM"), ("zh_CN", "08:00", "08:30")],
)
def test_an_axis_writes_all_times_of_day_in_one_way(
    qapp: QApplication, locale: str, eight: str, half_past: str
) -> None:
    with speaking(locale):
        wording, moment = Wording("Europe/Berlin"), NOON_UTC - 5 * 60 * MINUTE
        assert " ".join(wording.axis_time(moment).split()) == eight
        assert " ".join(wording.axis_time(moment + 30 * MINUTE).split()) == half_past
        assert wording.axis_hour_of(8) == RangeWords().hour(8) == wording.axis_time(moment)


def test_moments_of_another_day_carry_its_date(qapp: QApplication) -> None:
    wording = Wording("Europe/Berlin")
    with speaking("en_GB"):
        assert wording.moment(NOON_UTC, NOON_UTC - 60 * MINUTE) == "13:00"
        assert wording.moment(NOON_UTC + 11 * 60 * MINUTE, NOON_UTC) == "22/11/2026 00:00"


def test_how_long_ago(qapp: QApplication) -> None:
    assert Wording().ago(2_000) == "just now"
    assert Wording().ago(3 * MINUTE) == "3 min ago"


def test_shares_and_rates(qapp: QApplication) -> None:
    with speaking("en_GB"):
        assert Wording().percent(0.914) == "91 %"
        assert Wording().number(3.64) == "3.6"
