"""The only folder that names every concrete class: builds the engine and the recorder from their parts.

Imports stand inside the functions, so that the recorder does not load what only the window needs.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.api import DesktopGate, Doctor, Engine, Sources
    from engine.paths import ProfilePaths
    from engine.tracking.service import RecorderService

__all__ = ["build_doctor", "build_engine", "build_sources", "desktop_gate", "recording", "unlocked"]


def build_engine(paths: ProfilePaths) -> Engine:
    """Build what window and command line ask of one profile, as engine.bootstrap.whole does."""
    from engine.bootstrap.whole import build_engine as build  # noqa: PLC0415

    return build(paths)


def unlocked(paths: ProfilePaths, typed: str | None) -> ProfilePaths:
    """Return a profile with its key, as engine.bootstrap.unlocking finds it with what a person typed."""
    from engine.bootstrap.unlocking import unlock_with as unlock  # noqa: PLC0415

    return unlock(paths, typed)


def recording(paths: ProfilePaths) -> AbstractContextManager[RecorderService]:
    """Build the recorder's service, as engine.bootstrap.recorder does."""
    from engine.bootstrap.recorder import recording as build  # noqa: PLC0415

    return build(paths)


def build_doctor(paths: ProfilePaths) -> Doctor:
    """Build what examines this machine, as engine.bootstrap.desktop does."""
    from engine.bootstrap.desktop import build_doctor as build  # noqa: PLC0415

    return build(paths)


def build_sources(paths: ProfilePaths) -> Sources:
    """Build what says whether Kairos sees everything, as engine.bootstrap.desktop does."""
    from engine.bootstrap.desktop import build_sources as build  # noqa: PLC0415

    return build(paths)


def desktop_gate(changed: Callable[[], object] = lambda: None) -> DesktopGate:
    """Build the gate to this desktop, as engine.bootstrap.desktop does."""
    from engine.bootstrap.desktop import desktop_gate as build  # noqa: PLC0415

    return build(changed)
