"""The file is read back as it was written, and refused in clear words where it is anything else."""

from __future__ import annotations

import os
import stat
import sys
from datetime import date
from pathlib import Path

import pytest
from helpers.share_room import MONDAY

from engine.domain.errors import ExportError
from engine.domain.sharing import GROUPS, MILLION, SharedFileError, SharedLine, ShareKind
from engine.sharing.week.amounts import PARTS
from engine.sharing.week.file import LARGEST, digest_of, epsilon_words, read_file, text_of, write_file

NOISY = tuple(SharedLine(name, 60 * place, 0, 60 * place + 90) for place, name in enumerate(GROUPS))
ROUNDED = tuple(SharedLine(name, None if part == "night" else 75, part=part) for name in GROUPS for part in PARTS)
TEXT = text_of(ShareKind.PRIVATE, MONDAY, NOISY, MILLION)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "week.txt"
    write_file(path, TEXT)
    return path


def again(text: str) -> str:
    """Give the text a digest that fits."""
    body = text.rpartition("sha256: ")[0]
    return f"{body}sha256: {digest_of(body)}\n"


def test_it_is_read_back_as_it_was_written(tmp_path: Path, file: Path) -> None:
    share = read_file(file)
    assert (share.kind, share.first_day, share.last_day) == (ShareKind.PRIVATE, MONDAY, date(2026, 3, 8))
    assert (share.lines, share.epsilon_millionths) == (NOISY, MILLION)
    assert TEXT.endswith(f"sha256: {share.digest}\n")
    rounded = tmp_path / "rounded.txt"
    write_file(rounded, text_of(ShareKind.ANONYMISED, MONDAY, ROUNDED, 0))
    assert read_file(rounded).lines == ROUNDED
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_file_says_what_it_does_not_hide() -> None:
    assert "does not hide the overall pattern" in TEXT
    assert "139 %" in TEXT
    assert "no mathematical promise" in text_of(ShareKind.ANONYMISED, MONDAY, ROUNDED, 0)


def test_one_changed_figure_is_one_changed_line_and_the_digest() -> None:
    other = text_of(ShareKind.PRIVATE, MONDAY, (SharedLine("focus", 15, 0, 105), *NOISY[1:]), MILLION)
    differing = [one for one, two in zip(TEXT.splitlines(), other.splitlines(), strict=True) if one != two]
    assert [line.split()[0] for line in differing] == ["focus", "sha256:"]


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (lambda text: text.replace("meetings            60", "meetings            61"), "changed or cut off"),
        (lambda text: text[:-70], "changed or cut off"),
        (lambda text: text + " ", "changed or cut off"),
        (lambda text: text.replace("\n", "\r\n"), "no shared week"),
        (lambda text: text.replace("kairos-week 1", "kairos-week 2"), "version 2; this Kairos reads version 1"),
        (lambda _text: "", "no shared week"),
        (lambda _text: '{"a": ' * 2_000, "no shared week"),
        (lambda _text: "kairos-week 1\n" + "[" * 9_000, "changed or cut off"),
        (lambda text: text + "x" * LARGEST, "too large"),
        (lambda text: again(text.replace("focus ", "secret")), "not written as Kairos writes"),
        (lambda text: again(text.replace("\n\nsha", "\n- Call me at home.\n\nsha")), "not written as Kairos writes"),
        (lambda text: again(text.replace("kind: private", "kind: anonymised")), "not written as Kairos writes"),
        (lambda text: again(text.replace("kind: private\n", "")), "not written as Kairos writes"),
        (lambda text: again(text.replace("2026-03-02", "2026-13-02")), "not written as Kairos writes"),
        (lambda text: again(text.replace("2026-03-02", "9999-12-30")), "not written as Kairos writes"),
        (lambda text: again(text.replace("epsilon: 1", "epsilon: 1.0")), "not written as Kairos writes"),
        (lambda text: again(text.replace("epsilon: 1", "epsilon: 0")), "not written as Kairos writes"),
        (lambda text: again(text.replace("epsilon: 1", "epsilon: " + "9" * 5_000)), "not written as Kairos writes"),
        (lambda text: again(text.replace("epsilon: 1", "epsilon: x")), "not written as Kairos writes"),
    ],
)
def test_anything_else_is_refused_in_words(file: Path, change: object, word: str) -> None:
    assert callable(change)
    changed = change(TEXT)
    assert changed != TEXT
    file.write_bytes(changed.encode())
    with pytest.raises(SharedFileError, match=word):
        read_file(file)


def test_what_is_no_text_and_what_is_not_there_are_refused(tmp_path: Path, file: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00" * 40)
    with pytest.raises(SharedFileError, match="no shared week"):
        read_file(file)
    for path in (tmp_path / "none", tmp_path):
        with pytest.raises(SharedFileError, match="cannot be read"):
            read_file(path)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders here")
@pytest.mark.timeout(20)
def test_pipes_and_links_are_not_followed(tmp_path: Path, file: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "link"
    os.mkfifo(pipe)
    link.symlink_to(file)
    for path in (pipe, link):
        with pytest.raises(SharedFileError, match="no ordinary file"):
            read_file(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_file(tmp_path / "no_folder" / "week.txt", TEXT)


def test_epsilons_are_written_without_needless_digits() -> None:
    assert [epsilon_words(one) for one in (1_000_000, 500_000, 10_000_000, 1, 0)] == ["1", "0.5", "10", "0.000001", "0"]
