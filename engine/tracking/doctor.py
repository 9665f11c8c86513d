"""The doctor's report: what Kairos can see here and in what state its files are.

Redacted by construction: it is built from counts, versions and paths, never from activities, and every text in it
has the person's home folder replaced by "~". It can be sent to someone else as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from engine.domain.clock import iso_utc
from engine.domain.health import ProbeReport, RecorderHealth, RecorderState

Report = TypeVar("Report")


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file or folder of the profile; mode is octal text ("0600"), empty where there is none to tell."""

    name: str
    path: str
    exists: bool
    mode: str = ""
    writable: bool = False
    owner_only: bool = True
    size_bytes: int = 0


@dataclass(frozen=True, slots=True)
class DatabaseReport:
    """The database; problem is one sentence, empty where all is well. integrity: what is broken, empty is sound."""

    path: str
    problem: str = ""
    schema: str = ""
    integrity: tuple[str, ...] = ()
    size_bytes: int = 0
    activities: int = 0
    sqlite: str = ""
    sqlcipher: str = ""


@dataclass(frozen=True, slots=True)
class DoctorReport:
    """Everything the doctor looked at. problems: one sentence each, empty where all is well."""

    kairos: str
    python: str
    platform: str
    desktop: ProbeReport
    recorder: RecorderHealth
    database: DatabaseReport
    files: tuple[FileReport, ...]
    packages: Mapping[str, str]
    problems: tuple[str, ...] = ()

    def to_json_able(self) -> dict[str, Any]:
        """Return the report as plain lists, texts and numbers; moments as ISO 8601 UTC."""
        plain = asdict(replace(self, packages=dict(self.packages)))
        for name in ("started", "beat", "paused_until"):
            moment_ms = plain["recorder"].pop(f"{name}_ms")
            plain["recorder"][name] = None if moment_ms is None else iso_utc(moment_ms)
        return plain


def look_at_files(
    named: Iterable[tuple[str, Path]], *, may_write: Callable[[Path], bool], modes: bool
) -> tuple[FileReport, ...]:
    """Return the state of each file; modes: this system has owner-only modes to check."""
    return tuple(_file(name, path, may_write, modes=modes) for name, path in named)


def _file(name: str, path: Path, may_write: Callable[[Path], bool], *, modes: bool) -> FileReport:
    try:
        status = path.stat()
    except OSError:
        return FileReport(name, str(path), exists=False)
    mode = status.st_mode & 0o777
    return FileReport(
        name,
        str(path),
        exists=True,
        mode=f"{mode:04o}" if modes else "",
        writable=may_write(path),
        owner_only=not modes or not mode & 0o077,
        size_bytes=status.st_size,
    )


def find_problems(report: DoctorReport) -> tuple[str, ...]:
    """Return what a person should do something about, one sentence each, the gravest first."""
    found = [report.database.problem, *report.database.integrity]
    found += [f"{file.path} cannot be written." for file in report.files if file.exists and not file.writable]
    found += [f"{file.path} can be read by others ({file.mode})." for file in report.files if not file.owner_only]
    found += [report.desktop.note, _only_the_recorder_knows(report), report.recorder.message]
    return tuple(dict.fromkeys(text for text in found if text))


def _only_the_recorder_knows(report: DoctorReport) -> str:
    """Return what a recorder that runs notes of the desktop and the doctor cannot see: a shortcut not to be had."""
    probe = report.recorder.probe
    if probe is None or report.recorder.state is RecorderState.STOPPED:
        return ""
    return probe.note.removeprefix(report.desktop.note).strip()


def redacted(value: Report, home: Path) -> Report:
    """Return the value with the home folder shown as "~" in every text inside it."""
    clean: Report = _redacted(value, str(home))
    return clean


def _redacted(value: Any, home: str) -> Any:
    if type(value) is str:
        return value.replace(home, "~") if len(home) > 1 else value
    if isinstance(value, tuple | list):
        return tuple(_redacted(item, home) for item in value)
    if isinstance(value, Mapping):
        return {name: _redacted(item, home) for name, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{item.name: _redacted(getattr(value, item.name), home) for item in fields(value)})
    return value
