"""The report as CSV: one long table, every cell quoted, none a formula (engine.reports.safe_text.cell)."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from typing import BinaryIO

from engine.reports.material import Material
from engine.reports.records import FIELDS, records
from engine.reports.safe_text import cell


class _Utf8:
    """Where csv writes text and a file gets UTF-8."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write the text."""
        return self._file.write(text.encode("utf-8"))


def write_csv(material: Material, file: BinaryIO) -> None:
    """Write the records."""
    write_lines(FIELDS, (astuple(record) for record in records(material.report)), file)


def write_lines(header: Sequence[str], lines: Iterable[Sequence[str | float | bool | None]], file: BinaryIO) -> None:
    """Write a header and lines in UTF-8, with the mark by which spreadsheets know it."""
    file.write(codecs.BOM_UTF8)
    writer = csv.writer(_Utf8(file), quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    writer.writerows([cell(one) if isinstance(one, str) else _number(one) for one in line] for line in lines)


def _number(value: float | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
