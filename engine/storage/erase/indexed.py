"""Takes a document out of the index for good: its text, words and vectors, and what was learned with it."""

from __future__ import annotations

import json
from collections import Counter

from sqlalchemy import Connection

from engine.domain.erasing import Erasable
from engine.storage.document_writer import remove_documents
from engine.storage.erase.scope import Scope
from engine.storage.queries.unwanted import keep_out

_CARDS = """DELETE FROM recall_card WHERE item_id IN (SELECT id FROM learning_item
WHERE document_id IN (SELECT value FROM json_each(?)))"""
_ITEMS = "DELETE FROM learning_item WHERE document_id IN (SELECT value FROM json_each(?))"
_PATHS = "SELECT path FROM document_file WHERE id IN (SELECT value FROM json_each(?))"


def forget_documents(connection: Connection, scope: Scope, counts: Counter[Erasable]) -> None:
    """Take the documents named away; of a time, an app or a title only what was recorded of them goes."""
    choice = scope.choice
    if not scope.documents or choice.timed or choice.app or choice.title or choice.title_with or choice.site:
        return
    numbers = json.dumps(scope.documents)
    for statement in (_CARDS, _ITEMS):
        counts[Erasable.LEARNING] += max(0, connection.exec_driver_sql(statement, (numbers,)).rowcount)
    keep_out(connection, connection.exec_driver_sql(_PATHS, (numbers,)).scalars().all())
    remove_documents(connection, scope.documents)
    counts[Erasable.DOCUMENTS] += len(scope.documents)
