"""What every command understands about keys, before and after its name, without each having to say so."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from engine.keys import handover, passphrase

_KEY = "engine.cli.key_options.key"


def add_key_options(group: Any) -> None:
    """Have the group and everything below it take a passphrase file; the group itself a handed key, too."""
    donor = typer.Typer(add_completion=False)
    donor.command()(_options)
    file, handle = (typer.main.get_command(donor).params)[:2]
    group.params.append(handle)
    _add(file, group)


def handed_key(context: typer.Context) -> Any:
    """Return the key that whoever started this command handed over, None where nobody did."""
    return context.find_root().meta.get(_KEY)


def _add(option: Any, command: Any) -> None:
    command.params.append(option)
    for one in getattr(command, "commands", {}).values():
        _add(option, one)


def _take_file(value: Path | None) -> None:
    if value is not None:
        passphrase.name_file(value)


def _take_handle(context: typer.Context, value: int | None) -> None:
    if value is not None:
        context.find_root().meta[_KEY] = handover.received(value)


def _options(
    _file: Annotated[
        Path | None,
        typer.Option(
            passphrase.OPTION,
            metavar="FILE",
            help="A file with the passphrase that opens an encrypted profile, or makes one.",
            callback=_take_file,
            expose_value=False,
        ),
    ] = None,
    _handle: Annotated[
        int | None, typer.Option(handover.OPTION, hidden=True, callback=_take_handle, expose_value=False)
    ] = None,
) -> None:
    """Stand for a command, since options can be made of a function only."""
