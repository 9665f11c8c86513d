"""A change of keys that is killed before any of its steps leaves a profile that opens, and can be completed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

ENTRIES = {"encrypt": 1, "rekey": 0, "decrypt": -1}
FEWEST_STEPS = {"encrypt": 9, "rekey": 10, "decrypt": 6}


@pytest.mark.skipif(os.name != "posix", reason="it forks")
def test_killed_before_any_step_nothing_is_lost_and_all_can_be_completed(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(root / "tests")])}
    command = (sys.executable, "-m", "helpers.killed_key_changes", str(tmp_path))
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    steps: dict[str, int] = defaultdict(int)
    became: dict[str, set[bool | None]] = defaultdict(set)
    for line in done.stdout.splitlines():
        told = json.loads(line)
        steps[told["change"]] += 1
        encrypted = told["change"] != "decrypt"
        assert told["opened"]["rows"] == 1, told
        assert told["opened"]["encrypted"] or told["opened"]["canaries"], told
        assert told["after"]["rows"] == told["after"]["backups"] == 1, told
        assert told["after"]["encrypted"] is told["keys"] is encrypted, told
        assert encrypted == (told["after"]["canaries"] == 0), told
        assert not told["pending"], told
        assert told["became"] is None or told["became"][0] == told["change"], told
        if told["became"] is not None and told["change"] != "rekey":
            assert told["became"][1] is (told["opened"]["encrypted"] is encrypted), told
        assert told["entries"] == ENTRIES[told["change"]], told
        became[told["change"]].add(None if told["became"] is None else told["became"][1])
    assert all(became[change] == {None, False, True} for change in FEWEST_STEPS), became
    assert set(steps) == set(FEWEST_STEPS)
    assert all(steps[change] >= fewest for change, fewest in FEWEST_STEPS.items()), steps
