"""`kairos privacy`: what is stored, for people and programs."""

from __future__ import annotations

from helpers.command_line import Commands

from engine.paths import ProfilePaths


def test_people_are_told_what_is_stored_and_where(filled: Commands) -> None:
    answer = filled("privacy")
    assert answer.status == 0
    assert answer.out.startswith(f"Everything is in {filled.folder}")
    assert "5 stretches of recorded time" in answer.out
    assert "Network connections opened by Kairos: 0" in answer.out
    assert "plan.py" not in answer.out
    assert "until you agree to a limit" in answer.out
    assert filled("retention", "agree").status == 0
    assert "90 days" in filled("privacy").out
    rows = {one["kind"]: one["days"] for one in filled("privacy", "--json").json()["rows"]}
    assert (rows["titles"], rows["activities"], rows["totals"]) == (90, 730, None)


def test_programs_are_told_the_same(filled: Commands) -> None:
    paths = ProfilePaths(filled.folder)
    paths.network.write_text("since 0\n1000 worker socket.connect\n", encoding="ascii")
    told = filled("privacy", "--json").json()
    rows = {one["kind"]: one for one in told["rows"]}
    assert rows["activities"]["rows"] == 5
    assert rows["activities"]["tier"] == "hours"
    assert {one["kind"]: one["files"] for one in told["files"]}["database"] >= 1
    assert told["encrypted"] is False
    assert told["network"]["refused"] == 1
    assert told["network"]["by_process"] == {"worker": 1}
    assert told["network"]["since"] == "1970-01-01T00:00:00.000Z"
    assert "1 attempts were refused" in filled("privacy").out
