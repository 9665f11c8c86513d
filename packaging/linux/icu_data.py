"""Cuts what Qt's ICU knows of languages down to what Qt asks it for: order of words, names of zones, letters' case.

ICU's tables lie in a library of their own that holds nothing else, one after the other behind a list of names. Those of
currencies, units, names of languages and countries, line breaking, spelled-out numbers and transliteration are left
out (Qt has its own or none), and so are languages Kairos does not speak: ICU then answers as it does for a language it
has never heard of, from its root. That is 28 of 32 MB.
"""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
import tempfile
from pathlib import Path

_COUNT = struct.Struct("<I")
_ENTRY = struct.Struct("<II")  # where the name and where the table begin, both from the count on
_ALIGNMENT = 16
_MAGIC = b"\xda\x27"
_FOLDERS = frozenset({"coll", "zone"})
"""Folders of tables that are kept; those in no folder are calendars, encodings and characters."""
_SPOKEN = re.compile(r"(root|en|zh)(_\w+)?\.res")
_A_LANGUAGE = re.compile(r"(?!res_index)[a-z]{2,3}(_\w+)?\.res")
_LARGEST_ENCODING = 16_000  # of a page of 256 letters; of the large ones those of China
_ENCODINGS = ("gb18030", "ibm-1386", "windows-950")
_UNASKED = re.compile(r".*\.(spp|cfu)|unames\.icu")

Table = tuple[bytes, bytes]


def cut_languages(payload: Path) -> int:
    """Cut the data of the payload's ICU; returns the bytes saved, none where there is no ICU."""
    saved = 0
    for library in payload.rglob("libicudata.so.*"):
        if not library.is_symlink():
            before = library.stat().st_size
            _write_library(library, packed(*_wanted(_data_of(library))))
            saved += before - library.stat().st_size
    return saved


def _data_of(library: Path) -> bytes:
    """Return the one object the library holds, with what follows it."""
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / "data"
        subprocess.run(["objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(part)], check=True)
        return part.read_bytes()


def _wanted(content: bytes) -> tuple[bytes, list[Table]]:
    head, tables = unpacked(content)
    return head, [(name, table) for name, table in tables if keeps(name.decode(), len(table))]


def unpacked(content: bytes) -> tuple[bytes, list[Table]]:
    """Return the head of ICU's data and its tables by name; raises ValueError for what is none."""
    if content[2:4] != _MAGIC or content[12:16] != b"CmnD":
        raise ValueError("this is no data of ICU")
    start = int.from_bytes(content[:2], "little")
    (count,) = _COUNT.unpack_from(content, start)
    places = [_ENTRY.unpack_from(content, start + _COUNT.size + number * _ENTRY.size) for number in range(count)]
    ends = [begin for _name, begin in places[1:]] + [len(content) - start]
    names = [content[start + name : content.index(0, start + name)] for name, _begin in places]
    parts = [content[start + begin : start + end] for (_name, begin), end in zip(places, ends, strict=True)]
    return content[:start], list(zip(names, parts, strict=True))


def keeps(name: str, size: int) -> bool:
    """Return whether the table of this name, with its bytes, is kept."""
    *folders, file = name.split("/")[1:]
    if folders and folders[0] not in _FOLDERS:
        return False
    if file.endswith(".cnv"):
        return size <= _LARGEST_ENCODING or file.startswith(_ENCODINGS)
    if file.endswith(".res") and _A_LANGUAGE.fullmatch(file):
        return _SPOKEN.fullmatch(file) is not None
    return _UNASKED.fullmatch(file) is None


def packed(head: bytes, tables: list[Table]) -> bytes:
    """Return ICU's data with these tables, in the order of their names as they came."""
    names = bytearray()
    at = _COUNT.size + len(tables) * _ENTRY.size
    places = []
    for name, _table in tables:
        places.append(at + len(names))
        names += name + b"\0"
    numbers = bytearray()
    first = _aligned(len(head) + at + len(names)) - len(head)
    entries = bytearray(_COUNT.pack(len(tables)))
    for place, (_name, table) in zip(places, tables, strict=True):
        entries += _ENTRY.pack(place, first + len(numbers))
        numbers += table.ljust(_aligned(len(table)), b"\0")
    return head + (bytes(entries) + bytes(names)).ljust(first, b"\0") + bytes(numbers)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT


def _write_library(library: Path, content: bytes) -> None:
    """Put a library with this data in the other's place, under the names it had."""
    version = library.name.rpartition(".")[2]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "data").write_bytes(content)
        section = ".data=.rodata,alloc,load,readonly,data,contents"
        kept = ["--rename-section", section, "--set-section-alignment", f".rodata={_ALIGNMENT}"]
        symbol = ["--redefine-sym", f"_binary_data_start=icudt{version}_dat"]
        make = ["objcopy", "-I", "binary", "-O", "default", *kept, *symbol, "data", "data.o"]
        subprocess.run(make, cwd=folder, check=True)
        link = ["ld", "-shared", "-z", "noexecstack", "-soname", library.name, "-o", "made", "data.o"]
        subprocess.run(link, cwd=folder, check=True)
        subprocess.run(["strip", "--strip-unneeded", "made"], cwd=folder, check=True)
        shutil.copymode(library, folder / "made")
        shutil.move(folder / "made", library)
