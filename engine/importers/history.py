"""From a foreign file to activities that may be stored: parsed, distrusted, cleaned; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator

from engine.domain.activity import Activity
from engine.domain.errors import ImportStopped
from engine.domain.imports import Doubt, ForeignKind, ImportPreview, ImportRequest
from engine.importers.admission import Admission
from engine.importers.findings import Findings
from engine.importers.kinds import FORMATS, kind_of
from engine.importers.reading import ForeignFile
from engine.importers.tally import Tally
from engine.importers.terms import Terms
from engine.importers.tidy import tidied

Progress = Callable[[float], bool]
"""Told the share that is done, 0 to 1; answers whether to go on."""

_LOOK_EVERY = 500
_STEP = 0.002


class ForeignHistory:
    """One file, ready to be read.

    zone: the machine's own, for where nothing else is known. Raises ImportFailed where the file cannot be what is
    asked for, and UsageError for a zone that is not known.
    """

    def __init__(self, request: ImportRequest, zone: str, admission: Admission, progress: Progress | None) -> None:
        self._progress = progress
        self._told = -1.0
        self._readings = 1
        self._read = 0
        self.file = ForeignFile(request.path, self._watch)
        self.kind: ForeignKind = request.kind or kind_of(self.file)
        self._format = FORMATS[self.kind]
        self._readings += self._format.readings
        self._findings = Findings()
        self._terms = Terms(request.zone or zone, request.date_order, self._findings)
        self._terms.local_time()  # an unknown zone is refused before anything is read
        self._assumed = request.zone is None and self._format.zone_unknown
        self._admission = admission
        self._tally = Tally()

    @property
    def zone(self) -> str:
        """The zone its activities are stored with."""
        return self._terms.zone

    def activities(self) -> Generator[Activity]:
        """Yield what may be stored, best by start; may be called once."""
        if self._assumed:
            self._findings.note(Doubt.ZONE_ASSUMED, self.zone)
        return self._tally.counted(self._made())

    def _made(self) -> Iterator[Activity]:
        zone, admitted, sources = self.zone, self._admission.admitted, dict[str, str]()
        spans = self._format.spans(self.file, self._terms)
        for number, span in enumerate(tidied(spans, self._findings, ordered=self._format.ordered)):
            if number % _LOOK_EVERY == 0:
                self._watch(self._read)
            source = sources.get(span.stream) or sources.setdefault(span.stream, self._source(span.stream))
            yield Activity(span.start_ms, span.end_ms, admitted(span.what), zone, source)

    def _source(self, stream: str) -> str:
        """Return who recorded it: the same for the same stream of every later export, so that nothing comes twice."""
        return f"{self.kind.value}:{stream}" if stream else self.kind.value

    def preview(self, *, already: bool) -> ImportPreview:
        """Return what has gone by so far."""
        prefix = f"{self.kind.value}:"
        return ImportPreview(
            kind=self.kind,
            path=self.file.path,
            zone=self.zone,
            zone_assumed=self._assumed,
            spans=self._tally.spans,
            bounds=self._tally.bounds,
            presence_ms=dict(self._tally.presence_ms),
            apps=self._tally.apps,
            streams=tuple(name.removeprefix(prefix) for name in self._tally.sources if name.startswith(prefix)),
            withheld=self._tally.withheld,
            findings=self._findings.all(),
            already=already,
        )

    def _watch(self, read: int) -> None:
        self._read = read
        if self._progress is None:
            return
        share = min(1.0, read / (self.file.size * self._readings)) if read else 0.0
        if share - self._told >= _STEP or share == self._told:
            self._told = share
            if not self._progress(share):
                raise ImportStopped("Nothing of the file was stored.")
