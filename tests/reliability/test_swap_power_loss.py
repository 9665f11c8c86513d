from __future__ import annotations

import shutil
import sys

import pytest
from helpers.swap_scenario import SWAP
from reliability.power_loss import in_memory, power_loss


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strace") is None, reason="writes are recorded by strace")
def test_the_old_file_with_its_log_or_the_new_one_is_there() -> None:
    with in_memory() as room:
        done, faults = power_loss([SWAP], 40, seed=4, room=room)
    assert faults == []
    assert done == 40
