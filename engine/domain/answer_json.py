"""Answers as plain values, for what is kept of a dialogue and for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.domain.answers import Answer, Choice, Figure, Link, Outcome, Proposed, Quantity, Quote, Row
from engine.domain.question_json import query_from_json, query_to_json


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
            {
                "document": one.document_id,
                "path": one.path,
                "title": one.title,
                "text": one.text,
                "page": one.page,
                "share": one.share,
            }
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


def answer_from_json(told: Mapping[str, Any]) -> Answer:
    """Return the answer a table stands for; KeyError, TypeError or ValueError for anything else."""
    proposed = told["proposed"]
    return Answer(
        Outcome(told["outcome"]),
        str(told["text"]),
        str(told["basis"]),
        None if told["query"] is None else query_from_json(told["query"]),
        tuple(_figure_from(one) for one in told["figures"]),
        tuple(Row(str(one["key"]), str(one["label"]), _figure_from(one)) for one in told["rows"]),
        tuple(_quote_from(one) for one in told["quotes"]),
        choices_from_json(told),
        tuple(str(one) for one in told["examples"]),
        None if proposed is None else Proposed(proposed["title"], int(proposed["start_ms"]), int(proposed["end_ms"])),
        None if told["link"] is None else Link(told["link"]),
    )


def _figure_from(told: Mapping[str, Any]) -> Figure:
    value = told["value"]
    if value is not None and not isinstance(value, int | float):
        raise TypeError("a figure is a number")
    return Figure(value, Quantity(told["quantity"]), query_from_json(told["rests_on"]))


def _quote_from(told: Mapping[str, Any]) -> Quote:
    return Quote(
        int(told["document"]), str(told["path"]), str(told["title"]), str(told["text"]), told["page"], told.get("share")
    )


def choices_from_json(told: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Return the choices a kept answer offered; KeyError or TypeError for anything else."""
    return tuple(Choice(one["label"], one["question"]) for one in told["choices"])
