"""A reader that does what its document says: runs in the very process that real readers are locked into.

Started as a program it is the fork server of that reader; `command` is its command line.
"""

from __future__ import annotations

import ctypes
import os
import platform
import signal
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def command(family: str, results: int) -> tuple[str, ...]:
    """Return the command line of a server whose readers are all the canary; processor time is one second."""
    return (sys.executable, "-I", str(Path(__file__)), family, str(results))


def _tried(act: Callable[[], Any]) -> str:
    try:
        told = act()
    except OSError as error:
        return f"refused {error.errno}"
    except (ImportError, ValueError, RuntimeError) as error:
        return f"refused {type(error).__name__}"
    return f"done {told!r}"


def _call(number: int, *arguments: object) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    answer = int(libc.syscall(ctypes.c_long(number), *arguments))
    if answer < 0:
        raise OSError(ctypes.get_errno(), "refused")
    return answer


def _socket(family: int) -> object:
    import socket

    return socket.socket(family, socket.SOCK_STREAM)


def _attempts() -> dict[str, Callable[[], Any]]:
    here = __file__
    return {
        "open to read": lambda: os.open(here, os.O_RDONLY),
        "open to write": lambda: os.open("/tmp/canary", os.O_WRONLY | os.O_CREAT, 0o600),
        "python's open": lambda: Path(here).read_bytes(),
        "list": lambda: list(Path("/").iterdir()),
        "stat": lambda: Path(here).stat(),
        "own memory": lambda: Path("/proc/self/mem").open("rb+"),
        "remove": lambda: Path(here).unlink(),
        "rename": lambda: Path(here).rename("/tmp/canary"),
        "make a folder": lambda: Path("/tmp/canary").mkdir(),
        "change folder": lambda: os.chdir("/"),
        "internet socket": lambda: _socket(2),
        "unix socket": lambda: _socket(1),
        "packet socket": lambda: _socket(17),
        "fork": os.fork,
        "thread": lambda: threading.Thread(target=print).start(),
        "exec": lambda: os.execv("/bin/true", ["true"]),  # noqa: S606
        "spawn": lambda: os.posix_spawn("/bin/true", ["true"], {}),
        "pipe": os.pipe,
        "duplicate": lambda: os.dup(0),
        "signal its maker": lambda: os.kill(os.getppid(), signal.SIGTERM),
        "trace": lambda: _call(101 if platform.machine() == "x86_64" else 117, 0, 0, 0, 0),
        "memory of others": lambda: _call(310 if platform.machine() == "x86_64" else 270, 1, 0, 0, 0, 0, 0),
        "io_uring": lambda: _call(425, 1, 0),
        "memory file": lambda: os.memfd_create("x"),
        "executable memory": lambda: _call(9 if platform.machine() == "x86_64" else 222, 0, 4096, 5, 0x22, -1, 0),
        "user namespace": lambda: _call(272 if platform.machine() == "x86_64" else 97, 0x10000000),
        "more processor time": _raise_limits,
        "library": lambda: ctypes.CDLL("libresolv.so.2"),
        "module": lambda: __import__("lzma"),
    }


def _raise_limits() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def _every_call() -> list[int]:
    """Return the numbers of the calls outside the list that answer anything but "not permitted"."""
    from engine.documents.extract import seccomp

    wrong = []
    # Linux lets uretprobe and uprobe pass every filter, and ends whoever calls them without having been sent there.
    known = seccomp.allowed(platform.machine()) | ({335, 336} if platform.machine() == "x86_64" else set())
    libc = ctypes.CDLL(None, use_errno=True)
    for number in range(600):
        if number not in known:
            ctypes.set_errno(0)
            bad = ctypes.c_void_p(1)
            if libc.syscall(ctypes.c_long(number), bad, bad, bad, bad, bad, bad) != -1 or ctypes.get_errno() != 1:
                wrong.append(number)
    return wrong


def obey(data: bytes, sink: Any) -> None:
    """Do what the document says."""
    word, _, rest = data.decode().partition(" ")
    acts: dict[str, Callable[[], object]] = {
        "say": lambda: sink.paragraph(rest),
        "try": lambda: [sink.paragraph(f"{name}: {_tried(act)}") for name, act in _attempts().items()],
        "calls": lambda: sink.paragraph(f"calls: {_every_call()}"),
        "connect": lambda: [_tried(lambda: sys.audit("socket.getaddrinfo", "a", 80)) for _ in range(int(rest))],
        "open files": lambda: sink.paragraph(f"open: {sum(_is_open(number) for number in range(64))}"),
        "crash": lambda: ctypes.string_at(0),
        "spin": _spin,
        "work": lambda: sink.paragraph(f"worked {_work()}"),
        "eat": lambda: bytearray(2 << 30),
        "stall": _stall,
        "other": lambda: _call(0x40000000 | 39),
        "nonsense": lambda: _shout(b"\xff" * 4_096),
        "forge": lambda: _shout(bytes([int(rest), 0, 0, 0]) + b"\x08" + b"\0" * 22),
        "leave": lambda: os._exit(int(rest)),
        "recurse": lambda: obey(data, sink),
    }
    acts[word if word in acts else data.decode()]()


def _spin() -> None:
    while True:
        pass


def _work() -> int:
    """Use three tenths of a second of processor time."""
    rounds = 0
    while time.process_time() < 0.3:
        rounds += 1
    return min(rounds, 1)


def _stall() -> None:
    lock = threading.Lock()
    lock.acquire()
    lock.acquire()


def _is_open(number: int) -> bool:
    try:
        os.read(number, 0)
    except OSError as error:
        return error.errno not in {1, 9}
    return True


def _shout(data: bytes) -> None:
    """Write to every descriptor that can be written."""
    for number in range(64):
        try:
            os.write(number, data)
        except OSError:
            continue


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from engine.documents.extract import limits, server
    from engine.domain.documents import DocumentKind
    from engine.domain.egress import ProcessRole
    from engine.egress import install

    install(ProcessRole.READER)
    limits.CPU_SECONDS = 1
    server.serve(dict.fromkeys(DocumentKind, obey), {DocumentKind.TEXT: b"say warm"}, int(sys.argv[2]))
