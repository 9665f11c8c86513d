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
frozen: Any = sys.modules["pyimod02_importers"]
modules: Any = frozen.pyz_archive
if sys.platform == "linux":
    modules._filename = "/proc/self/exe"  # noqa: SLF001  (PyInstaller offers no other way)

# The process that lives all day does without the list of what only others load.
if sys.argv[1:3] == ["--module", "engine.recorder"]:
    others = frozenset(("PySide6", "desktop_app", "rich"))
    modules.toc = {name: place for name, place in modules.toc.items() if name.partition(".")[0] not in others}


class Apart:
    """Finds the modules of the second archive, which is opened when the first of them is asked for."""

    packages = frozenset("@APART@".split())

    def __init__(self) -> None:
        self._archive: Any = None
        self._finders: dict[str, Any] = {}

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        """Return where the module is, None where it belongs to no package of that archive."""
        if name.partition(".")[0] not in self.packages:
            return None
        folder = path[0] if path else sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001  (PyInstaller's)
        if folder not in self._finders:
            finder = self._finders[folder] = frozen.PyiFrozenFinder(folder)
            finder._pyz_archive = self._opened()  # noqa: SLF001  (else it has the first one)
        return self._finders[folder].find_spec(name, target)

    def _opened(self) -> Any:
        if self._archive is None:
            file = os.path.join(sys._MEIPASS, "apart.pyz")  # type: ignore[attr-defined]  # noqa: PTH118, SLF001  (no pathlib yet)
            if sys.platform == "linux":  # held open, for the same reason as above
                file = f"/proc/self/fd/{os.open(file, os.O_RDONLY | os.O_CLOEXEC)}"
            self._archive = frozen.pyimod01_archive.ZlibArchiveReader(file, 0)
        return self._archive


sys.meta_path.insert(0, Apart())  # (before the one that takes folders for packages)

from engine.programs import run  # noqa: E402

sys.exit(run(sys.argv[1:]))
