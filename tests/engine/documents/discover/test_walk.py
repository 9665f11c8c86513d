"""The walk tells documents, and touches nothing that is none."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.documents.discover.walk import Walker
from engine.domain.documents import DocumentKind, Folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def write(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")


def found(root: Path, start: str | None = None, **options: object) -> set[str]:
    walker = Walker(Folder(1, str(root), **options))  # type: ignore[arg-type]
    return {
        os.path.relpath(one.identity.path, root) for one in walker.walk(None if start is None else str(root / start))
    }


def test_documents_are_told_by_what_the_system_says_of_them(root: Path) -> None:
    write(root, "a.md", "sub/b.txt", "sub/photo.jpg")
    (one,) = Walker(Folder(1, str(root))).walk(str(root / "a.md"))
    told = (root / "a.md").stat()
    assert one.kind is DocumentKind.MARKDOWN
    assert one.identity.path == str(root / "a.md")
    assert (one.identity.size, one.identity.mtime_ns) == (told.st_size, told.st_mtime_ns)
    assert (one.identity.inode, one.identity.device) == (told.st_ino, told.st_dev)
    assert found(root) == {"a.md", "sub/b.txt"}


def test_hidden_files_caches_and_other_peoples_code_are_left_out(root: Path) -> None:
    write(root, ".secret.md", ".config/a.md", "node_modules/m/readme.md", "~$a.docx", ".~lock.a.odt", "a.md")
    write(root, "cache/CACHEDIR.TAG", "cache/sub/a.md", "env/pyvenv.cfg", "env/lib/a.py", "code/__pycache__/a.py")
    assert found(root) == {"a.md"}
    assert found(root, "cache/sub/a.md") == set()
    assert found(root, ".config") == set()


def test_a_cache_that_was_named_is_taken(root: Path) -> None:
    write(root, "CACHEDIR.TAG", "a.md")
    assert found(root) == {"a.md"}


def test_ignore_files_count_where_they_lie_and_deeper_ones_win(root: Path) -> None:
    write(root, "a.log", "sub/b.log", "sub/keep.log", "build/c.md", "sub/deep/d.md", "sub/deep/e.md")
    (root / ".gitignore").write_text("*.log\n/build/\n", encoding="utf-8")
    (root / "sub" / ".gitignore").write_text("!keep.log\n", encoding="utf-8")
    (root / "sub" / "deep" / ".ignore").write_text("d.*\n", encoding="utf-8")
    left = {"sub/keep.log", "sub/deep/e.md"}
    assert found(root) == left
    assert found(root, "sub") == left
    assert found(root, "sub/deep/d.md") == set()
    assert found(root, "sub/keep.log") == {"sub/keep.log"}
    assert found(root, honour_ignore_files=False) > left | {"a.log", "build/c.md"}


def test_the_persons_patterns_stand_above_ignore_files(root: Path) -> None:
    write(root, "a.md", "b.txt", "drafts/c.md", "drafts/d.txt", "e.md")
    (root / ".gitignore").write_text("e.md\n", encoding="utf-8")
    assert found(root, exclude=("*.txt", "!e.md")) == {"a.md", "drafts/c.md", "e.md"}
    assert found(root, include=("drafts/",)) == {"drafts/c.md", "drafts/d.txt"}
    assert found(root, include=("*.md",), exclude=("drafts",)) == {"a.md"}
    assert found(root, "drafts/c.md", include=("drafts/",)) == {"drafts/c.md"}


@pytest.mark.skipif(sys.platform == "win32", reason="these are files of Unix")
def test_links_pipes_and_loops_are_not_followed(root: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    write(outside, "secret.md")
    write(root, "a.md")
    os.mkfifo(root / "pipe.txt")
    (root / "loop").symlink_to(root)
    (root / "out").symlink_to(outside)
    (root / "link.md").symlink_to(outside / "secret.md")
    os.mkfifo(root / ".gitignore")
    assert found(root) == {"a.md"}
    assert found(root, "link.md") == set()
    assert found(root, "out/secret.md") == set()


@pytest.mark.skipif(sys.platform != "linux", reason="Linux names are bytes")
def test_names_that_are_no_text_are_taken(root: Path) -> None:
    (root / os.fsdecode(b"caf\xe9.md")).write_text("x", encoding="utf-8")
    assert {os.fsencode(name) for name in found(root)} == {b"caf\xe9.md"}
    assert found(root, exclude=(os.fsdecode(b"caf\xe9*"),)) == set()


def test_what_is_too_large_is_counted(root: Path) -> None:
    write(root, "a.md")
    with (root / "sparse.txt").open("wb") as file:
        file.truncate(50_000_000_000)
    walker = Walker(Folder(1, str(root)))
    assert len(list(walker.walk())) == 1
    assert walker.tally.too_large == 1


def test_folders_that_cannot_be_read_are_told(root: Path) -> None:
    walker = Walker(Folder(1, str(root / "gone")))
    assert list(walker.walk()) == []
    assert list(walker.tally.unreadable) == [str(root / "gone")]


@pytest.mark.skipif(sys.platform != "linux", reason="deeper than Linux takes in one name")
def test_a_very_deep_folder_ends(root: Path) -> None:
    write(root, "a.md")
    subprocess.run(
        [sys.executable, "-c", "import os\nfor _ in range(900): os.mkdir('deeper'); os.chdir('deeper')"],
        cwd=root,
        check=True,
    )
    walker = Walker(Folder(1, str(root)))
    assert len(list(walker.walk())) == 1
    assert len(walker.tally.unreadable) == 1
    subprocess.run(["rm", "-rf", str(root / "deeper")], check=True)


class Typeless:
    """An entry of a folder on a disk that gives no types, and cannot tell one just now."""

    def __init__(self, path: Path) -> None:
        self.name, self.path = path.name, str(path)

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    is_file = is_dir


def test_an_entry_the_disk_cannot_tell_about_costs_itself_alone(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "a.md", "broken/b.md", "c.md")
    walker, listed = Walker(Folder(1, str(root))), Walker._entries

    def entries(self: Walker, level: object, seen: set[tuple[int, int]]) -> list[object]:
        broken = str(root / "broken")
        return [Typeless(Path(broken)) if one.path == broken else one for one in listed(self, level, seen)]  # type: ignore[arg-type]

    monkeypatch.setattr(Walker, "_entries", entries)
    assert {one.identity.path for one in walker.walk()} == {str(root / "a.md"), str(root / "c.md")}
    assert walker.tally.unreadable == {str(root / "broken"): os.strerror(errno.EIO)}


def test_a_folder_on_the_way_that_the_disk_cannot_tell_about_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "sub/deep/a.md")
    look = os.stat

    def failing(path: str | Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if str(path) == str(root / "sub"):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return look(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(os, "stat", failing)
    walker = Walker(Folder(1, str(root)))
    assert list(walker.walk(str(root / "sub" / "deep"))) == []
    assert list(walker.tally.unreadable) == [str(root / "sub")]
