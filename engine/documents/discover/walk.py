"""Goes through a folder and tells its documents, without reading or even opening one of them.

Symbolic links are not followed and special files not touched. Left out are hidden files and folders, caches and
other people's code, what the person excludes, and what .gitignore and .ignore files leave out.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from engine.documents.discover.ignore import LARGEST_FILE, IgnoreRules, rules_of_file
from engine.documents.discover.kinds import kind_of
from engine.domain.documents import DocumentKind, Folder, Identity
from engine.domain.ordinary_file import ordinary_file

IGNORE_FILES = (".gitignore", ".ignore")  # where both speak the later one decides
_OTHERS_CODE = frozenset({"node_modules", "bower_components", "site-packages", "__pycache__", "lost+found"})
_NOT_OURS = frozenset({"CACHEDIR.TAG", "pyvenv.cfg"})  # files that say: what lies here was made by a program
_SYSTEM = frozenset({"/proc", "/sys", "/dev", "/run"})
_OPEN_NOW = ("~$", ".~")  # what office programs put beside a document that is open
_HIDDEN_ON_WINDOWS = 2


@dataclass(frozen=True, slots=True)
class Found:
    """A document that is there."""

    identity: Identity
    kind: DocumentKind


@dataclass(slots=True)
class Tally:
    """What a walk could not take.

    unreadable: folders and files that could not be looked at, with the system's reason. too_large: documents above
    the cap. folders: looked into. blank: nothing at all lies in the named folder, as where a disk is not mounted.
    devices: numbers of the disks that folders were seen on.
    """

    unreadable: dict[str, str] = field(default_factory=dict, repr=False)
    too_large: int = 0
    blank: bool = False
    folders: int = 0
    devices: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Level:
    """A folder on the way down. rules: with the length of the path they begin below, outermost first."""

    path: str
    included: bool
    rules: tuple[tuple[int, IgnoreRules], ...]


class Walker:
    """Goes through one named folder; tally keeps what could not be taken."""

    def __init__(self, folder: Folder) -> None:
        self.folder = folder
        self.tally = Tally()
        self._exclude = IgnoreRules(os.fsencode(line) for line in folder.exclude)
        self._include = IgnoreRules(os.fsencode(line) for line in folder.include)
        self._root = Path(folder.path).anchor if folder.path == Path(folder.path).anchor else folder.path + os.sep

    def walk(self, start: str | None = None) -> Iterator[Found]:
        """Yield the documents of the whole folder, or of what lies at start in it: a folder or one file."""
        level = _Level(self.folder.path, not self._include, ())
        parts = () if start in {None, self.folder.path} else PurePath(self._relative(str(start))).parts
        for name in parts:
            self._reach(level)
            level = self._with_ignore_files(level, set(IGNORE_FILES))
            path = os.path.join(level.path, name)  # noqa: PTH118  (pathlib doubles the time of a walk)
            if not self._is_folder(path):
                yield from self._one(level, name, path) if path == start else ()
                return
            deeper = self._entered(path, level)
            if deeper is None or any(os.path.exists(os.path.join(path, marker)) for marker in _NOT_OURS):  # noqa: PTH110, PTH118
                return
            level = deeper
        yield from self._below(level)

    def _reach(self, level: _Level) -> None:
        """Note on which disk a folder on the way lies."""
        try:
            self.tally.devices.add(os.stat(level.path, follow_symlinks=False).st_dev)  # noqa: PTH116
        except OSError as error:
            self._out_of_reach(level.path, error)

    def _is_folder(self, path: str) -> bool:
        try:
            return stat.S_ISDIR(os.stat(path, follow_symlinks=False).st_mode)  # noqa: PTH116
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError as error:
            self._out_of_reach(path, error)
            return False

    def _out_of_reach(self, path: str, error: OSError) -> None:
        """Note what is there and cannot be looked at: it must not be taken for gone."""
        self.tally.unreadable[path] = error.strerror or str(error)

    def _below(self, first: _Level) -> Iterator[Found]:
        waiting, seen = [first], set[tuple[int, int]]()
        while waiting:
            level = waiting.pop()
            entries = self._entries(level, seen)
            names = {entry.name for entry in entries}
            if level is not first and names & _NOT_OURS:
                continue
            level = self._with_ignore_files(level, names)
            for entry in entries:
                try:  # where the disk gives no types these ask it about each entry
                    folder, file = entry.is_dir(follow_symlinks=False), entry.is_file(follow_symlinks=False)
                except OSError as error:
                    self._out_of_reach(entry.path, error)
                    continue
                if folder and (deeper := self._entered(entry.path, level)) is not None:
                    waiting.append(deeper)
                elif file:
                    yield from self._one(level, entry.name, entry.path)

    def _entries(self, level: _Level, seen: set[tuple[int, int]]) -> list[os.DirEntry[str]]:
        """Return what lies in a folder; nothing the second time, however a mount leads back to it."""
        try:
            told = os.stat(level.path, follow_symlinks=False)  # noqa: PTH116
            if (told.st_dev, told.st_ino) in seen:
                return []
            seen.add((told.st_dev, told.st_ino))
            self.tally.devices.add(told.st_dev)
            with os.scandir(level.path) as listed:
                entries = list(listed)
        except OSError as error:
            if not isinstance(error, FileNotFoundError) or level.path == self.folder.path:
                self._out_of_reach(level.path, error)
            return []
        self.tally.folders += 1
        self.tally.blank |= not entries and level.path == self.folder.path
        return entries

    def _entered(self, path: str, above: _Level) -> _Level | None:
        """Return a folder with what is known of it from above, None where it is left out."""
        name = path.rpartition(os.sep)[2]
        if name.startswith(".") or name in _OTHERS_CODE or path in _SYSTEM or self._left_out(above, path, folder=True):
            return None
        included = above.included or self._include.verdict(self._bytes(path), folder=True) is True
        return _Level(path, included, above.rules)

    def _with_ignore_files(self, level: _Level, names: set[str]) -> _Level:
        if not self.folder.honour_ignore_files:
            return level
        rules = list(level.rules)
        for name in IGNORE_FILES:
            if name in names:
                read = rules_of_file(_content(Path(level.path, name)))
                if read:
                    rules.append((len(self._bytes(level.path)), read))
        return level if len(rules) == len(level.rules) else _Level(level.path, level.included, tuple(rules))

    def _one(self, level: _Level, name: str, path: str) -> Iterator[Found]:
        kind = kind_of(name)
        if kind is None or name.startswith((".", *_OPEN_NOW)) or self._left_out(level, path, folder=False):
            return
        if not level.included and self._include.verdict(self._bytes(path), folder=False) is not True:
            return
        try:
            told = os.stat(path, follow_symlinks=False)  # noqa: PTH116
        except FileNotFoundError:
            return  # gone since its folder was listed
        except OSError as error:
            self._out_of_reach(path, error)
            return
        if not stat.S_ISREG(told.st_mode) or getattr(told, "st_file_attributes", 0) & _HIDDEN_ON_WINDOWS:
            return
        if told.st_size > self.folder.largest_bytes:
            self.tally.too_large += 1
            return
        yield Found(Identity(path, told.st_size, told.st_mtime_ns, told.st_ino, told.st_dev), kind)

    def _left_out(self, level: _Level, path: str, *, folder: bool) -> bool:
        if not self._exclude and not level.rules:
            return False
        relative = self._bytes(path)
        verdict = self._exclude.verdict(relative, folder=folder)
        for skipped, rules in reversed(level.rules):
            if verdict is not None:
                break
            verdict = rules.verdict(relative[skipped:].lstrip(b"/"), folder=folder)
        return verdict is True

    def _relative(self, path: str) -> str:
        return path.removeprefix(self._root)

    def _bytes(self, path: str) -> bytes:
        relative = b"" if path == self.folder.path else os.fsencode(self._relative(path))
        return relative if os.sep == "/" else relative.replace(os.fsencode(os.sep), b"/")


def _content(path: Path) -> bytes:
    """Return the beginning of an ignore file; nothing where it is none, or no plain file."""
    file = ordinary_file(path)
    if file is None:
        return b""
    with file:
        try:
            return file.read(LARGEST_FILE) or b""
        except OSError:
            return b""
