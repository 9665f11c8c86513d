"""Backups of one profile: made, listed, gone back to; and whether the database is whole, and what can be saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from engine.alone import profile_alone
from engine.domain.backups import Backup, BackupReason, CheckReport, RestorePreview, Salvaged, is_due
from engine.domain.clock import Clock
from engine.domain.errors import StorageNewer, UsageError
from engine.storage.backups import BackupFolder
from engine.storage.whole_check import CheckFile, problems_of, salt_of

if TYPE_CHECKING:
    from engine.domain.database_key import DatabaseKey
    from engine.paths import ProfilePaths
    from engine.storage.database import Database


class Backups:
    """The copies of one profile's database. Calls may take seconds to minutes, and raise Storage errors."""

    def __init__(self, paths: ProfilePaths, database: Database, clock: Clock) -> None:
        self._paths = paths
        self._database = database
        self._clock = clock
        self._checks = CheckFile(paths.folder)
        self._let_go: Callable[[], object] = lambda: None

    def before_replacing(self, let_go: Callable[[], object]) -> None:
        """Have this called before the file is replaced: it ends what this process started that has the file open."""
        self._let_go = let_go

    def list(self) -> tuple[Backup, ...]:
        """Return the backups, the newest first."""
        return self._folder().list()

    def make(self, reason: BackupReason) -> Backup:
        """Make a backup now and return it; older ones that need not be kept go."""
        return self._folder().make(reason)

    def keep(self) -> Backup | None:
        """Make a backup where one is due and anything changed; None where not. What killed processes left goes.

        The caller holds the lock of the worker that keeps, so that nothing is being replaced meanwhile.
        """
        from engine.storage.restore import remove_leftovers  # noqa: PLC0415

        folder = self._folder()
        folder.clean()
        remove_leftovers(self._paths.database)
        newest, path = folder.newest(), self._paths.database
        if not is_due(newest, path.stat().st_size if path.exists() else 0, self._now_ms()):
            return None
        made = folder.make(BackupReason.SCHEDULED, unless_same=True)
        if made == newest:
            folder.still_holds(made)
            return None
        return made

    def before_bulk_edit(self) -> Backup:
        """Make a backup of what is about to be changed by much; where the newest one holds just that, return it."""
        return self._folder().make(BackupReason.BULK_EDIT, unless_same=True)

    def preview(self, backup: Backup) -> RestorePreview:
        """Return what going back to a backup would take and give back; nothing is changed."""
        from engine.storage.restore import preview  # noqa: PLC0415

        return preview(self._paths.database, backup, self._key())

    def restore(self, backup: Backup) -> Backup:
        """Go back to a backup, and return the one made of the present state before: restoring that undoes it.

        The engine has to be built anew afterwards. Raises AlreadyRunning with what to close, StorageNewer,
        StorageDamaged where the backup is not whole; then nothing was changed.
        """
        from engine.storage.restore import draft_of, put_in_place  # noqa: PLC0415
        from engine.storage.tables import SCHEMA_VERSION  # noqa: PLC0415

        if backup not in self.list():
            raise UsageError("There is no such backup any more. List them with: kairos backup list")
        if backup.schema > SCHEMA_VERSION:
            raise StorageNewer("This backup was made by a newer Kairos. Install that again to go back to it.")
        with profile_alone(self._paths):
            self._let_go()
            self._database.close()
            draft = draft_of(self._paths.database, backup, self._key())
            before = self._folder().make(BackupReason.RESTORE)
            put_in_place(self._paths.database, draft, self._key())
        return before

    def check(self) -> CheckReport:
        """Read and prove every byte of the database, keep what was found, and return it."""
        found = problems_of(self._paths.database, self._key())
        report = CheckReport(self._now_ms(), whole=not found, problems=found, salvaged=self._salvaged_before())
        self._checks.save(report, b"" if found else salt_of(self._paths.database))
        return report

    def last_check(self) -> CheckReport | None:
        """Return what the last full check found, None where none was made."""
        return self._checks.load()

    def untold(self) -> Salvaged | None:
        """Return what became of a damaged database, where nobody was told yet."""
        return self._checks.untold()

    def told(self) -> None:
        """Note that somebody was told."""
        self._checks.told()

    def repair(self) -> CheckReport:
        """Save what can be read of a damaged database, fill gaps from the newest backup, and say what is lost.

        A database that is whole stays as it is. The engine has to be built anew afterwards. Raises AlreadyRunning
        with what to close.
        """
        from engine.storage.salvage.repair import repair  # noqa: PLC0415

        found = problems_of(self._paths.database, self._key())
        if not found:
            return self.check()
        with profile_alone(self._paths):
            self._let_go()
            self._database.close()
            return repair(self._paths.database, self._key(), self._now_ms(), found)

    def remove_all(self) -> None:
        """Remove every backup, and what was set aside of damaged databases, for good."""
        self._folder().remove_all()

    def _salvaged_before(self) -> Salvaged | None:
        last = self._checks.load()
        return None if last is None else last.salvaged

    def _folder(self) -> BackupFolder:
        return BackupFolder(self._paths.database, self._key(), self._now_ms)

    def _key(self) -> DatabaseKey | None:
        return self._database.key

    def _now_ms(self) -> int:
        return self._clock.now().wall_ms
