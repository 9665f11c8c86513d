"""Passphrases and the file one is read from."""

from __future__ import annotations

import os
import threading
import unicodedata
from pathlib import Path

import pytest

from engine.domain.errors import KeyNeeded, KeyWrong
from engine.keys.passphrase import VARIABLE, name_file, named_file, normal, read_file
from engine.keys.recovery_code import code_of
from engine.keys.typed import secret_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.touch(0o600)
    return path


@pytest.mark.parametrize("text", ["Zoë’s café", "ﬁle №5", "が行", "密码 短语"])
def test_it_is_the_same_in_every_form_unicode_has_for_it(text: str) -> None:
    assert normal(unicodedata.normalize("NFD", text)) == normal(unicodedata.normalize("NFC", text))


def test_full_width_letters_are_the_same() -> None:
    assert normal("ｐａｓｓ　１") == "pass 1"


def test_an_empty_one_is_refused_and_a_long_one_is_not() -> None:
    with pytest.raises(KeyWrong, match="empty"):
        normal("")
    assert len(normal("ä" * 100_000)) == 100_000
    with pytest.raises(KeyWrong, match="at most"):
        normal("a" * ((1 << 20) + 1))


@pytest.mark.parametrize(
    ("content", "read"),
    [
        (b"secret\n", "secret"),
        (b"secret\r\n", "secret"),
        (b"secret", "secret"),
        (b" two words \n", " two words "),
        (b"\xef\xbb\xbfsecret\n", "secret"),
        ("cafe\u0301\n".encode(), "café"),
        (b"two\nlines\n", "two\nlines"),
    ],
)
def test_the_end_of_the_line_belongs_to_the_file(file: Path, content: bytes, read: str) -> None:
    file.write_bytes(content)
    assert read_file(file) == read


@pytest.mark.parametrize(("content", "why"), [(b"", "empty"), (b"\n", "empty"), (b"\xff\xfe", "UTF-8")])
def test_what_holds_no_passphrase_is_said(file: Path, content: bytes, why: str) -> None:
    file.write_bytes(content)
    with pytest.raises(KeyNeeded, match=why):
        read_file(file)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o777])
def test_a_file_others_can_read_is_refused_with_what_to_do(file: Path, mode: int) -> None:
    file.write_text("secret\n")
    file.chmod(mode)
    with pytest.raises(KeyNeeded, match=f"chmod 600 {file}"):
        read_file(file)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(KeyNeeded, match="cannot be read"):
        read_file(tmp_path / "none")


@pytest.mark.skipif(os.name != "posix", reason="pipes have names here")
def test_it_may_come_through_a_pipe() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"secret\n")
    os.close(writing)
    try:
        assert read_file(Path(f"/dev/fd/{reading}")) == "secret"
    finally:
        os.close(reading)


@pytest.mark.skipif(os.name != "posix", reason="pipes have names here")
def test_a_pipe_nobody_writes_into_is_not_waited_for_without_end(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe, 0o600)
    with pytest.raises(KeyNeeded, match="nobody writes into it"):
        read_file(pipe, patience_s=0.05)


@pytest.mark.skipif(os.name != "posix", reason="pipes have names here")
def test_one_who_holds_the_pipe_is_given_time(tmp_path: Path) -> None:
    reading, writing = os.pipe()

    def write() -> None:
        os.write(writing, b"secret\n")
        os.close(writing)

    late = threading.Timer(0.2, write)
    late.start()
    try:
        assert read_file(Path(f"/dev/fd/{reading}"), patience_s=0.01) == "secret"
    finally:
        late.join()
        os.close(reading)


def test_a_file_is_named_for_this_process_and_its_children(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, "")
    assert named_file() is None
    monkeypatch.chdir(tmp_path)
    name_file(Path("one"))
    assert named_file() == tmp_path / "one"
    name_file(None)
    assert VARIABLE not in os.environ


def test_what_was_typed_is_a_code_only_where_its_check_fits() -> None:
    assert secret_of(code_of(5), ("passphrase", "recovery")).recovery == code_of(5)
    typed = "three words here"
    assert secret_of(typed, ("passphrase", "recovery")).passphrase == typed
    assert secret_of(code_of(5), ("passphrase",)).passphrase == code_of(5)
    with pytest.raises(KeyWrong):
        secret_of(typed, ("recovery",))
    assert typed not in repr(secret_of(typed, ("passphrase",)))
