"""Try the Windows set-up program under wine with stand-in programs: what it installs, refuses, replaces and leaves.

    python packaging/windows/try_setup.py [--keep FOLDER]

Needs makensis, wine (64 bit), a mingw-w64 compiler, and PySide6 for the icon; no screen. A fresh wine prefix is
compared before and after, every file and every value of the registry. Prints a line per finding; the exit status is 0
where all are as they should be. It says nothing of the real programs, which were never run on Windows.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # recipes are scripts, no package

from windows.make_setup import CONSOLE, ROOT, WINDOW, recorder_value
from windows.wine_prefix import Prefix

HERE = Path(__file__).resolve().parent
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\Kairos"
LINK = r"AppData\Roaming\Microsoft\Windows\Start Menu\Programs\Kairos.lnk"
RUNNING = 3  # the exit status that says so; see kairos.nsi
SPECIAL = "we$rd $INSTDIR 数据.txt"


class Trial:
    """One prefix, two versions of the set-up program, and what was found."""

    def __init__(self, folder: Path) -> None:
        self.failed = 0
        self.prefix = Prefix(folder / "prefix")
        self.older = make(folder, "0.1.0", "only_in_older.txt")
        self.newer = make(folder, "0.2.0", "only_in_newer.txt")
        self.data = self.prefix.home / "AppData" / "Local" / "kairos" / "kairos.sqlite3"
        self.data.parent.mkdir(parents=True)
        self.data.write_text("what was recorded", encoding="utf-8")
        self.place = self.prefix.home / "AppData" / "Local" / "Programs" / "Kairos"

    def found(self, what: str, *, right: bool) -> None:
        """Print what was looked at and whether it is as it should be."""
        self.failed += not right
        print(f"{'ok  ' if right else 'FAIL'} {what}", flush=True)

    def same(self, what: str, changed: list[str]) -> None:
        """Say that nothing changed, or what did."""
        self.found(f"{what}: nothing changed", right=not changed)
        for name in changed[:20]:
            print(f"       {name}")

    def entry(self) -> dict[str, str]:
        """Return what "Apps & features" shows."""
        return self.prefix.values("user.reg", UNINSTALL_KEY)

    def uninstall(self, *, wait: bool = False) -> int:
        """Uninstall silently, as Windows would by itself; wait: in place, for the exit status of the work itself."""
        inside = self.prefix.windows_path(self.place)
        status = self.prefix.run(self.place / "uninstall.exe", "/S", *((f"_?={inside}",) if wait else ()))
        if not wait:
            self.prefix.settle()
        return status


def main(arguments: list[str]) -> int:
    """Go through every step; returns 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(description="Try the Windows set-up program under wine.")
    parser.add_argument("--keep", type=Path, help="work in this new folder and leave it, to look into")
    keep = parser.parse_args(arguments).keep
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as away:
        trial = Trial(keep or Path(away))
        for step in (install, refuse_while_it_runs, replace, leave_what_is_not_ours, for_all, elsewhere):
            do(trial, step)
        trial.prefix.end()
    print(f"{trial.failed} findings are wrong; {time.monotonic() - began:.0f} s", flush=True)
    return 1 if trial.failed else 0


def do(trial: Trial, step: Callable[[Trial], None]) -> None:
    """Take a step that begins and ends without Kairos, and compare."""
    name = step.__name__.replace("_", " ")
    before = trial.prefix.state()
    step(trial)
    if (trial.place / "uninstall.exe").exists():
        trial.found(f"{name}: uninstalled", right=trial.uninstall() == 0)
    trial.prefix.restart()  # the uninstaller's own copy in the temporary folder waits for that
    trial.same(f"{name}, and uninstall", trial.prefix.state().differences(before))
    trial.found(f"{name}: the data are there", right=trial.data.read_text(encoding="utf-8") == "what was recorded")


def install(trial: Trial) -> None:
    """Install without rights: files, menu entry, entry of "Apps & features"."""
    trial.found("the set-up ends well", right=trial.prefix.run(trial.older, "/S") == 0)
    files = {path.relative_to(trial.place).as_posix() for path in trial.place.rglob("*") if path.is_file()}
    wanted = {WINDOW, CONSOLE, "uninstall.exe", "_internal/only_in_older.txt", f"_internal/a$b/{SPECIAL}"}
    trial.found("every file is there, under its name", right=files == wanted)
    trial.found("menu entry", right=(trial.prefix.home / LINK.replace("\\", "/")).is_file())
    entry = trial.entry()
    trial.found("version", right=entry.get("DisplayVersion") == '"0.1.0"')
    trial.found("how to uninstall", right="uninstall.exe" in entry.get("QuietUninstallString", ""))
    trial.found("nothing starts at log-in", right=recorder_value() not in at_log_in(trial))


def refuse_while_it_runs(trial: Trial) -> None:
    """Change nothing while Kairos runs, neither by the new version nor by the uninstaller; end it only when told to."""
    trial.prefix.run(trial.older, "/S")
    runs = start(trial)
    before = trial.prefix.files()
    trial.found("the newer set-up refuses", right=trial.prefix.run(trial.newer, "/S") == RUNNING)
    trial.found("the uninstaller refuses", right=trial.uninstall(wait=True) == RUNNING)
    trial.same("refused", trial.prefix.files().differences(before))
    trial.found("it still runs", right=runs.poll() is None)
    trial.found("/End ends it and goes on", right=trial.prefix.run(trial.newer, "/S", "/End") == 0)
    trial.found("it ended in good order", right=runs.wait(timeout=30) == 0)
    trial.found("the newer version is there", right=trial.entry().get("DisplayVersion") == '"0.2.0"')


def replace(trial: Trial) -> None:
    """Upgrade in place: the older version's files go, what starts at log-in stays until the end."""
    trial.prefix.run(trial.older, "/S")
    command = f'"{trial.prefix.windows_path(trial.place)}\\{WINDOW}" --module engine.recorder'
    trial.prefix.run(
        "reg", "add", r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run", "/v", recorder_value(), "/d", command
    )
    trial.found("the newer set-up ends well", right=trial.prefix.run(trial.newer, "/S") == 0)
    inside = trial.place / "_internal"
    trial.found("what only the older version had is gone", right=not (inside / "only_in_older.txt").exists())
    trial.found("what the newer brings is there", right=(inside / "only_in_newer.txt").exists())
    trial.found("the log-in entry stayed", right=recorder_value() in at_log_in(trial))


def leave_what_is_not_ours(trial: Trial) -> None:
    """Uninstall beside a file and a log-in entry that somebody else put there."""
    trial.prefix.run(trial.older, "/S")
    note = trial.place / "_internal" / "my note.txt"
    note.write_text("mine", encoding="utf-8")
    trial.found("uninstalled beside a file of the person's", right=trial.uninstall() == 0)
    left = [path.name for path in trial.place.rglob("*") if path.is_file()]
    trial.found("that file is all that is left", right=left == ["my note.txt"])
    note.unlink()
    for folder in (note.parent, trial.place, trial.place.parent):
        folder.rmdir()


def for_all(trial: Trial) -> None:
    """Install for everybody, from an administrator's prompt, and take it away."""
    mine, trial.place = trial.place, trial.prefix.drive / "Program Files" / "Kairos"
    trial.found("installed for all", right=trial.prefix.run(trial.older, "/S", "/AllUsers") == 0)
    trial.found("under Program Files", right=(trial.place / WINDOW).is_file())
    machine = trial.prefix.values("system.reg", UNINSTALL_KEY)
    trial.found("entry of the machine", right=machine.get("DisplayVersion") == '"0.1.0"' and not trial.entry())
    trial.found("uninstalled for all", right=trial.uninstall() == 0 and not trial.place.exists())
    trial.place = mine


def elsewhere(trial: Trial) -> None:
    """Install into a folder with a space and Chinese in its name; the next version finds it by itself."""
    mine, trial.place = trial.place, trial.prefix.drive / "工具 tools" / "Kairos"
    trial.prefix.run(trial.older, "/S", "/D=C:\\工具", "tools\\Kairos")  # never quoted
    trial.found("installed where it was told", right=(trial.place / WINDOW).is_file())
    trial.prefix.run(trial.newer, "/S")
    trial.found(
        "replaced there", right=(trial.place / "_internal" / "only_in_newer.txt").exists() and not mine.exists()
    )
    trial.found("uninstalled there", right=trial.uninstall() == 0 and not trial.place.exists())
    trial.place.parent.rmdir()  # the folder above was the person's wish
    trial.place = mine


def at_log_in(trial: Trial) -> dict[str, str]:
    """Return what starts at the person's log-in."""
    return trial.prefix.values("user.reg", r"Software\Microsoft\Windows\CurrentVersion\Run")


def start(trial: Trial) -> subprocess.Popen[bytes]:
    """Start the installed stand-in and wait until it runs."""
    sign = trial.prefix.drive / "started"
    runs = trial.prefix.start(trial.place / CONSOLE, "run", "C:\\started")
    deadline = time.monotonic() + 60
    while not sign.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    sign.unlink()
    return runs


def make(folder: Path, version: str, own: str) -> Path:
    """Compile a set-up program of stand-ins with one file of its own and one of a difficult name."""
    payload, icon = folder / f"payload-{version}", folder / "kairos.ico"
    difficult = payload / "_internal" / "a$b" / SPECIAL
    difficult.parent.mkdir(parents=True)
    difficult.write_text("x", encoding="utf-8")
    (payload / "_internal" / own).write_text(version, encoding="utf-8")
    for program in (WINDOW, CONSOLE):
        compiler = ["x86_64-w64-mingw32-gcc", "-O1", "-s", "-mwindows", "-o", str(payload / program)]
        subprocess.run([*compiler, str(HERE / "stand_in.c")], check=True)
    if not icon.exists():
        subprocess.run([sys.executable, str(HERE / "icon.py"), str(icon)], check=True)
    output = folder / f"Kairos-{version}-setup.exe"
    command = [sys.executable, str(HERE / "make_setup.py"), str(payload), str(output), "--version", version]
    subprocess.run([*command, "--icon", str(icon)], cwd=ROOT, check=True)
    return output


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
