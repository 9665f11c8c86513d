"""Which profiles open, with what, and which are refused: nothing is lost silently, nothing is made anew."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.locked_profile import is_plain, locked_profile, opened_by, passphrase_file

from engine.bootstrap import plain_gate
from engine.bootstrap.keys import build_keys
from engine.bootstrap.opening import open_database, open_existing_database
from engine.bootstrap.unlocking import find_key, is_fresh, kept_keys, unlock_patiently, unlock_with
from engine.domain.clock import SystemClock
from engine.domain.errors import (
    KairosError,
    KeyNeeded,
    KeyWrong,
    NotEncrypted,
    StorageDamaged,
    StorageError,
    StorageForeign,
)
from engine.domain.key_slots import SlotKind
from engine.keys.key_file import KeyFile, KeySet, Lock, new_key
from engine.keys.passphrase import name_file
from engine.paths import ProfilePaths
from engine.storage.database import MissingDatabase


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[ProfilePaths, Path]:
    """An encrypted profile and the file with its passphrase."""
    folder = tmp_path_factory.mktemp("made")
    paths, file = locked_profile(folder), passphrase_file(folder)
    with opened_by(file):
        open_database(paths).close()
    return paths, file


@pytest.fixture
def paths(made: tuple[ProfilePaths, Path], tmp_path: Path) -> ProfilePaths:
    """The same profile, to break."""
    shutil.copytree(made[0].folder, tmp_path / "profile")
    return ProfilePaths(tmp_path / "profile")


@pytest.fixture
def file(made: tuple[ProfilePaths, Path]) -> Iterator[Path]:
    """The file, named as a headless profile's is."""
    with opened_by(made[1]):
        yield made[1]


def test_a_fresh_profile_with_a_passphrase_file_is_encrypted(paths: ProfilePaths, file: Path) -> None:
    assert not is_plain(paths.database)
    keys = kept_keys(paths).load()
    assert keys is not None
    assert [lock.kind.value for lock in keys.sets()[0].locks] == ["passphrase"]
    assert paths.keys_copy.read_bytes() == paths.keys.read_bytes()
    database = open_database(paths)
    assert database.key is not None
    database.close()


def test_a_fresh_profile_without_anything_is_plain_and_has_no_keys(tmp_path: Path) -> None:
    paths = locked_profile(tmp_path)
    open_database(paths).close()
    assert is_plain(paths.database)
    assert not paths.keys.exists()
    assert find_key(paths) is None


def test_one_that_has_backups_in_the_clear_stays_plain(tmp_path: Path) -> None:
    paths = locked_profile(tmp_path)
    paths.backups.mkdir()
    (paths.backups / "kairos-1.sqlite3").write_bytes(b"SQLite format 3\x00")
    assert not is_fresh(paths)
    assert find_key(paths) is None


def test_what_is_locked_says_what_opens_it(paths: ProfilePaths) -> None:
    for opening in (open_database, open_existing_database):
        with pytest.raises(KeyNeeded, match="its passphrase") as locked:
            opening(paths)
        assert locked.value.slots == ("passphrase",)


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(paths: ProfilePaths, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in paths.folder.rglob("*") if path.is_file()}
    with opened_by(passphrase_file(tmp_path, "wrong")), pytest.raises(KeyWrong):
        open_database(paths)
    assert {path: path.read_bytes() for path in paths.folder.rglob("*") if path.is_file()} == before


def test_what_was_typed_opens_it(paths: ProfilePaths) -> None:
    opened = unlock_with(paths, "correct horse")
    assert opened.key is not None
    assert opened == paths
    assert opened.key.raw.hex() not in repr(opened)
    open_database(opened).close()


def test_lost_keys_are_taken_from_their_copy_and_put_back(paths: ProfilePaths, file: Path) -> None:
    paths.keys.unlink()
    open_database(paths).close()
    assert paths.keys.read_bytes() == paths.keys_copy.read_bytes()


def test_without_any_keys_an_encrypted_database_is_never_replaced(paths: ProfilePaths, file: Path) -> None:
    paths.keys.unlink()
    paths.keys_copy.unlink()
    before = paths.database.read_bytes()
    for opening in (open_database, open_existing_database):
        with pytest.raises(KeyNeeded, match=r"keys\.json, which holds its wrapped key, is gone"):
            opening(paths)
    assert paths.database.read_bytes() == before


def test_damaged_keys_are_said(paths: ProfilePaths, file: Path) -> None:
    paths.keys.write_text("broken")
    paths.keys_copy.write_text("broken")
    with pytest.raises(StorageDamaged, match="wrapped key"):
        open_database(paths)


def test_a_plain_database_in_its_place_is_refused(paths: ProfilePaths, file: Path, tmp_path: Path) -> None:
    with opened_by(None):
        other = locked_profile(tmp_path / "other")
        open_database(other).close()
    shutil.copy(other.database, paths.database)
    with pytest.raises(NotEncrypted):
        open_database(paths)


def test_one_that_lost_its_database_is_made_anew_under_its_own_key(paths: ProfilePaths, file: Path) -> None:
    key = find_key(paths)
    paths.database.unlink()
    with pytest.raises(MissingDatabase):
        open_existing_database(paths)
    database = open_database(paths)
    assert database.key == key
    database.close()
    assert not is_plain(paths.database)


def test_a_passphrase_for_a_profile_in_the_clear_is_refused(tmp_path: Path, file: Path) -> None:
    paths = locked_profile(tmp_path)
    with opened_by(None):
        open_database(paths).close()
    with pytest.raises(KeyNeeded, match="not encrypted, and a passphrase file was named"):
        open_database(paths)


def test_while_it_is_given_another_key_either_state_opens(paths: ProfilePaths, file: Path) -> None:
    kept = kept_keys(paths)
    keys = kept.load()
    assert keys is not None
    assert keys.now is not None
    other = KeySet.of_key(new_key(), ())
    key = find_key(paths)
    for pending in (replace(keys, then=keys.now), KeyFile(keys.profile, None, keys.now), replace(keys, then=None)):
        kept.save(replace(pending, pending=True))
        assert find_key(paths) == key
    assert not other.fits(key or new_key())
    in_the_clear = locked_profile(paths.folder.parent / "clear")
    with opened_by(None):
        open_database(in_the_clear).close()
    shutil.copy(in_the_clear.database, paths.database)
    assert key is not None
    for pending in (KeyFile(keys.profile, None, keys.now, pending=True), replace(keys, pending=True)):
        kept.save(pending.begun_with(key))
        assert find_key(paths) is None
        kept.save(pending.begun_with(new_key()))
        with pytest.raises(NotEncrypted, match="never began one"):
            find_key(paths)


def test_a_plain_database_under_keys_nobody_changed_is_refused_or_told(
    paths: ProfilePaths, file: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept, encrypted = kept_keys(paths), paths.database.read_bytes()
    keys = kept.load()
    assert keys is not None
    (paths.backups / "kairos-1.sqlite3").write_bytes(encrypted)
    other = locked_profile(tmp_path / "other")
    with opened_by(None):
        open_database(other).close()
    shutil.copy(other.database, paths.database)
    for forged in (replace(keys, pending=True), KeyFile(keys.profile, None, keys.now, pending=True)):
        kept.save(forged)
        with pytest.raises(NotEncrypted):
            open_database(paths)
        plain_gate._say.cache_clear()
        caplog.clear()
        with opened_by(None):
            database = open_database(paths)
            assert "A change of the key was cut off" in caplog.text
            with pytest.raises(StorageError, match="key"):
                build_keys(database, paths, SystemClock(lambda: "UTC")).finish()
            database.close()
        assert kept.load() == forged
    kept.remove()
    plain_gate._say.cache_clear()
    with opened_by(None):
        open_database(paths).close()
    assert "backups beside it are" in caplog.text


def test_two_that_make_a_profile_at_once_agree_on_one_key(tmp_path: Path) -> None:
    paths, file = locked_profile(tmp_path), passphrase_file(tmp_path)
    code = (
        "import sys; from pathlib import Path; from engine.paths import ProfilePaths\n"
        "from engine.bootstrap.opening import open_database\n"
        "print(open_database(ProfilePaths(Path(sys.argv[1]))).key.raw.hex())"
    )
    environment = {**os.environ, "KAIROS_PASSPHRASE_FILE": str(file)}
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(paths.folder)], stdout=subprocess.PIPE, env=environment)
        for _ in range(2)
    ]
    keys = {process.communicate()[0].strip() for process in started}
    assert len(keys) == 1
    assert len(keys.pop()) == 64


def test_a_keyring_that_comes_late_is_waited_for_and_a_person_is_not(paths: ProfilePaths, file: Path) -> None:
    kept = kept_keys(paths)
    keys = kept.load()
    assert keys is not None
    assert keys.now is not None
    waits: list[float] = []
    with opened_by(None):
        with pytest.raises(KeyNeeded):
            unlock_patiently(paths, pause=waits.append)
        assert waits == []
        late = Lock(SlotKind.KEYRING, 1, b"s" * 16, b"n" * 60, entry="ab" * 16)
        kept.save(replace(keys, now=keys.now.with_lock(late)))

        def come(seconds: float) -> None:
            waits.append(seconds)
            name_file(file)  # stands for the keyring

        assert unlock_patiently(paths, pause=come).key is not None
    assert len(waits) == 1


@pytest.mark.skipif(os.name != "posix", reason="pipes have names here")
def test_a_pipe_in_place_of_the_database_is_refused_and_not_waited_for(paths: ProfilePaths, file: Path) -> None:
    paths.database.unlink()
    os.mkfifo(paths.database)
    for opening in (open_database, open_existing_database):
        with pytest.raises(StorageForeign):
            opening(paths)
    paths.keys.unlink()
    paths.keys_copy.unlink()
    with pytest.raises(KairosError), opened_by(None):
        open_database(paths)


def test_keys_of_another_profile_in_their_place_are_set_aside_and_the_copy_opens(
    paths: ProfilePaths, file: Path, tmp_path: Path
) -> None:
    key, other = find_key(paths), locked_profile(tmp_path / "other")
    open_database(other).close()
    shutil.copy(other.keys, paths.keys)
    with opened_by(passphrase_file(tmp_path, "wrong")), pytest.raises(KeyWrong, match="not of the same profile"):
        open_database(paths)
    with opened_by(None), pytest.raises(KeyNeeded):
        open_database(paths)
    database = open_database(paths)
    assert database.key == key
    build_keys(database, paths, SystemClock(lambda: "UTC")).finish()
    database.close()
    assert paths.keys.read_bytes() == paths.keys_copy.read_bytes()
    assert paths.keys.with_name("keys.json.other").read_bytes() == other.keys.read_bytes()
