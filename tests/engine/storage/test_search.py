from __future__ import annotations

from helpers.storage_samples import ZONE, spans

from engine.domain.activity import Activity, Observed
from engine.domain.changes import Begin
from engine.domain.presence import Presence
from engine.storage.activities import ActivityStore
from engine.storage.database import Database
from engine.storage.search import SearchStore


def _activity(start: int, source: str = "recorder", **names: str) -> Activity:
    return Activity(start, start + 10, Observed(Presence.ACTIVE, **names), ZONE, source)  # type: ignore[arg-type]


def test_words_are_found_in_any_text_the_newest_first(database: Database, store: ActivityStore) -> None:
    store.insert_many(
        [
            _activity(0, app="editor", title="Größe und mehr"),
            _activity(20, app="GRÖSSE"),
            _activity(40, app="browser", title="other", site="größe.example/a"),
            _activity(60, "import", app="reader", document="/home/Größe.pdf"),
            _activity(80, app="nothing"),
        ]
    )
    store.apply([Begin(100, Observed(Presence.ACTIVE, "größe"), ZONE)])
    search = SearchStore(database).search
    assert spans(search("GRÖẞE")) == [(60, 70, "reader"), (40, 50, "browser"), (20, 30, "GRÖSSE"), (0, 10, "editor")]
    assert spans(search(" größe ", limit=2)) == [(60, 70, "reader"), (40, 50, "browser")]
    assert spans(search("größe", start_ms=20, end_ms=60)) == [(40, 50, "browser"), (20, 30, "GRÖSSE")]
    assert search("  ") == []
    assert search("100%_'\"") == []
