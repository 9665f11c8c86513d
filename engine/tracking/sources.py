"""From what was found out to what is said of each source: whether Kairos sees everything."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.key_slots import Encryption, SlotKind
from engine.domain.last_seen import LastSeen
from engine.domain.sources import Beside, Remedy, Source, SourceReport, Standing, Told

_GB = 1_000_000_000
_LOW_BYTES, _FULL_BYTES = _GB, _GB // 5


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What was found out. seen: None where the history cannot be read; encryption likewise.

    titles, speaks: the settings allow titles and notifications. free_bytes: of the disk that holds the profile, None
    where that cannot be told. saved_ms: when something was written last.
    """

    recorder: RecorderHealth
    probe: ProbeReport
    beside: Beside = field(default_factory=Beside)
    seen: LastSeen | None = None
    encryption: Encryption | None = None
    titles: bool = True
    speaks: bool = True
    writable: bool = True
    free_bytes: int | None = None
    saved_ms: int | None = None


def judge(facts: SourceFacts) -> tuple[SourceReport, ...]:
    """Return what is said of every source, in their order."""
    return (
        _recorder(facts.recorder),
        _window(facts),
        _idle(facts),
        _session(facts),
        _browser(facts),
        _terminal(facts),
        _documents(facts.seen),
        _calendar(facts.seen),
        _notifications(facts),
        _tray(facts.beside),
        _encryption(facts.encryption),
        _disk(facts),
        _models(facts.seen),
    )


_RECORDER = {
    RecorderState.RECORDING: (Standing.GOOD, Told.RECORDS, Remedy.NONE),
    RecorderState.STARTING: (Standing.QUIET, Told.STARTING, Remedy.NONE),
    RecorderState.PAUSED: (Standing.PAUSED, Told.PAUSED, Remedy.RESUME),
    RecorderState.STOPPED: (Standing.BAD, Told.STOPPED, Remedy.START),
    RecorderState.NOT_SAVING: (Standing.BAD, Told.NOT_SAVING, Remedy.OPEN_FOLDER),
    RecorderState.BLIND: (Standing.BAD, Told.BLIND, Remedy.NONE),
}


def _recorder(health: RecorderHealth) -> SourceReport:
    standing, told, remedy = _RECORDER[health.state]
    return SourceReport(Source.RECORDER, standing, told, health.beat_ms, remedy)


def _window(facts: SourceFacts) -> SourceReport:
    backend = facts.probe.backend
    last_ms = facts.seen.active_ms if facts.seen else None
    if facts.probe.windows:
        told = {"kwin": Told.WINDOW_KWIN, "gnome": Told.WINDOW_GNOME}.get(backend, Told.WINDOW_SEEN)
        return SourceReport(Source.WINDOW, Standing.GOOD, told, last_ms)
    if backend == "gnome":
        return SourceReport(Source.WINDOW, Standing.BAD, Told.WINDOW_NO_GNOME, last_ms, Remedy.EXTENSION)
    return SourceReport(Source.WINDOW, Standing.BAD, Told.WINDOW_NONE, last_ms)


def _idle(facts: SourceFacts) -> SourceReport:
    last_ms = facts.seen.idle_ms if facts.seen else None
    if facts.probe.idle:
        return SourceReport(Source.IDLE, Standing.GOOD, Told.IDLE_SEEN, last_ms)
    return SourceReport(Source.IDLE, Standing.BAD, Told.IDLE_NONE, last_ms)


def _session(facts: SourceFacts) -> SourceReport:
    last_ms = facts.seen.session_ms if facts.seen else None
    known = facts.probe.lock + facts.probe.suspend
    standing, told = (
        (Standing.BAD, Told.SESSION_NONE),
        (Standing.PARTLY, Told.SESSION_PART),
        (Standing.GOOD, Told.SESSION_SEEN),
    )[known]
    return SourceReport(Source.SESSION, standing, told, last_ms)


def _browser(facts: SourceFacts) -> SourceReport:
    seen, source = facts.seen, Source.BROWSER
    if not facts.titles:
        return SourceReport(source, Standing.OFF, Told.TITLES_OFF, None, Remedy.TITLES)
    if facts.probe.windows and not facts.probe.titles:
        return SourceReport(source, Standing.BAD, Told.TITLES_NONE)
    if seen is None:
        return SourceReport(source, Standing.UNKNOWN, Told.NO_DATABASE)
    if seen.browser_title_ms is not None:
        return SourceReport(source, Standing.GOOD, Told.BROWSER_SEEN, seen.browser_title_ms)
    if seen.browser_ms is not None:
        return SourceReport(source, Standing.PARTLY, Told.BROWSER_UNTITLED, seen.browser_ms)
    return SourceReport(source, Standing.QUIET, Told.BROWSER_QUIET)


def _terminal(facts: SourceFacts) -> SourceReport:
    seen, source = facts.seen, Source.TERMINAL
    if seen is None:
        return SourceReport(source, Standing.UNKNOWN, Told.NO_DATABASE)
    if seen.terminal_title_ms is not None:
        return SourceReport(source, Standing.GOOD, Told.TERMINAL_SEEN, seen.terminal_title_ms)
    if seen.terminal_ms is None:
        return SourceReport(source, Standing.QUIET, Told.TERMINAL_QUIET)
    if not facts.titles:
        return SourceReport(source, Standing.OFF, Told.TITLES_OFF, seen.terminal_ms)
    return SourceReport(source, Standing.PARTLY, Told.TERMINAL_UNTITLED, seen.terminal_ms)


def _documents(seen: LastSeen | None) -> SourceReport:
    source = Source.DOCUMENTS
    if seen is None:
        return SourceReport(source, Standing.UNKNOWN, Told.NO_DATABASE)
    if not seen.folders:
        return SourceReport(source, Standing.OFF, Told.DOCUMENTS_NONE, None, Remedy.FOLDER)
    if seen.document_ms is None:
        return SourceReport(source, Standing.QUIET, Told.DOCUMENTS_QUIET)
    return SourceReport(source, Standing.GOOD, Told.DOCUMENTS_SEEN, seen.document_ms)


def _calendar(seen: LastSeen | None) -> SourceReport:
    source = Source.CALENDAR
    if seen is None:
        return SourceReport(source, Standing.UNKNOWN, Told.NO_DATABASE)
    if not seen.calendars:
        return SourceReport(source, Standing.OFF, Told.CALENDAR_NONE, None, Remedy.CALENDAR)
    if seen.calendars_in_trouble:
        return SourceReport(source, Standing.BAD, Told.CALENDAR_TROUBLE, seen.calendar_ms, Remedy.CALENDAR)
    return SourceReport(source, Standing.GOOD, Told.CALENDAR_READ, seen.calendar_ms)


def _notifications(facts: SourceFacts) -> SourceReport:
    source, beside = Source.NOTIFICATIONS, facts.beside
    if not facts.speaks:
        return SourceReport(source, Standing.OFF, Told.NOTIFICATIONS_OFF, None, Remedy.NOTIFICATIONS)
    if beside.notifications is None:
        return SourceReport(source, Standing.UNKNOWN, Told.WINDOW_KNOWS)
    if beside.notifications:
        return SourceReport(source, Standing.GOOD, Told.NOTIFICATIONS_SHOWN)
    if beside.tray:
        return SourceReport(source, Standing.PARTLY, Told.NOTIFICATIONS_TRAY)
    return SourceReport(source, Standing.BAD, Told.NOTIFICATIONS_NONE)


def _tray(beside: Beside) -> SourceReport:
    if beside.tray is None:
        return SourceReport(Source.TRAY, Standing.UNKNOWN, Told.WINDOW_KNOWS)
    if beside.tray:
        return SourceReport(Source.TRAY, Standing.GOOD, Told.TRAY_SHOWN)
    return SourceReport(Source.TRAY, Standing.OFF, Told.TRAY_NONE)


def _encryption(found: Encryption | None) -> SourceReport:
    source = Source.KEYRING
    if found is None:
        return SourceReport(source, Standing.UNKNOWN, Told.NO_DATABASE)
    if not found.on:
        return SourceReport(source, Standing.OFF, Told.KEY_NONE, None, Remedy.ENCRYPT)
    if not found.has(SlotKind.KEYRING):
        return SourceReport(source, Standing.GOOD, Told.KEY_TYPED)
    if found.keyring is None:
        return SourceReport(source, Standing.PARTLY, Told.KEY_NO_KEYRING, None, Remedy.ENCRYPT)
    return SourceReport(source, Standing.GOOD, Told.KEY_KEYRING)


def _disk(facts: SourceFacts) -> SourceReport:
    free, source = facts.free_bytes, Source.DISK
    if not facts.writable:
        return SourceReport(source, Standing.BAD, Told.DISK_LOCKED, facts.saved_ms, Remedy.OPEN_FOLDER)
    if free is not None and free < _LOW_BYTES:
        full = free < _FULL_BYTES
        standing, told = (Standing.BAD, Told.DISK_FULL) if full else (Standing.PARTLY, Told.DISK_LOW)
        return SourceReport(source, standing, told, facts.saved_ms, Remedy.OPEN_FOLDER)
    return SourceReport(source, Standing.GOOD, Told.DISK_GOOD, facts.saved_ms)


def _models(seen: LastSeen | None) -> SourceReport:
    source = Source.MODELS
    if seen is None:
        return SourceReport(source, Standing.UNKNOWN, Told.NO_DATABASE)
    if seen.job_failed:
        return SourceReport(source, Standing.PARTLY, Told.MODELS_FAILED, seen.job_ms, Remedy.TRAIN)
    if seen.model_ms is None:
        return SourceReport(source, Standing.QUIET, Told.MODELS_RULES, None, Remedy.TRAIN)
    return SourceReport(source, Standing.GOOD, Told.MODELS_GOOD, seen.model_ms)
