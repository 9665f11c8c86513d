"""Whether a folder can be named for indexing; says in words what is wrong with one that cannot."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from engine.documents.discover.ignore import matches_nothing
from engine.domain.documents import Folder
from engine.domain.errors import FolderTooWide, UsageError
from engine.domain.plain_text import plain

_LEAST_BYTES, _MOST_BYTES = 1, 4 << 30


def named(folder: Folder, others: Iterable[Folder], *, sure: bool = False) -> Folder:
    """Return the folder as it is to be stored, its path absolute and without links.

    Raises UsageError where it is none, where it overlaps with another one, and for patterns that match nothing;
    FolderTooWide for the home folder and above, unless the person is sure.
    """
    path = _there(whole_path(folder.path))
    _refuse_overlap(path, others)
    if not sure:
        _refuse_wide(path)
    check_choices(folder)
    return replace(folder, path=str(path))


def whole_path(text: str) -> Path:
    """Return the path somebody wrote, with ~ and the present folder filled in; UsageError where it can be none."""
    shown = plain(text)
    if not text:
        raise UsageError("No path was given. Write the path of a folder.")
    try:
        if b"\0" in os.fsencode(text):
            raise UsageError(f"{shown} has a sign in it that no path has. Check how it is written.")
        return Path(text).expanduser().absolute()
    except UnicodeEncodeError as cause:
        raise UsageError(f"{shown} has a sign in it that no path has. Check how it is written.") from cause
    except RuntimeError as cause:
        raise UsageError(f"{shown} begins with the name of no account here. Write the whole path.") from cause
    except OSError as cause:
        raise UsageError("The folder you are in is gone. Go to another one, or write the whole path.") from cause


def spellings(text: str) -> set[Path]:
    """Return the path somebody wrote as it is and without links; UsageError where it can be none."""
    given = whole_path(text)
    try:
        return {given, given.resolve()}
    except (OSError, RuntimeError):  # links that lead in a circle, names too long to exist
        return {given}


def check_choices(folder: Folder) -> None:
    """Raise UsageError for patterns that match nothing, and for a cap no file can be under."""
    for pattern in (*folder.include, *folder.exclude):
        if matches_nothing(os.fsencode(pattern)):
            raise UsageError(
                f"The pattern “{plain(pattern)}” matches nothing. Write one like *.pdf, drafts/ or notes/**/*.md."
            )
    if not _LEAST_BYTES <= folder.largest_bytes <= _MOST_BYTES:
        raise UsageError("The largest size of a document can be from 1 byte to 4 GiB.")


def _there(path: Path) -> Path:
    shown = plain(str(path))
    try:
        resolved = path.resolve(strict=True)
        if not resolved.is_dir():
            raise UsageError(f"{shown} is a file. Name the folder it is in: {plain(str(path.parent))}")
        with os.scandir(resolved):
            return resolved
    except FileNotFoundError as cause:
        raise UsageError(f"{shown} does not exist. Check how it is written, or make the folder first.") from cause
    except PermissionError as cause:
        raise UsageError(f"{shown} may not be read by you. Ask for permission, or name another folder.") from cause
    except (OSError, RuntimeError) as cause:
        raise UsageError(f"{shown} cannot be opened: {getattr(cause, 'strerror', None) or cause}.") from cause


def _refuse_overlap(path: Path, others: Iterable[Folder]) -> None:
    for other in others:
        named_before = Path(other.path)
        if path == named_before:
            raise UsageError(f"{plain(str(path))} is one of your folders already.")
        if named_before in path.parents:
            raise UsageError(
                f"{plain(str(path))} lies in {plain(other.path)}, which is one of your folders: it is indexed already."
            )
        if path in named_before.parents:
            raise UsageError(
                f"{plain(other.path)} is one of your folders and lies in {plain(str(path))}. Remove it first, then "
                f"name the larger one: kairos documents remove {other.id}"
            )


def _refuse_wide(path: Path) -> None:
    home = Path.home().resolve()
    if path == home or path in home.parents or len(path.parts) <= 1:
        what = "your whole home folder" if path == home else "far more than your documents"
        raise FolderTooWide(
            f"{plain(str(path))} is {what}. Name the folders your documents are in, for example "
            f"{home / 'Documents'}; if you mean all of it, say so (--yes)."
        )
