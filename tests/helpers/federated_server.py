"""Rounds over Flower as people run them: a server and a process per person, traced, killed, and gone on with."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.bootstrap import build_engine
from engine.paths import ProfilePaths

ROOT = Path(__file__).resolve().parents[2]
_PEOPLE = 5
_ADDRESS = "127.0.0.1:9292"
_PATIENCE_S = 180.0
_FAMILY = re.compile(r"(socket|connect|bind|sendto)\([^)]*?(AF_INET6?|AF_NETLINK)([^)]*\))?")
_NAMED = re.compile(r"sin6?_port=htons\((\d+)\).*?inet_(?:pton\(AF_INET6, |addr\()\"([^\"]+)\"")


class Office:
    """Profiles of made-up people in one folder, and the commands they run."""

    def __init__(self, folder: Path, python: Path) -> None:
        self.folder, self.python = folder, python
        self.first = folder / "round-1.json"

    def fill(self) -> None:
        """Give everybody a history, turn sharing on, begin, and join."""
        for number in range(_PEOPLE):
            engine = build_engine(ProfilePaths(self.folder / f"p{number}"))
            engine.rules.install(engine.rules.starter("en"))
            engine.demo.fill(42, 3_001 + number)
            settings = engine.preferences.load()
            engine.preferences.change(replace(settings, sharing=replace(settings.sharing, on=True)))
            engine.close()
        self.said(0, "begin", "An office", "--out", str(self.first))
        for number in range(_PEOPLE):
            self.said(number, "join", str(self.first))

    def said(self, number: int, *words: str) -> str:
        """Return what a command of one person says."""
        done = subprocess.run(self.words(number, *words), capture_output=True, text=True, cwd=ROOT, check=False)
        return done.stdout + done.stderr

    def words(self, number: int, *words: str) -> list[str]:
        """Return the command line of one person."""
        return [str(self.python), "-m", "engine.cli", "team", *words, "--profile", str(self.folder / f"p{number}")]

    def start(self, name: str, number: int, *words: str, traced: bool = False) -> subprocess.Popen[bytes]:
        """Start a command; what it says is in NAME.log, the system calls of its network in NAME.trace."""
        trace = ["strace", "-f", "-e", "trace=network", "-o", str(self.folder / f"{name}.trace")] if traced else []
        with (self.folder / f"{name}.log").open("wb") as log:
            return subprocess.Popen(
                [*trace, *self.words(number, *words)],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                start_new_session=True,
                env={**os.environ, "PYTHONUNBUFFERED": "1"},
            )

    def server(self, out: str, *, traced: bool = False, name: str = "server") -> subprocess.Popen[bytes]:
        """Start the company's server."""
        words = ("serve", "--round", str(self.first), "--server", _ADDRESS, "--out", str(self.folder / out))
        return self.start(name, 0, *words, traced=traced)

    def member(self, number: int, *, traced: bool = False) -> subprocess.Popen[bytes]:
        """Start one person's part."""
        return self.start(f"member-{number}", number, "train", "--server", _ADDRESS, traced=traced)

    def log(self, name: str) -> str:
        """Return what a command has said so far."""
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def status(self, number: int) -> dict[str, object]:
        """Return what a person sees."""
        return dict(json.loads(self.said(number, "status", "--json")))


def server_figures(python: Path) -> None:
    """Print what was seen."""
    with tempfile.TemporaryDirectory() as folder:
        office = Office(Path(folder), python)
        office.fill()
        print(f"{_PEOPLE} people and a server, each with two processes of their own")
        _traced(office)
        _leaving(office)
        _killed(office)


def _traced(office: Office) -> None:
    began_s = time.monotonic()
    everybody = [office.server("traced.json", traced=True), *(office.member(n, traced=True) for n in range(_PEOPLE))]
    _wait(everybody)
    there = (office.folder / "traced.json").exists()
    office.first = office.folder / "traced.json"  # what came of it is the next round
    print(f"  a round under strace: {time.monotonic() - began_s:.0f} s, result: {there}")
    reached: Counter[str] = Counter()
    for trace in office.folder.glob("*.trace"):
        for line in trace.read_text(errors="replace").splitlines():
            if (call := _FAMILY.search(line)) is not None:
                reached[f"{call[1]} {call[2]}{_place(line)}"] += 1
    for what, many in sorted(reached.items()):
        print(f"    {many:3} {what}")
    own = _ADDRESS.rpartition(":")[2]
    elsewhere = [one for one in reached if one.startswith(("connect", "sendto")) and not one.endswith(own)]
    print(f"  calls to anything but the server: {len(elsewhere)}; status of one: {office.status(1)}")


def _place(line: str) -> str:
    """Return the address a system call names, and its port; "any" where the kernel chooses one."""
    found = _NAMED.search(line)
    return "" if found is None else f" {found[2]} {found[1] if int(found[1]) else 'any'}"


def _leaving(office: Office) -> None:
    everybody = [office.server("left.json"), *(office.member(n) for n in range(_PEOPLE - 1))]
    _until(lambda: "Waiting" in office.log("server"), everybody)
    office.said(1, "leave")
    everybody[2].wait(_PATIENCE_S)
    print(f"  one left while waiting: {office.log('member-1').splitlines()[-1]!r}")
    _stop(everybody)
    office.said(1, "join", str(office.first))


def _killed(office: Office) -> None:
    """Kill a person's part and then the server in the middle; whoever is left waits, and the round ends well."""
    server = office.server("again.json")
    members = [office.member(n) for n in range(_PEOPLE)]
    _until(lambda: any("begins" in office.log(f"member-{n}") for n in range(_PEOPLE)), [server])
    _kill(members[0])
    members[0] = office.member(0)
    time.sleep(1.0)
    _kill(server)
    server = office.server("again.json", name="server-again")
    _until((office.folder / "again.json").exists, [server])
    _wait([server, *members])
    print(f"  person and server killed in the middle, started again: result {(office.folder / 'again.json').exists()}")
    for number in range(_PEOPLE):
        found = office.status(number)
        print(f"    person {number}: epsilon {found['epsilon']}, rounds {found['rounds']}, {found['bytes']} bytes kept")


def _until(seen: Callable[[], bool], beside: list[subprocess.Popen[bytes]]) -> None:
    end_s = time.monotonic() + _PATIENCE_S
    while not seen() and time.monotonic() < end_s and any(one.poll() is None for one in beside):
        time.sleep(0.1)


def _wait(everybody: list[subprocess.Popen[bytes]]) -> None:
    for one in everybody:
        try:
            one.wait(_PATIENCE_S)
        except subprocess.TimeoutExpired:
            _kill(one)


def _stop(everybody: list[subprocess.Popen[bytes]]) -> None:
    for one in everybody:
        if one.poll() is None:
            one.send_signal(signal.SIGTERM)
    _wait(everybody)


def _kill(one: subprocess.Popen[bytes]) -> None:
    if one.poll() is None:
        os.killpg(one.pid, signal.SIGKILL)
        one.wait(_PATIENCE_S)
