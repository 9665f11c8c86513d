"""Erasing: looked at beforehand, done whole, finished whatever happens, and proven."""

from __future__ import annotations

import logging
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from engine.alone import remove_leftovers, workers_away
from engine.api.backups import Backups
from engine.domain.backups import BackupReason
from engine.domain.clock import Clock
from engine.domain.erase_match import mentions
from engine.domain.erasing import EraseChoice, Erased, ErasePreview, Proof
from engine.domain.errors import KairosError, UsageError
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.erase.proof import schema_of, search_database, search_files
from engine.storage.erase.stays import named_in
from engine.storage.erase.store import EraseStore, Unfinished
from engine.storage.erase.traces import clear_pages, clear_words

_log = logging.getLogger(__name__)

_NO_LATER = "Nothing was recorded at a time to come. Name one that is over, or leave the start out."


@dataclass(frozen=True, slots=True)
class ErasingParts:
    """What erasing is done with."""

    paths: ProfilePaths
    database: Database
    clock: Clock
    store: EraseStore
    backups: Backups


class Erasing:
    """Erases what a person chooses. Calls may take a minute, never on the GUI thread; they raise Storage errors."""

    def __init__(self, parts: ErasingParts) -> None:
        self._parts = parts
        self._aside: Callable[[], AbstractContextManager[object]] = nullcontext

    def aside(self, others: Callable[[], AbstractContextManager[object]]) -> None:
        """Have this block around an erase: it ends what this process started that keeps history in memory."""
        self._aside = others

    def preview(self, choice: EraseChoice) -> ErasePreview:
        """Return what would go, to the row: it is done and taken back, so others wait meanwhile."""
        self._check(choice)
        return self._told(self._parts.store.preview(choice, self._now_ms()))

    def erase(self, choice: EraseChoice, *, prove: Sequence[str] = ()) -> Erased:
        """Erase it: rows in one transaction, then every trace outside of rows; at last look for the texts to prove.

        What cannot be finished now, say because something reads the old state, is told and finished later. Raises
        AlreadyRunning where a worker does not end; nothing was erased then.
        """
        self._check(choice)
        if any(not one.strip() for one in prove):
            raise UsageError("There is nothing to look for: write the text after --prove.")
        began = time.monotonic()
        copies = len(self._parts.backups.list())
        with self._aside(), workers_away(self._parts.paths):
            took = self._told(self._parts.store.erase(choice, self._now_ms()))
            troubles = self.finish()
        seconds = time.monotonic() - began
        _log.info("erased %d activities; %d troubles", sum(n for _, n in took.counts[:1]), len(troubles))
        proof = self.prove(prove) if prove else None
        return Erased(replace(took, backups=copies), seconds, troubles, proof)

    def unfinished(self) -> bool:
        """Return whether traces of an erase are still to go."""
        return self._parts.store.unfinished() is not None

    def finish(self) -> tuple[str, ...]:
        """Remove what erases left outside of rows, whoever began them; return what could not be done yet."""
        left = self._parts.store.unfinished()
        if left is None:
            return ()
        troubles = tuple(message for step in self._steps(left) if (message := _tried(step)) is not None)
        if not troubles:
            self._parts.store.finish(left.upto, self._now_ms())
        return troubles

    def prove(self, texts: Sequence[str]) -> Proof:
        """Look for the texts in every file of the profile, and in every row that can be read with its key."""
        began = time.monotonic()
        rows = tuple(search_database(self._parts.database, texts))
        files = tuple(search_files(self._parts.paths.folder, texts, schema_of(self._parts.database)))
        return Proof((*files, *rows), time.monotonic() - began)

    def _steps(self, left: Unfinished) -> list[Callable[[], object]]:
        paths, database, backups = self._parts.paths, self._parts.database, self._parts.backups
        words: list[Callable[[], object]] = [lambda: clear_words(database)] if left.words else []
        return [
            *words,
            lambda: _remove_folder(paths.models),
            lambda: _empty_logs(paths.logs),
            lambda: remove_leftovers(paths),
            lambda: clear_pages(database),
            backups.remove_all,
            lambda: backups.make(BackupReason.BULK_EDIT),
        ]

    def _told(self, preview: ErasePreview) -> ErasePreview:
        choice, backups = preview.choice, len(self._parts.backups.list())
        texts = choice.texts if choice.app is None else (*choice.texts, choice.app)
        stays = [] if choice.everything or not texts else list(named_in(self._parts.database, texts))
        set_up = _text_of(self._parts.paths.settings)
        quoted = choice.app is not None and f'"{choice.app}"'.casefold() in set_up.casefold()
        if quoted or mentions(set_up, choice.texts):
            stays.append(("settings", 1))
        return replace(preview, backups=backups, stays=tuple(stays))

    def _check(self, choice: EraseChoice) -> None:
        if choice.start_ms is not None and choice.start_ms > self._now_ms():
            raise UsageError(_NO_LATER)

    def _now_ms(self) -> int:
        return self._parts.clock.now().wall_ms


def _tried(step: Callable[[], object]) -> str | None:
    """Do a step; return what kept it from being done, None where nothing did."""
    try:
        step()
    except KairosError as error:
        _log.warning("an erase is not finished: %s", error.title)
        return error.message
    except OSError as error:
        _log.warning("an erase is not finished: %s", error.strerror)
        return f"A file cannot be removed: {error.strerror}. It is tried again later."
    return None


def _remove_folder(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _empty_logs(folder: Path) -> None:
    """Empty the logs others write to, and remove older ones."""
    for path in folder.glob("*") if folder.is_dir() else ():
        if path.suffix == ".log":
            with path.open("r+b") as file:
                file.truncate(0)
        elif path.is_file():
            path.unlink(missing_ok=True)


def _text_of(path: Path) -> str:
    with suppress(OSError):
        return path.read_text(encoding="utf-8", errors="replace")
    return ""
