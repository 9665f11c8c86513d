"""Where no process can be forked: a new one for each group, which opens its files, locks itself and reads. Windows.

Slower by the start of Python for each group. Run on Linux by the tests; on Windows it was never run.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections.abc import Sequence

from engine.documents.extract.frames import FrameError, FrameReader
from engine.documents.extract.outcomes import Round, read_group
from engine.documents.extract.readers import FILES_PER_CHILD, Family
from engine.documents.extract.server_process import clean_environment
from engine.documents.extract.sink import Allowance
from engine.domain.egress import ProcessRole
from engine.domain.extraction import Extraction, ExtractionRequest
from engine.egress import count_elsewhere
from engine.programs import isolated_command

_GROUP_S = 60.0  # by the wall, the start of Python included
_BELOW_NORMAL = 0x00004000 if sys.platform == "win32" else 0


class SpawnLane:
    """Reads files of one family, a fresh process at a time."""

    def __init__(self, family: Family) -> None:
        self._family = family
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._closed = False

    def read(self, requests: Sequence[ExtractionRequest]) -> list[Extraction]:
        """Return what came of each request, fewer where the lane was closed meanwhile."""
        told: list[Extraction] = []
        with self._lock:
            size = FILES_PER_CHILD[self._family]
            for start in range(0, len(requests), size):
                if not self._closed:
                    told += read_group(requests[start : start + size], self._round)
        return [] if self._closed else told

    def held(self) -> int | None:
        """Return what a locked process of this family is kept from, as bits; None where none could be made."""
        with self._lock:
            data, _ = self._run({})
            return data[0] if len(data) == 1 else None

    def close(self) -> None:
        """End the process that is running; a `read` that is on its way returns early."""
        self._closed = True
        running = self._running
        if running is not None:
            running.kill()

    def _round(self, group: Sequence[ExtractionRequest]) -> Round:
        done = Round()
        files = [(one.path, one.kind, one.largest_bytes, one.folder) for one in group]
        data, done.status = self._run({"files": files})
        done.stopped = done.status is None
        line, found, rest = data.partition(b"\n")
        reader = FrameReader(Allowance(), len(group))
        try:
            if found:
                head = json.loads(line)
                done.opened = head["opened"]
                count_elsewhere(ProcessRole.READER, head["attempts"])
                done.frames = {frame.file: frame for frame in reader.feed(rest)}
        except (FrameError, ValueError, KeyError, TypeError):
            done.frames.clear()
            done.distrusted = True
        count_elsewhere(ProcessRole.READER, reader.attempts)
        return done

    def _run(self, request: dict[str, object]) -> tuple[bytes, int | None]:
        """Return what a process wrote, and its exit status, None where it had to be ended."""
        try:
            running = subprocess.Popen(
                once_command(self._family),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=dict(clean_environment()),
                creationflags=_BELOW_NORMAL,
            )
        except OSError:
            return b"", 1
        with running:
            self._running = running
            if self._closed:
                running.kill()
            try:
                data, _ = running.communicate(json.dumps(request).encode(), _GROUP_S)
            except subprocess.TimeoutExpired:
                running.kill()
                data, _ = running.communicate()
                return data, None
            except OSError:
                with contextlib.suppress(OSError):
                    running.kill()
                return b"", 1
            finally:
                self._running = None
        return data, running.returncode


def once_command(family: Family) -> tuple[str, ...]:
    """Return the command line of a process that reads one group."""
    return isolated_command("engine.documents.extract.once", family)
