"""The window as a process of its own: what it loads before the first paint, and how it refuses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from helpers.desktop_app_process import run

LATE = ("torch", "scipy", "sqlalchemy", "sqlcipher3", "alembic", "engine.api", "engine.bootstrap", "engine.storage")

WATCHED = f"""
import faulthandler, sys
faulthandler.dump_traceback_later(30, exit=True)  # says where it stands, should it ever stand still
from desktop_app import app
from desktop_app.options import parse
class Watched(app.MainWindow):
    def __init__(self, theme):
        super().__init__(theme)
        self.painted.connect(self.tell)
    def tell(self):
        loaded = [name for name in {LATE!r} if name in sys.modules]
        print("before the first paint:", loaded, flush=True)
        import desktop_app.desk as module
        joined = module.Desk._join
        def join(desk, engine):
            joined(desk, engine)
            print("joined:", "torch" in sys.modules, "sqlalchemy" in sys.modules, flush=True)
            desk.end(0)
        module.Desk._join = join
app.MainWindow = Watched
sys.exit(app.run(parse(sys.argv[1:])))
"""


def test_nothing_slow_is_loaded_before_the_first_paint_and_never_torch(tmp_path: Path) -> None:
    done = run("-c", WATCHED, "--profile", tmp_path / "profile")
    assert done.stdout.splitlines() == ["before the first paint: []", "joined: False True"], done.stderr
    assert done.returncode == 0


def _refused(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1, done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("kairos: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "profile").write_text("mine")
    assert str(tmp_path / "profile") in _refused(run("-m", "desktop_app", "--profile", tmp_path / "profile"))
    assert (tmp_path / "profile").read_text() == "mine"


def test_a_database_that_is_none_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "kairos.sqlite3").write_bytes(b"somebody else's file" * 300)
    assert "not a Kairos database" in _refused(run("-m", "desktop_app", "--profile", tmp_path))
    assert (tmp_path / "kairos.sqlite3").read_bytes() == b"somebody else's file" * 300


def test_settings_that_cannot_be_read_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[privacy\n")
    assert "settings.toml" in _refused(run("-m", "desktop_app", "--profile", tmp_path))
    assert (tmp_path / "settings.toml").read_text() == "[privacy\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a display can be missing on Linux only")
@pytest.mark.parametrize("display", ["", ":987"])
def test_no_display_is_said_in_one_line(tmp_path: Path, display: str) -> None:
    environ = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
    assert "kairos record" in _refused(run("-m", "desktop_app", "--profile", tmp_path, **environ))
