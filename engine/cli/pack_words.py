"""Packs as lines for people and as JSON for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import ndiff
from typing import TYPE_CHECKING, Any, Final

from engine.domain.clock import iso_utc
from engine.domain.packs import LineState
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.domain.packs import Offers, PackImport, PackLine, PackPreview

_SIGNS: Final = {LineState.NEW: "+", LineState.CHANGED: "~", LineState.SAME: "=", LineState.REFUSED: "!"}
_WORDS: Final = {
    LineState.NEW: "new",
    LineState.CHANGED: "changed",
    LineState.SAME: "there already",
    LineState.REFUSED: "cannot be taken",
}


def offer_lines(offers: Offers, without: Sequence[int]) -> Iterator[str]:
    """Yield what a pack would be made of, by the numbers that leave it out, and what stays behind."""
    wanted = [one for one in offers.items if one.wanted]
    for number, one in enumerate(wanted, 1):
        yield plain(f"{number:>4} {'(left out) ' if number in set(without) else ''}{one.name}")
    for remark in offers.left_out:
        yield plain(f"Stays behind: {remark.name}: {remark.text}")


def preview_lines(preview: PackPreview) -> Iterator[str]:
    """Yield what a pack is and what would become of each item, as it stands in the file."""
    pack = preview.pack
    yield plain(f"{pack.name} ({pack.kind.value}), SHA-256 {pack.digest}")
    yield "The digest tells accidents and edits; it does not prove who made the pack."
    if pack.note:
        yield plain(pack.note)
    yield ""
    for number, line in enumerate(preview.lines, 1):
        yield from _item_lines(number, line)
    counts = Counter(line.state for line in preview.lines)
    yield ", ".join(f"{counts[state]} {word}" for state, word in _WORDS.items()) + "."
    if preview.taken_before:
        yield "This very pack is in already."


def _item_lines(number: int, line: PackLine) -> Iterator[str]:
    yield plain(f"{number:>4} {_SIGNS[line.state]} {line.name}" + (f" — {line.why}" if line.why else ""))
    if line.state is LineState.NEW:
        yield from (plain(f"       + {one}") for one in line.after)
    elif line.state is LineState.CHANGED:
        yield from (plain(f"       {one}") for one in ndiff(line.before, line.after) if not one.startswith("?"))


def preview_json(preview: PackPreview) -> dict[str, Any]:
    """Return a preview as plain values."""
    pack = preview.pack
    items = [
        {
            "number": number,
            "state": line.state.value,
            "name": line.name,
            "before": list(line.before),
            "after": list(line.after),
            "why": line.why,
        }
        for number, line in enumerate(preview.lines, 1)
    ]
    told = {"kind": pack.kind.value, "name": pack.name, "note": pack.note, "sha256": pack.digest}
    return {**told, "taken_before": preview.taken_before, "items": items}


def import_json(done: PackImport) -> dict[str, Any]:
    """Return a pack that was taken in as plain values."""
    return {
        "id": done.id,
        "kind": done.kind.value,
        "name": done.name,
        "sha256": done.digest,
        "changed": done.rows,
        "taken_in": iso_utc(done.imported_ms),
        "taken_back": None if done.undone_ms is None else iso_utc(done.undone_ms),
    }


def pack_line(done: PackImport, when: str) -> str:
    """Return a pack that was taken in as one line."""
    back = "" if done.undone_ms is None else ", taken back"
    return plain(f"{done.id:>4}  {when}  {done.kind.value:<8}  {done.name} ({done.rows} changes{back})")
