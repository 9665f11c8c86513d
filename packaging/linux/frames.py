"""What frames and the first paint cost in the packaged program, beside the plain one, turn by turn.

    python packaging/linux/frames.py PAYLOAD/kairos [--runs 5]

The package holds no benchmarks and no door for them. So a copy of it is made of hard links, in whose archive of modules
those of tests/benchmarks stand as further programs: executable, libraries and all other modules are the package's own,
byte by byte. The copy is gone when this ends. Offscreen, as those benchmarks are; medians of the runs, of which the
first only fills the caches.
"""

from __future__ import annotations

import argparse
import importlib.util
import marshal
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
TESTS = ROOT / "tests"
FRAMES = ("timeline_paint", "week_drag", "ribbon_paint")
HELPERS = ("benchmarks/figures", "helpers/sample_summary", "helpers/week_scenes")
PAINTS = {"bare_paint": "BARE", "own_paint": "OURS"}
"""Programs that end with their first paint, and where tests/benchmarks/window_first_paint.py holds them."""
PACKAGED, PLAIN = "packaged", "plain"
_MODULE, _PACKAGE = 0, 1  # PyInstaller's kinds of entries
_AT = slice(8, 12)  # where the archive says where its list begins
_FIGURE = re.compile(r"(?P<name>\S.*? ms) {2,}(?P<value>[\d.,e+-]+)")


def main(arguments: list[str]) -> int:
    """Measure and print; returns 0."""
    parser = argparse.ArgumentParser(description="Frames and first paint, packaged and plain.")
    parser.add_argument("program", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args(arguments)
    found: dict[tuple[str, str], dict[str, list[float]]] = defaultdict(lambda: {PLAIN: [], PACKAGED: []})
    with tempfile.TemporaryDirectory(dir=given.program.resolve().parents[1]) as folder:
        program = measuring_copy(given.program.resolve(), Path(folder) / "kairos")
        for run in range(given.runs + 1):
            for benchmark, kind in product((*FRAMES, *PAINTS), (PLAIN, PACKAGED)):
                for name, value in _figures(benchmark, kind, program):
                    if run:
                        found[benchmark, name][kind].append(value)
    for (benchmark, name), values in found.items():
        plain, packaged = median(values[PLAIN]), median(values[PACKAGED])
        print(f"{benchmark:15} {name:38} plain {plain:8.3g}  packaged {packaged:8.3g}  ratio {packaged / plain:.2f}")
    return 0


def measuring_copy(program: Path, folder: Path) -> Path:
    """Return a copy of the program in the folder with the benchmarks in its archive; what is given stays as it is."""
    shutil.copytree(program.parent, folder, symlinks=True, copy_function=os.link)
    archive = folder / "_internal" / "modules.pyz"
    content = archive.read_bytes()
    archive.unlink()  # its other link is the package's
    archive.write_bytes(with_modules(content, dict(_measuring_modules())))
    return folder / program.name


def with_modules(content: bytes, sources: dict[str, str]) -> bytes:
    """Return an archive of PyInstaller's with these modules too, or instead; raises ValueError for another Python's."""
    if content[4:8] != importlib.util.MAGIC_NUMBER:
        raise ValueError("The package was made by another Python than this one.")
    start = int.from_bytes(content[_AT], "big")
    entries = dict(marshal.loads(content[start:]))  # noqa: S302  (a file of the package)
    made = bytearray(content[:start])
    packages = {name.rpartition(".")[0] for name in sources}
    for name, source in sources.items():
        code = zlib.compress(marshal.dumps(compile(source, f"{name}.py", "exec", dont_inherit=True, optimize=2)))
        entries[name] = (_PACKAGE if name in packages else _MODULE, len(made), len(code))
        made += code
    made[_AT] = len(made).to_bytes(4, "big")
    return bytes(made) + marshal.dumps(list(entries.items()))


def _measuring_modules() -> Iterator[tuple[str, str]]:
    """Yield names and sources: benchmarks, what they need, and the list of programs with them on it."""
    names = [*HELPERS, *(f"benchmarks/{name}" for name in FRAMES)]
    yield from ((name, "") for name in ("benchmarks", "helpers"))
    yield from ((name.replace("/", "."), (TESTS / f"{name}.py").read_text(encoding="utf-8")) for name in names)
    yield from ((f"benchmarks.{name}", source) for name, source in _paints().items())
    programs = "".join(f"    'benchmarks.{name}': 'benchmarks.{name}',\n" for name in (*FRAMES, *PAINTS))
    text = (ROOT / "engine" / "programs.py").read_text(encoding="utf-8")
    yield "engine.programs", text.replace("MODULES = {\n", "MODULES = {\n" + programs, 1)


def _paints() -> dict[str, str]:
    held = runpy.run_path(str(TESTS / "benchmarks" / "window_first_paint.py"))
    return {name: held[where] for name, where in PAINTS.items()}


def _figures(benchmark: str, kind: str, program: Path) -> Iterator[tuple[str, float]]:
    """Yield what one run measures, in milliseconds."""
    command = [str(program), "--module", f"benchmarks.{benchmark}"]
    if benchmark in PAINTS:
        plain = [sys.executable, "-c", _paints()[benchmark]]
        profile = ["--profile", str(program.parents[1] / "profile")] if benchmark == "own_paint" else []
        yield from _first_paint([*(plain if kind == PLAIN else command), *profile])
        return
    plain = [sys.executable, str(TESTS / "benchmarks" / f"{benchmark}.py")]
    made = subprocess.run(
        plain if kind == PLAIN else command, env=_environment(), stdout=subprocess.PIPE, text=True, check=True
    )
    yield from ((one["name"], float(one["value"].replace(",", ""))) for one in _FIGURE.finditer(made.stdout))


def _first_paint(command: list[str]) -> Iterator[tuple[str, float]]:
    began = perf_counter()
    with subprocess.Popen(command, env=_environment(), stdout=subprocess.PIPE) as process:
        line = process.stdout.readline() if process.stdout else b""
        took = perf_counter() - began
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if not line.startswith(b"painted"):
        raise RuntimeError(f"Nothing was painted by {command[0]}.")
    yield "start to first paint, ms", 1_000 * took
    yield "processor until then, ms", 1_000 * (used.ru_utime + used.ru_stime)


def _environment() -> dict[str, str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return environment


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
