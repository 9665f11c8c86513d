"""kairos plan import-ics, export-ics and calendars."""

from __future__ import annotations

from pathlib import Path

from helpers.calendar_room import calendar, event
from helpers.command_line import Commands

REVIEW = event("UID:review", "DTSTART:20260304T120000Z", "DTEND:20260304T130000Z", "SUMMARY:Review")
BACKWARDS = event("UID:odd", "DTSTART:20260304T120000Z", "DTEND:20260304T110000Z", "SUMMARY:Odd")
SPAN = ("--from", "2026-01-01", "--to", "2026-12-31")


def test_a_calendar_becomes_the_persons_blocks_and_goes_out_again(kairos: Commands, tmp_path: Path) -> None:
    file, out = tmp_path / "work.ics", tmp_path / "out.ics"
    file.write_bytes(calendar(REVIEW, BACKWARDS))
    told = kairos("plan", "import-ics", str(file), "--dry-run")
    assert told.status == 0
    assert "Would bring: 1 new." in told.out
    assert "Left out: Odd: it ends before it begins" in told.out
    assert kairos("plan", "export-ics", str(out), *SPAN, "--json").json()["events"] == 0
    told = kairos("plan", "import-ics", str(file))
    assert "Brought: 1 new." in told.out
    assert "kairos plan undo" in told.out
    assert "Wrote 1 event from 2026-01-01 to 2026-12-31" in kairos("plan", "export-ics", str(out), *SPAN).out
    assert kairos("plan", "import-ics", str(out), "--json").json()["unchanged"] == 1
    assert kairos("plan", "undo").status == 0
    assert kairos("plan", "export-ics", str(out), *SPAN, "--json").json()["events"] == 0


def test_a_calendar_is_followed_listed_refreshed_and_removed(kairos: Commands, tmp_path: Path) -> None:
    file = tmp_path / "work.ics"
    file.write_bytes(calendar(REVIEW))
    assert "No calendar is followed" in kairos("plan", "calendars").out
    assert kairos("plan", "import-ics", str(file), "--watch", "--json").json()["calendar"]["watched"]
    (one,) = kairos("plan", "calendars", "list", "--json").json()
    assert (one["name"], one["blocks"], one["trouble"]) == ("work", 1, "")
    file.write_bytes(b"BEGIN:VCALENDAR\r\n")
    assert "ends in the middle" in kairos("plan", "calendars", "refresh").out
    assert "Trouble: work.ics ends in the middle" in kairos("plan", "calendars").out
    assert kairos("plan", "calendars", "remove", str(one["id"])).status == 0
    again = kairos("plan", "calendars", "remove", str(one["id"]))
    assert (again.status, "There is no calendar" in again.err) == (1, True)


def test_recorded_time_goes_out_private_and_is_no_plan(filled: Commands, tmp_path: Path) -> None:
    out = tmp_path / "history.ics"
    number = filled("plan", "export-ics", str(out), *SPAN, "--history", "--json").json()["events"]
    text = out.read_text(encoding="utf-8")
    assert number == text.count("BEGIN:VEVENT") > 0
    assert text.count("CLASS:PRIVATE") == number
    assert "DESCRIPTION" not in text  # titles
    read = filled("plan", "import-ics", str(out), "--json").json()
    assert (read["added"], len(read["skipped"])) == (0, number)
    refused = filled("plan", "export-ics", str(out), "--history", "--public")
    assert (refused.status, "private" in refused.err) == (1, True)


def test_a_number_that_no_calendar_has_is_a_command_written_wrongly(kairos: Commands) -> None:
    for words in (("remove", "9" * 19), ("remove", "0")):
        assert kairos("plan", "calendars", *words).status == 2


def test_what_is_no_calendar_is_refused(kairos: Commands, tmp_path: Path) -> None:
    (tmp_path / "page.ics").write_text("<html>", encoding="utf-8")
    for place in ("page.ics", "gone.ics"):
        told = kairos("plan", "import-ics", str(tmp_path / place))
        assert told.status == 1
        assert "cannot be imported" in told.err
