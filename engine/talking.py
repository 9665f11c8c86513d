"""How a process asks another one, one JSON line each way; whoever answers stays warm and ends when nobody asks.

A question is an object with a whole number as "id"; its answer is one with the same id, and either what was asked for
or {"error": {"kind": ..., "title": ..., "message": ...}}.
"""

from __future__ import annotations

import json
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from typing import IO, Any, BinaryIO, Protocol

from engine.domain.errors import KairosError, StorageError, UsageError

IDLE_S = 300.0
"""So long without a question, and the memory is given back."""

LONGEST_LINE = 65_536
_BLOCK = 65_536
_WAITING = 64  # questions that may wait; who sends more is not read on until there is room

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]

# ---------------------------------------------------------------- who answers


class Listener:
    """Answers lines until its input ends, nobody asks for a while, or whoever reads the answers is gone.

    answer: turns a line into one. warm: called before the first question is read, so that it need not wait.
    """

    def __init__(
        self, answer: Callable[[bytes], bytes], warm: Callable[[], object] = lambda: None, *, idle_s: float = IDLE_S
    ) -> None:
        self._answer = answer
        self._warm = warm
        self._idle_s = idle_s
        self._lines: queue.Queue[bytes | None] = queue.Queue(_WAITING)

    def run(self, input_fd: int, output: BinaryIO) -> None:
        """Read questions from the descriptor and write answers; what is read is bounded, whatever is sent."""
        threading.Thread(target=self._read, args=(input_fd,), name="questions", daemon=True).start()
        self._warm()
        while True:
            try:
                line = self._lines.get(timeout=self._idle_s)
            except queue.Empty:
                return
            if line is None:
                return
            try:
                output.write(self._answer(line) + b"\n")
                output.flush()
            except BrokenPipeError:
                return

    def _read(self, input_fd: int) -> None:
        for line in _lines(input_fd):
            self._lines.put(line)
        self._lines.put(None)


def reply(line: bytes, answer: Answer) -> bytes:
    """Return the answer to one line; expected errors are answers, too."""
    number: int | None = None
    try:
        said = _question(line)
        number = said["id"]
        told = answer(said)
    except KairosError as error:
        told = {"error": {"kind": type(error).__name__, "title": error.title, "message": error.message}}
    return json.dumps({"id": number, **told}).encode()


def _question(line: bytes) -> dict[str, Any]:
    try:
        said = json.loads(line)
    except (ValueError, RecursionError) as cause:
        raise UsageError("This is no question. Write an object like {“id”: 1} on one line.") from cause
    if not isinstance(said, dict) or type(said.get("id")) is not int:
        raise UsageError("A question is an object with a whole number as id.")
    return said


def _lines(input_fd: int) -> Iterator[bytes]:
    """Yield whole lines; of one that is too long only the beginning, which is no question."""
    held, passing = b"", False
    while block := _block(input_fd):
        *whole, rest = (held + block).split(b"\n")
        for line in whole:
            if not passing:
                yield line[:LONGEST_LINE]
            passing = False
        held = b"" if passing else rest
        if len(held) > LONGEST_LINE:
            yield held[:LONGEST_LINE]
            held, passing = b"", True


def _block(input_fd: int) -> bytes:
    try:
        return os.read(input_fd, _BLOCK)
    except OSError:
        return b""


# ---------------------------------------------------------------- who asks


class AnswerProcess(Protocol):
    """A process that answers questions."""

    @property
    def questions(self) -> IO[bytes]:
        """What it reads."""
        ...

    @property
    def answers(self) -> IO[bytes]:
        """What it says."""
        ...

    def end(self) -> None:
        """Let it end, and make it end."""
        ...


class Silence(StrEnum):
    """Why no answer came."""

    DIED = "died"  # the process ends at once, also when it is started anew
    LATE = "late"
    CLOSED = "closed"
    NOT_STARTED = "not started"


class NoAnswer(Exception):
    """No answer came; for whoever asked to put in words. system: what the system said, where it said something."""

    def __init__(self, why: Silence, system: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.system = system


class Asker:
    """Asks a process of its own, which is started by the first question and ends with close, or by itself when idle.

    ask blocks; close may be called from any other thread, also while ask waits.
    """

    def __init__(self, start: Callable[[], AnswerProcess]) -> None:
        self._start = start
        self._asking = threading.Lock()
        self._handing = threading.Lock()
        self._talk: _Talk | None = None
        self._closed = False
        self._number = 0

    def ask(self, question: Mapping[str, Any], *, seconds: float) -> dict[str, Any]:
        """Return the answer, which may tell an error; a process that died is started anew once. Raises NoAnswer."""
        with self._asking:
            try:
                return self._asked(question, seconds)
            except _Died:
                self._hang_up()
            try:
                return self._asked(question, seconds)
            except _Died as cause:
                self._hang_up()
                raise NoAnswer(Silence.DIED) from cause

    def let_go(self) -> None:
        """End the process with all it keeps in memory; the next question starts another one."""
        self._hang_up()

    def close(self) -> None:
        """End the process; a question that waits is given up. Nothing can be asked afterwards."""
        self._closed = True
        self._hang_up()

    def _asked(self, question: Mapping[str, Any], seconds: float) -> dict[str, Any]:
        talk = self._talking()
        self._number += 1
        talk.say(json.dumps({"id": self._number, **question}).encode() + b"\n")
        until = time.monotonic() + seconds
        while True:
            told = talk.hear(until - time.monotonic())
            if told is None:
                self._hang_up()
                raise NoAnswer(Silence.LATE)
            if told.get("id") == self._number:
                return told

    def _talking(self) -> _Talk:
        with self._handing:
            if self._closed:
                raise NoAnswer(Silence.CLOSED)
            if self._talk is None:
                try:
                    self._talk = _Talk(self._start())
                except OSError as cause:
                    raise NoAnswer(Silence.NOT_STARTED, cause.strerror or str(cause)) from cause
            return self._talk

    def _hang_up(self) -> None:
        with self._handing:
            talk, self._talk = self._talk, None
        if talk is not None:
            talk.end()


def raise_told(told: Mapping[str, Any], kinds: Mapping[str, type[KairosError]]) -> None:
    """Raise the error an answer tells, as one of these kinds by their names, else StorageError; nothing where none."""
    error = told.get("error")
    if error is not None:
        raise kinds.get(error["kind"], StorageError)(error["message"], title=error["title"])


class _Died(Exception):
    """The process ended instead of answering."""


class _Talk:
    """One process, and the thread that listens to it."""

    def __init__(self, process: AnswerProcess) -> None:
        self._process = process
        self._heard: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._listener = threading.Thread(target=self._listen, name="answers", daemon=True)
        self._listener.start()

    def say(self, line: bytes) -> None:
        try:
            self._process.questions.write(line)
            self._process.questions.flush()
        except (OSError, ValueError) as cause:  # it is gone, or was closed meanwhile
            raise _Died from cause

    def hear(self, seconds: float) -> dict[str, Any] | None:
        """Return what it says next, None where it says nothing for so long."""
        try:
            told = self._heard.get(timeout=max(seconds, 0))
        except queue.Empty:
            return None
        if told is None:
            raise _Died
        return told

    def end(self) -> None:
        self._process.end()
        self._listener.join()

    def _listen(self) -> None:
        with suppress(OSError, ValueError):
            for line in self._process.answers:
                self._heard.put(json.loads(line))
        self._heard.put(None)
