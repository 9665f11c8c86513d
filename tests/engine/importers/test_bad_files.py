"""Files that cannot be imported: one message that says what to do, whatever the file."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.foreign_files import SAMPLES, parsed

from engine.domain.errors import ImportFailed, KairosError, UsageError
from engine.domain.imports import DateOrder, Doubt, ForeignKind
from engine.importers.kinds import kind_of
from engine.importers.reading import ForeignFile

NAMES = sorted(path.name for path in SAMPLES.iterdir())


def refused(path: Path, kind: ForeignKind | None = None) -> str:
    with pytest.raises(ImportFailed) as told:
        parsed(path, kind, date_order=DateOrder.DAY_FIRST)
    assert path.name in told.value.message
    return told.value.message


@pytest.mark.parametrize("kind", ForeignKind)
def test_a_missing_file_a_folder_a_pipe(tmp_path: Path, kind: ForeignKind) -> None:
    assert "No such file" in refused(tmp_path / "nothing.json", kind)
    assert "not a file" in refused(tmp_path, kind)
    os.mkfifo(tmp_path / "pipe")
    assert "not a file" in refused(tmp_path / "pipe", kind)


@pytest.mark.parametrize("content", [b"", b"  \n\t\r\n", b"\0\0\0\0"])
@pytest.mark.parametrize("kind", ForeignKind)
def test_an_empty_file(tmp_path: Path, kind: ForeignKind, content: bytes) -> None:
    file = tmp_path / "empty"
    file.write_bytes(content)
    assert "is empty" in refused(file, kind)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="nothing is unreadable to its owner here")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    file = tmp_path / "secret.json"
    file.write_text("[]")
    file.chmod(0)
    assert "cannot be read" in refused(file, ForeignKind.ARBTT)


@pytest.mark.parametrize("kind", ForeignKind)
def test_a_picture_is_nothing_of_the_kind(tmp_path: Path, kind: ForeignKind) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 40)
    refused(file, kind)
    refused(file)


def test_prose_is_of_no_kind(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear all,\nnothing of this was ever recorded.\n")
    assert "of no kind that Kairos knows" in refused(file)


@pytest.mark.parametrize("kind", ForeignKind)
@pytest.mark.parametrize("name", NAMES)
def test_the_wrong_kind_is_refused_or_holds_nothing(name: str, kind: ForeignKind) -> None:
    path = SAMPLES / name
    if kind is kind_of(ForeignFile(path)):
        return
    try:
        spans = parsed(path, kind, date_order=DateOrder.DAY_FIRST).spans
    except KairosError as told:
        spans, message = [], told.message
    else:
        message = name
    assert spans == []
    assert name in message


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".json", ".xml"))])
def test_a_file_that_was_cut_off_is_refused_wherever(tmp_path: Path, name: str) -> None:
    data = (SAMPLES / name).read_bytes().rstrip()
    file = tmp_path / name
    for length in range(len(data) // 4, len(data) - 1, 13):
        if name == "arbtt_objects.json" and data[:length].rstrip().endswith(b"]}"):
            continue  # cut between two objects it is a whole file
        file.write_bytes(data[:length])
        refused(file, kind_of(ForeignFile(SAMPLES / name)))


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith((".csv", ".tsv"))])
def test_a_table_whose_last_row_was_cut_off_is_refused(tmp_path: Path, name: str) -> None:
    data = (SAMPLES / name).read_bytes().rstrip()
    separator = {"tockler.csv": b";", "hamster.tsv": b"\t"}.get(name, b",")
    file = tmp_path / name
    file.write_bytes(data[: data.rindex(separator)].rsplit(separator, 1)[0])
    assert "cut off" in refused(file, kind_of(ForeignFile(SAMPLES / name)))


def test_an_open_quote_at_the_end_is_a_file_cut_off(tmp_path: Path) -> None:
    data = (SAMPLES / "toggl.csv").read_bytes()
    file = tmp_path / "toggl.csv"
    file.write_bytes(data[: data.index(b"Header") + 3])
    assert "cut off" in refused(file)


def test_xml_that_declares_entities_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "hamster.xml"
    file.write_text(
        '<!DOCTYPE activities [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n'
        '<activities><activity name="&b;" start_time="2024-02-05 09:00" end_time="2024-02-05 10:00"/></activities>'
    )
    assert "not a report of Hamster" in refused(file)
    file.write_text('<!DOCTYPE activities SYSTEM "file:///etc/passwd"><activities/>')
    refused(file, ForeignKind.HAMSTER)


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "timelog.txt"
    file.write_bytes(b"2024-04-02 08:55: arrived\n" + b"x" * (17 << 20))
    assert "too long" in refused(file)


def test_an_unknown_zone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Europe/Nowhere"):
        parsed(SAMPLES / "toggl.csv", zone="Europe/Nowhere")


def test_single_rows_that_cannot_be_read_are_left_out_and_counted(tmp_path: Path) -> None:
    lines = (SAMPLES / "toggl.csv").read_text(encoding="utf-8-sig").splitlines()
    broken = lines[1].replace("09:00:00", "25:00:00")
    file = tmp_path / "toggl.csv"
    file.write_text("\n".join([lines[0], broken, "a,b", lines[2], ""]))
    found = parsed(file)
    assert len(found.spans) == 1
    assert found.doubts[Doubt.UNREADABLE] >= 2


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (
            ForeignKind.TOGGL,
            (
                "Description,Start date,Start time,End date,End time\n"
                "a,2026-05-05,10:00:00,2026-05-05,11:00:00\n"
                "short,2026-05-05\n"
                "caf\xe9,2026-05-05,12:00:00,2026-05-05,13:00:00\n"
            ),
        ),
        (
            ForeignKind.MANICTIME,
            (
                "Name,Start,End,Duration,Process\n"
                "a,25/05/2026 10:00:00,25/05/2026 11:00:00,1:00:00,x\n"
                "short,25/05/2026 10:00:00\n"
                "caf\xe9,25/05/2026 12:00:00,25/05/2026 13:00:00,1:00:00,x\n"
            ),
        ),
    ],
)
def test_a_file_that_is_gone_through_twice_is_doubted_once(tmp_path: Path, kind: ForeignKind, text: str) -> None:
    file = tmp_path / "times.csv"
    file.write_bytes(text.encode("cp1252"))
    assert parsed(file, kind).doubts == {Doubt.UNREADABLE: 1, Doubt.OTHER_ENCODING: 1}


def test_lines_in_another_encoding_are_read_all_the_same(tmp_path: Path) -> None:
    file = tmp_path / "hamster.tsv"
    text = (SAMPLES / "hamster.tsv").read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_bytes(text[0].encode() + text[1].encode("cp1252") + text[2].encode())
    found = parsed(file)
    assert found.spans[0].what.title == "Arbeit: Bericht: Quartal #büro #zahlen"
    assert found.doubts == {Doubt.OTHER_ENCODING: 1}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["toggl.csv", "hamster.tsv", "gtimelog.txt", "arbtt.json", "hamster.xml"])
def test_byte_order_marks_change_nothing(tmp_path: Path, name: str, encoding: str) -> None:
    text = (SAMPLES / name).read_text(encoding="utf-8-sig")
    file = tmp_path / name
    file.write_bytes(text.replace('encoding="utf-8"', "").encode(encoding))
    assert parsed(file).spans == parsed(SAMPLES / name).spans
