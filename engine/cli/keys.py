"""`kairos keys`: who can open the profile; encryption on and off, another key."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.key_words import code_lines, dropped_lines, finished_line, slot_name, state_json, state_lines
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError
from engine.domain.key_slots import SlotKind
from engine.keys import passphrase as passphrases

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.paths import ProfilePaths

group = typer.Typer(
    help="Who can open the profile: the keyring, a passphrase, a recovery code.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

KindArgument = Annotated[SlotKind, typer.Argument(help="Which kind of slot.")]
NewOption = Annotated[
    Path | None, typer.Option("--new", metavar="FILE", help="A file with the new passphrase; else it is asked for.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="Do not ask.")]


@group.callback()
def keys() -> None:
    """Who can open the profile: the keyring, a passphrase, a recovery code."""


@group.command("list")
def list_slots(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say whether the profile is encrypted, and what opens it."""
    with opened(profile_of(context, profile)) as engine:
        state, rule = engine.keys.state(), engine.history.rule()
    if as_json:
        say_json(state_json(state))
        return
    for line in state_lines(state, rule):
        say(line)


@group.command("add")
def add(
    context: typer.Context,
    kind: KindArgument,
    new: NewOption = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Have another thing open the profile, in place of the one of its kind there is."""
    with opened(profile_of(context, profile)) as engine:
        if kind is SlotKind.RECOVERY:
            _tell_code(engine, engine.keys.new_recovery_code(), as_json=as_json)
            return
        if kind is SlotKind.KEYRING:
            engine.keys.add_keyring()
        else:
            engine.keys.add_passphrase(_new_passphrase(new))
    say_json({"added": kind.value}) if as_json else say(f"From now on the {slot_name(kind)} opens this profile, too.")


@group.command("remove")
def remove(
    context: typer.Context, kind: KindArgument, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Have something not open the profile any more; the last one stays."""
    with opened(profile_of(context, profile)) as engine:
        engine.keys.remove(kind)
    say_json({"removed": kind.value}) if as_json else say(f"The {slot_name(kind)} does not open this profile any more.")


@group.command("rekey")
def rekey(
    context: typer.Context,
    yes: YesOption = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Encrypt everything with another key: for the day somebody may have come by the old one."""
    with opened(profile_of(context, profile)) as engine:
        state = engine.keys.state()
        again = _passphrase_again() if state.has(SlotKind.PASSPHRASE) else None
        if again is None and state.has(SlotKind.PASSPHRASE):
            _sure("The passphrase was not given again, so it will not open the profile any more.", yes=yes)
        done = engine.keys.rekey(again)
        _tell_code(engine, done.code, as_json=as_json, dropped=done.dropped)


@group.command("encrypt")
def encrypt(
    context: typer.Context,
    keyring: Annotated[
        bool | None,
        typer.Option("--keyring/--no-keyring", help="Open it with the keyring (default: where there is one)."),
    ] = None,
    passphrase: Annotated[bool, typer.Option("--passphrase", help="Ask for a passphrase that opens it.")] = False,
    new: NewOption = None,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Encrypt a profile that is not: the history, its backups, the learned models."""
    paths = profile_of(context, profile)
    _refuse_encrypted(paths)
    with _with_file_as_new(new) as file, opened(paths) as engine:
        wanted = engine.keys.state().keyring is not None if keyring is None else keyring
        text = _new_passphrase(file) if passphrase or file is not None else None
        _name(file)
        code = engine.keys.turn_on(keyring=wanted, passphrase=text)
        _tell_code(engine, code, as_json=as_json)
        if not as_json:
            opens = [slot for slot, there in (("the keyring", wanted), ("the passphrase", text is not None)) if there]
            say(f"This profile is encrypted now. It is opened by: {', '.join((*opens, 'the recovery code'))}.")


@group.command("decrypt")
def decrypt(
    context: typer.Context, yes: YesOption = False, as_json: JsonOption = False, profile: ProfileOption = None
) -> None:
    """Keep the profile in the clear: whoever can read its files can read the history then."""
    with opened(profile_of(context, profile)) as engine:
        if not engine.keys.state().on:
            raise UsageError("This profile is not encrypted.")
        _sure("Whoever can read the files of this profile can read your history then.", yes=yes)
        engine.keys.turn_off()
    say_json({"encrypted": False}) if as_json else say("This profile is not encrypted any more.")


@group.command("finish")
def finish(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Complete a change of the key that was cut off."""
    with opened(profile_of(context, profile)) as engine:
        finished = engine.keys.finish()
    if not as_json:
        say(finished_line(finished))
        return
    done, step = finished is not None and finished.done, finished.step.value if finished is not None else None
    say_json({"finished": done, "taken_back": finished is not None and not done, "change": step})


def _refuse_encrypted(paths: ProfilePaths) -> None:
    from engine.bootstrap.unlocking import is_encrypted  # noqa: PLC0415  (help does not need it)

    if is_encrypted(paths) and (paths.keys.exists() or paths.keys_copy.exists()):
        raise UsageError("It is encrypted already. What opens it: kairos keys list")


@contextmanager
def _with_file_as_new(new: Path | None) -> Iterator[Path | None]:
    """Give the file of the passphrase that is to open the profile: one named for opening it is meant so, too."""
    named = passphrases.named_file()
    passphrases.name_file(None)
    try:
        yield new or named
    finally:
        passphrases.name_file(named)


def _name(file: Path | None) -> None:
    """Have a recorder that is started again open the profile with it."""
    if file is not None:
        passphrases.name_file(file)


def _new_passphrase(file: Path | None) -> str:
    if file is not None:
        return passphrases.read_file(file)
    if not _at_terminal():
        raise UsageError("Name a file with the new passphrase: --new FILE")
    return str(typer.prompt("New passphrase", hide_input=True, confirmation_prompt=True, err=True))


def _passphrase_again() -> str | None:
    """Return the passphrase there is, None where nobody gives it again."""
    file = passphrases.named_file()
    if file is not None:
        return passphrases.read_file(file)
    if not _at_terminal():
        return None
    typed = typer.prompt("Your passphrase again (empty: it is not to open it any more)", "", hide_input=True, err=True)
    return str(typed) or None


def _sure(what: str, *, yes: bool) -> None:
    if yes:
        return
    if not _at_terminal():
        raise UsageError(f"{what} Say --yes if that is what you want.")
    typer.confirm(f"{what} Go on?", abort=True, err=True)


def _at_terminal() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _tell_code(engine: Engine, code: str, *, as_json: bool, dropped: tuple[SlotKind, ...] = ()) -> None:
    if as_json:
        say_json({"recovery_code": code, "dropped": [kind.value for kind in dropped]})
    else:
        for line in (*code_lines(code), *dropped_lines(dropped)):
            say(line)
    engine.keys.code_kept(code)
