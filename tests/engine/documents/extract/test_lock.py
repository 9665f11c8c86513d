"""The process that reads can open no file, no socket and no process, and takes no more than its share."""

from __future__ import annotations

import platform
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import canary_reader
from helpers.extraction_room import text, written

from engine.documents.extract import fork_lane, landlock, seccomp
from engine.documents.extract.extractor import Extractor
from engine.documents.extract.fork_lane import ForkLane
from engine.documents.extract.readers import Family
from engine.domain.documents import DocumentKind
from engine.domain.egress import ProcessRole
from engine.domain.extraction import Extraction, ExtractionRequest
from engine.egress import network_count

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems lock otherwise")


@pytest.fixture(scope="module")
def lanes() -> Iterator[dict[Family, ForkLane]]:
    """The canary's servers, running before the first test so that none of them counts as left behind."""
    lanes = {family: ForkLane(family, canary_reader.command) for family in (Family.PLAIN, Family.PDF)}
    for lane in lanes.values():
        assert lane.held() is not None
    yield lanes
    for lane in lanes.values():
        lane.close()


@pytest.fixture
def canary(lanes: dict[Family, ForkLane]) -> ForkLane:
    return lanes[Family.PLAIN]


def by_file(lane: ForkLane, requests: list[ExtractionRequest]) -> list[Extraction]:
    """Return what came of the requests, in their order."""
    told = {extraction.request.path: extraction for extraction in lane.read(requests)}
    return [told[wanted.path] for wanted in requests]


def test_the_canary_reaches_nothing(canary: ForkLane, tmp_path: Path) -> None:
    told = text(by_file(canary, written(tmp_path, "try"))[0]).split("\n")
    told = [line for line in told if line]
    assert len(told) >= 25
    assert [line for line in told if ": refused" not in line] == []
    assert not Path("/tmp/canary").exists()


@pytest.mark.skipif(platform.machine() not in {"x86_64", "aarch64"}, reason="no filter for this machine")
def test_every_system_call_off_the_list_is_refused(canary: ForkLane, tmp_path: Path) -> None:
    assert text(by_file(canary, written(tmp_path, "calls"))[0]) == "calls: []"


_READS = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from helpers import canary_reader
from helpers.extraction_room import written
from engine.documents.extract.fork_lane import ForkLane
from engine.documents.extract.readers import Family
from engine.domain.egress import ProcessRole
from engine.egress import install
from engine.paths import ProfilePaths

install(ProcessRole.WORKER)
room = Path(sys.argv[1])
ProfilePaths(room / "profile").ensure()
lane = ForkLane(Family.PLAIN, canary_reader.command)
print(len(lane.read(written(room, "connect 2", "say hello", "connect 1"))))
lane.close()
"""


def test_connections_it_is_refused_are_counted_in_the_profile(tmp_path: Path) -> None:
    words = (sys.executable, "-c", _READS, str(tmp_path), str(canary_reader.ROOT / "tests"))
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "3", done.stderr
    assert network_count(tmp_path / "profile" / "network.txt").by_role == ((ProcessRole.READER, 3),)


def test_nothing_else_is_open_in_it(canary: ForkLane, tmp_path: Path) -> None:
    """The file itself; the pipe of results answers reading with "bad descriptor"."""
    assert text(by_file(canary, written(tmp_path, "open files"))[0]) == "open: 1"


@pytest.mark.skipif(platform.machine() != "x86_64", reason="x32 is of x86")
def test_calls_of_another_architecture_end_it(canary: ForkLane, tmp_path: Path) -> None:
    assert "crashed" in text(by_file(canary, written(tmp_path, "other"))[0])


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        ("crash", "crashed"),
        ("spin", "too long"),
        ("eat", "too much memory"),
        ("nonsense", "crashed"),
        ("forge 31", "crashed"),
        ("leave 3", "crashed"),
        ("leave 0", "crashed"),
        ("recurse", "nested"),
    ],
)
def test_one_bad_file_costs_no_other(canary: ForkLane, tmp_path: Path, behaviour: str, reason: str) -> None:
    told = by_file(canary, written(tmp_path, "say before", behaviour, "say after", "say more"))
    assert [text(one) for one in (told[0], *told[2:])] == ["before", "after", "more"]
    assert reason in text(told[1])
    assert told[1].lasting


def test_what_a_bad_file_says_of_others_is_not_believed(canary: ForkLane, tmp_path: Path) -> None:
    """File 0 is told of twice, so nothing that process said is taken."""
    told = by_file(canary, written(tmp_path, "say first", "forge 0", "say last"))
    assert [text(told[0]), text(told[2])] == ["first", "last"]


def test_what_stands_still_is_ended(canary: ForkLane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as hurried:
        hurried.setattr(fork_lane, "_FILE_S", 0.3)
        told = by_file(canary, written(tmp_path, "stall"))[0]
    assert "too long" in text(told)
    assert not told.lasting
    assert text(by_file(canary, written(tmp_path, "say after"))[0]) == "after"


def test_what_only_waits_for_the_processor_is_given_time(
    canary: ForkLane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At the lowest priority on a busy machine a good document may take minutes, and is no bad one for it."""
    monkeypatch.setattr(fork_lane, "_FILE_S", 0.02)
    assert text(by_file(canary, written(tmp_path, "work"))[0]) == "worked 1"


def test_a_family_of_one_file_each_is_as_safe(lanes: dict[Family, ForkLane], tmp_path: Path) -> None:
    told = by_file(lanes[Family.PDF], written(tmp_path, "crash", "say one", "try", kind=DocumentKind.PDF))
    assert "crashed" in text(told[0])
    assert text(told[1]) == "one"
    assert ": done" not in text(told[2])


def test_this_machine_says_what_it_keeps_from() -> None:
    with Extractor() as extractor:
        protection = extractor.protection()
    assert protection.files == bool(landlock.version() or platform.machine() in {"x86_64", "aarch64"})
    assert protection.full == (protection.note == "")
    assert protection.memory
    assert protection.cpu


_LANDLOCK_ALONE = """
import os, sys
sys.path.insert(0, sys.argv[1])
from engine.documents.extract import landlock, limits
limits.seal()
held = os.open(sys.argv[2], os.O_RDONLY)
assert landlock.restrict() == landlock.version() > 0
for act in (lambda: os.open(sys.argv[2], os.O_RDONLY), lambda: os.listdir("/"), lambda: open("/tmp/canary", "w")):
    try:
        act()
    except PermissionError:
        continue
    sys.exit("opened")
print(os.read(held, 5).decode())
"""


@pytest.mark.skipif(not landlock.version(), reason="this kernel has no Landlock")
def test_landlock_alone_keeps_from_files_but_those_that_are_open(tmp_path: Path) -> None:
    """The filter of calls would hide it, so it is tried without."""
    file = tmp_path / "file"
    file.write_text("heron")
    words = [sys.executable, "-c", _LANDLOCK_ALONE, str(canary_reader.ROOT), str(file)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "heron\n"), done.stderr


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
def test_the_filter_ends_in_an_answer_on_every_way(machine: str) -> None:
    """A jump past the end would let the kernel refuse the whole filter on the machine that cannot be tried here."""
    code = seccomp.program(machine)
    lines = [code[start : start + 8] for start in range(0, len(code), 8)]
    assert len(code) % 8 == 0
    assert lines[-1][0] == 0x06
    for number, line in enumerate(lines):
        if line[0] & 0x07 == 0x05:
            assert number + 1 + max(line[2], line[3]) < len(lines)
