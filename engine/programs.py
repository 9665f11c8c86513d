"""How a part of Kairos is started as a process: as a module of Python, or in a package by its one program.

A packaged program holds no Python that could be told `-m`: its executable is started again and runs the module that its
hidden first word names, one of those listed here and no other.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

RUN = "--module"
"""The hidden first word of the packaged program; the next one names the module."""
MODULES = {
    "engine.cli": "engine.cli.__main__",
    "desktop_app": "desktop_app.__main__",
    "engine.recorder": "engine.recorder",
    "engine.worker": "engine.worker",
    "engine.keys.child": "engine.keys.child",
    "engine.sharing.team.child": "engine.sharing.team.child",
    "engine.documents.extract.server": "engine.documents.extract.server",
    "engine.documents.extract.once": "engine.documents.extract.once",
}
"""What may be started, and the module whose `main` that is."""
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")  # the last: the person named what Qt shall draw on


def is_frozen() -> bool:
    """Return whether this is a packaged program."""
    return bool(getattr(sys, "frozen", False))


def command(module: str, *words: str, optimised: bool = False) -> tuple[str, ...]:
    """Return the command line that runs the module with these words.

    optimised: without docstrings and assertions; in a package that was decided when it was built.
    """
    if is_frozen():
        return (sys.executable, RUN, module, *words)
    return (sys.executable, *(("-OO",) if optimised else ()), "-m", module, *words)


def isolated_command(module: str, *words: str) -> tuple[str, ...]:
    """Return the command line that runs the module's `main` without the person's folders and settings of Python."""
    if is_frozen():  # it heeds neither anyway
        return command(module, *words)
    code = f"import sys; sys.path.insert(0, sys.argv.pop()); from {module} import main; main()"
    quiet = ("-B",) if sys.dont_write_bytecode else ()
    return (sys.executable, "-I", *quiet, "-c", code, *words, str(_root()))


def same_command() -> tuple[str, ...]:
    """Return the command line this process was started with."""
    return (sys.executable, *sys.orig_argv[1:])


def environment() -> Mapping[str, str]:
    """Return this process's variables, with where our packages lie: a process may start in another folder."""
    if is_frozen():
        return dict(os.environ)
    known = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(_root()), known]))}


def run(words: list[str]) -> int | str | None:
    """Be the packaged program: run what its words ask for, and return what to leave with.

    The hidden words are taken off `sys.argv`, so that a module finds there what it would find when started by Python.
    """
    opens_window = not words and has_display(os.environ, sys.platform)  # as the command line would, a start later
    module = "desktop_app" if opens_window else "engine.cli"
    if words[:1] == [RUN]:
        module = words[1] if len(words) > 1 else ""
        del sys.argv[1:3]
    if module not in MODULES:
        return f"kairos: there is no part named {module!r}"
    status: int | str | None = import_module(MODULES[module]).main()
    return status


def has_display(environ: Mapping[str, str], system: str) -> bool:
    """Return whether a window can be opened; only Linux runs without a screen in earnest."""
    return system != "linux" or any(environ.get(name) for name in _DISPLAYS)


def _root() -> Path:
    return Path(__file__).resolve().parent.parent
