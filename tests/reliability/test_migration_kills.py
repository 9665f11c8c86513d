"""The short form of the migration script: a few statements of every version."""

from __future__ import annotations

import sys

import pytest
from reliability.migration_kills import KEY, in_memory, migration_kills

from engine.storage.tables import SCHEMA_VERSION

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 here")


@pytest.mark.parametrize(("version", "every"), [(1, 45), (SCHEMA_VERSION - 1, 25)])
def test_a_killed_migration_leaves_the_old_file_or_the_new_one(version: int, every: int) -> None:
    with in_memory() as room:
        outcome = migration_kills(version, room, every=every, key=KEY)
    assert outcome.faults == []
    assert outcome.kills >= 2
