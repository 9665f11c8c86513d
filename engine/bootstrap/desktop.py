"""Builds what looks at this desktop: the gate to it, the doctor, the probes beside the window's."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from engine.bootstrap.opening import open_existing_database
from engine.paths import ProfilePaths

if TYPE_CHECKING:
    from engine.api import DesktopGate, Doctor, Sources
    from engine.domain.health import ProbeReport
    from engine.storage.database import Database
    from engine.tracking.probe import Probe


def desktop_gate(changed: Callable[[], object] = lambda: None) -> DesktopGate:
    """Build what asks this desktop to be seen; it needs no profile. changed: tells a running recorder."""
    from engine.api.desktop_access import DesktopGate  # noqa: PLC0415
    from engine.tracking.platforms.choose import backend_name  # noqa: PLC0415

    return DesktopGate(os.environ, backend_name(os.environ, platform.system()), changed)


def build_doctor(paths: ProfilePaths) -> Doctor:
    """Build the doctor alone: it must work where the engine cannot be built."""
    from engine.api import Doctor  # noqa: PLC0415

    return Doctor(paths, desktop=desktop, open_existing=open_existing_database)


def build_sources(paths: ProfilePaths, database: Database | None = None) -> Sources:
    """Build what says whether Kairos sees everything. database: one that is open; else each look opens it."""
    from engine.api import Sources  # noqa: PLC0415
    from engine.bootstrap.keys import build_keys  # noqa: PLC0415
    from engine.bootstrap.mind_advice import local_clock  # noqa: PLC0415

    clock = local_clock()

    def opened() -> AbstractContextManager[Database]:
        return closing(open_existing_database(paths)) if database is None else nullcontext(database)

    return Sources(
        paths,
        clock,
        opened=opened,
        desktop=desktop,
        encryption=lambda known: build_keys(known, paths, clock).state(),
    )


def desktop() -> ProbeReport:
    """Return what can be watched here, and what is missing."""
    from engine.tracking.desktop_look import look_at_desktop  # noqa: PLC0415
    from engine.tracking.platforms.choose import caution, choose_probe, session_type  # noqa: PLC0415

    environ, system = os.environ, platform.system()
    report = look_at_desktop(session_type(environ, system), lambda: choose_probe(environ, system), companions())
    return replace(report, note=report.note or caution(environ, system))


def companions() -> tuple[Probe, ...]:
    """Return the probes that tell session states beside the window probe."""
    if sys.platform != "linux":
        return ()
    from engine.tracking.platforms.session_bus import SessionBusProbe  # noqa: PLC0415

    return (SessionBusProbe(),)
