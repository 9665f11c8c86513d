"""Where a command writes what is asked for as a file: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from engine.domain.errors import ExportError, UsageError
from engine.domain.whole_file import whole_file

OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to a file, - for the terminal.")
]
_STDOUT = Path("-")


def to_stdout(output: Path | None) -> bool:
    """Return whether no file is named."""
    return output is None or output == _STDOUT


@contextmanager
def target(output: Path | None) -> Iterator[BinaryIO]:
    """Give where to write; ExportError where that cannot be written."""
    if output is None or output == _STDOUT:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        with whole_file(output) as file:
            yield file
    except OSError as cause:
        raise ExportError(
            f"{output} cannot be written: {cause.strerror or cause}. Choose another place with -o."
        ) from cause


@contextmanager
def binary_target(output: Path | None) -> Iterator[BinaryIO]:
    """Give where to write what is no text: a file, or standard output that leads to a program or a file.

    UsageError where it would land on a terminal.
    """
    if not to_stdout(output):
        with target(output) as file:
            yield file
        return
    if sys.stdout.isatty():
        raise UsageError("This format is no text and cannot be shown here. Name a file with -o.")
    held = io.BytesIO()  # its writers go back and forth, which a pipe cannot
    yield held
    sys.stdout.buffer.write(held.getbuffer())
    sys.stdout.buffer.flush()
