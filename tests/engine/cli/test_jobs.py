"""`kairos jobs` tells how every job stands, with and without a recorder."""

from __future__ import annotations

from helpers.command_line import Commands

from engine.domain.job_runs import JOBS, TIDY, JobOutcome
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.jobs import JobStore

HOUR = 3_600_000


def test_a_fresh_profile_has_jobs_that_never_ran(kairos: Commands) -> None:
    found = kairos("jobs", "--json").json()
    assert [one["name"] for one in found] == [plan.name for plan in JOBS]
    assert {one["last_start"] for one in found} == {one["next"] for one in found} == {None}
    assert next(one for one in found if one["name"] == "plan the day")["every_s"] is None
    said = kairos("jobs").out
    assert "plan the day     day           never" in said
    assert "kairos record" in said.splitlines()[-1]


def test_what_failed_says_why(kairos: Commands) -> None:
    assert kairos("status").status == 0
    database = Database.open(ProfilePaths(kairos.folder).database)
    store = JobStore(database)
    store.begin(TIDY, 1_772_452_800_000, 1_772_452_800_000 + HOUR)
    store.end("tidy", 1_772_452_801_000, JobOutcome.FAILED, "There is no room left.")
    database.close()
    one = kairos("jobs", "--json").json()[0]
    assert (one["outcome"], one["message"], one["runs"]) == ("failed", "There is no room left.", 1)
    assert one["last_start"] == "2026-03-02T12:00:00.000Z"
    lines = kairos("jobs").out.splitlines()
    assert lines[1].split()[:3] == ["tidy", "1", "h"]
    assert "failed" in lines[1]
    assert lines[2] == "    There is no room left."
