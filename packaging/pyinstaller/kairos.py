"""What the packaged program begins with: one executable that stands for every part of Kairos."""

import os
import sys
from typing import Any

# Where the libraries of the package lie is meant for this process alone, not for programs it opens.
kept = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if kept is not None:
    os.environ["LD_LIBRARY_PATH"] = kept

# Modules are read when they are wanted, from the program that runs: an upgrade puts another in its place meanwhile.
modules: Any = getattr(sys.modules.get("pyimod02_importers"), "pyz_archive", None)
if sys.platform == "linux" and hasattr(modules, "_filename"):
    modules._filename = "/proc/self/exe"  # noqa: SLF001  (PyInstaller offers no other way)

# The process that lives all day does without the list of what only others load: 1 MB.
if modules is not None and sys.argv[1:3] == ["--module", "engine.recorder"]:
    others = frozenset("torch scipy sklearn numpy PySide6 desktop_app reportlab narwhals joblib PIL rich".split())
    modules.toc = {name: place for name, place in modules.toc.items() if name.partition(".")[0] not in others}

from engine.programs import run  # noqa: E402

sys.exit(run(sys.argv[1:]))
