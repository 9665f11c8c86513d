"""Reading many documents, stopping in the middle, and leaving nothing behind."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import canary_reader, leaks
from helpers.extraction_room import by_file, request, text, written
from helpers.sample_documents import DOCUMENTS, LATIN

from engine.documents.extract import server_process
from engine.documents.extract.extractor import Extractor
from engine.domain.documents import DocumentKind
from engine.domain.errors import ExtractionFailed

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes of POSIX")


@pytest.fixture
def extractor() -> Iterator[Extractor]:
    with Extractor(canary_reader.command) as extractor:
        yield extractor


def test_many_files_of_all_families_are_each_told_once(tmp_path: Path) -> None:
    requests = []
    for round_ in range(5):
        for kind, content in DOCUMENTS.items():
            file = tmp_path / f"{round_}.{kind}"
            file.write_bytes(content)
            requests.append(request(file, kind))
    with Extractor() as extractor:
        told = list(extractor.extract_many(iter(requests)))
    assert sorted(one.request.path for one in told) == sorted(wanted.path for wanted in requests)
    assert [one.request.path for one in told if LATIN not in text(one)] == []


def test_requests_are_taken_as_they_are_needed(extractor: Extractor, tmp_path: Path) -> None:
    """A folder of a million files is not listed before the first is read."""
    file = written(tmp_path, "say heron")[0]
    taken = 0

    def endless() -> Iterator[object]:
        nonlocal taken
        while True:
            taken += 1
            yield file

    results = extractor.extract_many(endless())  # type: ignore[arg-type]
    for _ in range(100):
        assert text(next(results)) == "heron"
    results.close()  # type: ignore[attr-defined]
    assert taken < 1_000


def test_one_file_is_read_or_says_why_not(extractor: Extractor, tmp_path: Path) -> None:
    good, bad, large = written(tmp_path, "say heron", "crash", "say " + "x" * 99)
    assert text(extractor.extract(good.path, good.kind, good.largest_bytes)) == "heron"
    with pytest.raises(ExtractionFailed, match="crashed"):
        extractor.extract(bad.path, bad.kind, bad.largest_bytes)
    with pytest.raises(ExtractionFailed, match="larger"):
        extractor.extract(large.path, large.kind, 50)


def test_closing_ends_what_is_being_read(tmp_path: Path) -> None:
    """From another thread, while a process spins and another stands still; the leak guard looks for what is left."""
    extractor = Extractor(canary_reader.command)
    requests = written(tmp_path, *["stall"] * 50) + written(tmp_path, "stall", kind=DocumentKind.PDF)
    told: list[object] = []
    reader = threading.Thread(target=lambda: told.extend(extractor.extract_many(requests)))
    before = set(leaks.children())
    reader.start()
    while len(set(leaks.children()) - before) < 2:
        reader.join(0.01)
    extractor.close()
    reader.join(10)
    assert not reader.is_alive()
    assert told == []
    with pytest.raises(ExtractionFailed, match="stopped"):
        extractor.extract(requests[0].path, requests[0].kind, 99)
    assert list(extractor.extract_many(requests)) == []


_READS_FOREVER = """
import sys
sys.path[:0] = sys.argv[1:3]
from helpers import canary_reader
from engine.documents.extract.extractor import Extractor
from engine.domain.documents import DocumentKind
Extractor(canary_reader.command).extract(sys.argv[3], DocumentKind.TEXT, 99)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_nothing_outlives_a_process_that_is_killed_while_it_reads(tmp_path: Path) -> None:
    stalling = written(tmp_path, "stall")[0]
    root = canary_reader.ROOT
    words = (sys.executable, "-c", _READS_FOREVER, str(root), str(root / "tests"), stalling.path)
    with subprocess.Popen(words) as reading:
        family: list[int] = []
        while len(family) < 2:  # the server and the process it forked
            assert reading.poll() is None
            time.sleep(0.01)
            family = below(reading.pid)
        watched = [os.pidfd_open(pid) for pid in family]
        reading.kill()
    for ended in watched:
        assert select.select([ended], [], [], 20)[0]
        os.close(ended)


def below(pid: int) -> list[int]:
    """Return the process's child and that one's, as far as they are there."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [int(child) for child in children] + [deeper for child in children for deeper in below(int(child))]


def test_a_server_that_is_killed_is_started_anew(extractor: Extractor, tmp_path: Path) -> None:
    requests = written(tmp_path, "say heron")
    before = set(leaks.children())
    assert text(by_file(extractor, requests)[0]) == "heron"
    for server in set(leaks.children()) - before:
        os.kill(server, signal.SIGKILL)
    assert text(by_file(extractor, requests)[0]) == "heron"


def test_a_reader_that_cannot_start_costs_no_hang(tmp_path: Path) -> None:
    with Extractor(lambda *_: (sys.executable, "-c", "pass")) as extractor:
        told = by_file(extractor, written(tmp_path, "say heron", "say heron"))
        assert {one.reason for one in told} == {
            "The reader of this kind of file could not be started. It is tried again later."
        }
        assert not any(one.lasting for one in told)
        assert not extractor.protection().full
        assert extractor.protection().note
    with Extractor(lambda *_: ("/does/not/exist",)) as extractor:
        assert "could not be started" in text(by_file(extractor, written(tmp_path, "say heron"))[0])


def test_the_servers_know_nothing_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "heron")
    assert not {"SECRET_TOKEN", "HOME", "DISPLAY", "PYTHONPATH"} & set(server_process.clean_environment())


def test_where_nothing_can_be_forked_each_group_has_a_process(tmp_path: Path) -> None:
    """The way of Windows, tried here: the same readers, locks and answers."""
    kinds = [DocumentKind.TEXT, DocumentKind.PDF, DocumentKind.DOCX]
    requests = []
    for kind in kinds:
        file = tmp_path / f"file.{kind}"
        file.write_bytes(DOCUMENTS[kind])
        requests.append(request(file, kind))
    requests += [request(tmp_path / "none.txt"), *written(tmp_path, b"\x01" * 99)]
    with Extractor(fork=False) as extractor:
        told = by_file(extractor, requests)
        assert [LATIN in text(one) for one in told] == [True, True, True, False, False]
        assert text(told[3]) == "The file is no longer there."
        assert text(told[4]) == "This looks like no text."
        assert extractor.protection().cpu
        assert all(one.identity for one in (*told[:3], told[4]))
