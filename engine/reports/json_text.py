"""The report as JSON: every figure in milliseconds, and the bounds it was counted in."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, BinaryIO

from engine.domain.clock import iso_utc
from engine.domain.goals import GoalProgress
from engine.domain.intervals import Interval
from engine.domain.report import Focus, LongStretch, Report, ReportRow, ReportTable
from engine.reports.material import Material
from engine.reports.safe_text import json_text


def write_json(material: Material, file: BinaryIO) -> None:
    """Write the report as one JSON object in UTF-8."""
    file.write(json_text(report_as_json(material.report), indent=2).encode("utf-8") + b"\n")


def report_as_json(report: Report) -> dict[str, Any]:
    """Return the report as plain values; lengths in milliseconds, moments as ISO 8601 UTC."""
    request = report.request
    return {
        "from": request.start.isoformat(),
        "to": request.days[-1].isoformat(),
        "zone": request.zone,
        "day_start_minute": request.start_minute,
        "redaction": request.redact.value,
        **_bounds(report.bounds),
        "made": iso_utc(report.made_ms),
        "active_ms": report.active_ms,
        "presence_ms": {presence.value: ms for presence, ms in report.presence_ms.items()},
        "previous": {
            **_bounds(report.previous.bounds),
            "active_ms": report.previous.active_ms,
            "focus_score": None if report.previous.focus is None else _rounded(report.previous.focus.score),
        },
        "focus": None if report.focus is None else _focus(report.focus),
        "tables": {table.by.value: _table(table) for table in report.tables},
        "branches": [_row(row) for table in report.tables for row in table.branches],
        "days": [
            {
                "day": day.day.isoformat(),
                **_bounds(day.bounds),
                "active_ms": day.active_ms,
                "categories": {str(number or ""): ms for number, ms in day.categories},
            }
            for day in report.days
        ],
        "goals": [_goal(one) for one in report.goals],
        "heat": {"weekdays": list(report.heat.weekdays), "ms": [list(row) for row in report.heat.cells]},
    }


def _bounds(interval: Interval) -> dict[str, str]:
    return {"start": iso_utc(interval.start_ms), "end": iso_utc(interval.end_ms)}


def _rounded(score: float | None) -> float | None:
    return None if score is None else round(score, 1)


def _table(table: ReportTable) -> list[dict[str, Any]]:
    return [_row(row) for row in table.rows]


def _row(row: ReportRow) -> dict[str, Any]:
    return {
        "key": row.key,
        "path": list(row.path),
        "withheld": row.withheld,
        "ms": row.ms,
        "previous_ms": row.previous_ms,
        "colour": row.colour,
        **_bounds(row.selection.bounds),
    }


def _goal(progress: GoalProgress) -> dict[str, Any]:
    goal = progress.goal
    return {
        "direction": goal.direction.value,
        "measure": goal.measure.value,
        "path": list(progress.path),
        "target_ms": goal.target_ms,
        "per": goal.per.value,
        "weekdays": sorted(goal.weekdays),
        "results": [
            {
                "from": one.span.start.isoformat(),
                "to": (one.span.end - timedelta(days=1)).isoformat(),
                "ms": one.done_ms,
                "standing": one.standing.value,
            }
            for one in progress.results
        ],
    }


def _focus(focus: Focus) -> dict[str, Any]:
    return {
        "score": _rounded(focus.score),
        "deep_ms": focus.deep_ms,
        "distracting_ms": focus.distracting_ms,
        "switches": focus.switches,
        "switches_per_hour": round(focus.switches_per_hour, 2),
        "fragmentation": round(focus.fragmentation, 4),
        "median_stretch_ms": focus.median_stretch_ms,
        "longest": [_stretch(stretch) for stretch in focus.longest],
    }


def _stretch(stretch: LongStretch) -> dict[str, Any]:
    return {
        **_bounds(stretch.interval),
        "ms": stretch.interval.length_ms,
        "app": stretch.app,
        "title": stretch.title,
        "category": list(stretch.path),
        "withheld": stretch.withheld,
    }
