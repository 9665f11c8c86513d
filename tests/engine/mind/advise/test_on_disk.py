"""Advice from real stores: what is erased, said or removed there is heeded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from helpers.advised_person import DAY, HOUR, MONDAY, WEIGHTS, at, worked_days
from helpers.storage_documents import folder, put

from engine.domain.activity import Activity, Observed
from engine.domain.categories import Labels
from engine.domain.days import DayRule
from engine.domain.look import Look
from engine.domain.offers import Said
from engine.domain.recommended import Kind, Verdict
from engine.domain.stream_row import StreamRow
from engine.mind.advise.adviser import Adviser, Sources
from engine.mind.bandit.choose import Bandit
from engine.mind.stream.live import LiveStream
from engine.storage import connections
from engine.storage.activities import ActivityStore
from engine.storage.categories import CategoryStore
from engine.storage.database import Database
from engine.storage.document_facts import DocumentFactReader
from engine.storage.document_uses import DocumentUseStore
from engine.storage.documents import DocumentStore
from engine.storage.feedback import FeedbackStore
from engine.storage.offers import OfferStore
from engine.storage.stream import StreamReader

DAYS = 12
NOW = MONDAY + DAYS * DAY + 11 * HOUR


class Rules:
    """Labels the made-up person's apps."""

    revision = 1

    def __call__(self, look: Look) -> Labels:
        return Labels({"editor": 1, "mail": 2, "chat": 3}.get(look.app))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connections, "_SETUP", (*connections._SETUP, "PRAGMA synchronous = OFF"))
        found = Database.open(tmp_path / "kairos.sqlite3")
    for name in ("deep", "mail", "play"):
        CategoryStore(found).add(name)
    rows = worked_days(DAYS)
    ActivityStore(found, labeller=Rules()).insert_many(
        [Activity(one.start_ms, one.end_ms, Observed(one.presence, one.app, one.title), one.zone) for one in rows]
    )
    home = folder(found)
    numbers = {title: put(found, home, f"/docs/{title}.txt", "text", title=title).id for title in shown_titles(rows)}
    uses = DocumentUseStore(found)
    for look in uses.unmatched(1_000):
        uses.say(look.id, numbers.get(look.title.removesuffix(" - Editor")))
    yield found
    found.close()


def shown_titles(rows: Sequence[StreamRow]) -> list[str]:
    return sorted({one.title.removesuffix(" - Editor") for one in rows if one.document})


def adviser(database: Database) -> Adviser:
    sources = Sources(
        LiveStream(StreamReader(database), lambda: WEIGHTS, lambda: DayRule("UTC")),
        DocumentFactReader(database),
        OfferStore(database),
        lambda _start, _end: (),
        lambda _path: True,
    )
    return Adviser(sources, bandit=Bandit(explores=False))


def test_what_is_advised_is_stored_and_what_is_said_of_it_works_at_once(database: Database) -> None:
    room, offers = adviser(database), OfferStore(database)
    first = room.advise(at(NOW))
    assert first.block is not None
    assert len(first.documents) == 5
    stored = offers.get(first.documents[0].offer.id)
    assert stored is not None
    assert stored.why == first.documents[0].why
    assert stored.document_id == first.documents[0].document_id
    assert (block := offers.get(first.block.offer.id)) is not None
    assert block.interval == first.block.interval

    offers.shown([pick.offer.id for pick in first.documents], round(NOW * 1000))
    FeedbackStore(database).say(Said(first.documents[0].offer.id, round(NOW * 1000) + 1, Verdict.NOT_NOW))
    FeedbackStore(database).say(Said(first.block.offer.id, round(NOW * 1000) + 1, Verdict.NOT_NOW))
    second = room.advise(at(NOW + 1))
    assert first.documents[0].document_id not in {pick.document_id for pick in second.documents}
    assert second.block is None or second.block.interval.clip(first.block.interval) is None
    assert {one.offered.kind for one in offers.history(0)} == {Kind.DOCUMENT, Kind.BLOCK}


def test_documents_that_are_removed_and_history_that_is_erased_are_forgotten(database: Database) -> None:
    room = adviser(database)
    first = room.advise(at(NOW)).documents
    DocumentStore(database).remove([first[0].document_id])
    second = room.advise(at(NOW + 1)).documents
    assert first[0].document_id not in {pick.document_id for pick in second}
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM activity")
        connection.exec_driver_sql("DELETE FROM hour_total")
    after = room.advise(at(NOW + 2))
    assert (after.block, after.documents) == (None, ())
