"""Whether large work may be done now: only on mains power, and only while the machine has nothing better to do."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

LARGE = 500
"""So many documents or chunks that are due make the work large; less is done at any time."""

_BUSY = 1.5  # processes that want to run, per processor; the worker itself, which gives way to all, is one of them
_SUPPLIES = Path("/sys/class/power_supply")


def holds_back(due: int, *, on_mains: bool | None, load: float | None, processors: int) -> str:
    """Return why so much work should wait, in a sentence for a person; empty where it need not.

    on_mains, load: None where the system does not tell. load: how many processes wanted to run during the last minute.
    """
    if due <= LARGE:
        return ""
    if on_mains is False:
        return f"Waiting for mains power: {due:,} are due."
    if load is not None and (load - 1) / processors > _BUSY:
        return f"Waiting until the computer is less busy: {due:,} are due."
    return ""


def of_passages(reason: str) -> str:
    """Return why work should wait, where the work is on passages and not on documents."""
    return reason.replace(" are due.", " passages are due.")


def holds_back_now(due: int) -> str:
    """Return why so much work should wait on this machine now, empty where it need not."""
    if due <= LARGE:
        return ""
    return holds_back(due, on_mains=on_mains(), load=_load(), processors=os.cpu_count() or 1)


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


def _load() -> float | None:
    try:
        return os.getloadavg()[0]
    except (OSError, AttributeError):
        return None


def _on_mains_of_windows() -> bool | None:
    class Status(ctypes.Structure):
        _fields_ = (("line", ctypes.c_ubyte), ("rest", ctypes.c_ubyte * 11))

    status = Status()
    if not ctypes.windll.kernel32.GetSystemPowerStatus(ctypes.byref(status)):  # type: ignore[attr-defined]
        return None
    return {0: False, 1: True}.get(status.line)
