"""The report as CSV: one long table, every cell quoted, none a formula (engine.reports.safe_text.cell)."""

from __future__ import annotations

import csv
import io
from dataclasses import astuple
from typing import BinaryIO

from engine.reports.material import Material
from engine.reports.records import FIELDS, records
from engine.reports.safe_text import cell


def write_csv(material: Material, file: BinaryIO) -> None:
    """Write the records in UTF-8 with the mark by which spreadsheets know it."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(FIELDS)
    for record in records(material.report):
        writer.writerow([cell(value) if isinstance(value, str) else _number(value) for value in astuple(record)])
    text.detach()


def _number(value: float | bool | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
