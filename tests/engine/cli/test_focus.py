"""`kairos focus`: every command does what it says, and bad input is one clear message that changes nothing."""

from __future__ import annotations

import pytest
from helpers.command_line import Commands


def test_a_session_is_started_seen_and_ended(kairos: Commands) -> None:
    begun = kairos("focus", "start", "--for", "20", "--on", "the report")
    assert begun.out.splitlines()[0].endswith("on “the report”: 20 min")
    assert "No recorder is running" in begun.out
    again = kairos("focus", "start")
    assert (again.status, again.out) == (1, "")
    assert "has been running since" in again.err
    assert "(“the report”)" in again.err
    assert "Now: work, until" in kairos("focus", "status").out
    seen = kairos("focus", "status", "--json").json()
    assert (seen["phase"], seen["round"], seen["ended"]) == ("work", 1, None)
    assert (seen["session"]["work_min"], seen["session"]["started"]) == (20, "command")
    assert "break, until" in kairos("focus", "break").out
    assert kairos("focus", "break").status == 1
    assert "work, until" in kairos("focus", "break", "--end").out
    over = kairos("focus", "stop")
    assert over.out.startswith("Focus session 1 is over.\n")
    assert kairos("focus", "stop").err.endswith("No focus session is running.\n")
    assert kairos("focus", "status").out == "No focus session is running.\n"
    assert kairos("focus", "rate", "1", "4").out == "Session 1 is rated 4.\n"
    assert kairos("focus", "rate", "1", "6").status == 1
    (listed,) = kairos("focus", "list", "--json").json()
    assert (listed["id"], listed["rating"], listed["intention"]) == (1, 4, "the report")
    assert [one["phase"] for one in listed["phases"]] == ["work", "break", "work"]
    assert "rated 4  “the report”" in kairos("focus", "list", "--week").out


def test_how_a_session_runs_can_be_said(kairos: Commands) -> None:
    def runs(*words: str) -> tuple[str, int, str]:
        told = kairos("focus", "start", "--json", *words).json()
        kairos("focus", "stop")
        return told["rhythm"], told["work_min"], told["level"]

    assert runs() == ("countdown", 50, "notice")
    assert runs("--pomodoro") == ("pomodoro", 25, "notice")
    assert runs("--pomodoro", "--for", "40", "--level", "friction") == ("pomodoro", 40, "friction")
    assert runs("--flowtime", "--level", "off") == ("flowtime", 50, "off")


@pytest.mark.parametrize(
    "words",
    [
        ("start", "--pomodoro", "--flowtime"),
        ("start", "--for", "0"),
        ("start", "--for", "1000"),
        ("start", "--block", "77"),
        ("list", "--day", "--week"),
        ("list", "--date", "soon"),
        ("rate", "5", "3"),
        ("contract", "make", "0"),
        ("contract", "make", "241"),
        ("break",),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(kairos: Commands, words: tuple[str, ...]) -> None:
    said = kairos("focus", *words)
    assert (said.status, said.out) == (1, "")
    assert len(said.err.splitlines()) == 2
    assert kairos("focus", "status", "--json").json()["session"] is None
    assert kairos("focus", "contract", "status", "--json").out == "null\n"


@pytest.mark.parametrize("words", [("rate", "9" * 19, "3"), ("start", "--block", "9" * 19), ("rate", "0", "3")])
def test_a_number_that_nothing_has_is_a_command_written_wrongly(kairos: Commands, words: tuple[str, ...]) -> None:
    said = kairos("focus", *words)
    assert (said.status, said.out) == (2, "")
    assert "Traceback" not in said.err


def test_an_intention_that_is_no_text_is_kept_as_far_as_it_is(kairos: Commands) -> None:
    assert "on “caf? au lait”" in kairos("focus", "start", "--on", "caf\udce9 au lait").out
    assert kairos("focus", "stop").status == 0


def test_a_contract_is_made_shown_and_left(kairos: Commands) -> None:
    assert kairos("focus", "contract", "status").out == "No contract holds: no window is closed.\n"
    assert "contract make" in kairos("focus", "start", "--level", "close").out
    kairos("focus", "stop")
    assert "may be closed until" in kairos("focus", "contract", "make", "30").out
    assert set(kairos("focus", "contract", "status", "--json").json()) == {"made", "until"}
    assert kairos("focus", "contract", "leave").out == "The contract is left. No window is closed any more.\n"
    assert kairos("focus", "contract", "leave").out == "No contract holds.\n"


def test_toggle_starts_where_none_runs_and_ends_where_one_does(kairos: Commands) -> None:
    assert "began at" in kairos("focus", "toggle").out
    assert kairos("focus", "toggle").out.startswith("Focus session 1 is over.")
