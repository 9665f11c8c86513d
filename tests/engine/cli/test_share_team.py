"""`kairos share team`: a whole round of five people, the lead and one member by the command line."""

from __future__ import annotations

import importlib.util
import stat
from pathlib import Path
from typing import Any

import pytest
from helpers.command_line import Commands
from helpers.team_room import TeamRoom

from engine.domain.sharing import GROUPS

WEEK = "2026-W10"


@pytest.fixture
def round_file(filled: Commands, tmp_path: Path) -> Path:
    """A round's first file, begun in the profile."""
    assert filled("share", "on").status == 0
    out = tmp_path / "round"
    assert (
        filled("share", "team", "begin", "Trial", "--people", "5", "--week", WEEK, "-o", str(out), "--yes").status == 0
    )
    return out


def test_a_whole_round(filled: Commands, round_file: Path, tmp_path: Path) -> None:
    others = TeamRoom(tmp_path, 4)
    roster, given, request, sums = (tmp_path / name for name in ("roster", "given", "asked", "sums"))
    joins = [others.taken(one, round_file, f"join-{one.name}") for one in others.people]
    own = figures(closed(filled, round_file, joins, roster))
    assert own["other"] == 120  # the morning; it has no category
    assert filled("share", "team", "contribute", str(roster), "-o", str(given), "--yes").status == 0
    theirs = [str(others.taken(one, roster, f"given-{one.name}")) for one in others.people]
    needs = filled("share", "team", "combine", *theirs, "-o", str(request), "--yes", "--json")
    assert (needs.json()["missing"], request.exists()) == (["Ada"], False)
    asked = filled("share", "team", "combine", str(given), *theirs, "-o", str(request), "--yes")
    assert f"Written: {request}" in asked.out
    answer = filled("share", "team", "contribute", str(request), "-o", str(tmp_path / "own"), "--yes", "--json").json()
    assert answer["made"] == "answer"
    answers = [str(others.taken(one, request, f"answer-{one.name}")) for one in others.people]
    result = filled("share", "team", "combine", answer["file"], *answers, "-o", str(sums), "--yes", "--json").json()
    assert result["contributed"] == ["Ada", "P00", "P01", "P02", "P03"]
    plain = {group: own[group] + sum(hours(one.quarters[group]) for one in others.people) for group in GROUPS}
    assert figures(result) == {group: round(minutes / 300) * 300 for group, minutes in plain.items()}
    assert figures(filled("share", "team", "show", str(sums), "--json").json()) == figures(result)
    states = {one["role"]: one["state"] for one in filled("share", "team", "show", "--json").json()}
    assert states == {"lead": "done", "member": "answered"}


def closed(filled: Commands, round_file: Path, joins: list[Path], roster: Path) -> Any:
    """Join as Ada, close the list, and return what is said of it."""
    joined = roster.with_name("joined")
    shown = filled("share", "team", "join", str(round_file), "--as", "Ada", "-o", str(joined))
    assert "Nothing was written" in shown.out
    assert "two public keys" in shown.out
    assert not joined.exists()
    assert filled("share", "team", "join", str(round_file), "--as", "Ada", "-o", str(joined), "--yes").status == 0
    assert stat.S_IMODE(joined.stat().st_mode) == 0o600
    said = filled("share", "team", "close", str(joined), *map(str, joins), "-o", str(roster), "--yes")
    mark = next(line for line in said.out.splitlines() if line.startswith("Fingerprint")).partition(": ")[2]
    looked = filled("share", "team", "show", str(roster))
    assert mark in looked.out
    assert "Ada, P00" in looked.out
    return filled("share", "team", "show", str(roster), "--json").json()


def figures(told: Any) -> dict[str, int]:
    """Return minutes by group."""
    return {line["group"]: line["minutes"] for line in told["figures"]}


def hours(quarters: int) -> int:
    """Return them rounded to hours, in minutes."""
    return (quarters + 2) // 4 * 60


def test_what_is_refused_is_said(filled: Commands, round_file: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_text("no such file")
    said = filled("share", "team", "join", str(foreign), "--yes")
    assert (said.status, "not a file of team figures" in said.err) == (1, True)
    said = filled("share", "team", "contribute", str(round_file), "--yes")
    assert (said.status, "another step" in said.err) == (1, True)
    assert filled("share", "off").status == 0
    said = filled("share", "team", "join", str(round_file), "-o", str(tmp_path / "joined"), "--yes")
    assert (said.status, "share on" in said.err) == (1, True)
    assert not (tmp_path / "joined").exists()
    (number,) = {one["round"] for one in filled("share", "team", "show", "--json").json()}
    assert "Nothing was written" in filled("share", "team", "forget", number).out
    assert filled("share", "team", "forget", number, "--yes").status == 0
    assert "forgotten" in filled("share", "team", "show").out


@pytest.mark.skipif(importlib.util.find_spec("tenseal") is not None, reason="TenSEAL is installed")
def test_encrypted_sums_say_which_extra_they_need(filled: Commands, tmp_path: Path) -> None:
    assert filled("share", "on").status == 0
    words = ("share", "team", "encrypted", "keys", "Trial", "--secret", str(tmp_path / "secret"))
    said = filled(*words, "-o", str(tmp_path / "keys"))
    assert (said.status, "encrypted-sums" in said.err) == (1, True)
    assert not (tmp_path / "secret").exists()


def test_a_place_that_no_file_can_have_is_refused(filled: Commands, tmp_path: Path) -> None:
    assert filled("share", "on").status == 0
    said = filled("share", "team", "begin", "Trial", "--people", "5", "--yes", "-o", str(tmp_path / ("x" * 300)))
    assert said.status == 1
    assert "Choose another place." in said.err
