"""Tables with a header, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from engine.domain.imports import Doubt
from engine.importers.findings import Findings
from engine.importers.reading import ForeignFile, cut_off, wrong_kind


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its fields by the header's words in lower case, and its place in the file."""

    where: str
    fields: dict[str, str]

    def __getitem__(self, name: str) -> str:
        """Return a field without the spaces around it, empty where the table has none of that name."""
        return self.fields.get(name, "").strip()


def rows_of(
    file: ForeignFile, findings: Findings, needed: frozenset[str], wanted: str, delimiter: str = ","
) -> Iterator[Row]:
    """Yield the rows below the header; ImportFailed where the header lacks a needed word or the last row is cut off.

    Rows with too few or too many fields are left out and counted.
    """
    rows = file.rows(findings, delimiter)
    _, header = next(rows, (0, []))
    names = [name.strip().casefold() for name in header]
    if not needed <= set(names):
        raise wrong_kind(file, wanted)
    short = ""
    for line, row in rows:
        if short:
            findings.note(Doubt.UNREADABLE, short)
            short = ""
        if len(row) < len(names):
            short = f"line {line}"
        elif len(row) > len(names):
            findings.note(Doubt.UNREADABLE, f"line {line}")
        else:
            yield Row(f"line {line}", dict(zip(names, row, strict=True)))
    if short:
        raise cut_off(file)
