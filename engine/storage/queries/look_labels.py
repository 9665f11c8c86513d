"""The labels of looks by their texts, for those who may only read."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, text

from engine.domain.categories import Labels
from engine.domain.look import Labeller, Look
from engine.storage.queries.looks import Named

THE_NAMED = """json_each(:names) AS one CROSS JOIN look
  ON look.title_id IS (SELECT id FROM title WHERE text = one.value ->> 3)
 AND look.app_id IS (SELECT id FROM app WHERE name = one.value ->> 0 AND executable = one.value ->> 1
                                          AND platform = one.value ->> 2)
 AND look.site_id IS (SELECT id FROM site WHERE name = one.value ->> 4)
 AND look.document_id IS (SELECT id FROM document WHERE path = one.value ->> 5)
 AND (look.title_id IS NULL) = (one.value ->> 3 = '') AND (look.site_id IS NULL) = (one.value ->> 4 = '')
 AND (look.document_id IS NULL) = (one.value ->> 5 = '')
 AND (look.app_id IS NULL) = (one.value ->> 0 = '' AND one.value ->> 1 = '' AND one.value ->> 2 = '')"""
"""The stored looks of a JSON list of names, each beside its place in that list (one.key)."""

_FIND = text(
    f"""SELECT one.key, look.category_id, coalesce(project.name, ''), coalesce(tag.name, '')
FROM {THE_NAMED}
LEFT JOIN project ON project.id = look.project_id LEFT JOIN tag ON tag.id = look.tag_id"""  # noqa: S608
)


def labels_of(connection: Connection, names: Iterable[Named], labeller: Labeller | None = None) -> dict[Named, Labels]:
    """Return the labels of those of the looks that are stored, and of the others as the labeller has them.

    Others can be where a correction gives a new name to what is still going on: it is stored when that ends.
    """
    given = list(dict.fromkeys(names))
    rows = connection.execute(_FIND, {"names": json.dumps(given)})
    found = {given[key]: Labels(*labels) for key, *labels in rows}
    if labeller is not None:
        new = (name for name in given if name not in found and any(name))
        found.update({name: labeller(Look(0, name[0], *name[3:])) for name in new})
    return found
