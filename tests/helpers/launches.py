"""A stand-in for starting processes: remembers the commands, and what a look at the world gave at each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any


class Launches:
    """Answers each start with the answer given; look is asked at every start."""

    def __init__(self, answer: bool = True, look: Callable[[], object] = lambda: None) -> None:
        self.commands: list[tuple[str, ...]] = []
        self.seen: list[Any] = []
        self._answer = answer
        self._look = look

    def __call__(self, command: Sequence[str]) -> bool:
        """Remember one start."""
        self.commands.append(tuple(command))
        self.seen.append(self._look())
        return self._answer
