"""`kairos documents search` and `open`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from helpers.command_line import Commands
from helpers.document_library import DocumentLibrary

from engine.domain.documents import DocumentKind
from engine.paths import profile_at
from engine.storage.database import Database


@pytest.fixture
def shelf(kairos: Commands, tmp_path: Path) -> Path:
    """A profile with three documents, of which one is there."""
    file = tmp_path / "plan; touch run.txt"
    file.write_text("The budget.", encoding="utf-8")
    database = Database.open(profile_at(kairos.folder).ensure().database)
    try:
        library = DocumentLibrary(database)
        library.add("budget.txt", "The annual budget is \x1b[31mred\u202e, and the plan holds.")
        library.add("年度.md", "本年度预算比去年增加百分之八。", DocumentKind.MARKDOWN)
        library.add(str(file), "Somewhere else entirely.")
    finally:
        database.close()
    return file


def test_words_are_found_marked_and_explained(kairos: Commands, shelf: Path) -> None:
    told = kairos("documents", "search", "--words-only", "annual", "budgets")
    assert told.status == 0
    assert "1  budget.txt" in told.out
    assert "The «annual» «budget» is red, and the plan holds." in told.out
    assert "words: annual, budgets" in told.out
    assert not any(one in told.out for one in "\x1b\u202e")
    assert "«年度预算»" in kairos("documents", "search", "--words-only", "年度预算").out
    assert kairos("documents", "search", "--words-only", "elephant").out.strip() == "Nothing was found."


def test_who_named_no_folder_yet_is_told_how(kairos: Commands) -> None:
    assert "kairos documents add FOLDER" in kairos("documents", "search", "--words-only", "budget").out


def test_json_says_everything(kairos: Commands, shelf: Path) -> None:
    (hit,) = kairos("documents", "search", "--words-only", "--json", "budget", "type:text").json()
    assert hit["number"] == 1
    assert hit["path"] == "/shelf/budget.txt"
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["budget"]
    assert hit["words"] == ["budget"]
    assert hit["similarity"] is None


def test_what_is_not_understood_is_told(kairos: Commands, shelf: Path) -> None:
    told = kairos("documents", "search", "--words-only", 'an "open')
    assert told.status == 1
    assert "quotation mark" in told.err


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="xdg-open is of free desktops")
def test_opening_hands_one_path_to_the_desktop(
    kairos: Commands, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programs"
    programs.mkdir()
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {tmp_path}/opened\n', encoding="utf-8")
    opener.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    assert kairos("documents", "open", "3").status == 0
    assert Path((tmp_path / "opened").read_text(encoding="utf-8").rstrip("|")).resolve() == shelf
    shelf.chmod(0o755)
    refused = kairos("documents", "open", "3")
    assert (refused.status, "could be run" in refused.err) == (1, True)
    assert "not there" in kairos("documents", "open", "/shelf/budget.txt").err
    assert "no indexed document" in kairos("documents", "open", "77").err
