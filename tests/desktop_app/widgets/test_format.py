from __future__ import annotations

import pytest
from helpers.dressed import speaking
from PySide6.QtWidgets import QApplication

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


def test_hours_are_written_as_people_there_write_them(qapp: QApplication) -> None:
    with speaking("en_GB"):
        assert Wording("Europe/Berlin").axis_hour(NOON_UTC - 5 * 60 * MINUTE) == "8:00"
    with speaking("en_US"):
        assert Wording("Europe/Berlin").axis_hour(NOON_UTC).split() == ["1", "PM"]


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
