"""Each distinct combination of app, title, site and document, and what it is counted as."""

from __future__ import annotations

from sqlalchemy import DDL, Column, ForeignKey, Index, Integer, Table, event

from engine.storage.tables.schema import metadata

# Rules decide over looks, never over activities: a year of a million activities has a tenth as many of these.
look = Table(
    "look",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("app_id", Integer, ForeignKey("app.id")),
    Column("title_id", Integer, ForeignKey("title.id")),
    Column("site_id", Integer, ForeignKey("site.id"), index=True),
    Column("document_id", Integer, ForeignKey("document.id"), index=True),
    Column("category_id", Integer, ForeignKey("category.id")),
    Column("project_id", Integer, ForeignKey("project.id")),
    Column("tag_id", Integer, ForeignKey("tag.id")),
    Column("labelled_by", Integer, nullable=False),  # the revision of the rules that said so; 0 for none yet
    # Not unique, as each NULL would count as another one: the trigger sees to that.
    Index(None, "title_id", "app_id", "site_id", "document_id"),
    sqlite_strict=True,
)

TRIGGERS = (
    """CREATE TRIGGER look_insert_twice BEFORE INSERT ON look
WHEN EXISTS (SELECT 1 FROM look WHERE title_id IS NEW.title_id AND app_id IS NEW.app_id
             AND site_id IS NEW.site_id AND document_id IS NEW.document_id)
BEGIN SELECT RAISE(ABORT, 'this look is stored already'); END""",
)

for _trigger in TRIGGERS:
    event.listen(look, "after_create", DDL(_trigger))  # type: ignore[no-untyped-call]
