"""Hamster's XML: one element for each fact, everything in its attributes.

Read element by element, and refused where it declares a document type: without one there are no entities that could
grow, nor any that name other files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn
from xml.parsers import expat

from engine.importers.reading import ForeignFile, cut_off, wrong_kind

_WANTED = "a report of Hamster (TSV or XML)"
_COLUMNS = ("name", "start_time", "end_time", "duration_minutes", "category", "description", "tags")
_ENDS_TOO_EARLY = frozenset({
    expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS],
    expat.errors.codes[expat.errors.XML_ERROR_UNCLOSED_TOKEN],
    expat.errors.codes[expat.errors.XML_ERROR_PARTIAL_CHAR],
})  # fmt: skip


class _Refused(Exception):
    """Something that no report of Hamster holds."""


def facts_of(file: ForeignFile) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the place and the fields of every fact; ImportFailed where the file is no such XML or ends too early."""
    facts: list[tuple[str, dict[str, str]]] = []
    parser = _parser(facts)
    try:
        for block in file.blocks():
            parser.Parse(block, False)
            yield from facts
            facts.clear()
        parser.Parse(b"", True)
    except _Refused as cause:
        raise wrong_kind(file, _WANTED) from cause
    except expat.ExpatError as cause:
        raise (cut_off(file) if cause.code in _ENDS_TOO_EARLY else wrong_kind(file, _WANTED)) from cause
    except (UnicodeError, ValueError, LookupError) as cause:  # an encoding nobody has
        raise wrong_kind(file, _WANTED) from cause


def _parser(facts: list[tuple[str, dict[str, str]]]) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    depth = 0

    def refuse(*_: object) -> NoReturn:
        raise _Refused

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if (depth, name) not in {(1, "activities"), (2, "activity")}:
            raise _Refused
        if depth > 1:
            fields = {column: attributes.get(column, "") for column in _COLUMNS}
            facts.append((f"line {parser.CurrentLineNumber}", fields))

    def end(_: str) -> None:
        nonlocal depth
        depth -= 1

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    return parser
