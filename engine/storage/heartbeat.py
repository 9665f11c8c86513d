"""The recorder's sign of life: a small file written in place, far cheaper than a commit every few seconds."""

from __future__ import annotations

import errno
import os
import struct
import zlib
from dataclasses import dataclass
from pathlib import Path

from engine.domain.durable_folder import sync_folder
from engine.domain.errors import StorageError, StorageFull, StorageReadOnly
from engine.domain.health import RecorderState

_MARK = b"KBT1"
_BODY = struct.Struct("<4sQQqqqIIB")  # mark, turn, sequence, activity, end, wall, pid, waiting, state
_SUM = struct.Struct("<I")
_SLOT_BYTES = 64  # two slots share no bytes and lie in one sector, which disks write as a whole
_SLOTS = 2
_MOST = 0xFFFF_FFFF

_CODE_OF = {
    RecorderState.STOPPED: 0,
    RecorderState.RECORDING: 1,
    RecorderState.PAUSED: 2,
    RecorderState.NOT_SAVING: 3,
    RecorderState.BLIND: 4,
}
_STATE_OF = {code: state for state, code in _CODE_OF.items()}
_PAUSED_BLIND = 5


@dataclass(frozen=True, slots=True)
class Beat:
    """One sign of life; times in UTC milliseconds.

    activity_id: the open activity, 0 where none is. end_ms: until when it is known to have lasted.
    waiting: changes kept in memory because they cannot be written. sequence: counts the recorder's beats.
    blind: whether one that is paused sees no desktop and another could go on; of the others the state says it.
    """

    activity_id: int
    end_ms: int
    wall_ms: int
    pid: int
    state: RecorderState
    waiting: int
    sequence: int
    blind: bool = False


class HeartbeatFile:
    """The file beside the database; one process writes it, any may read it.

    Beats go to two slots in turn, each with a checksum: a write cut short leaves the beat before it readable.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None
        self._turn = 0
        self._named = False  # whether the file would be found again after a power cut

    def write(self, beat: Beat, *, durable: bool) -> None:
        """Store the beat; durable makes it survive a power cut too.

        Raises StorageFull, StorageReadOnly, StorageError.
        """
        try:
            descriptor = self._opened()
            self._turn += 1
            _write_at(descriptor, self._turn % _SLOTS * _SLOT_BYTES, _pack(beat, self._turn))
            if durable:
                self._sync(descriptor)
        except OSError as cause:
            self.close()
            raise _translated(cause, self._path) from cause

    def read(self) -> Beat | None:
        """Return the newest whole beat, None where there is none or the file cannot be read."""
        newest = _newest(self._path)
        return None if newest is None else newest[1]

    def close(self) -> None:
        """Give the file back; the next write opens it again."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _sync(self, descriptor: int) -> None:
        getattr(os, "fdatasync", os.fsync)(descriptor)
        if not self._named:
            sync_folder(self._path.parent)
            self._named = True

    def _opened(self) -> int:
        if self._descriptor is not None and os.fstat(self._descriptor).st_nlink == 0:
            self.close()  # somebody removed it: readers would never see what is written there
        if self._descriptor is None:
            newest = _newest(self._path)
            self._turn = max(self._turn, 0 if newest is None else newest[0])
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
            self._named = False
            self._descriptor = os.open(self._path, flags, 0o600)
            if hasattr(os, "fchmod"):
                os.fchmod(self._descriptor, 0o600)
        return self._descriptor


def _write_at(descriptor: int, offset: int, data: bytes) -> None:
    if hasattr(os, "pwrite"):
        written = os.pwrite(descriptor, data, offset)
    else:
        os.lseek(descriptor, offset, os.SEEK_SET)
        written = os.write(descriptor, data)
    if written != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _pack(beat: Beat, turn: int) -> bytes:
    body = _BODY.pack(
        _MARK,
        turn,
        beat.sequence,
        beat.activity_id,
        beat.end_ms,
        beat.wall_ms,
        beat.pid,
        min(beat.waiting, _MOST),
        _PAUSED_BLIND if beat.blind else _CODE_OF[beat.state],
    ).ljust(_SLOT_BYTES - _SUM.size, b"\0")
    return body + _SUM.pack(zlib.crc32(body))


def _unpack(slot: bytes) -> tuple[int, Beat] | None:
    body, check = slot[: -_SUM.size], slot[-_SUM.size :]
    if len(slot) < _SLOT_BYTES or _SUM.unpack(check)[0] != zlib.crc32(body):
        return None
    mark, turn, sequence, activity, end, wall, pid, waiting, code = _BODY.unpack_from(body)
    state = RecorderState.PAUSED if code == _PAUSED_BLIND else _STATE_OF.get(code)
    if mark != _MARK or state is None:
        return None
    return turn, Beat(activity, end, wall, pid, state, waiting, sequence, code == _PAUSED_BLIND)


def _newest(path: Path) -> tuple[int, Beat] | None:
    try:
        data = path.read_bytes() if path.is_file() else b""  # opening a pipe would wait for ever
    except OSError:
        return None
    slots = (_unpack(data[at : at + _SLOT_BYTES]) for at in range(0, _SLOTS * _SLOT_BYTES, _SLOT_BYTES))
    return max((slot for slot in slots if slot is not None), key=lambda slot: slot[0], default=None)


def _translated(cause: OSError, path: Path) -> StorageError:
    if cause.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return StorageFull(
            f"There is no room left on the disk that holds {path.parent}. Free some space; nothing is lost."
        )
    if cause.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return StorageReadOnly(
            f"{path} cannot be written. See that the disk is not mounted read-only and that this account may write "
            "there."
        )
    return StorageError(f"{path} cannot be written: {cause.strerror or cause}. Check the disk and the folder.")
