"""`--profile`: every command and every group takes it, and the one nearest to the command counts."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer
from helpers.command_line import Commands

from engine.cli.app import app
from engine.paths import ProfilePaths

_OF_NONE = "kairos gnome-extension "
"""What concerns the desktop's own folder, and no profile."""


def everything(command: Any, name: str = "kairos") -> Iterator[tuple[str, Any]]:
    yield name, command
    for word, one in getattr(command, "commands", {}).items():
        yield from everything(one, f"{name} {word}")


def test_every_command_and_every_group_takes_a_profile() -> None:
    without = [
        name
        for name, command in everything(typer.main.get_command(app))
        if sum("--profile" in option.opts for option in command.params) != 1 and not name.startswith(_OF_NONE)
    ]
    assert without == []


def test_a_profile_named_after_a_group_counts(filled: Commands) -> None:
    assert len(filled.bare("export", "--profile", str(filled.folder), "events").json()) == 5


@pytest.mark.parametrize(
    "words",
    [
        ("--profile", "{wrong}", "export", "--profile", "{right}", "events"),
        ("export", "--profile", "{wrong}", "events", "--profile", "{right}"),
        ("--profile", "{wrong}", "export", "events", "--profile", "{right}"),
        ("--profile", "{wrong}", "share", "--profile", "{wrong}", "team", "--profile", "{right}", "list"),
    ],
)
def test_the_profile_named_nearest_to_the_command_counts(
    filled: Commands, tmp_path: Path, words: tuple[str, ...]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.mkdir()
    filled.bare(*(word.format(wrong=wrong, right=filled.folder) for word in words))
    assert not ProfilePaths(wrong).database.exists()


def test_a_folder_that_was_not_there_is_told_to_who_sits_at_the_terminal(
    kairos: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert f"There was no {kairos.folder}: an empty profile was begun there." in kairos("today").err
    assert kairos("today").err == ""
