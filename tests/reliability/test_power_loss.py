"""The short form of the power loss script, and that it would notice."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.power_scenarios import PRELUDE, SCENARIOS
from reliability.power_loss import in_memory, power_loss

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("strace") is None, reason="writes are recorded by strace"
)


@pytest.fixture
def room() -> Iterator[Path]:
    """A folder in memory."""
    with in_memory() as folder:
        yield folder


SHORT = ("recording", "creation of an encrypted one", "backup", "conversion", "settings")
CARELESS = """
for number in range(40):
    paths.settings.write_text(f"[tracking]\\nidle_after_s = {60 + number}\\n", encoding="utf-8")
    told(number)
"""


def test_whatever_a_power_cut_leaves_can_be_opened_and_holds_what_was_saved(room: Path) -> None:
    done, faults = power_loss([one for one in SCENARIOS if one.name in SHORT], 100, seed=3, room=room)
    assert faults == []
    assert done >= 95


def test_a_program_that_writes_carelessly_is_found_out(room: Path) -> None:
    settings = next(one for one in SCENARIOS if one.name == "settings")
    done, faults = power_loss([replace(settings, program=PRELUDE + CARELESS)], 30, seed=3, room=room)
    assert done == 30
    assert len(faults) > 10
