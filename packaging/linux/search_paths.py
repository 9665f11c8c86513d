"""Takes folders of the machine that built a library out of where that library looks for others.

Left there, whoever could make such a folder on a person's machine could put a library of theirs into Kairos.
"""

from __future__ import annotations

import struct
from pathlib import Path

_HEADER = struct.Struct("<16sHHIQQQIHHHHHH")  # ELF, 64 bits, little-endian
_SEGMENT = struct.Struct("<IIQQQQQQ")
_ENTRY = struct.Struct("<qQ")
_LOAD, _DYNAMIC = 1, 2
_END, _STRINGS, _RPATH, _RUNPATH = 0, 5, 15, 29


def own_paths_alone(file: Path) -> bool:
    """Keep of the library's search paths those told from its own place; returns whether others were there."""
    content = bytearray(file.read_bytes())
    segments = _segments(content)
    dynamic = next((one for one in segments if one[0] == _DYNAMIC), None)
    if dynamic is None:
        return False
    entries = _entries(content, dynamic[1])
    strings = _place(segments, next(value for tag, value in entries if tag == _STRINGS))
    kept = [(tag, value) for tag, value in entries if not _emptied(content, strings, tag, value)]
    if content == file.read_bytes():
        return False
    kept += [(_END, 0)] * (len(entries) - len(kept))
    content[dynamic[1] : dynamic[1] + len(kept) * _ENTRY.size] = b"".join(_ENTRY.pack(*one) for one in kept)
    file.write_bytes(content)
    return True


def _emptied(content: bytearray, strings: int, tag: int, value: int) -> bool:
    """Write the path without foreign folders; tell whether nothing of it is left."""
    if tag not in (_RPATH, _RUNPATH):
        return False
    start = strings + value
    end = content.index(0, start)
    folders = bytes(content[start:end]).split(b":")
    ours = b":".join(folder for folder in folders if folder.startswith(b"$ORIGIN"))
    if len(ours) < end - start:
        content[start:end] = ours.ljust(end - start, b"\0")
    return not ours


def _segments(content: bytearray) -> list[tuple[int, int, int, int]]:
    """Return kind, place in the file, address in memory and size of each part."""
    header = _HEADER.unpack_from(content)
    found = []
    for number in range(header[10]):
        kind, _flags, place, address, _, size, _, _ = _SEGMENT.unpack_from(content, header[5] + number * header[9])
        found.append((kind, place, address, size))
    return found


def _entries(content: bytearray, start: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while not found or found[-1][0] != _END:
        found.append(_ENTRY.unpack_from(content, start + len(found) * _ENTRY.size))
    return found


def _place(segments: list[tuple[int, int, int, int]], address: int) -> int:
    """Return where in the file an address of memory lies."""
    for kind, place, start, size in segments:
        if kind == _LOAD and start <= address < start + size:
            return place + address - start
    raise ValueError(f"no part of the file holds address {address:#x}")
