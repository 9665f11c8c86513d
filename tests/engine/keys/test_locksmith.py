"""The short-lived process: what opens what, and what it leaves nowhere."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from engine.domain.errors import KeyNeeded, KeyringUnavailable, KeyWrong, StorageError
from engine.keys.key_file import Cost, KeyFile, KeySet, new_key, new_profile
from engine.keys.locksmith import Locksmith, Secret, may_have_keyring
from engine.keys.passphrase import normal

WORDS = "correct horse"


@pytest.fixture(scope="module")
def made() -> tuple[KeyFile, str]:
    """A key behind a passphrase and a recovery code."""
    smith, key, profile = Locksmith(), new_key(), new_profile()
    by_code, code = smith.by_code(key, profile, 2)
    locks = (smith.by_passphrase(key, profile, 1, WORDS), by_code)
    return KeyFile(profile, KeySet.of_key(key, locks)), code


def test_each_opens_it_and_nothing_else_does(made: tuple[KeyFile, str]) -> None:
    keys, code = made
    assert keys.now is not None
    for secret in (Secret(WORDS), Secret(recovery=code), Secret(recovery=code.lower().replace("-", " "))):
        [key] = Locksmith().unlock(keys, secret)
        assert key is not None
        assert keys.now.fits(key)
    with pytest.raises(KeyWrong, match="does not open"):
        Locksmith().unlock(keys, Secret("correct horsf"))
    with pytest.raises(KeyWrong, match="typing error"):
        Locksmith().unlock(keys, Secret(recovery=code[:-1] + ("0" if code[-1] != "0" else "1")))
    with pytest.raises(KeyWrong, match="does not open"):
        Locksmith().unlock(keys, Secret(recovery="-".join(["0000"] * 7)))
    with pytest.raises(KeyNeeded):
        Locksmith().unlock(keys)


def test_a_passphrase_costs_what_it_should(made: tuple[KeyFile, str]) -> None:
    keys, _ = made
    assert keys.now is not None
    cost = keys.now.locks[0].cost
    assert cost == Cost()
    assert cost.memory_kib >= 64 * 1024


def test_a_passphrase_of_100_kb_is_one() -> None:
    smith, key, profile, words = Locksmith(), new_key(), new_profile(), normal("字" * 33_000 + "ä")
    keys = KeyFile(profile, KeySet.of_key(key, (smith.by_passphrase(key, profile, 1, words),)))
    assert smith.unlock(keys, Secret(words)) == (key,)
    with pytest.raises(KeyWrong):
        smith.unlock(keys, Secret(words[:-1]))


def test_a_slot_opens_only_in_its_own_place(made: tuple[KeyFile, str]) -> None:
    keys, code = made
    assert keys.now is not None
    with pytest.raises(KeyWrong):
        Locksmith().unlock(replace(keys, profile=new_profile()), Secret(recovery=code))
    cheaper = replace(keys.now.locks[0], cost=Cost(32 * 1024, 3, 4))
    with pytest.raises(KeyWrong):
        Locksmith().unlock(replace(keys, now=keys.now.with_lock(cheaper)), Secret(WORDS))


def test_another_key_in_the_slots_is_refused(made: tuple[KeyFile, str]) -> None:
    keys, _ = made
    assert keys.now is not None
    with pytest.raises(StorageError, match="wrapped key"):
        Locksmith().unlock(replace(keys, now=replace(keys.now, check=b"x" * 8)), Secret(WORDS))


def test_while_a_change_is_under_way_either_key_is_found(made: tuple[KeyFile, str]) -> None:
    keys, code = made
    pending = replace(keys, then=KeySet.of_key(new_key(), (keys.sets()[0].locks[0],)), pending=True)
    found = Locksmith().unlock(pending, Secret(recovery=code))
    assert found[0] is not None
    assert found[1] is None


def test_a_process_that_does_not_answer_is_given_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ["PYTHONPATH"]]))
    (tmp_path / "deaf_child.py").write_text("import sys, time\nsys.stdin.read()\ntime.sleep(60)\n")
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    start = time.monotonic()
    assert Locksmith("deaf_child", patience_s=0.5).keyring() is None
    with pytest.raises(StorageError, match="does not run"):
        Locksmith("no_such_child").unlock(KeyFile("ab" * 8, KeySet.of_key(new_key(), ())))
    assert time.monotonic() - start < 20


def test_it_asks_for_no_keyring_where_there_can_be_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not may_have_keyring()
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    if sys.platform == "linux":
        assert not may_have_keyring()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    assert may_have_keyring()


@pytest.mark.parametrize(
    "backend",
    ["keyrings.alt.file.PlaintextKeyring", "keyring.backends.chainer.ChainerBackend", "keyring.backends.null.Keyring"],
)
def test_a_keyring_that_is_not_the_systems_own_is_refused(backend: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    with pytest.raises(KeyringUnavailable, match="only the operating system's own"):
        Locksmith().by_keyring(new_key(), new_profile(), 1, "ab" * 16)


def test_neither_key_nor_passphrase_is_on_a_command_line_or_in_the_environment() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests')\n"
        "import subprocess; run = subprocess.run\n"
        "def told(command, **kw):\n"
        "    print(command, sorted(kw['env'].items())); return run(command, **kw)\n"
        "subprocess.run = told\n"
        "from engine.keys.locksmith import *; from engine.keys.key_file import *\n"
        "key = new_key(); Locksmith().by_passphrase(key, 'ab' * 8, 1, 'very secret words')\n"
        "print('KEY', key.raw.hex())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    shown, _, key = done.stdout.partition("KEY ")
    assert "engine.keys.child" in shown
    assert "very secret" not in shown
    assert key.strip() not in shown
    assert len(key.strip()) == 64


def test_asking_loads_neither_ciphers_nor_keyrings() -> None:
    code = (
        "import sys, engine.bootstrap.unlocking, engine.keys.locksmith, engine.keys.typed, engine.api\n"
        "print([name for name in ('keyring', 'cryptography', 'secretstorage', 'jeepney') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
