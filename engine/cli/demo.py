"""`kairos demo`: a believable history to look around in, never among the person's own data."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.options import ProfileOption, opened
from engine.cli.terminal import say
from engine.cli.window import Look, open_window
from engine.domain.plain_text import plain
from engine.paths import ProfilePaths, default_profile, profile_at
from engine.settings import Language

if TYPE_CHECKING:
    from engine.api import Engine


def demo(
    context: typer.Context,
    profile: ProfileOption = None,
    days: Annotated[int, typer.Option("--days", min=1, max=366, metavar="N", help="How many days, 1 to 366.")] = 365,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="The same number gives the same days.")] = 1,
    lang: Annotated[
        Language | None, typer.Option("--lang", help="The language of the window and of the categories.")
    ] = None,
    no_window: Annotated[bool, typer.Option("--no-window", help="Fill the profile and open nothing.")] = False,
) -> None:
    """Open the window on made-up days."""
    paths = replace(demo_profile(profile or context.find_root().obj), encrypts=False)
    with opened(paths) as engine:
        _settle(engine, lang)
        _take_starter_rules(engine)
        added = engine.demo.fill(days, seed, among_recordings=paths == demo_profile(None))
        written = engine.demo.write_documents(paths.folder / "documents", days, seed)
        engine.document_use.match()
        engine.demo.fill_plan(days, seed)
    if written:
        say(f"{written} sample documents written to {plain(str(paths.folder / 'documents'))}")
    say(f"{added} sample activities stored in {plain(str(paths.folder))}")
    if not no_window:
        open_window(paths.folder, Look(sample=True))


def demo_profile(given: Path | None) -> ProfilePaths:
    """Return the profile named, else one beside the person's own that holds nothing but samples."""
    if given is not None:
        return profile_at(given)
    own = default_profile().folder
    return ProfilePaths(own.with_name(f"{own.name}-demo"))


def _settle(engine: Engine, lang: Language | None) -> None:
    """Ask no first questions there, and speak the language of whoever opens it."""
    settings = engine.preferences.load()
    look = replace(settings.look, language=lang or settings.look.language)
    wanted = replace(settings, look=look, first_run_done=True)
    if wanted != settings:
        engine.preferences.change(wanted)


def _take_starter_rules(engine: Engine) -> None:
    """Give the sample days categories to be counted by: those to begin with, where there are none yet."""
    if not engine.demo.holds_recordings() and not engine.rules.all():
        engine.rules.install(engine.rules.starter(_spoken(engine.preferences.load().look.language)))
    engine.rules.relabel_all()  # before the days come: they are labelled as they are stored


def _spoken(language: Language) -> str:
    """Return the language meant by a setting: for "as the system" what the person's environment asks for."""
    if language is not Language.SYSTEM:
        return language.value
    asked = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, asked), Language.ENGLISH.value)
