"""What this desktop needs installed to be seen: asked for, put in place and taken away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from engine.domain.desktop_access import DesktopAccess
from engine.domain.errors import ProbeError, UsageError

GNOME_EXTENSION = "gnome-extension"
KWIN_SCRIPT = "kwin-script"
_PATIENCE_S = 5.0
_WITHOUT_GNOME = frozenset({"windows", "macos"})


class DesktopGate:
    """The consent to be seen; nothing is put in place before grant is called.

    environ: the session's variables. backend: the name of the way of watching that fits. changed: tells the recorder.
    """

    def __init__(self, environ: Mapping[str, str], backend: str, changed: Callable[[], object]) -> None:
        self._environ = environ
        self._backend = backend
        self._changed = changed

    def needed(self) -> DesktopAccess:
        """Return what this desktop needs, and whether it is there."""
        if self._backend == "kwin":
            return DesktopAccess(needed=False, what=KWIN_SCRIPT)
        return self.extension() if self._backend == "gnome" else DesktopAccess(needed=False)

    def extension(self) -> DesktopAccess:
        """Return how it stands with GNOME's extension, whether this desktop needs it or not."""
        if self._backend in _WITHOUT_GNOME:
            return DesktopAccess(needed=False)
        from engine.tracking.platforms import gnome_extension  # noqa: PLC0415  (for Linux, and GNOME, alone)

        target = gnome_extension.extensions_folder(self._environ) / gnome_extension.UUID
        return DesktopAccess(
            needed=self._backend == "gnome",
            what=GNOME_EXTENSION,
            folder=str(target),
            installed=gnome_extension.is_installed(self._environ),
            removable=target.exists(),
        )

    def grant(self) -> bool:
        """Put it in place and ask the desktop to run it; returns whether it runs already.

        False means that it will after the next log-in, when grant asks once more. Raises ProbeUnavailable where its
        folder cannot be written, UsageError where this desktop needs nothing.
        """
        from engine.tracking.platforms import gnome_extension  # noqa: PLC0415

        if self._backend != "gnome":
            raise UsageError("Only GNOME on Wayland needs the extension, and this is another kind of session.")
        if not gnome_extension.is_installed(self._environ):
            gnome_extension.install_extension(gnome_extension.extensions_folder(self._environ))
        runs = self._switch_on()
        self._changed()
        return runs

    def revoke(self) -> None:
        """Take it away again; none there is fine. Raises ProbeUnavailable where it cannot be deleted."""
        if self._backend in _WITHOUT_GNOME:
            return
        from engine.tracking.platforms import gnome_extension  # noqa: PLC0415

        gnome_extension.remove_extension(gnome_extension.extensions_folder(self._environ))
        self._changed()

    def _switch_on(self) -> bool:
        from engine.tracking.platforms.gnome_extension import switch_on  # noqa: PLC0415

        async def ask() -> bool:
            async with asyncio.timeout(_PATIENCE_S):
                return await switch_on(self._environ)

        try:
            return asyncio.run(ask())
        except (ProbeError, TimeoutError):
            return False
