"""Which way of watching fits this session; only the chosen platform is imported."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from importlib import import_module
from typing import cast

from engine.domain.errors import ProbeUnavailable
from engine.tracking.probe import Probe

log = logging.getLogger(__name__)

_PROBES = {
    "x11": ("x11", "X11Probe"),
    "kwin": ("kwin", "KWinProbe"),
    "gnome": ("gnome", "GnomeProbe"),
    "wlroots": ("wlroots", "WlrootsProbe"),
    "windows": ("windows", "WindowsProbe"),
    "macos": ("macos", "MacProbe"),
}
_NO_DISPLAY = (
    "There is no desktop to watch here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start “kairos record” from "
    "inside a graphical session, for example at log-in. Over SSH, name the session that is on the screen first: "
    "“export DISPLAY=:0” for X11, or “export WAYLAND_DISPLAY=wayland-0 XDG_RUNTIME_DIR=/run/user/$(id -u)” for Wayland."
)

_HALF_SEEN = (
    "This is a Wayland session seen through its X11 side, where the windows of Wayland apps are missing: "
    "WAYLAND_DISPLAY is not set. Start Kairos from inside the session to see all windows."
)


def session_type(environ: Mapping[str, str], system: str) -> str:
    """Return "x11", "wayland", "windows", "macos" or "none"; system is what platform.system() says.

    What can be connected to counts, not what XDG_SESSION_TYPE claims: a shell over SSH inherits a claim and no screen.
    A session with both displays is Wayland's: seen through its X11 side, native windows would be missing in silence.
    """
    if system == "Windows":
        return "windows"
    if system == "Darwin":
        return "macos"
    if environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "x11" if environ.get("DISPLAY") else "none"


def backend_name(environ: Mapping[str, str], system: str) -> str:
    """Return the name of the way of watching that fits, "" where there is no desktop."""
    session = session_type(environ, system)
    if session == "none":
        return ""
    return _wayland_backend(environ) if session == "wayland" else session


def _wayland_backend(environ: Mapping[str, str]) -> str:
    desktops = {part.casefold() for part in environ.get("XDG_CURRENT_DESKTOP", "").split(":")}
    if "kde" in desktops:
        return "kwin"
    # Also Ubuntu ("ubuntu:GNOME") and the classic session ("GNOME-Classic:GNOME"), but not Budgie ("Budgie:GNOME"),
    # which on Wayland runs labwc and knows no extensions of GNOME Shell.
    return "gnome" if "gnome" in desktops and "budgie" not in desktops else "wlroots"


def caution(environ: Mapping[str, str], system: str) -> str:
    """Return one sentence for the person where the chosen way may see only part of the desktop, else ""."""
    claims_wayland = environ.get("XDG_SESSION_TYPE", "").casefold() == "wayland"
    return _HALF_SEEN if claims_wayland and session_type(environ, system) == "x11" else ""


def choose_probe(environ: Mapping[str, str], system: str) -> Probe:
    """Return the probe for this session, not yet connected.

    Where none fits, or its libraries are missing, ProbeUnavailable says what to do.
    """
    backend = backend_name(environ, system)
    if not backend:
        raise ProbeUnavailable(_NO_DISPLAY)
    half_seen = caution(environ, system)
    if half_seen:
        log.warning(half_seen)
    module, name = _PROBES[backend]
    try:
        made = getattr(import_module(f"engine.tracking.platforms.{module}"), name)(environ)
    except ImportError as cause:
        raise ProbeUnavailable(
            f"This is a {session_type(environ, system)} session, watched by “{backend}”, but a library for it is "
            f"missing ({cause.name or cause}). Install Kairos again in this environment, then start “kairos record”."
        ) from cause
    return cast("Probe", made)
