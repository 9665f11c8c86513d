"""Documents: the folders they are in, how the index of them stands, and the work on it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from engine.api.document_search import AnswerClient, DocumentFinding
from engine.documents.naming import check_choices, named, spellings
from engine.domain.document_status import DocumentsOverview, FolderCount
from engine.domain.documents import LARGEST_BYTES, Document, DocumentState, Folder, IndexPhase, IndexStatus, SearchHit
from engine.domain.errors import AlreadyRunning, KairosError, UsageError
from engine.domain.plain_text import plain
from engine.launch import Worker, WorkerJob
from engine.locks import is_held
from engine.paths import ProfilePaths
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore
from engine.storage.index_status import IndexStatusStore

_WORKERS = (WorkerJob.INDEX, WorkerJob.EMBED)
_AT_WORK = frozenset({IndexPhase.DISCOVERING, IndexPhase.WORDS, IndexPhase.MEANING})


class Documents:
    """The documents of one profile. The work is done by a process of its own, which ends when this is closed.

    embedded: how many chunks have been seen by the sentence encoder, None where there is none. Every method may raise
    Storage errors.
    """

    def __init__(
        self,
        paths: ProfilePaths,
        folders: FolderStore,
        documents: DocumentStore,
        status: IndexStatusStore,
        embedded: Callable[[], int | None],
        finding: DocumentFinding,
    ) -> None:
        self._paths = paths
        self._folders = folders
        self._documents = documents
        self._status = status
        self._embedded = embedded
        self._finding = finding
        self._worker: Worker | None = None
        self._starting = threading.Lock()

    # ---------------------------------------------------------------- folders

    def folders(self) -> list[Folder]:
        """Return the folders the person named."""
        return self._folders.all()

    def add_folder(
        self,
        path: str,
        *,
        include: tuple[str, ...] = (),
        exclude: tuple[str, ...] = (),
        largest_bytes: int = LARGEST_BYTES,
        honour_ignore_files: bool = True,
        sure: bool = False,
    ) -> Folder:
        """Name a folder and return it as stored; its documents are read when indexing next looks.

        Raises UsageError where it cannot be named, FolderTooWide for the home folder and above unless sure.
        """
        wanted = named(
            Folder(0, path, include, exclude, largest_bytes, honour_ignore_files), self._folders.all(), sure=sure
        )
        return replace(wanted, id=self._folders.add(wanted))

    def change_folder(self, folder: Folder) -> None:
        """Replace what was chosen for the folder of this number; its path stays. Raises UsageError."""
        check_choices(folder)
        self._folders.change(replace(folder, path=self._folder(folder.id).path))

    def remove_folder(self, folder_id: int) -> None:
        """Name a folder no longer: what was read of its documents is forgotten, the files stay as they are."""
        self._folders.remove(folder_id)

    def find_folder(self, text: str) -> Folder:
        """Return the folder of this number or path; UsageError where there is none."""
        folders = self._folders.all()
        for folder in folders:
            if text == str(folder.id):
                return folder
        paths = spellings(text)
        for folder in folders:
            if Path(folder.path) in paths:
                return folder
        if not folders:
            raise UsageError("No folder is named yet. Name one with: kairos documents add FOLDER")
        raise UsageError(f"{plain(text)} is none of your folders. See them with: kairos documents list")

    def _folder(self, folder_id: int) -> Folder:
        return self.find_folder(str(folder_id))

    # ---------------------------------------------------------------- how it stands

    def status(self) -> IndexStatus:
        """Return how far the work on the index is; what a process that died left behind is not taken for work."""
        status = self._status.load()
        if status.phase in _AT_WORK and not self.works():
            status = replace(status, phase=IndexPhase.IDLE, pid=0)
        if status.phase is IndexPhase.IDLE and self._status.paused_wanted():
            return replace(status, phase=IndexPhase.PAUSED)
        return status

    def works(self) -> bool:
        """Return whether a process works on the index, or watches the folders for it."""
        return any(is_held(self._paths.worker_lock(job)) for job in _WORKERS)

    def overview(self) -> DocumentsOverview:
        """Return how everything stands."""
        counts, in_folders = self._documents.counts(), self._documents.counts_of_folders()
        return DocumentsOverview(
            status=self.status(),
            works=self.works(),
            paused=self._status.paused_wanted(),
            folders=tuple(
                FolderCount(folder, in_folders.get(folder.id, 0), _is_there(folder)) for folder in self._folders.all()
            ),
            indexed=counts[DocumentState.INDEXED],
            failed=counts[DocumentState.FAILED] + counts[DocumentState.SKIPPED],
            waiting=counts[DocumentState.WAITING],
            chunks=self._documents.chunks(),
            embedded=self._embedded_or_none(),
        )

    def _embedded_or_none(self) -> int | None:
        try:
            return self._embedded()
        except KairosError:  # an encoder that cannot be used is told where it is chosen
            return None

    def failures(self, limit: int = 200) -> list[Document]:
        """Return documents that could not be read, each with the reason, the latest first."""
        return self._documents.failures(limit)

    # ---------------------------------------------------------------- finding

    def search(self, query: str, limit: int = 20, *, typing: bool = True) -> list[SearchHit]:
        """Return the documents whose words answer best, best first; UsageError says what to ask instead.

        typing: the last word may be unfinished.
        """
        return self._finding.search(query, limit, typing=typing)

    def answers(self) -> AnswerClient:
        """Return what asks for meaning too, in a process that starts with the first question; its owner closes it."""
        return self._finding.answers()

    def find_document(self, text: str) -> Document:
        """Return the document of this path, number or file name; UsageError where none is indexed, or several are."""
        return self._finding.find(text)

    # ---------------------------------------------------------------- the work

    def start_indexing(self, *, forget_missing: bool = False) -> bool:
        """Start the process that reads and goes on watching the folders, until this is closed.

        Returns False where it runs already, or no folder is named. forget_missing: documents whose disk or folder is
        away are forgotten; AlreadyRunning where another process is at work, which cannot be told so.
        """
        with self._starting:
            if forget_missing:
                self._end_worker()
                if self.works():
                    raise AlreadyRunning("The documents are being indexed just now. Ask again when that is done.")
            if (self._worker is not None and self._worker.runs()) or not self._folders.all():
                return False
            self._end_worker()  # it may have ended by itself; the pipe to it is closed
            options = ("--forget-missing",) if forget_missing else ()
            try:
                self._worker = Worker(WorkerJob.INDEX, self._paths.folder, "--watch", *options, key=self._paths.key)
            except OSError as cause:
                raise UsageError(f"Indexing cannot be started: {cause.strerror or cause}.") from cause
            return True

    def read_again(self, document_ids: Sequence[int] = ()) -> None:
        """Look at all folders now, and read these documents again whether or not their files changed."""
        with self._documents.writing() as writer:
            for one in self._documents.by_id(document_ids).values():
                writer.fail(one.folder_id, one.identity, one.kind, DocumentState.WAITING, one.reason, one.indexed_ms)
        with self._starting:
            self._end_worker()  # the one that is started in its place looks at everything first
        self.start_indexing()

    def pause(self) -> None:
        """Let all work on the index rest, whoever started it, until resume is called."""
        self._status.want_paused(True)

    def resume(self) -> None:
        """Let the work go on, and start it where nothing works."""
        self.allow()
        self.start_indexing()

    def allow(self) -> None:
        """Let the work go on where it goes on, and start nothing."""
        self._status.want_paused(False)

    def stand_aside(self) -> bool:
        """End the process that was started here for a while; return whether there was one to start again."""
        with self._starting:
            ran = self._worker is not None and self._worker.runs()
            self._end_worker()
        return ran

    def close(self) -> None:
        """End the process that was started here; what it has stored stays stored."""
        with self._starting:
            self._end_worker()

    def _end_worker(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()


def _is_there(folder: Folder) -> bool:
    try:
        return Path(folder.path).is_dir()
    except OSError:
        return False
