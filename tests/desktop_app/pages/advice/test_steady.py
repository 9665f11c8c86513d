"""What stays of advice when new advice comes."""

from __future__ import annotations

from dataclasses import replace

from helpers import fake_mind

from desktop_app.pages.advice.steady import in_place, steady


def test_the_first_advice_is_taken_as_it_is() -> None:
    advice = fake_mind.advice()
    assert steady(None, advice) is advice


def test_what_stays_keeps_its_offer_and_takes_the_new_reasons() -> None:
    before = fake_mind.advice(documents=2)
    why = fake_mind.scored(0.5)
    again = replace(fake_mind.pick(2), offer=replace(fake_mind.pick(2).offer, id=52), why=why)
    new = replace(fake_mind.pick(3), offer=replace(fake_mind.pick(3).offer, id=53))
    after = steady(before, replace(before, documents=(again, new), block=fake_mind.block(offer=200)))
    assert [(one.document_id, one.offer.id) for one in after.documents] == [(2, 2), (3, 53)]
    assert after.documents[0].why == why
    assert after.block is not None
    assert after.block.offer.id == fake_mind.BLOCK_OFFER


def test_another_time_another_model_or_what_was_never_stored_is_another_offer() -> None:
    before = replace(fake_mind.advice(documents=1), block=fake_mind.block())
    later = fake_mind.block(fake_mind.NOON_MS, offer=200)
    pick = replace(fake_mind.pick(1), offer=replace(fake_mind.pick(1).offer, id=51, model=4))
    after = steady(before, replace(before, documents=(pick,), block=later))
    assert after.documents[0].offer.id == 51
    assert after.block == later
    unstored = replace(before, documents=(replace(pick, offer=replace(pick.offer, id=0)),))
    assert steady(unstored, replace(before, documents=(pick,))).documents[0].offer.id == 51


def test_rows_stay_where_they_are_and_new_ones_come_last() -> None:
    shown = [fake_mind.pick(n) for n in (1, 2, 3)]
    wanted = [fake_mind.pick(n) for n in (4, 3, 1, 5)]
    assert [one.document_id for one in in_place(shown, wanted, 3)] == [1, 3, 4]
