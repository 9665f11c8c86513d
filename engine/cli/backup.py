"""`kairos backup`: copies of the data, made, listed, gone back to. `kairos check`: whether the database is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.backup_words import (
    backup_json,
    backup_line,
    check_json,
    check_lines,
    preview_lines,
    share_json,
)
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.backups import BackupReason
from engine.domain.errors import UsageError

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.backups import Backup

group = typer.Typer(help="Copies of your data: list, now, restore.", no_args_is_help=True)

_NEWEST = "newest"


@group.command("list")
def list_backups(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """List the backups, the newest first."""
    with opened(profile_of(context, profile)) as engine:
        found, rule = engine.backups.list(), engine.history.rule()
    if as_json:
        say_json([backup_json(one) for one in found])
        return
    for one in found:
        say(backup_line(one, rule))
    if not found:
        say("There is no backup yet. The recorder makes them by itself; now: kairos backup now")


@group.command()
def now(context: typer.Context, profile: ProfileOption = None, as_json: JsonOption = False) -> None:
    """Make a backup now."""
    with opened(profile_of(context, profile)) as engine:
        made, rule = engine.backups.make(BackupReason.BY_HAND), engine.history.rule()
    say_json(backup_json(made)) if as_json else say(backup_line(made, rule))


@group.command()
def restore(
    context: typer.Context,
    which: Annotated[str, typer.Argument(metavar="NUMBER|newest", help="Which backup, by its number in the list.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without it only what would change is said.")] = False,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Say what going back to a backup changes; with --yes, go back. A backup of the present state is made first."""
    with opened(profile_of(context, profile)) as engine:
        backup, rule = _chosen(engine, which), engine.history.rule()
        preview = engine.backups.preview(backup)
        undo = engine.backups.restore(backup) if yes else None
    if as_json:
        say_json(
            {
                "backup": backup_json(backup),
                "loses": [share_json(one) for one in preview.loses],
                "gains": [share_json(one) for one in preview.gains],
                "restored": undo is not None,
                "undo": None if undo is None else backup_json(undo),
            }
        )
        return
    say(backup_line(backup, rule))
    for line in preview_lines(preview, rule):
        say(line)
    if undo is None:
        say(f"Nothing was changed. To go back: kairos backup restore {backup.number} --yes")
    else:
        say(f"Done. To undo it: kairos backup restore {undo.number} --yes")


def check(
    context: typer.Context,
    repair: Annotated[bool, typer.Option("--repair", help="Save what can be saved of a damaged database.")] = False,
    profile: ProfileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read and prove every byte of the database; exit status 1 where it is damaged."""
    with opened(profile_of(context, profile)) as engine:
        rule = engine.history.rule()
        report = engine.backups.repair() if repair else engine.backups.check()
        engine.backups.told()
    if as_json:
        say_json(check_json(report))
    else:
        for line in check_lines(report, rule):
            say(line)
    if not report.whole:
        raise typer.Exit(1)


def _chosen(engine: Engine, which: str) -> Backup:
    backups = engine.backups.list()
    if which == _NEWEST and backups:
        return backups[0]
    found = [one for one in backups if str(one.number) == which]
    if not found:
        raise UsageError(f"There is no backup {which}. List them with: kairos backup list")
    return found[0]
