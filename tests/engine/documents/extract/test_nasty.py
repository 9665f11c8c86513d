"""Files made to hurt: each is read or refused with a reason, within its share, and the reading process goes on."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.canary_reader import ROOT
from helpers.extraction_room import LARGEST
from helpers.nasty_documents import CORPUS, Nasty, ratio_bomb

from engine.documents.extract.extractor import Extractor
from engine.documents.extract.troubles import SENTENCES, Trouble
from engine.domain.documents import DocumentKind
from engine.domain.errors import ExtractionFailed

_MOST_GROWTH_KB = 150_000
_LONGEST_S = 45


@pytest.fixture(scope="module")
def extractor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Extractor]:
    """One extractor for all; its three servers run before the first test, so that none of them counts as left."""
    empty = tmp_path_factory.mktemp("warm") / "empty"
    empty.touch()
    with Extractor() as extractor:
        for kind in (DocumentKind.PDF, DocumentKind.DOCX, DocumentKind.TEXT):
            try:
                extractor.extract(str(empty), kind, LARGEST)
            except ExtractionFailed:
                continue
        yield extractor


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
@pytest.mark.parametrize("nasty", CORPUS, ids=lambda nasty: nasty.name.replace(" ", "_"))
def test_a_nasty_file_ends_well(extractor: Extractor, tmp_path: Path, nasty: Nasty) -> None:
    file = tmp_path / "file"
    file.write_bytes(nasty.make())
    began, reason = time.monotonic(), ""
    try:
        told = extractor.extract(str(file), nasty.kind, LARGEST)
    except ExtractionFailed as failed:
        reason = failed.message
    else:
        assert told.extracted is not None
        assert sum(len(piece.text.encode()) for piece in told.extracted.pieces) <= 20_000_000
    assert time.monotonic() - began < _LONGEST_S
    assert reason not in {SENTENCES[Trouble.CRASHED], SENTENCES[Trouble.UNREADABLE], SENTENCES[Trouble.UNAVAILABLE]}
    if nasty.reason:
        assert nasty.reason in reason
    elif not nasty.either:
        assert reason == ""


_MEMORY = """
import resource, sys
sys.path.insert(0, sys.argv[1])
from engine.documents.extract.extractor import Extractor
from engine.domain.documents import DocumentKind
from engine.domain.extraction import ExtractionRequest
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
requests = [ExtractionRequest(path, DocumentKind(path.rpartition(".")[2]), 1 << 30) for path in sys.argv[2:]]
with Extractor() as extractor:
    told = [len(one.extracted.pieces) if one.extracted else one.reason[:4] for one in extractor.extract_many(requests)]
print(len(told), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in another unit")
def test_the_reading_process_stays_small(tmp_path: Path) -> None:
    """Bombs unpack elsewhere or nowhere; of a text of 33 MB no more than 20 MB ever arrive."""
    files = {"bomb.docx": ratio_bomb(), "long.text": b"heron lake " * 3_000_000}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    words = [sys.executable, "-c", _MEMORY, str(ROOT), *(str(tmp_path / name) for name in files)]
    told, kilobytes = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    assert int(told) == len(files)
    assert int(kilobytes) < _MOST_GROWTH_KB
