from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_keys import KEY, OTHER, fill

from engine.domain.errors import StorageError
from engine.storage import cipher, driver
from engine.storage.cipher import PAGE_BYTES, PageTags, looks_encrypted


def test_a_driver_that_cannot_encrypt_is_refused_before_it_is_given_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said: list[str] = []
    with closing(sqlite3.connect(":memory:")) as plain:
        plain.set_trace_callback(said.append)
        with pytest.raises(StorageError, match="cannot encrypt"):
            cipher.unlock(plain, KEY)
    assert not any(KEY.raw.hex() in statement for statement in said)
    with pytest.raises(StorageError, match="cannot encrypt"):
        cipher.require(sqlite3)
    cipher.require(driver.load())
    assert not list(tmp_path.iterdir()), "nothing is tried on a file"


def test_encrypted_pages_are_told_from_texts_databases_and_pieces(path: Path) -> None:
    page = fill(path, KEY).read_bytes()[:PAGE_BYTES]
    plain = fill(path.with_name("plain.sqlite3"), None).read_bytes()[:PAGE_BYTES]
    assert looks_encrypted(page)
    assert all(looks_encrypted(os.urandom(PAGE_BYTES)) for _ in range(50))
    assert not any(map(looks_encrypted, [plain, page[:-1], bytes(PAGE_BYTES), b"Dear diary, " * 500, b""]))


def test_the_seal_of_every_page_proves_key_place_and_content(path: Path) -> None:
    data = fill(path, KEY).read_bytes()
    pages = [data[at : at + PAGE_BYTES] for at in range(0, len(data), PAGE_BYTES)]
    tags, others = PageTags(KEY, data[:16]), PageTags(OTHER, data[:16])
    assert len(pages) > 20
    assert all(tags.proves(page, number) for number, page in enumerate(pages, start=1))
    assert not any(others.proves(page, number) for number, page in enumerate(pages, start=1))
    assert not any(tags.proves(page, number) for number, page in enumerate(pages, start=2))
    assert not tags.proves(pages[1][:70] + bytes([pages[1][70] ^ 1]) + pages[1][71:], 2)
    assert not tags.proves(pages[1][:-1], 2)
