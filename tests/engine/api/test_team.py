"""Rounds of team figures from the first file to the sums, and all that is refused on the way."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.team_room import MONDAY, Somebody, TeamRoom

from engine.domain.errors import UsageError
from engine.domain.sharing import GROUPS
from engine.domain.team import TeamFile, TeamNeeds, TeamResult, TeamRole, TeamState


@pytest.fixture
def room(tmp_path: Path) -> TeamRoom:
    return TeamRoom(tmp_path, 6)


def hours(people: list[Somebody], group: str) -> int:
    """Minutes of a group, each person's rounded to hours, in steps of five hours."""
    minutes = sum((one.quarters[group] + 2) // 4 * 60 for one in people)
    return round(minutes / 300) * 300


def test_sums_of_a_small_team_are_rounded_and_called_nothing_else(room: TeamRoom) -> None:
    result = room.sums()
    assert [line.minutes for line in result.lines] == [hours(room.people, group) for group in GROUPS]
    assert (result.epsilon_millionths, result.step_minutes) == (0, 300)
    assert result.contributed == tuple(one.name for one in room.people)
    assert result.left_out == ()
    assert not any("epsilon" in sentence for sentence in result.does_not_hide)


def test_who_drops_out_is_left_out_of_the_sums(room: TeamRoom) -> None:
    result = room.sums(frozenset({3}))
    there = [one for one in room.people if one.name != "P03"]
    assert [line.minutes for line in result.lines] == [hours(there, group) for group in GROUPS]
    assert result.left_out == ("P03",)


def test_answers_may_be_missing_too(room: TeamRoom) -> None:
    request = room.asked(room.contributed(room.closed(), frozenset({0})))
    answers = room.answered(request, frozenset({0, 1}))  # four of five; a list of six needs four
    few = room.lead.team.combine(answers[:3], room.folder / "result")
    assert isinstance(few, TeamNeeds)
    assert (few.wants, few.more, few.file) == (TeamFile.ANSWER, 1, None)
    assert set(few.names) == {"P01", "P05"}
    assert isinstance(room.lead.team.combine(answers, room.folder / "result"), TeamResult)


def test_with_twenty_people_there_is_noise_and_intervals(tmp_path: Path) -> None:
    room = TeamRoom(tmp_path, 20)
    result = room.sums(frozenset({7}))
    assert (result.epsilon_millionths, result.step_minutes) == (1_000_000, 0)
    for line in result.lines:
        truth = 15 * sum(one.quarters[line.group] for one in room.people if one.name != "P07")
        assert line.low is not None
        assert line.high is not None
        assert line.low <= line.minutes <= line.high
        assert abs(line.minutes - truth) < 15 * 160 * 25  # a chance of one in 10^10


def test_looking_shows_what_goes_in_and_writes_nothing(room: TeamRoom) -> None:
    roster = room.closed()
    before = set(room.folder.iterdir())
    one = room.people[0]
    one.sharing = False
    step = one.team.look(roster)
    assert (step.kind, step.makes) == (TeamFile.ROSTER, TeamFile.CONTRIBUTION)
    assert [line.minutes for line in step.lines] == [(one.quarters[group] + 2) // 4 * 60 for group in GROUPS]
    assert step.names == tuple(other.name for other in room.people)
    assert (step.members, step.fewest, step.noisy, step.made_before) == (6, 5, False, False)
    assert step.holds
    assert step.leaves_out
    assert step.does_not_hide
    assert set(room.folder.iterdir()) == before
    fingerprints = {other.team.look(roster).fingerprint for other in (*room.people, room.lead)}
    assert fingerprints == {step.fingerprint}
    assert len(step.fingerprint.replace(" ", "")) == 28


def test_nothing_is_made_while_sharing_is_off(room: TeamRoom) -> None:
    first = room.begin()
    one = room.people[0]
    one.sharing = False
    step = one.team.look(first)
    with pytest.raises(UsageError, match="share on"):
        one.team.take(step, room.folder / "join")
    with pytest.raises(UsageError, match="share on"):
        one.team.begin("Mine", MONDAY, 6, room.folder / "mine")
    with pytest.raises(UsageError, match="share on"):
        one.team.combine([first], room.folder / "mine")
    assert [file.name for file in room.folder.iterdir()] == ["round"]


def test_the_same_step_gives_the_very_same_file(room: TeamRoom) -> None:
    roster = room.closed()
    one = room.people[0]
    first = room.taken(one, roster, "contribution-a").read_bytes()
    one.quarters = dict.fromkeys(GROUPS, 1)
    step = one.team.look(roster)
    assert step.made_before
    assert one.team.take(step, room.folder / "contribution-b").file.read_bytes() == first


def test_a_file_that_was_laid_out_otherwise_on_the_way_is_the_same_file(room: TeamRoom) -> None:
    roster = room.closed()
    one = room.people[0]
    first = room.taken(one, roster, "contribution-a").read_bytes()
    for file in (room.folder / "round", roster):
        file.write_bytes(json.dumps(json.loads(file.read_bytes())).encode().replace(b", ", b",\r\n"))
    assert one.team.look(roster).made_before
    assert one.team.look(room.folder / "round").made_before
    assert room.taken(one, roster, "contribution-b").read_bytes() == first
    assert room.taken(one, room.folder / "round", "join-b").read_bytes() == (room.folder / "join-P00").read_bytes()


def test_files_are_the_persons_alone_and_nothing_is_overwritten(room: TeamRoom) -> None:
    first = room.begin()
    assert stat.S_IMODE(first.stat().st_mode) == 0o600
    other = room.folder / "other"
    other.write_text("mine")
    one = room.people[0]
    with pytest.raises(UsageError, match="nothing is overwritten"):
        one.team.take(one.team.look(first), other)
    assert other.read_text() == "mine"
    taken = one.team.take(one.team.look(first), room.folder)
    assert taken.file.parent == room.folder
    assert taken.file.name.startswith("team-2026-11-09-")
    again = one.team.take(one.team.look(first), room.folder)
    assert again.file == taken.file


def test_a_week_is_given_to_one_round_only(room: TeamRoom) -> None:
    room.contributed(room.closed())
    (room.folder / "two").mkdir()
    again = TeamRoom(room.folder / "two", 6)
    again.people = room.people
    with pytest.raises(UsageError, match="another round"):
        again.contributed(again.closed())
    assert {one.state for one in room.people[0].team.rounds()} == {TeamState.JOINED, TeamState.CONTRIBUTED}


def test_a_week_that_is_not_over_is_not_given(room: TeamRoom) -> None:
    roster = room.closed()
    room.people[0].today = MONDAY.replace(day=15)
    with pytest.raises(UsageError, match="ends on 2026-11-15"):
        room.contributed(roster)


def test_keys_are_wiped_in_the_end(room: TeamRoom) -> None:
    result = room.sums()
    for one in (*room.people, room.lead):
        (kept,) = one.store.all()
        assert kept.key == ""
        assert "masked" not in kept.content
        assert "contribution" not in kept.content
    (round_,) = room.lead.team.rounds()
    assert (round_.state, round_.role, round_.result) == (TeamState.DONE, TeamRole.LEAD, replace(result, file=None))
    (member,) = room.people[0].team.rounds()
    assert (member.state, member.members, member.name) == (TeamState.ANSWERED, 6, "Team")


def test_a_forgotten_round_is_over_and_its_week_stays_given(room: TeamRoom) -> None:
    roster = room.closed()
    one = room.people[0]
    room.contributed(roster)
    (kept,) = one.team.rounds()
    one.team.forget(kept.id[:8])
    (gone,) = one.store.all()
    assert (gone.key, dict(gone.content), gone.state) == ("", {}, TeamState.FORGOTTEN)
    assert gone.contributed_ms is not None
    with pytest.raises(UsageError, match="wiped"):
        one.team.look(roster)
    with pytest.raises(UsageError, match="no round"):
        one.team.forget("ffffffffff")


def test_a_window_that_takes_files_loads_no_cryptography(room: TeamRoom) -> None:
    """What masks runs in a process of its own; what asks it does not know the library, nor TenSEAL."""
    first = room.begin()
    code = (
        "import sys; from datetime import date; from pathlib import Path;"
        "from helpers.rounds_in_memory import RoundsInMemory; from engine.api.team import Team;"
        "from engine.sharing.team.asking import MaskingProcess; from engine.sharing.team.rounds import TeamParts;"
        "parts = TeamParts(RoundsInMemory(), MaskingProcess(), lambda day: {}, date.max.replace, lambda: 0, lambda: 1);"
        "team = Team(parts); first, out = map(Path, sys.argv[1:]);"
        "team.take(team.look(first), out, 'Ada');"
        "sys.exit(' '.join(one for one in sys.modules if one.partition('.')[0] in ('cryptography', 'tenseal')) or 0)"
    )
    out = room.folder / "joined"
    done = subprocess.run(
        [sys.executable, "-c", code, str(first), str(out)], env=_where(), capture_output=True, check=False
    )
    assert (done.stderr.decode().strip(), done.returncode) == ("", 0)
    assert room.lead.team.look(out).kind is TeamFile.JOIN


def _where() -> dict[str, str]:
    root = Path(__file__).resolve().parents[3]
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
