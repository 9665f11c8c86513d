"""All commands, one file each; what needs the engine loads it when it runs, so that help comes at once."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from engine import __version__
from engine.cli import (
    ask,
    backup,
    correct,
    demo,
    digest,
    doctor,
    documents,
    erase,
    export,
    feedback,
    focus,
    gnome_extension,
    goals,
    imports,
    insights,
    jobs,
    keys,
    learn,
    letter,
    mind,
    packs,
    plan,
    privacy,
    recommend,
    record,
    report,
    retention,
    rules,
    search,
    share,
    share_team,
    status,
    stop,
    team,
    today,
    window,
    work,
)
from engine.cli.key_options import add_key_options
from engine.cli.options import ProfileOption, add_profile_option
from engine.cli.wrong_words import in_plain_words
from engine.domain.errors import KairosError


class Commands(TyperGroup):
    """All commands; one whose reader has had enough (`kairos export events | head`) ends without a word."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        add_key_options(self)
        add_profile_option(self)

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was named; OutputError where what it says finds no room on the disk."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = in_plain_words(error.message)
            raise
        except OSError as error:
            if error.errno not in {errno.EPIPE, errno.ENOSPC}:
                raise
            _forget_output()
            if error.errno == errno.EPIPE:
                raise typer.Exit from None
            raise OutputError("No room is left where the output goes. Free some space and ask again.") from error


class OutputError(KairosError):
    """What a command says cannot be written."""

    title = "The output cannot be written"


def _forget_output() -> None:
    """Let what is still waiting to be written vanish, or Python would complain about it on its way out."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


app = typer.Typer(
    name="kairos",
    cls=Commands,
    help="Kairos records what you work on, on this computer alone. Without a command it opens the window.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

ScreenshotOption = Annotated[
    tuple[str, Path] | None,
    typer.Option("--screenshot", metavar="PAGE FILE.png", help="Draw a page with the profile's data, and leave."),
]
ThemeOption = Annotated[str | None, typer.Option("--theme", metavar="light|dark", help="The picture's colours.")]
LanguageOption = Annotated[str | None, typer.Option("--lang", metavar="en|zh_CN", help="The picture's language.")]
SizeOption = Annotated[str | None, typer.Option("--size", metavar="WxH", help="The picture's size in pixels.")]
VersionOption = Annotated[bool, typer.Option("--version", help="Say which version this is.")]


@app.callback(invoke_without_command=True)
def kairos(  # noqa: PLR0913, PLR0917  (one for each option)
    context: typer.Context,
    profile: ProfileOption = None,
    screenshot: ScreenshotOption = None,
    theme: ThemeOption = None,
    lang: LanguageOption = None,
    size: SizeOption = None,
    version: VersionOption = False,
) -> None:
    """Open the window, or draw one page of it."""
    if context.invoked_subcommand is not None:
        context.obj = profile
    elif version:
        typer.echo(f"kairos {__version__}")
    else:
        look = window.Look(theme, lang, size)
        window.draw(profile, screenshot, look) if screenshot else window.open_window(profile, look)


app.command("record")(record.record)
app.command("stop")(stop.stop)
app.command("status")(status.status)
app.command("pause")(status.pause)
app.command("resume")(status.resume)
app.command("today")(today.today)
app.command("report")(report.report)
app.command("doctor")(doctor.doctor)
app.command("privacy")(privacy.privacy)
app.command("demo")(demo.demo)
app.command("search")(search.search)
app.command("digest")(digest.digest)
app.command("ask")(ask.ask)
app.command("import")(imports.run_import)
app.command("imports")(imports.imports)
app.command("import-undo")(imports.import_undo)
app.command("jobs")(jobs.jobs)
app.command("undo")(correct.undo)
app.command("redo")(correct.redo)
app.add_typer(correct.group, name="correct")
app.add_typer(export.group, name="export")
app.add_typer(rules.group, name="rules")
app.add_typer(documents.group, name="documents")
app.command("work", hidden=True)(work.work)
app.add_typer(goals.group, name="goals")
app.add_typer(plan.group, name="plan")
app.add_typer(mind.group, name="mind")
app.add_typer(insights.group, name="insights")
app.add_typer(recommend.group, name="recommend")
app.add_typer(focus.group, name="focus")
app.add_typer(learn.group, name="learn")
app.add_typer(letter.group, name="letter")
app.add_typer(keys.group, name="keys")
app.command("feedback")(feedback.feedback)
app.add_typer(gnome_extension.group, name="gnome-extension")
app.add_typer(backup.group, name="backup")
app.command("check")(backup.check)
app.command("erase")(erase.erase)
app.add_typer(retention.group, name="retention")
app.add_typer(share.group, name="share")
share.group.add_typer(share_team.group, name="team")
app.add_typer(packs.group, name="packs")
app.add_typer(team.group, name="team")
