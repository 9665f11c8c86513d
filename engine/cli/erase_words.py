"""What an erase takes and where texts were looked for, as lines for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from engine.cli.moments import iso_or_none, local
from engine.cli.terminal import length
from engine.domain.erasing import Erasable
from engine.domain.plain_text import plain

if TYPE_CHECKING:
    from engine.domain.days import DayRule
    from engine.domain.erasing import Erased, ErasePreview, Proof

_WORDS = {
    Erasable.ACTIVITIES: ("activity", "activities"),
    Erasable.CORRECTIONS: ("correction, undone ones included", "corrections, undone ones included"),
    Erasable.TITLES: ("title, site or name of a file", "titles, sites and names of files"),
    Erasable.DOCUMENTS: ("indexed document with its text", "indexed documents with their text"),
    Erasable.LEARNING: ("item, card or week of learning", "items, cards and weeks of learning"),
    Erasable.BLOCKS: ("planned block or change of the plan", "planned blocks and changes of the plan"),
    Erasable.SESSIONS: ("focus session or rating", "focus sessions and ratings"),
    Erasable.DIALOGUES: ("question with its answer", "questions with their answers"),
    Erasable.ADVICE: ("recommendation or forecast", "recommendations and forecasts"),
    Erasable.FINDINGS: ("finding or letter", "findings and letters"),
    Erasable.SHARED: ("shared figure kept here", "shared figures kept here"),
    Erasable.NOTIFICATIONS: ("notification", "notifications"),
    Erasable.IMPORTS: ("import of which nothing is left", "imports of which nothing is left"),
    Erasable.MODELS: (
        "training; the models are made anew from what is left",
        "trainings; the models are made anew from what is left",
    ),
    Erasable.OTHERS: ("rule, category, goal, folder or calendar", "rules, categories, goals, folders and calendars"),
}


def preview_lines(preview: ErasePreview, rule: DayRule) -> Iterator[str]:
    """Yield what goes, and what names it and stays."""
    if preview.empty:
        yield "Nothing matches."
    for kind, count in preview.counts:
        yield f"{count:>9,}  {_WORDS[kind][count != 1]}"
    if preview.first_ms is not None and preview.last_ms is not None:
        span = f"{local(preview.first_ms, rule):%Y-%m-%d %H:%M} to {local(preview.last_ms, rule):%Y-%m-%d %H:%M}"
        yield f"Recorded time: {length(preview.length_ms)}, from {span}."
    if preview.backups and not preview.empty:
        backups = "The one backup goes" if preview.backups == 1 else f"All {preview.backups} backups go"
        yield f"{backups}, too; a fresh one is made."
    if preview.stays:
        places = ", ".join(f"{place} ({count})" for place, count in preview.stays)
        yield plain(f"This names it and stays, as you wrote it yourself: {places}.")


def preview_json(preview: ErasePreview) -> dict[str, Any]:
    """Return it as JSON."""
    return {
        "counts": {kind.value: count for kind, count in preview.counts},
        "minutes": round(preview.length_ms / 60_000, 1),
        "from": iso_or_none(preview.first_ms),
        "to": iso_or_none(preview.last_ms),
        "backups": preview.backups,
        "stays": dict(preview.stays),
    }


def proof_lines(proof: Proof) -> Iterator[str]:
    """Yield every place that was looked at, and how often the texts stand there."""
    for one in proof.places:
        unit = "rows" if one.place.startswith("database: ") else "bytes"
        yield plain(f"{'HIT ' if one.hits else 'ok  '} {one.hits:>6}  {one.amount:>14,} {unit:<5}  {one.place}")
    hits, places = (
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((proof.hits, "hit"), (len(proof.places), "place"))
    )
    yield f"{hits} in {places}, {proof.seconds:.1f} s."


def erased_json(erased: Erased) -> dict[str, Any]:
    """Return what was done as JSON."""
    proof = erased.proof
    places = [] if proof is None else [{"place": p.place, "amount": p.amount, "hits": p.hits} for p in proof.places]
    return {
        **preview_json(erased.took),
        "erased": True,
        "seconds": round(erased.seconds, 2),
        "troubles": list(erased.troubles),
        "proof": None if proof is None else {"hits": proof.hits, "seconds": round(proof.seconds, 2), "places": places},
    }
