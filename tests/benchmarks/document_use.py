"""How much of a day's reading and writing is told to the right document, with LibreOffice Writer and real viewers.

    python tests/benchmarks/document_use.py [--minutes 5] [--seed 1]

Runs on a throw-away X11 desktop: the real recorder, the real command line and index worker, LibreOffice Writer (two
documents in one process), evince, zathura, mousepad, a terminal. Every window is in front for 3 to 9 seconds at a
time, in a random order; one document is renamed while it is open, one is changed without being saved. The truth is
the script's own clock. Needs libreoffice-writer, evince, zathura and mousepad beside what the desktop tests need.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

_TESTS = Path(__file__).resolve().parent.parent
for _folder in (_TESTS, _TESTS.parent):
    if str(_folder) not in sys.path:
        sys.path.insert(0, str(_folder))

from benchmarks.figures import Figure, show  # noqa: E402  (the path is set just above)
from helpers.desktop_programs import wait_until  # noqa: E402
from helpers.desktop_recorder import RealRecorder  # noqa: E402
from helpers.desktop_x11 import X11Desktop, XWindow, x11_desktop  # noqa: E402
from helpers.reading_day import Reader, Stay, told_right, write_pdf  # noqa: E402

from engine.bootstrap import build_engine  # noqa: E402
from engine.domain.document_use import ShownDocument  # noqa: E402

_FOREVER_MS = 1 << 44
_SHORTEST_S, _LONGEST_S = 3.0, 9.0
_QUIET_OFFICE = """<?xml version="1.0"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value>
</prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>7.4</value>
</prop></item>
</oor:items>"""
_ODT = """<?xml version="1.0"?><office:document-content office:version="1.2"
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
<text:p>{text}</text:p></office:text></office:body></office:document-content>"""
_MANIFEST = """<?xml version="1.0"?><manifest:manifest manifest:version="1.2"
 xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


class Desk:
    """The documents, and a window on each."""

    def __init__(self, desktop: X11Desktop, folder: Path) -> None:
        self.desktop, self.reader = desktop, Reader(desktop)
        self.inside, self.outside = folder / "docs", folder / "elsewhere"
        self._folder = folder
        self.windows: list[XWindow] = []
        for place in (self.inside / "a", self.inside / "b", self.outside):
            place.mkdir(parents=True)
            (place / "notes.txt").write_text(f"notes {place.name}\n", encoding="utf-8")
        (self.inside / "guide.md").write_text("# Guide\n" * 200, encoding="utf-8")
        for name in ("report.odt", "报告.odt"):
            write_odt(self.inside / name, f"The text of {name}")
        write_pdf(self.inside / "paper.pdf", "Attention Is All You Need", 5)
        write_pdf(self.inside / "draft.pdf", "A Draft on Sleep", 5)
        write_pdf(self.inside / "讲义（第二版）.pdf", "机器学习讲义", 5)
        write_pdf(self.outside / "paper.pdf", "Something Else", 5)

    def open_all(self) -> None:
        """Open every document, each where people open such."""
        config = f"--config-dir={self._folder / 'zathura'}", f"--data-dir={self._folder / 'zathura'}"
        for path in (self.inside / "a" / "notes.txt", self.inside / "b" / "notes.txt", self.outside / "notes.txt"):
            self._open(path, "mousepad", "--disable-server")
        for name in ("paper.pdf", "draft.pdf"):
            self._open(self.inside / name, "evince")
        self._open(self.inside / "讲义（第二版）.pdf", "zathura", *config)
        self._open(self.outside / "paper.pdf", "zathura", *config)
        guide = self.inside / "guide.md"
        self._keep(
            guide, self.desktop.program("less guide.md", "xterm", "-T", "less guide.md", "-e", "less", str(guide))
        )
        self._keep(None, self.desktop.xterm("paper.pdf — Mozilla Firefox", name="firefox"))
        self._keep(None, self.desktop.xterm("root@box: ~"))
        self._open_office(self.inside / "report.odt", self.inside / "报告.odt")

    def _open(self, path: Path, *command: str) -> None:
        shows = path if self.inside in path.parents else None
        self.windows.append(self.reader.open(shows, *command, str(path), title=path.name))

    def _keep(self, shows: Path | None, window: XWindow) -> None:
        self.windows.append(self.reader.opened(shows, window))

    def _open_office(self, *paths: Path) -> None:
        home = self._folder / "office"
        (home / "user").mkdir(parents=True)
        (home / "user" / "registrymodifications.xcu").write_text(_QUIET_OFFICE, encoding="utf-8")
        quiet = ("--norestore", "--nologo", "--nodefault", f"-env:UserInstallation={home.as_uri()}")
        process = self.desktop.programs.start("soffice", *quiet, *map(str, paths))
        for path in paths:
            wait_until(lambda path=path: self._searched(path.name), f"LibreOffice to show {path.name}", patience_s=120)  # type: ignore[misc]
            self._keep(path, XWindow(self._searched(path.name), process))

    def _searched(self, name: str) -> str:
        asked = subprocess.run(
            ("xdotool", "search", "--onlyvisible", "--name", f"{name}.*LibreOffice"),
            env=self.desktop.environ, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return (asked.stdout.splitlines() or [""])[0]


def write_odt(path: Path, text: str) -> None:
    """Write the smallest text document."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        archive.writestr("content.xml", _ODT.format(text=text))
        archive.writestr("META-INF/manifest.xml", _MANIFEST)


def kairos(profile: Path, *words: str) -> Any:
    """Run a command and return what it said as JSON."""
    done = subprocess.run(
        (sys.executable, "-m", "engine.cli", *words, "--json", "--profile", str(profile)),
        capture_output=True, text=True, check=False, cwd=_TESTS.parent,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"kairos {' '.join(words)} failed: {done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def measure(desktop: X11Desktop, folder: Path, minutes: float, chance: random.Random) -> list[Figure]:
    """Read and write for so many minutes, and compare what was told with what was done."""
    desk, profile = Desk(desktop, folder), folder / "profile"
    desktop.environ["HOME"] = str(folder / "home")  # what programs remember of earlier runs is none of this one's
    (folder / "home").mkdir()
    recorder = RealRecorder(desktop.programs, profile)
    kairos(profile, "documents", "add", str(desk.inside))
    kairos(profile, "documents", "index", "--words-only")
    desk.open_all()
    recorder.start()
    draft, final = desk.inside / "draft.pdf", desk.inside / "final.pdf"
    spend(desk, minutes / 2, chance)
    draft.rename(final)
    kairos(profile, "documents", "index", "--words-only")
    spend(desk, minutes / 2, chance)
    recorder.stop()
    used = kairos(profile, "documents", "used", "--week")
    engine = build_engine(recorder.paths)
    try:
        shown = engine.document_use.during(0, _FOREVER_MS)
    finally:
        engine.close()
    stays = [replace(one, path=str(final)) if one.path == str(draft) else one for one in desk.reader.stays]
    tell(used, stays, shown, folder)
    right, length = told_right(stays, shown, lambda path: path)
    return [
        Figure("told right, % of the time", 100 * right / length, "at least 95"),
        Figure("minutes", length / 60_000),
        Figure("windows brought to the front", len(stays)),
        Figure("documents read, of 8", len(used), "8"),
    ]


def spend(desk: Desk, minutes: float, chance: random.Random) -> None:
    """Go from window to window in an order that changes, and write into some."""
    until = time.monotonic() + minutes * 60
    due: list[XWindow] = []
    while time.monotonic() < until:
        due = due or chance.sample(desk.windows, len(desk.windows))
        window = due.pop()
        write = "notes.txt - Mousepad" in desk.reader.title(window.id) and chance.random() < 0.5
        typing = (lambda: desk.desktop.programs.run("xdotool", "type", "more ")) if write else (lambda: None)
        desk.reader.stay(window, chance.uniform(_SHORTEST_S, _LONGEST_S), typing)


def tell(used: list[dict[str, Any]], stays: list[Stay], shown: list[ShownDocument], folder: Path) -> None:
    """Print what was used, and every stay most of which was told wrong."""
    for one in used:
        path = Path(one["path"]).relative_to(folder)
        sys.stdout.write(f"{one['minutes']:>6.2f} min {one['confidence']:>5.0%}  {path}\n")
    for stay in stays:
        right, whole = told_right([stay], shown, lambda path: path)
        if right < whole / 2:
            sys.stdout.write(f"told otherwise: {stay.path or '(no document)'}, {whole} ms\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kairos-use-") as folder, x11_desktop(Path(folder) / "desktop") as desktop:
        chance = random.Random(chosen.seed)
        show("Use of documents", measure(desktop, Path(folder), chosen.minutes, chance))


if __name__ == "__main__":
    main()
