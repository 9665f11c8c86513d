"""Heavy work that gives way to everything else: what computes gets only what nobody wants, on Linux.

What writes to the database is not put that far back: it would keep others waiting for the lock it holds. So this is
for threads and processes that hold nothing.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import TYPE_CHECKING, Self

from engine.documents.extract.server_process import product_command

if TYPE_CHECKING:
    from engine.domain.encoding import Encoder, Vectors

_LOWEST = 19


def gentle_command(family: str, results: int) -> tuple[str, ...]:
    """Return the command line of a family's reader, to run with the lowest priority there is."""
    command = product_command(family, results)
    chrt = shutil.which("chrt") if sys.platform == "linux" else None
    return command if chrt is None else (chrt, "--idle", "0", *command)


class GentleEncoder:
    """An encoder that computes in a thread of its own, with the lowest priority; closed in the end."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="encode", initializer=_give_way)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.shutdown()

    @property
    def name(self) -> str:
        """The encoder's name."""
        return self._encoder.name

    @property
    def dimensions(self) -> int:
        """How many numbers a vector has."""
        return self._encoder.dimensions

    def reads(self, text: str) -> bool:
        """Return whether the encoder knows the script of the text."""
        return self._encoder.reads(text)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return a vector per text."""
        return self._thread.submit(self._encoder.encode, texts).result()


def _give_way() -> None:
    """Put the calling thread behind everything else; on Linux priority belongs to a thread, elsewhere to a process."""
    if sys.platform != "linux":
        return
    try:
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
        os.setpriority(os.PRIO_PROCESS, 0, _LOWEST)
    except OSError:  # a sandbox may forbid it
        return
