"""The short form of the script that kills jobs; indexing and training have tests of their own that kill them."""

from __future__ import annotations

import sys

import pytest
from reliability.kill_jobs import in_memory, kill_jobs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 here")


def test_jobs_killed_while_a_recorder_commits_lose_nothing() -> None:
    with in_memory() as folder:
        kills, rows, faults = kill_jobs(folder, 15, seed=4, names=["tracking", "migration", "conversion"])
    assert faults == []
    assert sum(kills.values()) >= 15
    assert rows > 20
