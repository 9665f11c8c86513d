"""Starting the recorder when the person logs in, in each system's own way.

Linux: an XDG autostart file. macOS: a launch agent. Windows: a value under the person's own Run key. All of them
belong to the person alone, need no rights and can be switched off with the system's own tools as well.
"""

from __future__ import annotations

import contextlib
import os
import platform
import plistlib
import re
import subprocess
import sys
from collections.abc import Mapping, MutableMapping, Sequence
from configparser import ConfigParser
from configparser import Error as BadDesktopFile
from pathlib import Path
from typing import Any, Protocol
from xml.parsers.expat import ExpatError

from engine.domain.errors import UsageError
from engine.domain.log_in import LogInState

AUTOSTART_NAME = "kairos-recorder.desktop"
AGENT_LABEL = "app.kairos.recorder"
RUN_NAME = "Kairos recorder"
_PLAIN = re.compile(r"[A-Za-z0-9_./:@+,=-]+")


class LogInEntry(Protocol):
    """The place where this system notes what starts at log-in."""

    def is_enabled(self) -> bool:
        """Say whether the recorder starts at log-in; what cannot be read counts as no."""
        ...

    def holds(self, command: Sequence[str]) -> bool:
        """Say whether what is noted is this command, program first."""
        ...

    def enable(self, command: Sequence[str]) -> None:
        """Note the command, program first; an older note is replaced. Raises OSError."""
        ...

    def disable(self) -> None:
        """Take the note away; none is fine. Raises OSError."""
        ...


def is_enabled(entry: LogInEntry | None = None) -> bool:
    """Say whether the recorder starts at log-in."""
    return (entry or entry_for(platform.system(), os.environ)).is_enabled()


def state_of(command: Sequence[str], entry: LogInEntry | None = None) -> LogInState:
    """Return whether this command starts at log-in, nothing does, or another one: of a place Kairos was moved from."""
    found = entry or entry_for(platform.system(), os.environ)
    if not found.is_enabled():
        return LogInState.OFF
    return LogInState.ON if found.holds(command) else LogInState.OTHER


def enable(command: Sequence[str], entry: LogInEntry | None = None) -> None:
    """Start the command, program first, at every log-in from now on; raises UsageError where that cannot be noted."""
    try:
        (entry or entry_for(platform.system(), os.environ)).enable(command)
    except OSError as cause:
        raise UsageError(f"Kairos could not be set to start at log-in: {cause.strerror or cause}.") from cause


def disable(entry: LogInEntry | None = None) -> None:
    """Start nothing at log-in any more; raises UsageError where the note cannot be removed."""
    try:
        (entry or entry_for(platform.system(), os.environ)).disable()
    except OSError as cause:
        raise UsageError(f"Kairos still starts at log-in, for that could not be undone: {cause}.") from cause


def entry_for(system: str, environ: Mapping[str, str]) -> LogInEntry:
    """Return the place for a system (as platform.system() names it) and a person's environment."""
    home = Path(environ.get("HOME") or Path.home())
    if system == "Darwin":
        return LaunchAgent(home / "Library/LaunchAgents" / f"{AGENT_LABEL}.plist")
    if system == "Windows":
        return RunKey(_windows_run_values())
    config = Path(environ.get("XDG_CONFIG_HOME") or home / ".config")
    return AutostartFile((config if config.is_absolute() else home / ".config") / "autostart" / AUTOSTART_NAME)


class AutostartFile:
    """A file in the autostart folder of freedesktop.org."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_enabled(self) -> bool:
        """Say whether the file is there and no desktop has switched it off."""
        found = self._found()
        off = found.get("hidden", "").casefold() == "true"
        off = off or found.get("x-gnome-autostart-enabled", "").casefold() == "false"
        return bool(found.get("exec")) and not off

    def holds(self, command: Sequence[str]) -> bool:
        """Say whether the file runs this command."""
        return self._found().get("exec") == exec_line(command)

    def _found(self) -> dict[str, str]:
        parser = ConfigParser(interpolation=None, strict=False)
        try:
            parser.read_string(self._path.read_text(encoding="utf-8"))
            return dict(parser.items("Desktop Entry"))
        except (OSError, UnicodeDecodeError, BadDesktopFile):
            return {}

    def enable(self, command: Sequence[str]) -> None:
        """Write the file."""
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            "Name=Kairos recorder",
            "Name[zh_CN]=Kairos 记录器",
            "Comment=Records which window is in front, on this machine only",
            "Comment[zh_CN]=仅在本机记录当前窗口",
            f"Exec={exec_line(command)}",
            "TryExec=" + command[0].replace("\\", "\\\\"),  # where it was removed since, desktops start nothing
            "Terminal=false",
            "NoDisplay=true",
            "X-GNOME-Autostart-enabled=true",
        )
        _replace(self._path, ("\n".join(lines) + "\n").encode())

    def disable(self) -> None:
        """Remove the file."""
        self._path.unlink(missing_ok=True)


def exec_line(command: Sequence[str]) -> str:
    """Return a command as the value of Exec: quoted, field codes escaped, then escaped as a string value.

    A line break, or a path that is no text, cannot be written there and raises UsageError.
    """
    if any("\ud800" <= char <= "\udfff" for argument in command for char in argument):
        raise UsageError("Kairos could not be set to start at log-in: its path is no text in UTF-8.")
    if any(char in argument for argument in command for char in "\n\r\x00"):
        raise UsageError("Kairos could not be set to start at log-in: its path holds a line break.")
    quoted = (argument if _PLAIN.fullmatch(argument) else _exec_quoted(argument) for argument in command)
    return " ".join(quoted).replace("\\", "\\\\").replace("%", "%%")


def _exec_quoted(argument: str) -> str:
    return '"' + re.sub(r'(["`$\\])', r"\\\1", argument) + '"'


class LaunchAgent:
    """A launch agent of macOS; it takes effect at the next log-in."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def is_enabled(self) -> bool:
        """Say whether the agent is there and starts at load."""
        found = self._found()
        return found.get("RunAtLoad") is True and not found.get("Disabled", False)

    def holds(self, command: Sequence[str]) -> bool:
        """Say whether the agent runs this command."""
        return self._found().get("ProgramArguments") == list(command)

    def _found(self) -> dict[str, Any]:
        try:
            found = plistlib.loads(self._path.read_bytes())
        except (OSError, ValueError, ExpatError, plistlib.InvalidFileException):
            return {}
        return found if isinstance(found, dict) else {}

    def enable(self, command: Sequence[str]) -> None:
        """Write the agent."""
        agent = {
            "Label": AGENT_LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "ProcessType": "Background",
            "LimitLoadToSessionType": "Aqua",
        }
        _replace(self._path, plistlib.dumps(agent))

    def disable(self) -> None:
        """Remove the agent."""
        self._path.unlink(missing_ok=True)


class RunKey:
    """The values of the person's Run key, which Windows starts at log-in."""

    def __init__(self, values: MutableMapping[str, str]) -> None:
        self._values = values

    def is_enabled(self) -> bool:
        """Say whether the value is there."""
        try:
            return bool(self._values.get(RUN_NAME))
        except OSError:
            return False

    def holds(self, command: Sequence[str]) -> bool:
        """Say whether the value runs this command."""
        try:
            return self._values.get(RUN_NAME) == subprocess.list2cmdline(command)
        except OSError:
            return False

    def enable(self, command: Sequence[str]) -> None:
        """Write the value, quoted as Windows programs read their command line."""
        self._values[RUN_NAME] = subprocess.list2cmdline(command)

    def disable(self) -> None:
        """Remove the value."""
        with contextlib.suppress(KeyError):
            del self._values[RUN_NAME]


def _windows_run_values() -> MutableMapping[str, str]:
    if sys.platform == "win32":
        from engine.tracking.platforms.windows_registry import RunValues  # noqa: PLC0415  (exists on Windows only)

        return RunValues()
    raise UsageError("The registry of Windows can be reached on Windows only.")


def _replace(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
