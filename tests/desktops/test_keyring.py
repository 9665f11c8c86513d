"""Profiles with a real keyring: unlocked, locked, absent, and one of another kind configured."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.desktop_keyring import DesktopKeyring, bus_alone, desktop_keyring

_AT_ONCE_S = 20.0  # for one that is locked to be told from one that waits for a person, on a busy machine


@pytest.fixture
def keyring(tmp_path: Path) -> Iterator[DesktopKeyring]:
    with desktop_keyring(tmp_path / "session") as session:
        yield session


def test_a_fresh_profile_is_encrypted_and_opens_by_what_it_has_slots_for(
    keyring: DesktopKeyring, tmp_path: Path
) -> None:
    told = keyring.life("life", tmp_path / "profile")
    assert told["slots"] == ["keyring"]
    assert not told["plain"]
    assert (told["wants_code"], told["wants_unkept"], told["wants_kept"]) == (True, True, False)
    # Another program's idea of a keyring is never used: the profile says what opens it instead.
    for backend in ("keyrings.alt.file.PlaintextKeyring", "keyring.backends.null.Keyring"):
        assert "Open it with its recovery code" in told[backend]
    assert "Open it with its recovery code" in told["without"]
    assert told["by_code"]
    assert told["again"]


def test_a_locked_keyring_answers_at_once_and_loses_nothing(keyring: DesktopKeyring, tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    assert keyring.life("before_locking", folder)["slots"] == ["keyring", "passphrase"]
    before = (folder / "kairos.sqlite3").stat().st_ino
    keyring.lock()
    told = keyring.life("locked", folder)
    assert told["refusal"].startswith("The keyring is locked")
    assert told["seconds"] < _AT_ONCE_S
    assert told["opened"]
    assert (folder / "kairos.sqlite3").stat().st_ino == before
    assert told["fresh"] == {"plain": True, "slots": []}


def test_a_configured_keyring_of_another_kind_leaves_a_fresh_profile_plain(tmp_path: Path) -> None:
    with desktop_keyring(tmp_path / "session") as session:
        configuration = Path(session.programs.environ["XDG_CONFIG_HOME"]) / "python_keyring"
        configuration.mkdir(parents=True)
        chosen = "[backend]\ndefault-keyring=keyrings.alt.file.PlaintextKeyring\n"
        (configuration / "keyringrc.cfg").write_text(chosen)
        assert session.life("fresh", tmp_path / "profile") == {"plain": True, "slots": []}


def test_a_bus_without_a_keyring_leaves_a_fresh_profile_plain(tmp_path: Path) -> None:
    with bus_alone(tmp_path / "session") as session:
        assert session.life("fresh", tmp_path / "profile") == {"plain": True, "slots": []}
