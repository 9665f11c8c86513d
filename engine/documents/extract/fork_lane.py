"""One family's way of reading files: groups go to its fork server, what comes back is believed only in form."""

from __future__ import annotations

import contextlib
import json
import logging
import threading
import time
from collections.abc import Sequence
from typing import Any

from engine.documents.extract.frames import FrameError, FrameReader
from engine.documents.extract.outcomes import Round, read_group
from engine.documents.extract.readers import FILES_PER_CHILD, Family
from engine.documents.extract.server import STOP
from engine.documents.extract.server_process import Command, ServerLost, ServerProcess
from engine.documents.extract.sink import Allowance
from engine.domain.egress import ProcessRole
from engine.domain.extraction import Extraction, ExtractionRequest
from engine.egress import count_elsewhere

log = logging.getLogger(__name__)

_FILE_S = 30.0  # by the wall, while nobody waits for the processor: that has a limit of its own
_PATIENCE_S = 900.0  # by the wall, on a machine that has no time for what runs at the lowest priority
_ANSWER_S = 5.0  # for the server to end a child
_START_S = 60.0


class _Closed(Exception):
    """The lane was closed while it read."""


class ForkLane:
    """Reads files of one family. `read` is for one thread at a time; `close` for any."""

    def __init__(self, family: Family, command: Command) -> None:
        self._family = family
        self._command = command
        self._server: ServerProcess | None = None
        self._lock = threading.Lock()
        self._closed = False

    def read(self, requests: Sequence[ExtractionRequest]) -> list[Extraction]:
        """Return what came of each request, fewer where the lane was closed meanwhile."""
        with self._lock:
            size = FILES_PER_CHILD[self._family]
            groups = [requests[start : start + size] for start in range(0, len(requests), size)]
            told: list[Extraction] = []
            with contextlib.suppress(_Closed):
                for group in groups:
                    told += read_group(group, self._round)
            return told

    def held(self) -> int | None:
        """Return what a locked process of this family is kept from, as bits; None where none could be made."""
        with self._lock:
            data = b""
            try:
                server = self._running()
                server.tell(b"{}")
                while (heard := _hear(server, _START_S)) and not (heard[1] and "ended" in heard[1]):
                    data += heard[0]
                data += heard[0] if heard else b""
                data += server.results()
            except (ServerLost, OSError):
                self._end()
            return data[0] if len(data) == 1 else None

    def close(self) -> None:
        """End every process of this lane; a `read` that is on its way returns early."""
        self._closed = True
        server = self._server
        if server is not None:
            server.kill()
        with self._lock:
            self._end()

    def _round(self, group: Sequence[ExtractionRequest]) -> Round:
        done = self._attempt(group)
        if done.status is None and not done.stopped and not self._closed:
            done = self._attempt(group)  # somebody ended the server; there is a new one
        if self._closed:
            raise _Closed
        return done

    def _attempt(self, group: Sequence[ExtractionRequest]) -> Round:
        done = Round()
        try:
            server = self._running()
            files = [(one.path, one.kind, one.largest_bytes, one.folder) for one in group]
            server.tell(json.dumps({"files": files}).encode())
            reader = FrameReader(Allowance(), len(group))
            try:
                self._listen(server, done, reader)
            finally:
                count_elsewhere(ProcessRole.READER, reader.attempts)
        except (ServerLost, OSError) as lost:
            log.warning("the reader of %s documents was lost: %s", self._family, type(lost).__name__)
            self._end()
            done.lose()
        return done

    def _listen(self, server: ServerProcess, done: Round, reader: FrameReader) -> None:
        wait = _FILE_S
        while done.status is None:
            heard = _hear(server, wait)
            if heard is None:
                self._stop(server, done)
                wait = _ANSWER_S
                continue
            data, line = heard
            self._take(done, reader, data)
            if done.distrusted and not done.stopped:
                self._stop(server, done)
            if line and "opened" in line:
                done.opened = line["opened"]
            if line and "ended" in line:
                while data := server.results():
                    self._take(done, reader, data)
                done.changed = frozenset(line["changed"])
                done.status = line["ended"]

    @staticmethod
    def _stop(server: ServerProcess, done: Round) -> None:
        if done.stopped:
            raise ServerLost
        done.stopped = True
        server.tell(STOP)

    def _take(self, done: Round, reader: FrameReader, data: bytes) -> None:
        """Take results as far as they can be believed."""
        if not data or done.distrusted:
            return
        try:
            for frame in reader.feed(data):
                if frame.file in done.frames:
                    raise FrameError("a file told twice")
                done.frames[frame.file] = frame
        except FrameError as error:
            log.warning("a reader of %s documents spoke nonsense: %s", self._family, error)
            done.distrusted = True
            done.frames.clear()

    def _running(self) -> ServerProcess:
        if self._server is None:
            self._server = ServerProcess(self._command, self._family)
            try:
                heard = _hear(self._server, _START_S)
                if heard is None or heard[1] is None or "ready" not in heard[1]:
                    raise ServerLost
                count_elsewhere(ProcessRole.READER, heard[1].get("attempts"))
            except ServerLost:
                self._end()
                raise
        if self._closed or self._server is None:
            self._end()
            raise ServerLost
        return self._server

    def _end(self) -> None:
        server, self._server = self._server, None
        if server is not None:
            with contextlib.suppress(OSError):
                server.close()


def _hear(server: ServerProcess, seconds: float) -> tuple[bytes, dict[str, Any] | None] | None:
    """Return what the server and its child say, or None where they had so many seconds and did nothing with them.

    Raises ServerLost.
    """
    latest = time.monotonic() + _PATIENCE_S
    while (heard := server.hear(time.monotonic() + seconds)) is None:
        if time.monotonic() > latest or not server.wants_processor():
            return None
    return heard
