"""What each process carries: no Qt in the engine, no torch in recorder and window, no database before the window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.rules_room import engine_on_history

ROOT = Path(__file__).resolve().parents[2]

# Imports every module of a package with the libraries named shut out; a library of another platform may be missing.
# Left out is what learns and what asks it: workers alone load that, and it may begin with torch or NumPy.
_IMPORT_ALL = """
import importlib, importlib.abc, json, pkgutil, sys
package, shut_out = sys.argv[1], set(json.loads(sys.argv[2]))
foreign = {"AppKit", "Foundation", "Quartz", "objc", "winreg", "msvcrt", "_winapi", "fcntl"}

class Shut(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in shut_out or name in shut_out:
            raise ImportError(f"{name} is shut out")

sys.meta_path.insert(0, Shut())
root = importlib.import_module(package)
names = [found.name for found in pkgutil.walk_packages(root.__path__, package + ".")]
parts = ("network", "next", "focus", "recommend", "category", "train", "advise")
learning = tuple(f"engine.mind.{part}" for part in parts)
kept = [name for name in names if not name.startswith(learning) and "migrations" not in name]
for name in kept:
    if not name.endswith("__main__"):
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as missing:
            if missing.name not in foreign:
                raise
print(json.dumps([len(kept), sorted(sys.modules)]))
"""


def imported(code: str, *arguments: str, **environ: str) -> list[object]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    answer: list[object] = json.loads(done.stdout)
    return answer


@pytest.mark.parametrize(
    ("package", "shut_out"),
    [
        ("engine", ["PySide6", "shiboken6", "desktop_app", "torch", "http", "socketserver"]),
        ("desktop_app", ["torch", "highspy", "numpy", "http", "PySide6.QtNetwork", "PySide6.QtWebEngineCore"]),
    ],
)
def test_every_module_imports_without(package: str, shut_out: list[str]) -> None:
    count, _ = imported(_IMPORT_ALL, package, json.dumps(shut_out))
    assert isinstance(count, int)
    assert count > 10


_LOADED = "import json, sys; import {}; print(json.dumps(sorted(sys.modules)))"


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        (
            "engine.recorder",
            {"PySide6", "shiboken6", "torch", "highspy", "alembic", "sqlalchemy.orm", "typer", "tomlkit", "icalendar"},
        ),
        (
            "desktop_app.app",
            {"torch", "highspy", "sqlalchemy", "alembic", "engine.api", "engine.storage", "xcffib", "icalendar"},
        ),
        ("engine.cli.__main__", {"PySide6", "torch", "alembic"}),
        ("engine.settings", {"tomlkit", "difflib", "secrets", "engine.domain.focus_session"}),
        ("engine.tracking.desktop_look", {"engine.tracking.doctor"}),
        ("engine.worker", {"PySide6", "torch", "numpy", "sqlalchemy", "typer", "watchdog"}),
        ("engine.api", {"PySide6", "torch", "numpy", "highspy", "icalendar"}),
        ("engine.jobs.training, engine.storage.training_facts", {"torch", "numpy", "highspy", "engine.mind"}),
        ("engine.documents.resident, engine.mind.encoder", {"PySide6", "torch", "numpy", "alembic", "re2"}),
    ],
)
def test_a_process_starts_without(module: str, unwanted: set[str]) -> None:
    loaded = set(imported(_LOADED.format(module)))
    assert loaded & unwanted == set()
    assert set(module.split(", ")) <= loaded


_WINDOW_ASKS = """
import json, sys
from pathlib import Path
from engine.bootstrap import build_engine
from engine.paths import ProfilePaths
engine = build_engine(ProfilePaths(Path(sys.argv[1])))
engine.mind.status(), engine.mind.rating_due(), engine.mind.advice()
engine.close()
print(json.dumps(sorted(sys.modules)))
"""


_SUGGESTS = """
import json, sys
from pathlib import Path
from engine.bootstrap import build_engine
from engine.domain.corrections import Correction, CorrectionKind
from engine.domain.intervals import Interval
from engine.domain.stretches import LabelOverride
from engine.paths import ProfilePaths
from engine.storage.corrections import CorrectionStore
engine = build_engine(ProfilePaths(Path(sys.argv[1])))
(number,) = engine.rules.add_category("Work").categories
said = Correction(CorrectionKind.RELABEL, Interval(0, 120_000), 1, labels=LabelOverride(number))
CorrectionStore(engine._database).apply([said])
print(json.dumps([[one.unknown.name for one in engine.rule_suggestions.suggest().found], *sorted(sys.modules)]))
engine.close()
"""


def test_who_asks_for_rules_does_not_load_what_suggests_them(tmp_path: Path) -> None:
    engine_on_history(tmp_path / "profile").close()
    found, *loaded = imported(_SUGGESTS, str(tmp_path / "profile"))
    assert found == ["code"]
    assert set(loaded) & {"torch", "highspy", "numpy", "engine.mind.category", "engine.mind.network"} == set()


def test_the_window_gets_advice_without_loading_what_gives_it(tmp_path: Path) -> None:
    loaded = set(imported(_WINDOW_ASKS, str(tmp_path / "profile")))
    assert "engine.api.mind" in loaded
    assert loaded & {"torch", "highspy", "numpy", "engine.mind.advise", "engine.mind.network"} == set()


def test_what_shares_is_loaded_only_when_asked_for(tmp_path: Path) -> None:
    loaded = set(imported(_WINDOW_ASKS, str(tmp_path / "profile")))
    assert {name for name in loaded if str(name).startswith("engine.sharing")} == set()
    asking = _WINDOW_ASKS.replace("engine.close()", "engine.sharing.shared()\nengine.close()")
    assert "engine.sharing.week" in imported(asking, str(tmp_path / "profile"))
