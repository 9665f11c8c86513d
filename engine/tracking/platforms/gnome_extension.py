"""Puts Kairos's GNOME Shell extension in place and takes it away; whoever calls this has the person's consent."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from engine.domain.errors import ProbeUnavailable
from engine.paths import resource
from engine.tracking.platforms.wayland_bus import CallRefused, SessionBus

UUID = "kairos@kairos.desktop"
_SHELL = ("org.gnome.Shell.Extensions", "/org/gnome/Shell/Extensions", "org.gnome.Shell.Extensions")


def extensions_folder(environ: Mapping[str, str]) -> Path:
    """Return where GNOME Shell looks for this person's own extensions."""
    data = environ.get("XDG_DATA_HOME") or str(Path(environ.get("HOME", "~")).expanduser() / ".local" / "share")
    return Path(data) / "gnome-shell" / "extensions"


def is_installed(environ: Mapping[str, str] | None = None) -> bool:
    """Return whether the extension's files are in place, for this person or for everybody."""
    places = os.environ if environ is None else environ
    shared = [
        Path(folder) for folder in places.get("XDG_DATA_DIRS", "/usr/local/share:/usr/share").split(":") if folder
    ]
    folders = [extensions_folder(places), *(folder / "gnome-shell" / "extensions" for folder in shared)]
    return any((folder / UUID / "metadata.json").is_file() for folder in folders)


def install_extension(folder: Path) -> Path:
    """Copy the extension below folder (see extensions_folder) and return where it lies.

    It replaces an older copy. GNOME Shell sees it after the next log-in. Raises ProbeUnavailable where it cannot
    be written.
    """
    target = folder / UUID
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(resource(f"gnome-extension/{UUID}"), target, dirs_exist_ok=True)
    except OSError as cause:
        raise ProbeUnavailable(
            f"The GNOME extension cannot be put into {folder}: {cause.strerror or cause}. Make the folder writable."
        ) from cause
    return target


def remove_extension(folder: Path) -> None:
    """Take the extension away again; none there is fine. Raises ProbeUnavailable where it cannot be deleted."""
    try:
        shutil.rmtree(folder / UUID)
    except FileNotFoundError:
        return
    except OSError as cause:
        raise ProbeUnavailable(f"The GNOME extension cannot be deleted: {cause.strerror or cause}.") from cause


async def switch_on(environ: Mapping[str, str]) -> bool:
    """Ask GNOME Shell to run the extension; False where it does not know it yet (before the next log-in)."""
    async with SessionBus(environ) as bus:
        try:
            answer = await bus.call(*_SHELL, "EnableExtension", "s", UUID)
        except CallRefused:
            return False
    return bool(answer[0])
