"""`kairos doctor`: whether Kairos sees everything, and in what state its files are, fit to be passed on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.options import JsonOption, ProfileOption, profile_of
from engine.cli.terminal import length, say, say_json
from engine.domain.clock import iso_utc
from engine.domain.diagnostics import Finding
from engine.domain.diagnostics_text import text_of
from engine.domain.errors import StorageError
from engine.domain.plain_text import plain
from engine.domain.sources import WRONG

if TYPE_CHECKING:
    from engine.domain.health import ProbeReport
    from engine.domain.sources import SourceReport
    from engine.tracking.doctor import DatabaseReport, DoctorReport

_KIB = 1024


PathsOption = Annotated[
    bool, typer.Option("--paths", help="Tell paths and problems in full; for your own eyes, not to be passed on.")
]


def doctor(
    context: typer.Context, profile: ProfileOption = None, paths: PathsOption = False, as_json: JsonOption = False
) -> None:
    """Look at the desktop, the files and the versions; what it says holds no path, title or name of yours."""
    from engine.bootstrap import build_doctor, build_sources  # noqa: PLC0415  (loads what help does not need)

    named = profile_of(context, profile)
    examiner = build_doctor(named)
    if paths:
        report = examiner.examine()
        say_json(report.to_json_able()) if as_json else _show(report)
        problem = report.database.problem or next(iter(report.database.integrity), "")
        if problem:
            raise StorageError(problem)
        return
    told, sources = examiner.diagnose(), build_sources(named)
    reports, now_ms = sources.look(), sources.now_ms()
    if as_json:
        say_json({**told.to_json_able(), "sources": [_source_as_json(one) for one in reports]})
    else:
        for one in reports:
            say(_source(one, now_ms))
        say(f"\n{text_of(told)}")
    if Finding.DATABASE in told.findings:
        raise StorageError("Look closer, with paths, by: kairos doctor --paths")


def _source(one: SourceReport, now_ms: int) -> str:
    last = "" if one.last_ms is None else f" (last {length(max(0, now_ms - one.last_ms))} ago)"
    mark = "!" if one.standing in WRONG else " "
    return f"{mark} {one.source.value.capitalize():<16} {one.standing.value}{last}. {one.told.value}"


def _source_as_json(one: SourceReport) -> dict[str, Any]:
    last = None if one.last_ms is None else iso_utc(one.last_ms)
    return {"source": one.source.value, "standing": one.standing.value, "says": one.told.value, "last": last}


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
