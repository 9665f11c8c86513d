"""Connections that Python would open are refused and counted; what stays on this machine is let through."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.command_line import process

from engine.domain.clock import SystemClock
from engine.domain.egress import NetworkCount, ProcessRole
from engine.egress import LARGEST, MOST_AT_ONCE, Guard, network_count
from engine.paths import ProfilePaths

_TRIES = """
import os, socket, sys
from pathlib import Path
from engine.domain.egress import ProcessRole
from engine.egress import install
from engine.paths import ProfilePaths

def refused(act):
    try:
        act()
    except PermissionError:
        return 1
    return 0

install(ProcessRole.WORKER)
early = refused(lambda: socket.socket(socket.AF_INET, socket.SOCK_STREAM))  # before the profile is known
ProfilePaths(Path(sys.argv[1])).ensure()
import _socket, urllib.request
bare = _socket.socket()  # its family is told late; nothing can be done with it
late = [
    refused(lambda: socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)),
    refused(lambda: socket.getaddrinfo("localhost", 80)),
    refused(lambda: socket.gethostbyname("localhost")),
    refused(lambda: bare.connect(("127.0.0.1", 9))),
    refused(lambda: bare.bind(("127.0.0.1", 0))),
    refused(lambda: socket.create_connection(("127.0.0.1", 9))),
]
try:
    urllib.request.urlopen("http://127.0.0.1:9/")
except OSError as error:
    late.append(int("no network connection" in str(error)))
one, two = socket.socketpair()
one.sendall(b"here")
assert two.recv(4) == b"here"
print(early, sum(late), oct(os.stat(ProfilePaths(Path(sys.argv[1])).network).st_mode & 0o777))
"""


def guard(*, loopback: bool = False) -> Guard:
    return Guard(ProcessRole.RECORDER, SystemClock(lambda: "UTC"), loopback=loopback)


class _Socket:
    """What an event tells of a socket."""

    def __init__(self, family: int) -> None:
        self.family = family


def test_a_process_that_tries_is_refused_and_counted(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    done = subprocess.run((sys.executable, "-c", _TRIES, str(folder)), capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["1", "7", "0o600"], "")
    counted = network_count(ProfilePaths(folder).network)
    assert counted.refused == 8
    assert counted.by_role == ((ProcessRole.WORKER, 8),)
    assert counted.opened == 0
    assert counted.since_ms is not None
    assert counted.last_ms is not None
    assert counted.last_ms >= counted.since_ms


_CHILD = """
import json, socket, sys
sys.stdin.buffer.read()
from engine.domain.egress import ProcessRole
from engine.egress import attempts_taken, install
install(ProcessRole.KEYS)
for _ in range(2):
    try:
        socket.getaddrinfo("localhost", 80)
    except PermissionError:
        pass
print(json.dumps({"name": "played", "attempts": attempts_taken()}))
"""
_PARENT = """
import sys
from pathlib import Path
from engine import asked_once
from engine.domain.egress import ProcessRole
from engine.egress import install
from engine.keys import locksmith
from engine.paths import ProfilePaths
install(ProcessRole.COMMAND)
asked_once.command = lambda module: (sys.executable, "-c", module)
locksmith.may_have_keyring = lambda: True
print(locksmith.Locksmith(sys.argv[2]).keyring())
ProfilePaths(Path(sys.argv[1])).ensure()
"""


def test_what_the_process_of_keys_tried_is_counted_in_the_profile(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    words = (sys.executable, "-c", _PARENT, str(folder), _CHILD)
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "played", done.stderr
    assert network_count(ProfilePaths(folder).network).by_role == ((ProcessRole.KEYS, 2),)


_TELLS = """
import sys
from pathlib import Path
from engine.domain.egress import ProcessRole
from engine.egress import attempts_taken, count_elsewhere, install
install(ProcessRole.WORKER).count_in(Path(sys.argv[1]))
for told in (None, -1, "7", 1.5, 2, 1 << 40):
    count_elsewhere(ProcessRole.READER, told)
print(attempts_taken())
"""


def test_only_a_sound_number_of_another_process_counts(tmp_path: Path) -> None:
    words = (sys.executable, "-c", _TELLS, str(tmp_path / "network.txt"))
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "0\n"
    assert network_count(tmp_path / "network.txt").refused == 2 + MOST_AT_ONCE


def test_processes_of_kairos_count_from_their_first_start(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    assert network_count(ProfilePaths(folder).network) == NetworkCount()
    for words in (("today",), ("jobs",)):
        assert process(*words, "--profile", str(folder)).status == 0
    counted = network_count(ProfilePaths(folder).network)
    assert (counted.refused, counted.since_ms is not None) == (0, True)
    assert len(ProfilePaths(folder).network.read_text().splitlines()) == 1


@pytest.mark.parametrize("module", ["engine.recorder", "engine.worker", "engine.cli.__main__", "desktop_app.__main__"])
def test_every_process_installs_it_first(module: str) -> None:
    code = (
        "import runpy, sys, engine.egress\n"
        "added = []\n"
        "engine.egress.install = lambda role: added.append(role.value)\n"
        f"sys.argv = ['kairos', '--no-such-option']\n"
        "try:\n"
        f"    runpy.run_module({module!r}, run_name='__main__')\n"
        "except SystemExit as left:\n"
        "    print(left.code, added)\n"
    )
    done = subprocess.run((sys.executable, "-c", code), capture_output=True, text=True, check=False)
    role = {"recorder": "recorder", "worker": "worker", "cli": "command"}.get(module.split(".")[1], "window")
    assert done.stdout.strip() == f"2 ['{role}']", done.stderr


def test_elsewhere_than_on_windows_nothing_but_unix_sockets_is_let_through() -> None:
    asked = guard()
    asked.hear("socket.__new__", (None, 1, 1, 0))
    asked.hear("socket.__new__", (None, -1, 1, 0))
    asked.hear("socket.connect", (_Socket(1), "/run/user/0/bus"))
    asked.hear("socket.gethostname", ())
    asked.hear("open", ("socket.txt", "r", 0))
    for family in (2, 10, 16, 17, 23, 30, 31, 40):
        with pytest.raises(PermissionError):
            asked.hear("socket.__new__", (None, family, 1, 0))
    for event in ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"):
        with pytest.raises(PermissionError):
            asked.hear(event, (_Socket(2), ("127.0.0.1", 9)))


def test_on_windows_pairs_of_sockets_are_made_of_this_machine_s_own_address() -> None:
    asked = guard(loopback=True)
    asked.hear("socket.__new__", (None, 2, 1, 0))
    asked.hear("socket.bind", (_Socket(2), ("127.0.0.1", 0)))
    asked.hear("socket.connect", (_Socket(23), ("::1", 50_000, 0, 0)))
    for address in (("192.0.2.1", 80), ("localhost", 80), (), None, b"127.0.0.1"):
        with pytest.raises(PermissionError):
            asked.hear("socket.connect", (_Socket(2), address))


def test_the_count_ends_at_its_bound_and_refusing_does_not(tmp_path: Path) -> None:
    file = tmp_path / "network.txt"
    asked = guard()
    asked.count_in(file)
    with file.open("ab") as grown:
        grown.truncate(LARGEST)
    with pytest.raises(PermissionError):
        asked.hear("socket.getaddrinfo", ("example.org", 80, 0, 0, 0))
    assert file.stat().st_size == LARGEST
    assert network_count(file).capped


def test_what_is_no_line_of_ours_counts_nothing(tmp_path: Path) -> None:
    file = tmp_path / "network.txt"
    file.write_bytes(
        b"since 5\n7 recorder socket.connect\n9 stranger socket.connect\nsince 1\n\xff\xfe x\n8 worker a b\n"
    )
    assert network_count(file) == NetworkCount(5, 1, 7, capped=False, by_role=((ProcessRole.RECORDER, 1),))


@pytest.mark.parametrize("moment", ["9" * 5_000, "9" * 20, "9" * 15])
def test_a_moment_that_no_calendar_has_counts_nothing(tmp_path: Path, moment: str) -> None:
    counted = tmp_path / "network.txt"
    counted.write_text(f"since {moment}\n{moment} recorder socket.connect\n", encoding="ascii")
    assert network_count(counted) == NetworkCount()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders here")
@pytest.mark.timeout(20)
def test_a_pipe_in_the_place_of_the_count_keeps_nobody_waiting(tmp_path: Path) -> None:
    counted, made = tmp_path / "network.txt", guard()
    os.mkfifo(counted)
    made.count_in(counted)
    with pytest.raises(PermissionError):
        made.hear("socket.getaddrinfo", ("example.org", 80))
    assert network_count(counted) == NetworkCount()


def test_a_folder_that_cannot_be_written_is_refused_all_the_same(tmp_path: Path) -> None:
    asked = guard()
    asked.hear("kairos.profile", (tmp_path / "gone" / "network.txt",))
    with pytest.raises(PermissionError):
        asked.hear("socket.gethostbyname", ("example.org",))
