"""The short form of the clock script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helpers.clock_lives import DAY, HOUR, YEAR, ZONES, Act, changes_of, lives
from hypothesis import example, given, settings
from reliability.clocks import database_in_memory, faults_of

from engine.storage.database import Database


@pytest.fixture(scope="module")
def database() -> Iterator[Database]:
    """One database for all lives; each empties it."""
    with database_in_memory() as opened:
        yield opened


def test_clocks_change_in_every_zone() -> None:
    assert {zone: len(changes_of(zone)) > 4 for zone in ZONES} == dict.fromkeys(ZONES, True)


@given(lives())
@settings(max_examples=40)
@example(("Pacific/Apia", 1_325_239_200_000 - HOUR, [("run", 20 * 60_000), ("set", DAY), ("run", 60_000)]))
@example(("Europe/Berlin", 1_774_746_000_000, [("set", -10 * YEAR), ("run", 60_000), ("set", 10 * YEAR)]))
def test_no_activity_is_negative_or_overlaps_and_no_day_is_too_long(
    database: Database, life: tuple[str, int, list[Act]]
) -> None:
    assert faults_of(database, *life) == []
