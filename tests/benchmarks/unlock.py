"""Prints how long finding the key of a profile takes: by passphrase, by recovery code, by keyring where there is one.

.venv/bin/python tests/benchmarks/unlock.py
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.keys.key_file import KeyFile, KeySet, Lock, new_key, new_profile
from engine.keys.locksmith import Locksmith, Secret

TRIES = 7
WORDS = "correct horse"


def median_s(act: Callable[[], object]) -> float:
    """Return the median of several tries, in seconds."""
    took = []
    for _ in range(TRIES):
        start = time.perf_counter()
        act()
        took.append(time.perf_counter() - start)
    return statistics.median(took)


def main() -> None:
    """Make one slot of each kind and open it."""
    smith, key, profile = Locksmith(), new_key(), new_profile()
    by_code, code = smith.by_code(key, profile, 1)
    ways: dict[str, tuple[Lock, Secret | None]] = {
        "passphrase": (smith.by_passphrase(key, profile, 1, WORDS), Secret(passphrase=WORDS)),
        "recovery code": (by_code, Secret(recovery=code)),
    }
    if smith.keyring() is not None:
        ways["keyring"] = smith.by_keyring(key, profile, 1, "0" * 32), None
    for name, (lock, secret) in ways.items():
        keys = KeyFile(profile, KeySet.of_key(key, (lock,)))
        print(f"{name:<14} {median_s(partial(smith.unlock, keys, secret)):.2f} s")
    if "keyring" in ways:
        smith.forget(ways["keyring"][0].entry)


if __name__ == "__main__":
    main()
