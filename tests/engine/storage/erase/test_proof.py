"""What Kairos wrote into a file before anything was kept in it is no hit; what was kept is, under the same word."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from helpers.storage_samples import seen

from engine.domain.activity import Activity
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.erase.proof import schema_of, search_files


def hits(path: Path, schema: tuple[bytes, ...], *texts: str) -> int:
    """Return the hits in the file."""
    return next(one.hits for one in search_files(path.parent, texts, schema) if one.place == path.name)


@pytest.mark.parametrize("word", ["secret", "activity"])
def test_words_of_the_schema_are_no_hits_and_the_same_words_in_a_title_are(tmp_path: Path, word: str) -> None:
    path = tmp_path / "kairos.sqlite3"
    with closing(Database.open(path)) as database:
        schema = schema_of(database)
    assert hits(path, (), word) > 0
    assert hits(path, schema, word) == 0
    assert hits(path, schema, word, "Zebra") == 0
    with closing(Database.open(path)) as database:
        ActivityStore(database).insert_many([Activity(0, 10, seen("app", f"the {word} title"), "UTC")])
    assert hits(path, schema, word) > 0


def test_a_text_of_the_schema_is_no_hit_where_pieces_of_a_file_meet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = b"CREATE TABLE mind_key (secret BLOB)"
    for ahead in range(60):
        path = tmp_path / "file"
        path.write_bytes(b"x" * ahead + own + b"x" * 70 + b"secret")
        monkeypatch.setattr("engine.storage.erase.proof._AT_ONCE", 64)
        assert hits(path, (own,), "secret") == 1
