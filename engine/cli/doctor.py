"""`kairos doctor`: what Kairos can see here and in what state its files are, fit to be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import JsonOption, ProfileOption, profile_of
from engine.cli.terminal import length, say, say_json
from engine.domain.diagnostics import Finding
from engine.domain.diagnostics_text import text_of
from engine.domain.errors import StorageError
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.domain.health import ProbeReport
    from engine.tracking.doctor import DatabaseReport, DoctorReport

_KIB = 1024


PathsOption = Annotated[
    bool, typer.Option("--paths", help="Tell paths and problems in full; for your own eyes, not to be passed on.")
]


def doctor(
    context: typer.Context, profile: ProfileOption = None, paths: PathsOption = False, as_json: JsonOption = False
) -> None:
    """Look at the desktop, the files and the versions; what it says holds no path, title or name of yours."""
    from engine.bootstrap import build_doctor  # noqa: PLC0415  (loads the database, which help does not need)

    examiner = build_doctor(profile_of(context, profile))
    if paths:
        report = examiner.examine()
        say_json(report.to_json_able()) if as_json else _show(report)
        problem = report.database.problem or next(iter(report.database.integrity), "")
        if problem:
            raise StorageError(problem)
        return
    told = examiner.diagnose()
    say_json(told.to_json_able()) if as_json else say(text_of(told))
    if Finding.DATABASE in told.findings:
        raise StorageError("Look closer, with paths, by: kairos doctor --paths")


def _show(report: DoctorReport) -> None:
    say(f"Kairos {report.kairos}, Python {report.python}, {plain(report.platform)}")
    for line in (*_desktop(report.desktop), *_database(report.database), *_files(report), *_recorder(report)):
        say(plain(line))
    say("Packages   " + ", ".join(f"{name} {version or 'missing'}" for name, version in report.packages.items()))
    for problem in report.problems:
        say(f"Look at    {plain(problem)}")
    if not report.problems:
        say("All well.")


def _desktop(desktop: ProbeReport) -> tuple[str, ...]:
    can = (
        ("windows", desktop.windows),
        ("titles", desktop.titles),
        ("idle", desktop.idle),
        ("lock", desktop.lock),
        ("suspend", desktop.suspend),
    )
    seen = ", ".join(name for name, holds in can if holds) or "nothing"
    unseen = ", ".join(name for name, holds in can if not holds)
    missing = f"; cannot see {unseen}" if unseen else ""
    return (f"Desktop    {desktop.session}, watched by {desktop.backend or 'nothing'}: sees {seen}{missing}",)


def _database(database: DatabaseReport) -> tuple[str, ...]:
    if not database.sqlite:
        return (f"Database   {database.path}: {database.problem or 'not made yet'}",)
    state = "sound" if not database.integrity else f"broken ({len(database.integrity)} faults)"
    size = f"{database.size_bytes / _KIB:,.0f} KiB"
    facts = f"{database.activities} activities, {size}, schema {database.schema}, {state}"
    return (
        f"Database   {database.path}: {facts}",
        f"           SQLite {database.sqlite}, SQLCipher {database.sqlcipher}",
    )


def _files(report: DoctorReport) -> tuple[str, ...]:
    made = [file for file in report.files if file.exists]
    return tuple(
        f"{file.name.capitalize():<10} {file.mode}{'' if file.writable else ' cannot be written'} {file.path}"
        for file in made
    )


def _recorder(report: DoctorReport) -> tuple[str, ...]:
    recorder = report.recorder
    facts = [recorder.state.value, *([f"process {recorder.pid}"] if recorder.pid else []), recorder.message]
    if recorder.started_ms is not None and recorder.beat_ms is not None and recorder.pid:
        facts.append(f"alive for {length(max(0, recorder.beat_ms - recorder.started_ms))}")
    return (f"Recorder   {', '.join(filter(None, facts))}",)
