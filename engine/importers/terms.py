"""What a parser is told beside its file."""

from __future__ import annotations

from dataclasses import dataclass

from engine.domain.imports import DateOrder
from engine.importers.findings import Findings
from engine.importers.local_time import LocalTime


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a file is read.

    zone: where its local times are. date_order: what the person said of its dates, None where nothing.
    findings: collects what is doubtful.
    """

    zone: str
    date_order: DateOrder | None
    findings: Findings

    def local_time(self) -> LocalTime:
        """Return what places this file's local times; UsageError where the zone is not known."""
        return LocalTime(self.zone, self.findings)
