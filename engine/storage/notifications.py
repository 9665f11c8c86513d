"""Which notifications were given, which wait, and which are put off: each is given once, whoever asks first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.domain.clock import MS_PER_HOUR, MS_PER_MINUTE
from engine.domain.notifications import Notification, NotificationAction, NotificationKind
from engine.storage.database import Database

KEPT_MS = 90 * 24 * MS_PER_HOUR
"""So long it is remembered what was given; no notification is due for longer."""

# Given now where it never was, or waited, or was put off until now: one statement, so that of two only one is told so.
_CLAIM = """INSERT INTO notification (key, kind, due_ms, stale_ms, amount, shown_ms, answer, snoozed_ms)
VALUES (?, ?, ?, ?, ?, ?, '', ?) ON CONFLICT (key) DO UPDATE SET shown_ms = excluded.shown_ms, answer = '',
stale_ms = excluded.stale_ms, snoozed_ms = excluded.snoozed_ms
WHERE notification.shown_ms IS NULL OR notification.snoozed_ms <= excluded.shown_ms RETURNING key"""
_GIVEN = "SELECT key FROM notification WHERE shown_ms IS NOT NULL AND (snoozed_ms IS NULL OR snoozed_ms > ?)"
_WAIT = """INSERT INTO notification (key, kind, due_ms, stale_ms, amount, answer) VALUES (?, ?, ?, ?, ?, '')
ON CONFLICT (key) DO NOTHING"""
_WAITING = """SELECT key, kind, due_ms, stale_ms, amount FROM notification
WHERE shown_ms IS NULL AND due_ms <= ? AND stale_ms > ? ORDER BY due_ms"""
_FORGET = "DELETE FROM notification WHERE shown_ms < ? OR (shown_ms IS NULL AND stale_ms < ?)"
_ANSWER = """UPDATE notification SET answer = ?, snoozed_ms = CASE ? WHEN 'dismiss' THEN NULL ELSE snoozed_ms END
WHERE key = ?"""
_SNOOZE = """UPDATE notification SET answer = 'snooze',
snoozed_ms = CASE WHEN stale_ms - ? > ? THEN min(?, stale_ms - ?) ELSE ? END WHERE key = ?"""


class NotificationStore:
    """Reads and writes notifications; every method raises Storage errors."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def given(self, now_ms: int) -> frozenset[str]:
        """Return the keys of those that need not be given now."""
        with self._database.reading() as connection:
            return frozenset(row[0] for row in connection.exec_driver_sql(_GIVEN, (now_ms,)))

    def claim(self, found: Iterable[Notification], now_ms: int, again_ms: Mapping[str, int]) -> list[Notification]:
        """Return those that this call is the first to give. again_ms: by key, when it may be given once more."""
        claimed = []
        with self._database.writing() as connection:
            for one in found:
                row = (one.key, one.kind.value, one.due_ms, one.stale_ms, one.amount, now_ms, again_ms.get(one.key))
                if connection.exec_driver_sql(_CLAIM, row).first() is not None:
                    claimed.append(one)
            connection.exec_driver_sql(_FORGET, (now_ms - KEPT_MS, now_ms - KEPT_MS))
        return claimed

    def wait(self, one: Notification) -> None:
        """Store one for whoever asks next; one that is stored already stays as it is."""
        with self._database.writing() as connection:
            connection.exec_driver_sql(_WAIT, (one.key, one.kind.value, one.due_ms, one.stale_ms, one.amount))

    def waiting(self, now_ms: int) -> list[Notification]:
        """Return those that wait and are not stale, with nothing but what is stored of them."""
        with self._database.reading() as connection:
            rows = connection.exec_driver_sql(_WAITING, (now_ms, now_ms)).all()
        return [Notification(row[0], NotificationKind(row[1]), row[2], row[3], amount=row[4]) for row in rows]

    def answer(self, key: str, action: NotificationAction) -> None:
        """Store what the person answered; one that was dismissed is not given again."""
        with self._database.writing() as connection:
            connection.exec_driver_sql(_ANSWER, (action.value, action.value, key))

    def snooze(self, key: str, now_ms: int, until_ms: int) -> None:
        """Have it given again then, sooner where it would be stale by then and still can be."""
        last = MS_PER_MINUTE
        with self._database.writing() as connection:
            connection.exec_driver_sql(_SNOOZE, (last, now_ms, until_ms, last, until_ms, key))
