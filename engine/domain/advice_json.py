"""Advice as plain JSON values and back: how it goes from process to process, and how it is told to other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from engine.domain.intervals import Interval
from engine.domain.recommended import (
    Abstention,
    Advice,
    DocumentPick,
    FocusBlock,
    Notice,
    Offer,
    Reason,
    ReasonKind,
    Scored,
)


def advice_to_json(advice: Advice) -> dict[str, Any]:
    """Return the advice as a table; times in UTC milliseconds, kinds by their names."""
    return {
        "made_ms": advice.made_ms,
        "block": None if advice.block is None else block_to_json(advice.block),
        "no_block": None if advice.no_block is None else advice.no_block.value,
        "documents": [pick_to_json(pick) for pick in advice.documents],
        "no_documents": None if advice.no_documents is None else advice.no_documents.value,
        "notices": [notice.value for notice in advice.notices],
    }


def advice_from_json(told: Mapping[str, Any]) -> Advice:
    """Return the advice a table stands for; KeyError, TypeError or ValueError for anything else."""
    block, no_block, no_documents = told["block"], told["no_block"], told["no_documents"]
    return Advice(
        made_ms=told["made_ms"],
        block=None if block is None else _block(block),
        no_block=None if no_block is None else Abstention(no_block),
        documents=tuple(_pick(one) for one in told["documents"]),
        no_documents=None if no_documents is None else Abstention(no_documents),
        notices=tuple(Notice(one) for one in told["notices"]),
    )


def block_to_json(block: FocusBlock) -> dict[str, Any]:
    """Return a block as a table."""
    return {
        "offer": asdict(block.offer),
        "start_ms": block.interval.start_ms,
        "end_ms": block.interval.end_ms,
        "probability": block.probability,
        "low": block.low,
        "high": block.high,
        "focused_minutes": block.focused_minutes,
        "why": scored_to_json(block.why),
    }


def pick_to_json(pick: DocumentPick) -> dict[str, Any]:
    """Return a document as a table."""
    return {
        "offer": asdict(pick.offer),
        "document_id": pick.document_id,
        "path": pick.path,
        "title": pick.title,
        "why": scored_to_json(pick.why),
    }


def scored_to_json(why: Scored) -> dict[str, Any]:
    """Return a score and where it comes from as a table."""
    reasons = [
        {"kind": one.kind.value, "adds": one.adds, "subject": one.subject, "amount": one.amount} for one in why.reasons
    ]
    return {"score": why.score, "base": why.base, "reasons": reasons}


def _block(told: Mapping[str, Any]) -> FocusBlock:
    return FocusBlock(
        offer=Offer(**told["offer"]),
        interval=Interval(told["start_ms"], told["end_ms"]),
        probability=told["probability"],
        low=told["low"],
        high=told["high"],
        focused_minutes=told["focused_minutes"],
        why=scored_from_json(told["why"]),
    )


def _pick(told: Mapping[str, Any]) -> DocumentPick:
    return DocumentPick(
        Offer(**told["offer"]), told["document_id"], told["path"], told["title"], scored_from_json(told["why"])
    )


def scored_from_json(told: Mapping[str, Any]) -> Scored:
    """Return the score a table stands for; KeyError, TypeError or ValueError for anything else."""
    reasons = (Reason(ReasonKind(one["kind"]), one["adds"], one["subject"], one["amount"]) for one in told["reasons"])
    return Scored(told["score"], told["base"], tuple(reasons))
