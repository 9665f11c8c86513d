"""`kairos plan`: every command does what it says, and bad input is one clear message that changes nothing."""

from __future__ import annotations

from datetime import date

import pytest
from helpers.command_line import Answer, Commands

from engine.cli.moments import day_named, moment_named
from engine.domain.clock import iso_utc
from engine.domain.days import DayRule
from engine.domain.errors import UsageError

MONDAY, WEEK = "2031-03-03", ("--week", "2031-03-05")
BERLIN = DayRule("Europe/Berlin")


@pytest.fixture
def plan(kairos: Commands, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Commands on an empty plan of somebody in Berlin."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    return Plan(kairos)


class Plan:
    """`kairos plan ...`."""

    def __init__(self, kairos: Commands) -> None:
        self._kairos = kairos

    def __call__(self, *words: str) -> Answer:
        return self._kairos("plan", *words)

    def report(self, *more: str, at: str = f"{MONDAY} 9:00") -> Answer:
        """Plan a report on a Monday."""
        return self("add", "Write report", "--at", at, "--for", "90", *more)


def test_an_empty_plan_says_how_to_begin(plan: Plan) -> None:
    said = plan("show", *WEEK).out.splitlines()
    assert said == [
        "Mon 2031-03-03 to Sun 2031-03-09 (Europe/Berlin)",
        "Nothing is planned. Begin with: kairos plan add “Write report” --at “tomorrow 9:00” --for 90",
    ]
    assert "Begin with" in plan("flexible", "list").out
    assert plan("undo").out == "Nothing of the plan can be undone.\n"
    assert plan("redo", "--json").json() == {"redone": None}


def test_a_block_is_added_shown_moved_removed_and_brought_back(plan: Plan) -> None:
    assert plan.report("--protected").out == ("Planned (number 1): Mon 2031-03-03 09:00–10:30 focus “Write report”\n")
    (line,) = plan("show", "--day", MONDAY).out.splitlines()[1:]
    assert line.split() == ["09:00–10:30", "focus", "Write", "report", "1", "protected"]
    assert plan("move", "1", "--to", "2031-03-04 14:00", "--for", "1h").out == (
        "Moved (number 1): Tue 2031-03-04 14:00–15:00 focus “Write report”\n"
    )
    found = plan("show", *WEEK, "--json").json()
    assert (found["from"], found["to"], found["zone"], found["conflicts"]) == (
        MONDAY,
        "2031-03-10",
        "Europe/Berlin",
        [],
    )
    assert [(one["reference"], one["start"], one["protected"]) for one in found["blocks"]] == [
        ("1", "2031-03-04T13:00:00.000Z", True)
    ]
    assert plan("remove", "1").out == "Removed: Tue 2031-03-04 14:00–15:00 focus “Write report”\n"
    assert plan("undo").out == "Undone: Removed “Write report”.\n"
    assert plan("undo", "--json").json() == {"undone": "Moved “Write report”"}
    assert plan("redo").out == "Redone: Moved “Write report”.\n"
    assert "14:00–15:00" in plan("show", *WEEK).out


def test_of_a_repeated_block_one_time_later_ones_or_all_are_meant(plan: Plan) -> None:
    said = plan("add", "Standup", "--at", f"{MONDAY} 9:00", "--for", "15", "--kind", "meeting", "--repeat", "daily")
    assert said.out.endswith("meeting “Standup”, repeats FREQ=DAILY\n")
    assert plan("move", "1@2031-03-05", "--to", "2031-03-05 11:00").out.startswith(
        "Moved (number 2): Wed 2031-03-05 11:"
    )
    assert plan("remove", "1@2031-03-04", "--only").status == 0
    assert plan("move", "1@2031-03-07", "--to", "2031-03-07 10:00", "--following").status == 0
    days = [(one["start"][8:16], one["reference"]) for one in plan("show", *WEEK, "--json").json()["blocks"]]
    assert days == [
        ("03T08:00", "1@2031-03-03"),
        ("05T10:00", "1@2031-03-05"),
        ("06T08:00", "1@2031-03-06"),
        ("07T09:00", "3@2031-03-07"),
        ("08T09:00", "3@2031-03-08"),
        ("09T09:00", "3@2031-03-09"),
    ]
    assert plan("remove", "3@2031-03-08", "--following").out.endswith(
        "“Standup”, repeats FREQ=DAILY and all later ones\n"
    )
    assert plan("remove", "1", "--all").status == 0
    assert len(plan("show", *WEEK, "--json").json()["blocks"]) == 1


def test_what_clock_times_leave_open_is_said(plan: Plan) -> None:
    told = plan("add", "Trip", "--at", "2031-03-04", "--all-day", "3").out
    assert "Tue 2031-03-04 all day (to Thu 2031-03-06) focus “Trip”" in told
    assert plan("show", "--day", "2031-03-05").out.rstrip().endswith("to Thu 2031-03-06")
    assert (
        "09:00–09:00 (24 h 00 min) focus “Watch”" in plan("add", "Watch", "--at", "2031-04-01 9:00", "--for", "24h").out
    )
    assert "09:00–10:00 focus “Usual”" in plan("add", "Usual", "--at", "2031-04-03 9:00").out


REFUSED: list[tuple[list[str], str]] = [
    (["move", "1", "--to", "9:00"], "Block 1 repeats. Name one of its days, for example 1@2026-11-23."),
    (["remove", "1@2031-03-03"], "This block repeats. Say which times: --only, --following or --all."),
    (["remove", "1@2031-03-03", "--only", "--all"], "Say one of --only, --following and --all."),
    (["remove", "1@2031-03-04", "--only"], "Block 1 does not begin on 2031-03-04."),
    (["remove", "one"], "“one” names no block."),
    (["remove", "9" * 19], "names no block."),
    (["move", "9" * 5_000, "--to", "9:00"], "…” names no block."),
    (["remove", "9"], "There is no block 9. See: kairos plan show"),
    (["show", "--day", "mon", "--week", "mon"], "Show a --day or a --week, not both."),
    (["show", "--day", "someday"], "“someday” is not a date."),
    (["add", "x", "--at", "noon"], "“noon” is not a time."),
    (["add", "x", "--at", "2031-03-30 02:30"], "the clocks skip 02:30 in Europe/Berlin"),
    (["add", "x", "--at", f"{MONDAY} 10:00"], "“Write report” is protected, 2031-03-03 09:00 to 10:30."),
    (["add", "x", "--at", "9:00", "--for", "25h"], "24 hours at most"),
    (["add", "x", "--at", "9:00", "--for", "0"], "a minute or more"),
    (["add", "x", "--at", "9:00", "--repeat", "often"], "“OFTEN” is not part of a repeat rule."),
    (["add", "x", "--at", "9:00", "--repeat", "FREQ=MINUTELY"], "cannot repeat every minute or second"),
    (["add", "x", "--at", "9:00", "--times", "3"], "Say how it repeats, too"),
    (["add", "x", "--at", "9:00", "--category", "None > Such"], "category"),
    (["flexible", "add", "x", "--for", "90-45"], "not shorter than the shortest"),
    (["flexible", "add", "x", "--between", "9-17"], "Write it as 9:00-17:00."),
    (["flexible", "change", "3"], "There is no flexible block 3."),
]


def test_bad_input_is_one_message_and_changes_nothing(plan: Plan) -> None:
    plan.report("--protected", "--repeat", "weekly")
    before = plan("show", *WEEK, "--json").json()
    for words, said in REFUSED:
        answer = plan(*words)
        assert (answer.status, answer.out) == (1, "")
        assert said in answer.err
    assert plan("show", *WEEK, "--json").json() == before
    assert plan("undo").out == "Undone: Added “Write report”.\n"


def test_what_overlaps_is_shown_as_a_warning(plan: Plan) -> None:
    plan.report()
    said = plan("add", "Mail", "--at", f"{MONDAY} 10:00", "--kind", "shallow", "--repeat", "weekly", "--times", "2")
    assert said.out.splitlines()[1] == "! 10:00 “Mail” overlaps “Write report”"
    assert "  ! 10:00 “Mail” overlaps “Write report”" in plan("show", *WEEK).out.splitlines()
    assert plan("show", *WEEK, "--json").json()["conflicts"] == [{"first": "1", "second": "2@2031-03-03"}]
    assert "overlaps" not in plan("add", "Radio", "--at", f"{MONDAY} 10:00", "--free").out
    assert "overlaps" not in plan("show", "--week", "2031-03-12").out


def test_whole_days_have_no_hours(plan: Plan) -> None:
    said = plan("add", "Fair", "--at", "2031-03-29", "--all-day", "2", "--kind", "personal", "--free")
    assert said.out == "Planned (number 1): Sat 2031-03-29 all day (to Sun 2031-03-30) personal “Fair”\n"
    (one,) = plan("show", "--day", "2031-03-30", "--json").json()["blocks"]
    assert (one["start"], one["end"]) == ("2031-03-28T23:00:00.000Z", "2031-03-30T22:00:00.000Z")


def test_flexible_blocks_are_added_changed_and_removed(plan: Plan) -> None:
    words = ["--for", "60-90", "--per-week", "4", "--between", "9:00-17:00", "--on", "mon-thu", "--by", "2031-12-24"]
    assert plan("flexible", "add", "Deep work", *words).out == (
        "Added: 1  focus “Deep work”: 60 to 90 min, 4 a week, Mon Tue Wed Thu, 09:00–17:00, by 2031-12-24\n"
    )
    changed = plan(
        "flexible", "change", "1", "--rests", "--by", "-", "--for", "45m", "--kind", "learning", "--json"
    ).json()
    assert (changed["active"], changed["deadline"], changed["shortest"], changed["longest"]) == (False, None, 45, 45)
    line = "   1  learning “Deep work”: 45 min, 4 a week, Mon Tue Wed Thu, 09:00–17:00  (rests)\n"
    assert plan("flexible", "list").out == line
    assert plan("flexible", "remove", "1").out == f"Removed: {line.strip()}\n"
    assert plan("undo").out == "Undone: Removed flexible “Deep work”.\n"
    assert len(plan("flexible", "list", "--json").json()) == 1


def test_days_and_times_are_named_as_people_do() -> None:
    wednesday = date(2026, 11, 25)
    named = [day_named(word, wednesday).isoformat() for word in ("today", "Tomorrow", "wed", "thursday", "tue")]
    assert named == ["2026-11-25", "2026-11-26", "2026-11-25", "2026-11-26", "2026-12-01"]
    for text in ("fri 9:05", "2026-11-27 9:05", "2026-11-27T09:05", "2026-11-27 08:05Z"):
        assert iso_utc(moment_named(text, wednesday, BERLIN)) == "2026-11-27T08:05:00.000Z"
    assert iso_utc(moment_named("9:05", wednesday, BERLIN)) == "2026-11-25T08:05:00.000Z"
    for text in ("", "we 9:00", "25:00", "tomorrow"):
        with pytest.raises(UsageError):
            moment_named(text, wednesday, BERLIN)
