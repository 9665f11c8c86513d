"""A recovery code a person may rely on is never replaced before they said that they have kept the new one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from engine.api.keys import Keys
from engine.bootstrap.keys import build_keys
from engine.bootstrap.opening import open_database
from engine.bootstrap.unlocking import kept_keys, unlock_with
from engine.domain.clock import SystemClock
from engine.domain.errors import KeyWrong
from engine.domain.key_slots import SlotKind
from engine.keys.key_file import KeyFile, KeySet, new_key, new_profile
from engine.keys.locksmith import Locksmith
from engine.locks import ProcessLock
from engine.paths import ProfilePaths


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[ProfilePaths, Keys, str]]:
    """A profile whose code was shown and waved away."""
    paths, key, profile = ProfilePaths(tmp_path / "profile").ensure(), new_key(), new_profile()
    lock, code = Locksmith().by_code(key, profile, 1)
    database = open_database(replace(paths, key=key))
    kept_keys(paths).save(KeyFile(profile, KeySet.of_key(key, (lock,))))
    yield paths, build_keys(database, paths, SystemClock(lambda: "UTC")), code
    database.close()


def _kept(paths: ProfilePaths) -> bool:
    keys = kept_keys(paths).load()
    assert keys is not None
    assert keys.now is not None
    lock = keys.now.of(SlotKind.RECOVERY)
    return lock is not None and lock.kept


def test_a_new_code_counts_once_it_is_kept_and_the_old_one_until_then(made: tuple[ProfilePaths, Keys, str]) -> None:
    paths, keys, old = made
    new = keys.new_recovery_code()
    assert keys.wants_code()
    assert unlock_with(paths, old).key is not None
    keys.code_kept(new)
    assert not keys.wants_code()
    assert unlock_with(paths, new).key is not None
    with pytest.raises(KeyWrong):
        unlock_with(paths, old)


def test_a_new_code_that_was_waved_away_is_not_what_is_kept_later(made: tuple[ProfilePaths, Keys, str]) -> None:
    paths, keys, old = made
    keys.new_recovery_code()
    keys.code_kept()
    assert _kept(paths)
    assert unlock_with(paths, old).key is not None


def test_the_first_code_opens_at_once(made: tuple[ProfilePaths, Keys, str]) -> None:
    paths, keys, _ = made
    found = kept_keys(paths).load()
    assert found is not None
    assert found.now is not None
    keys.add_passphrase("correct horse")
    keys.remove(SlotKind.RECOVERY)
    code = keys.new_recovery_code()
    assert unlock_with(paths, code).key is not None


def test_a_code_that_opened_the_profile_is_kept(made: tuple[ProfilePaths, Keys, str]) -> None:
    paths, keys, code = made
    assert keys.wants_code()
    with ProcessLock(paths.keys_lock) as lock:  # a change of keys goes on elsewhere: it opens all the same
        lock.acquire(who="change of keys")
        assert unlock_with(paths, code).key is not None
    assert not _kept(paths)
    assert unlock_with(paths, code).key is not None
    assert _kept(paths)
    assert not keys.wants_code()
