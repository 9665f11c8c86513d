"""The names apps have in this desktop's own menus, read from the desktop entries of freedesktop.org."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from engine.domain.app_names import AppNames
from engine.domain.plain_text import shortened

MOST_FILES = 4_000
MOST_BYTES = 128 * 1024
_LONGEST = 80
_GROUP = "[Desktop Entry]"
_SHARED = "/usr/local/share:/usr/share"


def read_app_names(environ: Mapping[str, str], language: str = "") -> AppNames:
    """Return the names of the installed apps in a language such as "zh_CN", "" for the entries' own.

    What cannot be read or understood is passed over. An id is matched with what the entry says its windows carry,
    else with the file's name, else with that name's last part.
    """
    by_class: dict[str, str] = {}
    by_file: dict[str, str] = {}
    by_part: dict[str, str] = {}
    for path in islice(_entries(environ), MOST_FILES):
        entry = _entry(path)
        name = shortened(_name(entry, language), _LONGEST).strip()
        if not name or entry.get("Type", "Application") != "Application" or entry.get("Hidden") == "true":
            continue
        window_class, stem = entry.get("StartupWMClass", "").casefold(), path.stem.casefold()
        if window_class:
            by_class.setdefault(window_class, name)
        by_file.setdefault(stem, name)
        if entry.get("NoDisplay") != "true":
            by_part.setdefault(stem.rpartition(".")[2], name)
    return AppNames({**by_part, **by_file, **by_class})


def _entries(environ: Mapping[str, str]) -> Iterator[Path]:
    """Yield the entries, the person's own first; a folder that cannot be read has none."""
    home = environ.get("HOME", "")
    own = environ.get("XDG_DATA_HOME") or (str(Path(home) / ".local" / "share") if home else "")
    for folder in (own, *(environ.get("XDG_DATA_DIRS") or _SHARED).split(":")):
        if Path(folder).is_absolute():
            yield from _below(str(Path(folder) / "applications"), deeper=True)


def _below(folder: str, *, deeper: bool) -> Iterator[Path]:
    try:
        found = sorted(islice(os.scandir(folder), MOST_FILES), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.name.endswith(".desktop"):
            yield Path(entry.path)
        elif deeper and _is_folder(entry):
            yield from _below(entry.path, deeper=False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _entry(path: Path) -> dict[str, str]:
    """Return the keys of the main group; nothing of a file that cannot be read."""
    keys: dict[str, str] = {}
    inside = False
    for line in _text(path).splitlines():
        if line.startswith("["):
            inside = line.strip() == _GROUP
        elif inside and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            keys.setdefault(key.strip(), value.strip())
    return keys


def _text(path: Path) -> str:
    """Return a file's text up to MOST_BYTES; only of a plain file, for a pipe would wait for ever."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            return file.read(MOST_BYTES).decode("utf-8", "replace")
    except (OSError, ValueError):
        return ""


def _name(entry: Mapping[str, str], language: str) -> str:
    """Return the entry's name in the language, in the language of another country, or its own."""
    tried = (f"Name[{language}]", f"Name[{language.partition('_')[0]}]", "Name") if language else ("Name",)
    return next((entry[key] for key in tried if entry.get(key)), "")
