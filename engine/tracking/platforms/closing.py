"""What can ask a window of this desktop to close; only the chosen platform is imported."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from engine.domain.window_closer import WindowCloser
from engine.tracking.platforms.choose import backend_name

_CLOSERS = {"x11": ("x11_close", "X11Closer"), "wlroots": ("wlroots_close", "WlrootsCloser")}


def choose_closer(environ: Mapping[str, str], system: str) -> WindowCloser | None:
    """Return what closes windows here, None where nothing can; system is what platform.system() says."""
    known = _CLOSERS.get(backend_name(environ, system))
    if known is None:
        return None
    module, name = known
    try:
        made = getattr(import_module(f"engine.tracking.platforms.{module}"), name)(environ)
    except ImportError:
        return None
    return cast("WindowCloser", made)
