"""A disk without power: only what was synced is sure; of the rest any part may be there, torn anywhere."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from helpers.write_trace import Act, Closed, Cut, Made, Opened, Removed, Renamed, Sought, Synced, Wrote

SECTOR = 512  # what a disk writes whole
PAGE = 4_096  # what the system writes back at once


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A write or, without data, a cut to offset bytes, that is not synced; turn: its place among all that waits."""

    turn: int
    offset: int
    data: bytes | None


@dataclass
class _File:
    """One file, whatever its names: what it is for programs, and what is sure to be on the disk."""

    folder: bool = False
    seen: bytearray = field(default_factory=bytearray)
    sure: bytearray = field(default_factory=bytearray)
    waiting: list[_Waiting] = field(default_factory=list)

    def sync(self) -> None:
        """Make all that was written sure."""
        for one in self.waiting:
            _put(self.sure, one.offset, one.data)
        self.waiting.clear()


@dataclass(frozen=True, slots=True)
class _Name:
    """A name given (to file) or taken away (file None) that is not synced; gone: the name a rename takes away."""

    turn: int
    path: str
    file: _File | None
    gone: str | None = None


def _put(target: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        del target[offset:]
        target.extend(bytes(max(0, offset - len(target))))
        return
    target.extend(bytes(max(0, offset - len(target))))
    target[offset : offset + len(data)] = data


class TornDisk:
    """Takes the acts of a program in order; `crash` gives the files as they may lie there if the power fails now.

    What is in the folder already is sure. Acknowledgements are what was written to descriptor 1.
    """

    def __init__(self, folder: Path) -> None:
        self.said = b""
        self._top = str(folder)
        self._names: dict[str, _File] = {}
        self._open: dict[int, _File] = {}
        self._append: set[int] = set()
        self._position: dict[int, int] = {}
        self._turn = 0
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            data = b"" if path.is_dir() else path.read_bytes()
            self._names[str(path)] = _File(path.is_dir(), bytearray(data), bytearray(data))
        self._sure = dict(self._names)
        self._unsure: dict[str, list[_Name]] = {}
        if folder.is_dir():
            self._names[self._top] = self._sure[self._top] = _File(folder=True)
        self._does: dict[type, Callable[..., None]] = {
            Made: self._made, Opened: self._opened, Closed: self._closed, Sought: self._sought, Wrote: self._wrote,
            Cut: self._cut, Synced: self._synced, Renamed: self._renamed, Removed: self._removed,
        }  # fmt: skip

    def act(self, act: Act) -> None:
        """Let one more thing happen."""
        self._turn += 1
        self._does[type(act)](act)

    def _name(self, path: str, file: _File | None, gone: str | None = None) -> None:
        self._unsure.setdefault(os.path.dirname(path), []).append(_Name(self._turn, path, file, gone))  # noqa: PTH120
        if file is None:
            self._names.pop(path, None)
        else:
            self._names[path] = file
        if gone is not None:
            self._names.pop(gone, None)

    def _made(self, act: Made) -> None:
        if act.path not in self._names:
            self._name(act.path, _File(act.folder))

    def _opened(self, act: Opened) -> None:
        file = self._names.get(act.path) or _File()
        self._open[act.descriptor] = file
        self._position[act.descriptor] = 0
        (self._append.add if act.append else self._append.discard)(act.descriptor)
        if act.emptied and file.seen:
            self._change(file, 0, None)

    def _closed(self, act: Closed) -> None:
        self._open.pop(act.descriptor, None)

    def _sought(self, act: Sought) -> None:
        self._position[act.descriptor] = act.offset

    def _wrote(self, act: Wrote) -> None:
        if act.descriptor == 1:
            self.said += act.data
            return
        file = self._open.get(act.descriptor)
        if file is None:
            return
        offset = act.offset
        if offset is None:
            offset = len(file.seen) if act.descriptor in self._append else self._position[act.descriptor]
            self._position[act.descriptor] = offset + len(act.data)
        self._change(file, offset, act.data)

    def _cut(self, act: Cut) -> None:
        if act.descriptor in self._open:
            self._change(self._open[act.descriptor], act.length, None)

    def _change(self, file: _File, offset: int, data: bytes | None) -> None:
        _put(file.seen, offset, data)
        file.waiting.append(_Waiting(self._turn, offset, data))

    def _synced(self, act: Synced) -> None:
        file = self._open.get(act.descriptor)
        if file is None:
            return
        file.sync()
        if file.folder:
            for path in [path for path, one in self._names.items() if one is file]:
                for name in self._unsure.pop(path, []):
                    _rename(self._sure, name)

    def _renamed(self, act: Renamed) -> None:
        file = self._names.get(act.path)
        if file is not None and not file.folder:
            self._name(act.new, file, gone=act.path)

    def _removed(self, act: Removed) -> None:
        if act.path in self._names:
            self._name(act.path, None)

    def crash(self, chance: random.Random) -> dict[str, bytes | None]:
        """Return the files that may be found after the power failed now, by path; None for a folder."""
        survives = _survival(chance, self._turn)
        names = dict(self._sure)
        for name in sorted((one for many in self._unsure.values() for one in many), key=lambda one: one.turn):
            if survives(name.turn):
                _rename(names, name)
        found: dict[str, bytes | None] = {}
        for path, file in sorted(names.items()):
            above = os.path.dirname(path)  # noqa: PTH120
            if path != self._top and above not in found:
                continue  # its folder is not there
            found[path] = None if file.folder else _torn(file, survives, chance)
        return found


def _rename(names: dict[str, _File], name: _Name) -> None:
    if name.file is None:
        names.pop(name.path, None)
        return
    names[name.path] = name.file
    if name.gone is not None and names.get(name.gone) is name.file:
        del names[name.gone]


def _survival(chance: random.Random, turns: int) -> Callable[[int], bool]:
    """Return what tells whether something that waits since a turn got to the disk, asked once for each piece."""
    kind = chance.choice(("none", "all", "until", "some", "some", "few", "most"))
    if kind == "until":
        until = chance.randrange(turns + 1)
        return lambda turn: turn < until
    share = {"none": 0.0, "all": 1.0, "some": chance.random(), "few": 0.02, "most": 0.98}[kind]
    return lambda _turn: chance.random() < share


def _torn(file: _File, survives: Callable[[int], bool], chance: random.Random) -> bytes:
    data = bytearray(file.sure)
    size = chance.choice((SECTOR, PAGE))
    lost_is = chance.choice((None, b"\0", b"\xa5"))  # what lies where the file grew and the data did not arrive
    for one in file.waiting:
        if one.data is None:
            if survives(one.turn):
                _put(data, one.offset, None)
            continue
        _tear(data, one, size, survives, lost_is)
    return bytes(data)


def _tear(data: bytearray, one: _Waiting, size: int, survives: Callable[[int], bool], lost_is: bytes | None) -> None:
    """Put the parts of the write that got through, cut where the disk's sectors or pages are."""
    written = one.data or b""
    start, end = one.offset, one.offset + len(written)
    while start < end:
        until = min(end, (start // size + 1) * size)
        if survives(one.turn):
            _put(data, start, written[start - one.offset : until - one.offset])
        elif lost_is is not None and until > len(data):
            grown = max(start, len(data))
            _put(data, grown, lost_is * (until - grown))
        start = until


def lay_out(files: dict[str, bytes | None], top: Path, below: Path) -> Path:
    """Write the files of a crash below another folder and return where the top one lies now."""
    for path, data in files.items():
        place = below / Path(path).relative_to(top.parent)
        if data is None:
            place.mkdir(mode=0o700, parents=True, exist_ok=True)
        else:
            place.write_bytes(data)
    return below / top.name
