"""Rounds are kept once, move one step at a time, give a week once, and outlive what they were of as numbers alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from engine.domain.team import TeamRole, TeamState
from engine.domain.team_kept import KeptRound
from engine.storage.database import Database
from engine.storage.team import TeamStore

KEPT = KeptRound("a" * 32, TeamRole.MEMBER, date(2026, 11, 9), TeamState.JOINED, "00ff", {"first": "x"}, "d", 5)


@pytest.fixture
def rounds(database: Database) -> TeamStore:
    return TeamStore(database)


def test_a_round_is_kept_once_for_each_role(rounds: TeamStore) -> None:
    lead = replace(KEPT, role=TeamRole.LEAD, state=TeamState.BEGUN, joined_ms=9)
    assert rounds.add(KEPT)
    assert rounds.add(lead)
    assert not rounds.add(replace(KEPT, digest="other"))
    assert rounds.all() == [lead, KEPT]
    assert rounds.one(KEPT.round, TeamRole.MEMBER) == KEPT
    assert rounds.one("b" * 32, TeamRole.MEMBER) is None


def test_a_round_is_taken_out_unless_it_went_on(rounds: TeamStore) -> None:
    rounds.add(KEPT)
    rounds.remove(replace(KEPT, role=TeamRole.LEAD))
    rounds.remove(replace(KEPT, state=TeamState.BEGUN))
    assert rounds.all() == [KEPT]
    rounds.remove(KEPT)
    assert rounds.all() == []


def test_of_two_who_take_the_same_step_one_does(rounds: TeamStore) -> None:
    rounds.add(KEPT)
    first = replace(KEPT, state=TeamState.CONTRIBUTED, digest="one", contributed_ms=6)
    assert rounds.move(first, TeamState.JOINED)
    assert not rounds.move(replace(first, digest="two"), TeamState.JOINED)
    assert rounds.one(KEPT.round, TeamRole.MEMBER) == first


def test_a_week_is_given_once_even_where_its_round_was_forgotten(rounds: TeamStore) -> None:
    rounds.add(KEPT)
    given = replace(KEPT, state=TeamState.CONTRIBUTED, contributed_ms=6)
    assert rounds.move(given, TeamState.JOINED)
    assert rounds.move(replace(given, state=TeamState.FORGOTTEN, key="", content={}), TeamState.CONTRIBUTED)
    other = replace(KEPT, round="b" * 32)
    rounds.add(other)
    assert not rounds.move(replace(other, state=TeamState.CONTRIBUTED, contributed_ms=7), TeamState.JOINED)
    later = replace(other, round="c" * 32, first_day=date(2026, 11, 16))
    rounds.add(later)
    assert rounds.move(replace(later, state=TeamState.CONTRIBUTED, contributed_ms=7), TeamState.JOINED)


def test_a_round_whose_days_were_erased_is_forgotten(rounds: TeamStore, database: Database) -> None:
    rounds.add(KEPT)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE team_round SET content = x'', private_key = x''")
    (found,) = rounds.all()
    assert (found.state, found.key, dict(found.content)) == (TeamState.FORGOTTEN, "", {})
