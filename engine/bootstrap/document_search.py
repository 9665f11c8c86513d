"""Builds what finds documents, here by words and in a process of its own by meaning too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from engine.bootstrap.encoder import sentence_encoder
from engine.bootstrap.opening import open_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api.document_search import DocumentFinding
    from engine.documents.answer import AnswerLoop
    from engine.documents.search.meaning import Meaning
    from engine.documents.search.service import DocumentSearch
    from engine.storage.database import Database


def build_document_finding(database: Database, paths: ProfilePaths) -> DocumentFinding:
    """Build what finds a profile's documents."""
    from engine.api.document_search import DocumentFinding  # noqa: PLC0415
    from engine.launch import Worker, WorkerJob  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415

    def start() -> Worker:
        return Worker(WorkerJob.ANSWER, paths.folder, talks=True, key=paths.key)

    return DocumentFinding(lambda: _search(database, paths), DocumentStore(database), start)


@contextmanager
def answering(paths: ProfilePaths) -> Iterator[AnswerLoop]:
    """Build what answers questions about a profile's documents and take it down again; raises Storage errors."""
    from engine.documents.answer import AnswerLoop  # noqa: PLC0415

    database = open_database(paths)
    try:
        yield AnswerLoop(_search(database, paths), _meaning(database, paths))
    finally:
        database.close()


def _search(database: Database, paths: ProfilePaths) -> DocumentSearch:
    from engine.documents.search.service import DocumentSearch, SearchParts  # noqa: PLC0415
    from engine.domain.calendar import Calendar  # noqa: PLC0415
    from engine.domain.clock import SystemClock  # noqa: PLC0415
    from engine.domain.days import DayRule  # noqa: PLC0415
    from engine.settings import load_settings  # noqa: PLC0415
    from engine.storage.document_uses import DocumentUseStore  # noqa: PLC0415
    from engine.storage.documents import DocumentStore  # noqa: PLC0415
    from engine.storage.folders import FolderStore  # noqa: PLC0415
    from engine.storage.word_counts import WordCounts  # noqa: PLC0415
    from engine.storage.words import WordStore  # noqa: PLC0415
    from engine.zone import LocalZone  # noqa: PLC0415

    clock = SystemClock(LocalZone())

    def calendar() -> Calendar:
        now, tracking = clock.now(), load_settings(paths.settings).tracking
        return Calendar(now.wall_ms, DayRule(now.zone, tracking.day_start_minute), tracking.week_start.number)

    return DocumentSearch(
        SearchParts(
            WordStore(database),
            WordCounts(database),
            DocumentStore(database),
            FolderStore(database),
            DocumentUseStore(database).last_used,
            calendar,
        )
    )


def _meaning(database: Database, paths: ProfilePaths) -> Callable[[], Meaning | None]:
    def meaning() -> Meaning | None:
        from engine.documents.search.meaning import Meaning  # noqa: PLC0415
        from engine.storage.vectors import VectorStore  # noqa: PLC0415

        encoder = sentence_encoder(paths)
        if encoder is None:
            return None
        from engine.mind.network.matrix import VectorMatrix  # noqa: PLC0415  (a second of torch)

        return Meaning(encoder, VectorMatrix(encoder.dimensions), VectorStore(database))

    return meaning
