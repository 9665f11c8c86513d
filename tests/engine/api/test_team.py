"""Rounds of team figures from the first file to the sums, and all that is refused on the way."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.team_room import AFTER, MONDAY, Somebody, TeamRoom

from engine.domain.errors import KairosError, UsageError
from engine.domain.sharing import GROUPS
from engine.domain.team import TeamFile, TeamNeeds, TeamResult, TeamRole, TeamState
from engine.sharing.team.files import LARGEST, digest_of


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


# ---------------------------------------------------------------- what is refused


def test_a_contribution_given_twice_is_refused(room: TeamRoom) -> None:
    given = room.contributed(room.closed())
    copy = room.folder / "copy"
    copy.write_bytes(given[0].read_bytes())
    with pytest.raises(UsageError, match="the same as"):
        room.lead.team.combine([*given, copy], room.folder / "request")


def test_two_contributions_of_one_person_are_refused(room: TeamRoom) -> None:
    roster = room.closed()
    given = room.contributed(roster)
    twin = room.people[0]
    ((key, kept),) = twin.store.kept.items()
    room.folder.joinpath("second").mkdir()
    twin.store.kept[key] = replace(kept, state=TeamState.JOINED, contributed_ms=None)  # as an old backup has it
    second = room.taken(twin, roster, "second/contribution")
    with pytest.raises(UsageError, match="are both of P00"):
        room.lead.team.combine([*given, second], room.folder / "request")


def test_people_who_are_missing_are_named_before_it_goes_on_without_them(room: TeamRoom) -> None:
    given = room.contributed(room.closed(), frozenset({2}))
    needs = room.lead.team.combine(given, room.folder / "request")
    assert isinstance(needs, TeamNeeds)
    assert (needs.wants, needs.names, needs.more, needs.file) == (TeamFile.CONTRIBUTION, ("P02",), 0, None)
    assert not (room.folder / "request").exists()


def test_fewer_than_the_fewest_are_refused(room: TeamRoom) -> None:
    given = room.contributed(room.closed(), frozenset({2, 3}))
    needs = room.lead.team.combine(given, room.folder / "request")
    assert isinstance(needs, TeamNeeds)
    assert needs.more == 1
    with pytest.raises(UsageError, match="Only 4 contributed; sums need 5"):
        room.lead.team.combine(given, room.folder / "request", without_missing=True)


def test_a_list_of_too_few_is_refused(room: TeamRoom) -> None:
    with pytest.raises(UsageError, match="4 joined; a round takes 5 to 100"):
        room.lead.team.close(room.joined()[:4], room.folder / "roster")


def _folder(room: TeamRoom, name: str) -> Path:
    folder = room.folder / name
    folder.mkdir()
    return folder


def test_a_contribution_that_comes_late_is_refused(room: TeamRoom) -> None:
    roster = room.closed()
    request = room.asked(room.contributed(roster, frozenset({2})))
    late = room.taken(room.people[2], roster, "late")
    with pytest.raises(UsageError, match="came after the request"):
        room.lead.team.combine([late, *room.answered(request, frozenset({2}))], room.folder / "result")
    with pytest.raises(UsageError, match="not among those"):
        room.taken(room.people[2], request, "answer-late")


def test_a_second_request_is_not_answered(room: TeamRoom) -> None:
    roster = room.closed()
    given = room.contributed(roster)
    ((key, kept),) = room.lead.store.kept.items()
    request = room.asked(given)
    room.taken(room.people[0], request, "answer")
    room.lead.store.kept[key] = kept  # a lead who asks again, as if P05 had dropped out
    (room.folder / "request").rename(room.folder / "request-one")
    lie = room.asked(given[:5])
    for take in (lambda: room.people[0].team.look(lie), lambda: room.taken(room.people[0], lie, "answer-two")):
        with pytest.raises(UsageError, match="A second answer"):
            take()


def test_a_list_of_other_people_is_not_contributed_to(room: TeamRoom) -> None:
    joins = room.joined()
    roster = room.lead.team.close(joins[1:], room.folder / "roster").file
    with pytest.raises(UsageError, match="not on this list"):
        room.people[0].team.look(roster)
    with pytest.raises(UsageError, match="closed, with others"):
        room.lead.team.close(joins, room.folder / "roster-two")
    stranger = Somebody("stranger", {})
    assert stranger.team.look(roster).makes is None
    with pytest.raises(UsageError, match="did not join"):
        room.taken(stranger, roster, "contribution")


def test_names_that_are_taken_are_refused(room: TeamRoom) -> None:
    first = room.begin()
    room.people[1].name = "p00"
    files = [room.taken(one, first, f"join-{number}") for number, one in enumerate(room.people)]
    with pytest.raises(UsageError, match="under another name"):
        room.lead.team.close(files, room.folder / "roster")


def test_who_gives_no_name_gets_one(room: TeamRoom) -> None:
    first = room.begin()
    one = room.people[0]
    told = json.loads(one.team.take(one.team.look(first), room.folder / "join").file.read_text())
    assert told["content"]["name"].startswith("Somebody ")


def test_files_of_another_round_or_step_are_refused(room: TeamRoom) -> None:
    other = TeamRoom(_folder(room, "other"), 6)
    roster, foreign = room.closed(), other.closed()
    given, theirs = room.contributed(roster), other.contributed(foreign)
    with pytest.raises(UsageError, match="of another round"):
        room.lead.team.combine([*given[:5], theirs[5]], room.folder / "request")
    with pytest.raises(UsageError, match="not begun in this profile"):
        room.lead.team.combine(theirs, room.folder / "request")
    with pytest.raises(UsageError, match="of the kind"):
        room.lead.team.close(given, room.folder / "roster-two")
    with pytest.raises(UsageError, match="Leave them out"):
        room.lead.team.combine([*given, room.folder / "join-P00"], room.folder / "request")
    with pytest.raises(UsageError, match="for the lead to combine"):
        room.taken(room.people[1], given[0], "what")
    with pytest.raises(UsageError, match="made yourself"):
        room.taken(room.people[0], given[0], "what")
    with pytest.raises(UsageError, match="Name the files"):
        room.lead.team.combine([], room.folder / "request")


def _changed(change: Callable[[dict[str, object]], object], *, hashed: bool) -> Callable[[bytes], bytes]:
    def apply(data: bytes) -> bytes:
        told = json.loads(data)
        change(told)
        if hashed:
            told["digest"] = digest_of(told)
        return json.dumps(told).encode()

    return apply


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "foreign": (lambda _data: b"PK\x03\x04 something else", "not a file of team figures"),
    "other json": (lambda _data: b'{"format": "something"}', "not a file of team figures"),
    "cut": (lambda data: data[: len(data) // 2], "not a file of team figures"),
    "deep": (lambda _data: b"[" * 100_000, "not a file of team figures"),
    "said twice": (lambda data: data.replace(b"{", b'{"kind": "join",', 1), "not a file of team figures"),
    "altered digit": (lambda data: data.replace(b'"number": 1', b'"number": 2', 1), "was changed"),
    "newer": (_changed(lambda told: told.update(version=2), hashed=True), "newer Kairos"),
    "no version": (_changed(lambda told: told.update(version="1"), hashed=True), "does not say its version"),
    "more in it": (_changed(lambda told: told.update(more=1), hashed=True), "was changed"),
    "week": (_changed(lambda told: told.update(week="2026-11-16"), hashed=True), "of another week"),
    "not a Monday": (_changed(lambda told: told.update(week="2026-11-10"), hashed=True), "not a file of a round"),
    "chain": (_changed(lambda told: told.update(after="0" * 64), hashed=True), "another version of the file before"),
    "kind": (_changed(lambda told: told.update(kind="wish"), hashed=True), "not a file of a round"),
    "content": (_changed(lambda told: told.update(content={}), hashed=True), "never does"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_files_are_refused(room: TeamRoom, name: str) -> None:
    spoil, words = SPOILT[name]
    given = room.contributed(room.closed())
    given[0].write_bytes(spoil(given[0].read_bytes()))
    with pytest.raises(UsageError, match=words):
        room.lead.team.combine(given, room.folder / "request")
    assert not (room.folder / "request").exists()


def test_a_contribution_that_somebody_else_changed_is_refused_though_its_digest_is_right(room: TeamRoom) -> None:
    given = room.contributed(room.closed())

    def change(told: dict[str, object]) -> None:
        content = told["content"]
        assert isinstance(content, dict)
        content["figures"] = "AAAA" * 16

    given[0].write_bytes(_changed(change, hashed=True)(given[0].read_bytes()))
    with pytest.raises(UsageError, match="not made by P00"):
        room.lead.team.combine(given, room.folder / "request")


def test_what_is_no_ordinary_file_is_refused(room: TeamRoom) -> None:
    first = room.begin()
    link, pipe, large = (room.folder / name for name in ("link", "pipe", "large"))
    link.symlink_to(first)
    os.mkfifo(pipe)
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    for file_, words in (
        (link, "a link"),
        (pipe, "a device"),
        (room.folder, "a folder"),
        (room.folder / "no", "missing"),
    ):
        with pytest.raises(UsageError, match=words):
            room.people[0].team.look(file_)
    with pytest.raises(UsageError, match="larger than any"):
        room.people[0].team.look(large)


def test_a_file_that_changes_after_it_was_looked_at_is_refused(room: TeamRoom) -> None:
    first = room.begin()
    one = room.people[0]
    step = one.team.look(first)
    first.unlink()
    room.begin()
    with pytest.raises(UsageError, match="changed since"):
        one.team.take(step, room.folder / "join")


def test_rounds_are_begun_within_bounds(room: TeamRoom) -> None:
    team = room.lead.team
    for expected, epsilon, cap, name in (
        (4, 1, 60, "a"),
        (101, 1, 60, "a"),
        (6, 0, 60, "a"),
        (6, 1, 0, "a"),
        (6, 1, 60, " "),
    ):
        with pytest.raises(KairosError):
            team.begin(name, AFTER, expected, room.folder / "round", epsilon, cap)
    assert team.rounds() == ()
    assert team.begin("a", AFTER, 6, room.folder / "round").kind is TeamFile.ROUND
    assert team.rounds()[0].first_day.isoformat() == "2026-11-16"
