"""`kairos documents`: the folders they are in, the index of them, and what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.document_index import index
from engine.cli.document_search import open_document, search
from engine.cli.document_use import correct, used
from engine.cli.document_words import (
    NO_FOLDER,
    count_as_json,
    count_line,
    failure_as_json,
    folder_as_json,
    overview_as_json,
    overview_lines,
)
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import say, say_json
from engine.domain.documents import LARGEST_BYTES
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.domain.document_status import FolderCount

group = typer.Typer(
    help="Documents in folders you name: found by their words and by what they mean.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_MIB = 1 << 20
_MOST_FAILURES = 1_000

FolderArgument = Annotated[str, typer.Argument(metavar="FOLDER", help="Its path, or its number in the list.")]


@group.callback()
def documents() -> None:
    """Documents in folders you name: found by their words and by what they mean."""


@group.command("add")
def add(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The folder your documents are in.")],
    include: Annotated[
        list[str] | None, typer.Option("--include", metavar="PATTERN", help="Only these (*.pdf, papers/); repeatable.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option("--exclude", metavar="PATTERN", help="Not these (drafts/); repeatable.")
    ] = None,
    largest: Annotated[
        float, typer.Option("--largest-mib", metavar="MIB", help="Leave larger files out.")
    ] = LARGEST_BYTES / _MIB,
    ignored_too: Annotated[
        bool, typer.Option("--ignored-too", help="Also what .gitignore and .ignore files leave out.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Take the home folder or a whole disk, if you mean it.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Name a folder; `kairos documents index` reads its documents, or Kairos does within a quarter of an hour."""
    with opened(profile_of(context, profile)) as engine:
        added = engine.documents.add_folder(
            folder,
            include=tuple(include or ()),
            exclude=tuple(exclude or ()),
            largest_bytes=round(largest * _MIB),
            honour_ignore_files=not ignored_too,
            sure=yes,
        )
    if as_json:
        say_json(folder_as_json(added))
    else:
        say(plain(f"Folder {added.id}: {added.path}. Read its documents now with: kairos documents index"))


@group.command("remove")
def remove(
    context: typer.Context,
    folder: FolderArgument,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Name a folder no longer: what was read there is forgotten; the files stay as they are."""
    with opened(profile_of(context, profile)) as engine:
        found = engine.documents.find_folder(folder)
        engine.documents.remove_folder(found.id)
    if as_json:
        say_json(folder_as_json(found))
    else:
        say(plain(f"{found.path} is no longer searched. Its files are as they were."))


@group.command("list")
def list_folders(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the folders you named, with how many documents are known of each."""
    with opened(profile_of(context, profile)) as engine:
        folders: tuple[FolderCount, ...] = engine.documents.overview().folders
    if as_json:
        say_json([count_as_json(one) for one in folders])
        return
    if not folders:
        say(NO_FOLDER)
    for one in folders:
        say(count_line(one))


@group.command("status")
def status(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """Say how far the index of documents is."""
    with opened(profile_of(context, profile)) as engine:
        overview = engine.documents.overview()
    if as_json:
        say_json(overview_as_json(overview))
        return
    for line in overview_lines(overview):
        say(line)


@group.command("failures")
def failures(context: typer.Context, as_json: JsonOption = False, profile: ProfileOption = None) -> None:
    """List the documents that could not be read, each with the reason."""
    with opened(profile_of(context, profile)) as engine:
        found, named = engine.documents.failures(_MOST_FAILURES), bool(engine.documents.folders())
    if as_json:
        say_json([failure_as_json(one) for one in found])
        return
    if not found:
        say("Every document could be read." if named else NO_FOLDER)
    for one in found:
        say(plain(f"{one.identity.path}: {one.reason}"))


@group.command("pause")
def pause(context: typer.Context, profile: ProfileOption = None) -> None:
    """Let all work on the index rest until `kairos documents resume`."""
    with opened(profile_of(context, profile)) as engine:
        engine.documents.pause()
    say("Indexing is paused. Go on with: kairos documents resume")


@group.command("resume")
def resume(context: typer.Context, profile: ProfileOption = None) -> None:
    """Let work on the index go on."""
    with opened(profile_of(context, profile)) as engine:
        engine.documents.allow()
    say("Indexing may go on. Do it now with: kairos documents index")


group.command("index")(index)
group.command("search")(search)
group.command("open")(open_document)
group.command("used")(used)
group.command("correct")(correct)
