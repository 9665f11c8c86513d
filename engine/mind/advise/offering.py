"""From what was chosen to what is said: every block and document becomes an offer, stored with how it came about."""

from __future__ import annotations

from collections.abc import Sequence

from engine.domain.advice_sources import OfferLog
from engine.domain.offers import Offered
from engine.domain.recommended import DocumentPick, FocusBlock, Kind, Offer
from engine.mind.advise.library import Library
from engine.mind.advise.moment import Moment
from engine.mind.bandit.choose import Choice
from engine.mind.bandit.context import context_of
from engine.mind.blocks.choose import Block

FORECAST, USUAL = "forecast", "usual_hours"
"""How a time was chosen: by the learned forecast, or by what the hours usually are like."""


def block_offer(block: Block, moment: Moment, run: int, *, learned: bool) -> Offered:
    """Return the offer of a time; learned: chosen by the model of that training run, else by the baseline."""
    offer = Offer(0, moment.now_ms, FORECAST if learned else USUAL, 1.0, 1, run if learned else 0)
    features = {
        "probability": block.probability,
        "low": block.low,
        "high": block.high,
        "focused_minutes": block.focused_minutes,
    }
    context = context_of(moment.category, moment.document)
    return Offered(offer, Kind.BLOCK, block.why, interval=block.interval, context=context, features=features)


def document_offers(choices: Sequence[Choice], moment: Moment, run: int) -> list[Offered]:
    """Return the offers of documents, in the order they are shown; run: of the ranking, 0 for the baseline."""
    context = context_of(moment.category, moment.document)
    return [
        Offered(
            Offer(0, moment.now_ms, one.policy, one.propensity, one.place, run),
            Kind.DOCUMENT,
            one.why,
            document_id=one.document,
            context=context,
            features=one.features,
        )
        for one in choices
    ]


def numbered(offers: Sequence[Offered], log: OfferLog) -> list[tuple[Offered, Offer]]:
    """Store offers and return those that could be, each with its number."""
    if not offers:
        return []
    numbers = log.add(offers)
    return [(one, _with(one.offer, number)) for one, number in zip(offers, numbers, strict=True) if number]


def focus_block(block: Block, offer: Offer) -> FocusBlock:
    """Return a block as it is said."""
    chances = block.probability, block.low, block.high
    return FocusBlock(offer, block.interval, *chances, block.focused_minutes, block.why)


def pick(one: Offered, offer: Offer, library: Library) -> DocumentPick:
    """Return a document as it is said."""
    number = one.document_id or 0
    return DocumentPick(offer, number, library.by_id[number].path, library.title(number), one.why)


def _with(offer: Offer, number: int) -> Offer:
    return Offer(number, offer.made_ms, offer.policy, offer.propensity, offer.rank, offer.model)
