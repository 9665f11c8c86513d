"""Programs run in a session with a real keyring; each prints what it found as JSON.

python -m helpers.keyring_life NAME FOLDER
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helpers.locked_profile import WORDS, is_plain

from engine.api.keys import Keys
from engine.bootstrap.keys import build_keys
from engine.bootstrap.opening import open_database
from engine.bootstrap.unlocking import find_key, unlock, unlock_with
from engine.domain.clock import SystemClock
from engine.domain.errors import KeyNeeded
from engine.domain.key_slots import SlotKind
from engine.paths import ProfilePaths


def _keys(paths: ProfilePaths) -> Keys:
    database = open_database(paths)
    database.close()
    return build_keys(database, paths, SystemClock(lambda: "UTC"))


def _refusal(paths: ProfilePaths) -> str:
    try:
        find_key(paths)
    except KeyNeeded as error:
        return error.message
    return ""


def fresh(paths: ProfilePaths) -> dict[str, Any]:
    """Make a profile."""
    keys = _keys(paths)
    return {"plain": is_plain(paths.database), "slots": [one.kind for one in keys.state().slots]}


def life(paths: ProfilePaths) -> dict[str, Any]:
    """Lead a profile through everything that happens to its slots."""
    told: dict[str, Any] = fresh(paths)
    keys = _keys(paths)
    key = find_key(paths)
    told["wants_code"] = keys.wants_code()
    code = keys.new_recovery_code()
    told["wants_unkept"] = keys.wants_code()
    keys.code_kept()
    told["wants_kept"] = keys.wants_code()
    for backend in ("keyrings.alt.file.PlaintextKeyring", "keyring.backends.null.Keyring"):
        os.environ["PYTHON_KEYRING_BACKEND"] = backend
        told[backend] = _refusal(paths)
    del os.environ["PYTHON_KEYRING_BACKEND"]
    keys.remove(SlotKind.KEYRING)
    told["without"] = _refusal(paths)
    opened = unlock_with(paths, code.lower())
    told["by_code"] = opened.key == key
    _keys(opened).add_keyring()
    told["again"] = find_key(paths) == key
    return told


def before_locking(paths: ProfilePaths) -> dict[str, Any]:
    """Make a profile that a passphrase opens, too."""
    keys = _keys(paths)
    keys.add_passphrase(WORDS)
    return {"slots": [one.kind for one in keys.state().slots]}


def locked(paths: ProfilePaths) -> dict[str, Any]:
    """Open it while the keyring is locked."""
    start = time.monotonic()
    told: dict[str, Any] = {"refusal": _refusal(paths), "seconds": time.monotonic() - start}
    opened = unlock_with(paths, WORDS)
    told["opened"] = opened.key is not None and unlock(opened) == opened
    return told | {"fresh": fresh(ProfilePaths(paths.folder.with_name("fresh")).ensure())}


PROGRAMS: dict[str, Callable[[ProfilePaths], dict[str, Any]]] = {
    "fresh": fresh,
    "life": life,
    "before_locking": before_locking,
    "locked": locked,
}

if __name__ == "__main__":
    sys.stdout.write(json.dumps(PROGRAMS[sys.argv[1]](ProfilePaths(Path(sys.argv[2])).ensure())))
