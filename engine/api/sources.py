"""Whether Kairos sees everything: gathers what each source of it last said; works where the history cannot be read."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from typing import TYPE_CHECKING

from engine.api.recording import account
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE, Clock
from engine.domain.errors import KairosError
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.last_seen import LastSeen
from engine.domain.sources import Beside, SourceReport
from engine.history.sites import is_browser
from engine.locks import is_held
from engine.paths import ProfilePaths
from engine.settings import Settings, load_settings
from engine.storage.heartbeat import HeartbeatFile
from engine.storage.last_seen import Kinds, last_seen
from engine.storage.recorder_status import RecorderStatusStore
from engine.tracking.sources import SourceFacts, judge
from engine.tracking.terminals import is_terminal

if TYPE_CHECKING:
    from engine.domain.key_slots import Encryption
    from engine.storage.database import Database

_NS_PER_MS = 1_000_000
_LATELY_MS = 7 * 24 * MS_PER_HOUR
_KEYRING_HOLDS_MS = MS_PER_MINUTE  # asking the keyring starts a process


class Sources:
    """Says how every source of one profile does; each call looks anew, the keyring once a minute.

    opened: lends the profile's database. desktop: says what can be watched here. encryption: tells it of a database.
    """

    def __init__(
        self,
        paths: ProfilePaths,
        clock: Clock,
        *,
        opened: Callable[[], AbstractContextManager[Database]],
        desktop: Callable[[], ProbeReport],
        encryption: Callable[[Database], Encryption],
    ) -> None:
        self._paths, self._clock = paths, clock
        self._opened, self._desktop, self._encryption = opened, desktop, encryption
        self._keys: tuple[int, Encryption] | None = None

    def look(self, beside: Beside | None = None) -> tuple[SourceReport, ...]:
        """Return how every source does, in their order. May take a second, and raises nothing that is expected."""
        now_ms = self._clock.now().wall_ms
        stored, seen, encryption = self._inside(now_ms)
        with closing(HeartbeatFile(self._paths.heartbeat)) as heartbeat:
            recorder = account(stored, heartbeat.read(), runs=is_held(self._paths.recorder_lock))
        settings = self._settings()
        facts = SourceFacts(
            recorder=recorder,
            probe=self._probe(recorder),
            beside=beside or Beside(),
            seen=seen,
            encryption=encryption,
            titles=settings.tracking.titles,
            speaks=settings.notifications.enabled,
            writable=os.access(self._paths.folder, os.W_OK),
            free_bytes=self._free_bytes(),
            saved_ms=self._saved_ms(),
        )
        return judge(facts)

    def now_ms(self) -> int:
        """Return the present moment, UTC milliseconds, to say how long ago something was."""
        return self._clock.now().wall_ms

    def _probe(self, recorder: RecorderHealth) -> ProbeReport:
        """Return what the recorder says it can see, since it looks; where none runs, what it could."""
        if recorder.state is not RecorderState.STOPPED and recorder.probe is not None:
            return recorder.probe
        return self._desktop()

    def _inside(self, now_ms: int) -> tuple[RecorderHealth | None, LastSeen | None, Encryption | None]:
        kinds = Kinds(browser=is_browser, terminal=is_terminal)
        try:
            with self._opened() as database:
                return (
                    RecorderStatusStore(database).load(),
                    last_seen(database, now_ms - _LATELY_MS, kinds),
                    self._keys_of(database, now_ms),
                )
        except KairosError:
            return None, None, None

    def _keys_of(self, database: Database, now_ms: int) -> Encryption:
        known = self._keys
        if known is None or not 0 <= now_ms - known[0] < _KEYRING_HOLDS_MS:
            known = self._keys = now_ms, self._encryption(database)
        return known[1]

    def _settings(self) -> Settings:
        try:
            return load_settings(self._paths.settings)
        except KairosError:
            return Settings()

    def _free_bytes(self) -> int | None:
        try:
            return shutil.disk_usage(self._paths.folder).free
        except OSError:
            return None

    def _saved_ms(self) -> int | None:
        """Return when the database was written last; its log is, before it is."""
        found = []
        for path in (self._paths.database, self._paths.database.with_name(f"{self._paths.database.name}-wal")):
            try:
                found.append(path.stat().st_mtime_ns // _NS_PER_MS)
            except OSError:
                continue
        return max(found, default=None)
