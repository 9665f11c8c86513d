"""Builds what knows documents, and the processes that work on them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.bootstrap.encoder import sentence_encoder
from engine.bootstrap.opening import open_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api.documents import Documents
    from engine.documents.embed import Embedding
    from engine.documents.halt import Halting
    from engine.documents.resident import Resident
    from engine.domain.clock import Clock
    from engine.domain.documents import IndexStatus
    from engine.launch import Worker
    from engine.storage.database import Database
    from engine.storage.index_status import IndexStatusStore
    from engine.storage.vectors import VectorStore

    Told = Callable[[IndexStatus], None]


_log = logging.getLogger(__name__)


def build_documents(database: Database, paths: ProfilePaths) -> Documents:
    """Build what knows folders and how their index stands."""
    from engine.api.documents import Documents  # noqa: PLC0415
    from engine.bootstrap.document_search import build_document_finding  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415
    from engine.storage.folders import FolderStore  # noqa: PLC0415
    from engine.storage.index_status import IndexStatusStore  # noqa: PLC0415

    def embedded() -> int | None:
        encoder = sentence_encoder(paths)
        return None if encoder is None else _vectors(database).counts(encoder.name)[0]

    finding = build_document_finding(database, paths)
    return Documents(
        paths, FolderStore(database), DocumentStore(database), IndexStatusStore(database), embedded, finding
    )


def _vectors(database: Database) -> VectorStore:
    from engine.storage.vectors import VectorStore  # noqa: PLC0415

    return VectorStore(database)


@dataclass(frozen=True, slots=True)
class IndexWork:
    """What indexes, and what tells it to leave off."""

    resident: Resident
    halting: Halting


@contextmanager
def indexing(paths: ProfilePaths, *, told: Told | None = None, patient: bool = True) -> Iterator[IndexWork]:
    """Build what indexes a profile's documents and take it down again.

    told: called with the status whenever it is stored. patient: large work waits for mains power and a quiet machine,
    where the person has not chosen otherwise; one who waits for it does not want that. Raises Storage errors.
    """
    from engine.bootstrap.document_use import build_use_matching  # noqa: PLC0415
    from engine.documents.extract.extractor import Extractor  # noqa: PLC0415
    from engine.documents.gently import gentle_command  # noqa: PLC0415
    from engine.documents.index import Indexer, IndexParts  # noqa: PLC0415
    from engine.documents.progress import Progress  # noqa: PLC0415
    from engine.documents.resident import Resident, ResidentParts  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415
    from engine.storage.folders import FolderStore  # noqa: PLC0415
    from engine.storage.index_status import IndexStatusStore  # noqa: PLC0415

    database = open_database(paths)
    try:
        status, folders, clock = IndexStatusStore(database), FolderStore(database), _clock()
        progress, halting = Progress(status, clock, told), _halting(paths, status, patient=patient)
        folders.finish_removals()

        def reader() -> Extractor:
            return Extractor(gentle_command) if patient else Extractor()

        parts = IndexParts(folders, DocumentStore(database), progress, reader, clock, halting)
        resident = ResidentParts(
            indexer=Indexer(parts),
            halting=halting,
            progress=progress,
            settle=build_use_matching(database).settle,
            embed=lambda: _start_embedding(database, paths),
            folders=folders.all,
            paused=status.paused_wanted,
            changed=database.data_version,
        )
        yield IndexWork(Resident(resident), halting)
    finally:
        database.close()


@dataclass(frozen=True, slots=True)
class EmbedWork:
    """What embeds, None where there is no encoder, and what tells it to leave off."""

    embedding: Embedding | None
    halting: Halting


@contextmanager
def embedding(paths: ProfilePaths, *, patient: bool = True) -> Iterator[EmbedWork]:
    """Build what gives a profile's chunks their vectors and take it down again; patient as for indexing.

    Raises EncoderError and Storage errors.
    """
    from engine.documents.embed import Embedding  # noqa: PLC0415
    from engine.documents.gently import GentleEncoder  # noqa: PLC0415
    from engine.documents.progress import Progress  # noqa: PLC0415
    from engine.storage.index_status import IndexStatusStore  # noqa: PLC0415

    database = open_database(paths)
    try:
        status, encoder = IndexStatusStore(database), sentence_encoder(paths)
        halting, progress = _halting(paths, status, patient=patient), Progress(status, _clock())
        if encoder is None:
            yield EmbedWork(None, halting)
            return
        with GentleEncoder(encoder) as gentle:
            yield EmbedWork(Embedding(_vectors(database), gentle, progress, halting), halting)
    finally:
        database.close()


def _start_embedding(database: Database, paths: ProfilePaths) -> Worker | None:
    """Start the process that embeds, where an encoder is there and has not seen every chunk."""
    from engine.domain.errors import EncoderError, SettingsError  # noqa: PLC0415
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415
    from engine.storage.unseen_chunks import unseen_chunks  # noqa: PLC0415

    try:
        encoder = sentence_encoder(paths)
        if encoder is None:
            return None
        return (
            Worker(WorkerJob.EMBED, paths.folder, key=database.key) if unseen_chunks(database, encoder.name) else None
        )
    except (EncoderError, SettingsError) as error:  # words are found all the same; Settings tells what is wrong
        _log.warning("no meaning: %s", error.message)
    except OSError as error:
        _log.warning("no process to embed in: %s", error.strerror)
    return None


def _halting(paths: ProfilePaths, status: IndexStatusStore, *, patient: bool) -> Halting:
    from engine.documents.halt import Halting  # noqa: PLC0415
    from engine.documents.power import holds_back_now  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415

    def holds_back(due: int) -> str:
        return "" if not patient or load_settings(paths.settings).documents.always else holds_back_now(due)

    return Halting(_clock(), paused=status.paused_wanted, holds_back=holds_back)


def _clock() -> Clock:
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    return SystemClock(LocalZone())
