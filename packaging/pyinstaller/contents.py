"""What goes into the package and what stays out, and why; the same for every system."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from small_weights import put_small

ROOT = Path(__file__).resolve().parents[2]
OURS = ("engine", "desktop_app")
EXTRAS = ("pyarrow", "faiss", "llama_cpp", "flwr", "grpc", "tenseal")  # what pyproject offers: up to 170 MB each

LEFT_OUT = {
    # torch's compiler and what it computes with; we train with an optimiser of our own, which needs none of it
    "torch._dynamo": "compiles networks while they run: 11 MB",
    "torch._inductor": "the same: 23 MB",
    "torch.onnx": "writes networks for other programs",
    "torch.testing._internal.common_utils": "torch's own tests: 12 MB",
    "torch.testing._internal.distributed": "the same",
    "torch.testing._internal.opinfo": "the same",
    "torch.utils.tensorboard": "pictures of trainings",
    "torch.utils.benchmark": "torch's own benchmarks",
    "caffe2": "of torch's past",
    "sympy": "algebra of shapes, for the compiler: 80 MB",
    "mpmath": "for sympy",
    "networkx": "for the compiler: 19 MB",
    "torch.distributed.tensor": "training on many machines: 1.8 MB with the next lines",
    "torch.distributed.fsdp": "the same",
    "torch.distributed.elastic": "the same",
    "torch.distributed.checkpoint": "the same",
    "torch.distributed._shard": "the same",
    "torch.distributed._tools": "the same",
    "torch.distributed.optim": "the same",
    "torch._vendor.quack": "graphics cards",
    "torch.sparse._triton_ops_meta": "the same",
    "torch.utils.hipify": "the same",
    "torch.utils.cpp_extension": "builds extensions of torch",
    "torch.ao.ns": "compares networks of small numbers",
    # what our own arithmetic is compared with, in tests
    "scipy": "peers of our optimisers and tables: 66 MB",
    "sklearn": "peers of our topics: 9 MB",
    "joblib": "for it",
    "narwhals": "for it",
    "threadpoolctl": "for it",
    # what nothing of ours asks for, though a library offers it
    "PIL": "pictures in PDF files; ours are drawn: 7 MB; see STAND_INS",
    "pydantic": "types of rows, where SQLAlchemy finds it; typer asks for it from 0.29 on: 6 MB",
    "fontTools": "fonts cut down; ours are ReportLab's: 30 MB",
    "jinja2": "templates of torch's compiler",
    "fsspec": "files elsewhere",
    "pytz": "time zones of old calendars: 3 MB; Python has its own",
    "matplotlib": "plots",
    "pandas": "tables",
    "IPython": "notebooks",
    "pygments": "coloured tracebacks of rich, which we turn off: 9 MB",
    "tkinter": "another window",
    "_tkinter": "another window",
    "sqlite3": "another SQLite than ours, which must not be loaded beside it",
    "_sqlite3": "the same",
    "PySide6.QtNetwork": "nothing leaves the machine",
    "ssl": "nothing leaves the machine",
    "_ssl": "the same",
    "readline": "no shell of Python here",
    "curses": "the same",
    "_curses": "the same",
    # tools of those who build
    "opendp": "compares, in tests",
    "pytest": "tests",
    "_pytest": "tests",
    "hypothesis": "tests",
    "numpy.distutils": "builds NumPy",
    "numpy.f2py": "calls Fortran",
    "pydoc_data": "help at Python's prompt",
    "setuptools": "builds packages",
    "pkg_resources": "builds packages",
    "pip": "installs packages",
    "wheel": "builds packages",
    "distutils": "builds packages",
    "mypy": "types",
    "lib2to3": "Python's past",
    "ensurepip": "installs pip",
    "idlelib": "an editor",
    **dict.fromkeys(EXTRAS, "an extra, installed by who wants it"),
}
"""Modules that are not to be had in the package, with what they would be for."""

STAND_INS = {"PIL": "PIL/__init__.py", "PIL.Image": "PIL/Image.py"}
"""Modules in place of larger ones, which a library imports as it begins and needs for what we never ask of it."""

SOURCES = frozenset(".a .build .c .cpp .h .pxd .pxi .pyi .pyx .tp".split())
"""Ends of names of what compiled modules were made from."""

BEFORE_MAIN = ("pyi_rth_inspect", "pyi_rth_multiprocessing", "pyi_rth_pkgutil", "pyi_rth_pyside6", "pyi_rth_setuptools")
"""What PyInstaller would run at each start: it loads 3 to 30 ms of modules, for what nothing here does."""

QT_PLUGINS = {
    "platforms": "libqxcb libqwayland libqoffscreen",
    "platforminputcontexts": "libibusplatforminputcontextplugin libcomposeplatforminputcontextplugin",
    "platformthemes": "libqxdgdesktopportal",
    "imageformats": "libqsvg libqjpeg libqico",
    "iconengines": "libqsvgicon",
    "xcbglintegrations": "",
    "wayland-shell-integration": "libxdg-shell",
    "wayland-decoration-client": "libadwaita libbradient",
    "wayland-graphics-integration-client": "libqt-plugin-wayland-egl",
    "printsupport": "libcupsprintersupport",
}
"""Folder by folder, the plug-ins of Qt that are kept on Linux; of other folders none."""

QT_LIBRARIES = (
    "Core Gui Widgets DBus Svg PrintSupport OpenGL XcbQpa "
    "WaylandClient WaylandEglClientHwIntegration WlShellIntegration"
)
"""What is kept of Qt's libraries on Linux; the others draw QML, databases, networks."""

WITH_WORDS = (
    "engine.cli click typer rich torch numpy highspy reportlab pypdfium2 pypdfium2_raw cffi "
    "pycparser xlsxwriter icalendar"
)
"""Packages that read their own docstrings, or were never tried without; all others leave theirs out, for memory."""


FIRST = frozenset(("ctypes", "struct"))
"""Packages that are imported before the archives beside the program are opened."""

APART = frozenset("torch torchgen functorch numpy highspy reportlab PIL".split())
"""Packages that neither the window nor the recorder loads: they lie in an archive of their own, opened at first use.

Else every process would read a list of twice as many modules when it starts.
"""


def own_modules() -> list[str]:
    """Return every module of ours, migrations apart: those are files that Alembic reads."""
    return sorted(name for package in OURS for name in _modules(ROOT / package))


def _modules(folder: Path) -> Iterator[str]:
    for file in folder.rglob("*.py"):
        path = file.relative_to(ROOT).with_suffix("")
        if "migrations" not in path.parts:
            yield ".".join(path.parts[:-1] if path.name == "__init__" else path.parts)


def own_files() -> list[tuple[str, str]]:
    """Return files of ours that are no modules, each with the folder of the package it goes to."""
    found = [(str(ROOT / "engine" / "storage" / "migrations"), "engine/storage/migrations")]
    found += [(str(file), str(file.parent.relative_to(ROOT))) for file in sorted((ROOT / "engine").rglob("LOG.md"))]
    found.append((str(ROOT / "resources" / "desktop" / "kairos.svg"), "kairos_resources/desktop"))  # our windows' icon
    words = ROOT / "resources" / "translations"  # without what they are made from
    found += [(str(file), "kairos_resources/translations") for file in sorted(words.glob("*.qm"))]
    left = {"pictures", "desktop", "translations", "__init__.py", "__pycache__"}
    for part in sorted((ROOT / "resources").iterdir()):
        if part.name not in left and part.suffix != ".pyc":
            found.append((str(part), f"kairos_resources/{part.name}" if part.is_dir() else "kairos_resources"))
    return found


def stand_ins() -> list[tuple[str, str, str]]:
    """Return the modules that stand in for others, as PyInstaller lists modules: name, file, kind."""
    folder = Path(__file__).resolve().parent / "stand_ins"
    return [(name, str(folder / file), "PYMODULE-2") for name, file in STAND_INS.items()]


def told_versions() -> list[str]:
    """Return the libraries whose versions `kairos doctor` tells, of those that are installed here."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = (re.split(r"[ <>=!~;\[]", one, maxsplit=1)[0] for one in settings["project"]["dependencies"])
    here = {re.sub(r"[-_.]+", "-", one.metadata["Name"]).lower() for one in metadata.distributions()}
    return [name for name in wanted if re.sub(r"[-_.]+", "-", name).lower() in here]


def encoder_files(prefix: Path, work: Path) -> list[tuple[str, str]]:
    """Return the sentence encoder set-up fetched into the environment with this prefix; none where it is not there.

    work: where its weights are written in fewer bits.
    """
    folder = prefix / "share" / "kairos" / "encoder"
    if not (folder / "model.safetensors").is_file():
        return []
    return [(str(put_small(folder, work / "encoder")), "share/kairos/encoder")]


def is_apart(module: str) -> bool:
    """Return whether the module lies in the archive that is opened by its first use."""
    return module.partition(".")[0] in APART


def keeps_words(module: str) -> bool:
    """Return whether the module's docstrings are kept."""
    return any(module == package or module.startswith(f"{package}.") for package in WITH_WORDS.split())


def keeps_file(target: str, source: str) -> bool:
    """Return whether a file that the analysis found goes into the package.

    target: its path there. source: where it comes from.
    """
    path = Path(target)
    if "PySide6" in path.parts and "Qt" in path.parts:
        return _keeps_qt(path)
    if path.name.startswith("libQt6"):
        return _is_kept_library(path.name)
    if path.parts[0].endswith(".dist-info"):
        return path.name in {"METADATA", "entry_points.txt"}  # licences have a folder of their own
    if path.suffix in SOURCES or {"tests", "test", "include", "__pycache__"} & set(path.parts[1:-1]):
        return False
    return not _of_system(Path(source), path.name)


def _keeps_qt(path: Path) -> bool:
    parts = path.parts[path.parts.index("Qt") + 1 :]
    if parts[0] == "plugins":
        return path.name.removesuffix(".so") in QT_PLUGINS.get(parts[1], "").split()
    if parts[0] == "translations":
        return path.name in {"qtbase_zh_CN.qm", "qtbase_en.qm"}
    return parts[0] == "lib" and (path.name.startswith("libicu") or _is_kept_library(path.name))


def _is_kept_library(name: str) -> bool:
    return name.removeprefix("libQt6").partition(".so")[0] in QT_LIBRARIES.split()


def _of_system(source: Path, name: str) -> bool:
    """Tell whether it is a library of the Linux system, which every desktop has and the packages depend on."""
    system = source.parts[:2] == ("/", "lib") or source.parts[:3] in {("/", "usr", "lib"), ("/", "usr", "lib64")}
    return system and not name.startswith("libpython")


def kept(entries: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the analysis's entries without what stays out."""
    return [entry for entry in entries if keeps_file(entry[0], entry[1])]
