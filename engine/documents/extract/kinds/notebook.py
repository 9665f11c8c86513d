"""Notebooks: texts and code in order, what they printed in short; pictures are left out."""

from __future__ import annotations

import json
from typing import Any

from engine.documents.extract.charset import decode
from engine.documents.extract.kinds import markdown
from engine.documents.extract.sink import Sink
from engine.documents.extract.troubles import Refused, Trouble

_MOST_CELLS = 50_000
_LONGEST_OUTPUT = 2_000  # characters


def read(data: bytes, sink: Sink) -> None:
    """Read an .ipynb file."""
    try:
        told = json.loads(decode(data))
    except ValueError as error:
        raise Refused(Trouble.DAMAGED, type(error).__name__) from None
    if not isinstance(told, dict):
        raise Refused(Trouble.DAMAGED, "no notebook")
    described = told.get("metadata")
    if isinstance(described, dict):
        sink.call(_text(described.get("title")))
    for cell in _cells(told)[:_MOST_CELLS]:
        if isinstance(cell, dict):
            _cell(cell, sink)


def _cells(told: dict[str, Any]) -> list[Any]:
    """Return the cells; before version 4 they stood in worksheets."""
    sheets = told.get("worksheets")
    cells = told.get("cells")
    if not isinstance(cells, list) and isinstance(sheets, list) and sheets and isinstance(sheets[0], dict):
        cells = sheets[0].get("cells")
    if not isinstance(cells, list):
        raise Refused(Trouble.DAMAGED, "no cells")
    return cells


def _cell(cell: dict[str, Any], sink: Sink) -> None:
    kind, source = cell.get("cell_type"), _text(cell.get("source", cell.get("input")))
    if kind == "markdown":
        markdown.read_text(source, sink)
    elif kind == "heading":
        sink.heading(source)
    else:
        sink.paragraph(source)
    outputs = cell.get("outputs")
    for output in outputs[:10] if isinstance(outputs, list) else []:
        if isinstance(output, dict):
            data = output.get("data")
            told = output.get("text") or (data.get("text/plain") if isinstance(data, dict) else None)
            sink.paragraph(_text(told)[:_LONGEST_OUTPUT])


def _text(told: object) -> str:
    if isinstance(told, list):
        return "".join(line for line in told if isinstance(line, str))
    return told if isinstance(told, str) else ""


def sample() -> bytes:
    """Return a small notebook."""
    return b'{"cells": [{"cell_type": "markdown", "source": ["# one"]}, {"cell_type": "code", "source": "2 + 2"}]}'
