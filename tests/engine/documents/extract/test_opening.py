"""Only ordinary files are opened, nothing is waited for, and what is read is one version of one file."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from helpers import canary_reader
from helpers.extraction_room import LARGEST, by_file, request, text, written

from engine.documents.extract.extractor import Extractor
from engine.documents.extract.opening import opened
from engine.documents.extract.troubles import SENTENCES, Refused, Trouble

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files of POSIX")


@pytest.fixture
def extractor() -> Iterator[Extractor]:
    with Extractor(canary_reader.command) as extractor:
        yield extractor


def refused(path: str | Path, largest_bytes: int = LARGEST) -> Trouble:
    try:
        os.close(opened(str(path), largest_bytes))
    except Refused as refusal:
        return refusal.trouble
    return Trouble.NONE


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    (tmp_path / "link.txt").symlink_to(pipe)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    assert refused(pipe) is Trouble.SPECIAL
    assert refused(tmp_path / "link.txt") is Trouble.LINK
    assert refused(tmp_path / "loop.txt") is Trouble.LINK
    assert refused(tmp_path) is Trouble.SPECIAL
    assert refused("/dev/zero") is Trouble.SPECIAL
    assert refused("/dev/tty") is Trouble.SPECIAL
    assert refused(tmp_path / "none") is Trouble.GONE
    assert refused("a\0b") is Trouble.UNOPENABLE
    assert refused(tmp_path / ("x" * 5_000)) is Trouble.UNOPENABLE


def test_a_loop_of_folders_is_no_way_to_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert refused(tmp_path / "a" / "file.txt") is Trouble.UNOPENABLE


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells where an open file lies")
def test_a_folder_swapped_for_a_link_out_of_the_named_one_leads_nowhere(extractor: Extractor, tmp_path: Path) -> None:
    named, outside = tmp_path / "named", tmp_path / "named and more"
    for folder in (named / "sub", outside):
        folder.mkdir(parents=True)
        (folder / "file.txt").write_text("say heron")
    asked = replace(request(named / "sub" / "file.txt"), folder=str(named))
    assert text(by_file(extractor, [asked])[0]) == "heron"
    (named / "sub").rename(tmp_path / "away")
    (named / "sub").symlink_to(outside)
    (refused,) = by_file(extractor, [asked])
    assert (refused.reason, refused.lasting) == (SENTENCES[Trouble.GONE], False)
    assert refused.identity is None
    named.rename(tmp_path / "elsewhere")  # but the named folder itself may lie behind a link of the person's own
    named.symlink_to(tmp_path / "elsewhere")
    (named / "sub").unlink()
    (tmp_path / "away").rename(named / "sub")
    assert text(by_file(extractor, [asked])[0]) == "heron"


def test_a_sparse_file_of_50_gigabytes_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "sparse.txt"
    with file.open("wb") as stream:
        stream.truncate(50 << 30)
    assert refused(file) is Trouble.TOO_LARGE
    assert refused(file, 50 << 30) is Trouble.NONE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    file = tmp_path / "closed.txt"
    file.touch(mode=0)
    assert refused(file) is Trouble.DENIED


def test_names_that_are_no_text_are_read(extractor: Extractor, tmp_path: Path) -> None:
    names = [b"caf\xe9 \xff.txt", "苍鹭\u202e.txt".encode(), b"line\nbreak.txt", b" "]
    paths = [os.fsdecode(os.path.join(os.fsencode(tmp_path), name)) for name in names]  # noqa: PTH118
    for path in paths:
        Path(path).write_bytes(b"say heron")
    told = by_file(extractor, [request(Path(path)) for path in paths])
    assert [text(one) for one in told] == ["heron"] * len(names)
    assert [one.identity.path for one in told if one.identity] == paths


def test_the_hash_and_identity_are_of_what_was_read(extractor: Extractor, tmp_path: Path) -> None:
    told = by_file(extractor, written(tmp_path, "say heron", "crash", "eat"))
    seen = Path(told[0].request.path).stat()
    assert told[0].content_hash == hashlib.blake2b(b"say heron", digest_size=16).digest()
    assert told[0].identity is not None
    assert (told[0].identity.size, told[0].identity.mtime_ns) == (seen.st_size, seen.st_mtime_ns)
    assert (told[0].identity.inode, told[0].identity.device) == (seen.st_ino, seen.st_dev)
    assert told[1].content_hash == b""


def test_a_file_swapped_and_rewritten_while_it_is_read_gives_one_version(extractor: Extractor, tmp_path: Path) -> None:
    """What is read is all of one letter, as it was written, or a clean refusal."""
    file, done = tmp_path / "file.txt", threading.Event()
    sizes = {"a": 300_000, "b": 700_000, "c": 5}
    file.write_text("say " + "a" * sizes["a"])

    def swap() -> None:
        while not done.is_set():
            for letter, size in sizes.items():
                (tmp_path / "new").write_text(f"say {letter * size}")
                (tmp_path / "new").rename(file)
            with file.open("a") as stream:
                stream.write("c" * 100_000)

    swapper = threading.Thread(target=swap)
    swapper.start()
    try:
        results = [by_file(extractor, [request(file)])[0] for _ in range(60)]
    finally:
        done.set()
        swapper.join()
    for one in results:
        if one.extracted is None:
            assert not one.lasting
            assert "changed" in one.reason or "no longer" in one.reason
            continue
        read = text(one).replace("\n", "")
        assert one.identity is not None
        assert len(set(read)) == 1
        assert len(read) == one.identity.size - 4
        # What is added to a file in place may be seen half done; what replaces it may not.
        assert len(read) == sizes[read[0]] or (read[0] == "c" and len(read) <= 100_005)
    assert any(one.extracted for one in results)
