"""Databases as earlier releases of Kairos left them, with the first release's rows in them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from engine.domain.database_key import DatabaseKey
from engine.storage import driver, upgrade
from engine.storage.connections import connect, pool_of

SCRIPT = Path(__file__).parents[1] / "data" / "version_1.sql"

_HELD = """SELECT start_ms, end_ms, source.name, coalesce(app.name, ''), coalesce(app.executable, ''),
       coalesce(text, ''), coalesce(site.name, ''), coalesce(path, ''), zone.name, presence, withheld
FROM activity JOIN source ON source.id = source_id JOIN zone ON zone.id = zone_id {looks}
LEFT JOIN app ON app.id = app_id LEFT JOIN title ON title.id = title_id
LEFT JOIN site ON site.id = site_id LEFT JOIN document ON document.id = document_id ORDER BY source_id, start_ms"""


def make_released(path: Path, version: int) -> None:
    """Make the file of a schema version at path: what the first release wrote, brought as far as that one was."""
    module = driver.load()
    path.touch(mode=0o600)
    with closing(module.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(SCRIPT.read_text(encoding="utf-8"))
    if version == 1:
        return
    engine = pool_of(module, path)
    try:
        with engine.connect() as connection, connection.begin():
            upgrade._migrate(connection, upgrade.MIGRATIONS, version)
            connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
    finally:
        engine.dispose()


def held(path: Path, key: DatabaseKey | None = None) -> list[tuple[object, ...]]:
    """Return every recorded activity with all its names, whatever version the file is of."""
    with closing(connect(driver.load(), path, key)) as connection:
        new = connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'look'").fetchone()[0]
        looks = "LEFT JOIN look ON look.id = look_id" if new else ""
        return list(connection.execute(_HELD.format(looks=looks)))
