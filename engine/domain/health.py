"""How well Kairos sees: what the recorder says of itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum


class RecorderState(StrEnum):
    """What the recorder is doing."""

    STOPPED = "stopped"
    STARTING = "starting"  # it runs and has not looked at the desktop yet; only ever said by others of it
    RECORDING = "recording"
    PAUSED = "paused"
    NOT_SAVING = "not_saving"  # it sees, and keeps what it sees in memory, but cannot write
    BLIND = "blind"  # it runs, but the desktop cannot be watched


@dataclass(frozen=True, slots=True)
class ProbeReport:
    """What one way of watching this desktop can give.

    session: "x11", "wayland", "windows", "macos" or "none". backend: the probe's name, empty where none fits.
    note: one sentence for the person where something is missing, else empty.
    """

    session: str
    backend: str
    windows: bool
    titles: bool
    idle: bool
    lock: bool
    suspend: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class RecorderHealth:
    """The recorder's own account; times in UTC milliseconds, None where there is none.

    beat_ms: its last sign of life. waiting: changes held in memory because they cannot be written.
    paused_until_ms: when a pause ends.
    """

    state: RecorderState
    pid: int | None = None
    started_ms: int | None = None
    beat_ms: int | None = None
    waiting: int = 0
    paused_until_ms: int | None = None
    message: str = field(default="")
    probe: ProbeReport | None = None


def joined(chosen: ProbeReport, companions: Iterable[ProbeReport]) -> ProbeReport:
    """Return the report with the session states its companions can tell; its own note goes before theirs."""
    for companion in companions:
        chosen = replace(
            chosen,
            lock=chosen.lock or companion.lock,
            suspend=chosen.suspend or companion.suspend,
            note=chosen.note or companion.note,
        )
    return chosen
