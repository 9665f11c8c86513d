"""What is refused of the files of a round, each with its reason."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.team_room import AFTER, MONDAY, Somebody, TeamRoom

from engine.domain.errors import KairosError, UsageError
from engine.domain.team import TeamFile, TeamNeeds, TeamState
from engine.sharing.team.files import LARGEST, digest_of


@pytest.fixture
def room(tmp_path: Path) -> TeamRoom:
    return TeamRoom(tmp_path, 6)


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
    room.lead.store.kept[key] = kept  # a lead who asks again, as if P05 had dropped out
    (room.folder / "request").rename(room.folder / "request-one")
    lie = room.asked(given[:5])
    team = room.people[0].team
    step = team.look(lie)
    room.taken(room.people[0], request.with_name("request-one"), "answer")
    with pytest.raises(UsageError, match="A second answer"):
        team.look(lie)
    with pytest.raises(UsageError, match="A second answer"):
        team.take(step, room.folder / "answer-two")


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
    "more in it": (_changed(lambda told: told.update(more=1), hashed=True), "or is not whole"),
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


def test_of_a_round_whose_first_file_cannot_be_written_nothing_is_kept(room: TeamRoom) -> None:
    taken = room.folder / "taken"
    taken.write_text("mine")
    for out in (taken, room.folder / "no such folder" / "round"):
        with pytest.raises(KairosError, match="Choose another"):
            room.lead.team.begin("Team", MONDAY, 6, out)
    assert room.lead.team.rounds() == ()
    assert taken.read_text() == "mine"
