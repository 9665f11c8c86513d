"""`kairos packs`: rules, reading lists, block templates and learning plans, handed on as files and taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.moments import local
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.pack_words import import_json, offer_lines, pack_line, preview_json, preview_lines
from engine.cli.terminal import say, say_json
from engine.domain.errors import UsageError
from engine.domain.packs import PACK_SUFFIX, PackKind
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.api import Engine
    from engine.domain.packs import Offers, Pack, PackPreview

group = typer.Typer(
    help="Packs: rules, reading lists, blocks, learning plans.", no_args_is_help=True, rich_markup_mode=None
)

PackFile = Annotated[Path, typer.Argument(metavar="FILE", help="A .kairos-pack file.")]
Without = Annotated[
    list[int] | None,
    typer.Option("--without", metavar="NUMBER", help="Leave this item out; can be given several times."),
]
Yes = Annotated[bool, typer.Option("--yes", help="Do it, without asking.")]


@group.callback()
def packs() -> None:
    """Hand on rules, reading lists, block templates and learning plans as files, and take in those of others."""


@group.command("export")
def export_pack(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    kind: Annotated[PackKind, typer.Argument(help="What the pack is of.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(help="Only these: categories ('Work > Code'), projects, tags; skills; blocks; documents."),
    ] = None,
    file: Annotated[Path | None, typer.Option("--file", metavar="FILE", help="Where to.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="What the pack is called; else as the file.")] = None,
    note: Annotated[str, typer.Option("--note", help="A sentence for whoever takes it.")] = "",
    without: Without = None,
    levels: Annotated[bool, typer.Option("--levels", help="Say how well you know each skill.")] = False,
    yes: Yes = False,
    profile: ProfileOption = None,
) -> None:
    """Show all that a pack would hold, word for word, and write it; sharing has to be on."""
    called = name or (file.name.removesuffix(PACK_SUFFIX) if file is not None else kind.value)
    with opened(profile_of(context, profile)) as engine:
        offers = engine.packs.offers(kind, names or (), levels=levels)
        pack = _chosen(engine, kind, offers, without or (), (called, note))
        for line in offer_lines(offers, without or ()):
            say(line)
        say()
        for line in engine.packs.text(pack).splitlines():
            say(plain(line))
        if file is None:
            say("Nothing was written. To write just this, add --file FILE.")
        elif _sure(f"Write this to {plain(str(file))}?", yes=yes):
            say(plain(f"Written: {engine.packs.save(pack, file)}"))
        else:
            say("Nothing was written. To write just this, add --yes.")


def _chosen(engine: Engine, kind: PackKind, offers: Offers, without: Sequence[int], said: tuple[str, str]) -> Pack:
    wanted = [one for one in offers.items if one.wanted]
    _check_numbers(without, len(wanted))
    items = [one.item for number, one in enumerate(wanted, 1) if number not in set(without)]
    return engine.packs.packed(kind, offers, items, name=said[0], note=said[1])


def _check_numbers(without: Sequence[int], most: int) -> None:
    strange = next((number for number in without if not 1 <= number <= most), None)
    if strange is not None:
        raise UsageError(f"There is no item {strange}; they are numbered 1 to {most}.")


@group.command("show")
def show(context: typer.Context, file: PackFile, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Show what a pack holds beside what is there, and change nothing."""
    with opened(profile_of(context, profile)) as engine:
        preview = engine.packs.preview(engine.packs.read(file))
    _tell(preview, as_json=as_json)


@group.command("import")
def import_pack(
    context: typer.Context,
    file: PackFile,
    without: Without = None,
    yes: Yes = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Show what a pack would change and take it in, all of it or nothing; `kairos packs undo` takes it back."""
    with opened(profile_of(context, profile)) as engine:
        preview = engine.packs.preview(engine.packs.read(file))
        _check_numbers(without or (), len(preview.lines))
        if not as_json:
            _tell(preview, as_json=False)
        left_out = [preview.lines[number - 1].place for number in without or ()]
        done = None
        if preview.chosen(frozenset(left_out)) and _sure("Take this in?", yes=yes):
            done = engine.packs.take(preview, left_out)
    if as_json:
        say_json({**preview_json(preview), "taken": None if done is None else import_json(done)})
    elif done is not None and done.id:
        say(f"Taken in. To take it back: kairos packs undo {done.id}")
    elif preview.changes:
        say("Nothing was taken in. To do it, add --yes.")


def _tell(preview: PackPreview, *, as_json: bool) -> None:
    if as_json:
        say_json(preview_json(preview))
        return
    for line in preview_lines(preview):
        say(line)


def _sure(question: str, *, yes: bool) -> bool:
    """Return whether to go on; asked where somebody sits at the terminal."""
    return yes or (typer.get_text_stream("stdin").isatty() and typer.confirm(question, default=False))


@group.command("list")
def list_packs(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the packs that were taken in, the newest first."""
    with opened(profile_of(context, profile)) as engine:
        found, rule = engine.packs.taken(), engine.history.rule()
    if as_json:
        say_json([import_json(one) for one in found])
        return
    if not found:
        say("No pack was taken in yet. Look at one with: kairos packs show FILE")
    for one in found:
        say(pack_line(one, f"{local(one.imported_ms, rule):%Y-%m-%d %H:%M}"))


@group.command("undo")
def undo(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="As `kairos packs list` shows it.")],
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Take a pack back; what you changed or used since stays, and is told."""
    with opened(profile_of(context, profile)) as engine:
        done = engine.packs.undo(number)
    if as_json:
        kept = [{"name": one.name, "why": one.text} for one in done.kept]
        say_json({**import_json(done.taken), "kept": kept})
        return
    say(plain(f"Taken back: {done.taken.name}"))
    for one in done.kept:
        say(plain(f"Kept: {one.name}: {one.text}"))


@group.command("seal")
def seal(context: typer.Context, file: PackFile, profile: ProfileOption = None) -> None:
    """Seal a pack that was written or edited by hand: its digest says then what it holds now."""
    with opened(profile_of(context, profile)) as engine:
        pack = engine.packs.seal(file)
        preview = engine.packs.preview(pack)
    say(plain(f"Sealed: {pack.name} ({pack.kind.value}), SHA-256 {pack.digest}"))
    for line in preview.lines:
        if line.why:
            say(plain(f"{line.name}: {line.why}"))
