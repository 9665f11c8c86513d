"""`kairos keys`: one profile without a keyring, through everything it can be told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.command_line import Commands
from helpers.locked_profile import is_plain, opened_by, passphrase_file

from engine.bootstrap.unlocking import kept_keys
from engine.domain.database_key import DatabaseKey
from engine.domain.key_slots import SlotKind
from engine.keys.key_file import KeyFile, KeySet, Lock, new_profile
from engine.keys.passphrase import VARIABLE
from engine.launch import Worker, WorkerJob
from engine.mind.checkpoint.files import Checkpoints
from engine.mind.checkpoint.manifest import Manifest
from engine.paths import ProfilePaths


@pytest.fixture(autouse=True)
def no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command names is gone after the test."""
    monkeypatch.setenv(VARIABLE, "")


def _backups(folder: Path) -> list[bool]:
    return [is_plain(path) for path in (folder / "backups").glob("*.sqlite3")]


def test_a_profile_is_encrypted_unlocked_rekeyed_and_decrypted(kairos: Commands, tmp_path: Path) -> None:
    file, database = passphrase_file(tmp_path), kairos.folder / "kairos.sqlite3"
    assert "not encrypted" in kairos("keys", "list").out
    assert kairos("backup", "now").status == 0
    assert "Choose the keyring, a passphrase" in kairos("keys", "encrypt").err
    done = kairos("keys", "encrypt", "--new", str(file), "--json")
    code = done.json()["recovery_code"]
    assert not is_plain(database)
    assert _backups(kairos.folder) == [False]
    os.environ[VARIABLE] = ""
    locked = kairos("status")
    assert (locked.status, "Open it with its passphrase or its recovery code" in locked.err) == (1, True)
    assert "Say --yes" in kairos("keys", "decrypt", "--passphrase-file", str(file)).err
    listed = kairos("keys", "list", "--json").json()
    assert {slot["kind"]: slot["kept"] for slot in listed["slots"]} == {"passphrase": True, "recovery": True}
    new = kairos("keys", "rekey", "--json").json()
    assert new["dropped"] == []
    old_code, new_code = (
        passphrase_file(tmp_path / "old", code),
        passphrase_file(tmp_path / "new", new["recovery_code"]),
    )
    with opened_by(old_code):
        assert kairos("status").status == 1
    with opened_by(new_code):
        assert kairos("status").status == 0
        assert "To keep the passphrase, give it; or remove it first" in kairos("keys", "rekey", "--yes").err
        assert kairos("keys", "remove", "passphrase").status == 0
        assert "last way" in kairos("keys", "remove", "recovery").err
        assert kairos("keys", "decrypt", "--yes").status == 0
    os.environ[VARIABLE] = ""
    assert is_plain(database)
    assert _backups(kairos.folder) == [True]
    assert kairos("keys", "list", "--json").json()["encrypted"] is False
    assert not list(kairos.folder.rglob("keys.json"))


def test_the_file_may_be_named_before_the_command_and_by_the_environment(kairos: Commands, tmp_path: Path) -> None:
    file = passphrase_file(tmp_path)
    assert kairos.bare("--passphrase-file", str(file), "status", "--profile", str(kairos.folder)).status == 0
    assert not is_plain(kairos.folder / "kairos.sqlite3")
    with opened_by(file):
        assert kairos("status").status == 0
    os.environ[VARIABLE] = ""
    file.chmod(0o644)
    refused = kairos("status", "--passphrase-file", str(file))
    assert (refused.status, "chmod 600" in refused.err) == (1, True)


def test_a_worker_is_handed_the_key_and_seals_the_models_anew(kairos: Commands, tmp_path: Path) -> None:
    from engine.bootstrap.opening import open_database
    from engine.storage.mind_key import MindKeyStore

    paths, file = ProfilePaths(kairos.folder).ensure(), passphrase_file(tmp_path)
    with opened_by(file):
        database = open_database(paths)
        before = MindKeyStore(database).key()
        Checkpoints(paths.models, before).write(Manifest(1, 10, 1, 9, 1, 7, {}), {})
    assert database.key is not None
    worker = Worker(WorkerJob.SEAL, paths.folder, key=database.key)
    assert worker.wait(60) == 0
    worker.end()
    after = MindKeyStore(database).key()
    database.close()
    assert after != before
    assert Checkpoints(paths.models, after).read(1).manifest.run == 1
    other = Worker(WorkerJob.SEAL, paths.folder, key=DatabaseKey(bytes(32)))
    assert other.wait(60) == 1
    other.end()


def test_what_was_encrypted_is_told_in_the_end(kairos: Commands, tmp_path: Path) -> None:
    file = passphrase_file(tmp_path)
    assert kairos("status").status == 0
    done = kairos("keys", "encrypt", "--new", str(file))
    assert done.out.splitlines()[-1] == (
        "This profile is encrypted now. It is opened by: the passphrase, the recovery code."
    )
    os.environ[VARIABLE] = ""
    again = kairos("keys", "encrypt", "--new", str(file))
    assert (again.status, "It is encrypted already. What opens it: kairos keys list" in again.err) == (1, True)
    with opened_by(file):
        assert "kairos keys list" in kairos("keys", "remove", "keyring").err
        assert "The recovery code does not open" in kairos("keys", "remove", "recovery").out


def test_a_change_that_was_taken_back_is_not_called_complete(kairos: Commands, tmp_path: Path) -> None:
    assert kairos("status").status == 0
    assert kairos("keys", "finish").out == "No change of the key was cut off.\n"
    kept = kept_keys(ProfilePaths(kairos.folder))
    slot = Lock(SlotKind.RECOVERY, 1, b"s" * 16, b"n" * 60)
    pending = KeyFile(new_profile(), None, KeySet.of_key(DatabaseKey(bytes(32)), (slot,)), pending=True)
    kept.save(pending)
    assert kairos("keys", "finish").out == (
        "It was cut off too early and was taken back: this profile is still not encrypted. "
        "Do it again: kairos keys encrypt\n"
    )
    kept.save(pending)
    assert kairos("keys", "finish", "--json").json() == {"finished": False, "taken_back": True, "change": "encrypt"}
    assert kept.load() is None
