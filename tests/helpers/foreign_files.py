"""Files of other programs, parsed in a few words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from engine.domain.clock import wall_ms
from engine.domain.imports import DateOrder, Doubt, ForeignKind
from engine.importers.findings import Findings
from engine.importers.kinds import FORMATS, kind_of
from engine.importers.reading import ForeignFile
from engine.importers.spans import ImportedSpan
from engine.importers.terms import Terms
from engine.importers.tidy import tidied

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "imports"


@dataclass(frozen=True)
class Parsed:
    """What a file gave."""

    kind: ForeignKind
    spans: list[ImportedSpan]
    doubts: dict[Doubt, int]
    first: dict[Doubt, str]

    def apps(self) -> dict[str, int]:
        """Return active milliseconds by app."""
        totals: dict[str, int] = {}
        for span in self.spans:
            if span.what.presence.value == "active":
                totals[span.what.app] = totals.get(span.what.app, 0) + span.end_ms - span.start_ms
        return totals

    def told(self) -> list[tuple[str, str, str, str]]:
        """Return start and end (UTC), app or presence, and title of each span."""
        return [(clock(one.start_ms), clock(one.end_ms), one.what.app or one.what.presence.value, one.what.title)
                for one in self.spans]  # fmt: skip


def clock(moment_ms: int) -> str:
    """Return UTC milliseconds as "03-04 09:00:00"."""
    return f"{datetime.fromtimestamp(moment_ms / 1_000, UTC):%m-%d %H:%M:%S}"


def at(text: str) -> int:
    """Return an ISO moment, UTC where it names no offset, as UTC milliseconds."""
    moment = datetime.fromisoformat(text)
    return wall_ms(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def parsed(
    path: Path, kind: ForeignKind | None = None, zone: str = "Europe/Berlin", date_order: DateOrder | None = None
) -> Parsed:
    """Return what the file holds, distrusted but not cleaned; of the kind it looks like for None."""
    file, findings = ForeignFile(path), Findings()
    known = kind or kind_of(file)
    told = FORMATS[known].spans(file, Terms(zone, date_order, findings))
    spans = list(tidied(told, findings, ordered=FORMATS[known].ordered))
    seen = findings.all()
    return Parsed(known, spans, {one.doubt: one.count for one in seen}, {one.doubt: one.first for one in seen})
