"""Read documents of any kind, in processes that are locked away; the one door of this folder."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Protocol, Self

from engine.documents.extract.fork_lane import ForkLane
from engine.documents.extract.lock import CALLS, CPU, FILES, MEMORY, NETWORK, lacking
from engine.documents.extract.readers import FAMILY_OF, FILES_PER_CHILD, Family
from engine.documents.extract.server_process import Command, product_command
from engine.documents.extract.spawn_lane import SpawnLane
from engine.domain.documents import DocumentKind
from engine.domain.errors import ExtractionFailed
from engine.domain.extraction import Extraction, ExtractionRequest, Protection

_PER_TURN = 16  # files of a family that has a process for each: handed over together
_TURNS_AHEAD = 2  # per family: one that is read and one that waits
_MOST_HELD = 256  # requests taken and not yet handed over


_Waiting = dict[Family, deque[ExtractionRequest]]
_Running = dict[Future[list[Extraction]], Family]


class Lane(Protocol):
    """One family's way of reading files."""

    def read(self, requests: list[ExtractionRequest]) -> list[Extraction]:
        """Return what came of each request, fewer where the lane was closed meanwhile."""
        ...

    def held(self) -> int | None:
        """Return what a reading process is kept from, as bits; None where none could be made."""
        ...

    def close(self) -> None:
        """End every process."""
        ...


class Extractor:
    """Reads documents. Processes start when first needed and end with `close`, which any thread may call."""

    def __init__(self, command: Command = product_command, *, fork: bool = sys.platform != "win32") -> None:
        self._command = command
        self._fork = fork
        self._lanes: dict[Family, Lane] = {}
        self._lock = threading.Lock()
        self._pool: ThreadPoolExecutor | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def extract(self, path: str, kind: DocumentKind, largest_bytes: int) -> Extraction:
        """Return what the document says; raises ExtractionFailed where it says nothing."""
        request = ExtractionRequest(path, kind, largest_bytes)
        told = self._lane(FAMILY_OF[kind]).read([request])
        if not told:
            raise ExtractionFailed("Reading documents was stopped.")
        if told[0].extracted is None:
            raise ExtractionFailed(told[0].reason)
        return told[0]

    def extract_many(self, requests: Iterable[ExtractionRequest]) -> Iterator[Extraction]:
        """Yield what came of each request, not in their order; a bad file never raises.

        Takes requests a few hundred ahead. Ends early where the extractor is closed meanwhile.
        """
        coming = iter(requests)
        waiting: _Waiting = {family: deque() for family in Family}
        running: _Running = {}
        more = True
        try:
            while not self._closed:
                while more and sum(map(len, waiting.values())) < _MOST_HELD:
                    more = _take(coming, waiting)
                    self._hand_over(waiting, running)
                self._hand_over(waiting, running, part=True, last=not more)
                if not running:
                    return
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    del running[future]
                self._hand_over(waiting, running)  # what comes next is read while this is worked on
                for future in done:
                    if not future.cancelled():
                        yield from future.result()
        finally:
            for future in running:
                future.cancel()

    def protection(self) -> Protection:
        """Return what the process that reads is kept from on this machine, tried with one."""
        held = self._lane(Family.PLAIN).held()
        if held is None:
            return Protection(note="No process that reads documents could be started.")
        return Protection(
            files=bool(held & FILES),
            network=bool(held & NETWORK),
            calls=bool(held & CALLS),
            memory=bool(held & MEMORY),
            cpu=bool(held & CPU),
            note=lacking(held),
        )

    def close(self) -> None:
        """End every process and thread; what is being read is left."""
        with self._lock:
            self._closed = True
            pool, self._pool = self._pool, None
            lanes = list(self._lanes.values())
        for lane in lanes:
            lane.close()
        if pool is not None:
            pool.shutdown(wait=True, cancel_futures=True)

    def _lane(self, family: Family) -> Lane:
        with self._lock:
            if self._closed:
                raise ExtractionFailed("Reading documents was stopped.")
            return self._kept_lane(family)

    def _kept_lane(self, family: Family) -> Lane:
        if family not in self._lanes:
            self._lanes[family] = ForkLane(family, self._command) if self._fork else SpawnLane(family)
        return self._lanes[family]

    def _hand_over(self, waiting: _Waiting, running: _Running, *, part: bool = False, last: bool = False) -> None:
        """Hand over whole turns; part: also less to families that have nothing to do; last: also the rest."""
        for family, held in waiting.items():
            busy = list(running.values()).count(family)
            while busy < _TURNS_AHEAD and (len(held) >= _turn(family) or (held and (last or (part and not busy)))):
                turn = [held.popleft() for _ in range(min(_turn(family), len(held)))]
                future = self._submit(family, turn)
                if future is None:
                    return
                running[future] = family
                busy += 1

    def _submit(self, family: Family, turn: list[ExtractionRequest]) -> Future[list[Extraction]] | None:
        with self._lock:
            if self._closed:
                return None
            if self._pool is None:
                self._pool = ThreadPoolExecutor(len(Family) * _TURNS_AHEAD, thread_name_prefix="extract")
            return self._pool.submit(self._kept_lane(family).read, turn)


def _take(coming: Iterator[ExtractionRequest], waiting: _Waiting) -> bool:
    """Take one request; tell whether there was one."""
    request = next(coming, None)
    if request is not None:
        waiting[FAMILY_OF[request.kind]].append(request)
    return request is not None


def _turn(family: Family) -> int:
    return max(_PER_TURN, FILES_PER_CHILD[family])
