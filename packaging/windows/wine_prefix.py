"""A machine of wine's own making: programs run in it, and every file and value of the registry compared."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

# What wine writes by itself whenever a program starts: devices it finds, fonts, and its own counters.
_WINES_OWN = re.compile(
    r"ControlSet001\\(Enum|Control\\(Class|DeviceClasses|Video|Nls)|Services\\(WineBus|winebus|HidServ))"
    r"|CurrentControlSet\\(Enum|Control\\(Class|DeviceClasses|Video))"
    r"|Software\\Wine\\|NetworkCards|HARDWARE\\|Hardware Profiles|VolatileEnvironment|Volatile Environment",
    re.IGNORECASE,
)
# The folder NSIS's uninstaller ran from: empty, and asked to go at the next start; wine then removes files alone.
_WINE_FORGETS = re.compile(r"/Temp/~nsu\w+\.tmp$")


@dataclass(frozen=True)
class State:
    """Every file with its size and time, and every value of the registry with its text, by name."""

    entries: dict[str, str]

    def differences(self, before: State) -> list[str]:
        """Return what is new, gone or changed, by name, with a sign before it."""
        now, then = self.entries, before.entries
        new = [f"+ {name}" for name in now.keys() - then.keys()]
        gone = [f"- {name}" for name in then.keys() - now.keys()]
        return sorted(new + gone + [f"~ {name}" for name in now.keys() & then.keys() if now[name] != then[name]])


class Prefix:
    """A fresh wine prefix, without Mono, Gecko and menu entries outside of it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        self.folder = folder
        self.drive = folder / "drive_c"
        self._environment = {
            **os.environ,
            "WINEPREFIX": str(folder),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
            "LC_ALL": "C.UTF-8",
        }
        self.run("wineboot", "-i")
        self.run("cmd", "/c", "ver")  # a first program makes wine write what it writes once
        self.restart()

    @property
    def home(self) -> Path:
        """The person's folder."""
        return next(path for path in (self.drive / "users").iterdir() if path.name != "Public")

    def windows_path(self, path: Path) -> str:
        """Return a path of the drive as programs in it see it."""
        return "C:\\" + "\\".join(path.relative_to(self.drive).parts)

    def run(self, program: Path | str, *words: str) -> int:
        """Run a program to its end; returns its exit status."""
        return self.start(program, *words).wait(timeout=300)

    def start(self, program: Path | str, *words: str) -> subprocess.Popen[bytes]:
        """Start a program: a file of this machine, or one that wine brings, by its name."""
        return subprocess.Popen(
            ["wine", str(program), *words],
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def settle(self) -> None:
        """Wait until every program has ended and the registry is written."""
        subprocess.run(["wineserver", "-w"], env=self._environment, check=True, timeout=300)

    def end(self) -> None:
        """End whatever runs."""
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False)

    def restart(self) -> None:
        """Wait until every program has ended, and start the machine anew: what waited for that is done then."""
        self.settle()
        self.run("wineboot")
        self.settle()

    def state(self) -> State:
        """Return files and registry as they are, once every program has ended."""
        self.settle()
        values = {
            f"{file}:{key}\\{name}": value
            for file in ("system.reg", "user.reg", "userdef.reg")
            for key, found in self._registry(file).items()
            for name, value in (found or {"": ""}).items()
        }
        return State(
            self.files().entries | {name: text for name, text in values.items() if not _WINES_OWN.search(name)}
        )

    def files(self) -> State:
        """Return the files alone, which can be looked at while programs run."""
        found = {path.relative_to(self.folder).as_posix(): look_of(path) for path in self.drive.rglob("*")}
        return State({name: look for name, look in found.items() if look or not _WINE_FORGETS.search(name)})

    def values(self, file: str, key: str) -> dict[str, str]:
        """Return a key's values as wine writes them (texts in quotes); none where the key is not there."""
        self.settle()
        return self._registry(file).get(key, {})

    def _registry(self, file: str) -> dict[str, dict[str, str]]:
        text = (self.folder / file).read_text(encoding="utf-8", errors="replace").replace("\\\n", "")
        return dict(read_key(block) for block in re.split(r"\n(?=\[)", text)[1:])


def read_key(block: str) -> tuple[str, dict[str, str]]:
    """Return a key's name and values from its lines in wine's file."""
    head, *lines = block.splitlines()
    name = head[1 : head.rindex("]")].replace("\\\\", "\\")
    values = (re.match(r'"((?:[^"\\]|\\.)*)"=(.*)|@=(.*)', line) for line in lines)
    return name, {found.group(1) or "": found.group(2) or found.group(3) or "" for found in values if found}


def look_of(path: Path) -> str:
    """Return what tells a file from another, size and time of the last change; nothing for folders and links."""
    if path.is_symlink() or not path.is_file():
        return ""
    found = path.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
