"""The key goes to a process that is started through a pipe it inherits, and through nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.domain.errors import KeyNeeded
from engine.keys.handover import OPTION, handed, handed_on, received
from engine.keys.key_file import new_key

ECHO = "import sys\nfrom engine.keys.handover import received\nprint(received(int(sys.argv[2])).raw.hex())"


def test_a_started_process_receives_it() -> None:
    key = new_key()
    with handed(key) as given:
        command = (sys.executable, "-c", ECHO, *given.words)
        assert key.raw.hex() not in " ".join(command)
        done = subprocess.run(command, capture_output=True, text=True, check=True, **given.settings)
    assert given.words[0] == OPTION
    assert done.stdout.strip() == key.raw.hex()


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts descriptors as Linux shows them")
def test_nothing_is_left_open() -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with handed(new_key()):
            pass
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_without_a_key_nothing_is_said() -> None:
    with handed(None) as given:
        assert (given.words, given.settings) == ((), {})


@pytest.mark.skipif(os.name != "posix", reason="a process is replaced on POSIX only")
def test_a_program_this_process_becomes_receives_it() -> None:
    code = (
        "import os, sys\nfrom engine.keys.handover import handed_on\n"
        "from engine.domain.database_key import DatabaseKey\n"
        f"os.execv(sys.executable, [sys.executable, '-c', {ECHO!r}, *handed_on(DatabaseKey(bytes(32)))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "00" * 32


def test_it_can_be_read_once_and_no_other_number_will_do() -> None:
    key = new_key()
    _, number = handed_on(key)
    assert received(int(number)) == key
    for wrong in (int(number), 999_999):
        with pytest.raises(KeyNeeded, match="handed over"):
            received(wrong)
