"""The short form of the fault script: some of the calls of a commit and of a first start fail."""

from __future__ import annotations

import errno
import shutil
import sys

import pytest
from helpers.fault_scenarios import FAULT_SCENARIOS
from helpers.faulty_calls import REFUSED, SAVED
from reliability.fault_injection import Fault, in_memory, inject

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None, reason="calls are made to fail by strace"
)
BY_NAME = {scenario.name: scenario for scenario in FAULT_SCENARIOS}


def test_where_one_write_of_a_commit_fails_trying_again_saves_everything() -> None:
    with in_memory() as room:
        outcome = inject(BY_NAME["commit"], Fault("pwrite64", errno.EIO, lasting=False), room, step=17)
    assert outcome.faults == []
    assert outcome.ended[SAVED] >= outcome.runs - 1 > 4  # the first N may fall into the opening


def test_where_no_sync_works_any_more_nothing_is_lost_and_that_is_said() -> None:
    with in_memory() as room:
        outcome = inject(BY_NAME["commit"], Fault("fsync", errno.ENOSPC, lasting=True), room, step=4)
    assert outcome.faults == []
    assert outcome.ended[REFUSED] > 1
