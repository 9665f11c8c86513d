"""Recorded activities reach other programs field by field, and without what the person withholds."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from engine.domain.activity import KEPT, Activity, Observed, Withheld
from engine.domain.clock import utc
from engine.domain.errors import UsageError
from engine.domain.event_format import EventFormat
from engine.domain.presence import Presence
from engine.domain.report import Redaction
from engine.reports.raw_events import FIELDS, write_events

START = 1_700_000_000_007
SEEN = Observed(
    Presence.ACTIVE, "Code", "a.py", "/usr/bin/code", f"x11{KEPT}5", site="example.org", document="/home/me/a.py"
)
ROWS = [
    Activity(START, START + 1_500, SEEN, "Europe/Berlin", "recorder"),
    Activity(START + 1_500, START + 2_000, Observed(Presence.IDLE), "UTC", "import"),
]
WRITTEN = {
    "start": "2023-11-14T22:13:20.007Z",
    "end": "2023-11-14T22:13:21.507Z",
    "app": "Code",
    "title": "a.py",
    "platform": "x11",
    "zone": "Europe/Berlin",
    "presence": "active",
    "withheld": "",
    "executable": "/usr/bin/code",
    "source": "recorder",
}


def written(form: EventFormat, redact: Redaction = Redaction.FULL, rows: list[Activity] = ROWS) -> str:
    file = io.BytesIO()
    write_events(rows, form, redact, file)
    return file.getvalue().decode("utf-8-sig")


def test_json_has_every_field_one_activity_a_line() -> None:
    text = written(EventFormat.JSON)
    first, second = json.loads(text)
    assert list(first) == list(FIELDS)
    assert first == WRITTEN
    assert (second["app"], second["presence"], second["source"]) == ("", Presence.IDLE.value, "import")
    assert len(text.splitlines()) == len(ROWS) + 2
    assert written(EventFormat.JSON, rows=[]) == "[]\n"


def test_csv_has_the_same_fields() -> None:
    rows = list(csv.DictReader(io.StringIO(written(EventFormat.CSV))))
    assert rows[0] == WRITTEN
    assert len(rows) == len(ROWS)


def test_parquet_has_moments_and_texts() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    write_events([replace(ROWS[0], what=replace(SEEN, title="half \ud800"))], EventFormat.PARQUET, Redaction.FULL, file)
    table = parquet.read_table(file)
    kinds = dict.fromkeys(FIELDS, "string") | dict.fromkeys(("start", "end"), "timestamp[ms, tz=UTC]")
    assert {one.name: str(one.type) for one in table.schema} == kinds
    moments = {"start": utc(START), "end": utc(START + 1_500)}
    assert table.to_pylist() == [{**WRITTEN, "title": "half \ufffd", **moments}]


@pytest.mark.parametrize("form", [EventFormat.JSON, EventFormat.CSV])
def test_without_titles_neither_title_nor_path_is_written(form: EventFormat) -> None:
    text = written(form, Redaction.NO_TITLES)
    assert "Code" in text
    assert not [secret for secret in ("a.py", "/usr", "example", "/home") if secret in text]


def test_without_titles_all_else_is_as_it_was() -> None:
    first, _ = json.loads(written(EventFormat.JSON, Redaction.NO_TITLES))
    assert first == {**WRITTEN, "title": "", "executable": ""}
    hidden = replace(ROWS[0], what=Observed(Presence.ACTIVE, withheld=Withheld.PRIVATE))
    (told,) = json.loads(written(EventFormat.JSON, Redaction.NO_TITLES, [hidden]))
    assert told["withheld"] == Withheld.PRIVATE.value


def test_activities_have_no_categories_to_be_told_by() -> None:
    with pytest.raises(UsageError, match=r"have no categories\. Ask `kairos report` for them, or redact less"):
        written(EventFormat.JSON, Redaction.CATEGORIES_ONLY)
