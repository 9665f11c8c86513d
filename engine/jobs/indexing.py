"""When documents are indexed by themselves: where folders are named and the person wants it."""

from __future__ import annotations

from collections.abc import Callable

from engine.domain.errors import SettingsError
from engine.jobs.background import BackgroundWork, Start, start_worker
from engine.launch import WorkerJob
from engine.paths import ProfilePaths
from engine.settings import load_settings


class BackgroundIndexing(BackgroundWork):
    """Looks whether anything can be indexed, and starts what does it; that process ends with this one.

    folders: how many folders the person named. look raises Storage errors.
    """

    def __init__(self, paths: ProfilePaths, folders: Callable[[], int], start: Start = start_worker) -> None:
        def wanted() -> bool:
            return bool(folders()) and _automatic(paths)

        super().__init__(WorkerJob.INDEX, paths, wanted, start)


def _automatic(paths: ProfilePaths) -> bool:
    try:
        return load_settings(paths.settings).documents.automatic
    except SettingsError:  # what is wrong is told where it is read for the first time
        return False
