"""keys.json: what it says comes back, damage is told from a wrong key, and it cannot eat the machine."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from engine.domain.errors import StorageDamaged, StorageNewer, StorageReadOnly
from engine.domain.key_slots import SlotKind
from engine.keys.kept import KeptKeys
from engine.keys.key_file import Cost, KeyFile, KeySet, Lock, new_key, new_profile, read, write

LOCKS = (
    Lock(SlotKind.KEYRING, 1, b"s" * 16, b"n" * 60, entry="ab" * 16, keyring="Secret Service"),
    Lock(SlotKind.PASSPHRASE, 2, b"t" * 16, b"m" * 60, cost=Cost()),
    Lock(SlotKind.RECOVERY, 3, b"u" * 16, b"o" * 60, kept=False),
)


@pytest.fixture
def keys() -> KeyFile:
    return KeyFile(new_profile(), KeySet.of_key(new_key(), LOCKS))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "keys.json"


def _changed(path: Path, change: Any) -> None:
    """Change what the file says, as a forger would: its digest fits."""
    told = json.loads(path.read_text())
    del told["digest"]
    change(told)
    digest = hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
    path.write_text(json.dumps({**told, "digest": digest}))


def test_what_was_written_comes_back(path: Path, keys: KeyFile) -> None:
    pending = replace(keys, then=KeySet.of_key(new_key(), LOCKS[:1]), pending=True)
    for one in (keys, pending, replace(pending, now=None), replace(pending, then=None)):
        write(path, one)
        assert read(path) == one
    assert path.stat().st_mode & 0o777 == 0o600


def test_none_is_none(path: Path) -> None:
    assert read(path) is None


def test_the_check_tells_keys_apart_and_says_nothing_of_them(path: Path) -> None:
    key = new_key()
    one = KeySet.of_key(key, LOCKS)
    assert one.fits(key)
    assert not one.fits(new_key())
    assert one.check.hex() not in key.raw.hex()


def test_every_flipped_byte_is_damage(path: Path, keys: KeyFile) -> None:
    write(path, keys)
    content = path.read_bytes()
    for place in range(0, len(content) - 1, 7):
        path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        if not content[place : place + 1].isspace():
            with pytest.raises(StorageDamaged, match="damaged"):
                read(path)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"null", b"[" * 50_000, b"\xff", b" " * 70_000])
def test_nonsense_is_damage(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(StorageDamaged):
        read(path)


@pytest.mark.parametrize(
    "cost",
    [
        {"memory_kib": 2**30, "passes": 1, "lanes": 1},
        {"memory_kib": 65_536, "passes": 1_000_000, "lanes": 4},
        {"memory_kib": 65_536, "passes": 0, "lanes": 4},
        {"memory_kib": 65_536, "passes": 3, "lanes": 5_000},
        {"memory_kib": 8, "passes": 1, "lanes": 4},
    ],
)
def test_a_forged_cost_is_never_paid(path: Path, keys: KeyFile, cost: dict[str, int]) -> None:
    write(path, keys)
    _changed(path, lambda told: told["now"]["slots"][1].update(cost=cost))
    with pytest.raises(StorageDamaged):
        read(path)


def test_a_forged_name_of_an_entry_is_refused(path: Path, keys: KeyFile) -> None:
    write(path, keys)
    _changed(path, lambda told: told["now"]["slots"][0].update(entry="../another program's"))
    with pytest.raises(StorageDamaged):
        read(path)


@pytest.mark.parametrize("made_ms", [10**300, 10**18, -1, float("inf"), float("nan"), 1.5, True, "1"])
def test_a_forged_moment_is_damage_and_the_copy_is_taken(kept: KeptKeys, keys: KeyFile, made_ms: object) -> None:
    kept.save(keys)
    _changed(kept.path, lambda told: told["now"]["slots"][0].update(made_ms=made_ms))
    with pytest.raises(StorageDamaged):
        read(kept.path)
    assert kept.load() == keys


def test_a_forged_version_without_end_is_damage(path: Path, keys: KeyFile) -> None:
    write(path, keys)
    _changed(path, lambda told: told.update(version=float("inf")))
    with pytest.raises(StorageDamaged):
        read(path)


def test_a_newer_file_is_left_alone(path: Path, keys: KeyFile) -> None:
    write(path, keys)
    _changed(path, lambda told: told.update(version=2))
    before = path.read_bytes()
    with pytest.raises(StorageNewer):
        read(path)
    assert path.read_bytes() == before


def test_where_nothing_can_be_written_nothing_changes(path: Path, keys: KeyFile) -> None:
    path.mkdir()
    with pytest.raises(StorageReadOnly, match="cannot be written"):
        write(path, keys)


def test_a_slot_takes_the_place_of_one_of_its_kind(keys: KeyFile) -> None:
    assert keys.now is not None
    newer = replace(LOCKS[1], made_ms=9)
    assert keys.now.with_lock(newer).of(SlotKind.PASSPHRASE) == newer
    assert len(keys.now.with_lock(newer).locks) == 3
    assert keys.now.without(SlotKind.PASSPHRASE).of(SlotKind.PASSPHRASE) is None


@pytest.fixture
def kept(tmp_path: Path) -> KeptKeys:
    return KeptKeys(tmp_path / "keys.json", tmp_path / "backups" / "keys.json")


def test_a_lost_or_damaged_file_is_taken_from_its_copy(kept: KeptKeys, keys: KeyFile) -> None:
    kept.save(keys)
    kept.path.unlink()
    assert kept.load() == keys
    kept.path.write_text("broken")
    assert kept.load() == keys
    kept.mend(keys)
    assert read(kept.path) == keys


def test_both_damaged_is_said(kept: KeptKeys, keys: KeyFile) -> None:
    kept.save(keys)
    kept.path.write_text("broken")
    kept.copy.write_text("broken")
    with pytest.raises(StorageDamaged):
        kept.load()


def test_removed_is_removed(kept: KeptKeys, keys: KeyFile) -> None:
    kept.save(keys)
    kept.remove()
    assert kept.load() is None
    kept.remove()


@pytest.mark.parametrize("which", ["path", "copy"])
def test_one_a_newer_version_wrote_is_never_replaced_by_its_copy(kept: KeptKeys, keys: KeyFile, which: str) -> None:
    kept.save(keys)
    _changed(getattr(kept, which), lambda told: told.update(version=9))
    if which == "copy":
        kept.path.write_text("broken")
    before = kept.path.read_bytes(), kept.copy.read_bytes()
    for use in (kept.load, lambda: kept.mend(keys) if which == "path" else kept.load()):
        with pytest.raises(StorageNewer):
            use()
    assert (kept.path.read_bytes(), kept.copy.read_bytes()) == before


@pytest.mark.skipif(os.name != "posix", reason="pipes have names here")
def test_a_pipe_in_its_place_is_not_waited_for(kept: KeptKeys, keys: KeyFile) -> None:
    os.mkfifo(kept.path)
    with pytest.raises(StorageReadOnly, match="not a file"):
        kept.load()
    write(kept.copy, keys)
    assert kept.load() == keys


def test_what_could_not_be_put_back_is_not_said_to_be(
    kept: KeptKeys, keys: KeyFile, caplog: pytest.LogCaptureFixture
) -> None:
    kept.save(keys)
    kept.path.unlink()
    kept.path.mkdir()
    kept.mend(keys)
    assert "cannot be put back" in caplog.text
    assert "was put back" not in caplog.text


def test_the_first_ones_are_both_kept_or_neither(kept: KeptKeys, keys: KeyFile) -> None:
    kept.copy.parent.write_text("in the way")
    with pytest.raises(StorageReadOnly):
        kept.begin(keys)
    assert kept.load() is None
    kept.copy.parent.unlink()
    kept.begin(keys)
    assert kept.path.read_bytes() == kept.copy.read_bytes()
