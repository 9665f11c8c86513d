"""A recorder that is started for an encrypted profile is handed its key."""

from __future__ import annotations

from pathlib import Path

from helpers.desktop_programs import wait_until
from helpers.locked_profile import locked_profile, opened_by, passphrase_file

from engine.bootstrap.opening import open_database
from engine.launch import start_command
from engine.tracking.launch import recorder_command, start_recorder


def test_it_opens_by_the_key_alone(tmp_path: Path) -> None:
    paths = locked_profile(tmp_path)
    with opened_by(passphrase_file(tmp_path)):
        database = open_database(paths)
        database.close()
    assert database.key is not None
    assert start_command(paths.folder, "status", key=database.key).wait(60) == 0
    started = start_recorder(paths.folder, database.key)
    log = paths.logs / "recorder.log"
    try:
        wait_until(lambda: log.exists() and "ended:" in log.read_text(), "the recorder to look for a desktop")
    finally:
        started.wait(20)
    told = log.read_text()
    assert "no desktop to watch" in told  # it has come past the lock
    assert "locked" not in told
    assert database.key.raw.hex() not in " ".join(map(str, started.args if isinstance(started.args, tuple) else ()))


def test_a_passphrase_file_is_named_for_the_next_log_in_too(tmp_path: Path) -> None:
    file = passphrase_file(tmp_path)
    with opened_by(file):
        command = recorder_command(tmp_path)
    assert command[-2:] == ("--passphrase-file", str(file))
    with opened_by(None):
        assert "--passphrase-file" not in recorder_command(tmp_path)
