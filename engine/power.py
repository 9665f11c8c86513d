"""Whether the machine has power and time to spare, as work in the background asks before it begins."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_BUSY = 1.5  # processes that want to run, per processor; the worker itself, which gives way to all, is one of them
_SUPPLIES = Path("/sys/class/power_supply")


def is_busy(load: float | None, processors: int) -> bool:
    """Return whether the processors have better to do. load: how many processes wanted to run during the last minute.

    None: the system does not tell.
    """
    return load is not None and (load - 1) / processors > _BUSY


def has_spare() -> bool:
    """Return whether this machine is on mains power, as far as it tells, and not busy."""
    return on_mains() is not False and not is_busy(load(), os.cpu_count() or 1)


def on_mains(supplies: Path = _SUPPLIES) -> bool | None:
    """Return whether mains power feeds the machine, None where nothing tells: most likely it has no battery."""
    if sys.platform == "win32":
        return _on_mains_of_windows()
    try:
        found = [_supply(folder) for folder in supplies.iterdir()]
    except OSError:
        return None
    mains = [online for kind, online in found if kind in {"Mains", "USB"}]
    if any(online == "1" for online in mains):
        return True
    batteries = [state for kind, state in found if kind == "Battery"]
    return not any(state == "Discharging" for state in batteries) if batteries else None


def load() -> float | None:
    """Return how many processes wanted to run during the last minute, None where the system does not tell."""
    try:
        return os.getloadavg()[0]
    except (OSError, AttributeError):
        return None


def _supply(folder: Path) -> tuple[str, str]:
    """Return the kind of a supply and how it is: "1" for one that feeds, the word for a battery's state."""
    kind = _line(folder / "type")
    if kind == "Battery" and _line(folder / "scope") == "Device":  # a mouse's
        return "", ""
    return kind, _line(folder / ("status" if kind == "Battery" else "online"))


def _line(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        return ""


def _on_mains_of_windows() -> bool | None:
    import ctypes  # noqa: PLC0415  (the recorder asks, too, and needs it for nothing else)

    class Status(ctypes.Structure):
        _fields_ = (("line", ctypes.c_ubyte), ("rest", ctypes.c_ubyte * 11))

    status = Status()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):  # type: ignore[attr-defined]
        return None
    return {0: False, 1: True}.get(status.line)
