"""Looks without a title: an app as it was counted, whatever the rules say later."""

from __future__ import annotations

from typing import Any, TypeAlias

from sqlalchemy import Connection

from engine.domain.activity import KEPT

Labelled: TypeAlias = tuple[str, str, int, int, int]
"""App, the platform it was seen on, and the numbers of category, project and tag, 0 for none."""

_OLD = """SELECT coalesce(app.name, '') AS name, coalesce(app.platform, '') AS platform,
coalesce(category_id, 0), coalesce(project_id, 0), coalesce(tag_id, 0)
FROM look LEFT JOIN app ON app.id = look.app_id WHERE look.id = ?"""
_THERE = """SELECT look.id, name, platform, coalesce(category_id, 0), coalesce(project_id, 0), coalesce(tag_id, 0)
FROM look JOIN app ON app.id = look.app_id WHERE instr(platform, ?) AND title_id IS NULL AND site_id IS NULL
AND document_id IS NULL"""
_NUMBER = "SELECT coalesce(max(id), 0) + 1 FROM app"
_ADD_APP = "INSERT INTO app (name, executable, platform) VALUES (?, '', ?) RETURNING id"
_ADD_LOOK = """INSERT INTO look (app_id, category_id, project_id, tag_id, labelled_by)
VALUES (?, ?, ?, ?, 0) RETURNING id"""


class KeptLooks:
    """Finds them or adds them, in one transaction that writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._of_look: dict[int, int] = {}
        self._of_label: dict[Labelled, int] = {}
        for number, name, platform, *labels in connection.exec_driver_sql(_THERE, (KEPT,)).all():
            self._of_label.setdefault(_labelled(name, platform, *labels), int(number))

    def of(self, look_id: int) -> int:
        """Return the look to keep in place of one."""
        if look_id not in self._of_look:
            row = self._connection.exec_driver_sql(_OLD, (look_id,)).one()
            self._of_look[look_id] = self.named(_labelled(*row))
        return self._of_look[look_id]

    def named(self, wanted: Labelled) -> int:
        """Return the look of an app that is counted as this for ever."""
        wanted = _labelled(*wanted)
        if wanted not in self._of_label:
            self._of_label[wanted] = self._added(wanted)
        return self._of_label[wanted]

    def _added(self, wanted: Labelled) -> int:
        name, platform, *labels = wanted
        number = self._one(_NUMBER)
        app = self._one(_ADD_APP, name, f"{platform}{KEPT}{number}")
        return self._one(_ADD_LOOK, app, *(label or None for label in labels))

    def _one(self, statement: str, *values: Any) -> int:
        return int(self._connection.exec_driver_sql(statement, values).scalar_one())


def _labelled(name: str, platform: str, category: int, project: int, tag: int) -> Labelled:
    return name, platform.partition(KEPT)[0], category, project, tag
