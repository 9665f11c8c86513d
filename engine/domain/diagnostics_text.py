"""Diagnostics as lines of text, for a terminal or a message to somebody."""

from __future__ import annotations

from collections.abc import Iterable

from engine.domain.diagnostics import DatabaseFacts, DesktopFacts, Diagnostics, PlaceFacts, RecorderFacts


def text_of(told: Diagnostics) -> str:
    """Return the diagnostics as lines for a message to somebody, the same in every language."""
    return "\n".join(_lines(told))


def _lines(told: Diagnostics) -> Iterable[str]:
    yield f"Kairos {told.kairos}, Python {told.python}, {told.system.value} {told.kernel} {told.machine.value}"
    yield _desktop(told.desktop)
    yield _recorder(told.recorder)
    yield _database(told.database)
    yield from (_place(one) for one in told.places if one.exists)
    yield "Packages   " + ", ".join(f"{name} {version or 'missing'}" for name, version in told.packages)
    yield _network(told)
    if told.jobs:
        yield "Jobs       " + ", ".join(f"{one.name}: {one.outcome or 'never ran'} ({one.runs})" for one in told.jobs)
    yield from (f"Log        {one.module}: {one.errors} errors, {one.warnings} warnings" for one in told.log)
    yield from (f"Look at    {one.value}" for one in told.findings)
    if not told.findings:
        yield "All well."


def _desktop(desktop: DesktopFacts) -> str:
    can = {name: getattr(desktop, name) for name in ("windows", "titles", "idle", "lock", "suspend")}
    seen = ", ".join(name for name, holds in can.items() if holds) or "nothing"
    unseen = ", ".join(name for name, holds in can.items() if not holds)
    missing = f"; cannot see {unseen}" if unseen else ""
    backend = desktop.backend.value or "nothing"
    return f"Desktop    {desktop.session.value}, watched by {backend}: sees {seen}{missing}"


def _recorder(recorder: RecorderFacts) -> str:
    facts = [recorder.state.value]
    if recorder.runs_s is not None:
        facts.append(f"for {recorder.runs_s} s")
    if recorder.silent_s is not None:
        facts.append(f"last sign of life {recorder.silent_s} s ago")
    if recorder.waiting:
        facts.append(f"{recorder.waiting} changes waiting")
    return f"Recorder   {', '.join(facts)}"


def _database(database: DatabaseFacts) -> str:
    coded = {True: "encrypted", False: "not encrypted", None: "encryption unknown"}[database.encrypted]
    facts = [database.state.value, coded, f"{database.size_bytes} bytes", f"{database.activities} activities"]
    if database.schema:
        facts.append(f"schema {database.schema}, SQLite {database.sqlite}, SQLCipher {database.sqlcipher}")
    if database.faults:
        facts.append(f"{database.faults} faults")
    return f"Database   {', '.join(facts)}"


def _place(one: PlaceFacts) -> str:
    mode = "" if one.mode is None else f"{one.mode:04o} "
    return f"{one.place.value.capitalize():<10} {mode}{one.size_bytes} bytes{'' if one.writable else ', not writable'}"


def _network(told: Diagnostics) -> str:
    since = "" if told.counted_days is None else f" in {told.counted_days} days"
    refused = ", ".join(f"{role.value} {many}" for role, many in told.network) or "none"
    return f"Network    0 connections opened{since}; refused: {refused}"
