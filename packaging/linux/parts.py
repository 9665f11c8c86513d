"""What the large parts of the package are for, and how large each is."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

PARTS = {
    "torch": "computes the networks; 345 MB are one library, with arithmetic for every processor",
    "share": "the sentence encoder's weights: search by meaning, topics of titles",
    "PySide6": "the window: Qt, its drivers for X11 and Wayland, input methods",
    "icu": "Qt's knowledge of languages",
    "numpy": "columns of numbers; 25 MB are linear algebra",
    "highspy": "the solver of the week",
    "kairos": "the executable",
    "modules": "every Python module, ours 5 MB of them",
    "cryptography": "keys, and the sealing of learned models",
    "sqlcipher3": "SQLite with encryption",
    "pypdfium2_raw": "reads PDF documents",
    "python": "Python itself",
    "reportlab": "writes PDF reports",
}
"""By the first folder below _internal; what is not named counts as the rest."""
_LIBRARIES = {"libtorch": "torch", "libc10": "torch", "libshm": "torch", "libQt6": "PySide6", "libpyside": "PySide6"}
_LIBRARIES |= {"libshiboken": "PySide6", "shiboken6": "PySide6", "libicu": "icu", "libpython": "python"}
_LIBRARIES |= {"python3": "python", "base_library": "python", "numpy.libs": "numpy"}
_LIBRARIES |= {"apart.pyz": "modules", "modules.pyz": "modules"}
_LIBRARIES |= {"pypdfium2": "pypdfium2_raw"}


def sizes(payload: Path) -> Counter[str]:
    """Return the bytes of each part; links count nothing."""
    found: Counter[str] = Counter()
    for file in payload.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found[_part(file.relative_to(payload))] += file.stat().st_size
    return found


def _part(path: Path) -> str:
    if path.parts[0] != "_internal":
        return "kairos"
    first = path.parts[1]
    if "libicu" in path.name:
        return "icu"
    named = next((part for start, part in _LIBRARIES.items() if first.startswith(start)), first)
    return named if named in PARTS else "the rest"


def table(payload: Path) -> str:
    """Return a line for each part, the largest first, and the sum."""
    found = sizes(payload)
    lines = [
        f"{size / 1e6:7.1f} MB  {part:14} {PARTS.get(part, 'small libraries')}" for part, size in found.most_common()
    ]
    return "\n".join([*lines, f"{sum(found.values()) / 1e6:7.1f} MB  altogether"])
