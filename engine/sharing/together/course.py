"""How a server leads through a round: keys, masked numbers, result; whoever goes missing begins another attempt."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from typing import Any

ATTEMPTS = 3
KEYS, MASKED, RESULT, OVER = "keys", "masked", "result", "over"


class Course:
    """The stages of a round, by the names the connections have.

    begun: the round's file. summed: returns the next round's file for everybody's masked numbers. missing: told when an
    attempt came to nothing.
    """

    def __init__(
        self, begun: str, people: int, summed: Callable[[list[list[int]]], str], missing: Callable[[], object]
    ) -> None:
        self.stage, self.result = KEYS, ""
        self._begun, self._people, self._summed, self._missing = begun, people, summed, missing
        self._attempt, self._tries = "", 0
        self._keys: dict[str, str] = {}

    def message(self) -> dict[str, str]:
        """Return what everybody who is asked is told now."""
        if self.stage == KEYS:
            self._tries += 1
            self._attempt, self._keys = secrets.token_hex(16), {}
        told = {"stage": self.stage, "attempt": self._attempt, "file": self.result or self._begun}
        return told if self.stage != MASKED else {**told, "everybody": " ".join(sorted(self._keys.values()))}

    def asks(self, name: str) -> bool:
        """Return whether this connection is asked in this stage."""
        return self.stage == KEYS or name in self._keys

    def took(self, told: Mapping[str, list[Any]]) -> None:
        """Go on with what came back by connection; an empty list is none."""
        there = {name: one for name, one in told.items() if one}
        if self.stage == KEYS:
            self._keys = {name: bytes(one).hex() for name, one in there.items()}
            self.stage = MASKED if len(self._keys) >= self._people else self._again()
        elif self.stage == MASKED and set(there) == set(self._keys):
            self.result = self._summed(list(there.values()))
            self.stage = RESULT
        else:
            self.stage = OVER if self.stage == RESULT else self._again()

    def end(self) -> None:
        """Stop: not enough people came."""
        self.stage = OVER

    def _again(self) -> str:
        self._missing()
        return OVER if self._tries >= ATTEMPTS else KEYS
