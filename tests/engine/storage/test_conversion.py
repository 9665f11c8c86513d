"""A conversion proves what it wrote before it counts, and what a killed one left goes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from helpers.storage_keys import KEY, fill

from engine.domain.errors import StorageDamaged
from engine.storage import encryption
from engine.storage.encryption import convert


@pytest.fixture
def plain(path: Path) -> Path:
    return fill(path, None)


def test_what_is_checked_is_the_file_and_then_its_copy(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[str, bool]] = []

    def torn(connected: Callable[[], Any], *, encrypted: bool) -> list[str]:
        with closing(connected()) as connection:
            looked.append((Path(connection.execute("PRAGMA database_list").fetchone()[2]).name, encrypted))
        return ["page 1", "page 2", "page 3", "page 4"] if encrypted else []

    monkeypatch.setattr(encryption, "problems", torn)
    with pytest.raises(StorageDamaged) as refused:
        convert(plain, None, KEY)
    assert looked == [(plain.name, False), (plain.name + encryption.DRAFT, True)]
    assert refused.value.message == (
        f"{plain} could not be rewritten: its copy is not whole (page 1; page 2; page 3). It was left as it was. "
        "Check it with: kairos check"
    )
    assert [file.name for file in plain.parent.iterdir()] == [plain.name]


def test_what_a_killed_conversion_left_goes_also_where_a_link_leads(plain: Path, tmp_path: Path) -> None:
    link = tmp_path / "here" / "link.sqlite3"
    link.parent.mkdir()
    link.symlink_to(plain)
    for one in (plain, link):
        for ending in ("", "-wal", "-shm", "-journal"):
            one.with_name(f"{one.name}{encryption.DRAFT}{ending}").touch()
    encryption.remove_draft(link)
    assert [file.name for file in plain.parent.iterdir()] == [plain.name]
    assert [file.name for file in link.parent.iterdir()] == [link.name]
