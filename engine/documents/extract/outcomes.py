"""What a group of files became: who was told of, who is read again, and what the end of a process says of a file."""

from __future__ import annotations

import logging
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from engine.documents.extract.child import OUT_OF_MEMORY
from engine.documents.extract.frames import Frame
from engine.documents.extract.troubles import SENTENCES, Trouble, is_lasting
from engine.domain.documents import Identity
from engine.domain.extraction import Extraction, ExtractionRequest

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Round:
    """One group on its way: what was opened, what was told, how its process ended (None: it was lost)."""

    opened: list[Any] = field(default_factory=list)
    frames: dict[int, Frame] = field(default_factory=dict)
    status: int | None = None
    changed: frozenset[int] = frozenset()
    stopped: bool = False
    distrusted: bool = False

    def lose(self) -> None:
        """Believe nothing that was told: nobody looked whether the files had changed."""
        self.frames.clear()
        self.status = None


def read_group(
    group: Sequence[ExtractionRequest], read: Callable[[Sequence[ExtractionRequest]], Round]
) -> Iterator[Extraction]:
    """Read a group; the file at which its process ended is read again alone, the ones after it together again."""
    while group:
        done = read(group)
        kept = [number for number in range(len(group)) if _settled(done, number)]
        yield from (_extraction(group[number], done, number) for number in kept)
        rest = sorted(set(range(len(group))) - set(kept))
        if not rest:
            return
        if len(group) == 1:
            yield _failed(group[0], _ending(done), _identity(group[0], done, 0))
            return
        alone = _alone(done, rest, len(group))
        for number in alone:
            yield from read_group([group[number]], read)
        group = [group[number] for number in rest[len(alone) :]]


def _alone(done: Round, rest: list[int], size: int) -> list[int]:
    """Return which of the files left over are to be read alone, since one of them ended the process."""
    if done.status is None:
        return rest
    return rest[:1] if done.status or len(rest) == size else []


def _settled(done: Round, number: int) -> bool:
    """Tell whether a file needs no second reading: it was told of, or could not be opened."""
    return number in done.frames or (number < len(done.opened) and isinstance(done.opened[number], int))


def _extraction(request: ExtractionRequest, done: Round, number: int) -> Extraction:
    identity = _identity(request, done, number)
    if identity is None:
        return _failed(request, Trouble(done.opened[number]), None)
    frame = done.frames[number]
    if number in done.changed:
        return _failed(request, Trouble.CHANGED, identity)
    if frame.trouble:
        log.debug("a %s document was not read: %s %s", request.kind, frame.trouble.name, frame.detail)
        return _failed(request, frame.trouble, identity, frame.content_hash)
    return Extraction(request, identity, frame.content_hash, frame.extracted)


def _identity(request: ExtractionRequest, done: Round, number: int) -> Identity | None:
    told = done.opened[number] if number < len(done.opened) else None
    return Identity(request.path, *told) if isinstance(told, list) else None


def _failed(
    request: ExtractionRequest, trouble: Trouble, identity: Identity | None, content_hash: bytes = b""
) -> Extraction:
    return Extraction(request, identity, content_hash, None, SENTENCES[trouble], is_lasting(trouble))


def _ending(done: Round) -> Trouble:
    """Return what the end of a process says of the one file it had."""
    if done.status is None:
        return Trouble.STALLED if done.stopped else Trouble.UNAVAILABLE
    if done.distrusted:
        return Trouble.CRASHED
    if done.stopped:
        return Trouble.STALLED
    if -done.status in {getattr(signal, "SIGXCPU", None), getattr(signal, "SIGKILL", None)}:
        return Trouble.TIME
    return Trouble.MEMORY if done.status == OUT_OF_MEMORY else Trouble.CRASHED
