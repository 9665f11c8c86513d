"""A worker that answers questions, played by a thread: the real line protocol over real pipes, and no process."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import IO, Any

from engine.talking import Listener, reply


class PlayedWorker:
    """Answers until it is ended."""

    def __init__(self, answer: Callable[[Mapping[str, Any]], Mapping[str, Any]]) -> None:
        self._heard, asked = os.pipe()
        answers, self._said = os.pipe()
        self.questions: IO[bytes] = os.fdopen(asked, "wb")
        self.answers: IO[bytes] = os.fdopen(answers, "rb")
        self._listener = Listener(lambda line: reply(line, answer))
        self._thread = threading.Thread(target=self._run, name="played worker")
        self._thread.start()

    def _run(self) -> None:
        with os.fdopen(self._said, "wb") as output, suppress(BrokenPipeError):
            self._listener.run(self._heard, output)
        os.close(self._heard)

    def end(self) -> None:
        """Let it end."""
        with suppress(OSError):
            self.questions.close()
        self._thread.join()
        self.answers.close()
