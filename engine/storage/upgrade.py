"""An older database becomes one of today's: copied first, then changed in one transaction or not at all."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import Any

from alembic.config import Config
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from engine.domain.backups import BackupReason
from engine.domain.database_key import DatabaseKey
from engine.domain.errors import StorageDamaged
from engine.storage import creation
from engine.storage.backups import BackupFolder
from engine.storage.connections import WRITING, pool_of
from engine.storage.header import APPLICATION_ID
from engine.storage.recount import count_everything
from engine.storage.tables import SCHEMA_VERSION, revision_of
from engine.storage.translate import translated

MIGRATIONS = Path(__file__).parent / "migrations"


def upgrade(
    path: Path,
    module: ModuleType,
    *,
    key: DatabaseKey | None = None,
    migrations: Path = MIGRATIONS,
    version: int = SCHEMA_VERSION,
) -> Path | None:
    """Bring the database at path to the schema version and return the copy made before.

    None where another process has done it meanwhile. Killed or failing at any point, it leaves the file as it was.
    """
    engine = pool_of(module, path, key)
    try:
        with translated(path, encrypted=key is not None), engine.connect() as plain:
            # Batch mode copies a table and drops the old one, which must not take what refers to it along.
            _raw(plain).execute("PRAGMA foreign_keys = OFF")
            connection = plain.execution_options(**WRITING)
            with connection.begin():
                present = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
                if present >= version:
                    return None
                copy = BackupFolder(path, key).make(BackupReason.MIGRATION).path
                _migrate(connection, migrations, version)
                count_everything(connection)
                _check_references(connection, path)
                connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
            return copy
    finally:
        engine.dispose()


def make_older(path: Path, module: ModuleType, key: DatabaseKey | None, version: int) -> None:
    """Make an empty database of an older schema, to be filled with rows of that one. Raises Storage errors."""
    with translated(path, encrypted=key is not None):
        creation.make_file(path)
        creation.begin(path, module, key)
        engine = pool_of(module, path, key)
        try:
            with engine.connect() as plain:
                connection = plain.execution_options(**WRITING)
                with connection.begin():
                    migrate_blank(connection, version=version)
                    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
                    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")
        finally:
            engine.dispose()


def migrate_blank(connection: Connection, *, migrations: Path = MIGRATIONS, version: int = SCHEMA_VERSION) -> None:
    """Run every migration from the start on an empty database, inside the caller's transaction."""
    _migrate(connection, migrations, version)


def _migrate(connection: Connection, migrations: Path, version: int) -> None:
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: Any, _context: MigrationContext) -> Any:
        return scripts._upgrade_revs(revision_of(version), revision)  # noqa: SLF001  (what Alembic's own command does)

    options = {"fn": steps, "script": scripts, "transactional_ddl": True, "render_as_batch": True}
    context = MigrationContext.configure(connection, opts=options)
    with Operations.context(context):
        context.run_migrations()


def _check_references(connection: Connection, path: Path) -> None:
    orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if orphans:
        raise StorageDamaged(
            f"{path} could not be brought up to date: {len(orphans)} rows name rows that are missing. "
            "It was left as it was; a copy of it helps us find out why."
        )


def _raw(connection: Connection) -> Any:
    return connection.connection.dbapi_connection
