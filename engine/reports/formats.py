"""Which function writes which format."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO

from engine.domain.report import ReportFormat
from engine.reports.calendar_file import write_ics
from engine.reports.csv_table import write_csv
from engine.reports.html_page import write_html
from engine.reports.json_text import write_json
from engine.reports.material import Material
from engine.reports.parquet_file import has_pyarrow, write_parquet

Writer = Callable[[Material, BinaryIO], None]


def _write_pdf(material: Material, file: BinaryIO) -> None:
    from engine.reports.pdf_pages import write_pdf  # noqa: PLC0415  (its library is slow to load)

    write_pdf(material, file)


def _write_xlsx(material: Material, file: BinaryIO) -> None:
    from engine.reports.workbook import write_xlsx  # noqa: PLC0415  (its library is slow to load)

    write_xlsx(material, file)


WRITERS: dict[ReportFormat, Writer] = {
    ReportFormat.HTML: write_html,
    ReportFormat.PDF: _write_pdf,
    ReportFormat.XLSX: _write_xlsx,
    ReportFormat.CSV: write_csv,
    ReportFormat.JSON: write_json,
    ReportFormat.ICS: write_ics,
    ReportFormat.PARQUET: write_parquet,
}


def to_be_had() -> tuple[ReportFormat, ...]:
    """Return the formats that can be written here: one of them needs a library of its own."""
    return tuple(form for form in WRITERS if form is not ReportFormat.PARQUET or has_pyarrow())
