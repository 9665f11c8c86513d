"""Takes the names of inner functions out of the payload's libraries: a hundred megabytes nobody who runs it needs.

Some libraries were changed after they were linked, which makes `strip` lay them out so that no loader takes them.
So each result is looked at, and where it is not sound the library stays as it was.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from pathlib import Path

from linux.search_paths import own_paths_alone

_LOAD = 1
_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")  # ELF, 64 bits, little-endian
_SEGMENT = struct.Struct("<IIQQQQQQ")


def thin(payload: Path) -> int:
    """Thin every library that takes it, and have it look for others beside itself alone; returns the bytes saved."""
    saved = 0
    for file in sorted(payload.rglob("*.so*")):
        if file.is_file() and not file.is_symlink():
            saved += _thinned(file)
            own_paths_alone(file)
    return saved


def _thinned(file: Path) -> int:
    made = file.with_name(f"{file.name}.thin")
    done = subprocess.run(["strip", "--strip-unneeded", "-o", str(made), str(file)], capture_output=True, check=False)
    before = file.stat().st_size
    if done.returncode == 0 and made.stat().st_size < before and is_sound(made):
        shutil.copymode(file, made)
        made.replace(file)
        return before - file.stat().st_size
    made.unlink(missing_ok=True)
    return 0


def is_sound(file: Path) -> bool:
    """Return whether a loader can map every part of the library: place in the file and in memory agree by pages."""
    loads = [segment for segment in _segments(file.read_bytes()) if segment[0] == _LOAD]
    return bool(loads) and all((place - address) % align == 0 for _kind, place, address, align in loads if align)


def _segments(content: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Yield kind, place in the file, address in memory and alignment of each part."""
    header = _HEADER.unpack_from(content)
    start, size, count = header[5], header[9], header[10]
    for number in range(count):
        kind, _flags, place, address, _, _, _, align = _SEGMENT.unpack_from(content, start + number * size)
        yield kind, place, address, align


def link_equals(payload: Path) -> int:
    """Let a library that is there twice, byte by byte, be there once, with a link in the other place; returns bytes.

    The loader knows a library by its file, so that it is in memory once as well.
    """
    saved = 0
    known: dict[bytes, Path] = {}
    for file in sorted(payload.rglob("*.so*")):
        if not file.is_file() or file.is_symlink():
            continue
        digest = hashlib.sha256(file.read_bytes()).digest()
        first = known.setdefault(digest, file)
        if first is not file and first.name == file.name:
            saved += file.stat().st_size
            file.unlink()
            file.symlink_to(os.path.relpath(first, file.parent))
    return saved
