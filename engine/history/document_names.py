"""Which document an editor, office program or viewer shows, as far as its title tells cheaply: a path or a name."""

from __future__ import annotations

import re
from functools import lru_cache

from engine.history.title_names import app_names, title_names

LONGEST = 1_000
_PARTS = re.compile(r" [-–—] ")
_MARKS = "*●•◦○ \t"
_BESIDE_FOLDER = re.compile(r"([^()]{1,200}) \(([~/\\][^()]{0,300}|[A-Za-z]:\\[^()]{0,300})\)")
_AFTER = re.compile(r" \[[^\]]{0,100}\]$| \(?(?:read-only|modified|只读|已修改)\)?$|[*●•+ ]+$", re.IGNORECASE)
_LONGEST_ENDING = 8


def document_of(app: str, title: str) -> str:
    """Return the path or name of the document in front; empty where the app is none of those or nothing is told."""
    if not title:
        return ""
    files, always = _kind(app)
    if not (files or always):
        return ""
    parts = [_AFTER.sub("", part.lstrip(_MARKS)) for part in _PARTS.split(title[:LONGEST])]
    found = next((name for part in parts if (name := _file(part))), "")
    return found or (parts[0] if always and len(parts) > 1 else "")


def file_name(document: str) -> str:
    """Return the name of a file given by its path, or what is no path as it is."""
    if "/" not in document and "\\" not in document:
        return document
    return document.replace("\\", "/").rpartition("/")[2] or document


def _file(part: str) -> str:
    """Return the file a part of a title names: "plan.odt", "src/plan.py", "plan.py (~/src)"; else nothing."""
    beside = _BESIDE_FOLDER.fullmatch(part)
    if beside:
        name, folder = beside.groups()
        return f"{folder.rstrip('/')}/{name.rstrip(_MARKS + '+')}" if _has_ending(name) else ""
    return part if _has_ending(part) else ""


def _has_ending(name: str) -> bool:
    front, _, ending = name.rstrip(_MARKS + "+").rpartition(".")
    plausible = 0 < len(ending) <= _LONGEST_ENDING and ending.isalnum() and not ending.isdigit()
    return bool(front.strip()) and plausible


@lru_cache(maxsize=4_096)
def _kind(app: str) -> tuple[bool, bool]:
    names, known = app_names(app), title_names()
    return not known.file_apps.isdisjoint(names), not known.document_apps.isdisjoint(names)
