"""`kairos documents search` and `open`: what is said where in the indexed documents, and looking at one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.document_words import path_text
from engine.cli.options import JsonOption, ProfileOption, opened, profile_of
from engine.cli.terminal import report_error, say, say_json
from engine.domain.clock import iso_utc
from engine.domain.days import day_of
from engine.domain.errors import KairosError, StorageError, UsageError
from engine.domain.plain_text import plain, shortened

if TYPE_CHECKING:
    from engine.api import Engine
    from engine.domain.days import DayRule
    from engine.domain.documents import SearchHit, Snippet

_TITLE = 80
_BEGIN, _END = "«", "»"


def search(
    context: typer.Context,
    query: Annotated[
        list[str],
        typer.Argument(
            metavar="QUERY",
            help='Words, "a phrase"; narrowed by type:pdf in:FOLDER after:2026-01 before:2026-02-28 used:"last week". '
            "What is not wanted, as -word: behind --.",
        ),
    ],
    limit: Annotated[int, typer.Option("--limit", min=1, max=1_000, help="How many documents.")] = 20,
    words_only: Annotated[bool, typer.Option("--words-only", help="Do not look for the meaning: quicker.")] = False,
    as_json: JsonOption = False,
    profile: ProfileOption = None,
) -> None:
    """Find documents by their words and by what they mean, each with its best passage and why it was found."""
    question = " ".join(query)
    with opened(profile_of(context, profile)) as engine:
        found = (
            engine.documents.search(question, limit, typing=False) if words_only else _asked(engine, question, limit)
        )
        named = bool(found or engine.documents.folders())
        rule = engine.history.rule()
    if as_json:
        say_json([_as_json(hit) for hit in found])
        return
    for hit in found:
        _say_hit(hit, rule)
    if not found:
        say("Nothing was found." if named else "No folder is named yet. Name one with: kairos documents add FOLDER")


def open_document(
    context: typer.Context,
    document: Annotated[
        str, typer.Argument(metavar="DOCUMENT", help="Its number, as search shows it, its path or its name.")
    ],
    profile: ProfileOption = None,
) -> None:
    """Open a document with the desktop's own programme; nothing that could be run is opened."""
    from engine.documents.opening import openable  # noqa: PLC0415

    with opened(profile_of(context, profile)) as engine:
        found = engine.documents.find_document(document)
    _open(openable(found))


def _asked(engine: Engine, question: str, limit: int) -> list[SearchHit]:
    """Ask for words and meaning; where meaning cannot be had, words alone are found and the reason told."""
    words = engine.documents.search(question, limit, typing=False)  # first, since it refuses what is no question
    try:
        with closing(engine.documents.answers()) as answers:
            return answers.ask(question, limit)
    except (UsageError, StorageError):
        raise
    except KairosError as error:
        report_error(error)
        return words


def _say_hit(hit: SearchHit, rule: DayRule) -> None:
    name = Path(hit.document.identity.path).name
    title = hit.document.title or name
    where = f", page {hit.page}" if hit.page is not None else ""
    say(_styled(f"{hit.document.id}  {shortened(path_text(title), _TITLE)}", bold=True))
    say(plain(f"    {path_text(hit.document.identity.path)}{where}"))
    say(f"    {_marked(hit.snippet)}")
    say(_styled(f"    {_why(hit, rule)}", dim=True))


def _why(hit: SearchHit, rule: DayRule) -> str:
    parts = []
    if hit.reasons.words:
        parts.append("words: " + ", ".join(plain(word) for word in hit.reasons.words))
    if hit.reasons.similarity is not None:
        parts.append(f"meaning: {hit.reasons.similarity:.2f}")
    if hit.last_used_ms is not None:
        parts.append(f"last used {day_of(hit.last_used_ms, rule).isoformat()}")
    return "; ".join(parts)


def _marked(snippet: Snippet) -> str:
    """Return the text with what was found marked: in bold on a terminal, between quotation marks elsewhere."""
    parts, at = [], 0
    for start, end in snippet.marks:
        word = plain(snippet.text[start:end])
        parts += [plain(snippet.text[at:start]), _styled(word, bold=True) if _colours() else f"{_BEGIN}{word}{_END}"]
        at = end
    return "".join([*parts, plain(snippet.text[at:])])


def _styled(text: str, *, bold: bool | None = None, dim: bool | None = None) -> str:
    return typer.style(text, bold=bold, dim=dim) if _colours() else text


def _colours() -> bool:
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _as_json(hit: SearchHit) -> dict[str, Any]:
    document = hit.document
    return {
        "number": document.id,
        "path": path_text(document.identity.path),
        "title": document.title,
        "type": document.kind.value,
        "score": hit.score,
        "page": hit.page,
        "heading": hit.heading,
        "snippet": hit.snippet.text,
        "marks": [list(mark) for mark in hit.snippet.marks],
        "words": list(hit.reasons.words),
        "similarity": hit.reasons.similarity,
        "last_used": None if hit.last_used_ms is None else iso_utc(hit.last_used_ms),
    }


def _open(path: Path) -> None:
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606  (no shell; what could be run was refused)
        return
    name = "open" if sys.platform == "darwin" else "xdg-open"
    program = shutil.which(name)
    if program is None:
        raise UsageError(f"The program {name} that opens documents is missing. On Debian: apt install xdg-utils")
    nowhere = subprocess.DEVNULL
    done = subprocess.run([program, os.fspath(path)], check=False, stdin=nowhere, stdout=nowhere, stderr=nowhere)
    if done.returncode:
        raise UsageError(f"No program could open {plain(path_text(str(path)))}.")
