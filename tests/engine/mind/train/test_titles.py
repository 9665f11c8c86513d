"""Titles get their vectors in passing: the newest first, a budget a run, nothing lost where the encoder fails."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sqlalchemy import text

from engine.domain.errors import EncoderError
from engine.mind.train.titles import read_titles
from engine.storage.database import Database
from engine.storage.title_vectors import TitleVectorStore

if TYPE_CHECKING:
    from engine.domain.encoding import Vectors


class Letters:
    """An encoder of two numbers: how long a title is, and 1."""

    name, dimensions = "letters 1", 2

    def __init__(self, fails_after: int = 99) -> None:
        self.asked: list[int] = []
        self._left = fails_after

    def reads(self, text: str) -> bool:
        return text.isascii()

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked.append(len(texts))
        self._left -= 1
        if self._left < 0:
            raise EncoderError("The weights are gone.")
        return np.array([[len(one), 1] for one in texts], np.float32)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[TitleVectorStore]:
    database = Database.open(tmp_path / "kairos.sqlite3")
    with database.writing() as connection:
        for number in range(1, 151):
            connection.execute(text("INSERT INTO title (id, text) VALUES (:n, :t)"), {"n": number, "t": "x" * number})
        connection.execute(text("INSERT INTO title (id, text) VALUES (200, '预算')"))
    yield TitleVectorStore(database, Letters.name)
    database.close()


def test_the_newest_titles_come_first_and_none_twice(store: TitleVectorStore) -> None:
    encoder = Letters()
    assert read_titles(store, encoder, lambda: False, most=100) == 100
    assert encoder.asked == [63, 36]
    assert store.get(["x" * 150])["x" * 150].tolist() == [150, 1]
    assert store.get(["x" * 51]) == {}
    assert store.get(["预算"])["预算"].tolist() == [0, 0]
    assert read_titles(store, encoder, lambda: False) == 51
    assert read_titles(store, encoder, lambda: False) == 0


def test_it_leaves_off_when_told_and_where_the_encoder_fails(store: TitleVectorStore) -> None:
    assert read_titles(store, Letters(), lambda: True) == 0
    assert read_titles(store, Letters(fails_after=1), lambda: False) == 64
    assert len(store.missing(999)) == 151 - 64
