"""How long the window takes to its first paint, against a bare PySide6 window in the same run.

    python tests/benchmarks/window_first_paint.py [--runs 9]

Both are started as processes in turn, so that a busy machine slows both; the time runs from the start of the
process to the end of the first paint. Without a display both draw offscreen.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from benchmarks.figures import Figure, show  # noqa: E402  (run as a script, from anywhere)

NEVER = ("torch", "scipy", "numpy", "sqlalchemy", "engine.api")

BARE = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)
    def tell(self):
        sys.stdout.write("painted\\n"); sys.stdout.flush(); os._exit(0)
app = QApplication([])
window = Window()
window.resize(1280, 800)
window.show()
app.exec()
"""

OURS = f"""
import gc, os, sys
from time import perf_counter
before = perf_counter()
import desktop_app.__main__
gc.disable()  # as it does
from desktop_app import app
from desktop_app.options import parse
took = perf_counter() - before
class Watched(app.MainWindow):
    def __init__(self, theme):
        super().__init__(theme)
        self.painted.connect(self.tell)
    def tell(self):
        found = [name for name in {NEVER!r} if name in sys.modules]
        sys.stdout.write(f"painted {{took}} {{','.join(found) or '-'}}\\n"); sys.stdout.flush(); os._exit(0)
app.MainWindow = Watched
sys.exit(app.run(parse(sys.argv[1:])))
"""


def first_paint(code: str, *arguments: str) -> tuple[float, list[str]]:
    """Return the seconds from starting the process to its first paint, and what it said then."""
    environ = dict(os.environ, PYTHONPATH=str(ROOT))
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if not environ.get("DISPLAY"):
        environ["QT_QPA_PLATFORM"] = "offscreen"
    before = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True, env=environ
    ) as process:
        line = process.stdout.readline() if process.stdout else ""
        took = perf_counter() - before
    return took, line.split()


def measure(runs: int) -> tuple[list[float], list[float], list[float], set[str]]:
    """Return seconds of the bare window, of ours and of our imports, and what was loaded that should not be."""
    bare, ours, imports, found = [], [], [], set()
    with tempfile.TemporaryDirectory() as folder:
        for run in range(runs + 1):
            took_bare, _ = first_paint(BARE)
            took_ours, (_, importing, names) = first_paint(OURS, "--profile", folder)
            found |= set(names.split(",")) - {"-"}
            if run:  # the first one fills the caches
                bare.append(took_bare)
                ours.append(took_ours)
                imports.append(float(importing))
    return bare, ours, imports, found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=9)
    bare, ours, imports, found = measure(parser.parse_args().runs)
    show(
        "First paint of the window, medians",
        [
            Figure("bare PySide6 window, ms", 1_000 * median(bare)),
            Figure("Kairos, ms", 1_000 * median(ours)),
            Figure("of that imports, ms", 1_000 * median(imports)),
            Figure("ratio", median(ours) / median(bare), "at most 1.6"),
        ],
    )
    sys.stdout.write(f"loaded before the first paint and should not be: {', '.join(sorted(found)) or 'nothing'}\n")


if __name__ == "__main__":
    main()
