"""The files of a round as text: JSON that holds a digest of all that is in it and that of the file it follows.

The digest tells every accident. Whoever changes a file on purpose can make a new digest; that is told by the next file,
which names this one, and by the proofs, which only those make who hold a key of the round.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from engine.domain.errors import UsageError
from engine.domain.ordinary_file import ordinary_file
from engine.domain.team import VERSION, TeamFile

SUFFIX = ".kairos-team"
LARGEST = 1 << 25
"""Bytes of a file; a hundred people's largest has a third of it."""
_FORMAT = "kairos team"
_TITLE = "This file cannot be used"
_PROOF_HEX = 128
_FIELDS = frozenset({"format", "version", "kind", "round", "week", "after", "content", "digest", "proof"})
_ROUND_HEX, _DIGEST_HEX = 32, 64
_HEX = frozenset("0123456789abcdef")

Proof = str | Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Paper:
    """A file whose digest is right. after: the digest of the file it follows, empty for a round's first."""

    kind: TeamFile
    round: str
    week: date
    after: str
    content: Mapping[str, Any]
    digest: str
    proof: Proof


def refused(message: str) -> UsageError:
    """Return the error that says why a file is not taken."""
    return UsageError(message, title=_TITLE)


def read(path: Path) -> bytes:
    """Return what a file holds; UsageError where it is no ordinary file of a size that can be ours."""
    file = ordinary_file(path)
    if file is None:
        raise refused(
            f"“{path.name}” cannot be read: it is missing, a link, a folder or a device. Name the file itself."
        )
    with file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise refused(f"“{path.name}” is larger than any file of a round can be.")
    return data


def paper_of(data: bytes, name: str) -> Paper:
    """Return the file's content; UsageError with the reason for a foreign, newer or altered one. name: for messages."""
    told = _told(data, name)
    version = told.get("version")
    if type(version) is not int or version < 1:
        raise refused(f"“{name}” is damaged: it does not say its version. Ask for it again.")
    if version > VERSION:
        raise refused(f"“{name}” was made by a newer Kairos. Bring this one up to date, then try again.")
    digest = told.get("digest")
    if set(told) != _FIELDS or digest != digest_of(told):
        raise refused(f"“{name}” was changed after it was made, or is not whole. Ask for it again.")
    try:
        return _paper(told)
    except (ValueError, TypeError) as cause:
        raise refused(f"“{name}” is not a file of a round that this Kairos understands. Ask for it again.") from cause


def _told(data: bytes, name: str) -> dict[str, Any]:
    try:
        told = json.loads(data, object_pairs_hook=_once, parse_constant=_never, parse_float=_never)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get("format") != _FORMAT:
        raise refused(f"“{name}” is not a file of team figures.")
    return told


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    told = dict(pairs)
    if len(told) != len(pairs):
        raise ValueError("the same word twice")
    return told


def _never(text: str) -> None:
    raise ValueError(text)


def _paper(told: Mapping[str, Any]) -> Paper:
    kind, week = TeamFile(told["kind"]), date.fromisoformat(told["week"])
    after, content, proof = told["after"], told["content"], told["proof"]
    if not is_hex(told["round"], _ROUND_HEX) or not (after == "" or is_hex(after, _DIGEST_HEX)):
        raise ValueError("no number of a round, or of a file")
    if not isinstance(content, dict) or not _is_proof(proof) or week.isoformat() != told["week"]:
        raise ValueError("parts of another kind")
    if week.weekday() != 0 or not date.min.year < week.year < date.max.year:
        raise ValueError("no week, or one with no days around it")
    return Paper(kind, told["round"], week, after, content, told["digest"], proof)


def is_hex(text: Any, length: int) -> bool:
    """Return whether this is so many letters of a number in base 16."""
    return isinstance(text, str) and len(text) == length and set(text) <= _HEX


def _is_proof(proof: Any) -> bool:
    if isinstance(proof, dict):
        return all(key.isdecimal() and isinstance(one, str) and len(one) <= _PROOF_HEX for key, one in proof.items())
    return isinstance(proof, str) and len(proof) <= _PROOF_HEX


def digest_of(told: Mapping[str, Any]) -> str:
    """Return the digest of all but the digest and the proof, however the text is laid out."""
    what = {key: value for key, value in told.items() if key not in {"digest", "proof"}}
    return hashlib.sha256(_canonical(what)).hexdigest()


def _canonical(told: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(told, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")
    except RecursionError:
        return b""


def file_of(
    kind: TeamFile,
    of: tuple[str, date],
    after: str,
    content: Mapping[str, Any],
    proof: Callable[[str], Proof] = lambda _digest: "",
) -> bytes:
    """Return a file's bytes. of: the round and its Monday. proof: is made of the digest."""
    told: dict[str, Any] = {
        "format": _FORMAT,
        "version": VERSION,
        "kind": kind.value,
        "round": of[0],
        "week": of[1].isoformat(),
        "after": after,
        "content": content,
    }
    digest = digest_of(told)
    return json.dumps({**told, "digest": digest, "proof": proof(digest)}, indent=1).encode("ascii") + b"\n"
