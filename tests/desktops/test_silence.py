"""Nothing leaves the machine: no process asks for an internet address, and without any network nothing changes.

Nor does anything become anybody's: under the loosest umask every file is its owner's alone.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from helpers.desktop_programs import need, wait_until
from helpers.desktop_recorder import RealRecorder
from helpers.desktop_x11 import x11_desktop

from engine.domain.documents import Folder
from engine.egress import network_count
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

ROOT = Path(__file__).resolve().parents[2]
TRACED = "trace=socket,connect,sendto,sendmsg,bind,listen"


def may_unshare() -> bool:
    """Say whether this user may run a program without a network."""
    return subprocess.run(("unshare", "-n", "true"), capture_output=True, check=False).returncode == 0


def test_app_recorder_and_worker_never_touch_an_internet_address(tmp_path: Path) -> None:
    need("strace")
    with x11_desktop(tmp_path / "desktop") as desktop:
        window = desktop.xterm("silent one")
        recorder = RealRecorder(desktop.programs, tmp_path / "profile")
        recorder.paths.settings.write_text("first_run_done = true\n[documents]\nalways = true\n", encoding="utf-8")
        recorder.paths.settings.chmod(0o600)
        name_documents(recorder.paths, tmp_path / "papers")
        trace = tmp_path / "trace"
        app = desktop.programs.start(
            *("sh", "-c", 'umask 000; exec "$@"', "sh", "strace", "-ff", "-e", TRACED, "-o", str(trace)),
            *(sys.executable, "-m", "desktop_app", "--profile", str(recorder.paths.folder)),
        )
        wait_until(lambda: recorder.beat() is not None, "the recorder the app starts", patience_s=90)
        for number in range(5):
            desktop.retitle(window, f"silent {number}")
            time.sleep(0.6)
        wait_until(lambda: any(each.what.title == "silent 4" for each in recorder.stored()), "the last title")
        wait_until(lambda: indexed(recorder.paths), "a worker to read the document", patience_s=60)
        beat = recorder.beat()
        assert beat is not None
        desktop.programs.end(app)  # first, or it would bring the recorder back
        os.kill(beat.pid, signal.SIGTERM)
        wait_until(lambda: not Path(f"/proc/{beat.pid}").exists(), "the recorder to end")
    calls = "\n".join(file.read_text(errors="replace") for file in tmp_path.glob("trace.*"))
    assert "AF_UNIX" in calls, "strace saw the connection to the display"
    assert len(list(tmp_path.glob("trace.*"))) >= 4, "strace followed recorder, worker and reader, too"
    assert re.findall(r".*AF_INET.*", calls) == []
    assert re.findall(r"listen\(.*", calls) == []
    counted = network_count(recorder.paths.network)
    assert (counted.refused, counted.since_ms is not None) == (0, True)
    assert loose(recorder.paths.folder) == []
    logs = list(recorder.paths.logs.iterdir())
    assert {"window.log", "recorder.log"} <= {log.name for log in logs}
    assert [log.name for log in logs if b"silent" in log.read_bytes() or b"note.txt" in log.read_bytes()] == []


def name_documents(paths: ProfilePaths, folder: Path) -> None:
    """Name a folder with one document, which is read by a worker by itself."""
    folder.mkdir()
    (folder / "note.txt").write_text("Silence is a text as well. " * 20, encoding="utf-8")
    with closing(Database.open(paths.database)) as database:
        FolderStore(database).add(Folder(0, str(folder)))


def indexed(paths: ProfilePaths) -> bool:
    """Return whether the document was read."""
    with closing(Database.open_existing(paths.database)) as database:
        known = DocumentStore(database)
        return any(known.known(folder.id) for folder in FolderStore(database).all())


def loose(folder: Path) -> list[str]:
    """Return what others could read."""
    there = [(path, path.lstat().st_mode) for path in (folder, *folder.rglob("*"))]
    return [f"{path} {mode:o}" for path, mode in there if mode & 0o077]


@pytest.mark.timeout(300)
def test_recording_is_the_same_without_any_network() -> None:
    need("unshare", "xdotool", "mousepad")
    if not may_unshare():
        pytest.skip("this user may not make a network namespace")
    what = "tests/desktops/test_x11_recording.py::test_every_switch_and_title_is_stored_in_order_and_on_time[openbox]"
    done = subprocess.run(
        ("unshare", "-n", sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", what),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=280,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout
