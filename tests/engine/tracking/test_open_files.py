"""The file a window shows is told by its own process: which of several, where, and only where it may be stored."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.domain.activity import Observed, Window, Withheld
from engine.domain.presence import Presence
from engine.settings import PrivacySettings, TrackingSettings
from engine.tracking.open_files import ShownFiles, WithDocuments, is_named, shown_by
from engine.tracking.privacy.filter import PrivacyFilter
from engine.tracking.process_files import arguments, descendants, open_files

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

_HOLD = "import sys; held = [open(name) for name in sys.argv[1:]]; print('ready', flush=True); sys.stdin.read()"


class Reader:
    """Starts processes that hold files open until the end of the test."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def open(self, *paths: Path | str, within: Path | None = None) -> int:
        return self.start((sys.executable, "-c", _HOLD, *map(str, paths)), within)

    def start(self, command: tuple[str, ...], within: Path | None = None) -> int:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=within)
        self._running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        return process.pid

    def end(self) -> None:
        for process in self._running:
            process.communicate()


@pytest.fixture
def reader() -> Iterator[Reader]:
    reading = Reader()
    yield reading
    reading.end()


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Path, Path]:
    """Two files of one name in two folders."""
    made = []
    for folder in ("first", "第二"):
        (tmp_path / folder).mkdir()
        made.append(tmp_path / folder / "paper 1.pdf")
        made[-1].write_text(folder, encoding="utf-8")
    return made[0], made[1]


def test_an_open_file_is_found_by_the_name_in_the_title(reader: Reader, papers: tuple[Path, Path]) -> None:
    pid = reader.open(papers[1])
    assert shown_by(pid, "paper 1.pdf — 3/12") == str(papers[1])
    assert shown_by(pid, "another.pdf") == ""


def test_two_open_files_of_one_name_cannot_be_told_apart(reader: Reader, papers: tuple[Path, Path]) -> None:
    assert shown_by(reader.open(*papers), "paper 1.pdf") == ""


def test_a_viewer_that_shows_the_papers_own_title_reads_one_file(reader: Reader, papers: tuple[Path, Path]) -> None:
    one, two = reader.open(papers[0]), reader.open(papers[0], papers[1])
    assert shown_by(one, "On Sleep", viewer=True) == str(papers[0])
    assert shown_by(one, "On Sleep") == ""
    assert shown_by(two, "On Sleep", viewer=True) == ""


def test_what_an_editor_was_started_with_counts_from_where_it_works(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    editor = (sys.executable, "-c", "print('ready', flush=True); input()", "-v", "./x/../notes.txt", "file:///a%20b.md")
    pid = reader.start(editor, tmp_path)
    assert shown_by(pid, "*notes.txt - Mousepad") == str(tmp_path / "notes.txt")
    assert shown_by(pid, "a b.md - Typora") == "/a b.md"
    assert list(arguments(pid))[-2:] == [str(tmp_path / "notes.txt"), "/a b.md"]


def test_a_terminal_shows_what_runs_in_it(reader: Reader, papers: tuple[Path, Path]) -> None:
    inner = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_HOLD!r}, {str(papers[0])!r}])"
    pid = reader.start((sys.executable, "-c", inner))
    assert shown_by(pid, "less paper 1.pdf", holder=True) == str(papers[0])
    assert shown_by(pid, "less paper 1.pdf") == ""
    assert len(descendants(pid)) == 1


def test_swap_and_lock_files_stand_for_what_is_edited(reader: Reader, tmp_path: Path) -> None:
    for name in (".plan.md.swp", ".~lock.report.odt#"):
        (tmp_path / name).touch()
    pid = reader.open(tmp_path / ".plan.md.swp", tmp_path / ".~lock.report.odt#")
    assert shown_by(pid, "plan.md (~/docs) - VIM") == str(tmp_path / "plan.md")
    assert shown_by(pid, "report.odt - LibreOffice Writer") == str(tmp_path / "report.odt")


@pytest.mark.parametrize(
    ("path", "title", "named"),
    [
        ("/d/a.txt", "a.txt", True),
        ("/d/a.txt", "*a.txt - gedit", True),
        ("/d/a.txt", "data.txt and a.txt", True),
        ("/d/a.txt", "data.txt", False),
        ("/d/a.txt", "my-a.txt", False),
        ("/d/a.txt", "a.txt2", False),
        ("/d/报告.pdf", "报告.pdf（只读）", True),
        ("/d/U\u0308.txt", "\u00dc.txt - gedit", True),
        ("/d/README", "README - gedit", False),
        ("/d/.txt", "a.txt", False),
    ],
)
def test_a_name_is_in_a_title_only_whole(path: str, title: str, named: bool) -> None:
    assert is_named(path, title) is named


def test_processes_that_are_gone_or_never_were_have_nothing() -> None:
    process = subprocess.Popen((sys.executable, "-c", ""))
    process.wait()
    for pid in (process.pid, 1 << 22, -1, 0):
        assert (list(open_files(pid)), list(arguments(pid)), descendants(pid)) == ([], [], [])


class Looks:
    """Counts how often a process is looked at, by what it answers."""

    def __init__(self, answer: str) -> None:
        self.pids: list[int] = []
        self.now_s = 100.0

        def look(pid: int, title: str, **_how: bool) -> str:
            self.pids.append(pid)
            return answer

        self.files = ShownFiles(lambda app: app == "firefox", lambda: self.now_s, look)

    def at(self, now_s: float, app: str, title: str) -> str:
        self.now_s = now_s
        return self.files.of(Window(app, title, 7))


def test_only_titles_that_name_a_file_are_worth_a_look() -> None:
    looks = Looks("/d/a.txt")
    for place, (app, title) in enumerate(
        [("gedit", "Untitled"), ("gedit", "version 3.12"), ("firefox", "a.txt — Mozilla Firefox"), ("gedit", "")]
    ):
        assert looks.at(place, app, title) == ""
    assert looks.pids == []
    assert looks.at(10, "gedit", "a.txt") == "/d/a.txt"
    assert looks.at(20, "evince", "On Sleep") == "/d/a.txt"
    assert looks.at(30, "org.gnome.Evince", "On Dreams") == "/d/a.txt"
    assert len(looks.pids) == 3


def test_a_title_that_flickers_is_not_looked_at_each_time() -> None:
    looks = Looks("/d/a.txt")
    shown = [looks.at(1 + step / 100, "gedit", f"{'*' * (step % 2)}a.txt {step}") for step in range(50)]
    assert shown == ["/d/a.txt"] * 50
    assert len(looks.pids) == 3
    assert looks.at(1.5, "gedit", "b.txt") == "", "not the file of before under another name"


def filtered(path: str, titles: bool = True, **privacy: Any) -> WithDocuments:
    return WithDocuments(
        PrivacyFilter(TrackingSettings(titles=titles), PrivacySettings(**privacy)), lambda _window: path
    )


def test_the_document_goes_through_the_privacy_filter() -> None:
    window, path = Window("gedit", "a.txt", 7), "/home/me/secret/a.txt"
    assert filtered(path).admit(window) == Observed(Presence.ACTIVE, "gedit", "a.txt", document=path)
    assert filtered(path, titles=False).admit(window) == Observed(Presence.ACTIVE, "gedit")
    assert filtered(path, excluded_apps=("gedit",)).admit(window) == Observed(
        Presence.ACTIVE, withheld=Withheld.EXCLUDED
    )
    assert filtered(path, excluded_titles=("a\\.txt",)).admit(window).withheld is Withheld.EXCLUDED
    assert filtered(path, excluded_titles=("/secret/",)).admit(window) == Observed(Presence.ACTIVE, "gedit", "a.txt")
    assert filtered(path).admit(None) == Observed(Presence.ACTIVE)


def test_nobody_looks_at_the_files_of_an_excluded_program() -> None:
    asked: list[Window] = []
    rules = PrivacyFilter(TrackingSettings(), PrivacySettings(excluded_apps=("keepassxc",)))
    WithDocuments(rules, lambda window: asked.append(window) or "").admit(Window("keepassxc", "vault.kdbx", 7))  # type: ignore[func-returns-value]
    assert asked == []


@pytest.mark.parametrize("path", ["/d/\udcff.txt", "/d/a\nb.txt", "/d/" + "x" * 5_000])
def test_a_path_that_cannot_be_stored_is_left_out(path: str) -> None:
    assert filtered(path).admit(Window("gedit", "a.txt", 7)).document == ""


def test_a_look_that_breaks_leaves_the_title() -> None:
    def broken(_window: Window) -> str:
        raise RuntimeError("broken")

    rules = PrivacyFilter(TrackingSettings(), PrivacySettings())
    assert WithDocuments(rules, broken).admit(Window("gedit", "a.txt", 7)).title == "a.txt"


def test_this_process_holds_what_it_opened(tmp_path: Path) -> None:
    held = tmp_path / "held.txt"
    with held.open("w", encoding="utf-8"):
        assert str(held) in set(open_files(os.getpid()))
    assert str(held) not in set(open_files(os.getpid()))
