"""Recommendations and what was said of them, as stored."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helpers.offers import HOUR, of_block, of_document
from helpers.storage_documents import folder, put
from helpers.storage_samples import ZONE, seen

from engine.domain.activity import Activity
from engine.domain.documents import Document, MatchedBy
from engine.domain.erasing import EraseChoice
from engine.domain.errors import UsageError
from engine.domain.offers import Offered, Said, Shown
from engine.domain.presence import Presence
from engine.domain.recommended import Kind, ReasonKind, Verdict
from engine.storage.activities import ActivityStore
from engine.storage.batches import BatchStore
from engine.storage.database import Database
from engine.storage.document_uses import DocumentUseStore, LookMatch
from engine.storage.documents import DocumentStore
from engine.storage.erase.store import EraseStore
from engine.storage.feedback import DWELL_WITHIN_MS, FeedbackStore
from engine.storage.offers import KEPT_MS, REASONS_KEPT_MS, UNSHOWN_KEPT_MS, OfferStore


@pytest.fixture
def offers(database: Database) -> OfferStore:
    return OfferStore(database)


@pytest.fixture
def feedback(database: Database) -> FeedbackStore:
    return FeedbackStore(database)


@pytest.fixture
def paper(database: Database) -> Document:
    return put(database, folder(database), "/docs/paper.pdf", "words", title="On Papers")


def _numbered(one: Offered, number: int) -> Offered:
    return replace(one, offer=replace(one.offer, id=number))


def test_what_was_offered_comes_back_with_its_reasons(offers: OfferStore, paper: Document) -> None:
    given = [of_document(paper.id, subject="a window \udc00", context="c3"), of_block(9_000)]
    numbers = offers.add(given)
    found = [offers.get(number) for number in numbers]
    assert found[1] == _numbered(given[1], numbers[1])
    assert found[0] is not None
    assert found[0].why.reasons[0].subject == "a window ?"
    assert replace(found[0], why=given[0].why) == _numbered(given[0], numbers[0])
    assert abs(found[0].why.unexplained) < 1e-12
    assert offers.get(99) is None


def test_reasons_are_kept_as_long_as_titles_and_offers_as_long_as_categories(
    offers: OfferStore, paper: Document
) -> None:
    (first,) = offers.add([of_document(paper.id, 1_000)])
    offers.shown([first], 2_000)
    (later,) = offers.add([of_document(paper.id, 1_000 + REASONS_KEPT_MS)])
    offers.shown([later], 2_000 + REASONS_KEPT_MS)
    assert [bool(one.offered.why.reasons) for one in offers.history(0)] == [True, True]
    offers.add([of_document(paper.id, 1_001 + REASONS_KEPT_MS)])
    assert [bool(one.offered.why.reasons) for one in offers.history(0)] == [False, True]
    offers.add([of_document(paper.id, 1_001 + KEPT_MS)])
    assert [one.offered.offer.id for one in offers.history(0)] == [later]


def test_only_what_was_shown_is_history_and_the_first_time_counts(offers: OfferStore, paper: Document) -> None:
    first, second, block = offers.add([of_document(paper.id), of_document(paper.id, 2_000), of_block(9_000)])
    offers.shown([second, block, 99], 5_000)
    offers.shown([second], 7_000)
    assert [one.offered.offer.id for one in offers.history(0)] == [second, block]
    (found,) = offers.history(1_500)
    assert (found.offered.shown_ms, found.said) == (5_000, ())
    assert [one.offered.offer.id for one in offers.history(0, Kind.BLOCK)] == [block]
    plain = offers.history(1_500, reasons=False)
    assert [one.offered.why for one in plain] == [replace(found.offered.why, reasons=())]
    assert offers.get(first) is not None


def test_a_verdict_is_taken_back_and_others_stay(offers: OfferStore, feedback: FeedbackStore, paper: Document) -> None:
    one, other = offers.add([of_document(paper.id), of_document(paper.id)])
    feedback.say(Said(one, 5_000, Verdict.WRONG))
    feedback.say(Said(one, 6_000, Verdict.OPENED))
    feedback.say(Said(other, 5_000, Verdict.WRONG))
    feedback.unsay(one, Verdict.WRONG)
    feedback.unsay(one, Verdict.LESS)
    assert [said.verdict for said in feedback.of(one)] == [Verdict.OPENED]
    assert [said.verdict for said in feedback.of(other)] == [Verdict.WRONG]
    feedback.say(Said(one, 7_000, Verdict.WRONG))
    assert [said.at_ms for said in feedback.of(one)] == [6_000, 7_000]


def test_every_answer_changes_the_mark_of_what_it_is_about(
    offers: OfferStore, feedback: FeedbackStore, paper: Document
) -> None:
    first, second = offers.add([of_document(paper.id), of_document(paper.id)])
    before = offers.answers_mark(first)
    feedback.say(Said(second, 5_000, Verdict.LESS))
    assert offers.answers_mark(first) == before
    feedback.say(Said(first, 6_000, Verdict.NOT_NOW))
    said = offers.answers_mark(first)
    assert said != before
    feedback.unsay(first, Verdict.NOT_NOW)
    assert offers.answers_mark(first) == before != said


def test_what_was_never_shown_is_forgotten_after_a_day(offers: OfferStore, paper: Document) -> None:
    silent, seen_one = offers.add([of_document(paper.id), of_document(paper.id)])
    offers.shown([seen_one], 1_500)
    offers.add([of_document(paper.id, 1_000 + UNSHOWN_KEPT_MS)])
    assert offers.get(silent) is not None
    offers.add([of_document(paper.id, 1_001 + UNSHOWN_KEPT_MS)])
    assert offers.get(silent) is None
    assert offers.get(seen_one) is not None


def test_a_verdict_is_kept_once_and_says_that_it_was_seen(
    offers: OfferStore, feedback: FeedbackStore, paper: Document
) -> None:
    (number,) = offers.add([of_document(paper.id)])
    for at_ms, verdict in ((5, Verdict.OPENED), (6, Verdict.OPENED), (9, Verdict.LESS)):
        feedback.say(Said(number, at_ms, verdict))
    said = (Said(number, 5, Verdict.OPENED), Said(number, 9, Verdict.LESS))
    assert tuple(feedback.of(number)) == said
    (shown,) = offers.history(0)
    assert shown == Shown(replace(_numbered(of_document(paper.id), number), shown_ms=5), said)
    with pytest.raises(UsageError, match="Ask for new ones"):
        feedback.say(Said(99, 5, Verdict.WRONG))


def test_a_document_that_goes_takes_what_was_said_of_it_along(
    database: Database, offers: OfferStore, feedback: FeedbackStore, paper: Document
) -> None:
    other = put(database, paper.folder_id, "/docs/other.txt", "words", title="Other")
    of_other = of_document(other.id, subject="x")
    reason = replace(of_other.why.reasons[0], kind=ReasonKind.TOGETHER, subject="On Papers")
    of_other = replace(of_other, why=replace(of_other.why, reasons=(reason, *of_other.why.reasons[1:])))
    gone, stays = offers.add([of_document(paper.id), of_other])
    feedback.say(Said(gone, 5, Verdict.OPENED))
    with DocumentStore(database).writing() as writer:
        writer.remove([paper.id])
    assert offers.get(gone) is None
    assert feedback.of(gone) == []
    kept = offers.get(stays)
    assert kept is not None
    assert (kept.why.reasons[0].subject, kept.why.unexplained) == ("", 0.0)
    assert offers.add([of_document(paper.id)]) == [0]
    assert database.integrity() == []


@pytest.mark.parametrize("end", ["removed", "retitled"])
def test_no_reason_names_what_a_document_is_called_no_more(
    database: Database, offers: OfferStore, paper: Document, end: str
) -> None:
    title = "" if end == "removed" else "Secret plan"
    secret = put(database, paper.folder_id, "/docs/secret plan.txt", "words", title=title)
    told = of_document(paper.id, subject=title or "secret plan.txt")
    told = replace(told, why=replace(told.why, reasons=(replace(told.why.reasons[0], kind=ReasonKind.AFTER),)))
    (number,) = offers.add([told])
    if end == "removed":
        with DocumentStore(database).writing() as writer:
            writer.remove([secret.id])
    else:
        put(database, paper.folder_id, "/docs/secret plan.txt", "other words", title="Plan")
    kept = offers.get(number)
    assert kept is not None
    assert [one.subject for one in kept.why.reasons] == [""]


def test_a_title_that_is_erased_is_named_by_no_reason(
    database: Database, offers: OfferStore, store: ActivityStore, paper: Document
) -> None:
    batches = BatchStore(database)
    with batches.begin("tockler", "x", "ab" * 32, ZONE, made_ms=5) as batch:
        batch.insert([Activity(0, 10, seen("a", "secret"), ZONE, "tockler")])
    store.insert_many([Activity(20, 30, seen("a", "plain"), ZONE)])
    secret, plain = offers.add([of_document(paper.id, subject="secret"), of_document(paper.id, subject="plain")])
    batches.undo(batch.id, undone_ms=6)
    told = [one.why.reasons[0].subject for number in (secret, plain) if (one := offers.get(number)) is not None]
    assert told == ["", "plain"]


def test_dwell_is_measured_from_the_history_once_an_hour_has_passed(
    database: Database, offers: OfferStore, feedback: FeedbackStore, store: ActivityStore, paper: Document
) -> None:
    opened = 2 * HOUR
    viewer = seen("viewer", "paper.pdf")
    store.insert_many(
        [
            Activity(opened - 50, opened + 1_000, viewer, ZONE),
            Activity(opened + 1_000, opened + 2_000, seen("mail", "Inbox"), ZONE),
            Activity(opened + 2_000, opened + 3_000, replace(viewer, presence=Presence.IDLE), ZONE),
            Activity(opened + HOUR - 400, opened + 3 * HOUR, viewer, ZONE),
        ]
    )
    uses = DocumentUseStore(database)
    looks = {look.title: look.id for look in uses.unmatched(9)}
    uses.match([LookMatch(looks["paper.pdf"], paper.id, 1.0, MatchedBy.TITLE)])
    (number, block) = offers.add([of_document(paper.id), of_block(5)])
    feedback.say(Said(number, opened, Verdict.OPENED))
    feedback.say(Said(block, opened, Verdict.ACCEPTED))
    assert feedback.settle_dwell(opened + DWELL_WITHIN_MS - 1) == 0
    assert feedback.settle_dwell(opened + DWELL_WITHIN_MS) == 1
    assert feedback.settle_dwell(opened + DWELL_WITHIN_MS) == 0
    assert [one.dwell_ms for one in feedback.of(number)] == [1_000 + 400]


def test_all_can_be_forgotten(offers: OfferStore, feedback: FeedbackStore, paper: Document) -> None:
    (number,) = offers.add([of_document(paper.id, subject="x")])
    feedback.say(Said(number, 5, Verdict.OPENED))
    offers.clear()
    assert (offers.history(0), feedback.of(number)) == ([], [])


def test_a_title_that_was_erased_does_not_come_back_with_a_reason(
    database: Database, offers: OfferStore, paper: Document
) -> None:
    (before,) = offers.add([of_document(paper.id, subject="secret")])
    EraseStore(database).erase(EraseChoice(title="secret"), 1)
    (after,) = offers.add([of_document(paper.id, subject="secret")])
    for number in (before, after):
        found = offers.get(number)
        assert found is not None
        assert found.why.reasons[0].subject == ""
