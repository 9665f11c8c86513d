"""The fork server: a small process that loads one family of readers once and makes a locked child for each group.

It was started clean, without its maker's descriptors and environment. It is told paths on its standard input, opens
them (a descriptor cannot be handed over otherwise without the networking module, which is not used anywhere), forks,
and watches; what is in a file it never sees. What it says goes out on one pipe, what its children say on another.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import sys
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from engine.documents.extract import child, encodings_known, lock, opening
from engine.documents.extract.readers import Family, Reader, load
from engine.documents.extract.sink import Allowance, Sink
from engine.domain.documents import DocumentKind
from engine.domain.egress import ProcessRole
from engine.egress import attempts_taken, install

REQUESTS, CONTROL = 0, 1
STOP = b"stop"
_BLOCK = 1 << 16


def main() -> None:
    """Serve the family named on the command line; results go to the descriptor named after it."""
    install(ProcessRole.READER)  # its children inherit it, and are kept from the system call besides
    readers, samples = load(Family(sys.argv[1]))
    serve(readers, samples, int(sys.argv[2]))


def serve(readers: Mapping[DocumentKind, Reader], samples: Mapping[DocumentKind, bytes], results: int) -> None:
    """Warm the readers, then read groups of files until standard input is closed."""
    encodings_known.load_all()
    for kind, sample in samples.items():
        readers[kind](sample, Sink(Allowance()))
    lock.prepare()
    gc.collect()
    gc.freeze()
    _Server(readers, results).run()


class _Server:
    def __init__(self, readers: Mapping[DocumentKind, Reader], results: int) -> None:
        self._readers = readers
        self._results = results
        self._heard = b""
        self._told_of_end, tell = os.pipe()
        os.set_blocking(self._told_of_end, False)
        os.set_blocking(tell, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(tell, warn_on_full_buffer=False)

    def run(self) -> None:
        """Answer until there is nobody to answer."""
        self._say({"ready": os.getpid(), "attempts": attempts_taken()})
        while (line := self._line()) is not None:
            if line == STOP:  # it came too late; the child was gone
                continue
            request = json.loads(line)
            if "files" in request:
                self._group(request["files"])
            else:
                self._say({"ended": self._forked(lambda: child.report_lock(self._results)), "changed": []})

    def _group(self, files: list[Any]) -> None:
        told, opened = opening.opened_group(files)
        self._say({"opened": told})
        status = self._forked(lambda: child.run_locked(opened, self._results, self._readers)) if opened else 0
        changed = [file.number for file in opened if opening.seen(file.descriptor) != told[file.number]]
        for file in opened:
            os.close(file.descriptor)
        self._say({"ended": status, "changed": changed})

    def _forked(self, work: Callable[[], int]) -> int:
        """Do the work in a child; return its exit status, or less than 0 for the signal that ended it."""
        mother = os.getpid()
        pid = os.fork()
        if pid == 0:
            _work(work, mother)
        while True:
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                return os.waitstatus_to_exitcode(status)
            self._wait(pid)

    def _wait(self, pid: int) -> None:
        """Wait until the child ended or somebody says that it should; then end it."""
        poll = select.poll()
        poll.register(self._told_of_end, select.POLLIN)
        poll.register(REQUESTS, select.POLLIN)
        for descriptor, _ in poll.poll():
            if descriptor == self._told_of_end:
                os.read(self._told_of_end, _BLOCK)
            else:
                os.kill(pid, signal.SIGKILL)
                if self._line() is None:
                    os.waitpid(pid, 0)
                    sys.exit()

    def _line(self) -> bytes | None:
        while b"\n" not in self._heard:
            block = os.read(REQUESTS, _BLOCK)
            if not block:
                return None
            self._heard += block
        line, _, self._heard = self._heard.partition(b"\n")
        return line

    def _say(self, words: dict[str, object]) -> None:
        data = json.dumps(words).encode() + b"\n"
        while data:
            data = data[os.write(CONTROL, data) :]


def _work(work: Callable[[], int], mother: int) -> NoReturn:
    status = 1
    try:
        status = work() if os.getppid() == mother else 1
    finally:
        os._exit(status)


if __name__ == "__main__":
    main()
