"""Takes everything away: an empty database that stands, under processes that go on."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection

from engine.domain.erasing import Erasable
from engine.storage.erase.rows import Taken
from engine.storage.tables import WORDS, metadata

STANDING = frozenset({"command", "recorder_status", "job", "index_status", "rule_book", "erasure"})
"""How Kairos itself stands: nothing of the person, and the processes that run go by it."""

_KIND_OF = {
    "correction": Erasable.CORRECTIONS,
    "title": Erasable.TITLES,
    "site": Erasable.TITLES,
    "document": Erasable.TITLES,
    "document_file": Erasable.DOCUMENTS,
    "learning_item": Erasable.LEARNING,
    "recall_card": Erasable.LEARNING,
    "skill": Erasable.LEARNING,
    "block": Erasable.BLOCKS,
    "flexible_block": Erasable.BLOCKS,
    "plan_change": Erasable.BLOCKS,
    "focus_session": Erasable.SESSIONS,
    "focus_rating": Erasable.SESSIONS,
    "dialogue_turn": Erasable.DIALOGUES,
    "offer": Erasable.ADVICE,
    "forecast": Erasable.ADVICE,
    "insight": Erasable.FINDINGS,
    "letter": Erasable.FINDINGS,
    "share_release": Erasable.SHARED,
    "team_round": Erasable.SHARED,
    "together_step": Erasable.SHARED,
    "pack_import": Erasable.OTHERS,
    "notification": Erasable.NOTIFICATIONS,
    "import_batch": Erasable.IMPORTS,
    "training_run": Erasable.MODELS,
    "category": Erasable.OTHERS,
    "rule": Erasable.OTHERS,
    "goal": Erasable.OTHERS,
    "document_folder": Erasable.OTHERS,
    "calendar": Erasable.OTHERS,
}
_TRIGGERS = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
_TIMES = "SELECT count(*), min(start_ms), max(end_ms), coalesce(sum(end_ms - start_ms), 0) FROM activity"
_BLANK = (
    "UPDATE job SET message = ''",
    "UPDATE index_status SET note = ''",
    "UPDATE rule_book SET revision = revision + 1",
)


def forget_everything(connection: Connection, taken: Taken, counts: Counter[Erasable]) -> None:
    """Empty every table but those that say how Kairos itself stands.

    The triggers are put aside meanwhile: what they keep right is empty in the end, and a year would take minutes.
    """
    taken.rows, first, last, taken.length_ms = connection.exec_driver_sql(_TIMES).one()
    if first is not None:
        taken.spans.append((first, last))
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    triggers = connection.exec_driver_sql(_TRIGGERS).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql(f"INSERT INTO {WORDS} ({WORDS}) VALUES ('delete-all')")  # noqa: S608
    for name in sorted(metadata.tables.keys() - STANDING):
        kind = _KIND_OF.get(name)
        if kind is not None:
            counts[kind] += connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()  # noqa: S608
        connection.exec_driver_sql(f"DELETE FROM {name}")  # noqa: S608
    for _, statement in triggers:
        connection.exec_driver_sql(statement)
    for statement in _BLANK:
        connection.exec_driver_sql(statement)
