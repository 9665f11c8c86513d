"""Refuses every network connection that Python would open in a process of Kairos, and counts the attempts.

An audit hook of the interpreter: it cannot be taken out again, and it is asked before a socket is made, bound, used,
or a name looked up. Sockets between processes of this machine (AF_UNIX) are let through. Native code that calls the
system by itself is not seen; the tests watch the system calls of whole processes instead.
Source: https://docs.python.org/3/library/audit_events.html
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from engine.domain.clock import SystemClock
from engine.domain.egress import NetworkCount, ProcessRole
from engine.domain.ordinary_file import ordinary_file

PROFILE_EVENT = "kairos.profile"
"""Raised by engine.paths with the file to count in, once a process knows its profile."""
LARGEST = 1 << 20
"""Bytes of the count; what is attempted beyond is refused and no longer counted."""

MOST_AT_ONCE = 1_000
"""Attempts that are believed of one report of another process."""

_TAKEN_EVENT, _ELSEWHERE_EVENT = "kairos.attempts_taken", "kairos.attempts_elsewhere"
_UNIX, _UNTOLD = 1, -1  # AF_UNIX is 1 wherever it exists; the family is told later where one is made of a descriptor
_SINCE = "since"
_LONGEST_MOMENT = 14  # digits; every calendar has these milliseconds
_LOCAL_ADDRESSES = frozenset({"127.0.0.1", "::1"})
Asked = tuple[Any, ...]


def install(role: ProcessRole) -> Guard:
    """Refuse connections from now on, for as long as this process lives."""
    guard = Guard(role, SystemClock(lambda: "UTC"), loopback=sys.platform == "win32")
    sys.addaudithook(guard.hook())
    return guard


def attempts_taken() -> int:
    """Return how many attempts of this process, which knows no profile, were refused since this was asked last."""
    taken: list[str] = []
    sys.audit(_TAKEN_EVENT, taken)
    return len(taken)


def count_elsewhere(role: ProcessRole, attempts: object) -> None:
    """Count what a process that this one started tells of its attempts; anything but a sound number counts nothing."""
    if isinstance(attempts, int) and attempts > 0:
        sys.audit(_ELSEWHERE_EVENT, role, min(attempts, MOST_AT_ONCE))


class Guard:
    """Hears what the interpreter is about to do; raises PermissionError for what would lead out of the machine.

    loopback: let through what stays on this machine by its address, which Windows makes its pairs of sockets of.
    """

    def __init__(self, role: ProcessRole, clock: SystemClock, *, loopback: bool) -> None:
        self._role, self._clock, self._loopback = role, clock, loopback
        self._file: Path | None = None
        self._held: list[str] = []
        self._watched: dict[str, Callable[[Asked], bool]] = {
            "socket.__new__": self._makes,
            "socket.bind": self._reaches,
            "socket.connect": self._reaches,
            "socket.sendto": self._reaches,
            "socket.sendmsg": self._reaches,
            "socket.getaddrinfo": _always,
            "socket.gethostbyname": _always,
            "socket.gethostbyaddr": _always,
            "socket.getnameinfo": _always,
            PROFILE_EVENT: self._profile,
            _TAKEN_EVENT: self._take,
            _ELSEWHERE_EVENT: self._elsewhere,
        }

    def hook(self) -> Callable[[str, Asked], None]:
        """Return what the interpreter calls: a plain function, which it asks three times as fast as a method."""
        watched, hear = self._watched, self.hear

        def listen(event: str, arguments: Asked) -> None:
            if event in watched:
                hear(event, arguments)

        return listen

    def hear(self, event: str, arguments: Asked) -> None:
        """Take one event of the interpreter."""
        leads_out = self._watched.get(event)
        if leads_out is None:  # nearly all of them
            return
        if leads_out(arguments):
            self._count(f"{self._clock.now().wall_ms} {self._role.value} {event}")
            raise PermissionError(errno.EACCES, "Kairos opens no network connection")

    def count_in(self, file: Path) -> None:
        """Count in this file from now on, and what was refused before as well; a file is begun where there is none."""
        if self._file == file:
            return
        self._file = file
        with suppress(OSError):
            begun = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            os.write(begun, f"{_SINCE} {self._clock.now().wall_ms}\n".encode())
            os.close(begun)
        held, self._held = self._held, []
        for line in held:
            self._count(line)

    def _profile(self, arguments: Asked) -> bool:
        self.count_in(arguments[0])
        return False

    def _take(self, arguments: Asked) -> bool:
        arguments[0].extend(self._held)
        self._held = []
        return False

    def _elsewhere(self, arguments: Asked) -> bool:
        role, attempts = arguments
        for _ in range(attempts):
            self._count(f"{self._clock.now().wall_ms} {role.value} told")
        return False

    def _count(self, line: str) -> None:
        if self._file is None:
            if len(self._held) < LARGEST // 64:
                self._held.append(line)
            return
        with suppress(OSError):  # refusing does not depend on room on the disk
            waits = getattr(os, "O_NONBLOCK", 0)  # for nobody, where somebody put a pipe there
            descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND | waits, 0o600)
            try:
                if os.fstat(descriptor).st_size < LARGEST:
                    os.write(descriptor, f"{line}\n".encode())
            finally:
                os.close(descriptor)

    def _makes(self, arguments: Asked) -> bool:
        return arguments[1] not in {_UNIX, _UNTOLD} and not self._loopback

    def _reaches(self, arguments: Asked) -> bool:
        """Tell whether a socket would reach out; one without an address was connected, and asked about, before."""
        made, address = arguments
        if made.family == _UNIX:
            return False
        return not (self._loopback and isinstance(address, tuple) and address[:1] and address[0] in _LOCAL_ADDRESSES)


def _is_moment(text: str) -> bool:
    return text.isdecimal() and len(text) <= _LONGEST_MOMENT


def _always(_arguments: Asked) -> bool:
    return True


def network_count(counted: Path) -> NetworkCount:
    """Return what the processes of a profile counted in this file; lines that are not theirs count nothing."""
    file = ordinary_file(counted)
    if file is None:
        return NetworkCount()
    with file:
        content = file.read(LARGEST + 1)
        size = os.fstat(file.fileno()).st_size
    since: int | None = None
    last: int | None = None
    roles = dict.fromkeys(ProcessRole, 0)
    for words in (line.split() for line in content.decode("ascii", "replace").splitlines()):
        match words:
            case ["since", moment] if _is_moment(moment):
                since = int(moment) if since is None else since
            case [moment, role, _event] if _is_moment(moment) and role in roles:
                roles[ProcessRole(role)] += 1
                last = int(moment)
                since = last if since is None else since
    by_role = tuple((role, many) for role, many in roles.items() if many)
    return NetworkCount(since, sum(roles.values()), last, size >= LARGEST, by_role)
