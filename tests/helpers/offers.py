"""Recommendations for tests."""

from __future__ import annotations

from engine.domain.intervals import Interval
from engine.domain.offers import Offered
from engine.domain.recommended import Kind, Offer, Reason, ReasonKind, Scored

HOUR = 3_600_000


def of_document(
    document_id: int,
    made_ms: int = 1_000,
    *,
    number: int = 0,
    policy: str = "thompson",
    propensity: float = 0.5,
    context: str = "",
    subject: str = "",
    shown_ms: int | None = None,
) -> Offered:
    """Return an offered document, liked for a window's title where one is given."""
    reasons = (Reason(ReasonKind.LIKE_NOW, 0.5, subject), Reason(ReasonKind.RECENT, 0.25, amount=2.0))
    offer = Offer(number, made_ms, policy, propensity, 1)
    why = Scored(1.0, 0.25, reasons if subject else reasons[1:])
    return Offered(offer, Kind.DOCUMENT, why, document_id, None, context, {"score": 1.0}, shown_ms)


def of_block(start_ms: int, made_ms: int = 1_000, *, number: int = 0, shown_ms: int | None = None) -> Offered:
    """Return an offered hour to focus in."""
    offer = Offer(number, made_ms, "greedy", 1.0, 1)
    return Offered(offer, Kind.BLOCK, Scored(0.7, 0.7), None, Interval(start_ms, start_ms + HOUR), "", {}, shown_ms)
