"""Parquet, for pandas, DuckDB and Polars; pyarrow comes with the extra "parquet" alone, as it is large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from typing import Any, BinaryIO

from engine.domain.errors import UsageError
from engine.programs import is_frozen
from engine.reports.material import Material
from engine.reports.records import records
from engine.reports.safe_text import storable

_ROWS_AT_ONCE = 50_000
_RECORD = {
    "table": "string", "key": "string", "path": "string", "withheld": "bool_", "ms": "int64", "seconds": "int64",
    "share": "float64", "previous_ms": "int64", "start": "string", "end": "string",
    "standing": "string",
}  # fmt: skip


def write_parquet(material: Material, file: BinaryIO) -> None:
    """Write the records; UsageError where pyarrow is not installed."""
    write_rows((asdict(record) for record in records(material.report)), _RECORD, file)


def write_rows(rows: Iterable[Mapping[str, Any]], columns: Mapping[str, str], file: BinaryIO) -> None:
    """Write any rows in constant memory; columns: names and the names of pyarrow's types ("moment": UTC ms)."""
    arrow, parquet = _pyarrow()
    schema = arrow.schema([(name, _type(arrow, kind)) for name, kind in columns.items()])
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in _batches(rows):
            lists = {name: [_value(row[name]) for row in batch] for name in columns}
            writer.write_table(arrow.table(lists, schema=schema))


def _type(arrow: Any, kind: str) -> Any:
    return arrow.timestamp("ms", "UTC") if kind == "moment" else getattr(arrow, kind)()


def _value(value: object) -> object:
    return storable(value) if isinstance(value, str) else value


def _batches(rows: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _ROWS_AT_ONCE)):
        yield batch


def has_pyarrow() -> bool:
    """Return whether these files can be written here."""
    return find_spec("pyarrow") is not None


def _pyarrow() -> tuple[Any, Any]:
    """Return pyarrow and its Parquet part: larger than all the rest, so loaded when wanted and where it is."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as cause:
        raise UsageError(
            "Parquet files need pyarrow, which this package of Kairos does not hold. Choose csv or json."
            if is_frozen()
            else "Parquet files need pyarrow, which is not installed. Install it with: "
            "pip install 'kairos-desktop[parquet]', or choose csv or json."
        ) from cause
