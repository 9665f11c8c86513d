"""What was erased is known again by its digest alone."""

from __future__ import annotations

from engine.storage.database import Database
from engine.storage.queries.unwanted import is_kept_out, keep_out


def test_an_erased_document_is_known_again_and_not_named(database: Database) -> None:
    with database.writing() as connection:
        keep_out(connection, [])
        assert not is_kept_out(connection, b"/home/a/secret.txt")
        keep_out(connection, [b"/home/a/other.txt", b"/home/a/secret.txt", b"/home/a/secret.txt"])
        assert is_kept_out(connection, b"/home/a/secret.txt")
        assert is_kept_out(connection, b"/home/a/other.txt")
        assert not is_kept_out(connection, b"/home/a/secret.tx")
        rows = connection.exec_driver_sql("SELECT * FROM unwanted_document").all()
    assert len({value for row in rows for value in row[-2:]}) == 6, "each with a salt of its own"
    assert "secret" not in repr(rows)
