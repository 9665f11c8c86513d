"""Answers as plain values, for what is kept of a dialogue and for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.domain.answers import Answer, Choice, Figure
from engine.domain.question_json import query_to_json


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """Return the answer as a table of plain values."""
    proposed = answer.proposed
    return {
        "outcome": answer.outcome.value,
        "text": answer.text,
        "basis": answer.basis,
        "query": None if answer.query is None else query_to_json(answer.query),
        "figures": [_figure(one) for one in answer.figures],
        "rows": [{"key": one.key, "label": one.label, **_figure(one.figure)} for one in answer.rows],
        "quotes": [
            {"document": one.document_id, "path": one.path, "title": one.title, "text": one.text, "page": one.page}
            for one in answer.quotes
        ],
        "choices": [{"label": one.label, "question": one.question} for one in answer.choices],
        "examples": list(answer.examples),
        "proposed": None
        if proposed is None
        else {"title": proposed.title, "start_ms": proposed.start_ms, "end_ms": proposed.end_ms},
        "link": None if answer.link is None else answer.link.value,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {"value": figure.value, "quantity": figure.quantity.value, "rests_on": query_to_json(figure.query)}


def choices_from_json(told: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Return the choices a kept answer offered; KeyError or TypeError for anything else."""
    return tuple(Choice(one["label"], one["question"]) for one in told["choices"])
