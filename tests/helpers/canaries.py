"""Plants a text wherever a profile may hold one, so that an erase has something to miss."""

from __future__ import annotations

import json
from pathlib import Path

from engine.domain.activity import Activity, Observed
from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.documents import Chunk, DocumentKind, Folder, Identity
from engine.domain.presence import Presence
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.database import Database
from engine.storage.documents import DocumentStore
from engine.storage.folders import FolderStore

AT_MS = 1_772_442_000_000  # Monday 2026-03-02, 09:00 UTC
PATH = "/home/a/{0} file.txt"

_ROWS = (
    "INSERT INTO correction_group VALUES (1, :at, 2)",
    "INSERT INTO correction_group VALUES (2, :at, 0)",
    """INSERT INTO correction (group_id, kind, start_ms, end_ms, made_ms, title, zone, note)
    VALUES (1, 'retitle', :at, :later, :at, 'was ' || :text, 'UTC', '')""",
    """INSERT INTO correction (group_id, kind, start_ms, end_ms, made_ms, category_id, zone, note)
    VALUES (2, 'relabel', :at, :later, :at, 0, 'UTC', 'about ' || :text)""",
    "INSERT INTO dialogue VALUES (1, 'main', :at)",
    "INSERT INTO dialogue_turn VALUES (1, 1, :before, 'how long ' || :text || '?', '', :json)",
    "INSERT INTO insight VALUES ('topic', '0', 0, :at, :before, :before, :json)",
    "INSERT INTO letter VALUES ('2026-03-02', :later, NULL, :json, 'neutral', 540, 1000000, '', NULL)",
    "INSERT INTO plan_change VALUES (1, :at, 'Add ' || :text, 0)",
    """INSERT INTO plan_change_row (change_id, of_table, row_id, before, after) VALUES (1, 'block', 9, NULL,
    json_object('title', :text, 'start_ms', :at))""",
    """INSERT INTO offer
    VALUES (1, 'block', NULL, :at, :later, :before, :before, 'p', 1.0, 1, 0, 1.0, 0.0, '', '{}')""",
    "INSERT INTO offer_reason VALUES (1, 0, 'like_now', 1.0, :text, 1.0)",
    """INSERT INTO focus_session (start_ms, end_ms, started, rhythm, work, rest, long_rest, rounds, intention, block_id,
    level) VALUES (:at, :later, 'hand', 'countdown', 50, 5, 15, 4, 'finish ' || :text, 0, 'off')""",
    "INSERT INTO forecast VALUES (:later, :later, 0.5, 0.1, 0.9, 10.0, 0, 0)",
    "INSERT INTO mind_key VALUES (1, zeroblob(32))",
    """INSERT INTO title_vector SELECT id, 'e', zeroblob(8) FROM title WHERE text LIKE '%' || :text || '%'""",
)


def plant(folder: Path, database: Database, text: str) -> None:
    """Plant the text: recorded, imported, corrected, asked about, planned, recommended, indexed, logged, learned."""
    titled = Observed(Presence.ACTIVE, "editor", f"{text} – draft", "/bin/editor", "x11", "", PATH.format(text))
    other = Observed(Presence.ACTIVE, "mail", "Inbox", "", "x11")
    activities = [
        Activity(AT_MS + n * 10 * MS_PER_MINUTE, AT_MS + (n + 1) * 10 * MS_PER_MINUTE, what, "UTC")
        for n, what in enumerate((titled, other) * 6)
    ]
    ActivityStore(database).insert_many(activities)
    with BatchStore(database).begin("test", f"{text}.csv", "0", "UTC", made_ms=AT_MS) as writer:
        start = AT_MS + 6 * MS_PER_HOUR
        writer.insert([Activity(start, start + MS_PER_HOUR, titled, "UTC", "other")])
    values = {
        "at": AT_MS,
        "later": AT_MS + MS_PER_HOUR,
        "before": AT_MS - MS_PER_HOUR,
        "text": text,
        "json": json.dumps({"words": [text]}),
    }
    with database.writing() as connection:
        raw = connection.connection.dbapi_connection
        if raw is not None:
            for statement in _ROWS:
                raw.cursor().execute(statement, values)
    _index(database, text)
    _files(folder, text)


def _index(database: Database, text: str) -> None:
    folder = FolderStore(database).add(Folder(0, "/home/a"))
    identity = Identity(PATH.format(text), 9, 1, 1, 1)
    chunks = [Chunk(f"This tells of {text} and more.")]
    with DocumentStore(database).writing() as writer:
        writer.put(folder, identity, DocumentKind.TEXT, text, b"0", chunks, AT_MS)
    with database.writing() as connection:
        file = connection.exec_driver_sql("SELECT id FROM document_file").scalar_one()
        connection.exec_driver_sql("INSERT INTO skill VALUES (1, 'Reading', 3, 0, 0, 1)")
        connection.exec_driver_sql(
            "INSERT INTO learning_item VALUES (1, 1, 'document', 'a text', ?, 30, NULL)", (file,)
        )
        connection.exec_driver_sql(
            "INSERT INTO recall_card VALUES (1, 1, 1, ?, 'back', 0, '{}')", (f"What is {text}?",)
        )


def _files(folder: Path, text: str) -> None:
    for name in ("logs/window.log", "logs/window.log.1", "models/run-1.json"):
        path = folder / name
        path.parent.mkdir(mode=0o700, exist_ok=True)
        path.write_text(f"saw {text}\n", encoding="utf-8")
