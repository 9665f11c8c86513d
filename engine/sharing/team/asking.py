"""Asks the short-lived process that makes masked files: what stands here loads no cryptography."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any, Protocol

from engine.asked_once import asked_once
from engine.domain.egress import ProcessRole
from engine.domain.errors import StorageError, UsageError
from engine.domain.team import TeamRules

_PATIENCE_S = 300.0  # a hundred people's files on a busy machine; a usual round's take a second


class Masks(Protocol):
    """What makes and reads masked files; private keys are hex. Raises UsageError with the reason."""

    def begin(self, rules: TeamRules) -> tuple[str, bytes]:
        """Return a lead's fresh private key and a round's first file."""
        ...

    def join(self, first: bytes, name: str) -> tuple[str, bytes]:
        """Return a member's fresh private keys and the file to join with."""
        ...

    def close(self, key: str, first: bytes, joins: Sequence[bytes]) -> bytes:
        """Return the list of members."""
        ...

    def contribute(self, key: str, roster: bytes, number: int, figures: Sequence[int]) -> bytes:
        """Return a contribution."""
        ...

    def ask(self, key: str, roster: bytes, contributions: Sequence[bytes]) -> tuple[bytes, list[dict[str, Any]]]:
        """Return the request to those who contributed, and what to keep of their contributions."""
        ...

    def answer(self, key: str, roster: bytes, number: int, request: bytes, contributed: str) -> bytes:
        """Return the answer to a request. contributed: the digest of the own contribution."""
        ...

    def total(
        self, key: str, roster: bytes, request: bytes, masked: Sequence[Mapping[str, Any]], answers: Sequence[bytes]
    ) -> tuple[int, ...]:
        """Return the sums. masked: what was kept of the contributions."""
        ...


class MaskingProcess:
    """Makes and reads the files of rounds, each call in a process of its own; raises UsageError with the reason."""

    def begin(self, rules: TeamRules) -> tuple[str, bytes]:
        """Return a lead's fresh private key and a round's first file."""
        told = self._ask("begin", rules={**asdict(rules), "first_day": rules.first_day.isoformat()})
        return str(told["key"]), _file(told)

    def join(self, first: bytes, name: str) -> tuple[str, bytes]:
        """Return a member's fresh private keys and the file to join with."""
        told = self._ask("join", round=_text(first), name=name)
        return str(told["key"]), _file(told)

    def close(self, key: str, first: bytes, joins: Sequence[bytes]) -> bytes:
        """Return the list of members."""
        return _file(self._ask("close", key=key, round=_text(first), joins=[_text(one) for one in joins]))

    def contribute(self, key: str, roster: bytes, number: int, figures: Sequence[int]) -> bytes:
        """Return a contribution."""
        return _file(self._ask("contribute", key=key, roster=_text(roster), number=number, figures=list(figures)))

    def ask(self, key: str, roster: bytes, contributions: Sequence[bytes]) -> tuple[bytes, list[dict[str, Any]]]:
        """Return the request to those who contributed, and what to keep of their contributions."""
        given = [_text(one) for one in contributions]
        told = self._ask("ask", key=key, roster=_text(roster), contributions=given)
        return _file(told), list(told["masked"])

    def answer(self, key: str, roster: bytes, number: int, request: bytes, contributed: str) -> bytes:
        """Return the answer to a request. contributed: the digest of the own contribution."""
        files = {"roster": _text(roster), "request": _text(request)}
        return _file(self._ask("answer", key=key, number=number, contributed=contributed, **files))

    def total(
        self, key: str, roster: bytes, request: bytes, masked: Sequence[Mapping[str, Any]], answers: Sequence[bytes]
    ) -> tuple[int, ...]:
        """Return the sums. masked: what was kept of the contributions."""
        files = {"roster": _text(roster), "request": _text(request), "answers": [_text(one) for one in answers]}
        return tuple(self._ask("total", key=key, masked=list(masked), **files)["sums"])

    def _ask(self, what: str, **question: Any) -> Mapping[str, Any]:
        try:
            told = asked_once("engine.sharing.team.child", ProcessRole.WORKER, {"do": what, **question}, _PATIENCE_S)
        except TimeoutError as cause:
            raise StorageError("The process that masks figures does not answer. Try again.") from cause
        except OSError as cause:
            raise StorageError("The process that masks figures does not run. Install Kairos again.") from cause
        if "error" in told:
            raise UsageError(str(told["error"]["message"]), title=str(told["error"]["title"]))
        return told


def _text(file: bytes) -> str:
    return b64encode(file).decode("ascii")


def _file(told: Mapping[str, Any]) -> bytes:
    return b64decode(told["file"])
