"""The files of encrypted sums: JSON with a digest, each naming the keys it was made with."""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from engine.domain.sharing import GROUPS
from engine.domain.team import LONGEST_NAME, MOST
from engine.sharing.team.files import read, refused
from engine.sharing.team.wire import text_of, whole

SUFFIX = ".kairos-encrypted"
_FORMAT, _VERSION = "kairos encrypted sums", 1


class EncryptedKind(StrEnum):
    """What such a file is."""

    SECRET = "secret"  # noqa: S105  (the kind of a file)
    KEYS = "keys"
    FIGURES = "figures"
    SUM = "sum"


@dataclass(frozen=True, slots=True)
class EncryptedPaper:
    """One file. keys: the digest of the public keys it belongs to. digest: its own."""

    kind: EncryptedKind
    name: str
    first_day: date
    keys: str
    people: int
    content: bytes
    digest: str = ""


def keys_digest(public: bytes) -> str:
    """Return by what public keys are named."""
    return hashlib.sha256(public).hexdigest()


def paper_text(paper: EncryptedPaper) -> bytes:
    """Return the file's bytes."""
    told = {
        "format": _FORMAT,
        "version": _VERSION,
        "kind": paper.kind.value,
        "name": paper.name,
        "week": paper.first_day.isoformat(),
        "groups": list(GROUPS),
        "keys": paper.keys,
        "people": paper.people,
        "content": b64encode(paper.content).decode("ascii"),
    }
    return json.dumps({**told, "digest": _digest(told)}, indent=1).encode("ascii") + b"\n"


def paper_in(file: Path, kind: EncryptedKind) -> EncryptedPaper:
    """Return a file's content; UsageError for a foreign, altered, newer or other one."""
    told = _told(read(file), file.name)
    if type(told.get("version")) is not int or told["version"] > _VERSION:
        raise refused(f"“{file.name}” was made by a newer Kairos. Bring this one up to date, then try again.")
    if told.get("digest") != _digest({key: one for key, one in told.items() if key != "digest"}):
        raise refused(f"“{file.name}” was changed after it was made. Ask for it again.")
    try:
        paper = _paper(told)
    except (ValueError, KeyError, TypeError) as cause:
        raise refused(f"“{file.name}” holds what such a file never does. Do not use it.") from cause
    if paper.kind is not kind:
        raise refused(f"“{file.name}” is of the kind “{paper.kind}”; wanted is “{kind}”.")
    return paper


def _told(data: bytes, name: str) -> dict[str, Any]:
    try:
        told = json.loads(data)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict) or told.get("format") != _FORMAT:
        raise refused(f"“{name}” is not a file of encrypted sums.")
    return told


def _paper(told: dict[str, Any]) -> EncryptedPaper:
    content, first_day = b64decode(told["content"], validate=True), date.fromisoformat(told["week"])
    if told["groups"] != list(GROUPS) or first_day.weekday() != 0:
        raise ValueError("other groups, or no Monday")
    people, name = whole(told["people"], 0, MOST), text_of(told["name"], LONGEST_NAME)
    return EncryptedPaper(
        EncryptedKind(told["kind"]), name, first_day, str(told["keys"]), people, content, told["digest"]
    )


def _digest(told: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()
