"""`kairos today`: the same numbers for people and programs."""

from __future__ import annotations

import pytest
from helpers.activities import MINUTE_MS, seen, stretch
from helpers.command_line import Commands
from helpers.morning import DAY, NINE_MS, store


def test_today_tells_the_day_to_people(filled: Commands) -> None:
    answer = filled("today", "--date", DAY)
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0] == "Monday 2026-03-02 (UTC)"
    assert lines[1] == "Active 1 h 50 min, idle 10 min"
    assert lines[2] == "2 switches, 1.1 an active hour; longest stretch 1 h 00 min in Mail, 10:00 to 11:00"
    assert [line.split()[0] for line in lines[4:]] == ["Mail", "Code", "浏览器应用", "(not"]
    assert "55 %" in lines[4]


def test_columns_stay_straight_beside_chinese_names(filled: Commands) -> None:
    lines = filled("today", "--date", DAY).out.splitlines()[4:]
    chinese = next(line for line in lines if "浏览器" in line)
    latin = next(line for line in lines if line.startswith("Code"))
    assert chinese.index("min") + len("浏览器应用") == latin.index("min")


def test_today_tells_the_day_to_programs(filled: Commands) -> None:
    day = filled("today", "--date", DAY, "--json").json()
    assert day["day"] == DAY
    assert day["active_ms"] == 110 * MINUTE_MS
    assert day["presence_ms"]["idle"] == 10 * MINUTE_MS
    assert day["apps"][0] == {"app": "mail", "length_ms": 60 * MINUTE_MS, "withheld": False}
    assert sum(app["length_ms"] for app in day["apps"]) == day["active_ms"]
    assert day["longest"]["start"] == "2026-03-02T10:00:00.000Z"
    assert day["segments"][3] == {
        "start": "2026-03-02T09:55:00.000Z",
        "end": "2026-03-02T10:00:00.000Z",
        "presence": "active",
        "app": "",
        "title": "",
        "withheld": True,
    }
    assert day["current"] is None


def test_a_day_without_anything_says_so(filled: Commands) -> None:
    answer = filled("today", "--date", "2026-03-01")
    assert (answer.status, answer.out.splitlines()[1]) == (0, "Nothing is recorded for this day.")


def test_a_name_that_would_move_the_cursor_is_shown_harmless(kairos: Commands) -> None:
    store(kairos.folder, [stretch(NINE_MS, 5, seen("\x1b[2Jevil\x07", "x"))])
    out = kairos("today", "--date", DAY).out
    assert "evil" in out
    assert not set(out) & set("\x1b\x07")


def test_many_apps_end_in_one_line_for_the_rest(kairos: Commands) -> None:
    store(kairos.folder, [stretch(NINE_MS + n * MINUTE_MS, 1, f"app{n:02}") for n in range(20)])
    assert kairos("today", "--date", DAY).out.splitlines()[-1].split() == ["(others)", "5", "min"]


@pytest.mark.parametrize("day", ["2026-13-01", "0001-01-01", "9999-12-31"])
def test_a_bad_date_is_one_clear_message(filled: Commands, day: str) -> None:
    answer = filled("today", "--date", day)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.splitlines()[0] == "That cannot be done"
    assert day in answer.err
