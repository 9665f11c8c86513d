"""The process that is locked away: reads open descriptors, and tells what is in them over one pipe."""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import time
from collections.abc import Mapping, Sequence

from engine.documents.extract.frames import HASH_BYTES, attempts_frame, document_frame, trouble_frame
from engine.documents.extract.lock import lock
from engine.documents.extract.opening import OpenFile
from engine.documents.extract.readers import Reader
from engine.documents.extract.sink import Allowance, Full, Sink
from engine.documents.extract.troubles import Refused, Trouble
from engine.domain.documents import DocumentKind
from engine.egress import attempts_taken

OUT_OF_MEMORY = 77  # exit status
_BLOCK = 1 << 20
_SHARE_S = 1.0  # processor time after which a process takes no further file, so that each has its full share
_STILL_WORTH_IT = frozenset({Trouble.DAMAGED, Trouble.TOO_DEEP, Trouble.UNREADABLE})


def run_locked(files: Sequence[OpenFile], results: int, readers: Mapping[DocumentKind, Reader]) -> int:
    """Lock this process and read the files; return its exit status. Never returns to an unlocked state."""
    _let_go_of_all_but({results, *(file.descriptor for file in files)})
    lock()
    attempts_taken()  # what its maker was refused is told by that
    for file in files:
        try:
            told = _read(file, readers[file.kind])
            attempts = attempts_taken()
            _write(results, (attempts_frame(attempts) if attempts else b"") + told)
        except MemoryError:
            return OUT_OF_MEMORY
        if time.process_time() > _SHARE_S:
            break
    return 0


def report_lock(results: int) -> int:
    """Lock this process and write what is held now as one byte; return its exit status."""
    _let_go_of_all_but({results})
    _write(results, bytes([lock()]))
    return 0


def _let_go_of_all_but(kept: set[int]) -> None:
    if hasattr(signal, "SIGCHLD"):
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    below = 0
    for descriptor in sorted(kept):
        os.closerange(below, descriptor)
        below = descriptor + 1
    os.closerange(below, max(below, os.sysconf("SC_OPEN_MAX") if hasattr(os, "sysconf") else below))


def _read(file: OpenFile, reader: Reader) -> bytes:
    try:
        data = _bytes(file)
    except (OSError, Refused) as error:
        trouble = error.trouble if isinstance(error, Refused) else Trouble.UNOPENABLE
        return trouble_frame(file.number, b"", trouble, str(error))
    content_hash = hashlib.blake2b(data, digest_size=HASH_BYTES).digest()
    sink = Sink(Allowance())
    trouble, detail, cut = _tried(reader, data, sink)
    if trouble in _STILL_WORTH_IT and sink.pieces:
        trouble, cut = Trouble.NONE, True
    if trouble:
        return trouble_frame(file.number, content_hash, trouble, detail)
    return document_frame(file.number, content_hash, sink, cut=cut)


def _tried(reader: Reader, data: bytes, sink: Sink) -> tuple[Trouble, str, bool]:
    """Return the trouble there was, a word on it for the log, and whether the document was cut."""
    told = (Trouble.NONE, "", False)
    try:
        reader(data, sink)
    except Full:
        told = (Trouble.NONE, "", True)
    except Refused as refusal:
        told = (refusal.trouble, refusal.detail, False)
    except RecursionError:
        told = (Trouble.TOO_DEEP, "", False)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  (whatever a reader stumbles on costs one document, never the others)
        told = (Trouble.UNREADABLE, f"{type(error).__name__}: {error}", False)
    with contextlib.suppress(Full):
        sink.flush()
    return told


def _bytes(file: OpenFile) -> bytes:
    """Read the whole file, once; one that is longer or shorter than it was when opened is refused."""
    blocks, left = [], file.size + 1
    while left:
        block = os.read(file.descriptor, min(left, _BLOCK))
        if not block:
            break
        blocks.append(block)
        left -= len(block)
    if left != 1:
        raise Refused(Trouble.CHANGED)
    return blocks[0] if len(blocks) == 1 else b"".join(blocks)


def _write(results: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(results, view) :]
