"""A day of reading and writing on a real desktop: nearly every moment is told to the right document, or to none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.desktop_programs import need, wait_until
from helpers.desktop_recorder import RealRecorder
from helpers.desktop_x11 import X11Desktop, XWindow
from helpers.reading_day import Reader, told_right, write_pdf

from engine.api import Engine
from engine.bootstrap import build_engine
from engine.domain.documents import DocumentKind, Folder, Identity
from engine.paths import ProfilePaths
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

STAY_S = 0.6
FOREVER_MS = 1 << 44


class Library:
    """Documents in a named folder, and some outside it."""

    def __init__(self, folder: Path, paths: ProfilePaths) -> None:
        self.inside, self.outside = folder / "docs", folder / "elsewhere"
        self._paths = paths
        for place in ("a", "b"):
            (self.inside / place).mkdir(parents=True)
            (self.inside / place / "notes.txt").write_text(f"notes {place}\n", encoding="utf-8")
        self.outside.mkdir()
        (self.outside / "list.txt").write_text("milk\n", encoding="utf-8")
        for path in (self.inside / "paper.pdf", self.outside / "paper.pdf"):
            write_pdf(path, "On Sleep and Attention")
        write_pdf(self.inside / "报告（终稿）.pdf", "")
        (self.inside / "draft.txt").write_text("a draft\n", encoding="utf-8")

    def index(self) -> None:
        """Have what lies in the named folder known, as indexing would."""
        with self._database() as database:
            number = FolderStore(database).add(Folder(0, str(self.inside)))
            with DocumentStore(database).writing() as writer:
                for path in sorted(self.inside.rglob("*.*")):
                    kind = DocumentKind.PDF if path.suffix == ".pdf" else DocumentKind.TEXT
                    writer.put(number, _identity(path), kind, "", b"", (), 0)

    def rename(self, path: Path, to: Path) -> None:
        """Give a document another name, on the disk and in the index."""
        with self._database() as database:
            known = DocumentStore(database).get(str(path))
            assert known is not None
            path.rename(to)
            with DocumentStore(database).writing() as writer:
                writer.rename(known.id, _identity(to))

    @contextmanager
    def _database(self) -> Iterator[Database]:
        database = Database.open(self._paths.database)
        try:
            yield database
        finally:
            database.close()


def _identity(path: Path) -> Identity:
    stat = path.stat()
    return Identity(str(path), stat.st_size, stat.st_mtime_ns, stat.st_ino, stat.st_dev)


@contextmanager
def opened(paths: ProfilePaths) -> Iterator[Engine]:
    engine = build_engine(paths)
    try:
        yield engine
    finally:
        engine.close()


def viewer(folder: Path) -> tuple[str, ...]:
    """Return how zathura is started so that its titles hold the bare name of a file, as those of most viewers do."""
    config = folder / "zathura"
    config.mkdir(exist_ok=True)
    (config / "zathurarc").write_text("set window-title-basename true\n", encoding="utf-8")
    return "zathura", f"--config-dir={config}", f"--data-dir={config}"


class Morning:
    """Windows on documents and on other things, and the way from one to the other."""

    def __init__(self, desktop: X11Desktop, library: Library, folder: Path) -> None:
        self._desktop = desktop
        self._library = library
        self.reader = Reader(desktop)
        inside, outside = library.inside, library.outside
        texts = inside / "a" / "notes.txt", inside / "b" / "notes.txt", inside / "draft.txt", outside / "list.txt"
        papers = inside / "paper.pdf", inside / "报告（终稿）.pdf", outside / "paper.pdf"
        starting = {path: self._begin(path, "mousepad", "--disable-server") for path in texts}
        starting |= {path: self._begin(path, *viewer(folder)) for path in papers}
        self._windows = {path: come() for path, come in starting.items()}
        self._page = self._tab(None, "paper.pdf")
        self._local = self._tab(inside / "paper.pdf", (inside / "paper.pdf").as_uri())

    def read(self, *paths: Path) -> None:
        """Look into each file for a while."""
        for path in paths:
            self.reader.stay(self._windows[path], STAY_S)

    def browse(self) -> None:
        """Look at a page that is called like a document, then at a document in the browser."""
        self.reader.stay(self._page, STAY_S)
        self.reader.stay(self._local, STAY_S)

    def write(self, path: Path) -> None:
        """Change a file without saving it."""
        window = self._windows[path]

        def scribble() -> None:
            self._desktop.programs.run("xdotool", "type", "more")
            wait_until(lambda: self.reader.title(window.id).startswith("*"), "the mark of what is not saved")

        self.reader.stay(window, STAY_S, scribble)

    def _begin(self, path: Path, *command: str) -> Callable[[], XWindow]:
        shows = path if self._library.inside in path.parents else None
        return self.reader.begin(shows, *command, str(path), title=path.name)

    def _tab(self, shows: Path | None, title: str) -> XWindow:
        return self.reader.opened(shows, self._desktop.xterm(f"{title} — Mozilla Firefox", name="firefox"))


def test_nearly_every_moment_is_told_to_the_right_document(x11: X11Desktop, tmp_path: Path) -> None:
    need("mousepad", "zathura")
    recorder = RealRecorder(x11.programs, tmp_path / "profile")
    library = Library(tmp_path, recorder.paths)
    library.index()
    inside, outside = library.inside, library.outside
    morning, draft, final = Morning(x11, library, tmp_path), inside / "draft.txt", inside / "final.txt"
    recorder.start()
    morning.read(inside / "a" / "notes.txt", inside / "paper.pdf", draft)
    with opened(recorder.paths) as engine:
        engine.document_use.match()  # as the indexing does before it stores another name
    library.rename(draft, final)
    morning.browse()
    morning.read(draft)
    morning.write(inside / "b" / "notes.txt")
    morning.read(outside / "paper.pdf", inside / "报告（终稿）.pdf", outside / "list.txt", inside / "a" / "notes.txt")
    recorder.stop()

    with opened(recorder.paths) as engine:
        engine.document_use.match()
        shown = engine.document_use.during(0, FOREVER_MS)
        used = {use.document.identity.path for use in engine.document_use.used(0, FOREVER_MS)}
    stays = morning.reader.stays
    right, length = told_right(stays, shown, lambda path: final if path == draft else path)
    print(f"{right} of {length} ms in {len(stays)} stays are told right: {right / length:.1%}")
    assert right / length >= 0.95
    assert used == {str(path) for path in inside.rglob("*.*")}
