"""The checkpoints of one profile: written whole or not at all, verified before use, the last three kept.

They are sealed under the key they are signed with, which lies in the database: who cannot read that cannot read them.
"""

from __future__ import annotations

import errno
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass, replace
from io import FileIO
from pathlib import Path

import numpy as np

from engine.domain.errors import KairosError
from engine.domain.ordinary_file import ordinary_file
from engine.domain.whole_file import whole_file
from engine.keys.sealing import MAGIC, is_sealed, seal, unsealed
from engine.mind.checkpoint.manifest import Manifest, shapes_of, signed, verified
from engine.mind.checkpoint.tensors import Tensors, Unsound, pack, unpack

KEPT = 3
_LARGEST_WEIGHTS = 256 << 20
_LARGEST_MANIFEST = 4 << 20
_NAME = re.compile(r"run-(\d{1,12})\.json")
_OURS = re.compile(r"run-(\d{1,12})\.(?:json|safetensors)(?:\.|$)")


class CheckpointError(KairosError):
    """A learned model cannot be written or used; advice goes on without it."""

    title = "The learned model cannot be used"


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """What one training run left, verified."""

    manifest: Manifest
    tensors: Tensors

    def of(self, head: str) -> Tensors:
        """Return the arrays of one head under their own names."""
        return {name.removeprefix(head + "/"): one for name, one in self.tensors.items() if name.startswith(head + "/")}


class Checkpoints:
    """The files in one folder. key: what they are signed and sealed with. most: how many are kept."""

    def __init__(self, folder: Path, key: bytes, most: int = KEPT) -> None:
        self._folder, self._key, self._most = folder, key, most

    def runs(self) -> list[int]:
        """Return the runs that left a checkpoint, the newest first; whether it can be used shows only when read."""
        try:
            found = [_NAME.fullmatch(path.name) for path in self._folder.iterdir()]
        except OSError:
            return []
        return sorted((int(one[1]) for one in found if one), reverse=True)

    def write(self, manifest: Manifest, tensors: Tensors) -> None:
        """Keep these models; all but the last few are forgotten. Raises CheckpointError; nothing is lost then."""
        refuse_nonsense(tensors)
        weights = pack(tensors)
        whole = replace(manifest, tensors=shapes_of(tensors))
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._write(self._weights(manifest.run), weights)
            self._write(self._manifest(manifest.run), signed(whole, weights, self._key))  # without it there is none
        except OSError as cause:
            raise CheckpointError(
                f"It cannot be written to {self._folder}: {cause.strerror or cause}. The one before stays in use."
            ) from cause
        self.tidy()

    def read(self, run: int) -> Checkpoint:
        """Return one run's checkpoint; CheckpointError where anything about it is not as it was written."""
        try:
            weights = self._bytes(self._weights(run), _LARGEST_WEIGHTS)
            manifest = verified(self._bytes(self._manifest(run), _LARGEST_MANIFEST), weights, self._key)
            tensors = unpack(weights)
            if shapes_of(tensors) != manifest.tensors or manifest.run != run:
                raise Unsound("its numbers have another shape")
        except OSError as cause:
            raise CheckpointError(f"Run {run} cannot be read: {cause.strerror or cause}.") from cause
        except Unsound as cause:
            raise CheckpointError(f"Run {run} is damaged: {cause}.") from cause
        refuse_nonsense(tensors)
        return Checkpoint(manifest, tensors)

    def remove(self, run: int) -> None:
        """Forget one run's checkpoint; fine where there is none."""
        for path in (self._manifest(run), self._weights(run)):
            with suppress(OSError):
                path.unlink()

    def tidy(self) -> None:
        """Remove all but the last few, and what writing that was cut short has left of others."""
        kept = set(self.runs()[: self._most])
        try:
            there = list(self._folder.iterdir())
        except OSError:
            return
        for path in there:
            found = _OURS.match(path.name)
            if found and (int(found[1]) not in kept or path.name.endswith(".part")):
                with suppress(OSError):  # what cannot be removed now is looked for the next time
                    path.unlink()

    def clear(self) -> None:
        """Forget all: the folder goes, and whatever unfinished runs left in it."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def reseal(self, key: bytes) -> None:
        """Sign and seal everything here with another key; what is not sound goes. Raises CheckpointError."""
        sound = []
        for run in self.runs():
            with suppress(CheckpointError):
                sound.append(self.read(run))
        self.clear()
        self._key = key
        for one in sound:
            self.write(one.manifest, one.tensors)

    def seal_all(self) -> None:
        """Seal what an older Kairos wrote in the clear. Raises CheckpointError."""
        for run in self.runs():
            with suppress(OSError):
                if not (is_sealed(_start(self._weights(run))) and is_sealed(_start(self._manifest(run)))):
                    self.reseal(self._key)
                    return

    def _write(self, path: Path, content: bytes) -> None:
        with whole_file(path) as file:
            file.write(seal(content, self._key, path.name))

    def _bytes(self, path: Path, largest: int) -> bytes:
        """Return a file's content, unsealed; an older Kairos sealed none."""
        content = _bytes(path, largest)
        try:
            return unsealed(content, self._key, path.name) if is_sealed(content) else content
        except ValueError as cause:
            raise Unsound("its seal does not fit") from cause

    def _weights(self, run: int) -> Path:
        return self._folder / f"run-{run}.safetensors"

    def _manifest(self, run: int) -> Path:
        return self._folder / f"run-{run}.json"


def refuse_nonsense(tensors: Tensors) -> None:
    """Raise CheckpointError where a number is none, or without end."""
    for name, array in tensors.items():
        if array.dtype.kind == "f" and not np.isfinite(array).all():
            raise CheckpointError(f"{name} holds what is no number. The model is not used.")


def _start(path: Path) -> bytes:
    with _opened(path) as file:
        return file.read(len(MAGIC))


def _bytes(path: Path, largest: int) -> bytes:
    with _opened(path) as file:
        content = file.read(largest + 1)
        while len(content) <= largest and (more := file.read(largest + 1 - len(content))):
            content += more
    if len(content) > largest:
        raise Unsound("it is too large")
    return content


def _opened(path: Path) -> FileIO:
    """Open a file; a link, or what one would wait for, is none of ours. Raises OSError."""
    file = ordinary_file(path)
    if file is None:
        path.lstat()  # says it where there is none
        raise PermissionError(errno.EACCES, "no ordinary file that can be read")
    return file
