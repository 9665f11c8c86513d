"""A profile with a folder of documents, and workers on it as processes of their own."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.domain.documents import Document, Folder, IndexStatus
from engine.paths import ProfilePaths
from engine.settings import DocumentSettings, Settings, save_settings
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.index_status import IndexStatusStore

PATIENCE_S = 60.0
_STEP_S = 0.05


def wait_until(true: Callable[[], object], what: str) -> None:
    """Return as soon as it is so; fail after a time no machine needs."""
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"in vain waited for: {what}"
        time.sleep(_STEP_S)


class DocumentProfile:
    """A profile without a sentence encoder, so that no test waits for one; its folder is named where there is one."""

    def __init__(self, home: Path) -> None:
        self.paths = ProfilePaths(home / "profile").ensure()
        self.folder = home / "papers"
        self.folder.mkdir()
        nowhere = DocumentSettings(encoder_folder=str(home / "no encoder"), always=True)
        save_settings(self.paths.settings, replace(Settings(), documents=nowhere))
        self._database = Database.open(self.paths.database)
        self.documents = DocumentStore(self._database)
        self._status = IndexStatusStore(self._database)

    def name(self) -> Folder:
        """Name the folder."""
        folder = Folder(0, str(self.folder))
        return replace(folder, id=FolderStore(self._database).add(folder))

    def write(self, name: str, content: str | bytes) -> Path:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def known(self) -> dict[str, Document]:
        """Return what is known, by file name."""
        folders = FolderStore(self._database).all()
        return {Path(one.identity.path).name: one for folder in folders for one in self.documents.known(folder.id)}

    def status(self) -> IndexStatus:
        """Return what is stored of the work."""
        return self._status.load()

    def pause(self, *, paused: bool) -> None:
        """Ask for a pause, or for its end."""
        self._status.want_paused(paused)

    def integrity(self) -> list[str]:
        """Return what is wrong with the database."""
        return self._database.integrity()

    def close(self) -> None:
        """Close the database."""
        self._database.close()
