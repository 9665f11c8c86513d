"""Corrections in words and as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from engine.domain.clock import iso_utc
from engine.domain.corrections import CorrectionKind
from engine.domain.local_words import span_in_words, time_in_words
from engine.domain.plain_text import plain
from engine.domain.stretches import NO_CATEGORY

if TYPE_CHECKING:
    from engine.domain.corrections import Action, Changed, Correction
    from engine.domain.days import DayRule

_LONGEST = 120
_VERBS = {
    CorrectionKind.ADD: "added",
    CorrectionKind.DELETE: "deleted",
    CorrectionKind.RETITLE: "renamed",
    CorrectionKind.RELABEL: "labelled",
    CorrectionKind.REVERT: "back as recorded:",
}


def correction_line(correction: Correction, rule: DayRule, category_name: Callable[[int], str]) -> str:
    """Return one correction in words, safe to print."""
    parts = [f"{_VERBS[correction.kind]} {span_in_words(correction.interval, rule, 'to')}"]
    if correction.title is not None:
        parts.append(f"as “{_short(correction.title)}”")
    if correction.app is not None:
        parts.append(f"in {_short(correction.app)}")
    said = correction.labels
    if said.category_id is not None:
        named = category_name(said.category_id) if said.category_id != NO_CATEGORY else ""
        parts.append(f"category {_short(named) or 'none'}")
    for word, name in (("project", said.project), ("tag", said.tag)):
        if name is not None:
            parts.append(f"{word} {_short(name) or 'none'}")
    if correction.note:
        parts.append(f"({_short(correction.note)})")
    return " ".join(parts)


def action_line(action: Action, rule: DayRule, category_name: Callable[[int], str]) -> Iterator[str]:
    """Yield the lines of one action: when it was made, whether it was undone, and each of its corrections."""
    head = f"{time_in_words(action.made_ms // 1_000 * 1_000, rule)}  {'undone  ' if action.undone else ''}"
    for one in action.corrections:
        yield head + correction_line(one, rule, category_name)
        head = "\u0020" * len(head)


def _short(text: str) -> str:
    line = plain(text[: 2 * _LONGEST])
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def changed_as_json(changed: Changed) -> dict[str, Any]:
    """Return what an action did as plain values; moments as ISO 8601 UTC."""
    return {
        "group": changed.group,
        "start": iso_utc(changed.interval.start_ms),
        "end": iso_utc(changed.interval.end_ms),
        "corrections": [_correction(one) for one in changed.corrections],
    }


def action_as_json(action: Action) -> dict[str, Any]:
    """Return one entry of the audit list as plain values."""
    return {
        "group": action.group,
        "made": iso_utc(action.made_ms),
        "undone": action.undone,
        "corrections": [_correction(one) for one in action.corrections],
    }


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "kind": correction.kind.value,
        "start": iso_utc(correction.interval.start_ms),
        "end": iso_utc(correction.interval.end_ms),
        "app": correction.app,
        "title": correction.title,
        "category": correction.labels.category_id,
        "project": correction.labels.project,
        "tag": correction.labels.tag,
        "note": correction.note,
    }
