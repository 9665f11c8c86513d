"""The process that reads one group where none can be forked: opens the files, locks itself, reads, ends."""

from __future__ import annotations

import json
import os
import sys
from typing import Any

from engine.documents.extract import child, encodings_known, opening
from engine.documents.extract.readers import Family, load
from engine.documents.extract.sink import Allowance, Sink
from engine.domain.egress import ProcessRole
from engine.egress import attempts_taken, install

_REQUEST, _RESULTS = 0, 1


def main() -> None:
    """Read the group told on standard input by the family named on the command line."""
    install(ProcessRole.READER)
    request: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    if "files" not in request:
        sys.exit(child.report_lock(_RESULTS))
    readers, samples = load(Family(sys.argv[1]))
    encodings_known.load_all()
    for kind, sample in samples.items():
        readers[kind](sample, Sink(Allowance()))
    told, opened = opening.opened_group(request["files"])
    os.write(_RESULTS, json.dumps({"opened": told, "attempts": attempts_taken()}).encode() + b"\n")
    os._exit(child.run_locked(opened, _RESULTS, readers) if opened else 0)
