"""Writes the made-up person's documents into a folder, and takes them into the index as if they had been read there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from engine.documents.chunk import chunks_of
from engine.documents.discover.kinds import kind_of
from engine.documents.extract.frames import HASH_BYTES
from engine.domain.clock import Instant
from engine.domain.days import DayRule, day_of
from engine.domain.documents import Extracted, Folder, Identity, Piece
from engine.domain.errors import UsageError
from engine.history.sample_files import SampleFile, begun_ms, sample_files
from engine.history.sample_person import Person
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

_NS_PER_MS = 1_000_000


def write_documents(database: Database, folder: Path, days: int, seed: int, now: Instant) -> int:
    """Write the documents of the last days that are not there yet, index them, and return how many there were.

    What was changed or added in the folder stays as it is. Raises UsageError where the folder cannot be written.
    """
    today = day_of(now.wall_ms, DayRule(now.zone))
    files = sample_files(Person(seed), today - timedelta(days=days - 1), today)
    try:
        written = [(path, file) for file in files if (path := _written(folder, file, now.wall_ms)) is not None]
    except OSError as cause:
        raise UsageError(
            f"The sample documents cannot be written to {folder}: {cause.strerror or cause}. "
            "Name another folder with --profile."
        ) from cause
    _index(database, folder, written, now.wall_ms)
    return len(written)


def _written(folder: Path, file: SampleFile, now_ms: int) -> Path | None:
    """Write a file that is not there yet and return its path; as old as the day it was begun on."""
    path = folder / file.folder / file.name
    if path.exists():
        return None
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)  # made up or not: what lies in a profile is its owner's alone
    path.write_bytes(file.data())
    begun = begun_ms(file, now_ms) * _NS_PER_MS
    os.utime(path, ns=(begun, begun))
    return path


def _index(database: Database, folder: Path, written: Iterable[tuple[Path, SampleFile]], now_ms: int) -> None:
    number = _folder_number(FolderStore(database), folder)
    with DocumentStore(database).writing() as writer:
        for path, file in written:
            told, kind = path.stat(), kind_of(path.name)
            if kind is None:
                continue
            identity = Identity(str(path), told.st_size, told.st_mtime_ns, told.st_ino, told.st_dev)
            content = hashlib.blake2b(path.read_bytes(), digest_size=HASH_BYTES).digest()
            pieces = tuple(Piece(paragraph, heading=file.title) for paragraph in file.paragraphs)
            chunks = chunks_of(Extracted(file.title, pieces))
            writer.put(number, identity, kind, file.title, content, chunks, begun_ms(file, now_ms))


def _folder_number(folders: FolderStore, folder: Path) -> int:
    named = Folder(0, str(folder))
    for one in folders.all():
        if one.path == named.path:
            return one.id
    return replace(named, id=folders.add(named)).id
