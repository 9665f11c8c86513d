"""The folders whose documents are indexed."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from engine.domain.documents import Folder
from engine.domain.errors import UsageError
from engine.storage.database import Database
from engine.storage.documents import documents_left, remove_some
from engine.storage.queries.document_rows import path_bytes
from engine.storage.queries.numbers import storable
from engine.storage.queries.words_merge import merge_some
from engine.storage.tables import document_folder


class FolderStore:
    """Reads and writes folders; raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Folder]:
        """Return every folder, in the order they were added."""
        wanted = select(document_folder).where(document_folder.c.removed == 0).order_by(document_folder.c.id)
        with self._database.reading() as connection:
            return [_folder(row) for row in connection.execute(wanted)]

    def add(self, folder: Folder) -> int:
        """Store a folder and return its number; UsageError where it is there already."""
        if self._removed(path_bytes(folder.path)):
            self.finish_removals()
        with self._database.writing() as connection:
            _refuse_twice(connection, folder)
            added = insert(document_folder).values({**_row(folder), "removed": 0}).returning(document_folder.c.id)
            return int(connection.execute(added).scalar_one())

    def change(self, folder: Folder) -> None:
        """Replace the folder of that number; UsageError where there is none or another one has its path."""
        with self._database.writing() as connection:
            _refuse_twice(connection, folder)
            of_number = document_folder.c.id == folder.id, document_folder.c.removed == 0
            if not connection.execute(update(document_folder).where(*of_number).values(_row(folder))).rowcount:
                raise UsageError("This folder is gone. Load the folders anew.")

    def remove(self, folder_id: int) -> None:
        """Remove a folder with its documents and everything made of them; UsageError where there is none.

        It is gone from the list at once. The rest is done in transactions of a fraction of a second; killed in
        between, finish_removals goes on.
        """
        of_number = document_folder.c.id == folder_id, document_folder.c.removed == 0
        with self._database.writing() as connection:
            if not connection.execute(update(document_folder).where(*of_number).values(removed=1)).rowcount:
                raise UsageError(f"There is no folder {folder_id}.")
        self.finish_removals()

    def finish_removals(self) -> None:
        """Take out what is left of removed folders; their words are cleared from the index, too."""
        wanted = select(document_folder.c.id).where(document_folder.c.removed == 1)
        with self._database.reading() as connection:
            removed = list(connection.execute(wanted).scalars())
        for number in removed:
            while self._removed_some(number):
                pass
        while removed and self._merged_some():
            pass

    def _removed_some(self, folder_id: int) -> bool:
        with self._database.writing() as connection:
            left = documents_left(connection, folder_id)
            if left:
                remove_some(connection, left)
            else:
                connection.execute(delete(document_folder).where(document_folder.c.id == folder_id))
        return bool(left)

    def _merged_some(self) -> bool:
        with self._database.writing() as connection:
            return merge_some(connection)

    def _removed(self, path: bytes) -> bool:
        wanted = select(document_folder.c.removed).where(document_folder.c.path == path)
        with self._database.reading() as connection:
            return bool(connection.execute(wanted).scalar_one_or_none())


def _refuse_twice(connection: Connection, folder: Folder) -> None:
    wanted = select(document_folder.c.id).where(document_folder.c.path == path_bytes(folder.path))
    if connection.execute(wanted.where(document_folder.c.id != folder.id)).first() is not None:
        raise UsageError(f"{storable(folder.path)} is one of your folders already.")


def _row(folder: Folder) -> dict[str, object]:
    return {
        "path": path_bytes(folder.path),
        "include": _listed(folder.include),
        "exclude": _listed(folder.exclude),
        "largest_bytes": folder.largest_bytes,
        "honour_ignore_files": int(folder.honour_ignore_files),
    }


def _listed(patterns: Iterable[str]) -> str:
    return json.dumps(list(patterns))  # escapes what is no text


def _folder(row: Row[Any]) -> Folder:
    return Folder(
        row.id,
        os.fsdecode(row.path),
        tuple(json.loads(row.include)),
        tuple(json.loads(row.exclude)),
        row.largest_bytes,
        bool(row.honour_ignore_files),
    )
