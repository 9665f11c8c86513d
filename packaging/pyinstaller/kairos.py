"""What the packaged program begins with: one executable that stands for every part of Kairos."""

import _thread
import marshal
import os
import sys

# Where the libraries of the package lie is meant for this process alone, not for programs it opens.
kept = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
os.environ.pop("LD_LIBRARY_PATH", None)
if kept is not None:
    os.environ["LD_LIBRARY_PATH"] = kept

frozen = sys.modules["pyimod02_importers"]


class Archive(frozen.pyimod01_archive.ZlibArchiveReader):  # type: ignore[misc, name-defined]
    """Modules in a file beside the program, its list read in one go: PyInstaller's own reading takes 5 ms longer.

    The file is held open: an upgrade puts another in its place while this process still reads modules.
    """

    def __init__(self, name: str) -> None:
        folder: str = sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001  (PyInstaller's)
        file = os.path.join(folder, name)  # noqa: PTH118  (no pathlib yet)
        if sys.platform == "linux":
            file = f"/proc/self/fd/{os.open(file, os.O_RDONLY | os.O_CLOEXEC)}"
        self._filename, self._start_offset = file, 0
        with open(file, "rb") as content:  # noqa: PTH123
            content.seek(8)  # what it is, and of which Python
            content.seek(int.from_bytes(content.read(4), "big"))
            self.toc = dict(marshal.loads(content.read()))  # noqa: S302  (a file of the package)


class Apart:
    """Finds the modules of the second archive, which is opened when the first of them is asked for."""

    packages = frozenset("@APART@".split())

    def __init__(self) -> None:
        self._archive: Archive | None = None
        self._finders: dict = {}  # type: ignore[type-arg]
        self._alone = _thread.RLock()

    def find_spec(self, name, path=None, target=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201
        """Return where the module is, None where it belongs to no package of that archive."""
        if name.partition(".")[0] not in self.packages:
            return None
        folder = path[0] if path else sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001
        with self._alone:
            if folder not in self._finders:
                finder = self._finders[folder] = frozen.PyiFrozenFinder(folder)
                self._archive = self._archive or Archive("apart.pyz")
                finder._pyz_archive = self._archive  # noqa: SLF001  (else it has the first one)
        return self._finders[folder].find_spec(name, target)


modules = Archive("modules.pyz")
if sys.argv[1:3] == ["--module", "engine.recorder"]:  # it lives all day, and does without what only others load
    others = frozenset(("PySide6", "desktop_app", "rich"))
    modules.toc = {name: place for name, place in modules.toc.items() if name.partition(".")[0] not in others}
frozen.pyz_archive = modules  # type: ignore[attr-defined]
sys.path_importer_cache.clear()  # of finders that know the list inside the executable, which holds what comes before
sys.meta_path.insert(0, Apart())  # (before the one that takes folders for packages)

# torch looks for the source of some of its functions, which no package holds, and does without.
sys.warnoptions.append("ignore:Unable to retrieve source for @torch.jit:UserWarning")  # read when `warnings` begins

from engine.programs import run  # noqa: E402

sys.exit(run(sys.argv[1:]))
