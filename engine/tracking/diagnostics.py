"""From the doctor's report, which is for the person alone, to diagnostics that can be passed on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from engine.domain.clock import MS_PER_SECOND
from engine.domain.diagnostics import (
    JOB_NAMES,
    Backend,
    DatabaseFacts,
    DatabaseState,
    DesktopFacts,
    Diagnostics,
    Finding,
    JobFacts,
    LogFacts,
    Machine,
    Place,
    PlaceFacts,
    RecorderFacts,
    Session,
    System,
)
from engine.domain.egress import NetworkCount
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState
from engine.domain.job_runs import JobOutcome, JobState
from engine.tracking.doctor import DatabaseReport, DoctorReport, FileReport

_DAY_MS = 86_400_000
_OCTAL = 8


@dataclass(frozen=True, slots=True)
class Beside:
    """What the doctor's report does not hold. kernel: the system's release; now_ms: UTC milliseconds.

    state: how the database was found, None where its own check tells it.
    """

    system: str
    machine: str
    kernel: str
    now_ms: int
    state: DatabaseState | None = None
    encrypted: bool | None = None
    network: NetworkCount = field(default_factory=NetworkCount)
    jobs: tuple[JobState, ...] = ()
    log: tuple[LogFacts, ...] = ()


def diagnose(report: DoctorReport, beside: Beside) -> Diagnostics:
    """Return what can be passed on of a report."""
    told = Diagnostics(
        kairos=report.kairos,
        python=report.python,
        system=System.told(beside.system.lower()),
        machine=Machine.told(beside.machine.lower()),
        kernel=beside.kernel.partition("-")[0],
        desktop=_desktop(report.desktop),
        recorder=_recorder(report.recorder, beside.now_ms),
        database=_database(report.database, beside),
        places=tuple(_place(file) for file in report.files if file.name in set(Place)),
        packages=tuple(report.packages.items()),
        network=beside.network.by_role,
        counted_days=None if beside.network.since_ms is None else _days(beside.now_ms - beside.network.since_ms),
        jobs=tuple(_job(one) for one in beside.jobs if one.name in JOB_NAMES),
        log=tuple(one for one in beside.log if one.module),
    )
    return replace(told, findings=tuple(_findings(told)))


def _desktop(probe: ProbeReport) -> DesktopFacts:
    return DesktopFacts(
        Session.told(probe.session),
        Backend.told(probe.backend),
        windows=probe.windows,
        titles=probe.titles,
        idle=probe.idle,
        lock=probe.lock,
        suspend=probe.suspend,
    )


def _recorder(health: RecorderHealth, now_ms: int) -> RecorderFacts:
    def ago(moment_ms: int | None) -> int | None:
        return None if moment_ms is None else max(0, now_ms - moment_ms) // MS_PER_SECOND

    runs = None if health.state is RecorderState.STOPPED else ago(health.started_ms)
    return RecorderFacts(health.state, health.waiting, runs, ago(health.beat_ms))


def _database(database: DatabaseReport, beside: Beside) -> DatabaseFacts:
    state = beside.state or (DatabaseState.BROKEN if database.integrity else DatabaseState.SOUND)
    return DatabaseFacts(
        state,
        database.schema,
        len(database.integrity),
        database.size_bytes,
        database.activities,
        database.sqlite,
        database.sqlcipher.partition(" ")[0],  # "4.12.0 community"
        beside.encrypted,
    )


def _place(file: FileReport) -> PlaceFacts:
    mode = int(file.mode, _OCTAL) if file.mode else None
    return PlaceFacts(Place(file.name), file.exists, mode, file.writable, file.owner_only, file.size_bytes)


def _job(state: JobState) -> JobFacts:
    return JobFacts(JOB_NAMES.index(state.name), state.outcome, state.runs)


def _findings(told: Diagnostics) -> Iterable[Finding]:
    desktop, there = told.desktop, [one for one in told.places if one.exists]
    holds = {
        Finding.DATABASE: told.database.state not in {DatabaseState.SOUND, DatabaseState.NOT_MADE},
        Finding.NOT_WRITABLE: not all(one.writable for one in there),
        Finding.READABLE_BY_OTHERS: not all(one.owner_only for one in there),
        Finding.NO_WINDOWS: not desktop.windows,
        Finding.NO_TITLES: desktop.windows and not desktop.titles,
        Finding.NO_IDLE: desktop.windows and not desktop.idle,
        Finding.NOT_SAVING: told.recorder.state is RecorderState.NOT_SAVING,
        Finding.BLIND: told.recorder.state is RecorderState.BLIND,
        Finding.CONNECTIONS: bool(told.network),
        Finding.JOB_FAILED: any(one.outcome is JobOutcome.FAILED for one in told.jobs),
    }
    return (finding for finding, found in holds.items() if found)


def _days(milliseconds: int) -> int:
    return max(0, milliseconds) // _DAY_MS
